### The words of the mails.
###
### A mail `<key>` has these messages:
###   <key>-subject  one line
###   <key>-title    the headline
###   <key>-text     paragraphs, parted by an empty line
###   <key>-code     optional: what is to be typed or copied, shown large
###   <key>-button   optional: what the button says; its link comes from the code
###   <key>-note     optional: small print below
### `$utility` is the utility's name, in every message. Dates, times and
### numbers come formatted. Whatever a value contains stays plain text.

## The frame, around every mail

frame-contact = Questions? We are happy to help:
frame-automatic = { $utility } sends this message automatically from its customer portal. We never ask for your password by e-mail or by phone.
frame-button-address = If the button does not work, copy this address into your browser:

## What became of a change. `$kind` is the kind of change (`reading`,
## `contact`, `payment_method`...); a reading has `$meter` (serial number) and
## `$day`.

change-approved-subject = { $kind ->
    [reading] We have accepted your meter reading
    [contact] We have accepted your new contact details
    [payment_method] We have accepted your new way of paying
    [advance] We have accepted your new advances
    [refund] We have accepted your request for a refund
    [instalments] We have accepted your request for instalments
    [reserved_capacity] We have accepted your new reserved capacity
    [rainwater] We have accepted your rainwater declaration
    [e_invoice] We have accepted how you want your invoices
   *[mailing_address] We have accepted your new mailing address
}
change-approved-title = { $kind ->
    [reading] Your reading is accepted
    [contact] Your new contact details are accepted
    [payment_method] Your new way of paying is accepted
    [advance] Your new advances are accepted
    [refund] Your refund is accepted
    [instalments] Your instalments are accepted
    [reserved_capacity] Your new reserved capacity is accepted
    [rainwater] Your rainwater declaration is accepted
    [e_invoice] How you want your invoices is accepted
   *[mailing_address] Your new mailing address is accepted
}
change-approved-text = { $kind ->
    [reading] We have accepted the reading of meter { $meter } taken on { $day }.
    [contact] We have accepted the change of your contact details.
    [payment_method] We have accepted the change of how you pay.
    [advance] We have accepted the change of your advances.
    [refund] We have accepted your request to have an overpayment paid back.
    [instalments] We have accepted your request to pay a debt in instalments.
    [reserved_capacity] We have accepted your request to change the reserved capacity.
    [rainwater] We have accepted your declaration of surfaces that rainwater drains from.
    [e_invoice] We have accepted the change of how invoices reach you.
   *[mailing_address] We have accepted the change of your mailing address.
}

    It is on its way into our records. We will write again once it is there.
change-approved-button = See the request

change-rejected-subject = { $kind ->
    [reading] We could not accept your meter reading
    [contact] We could not accept your new contact details
    [payment_method] We could not accept your new way of paying
    [advance] We could not accept your new advances
    [refund] We could not accept your request for a refund
    [instalments] We could not accept your request for instalments
    [reserved_capacity] We could not accept your new reserved capacity
    [rainwater] We could not accept your rainwater declaration
    [e_invoice] We could not accept how you want your invoices
   *[mailing_address] We could not accept your new mailing address
}
change-rejected-title = { $kind ->
    [reading] Your reading is not accepted
    [contact] Your contact details stay as they were
    [payment_method] Your way of paying stays as it was
    [advance] Your advances stay as they were
    [refund] Your overpayment is not paid back yet
    [instalments] Your debt cannot be paid in instalments
    [reserved_capacity] Your reserved capacity stays as it was
    [rainwater] Your surfaces stay as they were
    [e_invoice] Your invoices come as before
   *[mailing_address] Your mailing address stays as it was
}
change-rejected-text = { $kind ->
    [reading] We could not accept the reading of meter { $meter } taken on { $day }.
    [contact] We could not accept the change of your contact details.
    [payment_method] We could not accept the change of how you pay.
    [advance] We could not accept the change of your advances.
    [refund] We could not accept your request to have an overpayment paid back.
    [instalments] We could not accept your request to pay a debt in instalments.
    [reserved_capacity] We could not accept your request to change the reserved capacity.
    [rainwater] We could not accept your declaration of surfaces that rainwater drains from.
    [e_invoice] We could not accept the change of how invoices reach you.
   *[mailing_address] We could not accept the change of your mailing address.
}

    Reason: { $reason }

    { $kind ->
    [reading] Please check the meter and send the reading again.
   *[other] You can send a corrected request at any time.
    }
change-rejected-button = See the request

change-applied-subject = { $kind ->
    [reading] Your meter reading is in our records
    [contact] Your contact details are changed
    [payment_method] Your way of paying is changed
    [advance] Your advances are changed
    [refund] Your overpayment is being paid back
    [instalments] Your instalments are agreed
    [reserved_capacity] Your reserved capacity is changed
    [rainwater] Your rainwater surfaces are recorded
    [e_invoice] Your invoices come in a new way
   *[mailing_address] Your mailing address is changed
}
change-applied-title = { $kind ->
    [reading] Your reading is in our records
    [contact] Your contact details are changed
    [payment_method] Your way of paying is changed
    [advance] Your advances are changed
    [refund] Your overpayment is being paid back
    [instalments] Your instalments are agreed
    [reserved_capacity] Your reserved capacity is changed
    [rainwater] Your rainwater surfaces are recorded
    [e_invoice] Your invoices come in a new way
   *[mailing_address] Your mailing address is changed
}
change-applied-text = { $kind ->
    [reading] The reading of meter { $meter } taken on { $day } is in our records. You do not need to do anything more.
    [contact] From now on we reach you at your new contact details.
    [payment_method] From now on you pay in the new way.
    [advance] You find the new advances in the portal. If you pay by standing order, remember to change it.
    [refund] We are sending the overpayment to the account that you named.
    [instalments] You find each instalment with its due date in the portal.
    [reserved_capacity] The new reserved capacity is recorded at your supply point.
    [rainwater] From now on the charge for rainwater follows from the new surfaces.
    [e_invoice] Your next invoices will come in the new way.
   *[mailing_address] From now on we send letters to your new address.
}
change-applied-button = See the request

change-refused-subject = { $kind ->
    [reading] Your meter reading could not be recorded
    [contact] Your contact details could not be changed
    [payment_method] Your way of paying could not be changed
    [advance] Your advances could not be changed
    [refund] Your overpayment could not be paid back
    [instalments] Your instalments could not be agreed
    [reserved_capacity] Your reserved capacity could not be changed
    [rainwater] Your rainwater surfaces could not be recorded
    [e_invoice] How your invoices reach you could not be changed
   *[mailing_address] Your mailing address could not be changed
}
change-refused-title = { $kind ->
    [reading] Your reading could not be recorded
    [contact] Your contact details stay as they were
    [payment_method] Your way of paying stays as it was
    [advance] Your advances stay as they were
    [refund] Your overpayment could not be paid back
    [instalments] Your instalments could not be agreed
    [reserved_capacity] Your reserved capacity stays as it was
    [rainwater] Your surfaces stay as they were
    [e_invoice] Your invoices come as before
   *[mailing_address] Your mailing address stays as it was
}
change-refused-text = { $kind ->
    [reading] The reading of meter { $meter } taken on { $day } could not be recorded, although we had accepted it.
    [contact] The change of your contact details could not be made, although we had accepted it.
    [payment_method] The change of how you pay could not be made, although we had accepted it.
    [advance] The change of your advances could not be made, although we had accepted it.
    [refund] Your overpayment could not be paid back, although we had accepted your request.
    [instalments] Your instalments could not be agreed, although we had accepted your request.
    [reserved_capacity] The reserved capacity could not be changed, although we had accepted your request.
    [rainwater] Your rainwater declaration could not be recorded, although we had accepted it.
    [e_invoice] The change of how invoices reach you could not be made, although we had accepted it.
   *[mailing_address] The change of your mailing address could not be made, although we had accepted it.
}

    Reason: { $reason }

    If you do not know what to do next, please contact us.
change-refused-button = See the request

## Logins and their safety

auth-sign-up-code-subject = Your code for { $utility }
auth-sign-up-code-title = Your activation code
auth-sign-up-code-text =
    Somebody has asked for access to your customer account, with data from an invoice. If that was you, enter this code on the page where you began, together with a new password. If you have an account with us already, enter its password.

    The code is valid for 24 hours and can be used once.
auth-sign-up-code-code = { $code }
auth-sign-up-code-button = Enter the code
auth-sign-up-code-note = If that was not you, do nothing: without the code nobody gets in. Never tell it to anybody.

auth-sign-up-code-and-letter-subject = First part of your code for { $utility }
auth-sign-up-code-and-letter-title = The first of two codes
auth-sign-up-code-and-letter-text =
    This is the first part of your activation code. The second part is on its way by post, to the address that we have for you. It should arrive within a few days.

    Keep this message. When the letter has come, enter both parts together with a new password. If you have an account with us already, enter its password.

    Either part alone is worthless.
auth-sign-up-code-and-letter-code = { $code }
auth-sign-up-code-and-letter-button = Enter both codes
auth-sign-up-code-and-letter-note = If you have not asked for this, do nothing.

auth-invited-subject = { $utility } invites you to the customer portal
auth-invited-title = Your invitation
auth-invited-text =
    We have prepared access to your customer account. Enter this code together with a new password. If you have an account with us already, enter its password.

    The code is valid for 24 hours and can be used once.
auth-invited-code = { $code }
auth-invited-button = Enter the code
auth-invited-note = If you do not want access, do nothing.

auth-invited-and-letter-subject = { $utility } invites you to the customer portal
auth-invited-and-letter-title = Your invitation, first of two codes
auth-invited-and-letter-text =
    We have prepared access to your customer account. This is the first part of your code. The second part is on its way by post, to the address that we have for you.

    Keep this message. When the letter has come, enter both parts together with a new password. If you have an account with us already, enter its password.
auth-invited-and-letter-code = { $code }
auth-invited-and-letter-button = Enter both codes
auth-invited-and-letter-note = If you do not want access, do nothing.

auth-staff-invited-subject = Your invitation as an operator of { $utility }
auth-staff-invited-title = You are invited as an operator
auth-staff-invited-text =
    Open the page below and choose a password. After the first sign-in you will turn on two-step sign-in: have a phone with an authenticator app ready.

    The link is valid for seven days and can be used once.
auth-staff-invited-button = Accept the invitation
auth-staff-invited-note = If you do not know what this is about, do nothing.

auth-recovery-link-subject = Choose a new password for { $utility }
auth-recovery-link-title = A new password
auth-recovery-link-text =
    Somebody has asked for a new password for your account. If that was you, open the page below and choose one. All devices will be signed out.

    The link is valid for 24 hours and can be used once.
auth-recovery-link-button = Choose a new password
auth-recovery-link-note = If that was not you, do nothing: your password stays as it is.

auth-email-code-subject = Confirm your e-mail address for { $utility }
auth-email-code-title = Confirm your e-mail address
auth-email-code-text =
    Enter this code on the page where you changed your e-mail address. From then on you sign in with this address.

    The code is valid for one hour.
auth-email-code-code = { $code }
auth-email-code-button = Enter the code
auth-email-code-note = If you have not asked for this, do nothing.

auth-already-known-subject = You have an account with { $utility } already
auth-already-known-title = You have an account already
auth-already-known-text =
    Somebody has asked for access to your customer account, with data from an invoice. You see this customer in the portal already: sign in with this e-mail address.

    If you have lost your password, you can choose a new one from the same page.
auth-already-known-button = Sign in
auth-already-known-note = If that was not you, somebody has one of your invoices. Without access to your e-mail they get no further.

auth-somebody-signs-up-subject = Somebody asks for access to your customer account
auth-somebody-signs-up-title = Somebody asks for access
auth-somebody-signs-up-text =
    Somebody who has one of your invoices has asked for access to your customer account ({ $at }). They only get in with a code that we send to the address known to us.

    If that is a member of your household, everything is fine. If you know nothing of it, please write to us or call us.
auth-somebody-signs-up-button = See your account

auth-somebody-joined-subject = Somebody new sees your customer account
auth-somebody-joined-title = Somebody new sees your customer account
auth-somebody-joined-text =
    Another person has proven with our code that they may see your customer account ({ $at }).

    If you know nothing of it, please write to us or call us at once.
auth-somebody-joined-button = See your account

auth-welcome-subject = Welcome to the portal of { $utility }
auth-welcome-title = Your account is ready
auth-welcome-text =
    From now on you sign in with this e-mail address and the password that you have chosen.

    We recommend two-step sign-in with an app on your phone: you can turn it on under Sign-in and security.
auth-welcome-button = Go to Sign-in and security

auth-new-device-subject = Signed in from a new device
auth-new-device-title = Signed in from a new device
auth-new-device-text =
    Your account was signed in to from a device that we have not seen before: { $device }, { $at }.

    If that was you, everything is fine. If not, sign that device out and change your password now.
auth-new-device-button = See your signed-in devices

auth-password-changed-subject = Your password was changed
auth-password-changed-title = Your password was changed
auth-password-changed-text =
    The password of your account was changed ({ $at }). All other devices were signed out.

    If that was not you, choose a new password now and call us.
auth-password-changed-button = It was not me

auth-recovered-subject = Your password was reset
auth-recovered-title = Your password was reset
auth-recovered-text =
    A new password was set for your account with a link from an e-mail ({ $at }, { $device }). All devices were signed out.

    If that was not you, somebody can read your e-mail: secure your mailbox, choose a new password and call us.
auth-recovered-button = It was not me

auth-email-change-begun-subject = Your e-mail address is being changed
auth-email-change-begun-title = Your e-mail address is being changed
auth-email-change-begun-text =
    Somebody who is signed in to your account wants to sign in with { $address } from now on ({ $at }, { $device }). We have sent a code there.

    If that was not you, sign out everywhere and change your password now.
auth-email-change-begun-button = See your signed-in devices

auth-email-changed-subject = Your e-mail address was changed
auth-email-changed-title = Your e-mail address was changed
auth-email-changed-text =
    The address for signing in to your account is now { $address } ({ $at }).

    If that was not you, please call us at once.
auth-email-changed-button = It was not me

auth-email-taken-subject = This e-mail address has an account already
auth-email-taken-title = This e-mail address has an account already
auth-email-taken-text =
    Somebody wanted to use this address for another account. That is not possible, since it has an account already. Nothing was changed.
auth-email-taken-button = Sign in

auth-totp-on-subject = Two-step sign-in was turned on
auth-totp-on-title = Two-step sign-in was turned on
auth-totp-on-text =
    From now on, signing in needs a code from an app besides your password ({ $at }, { $device }). Keep your recovery codes in a safe place.

    If that was not you, please call us at once.
auth-totp-on-button = Go to Sign-in and security

auth-totp-off-subject = Two-step sign-in was turned off
auth-totp-off-title = Two-step sign-in was turned off
auth-totp-off-text =
    From now on the password alone suffices to sign in ({ $at }, { $device }).

    If that was not you, change your password now and call us.
auth-totp-off-button = Go to Sign-in and security

auth-recovery-codes-new-subject = New recovery codes
auth-recovery-codes-new-title = You have new recovery codes
auth-recovery-codes-new-text =
    New recovery codes were made for your account ({ $at }, { $device }). The earlier ones no longer work.

    If that was not you, change your password now and call us.
auth-recovery-codes-new-button = Go to Sign-in and security
