# The operators' pages

work-title = To decide
work-lead =
    { $count ->
        [0] Nothing is waiting.
        [one] { $count } change is waiting, { $late } late.
       *[other] { $count } changes are waiting, { $late } late.
    }
work-state = State
work-kind = Kind
work-any = all
work-sort = Sort
sort-risk = by risk
sort-age = by age
work-late = Only late ones ({ $count })
kind-of-reading = Readings
kind-of-contact = Contact details
kind-of-mailing_address = Mailing addresses
kind-of-payment_method = Ways of paying
kind-of-advance = Advances
kind-of-refund = Refunds
kind-of-instalments = Instalments
kind-of-reserved_capacity = Reserved capacity
kind-of-rainwater = Rainwater
kind-of-e_invoice = Ways of getting invoices
risk = risk { $risk }
work-chosen =
    { $count ->
        [0] Choose all
       *[other] { $count } chosen
    }
work-choose = Choose: { $what }, { $customer }
work-choose-one = Choose a change from the list. Arrows move between them, Enter opens one.
work-detail = The chosen change
work-whole = whole history
work-all-done = Everything is done
work-all-done-text = New changes appear here as soon as customers send them.
approve =
    { $count ->
        [1] Approve
       *[other] Approve chosen ({ $count })
    }
reject =
    { $count ->
        [1] Reject
       *[other] Reject chosen ({ $count })
    }
reject-title =
    { $count ->
        [one] Reject the change?
       *[other] Reject { $count } changes?
    }
reject-reason = Reason
reject-reason-hint = The customer reads it. Say what they should do.
decided-approve = Approved: { $count }.
decided-reject = Rejected: { $count }.
decided-awaiting_second = Waiting for a second operator: { $count }.
decided-already_decided = Decided by somebody else meanwhile: { $count }.
decided-changed = Changed meanwhile: { $count }.
decided-not_found = Not there any more: { $count }.
decided-own_change = Your own change is not yours to decide: { $count }.
office-what = What the customer sent
evidence-findings = What the check noticed
evidence-confirmed = confirmed by the customer
evidence-meant = Perhaps this was meant:
evidence-fine = The check found nothing unusual.
evidence-serial = The customer typed meter number { $typed }, our records say { $known }.
evidence-compared =
    { $days ->
        [one] In { $days } day since the reading before
       *[other] In { $days } days since the reading before
    }
evidence-expected = Usual per day
evidence-off = Difference
evidence-recent = Readings before
basis-season = same season last year
basis-year = last 12 months
basis-predecessor = the meter before
basis-class = a typical supply point
find-title = Customers
find-lead = Find by name, address, or the number of a customer, supply point or meter.
find-label = Find
find-hint = At least three characters. More words narrow it down.
find-none = Nothing found
find-none-text = Try another word, or only a part of it.
matched-supply_point = Supply point
matched-meter = Meter
customer-left = Former customer
office-meters = Meters
office-more-meters = The first fifty meters are shown.
office-no-changes = No requests yet.
office-money = Invoices and balance
users-title = Who may see this customer
users-none = Nobody yet.
users-role = Role
users-since = Since
users-last = Last signed in
users-invite = Invite to the portal
users-invite-text = If billing knows this address, a code goes there. Otherwise the second part of the code goes by post.
users-send = Send the invitation
users-invited-email = The invitation has gone out by e-mail.
users-invited-letter = The invitation has gone out by e-mail and by post.
staff-title = Operators
staff-lead = Who works with the portal, and what they may do.
staff-invite = Invite an operator
staff-invited = The invitation has been sent.
staff-saved = The permissions are saved.
staff-may = Permissions
staff-second = Two-step sign-in
staff-on = on
staff-off = not yet
staff-you = you
staff-inactive = no access
staff-active = Has access
staff-active-hint = Switching it off also ends all their sessions.
permission-changes_read = Sees requests
permission-changes_decide = Approves and rejects
permission-customers_read = Sees customers
permission-customers_invite = Invites customers
permission-users_manage = Manages operators
