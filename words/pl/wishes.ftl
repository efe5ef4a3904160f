# Życzenia dotyczące pieniędzy: sposób płatności, zaliczka, nadpłata, raty, moc, powierzchnie, faktury
wish-send = Wyślij wniosek
wish-now = Jak jest teraz
wish-is-now = Tak jest teraz.
wish-only-holder = O zmianę może wnioskować tylko właściciel konta
wish-only-holder-text = Do tego klienta masz dostęp tylko do odczytu.
wish-choose-one = Wybierz co najmniej jedną pozycję
wish-from-day = Od kiedy
wish-account-hint =
    { $country ->
        [PL] 26 cyfr rachunku albo IBAN.
       *[other] Prefiks-numer/kod banku albo IBAN.
    }
wish-method-title = Zmień sposób płatności
wish-method-lead = Wybierz, jak chcesz płacić zaliczki i faktury.
wish-method = Jak chcesz płacić
wish-method-transfer = Płacisz samodzielnie: kodem, przelewem albo zleceniem stałym.
wish-method-direct_debit = Pobierzemy pieniądze z twojego rachunku w dniu płatności.
wish-method-sipo = Razem z innymi płatnościami przez pocztę czeską.
wish-debit-account = Rachunek, z którego mamy pobierać
wish-debit-consent = Musisz udzielić bankowi zgody na polecenie zapłaty. Jej kod znajdziesz przy zaliczkach, pod zleceniem stałym i poleceniem zapłaty.
wish-sipo-number = Numer SIPO
wish-sipo-hint = Dziesięć cyfr z dokumentu płatności SIPO.
wish-sipo-ten = Numer SIPO ma dziesięć cyfr
wish-advance-title = Zmień zaliczkę
wish-advance-lead = Wybierz, ile chcesz płacić z góry.
wish-advance-amount = Nowa zaliczka w { $currency }
wish-advance-hint = Teraz płacisz { $now }. Możesz wybrać od { $least } do { $most }.
wish-advance-slider = Nowa zaliczka na suwaku
wish-advance-whole = Wpisz pełną kwotę bez groszy, na przykład 2 400
wish-advance-between = Wpisz kwotę od { $least } do { $most }
wish-advance-year = Zaliczki w roku
wish-advance-costs = Szacowane koszty w roku
wish-advance-costs-text = Szacunek uwzględnia zużycie z ostatnich dwunastu miesięcy i dzisiejszy cennik.
wish-advance-result = Przy rozliczeniu
wish-advance-over = nadpłata około { $amount }
wish-advance-under = dopłata około { $amount }
wish-advance-use = Użyj { $amount }
wish-advance-from = Od której zaliczki
wish-advance-next = Od najbliższej, { $date }
wish-advance-none = Nie ma zaliczki, którą można zmienić
wish-advance-none-text = W tym miejscu nie jest teraz naliczona żadna kolejna zaliczka.
wish-advance-ours = Tę zaliczkę ustalamy my
wish-advance-ours-text = Jeśli potrzebujesz innej, skontaktuj się z nami.
wish-refund-title = Zwrot nadpłaty
wish-refund-lead = Wyślemy ci pieniądze, które jesteśmy ci winni.
wish-refund-what = Co chcesz odzyskać
wish-refund-sum = Razem zwrócimy
wish-refund-account = Na który rachunek
wish-refund-known = Nadpłaty wysyłamy na { $account }. Inny rachunek jeszcze z tobą sprawdzimy.
wish-refund-none = Nic ci nie jesteśmy winni
wish-refund-none-text = Nadpłata pojawi się po rozliczeniu albo po zbyt wysokiej wpłacie.
wish-instalments-title = Rozłóż na raty
wish-instalments-lead = Poproś o spłatę długu w częściach, zanim zacznie kosztować więcej.
wish-instalments-what = Co chcesz rozłożyć
wish-instalments-count = Liczba miesięcznych rat
wish-instalments-many = Więcej niż dwanaście rat dopuszczamy wyjątkowo.
wish-instalments-of =
    { $count ->
        [one] { $count } rata
        [few] { $count } raty
       *[many] { $count } rat
    }
wish-instalments-first = Kiedy zapłacisz pierwszą
wish-instalments-plan = Razem { $sum }: { $count } × około { $each }.
wish-instalments-last = Ostatnia przypadałaby { $date }. Dokładny harmonogram dostaniesz po zatwierdzeniu.
wish-instalments-reason = Dlaczego prosisz o raty
wish-instalments-reason-hint = Najwyżej 500 znaków.
wish-instalments-none = Nie ma czego rozłożyć
wish-instalments-none-text = Nie masz długu, o którego raty można poprosić.
wish-capacity-title = Zmień moc zamówioną
wish-capacity-lead = Zabezpieczenie główne decyduje, ile urządzeń może działać naraz i jaką opłatę miesięczną płacisz.
wish-capacity-now = Teraz masz:
wish-capacity = Nowe zabezpieczenie
wish-capacity-hint = Na przykład 3x25 A.
wish-capacity-form = Zabezpieczenie zapisz jako 3x25 A
wish-capacity-month =
    { $vat ->
        [yes] { $amount } miesięcznie z VAT
       *[no] { $amount } miesięcznie bez VAT
    }
wish-capacity-more = o { $amount } więcej niż teraz
wish-capacity-less = o { $amount } mniej niż teraz
wish-capacity-raised = Większą moc musi wytrzymać przyłącze. Sprawdzimy to; może się z tym wiązać opłata i przeróbka instalacji.
wish-capacity-none = Tu nie zamawia się mocy
wish-capacity-none-text = Zamawia się ją tylko dla trwającego poboru energii elektrycznej.
wish-surfaces-title = Zgłoś powierzchnie
wish-surfaces-lead = Podaj wszystkie powierzchnie, z których deszczówka spływa do kanalizacji. Nowe oświadczenie zastępuje całe dotychczasowe.
wish-surfaces-none-text = W tym miejscu nie płaci się za wody opadowe.
wish-surfaces = Powierzchnie
wish-surfaces-hint = Nie podawaj powierzchni, z których woda wsiąka na twoim terenie.
wish-surfaces-area =
    Powierzchnia { $number }: wpisz wielkość w m², najwyżej z dwoma miejscami po przecinku
wish-surfaces-quantity = Spływa w roku
wish-surfaces-amount = Zapłacisz w roku około
wish-surfaces-before = dotąd { $value }
wish-surface-number = Powierzchnia { $number }
wish-surface-class = Rodzaj powierzchni
wish-surface-name = Nazwa
wish-surface-area = Wielkość w m²
wish-surface-remove = Usuń powierzchnię { $number }
wish-surface-away = Usuń
wish-surface-add = Dodaj powierzchnię
greening-title = A gdyby ją zazielenić?
greening-lead = Z trawnika spływa osiemnaście razy mniej wody niż z dachu lub betonu. Sprawdź, ile by to oszczędziło.
greening-area = Ile m²
greening-of = Z której powierzchni
greening-into = Co by na niej było
greening-saves = Oszczędzisz około { $amount } rocznie
greening-drains = Spłynie o { $quantity } rocznie mniej
greening-result = Zazielenisz { $area }, spłynie o { $saved } rocznie mniej, zostanie { $left }.
greening-years = { " " }W dziesięć lat to { $amount }.
greening-nothing = Taka zmiana nic nie oszczędzi.
greening-note = To tylko próba, nic nie wysyłamy. Powierzchnie zgłaszaj, gdy będą gotowe.
greening-use = Wstaw do oświadczenia
greening-used = Zmieniliśmy powierzchnie w oświadczeniu.
wish-e-invoice-title = Jak wysyłać faktury
wish-e-invoice-lead = W portalu masz je zawsze. Wybierz, czy chcesz dostawać je także na papierze.
wish-e-invoice-on = Elektronicznie
wish-e-invoice-on-text = Papieru już nie będziemy wysyłać.
wish-e-invoice-off = Pocztą
wish-e-invoice-off-text = Faktury znów będą przychodzić na papierze.
wish-e-invoice-email = Wysyłaj też na e-mail
wish-e-invoice-email-hint = Bez adresu znajdziesz je tylko w portalu.
wish-e-invoice-email-missing = Dostajesz je już elektronicznie. Wpisz e-mail, na który mamy je także wysyłać.
