# What goes when and why; the erasure itself.
retention-title = Retention
retention-lede = Records go when their time after the outcome is over, unless the person gave permission for longer. Nothing else moves that day.
retention-tab-goes = What goes when
retention-tab-recipients = Recipients
retention-tab-policy = Policy
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
# How many people, and parts of the records of people who stay.
retention-amount = { $parts ->
    [0] { $count ->
        [one] one person
       *[other] { $count } people
    }
   *[other] { $count ->
        [0] { retention-amount-parts }
        [one] one person and { retention-amount-parts }
       *[other] { $count } people and { retention-amount-parts }
    }
}
retention-amount-parts = { $parts ->
    [one] one part of a record
   *[other] { $parts } parts of records
}
retention-part = { $class ->
    [form] Application
    [toolUse] History of an application
    [rightToWork] Right-to-work check
    [equality] Equality answers
    [health] Adjustments
    [criminalRecord] Criminal record check
    [vetting] Security vetting
    [reference] References
    [test] Tests and marks
    [correspondence] Letters and messages
    [opinion] Opinions, notes and scores
    [publicDomain] Public-domain capture
    [recording] Recording
    [device] Device and visit data
    [identityDocument] Identity check
   *[contact] Contact details
}
retention-part-count = { $class ->
    [form] { $count ->
        [one] one application
       *[other] { $count } applications
    }
    [toolUse] { $count ->
        [one] the history of one application
       *[other] the histories of { $count } applications
    }
    [rightToWork] { $count ->
        [one] one right-to-work check
       *[other] { $count } right-to-work checks
    }
    [identityDocument] { $count ->
        [one] one identity check
       *[other] { $count } identity checks
    }
    [equality] { $count ->
        [one] one set of equality answers
       *[other] { $count } sets of equality answers
    }
    [health] { $count ->
        [one] one record of adjustments
       *[other] { $count } records of adjustments
    }
    [criminalRecord] { $count ->
        [one] one criminal record check
       *[other] { $count } criminal record checks
    }
    [vetting] { $count ->
        [one] one security vetting
       *[other] { $count } security vettings
    }
   *[other] { retention-part }: { $count }
}
retention-due-parts = { $parts ->
    [one] One part of a record is due although the person stays: { $classes }.
   *[other] { $parts } parts of records are due although the people stay: { $classes }.
}
retention-parts = { $parts ->
    [one] One part of a record goes, and the person stays
   *[other] { $parts } parts of records go, and the people stay
}
retention-parts-hint = { $classes }. Each goes on its own day; nothing keeps it longer.
retention-parts-table = Parts that go, and whose they are
retention-parts-kept = Parts past their date, and kept
retention-parts-kept-table = Parts that are kept, and why
retention-column-part = What
retention-part-of = { $class }, { $vacancy }
retention-later-parts = Parts of records that go after 26 weeks or more
retention-due-what = { $count ->
    [one] The time to keep this record has passed.
   *[other] The time to keep these records has passed.
}
retention-due-ask-hr = HR reviews and erases them.
retention-preview = Preview erasure of { retention-amount }
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
retention-column-parts = Parts
retention-column-late = Late
retention-late = { $days ->
    [0] On the day
    [one] One day
   *[other] { $days } days
}
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
retention-second = Second person, who confirms this
retention-second-hint = Somebody else who may erase. They type their own passphrase here.
retention-second-missing = Choose who confirms this
retention-second-passphrase = Their passphrase
retention-second-passphrase-missing = Enter the second person’s passphrase
retention-second-wrong = That is not the second person’s passphrase.
retention-second-wrong-rest = Nothing was erased. Let them type it again below; after several wrong ones there is a wait.

# So many go at once that a second person has to agree.
retention-bulk = More than { $above } people at once
retention-bulk-alone = Nobody else here may erase yet. Add another HR administrator on the People screen, or have what is due erased at sign-in, which is set on the Retention screen.

# What is due, before those who erase see anybody.
retention-gate-title = Due for erasure
retention-gate-hidden = Nobody else sees them in any list, search or board from the day they were due.
retention-gate-review = Review and erase now
retention-gate-later = Not now
retention-sweeping = Erasing what is due
retention-at-sign-in-title = At sign-in
retention-at-sign-in = Erase what is due without asking, when somebody who may erase signs in
retention-at-sign-in-hint = Everyone whose day has come goes, and nobody else. It is checked and journalled as ever, and shown afterwards. Unless this is ticked, you are asked first.

# A look at records before they go.
retention-review-title = Going within 30 days
retention-review-hint = The last chance to ask somebody whether they may be kept, or to tell HR of a claim. Saying that you looked moves no date, and nobody is kept longer because nobody looked.
retention-review-first-of = The first { $shown } of { $total }, soonest first. Ask whether they may be kept, or tell HR of a claim; saying that you looked moves no date.
retention-review-table = Records that go within 30 days and that nobody has looked at
retention-review-one = Let it go
retention-review-one-of = Let it go: { $name }
retention-review-all = Let these { $count } go on their dates
retention-review-done = { $count ->
    [one] Looked at. The record goes on its date
   *[other] Looked at. { $count } records go on their dates
}

retention-preview-title = { $count ->
    [0] { $parts ->
        [0] Nobody would go
       *[other] Erase { retention-amount }
    }
   *[other] Erase { retention-amount }
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
retention-column-goes = Goes on
retention-column-look = Your look
retention-column-why = Why
retention-no-date-short = No date
retention-first-of = The first { $shown } of { $total }
retention-what-goes = What goes
retention-what-goes-list = Name, contact details, documents, applications and their history, permissions, places on the reserve list, and every search entry. All of it, for good.
retention-what-remains = What remains
retention-what-remains-list = Three counts, with no key to anyone: where people came from, the stage they reached, and the reason they were turned down.
retention-no-way-back = There is no way back
retention-no-way-back-why = Erasure alone can’t be undone. Afterwards the program reads the whole store to check that nothing is left.
retention-type = Type { $confirm } to go on
retention-type-wrong = Type { $confirm } exactly as shown
retention-erase = Erase { retention-amount }
retention-cancel = Keep them for now
retention-close = Close
retention-running = Erasing { retention-amount }
retention-running-safe = If you cancel, those already erased stay erased; the others are left as they were.
retention-stopping = Stopping at the next safe point…
retention-cancelled = Cancelled. Nobody was erased.
retention-failed-stale = The records changed since the preview. Nothing was erased. Preview again.
retention-preview-again = Preview again
retention-nobody = Nobody in this preview may be erased now.

retention-receipt-title = { $count ->
    [0] { $parts ->
        [0] Nobody was erased
       *[other] Erased { retention-amount }
    }
   *[other] Erased { retention-amount }
}
retention-receipt-verified = Checked: nothing of them is left
retention-receipt-fault = Something was found where nothing should be
retention-receipt-fault-why = { $found ->
    [one] One trace was found. Keep this store as it is and tell whoever looks after Fairhold; the fault is in the journal.
   *[other] { $found } traces were found. Keep this store as it is and tell whoever looks after Fairhold; the fault is in the journal.
}
retention-receipt-left = { $kind ->
    [people] { $count ->
        [one] One person of the preview was left, as the work was cancelled or their record had changed.
       *[other] { $count } people of the preview were left, as the work was cancelled or their record had changed.
    }
   *[parts] { $count ->
        [one] One of the preview was left, as the work was cancelled or the record had changed.
       *[other] { $count } of the preview were left, as the work was cancelled or the records had changed.
    }
}
retention-receipt-when = When
retention-receipt-people = People
retention-receipt-parts = Parts of records of people who stay
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
retention-receipt-late = Late
retention-receipt-late-what = { $days ->
    [0] On the day
    [one] One day: the first was due since { $since }
   *[other] { $days } days: the first was due since { $since }
}
retention-receipt-elsewhere = Also searched
retention-receipt-elsewhere-what = { $files ->
    [0] no other file: the window and the program keep none
    [one] one file of the window, the log and temporary files
   *[other] { $files } files of the window, the log and temporary files
}
retention-receipt-elsewhere-skipped = { $count ->
    [one] One file or folder was passed over: larger than 256 MB, or not to be read.
   *[other] { $count } files or folders were passed over: larger than 256 MB, or not to be read.
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
retention-do-not-approach = They asked not to be approached again
retention-do-not-approach-hint = A mark of their address and number stays, for not contacting them and for nothing else. Tell them so.
