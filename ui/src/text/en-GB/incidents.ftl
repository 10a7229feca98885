# Incidents: personal data breaches and near misses, from the first word to the closing.
incidents-place = Rights and incidents
incidents-lede = What people ask about their data and what went wrong with it, each with its clock and its next step.
incidents-lede-own = What you reported. Whoever answers for it sees it too.
incidents-report = Report an incident
incidents-title = Incidents
incidents-hint = Report it when a laptop is lost, something goes to the wrong person, or somebody sees what they may not; near misses too. It takes a minute, and everything else is asked later.
incidents-none = No incident was reported.
incidents-none-own = You reported none.
incidents-closed-chip = Closed
incidents-one = { $number }: { $kind }
incidents-row = Noticed on { $noticed } · next: { $step ->
    [people] say who is affected
    [assess] assess the risk
    [decide] decide about the ICO, by { $due }
    [tell] tell the people affected
    [contain] note what was done
   *[close] close it
}
incidents-row-closed = Noticed on { $noticed } · closed on { $closed }
incidents-kind = { $kind ->
    [lostOrStolen] A laptop or medium was lost or stolen
    [wrongRecipient] Something was sent to the wrong person
    [seenWithoutRight] Somebody saw what they may not
    [destroyed] Data were lost or destroyed
    [altered] Data were altered
   *[other] Something else, or a near miss
}
incidents-clock = { $state ->
    [met] Told in time
    [missed] Told late
    [stopped] The ICO is not told
    [late] { $hours ->
        [0] Less than an hour late
        [one] 1 hour late
       *[other] { $hours } hours late
    }
   *[running] { $hours ->
        [0] { $minutes ->
            [one] 1 minute left
           *[other] { $minutes } minutes left
        }
        [one] 1 hour left
       *[other] { $hours } hours left
    }
}
incidents-clock-title = 72 hours to tell the ICO
incidents-clock-until = { $state ->
    [running] Until { $due }.
    [late] They ended on { $due }. Tell the ICO all the same, with the reasons.
    [met] The hours were to end on { $due }.
    [missed] The hours ended on { $due }.
   *[stopped] A risk to people is unlikely. { $open ->
        [yes] If that changes, the hours end on { $due }.
       *[no] The hours ended on { $due }.
    }
}
incidents-cancel = Cancel
incidents-back = Rights and incidents
incidents-gone = No such incident
incidents-gone-text = It was closed six years ago and forgotten, or it is not yours to see.
incidents-reported-by = Reported by { $by } on { $at }
incidents-save-draft = Save the draft report…
incidents-closed-by = { $by } closed it on { $on }
incidents-closed-what = It keeps nobody’s record any more. The register keeps it for six years, without whoever goes.
incidents-own-thanks = Thank you for saying so
incidents-own-next = HR and the data protection officer see it on their Today page. Whatever you find out besides, tell them.
incidents-done = done
incidents-not-known = Not known
incidents-when = { $on }, { $at }
incidents-time-hint = As clocks in London show it: 09:30
incidents-time-missing = Enter a time such as 09:30
incidents-day-missing = Enter a day
incidents-nobody-hint = Name nobody here: whoever is named stays when their record goes. Who is affected is said by links.

# Reporting
incidents-report-title = Report an incident
incidents-report-what = Three answers are enough. The 72 hours in which the ICO must hear of it run from the time you noticed it.
incidents-report-kind = What happened?
incidents-report-kind-missing = Choose what happened
incidents-report-laptop = Was Fairhold on it?
incidents-report-laptop-missing = Choose how Fairhold stood on it
incidents-laptop = { $state ->
    [locked] Fairhold was locked, and the passphrase was not with it
    [open] Fairhold was open, or the passphrase was with it
    [unknown] Fairhold was on it, and I don’t know how it stood
   *[none] No, Fairhold was not on it
}
incidents-report-facts = In a few words
incidents-report-facts-hint = What, where, and what you did about it. Name nobody here.
incidents-report-facts-missing = Say in a few words what happened
incidents-report-noticed-on = Noticed on
incidents-report-noticed-missing = Enter the day it was noticed
incidents-report-noticed-at = Noticed at
incidents-report-happened-on = Happened on
incidents-report-save = Report it
incidents-reported = { $number } is reported. If the ICO must hear of it, then by { $due }.

# What the program noticed by itself
incidents-noticed-by-itself = { $what ->
    [putBack] Fairhold noticed at sign-in that the records may be an older copy: the journal is shorter than when it was last seen.
    [erasedAgain] Fairhold noticed at sign-in that an older copy of the records was put back: people erased since were in it again, or the list of erasures was missing or damaged.
   *[brokenJournal] Fairhold noticed that the journal was changed: an entry does not follow from the one before it.
}

# What happened
incidents-facts = What happened
incidents-happened = Happened on
incidents-noticed = Noticed
incidents-laptop-stood = The laptop

# The next step
incidents-next = Next step
incidents-step = { $step ->
    [people] Say who is affected
    [assess] Assess the risk
    [decide] Tell the ICO, or decide not to
    [tell] Tell the people affected
    [contain] Note what was done about it
   *[close] Close it
}
incidents-step-why = { $step ->
    [people] The risk depends on it. While the incident is open, nothing of theirs is erased.
    [assess] How likely harm is, and how bad it would be. The reasons are kept for a risk that is unlikely, too.
    [decide] A risk is reported within the 72 hours; what is not known yet may follow.
    [tell] The risk is high, so they hear of it without delay, in plain words.
    [contain] What was done to put it right, and to keep it from happening again.
   *[close] Everything is answered. What it kept from erasure is let go.
}
incidents-step-do = { $step ->
    [people] Say who
    [assess] Assess
    [decide] Record the decision
    [tell] Note who was told
    [contain] Note it
   *[close] Close the incident
}
incidents-keys = If an account’s laptop is gone, give it another passphrase, or take it out, so that its old way in opens nothing:
incidents-keys-people = People

# Awareness
incidents-aware = Aware since
incidents-aware-noticed = { $at }, when it was noticed
incidents-aware-change = Change
incidents-aware-what = Aware means reasonably certain that personal data are affected. The 72 hours run from then.
incidents-aware-on = Aware on
incidents-aware-at = Aware at
incidents-aware-reason = Why not when it was noticed
incidents-aware-reason-hint = Needed where the two differ: the regulator may ask. Name nobody here.
incidents-aware-save = Save
incidents-aware-set = The clock runs from then

# Who is affected
incidents-people = Who is affected
incidents-people-say = Say who
incidents-people-unsaid = Nobody has said yet.
incidents-people-count = { $count ->
    [0] No candidate is affected.
    [one] 1 person is affected.
   *[other] { $count } people are affected.
}
incidents-people-told = { $count ->
    [0] Nobody was told.
    [one] 1 was told.
   *[other] { $count } were told.
}
incidents-people-gone = { $count ->
    [one] 1 of them is gone since, and the number stays.
   *[other] { $count } of them are gone since, and the number stays.
}
incidents-people-kept = { $open ->
    [yes] Nothing of theirs is erased while the incident is open.
   *[no] It keeps nobody’s record any more.
}
incidents-people-list = List them
incidents-people-list-again = List them again
incidents-people-tell = Note that they were told
incidents-people-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
incidents-people-hidden = { $count ->
    [one] 1 more may not be shown to you.
   *[other] { $count } more may not be shown to you.
}
incidents-people-remove = Take out
incidents-people-remove-one = Take out { $name }, who is not affected
incidents-people-removed = { $name } is not among those affected any more
incidents-person-untold = not told
incidents-person-told = told on { $date }, { $how }
incidents-channel = { $channel ->
    [email] by e-mail
    [letter] by letter
    [telephone] by telephone
    [inPerson] in person
   *[text] by text message
}
incidents-people-title = Who is affected?
incidents-people-what = They are linked, not named in words: when somebody’s record goes, so does the link, and the number stays.
incidents-people-how = How do you know?
incidents-people-how-missing = Choose how you know
incidents-people-way = { $way ->
    [reach] A laptop is gone: everybody whose record it could open
    [add] I choose them
   *[nobody] No candidate is affected
}
incidents-people-account = Whose laptop was it?
incidents-people-account-missing = Choose whose laptop it was
incidents-reach = { $count ->
    [0] It could open nobody’s record
    [one] It could open the record of 1 person
   *[other] It could open the records of { $count } people
}
incidents-reach-how = { $seen ->
    [one] 1 by what the account may see today
   *[other] { $seen } by what the account may see today
}, and { $opened ->
    [one] 1 more that the journal shows it had to do with.
   *[other] { $opened } more that the journal shows it had to do with.
}
incidents-people-find = Find somebody
incidents-people-find-hint = By the beginning of a name
incidents-people-type = Type two letters of a name.
incidents-people-nobody-found = Nobody is found.
incidents-people-chosen = Affected
incidents-people-chosen-missing = Choose who is affected
incidents-people-save = Save who is affected
incidents-people-said = Saved who is affected

# The risk
incidents-risk-title = The risk
incidents-risk-none = Not assessed yet.
incidents-risk = { $risk ->
    [unlikely] A risk to people is unlikely
    [risk] A risk to people
   *[high] A high risk to people
}
incidents-assess-anew = Assess anew
incidents-assess-title = How bad is it?
incidents-assess-classes = Which data?
incidents-assess-classes-missing = Choose which data are affected
incidents-assess-likelihood = How likely is it that somebody comes to harm?
incidents-assess-likelihood-missing = Choose how likely harm is
incidents-likelihood = { $likelihood ->
    [unlikely] Unlikely
    [possible] It may well be
   *[likely] Likely, or it happened
}
incidents-assess-severity = How bad would it be?
incidents-assess-severity-missing = Choose how bad it would be
incidents-severity = { $severity ->
    [slight] A nuisance that passes
    [serious] Distress, loss of money or of a chance
   *[grave] Danger, discrimination, lasting loss
}
incidents-proposed = The rules say: { $risk ->
    [unlikely] a risk is unlikely
    [risk] a risk
   *[high] a high risk
}
incidents-proposed-why = { $sentence } ({ $rule })
incidents-assess-risk = The risk
incidents-assess-risk-missing = Choose the risk
incidents-assess-grounds = Why
incidents-assess-grounds-missing = Say why
incidents-assess-consequences = What may come of it
incidents-assess-consequences-hint = For the people affected: it stands in the report and in the letter. Name nobody here.
incidents-assess-save = Save the assessment
incidents-assessed = The risk is assessed
incidents-assessed-by = Assessed by
incidents-not-told-is = They are not told one by one: { $because ->
    [unreadable] the data are encrypted and the key is safe.
    [riskRemoved] what was done since means that a high risk is no longer likely.
   *[publicNotice] it would be out of proportion, and a public notice tells them.
}
incidents-letter = A letter to the people affected
incidents-letter-how = Copy it into a message to each of them, from their own page, or print it.

# The ICO
incidents-decision = The ICO
incidents-decision-none = Nobody has decided yet.
incidents-decision-gone = It was decided not to tell the ICO, and since then the risk was assessed higher: decide anew.
incidents-decision-what = Decision
incidents-decision-is = { $kind ->
    [reported] The ICO was told
   *[notReported] The ICO is not told
}
incidents-decided-by = Recorded by
incidents-decide-anew = Change
incidents-decide-title = Is the ICO told?
incidents-decide-what = { $risk ->
    [unlikely] A risk is unlikely, so the ICO need not be told: the reasons are kept all the same. If it is told after all, then by { $due }.
   *[risk] There is a risk, so the ICO is told by { $due }. Save the draft report, report it on the ICO’s site or by telephone, and record it here.
}
incidents-decide-missing = Choose whether the ICO is told
incidents-decide-on = Told on
incidents-decide-at = Told at
incidents-decide-when = Told
incidents-decide-reference = The ICO’s reference
incidents-decide-late = Reasons for the delay
incidents-decide-late-hint = Needed after the 72 hours: the report has to say it. Name nobody here.
incidents-decide-reasons = Why the ICO is not told
incidents-decide-reasons-missing = Say why the ICO is not told
incidents-decide-save = Record it
incidents-decided = { $kind ->
    [reported] Recorded that the ICO was told
   *[notReported] Recorded that the ICO is not told
}

# Telling the people
incidents-tell-title = Were the people affected told?
incidents-tell-what = In plain words: what happened, what may come of it, what you did, what they can do, and whom to ask.
incidents-tell-way = How it stands
incidents-tell-all = { $count ->
    [one] The 1 person who was not told yet was told
   *[other] All { $count } who were not told yet were told
}
incidents-exception = { $because ->
    [unreadable] Not one by one: the data are encrypted and the key is safe
    [riskRemoved] Not one by one: a high risk is no longer likely, after what was done
   *[publicNotice] Not one by one: a public notice tells them
}
incidents-tell-how = How?
incidents-tell-how-missing = Choose how they were told
incidents-tell-on = Told on
incidents-tell-save = Note it
incidents-told = It is noted

# Measures and the end
incidents-measures = What was done about it
incidents-measures-none = Nothing is noted yet.
incidents-measures-note = Note it
incidents-measures-what = What was done
incidents-measures-missing = Say what was done about it
incidents-measures-save = Save
incidents-measures-noted = What was done is noted
incidents-lessons = What was learnt
incidents-close-title = Close { $number }?
incidents-close-what = { $count ->
    [0] It stays as it is, for six years. Nothing of it can be changed afterwards.
    [one] It stays as it is, for six years, and nothing of it can be changed afterwards. The 1 person it kept goes on their ordinary day.
   *[other] It stays as it is, for six years, and nothing of it can be changed afterwards. The { $count } people it kept go on their ordinary days.
}
incidents-close-save = Close the incident
incidents-was-closed = { $number } is closed
