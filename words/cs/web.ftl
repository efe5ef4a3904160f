# Shell
skip = Přejít k obsahu
nav-main = Hlavní nabídka
nav-home = Přehled
nav-readings = Odečty
nav-invoices = Faktury
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
menu-prices = Ceny a kalkulačka
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
signed-out = Byli jste odhlášeni.

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
form-number = Zadejte číslo, například 1 234,50
form-id = Použijte jen písmena bez diakritiky, číslice a znaky - _ . /
form-postcode = PSČ nemá správný tvar
form-phone = Telefonní číslo nemá správný tvar
form-date-missing = Vyberte datum: { $field }
form-date-early = Datum nesmí být dřívější než { $date }
form-date-late = Datum nesmí být pozdější než { $date }

# Problems that may come before the other codes are loaded
code-unknown = Něco se nepovedlo ({ $code }). Zkuste to prosím znovu, nebo nám zavolejte.
code-unavailable = Služba je právě přetížená.
code-internal = U nás se něco pokazilo.
code-offline = Jste bez připojení k internetu.
code-unreachable = Nedaří se nám spojit se serverem.
code-unexpected = Stránka narazila na nečekanou chybu.

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
customer-number-is = Zákaznické číslo { $number }
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

# Home and customers
customers-title = Moji zákazníci
customers-lead = Vyberte, čí údaje chcete vidět.
customers-group = Platby všech zákazníků
customers-none = K účtu zatím nepatří žádný zákazník
customers-none-text = Jakmile vám dodavatel udělí přístup, objeví se tady.
home-meters = Vaše měřidla
home-no-meters = Zatím tu není žádné měřidlo
home-no-meters-text = Měřidla se objeví, jakmile je dodavatel zapíše.
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

# Requests
change-reading = Odečet měřidla { $serial }
change-contact = Změna kontaktních údajů
change-mailing_address = Změna adresy pro dopisy
change-payment_method = Změna způsobu placení
change-advance = Změna výše záloh
change-refund = Vrácení přeplatku
change-instalments = Dluh do splátek
change-reserved_capacity = Změna rezervovaného příkonu
change-rainwater = Prohlášení o plochách pro srážkové vody
change-e_invoice = Zasílání faktur
mailing-same = Stejná jako adresa zákazníka
change-read-on = odečteno { $date }
change-sent-on = posláno { $date }
change-late = Trvá déle
change-send = Odeslat změnu
change-sent = Odesláno. Dáme vám vědět, jak to dopadlo.
change-taken = Odesláno a schváleno.
change-open-title = Taková změna se už vyřizuje
change-open-text = Počkejte prosím, až se dokončí, nebo ji vezměte zpět.
change-open-see = Zobrazit ji
state-proposed = Čeká na schválení
state-approved = Schváleno
state-handed_over = Zpracovává se
state-applied = Hotovo
state-rejected = Zamítnuto
state-refused = Nepřijato
state-withdrawn = Vzato zpět
