# Who on the reserve list fits a vacancy, and what came of asking them. Also what a place on the list offers.
matches-title = Who may fit
matches-lede = People on the reserve list, those with most reasons first. A reason is a place to start, never a decision.
matches-count = { $count ->
    [0] Nobody has anything of what is asked.
    [one] One person has something of what is asked.
   *[other] { $count } people have something of what is asked.
}
matches-others = { $count ->
    [one] One more person is on the list
   *[other] { $count } more people are on the list
}
matches-others-why = Nothing of what is asked is noted of them. They may fit all the same.
matches-empty-title = Nobody you may see is on the reserve list
matches-empty-text = You see people of your own vacancies there; HR sees everyone. Somebody gets on it after a rejection with “met the requirements, not selected”, once they said yes.
matches-until = Until { $date }
matches-kept-for = Kept for { $roles }
matches-reasons = Why { $name } may fit
matches-gaps = What does not fit, or is not known of { $name }
matches-contact = Contact
matches-contact-one = Contact { $name }
matches-answer = Record the answer
matches-answer-one = Record the answer of { $name }
matches-contacted = Contacted on { $date }, { $channel }, by { $by }.
matches-contacted-about = { $vacancy }: contacted on { $date }, { $channel }, by { $by }.
matches-outcome = { $outcome ->
    [interested] Interested on { $date }: they applied.
    [notNow] Not now, they said on { $date }.
    [noReply] No reply by { $date }.
    [askedToLeave] Asked on { $date } to be taken off the list.
   *[awaited] An answer is awaited.
}

matches-asks = What this role asks for
matches-asks-hint = What the reserve list is matched with, and whether an MP’s office or department is concerned.
matches-office = Why an MP’s office or department is concerned
matches-office-help = Without this, nothing of an applicant may be given to one (rule SHA-03)
matches-office-none = None is, so none is given anything
matches-asks-say = Say what it asks for
matches-asks-change = Change
matches-asks-none = Nothing is said yet, so that people are matched by the kind of role alone: { $kind }.
matches-asks-title = What { $vacancy } asks for
matches-asks-save = Save
matches-asks-saved = Said what { $vacancy } asks for
matches-family = Family of roles
matches-family-help = As people agree to it, for example press and media
matches-skills = Skills
matches-skills-help = One after another, with commas between them
matches-place = Place of work
matches-kind = Kind of role
matches-not-said = Not said
matches-arrangement = Where it is done
matches-arrangement-word = { $arrangement ->
    [onSite] on site
    [hybrid] hybrid
   *[remote] remote
}
matches-arrangement-choice = { $arrangement ->
    [onSite] On site
    [hybrid] Hybrid
   *[remote] Remote
}

matches-contact-title = Contact { $name } about { $vacancy }
matches-contact-what = Reach them as you always do: this app sends nothing. Record it here, so that nobody is asked twice. Their permission runs until { $date }.
matches-channel = How
matches-channel-preferred = They prefer: { $way }
matches-channel-missing = Choose how they were contacted
matches-on = Day they were contacted
matches-on-missing = Enter the day
matches-on-future = The day can’t be after today, { $date }
matches-on-early = The day can’t be before { $date }, when they were contacted
matches-write = Write a message
matches-write-what = Write it here: when it is handed to your mail program, the contact is recorded by itself.
matches-contact-save = Record contact
matches-contact-done = Recorded that { $name } was contacted
matches-cancel = Cancel

matches-answer-title = What { $name } says to { $vacancy }
matches-what-came = What came of it
matches-outcome-missing = Choose what came of it
matches-came = { $outcome ->
    [interested] They are interested
    [notNow] Not now
    [noReply] No reply
   *[askedToLeave] They asked to be taken off the list
}
matches-came-hint = { $outcome ->
    [interested] An application for this vacancy begins on that day.
    [notNow] They stay on the list, and may be asked about other roles.
    [noReply] They stay on the list, and may be asked again.
   *[askedToLeave] Their place ends and their permission is withdrawn today. The six months from the outcome decide again.
}
matches-answered-on = Day
matches-answer-save = Save
matches-answer-done = { $outcome ->
    [interested] Added an application of { $name } for { $vacancy }
    [notNow] { $name } stays on the reserve list
    [noReply] { $name } stays on the reserve list
   *[askedToLeave] Took { $name } off the reserve list, as they asked
}

matches-offers-merit = What the assessment showed
matches-offers-merit-help = In short, for whoever looks at the list
matches-offers-skills = Skills
matches-offers-skills-help = One after another, with commas between them
matches-offers-places = Places they would work at
matches-offers-kinds = Kinds of role they would take
