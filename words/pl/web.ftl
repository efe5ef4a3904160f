# Shell
skip = Przejdź do treści
nav-main = Menu główne
nav-home = Przegląd
nav-readings = Odczyty
nav-invoices = Faktury
nav-points = Punkty poboru
nav-requests = Wnioski
nav-profile = Dane
nav-work = Do zatwierdzenia
nav-customers = Klienci
nav-staff = Pracownicy
menu-account = Moje konto
menu-signed-in = Zalogowano jako
menu-office = Biuro
menu-customers = Moi klienci
menu-security = Logowanie i bezpieczeństwo
menu-help = Pomoc i kontakt
menu-prices = Ceny i kalkulator
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
offline-bar = Brak połączenia. Wpisane dane pozostają na stronie.
loading = Wczytywanie…
more = Pokaż więcej
again = Spróbuj ponownie
failed-lead = Spróbuj ponownie za chwilę. Wpisane dane pozostały na stronie.
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
to-home = Przejdź do przeglądu
not-found-title = Nie znaleźliśmy tej strony
not-found-lead = Adres może być niepełny albo strona nie jest powiązana z Twoim kontem.
signed-out = Wylogowano Cię.

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
form-email = Adres e-mail powinien mieć postać nazwa@domena.pl
form-number = Wpisz liczbę, na przykład 1 234,50
form-id = Użyj tylko liter bez znaków diakrytycznych, cyfr oraz znaków - _ . /
form-postcode = Kod pocztowy ma nieprawidłowy format
form-phone = Numer telefonu ma nieprawidłowy format
form-date-missing = Wybierz datę: { $field }
form-date-early = Data nie może być wcześniejsza niż { $date }
form-date-late = Data nie może być późniejsza niż { $date }

# Problems that may come before the other codes are loaded
code-unknown = Coś poszło nie tak ({ $code }). Spróbuj ponownie albo zadzwoń do nas.
code-unavailable = Usługa jest w tej chwili przeciążona.
code-internal = Wystąpił błąd po naszej stronie.
code-offline = Brak połączenia z internetem.
code-unreachable = Nie możemy połączyć się z serwerem.
code-unexpected = Na stronie wystąpił nieoczekiwany błąd.

# Words that many pages share
email = E-mail
phone = Telefon
web = Strona internetowa
name = Imię i nazwisko lub nazwa
address = Adres
street = Ulica lub miejscowość
house-number = Numer domu
postcode = Kod pocztowy
city = Miejscowość
country = Kraj
password = Hasło
customer-number = Numer klienta
customer-number-is = Numer klienta { $number }
company-number = NIP
not-given = nie podano
role-holder = właściciel konta
role-viewer = osoba z prawem wglądu
medium-water = Woda
medium-electricity = Energia elektryczna
medium-gas = Gaz
medium-heat = Ciepło
meter-is = nr { $serial }
register = Liczydło
register-VT = Strefa dzienna (VT)
register-NT = Strefa nocna (NT)
register-T = Stan
register-T1 = Stan
before = Dotychczas
before-on = Stan na { $date }
after = Nowy

# Home and customers
customers-title = Moi klienci
customers-lead = Wybierz, czyje dane chcesz zobaczyć.
customers-group = Płatności wszystkich klientów
customers-none = Z Twoim kontem nie jest jeszcze powiązany żaden klient
customers-none-text = Gdy dostawca przyzna Ci dostęp, klient pojawi się tutaj.
home-meters = Twoje liczniki
home-no-meters = Nie ma jeszcze żadnego licznika
home-no-meters-text = Liczniki pojawią się, gdy dostawca je wpisze.
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
last-none = Nie ma jeszcze odczytów
last-actual = Odczytano { $date }
last-customer = Twój odczyt z { $date }
last-estimated = Szacunkowo na { $date }
last-initial = Przy montażu { $date }
last-final = Przy demontażu { $date }

# Requests
change-reading = Odczyt licznika { $serial }
change-contact = Zmiana danych kontaktowych
change-mailing_address = Zmiana adresu do korespondencji
change-payment_method = Zmiana sposobu płatności
change-advance = Zmiana wysokości zaliczek
change-refund = Zwrot nadpłaty
change-instalments = Rozłożenie zadłużenia na raty
change-reserved_capacity = Zmiana mocy umownej
change-rainwater = Deklaracja powierzchni dla wód opadowych
change-e_invoice = Dostarczanie faktur
mailing-same = Taki sam jak adres klienta
change-read-on = odczytano { $date }
change-sent-on = wysłano { $date }
change-late = Trwa dłużej
change-send = Wyślij zmianę
change-sent = Wysłano. Damy Ci znać o wyniku.
change-taken = Wysłano i zatwierdzono.
change-open-title = Taka zmiana jest już w toku
change-open-text = Poczekaj, aż się zakończy, albo ją wycofaj.
change-open-see = Zobacz zmianę
state-proposed = Czeka na zatwierdzenie
state-approved = Zatwierdzono
state-handed_over = W realizacji
state-applied = Gotowe
state-rejected = Odrzucono
state-refused = Nie przyjęto
state-withdrawn = Wycofano
