# Ceny: kalkulačka, ceníky a srovnání vlastní spotřeby
medium-choice = Co odebíráte
calculator-title = Kolik zaplatíte
calculator-lead = Zadejte roční spotřebu a uvidíte, kolik by stála v každém našem tarifu. Nepotřebujete k tomu účet.
calculator-rates = Měření
calculator-one-rate = Jednotarif
calculator-two-rates = Dvoutarif (VT a NT)
calculator-used = Spotřeba za rok v { $unit }
calculator-high = Vysoký tarif v { $unit }
calculator-low = Nízký tarif v { $unit }
calculator-hint-water = Jeden člověk spotřebuje kolem 35 m³ za rok.
calculator-hint-electricity = Byt bez elektrického topení mívá kolem 2 000 kWh za rok.
calculator-hint-gas = Rodinný dům vytápěný plynem mívá kolem 15 000 kWh za rok.
calculator-hint-heat = Byt mívá kolem 20 GJ za rok.
calculator-capacity = Hlavní jistič
calculator-capacity-hint = Je na smlouvě a na jističi před elektroměrem.
calculator-capacity-unknown = Nevím
calculator-rainwater = Srážková voda v m³ za rok
calculator-rainwater-hint = Jen pokud za ni platíte; domácnosti obvykle ne.
calculator-on = Podle cen platných od
calculator-do = Spočítat
calculator-done =
    { $count ->
        [0] Pro tuto spotřebu nemáme žádný tarif.
        [one] Spočítali jsme { $count } tarif.
        [few] Spočítali jsme { $count } tarify.
       *[other] Spočítali jsme { $count } tarifů.
    }
offers-title = Tarify od nejlevnějšího
offers-year = Za rok, včetně DPH.
offers-table = Tarify vedle sebe
offers-table-net = Složky ceny jsou bez DPH.
offers-month = Za měsíc
offers-none = Žádný tarif nešlo spočítat
offers-none-text = Proč, píšeme u jednotlivých ceníků.
offer-cheapest = Nejlevnější
offer-own = Máte teď
offer-month = { $amount } za měsíc
offer-more = O { $amount } víc než nejlevnější
offer-more-than-own = O { $amount } víc, než máte teď
offer-saves = Ušetříte { $amount }
offer-parts = Z čeho se cena skládá
offer-lines = { $product }.
offer-of-it-vat = Z toho DPH
offer-registers-assumed = Tento tarif měří VT a NT zvlášť. Celou spotřebu jsme ocenili jeho první sazbou, ve skutečnosti by vyšla jinak.
left-out-title = Co v přehledu chybí
left-out-capacity_missing = cena závisí na hlavním jističi a ten neznáme.
left-out-capacity_not_offered = pro tento jistič nemá cenu.
left-out-not_valid_then = neplatí po celé období.
left-out-other_unit = účtuje se v jiné jednotce.
left-out-too_large = takové množství spočítat neumíme.
price-lists-title = Ceníky
price-lists-lead = Ceny, které si dnes může zvolit každý: odkdy platí, z čeho vycházejí a z čeho se skládají.
price-lists-on = Platné dne
price-lists-none = K tomuto dni žádný ceník nemáme
price-lists-none-text = Zkuste jiný den.
price-list-valid = Platnost
price-list-from = od { $from }
price-list-from-to = od { $from } do { $to }
price-list-id = Označení
price-list-source = Vychází z
price-list-prices =
    { $count ->
        [one] { $count } cena
        [few] { $count } ceny
       *[other] { $count } cen
    }
price-list-price = Cena
price-list-per = Za
price-list-tier = nad { $beyond }: { $price }
price-list-at-most = nejvýše { $price } za MWh
comparison-title = Srovnání tarifů
comparison-lead = Vaše vlastní spotřeba ve všech tarifech, které nabízíme.
comparison-none = Zatím není co srovnat
comparison-none-text = Na tomto místě jsme ještě nic nevyúčtovali. Kalkulačce stačí odhad spotřeby.
comparison-of = Co srovnáváme
comparison-period = Období
comparison-not-whole = Celý rok ještě neznáme.
comparison-used = Spotřeba
comparison-product = Váš tarif
comparison-prices = Podle cen
comparison-from-today = platných dnes
comparison-then = platných tehdy
comparison-from-today-text = Za rok od dneška se stejnou spotřebou, včetně DPH.
comparison-then-text = Za toto období podle cen, které tehdy platily, včetně DPH.
comparison-capacity = Hlavní jistič
