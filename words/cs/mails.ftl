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

## Co se stalo se změnou. `$kind` je `reading`, `contact` nebo
## `mailing_address`; odečet má `$meter` (výrobní číslo) a `$day`.

change-approved-subject = { $kind ->
    [reading] Váš odečet jsme přijali
    [contact] Vaše nové kontaktní údaje jsme přijali
   *[mailing_address] Vaši novou korespondenční adresu jsme přijali
}
change-approved-title = { $kind ->
    [reading] Váš odečet je přijatý
    [contact] Vaše nové kontaktní údaje jsou přijaté
   *[mailing_address] Vaše nová korespondenční adresa je přijatá
}
change-approved-text = { $kind ->
    [reading] Přijali jsme odečet měřidla { $meter } ze dne { $day }.
    [contact] Přijali jsme změnu vašich kontaktních údajů.
   *[mailing_address] Přijali jsme změnu vaší korespondenční adresy.
}

    Nyní probíhá zápis do naší evidence. Jakmile bude hotovo, napíšeme vám.
change-approved-button = Zobrazit požadavek

change-rejected-subject = { $kind ->
    [reading] Váš odečet jsme nemohli přijmout
    [contact] Vaše nové kontaktní údaje jsme nemohli přijmout
   *[mailing_address] Vaši novou korespondenční adresu jsme nemohli přijmout
}
change-rejected-title = { $kind ->
    [reading] Odečet není přijatý
    [contact] Kontaktní údaje zůstávají beze změny
   *[mailing_address] Korespondenční adresa zůstává beze změny
}
change-rejected-text = { $kind ->
    [reading] Nemohli jsme přijmout odečet měřidla { $meter } ze dne { $day }.
    [contact] Nemohli jsme přijmout změnu vašich kontaktních údajů.
   *[mailing_address] Nemohli jsme přijmout změnu vaší korespondenční adresy.
}

    Důvod: { $reason }

    { $kind ->
    [reading] Zkontrolujte prosím měřidlo a pošlete odečet znovu.
   *[other] Opravený požadavek můžete kdykoli poslat znovu.
    }
change-rejected-button = Zobrazit požadavek

change-applied-subject = { $kind ->
    [reading] Váš odečet je zapsaný
    [contact] Vaše kontaktní údaje jsou změněné
   *[mailing_address] Vaše korespondenční adresa je změněná
}
change-applied-title = { $kind ->
    [reading] Váš odečet je zapsaný
    [contact] Kontaktní údaje jsou změněné
   *[mailing_address] Korespondenční adresa je změněná
}
change-applied-text = { $kind ->
    [reading] Odečet měřidla { $meter } ze dne { $day } je v naší evidenci. Nic dalšího není potřeba.
    [contact] Odteď vás zastihneme na nových kontaktních údajích.
   *[mailing_address] Odteď posíláme dopisy na novou adresu.
}
change-applied-button = Zobrazit požadavek

change-refused-subject = { $kind ->
    [reading] Váš odečet se nepodařilo zapsat
    [contact] Vaše kontaktní údaje se nepodařilo změnit
   *[mailing_address] Vaši korespondenční adresu se nepodařilo změnit
}
change-refused-title = { $kind ->
    [reading] Odečet se nepodařilo zapsat
    [contact] Kontaktní údaje zůstávají beze změny
   *[mailing_address] Korespondenční adresa zůstává beze změny
}
change-refused-text = { $kind ->
    [reading] Odečet měřidla { $meter } ze dne { $day } se nepodařilo zapsat, přestože jsme ho přijali.
    [contact] Změnu kontaktních údajů se nepodařilo provést, přestože jsme ji přijali.
   *[mailing_address] Změnu korespondenční adresy se nepodařilo provést, přestože jsme ji přijali.
}

    Důvod: { $reason }

    Pokud nevíte, jak dál, obraťte se na nás.
change-refused-button = Zobrazit požadavek
