# Complaints about how somebody’s data were handled, from receipt to the outcome.
complaints-title = Complaints
complaints-lede = What somebody says is wrong in how their data are handled. Receipt is confirmed within 30 days.
complaints-none = Nobody has complained.
complaints-record = Enter a complaint
complaints-one = { $number }: { $topic }
complaints-row = Received on { $received } · next: { $step ->
    [acknowledge] confirm receipt, by { $by }
    [progress] tell them how far it has come
    [decide] look into it and decide
   *[tell] tell them the outcome
}
complaints-row-closed = Received on { $received } · { $outcome ->
    [upheld] upheld
    [partlyUpheld] upheld in part
   *[notUpheld] not upheld
} · told on { $closed }
complaints-topic = { $topic ->
    [request] A request was not answered, or not rightly
    [keptTooLong] Their data are kept too long
    [shared] Somebody has their data who should not
    [inaccurate] Their data are wrong
    [unexpected] Their data were used for something unexpected
    [unwanted] They were contacted against their wish
    [insecure] Their data are not kept safe
    [notTold] They were not told what is done with their data
   *[other] Something else
}
complaints-clock = { $state ->
    [unacknowledged] { $days ->
        [0] Confirm receipt today
        [one] 1 day to confirm receipt
       *[other] { $days } days to confirm receipt
    }
    [late] { $days ->
        [one] Receipt is 1 day late
       *[other] Receipt is { $days } days late
    }
    [answered] { $open ->
        [0] Answered the same day
        [one] Answered in 1 day
       *[other] Answered in { $open } days
    }
   *[running] { $open ->
        [0] Came today
        [one] Open for 1 day
       *[other] Open for { $open } days
    }
}
complaints-clock-title = The days of this complaint
complaints-clock-by = { $state ->
    [unacknowledged] Confirm receipt by { $by }.
    [late] It was due by { $by }. Confirm receipt all the same.
    [running] The outcome is slow from { $by }.
    [slow] It is slow, and overdue from { $by }.
    [overdue] It has been overdue since { $by }.
   *[answered] The outcome went on { $by }.
}
complaints-quarter = { $count } in quarter { $number } of { $year }
complaints-quarters = Received: { $quarters }.
complaints-cancel = Cancel
complaints-save = Save
complaints-channel = { $channel ->
    [email] By e-mail
    [letter] By letter
    [telephone] By telephone
    [inPerson] In person
   *[text] By text message, or on a platform
}
complaints-talk = { $date }, { $channel ->
    [email] by e-mail
    [letter] by letter
    [telephone] by telephone
    [inPerson] in person
   *[text] by text message
}
complaints-day-missing = Enter a day
complaints-how-missing = Choose how

# Entering one
complaints-record-title = Enter a complaint
complaints-record-what = However it came, and in whatever words: no form is needed. While it is open, nothing of theirs is erased.
complaints-who = Who complains
complaints-who-is = { $who ->
    [candidate] Somebody who has a record here, or somebody for them
   *[other] Somebody else
}
complaints-find = Find them
complaints-find-hint = By the beginning of a name
complaints-find-type = Type two letters of a name.
complaints-find-nobody = Nobody is found.
complaints-found = Whose data it is about
complaints-found-missing = Find and choose who complains
complaints-name = Their name
complaints-name-missing = Enter their name
complaints-received-on = Received on
complaints-received-how = How did it come?
complaints-about = What is it about?
complaints-topic-missing = Choose what it is about
complaints-words = What do they say?
complaints-words-hint = In their words. It goes when their record goes, and a year after the outcome at the latest.
complaints-words-missing = Say in a few words what they complain of
complaints-against = Whom of you it is about
complaints-against-hint = They do not answer it
complaints-against-nobody = Nobody in particular
complaints-record-save = Enter it
complaints-recorded = { $number } is entered. Confirm receipt by { $due }

# One of them
complaints-back = Rights and incidents
complaints-gone = No such complaint
complaints-gone-text = It is not here, or not yours to open.
complaints-recorded-by = Entered by { $by } on { $on }
complaints-closed-chip = Closed
complaints-not-yours = Somebody else answers this
complaints-withheld = Who complains and what was written of it:
complaints-words-gone = The words have gone
complaints-words-gone-text = They went with the person’s record, or a year after the outcome. This line stays, to be counted.
complaints-next = Next step
complaints-step = { $step ->
    [acknowledge] Confirm that you have it
    [progress] Tell them how far it has come
    [decide] Look into it, and decide
   *[tell] Tell them the outcome
}
complaints-step-why = { $step ->
    [acknowledge] Within 30 days. Begin to look into it at once; where the outcome goes within the 30 days, it confirms receipt too.
    [progress] It is 28 days since they last heard from you.
    [decide] Note what you find out on the way. The outcome goes without undue delay.
   *[tell] The letter says what you found and did, and names both ways that are open to them: the Information Commissioner and the court.
}
complaints-step-do = { $step ->
    [acknowledge] Record it
    [progress] Note what they were told
    [decide] Record the outcome
   *[tell] Record that they were told
}
complaints-letter-save = Save the letter…
complaints-letter-saved = Letter saved
complaints-said = What they say
complaints-report-incident = Report an incident
complaints-received = Received
complaints-acknowledged = Receipt confirmed
complaints-not-acknowledged = Not yet
complaints-kept = { $open ->
    [yes] Nothing of theirs is erased until the outcome has gone.
   *[no] It keeps nothing of theirs any more.
}
complaints-talk-title = { $what ->
    [acknowledge] When was receipt confirmed?
   *[tell] When were they told the outcome?
}
complaints-talk-what = { $what ->
    [acknowledge] Tell them that you have it, who looks into it, and when they hear from you next.
   *[tell] It is closed then, and nothing of theirs is kept because of it any more.
}
complaints-talk-on = Day
complaints-talk-how = How
complaints-talked = { $what ->
    [acknowledge] Receipt of { $number } is confirmed
   *[tell] { $number } is closed
}
complaints-notes = What was done
complaints-notes-none = Nothing is noted yet.
complaints-note = Add a note
complaints-note-title = What was done?
complaints-note-kind = It is
complaints-note-is = { $kind ->
    [told] What they were told of how far it has come
   *[step] What was found out or done
}
complaints-note-on = Day
complaints-note-words = In a few words
complaints-note-words-missing = Say it in a few words
complaints-noted = It is noted
complaints-note-by = { $date } · { $by }{ $told ->
    [yes] {" "}· they were told:
   *[no] :
}
complaints-progress-by = Tell them how far it has come by { $date }.

# The outcome
complaints-outcome-panel = The outcome
complaints-outcome-none = Nothing is decided yet.
complaints-decide = Record the outcome
complaints-decide-anew = Change
complaints-outcome-title = What comes of it?
complaints-outcome-what = It stands in the letter to them. It can be changed until they are told.
complaints-outcome = Outcome
complaints-outcome-is = { $outcome ->
    [upheld] They are right
    [partlyUpheld] They are right in part
   *[notUpheld] Nothing was found to be wrong
}
complaints-outcome-missing = Choose what comes of it
complaints-reasons = What you found
complaints-reasons-hint = They read it in the letter
complaints-reasons-missing = Say what you found
complaints-changes = What you changed because of it
complaints-changes-hint = It stays in the register and stands in the letter. Name nobody here.
complaints-changes-are = Changed because of it: { $changes }
complaints-decided = The outcome is recorded. Tell them now
complaints-decided-by = Decided by
complaints-told = Told
complaints-not-told = Not yet
complaints-receipt-save = Save the letter that confirms it
complaints-form = Save a form
complaints-form-saved = The form is saved.
complaints-request = The request it is about
complaints-link = Link a request
complaints-link-anew = Link another request
complaints-link-title = The request it is about
complaints-link-what = Where the complaint is about a request, or came with one in the same letter, each is shown on the other.
complaints-link-request = Request
complaints-link-none = None
complaints-link-one = { $named ->
    [yes] { $number }: { $rights }, { $name }
   *[no] { $number }: { $rights }
}
complaints-link-save = Save
complaints-linked = It is noted.
