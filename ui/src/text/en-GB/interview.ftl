# Interviews: the page of one, lists of them, and scheduling.
interview-kind = { $kind ->
    [phone] By telephone
    [video] By video
    [assessment] Task or presentation
   *[inPerson] In person
}
interview-mark = { $mark ->
    [notShown] Not shown
    [partlyShown] Partly shown
    [shown] Shown
    [stronglyShown] Strongly shown
   *[notAsked] Not asked
}
interview-recommendation = { $recommendation ->
    [strongNo] Strong no
    [no] No
    [yes] Yes
   *[strongYes] Strong yes
}
interview-agreement = { $agreement ->
    [nobody] Nobody said
    [oneView] One view
    [same] All the same
    [close] Close
   *[apart] Apart: talk about it
}
interview-feedback-state = { $state ->
    [toCome] To come
    [owed] Feedback owed
    [submitted] Feedback in
   *[notNeeded] Nothing to say
}
interview-state = { $state ->
    [planned] Planned
    [over] Over
    [held] Took place
    [cancelled] Called off
   *[didNotCome] Did not come
}
interview-when = { $date }, { $at }, { $minutes } minutes
interview-of = Interview of { $name }
interview-name-withheld = The name is withheld
interview-more = More
interview-change = Change
interview-cancel = Cancel
interview-mark-as = { $state ->
    [held] It took place
    [didNotCome] The candidate did not come
    [planned] It is still to come
   *[cancelled] Call it off
}
interview-marked = { $state ->
    [held] Noted that the interview of { $name } took place
    [didNotCome] Noted that { $name } did not come
    [planned] The interview of { $name } is still to come
   *[cancelled] Called off the interview of { $name }
}
interview-invitation = Save invitation
interview-invitation-hint = A calendar file with the role, time and place. It names nobody
interview-invitation-saved = Saved the invitation
interview-gone-title = This interview is not here
interview-gone-why = It may have been taken back, or erased with the record it belonged to.
interview-gone-back = Go to Today

interview-where = When and where
interview-no-place = no place yet
interview-documents = CV and documents
interview-documents-none = None yet.
interview-panel = Who interviews
interview-you = { $name } (you)
interview-assesses-all = Assesses all criteria
interview-assesses = Assesses: { $what }
interview-criteria = What is assessed
interview-criteria-none = Nothing yet. Say what on the vacancy’s page, under Criteria.
interview-retired = no longer in use

interview-card = Your scorecard
interview-keys = Press 1 to 4 to score what has the focus and go on, 0 for what you did not ask.
interview-keys-off = Single-letter keys are off.
interview-hidden = Nobody else can read this until you submit it.
interview-saves-itself = Saves itself as you type
interview-saved = Saved { $time }
interview-not-saved = Not saved yet.
interview-how-far = How far was this shown: { $what }
interview-evidence = What showed it: { $what }
interview-overall = What you recommend
interview-overall-decides = A recommendation decides nothing: a person does, and the stage stays where it is.
interview-summary = In a few sentences
interview-submit = Submit feedback
interview-submit-amended = Submit amendment
interview-submitted = Submitted your feedback. It is locked
interview-draft-lost = You had a draft here, sealed to keys that you no longer have since your passphrase was reset. Nobody can read it any more. Start it again.
interview-own = Your feedback
interview-locked = Locked
interview-submitted-at = { $version ->
    [1] Submitted on { $date }
   *[other] Version { $version }, submitted on { $date }
}
interview-amend = Amend
interview-amend-what = An amendment is another version. What you submitted stays readable.
interview-amend-cancel = Leave it as it was
interview-criterion-mark = { $what }: { $mark }

interview-panel-found = What the panel found
interview-panel-none = Nobody has submitted feedback yet.
interview-panel-in = { $submitted } of { $members } have submitted.
interview-panel-together = Nobody is two steps apart.
interview-panel-apart = Views lie apart on: { $what }.
interview-panel-spread = Marks of the panel
interview-panel-what = Criterion
interview-panel-given = How many gave what
interview-panel-agreement = How far apart
interview-panel-recommendation = Recommendation
interview-panel-no-sum = Nothing is added up: an average hides the one who saw something.
interview-panel-not-asked = { $count ->
    [one] 1 did not ask
   *[other] { $count } did not ask
}
interview-panel-words = In their words
interview-earlier = Version { $version } of { $date }

interview-list = Interviews
interview-list-none = None yet.
interview-row = { $what }: { $kind }
interview-row-person = { $name }: { $state }
interview-vacancy-none = No interviews yet
interview-vacancy-none-why = Say what they assess under Criteria, then schedule one on a candidate’s page.
interview-to-come = To come
interview-past = Earlier
interview-schedule = Schedule interview
interview-schedule-title = Schedule an interview of { $name }
interview-schedule-save = Schedule interview
interview-scheduled = Scheduled an interview of { $name } on { $date }
interview-change-title = Change the interview of { $name }
interview-change-save = Save changes
interview-changed = Changed the interview of { $name } on { $date }
interview-schedule-role = For which role
interview-schedule-role-missing = Choose the role
interview-schedule-kind = How
interview-schedule-day = Day
interview-schedule-day-missing = Enter the day
interview-schedule-time = Begins at
interview-schedule-time-hint = London time, such as 09:30
interview-schedule-time-missing = Enter a time such as 09:30
interview-schedule-minutes = Minutes
interview-schedule-minutes-missing = Enter how many minutes it takes
interview-schedule-place = Room, link or number
interview-schedule-place-hint = It goes into calendars. Nothing about the person
interview-schedule-panel = Who interviews
interview-schedule-panel-hint = Interviewers and recruiting managers of this vacancy
interview-schedule-panel-missing = Choose at least one interviewer
interview-schedule-nobody = Nobody is an interviewer or the recruiting manager of this vacancy yet. HR names them on the vacancy’s page, under People.
interview-schedule-no-criteria = This vacancy has no criteria yet, so interviewers give a recommendation and a few sentences. Add criteria on the vacancy’s page to have evidence for each.
interview-schedule-assesses = { $name } assesses
interview-schedule-assesses-hint = All criteria where none is chosen
interview-panel-annotated = { $count ->
    [one] The candidate says something of the feedback of 1 of them.
   *[other] The candidate says something of the feedback of { $count } of them.
}
