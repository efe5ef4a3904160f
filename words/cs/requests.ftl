# Žádosti: jejich seznam a průběh

requests-title = Žádosti
requests-lead = Odečty a změny, které jste poslali, a jak jsou daleko.
requests-none = Zatím jste nic neposlali
requests-none-text = Tady uvidíte odečty a změny údajů a jejich stav.
request-title = Žádost
request-what = Co jste poslali
request-findings = Čeho jsme si všimli
request-way = Průběh
change-late-text = Vyřízení trvá déle než obvykle. Nemusíte nic dělat, víme o tom.
step-proposed = Poslali jste žádost
step-approved =
    { $by ->
        [rule] Schváleno automaticky
       *[other] Schváleno pracovníkem
    }
step-handed_over = Předáno k zapsání
step-applied = Zapsáno, hotovo
step-rejected = Zamítnuto pracovníkem
step-refused = Nešlo zapsat
step-withdrawn = Vzali jste žádost zpět
ahead-approved = Schválení
ahead-handed_over = Předání k zapsání
ahead-applied = Zapsání
ahead-proposed = Odeslání
ahead-rejected = Zamítnutí
ahead-refused = Nepřijetí
ahead-withdrawn = Vzetí zpět
withdraw = Vzít zpět
withdraw-title = Vzít žádost zpět?
withdraw-text = Nebudeme ji dál vyřizovat. Poslat můžete kdykoli novou.
withdraw-keep = Ponechat
withdrawn = Žádost je vzatá zpět.
