### Słowa wiadomości e-mail.
###
### Wiadomość `<klucz>` składa się z:
###   <klucz>-subject  temat, jeden wiersz
###   <klucz>-title    nagłówek
###   <klucz>-text     akapity, rozdzielone pustym wierszem
###   <klucz>-code     opcjonalnie: to, co się przepisuje, pokazane dużym pismem
###   <klucz>-button   opcjonalnie: napis na przycisku; odnośnik dodaje program
###   <klucz>-note     opcjonalnie: drobna uwaga pod tekstem
### `$utility` to nazwa dostawcy, w każdej wiadomości. Daty, godziny i liczby
### przychodzą sformatowane. Cokolwiek zawiera wartość, pozostaje zwykłym tekstem.

## Ramka każdej wiadomości

frame-contact = Masz pytania? Chętnie pomożemy:
frame-automatic = Tę wiadomość wysyła automatycznie portal klienta. Nadawca: { $utility }. Nigdy nie pytamy o hasło e-mailem ani telefonicznie.
frame-button-address = Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:

## Co stało się ze zmianą. `$kind` to `reading`, `contact` albo
## `mailing_address`; odczyt ma `$meter` (numer fabryczny) i `$day`.

change-approved-subject = { $kind ->
    [reading] Przyjęliśmy odczyt licznika
    [contact] Przyjęliśmy nowe dane kontaktowe
   *[mailing_address] Przyjęliśmy nowy adres do korespondencji
}
change-approved-title = { $kind ->
    [reading] Odczyt został przyjęty
    [contact] Nowe dane kontaktowe zostały przyjęte
   *[mailing_address] Nowy adres do korespondencji został przyjęty
}
change-approved-text = { $kind ->
    [reading] Przyjęliśmy odczyt licznika { $meter } z dnia { $day }.
    [contact] Przyjęliśmy zmianę danych kontaktowych.
   *[mailing_address] Przyjęliśmy zmianę adresu do korespondencji.
}

    Trwa zapis w naszej ewidencji. Napiszemy ponownie, gdy się zakończy.
change-approved-button = Zobacz zgłoszenie

change-rejected-subject = { $kind ->
    [reading] Nie mogliśmy przyjąć odczytu licznika
    [contact] Nie mogliśmy przyjąć nowych danych kontaktowych
   *[mailing_address] Nie mogliśmy przyjąć nowego adresu do korespondencji
}
change-rejected-title = { $kind ->
    [reading] Odczyt nie został przyjęty
    [contact] Dane kontaktowe pozostają bez zmian
   *[mailing_address] Adres do korespondencji pozostaje bez zmian
}
change-rejected-text = { $kind ->
    [reading] Nie mogliśmy przyjąć odczytu licznika { $meter } z dnia { $day }.
    [contact] Nie mogliśmy przyjąć zmiany danych kontaktowych.
   *[mailing_address] Nie mogliśmy przyjąć zmiany adresu do korespondencji.
}

    Powód: { $reason }

    { $kind ->
    [reading] Prosimy sprawdzić licznik i wysłać odczyt ponownie.
   *[other] Poprawione zgłoszenie można wysłać w każdej chwili.
    }
change-rejected-button = Zobacz zgłoszenie

change-applied-subject = { $kind ->
    [reading] Odczyt licznika został zapisany
    [contact] Dane kontaktowe zostały zmienione
   *[mailing_address] Adres do korespondencji został zmieniony
}
change-applied-title = { $kind ->
    [reading] Odczyt został zapisany
    [contact] Dane kontaktowe zostały zmienione
   *[mailing_address] Adres do korespondencji został zmieniony
}
change-applied-text = { $kind ->
    [reading] Odczyt licznika { $meter } z dnia { $day } jest w naszej ewidencji. Nie trzeba robić nic więcej.
    [contact] Od teraz korzystamy z nowych danych kontaktowych.
   *[mailing_address] Od teraz wysyłamy listy na nowy adres.
}
change-applied-button = Zobacz zgłoszenie

change-refused-subject = { $kind ->
    [reading] Nie udało się zapisać odczytu licznika
    [contact] Nie udało się zmienić danych kontaktowych
   *[mailing_address] Nie udało się zmienić adresu do korespondencji
}
change-refused-title = { $kind ->
    [reading] Nie udało się zapisać odczytu
    [contact] Dane kontaktowe pozostają bez zmian
   *[mailing_address] Adres do korespondencji pozostaje bez zmian
}
change-refused-text = { $kind ->
    [reading] Odczytu licznika { $meter } z dnia { $day } nie udało się zapisać, mimo że został przyjęty.
    [contact] Zmiany danych kontaktowych nie udało się wprowadzić, mimo że została przyjęta.
   *[mailing_address] Zmiany adresu do korespondencji nie udało się wprowadzić, mimo że została przyjęta.
}

    Powód: { $reason }

    W razie wątpliwości prosimy o kontakt.
change-refused-button = Zobacz zgłoszenie

## Logowanie i jego bezpieczeństwo

auth-sign-up-code-subject = Państwa kod do portalu { $utility }
auth-sign-up-code-title = Państwa kod aktywacyjny
auth-sign-up-code-text =
    Ktoś, podając dane z faktury, poprosił o dostęp do Państwa konta klienta. Jeśli to Państwo, proszę wpisać ten kod razem z nowym hasłem na stronie, od której Państwo zaczęli. Jeśli mają już Państwo u nas login, proszę podać jego hasło.

    Kod jest ważny 24 godziny i można go użyć raz.
auth-sign-up-code-code = { $code }
auth-sign-up-code-button = Wpisz kod
auth-sign-up-code-note = Jeśli to nie Państwo, nie trzeba nic robić: bez kodu nikt się nie zaloguje. Proszę go nikomu nie podawać.

auth-sign-up-code-and-letter-subject = Pierwsza część kodu do portalu { $utility }
auth-sign-up-code-and-letter-title = Pierwszy z dwóch kodów
auth-sign-up-code-and-letter-text =
    To pierwsza część Państwa kodu aktywacyjnego. Druga część jest w drodze pocztą na adres, który mamy w ewidencji. Powinna dotrzeć w ciągu kilku dni.

    Proszę zachować tę wiadomość. Gdy list dotrze, proszę wpisać obie części razem z nowym hasłem. Jeśli mają już Państwo u nas login, proszę podać jego hasło.

    Żadna z części sama nie wystarczy.
auth-sign-up-code-and-letter-code = { $code }
auth-sign-up-code-and-letter-button = Wpisz oba kody
auth-sign-up-code-and-letter-note = Jeśli Państwo o nic nie prosili, nie trzeba nic robić.

auth-invited-subject = { $utility }: zaproszenie do portalu klienta
auth-invited-title = Państwa zaproszenie
auth-invited-text =
    Przygotowaliśmy dostęp do Państwa konta klienta. Proszę wpisać ten kod razem z nowym hasłem. Jeśli mają już Państwo u nas login, proszę podać jego hasło.

    Kod jest ważny 24 godziny i można go użyć raz.
auth-invited-code = { $code }
auth-invited-button = Wpisz kod
auth-invited-note = Jeśli nie chcą Państwo dostępu, nie trzeba nic robić.

auth-invited-and-letter-subject = { $utility }: zaproszenie do portalu klienta
auth-invited-and-letter-title = Państwa zaproszenie, pierwszy z dwóch kodów
auth-invited-and-letter-text =
    Przygotowaliśmy dostęp do Państwa konta klienta. To pierwsza część kodu. Druga część jest w drodze pocztą na adres, który mamy w ewidencji.

    Proszę zachować tę wiadomość. Gdy list dotrze, proszę wpisać obie części razem z nowym hasłem. Jeśli mają już Państwo u nas login, proszę podać jego hasło.
auth-invited-and-letter-code = { $code }
auth-invited-and-letter-button = Wpisz oba kody
auth-invited-and-letter-note = Jeśli nie chcą Państwo dostępu, nie trzeba nic robić.

auth-staff-invited-subject = { $utility }: zaproszenie dla operatora
auth-staff-invited-title = Zapraszamy jako operatora
auth-staff-invited-text =
    Proszę otworzyć poniższą stronę i wybrać hasło. Po pierwszym zalogowaniu ustawią Państwo drugi składnik: proszę przygotować telefon z aplikacją uwierzytelniającą.

    Odnośnik jest ważny siedem dni i można go użyć raz.
auth-staff-invited-button = Przyjmij zaproszenie
auth-staff-invited-note = Jeśli nie wiedzą Państwo, o co chodzi, nie trzeba nic robić.

auth-recovery-link-subject = Nowe hasło do portalu { $utility }
auth-recovery-link-title = Nowe hasło
auth-recovery-link-text =
    Ktoś poprosił o nowe hasło do Państwa konta. Jeśli to Państwo, proszę otworzyć poniższą stronę i je wybrać. Wszystkie urządzenia zostaną wylogowane.

    Odnośnik jest ważny 24 godziny i można go użyć raz.
auth-recovery-link-button = Wybierz nowe hasło
auth-recovery-link-note = Jeśli to nie Państwo, nie trzeba nic robić: hasło się nie zmieni.

auth-email-code-subject = Proszę potwierdzić adres e-mail w portalu { $utility }
auth-email-code-title = Proszę potwierdzić adres e-mail
auth-email-code-text =
    Proszę wpisać ten kod na stronie, na której zmieniali Państwo adres e-mail. Od tej chwili loguje się tym adresem.

    Kod jest ważny godzinę.
auth-email-code-code = { $code }
auth-email-code-button = Wpisz kod
auth-email-code-note = Jeśli Państwo o nic nie prosili, nie trzeba nic robić.

auth-already-known-subject = Mają już Państwo login do portalu { $utility }
auth-already-known-title = Mają już Państwo login
auth-already-known-text =
    Ktoś, podając dane z faktury, poprosił o dostęp do Państwa konta klienta. Tego klienta widzą już Państwo w portalu: proszę zalogować się tym adresem e-mail.

    Jeśli hasło zaginęło, na tej samej stronie można wybrać nowe.
auth-already-known-button = Zaloguj się
auth-already-known-note = Jeśli to nie Państwo, ktoś ma jedną z Państwa faktur. Bez dostępu do Państwa poczty dalej nie przejdzie.

auth-somebody-signs-up-subject = Ktoś prosi o dostęp do Państwa konta klienta
auth-somebody-signs-up-title = Ktoś prosi o dostęp
auth-somebody-signs-up-text =
    Ktoś, kto ma jedną z Państwa faktur, poprosił o dostęp do Państwa konta klienta ({ $at }). Uzyska go tylko z kodem, który wysyłamy na znany nam adres.

    Jeśli to domownik, wszystko jest w porządku. Jeśli nic o tym Państwo nie wiedzą, proszę do nas napisać lub zadzwonić.
auth-somebody-signs-up-button = Zobacz swoje konto

auth-somebody-joined-subject = Państwa konto klienta widzi ktoś jeszcze
auth-somebody-joined-title = Państwa konto klienta widzi ktoś jeszcze
auth-somebody-joined-text =
    Kolejna osoba potwierdziła naszym kodem, że może widzieć Państwa konto klienta ({ $at }).

    Jeśli nic o tym Państwo nie wiedzą, proszę natychmiast do nas napisać lub zadzwonić.
auth-somebody-joined-button = Zobacz swoje konto

auth-welcome-subject = Witamy w portalu { $utility }
auth-welcome-title = Państwa konto jest gotowe
auth-welcome-text =
    Od tej chwili logują się Państwo tym adresem e-mail i wybranym hasłem.

    Polecamy drugi składnik, czyli aplikację w telefonie: można go ustawić w części Bezpieczeństwo.
auth-welcome-button = Otwórz Bezpieczeństwo

auth-new-device-subject = Logowanie z nowego urządzenia
auth-new-device-title = Logowanie z nowego urządzenia
auth-new-device-text =
    Do Państwa konta zalogowano się z urządzenia, którego dotąd nie widzieliśmy: { $device }, { $at }.

    Jeśli to Państwo, wszystko jest w porządku. Jeśli nie, proszę zakończyć tę sesję i natychmiast zmienić hasło.
auth-new-device-button = Zobacz zalogowane urządzenia

auth-password-changed-subject = Hasło zostało zmienione
auth-password-changed-title = Hasło zostało zmienione
auth-password-changed-text =
    Hasło do Państwa konta zostało zmienione ({ $at }). Pozostałe urządzenia zostały wylogowane.

    Jeśli to nie Państwo, proszę natychmiast wybrać nowe hasło i do nas zadzwonić.
auth-password-changed-button = To nie ja

auth-recovered-subject = Wybrano nowe hasło
auth-recovered-title = Wybrano nowe hasło
auth-recovered-text =
    Za pomocą odnośnika z wiadomości e-mail wybrano nowe hasło do Państwa konta ({ $at }, { $device }). Wszystkie urządzenia zostały wylogowane.

    Jeśli to nie Państwo, ktoś czyta Państwa pocztę: proszę zabezpieczyć skrzynkę, wybrać nowe hasło i do nas zadzwonić.
auth-recovered-button = To nie ja

auth-email-change-begun-subject = Państwa adres e-mail jest zmieniany
auth-email-change-begun-title = Państwa adres e-mail jest zmieniany
auth-email-change-begun-text =
    Ktoś zalogowany do Państwa konta chce odtąd logować się adresem { $address } ({ $at }, { $device }). Wysłaliśmy tam kod.

    Jeśli to nie Państwo, proszę zakończyć wszystkie sesje i natychmiast zmienić hasło.
auth-email-change-begun-button = Zobacz zalogowane urządzenia

auth-email-changed-subject = Adres e-mail został zmieniony
auth-email-changed-title = Adres e-mail został zmieniony
auth-email-changed-text =
    Do Państwa konta loguje się teraz adresem { $address } ({ $at }).

    Jeśli to nie Państwo, proszę natychmiast do nas zadzwonić.
auth-email-changed-button = To nie ja

auth-email-taken-subject = Ten adres e-mail ma już konto
auth-email-taken-title = Ten adres e-mail ma już konto
auth-email-taken-text =
    Ktoś chciał użyć tego adresu dla innego konta. To niemożliwe, bo adres ma już konto. Nic się nie zmieniło.
auth-email-taken-button = Zaloguj się

auth-totp-on-subject = Ustawiono drugi składnik
auth-totp-on-title = Ustawiono drugi składnik
auth-totp-on-text =
    Od tej chwili do zalogowania oprócz hasła potrzebny jest kod z aplikacji ({ $at }, { $device }). Kody zapasowe proszę przechować w bezpiecznym miejscu.

    Jeśli to nie Państwo, proszę natychmiast do nas zadzwonić.
auth-totp-on-button = Otwórz Bezpieczeństwo

auth-totp-off-subject = Drugi składnik został wyłączony
auth-totp-off-title = Drugi składnik został wyłączony
auth-totp-off-text =
    Od tej chwili do zalogowania wystarcza samo hasło ({ $at }, { $device }).

    Jeśli to nie Państwo, proszę natychmiast zmienić hasło i do nas zadzwonić.
auth-totp-off-button = Otwórz Bezpieczeństwo

auth-recovery-codes-new-subject = Nowe kody zapasowe
auth-recovery-codes-new-title = Mają Państwo nowe kody zapasowe
auth-recovery-codes-new-text =
    Do Państwa konta utworzono nowe kody zapasowe ({ $at }, { $device }). Wcześniejsze nie są już ważne.

    Jeśli to nie Państwo, proszę natychmiast zmienić hasło i do nas zadzwonić.
auth-recovery-codes-new-button = Otwórz Bezpieczeństwo
