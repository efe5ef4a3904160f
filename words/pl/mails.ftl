### Słowa wiadomości e-mail.
###
### Wiadomość `<klucz>` składa się z:
###   <klucz>-subject  temat, jeden wiersz
###   <klucz>-title    nagłówek
###   <klucz>-text     akapity, rozdzielone pustym wierszem
###   <klucz>-code     opcjonalnie: to, co się przepisuje, pokazane dużym pismem
###   <klucz>-button   opcjonalnie: napis na przycisku; link dodaje program
###   <klucz>-note     opcjonalnie: drobna uwaga pod tekstem
### `$utility` to nazwa dostawcy, w każdej wiadomości. Daty, godziny i liczby
### przychodzą sformatowane. Cokolwiek zawiera wartość, pozostaje zwykłym tekstem.

## Ramka każdej wiadomości

frame-contact = Masz pytania? Chętnie pomożemy:
frame-automatic = Tę wiadomość wysłał automatycznie portal klienta. Nadawca: { $utility }. Nigdy nie pytamy o Twoje hasło e-mailem ani telefonicznie.
frame-button-address = Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:

## Co stało się ze zmianą. `$kind` to rodzaj zmiany (`reading`, `contact`,
## `payment_method`...); odczyt ma `$meter` (numer fabryczny) i `$day`.

change-approved-subject = { $kind ->
    [reading] Przyjęliśmy Twój odczyt licznika
    [contact] Przyjęliśmy Twoje nowe dane kontaktowe
    [payment_method] Przyjęliśmy Twój nowy sposób płatności
    [advance] Przyjęliśmy nową wysokość Twoich zaliczek
    [refund] Przyjęliśmy Twój wniosek o zwrot nadpłaty
    [instalments] Przyjęliśmy Twój wniosek o raty
    [reserved_capacity] Przyjęliśmy Twój wniosek o zmianę mocy umownej
    [rainwater] Przyjęliśmy Twoją deklarację dotyczącą wód opadowych
    [e_invoice] Przyjęliśmy zmianę sposobu dostarczania Twoich faktur
   *[mailing_address] Przyjęliśmy Twój nowy adres do korespondencji
}
change-approved-title = { $kind ->
    [reading] Twój odczyt został przyjęty
    [contact] Twoje nowe dane kontaktowe zostały przyjęte
    [payment_method] Nowy sposób płatności został przyjęty
    [advance] Nowa wysokość zaliczek została przyjęta
    [refund] Wniosek o zwrot nadpłaty został przyjęty
    [instalments] Wniosek o raty został przyjęty
    [reserved_capacity] Zmiana mocy umownej została przyjęta
    [rainwater] Deklaracja dotycząca wód opadowych została przyjęta
    [e_invoice] Zmiana sposobu dostarczania faktur została przyjęta
   *[mailing_address] Twój nowy adres do korespondencji został przyjęty
}
change-approved-text = { $kind ->
    [reading] Przyjęliśmy Twój odczyt licznika { $meter } z dnia { $day }.
    [contact] Przyjęliśmy zmianę Twoich danych kontaktowych.
    [payment_method] Przyjęliśmy zmianę sposobu płatności.
    [advance] Przyjęliśmy zmianę wysokości zaliczek.
    [refund] Przyjęliśmy wniosek o zwrot nadpłaty.
    [instalments] Przyjęliśmy wniosek o rozłożenie zadłużenia na raty.
    [reserved_capacity] Przyjęliśmy wniosek o zmianę mocy umownej.
    [rainwater] Przyjęliśmy deklarację powierzchni, z których odprowadzane są wody opadowe.
    [e_invoice] Przyjęliśmy zmianę sposobu dostarczania faktur.
   *[mailing_address] Przyjęliśmy zmianę Twojego adresu do korespondencji.
}

    Trwa zapis w naszej ewidencji. Gdy się zakończy, otrzymasz kolejną wiadomość.
change-approved-button = Zobacz wniosek

change-rejected-subject = { $kind ->
    [reading] Nie mogliśmy przyjąć Twojego odczytu licznika
    [contact] Nie mogliśmy przyjąć Twoich nowych danych kontaktowych
    [payment_method] Nie mogliśmy przyjąć nowego sposobu płatności
    [advance] Nie mogliśmy przyjąć nowej wysokości zaliczek
    [refund] Nie mogliśmy przyjąć wniosku o zwrot nadpłaty
    [instalments] Nie mogliśmy przyjąć wniosku o raty
    [reserved_capacity] Nie mogliśmy przyjąć wniosku o zmianę mocy umownej
    [rainwater] Nie mogliśmy przyjąć deklaracji dotyczącej wód opadowych
    [e_invoice] Nie mogliśmy przyjąć zmiany sposobu dostarczania faktur
   *[mailing_address] Nie mogliśmy przyjąć Twojego nowego adresu do korespondencji
}
change-rejected-title = { $kind ->
    [reading] Twój odczyt nie został przyjęty
    [contact] Twoje dane kontaktowe pozostają bez zmian
    [payment_method] Sposób płatności pozostaje bez zmian
    [advance] Zaliczki pozostają bez zmian
    [refund] Nadpłata nie została jeszcze zwrócona
    [instalments] Zadłużenia nie można rozłożyć na raty
    [reserved_capacity] Moc umowna pozostaje bez zmian
    [rainwater] Zadeklarowane powierzchnie pozostają bez zmian
    [e_invoice] Sposób dostarczania faktur pozostaje bez zmian
   *[mailing_address] Twój adres do korespondencji pozostaje bez zmian
}
change-rejected-text = { $kind ->
    [reading] Nie mogliśmy przyjąć Twojego odczytu licznika { $meter } z dnia { $day }.
    [contact] Nie mogliśmy przyjąć zmiany Twoich danych kontaktowych.
    [payment_method] Nie mogliśmy przyjąć zmiany sposobu płatności.
    [advance] Nie mogliśmy przyjąć zmiany wysokości zaliczek.
    [refund] Nie mogliśmy przyjąć wniosku o zwrot nadpłaty.
    [instalments] Nie mogliśmy przyjąć wniosku o rozłożenie zadłużenia na raty.
    [reserved_capacity] Nie mogliśmy przyjąć wniosku o zmianę mocy umownej.
    [rainwater] Nie mogliśmy przyjąć deklaracji powierzchni, z których odprowadzane są wody opadowe.
    [e_invoice] Nie mogliśmy przyjąć zmiany sposobu dostarczania faktur.
   *[mailing_address] Nie mogliśmy przyjąć zmiany Twojego adresu do korespondencji.
}

    Powód: { $reason }

    { $kind ->
    [reading] Sprawdź licznik i wyślij odczyt ponownie.
   *[other] Poprawiony wniosek możesz wysłać w każdej chwili.
    }
change-rejected-button = Zobacz wniosek

change-applied-subject = { $kind ->
    [reading] Twój odczyt licznika został zapisany
    [contact] Twoje dane kontaktowe zostały zmienione
    [payment_method] Sposób płatności został zmieniony
    [advance] Wysokość zaliczek została zmieniona
    [refund] Zwracamy Twoją nadpłatę
    [instalments] Raty zostały uzgodnione
    [reserved_capacity] Moc umowna została zmieniona
    [rainwater] Powierzchnie dla wód opadowych zostały zapisane
    [e_invoice] Sposób dostarczania faktur został zmieniony
   *[mailing_address] Twój adres do korespondencji został zmieniony
}
change-applied-title = { $kind ->
    [reading] Twój odczyt został zapisany
    [contact] Twoje dane kontaktowe zostały zmienione
    [payment_method] Sposób płatności został zmieniony
    [advance] Wysokość zaliczek została zmieniona
    [refund] Zwracamy Twoją nadpłatę
    [instalments] Raty zostały uzgodnione
    [reserved_capacity] Moc umowna została zmieniona
    [rainwater] Powierzchnie dla wód opadowych zostały zapisane
    [e_invoice] Sposób dostarczania faktur został zmieniony
   *[mailing_address] Twój adres do korespondencji został zmieniony
}
change-applied-text = { $kind ->
    [reading] Twój odczyt licznika { $meter } z dnia { $day } jest w naszej ewidencji. Nie musisz robić nic więcej.
    [contact] Od teraz kontaktujemy się z Tobą, korzystając z nowych danych.
    [payment_method] Od teraz obowiązuje nowy sposób płatności.
    [advance] Nową wysokość zaliczek znajdziesz w portalu, w harmonogramie zaliczek. Jeśli płacisz zleceniem stałym, pamiętaj o jego zmianie.
    [refund] Wysyłamy nadpłatę na wskazane przez Ciebie konto.
    [instalments] Poszczególne raty z terminami płatności znajdziesz w portalu.
    [reserved_capacity] Nowa moc umowna jest zapisana przy punkcie poboru.
    [rainwater] Opłatę za wody opadowe będziemy liczyć według nowych powierzchni.
    [e_invoice] Kolejne faktury otrzymasz już w nowy sposób.
   *[mailing_address] Od teraz wysyłamy listy na Twój nowy adres.
}
change-applied-button = Zobacz wniosek

change-refused-subject = { $kind ->
    [reading] Nie udało się zapisać Twojego odczytu licznika
    [contact] Nie udało się zmienić Twoich danych kontaktowych
    [payment_method] Nie udało się zmienić sposobu płatności
    [advance] Nie udało się zmienić wysokości zaliczek
    [refund] Nie udało się zwrócić nadpłaty
    [instalments] Nie udało się uzgodnić rat
    [reserved_capacity] Nie udało się zmienić mocy umownej
    [rainwater] Nie udało się zapisać powierzchni dla wód opadowych
    [e_invoice] Nie udało się zmienić sposobu dostarczania faktur
   *[mailing_address] Nie udało się zmienić Twojego adresu do korespondencji
}
change-refused-title = { $kind ->
    [reading] Nie udało się zapisać Twojego odczytu
    [contact] Twoje dane kontaktowe pozostają bez zmian
    [payment_method] Sposób płatności pozostaje bez zmian
    [advance] Zaliczki pozostają bez zmian
    [refund] Nie udało się zwrócić nadpłaty
    [instalments] Nie udało się uzgodnić rat
    [reserved_capacity] Moc umowna pozostaje bez zmian
    [rainwater] Zadeklarowane powierzchnie pozostają bez zmian
    [e_invoice] Sposób dostarczania faktur pozostaje bez zmian
   *[mailing_address] Twój adres do korespondencji pozostaje bez zmian
}
change-refused-text = { $kind ->
    [reading] Nie udało się zapisać Twojego odczytu licznika { $meter } z dnia { $day }, mimo że go przyjęliśmy.
    [contact] Nie udało się wprowadzić zmiany Twoich danych kontaktowych, mimo że ją przyjęliśmy.
    [payment_method] Nie udało się zmienić sposobu płatności, mimo że przyjęliśmy tę zmianę.
    [advance] Nie udało się zmienić wysokości zaliczek, mimo że przyjęliśmy tę zmianę.
    [refund] Nie udało się zwrócić nadpłaty, mimo że przyjęliśmy Twój wniosek.
    [instalments] Nie udało się uzgodnić rat, mimo że przyjęliśmy Twój wniosek.
    [reserved_capacity] Nie udało się zmienić mocy umownej, mimo że przyjęliśmy Twój wniosek.
    [rainwater] Nie udało się zapisać deklaracji dotyczącej wód opadowych, mimo że ją przyjęliśmy.
    [e_invoice] Nie udało się zmienić sposobu dostarczania faktur, mimo że przyjęliśmy tę zmianę.
   *[mailing_address] Nie udało się wprowadzić zmiany Twojego adresu do korespondencji, mimo że ją przyjęliśmy.
}

    Powód: { $reason }

    Jeśli nie wiesz, co dalej, skontaktuj się z nami.
change-refused-button = Zobacz wniosek

## Logowanie i jego bezpieczeństwo

auth-sign-up-code-subject = Twój kod do portalu { $utility }
auth-sign-up-code-title = Twój kod aktywacyjny
auth-sign-up-code-text =
    Ktoś, podając dane z faktury, poprosił o dostęp do Twojego konta klienta. Jeśli to Ty, wpisz ten kod razem z nowym hasłem na stronie, na której zaczęła się aktywacja. Jeśli masz już u nas konto w portalu, podaj jego hasło.

    Kod jest ważny 24 godziny i można go użyć raz.
auth-sign-up-code-code = { $code }
auth-sign-up-code-button = Wpisz kod
auth-sign-up-code-note = Jeśli to nie Ty, nie musisz nic robić: bez kodu nikt się nie zaloguje. Nikomu go nie podawaj.

auth-sign-up-code-and-letter-subject = Pierwsza część Twojego kodu do portalu { $utility }
auth-sign-up-code-and-letter-title = Pierwszy z dwóch kodów
auth-sign-up-code-and-letter-text =
    To pierwsza część Twojego kodu aktywacyjnego. Drugą wysłaliśmy pocztą na adres, który mamy w ewidencji. Powinna dotrzeć w ciągu kilku dni.

    Zachowaj tę wiadomość. Gdy otrzymasz list, wpisz obie części razem z nowym hasłem. Jeśli masz już u nas konto w portalu, podaj jego hasło.

    Jedna część bez drugiej nie wystarczy.
auth-sign-up-code-and-letter-code = { $code }
auth-sign-up-code-and-letter-button = Wpisz oba kody
auth-sign-up-code-and-letter-note = Jeśli to nie Twoja prośba, nie musisz nic robić.

auth-invited-subject = { $utility }: zaproszenie do portalu klienta
auth-invited-title = Twoje zaproszenie
auth-invited-text =
    Przygotowaliśmy dostęp do Twojego konta klienta. Wpisz ten kod razem z nowym hasłem. Jeśli masz już u nas konto w portalu, podaj jego hasło.

    Kod jest ważny 24 godziny i można go użyć raz.
auth-invited-code = { $code }
auth-invited-button = Wpisz kod
auth-invited-note = Jeśli nie chcesz dostępu, nie musisz nic robić.

auth-invited-and-letter-subject = { $utility }: zaproszenie do portalu klienta
auth-invited-and-letter-title = Twoje zaproszenie, pierwszy z dwóch kodów
auth-invited-and-letter-text =
    Przygotowaliśmy dostęp do Twojego konta klienta. To pierwsza część kodu. Drugą wysłaliśmy pocztą na adres, który mamy w ewidencji.

    Zachowaj tę wiadomość. Gdy otrzymasz list, wpisz obie części razem z nowym hasłem. Jeśli masz już u nas konto w portalu, podaj jego hasło.
auth-invited-and-letter-code = { $code }
auth-invited-and-letter-button = Wpisz oba kody
auth-invited-and-letter-note = Jeśli nie chcesz dostępu, nie musisz nic robić.

auth-staff-invited-subject = { $utility }: zaproszenie dla pracownika
auth-staff-invited-title = Zapraszamy Cię do portalu jako pracownika
auth-staff-invited-text =
    Otwórz poniższą stronę i wybierz hasło. Po pierwszym logowaniu włączysz logowanie dwuetapowe: przygotuj telefon z aplikacją uwierzytelniającą.

    Link jest ważny siedem dni i można go użyć raz.
auth-staff-invited-button = Przyjmij zaproszenie
auth-staff-invited-note = Jeśli nie wiesz, o co chodzi, nie musisz nic robić.

auth-recovery-link-subject = Nowe hasło do portalu { $utility }
auth-recovery-link-title = Nowe hasło
auth-recovery-link-text =
    Ktoś poprosił o nowe hasło do Twojego konta. Jeśli to Ty, otwórz poniższą stronę i wybierz nowe hasło. Wszystkie urządzenia zostaną wylogowane.

    Link jest ważny 24 godziny i można go użyć raz.
auth-recovery-link-button = Wybierz nowe hasło
auth-recovery-link-note = Jeśli to nie Ty, nie musisz nic robić: hasło się nie zmieni.

auth-email-code-subject = Potwierdź swój adres e-mail w portalu { $utility }
auth-email-code-title = Potwierdź swój adres e-mail
auth-email-code-text =
    Wpisz ten kod na stronie, na której zmieniasz adres e-mail. Po potwierdzeniu będziesz się logować nowym adresem.

    Kod jest ważny godzinę.
auth-email-code-code = { $code }
auth-email-code-button = Wpisz kod
auth-email-code-note = Jeśli to nie Twoja prośba, nie musisz nic robić.

auth-already-known-subject = Masz już konto w portalu { $utility }
auth-already-known-title = Masz już konto
auth-already-known-text =
    Ktoś, podając dane z faktury, poprosił o dostęp do Twojego konta klienta. Masz już do niego dostęp w portalu: zaloguj się tym adresem e-mail.

    Jeśli nie pamiętasz hasła, na tej samej stronie możesz wybrać nowe.
auth-already-known-button = Zaloguj się
auth-already-known-note = Jeśli to nie Ty, ktoś ma jedną z Twoich faktur. Bez dostępu do Twojej poczty dalej nie przejdzie.

auth-somebody-signs-up-subject = Ktoś prosi o dostęp do Twojego konta klienta
auth-somebody-signs-up-title = Ktoś prosi o dostęp
auth-somebody-signs-up-text =
    Ktoś, kto ma jedną z Twoich faktur, poprosił o dostęp do Twojego konta klienta ({ $at }). Uzyska go tylko z kodem, który wysyłamy na znany nam adres.

    Jeśli to ktoś z domowników, wszystko jest w porządku. Jeśli nic o tym nie wiesz, napisz do nas lub zadzwoń.
auth-somebody-signs-up-button = Zobacz swoje konto

auth-somebody-joined-subject = Twoje konto klienta widzi ktoś jeszcze
auth-somebody-joined-title = Twoje konto klienta widzi ktoś jeszcze
auth-somebody-joined-text =
    Kolejna osoba potwierdziła naszym kodem, że może widzieć Twoje konto klienta ({ $at }).

    Jeśli nic o tym nie wiesz, natychmiast napisz do nas lub zadzwoń.
auth-somebody-joined-button = Zobacz swoje konto

auth-welcome-subject = Witamy w portalu { $utility }
auth-welcome-title = Twoje konto jest gotowe
auth-welcome-text =
    Od tej chwili logujesz się tym adresem e-mail i wybranym hasłem.

    Polecamy logowanie dwuetapowe z aplikacją w telefonie: włączysz je na stronie Logowanie i bezpieczeństwo.
auth-welcome-button = Otwórz Logowanie i bezpieczeństwo

auth-new-device-subject = Logowanie z nowego urządzenia
auth-new-device-title = Logowanie z nowego urządzenia
auth-new-device-text =
    Do Twojego konta zalogowano się z urządzenia, którego dotąd nie widzieliśmy: { $device }, { $at }.

    Jeśli to Ty, wszystko jest w porządku. Jeśli nie, wyloguj to urządzenie i natychmiast zmień hasło.
auth-new-device-button = Zobacz zalogowane urządzenia

auth-password-changed-subject = Twoje hasło zostało zmienione
auth-password-changed-title = Twoje hasło zostało zmienione
auth-password-changed-text =
    Hasło do Twojego konta zostało zmienione ({ $at }). Pozostałe urządzenia zostały wylogowane.

    Jeśli to nie Ty, natychmiast wybierz nowe hasło i zadzwoń do nas.
auth-password-changed-button = To nie ja

auth-recovered-subject = Ustawiono nowe hasło do Twojego konta
auth-recovered-title = Ustawiono nowe hasło
auth-recovered-text =
    Za pomocą linku z e-maila ustawiono nowe hasło do Twojego konta ({ $at }, { $device }). Wszystkie urządzenia zostały wylogowane.

    Jeśli to nie Ty, ktoś czyta Twoją pocztę: zabezpiecz skrzynkę, wybierz nowe hasło i zadzwoń do nas.
auth-recovered-button = To nie ja

auth-email-change-begun-subject = Twój adres e-mail jest zmieniany
auth-email-change-begun-title = Twój adres e-mail jest zmieniany
auth-email-change-begun-text =
    Ktoś zalogowany do Twojego konta chce odtąd logować się adresem { $address } ({ $at }, { $device }). Wysłaliśmy tam kod.

    Jeśli to nie Ty, wyloguj wszystkie urządzenia i natychmiast zmień hasło.
auth-email-change-begun-button = Zobacz zalogowane urządzenia

auth-email-changed-subject = Twój adres e-mail został zmieniony
auth-email-changed-title = Twój adres e-mail został zmieniony
auth-email-changed-text =
    Adresem do logowania na Twoje konto jest teraz { $address } ({ $at }).

    Jeśli to nie Ty, natychmiast do nas zadzwoń.
auth-email-changed-button = To nie ja

auth-email-taken-subject = Ten adres e-mail ma już konto
auth-email-taken-title = Ten adres e-mail ma już konto
auth-email-taken-text =
    Ktoś chciał użyć tego adresu do innego konta. To niemożliwe, bo ten adres ma już konto. Nic się nie zmieniło.
auth-email-taken-button = Zaloguj się

auth-totp-on-subject = Logowanie dwuetapowe zostało włączone
auth-totp-on-title = Logowanie dwuetapowe zostało włączone
auth-totp-on-text =
    Od tej chwili do zalogowania oprócz hasła potrzebny jest kod z aplikacji ({ $at }, { $device }). Kody zapasowe przechowuj w bezpiecznym miejscu.

    Jeśli to nie Ty, natychmiast do nas zadzwoń.
auth-totp-on-button = Otwórz Logowanie i bezpieczeństwo

auth-totp-off-subject = Logowanie dwuetapowe zostało wyłączone
auth-totp-off-title = Logowanie dwuetapowe zostało wyłączone
auth-totp-off-text =
    Od tej chwili do zalogowania wystarczy samo hasło ({ $at }, { $device }).

    Jeśli to nie Ty, natychmiast zmień hasło i zadzwoń do nas.
auth-totp-off-button = Otwórz Logowanie i bezpieczeństwo

auth-recovery-codes-new-subject = Nowe kody zapasowe
auth-recovery-codes-new-title = Masz nowe kody zapasowe
auth-recovery-codes-new-text =
    Utworzono nowe kody zapasowe do Twojego konta ({ $at }, { $device }). Poprzednie straciły ważność.

    Jeśli to nie Ty, natychmiast zmień hasło i zadzwoń do nas.
auth-recovery-codes-new-button = Otwórz Logowanie i bezpieczeństwo
