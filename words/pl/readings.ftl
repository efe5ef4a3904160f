# Meters, readings and supply points of a customer

meter = Licznik
meters-lead = Sprawdź ostatnie stany i podaj nowy odczyt.
meters-find = Szukaj licznika
meters-count =
    { $count ->
        [one] { $count } licznik
        [few] { $count } liczniki
       *[other] { $count } liczników
    }
meters-removed = Pokaż też zdemontowane ({ $count })
meter-number = Numer licznika
meter-installed = Zamontowano
meter-removed = Zdemontowano
meter-window = Na odczyt czekamy od { $from } do { $to }.
meter-not-yours-to-read = Odczytu tego licznika nie możesz teraz podać

# Supply points
point = Punkt poboru
points-lead = Miejsca dostaw, ich umowy i liczniki.
points-find = Szukaj po adresie, numerze lub liczniku
points-count =
    { $count ->
        [one] { $count } punkt poboru
        [few] { $count } punkty poboru
       *[other] { $count } punktów poboru
    }
points-none = Nie ma tu jeszcze żadnego punktu poboru
points-none-text = Pojawi się, gdy dostawca go zapisze.
point-ended = Zakończony
point-number = Numer punktu poboru
point-meters = Liczniki
point-registers = Liczydła
point-money = Faktury i zużycie tego punktu
point-papers = Umowy do pobrania
point-settlements = Zużycie według rozliczeń
point-documents = Faktury
point-advances = Zaliczki
point-rainwater = Wody opadowe
point-comparison = Porównaj taryfy
point-capacity = Zmień moc
scheme-ean = EAN
scheme-eic = EIC
scheme-ppe = PPE
scheme-own = Numer ewidencyjny
contract-title = Umowa
contract-number = Numer umowy
contract-product = Produkt lub taryfa
contract-capacity = Moc umowna
contract-concluded = Zawarta
contract-from = Obowiązuje od
contract-to = Obowiązuje do
contract-open = na czas nieokreślony

# History
chart-title = Średnie zużycie dzienne
chart-label = Wykres średniego dziennego zużycia między odczytami w { $unit }; te same liczby są w tabeli odczytów
chart-last = Od { $from } do { $to } było to średnio { $amount } dziennie.
chart-year =
    { $trend ->
        [more] To o { $percent }% więcej niż w tym samym czasie rok temu.
        [less] To o { $percent }% mniej niż w tym samym czasie rok temu.
       *[same] To tyle samo co rok temu.
    }
chart-bar = { $from } – { $to }: średnio { $amount } dziennie
history-title = Historia odczytów
history-none = Pierwszy odczyt pojawi się tu, gdy dostawca go zapisze.
history-caption = Odczyty licznika nr { $serial }, od najnowszego
history-day = Dzień
history-kind = Rodzaj
history-state = Stan
history-used = Zużycie
history-per-day = Dziennie
history-invoice = Faktura
history-yours = Twój odczyt
kind-actual = Odczyt
kind-customer = Odczyt własny
kind-estimated = Odczyt szacunkowy
kind-initial = Montaż
kind-final = Demontaż

# Sending
send-title = Podaj odczyt
send-before = Ostatnio { $value } ({ $date })
send-hint =
    { $digits ->
        [one] { $digits } cyfra
        [few] Najwyżej { $digits } cyfry
       *[other] Najwyżej { $digits } cyfr
    }
send-hint-decimals = Najwyżej { $digits } cyfr i { $decimals } po przecinku
send-day = Dzień odczytu
send-serial = Numer licznika
send-serial-hint = Dla pewności, że to ten licznik. U nas ma nr { $serial }.
send-used = { $register } Od ostatniego odczytu { $used }, czyli { $daily } dziennie.
send-now = Wyślij odczyt
reading-sent = Odczyt wysłany. Damy znać, gdy go sprawdzimy.
reading-taken = Odczyt przyjęty. Dziękujemy.
claim-digits =
    { $digits ->
        [one] Ten licznik pokazuje tylko { $digits } cyfrę
        [few] Ten licznik pokazuje tylko { $digits } cyfry
       *[other] Ten licznik pokazuje tylko { $digits } cyfr
    }
claim-decimals =
    { $decimals ->
        [0] Podaj stan bez miejsc po przecinku
        [one] Podaj najwyżej { $decimals } miejsce po przecinku
       *[other] Podaj najwyżej { $decimals } miejsca po przecinku
    }

# What the rules ask back
asked-title = Sprawdź jeszcze raz
asked-meant = Czy chodziło o to?
asked-so = Czy na pewno tak jest?
asked-so-text = Spójrz jeszcze raz na licznik. Jeśli stan się zgadza, wyślij go; sprawdzi go nasz pracownik.
asked-send = Tak, stan się zgadza, wyślij
claim-R02-outside_window = Dzień odczytu nie mieści się w okresie od { $from } do { $to }; odczyt zapiszemy tylko informacyjnie.
claim-R03-below_before = { $register } Stan jest niższy niż przy odczycie z { $before_on }, gdy wynosił { $before }.
claim-R03-above_after = { $register } Stan jest wyższy niż przy późniejszym odczycie z { $after_on }, gdy wynosił { $after }.
claim-R03-below_estimate = { $register } Stan jest niższy niż nasz szacunek { $estimate } na { $estimate_on }. Twój odczyt go poprawi.
claim-R04-rollover = { $register } Licznik przeszedł przez zero; zużycie to { $used }.
claim-R04-unlikely_rollover = { $register } Stan jest niższy niż ostatnio ({ $before }). Czy licznik przeszedł przez zero? Zużycie wyniosłoby { $used }.
claim-R05-correction = Mamy już odczyt z { $read_on }; ten by go poprawił.
claim-R05-replaces_estimate = Na { $read_on } mamy szacunek; Twój odczyt go zastąpi.
claim-R06-high = { $register } Zużycie { $used } jest dużo wyższe niż zwykle w ciągu { $days } dni ({ $expected }).
claim-R06-low = { $register } Zużycie { $used } jest dużo niższe niż zwykle w ciągu { $days } dni ({ $expected }).
claim-R07-over_capacity = { $register } W ciągu { $days } dni nie można zużyć { $used }; najwyżej { $capacity }.
claim-R08-still = Brak zużycia w ciągu { $days } dni.
claim-R09-swapped = Stany strefy dziennej i nocnej wyglądają na zamienione.
claim-R10-slipped = { $register } Być może przy przepisywaniu wkradła się pomyłka w cyfrze.
claim-R11-other_serial = Ten numer należy do innego Twojego licznika, nr { $serial }.
claim-R11-fits_other = Stan pasowałby lepiej do Twojego licznika nr { $serial }.
claim-R12-other_serial = Licznik ma u nas nr { $serial }. Jeśli jest na nim inny, być może został wymieniony.
suggest-swap_registers = Zamień stany: { $values }
suggest-digit_slip = Przestawione cyfry: { $values }
suggest-extra_digit = Zbędna cyfra: { $values }
suggest-dropped_digit = Brakuje cyfry: { $values }
suggest-shifted_point = Przecinek w innym miejscu: { $values }
suggest-other_meter = Podaj dla tamtego licznika
suggest-rollover = Licznik przeszedł przez zero
