# Faktury, zálohy, platby: co je na stránkách o penězích
money-nav = Faktury a platby
money-documents = Doklady
money-balance = K zaplacení
money-payments = Platby
money-advances = Zálohy
money-settlements = Spotřeba
money-rainwater = Srážkové vody
money-papers = Smlouvy
money-comparison = Srovnání tarifů
money-office = Stránka zákazníka, jen ke čtení; „vy“ na ní znamená zákazníka. Každé nahlédnutí se zapíše do jeho deníku.
amount = Částka
total = Celkem
vat = DPH
pay = Zaplatit
download = Stáhnout
variable-symbol = Variabilní symbol
variable-symbol-is = VS { $symbol }
point-choice = Odběrné místo
point-all = Všechna odběrná místa

# Documents
document = Doklad
document-title = { $kind } { $number }
document-kind-settlement = Vyúčtování
document-kind-invoice = Faktura
document-kind-advance_request = Předpis zálohy
document-kind-advance_tax_document = Daňový doklad k záloze
document-kind-credit_note = Opravný daňový doklad
document-issued = Vystaveno
document-due = Splatnost
document-period = Období
document-total = Celkem
document-paid-sum = Zaplaceno
document-remaining = Zbývá
document-state = Stav
document-paid = Zaplaceno
document-partly = Zčásti zaplaceno
document-open = K zaplacení
document-overdue = Po splatnosti
document-cancelled = Zrušeno
document-none = Neplatí se
document-back = Vrátíme vám
document-returned = Vráceno
overdue-days =
    { $days ->
        [one] Po splatnosti { $days } den
        [few] Po splatnosti { $days } dny
       *[other] Po splatnosti { $days } dní
    }
documents-title = Faktury a vyúčtování
documents-find = Hledat podle čísla dokladu
documents-filter = Filtrovat a řadit
documents-filters = Filtrovat a řadit (použito: { $count })
documents-kind = Druh
documents-any-kind = Všechny druhy
documents-state = Stav
documents-any-state = Všechny stavy
documents-point = Odběrné místo
documents-any-point = Všechna odběrná místa
documents-sort = Řadit
documents-by-issued = Podle vystavení, od nejnovějších
documents-by-due = Podle splatnosti, od nejpozdější
documents-none = Zatím tu není žádný doklad
documents-none-text = První se objeví, jakmile ho vystavíme.
documents-not-found = Takový doklad tu není
documents-not-found-text = Zkontrolujte číslo, nebo zrušte filtry.
documents-all = Zobrazit všechny doklady

# A document in a sentence
sentence-underpaid =
    Na zálohách jste zaplatili { $advances }, vyúčtovali jsme { $used }, doplatit tedy máte { $rest }{ $known ->
        [yes] {" "}do { $due }.
       *[no] .
    }
sentence-overpaid = Na zálohách jste zaplatili { $advances }, vyúčtovali jsme jen { $used }, vracíme vám tedy { $rest }.
sentence-even = Na zálohách jste zaplatili { $advances } a přesně tolik jsme vyúčtovali. Nic neplatíte.
sentence-invoice =
    K zaplacení je { $total }{ $known ->
        [yes] {" "}do { $due }.
       *[no] .
    }
sentence-back = Vracíme vám { $total }.
sentence-advance =
    Prosíme o zálohu { $total }{ $known ->
        [yes] {" "}do { $due }.
       *[no] .
    }
sentence-tax-document = Daňový doklad k záloze { $total }, kterou jste už zaplatili. Nic dalšího neplatíte.
sentence-credit-note = Opravujeme doklad { $number } a vracíme vám { $total }.
since-paid = Zaplaceno, děkujeme.
since-paid-back = Peníze jsme vám už vrátili.
since-partly = Zaplatili jste { $paid }, zbývá { $remaining }.
since-overdue =
    { $days ->
        [one] Splatnost už uplynula, a to před { $days } dnem. Zaplaťte prosím co nejdříve.
       *[other] Splatnost už uplynula, a to před { $days } dny. Zaplaťte prosím co nejdříve.
    }
since-overdue-partly =
    { $days ->
        [one] Zaplatili jste { $paid }, zbývá { $remaining }. Splatnost uplynula před { $days } dnem.
       *[other] Zaplatili jste { $paid }, zbývá { $remaining }. Splatnost uplynula před { $days } dny.
    }
since-cancelled = Tento doklad jsme zrušili, nic z něj neplatíte.
summary = Shrnutí
summary-owed = Zbývá zaplatit
summary-back = Vracíme vám
summary-due = do { $date }

# Downloads
download-pdf = Stáhnout PDF
download-isdoc = ISDOC
download-ubl = UBL
download-machine = Pro účetní programy
download-machine-text = Stejná faktura jako data: ISDOC pro české programy, UBL (Peppol) pro evropské.
download-asking = Připravuje se odkaz…
download-making = Sázíme PDF, chvilku to potrvá…
download-unmade = Tento soubor ještě není. Vytvoří se, až si ho zákazník stáhne.
download-there = Stahuje se { $name }.
download-again = Nezačalo to? Stáhnout znovu
download-expired = Odkaz už neplatí.
download-new = Získat nový
expired-link = Odkaz ke stažení vypršel
expired-what = Odkaz platí jen dvě minuty
expired-text = Chráníme tím vaše doklady. Nový odkaz dostanete u dokladu hned, jakmile na Stáhnout klepnete znovu.
expired-back = Zpět k dokladům

# The bill computed again
check-agrees = Přepočítali jsme to za vás: souhlasí do haléře
check-agrees-text = Každý řádek jsme znovu spočítali ze stavů měřidel a z ceníku. Postup si můžete rozbalit u každého řádku.
check-differs =
    { $count ->
        [one] Přepočítali jsme to: { $count } údaj nesouhlasí
        [few] Přepočítali jsme to: { $count } údaje nesouhlasí
       *[other] Přepočítali jsme to: { $count } údajů nesouhlasí
    }
check-differs-text = Ze stavů měřidel a z ceníku vychází něco jiného, než je na dokladu. Reklamaci máme předvyplněnou.
check-differs-office = Ze stavů měřidel a z ceníku vychází něco jiného, než je na dokladu. Zákazník tu má předvyplněnou reklamaci.
check-partly = Přepočítali jsme, co šlo, a to souhlasí
check-partly-text = Tohle přepočítat nejde, protože nám k tomu něco chybí:
check-payable = Podle přepočtu byste měli platit { $amount }.
check-what = Co se liší
check-said = Na dokladu
check-computed = Vypočteno
differs-no_breakdown = z čeho se částka skládá, víme jen z papíru
differs-no_bases = není uvedeno, z čeho množství vychází
differs-no_price_list = individuální cena, která není v ceníku
differs-price_list_unknown = ceník tu nemáme
differs-capacity_unknown = není uvedena rezervovaná kapacita
differs-measured_differs = naměřená spotřeba neodpovídá stavům
differs-register_fell = konečný stav je nižší než počáteční
differs-rollover_wrong = počítadlo nemohlo přejít přes nulu
differs-billed_quantity_differs = vyúčtované množství neodpovídá naměřenému
differs-rain_quantity_differs = množství srážkové vody neodpovídá plochám
differs-rain_months_differ = počet měsíců neodpovídá období
differs-states_reversed = konečný stav je z dřívějšího dne než počáteční
differs-states_gap = některé dny nejsou žádnými odečty pokryté
differs-states_overlap = některé dny jsou započtené dvakrát
differs-state_not_continued = počáteční stav nenavazuje na předchozí konečný
differs-states_outside_period = odečty jsou mimo účtované období
differs-basis_unknown = vychází z odečtu, který na dokladu není
differs-basis_unused = naměřenou spotřebu žádná položka neúčtuje
differs-basis_counted_twice = stejná spotřeba je započtená dvakrát
differs-basis_not_of_line = vychází z jiného odběrného místa nebo číselníku
differs-basis_missing = část spotřeby, pro kterou cena platí, chybí
differs-supply_point_unknown = odběrné místo, kterého se doklad netýká
differs-period_reversed = období končí dřív, než začíná
differs-period_outside_document = období je mimo období dokladu
differs-period_gap = některé dny nejsou účtované
differs-period_overlap = některé dny jsou účtované dvakrát
differs-quantity_differs = množství neodpovídá odečtům nebo období
differs-unit_differs = jednotka není ta z ceníku
differs-unit_price_differs = jednotková cena není ta z ceníku
differs-line_missing = řádek podle ceníku chybí
differs-line_extra = řádek je podle ceníku navíc
differs-component_unknown = tato položka v ceníku není
differs-price_list_not_valid = v té době platil jiný ceník
differs-capacity_differs = cena je pro jinou rezervovanou kapacitu
differs-amount_differs = částka neodpovídá množství a ceně
differs-vat_rate_differs = sazba DPH není ta z ceníku
differs-vat_method_differs = DPH se počítá jinak než podle ceníku
differs-currency_differs = měna se liší
differs-vat_base_differs = základ daně není součtem řádků
differs-vat_amount_differs = daň neodpovídá základu a sazbě
differs-vat_sum_differs = cena s daní není součtem základu a daně
differs-vat_rate_missing = součet za tuto sazbu DPH chybí
differs-vat_rate_extra = v této sazbě DPH žádný řádek není
differs-total_net_differs = základ celkem není součtem sazeb
differs-total_vat_differs = daň celkem není součtem sazeb
differs-total_gross_differs = cena celkem není součtem základu a daně
differs-advance_tax_differs = daň ze zálohy neodpovídá tomu, co bylo zaplaceno
differs-advances_differ = odečtené zálohy nejsou součtem zaplacených
differs-rounding_differs = zaokrouhlení neodpovídá pravidlu
differs-payable_differs = částka k zaplacení neodpovídá součtům
differs-total_differs = částka dokladu neodpovídá jeho rozpisu
differs-too_large = číslo je příliš velké
differs-at = { $where }: { $what }
differs-advance = Záloha zaplacená { $date }
differs-other = údaj se liší ({ $code })
complain-title = Něco na dokladu nesedí?
complain-text = Napište nám. Dopis je připravený, můžete ho upravit.
complain-letter = Text reklamace
complain-mail = Otevřít v e-mailu
complain-copy = Zkopírovat text
complain-to = Dopis pošlete na { $email }.
complain-difference = Reklamovat rozdíl
complain-see = Upravit text
complaint-subject = Reklamace dokladu { $number }
complaint-opening = Dobrý den, reklamuji doklad číslo { $number } (zákaznické číslo { $customer }).
complaint-differs = Podle přepočtu v zákaznickém portálu se liší:
complaint-difference = { $what } – na dokladu { $said }, vypočteno { $computed }
complaint-yours = Nesouhlasím s tímto: 
complaint-close = Prosím o prověření a případnou opravu. Děkuji.

# Consumption and lines
consumption-title = Spotřeba
consumption-meter = měřidlo č. { $serial }
consumption-from = Počáteční stav
consumption-to = Konečný stav
consumption-measured = Naměřeno
consumption-billed = Vyúčtováno
reading-actual = odečet
reading-customer = samoodečet
reading-estimated = odhad
reading-initial = montáž
reading-final = demontáž
lines-title = Položky
lines-net = Ceny jsou bez DPH.
lines-gross = Ceny jsou včetně DPH.
lines-unfold = Klepnutím na položku uvidíte, jak vznikla.
lines-consumption = Podle spotřeby
lines-fixed = Stálé platy
lines-rainwater = Srážkové vody
lines-other = Ostatní
line = Položka
line-quantity = Množství
line-price = Cena za jednotku
line-amount = Částka
derive-states = { $register }, měřidlo č. { $serial }
derive-dates = { $to } ({ $toKind }) minus { $from } ({ $fromKind }).
derive-rolled-over = Počítadlo přešlo přes nulu.
derive-multiplier = Stav se násobí konstantou měření.
derive-conversion = Přepočet objemu plynu na energii
derive-conversion-text = Naměřené m³ × koeficient × spalné teplo v kWh/m³.
derive-rain = Plochy × koeficient odtoku × úhrn srážek v metrech za rok
derive-rain-text = Dlouhodobý srážkový normál oblasti podle ČHMÚ.
derive-together = Dohromady
derive-amount = Množství × cena
derive-price-list = Cena podle ceníku { $list }.
derive-own-price = Individuální cena, nevychází z ceníku.
quantity-month =
    { $count ->
        [one] { $value } měsíc
        [few] { $value } měsíce
        [many] { $value } měsíce
       *[other] { $value } měsíců
    }
quantity-year =
    { $count ->
        [one] { $value } rok
        [few] { $value } roky
        [many] { $value } roku
       *[other] { $value } let
    }
quantity-day =
    { $count ->
        [one] { $value } den
        [few] { $value } dny
        [many] { $value } dne
       *[other] { $value } dní
    }
quantity-ampere_month = { $value } A·měsíc
quantity-kw_month = { $value } kW·měsíc
quantity-piece = { $value } ks
per-month = měsíc
per-year = rok
per-day = den
per-ampere_month = A a měsíc
per-kw_month = kW a měsíc
per-piece = ks
vat-title = DPH
vat-rate = Sazba
vat-net = Základ
vat-gross = S daní
vat-exempt = osvobozeno
vat-reverse_charge = daň odvede zákazník
vat-outside = mimo DPH
totals-title = Výsledek
totals-gross = Celkem s DPH
totals-advances = Zaplacené zálohy
totals-rounding = Zaokrouhlení
totals-payable = K zaplacení
totals-overpaid = Přeplatek
totals-paid = Už jste zaplatili
totals-paid-back = Už jsme vrátili
deducted-title = Odečtené zálohy
deducted-paid-on = Zaplaceno
deducted-document = Daňový doklad
deducted-total =
    { $count ->
        [one] { $count } záloha
        [few] { $count } zálohy
       *[other] { $count } záloh
    }
deducted-all =
    { $count ->
        [one] Zobrazit { $count } zálohu
        [few] Zobrazit všechny { $count } zálohy
       *[other] Zobrazit všech { $count } záloh
    }
facts-title = Údaje dokladu
fact-taxable = Den zdanitelného plnění
fact-ksef = Číslo v KSeF
fact-corrects = Opravuje doklad
fact-buyer = Odběratel
fact-tax-number = DIČ

# Settlements as a chart
settlements-title = Spotřeba podle vyúčtování
settlements-lead = Kolik jsme vám které vyúčtování naúčtovali a kolik to bylo za den.
settlements-none = Zatím žádné vyúčtování
settlements-none-text = Graf se objeví po prvním vyúčtování spotřeby.
settlements-show = Co graf ukazuje
settlements-whole = Spotřeba
settlements-daily = Denní průměr
settlements-chart = Graf spotřeby podle vyúčtování v { $unit }; stejná čísla jsou v tabulce. Každý sloupec vede na svůj doklad.
settlements-bar = Vyúčtování { $number }, { $period }: { $amount }
settlements-caption = Vyúčtování, { $point }, od nejnovějšího
settlements-days = Dnů
settlements-used = Spotřeba
settlements-result = Výsledek
chart-per-day = { $amount } za den

# The contract account
balance-title = Zůstatek a platby
balance-owed = Máte zaplatit
balance-owed-to-you = Dlužíme vám
balance-overdue = Z toho po splatnosti { $amount }
balance-all-paid = Všechno máte zaplacené.
balance-next = Nejbližší splatnost { $date }: { $amount }
balance-together-owed = Po započtení byste doplatili { $amount }.
balance-together-back = Po započtení zbývá ve váš prospěch { $amount }.
balance-nothing-back = Žádný přeplatek u nás nemáte.
balance-others = V jiné měně: máte zaplatit { $owed }, dlužíme vám { $back }.
debts-title = Co je k zaplacení
debts-none = Nic neplatíte
debts-none-text = Až vystavíme další předpis nebo fakturu, uvidíte je tady.
debts-instalments = Rozložit na splátky
claims-title = Co vrátíme my vám
claims-text = Přeplatky a dobropisy, které jsme vám ještě nevyplatili ani nezapočetli.
claims-refund = Vrátit na účet
debt-invoice = Faktura
debt-settlement = Nedoplatek z vyúčtování
debt-advance = Záloha
debt-credit_note = Dobropis
debt-instalment = Splátka
debt-interest = Úrok z prodlení
debt-fee = Poplatek
debt-overpayment = Přeplatek
debt-document = Doklad { $number }
debt-due = splatnost { $date }
debt-of = z { $amount }
dunning-reminded = Upomínáno
dunning-last_notice = Poslední výzva
dunning-collection = Vymáhá se
dunning-instalments = Na splátky
dunning-suspended = Prověřuje se
basket = Vybráno k zaplacení
basket-all = Vybrat vše
basket-chosen =
    { $count ->
        [one] Vybrána { $count } položka
        [few] Vybrány { $count } položky
       *[other] Vybráno { $count } položek
    }
basket-empty = Vyberte, co chcete zaplatit.
account-title = Jak platíte
account-number = Číslo smluvního účtu
account-method = Způsob placení
account-from = z účtu { $account }
account-sipo = spojovací číslo { $number }
account-pay-to = Kam platíte
account-refund = Účet pro přeplatky
account-invoices = Faktury dostáváte
account-e-invoice = elektronicky
account-paper = poštou
account-change-method = Změnit způsob placení
account-change-e-invoice = Změnit zasílání faktur
method-transfer = Převodem
method-direct_debit = Inkasem
method-sipo = Přes SIPO

# Paying
pay-title = Zaplatit
pay-lead = Naskenujte kód bankovní aplikací, nebo si údaje zkopírujte.
pay-what = Co tím zaplatíte
pay-choose = Vybrat, co zaplatit
pay-changed = Něco z toho už je zaplacené
pay-changed-text = Mezitím se stav účtu změnil. Vyberte prosím znovu, ať neplatíte dvakrát.
pay-print = Vytisknout příkaz
pay-slip = Složenka v PDF
pay-when = Platba se tu objeví, jakmile ji připíšeme na účet, obvykle do dvou pracovních dnů.
qr-title = Platební kód
qr-format = Druh kódu
qr-text = V bankovní aplikaci zvolte platbu QR kódem. Na tomto telefonu si snímek obrazovky otevřete v bance.
qr-copy = Zkopírovat text kódu
qr-alt = { $format } na { $amount }
qr-name-spayd = QR Platba
qr-name-zbp = Kod 2D (ZBP)
qr-name-epc = QR kód SEPA (EPC)
transfer-title = Údaje pro převod
transfer-account = Číslo účtu
transfer-iban = IBAN
transfer-bic = BIC (SWIFT)
transfer-amount = Částka
transfer-variable = Variabilní symbol
transfer-message = Zpráva pro příjemce
transfer-name = Příjemce

# Payments
payments-title = Přijaté platby
payments-lead = Co jste zaplatili a co jsme tím uhradili.
payments-none = Zatím žádná platba
payments-none-text = Platby se tu objeví, jakmile je připíšeme na účet.
payment-day = Připsáno
payment-way = Jak
payment-settled = Co uhradila
payment-rest = Zbylo jako přeplatek
payment-back = Vráceno vám
way-transfer = Převod
way-direct_debit = Inkaso
way-sipo = SIPO
way-cash = Hotovost
way-card = Karta
way-set_off = Zápočet

# Advances
advances-title = Zálohy
advances-lead = Kolik a kdy platíte předem, a proč se záloha změnila.
advances-none = Zálohy neplatíte
advances-none-text = Je-li to jinak, ozvěte se nám.
advances-ahead = Další zálohy
advances-past = Minulé zálohy
advances-all = Zobrazit všechny minulé ({ $count })
advances-changes = Jak se záloha měnila
advance-amount = Záloha
advance-next = Nejbližší splatnost
advance-since = Platí od
advance-change = Změnit výši zálohy
advance-from = Od { $date }
advance-reason-price_list = Změnil se ceník
advance-reason-consumption = Podle skutečné spotřeby
advance-reason-customer = Na vaši žádost
interval-month = každý měsíc
interval-quarter = každé čtvrtletí
interval-half_year = každého půl roku
interval-year = jednou ročně
order-title = Trvalý příkaz nebo inkaso
order-lead = { $amount } { $interval }, poprvé { $date }.
order-code = Trvalý příkaz
order-code-text = Naskenujte v bankovní aplikaci; trvalý příkaz se předvyplní.
order-set = Nastavit novou částku
order-too-low = Váš trvalý příkaz je teď o { $by } nižší, než má být
order-too-high = Váš trvalý příkaz je teď o { $by } vyšší, než je třeba
order-changed = Záloha se od { $date } změnila z { $before } na { $after }. Platíte-li trvalým příkazem, upravte ho prosím v bance.
consent-code = Souhlas s inkasem
consent-code-text = Naskenujte v bankovní aplikaci; svolení k inkasu se předvyplní.

# Rainwater
rainwater-title = Srážkové vody
rainwater-lead = Plochy, ze kterých voda odtéká do kanalizace, a co za to ročně platíte.
rainwater-none = Srážkové vody neplatíte
rainwater-none-text = U žádného odběrného místa nemáme zapsané plochy.
rainwater-from = Od { $from }
rainwater-from-to = Od { $from } do { $to }
rainwater-holds = Platí teď
rainwater-exempt = Za tyto plochy se podle zákona neplatí.
rainwater-formula = Redukovaná plocha × úhrn srážek { $rainfall } m za rok = { $quantity } ročně
rainwater-amount = Za rok včetně DPH:
rainwater-change = Změnit plochy
surface = Plocha
surface-area = Výměra
surface-coefficient = Koeficient odtoku
surface-reduced = Redukovaná plocha
surface-impermeable = Zastavěné a těžce propustné zpevněné plochy
surface-permeable = Propustné zpevněné plochy
surface-green_roof_thin = Zelená střecha 5 až 10 cm
surface-green_roof_medium = Zelená střecha 11 až 30 cm
surface-green_roof_thick = Zelená střecha od 31 cm
surface-vegetation = Plochy kryté vegetací

# Papers
papers-title = Smlouvy
papers-lead = Smlouvy a jejich dodatky ke stažení.
papers-none = Zatím tu není žádná smlouva
papers-none-text = Objeví se, jakmile ji dodavatel vloží.
paper-contract = Smlouva
paper-amendment = Dodatek
paper-other = Dokument
paper-concluded = uzavřeno { $date }
paper-term = platí od { $from } do { $to }
paper-term-open = platí od { $from } na dobu neurčitou

# Home
home-overdue = Po splatnosti { $amount }
home-overdue-days =
    { $days ->
        [one] Nejdéle { $days } den po splatnosti.
        [few] Nejdéle { $days } dny po splatnosti.
       *[other] Nejdéle { $days } dní po splatnosti.
    }
home-owed = K zaplacení { $amount }
home-owed-together = Celkem k zaplacení { $amount }.
home-back = Dlužíme vám { $amount }
home-even = Všechno máte zaplacené
home-even-text = Nic po vás nechceme a nic vám nedlužíme.
home-by-direct_debit = Strhneme to inkasem.
home-by-sipo = Zaplatíte to přes SIPO.
home-documents = Doklady

# A group of customers
group-title = Platby všech zákazníků
group-lead = Kdo co dluží, co je po splatnosti a co přijde příště.
group-customer = Zákazník
group-customers = Zákazníků
group-owed = K zaplacení
group-overdue = Po splatnosti
group-owed_to_you = Přeplatky
group-next = Nejbližší splatnost
group-so-far = zatím načtených
group-lists = Co zobrazit
group-list-customers = Zákazníci
group-list-receivables = Neuhrazené
group-list-documents = Doklady
group-none = Nic tu není
group-none-text = Žádný z vašich zákazníků tu nic nemá.
group-csv = CSV
group-xlsx = Excel

# Co říká přání ohledně peněz
wish-from = Od
wish-from-advance = Od zálohy splatné
wish-bounds = Možné rozmezí
wish-between = { $least } až { $most }
wish-back = K vrácení
wish-account = Na účet
wish-items = Položky
wish-debt = Dluh
wish-parts = Splátky
wish-parts-of =
    { $count ->
        [one] { $count } po { $each }
        [few] { $count }, každá asi { $each }
       *[other] { $count }, každá asi { $each }
    }
wish-first = První je splatná
wish-reason = Důvod
wish-drains = Odteče za rok
