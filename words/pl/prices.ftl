# Ceny: kalkulator, cenniki i porównanie własnego zużycia
medium-choice = Co pobierasz
calculator-title = Ile zapłacisz
calculator-lead = Wpisz roczne zużycie, a zobaczysz, ile kosztowałoby w każdej z naszych taryf. Nie potrzebujesz konta.
calculator-rates = Pomiar
calculator-one-rate = Jednostrefowy
calculator-two-rates = Dwustrefowy (dzień i noc)
calculator-used = Zużycie w roku w { $unit }
calculator-high = Strefa dzienna w { $unit }
calculator-low = Strefa nocna w { $unit }
calculator-hint-water = Jedna osoba zużywa około 35 m³ rocznie.
calculator-hint-electricity = Mieszkanie bez ogrzewania elektrycznego zużywa około 2 000 kWh rocznie.
calculator-hint-gas = Dom ogrzewany gazem zużywa około 15 000 kWh rocznie.
calculator-hint-heat = Mieszkanie zużywa około 20 GJ rocznie.
calculator-capacity = Zabezpieczenie główne
calculator-capacity-hint = Jest w umowie i na bezpieczniku przed licznikiem.
calculator-capacity-unknown = Nie wiem
calculator-rainwater = Wody opadowe w m³ rocznie
calculator-rainwater-hint = Tylko jeśli za nie płacisz; gospodarstwa domowe zwykle nie.
calculator-on = Według cen obowiązujących od
calculator-do = Oblicz
calculator-done =
    { $count ->
        [0] Dla takiego zużycia nie mamy żadnej taryfy.
        [one] Obliczyliśmy { $count } taryfę.
        [few] Obliczyliśmy { $count } taryfy.
       *[many] Obliczyliśmy { $count } taryf.
    }
offers-title = Taryfy od najtańszej
offers-year = Za rok, z VAT.
offers-table = Taryfy obok siebie
offers-table-net = Składniki ceny są bez VAT.
offers-month = Na miesiąc
offers-none = Żadnej taryfy nie dało się obliczyć
offers-none-text = Powód podajemy przy poszczególnych cennikach.
offer-cheapest = Najtańsza
offer-own = Masz teraz
offer-month = { $amount } na miesiąc
offer-more = O { $amount } więcej niż najtańsza
offer-more-than-own = O { $amount } więcej niż masz teraz
offer-saves = Oszczędzisz { $amount }
offer-parts = Z czego składa się cena
offer-lines = { $product }.
offer-of-it-vat = W tym VAT
offer-registers-assumed = Ta taryfa mierzy strefę dzienną i nocną osobno. Całe zużycie wyceniliśmy po jej pierwszej stawce, w rzeczywistości wyszłoby inaczej.
left-out-title = Czego tu brakuje
left-out-capacity_missing = cena zależy od zabezpieczenia głównego, a go nie znamy.
left-out-capacity_not_offered = nie ma ceny dla tego zabezpieczenia.
left-out-not_valid_then = nie obowiązuje przez cały okres.
left-out-other_unit = rozlicza się w innej jednostce.
left-out-too_large = takiej ilości nie umiemy obliczyć.
price-lists-title = Cenniki
price-lists-lead = Ceny, które dziś może wybrać każdy: od kiedy obowiązują, z czego wynikają i z czego się składają.
price-lists-on = Obowiązujące w dniu
price-lists-none = Na ten dzień nie mamy żadnego cennika
price-lists-none-text = Spróbuj innego dnia.
price-list-valid = Obowiązuje
price-list-from = od { $from }
price-list-from-to = od { $from } do { $to }
price-list-id = Oznaczenie
price-list-source = Wynika z
price-list-prices =
    { $count ->
        [one] { $count } cena
        [few] { $count } ceny
       *[many] { $count } cen
    }
price-list-price = Cena
price-list-per = Za
price-list-tier = powyżej { $beyond }: { $price }
price-list-at-most = najwyżej { $price } za MWh
comparison-title = Porównanie taryf
comparison-lead = Twoje własne zużycie we wszystkich taryfach, które oferujemy.
comparison-none = Nie ma jeszcze czego porównać
comparison-none-text = W tym miejscu jeszcze nic nie rozliczyliśmy. Kalkulatorowi wystarczy szacunek zużycia.
comparison-of = Co porównujemy
comparison-period = Okres
comparison-not-whole = Całego roku jeszcze nie znamy.
comparison-used = Zużycie
comparison-product = Twoja taryfa
comparison-prices = Według cen
comparison-from-today = obowiązujących dziś
comparison-then = obowiązujących wtedy
comparison-from-today-text = Za rok od dziś przy takim samym zużyciu, z VAT.
comparison-then-text = Za ten okres według cen, które wtedy obowiązywały, z VAT.
comparison-capacity = Zabezpieczenie główne
