# What goes when and why; the erasure itself.
retention-title = Retention
retention-lede = Records go six months after the outcome, unless the person gave permission for longer. Nothing moves that day.
retention-due-title = Due now
retention-due-count = { $count ->
    [one] person
   *[other] people
}
retention-due-number = { $count }
retention-due-none = Nobody is due
retention-due-none-why = { $kept ->
    [0] Every record is inside the time it may be kept.
    [one] One record is past its date, and kept for a reason.
   *[other] { $kept } records are past their date, and kept for a reason.
}
retention-due-what = { $count ->
    [one] The time to keep this record has passed.
   *[other] The time to keep these records has passed.
}
retention-due-ask-hr = HR reviews and erases them.
retention-preview = Preview erasure of { $count ->
    [one] one person
   *[other] { $count } people
}
retention-later-title = Everyone else
retention-later = Go after 26 weeks or more
retention-no-date = No date, as an application runs
retention-see-soon = See who goes soon
retention-see-due = See who is due
retention-see-no-date = See those without a date
retention-earlier-title = Earlier erasures
retention-earlier-table = Every erasure, latest first
retention-earlier-none = Nothing has been erased yet.
retention-column-when = When
retention-column-by = By
retention-column-people = People
retention-column-verified = Verified
retention-verified = Verified: nothing found
retention-not-verified = Not verified
retention-column-report = Report

# Reports: files that prove an erasure, and the letter to a person.
retention-report-save = Save the report
retention-report-save-this = Save report
retention-report-saved = Report saved
retention-report-pdf = PDF
retention-report-pdf-hint = To read, print and hand to an auditor
retention-report-csv = CSV
retention-report-csv-hint = For spreadsheets
retention-report-json = JSON
retention-report-json-hint = For other programs
retention-schedule = Retention schedule
retention-period = Report for a period…
retention-period-title = Report for a period
retention-period-from = First day
retention-period-to = Last day
retention-period-form = Form
retention-period-missing = Enter a day
retention-period-backwards = Enter the first day or a later one
retention-period-save = Save the report
retention-period-cancel = Cancel
retention-letter-title = They can be told
retention-letter-why = A letter says what goes, what stays, and where they may complain. Make it now: afterwards there is no address. Nothing of it is kept here but the day.
retention-letter-save = Save a letter to them
retention-letter-saved = Letter saved

# The computer’s clock is not believed.
retention-clock = { $is ->
    [setBack] The clock was set back
   *[jumped] The clock is far ahead
}
retention-clock-alone = Nobody else here may erase yet. Add another HR administrator on the People screen; then they confirm the date here.
retention-second = Second person, who confirms the date
retention-second-hint = Somebody else who may erase. They type their own passphrase here.
retention-second-missing = Choose who confirms the date
retention-second-passphrase = Their passphrase
retention-second-passphrase-missing = Enter the second person’s passphrase
retention-second-wrong = That is not the second person’s passphrase.
retention-second-wrong-rest = Nothing was erased. Let them type it again below; after several wrong ones there is a wait.

retention-preview-title = { $count ->
    [0] Nobody would go
    [one] Erase one person
   *[other] Erase { $count } people
}
retention-goes = { $count ->
    [0] Nobody goes
    [one] One person goes
   *[other] { $count } people go
}
retention-goes-table = People who go
retention-stays = { $count ->
    [one] One person stays
   *[other] { $count } people stay
}
retention-stays-table = People who stay
retention-column-name = Name
retention-column-due = Was to go
retention-column-why = Why
retention-no-date-short = No date
retention-first-of = The first { $shown } of { $total }
retention-what-goes = What goes
retention-what-goes-list = Name, contact details, applications and their history, permissions, places on the reserve list, and every search entry. All of it, for good.
retention-what-remains = What remains
retention-what-remains-list = Three counts, with no key to anyone: where people came from, the stage they reached, and the reason they were turned down.
retention-no-way-back = There is no way back
retention-no-way-back-why = Erasure alone can’t be undone. Afterwards the program reads the whole store to check that nothing is left.
retention-type = Type { $confirm } to go on
retention-type-wrong = Type { $confirm } exactly as shown
retention-erase = Erase { $count ->
    [one] one person
   *[other] { $count } people
}
retention-cancel = Keep them for now
retention-close = Close
retention-running = Erasing { $total ->
    [one] one person
   *[other] { $total } people
}
retention-running-safe = If you cancel, those already erased stay erased; the others are left as they were.
retention-stopping = Stopping at the next safe point…
retention-cancelled = Cancelled. Nobody was erased.
retention-failed-stale = The records changed since the preview. Nothing was erased. Preview again.
retention-preview-again = Preview again
retention-nobody = Nobody in this preview may be erased now.

retention-receipt-title = { $count ->
    [0] Nobody was erased
    [one] Erased one person
   *[other] Erased { $count } people
}
retention-receipt-verified = Checked: nothing of them is left
retention-receipt-fault = Something was found where nothing should be
retention-receipt-fault-why = { $found ->
    [one] One trace was found. Keep this store as it is and tell whoever looks after Fairhold; the fault is in the journal.
   *[other] { $found } traces were found. Keep this store as it is and tell whoever looks after Fairhold; the fault is in the journal.
}
retention-receipt-left = { $count ->
    [one] One person of the preview was left, as the work was cancelled or their record had changed.
   *[other] { $count } people of the preview were left, as the work was cancelled or their record had changed.
}
retention-receipt-when = When
retention-receipt-people = People
retention-receipt-rules = Rules
retention-receipt-rule = { $rule }: { $people ->
    [one] one person
   *[other] { $people } people
}
retention-receipt-read = Read afterwards
retention-receipt-read-what = { $pages ->
    [one] one page of the database
   *[other] { $pages } pages of the database
} and { $files ->
    [one] one file
   *[other] { $files } files
}
retention-receipt-searched = Looked for
retention-receipt-searched-what = { $count ->
    [one] one name, address or number
   *[other] { $count } names, addresses and numbers
}
retention-receipt-found = Found
retention-receipt-reference = Reference
retention-receipt-done = Done
retention-blocked = Past their date, and kept all the same
retention-kept-title = Past their date, and kept
retention-kept-hint = Nobody here is erased until what keeps them ends.
retention-kept-table = People who are kept, and why
retention-show-more = Show { $count } more
