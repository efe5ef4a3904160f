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
