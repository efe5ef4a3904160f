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
