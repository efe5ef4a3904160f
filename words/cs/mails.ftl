### Slova e-mailů.
###
### E-mail `<klíč>` má tyto zprávy:
###   <klíč>-subject  předmět, jeden řádek
###   <klíč>-title    nadpis
###   <klíč>-text     odstavce, oddělené prázdným řádkem
###   <klíč>-code     nepovinné: co se opisuje, zobrazí se velké
###   <klíč>-button   nepovinné: nápis na tlačítku; odkaz dodává kód
###   <klíč>-note     nepovinné: drobná poznámka pod textem
### `$utility` je název dodavatele, v každé zprávě. Data, časy a čísla přicházejí
### naformátované. Cokoli hodnota obsahuje, zůstane prostým textem.

## Rámec kolem každého e-mailu

frame-contact = Máte otázku? Rádi pomůžeme:
frame-automatic = Tuto zprávu posílá automaticky zákaznický portál. Odesílatel: { $utility }. Nikdy se vás neptáme na heslo e-mailem ani telefonem.
frame-button-address = Pokud tlačítko nefunguje, zkopírujte do prohlížeče tuto adresu:
