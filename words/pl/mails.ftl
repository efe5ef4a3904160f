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
