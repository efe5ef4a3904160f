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

## Co se stalo se změnou. `$kind` je druh změny (`reading`, `contact`,
## `payment_method`...); odečet má `$meter` (výrobní číslo) a `$day`.

change-approved-subject = { $kind ->
    [reading] Váš odečet jsme přijali
    [contact] Vaše nové kontaktní údaje jsme přijali
    [payment_method] Nový způsob placení jsme přijali
    [advance] Novou výši záloh jsme přijali
    [refund] Vaši žádost o vrácení přeplatku jsme přijali
    [instalments] Vaši žádost o splátky jsme přijali
    [reserved_capacity] Vaši žádost o změnu rezervovaného příkonu jsme přijali
    [rainwater] Vaše prohlášení o srážkových vodách jsme přijali
    [e_invoice] Vaši žádost o způsob zasílání faktur jsme přijali
   *[mailing_address] Vaši novou adresu pro dopisy jsme přijali
}
change-approved-title = { $kind ->
    [reading] Váš odečet je přijatý
    [contact] Vaše nové kontaktní údaje jsou přijaté
    [payment_method] Nový způsob placení je přijatý
    [advance] Nová výše záloh je přijatá
    [refund] Vrácení přeplatku je přijaté
    [instalments] Žádost o splátky je přijatá
    [reserved_capacity] Změna rezervovaného příkonu je přijatá
    [rainwater] Prohlášení o srážkových vodách je přijaté
    [e_invoice] Změna zasílání faktur je přijatá
   *[mailing_address] Vaše nová adresa pro dopisy je přijatá
}
change-approved-text = { $kind ->
    [reading] Přijali jsme odečet měřidla { $meter } ze dne { $day }.
    [contact] Přijali jsme změnu vašich kontaktních údajů.
    [payment_method] Přijali jsme změnu způsobu placení.
    [advance] Přijali jsme změnu výše záloh.
    [refund] Přijali jsme žádost o vrácení přeplatku.
    [instalments] Přijali jsme žádost o rozložení dluhu do splátek.
    [reserved_capacity] Přijali jsme žádost o změnu rezervovaného příkonu.
    [rainwater] Přijali jsme prohlášení o plochách pro srážkové vody.
    [e_invoice] Přijali jsme změnu způsobu zasílání faktur.
   *[mailing_address] Přijali jsme změnu vaší adresy pro dopisy.
}

    Nyní probíhá zápis do naší evidence. Jakmile bude hotovo, napíšeme vám.
change-approved-button = Zobrazit žádost

change-rejected-subject = { $kind ->
    [reading] Váš odečet jsme nemohli přijmout
    [contact] Vaše nové kontaktní údaje jsme nemohli přijmout
    [payment_method] Nový způsob placení jsme nemohli přijmout
    [advance] Novou výši záloh jsme nemohli přijmout
    [refund] Žádost o vrácení přeplatku jsme nemohli přijmout
    [instalments] Žádost o splátky jsme nemohli přijmout
    [reserved_capacity] Žádost o změnu rezervovaného příkonu jsme nemohli přijmout
    [rainwater] Prohlášení o srážkových vodách jsme nemohli přijmout
    [e_invoice] Změnu zasílání faktur jsme nemohli přijmout
   *[mailing_address] Vaši novou adresu pro dopisy jsme nemohli přijmout
}
change-rejected-title = { $kind ->
    [reading] Odečet není přijatý
    [contact] Kontaktní údaje zůstávají beze změny
    [payment_method] Způsob placení zůstává beze změny
    [advance] Zálohy zůstávají beze změny
    [refund] Přeplatek zatím nevracíme
    [instalments] Dluh nelze rozložit do splátek
    [reserved_capacity] Rezervovaný příkon zůstává beze změny
    [rainwater] Plochy pro srážkové vody zůstávají beze změny
    [e_invoice] Zasílání faktur zůstává beze změny
   *[mailing_address] Adresa pro dopisy zůstává beze změny
}
change-rejected-text = { $kind ->
    [reading] Nemohli jsme přijmout odečet měřidla { $meter } ze dne { $day }.
    [contact] Nemohli jsme přijmout změnu vašich kontaktních údajů.
    [payment_method] Nemohli jsme přijmout změnu způsobu placení.
    [advance] Nemohli jsme přijmout změnu výše záloh.
    [refund] Nemohli jsme přijmout žádost o vrácení přeplatku.
    [instalments] Nemohli jsme přijmout žádost o rozložení dluhu do splátek.
    [reserved_capacity] Nemohli jsme přijmout žádost o změnu rezervovaného příkonu.
    [rainwater] Nemohli jsme přijmout prohlášení o plochách pro srážkové vody.
    [e_invoice] Nemohli jsme přijmout změnu způsobu zasílání faktur.
   *[mailing_address] Nemohli jsme přijmout změnu vaší adresy pro dopisy.
}

    Důvod: { $reason }

    { $kind ->
    [reading] Zkontrolujte prosím měřidlo a pošlete odečet znovu.
   *[other] Opravenou žádost můžete kdykoli poslat.
    }
change-rejected-button = Zobrazit žádost

change-applied-subject = { $kind ->
    [reading] Váš odečet je zapsaný
    [contact] Vaše kontaktní údaje jsou změněné
    [payment_method] Způsob placení je změněný
    [advance] Výše záloh je změněná
    [refund] Přeplatek vám vracíme
    [instalments] Splátky jsou dohodnuté
    [reserved_capacity] Rezervovaný příkon je změněný
    [rainwater] Plochy pro srážkové vody jsou zapsané
    [e_invoice] Zasílání faktur je změněné
   *[mailing_address] Vaše adresa pro dopisy je změněná
}
change-applied-title = { $kind ->
    [reading] Váš odečet je zapsaný
    [contact] Kontaktní údaje jsou změněné
    [payment_method] Způsob placení je změněný
    [advance] Výše záloh je změněná
    [refund] Přeplatek vám vracíme
    [instalments] Splátky jsou dohodnuté
    [reserved_capacity] Rezervovaný příkon je změněný
    [rainwater] Plochy pro srážkové vody jsou zapsané
    [e_invoice] Zasílání faktur je změněné
   *[mailing_address] Adresa pro dopisy je změněná
}
change-applied-text = { $kind ->
    [reading] Odečet měřidla { $meter } ze dne { $day } je v naší evidenci. Nic dalšího není potřeba.
    [contact] Odteď vás zastihneme na nových kontaktních údajích.
    [payment_method] Odteď platí nový způsob placení.
    [advance] Novou výši záloh najdete v portálu v rozpisu záloh. Platíte-li trvalým příkazem, nezapomeňte ho upravit.
    [refund] Přeplatek posíláme na účet, který jste uvedli.
    [instalments] Jednotlivé splátky s daty splatnosti najdete v portálu.
    [reserved_capacity] Nový rezervovaný příkon je zapsaný u odběrného místa.
    [rainwater] Podle nových ploch budeme počítat platbu za srážkové vody.
    [e_invoice] Další faktury už dostanete novým způsobem.
   *[mailing_address] Odteď posíláme dopisy na novou adresu.
}
change-applied-button = Zobrazit žádost

change-refused-subject = { $kind ->
    [reading] Váš odečet se nepodařilo zapsat
    [contact] Vaše kontaktní údaje se nepodařilo změnit
    [payment_method] Způsob placení se nepodařilo změnit
    [advance] Výši záloh se nepodařilo změnit
    [refund] Přeplatek se nepodařilo vrátit
    [instalments] Splátky se nepodařilo sjednat
    [reserved_capacity] Rezervovaný příkon se nepodařilo změnit
    [rainwater] Plochy pro srážkové vody se nepodařilo zapsat
    [e_invoice] Zasílání faktur se nepodařilo změnit
   *[mailing_address] Vaši adresu pro dopisy se nepodařilo změnit
}
change-refused-title = { $kind ->
    [reading] Odečet se nepodařilo zapsat
    [contact] Kontaktní údaje zůstávají beze změny
    [payment_method] Způsob placení zůstává beze změny
    [advance] Zálohy zůstávají beze změny
    [refund] Přeplatek se nepodařilo vrátit
    [instalments] Splátky se nepodařilo sjednat
    [reserved_capacity] Rezervovaný příkon zůstává beze změny
    [rainwater] Plochy pro srážkové vody zůstávají beze změny
    [e_invoice] Zasílání faktur zůstává beze změny
   *[mailing_address] Adresa pro dopisy zůstává beze změny
}
change-refused-text = { $kind ->
    [reading] Odečet měřidla { $meter } ze dne { $day } se nepodařilo zapsat, přestože jsme ho přijali.
    [contact] Změnu kontaktních údajů se nepodařilo provést, přestože jsme ji přijali.
    [payment_method] Způsob placení se nepodařilo změnit, přestože jsme změnu přijali.
    [advance] Výši záloh se nepodařilo změnit, přestože jsme změnu přijali.
    [refund] Přeplatek se nepodařilo vrátit, přestože jsme žádost přijali.
    [instalments] Splátky se nepodařilo sjednat, přestože jsme žádost přijali.
    [reserved_capacity] Rezervovaný příkon se nepodařilo změnit, přestože jsme žádost přijali.
    [rainwater] Prohlášení o srážkových vodách se nepodařilo zapsat, přestože jsme ho přijali.
    [e_invoice] Zasílání faktur se nepodařilo změnit, přestože jsme změnu přijali.
   *[mailing_address] Změnu adresy pro dopisy se nepodařilo provést, přestože jsme ji přijali.
}

    Důvod: { $reason }

    Pokud nevíte, jak dál, obraťte se na nás.
change-refused-button = Zobrazit žádost

## Přihlašování a jeho bezpečnost

auth-sign-up-code-subject = Váš kód pro portál { $utility }
auth-sign-up-code-title = Váš aktivační kód
auth-sign-up-code-text =
    Někdo s údaji z faktury požádal o přístup k vašemu zákaznickému účtu. Pokud jste to byli vy, zadejte tento kód spolu s novým heslem na stránce, kde jste začali. Pokud už u nás v portálu účet máte, zadejte jeho heslo.

    Kód platí 24 hodin a lze ho použít jednou.
auth-sign-up-code-code = { $code }
auth-sign-up-code-button = Zadat kód
auth-sign-up-code-note = Pokud jste to nebyli vy, nemusíte nic dělat: bez kódu se nikdo nepřihlásí. Nikomu ho nesdělujte.

auth-sign-up-code-and-letter-subject = První část vašeho kódu pro portál { $utility }
auth-sign-up-code-and-letter-title = První ze dvou kódů
auth-sign-up-code-and-letter-text =
    Toto je první část vašeho aktivačního kódu. Druhá část je na cestě poštou na adresu, kterou pro vás vedeme. Měla by dorazit během několika dnů.

    Tuto zprávu si ponechte. Až dopis přijde, zadejte obě části spolu s novým heslem. Pokud už u nás v portálu účet máte, zadejte jeho heslo.

    Žádná z částí sama o sobě nestačí.
auth-sign-up-code-and-letter-code = { $code }
auth-sign-up-code-and-letter-button = Zadat oba kódy
auth-sign-up-code-and-letter-note = Pokud jste o nic nežádali, nemusíte nic dělat.

auth-invited-subject = { $utility }: pozvánka do zákaznického portálu
auth-invited-title = Vaše pozvánka
auth-invited-text =
    Připravili jsme pro vás přístup k vašemu zákaznickému účtu. Zadejte tento kód spolu s novým heslem. Pokud už u nás v portálu účet máte, zadejte jeho heslo.

    Kód platí 24 hodin a lze ho použít jednou.
auth-invited-code = { $code }
auth-invited-button = Zadat kód
auth-invited-note = Pokud o přístup nestojíte, nemusíte nic dělat.

auth-invited-and-letter-subject = { $utility }: pozvánka do zákaznického portálu
auth-invited-and-letter-title = Vaše pozvánka, první ze dvou kódů
auth-invited-and-letter-text =
    Připravili jsme pro vás přístup k vašemu zákaznickému účtu. Toto je první část kódu. Druhá část je na cestě poštou na adresu, kterou pro vás vedeme.

    Tuto zprávu si ponechte. Až dopis přijde, zadejte obě části spolu s novým heslem. Pokud už u nás v portálu účet máte, zadejte jeho heslo.
auth-invited-and-letter-code = { $code }
auth-invited-and-letter-button = Zadat oba kódy
auth-invited-and-letter-note = Pokud o přístup nestojíte, nemusíte nic dělat.

auth-staff-invited-subject = { $utility }: pozvánka pro pracovníka
auth-staff-invited-title = Zveme vás do portálu jako pracovníka
auth-staff-invited-text =
    Otevřete níže uvedenou stránku a zvolte si heslo. Po prvním přihlášení si zapnete dvoufázové přihlášení: připravte si telefon s ověřovací aplikací.

    Odkaz platí sedm dní a lze ho použít jednou.
auth-staff-invited-button = Přijmout pozvánku
auth-staff-invited-note = Pokud nevíte, o co jde, nemusíte nic dělat.

auth-recovery-link-subject = Nové heslo do portálu { $utility }
auth-recovery-link-title = Nové heslo
auth-recovery-link-text =
    Někdo požádal o nové heslo k vašemu účtu. Pokud jste to byli vy, otevřete níže uvedenou stránku a zvolte ho. Všechna zařízení se odhlásí.

    Odkaz platí 24 hodin a lze ho použít jednou.
auth-recovery-link-button = Zvolit nové heslo
auth-recovery-link-note = Pokud jste to nebyli vy, nemusíte nic dělat: heslo zůstává stejné.

auth-email-code-subject = Potvrďte svou e-mailovou adresu pro portál { $utility }
auth-email-code-title = Potvrďte svou e-mailovou adresu
auth-email-code-text =
    Zadejte tento kód na stránce, kde jste e-mailovou adresu měnili. Od té chvíle se budete přihlašovat touto adresou.

    Kód platí jednu hodinu.
auth-email-code-code = { $code }
auth-email-code-button = Zadat kód
auth-email-code-note = Pokud jste o nic nežádali, nemusíte nic dělat.

auth-already-known-subject = Účet v portálu { $utility } už máte
auth-already-known-title = Účet už máte
auth-already-known-text =
    Někdo s údaji z faktury požádal o přístup k vašemu zákaznickému účtu. Tohoto zákazníka už v portálu vidíte: přihlaste se touto e-mailovou adresou.

    Pokud jste heslo ztratili, můžete si na téže stránce zvolit nové.
auth-already-known-button = Přihlásit se
auth-already-known-note = Pokud jste to nebyli vy, má někdo některou z vašich faktur. Bez přístupu k vašemu e-mailu se dál nedostane.

auth-somebody-signs-up-subject = Někdo žádá o přístup k vašemu zákaznickému účtu
auth-somebody-signs-up-title = Někdo žádá o přístup
auth-somebody-signs-up-text =
    Někdo, kdo má některou z vašich faktur, požádal o přístup k vašemu zákaznickému účtu ({ $at }). Získá ho jen s kódem, který posíláme na adresu nám známou.

    Pokud jde o člena vaší domácnosti, je vše v pořádku. Pokud o ničem nevíte, napište nám nebo zavolejte.
auth-somebody-signs-up-button = Podívat se na svůj účet

auth-somebody-joined-subject = Váš zákaznický účet vidí někdo další
auth-somebody-joined-title = Váš zákaznický účet vidí někdo další
auth-somebody-joined-text =
    Další osoba prokázala naším kódem, že smí vidět váš zákaznický účet ({ $at }).

    Pokud o ničem nevíte, ihned nám prosím napište nebo zavolejte.
auth-somebody-joined-button = Podívat se na svůj účet

auth-welcome-subject = Vítejte v portálu { $utility }
auth-welcome-title = Váš účet je připravený
auth-welcome-text =
    Od této chvíle se přihlašujete touto e-mailovou adresou a heslem, které jste si zvolili.

    Doporučujeme dvoufázové přihlášení s aplikací v telefonu: zapnete ho na stránce Přihlášení a bezpečnost.
auth-welcome-button = Otevřít Přihlášení a bezpečnost

auth-new-device-subject = Přihlášení z nového zařízení
auth-new-device-title = Přihlášení z nového zařízení
auth-new-device-text =
    K vašemu účtu se někdo přihlásil ze zařízení, které jsme dosud neviděli: { $device }, { $at }.

    Pokud jste to byli vy, je vše v pořádku. Pokud ne, odhlaste toto zařízení a ihned změňte heslo.
auth-new-device-button = Zobrazit přihlášená zařízení

auth-password-changed-subject = Vaše heslo bylo změněno
auth-password-changed-title = Vaše heslo bylo změněno
auth-password-changed-text =
    Heslo k vašemu účtu bylo změněno ({ $at }). Ostatní zařízení byla odhlášena.

    Pokud jste to nebyli vy, zvolte ihned nové heslo a zavolejte nám.
auth-password-changed-button = To jsem nebyl(a) já

auth-recovered-subject = K vašemu účtu bylo nastaveno nové heslo
auth-recovered-title = Bylo nastaveno nové heslo
auth-recovered-text =
    Pomocí odkazu z e-mailu bylo k vašemu účtu nastaveno nové heslo ({ $at }, { $device }). Všechna zařízení byla odhlášena.

    Pokud jste to nebyli vy, někdo čte vaši poštu: zabezpečte svou schránku, zvolte nové heslo a zavolejte nám.
auth-recovered-button = To jsem nebyl(a) já

auth-email-change-begun-subject = Vaše e-mailová adresa se mění
auth-email-change-begun-title = Vaše e-mailová adresa se mění
auth-email-change-begun-text =
    Někdo přihlášený k vašemu účtu se chce nadále přihlašovat adresou { $address } ({ $at }, { $device }). Poslali jsme na ni kód.

    Pokud jste to nebyli vy, odhlaste všechna zařízení a ihned změňte heslo.
auth-email-change-begun-button = Zobrazit přihlášená zařízení

auth-email-changed-subject = Vaše e-mailová adresa byla změněna
auth-email-changed-title = Vaše e-mailová adresa byla změněna
auth-email-changed-text =
    Přihlašovací adresou vašeho účtu je nyní { $address } ({ $at }).

    Pokud jste to nebyli vy, ihned nám prosím zavolejte.
auth-email-changed-button = To jsem nebyl(a) já

auth-email-taken-subject = Tato e-mailová adresa už účet má
auth-email-taken-title = Tato e-mailová adresa už účet má
auth-email-taken-text =
    Někdo chtěl tuto adresu použít pro jiný účet. To není možné, protože už účet má. Nic se nezměnilo.
auth-email-taken-button = Přihlásit se

auth-totp-on-subject = Dvoufázové přihlášení bylo zapnuto
auth-totp-on-title = Dvoufázové přihlášení bylo zapnuto
auth-totp-on-text =
    Od této chvíle je k přihlášení vedle hesla potřeba i kód z aplikace ({ $at }, { $device }). Záložní kódy uložte na bezpečné místo.

    Pokud jste to nebyli vy, ihned nám prosím zavolejte.
auth-totp-on-button = Otevřít Přihlášení a bezpečnost

auth-totp-off-subject = Dvoufázové přihlášení bylo vypnuto
auth-totp-off-title = Dvoufázové přihlášení bylo vypnuto
auth-totp-off-text =
    Od této chvíle k přihlášení stačí samotné heslo ({ $at }, { $device }).

    Pokud jste to nebyli vy, ihned změňte heslo a zavolejte nám.
auth-totp-off-button = Otevřít Přihlášení a bezpečnost

auth-recovery-codes-new-subject = Nové záložní kódy
auth-recovery-codes-new-title = Máte nové záložní kódy
auth-recovery-codes-new-text =
    K vašemu účtu byly vytvořeny nové záložní kódy ({ $at }, { $device }). Dřívější už neplatí.

    Pokud jste to nebyli vy, ihned změňte heslo a zavolejte nám.
auth-recovery-codes-new-button = Otevřít Přihlášení a bezpečnost
