# The operators' pages

work-title = Do zatwierdzenia
work-lead =
    { $count ->
        [0] Nic nie czeka.
        [one] Czeka { $count } zmiana, opóźnione: { $late }.
        [few] Czekają { $count } zmiany, opóźnione: { $late }.
       *[other] Czeka { $count } zmian, opóźnione: { $late }.
    }
work-state = Stan
work-kind = Rodzaj
work-any = wszystkie
work-sort = Sortuj
sort-risk = według ryzyka
sort-age = według czasu oczekiwania
work-late = Tylko opóźnione ({ $count })
kind-of-reading = Odczyty
kind-of-contact = Dane kontaktowe
kind-of-mailing_address = Adresy do korespondencji
kind-of-payment_method = Sposoby płatności
kind-of-advance = Zaliczki
kind-of-refund = Zwroty nadpłat
kind-of-instalments = Raty
kind-of-reserved_capacity = Moc umowna
kind-of-rainwater = Wody opadowe
kind-of-e_invoice = Dostarczanie faktur
risk = ryzyko { $risk }
work-chosen =
    { $count ->
        [0] Zaznacz wszystkie
       *[other] Zaznaczono: { $count }
    }
work-choose = Zaznacz: { $what }, { $customer }
work-choose-one = Wybierz zmianę z listy. Strzałkami przechodzisz między zmianami, klawiszem Enter otwierasz.
work-detail = Wybrana zmiana
work-whole = cała historia
work-all-done = Wszystko załatwione
work-all-done-text = Nowe zmiany pojawią się tu, gdy klienci je wyślą.
approve =
    { $count ->
        [1] Zatwierdź
       *[other] Zatwierdź zaznaczone ({ $count })
    }
reject =
    { $count ->
        [1] Odrzuć
       *[other] Odrzuć zaznaczone ({ $count })
    }
reject-title =
    { $count ->
        [one] Odrzucić zmianę?
        [few] Odrzucić { $count } zmiany?
       *[other] Odrzucić { $count } zmian?
    }
reject-reason = Powód
reject-reason-hint = Klient go zobaczy. Napisz, co ma zrobić.
decided-approve = Zatwierdzono: { $count }.
decided-reject = Odrzucono: { $count }.
decided-awaiting_second = Czeka na drugiego pracownika: { $count }.
decided-already_decided = W międzyczasie zdecydował ktoś inny: { $count }.
decided-changed = W międzyczasie się zmieniło: { $count }.
decided-not_found = Już nie istnieje: { $count }.
decided-own_change = Własnej zmiany nie możesz rozstrzygnąć: { $count }.
office-what = Co wysłał klient
evidence-findings = Na co zwróciła uwagę kontrola
evidence-confirmed = klient potwierdził
evidence-meant = Klientowi mogło chodzić o:
evidence-fine = Kontrola nie wykryła nic niezwykłego.
evidence-serial = Klient podał numer licznika { $typed }, w ewidencji jest { $known }.
evidence-compared =
    { $days ->
        [one] { $days } dzień od poprzedniego odczytu
       *[other] { $days } dni od poprzedniego odczytu
    }
evidence-expected = Zwykle dziennie
evidence-off = Różnica
evidence-recent = Poprzednie odczyty
basis-season = ten sam okres rok temu
basis-year = ostatnie 12 miesięcy
basis-predecessor = poprzedni licznik
basis-class = typowy punkt poboru
find-title = Klienci
find-lead = Szukaj po nazwisku, adresie, numerze klienta, punktu poboru lub licznika.
find-label = Szukaj
find-hint = Co najmniej trzy znaki. Więcej słów zawęża wyniki.
find-none = Nic nie znaleźliśmy
find-none-text = Spróbuj użyć innego słowa lub jego części.
matched-supply_point = Punkt poboru
matched-meter = Licznik
customer-left = Były klient
office-meters = Liczniki
office-more-meters = Pokazujemy pierwsze pięćdziesiąt liczników.
office-no-changes = Na razie żadnych wniosków.
office-money = Faktury i saldo
users-title = Kto ma dostęp do portalu
users-none = Na razie nikt.
users-role = Rola
users-since = Od
users-last = Ostatnie logowanie
users-invite = Zaproś do portalu
users-invite-text = Jeśli system rozliczeniowy zna ten adres, kod przyjdzie e-mailem. W przeciwnym razie drugą część kodu wyślemy listem.
users-send = Wyślij zaproszenie
users-invited-email = Zaproszenie wysłane e-mailem.
users-invited-letter = Zaproszenie wysłane e-mailem i listem.
staff-title = Pracownicy
staff-lead = Kto pracuje z portalem i jakie ma uprawnienia.
staff-invite = Zaproś pracownika
staff-invited = Zaproszenie wysłane.
staff-saved = Uprawnienia zapisane.
staff-may = Uprawnienia
staff-second = Logowanie dwuetapowe
staff-on = włączone
staff-off = jeszcze nie
staff-you = Ty
staff-inactive = bez dostępu
staff-active = Ma dostęp
staff-active-hint = Po wyłączeniu kończą się też wszystkie jego sesje.
permission-changes_read = Widzi wnioski
permission-changes_decide = Zatwierdza i odrzuca
permission-customers_read = Widzi klientów
permission-customers_invite = Zaprasza klientów
permission-users_manage = Zarządza pracownikami
