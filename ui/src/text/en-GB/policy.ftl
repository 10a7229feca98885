# The organisation’s periods: what they are, trying others out, and setting them.
policy-title = Periods in use: version { $version }
policy-hint = How long each kind of record is kept. The privacy notice sets the limits, and these can be shorter.
policy-change = Change periods
policy-ask-hr = HR sets these.
policy-period = { $period ->
    [unsuccessfulMonths] After an unsuccessful application
    [prospectMonths] Somebody who never applied
    [hiredGraceDays] After a confirmed hand-over
    [criminalRecordMonths] Criminal-record information
    [healthMonths] Health and adjustments
    [permissionMonths] Permission to be kept
    [permissionReminderDays] Reminder before a place ends
    [holdReviewMonths] Review of a legal hold
   *[other] { $period }
}
policy-what = { $period ->
    [unsuccessfulMonths] Counted from the day of the decision. It is also the longest a hired person’s recruitment copy waits for the hand-over.
    [prospectMonths] Counted from the day their details came in.
    [hiredGraceDays] How long the recruitment copy of somebody hired stays once HR has confirmed the hand-over.
    [criminalRecordMonths] Counted from the decision on suitability; never longer than the application’s own time.
    [healthMonths] Counted from the outcome. None means that it goes on that day.
    [permissionMonths] What is proposed when a person is asked; they may agree to another period, up to 24 months.
    [permissionReminderDays] From when Today shows that a place on the reserve list ends.
    [holdReviewMonths] What is proposed when a hold is placed or looked at again.
   *[other] { $period }
}
policy-length = { $unit ->
    [days] { $length ->
        [0] None
        [one] 1 day
       *[other] { $length } days
    }
   *[months] { $length ->
        [0] None
        [one] 1 month
       *[other] { $length } months
    }
}
policy-allowed = { $unit ->
    [days] { $least } to { $most } days are allowed, { $usual } unless you choose (rule { $rule }).
   *[months] { $least } to { $most } months are allowed, { $usual } unless you choose (rule { $rule }).
}
policy-field = { $unit ->
    [days] { $period }, in days
   *[months] { $period }, in months
}
policy-bounds = { $unit ->
    [days] Choose from { $least } to { $most } days (rule { $rule }).
   *[months] Choose from { $least } to { $most } months (rule { $rule }).
}
policy-breaks-notice = More than { $most } months would break the notice; a new notice must come first (rules { $rule } and NTC-02).

policy-versions = Versions
policy-versions-hint = None is ever changed or taken out. A shorter period applies at once to everyone; a longer one to what comes in from its day (rule RET-21).
policy-versions-table = Every version of the periods, latest first
policy-column-version = Version
policy-column-from = In use from
policy-column-by = Set by
policy-column-changes = What it changed
policy-column-reason = Why
policy-version = { $version }
policy-with-store = The store
policy-first = What the notice promises
policy-no-reason = –
policy-changed = { $period }: { $before } → { $after }

policy-change-title = Change periods
policy-change-hint = Nothing is set until you have seen what would change.
policy-group-keeps = How long records are kept
policy-group-reminds = What is proposed and reminded of
policy-try = What if…
policy-trying = Deciding everybody anew…
policy-leave = Leave as they are
policy-nothing-changed = These are the periods in use. Change one first.

policy-difference-title = What would change
policy-shorter-title = A shorter period applies at once to everyone
policy-shorter = Nobody who is here gets their time again: a longer period that is set later applies only to what comes in from then (rule RET-21). Nothing is erased by setting it; whoever becomes due is in the next preview.
policy-longer-title = A longer period applies only to what comes in from today
policy-longer = Those who are here were promised the shorter one (rule RET-21).
policy-tally = Decided anew: { $count ->
    [one] one person
   *[other] { $count } people
}
policy-tally-hint = Whole records. What is sealed of a person goes by its own period and is not counted here.
policy-due-now = Due now
policy-due-then = Would be due now
policy-sooner = Would go sooner
policy-later = Would go later
policy-same = On the same day, or without one
policy-by-rule = By rule
policy-by-rule-table = What would change, by the rule that would give the date
policy-column-rule = Rule
policy-column-now = Goes now on
policy-goes-table = People who would become due, and why
policy-goes = Would become due: { $count ->
    [one] one person
   *[other] { $count } people
}
policy-reason = Reason
policy-reason-hint = Kept with the version, for whoever audits it. Name nobody.
policy-reason-missing = A period gets longer. Say why (rule RET-21).
policy-set = Set this policy
policy-setting = Working out every date anew…
policy-set-done = The periods are set.
policy-back = Change again
