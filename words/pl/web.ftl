# Shell
skip = Przejdź do treści
nav-main = Menu główne
nav-home = Przegląd
nav-readings = Odczyty
nav-points = Punkty poboru
nav-requests = Wnioski
nav-profile = Dane
nav-work = Do decyzji
nav-customers = Klienci
nav-staff = Pracownicy
menu-account = Moje konto
menu-signed-in = Zalogowano jako
menu-office = Biuro
menu-customers = Moi klienci
menu-security = Logowanie i bezpieczeństwo
menu-help = Pomoc i kontakt
menu-sign-out = Wyloguj się
switch-label = Wyświetlany klient:
switch-title = Wybierz klienta
switch-search = Szukaj po nazwie lub numerze
switch-found =
    { $count ->
        [one] { $count } klient
        [few] { $count } klientów
       *[other] { $count } klientów
    }
switch-more = I jeszcze { $count }. Wpisz część nazwy lub numeru.
footer-contact = Kontakt
footer-language = Język
footer-theme = Wygląd
theme-auto = Jak w urządzeniu
theme-light = Jasny
theme-dark = Ciemny
offline-bar = Brak połączenia. To, co wpisano, pozostaje na stronie.
loading = Wczytywanie…
more = Pokaż więcej
again = Spróbuj ponownie
failed-lead = Spróbuj ponownie za chwilę. To, co wpisano, pozostało na stronie.
close = Zamknij
copy = Kopiuj
copied = Skopiowano
print = Drukuj
change = Zmień
manage = Zarządzaj
set-up = Ustaw
save = Zapisz
cancel = Anuluj
go-on = Dalej
go-back = Wstecz
to-home = Do przeglądu
not-found-title = Nie znaleźliśmy tej strony
not-found-lead = Adres może być niepełny albo strona nie należy do Twojego konta.

# Forms
form-optional = opcjonalnie
form-sending = Wysyłanie…
form-check =
    { $count ->
        [one] Popraw jedną pozycję:
        [few] Popraw { $count } pozycje:
       *[other] Popraw { $count } pozycji:
    }
form-missing = Wypełnij: { $field }
form-choose = Wybierz: { $field }
form-email = Adres e-mail ma postać nazwa@domena.pl
form-number = Wpisz liczbę, na przykład 1 234,50
form-id = Użyj tylko liter bez znaków diakrytycznych, cyfr oraz znaków - _ . /
form-date-missing = Wybierz datę: { $field }
form-date-early = Data nie może być wcześniejsza niż { $date }
form-date-late = Data nie może być późniejsza niż { $date }

# Words that many pages share
email = E-mail
phone = Telefon
web = Strona internetowa
name = Nazwa
address = Adres
street = Ulica lub miejscowość
house-number = Numer
postcode = Kod pocztowy
city = Miejscowość
country = Kraj
password = Hasło
customer-number = Numer klienta
customer-number-is = numer klienta { $number }
company-number = NIP
not-given = nie podano
role-holder = właściciel konta
role-viewer = osoba z wglądem
medium-water = Woda
medium-electricity = Energia elektryczna
medium-gas = Gaz
medium-heat = Ciepło
meter-is = nr { $serial }
register = Liczydło
register-VT = Taryfa dzienna (VT)
register-NT = Taryfa nocna (NT)
register-T = Stan
register-T1 = Stan
before = Dotychczas
before-on = Stan na { $date }
after = Nowy

# Sign-in
sign-in = Zaloguj się
sign-in-title = Logowanie
sign-in-lead = Odczyty, umowy i wnioski w jednym miejscu.
sign-in-next = Zaloguj się, aby zobaczyć stronę. Potem do niej wrócimy.
sign-in-forgotten = Nie pamiętam hasła
sign-in-new-title = Pierwszy raz tutaj?
sign-in-new-text = Konto założysz na podstawie faktury. Zajmie to kilka minut.
sign-in-have-code = Mam kod z listu lub e-maila
second-code = Kod weryfikacyjny
second-code-hint = Sześć cyfr z aplikacji uwierzytelniającej albo jeden z kodów zapasowych.
signed-out = Wylogowano.
expired-title = Zaloguj się ponownie
expired-lead = Ze względów bezpieczeństwa sesja kończy się po pewnym czasie. Strona i wszystko, co wpisano, pozostaje.
expired-leave = Przejdź do strony logowania
again-title = Potwierdź, że to Ty
again-lead = Zmieniasz coś ważnego, dlatego podaj ponownie hasło.

# Sign-up and activation
sign-up = Załóż konto
sign-up-title = Zakładanie konta
sign-up-lead = Przygotuj ostatnią fakturę. Dane z niej pomogą nam znaleźć Twój numer klienta.
sign-up-help = Nie masz faktury pod ręką?
sign-up-sent-title = Przyjęliśmy wniosek
sign-up-sent-text = Jeśli dane się zgadzają, wysyłamy e-mail z kodem. Jeśli nie znamy jeszcze Twojego adresu e-mail, wyślemy też list z drugim kodem; dotrze w ciągu kilku dni. Jeśli w e-mailu jest link, wystarczy go otworzyć.
customer-number-hint = Znajdziesz go w nagłówku faktury.
invoice-number = Numer faktury
invoice-number-hint = Wystarczy dowolna z ostatnich faktur.
invoice-amount = Kwota faktury ({ $currency })
invoice-amount-hint = Dokładnie jak na fakturze, na przykład 1 234,50. Nadpłatę wpisz bez znaku.
proof-by = Co dodasz?
proof-by-amount = Kwotę z faktury
proof-by-meter = Numer licznika
meter-serial = Numer licznika
meter-serial-hint = Jest na liczniku i na fakturze.
your-email = Twój e-mail
your-email-hint = Posłuży do logowania.
request-number = Numer wniosku
request-number-hint = Jest w e-mailu, który wysłaliśmy.
email-code = Kod z e-maila
email-code-hint = Przepisz go albo otwórz link z e-maila.
email-code-filled = Wypełniono na podstawie linku z e-maila.
letter-code = Kod z listu
letter-code-hint = Tylko jeśli e-mail zapowiada list. Odstępy i wielkość liter nie mają znaczenia.
activate = Aktywuj konto
activate-title = Aktywacja konta
activate-lead = Wpisz kody i wybierz hasło. Wszystko zostanie wysłane razem.
activated = Gotowe, konto jest aktywne. Zaloguj się nowym hasłem.
invitation-title = Zaproszenie
invitation-lead = Wybierz hasło, którym będziesz się logować.
invitation-number = Numer zaproszenia
invitation-accept = Przyjmij zaproszenie

# Recovery
recovery-title = Odzyskiwanie hasła
recovery-lead = Sprawdzimy, że to Ty: pomoże ostatnia faktura i Twój e-mail.
recovery-send = Wyślij e-mail
recovery-sent-title = Przyjęliśmy wniosek
recovery-sent-text = Jeśli dane się zgadzają, wysyłamy e-mail z linkiem i kodem. Zajrzyj też do folderu ze spamem.
recover-title = Nowe hasło
recover-lead = Wpisz kod z e-maila i wybierz nowe hasło.
recover-second-hint = Tylko jeśli logujesz się także aplikacją uwierzytelniającą.
recover = Ustaw hasło
recovered = Hasło zostało zmienione. Zaloguj się nim.

# Passwords
password-new = Nowe hasło
password-hint = Co najmniej { $least } znaków. Najlepiej kilka zwykłych słów.
password-short =
    { $length ->
        [one] Hasło musi mieć co najmniej { $least } znaków, ma { $length } znak
        [few] Hasło musi mieć co najmniej { $least } znaków, ma { $length } znaki
       *[other] Hasło musi mieć co najmniej { $least } znaków, ma { $length }
    }
password-show = Pokaż
password-hide = Ukryj
password-show-label = Pokaż: { $field }
passphrase-suggest = Zaproponuj hasło ze słów
passphrase-another = Zaproponuj inne
passphrase-why = Kilka słów łatwiej zapamiętać i trudniej odgadnąć niż krótkie hasło ze znakami.
passphrase-made = Zapisz hasło w bezpiecznym miejscu albo w menedżerze haseł.

# Security
security-title = Logowanie i bezpieczeństwo
security-lead = Jak się logujesz i gdzie masz otwarte sesje.
security-email = E-mail do logowania
password-changed = Zmienione { $date }
password-title = Zmiana hasła
password-lead = Na innych urządzeniach nastąpi wylogowanie.
password-save = Zmień hasło
password-changed-done = Hasło zostało zmienione. Na innych urządzeniach nastąpiło wylogowanie.
email-title = Zmiana e-maila do logowania
email-lead = Logujesz się adresem { $email }. Nowy zacznie obowiązywać po potwierdzeniu kodem.
email-new = Nowy e-mail
email-send = Wyślij kod
email-sent = Wysłaliśmy kod na adres { $email }. Powiadomiliśmy też dotychczasowy adres.
email-sent-before = Wpisz kod z e-maila, który przyszedł na nowy adres.
email-confirm = Potwierdź e-mail
email-other = Podaj inny adres
email-changed = E-mail do logowania został zmieniony.
second-title = Logowanie dwuetapowe
second-lead = Oprócz hasła podajesz kod z aplikacji w telefonie. Obca osoba nie zaloguje się, nawet znając hasło.
second-on =
    { $left ->
        [0] Włączone, brak kodów zapasowych
        [one] Włączone, pozostał { $left } kod zapasowy
        [few] Włączone, pozostały { $left } kody zapasowe
       *[other] Włączone, pozostało { $left } kodów zapasowych
    }
second-off = Wyłączone
second-is-on = Logowanie dwuetapowe jest włączone.
second-left =
    { $left ->
        [0] Nie ma już kodów zapasowych. Utwórz nowe.
        [one] Pozostał { $left } kod zapasowy.
        [few] Pozostały { $left } kody zapasowe.
       *[other] Pozostało { $left } kodów zapasowych.
    }
second-must-title = Włącz logowanie dwuetapowe
second-must-text = Jest konieczne do pracy z danymi klientów.
second-why = Potrzebny będzie telefon z aplikacją uwierzytelniającą. Ustawienie zajmie około dwóch minut.
second-begin = Włącz logowanie dwuetapowe
second-step-app = Otwórz aplikację uwierzytelniającą
second-step-app-text = Wystarczy dowolna, która tworzy kody jednorazowe (TOTP). Potrafi to też większość menedżerów haseł.
second-step-scan = Dodaj do niej to konto
second-step-type = Zeskanuj kod aplikacją albo przepisz klucz:
second-qr = Kod QR z kluczem do aplikacji uwierzytelniającej
second-open-app = Otwórz w aplikacji
second-step-code = Przepisz kod, który pokazuje aplikacja
second-digits = Sześć cyfr
second-turn-on = Włącz
second-renew = Utwórz nowe kody zapasowe
second-turn-off = Wyłącz
second-off-title = Wyłączyć logowanie dwuetapowe?
second-off-text = Do zalogowania wystarczy wtedy hasło. Kody zapasowe przestaną działać.
second-turned-off = Logowanie dwuetapowe jest wyłączone.
codes-title = Kody zapasowe
codes-text = Przechowuj je poza telefonem. Każdy działa raz, gdy nie masz aplikacji pod ręką. Nie pokażemy ich ponownie.
codes-saved = Mam je zapisane
sessions-title = Zalogowane urządzenia
sessions-lead = Nie poznajesz któregoś? Wyloguj je i zmień hasło.
sessions-here = to urządzenie
sessions-seen = Ostatnio { $ago } · { $source }
sessions-since = Zalogowano { $at }
sessions-end = Wyloguj
sessions-end-label = Wyloguj urządzenie { $device }
sessions-end-others = Wyloguj pozostałe
sessions-end-all = Wyloguj wszędzie
sessions-ended-one = Urządzenie zostało wylogowane.
sessions-ended-others = Pozostałe urządzenia zostały wylogowane.
journal-title = Dziennik zdarzeń
journal-lead = Logowania, zmiany i wgląd pracowników, od najnowszych.
journal-open = Pokaż dziennik
journal-empty = Nie ma jeszcze zdarzeń
journal-what = Zdarzenie
journal-when = Kiedy
journal-where = Skąd
journal-result = Wynik

# Home and customers
customers-title = Moi klienci
customers-lead = Wybierz, czyje dane chcesz zobaczyć.
customers-none = Do konta nie należy jeszcze żaden klient
customers-none-text = Gdy dostawca przyzna dostęp, klient pojawi się tutaj.
home-meters = Twoje liczniki
home-no-meters = Nie ma jeszcze żadnego licznika
home-no-meters-text = Pojawi się, gdy dostawca go wpisze.
home-all-meters = Wszystkie liczniki
home-under-way = W trakcie
home-lately = Ostatnio
home-all-requests = Wszystkie wnioski
todo-reading =
    { $count ->
        [one] Czas na odczyt
       *[other] Czas na odczyty
    }
todo-reading-one = { $point }: prześlij nam stan licznika do { $until }.
todo-reading-many = Prześlij nam stany liczników do { $until }.
send-reading = Podaj odczyt
reading-under-way = Odczyt w trakcie
last-state = Ostatni stan
last-none = Nie ma jeszcze odczytu
last-actual = Odczytano { $date }
last-customer = Twój odczyt z { $date }
last-estimated = Szacunek na { $date }
last-initial = Przy montażu { $date }
last-final = Przy demontażu { $date }

# Profile
profile-title = Dane i ustawienia
profile-fixed = Aby zmienić nazwę lub adres, skontaktuj się z: { $utility }.
profile-security = Hasło, logowanie dwuetapowe i zalogowane urządzenia
kind-title-household = Klient
kind-title-business = Firma
kind-title-institution = Instytucja
contact-title = Dane kontaktowe
contact-lead = Tu piszemy i dzwonimy w sprawach dostaw. Nie zmienia to e-maila do logowania.
phone-hint = Na przykład 601 123 456 lub +420 601 123 456.
mailing-title = Adres do korespondencji
mailing-lead = Dokąd mamy wysyłać listy.
mailing-same = Taki sam jak adres klienta
mailing-where = Dokąd wysyłać listy?
mailing-own = Na adres klienta
mailing-other = Na inny adres
preferences-title = Język i wiadomości
preferences-language = Język portalu i e-maili
preferences-mails = Wysyłaj e-maile o moich wnioskach
preferences-mails-hint = Wiadomości o bezpieczeństwie konta wysyłamy zawsze.
preferences-saved = Ustawienia zostały zapisane.

# Requests
requests-title = Wnioski
requests-lead = Wysłane odczyty i zmiany oraz ich stan.
requests-none = Nic jeszcze nie wysłano
requests-none-text = Tu zobaczysz odczyty i zmiany danych oraz ich stan.
request-title = Wniosek
request-what = Co wysłano
request-findings = Co zauważyliśmy
request-way = Przebieg
change-reading = Odczyt licznika { $serial }
change-contact = Zmiana danych kontaktowych
change-mailing_address = Zmiana adresu do korespondencji
change-read-on = odczytano { $date }
change-sent-on = wysłano { $date }
change-late = Trwa dłużej
change-late-text = Trwa to dłużej niż zwykle. Nie musisz nic robić, wiemy o tym.
change-send = Wyślij zmianę
change-sent = Wysłano. Damy znać, jaki jest wynik.
change-taken = Wysłano i zatwierdzono.
change-open-title = Taka zmiana jest już w toku
change-open-text = Poczekaj, aż się zakończy, albo ją wycofaj.
change-open-see = Zobacz ją
state-proposed = Czeka na zatwierdzenie
state-approved = Zatwierdzone
state-handed_over = Przetwarzane
state-applied = Gotowe
state-rejected = Odrzucone
state-refused = Nieprzyjęte
state-withdrawn = Wycofane
step-proposed = Wysłano wniosek
step-approved =
    { $by ->
        [rule] Zatwierdzono automatycznie
       *[other] Zatwierdzono przez pracownika
    }
step-handed_over = Przekazano do zapisania
step-applied = Zapisano, gotowe
step-rejected = Odrzucono przez pracownika
step-refused = Nie udało się zapisać
step-withdrawn = Wycofano wniosek
ahead-approved = Zatwierdzenie
ahead-handed_over = Przekazanie do zapisania
ahead-applied = Zapisanie
ahead-proposed = Wysłanie
ahead-rejected = Odrzucenie
ahead-refused = Nieprzyjęcie
ahead-withdrawn = Wycofanie
withdraw = Wycofaj
withdraw-title = Wycofać wniosek?
withdraw-text = Nie będziemy go dalej rozpatrywać. Nowy możesz wysłać w każdej chwili.
withdraw-keep = Pozostaw
withdrawn = Wniosek został wycofany.

# Help
help-title = Pomoc i kontakt
help-lead = Najczęstsze pytania i kontakt z nami: { $utility }.
help-reach = Zadzwoń lub napisz
help-questions = O co pytają klienci
help-q-account = Jak założyć konto?
help-a-account = Na stronie logowania wybierz „Załóż konto” i przepisz z faktury numer klienta, numer faktury oraz kwotę lub numer licznika. Następnie przyjdzie e-mail z kodem.
help-q-letter = Dlaczego przyszedł list z kodem?
help-a-letter = Gdy nie znamy adresu e-mail, sprawdzamy adres listownie. Kod z listu wpisuje się razem z kodem z e-maila. Jeden bez drugiego nie wystarczy, więc konta nie założy nikt obcy.
help-q-reading = Jak odczytać licznik?
help-a-reading = Przepisz wszystkie czarne cyfry od lewej. Czerwone cyfry po przecinku przepisz tylko, jeśli formularz o nie prosi. Licznik dwutaryfowy ma dwa stany.
help-q-reading-wrong = Wysłałem(-am) błędny stan. Co teraz?
help-a-reading-wrong = Dopóki czeka na zatwierdzenie, otwórz go we Wnioskach i wycofaj. Potem wyślij właściwy.
help-q-second = Zgubiłem(-am) telefon z aplikacją uwierzytelniającą
help-a-second = Zamiast kodu z aplikacji wpisz jeden z kodów zapasowych. Jeśli ich nie masz, zadzwoń do nas.
help-access = Dostępność
help-access-text = Portal powinien działać z klawiaturą i czytnikiem ekranu, w powiększeniu, w jasnym i ciemnym wyglądzie. Jeśli coś przeszkadza, napisz do nas.
