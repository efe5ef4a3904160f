# Prices: the calculator, price lists and one's own usage compared
medium-choice = What you use
calculator-title = What you will pay
calculator-lead = Enter a year's usage and see what it would cost in each of our tariffs. You don't need an account.
calculator-rates = Metering
calculator-one-rate = One rate
calculator-two-rates = Two rates (high and low)
calculator-used = Usage a year in { $unit }
calculator-high = High rate in { $unit }
calculator-low = Low rate in { $unit }
calculator-hint-water = One person uses about 35 m³ a year.
calculator-hint-electricity = A flat without electric heating uses about 2,000 kWh a year.
calculator-hint-gas = A house heated by gas uses about 15,000 kWh a year.
calculator-hint-heat = A flat uses about 20 GJ a year.
calculator-capacity = Main circuit breaker
calculator-capacity-hint = It is on your contract and on the breaker before the meter.
calculator-capacity-unknown = I don't know
calculator-rainwater = Rainwater in m³ a year
calculator-rainwater-hint = Only if you pay for it; households usually don't.
calculator-on = By prices valid from
calculator-do = Calculate
calculator-done =
    { $count ->
        [0] We have no tariff for this usage.
        [one] We calculated { $count } tariff.
       *[other] We calculated { $count } tariffs.
    }
offers-title = Tariffs, cheapest first
offers-year = For a year, VAT included.
offers-table = Tariffs side by side
offers-table-net = Components are without VAT.
offers-month = A month
offers-none = No tariff could be calculated
offers-none-text = The reason stands beside each price list.
offer-cheapest = Cheapest
offer-own = You have it now
offer-month = { $amount } a month
offer-more = { $amount } more than the cheapest
offer-more-than-own = { $amount } more than you have now
offer-saves = Saves you { $amount }
offer-parts = What the price is made of
offer-lines = { $product }.
offer-of-it-vat = Of which VAT
offer-registers-assumed = This tariff meters high and low rates apart. We took all of the usage at its first price; it would really come out otherwise.
left-out-title = What is missing here
left-out-capacity_missing = its price depends on the main breaker, which we don't know.
left-out-capacity_not_offered = it has no price for this breaker.
left-out-not_valid_then = it isn't valid for the whole period.
left-out-other_unit = it is charged in another unit.
left-out-too_large = such a quantity can't be calculated.
price-lists-title = Price lists
price-lists-lead = Prices that anybody may choose today: from when they are valid, what they follow from and what they are made of.
price-lists-on = Valid on
price-lists-none = We have no price list for this day
price-lists-none-text = Try another day.
price-list-valid = Valid
price-list-from = from { $from }
price-list-from-to = from { $from } to { $to }
price-list-id = Reference
price-list-source = Follows from
price-list-prices =
    { $count ->
        [one] { $count } price
       *[other] { $count } prices
    }
price-list-price = Price
price-list-per = Per
price-list-tier = beyond { $beyond }: { $price }
price-list-at-most = at most { $price } per MWh
comparison-title = Compare tariffs
comparison-lead = Your own usage in every tariff that we offer.
comparison-none = There is nothing to compare yet
comparison-none-text = We haven't billed anything at this place yet. The calculator does with an estimate.
comparison-of = What is compared
comparison-period = Period
comparison-not-whole = We don't know a whole year yet.
comparison-used = Usage
comparison-product = Your tariff
comparison-prices = By prices
comparison-from-today = valid today
comparison-then = valid then
comparison-from-today-text = For a year from today with the same usage, VAT included.
comparison-then-text = For this period by the prices that were valid then, VAT included.
comparison-capacity = Main circuit breaker
