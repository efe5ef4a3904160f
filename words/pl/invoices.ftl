# Faktury, zaliczki, płatności: co jest na stronach o pieniądzach
money-nav = Faktury i płatności
money-documents = Dokumenty
money-balance = Do zapłaty
money-payments = Wpłaty
money-advances = Zaliczki
money-settlements = Zużycie
money-rainwater = Wody opadowe
money-papers = Umowy
money-comparison = Porównanie taryf
money-office = Strona klienta, tylko do odczytu; „Ty” oznacza na niej klienta. Każdy wgląd zapisuje się w jego dzienniku.
amount = Kwota
total = Razem
vat = VAT
pay = Zapłać
download = Pobierz
variable-symbol = Symbol płatności (VS)
variable-symbol-is = VS { $symbol }
point-choice = Punkt poboru
point-all = Wszystkie punkty poboru

# Documents
document = Dokument
document-title = { $kind } { $number }
document-kind-settlement = Rozliczenie
document-kind-invoice = Faktura
document-kind-advance_request = Wezwanie do zapłaty zaliczki
document-kind-advance_tax_document = Faktura zaliczkowa
document-kind-credit_note = Faktura korygująca
document-issued = Wystawiono
document-due = Termin płatności
document-period = Okres
document-total = Razem
document-paid-sum = Zapłacono
document-remaining = Pozostało
document-state = Stan
document-paid = Zapłacono
document-partly = Częściowo zapłacono
document-open = Do zapłaty
document-overdue = Po terminie
document-cancelled = Anulowano
document-none = Bez płatności
document-back = Zwrócimy
document-returned = Zwrócono
overdue-days =
    { $days ->
        [one] { $days } dzień po terminie
       *[other] { $days } dni po terminie
    }
documents-title = Faktury i rozliczenia
documents-find = Szukaj po numerze dokumentu
documents-filter = Filtruj i sortuj
documents-filters = Filtruj i sortuj (użyto: { $count })
documents-kind = Rodzaj
documents-any-kind = Wszystkie rodzaje
documents-state = Stan
documents-any-state = Wszystkie stany
documents-point = Punkt poboru
documents-any-point = Wszystkie punkty poboru
documents-sort = Sortuj
documents-by-issued = Według wystawienia, od najnowszych
documents-by-due = Według terminu, od najpóźniejszego
documents-none = Nie ma tu jeszcze żadnego dokumentu
documents-none-text = Pierwszy pojawi się, gdy go wystawimy.
documents-not-found = Nie ma takiego dokumentu
documents-not-found-text = Sprawdź numer albo usuń filtry.
documents-all = Pokaż wszystkie dokumenty

# A document in a sentence
sentence-underpaid =
    Zapłacono { $advances } zaliczek, rozliczyliśmy { $used }, do dopłaty pozostaje więc { $rest }{ $known ->
        [yes] {" "}do { $due }.
       *[no] .
    }
sentence-overpaid = Zapłacono { $advances } zaliczek, a rozliczyliśmy tylko { $used }, zwracamy więc { $rest }.
sentence-even = Zapłacono { $advances } zaliczek i dokładnie tyle rozliczyliśmy. Nic nie trzeba płacić.
sentence-invoice =
    Do zapłaty jest { $total }{ $known ->
        [yes] {" "}do { $due }.
       *[no] .
    }
sentence-back = Zwracamy { $total }.
sentence-advance =
    Prosimy o zaliczkę { $total }{ $known ->
        [yes] {" "}do { $due }.
       *[no] .
    }
sentence-tax-document = Faktura do zaliczki { $total }, która jest już zapłacona. Nic więcej nie trzeba płacić.
sentence-credit-note = Korygujemy dokument { $number } i zwracamy { $total }.
since-paid = Zapłacono, dziękujemy.
since-paid-back = Pieniądze już zwróciliśmy.
since-partly = Zapłacono { $paid }, pozostało { $remaining }.
since-overdue =
    { $days ->
        [one] Termin minął { $days } dzień temu. Prosimy o jak najszybszą zapłatę.
       *[other] Termin minął { $days } dni temu. Prosimy o jak najszybszą zapłatę.
    }
since-overdue-partly =
    { $days ->
        [one] Zapłacono { $paid }, pozostało { $remaining }. Termin minął { $days } dzień temu.
       *[other] Zapłacono { $paid }, pozostało { $remaining }. Termin minął { $days } dni temu.
    }
since-cancelled = Ten dokument anulowaliśmy, nie trzeba za niego płacić.
summary = Podsumowanie
summary-owed = Pozostało do zapłaty
summary-back = Zwracamy
summary-due = do { $date }

# Downloads
download-pdf = Pobierz PDF
download-isdoc = ISDOC
download-ubl = UBL
download-machine = Dla programów księgowych
download-machine-text = Ta sama faktura jako dane: UBL (Peppol) dla programów europejskich, ISDOC dla czeskich.
download-asking = Przygotowujemy link…
download-making = Składamy PDF, to chwilę potrwa…
download-unmade = Tego pliku jeszcze nie ma. Powstanie, gdy klient go pobierze.
download-there = Pobieranie: { $name }.
download-again = Nie zaczęło się? Pobierz ponownie
download-expired = Link już wygasł.
download-new = Pobierz nowy link
expired-link = Link do pobrania wygasł
expired-what = Link jest ważny tylko dwie minuty
expired-text = W ten sposób chronimy Twoje dokumenty. Nowy link otrzymasz przy dokumencie, gdy ponownie wybierzesz „Pobierz”.
expired-back = Wróć do dokumentów

# The bill computed again
check-agrees = Przeliczyliśmy to za Ciebie: zgadza się co do grosza
check-agrees-text = Każdą pozycję obliczyliśmy ponownie ze stanów liczników i z cennika. Obliczenie można rozwinąć przy każdej pozycji.
check-differs =
    { $count ->
        [one] Przeliczyliśmy to: { $count } wartość się nie zgadza
        [few] Przeliczyliśmy to: { $count } wartości się nie zgadzają
       *[other] Przeliczyliśmy to: { $count } wartości się nie zgadza
    }
check-differs-text = Ze stanów liczników i z cennika wynika co innego niż z dokumentu. Reklamacja jest już przygotowana.
check-differs-office = Ze stanów liczników i z cennika wynika co innego niż z dokumentu. Klient ma tu już przygotowaną reklamację.
check-partly = Przeliczyliśmy, co się dało, i to się zgadza
check-partly-text = Tego nie da się przeliczyć, bo czegoś nam brakuje:
check-payable = Według przeliczenia do zapłaty powinno być { $amount }.
check-what = Co się różni
check-said = Na dokumencie
check-computed = Obliczono
differs-no_breakdown = z czego składa się kwota, mówi tylko papier
differs-no_bases = nie podano, z czego wynika ilość
differs-no_price_list = cena indywidualna, spoza cennika
differs-price_list_unknown = nie mamy tu tego cennika
differs-capacity_unknown = nie podano mocy zamówionej
differs-measured_differs = zmierzone zużycie nie odpowiada stanom
differs-register_fell = stan końcowy jest niższy od początkowego
differs-rollover_wrong = liczydło nie mogło przejść przez zero
differs-billed_quantity_differs = rozliczona ilość nie odpowiada zmierzonej
differs-rain_quantity_differs = ilość wód opadowych nie odpowiada powierzchniom
differs-rain_months_differ = liczba miesięcy nie odpowiada okresowi
differs-states_reversed = stan końcowy jest z wcześniejszego dnia niż początkowy
differs-states_gap = niektórych dni nie obejmują żadne odczyty
differs-states_overlap = niektóre dni policzono dwa razy
differs-state_not_continued = stan początkowy nie jest ciągiem dalszym poprzedniego
differs-states_outside_period = odczyty są spoza okresu rozliczenia
differs-basis_unknown = wynika z odczytu, którego nie ma na dokumencie
differs-basis_unused = zmierzonego zużycia nie nalicza żadna pozycja
differs-basis_counted_twice = to samo zużycie policzono dwa razy
differs-basis_not_of_line = wynika z innego punktu poboru lub liczydła
differs-basis_missing = brakuje części zużycia, którego dotyczy cena
differs-supply_point_unknown = punkt poboru, którego dokument nie dotyczy
differs-period_reversed = okres kończy się, zanim się zaczyna
differs-period_outside_document = okres jest poza okresem dokumentu
differs-period_gap = niektórych dni nie naliczono
differs-period_overlap = niektóre dni naliczono dwa razy
differs-quantity_differs = ilość nie odpowiada odczytom lub okresowi
differs-unit_differs = jednostka różni się od cennika
differs-unit_price_differs = cena jednostkowa różni się od cennika
differs-line_missing = brakuje pozycji z cennika
differs-line_extra = jest o jedną pozycję więcej niż w cenniku
differs-component_unknown = takiej pozycji nie ma w cenniku
differs-price_list_not_valid = w tym czasie obowiązywał inny cennik
differs-capacity_differs = cena dotyczy innej mocy zamówionej
differs-amount_differs = kwota nie odpowiada ilości i cenie
differs-vat_rate_differs = stawka VAT różni się od cennika
differs-vat_method_differs = VAT liczony jest inaczej niż w cenniku
differs-currency_differs = waluta się różni
differs-vat_base_differs = podstawa nie jest sumą pozycji
differs-vat_amount_differs = podatek nie odpowiada podstawie i stawce
differs-vat_sum_differs = kwota brutto nie jest sumą podstawy i podatku
differs-vat_rate_missing = brakuje sumy dla tej stawki VAT
differs-vat_rate_extra = w tej stawce VAT nie ma żadnej pozycji
differs-total_net_differs = podstawa razem nie jest sumą stawek
differs-total_vat_differs = podatek razem nie jest sumą stawek
differs-total_gross_differs = kwota razem nie jest sumą podstawy i podatku
differs-advance_tax_differs = podatek z zaliczki nie odpowiada wpłacie
differs-advances_differ = odliczone zaliczki nie są sumą zapłaconych
differs-rounding_differs = zaokrąglenie nie odpowiada regule
differs-payable_differs = kwota do zapłaty nie odpowiada sumom
differs-total_differs = kwota dokumentu nie odpowiada jego rozbiciu
differs-too_large = liczba jest zbyt duża
differs-at = { $where }: { $what }
differs-advance = Zaliczka zapłacona { $date }
differs-other = wartość się różni ({ $code })
complain-title = Coś się nie zgadza?
complain-text = Napisz do nas. List jest gotowy, można go zmienić.
complain-letter = Treść reklamacji
complain-mail = Otwórz w poczcie
complain-copy = Kopiuj treść
complain-to = List wyślij na { $email }.
complain-difference = Zareklamuj różnicę
complain-see = Zmień treść
complaint-subject = Reklamacja dokumentu { $number }
complaint-opening = Dzień dobry, składam reklamację dokumentu nr { $number } (numer klienta { $customer }).
complaint-differs = Według przeliczenia w portalu klienta różni się:
complaint-difference = { $what } – na dokumencie { $said }, obliczono { $computed }
complaint-yours = Nie zgadzam się z tym: 
complaint-close = Proszę o sprawdzenie i ewentualną korektę. Dziękuję.

# Consumption and lines
consumption-title = Zużycie
consumption-meter = licznik nr { $serial }
consumption-from = Stan początkowy
consumption-to = Stan końcowy
consumption-measured = Zmierzono
consumption-billed = Rozliczono
reading-actual = odczyt
reading-customer = odczyt klienta
reading-estimated = szacunek
reading-initial = montaż
reading-final = demontaż
lines-title = Pozycje
lines-net = Ceny są netto, bez VAT.
lines-gross = Ceny są brutto, z VAT.
lines-unfold = Wybierz pozycję, aby zobaczyć, jak powstała.
lines-consumption = Według zużycia
lines-fixed = Opłaty stałe
lines-rainwater = Wody opadowe
lines-other = Pozostałe
line = Pozycja
line-quantity = Ilość
line-price = Cena jednostkowa
line-amount = Kwota
derive-states = { $register }, licznik nr { $serial }
derive-dates = { $to } ({ $toKind }) minus { $from } ({ $fromKind }).
derive-rolled-over = Liczydło przeszło przez zero.
derive-multiplier = Stan mnoży się przez stałą pomiaru.
derive-conversion = Przeliczenie objętości gazu na energię
derive-conversion-text = Zmierzone m³ × współczynnik × ciepło spalania w kWh/m³.
derive-rain = Powierzchnie × współczynnik spływu × opady w metrach na rok
derive-rain-text = Wieloletnia norma opadów dla obszaru.
derive-together = Razem
derive-amount = Ilość × cena
derive-price-list = Cena według cennika { $list }.
derive-own-price = Cena indywidualna, nie wynika z cennika.
quantity-month =
    { $count ->
        [one] { $value } miesiąc
        [few] { $value } miesiące
        [many] { $value } miesięcy
       *[other] { $value } miesiąca
    }
quantity-year =
    { $count ->
        [one] { $value } rok
        [few] { $value } lata
        [many] { $value } lat
       *[other] { $value } roku
    }
quantity-day =
    { $count ->
        [one] { $value } dzień
        [few] { $value } dni
        [many] { $value } dni
       *[other] { $value } dnia
    }
quantity-ampere_month = { $value } A·miesiąc
quantity-kw_month = { $value } kW·miesiąc
quantity-piece = { $value } szt.
per-month = miesiąc
per-year = rok
per-day = dzień
per-ampere_month = A i miesiąc
per-kw_month = kW i miesiąc
per-piece = szt.
vat-title = VAT
vat-rate = Stawka
vat-net = Netto
vat-gross = Brutto
vat-exempt = zwolnione
vat-reverse_charge = odwrotne obciążenie
vat-outside = poza VAT
totals-title = Wynik
totals-gross = Razem brutto
totals-advances = Zapłacone zaliczki
totals-rounding = Zaokrąglenie
totals-payable = Do zapłaty
totals-overpaid = Nadpłata
totals-paid = Już zapłacono
totals-paid-back = Już zwróciliśmy
deducted-title = Odliczone zaliczki
deducted-paid-on = Zapłacono
deducted-document = Faktura zaliczkowa
deducted-total =
    { $count ->
        [one] { $count } zaliczka
        [few] { $count } zaliczki
       *[other] { $count } zaliczek
    }
deducted-all =
    { $count ->
        [one] Pokaż { $count } zaliczkę
        [few] Pokaż wszystkie { $count } zaliczki
       *[other] Pokaż wszystkie { $count } zaliczek
    }
facts-title = Dane dokumentu
fact-taxable = Data powstania obowiązku podatkowego
fact-ksef = Numer w KSeF
fact-corrects = Koryguje dokument
fact-buyer = Nabywca
fact-tax-number = NIP

# Settlements as a chart
settlements-title = Zużycie według rozliczeń
settlements-lead = Ile naliczyło każde rozliczenie i ile to było dziennie.
settlements-none = Nie ma jeszcze rozliczenia
settlements-none-text = Wykres pojawi się po pierwszym rozliczeniu zużycia.
settlements-show = Co pokazuje wykres
settlements-whole = Zużycie
settlements-daily = Średnio dziennie
settlements-chart = Wykres zużycia według rozliczeń w { $unit }; te same liczby są w tabeli. Każdy słupek prowadzi do swojego dokumentu.
settlements-bar = Rozliczenie { $number }, { $period }: { $amount }
settlements-caption = Rozliczenia, { $point }, od najnowszego
settlements-days = Dni
settlements-used = Zużycie
settlements-result = Wynik
chart-per-day = { $amount } dziennie

# The contract account
balance-title = Saldo i płatności
balance-owed = Do zapłaty
balance-owed-to-you = Jesteśmy Ci winni
balance-overdue = W tym po terminie { $amount }
balance-all-paid = Wszystko jest zapłacone.
balance-next = Najbliższy termin { $date }: { $amount }
balance-together-owed = Po potrąceniu do dopłaty byłoby { $amount }.
balance-together-back = Po potrąceniu na Twoją korzyść zostaje { $amount }.
balance-nothing-back = Nie ma u nas żadnej nadpłaty.
balance-others = W innej walucie: do zapłaty { $owed }, jesteśmy Ci winni { $back }.
debts-title = Co jest do zapłaty
debts-none = Nie ma nic do zapłaty
debts-none-text = Gdy wystawimy następny dokument, zobaczysz go tutaj.
debts-instalments = Rozłóż na raty
claims-title = Co my zwrócimy Tobie
claims-text = Nadpłaty i korekty, których jeszcze nie wypłaciliśmy ani nie potrąciliśmy.
claims-refund = Zwrot na rachunek
debt-invoice = Faktura
debt-settlement = Niedopłata z rozliczenia
debt-advance = Zaliczka
debt-credit_note = Korekta
debt-instalment = Rata
debt-interest = Odsetki za zwłokę
debt-fee = Opłata
debt-overpayment = Nadpłata
debt-document = Dokument { $number }
debt-due = termin { $date }
debt-of = z { $amount }
dunning-reminded = Wysłano upomnienie
dunning-last_notice = Ostatnie wezwanie
dunning-collection = W egzekucji
dunning-instalments = Na raty
dunning-suspended = W wyjaśnianiu
basket = Wybrane do zapłaty
basket-all = Wybierz wszystko
basket-chosen =
    { $count ->
        [one] Wybrano { $count } pozycję
        [few] Wybrano { $count } pozycje
       *[other] Wybrano { $count } pozycji
    }
basket-empty = Wybierz, co chcesz zapłacić.
account-title = Jak płacisz
account-number = Numer konta umowy
account-method = Sposób płatności
account-from = z rachunku { $account }
account-sipo = numer SIPO { $number }
account-pay-to = Rachunek do wpłat
account-refund = Rachunek do zwrotu nadpłat
account-invoices = Faktury otrzymujesz
account-e-invoice = elektronicznie
account-paper = pocztą
account-change-method = Zmień sposób płatności
account-change-e-invoice = Zmień sposób wysyłki faktur
method-transfer = Przelewem
method-direct_debit = Poleceniem zapłaty
method-sipo = Przez SIPO

# Paying
pay-title = Zapłać
pay-lead = Zeskanuj kod w aplikacji banku albo skopiuj dane.
pay-what = Co w ten sposób zapłacisz
pay-choose = Wybierz, co zapłacić
pay-changed = Część z tego jest już zapłacona
pay-changed-text = Stan konta w międzyczasie się zmienił. Wybierz ponownie, aby nie płacić dwa razy.
pay-print = Drukuj polecenie przelewu
pay-slip = Blankiet wpłaty w PDF
pay-when = Wpłata pojawi się tutaj, gdy ją zaksięgujemy, zwykle w ciągu dwóch dni roboczych.
qr-title = Kod płatności
qr-format = Rodzaj kodu
qr-text = W aplikacji banku wybierz płatność kodem QR. Na tym telefonie zrób zrzut ekranu i otwórz go w banku.
qr-copy = Kopiuj tekst kodu
qr-alt = { $format } na { $amount }
qr-name-spayd = QR Platba
qr-name-zbp = Kod 2D (ZBP)
qr-name-epc = Kod QR SEPA (EPC)
transfer-title = Dane do przelewu
transfer-account = Numer rachunku
transfer-iban = IBAN
transfer-bic = BIC (SWIFT)
transfer-amount = Kwota
transfer-variable = Symbol płatności (VS)
transfer-message = Tytuł przelewu
transfer-name = Odbiorca

# Payments
payments-title = Otrzymane wpłaty
payments-lead = Co zapłacono i na co to zaliczyliśmy.
payments-none = Nie ma jeszcze żadnej wpłaty
payments-none-text = Wpłaty pojawią się tutaj, gdy je zaksięgujemy.
payment-day = Zaksięgowano
payment-way = Jak
payment-settled = Na co zaliczono
payment-rest = Zostało jako nadpłata
payment-back = Zwrócono Tobie
way-transfer = Przelew
way-direct_debit = Polecenie zapłaty
way-sipo = SIPO
way-cash = Gotówka
way-card = Karta
way-set_off = Potrącenie

# Advances
advances-title = Zaliczki
advances-lead = Ile i kiedy płacisz z góry i dlaczego zaliczka się zmieniła.
advances-none = Nie płacisz zaliczek
advances-none-text = Jeśli jest inaczej, skontaktuj się z nami.
advances-ahead = Następne zaliczki
advances-past = Poprzednie zaliczki
advances-all = Pokaż wszystkie poprzednie ({ $count })
advances-changes = Jak zmieniała się zaliczka
advance-amount = Zaliczka
advance-next = Najbliższy termin
advance-since = Obowiązuje od
advance-change = Zmień wysokość zaliczki
advance-from = Od { $date }
advance-reason-price_list = Zmienił się cennik
advance-reason-consumption = Według rzeczywistego zużycia
advance-reason-customer = Na Twój wniosek
interval-month = co miesiąc
interval-quarter = co kwartał
interval-half_year = co pół roku
interval-year = raz w roku
order-title = Zlecenie stałe lub polecenie zapłaty
order-lead = { $amount } { $interval }, pierwszy raz { $date }.
order-code = Zlecenie stałe
order-code-text = Zeskanuj w aplikacji banku; zlecenie stałe wypełni się samo.
order-set = Ustaw nową kwotę
order-too-low = Twoje zlecenie stałe jest teraz o { $by } za niskie
order-too-high = Twoje zlecenie stałe jest teraz o { $by } za wysokie
order-changed = Od { $date } zaliczka zmieniła się z { $before } na { $after }. Jeśli płacisz zleceniem stałym, zmień je w banku.
consent-code = Zgoda na polecenie zapłaty
consent-code-text = Zeskanuj w aplikacji banku; zgoda na obciążanie rachunku wypełni się sama.

# Rainwater
rainwater-title = Wody opadowe
rainwater-lead = Powierzchnie, z których woda spływa do kanalizacji, i ile za to rocznie płacisz.
rainwater-none = Nie płacisz za wody opadowe
rainwater-none-text = Przy żadnym punkcie poboru nie ma zapisanych powierzchni.
rainwater-from = Od { $from }
rainwater-from-to = Od { $from } do { $to }
rainwater-holds = Obowiązuje teraz
rainwater-exempt = Za te powierzchnie zgodnie z prawem się nie płaci.
rainwater-formula = Powierzchnia zredukowana × opady { $rainfall } m na rok = { $quantity } rocznie
rainwater-amount = Rocznie, z VAT:
rainwater-change = Zmień powierzchnie
surface = Powierzchnia
surface-area = Wielkość
surface-coefficient = Współczynnik spływu
surface-reduced = Powierzchnia zredukowana
surface-impermeable = Powierzchnie zabudowane i trudno przepuszczalne
surface-permeable = Przepuszczalne powierzchnie utwardzone
surface-green_roof_thin = Zielony dach od 5 do 10 cm
surface-green_roof_medium = Zielony dach od 11 do 30 cm
surface-green_roof_thick = Zielony dach od 31 cm
surface-vegetation = Powierzchnie pokryte roślinnością

# Papers
papers-title = Umowy
papers-lead = Umowy i aneksy do pobrania.
papers-none = Nie ma tu jeszcze żadnej umowy
papers-none-text = Pojawi się, gdy dostawca ją doda.
paper-contract = Umowa
paper-amendment = Aneks
paper-other = Dokument
paper-concluded = zawarto { $date }
paper-term = obowiązuje od { $from } do { $to }
paper-term-open = obowiązuje od { $from } na czas nieokreślony

# Home
home-overdue = Po terminie { $amount }
home-overdue-days =
    { $days ->
        [one] Najdłużej { $days } dzień po terminie.
       *[other] Najdłużej { $days } dni po terminie.
    }
home-owed = Do zapłaty { $amount }
home-owed-together = Razem do zapłaty { $amount }.
home-back = Jesteśmy Ci winni { $amount }
home-even = Wszystko jest zapłacone
home-even-text = Nie ma nic do zapłaty i nie mamy nic do zwrotu.
home-by-direct_debit = Pobierzemy to poleceniem zapłaty.
home-by-sipo = Zapłacisz to przez SIPO.
home-documents = Dokumenty

# A group of customers
group-title = Płatności wszystkich klientów
group-lead = Kto ile jest winien, co jest po terminie i co przyjdzie następne.
group-customer = Klient
group-customers = Klientów
group-owed = Do zapłaty
group-overdue = Po terminie
group-owed_to_you = Nadpłaty
group-next = Najbliższy termin
group-so-far = na razie wczytanych
group-lists = Co pokazać
group-list-customers = Klienci
group-list-receivables = Niezapłacone
group-list-documents = Dokumenty
group-none = Nic tu nie ma
group-none-text = Żaden z Twoich klientów nic tu nie ma.
group-csv = CSV
group-xlsx = Excel

# Co mówi wniosek dotyczący pieniędzy
wish-from = Od
wish-from-advance = Od zaliczki płatnej
wish-bounds = Możliwy zakres
wish-between = od { $least } do { $most }
wish-back = Do zwrotu
wish-account = Na konto
wish-items = Pozycje
wish-debt = Zadłużenie
wish-parts = Raty
wish-parts-of =
    { $count ->
        [one] { $count } po { $each }
        [few] { $count }, każda około { $each }
       *[other] { $count }, każda około { $each }
    }
wish-first = Termin pierwszej
wish-reason = Powód
wish-drains = Odpływa w ciągu roku
