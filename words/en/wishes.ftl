# Wishes about money: payment method, advance, refund, instalments, capacity, surfaces, invoices
wish-send = Send request
wish-now = As it is now
wish-is-now = As it is now.
wish-only-holder = Only the account holder can ask for a change
wish-only-holder-text = You may look at this customer, not change anything.
wish-choose-one = Choose at least one item
wish-from-day = From when
wish-account-hint =
    { $country ->
        [PL] The account's 26 digits, or an IBAN.
       *[other] Prefix-number/bank code, or an IBAN.
    }
wish-method-title = Change how you pay
wish-method-lead = Choose how you want to pay advances and invoices.
wish-method = How you want to pay
wish-method-transfer = You pay yourself: by code, transfer or standing order.
wish-method-direct_debit = We collect the money from your account on the due day.
wish-method-sipo = Together with other payments at the Czech Post.
wish-debit-account = Account to collect from
wish-debit-consent = You have to give your bank consent to it. Its code is with your advances, under standing order or direct debit.
wish-sipo-number = SIPO number
wish-sipo-hint = Ten digits from your SIPO payment document.
wish-sipo-ten = A SIPO number has ten digits
wish-advance-title = Change the advance
wish-advance-lead = Choose how much you want to pay in advance.
wish-advance-amount = New advance in { $currency }
wish-advance-hint = You pay { $now } now. You may choose { $least } to { $most }.
wish-advance-slider = New advance on a slider
wish-advance-whole = Enter a whole amount without decimals, such as 2 400
wish-advance-between = Enter an amount from { $least } to { $most }
wish-advance-year = Advances a year
wish-advance-costs = Estimated costs a year
wish-advance-costs-text = The estimate takes the usage of the last twelve months and today's price list.
wish-advance-result = At settlement
wish-advance-over = you get back about { $amount }
wish-advance-under = you pay about { $amount } more
wish-advance-use = Use { $amount }
wish-advance-from = From which advance
wish-advance-next = From the next, { $date }
wish-advance-none = There is no advance to change
wish-advance-none-text = No further advance is due at this place.
wish-advance-ours = We set this advance
wish-advance-ours-text = If you need another, please contact us.
wish-refund-title = Get money back
wish-refund-lead = We send you the money that we owe you.
wish-refund-what = What you want back
wish-refund-sum = We pay back
wish-refund-account = To which account
wish-refund-known = We pay back to { $account }. We will check another account with you.
wish-refund-none = We owe you nothing
wish-refund-none-text = An overpayment appears after a settlement, or when you pay too much.
wish-instalments-title = Pay in instalments
wish-instalments-lead = Ask to pay a debt in parts, before it costs more.
wish-instalments-what = What you want to pay in parts
wish-instalments-count = Number of monthly instalments
wish-instalments-many = We allow more than twelve only as an exception.
wish-instalments-of =
    { $count ->
        [one] { $count } instalment
       *[other] { $count } instalments
    }
wish-instalments-first = When you pay the first one
wish-instalments-plan = { $sum } in all: { $count } × about { $each }.
wish-instalments-last = The last would be on { $date }. You get the exact plan when it is approved.
wish-instalments-reason = Why you ask for instalments
wish-instalments-reason-hint = 500 characters at most.
wish-instalments-none = There is nothing to pay in parts
wish-instalments-none-text = You have no debt that you could ask instalments for.
wish-capacity-title = Change reserved capacity
wish-capacity-lead = The main breaker decides how much may run at once, and which monthly charge you pay.
wish-capacity-now = You have now:
wish-capacity = New breaker
wish-capacity-hint = Such as 3x25 A.
wish-capacity-form = Write the breaker as 3x25 A
wish-capacity-month =
    { $vat ->
        [yes] { $amount } a month, VAT included
       *[no] { $amount } a month without VAT
    }
wish-capacity-more = { $amount } more than now
wish-capacity-less = { $amount } less than now
wish-capacity-raised = The connection has to carry more. We will check; a fee and work on your wiring may follow.
wish-capacity-none = No capacity is reserved here
wish-capacity-none-text = It is reserved only for electricity that is being supplied.
wish-surfaces-title = Declare surfaces
wish-surfaces-lead = List all surfaces that rainwater drains from into the sewer. A new declaration replaces the whole of the one before.
wish-surfaces-none-text = No rainwater is charged at this place.
wish-surfaces = Surfaces
wish-surfaces-hint = Leave out surfaces whose water seeps into your own ground.
wish-surfaces-area =
    Surface { $number }: enter an area in m² with two decimals at most
wish-surfaces-quantity = Drains in a year
wish-surfaces-amount = Costs a year, about
wish-surfaces-before = so far { $value }
wish-surface-number = Surface { $number }
wish-surface-class = Kind of surface
wish-surface-name = Name
wish-surface-area = Area in m²
wish-surface-remove = Remove surface { $number }
wish-surface-away = Remove
wish-surface-add = Add a surface
greening-title = What if you made it green?
greening-lead = A lawn drains an eighteenth of what a roof or concrete does. Try how much it would save.
greening-area = How many m²
greening-of = Of which surface
greening-into = What would be there
greening-saves = You save about { $amount } a year
greening-drains = { $quantity } less drains in a year
greening-result = You make { $area } green, { $saved } less drains in a year and { $left } remains.
greening-years = { " " }In ten years that is { $amount }.
greening-nothing = Such a change saves nothing.
greening-note = You are only trying it, nothing is sent. Declare surfaces when they are done.
greening-use = Put it into the declaration
greening-used = We changed the surfaces in the declaration.
wish-e-invoice-title = How invoices are sent
wish-e-invoice-lead = You always have them in the portal. Choose whether you want them on paper, too.
wish-e-invoice-on = Electronically
wish-e-invoice-on-text = We will send no more paper.
wish-e-invoice-off = By post
wish-e-invoice-off-text = Invoices will come on paper again.
wish-e-invoice-email = Send them by e-mail, too
wish-e-invoice-email-hint = Without one they are in the portal only.
wish-e-invoice-email-missing = You get them electronically already. Enter an e-mail to send them to as well.
