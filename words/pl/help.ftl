# Help
help-title = Pomoc i kontakt
help-lead = Najczęstsze pytania i kontakt z nami: { $utility }.
help-reach = Zadzwoń lub napisz
help-questions = O co pytają klienci
help-q-account = Jak założyć konto?
help-a-account = Na stronie logowania wybierz „Załóż konto” i przepisz z faktury numer klienta, numer faktury oraz kwotę lub numer licznika. Potem otrzymasz e-mail z kodem.
help-q-letter = Dlaczego przyszedł do mnie list z kodem?
help-a-letter = Gdy nie znamy Twojego e-maila, potwierdzamy adres pocztowy listem. Kod z listu wpisz razem z kodem z e-maila. Jeden bez drugiego nie wystarczy, więc konta nie założy nikt obcy.
help-q-reading = Jak odczytać licznik?
help-a-reading = Przepisz wszystkie czarne cyfry od lewej. Czerwone cyfry po przecinku przepisz tylko, jeśli formularz o nie prosi. Dwustrefowy licznik energii elektrycznej ma dwa stany: VT i NT.
help-q-reading-wrong = Wysłałem(-am) błędny stan. Co teraz?
help-a-reading-wrong = Dopóki czeka na zatwierdzenie, otwórz go we Wnioskach i wycofaj. Potem wyślij właściwy.
help-q-second = Zgubiłem(-am) telefon z aplikacją uwierzytelniającą
help-a-second = Zamiast kodu z aplikacji wpisz jeden z kodów zapasowych. Jeśli ich nie masz, zadzwoń do nas.
help-access = Dostępność
help-access-text = Portal powinien działać z klawiaturą i czytnikiem ekranu, w powiększeniu oraz w jasnym i ciemnym wyglądzie. Jeśli coś Ci przeszkadza, napisz do nas.
