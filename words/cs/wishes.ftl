# Přání ohledně peněz: způsob placení, záloha, přeplatek, splátky, příkon, plochy, faktury
wish-send = Odeslat žádost
wish-now = Jak je to teď
wish-is-now = Tak je to teď.
wish-only-holder = O změnu může požádat jen majitel účtu
wish-only-holder-text = K tomuto zákazníkovi máte přístup pouze pro čtení.
wish-choose-one = Vyberte alespoň jednu položku
wish-from-day = Od kdy
wish-account-hint =
    { $country ->
        [PL] 26 číslic účtu, nebo IBAN.
       *[other] Předčíslí-číslo/kód banky, nebo IBAN.
    }
wish-method-title = Změnit způsob placení
wish-method-lead = Zvolte, jak chcete platit zálohy a faktury.
wish-method = Jak chcete platit
wish-method-transfer = Platíte sami: kódem, převodem nebo trvalým příkazem.
wish-method-direct_debit = Peníze si strhneme z vašeho účtu v den splatnosti.
wish-method-sipo = Spolu s dalšími platbami přes Českou poštu.
wish-debit-account = Účet, ze kterého máme strhávat
wish-debit-consent = Bance k tomu musíte dát svolení k inkasu. Kód s ním najdete u záloh pod Trvalý příkaz nebo inkaso.
wish-sipo-number = Spojovací číslo SIPO
wish-sipo-hint = Deset číslic z platebního dokladu SIPO.
wish-sipo-ten = Spojovací číslo SIPO má deset číslic
wish-advance-title = Změnit zálohu
wish-advance-lead = Zvolte, kolik chcete platit předem.
wish-advance-amount = Nová záloha v { $currency }
wish-advance-hint = Teď platíte { $now }. Zvolit můžete { $least } až { $most }.
wish-advance-slider = Nová záloha na posuvníku
wish-advance-whole = Zadejte celou částku bez haléřů, například 2 400
wish-advance-between = Zadejte částku od { $least } do { $most }
wish-advance-year = Na zálohách za rok
wish-advance-costs = Odhad nákladů za rok
wish-advance-costs-text = Odhad počítá se spotřebou za posledních dvanáct měsíců a s dnešním ceníkem.
wish-advance-result = Při vyúčtování
wish-advance-over = přeplatek asi { $amount }
wish-advance-under = nedoplatek asi { $amount }
wish-advance-use = Použít { $amount }
wish-advance-from = Od které zálohy
wish-advance-next = Od nejbližší, { $date }
wish-advance-none = Žádná záloha, kterou by šlo změnit
wish-advance-none-text = Na tomto místě teď není předepsaná žádná další záloha.
wish-advance-ours = Tuto zálohu určujeme my
wish-advance-ours-text = Potřebujete-li jinou, ozvěte se nám prosím.
wish-refund-title = Vrátit přeplatek
wish-refund-lead = Pošleme vám peníze, které vám dlužíme.
wish-refund-what = Co chcete vrátit
wish-refund-sum = Celkem vrátíme
wish-refund-account = Na který účet
wish-refund-known = Přeplatky posíláme na { $account }. Jiný účet si u vás ještě ověříme.
wish-refund-none = Nic vám nedlužíme
wish-refund-none-text = Přeplatek se objeví po vyúčtování nebo po platbě navíc.
wish-instalments-title = Rozložit na splátky
wish-instalments-lead = Požádejte o placení dluhu po částech, dřív než se prodraží.
wish-instalments-what = Co chcete rozložit
wish-instalments-count = Počet měsíčních splátek
wish-instalments-many = Víc než dvanáct splátek povolujeme výjimečně.
wish-instalments-of =
    { $count ->
        [one] { $count } splátka
        [few] { $count } splátky
       *[other] { $count } splátek
    }
wish-instalments-first = Kdy zaplatíte první
wish-instalments-plan = Celkem { $sum }: { $count } × asi { $each }.
wish-instalments-last = Poslední by byla { $date }. Přesný kalendář dostanete po schválení.
wish-instalments-reason = Proč o splátky žádáte
wish-instalments-reason-hint = Nejvýše 500 znaků.
wish-instalments-none = Nic k rozložení
wish-instalments-none-text = Nemáte dluh, o jehož splátky by šlo požádat.
wish-capacity-title = Změnit rezervovaný příkon
wish-capacity-lead = Hodnota hlavního jističe určuje, kolik spotřebičů může běžet najednou a jaký měsíční plat platíte.
wish-capacity-now = Teď máte:
wish-capacity = Nová hodnota jističe
wish-capacity-hint = Například 3x25 A.
wish-capacity-form = Hodnotu jističe zapište jako 3x25 A
wish-capacity-month =
    { $vat ->
        [yes] { $amount } za měsíc včetně DPH
       *[no] { $amount } za měsíc bez DPH
    }
wish-capacity-more = o { $amount } víc než teď
wish-capacity-less = o { $amount } míň než teď
wish-capacity-raised = Vyšší příkon musí unést přípojka. Ověříme to a může být spojený s poplatkem a úpravou elektroinstalace.
wish-capacity-none = Příkon se tu nerezervuje
wish-capacity-none-text = Rezervuje se jen pro odběr elektřiny, který trvá.
wish-surfaces-title = Přiznat plochy
wish-surfaces-lead = Uveďte všechny plochy, ze kterých dešťová voda odtéká do kanalizace. Nové prohlášení nahradí to dosavadní celé.
wish-surfaces-none-text = Na tomto místě se za srážkové vody neplatí.
wish-surfaces = Plochy
wish-surfaces-hint = Plochy, ze kterých se voda vsakuje u vás, neuvádějte.
wish-surfaces-area =
    Plocha { $number }: zadejte výměru v m², nejvýše na dvě desetinná místa
wish-surfaces-quantity = Odteče za rok
wish-surfaces-amount = Zaplatíte za rok asi
wish-surfaces-before = dosud { $value }
wish-surface-number = Plocha { $number }
wish-surface-class = Druh plochy
wish-surface-name = Název
wish-surface-area = Výměra v m²
wish-surface-remove = Odebrat plochu { $number }
wish-surface-away = Odebrat
wish-surface-add = Přidat plochu
greening-title = Co kdybyste ji ozelenili?
greening-lead = Z trávníku odteče osmnáctkrát méně vody než ze střechy nebo betonu. Zkuste, kolik by to ušetřilo.
greening-area = Kolik m²
greening-of = Z které plochy
greening-into = Co by na ní bylo
greening-saves = Ušetříte asi { $amount } ročně
greening-drains = Odteče o { $quantity } ročně míň
greening-result = Ozeleníte { $area }, odteče o { $saved } ročně míň a zbude { $left }.
greening-years = { " " }Za deset let je to { $amount }.
greening-nothing = Touto změnou se nic neušetří.
greening-note = Jen si to zkoušíte, nic se neposílá. Přiznávejte plochy, až budou hotové.
greening-use = Vložit do prohlášení
greening-used = Plochy v prohlášení jsme upravili.
wish-e-invoice-title = Jak posílat faktury
wish-e-invoice-lead = V portálu je máte vždy. Zvolte, zda je chcete dostávat i na papíře.
wish-e-invoice-on = Elektronicky
wish-e-invoice-on-text = Papír už posílat nebudeme.
wish-e-invoice-off = Poštou
wish-e-invoice-off-text = Faktury přijdou zase na papíře.
wish-e-invoice-email = Posílat také na e-mail
wish-e-invoice-email-hint = Bez e-mailu je najdete jen v portálu.
wish-e-invoice-email-missing = Elektronicky už je dostáváte. Zadejte e-mail, kam je máme posílat také.
