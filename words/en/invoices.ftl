# Bills, advances, payments: what stands on the pages about money
money-nav = Bills and payments
money-documents = Documents
money-balance = To pay
money-payments = Payments
money-advances = Advances
money-settlements = Consumption
money-rainwater = Rainwater
money-papers = Contracts
money-comparison = Compare tariffs
money-office = The customer’s page, only to read; “you” on it is the customer. Each look is written in the customer’s journal.
amount = Amount
total = Total
vat = VAT
pay = Pay
download = Download
variable-symbol = Variable symbol
variable-symbol-is = VS { $symbol }
point-choice = Supply point
point-all = All supply points

# Documents
document = Document
document-title = { $kind } { $number }
document-kind-settlement = Settlement
document-kind-invoice = Invoice
document-kind-advance_request = Advance request
document-kind-advance_tax_document = Tax document on an advance
document-kind-credit_note = Credit note
document-issued = Issued
document-due = Due
document-period = Period
document-total = Total
document-paid-sum = Paid
document-remaining = Remaining
document-state = State
document-paid = Paid
document-partly = Paid in part
document-open = To pay
document-overdue = Overdue
document-cancelled = Cancelled
document-none = Nothing to pay
document-back = We pay you back
document-returned = Paid back
overdue-days =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
documents-title = Invoices and settlements
documents-find = Find by document number
documents-filter = Filter and sort
documents-filters = Filter and sort ({ $count } in use)
documents-kind = Kind
documents-any-kind = All kinds
documents-state = State
documents-any-state = All states
documents-point = Supply point
documents-any-point = All supply points
documents-sort = Sort
documents-by-issued = By issue, newest first
documents-by-due = By due date, latest first
documents-none = There is no document yet
documents-none-text = The first appears here as soon as we issue it.
documents-not-found = No such document here
documents-not-found-text = Check the number, or remove the filters.
documents-all = Show all documents

# A document in a sentence
sentence-underpaid =
    You paid { $advances } in advance and used { $used }, so you owe { $rest }{ $known ->
        [yes] {" "}by { $due }.
       *[no] .
    }
sentence-overpaid = You paid { $advances } in advance and used only { $used }, so we pay you back { $rest }.
sentence-even = You paid { $advances } in advance and used exactly that. There is nothing to pay.
sentence-invoice =
    You owe { $total }{ $known ->
        [yes] {" "}by { $due }.
       *[no] .
    }
sentence-back = We pay you back { $total }.
sentence-advance =
    Please pay an advance of { $total }{ $known ->
        [yes] {" "}by { $due }.
       *[no] .
    }
sentence-tax-document = A tax document on an advance of { $total } that you have paid. There is nothing more to pay.
sentence-credit-note = We correct document { $number } and pay you back { $total }.
since-paid = Paid, thank you.
since-paid-back = We have paid the money back already.
since-partly = You have paid { $paid }, { $remaining } remains.
since-overdue =
    { $days ->
        [one] It was due { $days } day ago. Please pay as soon as you can.
       *[other] It was due { $days } days ago. Please pay as soon as you can.
    }
since-overdue-partly =
    { $days ->
        [one] You have paid { $paid }, { $remaining } remains. It was due { $days } day ago.
       *[other] You have paid { $paid }, { $remaining } remains. It was due { $days } days ago.
    }
since-cancelled = We cancelled this document, there is nothing to pay on it.
summary = Summary
summary-owed = Still to pay
summary-back = We pay you back
summary-due = by { $date }

# Downloads
download-pdf = Download PDF
download-isdoc = ISDOC
download-ubl = UBL
download-machine = For accounting software
download-machine-text = The same invoice as data: ISDOC for Czech software, UBL (Peppol) for European.
download-asking = Preparing the link…
download-making = Typesetting the PDF, this takes a moment…
download-unmade = This file isn’t there yet. It is made when the customer downloads it.
download-there = Downloading { $name }.
download-again = Didn’t it start? Download again
download-expired = The link holds no longer.
download-new = Get a new one
expired-link = The download link has expired
expired-what = A link holds for two minutes only
expired-text = This protects your documents. You get a new link beside the document as soon as you press Download again.
expired-back = Back to the documents

# The bill computed again
check-agrees = We computed it again for you: it agrees to the last coin
check-agrees-text = We worked out every line anew from the meter readings and the price list. Unfold any line to see how.
check-differs =
    { $count ->
        [one] We computed it again: { $count } value differs
       *[other] We computed it again: { $count } values differ
    }
check-differs-text = The readings and the price list give something else than the document says. A complaint is prepared for you.
check-differs-office = The readings and the price list give something else than the document says. The customer has a complaint prepared here.
check-partly = We computed again what could be, and that agrees
check-partly-text = This can’t be computed, as something is missing for it:
check-payable = Computed again, the sum to pay would be { $amount }.
check-what = What differs
check-said = On the document
check-computed = Computed
differs-no_breakdown = only the paper tells how it came to its sum
differs-no_bases = it isn’t said what the quantity follows from
differs-no_price_list = a price of its own, of no price list
differs-price_list_unknown = the price list isn’t known here
differs-capacity_unknown = the reserved capacity isn’t said
differs-measured_differs = the measured consumption doesn’t follow from the readings
differs-register_fell = the last reading is lower than the first
differs-rollover_wrong = the register can’t have gone past its last digit
differs-billed_quantity_differs = the billed quantity doesn’t follow from the measured one
differs-rain_quantity_differs = the quantity of rainwater doesn’t follow from the surfaces
differs-rain_months_differ = the months don’t follow from the period
differs-states_reversed = the later state is of an earlier day
differs-states_gap = some days are covered by no readings
differs-states_overlap = some days are counted twice
differs-state_not_continued = the first reading isn’t the last one before
differs-states_outside_period = the readings are outside the period
differs-basis_unknown = it follows from readings that the document doesn’t have
differs-basis_unused = no line counts what was measured
differs-basis_counted_twice = the same consumption is counted twice
differs-basis_not_of_line = it follows from another supply point or register
differs-basis_missing = a part of the consumption that the price is for is missing
differs-supply_point_unknown = a supply point that the document isn't about
differs-period_reversed = the period ends before it begins
differs-period_outside_document = the period is outside that of the document
differs-period_gap = some days aren’t charged
differs-period_overlap = some days are charged twice
differs-quantity_differs = the quantity doesn’t follow from readings or period
differs-unit_differs = the unit isn’t that of the price list
differs-unit_price_differs = the unit price isn’t that of the price list
differs-line_missing = a line of the price list is missing
differs-line_extra = there is a line more than the price list has
differs-component_unknown = the price list has no such item
differs-price_list_not_valid = another price list was in force then
differs-capacity_differs = the price is for another reserved capacity
differs-amount_differs = the amount doesn’t follow from quantity and price
differs-vat_rate_differs = the rate of VAT isn’t that of the price list
differs-vat_method_differs = VAT is computed in another way than the price list says
differs-currency_differs = the currency differs
differs-vat_base_differs = the net sum isn’t the sum of the lines
differs-vat_amount_differs = the tax doesn’t follow from net sum and rate
differs-vat_sum_differs = the gross sum isn’t net and tax together
differs-vat_rate_missing = the sum of this rate of VAT is missing
differs-vat_rate_extra = no line has this rate of VAT
differs-total_net_differs = the total net isn’t the sum of the rates
differs-total_vat_differs = the total tax isn’t the sum of the rates
differs-total_gross_differs = the total isn’t the sum of net and tax
differs-advance_tax_differs = the tax on the advance doesn’t follow from what was paid
differs-advances_differ = the deducted advances aren’t the sum of those paid
differs-rounding_differs = the rounding doesn’t follow the rule
differs-payable_differs = the sum to pay doesn’t follow from the totals
differs-total_differs = the document’s total isn’t that of its breakdown
differs-too_large = a number is too large
differs-at = { $where }: { $what }
differs-advance = Advance paid on { $date }
differs-other = a value differs ({ $code })
complain-title = Is something wrong with it?
complain-text = Write to us. The letter is ready, and you can change it.
complain-letter = Text of the complaint
complain-mail = Open in e-mail
complain-copy = Copy the text
complain-to = Send the letter to { $email }.
complain-difference = Complain about the difference
complain-see = Change the text
complaint-subject = Complaint about document { $number }
complaint-opening = Hello, I complain about document number { $number } (customer number { $customer }).
complaint-differs = Computed again in the customer portal, these differ:
complaint-difference = { $what } – the document says { $said }, computed { $computed }
complaint-yours = I don’t agree with this: 
complaint-close = Please check it, and correct it if need be. Thank you.

# Consumption and lines
consumption-title = Consumption
consumption-meter = meter no. { $serial }
consumption-from = First reading
consumption-to = Last reading
consumption-measured = Measured
consumption-billed = Billed
reading-actual = read
reading-customer = read by you
reading-estimated = estimate
reading-initial = installed
reading-final = removed
lines-title = Lines
lines-net = Prices are without VAT.
lines-gross = Prices are with VAT.
lines-unfold = Press a line to see how it came about.
lines-consumption = By consumption
lines-fixed = Fixed charges
lines-rainwater = Rainwater
lines-other = Other
line = Item
line-quantity = Quantity
line-price = Unit price
line-amount = Amount
derive-states = { $register }, meter no. { $serial }
derive-dates = { $to } ({ $toKind }) minus { $from } ({ $fromKind }).
derive-rolled-over = The register went past its last digit.
derive-multiplier = The register is multiplied by the meter’s constant.
derive-conversion = From volume of gas to energy
derive-conversion-text = Measured m³ × coefficient × calorific value in kWh/m³.
derive-rain = Surfaces × runoff coefficient × rainfall in metres a year
derive-rain-text = The long-term rainfall normal of the area.
derive-together = Together
derive-amount = Quantity × price
derive-price-list = Price of price list { $list }.
derive-own-price = A price of its own, of no price list.
quantity-month =
    { $count ->
        [one] { $value } month
       *[other] { $value } months
    }
quantity-year =
    { $count ->
        [one] { $value } year
       *[other] { $value } years
    }
quantity-day =
    { $count ->
        [one] { $value } day
       *[other] { $value } days
    }
quantity-ampere_month = { $value } A·month
quantity-kw_month = { $value } kW·month
quantity-piece = { $value } pcs
per-month = month
per-year = year
per-day = day
per-ampere_month = A and month
per-kw_month = kW and month
per-piece = pc
vat-title = VAT
vat-rate = Rate
vat-net = Net
vat-gross = Gross
vat-exempt = exempt
vat-reverse_charge = reverse charge
vat-outside = outside VAT
totals-title = Result
totals-gross = Total with VAT
totals-advances = Advances paid
totals-rounding = Rounding
totals-payable = To pay
totals-overpaid = Overpayment
totals-paid = You have paid
totals-paid-back = We have paid back
deducted-title = Advances deducted
deducted-paid-on = Paid on
deducted-document = Tax document
deducted-total =
    { $count ->
        [one] { $count } advance
       *[other] { $count } advances
    }
deducted-all =
    { $count ->
        [one] Show { $count } advance
       *[other] Show all { $count } advances
    }
facts-title = About the document
fact-taxable = Day of taxable supply
fact-ksef = KSeF number
fact-corrects = Corrects document
fact-buyer = Buyer
fact-tax-number = Tax number

# Settlements as a chart
settlements-title = Consumption by settlement
settlements-lead = How much each settlement charged for, and how much that was a day.
settlements-none = No settlement yet
settlements-none-text = The chart appears after the first settlement of consumption.
settlements-show = What the chart shows
settlements-whole = Consumption
settlements-daily = Daily average
settlements-chart = Chart of consumption by settlement in { $unit }; the table holds the same numbers. Each bar leads to its document.
settlements-bar = Settlement { $number }, { $period }: { $amount }
settlements-caption = Settlements, { $point }, newest first
settlements-days = Days
settlements-used = Consumption
settlements-result = Result
chart-per-day = { $amount } a day

# The contract account
balance-title = Balance and payments
balance-owed = You owe
balance-owed-to-you = We owe you
balance-overdue = { $amount } of it is overdue
balance-all-paid = Everything is paid.
balance-next = Next due { $date }: { $amount }
balance-together-owed = Set off, you would owe { $amount }.
balance-together-back = Set off, { $amount } remains in your favour.
balance-nothing-back = We hold no overpayment of yours.
balance-others = In another currency: you owe { $owed }, we owe you { $back }.
debts-title = What is to be paid
debts-none = There is nothing to pay
debts-none-text = The next advance or invoice appears here when we issue it.
debts-instalments = Pay in instalments
claims-title = What we pay back to you
claims-text = Overpayments and credit notes that we have neither paid out nor set off yet.
claims-refund = Get it paid back
debt-invoice = Invoice
debt-settlement = Underpayment of a settlement
debt-advance = Advance
debt-credit_note = Credit note
debt-instalment = Instalment
debt-interest = Interest on late payment
debt-fee = Fee
debt-overpayment = Overpayment
debt-document = Document { $number }
debt-due = due { $date }
debt-of = of { $amount }
dunning-reminded = Reminded
dunning-last_notice = Last notice
dunning-collection = In collection
dunning-instalments = By instalments
dunning-suspended = Under review
basket = Chosen to be paid
basket-all = Choose all
basket-chosen =
    { $count ->
        [one] { $count } item chosen
       *[other] { $count } items chosen
    }
basket-empty = Choose what you want to pay.
account-title = How you pay
account-number = Contract account number
account-method = Way of paying
account-from = from account { $account }
account-sipo = SIPO number { $number }
account-pay-to = Where you pay to
account-refund = Account for overpayments
account-invoices = You get invoices
account-e-invoice = electronically
account-paper = by post
account-change-method = Change how you pay
account-change-e-invoice = Change how invoices are sent
method-transfer = By transfer
method-direct_debit = By direct debit
method-sipo = By SIPO

# Paying
pay-title = Pay
pay-lead = Scan the code with your bank’s app, or copy the data.
pay-what = What this pays
pay-choose = Choose what to pay
pay-changed = A part of it is paid already
pay-changed-text = The account has changed meanwhile. Please choose again, so that you don’t pay twice.
pay-print = Print the payment order
pay-slip = Payment slip as PDF
pay-when = The payment appears here when we have credited it, usually within two working days.
qr-title = Payment code
qr-format = Kind of code
qr-text = In your bank’s app choose to pay by QR code. On this phone, open a screenshot of it in the app.
qr-copy = Copy the code’s text
qr-alt = { $format } for { $amount }
qr-name-spayd = QR Platba
qr-name-zbp = Kod 2D (ZBP)
qr-name-epc = SEPA QR code (EPC)
transfer-title = Data for the transfer
transfer-account = Account number
transfer-iban = IBAN
transfer-bic = BIC (SWIFT)
transfer-amount = Amount
transfer-variable = Variable symbol
transfer-message = Message for the payee
transfer-name = Payee

# Payments
payments-title = Payments received
payments-lead = What you paid, and what we settled with it.
payments-none = No payment yet
payments-none-text = Payments appear here when we have credited them.
payment-day = Credited
payment-way = How
payment-settled = What it settled
payment-rest = Kept as an overpayment
payment-back = Paid back to you
way-transfer = Transfer
way-direct_debit = Direct debit
way-sipo = SIPO
way-cash = Cash
way-card = Card
way-set_off = Set-off

# Advances
advances-title = Advances
advances-lead = How much you pay in advance and when, and why it changed.
advances-none = You pay no advances
advances-none-text = If that isn’t so, please tell us.
advances-ahead = Next advances
advances-past = Past advances
advances-all = Show all past ones ({ $count })
advances-changes = How the advance changed
advance-amount = Advance
advance-next = Next due
advance-since = In force since
advance-change = Change the advance
advance-from = From { $date }
advance-reason-price_list = The price list changed
advance-reason-consumption = By real consumption
advance-reason-customer = As you wished
interval-month = every month
interval-quarter = every quarter
interval-half_year = every half year
interval-year = once a year
order-title = Standing order or direct debit
order-lead = { $amount } { $interval }, for the first time on { $date }.
order-code = Standing order
order-code-text = Scan it in your bank’s app; the standing order fills itself in.
order-set = Set the new amount
order-too-low = Your standing order is now too low by { $by }
order-too-high = Your standing order is now too high by { $by }
order-changed = From { $date } on the advance changed from { $before } to { $after }. If you pay by standing order, please change it at your bank.
consent-code = Consent to direct debit
consent-code-text = Scan it in your bank’s app; the consent fills itself in.

# Rainwater
rainwater-title = Rainwater
rainwater-lead = Surfaces from which water drains into the sewer, and what you pay for it a year.
rainwater-none = You pay no rainwater
rainwater-none-text = No surfaces are entered for any of your supply points.
rainwater-from = From { $from }
rainwater-from-to = From { $from } to { $to }
rainwater-holds = In force now
rainwater-exempt = By law nothing is charged for these surfaces.
rainwater-formula = Reduced surface × rainfall of { $rainfall } m a year = { $quantity } a year
rainwater-amount = A year, VAT included:
rainwater-change = Change surfaces
surface = Surface
surface-area = Area
surface-coefficient = Runoff coefficient
surface-reduced = Reduced surface
surface-impermeable = Built-up and hardly permeable surfaces
surface-permeable = Permeable paved surfaces
surface-green_roof_thin = Green roof of 5 to 10 cm
surface-green_roof_medium = Green roof of 11 to 30 cm
surface-green_roof_thick = Green roof of 31 cm and more
surface-vegetation = Surfaces under vegetation

# Papers
papers-title = Contracts
papers-lead = Contracts and their amendments, to be downloaded.
papers-none = There is no contract here yet
papers-none-text = It appears as soon as the utility adds it.
paper-contract = Contract
paper-amendment = Amendment
paper-other = Document
paper-concluded = concluded { $date }
paper-term = in force from { $from } to { $to }
paper-term-open = in force from { $from }, for an indefinite time

# Home
home-overdue = { $amount } is overdue
home-overdue-days =
    { $days ->
        [one] Up to { $days } day overdue.
       *[other] Up to { $days } days overdue.
    }
home-owed = { $amount } to pay
home-owed-together = { $amount } to pay together.
home-back = We owe you { $amount }
home-even = Everything is paid
home-even-text = You owe us nothing, and we owe you nothing.
home-by-direct_debit = We collect it by direct debit.
home-by-sipo = You pay it through SIPO.
home-documents = Documents

# A group of customers
group-title = Payments of all customers
group-lead = Who owes what, what is overdue, and what comes next.
group-customer = Customer
group-customers = Customers
group-owed = To pay
group-overdue = Overdue
group-owed_to_you = Overpayments
group-next = Next due
group-so-far = loaded so far
group-lists = What to show
group-list-customers = Customers
group-list-receivables = Unpaid
group-list-documents = Documents
group-none = There is nothing here
group-none-text = None of your customers has anything here.
group-csv = CSV
group-xlsx = Excel

# What a wish about money says
wish-from = From
wish-from-advance = From the advance due on
wish-bounds = Possible
wish-between = { $least } to { $most }
wish-back = To be paid back
wish-account = To the account
wish-items = Items
wish-debt = Debt
wish-parts = Instalments
wish-parts-of =
    { $count ->
        [one] { $count } of { $each }
       *[other] { $count }, about { $each } each
    }
wish-first = The first is due on
wish-reason = Reason
wish-drains = Drains in a year
