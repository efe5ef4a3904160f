# Shell
skip = Přejít k obsahu
nav-main = Hlavní nabídka
nav-home = Přehled
nav-readings = Odečty
nav-points = Odběrná místa
nav-requests = Žádosti
nav-profile = Údaje
nav-work = Ke schválení
nav-customers = Zákazníci
nav-staff = Pracovníci
menu-account = Můj účet
menu-signed-in = Přihlášen(a) jako
menu-office = Pracoviště
menu-customers = Moji zákazníci
menu-security = Přihlášení a bezpečnost
menu-help = Nápověda a kontakt
menu-sign-out = Odhlásit se
switch-label = Zobrazený zákazník:
switch-title = Vyberte zákazníka
switch-search = Hledat podle jména nebo čísla
switch-found =
    { $count ->
        [one] { $count } zákazník
        [few] { $count } zákazníci
       *[other] { $count } zákazníků
    }
switch-more = A dalších { $count }. Napište část jména nebo čísla.
footer-contact = Kontakt
footer-language = Jazyk
footer-theme = Vzhled
theme-auto = Podle zařízení
theme-light = Světlý
theme-dark = Tmavý
offline-bar = Jste bez připojení. Co jste napsali, zůstává na stránce.
loading = Načítá se…
more = Zobrazit další
again = Zkusit znovu
failed-lead = Zkuste to prosím za chvíli znovu. Co jste napsali, zůstalo na stránce.
close = Zavřít
copy = Zkopírovat
copied = Zkopírováno
print = Vytisknout
change = Změnit
manage = Spravovat
set-up = Nastavit
save = Uložit
cancel = Zrušit
go-on = Pokračovat
go-back = Zpět
to-home = Na přehled
not-found-title = Stránku jsme nenašli
not-found-lead = Adresa je možná neúplná, nebo stránka nepatří k vašemu účtu.

# Forms
form-optional = nepovinné
form-sending = Odesílá se…
form-check =
    { $count ->
        [one] Opravte prosím jeden údaj:
        [few] Opravte prosím { $count } údaje:
       *[other] Opravte prosím { $count } údajů:
    }
form-missing = Vyplňte: { $field }
form-choose = Vyberte: { $field }
form-email = E-mailová adresa musí mít tvar jmeno@domena.cz
form-number = Zadejte číslo, například 1 234,50
form-id = Použijte jen písmena bez diakritiky, číslice a znaky - _ . /
form-date-missing = Vyberte datum: { $field }
form-date-early = Datum nesmí být dřívější než { $date }
form-date-late = Datum nesmí být pozdější než { $date }

# Words that many pages share
email = E-mail
phone = Telefon
web = Web
name = Jméno
address = Adresa
street = Ulice nebo obec
house-number = Číslo
postcode = PSČ
city = Město nebo obec
country = Země
password = Heslo
customer-number = Zákaznické číslo
customer-number-is = zákaznické číslo { $number }
company-number = IČO
not-given = neuvedeno
role-holder = držitel účtu
role-viewer = nahlížitel
medium-water = Voda
medium-electricity = Elektřina
medium-gas = Plyn
medium-heat = Teplo
meter-is = č. { $serial }
register = Číselník
register-VT = Vysoký tarif (VT)
register-NT = Nízký tarif (NT)
register-T = Stav
register-T1 = Stav
before = Dosud
before-on = Stav k { $date }
after = Nově

# Sign-in
sign-in = Přihlásit se
sign-in-title = Přihlášení
sign-in-lead = Odečty, smlouvy a žádosti na jednom místě.
sign-in-next = Pro zobrazení stránky se prosím přihlaste. Potom vás na ni vrátíme.
sign-in-forgotten = Nepamatuji si heslo
sign-in-new-title = Jste tu poprvé?
sign-in-new-text = Účet si založíte podle faktury. Zabere to pár minut.
sign-in-have-code = Mám kód z dopisu nebo e-mailu
second-code = Ověřovací kód
second-code-hint = Šest číslic z ověřovací aplikace, nebo jeden ze záložních kódů.
signed-out = Byli jste odhlášeni.
expired-title = Přihlaste se prosím znovu
expired-lead = Z bezpečnostních důvodů přihlášení po čase končí. Stránka i vše, co jste napsali, zůstává.
expired-leave = Odejít na přihlašovací stránku
again-title = Potvrďte, že jste to vy
again-lead = Měníte něco důležitého, zadejte proto znovu své heslo.

# Sign-up and activation
sign-up = Založit účet
sign-up-title = Založení účtu
sign-up-lead = Připravte si poslední fakturu. Údaje z ní nám pomohou najít vaše zákaznické číslo.
sign-up-help = Nemáte fakturu po ruce?
sign-up-sent-title = Žádost jsme přijali
sign-up-sent-text = Pokud údaje souhlasí, posíláme e-mail s kódem. Neznáme-li zatím váš e-mail, pošleme také dopis s druhým kódem; dorazí během několika dnů. Obsahuje-li e-mail odkaz, stačí na něj klepnout.
customer-number-hint = Najdete je v záhlaví faktury.
invoice-number = Číslo faktury
invoice-number-hint = Stačí kterákoli z posledních faktur.
invoice-amount = Celková částka faktury ({ $currency })
invoice-amount-hint = Přesně jak je na faktuře, například 1 234,50. Přeplatek pište bez znaménka.
proof-by = Čím údaje doplníte?
proof-by-amount = Částkou z faktury
proof-by-meter = Číslem měřidla
meter-serial = Číslo měřidla
meter-serial-hint = Je vyražené na měřidle a uvedené na faktuře.
your-email = Váš e-mail
your-email-hint = Budete se jím přihlašovat.
request-number = Číslo žádosti
request-number-hint = Je uvedené v e-mailu, který jsme vám poslali.
email-code = Kód z e-mailu
email-code-hint = Opište ho, nebo otevřete odkaz v e-mailu.
email-code-filled = Vyplněno podle odkazu v e-mailu.
letter-code = Kód z dopisu
letter-code-hint = Jen pokud e-mail říká, že vám posíláme dopis. Na mezerách a velikosti písmen nezáleží.
activate = Aktivovat účet
activate-title = Aktivace účtu
activate-lead = Zadejte kódy a zvolte si heslo. Vše se odešle najednou.
activated = Hotovo, účet je aktivní. Přihlaste se novým heslem.
invitation-title = Pozvánka
invitation-lead = Zvolte si heslo, kterým se budete přihlašovat.
invitation-number = Číslo pozvánky
invitation-accept = Přijmout pozvánku

# Recovery
recovery-title = Obnova hesla
recovery-lead = Ověříme, že jste to vy: pomůže poslední faktura a váš e-mail.
recovery-send = Poslat e-mail
recovery-sent-title = Žádost jsme přijali
recovery-sent-text = Pokud údaje souhlasí, posíláme vám e-mail s odkazem a kódem. Zkontrolujte i složku s nevyžádanou poštou.
recover-title = Nové heslo
recover-lead = Zadejte kód z e-mailu a zvolte si nové heslo.
recover-second-hint = Jen pokud se přihlašujete i ověřovací aplikací.
recover = Nastavit heslo
recovered = Heslo je změněné. Přihlaste se jím.

# Passwords
password-new = Nové heslo
password-hint = Alespoň { $least } znaků. Nejlépe několik obyčejných slov za sebou.
password-short =
    { $length ->
        [one] Heslo musí mít alespoň { $least } znaků, zatím má { $length } znak
        [few] Heslo musí mít alespoň { $least } znaků, zatím má { $length } znaky
       *[other] Heslo musí mít alespoň { $least } znaků, zatím má { $length }
    }
password-show = Ukázat
password-hide = Skrýt
password-show-label = Zobrazit: { $field }
passphrase-suggest = Navrhnout heslo ze slov
passphrase-another = Navrhnout jiné
passphrase-why = Několik slov se pamatuje snáz a hádá hůř než krátké heslo se značkami.
passphrase-made = Heslo si zapište na bezpečné místo nebo uložte do správce hesel.

# Security
security-title = Přihlášení a bezpečnost
security-lead = Jak se přihlašujete a kde všude jste přihlášeni.
security-email = Přihlašovací e-mail
password-changed = Změněno { $date }
password-title = Změna hesla
password-lead = Na ostatních zařízeních vás po změně odhlásíme.
password-save = Změnit heslo
password-changed-done = Heslo je změněné. Na ostatních zařízeních jsme vás odhlásili.
email-title = Změna přihlašovacího e-mailu
email-lead = Nyní se přihlašujete adresou { $email }. Nová začne platit, až ji potvrdíte kódem.
email-new = Nový e-mail
email-send = Poslat kód
email-sent = Na adresu { $email } jsme poslali kód. Současnou adresu jsme o žádosti také zpravili.
email-sent-before = Zadejte kód z e-mailu, který přišel na novou adresu.
email-confirm = Potvrdit e-mail
email-other = Zadat jinou adresu
email-changed = Přihlašovací e-mail je změněný.
second-title = Dvoufázové přihlášení
second-lead = Kromě hesla zadáte kód z aplikace v telefonu. Cizí člověk se pak nepřihlásí, ani kdyby heslo znal.
second-on =
    { $left ->
        [0] Zapnuto, záložní kódy došly
        [one] Zapnuto, zbývá { $left } záložní kód
        [few] Zapnuto, zbývají { $left } záložní kódy
       *[other] Zapnuto, zbývá { $left } záložních kódů
    }
second-off = Vypnuto
second-is-on = Dvoufázové přihlášení je zapnuté.
second-left =
    { $left ->
        [0] Nezbývá žádný záložní kód. Vytvořte si prosím nové.
        [one] Zbývá { $left } záložní kód.
        [few] Zbývají { $left } záložní kódy.
       *[other] Zbývá { $left } záložních kódů.
    }
second-must-title = Zapněte dvoufázové přihlášení
second-must-text = Pro práci s údaji zákazníků je nutné.
second-why = Budete potřebovat telefon s ověřovací aplikací. Nastavení trvá asi dvě minuty.
second-begin = Zapnout dvoufázové přihlášení
second-step-app = Otevřete ověřovací aplikaci
second-step-app-text = Poslouží kterákoli, která umí jednorázové kódy (TOTP). Umí to i většina správců hesel.
second-step-scan = Přidejte do ní tento účet
second-step-type = Vyfoťte kód aplikací, nebo opište klíč:
second-qr = Kód QR s klíčem pro ověřovací aplikaci
second-open-app = Otevřít v aplikaci
second-step-code = Opište kód, který aplikace ukazuje
second-digits = Šest číslic
second-turn-on = Zapnout
second-renew = Vytvořit nové záložní kódy
second-turn-off = Vypnout
second-off-title = Vypnout dvoufázové přihlášení?
second-off-text = K přihlášení pak bude stačit heslo. Záložní kódy přestanou platit.
second-turned-off = Dvoufázové přihlášení je vypnuté.
codes-title = Záložní kódy
codes-text = Uložte si je mimo telefon. Každý platí jednou, až nebudete mít aplikaci po ruce. Znovu je už neukážeme.
codes-saved = Mám je uložené
sessions-title = Přihlášená zařízení
sessions-lead = Nepoznáváte některé? Odhlaste je a změňte si heslo.
sessions-here = toto zařízení
sessions-seen = Naposledy { $ago } · { $source }
sessions-since = Přihlášeno { $at }
sessions-end = Odhlásit
sessions-end-label = Odhlásit zařízení { $device }
sessions-end-others = Odhlásit ostatní
sessions-end-all = Odhlásit všude
sessions-ended-one = Zařízení je odhlášené.
sessions-ended-others = Ostatní zařízení jsou odhlášená.
journal-title = Záznam událostí
journal-lead = Přihlášení, změny a nahlížení pracovníků, od nejnovějších.
journal-open = Zobrazit záznam
journal-empty = Zatím žádné události
journal-what = Událost
journal-when = Kdy
journal-where = Odkud
journal-result = Výsledek

# Home and customers
customers-title = Moji zákazníci
customers-lead = Vyberte, čí údaje chcete vidět.
customers-none = K účtu zatím nepatří žádný zákazník
customers-none-text = Jakmile vám dodavatel udělí přístup, objeví se tady.
home-meters = Vaše měřidla
home-no-meters = Zatím tu není žádné měřidlo
home-no-meters-text = Objeví se, jakmile je dodavatel zapíše.
home-all-meters = Všechna měřidla
home-under-way = Právě se vyřizuje
home-lately = Naposledy
home-all-requests = Všechny žádosti
todo-reading =
    { $count ->
        [one] Je čas odečtu
       *[other] Je čas odečtů
    }
todo-reading-one = { $point }: pošlete nám prosím stav měřidla do { $until }.
todo-reading-many = Pošlete nám prosím stavy měřidel do { $until }.
send-reading = Zadat odečet
reading-under-way = Odečet se vyřizuje
last-state = Poslední stav
last-none = Zatím žádný odečet
last-actual = Odečteno { $date }
last-customer = Váš odečet z { $date }
last-estimated = Odhad k { $date }
last-initial = Při montáži { $date }
last-final = Při demontáži { $date }

# Profile
profile-title = Údaje a nastavení
profile-fixed = Změnu jména nebo adresy s vámi vyřídí { $utility }.
profile-security = Heslo, dvoufázové přihlášení a přihlášená zařízení
kind-title-household = Zákazník
kind-title-business = Firma
kind-title-institution = Instituce
contact-title = Kontaktní údaje
contact-lead = Sem vám píšeme a voláme ve věcech dodávky. Přihlašovací e-mail tím neměníte.
phone-hint = Například 601 123 456 nebo +48 601 123 456.
mailing-title = Adresa pro dopisy
mailing-lead = Kam máme posílat papírovou poštu.
mailing-same = Stejná jako adresa zákazníka
mailing-where = Kam posílat dopisy?
mailing-own = Na adresu zákazníka
mailing-other = Na jinou adresu
preferences-title = Jazyk a zprávy
preferences-language = Jazyk portálu a e-mailů
preferences-mails = Posílat e-maily o mých žádostech
preferences-mails-hint = Zprávy o bezpečnosti účtu posíláme vždy.
preferences-saved = Nastavení je uložené.

# Requests
requests-title = Žádosti
requests-lead = Odečty a změny, které jste poslali, a jak jsou daleko.
requests-none = Zatím jste nic neposlali
requests-none-text = Tady uvidíte odečty a změny údajů a jejich stav.
request-title = Žádost
request-what = Co jste poslali
request-findings = Čeho jsme si všimli
request-way = Průběh
change-reading = Odečet měřidla { $serial }
change-contact = Změna kontaktních údajů
change-mailing_address = Změna adresy pro dopisy
change-read-on = odečteno { $date }
change-sent-on = posláno { $date }
change-late = Trvá déle
change-late-text = Vyřízení trvá déle než obvykle. Nemusíte nic dělat, víme o tom.
change-send = Odeslat změnu
change-sent = Odesláno. Dáme vám vědět, jak to dopadlo.
change-taken = Odesláno a schváleno.
change-open-title = Jedna změna se už vyřizuje
change-open-text = Počkejte prosím, až se dokončí, nebo ji vezměte zpět.
change-open-see = Zobrazit ji
state-proposed = Čeká na schválení
state-approved = Schváleno
state-handed_over = Zpracovává se
state-applied = Hotovo
state-rejected = Zamítnuto
state-refused = Nepřijato
state-withdrawn = Vzato zpět
step-proposed = Poslali jste žádost
step-approved =
    { $by ->
        [rule] Schváleno automaticky
       *[other] Schváleno pracovníkem
    }
step-handed_over = Předáno k zapsání
step-applied = Zapsáno, hotovo
step-rejected = Zamítnuto pracovníkem
step-refused = Nešlo zapsat
step-withdrawn = Vzali jste žádost zpět
ahead-approved = Schválení
ahead-handed_over = Předání k zapsání
ahead-applied = Zapsání
ahead-proposed = Odeslání
ahead-rejected = Zamítnutí
ahead-refused = Nepřijetí
ahead-withdrawn = Vzetí zpět
withdraw = Vzít zpět
withdraw-title = Vzít žádost zpět?
withdraw-text = Nebudeme ji dál vyřizovat. Poslat můžete kdykoli novou.
withdraw-keep = Ponechat
withdrawn = Žádost je vzatá zpět.

# Help
help-title = Nápověda a kontakt
help-lead = Nejčastější otázky, a jak se s námi spojit: { $utility }.
help-reach = Zavolejte nebo napište
help-questions = Na co se lidé ptají
help-q-account = Jak si založím účet?
help-a-account = Na přihlašovací stránce zvolte „Založit účet“ a opište z faktury zákaznické číslo, číslo faktury a částku nebo číslo měřidla. Pak přijde e-mail s kódem.
help-q-letter = Proč mi přišel dopis s kódem?
help-a-letter = Když neznáme váš e-mail, ověřujeme adresu dopisem. Kód z dopisu zadáte spolu s kódem z e-mailu. Jeden bez druhého nestačí, takže účet nezaloží nikdo cizí.
help-q-reading = Jak přečtu měřidlo?
help-a-reading = Opište všechny černé číslice zleva. Červené číslice za desetinnou čárkou opište, jen pokud si o ně formulář řekne. Dvoutarifní elektroměr má dva stavy: VT a NT.
help-q-reading-wrong = Poslal(a) jsem špatný stav. Co teď?
help-a-reading-wrong = Dokud čeká na schválení, otevřete ho v Žádostech a vezměte zpět. Potom pošlete správný.
help-q-second = Ztratil(a) jsem telefon s ověřovací aplikací
help-a-second = Místo kódu z aplikace zadejte jeden ze záložních kódů. Nemáte-li ani ty, zavolejte nám.
help-access = Přístupnost
help-access-text = Portál má jít ovládat klávesnicí i odečítačem obrazovky, zvětšit a číst ve světlém i tmavém vzhledu. Narazíte-li na překážku, napište nám prosím.
