# Sign-in
sign-in = Zaloguj się
sign-in-title = Logowanie
sign-in-lead = Odczyty, umowy i wnioski w jednym miejscu.
sign-in-next = Zaloguj się, aby zobaczyć tę stronę. Potem od razu na nią trafisz.
sign-in-forgotten = Nie pamiętam hasła
sign-in-new-title = Pierwszy raz tutaj?
sign-in-new-text = Konto założysz na podstawie faktury. Zajmie to kilka minut.
sign-in-prices = Oblicz, ile zapłacisz
sign-in-have-code = Mam kod z listu lub e-maila
second-code = Kod weryfikacyjny
second-code-hint = Sześć cyfr z aplikacji uwierzytelniającej albo jeden z kodów zapasowych.
expired-title = Zaloguj się ponownie
expired-lead = Ze względów bezpieczeństwa sesja kończy się po pewnym czasie. Strona i wpisane dane pozostają na miejscu.
expired-leave = Przejdź do strony logowania
again-title = Potwierdź, że to Ty
again-lead = Zmieniasz coś ważnego, dlatego podaj ponownie hasło.

# Sign-up and activation
sign-up = Załóż konto
sign-up-title = Zakładanie konta
sign-up-lead = Przygotuj ostatnią fakturę. Dane z niej pomogą nam znaleźć Twój numer klienta.
sign-up-help = Nie masz faktury pod ręką?
sign-up-sent-title = Przyjęliśmy wniosek
sign-up-sent-text = Jeśli dane się zgadzają, otrzymasz e-mail z kodem. Jeśli nie znamy jeszcze Twojego adresu e-mail, wyślemy też list z drugim kodem; dotrze w ciągu kilku dni. Jeśli w e-mailu jest link, wystarczy go otworzyć.
customer-number-hint = Znajdziesz go w nagłówku faktury.
invoice-number = Numer faktury
invoice-number-hint = Wystarczy dowolna z ostatnich faktur.
invoice-amount = Kwota faktury ({ $currency })
invoice-amount-hint = Dokładnie jak na fakturze, na przykład 1 234,50. Nadpłatę wpisz bez znaku.
proof-by = Co jeszcze podasz?
proof-by-amount = Kwotę z faktury
proof-by-meter = Numer licznika
meter-serial = Numer licznika
meter-serial-hint = Znajdziesz go na liczniku i na fakturze.
your-email = Twój e-mail
your-email-hint = Będziesz się nim logować.
request-number = Numer wniosku
request-number-hint = Znajdziesz go w e-mailu od nas.
email-code = Kod z e-maila
email-code-hint = Przepisz go albo otwórz link z e-maila.
email-code-filled = Wypełniono na podstawie linku z e-maila.
letter-code = Kod z listu
letter-code-hint = Tylko jeśli e-mail zapowiada list. Odstępy i wielkość liter nie mają znaczenia.
activate = Aktywuj konto
activate-title = Aktywacja konta
activate-lead = Wpisz kody i wybierz hasło. Wszystko zostanie wysłane razem.
activate-existing = Jeśli masz już u nas konto z tym adresem e-mail, podaj jego obecne hasło.
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
recovery-sent-text = Jeśli dane się zgadzają, otrzymasz e-mail z linkiem i kodem. Zajrzyj też do folderu ze spamem.
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
passphrase-suggest = Zaproponuj hasło ze słów
passphrase-another = Zaproponuj inne
passphrase-why = Kilka słów łatwiej zapamiętać i trudniej odgadnąć niż krótkie hasło ze znakami specjalnymi.
passphrase-made = Zapisz hasło w bezpiecznym miejscu albo w menedżerze haseł.

# Security
security-title = Logowanie i bezpieczeństwo
security-lead = Jak się logujesz i gdzie masz otwarte sesje.
security-email = E-mail do logowania
password-changed = Zmieniono { $date }
password-title = Zmiana hasła
password-lead = Po zmianie wylogujemy Cię na innych urządzeniach.
password-save = Zmień hasło
password-changed-done = Hasło zostało zmienione. Wylogowaliśmy Cię na innych urządzeniach.
email-title = Zmiana e-maila do logowania
email-lead = Logujesz się adresem { $email }. Nowy zacznie obowiązywać, gdy potwierdzisz go kodem.
email-new = Nowy e-mail
email-send = Wyślij kod
email-have-code = Mam już kod
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
second-why = Potrzebujesz telefonu z aplikacją uwierzytelniającą. Ustawienie zajmie około dwóch minut.
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
second-off-text = Do zalogowania wystarczy wtedy samo hasło. Kody zapasowe przestaną działać.
second-turned-off = Logowanie dwuetapowe jest wyłączone.
codes-title = Kody zapasowe
codes-text = Przechowuj je poza telefonem. Przydadzą się, gdy nie masz aplikacji pod ręką; każdy działa tylko raz. Nie pokażemy ich ponownie.
codes-saved = Mam je zapisane
sessions-title = Zalogowane urządzenia
sessions-lead = Nie poznajesz któregoś? Wyloguj je i zmień hasło.
sessions-unknown = Nieznane urządzenie
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
