# Sign-in
sign-in = Sign in
sign-in-title = Sign in
sign-in-lead = Readings, contracts and requests in one place.
sign-in-next = Please sign in to see the page. We will take you back to it.
sign-in-forgotten = I have forgotten my password
sign-in-new-title = New here?
sign-in-new-text = You can create an account from an invoice. It takes a few minutes.
sign-in-prices = See what you would pay
sign-in-have-code = I have a code from a letter or e-mail
second-code = Verification code
second-code-hint = Six digits from your authenticator app, or one of your recovery codes.
expired-title = Please sign in again
expired-lead = For your safety a session ends after a while. The page and all you typed are kept.
expired-leave = Leave for the sign-in page
again-title = Confirm that it is you
again-lead = You are changing something important, so please enter your password again.

# Sign-up and activation
sign-up = Create an account
sign-up-title = Create an account
sign-up-lead = Have your latest invoice at hand. Its details help us find your customer number.
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
activate-existing = If you already have an account with this e-mail, enter its present password.
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
email-have-code = I already have a code
email-sent = We sent a code to { $email }. We have told your present address, too.
email-sent-before = Enter the code from the e-mail that came to the new address.
email-confirm = Confirm e-mail
email-other = Use another address
email-changed = The e-mail for signing in has been changed.
second-title = Two-step sign-in
second-lead = Besides the password you enter a code from an app on your phone. A stranger cannot sign in, even with your password.
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
sessions-unknown = Unknown device
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
