# Meters, readings and supply points of a customer

meter = Měřidlo
meters-lead = Poslední stavy a zadání nového odečtu.
meters-find = Hledat měřidlo
meters-count =
    { $count ->
        [one] { $count } měřidlo
        [few] { $count } měřidla
       *[other] { $count } měřidel
    }
meters-removed = Ukázat i demontovaná ({ $count })
meter-number = Číslo měřidla
meter-installed = Namontováno
meter-removed = Demontováno
meter-window = Odečet očekáváme od { $from } do { $to }.
meter-not-yours-to-read = Odečet tohoto měřidla teď zadat nejde

# Supply points
point = Odběrné místo
points-lead = Kde odebíráte, podle jaké smlouvy a přes která měřidla.
points-find = Hledat podle adresy, čísla nebo měřidla
points-count =
    { $count ->
        [one] { $count } odběrné místo
        [few] { $count } odběrná místa
       *[other] { $count } odběrných míst
    }
points-none = Zatím tu není žádné odběrné místo
points-none-text = Objeví se, jakmile je dodavatel zapíše.
point-ended = Ukončeno
point-number = Číslo odběrného místa
point-meters = Měřidla
point-registers = Číselníky
point-money = Faktury a spotřeba tohoto místa
point-papers = Smlouvy ke stažení
point-settlements = Spotřeba podle vyúčtování
point-documents = Faktury
point-advances = Zálohy
point-rainwater = Srážkové vody
point-comparison = Srovnat tarify
point-capacity = Změnit příkon
scheme-ean = EAN
scheme-eic = EIC
scheme-ppe = PPE
scheme-own = Evidenční číslo
contract-title = Smlouva
contract-number = Číslo smlouvy
contract-product = Produkt nebo sazba
contract-capacity = Rezervovaná kapacita
contract-concluded = Uzavřena
contract-from = Platí od
contract-to = Platí do
contract-open = na dobu neurčitou

# History
chart-title = Průměrná denní spotřeba
chart-label = Graf průměrné denní spotřeby mezi odečty v { $unit }; stejná čísla jsou v tabulce odečtů
chart-last = Od { $from } do { $to } to bylo průměrně { $amount } za den.
chart-year =
    { $trend ->
        [more] To je o { $percent } % více než ve stejné době před rokem.
        [less] To je o { $percent } % méně než ve stejné době před rokem.
       *[same] To je stejně jako před rokem.
    }
chart-bar = { $from } až { $to }: průměrně { $amount } za den
history-title = Historie odečtů
history-none = První odečet se tu objeví, jakmile ho dodavatel zapíše.
history-caption = Odečty měřidla č. { $serial }, od nejnovějšího
history-day = Den
history-kind = Druh
history-state = Stav
history-used = Spotřeba
history-per-day = Denně
history-invoice = Faktura
history-yours = váš odečet
kind-actual = Odečet
kind-customer = Samoodečet
kind-estimated = Odhad
kind-initial = Montáž
kind-final = Demontáž

# Sending
send-title = Zadat odečet
send-before = Naposledy { $value } ({ $date })
send-hint =
    { $digits ->
        [one] { $digits } číslice
        [few] Nejvýše { $digits } číslice
       *[other] Nejvýše { $digits } číslic
    }
send-hint-decimals = Nejvýše { $digits } číslic a { $decimals } za desetinnou čárkou
send-day = Den odečtu
send-serial = Číslo měřidla
send-serial-hint = Pro kontrolu, že čtete to pravé. U nás je vedeno č. { $serial }.
send-used = { $register } Od posledního odečtu { $used }, to je { $daily } za den.
send-now = Odeslat odečet
reading-sent = Odečet je odeslaný. Jakmile ho zkontrolujeme, dáme vám vědět.
reading-taken = Odečet je přijatý. Děkujeme.
claim-digits =
    { $digits ->
        [one] Toto měřidlo ukazuje jen { $digits } číslici
        [few] Toto měřidlo ukazuje jen { $digits } číslice
       *[other] Toto měřidlo ukazuje jen { $digits } číslic
    }
claim-decimals =
    { $decimals ->
        [0] Zadejte stav bez desetinných míst
        [one] Zadejte nejvýše { $decimals } desetinné místo
       *[other] Zadejte nejvýše { $decimals } desetinná místa
    }

# What the rules ask back
asked-title = Zkontrolujte prosím ještě jednou
asked-meant = Neměli jste na mysli toto?
asked-so = Je to opravdu tak?
asked-so-text = Podívejte se znovu na měřidlo. Souhlasí-li stav, pošlete ho; podívá se na něj náš pracovník.
asked-send = Ano, stav souhlasí, odeslat
claim-R02-outside_window = Odečet je mimo dobu od { $from } do { $to }; zapíšeme ho jen pro informaci.
claim-R03-below_before = { $register } Stav je nižší než při odečtu { $before_on }, kdy byl { $before }.
claim-R03-above_after = { $register } Stav je vyšší než při pozdějším odečtu { $after_on }, kdy byl { $after }.
claim-R03-below_estimate = { $register } Stav je nižší než náš odhad { $estimate } ke dni { $estimate_on }. Váš odečet odhad opraví.
claim-R04-rollover = { $register } Počítadlo přešlo přes nulu; spotřeba je { $used }.
claim-R04-unlikely_rollover = { $register } Stav je nižší než minule ({ $before }). Přešlo počítadlo přes nulu? Spotřeba by pak byla { $used }.
claim-R05-correction = K { $read_on } už odečet máme; tento by ho opravil.
claim-R05-replaces_estimate = K { $read_on } máme odhad; váš odečet ho nahradí.
claim-R06-high = { $register } Spotřeba { $used } je o hodně vyšší než obvyklých { $expected } během { $days } dnů.
claim-R06-low = { $register } Spotřeba { $used } je o hodně nižší než obvyklých { $expected } během { $days } dnů.
claim-R07-over_capacity = { $register } Během { $days } dnů nejde odebrat { $used }, nejvýše { $capacity }.
claim-R08-still = Během { $days } dnů žádná spotřeba.
claim-R09-swapped = Stavy vysokého a nízkého tarifu vypadají prohozené.
claim-R10-slipped = { $register } Možná se při opisování spletla číslice.
claim-R11-other_serial = Číslo patří jinému vašemu měřidlu, č. { $serial }.
claim-R11-fits_other = Stav by lépe seděl k vašemu měřidlu č. { $serial }.
claim-R12-other_serial = Měřidlo má u nás č. { $serial }. Je-li na něm jiné, možná bylo vyměněno.
suggest-swap_registers = Prohodit stavy: { $values }
suggest-digit_slip = Přehozené číslice: { $values }
suggest-extra_digit = Číslice navíc: { $values }
suggest-dropped_digit = Chybí číslice: { $values }
suggest-shifted_point = Jinde desetinná čárka: { $values }
suggest-other_meter = Zadat k tomu měřidlu
suggest-rollover = Počítadlo přešlo přes nulu
