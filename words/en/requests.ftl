# Requests: their list and their way

requests-title = Requests
requests-lead = Readings and changes that you sent, and how far they are.
requests-none = You have not sent anything yet
requests-none-text = Here you will see readings and changes of details, and how far they are.
request-title = Request
request-what = What you sent
request-findings = What we noticed
request-way = Progress
change-late-text = This takes longer than usual. You need not do anything, we know about it.
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
