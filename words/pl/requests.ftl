# Wnioski: ich lista i przebieg

requests-title = Wnioski
requests-lead = Wysłane odczyty i zmiany oraz stan ich realizacji.
requests-none = Nic jeszcze nie wysłano
requests-none-text = Tu zobaczysz odczyty i zmiany danych oraz stan ich realizacji.
request-title = Wniosek
request-what = Co wysłano
request-findings = Co zauważyliśmy
request-way = Przebieg
change-late-text = Trwa to dłużej niż zwykle. Nie musisz nic robić, wiemy o tym.
step-proposed = Wysłano wniosek
step-approved =
    { $by ->
        [rule] Zatwierdzono automatycznie
       *[other] Zatwierdzono przez pracownika
    }
step-handed_over = Przekazano do zapisania
step-applied = Zapisano, gotowe
step-rejected = Odrzucono przez pracownika
step-refused = Nie udało się zapisać
step-withdrawn = Wycofano wniosek
ahead-approved = Zatwierdzenie
ahead-handed_over = Przekazanie do zapisania
ahead-applied = Zapisanie
ahead-proposed = Wysłanie
ahead-rejected = Odrzucenie
ahead-refused = Odmowa przyjęcia
ahead-withdrawn = Wycofanie
withdraw = Wycofaj
withdraw-title = Wycofać wniosek?
withdraw-text = Nie będziemy go dalej rozpatrywać. Nowy możesz wysłać w każdej chwili.
withdraw-keep = Nie wycofuj
withdrawn = Wniosek został wycofany.
