# Requests of people about their data: logged, noted, decided, answered.
requests-title = Requests about data
requests-none = Nobody has asked about their data.
requests-log = Log a request
requests-log-what = Any way of asking counts, and it need not name a law. Everything but these few things can be noted later.
requests-log-save = Log the request
requests-logged = Request { $number } is logged.
requests-cancel = Cancel
requests-closed = Closed
requests-one = { $number }: { $rights }
requests-row = Came in on { $received }
requests-row-of = { $name } · came in on { $received }
requests-row-next = next: { $step ->
    [seeIdentity] see who they are
    [agreeFee] another person agrees to the fee
    [takeFee] note that the fee was paid
    [noteAnswer] note the answer to the question
    [findPerson] say whom it is about
    [makePack] put together what is held
    [decide] decide ({ $right })
    [agree] another person agrees ({ $right })
    [erase] erase what is asked for
   *[answer] send the answer
}
requests-right = { $right ->
    [access] See what is held
    [rectification] Correct something
    [erasure] Erase
    [restriction] Restrict the use
    [portability] Take data elsewhere
    [objection] Object
   *[automated-decisions] Decisions by machines
}
requests-channel = { $channel ->
    [email] By e-mail
    [letter] By post
    [phone] By telephone
    [inPerson] In person
    [form] By a form
   *[throughSomebody] Through somebody who speaks for them
}
requests-rights = What do they ask for?
requests-rights-missing = Choose what they ask for.
requests-who = Whom is it about?
requests-who-is = { $who ->
    [here] Somebody whose record is here
   *[notHere] Somebody who is not found here
}
requests-find = Find them by name
requests-find-hint = Two letters or more of their name, an e-mail address or a telephone number.
requests-find-do = Say whom it is about
requests-about = About
requests-about-missing = Choose whom it is about.
requests-nobody-found = Nobody is found by that.
requests-asker = Who asks
requests-asker-hint = A name and how to reach them. It goes when the request is let go, or with the person’s record.
requests-asker-missing = Say who asks and how to reach them.
requests-channel-label = How it came in
requests-channel-missing = Choose how.
requests-received-on = Came in on
requests-received-hint = The day it first reached anybody here, whatever day of the week that was.
requests-day-missing = Enter a day.
requests-asked = What they ask
requests-words-missing = Say it in a few words.
requests-back = Rights and incidents
requests-gone = No such request
requests-gone-text = It was let go a year after it was closed, or it is not yours to see.
requests-logged-by = Logged by { $by } on { $on }
requests-person = { $kind ->
    [withheld] You do not see whom it is about.
   *[notHere] Nobody who is found here, or somebody who was erased since.
}
requests-nothing-held = If nothing is held of them, decide on each right and say so in the answer.
requests-clock-title = The answer
requests-clock = { $tone ->
    [waitingIdentity] No clock yet
    [waitingFee] No clock yet
    [paused] Stands still
    [late] { $days ->
        [one] 1 day late
       *[other] { $days } days late
    }
    [answered] In time
    [answeredLate] Late
   *[running] { $days ->
        [0] Due today
        [one] 1 day left
       *[other] { $days } days left
    }
}
requests-clock-extend = If it is complex it may take three months from the start: the person is to be told why by { $by }.
requests-next = Next
requests-step = { $step ->
    [seeIdentity] See who they are
    [agreeFee] Another person agrees to the fee
    [takeFee] Wait for the fee
    [noteAnswer] Wait for the answer to the question
    [findPerson] Say whom it is about
    [makePack] Put together what is held
    [makePortable] Put together what they gave
    [decide] Decide: { $right }
    [agree] Another person agrees: { $right }
    [erase] Erase what is asked for
   *[answer] Send the answer
}
requests-step-why = { $step ->
    [seeIdentity] The month starts on the day they show it. Ask for the least that is enough; no copy is kept.
    [agreeFee] A fee for a request takes two people.
    [takeFee] The month starts on the day it is paid.
    [noteAnswer] The clock stands still until they answer.
    [findPerson] Find their record, or decide and say that nothing is held.
    [makePack] Everything here of theirs, with the names of others for you to decide on.
    [makePortable] What they told and sent you, in a form for other programs: nothing that others found or wrote.
    [decide] With grounds and reasons where a part of it is refused.
    [agree] A refusal as unfounded or excessive takes two people.
    [erase] What a rule keeps stays; the rest goes, and is searched for afterwards.
   *[answer] Save the letter, send it, then say here when and how it went.
}
requests-step-others = This is for another of HR or the data protection officer.
requests-step-do = { $step ->
    [seeIdentity] Note that it was seen
    [agreeFee] Agree, and ask for it
    [takeFee] Note that it was paid
    [noteAnswer] Note the answer
    [findPerson] Say whom it is about
    [makePack] Put it together
    [makePortable] Put it together
    [decide] Decide
    [agree] Agree
    [erase] Look at what goes
   *[answer] Close with the answer
}
requests-happened = What happened
requests-happened-nothing = Nothing but that it came in.
requests-identity = Identity
requests-identity-asked = Asked for on { $on }, not shown yet
requests-identity-seen = Asked for on { $asked }, seen on { $on }; no copy is kept
requests-ask-identity = Note that identity was asked for
requests-ask-question = Note a question
requests-question = Question of { $on }
requests-question-open = not answered: the clock stands still
requests-question-answered = answered on { $on }
requests-fee = Fee
requests-fee-is = { $state ->
    [proposed] Proposed; another person has to agree
    [asked] Asked for, not paid
   *[paid] Paid
}
requests-propose-fee = Propose a fee
requests-extension = Extension
requests-extension-told = Told on { $on }, since { $because ->
    [number] there are a number of requests
   *[complexity] it is complex
}
requests-extend = Note an extension
requests-extension-because = Why does it take longer?
requests-extension-because-missing = Choose why.
requests-extension-reason = { $because ->
    [number] The person made a number of requests
   *[complexity] The request is complex
}
requests-pack = { $kind ->
    [portable] What they gave, saved
   *[held] What is held, saved
}
requests-pack-again = { $kind ->
    [portable] Put what they gave together again
   *[held] Put what is held together again
}
requests-erased-on = Erased
requests-note-title = { $noting ->
    [identityAsked] They were asked who they are
    [identitySeen] It was seen who they are
    [questionAsked] They were asked a question
    [questionAnswered] They answered
    [feeProposed] Propose a fee
    [feeAsked] Agree to the fee
    [feePaid] The fee was paid
    [extended] They were told that it takes longer
    [found] Whom it is about
   *[restrictionLifted] Lift the restriction
}
requests-note-what = { $noting ->
    [identityAsked] Only where there is reasonable doubt. The month starts on the day they show it.
    [identitySeen] Note the day. What was shown is not kept.
    [questionAsked] Only what is needed to find what they mean, and once. The clock stands still until they answer.
    [questionAnswered] The days since the question are added to the month.
    [feeProposed] Only for a request that is manifestly unfounded or excessive. Another person has to agree before it is asked for.
    [feeAsked] Another person proposed it. The month starts on the day it is paid.
    [feePaid] The month starts on that day.
    [extended] To three months from the start. It counts only if they were told why within the first month.
    [found] A request for restriction or an objection takes effect at once.
   *[restrictionLifted] They have to be told before it is lifted.
}
requests-note-words = { $noting ->
    [questionAsked] What was asked
    [questionAnswered] What they said
    [feeProposed] Why it is unfounded or excessive
   *[extended] The reasons they were told
}
requests-note-day = { $noting ->
    [identityAsked] Asked on
    [identitySeen] Seen on
    [questionAsked] Asked on
    [questionAnswered] Answered on
    [feeAsked] Asked for on
    [feePaid] Paid on
   *[restrictionLifted] Told on
}
requests-note-save = { $noting ->
    [feeProposed] Propose it
    [feeAsked] Agree
    [found] Save
    [restrictionLifted] Lift it
   *[identitySeen] Note it
}
requests-noted = It is noted.
requests-undecided = Not decided.
requests-undecided-due = Not decided; due on { $due }.
requests-decide = Decide
requests-decide-anew = Decide anew
requests-decide-title = Decide: { $right }
requests-decide-what = { $right ->
    [access] Most is given; what is withheld is the least text, and is listed by kind.
    [erasure] What the law obliges you to keep, or a legal claim needs, stays; the rest is erased.
    [rectification] Correct what is wrong on the record’s page; an opinion stays, and their view is added to it as a note.
    [restriction] While it stands, the record is stored and nothing else is done with it.
    [objection] They are approached by nobody from the day it was logged.
    [portability] Only what they gave, by permission or for a contract.
   *[automated-decisions] Nobody is turned down, ranked or scored by this program.
}
requests-decide-save = Decide
requests-decided = It is decided.
requests-outcome-label = What becomes of it?
requests-outcome-missing = Choose what becomes of it.
requests-outcome = { $outcome ->
    [granted] Granted
    [partly] Granted in part
   *[refused] Refused
}
requests-grounds = Grounds
requests-grounds-missing = Choose at least one ground.
requests-ground = { $ground ->
    [confidentialReference] A reference given in confidence
    [otherPerson] It would tell of another person
    [privilege] Legal professional privilege
    [forecastOrNegotiation] A forecast, or negotiations that run
    [testScript] What was written in a test
    [healthReport] A health report they have not seen
    [crimeOrLaw] Crime, or the law forbids it
    [legalDuty] A duty under the law to keep it
    [legalClaims] A legal claim
    [stillNeeded] Still needed for what it was collected for
    [accurate] Accurate as it stands
    [compellingGrounds] Compelling grounds that override
    [notGivenByThem] Nothing they gave by permission or contract
    [noneTaken] No machine decides
    [notIdentified] Identity was not shown within a month
    [manifestlyUnfounded] Manifestly unfounded: two people decide
   *[manifestlyExcessive] Manifestly excessive: two people decide
}
requests-reasons = Reasons
requests-reasons-hint = The person is told them.
requests-reasons-missing = Give the reasons.
requests-decided-by = Decided by
requests-decided-on = { $by }, on { $on }
requests-agreed-by = Agreed by
requests-letter = Save the letter
requests-letter-saved = The letter is saved.
requests-answer-title = Close request { $number }
requests-answer-what = Send the answer first, with both ways to complain: the letter names them.
requests-answer-on = The answer went on
requests-answer-how = How it went
requests-answer-save = Close the request
requests-was-closed = Request { $number } is closed.
requests-answered = Answered on { $on }; closed by { $by }
requests-restricted = Restricted since { $on }
requests-restricted-what = The record is stored and nothing else is done with it, until they were told and it is lifted.
requests-lift = Lift the restriction
requests-pack-title = { $kind ->
    [portable] What they gave
   *[held] What is held
}
requests-pack-what = { $kind ->
    [portable] All of this goes into one archive: a JSON Resume, a table (CSV), and the files they sent.
   *[held] All of this goes into one archive: a PDF, the same for other programs, and the files of documents.
}
requests-pack-withheld = Held and not in it, listed by kind
requests-pack-withheld-one = { $kind } ({ $count })
requests-pack-no-names = { $kind ->
    [portable] No name of anybody else was found in it.
   *[held] No name of anybody else was found in it, and no reference.
}
requests-pack-names = { $count ->
    [one] 1 name or reference was found. Decide on it: nothing is saved before.
   *[other] { $count } names and references were found. Decide on each: nothing is saved before.
}
requests-pack-suggestion = { $kind ->
    [reference] A reference
    [staff] { $name }, a colleague
   *[candidate] { $name }, another candidate
}
requests-pack-choice = { $choice ->
    [give] { $kind ->
        [reference] Give it
       *[candidate] Leave the name
    }
   *[mask] { $kind ->
        [reference] Withhold it: it was given in confidence
       *[candidate] Mask the name
    }
}
requests-pack-undecided = Decide on this.
requests-pack-save = Save it
requests-pack-saved = { $kind ->
    [portable] What they gave is saved.
   *[held] What is held is saved.
}
requests-erase-title = Erase what is asked for
requests-erase-kept = This keeps the record
requests-erase-whole = The whole record goes: name, contact details, applications, documents and everything under seal. There is no way back.
requests-erase-parts = What is ticked goes; who they are stays. There is no way back.
requests-erase-goes = Goes
requests-erase-stays = Stays
requests-erase-part = { $kind ->
    [application] The application for { $role }, with its history, interviews and documents
    [document] A document of their own: { $class }
   *[sealed] Something sealed: { $class }
}
requests-erase-type = Type { $words } to erase
requests-erase-save = Erase
requests-erased = It is erased, and nothing of it was found afterwards.
requests-erased-fault = It is erased, but something of it was found afterwards. See the report.
requests-receipt = Save the letter that confirms it
requests-complaint = Complaint { $number } is about it
requests-corrected = Corrected
requests-corrected-what = Correct what is wrong on the record’s page. What it said before is kept here until the record is erased.
requests-corrected-none = Nothing was corrected since this was logged.
requests-corrected-one = { $what ->
    [name] The name said
    [emails] The e-mail addresses said
    [phones] The telephone numbers said
    [address] The address said
    [preferred] How they like to be reached said
    [source] Where the details came from said
   *[receivedOn] The day they came in said
}
requests-corrected-empty = Nothing
requests-opinions = What others found or wrote
requests-opinions-what = An opinion is not corrected: their view of it stands beside it from now on, wherever it is shown.
requests-opinions-none = There is nothing here that you may see.
requests-opinion = { $kind ->
    [reference] A reference
    [assessment] An assessment
   *[feedback] Feedback of { $by }
}
requests-opinion-of = { $named ->
    [yes] { $role }, { $date }
   *[no] { $date }
}
requests-annotate = Add their view
requests-annotate-anew = Change their view
requests-annotate-one = { $has ->
    [yes] Change their view: { $what }
   *[no] Add their view: { $what }
}
requests-annotate-title = Their view: { $what }
requests-annotate-what = In their words or near them. What was found or written stays as it is.
requests-annotate-words = What they say of it
requests-annotate-missing = Say how they see it
requests-annotate-save = Save
requests-annotated = Their view stands beside it now.
