# Shell
skip = Skip to content
nav-main = Main menu
nav-home = Overview
nav-readings = Readings
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
form-date-missing = Choose a date: { $field }
form-date-early = The date must not be before { $date }
form-date-late = The date must not be after { $date }

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
customer-number-is = customer number { $number }
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

# Sign-in
sign-in = Sign in
sign-in-title = Sign in
sign-in-lead = Readings, contracts and requests in one place.
sign-in-next = Please sign in to see the page. We will take you back to it.
sign-in-forgotten = I have forgotten my password
sign-in-new-title = New here?
sign-in-new-text = You can create an account from an invoice. It takes a few minutes.
sign-in-have-code = I have a code from a letter or e-mail
second-code = Verification code
second-code-hint = Six digits from your authenticator app, or one of your recovery codes.
signed-out = You have been signed out.
expired-title = Please sign in again
expired-lead = For your safety a session ends after a while. The page and all you typed are kept.
expired-leave = Leave for the sign-in page
again-title = Confirm that it is you
again-lead = You are changing something important, so please enter your password again.

# Sign-up and activation
sign-up = Create an account
sign-up-title = Create an account
sign-up-lead = Have your latest invoice at hand. What it says helps us find your customer number.
sign-up-help = No invoice at hand?
sign-up-sent-title = We have received your request
sign-up-sent-text = If the details match, we are sending an e-mail with a code. If we do not know your e-mail address yet, we also send a letter with a second code; it arrives within a few days. If the e-mail has a link, you can simply open it.
customer-number-hint = It is at the top of the invoice.
invoice-number = Invoice number
invoice-number-hint = Any recent invoice will do.
invoice-amount = Total of the invoice ({ $currency })
invoice-amount-hint = Exactly as on the invoice, for example 1,234.50. Leave out the sign of a refund.
proof-by = What will you add?
proof-by-amount = The total of the invoice
proof-by-meter = The meter number
meter-serial = Meter number
meter-serial-hint = It is printed on the meter and on the invoice.
your-email = Your e-mail
your-email-hint = You will sign in with it.
request-number = Request number
request-number-hint = It is in the e-mail that we sent you.
email-code = Code from the e-mail
email-code-hint = Type it, or open the link in the e-mail.
email-code-filled = Filled in from the link in the e-mail.
letter-code = Code from the letter
letter-code-hint = Only if the e-mail says that a letter is coming. Spaces and capitals do not matter.
activate = Activate account
activate-title = Activate your account
activate-lead = Enter the codes and choose a password. Everything is sent together.
activated = Done, your account is active. Sign in with your new password.
invitation-title = Invitation
invitation-lead = Choose the password that you will sign in with.
invitation-number = Invitation number
invitation-accept = Accept invitation

# Recovery
recovery-title = Reset your password
recovery-lead = We make sure that it is you: your latest invoice and your e-mail help.
recovery-send = Send the e-mail
recovery-sent-title = We have received your request
recovery-sent-text = If the details match, we are sending you an e-mail with a link and a code. Please look into the spam folder as well.
recover-title = New password
recover-lead = Enter the code from the e-mail and choose a new password.
recover-second-hint = Only if you also sign in with an authenticator app.
recover = Set password
recovered = Your password has been changed. Sign in with it.

# Passwords
password-new = New password
password-hint = At least { $least } characters. Several plain words in a row are best.
password-short =
    { $length ->
        [one] The password needs at least { $least } characters, it has { $length }
       *[other] The password needs at least { $least } characters, it has { $length }
    }
password-show = Show
password-hide = Hide
password-show-label = Show: { $field }
passphrase-suggest = Suggest a passphrase
passphrase-another = Suggest another
passphrase-why = Several words are easier to remember and harder to guess than a short password with symbols.
passphrase-made = Write it down in a safe place, or save it in your password manager.

# Security
security-title = Sign-in and security
security-lead = How you sign in, and where you are signed in.
security-email = E-mail for signing in
password-changed = Changed on { $date }
password-title = Change your password
password-lead = You will be signed out on your other devices.
password-save = Change password
password-changed-done = Your password has been changed. You are signed out on your other devices.
email-title = Change the e-mail for signing in
email-lead = You sign in with { $email }. A new address counts once you confirm it with a code.
email-new = New e-mail
email-send = Send code
email-sent = We sent a code to { $email }. We have told your present address, too.
email-sent-before = Enter the code from the e-mail that came to the new address.
email-confirm = Confirm e-mail
email-other = Use another address
email-changed = The e-mail for signing in has been changed.
second-title = Two-step sign-in
second-lead = Beside the password you enter a code from an app on your phone. A stranger cannot sign in, even with your password.
second-on =
    { $left ->
        [0] On, no recovery codes left
        [one] On, { $left } recovery code left
       *[other] On, { $left } recovery codes left
    }
second-off = Off
second-is-on = Two-step sign-in is on.
second-left =
    { $left ->
        [0] No recovery codes are left. Please make new ones.
        [one] { $left } recovery code is left.
       *[other] { $left } recovery codes are left.
    }
second-must-title = Turn on two-step sign-in
second-must-text = It is needed for work with customers’ data.
second-why = You need a phone with an authenticator app. It takes about two minutes.
second-begin = Turn on two-step sign-in
second-step-app = Open your authenticator app
second-step-app-text = Any app that makes one-time codes (TOTP) will do. Most password managers can, too.
second-step-scan = Add this account to it
second-step-type = Scan the code with the app, or type the key:
second-qr = QR code with the key for the authenticator app
second-open-app = Open in the app
second-step-code = Enter the code that the app shows
second-digits = Six digits
second-turn-on = Turn on
second-renew = Make new recovery codes
second-turn-off = Turn off
second-off-title = Turn off two-step sign-in?
second-off-text = The password alone will then be enough to sign in. Recovery codes stop working.
second-turned-off = Two-step sign-in is off.
codes-title = Recovery codes
codes-text = Keep them somewhere other than your phone. Each works once, when you do not have the app at hand. We will not show them again.
codes-saved = I have saved them
sessions-title = Signed-in devices
sessions-lead = Is there one you do not know? Sign it out and change your password.
sessions-here = this device
sessions-seen = Last seen { $ago } · { $source }
sessions-since = Signed in { $at }
sessions-end = Sign out
sessions-end-label = Sign out { $device }
sessions-end-others = Sign out the others
sessions-end-all = Sign out everywhere
sessions-ended-one = The device has been signed out.
sessions-ended-others = The other devices have been signed out.
journal-title = Activity log
journal-lead = Sign-ins, changes, and looks by our staff, newest first.
journal-open = Show the log
journal-empty = Nothing has happened yet
journal-what = Event
journal-when = When
journal-where = From
journal-result = Result

# Home and customers
customers-title = My customers
customers-lead = Choose whose details you want to see.
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

# Profile
profile-title = Details and settings
profile-fixed = To change the name or address, please contact { $utility }.
profile-security = Password, two-step sign-in and signed-in devices
kind-title-household = Customer
kind-title-business = Company
kind-title-institution = Institution
contact-title = Contact details
contact-lead = We write and call you here about your supply. It does not change the e-mail for signing in.
phone-hint = For example 601 123 456 or +48 601 123 456.
mailing-title = Address for letters
mailing-lead = Where we should send paper mail.
mailing-same = The same as the customer’s address
mailing-where = Where should letters go?
mailing-own = To the customer’s address
mailing-other = To another address
preferences-title = Language and messages
preferences-language = Language of the portal and e-mails
preferences-mails = Send me e-mails about my requests
preferences-mails-hint = Messages about the safety of your account are always sent.
preferences-saved = Your settings have been saved.

# Requests
requests-title = Requests
requests-lead = Readings and changes that you sent, and how far they are.
requests-none = You have not sent anything yet
requests-none-text = Here you will see readings and changes of details, and how far they are.
request-title = Request
request-what = What you sent
request-findings = What we noticed
request-way = Progress
change-reading = Reading of meter { $serial }
change-contact = Change of contact details
change-mailing_address = Change of the address for letters
change-read-on = read on { $date }
change-sent-on = sent on { $date }
change-late = Taking longer
change-late-text = This takes longer than usual. You need not do anything, we know about it.
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
step-proposed = You sent the request
step-approved =
    { $by ->
        [rule] Approved automatically
       *[other] Approved by our staff
    }
step-handed_over = Handed over to be recorded
step-applied = Recorded, done
step-rejected = Rejected by our staff
step-refused = It could not be recorded
step-withdrawn = You withdrew the request
ahead-approved = Approval
ahead-handed_over = Handing over to be recorded
ahead-applied = Recording
ahead-proposed = Sending
ahead-rejected = Rejection
ahead-refused = Refusal
ahead-withdrawn = Withdrawal
withdraw = Withdraw
withdraw-title = Withdraw the request?
withdraw-text = We will stop working on it. You can send a new one at any time.
withdraw-keep = Keep it
withdrawn = The request has been withdrawn.

# Help
help-title = Help and contact
help-lead = What people ask most, and how to reach us: { $utility }.
help-reach = Call or write
help-questions = What people ask
help-q-account = How do I create an account?
help-a-account = Choose “Create an account” on the sign-in page and copy from an invoice the customer number, the invoice number, and the total or the meter number. An e-mail with a code will follow.
help-q-letter = Why did I get a letter with a code?
help-a-letter = When we do not know your e-mail address, we prove the postal address by letter. You enter the letter’s code together with the one from the e-mail. One without the other is not enough, so no stranger can create the account.
help-q-reading = How do I read my meter?
help-a-reading = Copy all black digits from the left. Copy red digits after the decimal mark only if the form asks for them. A two-tariff electricity meter has two readings: VT and NT.
help-q-reading-wrong = I sent a wrong reading. What now?
help-a-reading-wrong = While it waits for approval, open it under Requests and withdraw it. Then send the right one.
help-q-second = I have lost the phone with my authenticator app
help-a-second = Instead of the app’s code, enter one of your recovery codes. If you do not have those either, please call us.
help-access = Accessibility
help-access-text = The portal should work by keyboard and screen reader, enlarged, in the light and the dark appearance. If something gets in your way, please write to us.
