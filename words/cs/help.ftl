# Help
help-title = Nápověda a kontakt
help-lead = Nejčastější otázky, a jak se s námi spojit: { $utility }.
help-reach = Zavolejte nebo napište
help-questions = Na co se lidé ptají
help-q-account = Jak si založím účet?
help-a-account = Na přihlašovací stránce zvolte „Založit účet“ a opište z faktury zákaznické číslo, číslo faktury a částku nebo číslo měřidla. Pak přijde e-mail s kódem.
help-q-letter = Proč mi přišel dopis s kódem?
help-a-letter = Když neznáme váš e-mail, ověřujeme adresu dopisem. Kód z dopisu zadáte spolu s kódem z e-mailu. Jeden bez druhého nestačí, takže účet nezaloží nikdo cizí.
help-q-reading = Jak přečtu měřidlo?
help-a-reading = Opište všechny černé číslice zleva. Červené číslice za desetinnou čárkou opište, jen pokud si o ně formulář řekne. Dvoutarifní elektroměr má dva stavy: VT a NT.
help-q-reading-wrong = Poslal(a) jsem špatný stav. Co teď?
help-a-reading-wrong = Dokud čeká na schválení, otevřete ho v Žádostech a vezměte zpět. Potom pošlete správný.
help-q-second = Ztratil(a) jsem telefon s ověřovací aplikací
help-a-second = Místo kódu z aplikace zadejte jeden ze záložních kódů. Nemáte-li ani ty, zavolejte nám.
help-access = Přístupnost
help-access-text = Portál má jít ovládat klávesnicí i odečítačem obrazovky, zvětšit a číst ve světlém i tmavém vzhledu. Narazíte-li na překážku, napište nám prosím.
