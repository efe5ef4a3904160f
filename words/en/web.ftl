# Shell
skip = Skip to content
nav-main = Main menu
nav-home = Overview
nav-readings = Readings
nav-invoices = Bills
nav-points = Supply points
nav-requests = Requests
nav-profile = Details
nav-work = To decide
nav-customers = Customers
nav-staff = Staff
menu-account = My account
menu-signed-in = Signed in as
menu-office = Office
menu-customers = My customers
menu-security = Sign-in and security
menu-help = Help and contact
menu-prices = Prices and calculator
menu-sign-out = Sign out
switch-label = Customer shown:
switch-title = Choose a customer
switch-search = Search by name or number
switch-found =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
switch-more = And { $count } more. Type part of a name or number.
footer-contact = Contact
footer-language = Language
footer-theme = Appearance
theme-auto = As on this device
theme-light = Light
theme-dark = Dark
offline-bar = You are offline. What you typed stays on the page.
loading = Loading…
more = Show more
again = Try again
failed-lead = Please try again in a moment. What you typed is still on the page.
close = Close
copy = Copy
copied = Copied
print = Print
change = Change
manage = Manage
set-up = Set up
save = Save
cancel = Cancel
go-on = Continue
go-back = Back
to-home = Go to overview
not-found-title = We could not find that page
not-found-lead = The address may be incomplete, or the page does not belong to your account.
signed-out = You have been signed out.

# Forms
form-optional = optional
form-sending = Sending…
form-check =
    { $count ->
        [one] Please correct one entry:
       *[other] Please correct { $count } entries:
    }
form-missing = Fill in: { $field }
form-choose = Choose: { $field }
form-email = An e-mail address looks like name@example.com
form-number = Enter a number, for example 1,234.50
form-id = Use only plain letters, digits and the characters - _ . /
form-postcode = The postcode has a wrong form
form-phone = The phone number has a wrong form
form-date-missing = Choose a date: { $field }
form-date-early = The date must not be before { $date }
form-date-late = The date must not be after { $date }

# Problems that may come before the other codes are loaded
code-unknown = Something went wrong ({ $code }). Please try again, or call us.
code-unavailable = The service is overloaded at the moment.
code-internal = Something went wrong on our side.
code-offline = You are not connected to the internet.
code-unreachable = We cannot reach the server.
code-unexpected = The page met an unexpected error.

# Words that many pages share
email = E-mail
phone = Phone
web = Website
name = Name
address = Address
street = Street or village
house-number = Number
postcode = Postcode
city = Town or city
country = Country
password = Password
customer-number = Customer number
customer-number-is = Customer number { $number }
company-number = Company number
not-given = not given
role-holder = account holder
role-viewer = viewer
medium-water = Water
medium-electricity = Electricity
medium-gas = Gas
medium-heat = Heat
meter-is = no. { $serial }
register = Register
register-VT = High tariff (VT)
register-NT = Low tariff (NT)
register-T = Reading
register-T1 = Reading
before = Until now
before-on = On { $date }
after = New

# Home and customers
customers-title = My customers
customers-lead = Choose whose details you want to see.
customers-group = Payments of all customers
customers-none = No customer belongs to your account yet
customers-none-text = As soon as your supplier grants you access, it appears here.
home-meters = Your meters
home-no-meters = There is no meter yet
home-no-meters-text = Meters appear as soon as your supplier enters them.
home-all-meters = All meters
home-under-way = Under way
home-lately = Lately
home-all-requests = All requests
todo-reading =
    { $count ->
        [one] Time to read your meter
       *[other] Time to read your meters
    }
todo-reading-one = { $point }: please send us the meter reading by { $until }.
todo-reading-many = Please send us the meter readings by { $until }.
send-reading = Enter a reading
reading-under-way = Reading under way
last-state = Last reading
last-none = No reading yet
last-actual = Read on { $date }
last-customer = Your reading of { $date }
last-estimated = Estimated for { $date }
last-initial = When installed, { $date }
last-final = When removed, { $date }

# Requests
change-reading = Reading of meter { $serial }
change-contact = Change of contact details
change-mailing_address = Change of mailing address
change-payment_method = Change of how you pay
change-advance = Change of advances
change-refund = Refund of an overpayment
change-instalments = Debt in instalments
change-reserved_capacity = Change of reserved capacity
change-rainwater = Declaration of rainwater surfaces
change-e_invoice = How invoices reach you
mailing-same = The same as the customer’s address
change-read-on = read on { $date }
change-sent-on = sent on { $date }
change-late = Taking longer
change-send = Send the change
change-sent = Sent. We will let you know what becomes of it.
change-taken = Sent and approved.
change-open-title = A change is already under way
change-open-text = Please wait until it is finished, or withdraw it.
change-open-see = See it
state-proposed = Waiting for approval
state-approved = Approved
state-handed_over = Being processed
state-applied = Done
state-rejected = Rejected
state-refused = Not accepted
state-withdrawn = Withdrawn
