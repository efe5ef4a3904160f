# Sign-in
sign-in = Přihlásit se
sign-in-title = Přihlášení
sign-in-lead = Odečty, smlouvy a žádosti na jednom místě.
sign-in-next = Pro zobrazení stránky se prosím přihlaste. Potom vás na ni vrátíme.
sign-in-forgotten = Nepamatuji si heslo
sign-in-new-title = Jste tu poprvé?
sign-in-new-text = Účet si založíte podle faktury. Zabere to pár minut.
sign-in-prices = Spočítat, kolik zaplatíte
sign-in-have-code = Mám kód z dopisu nebo e-mailu
second-code = Ověřovací kód
second-code-hint = Šest číslic z ověřovací aplikace, nebo jeden ze záložních kódů.
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
invoice-amount-hint = Přesně jak je na faktuře, například 1 234,50. Přeplatek pište bez znaménka.
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
activate-existing = Máte-li už u nás účet s tímto e-mailem, zadejte jeho současné heslo.
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
passphrase-suggest = Navrhnout heslo ze slov
passphrase-another = Navrhnout jiné
passphrase-why = Několik slov se pamatuje snáz a hádá hůř než krátké heslo se speciálními znaky.
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
email-have-code = Kód už mám
email-sent = Na adresu { $email } jsme poslali kód. Dali jsme vědět i na současnou adresu.
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
second-step-app-text = Poslouží kterákoli, která vytváří jednorázové kódy (TOTP). Umí to i většina správců hesel.
second-step-scan = Přidejte do ní tento účet
second-step-type = Naskenujte kód aplikací, nebo opište klíč:
second-qr = QR kód s klíčem pro ověřovací aplikaci
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
sessions-unknown = Neznámé zařízení
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
