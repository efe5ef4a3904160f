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

## What became of a change. `$kind` is `reading`, `contact` or
## `mailing_address`; a reading has `$meter` (serial number) and `$day`.

change-approved-subject = { $kind ->
    [reading] We have accepted your meter reading
    [contact] We have accepted your new contact details
   *[mailing_address] We have accepted your new mailing address
}
change-approved-title = { $kind ->
    [reading] Your reading is accepted
    [contact] Your new contact details are accepted
   *[mailing_address] Your new mailing address is accepted
}
change-approved-text = { $kind ->
    [reading] We have accepted the reading of meter { $meter } taken on { $day }.
    [contact] We have accepted the change of your contact details.
   *[mailing_address] We have accepted the change of your mailing address.
}

    It is on its way into our records. We will write again once it is there.
change-approved-button = See the request

change-rejected-subject = { $kind ->
    [reading] We could not accept your meter reading
    [contact] We could not accept your new contact details
   *[mailing_address] We could not accept your new mailing address
}
change-rejected-title = { $kind ->
    [reading] Your reading is not accepted
    [contact] Your contact details stay as they were
   *[mailing_address] Your mailing address stays as it was
}
change-rejected-text = { $kind ->
    [reading] We could not accept the reading of meter { $meter } taken on { $day }.
    [contact] We could not accept the change of your contact details.
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
   *[mailing_address] Your mailing address is changed
}
change-applied-title = { $kind ->
    [reading] Your reading is in our records
    [contact] Your contact details are changed
   *[mailing_address] Your mailing address is changed
}
change-applied-text = { $kind ->
    [reading] The reading of meter { $meter } taken on { $day } is in our records. You do not need to do anything more.
    [contact] From now on we reach you at your new contact details.
   *[mailing_address] From now on we send letters to your new address.
}
change-applied-button = See the request

change-refused-subject = { $kind ->
    [reading] Your meter reading could not be recorded
    [contact] Your contact details could not be changed
   *[mailing_address] Your mailing address could not be changed
}
change-refused-title = { $kind ->
    [reading] Your reading could not be recorded
    [contact] Your contact details stay as they were
   *[mailing_address] Your mailing address stays as it was
}
change-refused-text = { $kind ->
    [reading] The reading of meter { $meter } taken on { $day } could not be recorded, although we had accepted it.
    [contact] The change of your contact details could not be made, although we had accepted it.
   *[mailing_address] The change of your mailing address could not be made, although we had accepted it.
}

    Reason: { $reason }

    If you do not know what to do next, please contact us.
change-refused-button = See the request
