# The operators' pages

work-title = Ke schválení
work-lead =
    { $count ->
        [0] Nic nečeká.
        [one] Čeká { $count } změna, opožděných: { $late }.
        [few] Čekají { $count } změny, opožděných: { $late }.
       *[other] Čeká { $count } změn, opožděných: { $late }.
    }
work-state = Stav
work-kind = Druh
work-any = všechny
work-sort = Řadit
sort-risk = podle rizika
sort-age = podle stáří
work-late = Jen opožděné ({ $count })
kind-of-reading = Odečty
kind-of-contact = Kontaktní údaje
kind-of-mailing_address = Adresy pro dopisy
kind-of-payment_method = Způsoby placení
kind-of-advance = Zálohy
kind-of-refund = Vrácení přeplatků
kind-of-instalments = Splátky
kind-of-reserved_capacity = Rezervovaný příkon
kind-of-rainwater = Srážkové vody
kind-of-e_invoice = Zasílání faktur
risk = riziko { $risk }
work-chosen =
    { $count ->
        [0] Vybrat vše
        [one] Vybrána { $count }
        [few] Vybrány { $count }
       *[other] Vybráno { $count }
    }
work-choose = Vybrat: { $what }, { $customer }
work-choose-one = Vyberte změnu ze seznamu. Šipkami se mezi nimi pohybujete, Enter ji otevře.
work-detail = Vybraná změna
work-whole = celá historie
work-all-done = Vše je vyřízené
work-all-done-text = Nové změny se tu objeví, jakmile je zákazníci pošlou.
approve =
    { $count ->
        [1] Schválit
       *[other] Schválit vybrané ({ $count })
    }
reject =
    { $count ->
        [1] Zamítnout
       *[other] Zamítnout vybrané ({ $count })
    }
reject-title =
    { $count ->
        [one] Zamítnout změnu?
        [few] Zamítnout { $count } změny?
       *[other] Zamítnout { $count } změn?
    }
reject-reason = Důvod
reject-reason-hint = Zákazník ho uvidí. Napište, co má udělat.
decided-approve = Schváleno: { $count }.
decided-reject = Zamítnuto: { $count }.
decided-awaiting_second = Čeká na druhého pracovníka: { $count }.
decided-already_decided = Mezitím rozhodl někdo jiný: { $count }.
decided-changed = Mezitím se změnilo: { $count }.
decided-not_found = Už neexistuje: { $count }.
decided-own_change = Vlastní změnu nelze rozhodnout: { $count }.
office-what = Co zákazník poslal
evidence-findings = Na co upozornila kontrola
evidence-confirmed = zákazník potvrdil
evidence-meant = Zákazník mohl myslet:
evidence-fine = Kontrola nenašla nic neobvyklého.
evidence-serial = Zákazník zadal číslo měřidla { $typed }, v evidenci je { $known }.
evidence-compared =
    { $days ->
        [one] Za { $days } den od předchozího odečtu
       *[other] Během { $days } dnů od předchozího odečtu
    }
evidence-expected = Obvykle denně
evidence-off = Odchylka
evidence-recent = Předchozí odečty
basis-season = stejné období loni
basis-year = posledních 12 měsíců
basis-predecessor = předchozí měřidlo
basis-class = typické odběrné místo
find-title = Zákazníci
find-lead = Hledejte podle jména, adresy, zákaznického čísla, čísla odběrného místa nebo měřidla.
find-label = Hledat
find-hint = Alespoň tři znaky. Více slov hledání zpřesní.
find-none = Nic jsme nenašli
find-none-text = Zkuste jiné slovo nebo jen jeho část.
matched-supply_point = Odběrné místo
matched-meter = Měřidlo
customer-left = Bývalý zákazník
office-meters = Měřidla
office-more-meters = Zobrazujeme prvních padesát měřidel.
office-no-changes = Zatím žádné žádosti.
office-money = Faktury a zůstatek
users-title = Kdo má přístup do portálu
users-none = Zatím nikdo.
users-role = Role
users-since = Od
users-last = Naposledy přihlášen
users-invite = Pozvat do portálu
users-invite-text = Zná-li fakturační systém tuto adresu, přijde na ni kód. Jinak pošleme druhou část kódu dopisem.
users-send = Poslat pozvánku
users-invited-email = Pozvánka odešla e-mailem.
users-invited-letter = Pozvánka odešla e-mailem a dopisem.
staff-title = Pracovníci
staff-lead = Kdo pracuje s portálem a co smí.
staff-invite = Pozvat pracovníka
staff-invited = Pozvánka je odeslaná.
staff-saved = Oprávnění jsou uložená.
staff-may = Oprávnění
staff-second = Dvoufázové přihlášení
staff-on = zapnuto
staff-off = zatím ne
staff-you = vy
staff-inactive = bez přístupu
staff-active = Má přístup
staff-active-hint = Po vypnutí skončí i všechna jeho přihlášení.
permission-changes_read = Vidí žádosti
permission-changes_decide = Schvaluje a zamítá
permission-customers_read = Vidí zákazníky
permission-customers_invite = Zve zákazníky
permission-users_manage = Spravuje pracovníky
