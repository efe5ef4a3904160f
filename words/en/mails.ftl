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
