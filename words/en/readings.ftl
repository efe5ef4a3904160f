# Meters, readings and supply points of a customer

meter = Meter
meters-lead = Your latest readings, and the way to send a new one.
meters-find = Find a meter
meters-count =
    { $count ->
        [one] { $count } meter
       *[other] { $count } meters
    }
meters-removed = Show removed ones too ({ $count })
meter-number = Meter number
meter-installed = Installed
meter-removed = Removed
meter-window = We expect a reading from { $from } to { $to }.
meter-not-yours-to-read = A reading of this meter cannot be sent now

# Supply points
point = Supply point
points-lead = Where you are supplied, under which contract, and what measures there.
points-find = Find by address, number or meter
points-count =
    { $count ->
        [one] { $count } supply point
       *[other] { $count } supply points
    }
points-none = There is no supply point yet
points-none-text = It appears as soon as your supplier records it.
point-ended = Ended
point-number = Supply point number
point-meters = Meters
point-registers = Registers
point-money = Bills and consumption of this point
point-papers = Contracts to download
point-settlements = Consumption by settlement
point-documents = Bills
point-advances = Advances
point-rainwater = Rainwater
point-comparison = Compare tariffs
point-capacity = Change capacity
scheme-ean = EAN
scheme-eic = EIC
scheme-ppe = PPE
scheme-own = Reference number
contract-title = Contract
contract-number = Contract number
contract-product = Product or tariff
contract-capacity = Reserved capacity
contract-concluded = Concluded
contract-from = Valid from
contract-to = Valid to
contract-open = for an indefinite time

# History
chart-title = Average daily consumption
chart-label = Chart of average daily consumption between readings in { $unit }; the table of readings holds the same numbers
chart-last = From { $from } to { $to } it was { $amount } a day on average.
chart-year =
    { $trend ->
        [more] That is { $percent }% more than at the same time a year ago.
        [less] That is { $percent }% less than at the same time a year ago.
       *[same] That is the same as a year ago.
    }
chart-bar = { $from } to { $to }: { $amount } a day on average
history-title = Readings so far
history-none = The first reading appears here as soon as your supplier records it.
history-caption = Readings of meter { $serial }, newest first
history-day = Day
history-kind = Kind
history-state = Value
history-used = Consumption
history-per-day = Per day
history-invoice = Invoice
history-yours = your reading
kind-actual = Reading
kind-customer = Own reading
kind-estimated = Estimate
kind-initial = Installation
kind-final = Removal

# Sending
send-title = Send a reading
send-before = Last time { $value } ({ $date })
send-hint =
    { $digits ->
        [one] { $digits } digit
       *[other] At most { $digits } digits
    }
send-hint-decimals = At most { $digits } digits and { $decimals } after the decimal mark
send-day = Day of the reading
send-serial = Meter number
send-serial-hint = To be sure that it is the right one. Ours says { $serial }.
send-used = { $register } Since the last reading { $used }, which is { $daily } a day.
send-now = Send the reading
reading-sent = The reading is sent. We will let you know when we have checked it.
reading-taken = The reading is accepted. Thank you.
claim-digits =
    { $digits ->
        [one] This meter shows only { $digits } digit
       *[other] This meter shows only { $digits } digits
    }
claim-decimals =
    { $decimals ->
        [0] Enter the reading without decimals
        [one] Enter at most { $decimals } decimal place
       *[other] Enter at most { $decimals } decimal places
    }

# What the rules ask back
asked-title = Please check once more
asked-meant = Did you mean this?
asked-so = Is it really so?
asked-so-text = Look at the meter again. If the reading is right, send it; one of our people will look at it.
asked-send = Yes, it is right, send it
claim-R02-outside_window = The reading is outside { $from } to { $to }; we will record it for information only.
claim-R03-below_before = { $register } The reading is lower than on { $before_on }, when it was { $before }.
claim-R03-above_after = { $register } The reading is higher than the later one on { $after_on }, which was { $after }.
claim-R03-below_estimate = { $register } The reading is lower than our estimate of { $estimate } for { $estimate_on }. Your reading will correct it.
claim-R04-rollover = { $register } The counter went past zero; the consumption is { $used }.
claim-R04-unlikely_rollover = { $register } The reading is lower than last time ({ $before }). Did the counter go past zero? The consumption would be { $used }.
claim-R05-correction = We have a reading of { $read_on } already; this one would correct it.
claim-R05-replaces_estimate = We have an estimate for { $read_on }; your reading replaces it.
claim-R06-high = { $register } A consumption of { $used } is much higher than the usual { $expected } in { $days } days.
claim-R06-low = { $register } A consumption of { $used } is much lower than the usual { $expected } in { $days } days.
claim-R07-over_capacity = { $register } In { $days } days { $used } could not have passed; { $capacity } at most.
claim-R08-still = No consumption in { $days } days.
claim-R09-swapped = The high and low tariff readings look swapped.
claim-R10-slipped = { $register } Perhaps a digit slipped while copying.
claim-R11-other_serial = That number is on another meter of yours, { $serial }.
claim-R11-fits_other = The reading would fit your meter { $serial } better.
claim-R12-other_serial = Our records say meter { $serial }. If yours says otherwise, it may have been exchanged.
suggest-swap_registers = Swap the readings: { $values }
suggest-digit_slip = Digits the other way round: { $values }
suggest-extra_digit = One digit too many: { $values }
suggest-dropped_digit = A digit is missing: { $values }
suggest-shifted_point = Decimal mark elsewhere: { $values }
suggest-other_meter = Enter it for that meter
suggest-rollover = The counter went past zero
