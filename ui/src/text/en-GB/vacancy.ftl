# One vacancy: its board, table, people and details. Also ending applications, which the candidate's page shares.
vacancy-back = Vacancies
vacancy-tabs = Parts of this vacancy
vacancy-tab-board = Board
vacancy-tab-table = Table
vacancy-tab-interviews = Interviews
vacancy-tab-criteria = Criteria
vacancy-tab-reserve = Reserve list
vacancy-tab-pipeline = Pipeline
vacancy-tab-people = People
vacancy-tab-details = Details
vacancy-closed-out-chip = Closed out { $date }
vacancy-add-candidate = Add a candidate
vacancy-names-withheld = Names are withheld.
vacancy-gone-title = This vacancy is not here
vacancy-gone-why = It was taken back, or you have no part in it.
vacancy-gone-back = Go to vacancies

vacancy-empty-title = No applications yet
vacancy-empty-why = Add a candidate for this role, or bring in a file of applicants.
vacancy-empty-member = Candidates appear here once someone applies.

vacancy-board = Board of { $title }
vacancy-board-keys = Drag a card to another stage, or use the menu on it. Press ? for the keys.
vacancy-column-ended = Ended
vacancy-column-count = { $stage }, { $count ->
    [0] nobody
    [one] one person
   *[other] { $count } people
}
vacancy-column-empty = Nobody
vacancy-days-in-stage = { $days ->
    [0] Since today
    [one] One day here
   *[other] { $days } days here
}
vacancy-ended-on = { $date }
vacancy-card-move = Move { $name }
vacancy-move-to = Move to { $stage }
vacancy-moved-one = Moved { $name } to { $stage }
vacancy-moved-many = { $count ->
    [one] Moved one person to { $stage }
   *[other] Moved { $count } people to { $stage }
}
vacancy-first-stage = { $stage } is the first stage
vacancy-last-stage = { $stage } is the last stage
vacancy-may-not-move = You may not move this application
vacancy-has-ended = This application has ended

vacancy-table = Applications for { $title }
vacancy-table-name = Name
vacancy-table-stage = Stage
vacancy-table-applied = Applied
vacancy-table-days = Days
vacancy-table-selected = { $count ->
    [one] One selected
   *[other] { $count } selected
}
vacancy-table-move = Move { $count ->
    [one] one person
   *[other] { $count } people
}
vacancy-table-reject = Reject { $count ->
    [one] one person
   *[other] { $count } people
}
vacancy-table-more-ends = Other outcomes
vacancy-table-clear = Clear selection
vacancy-table-actions = With the selected applications
vacancy-table-show-ended = Show ended applications
vacancy-table-first = The board and this table show the first 200 of each stage. Find the others under Candidates.

vacancy-end-title-reject = { $count ->
    [one] Reject { $name }
   *[other] Reject { $count } people
}
vacancy-end-title-withdrawn = { $count ->
    [one] Record that { $name } withdrew
   *[other] Record that { $count } people withdrew
}
vacancy-end-title-declined = { $count ->
    [one] Record that { $name } declined the offer
   *[other] Record that { $count } people declined the offer
}
vacancy-end-title-hired = { $count ->
    [one] Record that { $name } is hired
   *[other] Record that { $count } people are hired
}
vacancy-end-reason = Reason
vacancy-end-reason-help = One reason stays as a count after the record has gone. Only “met the requirements, not selected” opens the reserve list.
vacancy-end-reason-missing = Choose the reason
vacancy-end-on = Day of the decision
vacancy-end-on-help = The day it was made, not the day it is written down
vacancy-end-on-missing = Enter the day of the decision
vacancy-end-on-future = The day of the decision can’t be after today, { $date }
vacancy-end-clock-title = What happens to the record
vacancy-end-clock = { $count ->
    [one] The time to keep it runs from this day, and nothing later moves it. Once saved, the Record strip on their page shows the day it goes.
   *[other] The time to keep them runs from this day, and nothing later moves it. Once saved, the Record strip on each page shows the day it goes.
}
vacancy-end-clock-hired = The recruitment copy stays until the hand-over to HR is confirmed, and goes after that. Once saved, the Record strip shows the day.
vacancy-end-save-reject = { $count ->
    [one] Reject { $name }
   *[other] Reject { $count } people
}
vacancy-end-save-withdrawn = Record as withdrawn
vacancy-end-save-declined = Record as declined
vacancy-end-save-hired = Record as hired
vacancy-end-cancel = Cancel
vacancy-action-reject = Reject…
vacancy-action-withdrawn = Record as withdrawn…
vacancy-action-declined = Record offer declined…
vacancy-action-hired = Record as hired…
vacancy-done-reject = { $count ->
    [one] Rejected { $name }
   *[other] Rejected { $count } people
}
vacancy-done-withdrawn = { $count ->
    [one] Recorded that { $name } withdrew
   *[other] Recorded that { $count } people withdrew
}
vacancy-done-declined = { $count ->
    [one] Recorded that { $name } declined the offer
   *[other] Recorded that { $count } people declined the offer
}
vacancy-done-hired = { $count ->
    [one] Recorded that { $name } is hired
   *[other] Recorded that { $count } people are hired
}

vacancy-people-lede = Only these people see this vacancy’s candidates. HR sees every vacancy.
vacancy-people-enforced = What each person sees is enforced by this app. Everyone who can sign in here has a key to the whole store, sealed classes apart.
vacancy-people-list = People of this vacancy
vacancy-people-name = Name
vacancy-people-part = Part
vacancy-people-until = Until
vacancy-people-no-end = No end set
vacancy-people-add = Name someone
vacancy-people-edit = Change
vacancy-people-edit-one = Change the part of { $name }
vacancy-people-end = End
vacancy-people-end-one = End the part of { $name } as { $relation }
vacancy-people-empty-title = Nobody named yet
vacancy-people-empty = Name a recruiting manager first: they run the recruitment and decide about applications.
vacancy-people-empty-member = HR names the people of a vacancy.
vacancy-people-dialog-add = Name someone for this vacancy
vacancy-people-dialog-edit = Change the part of { $name }
vacancy-people-who = Person
vacancy-people-who-missing = Choose a person
vacancy-people-nobody = Nobody can be named yet: HR sees every vacancy already, and there is no other account. Add one under People first.
vacancy-people-relation = Their part
vacancy-people-relation-missing = Choose their part
vacancy-people-last-day = Last day
vacancy-people-last-day-help = Access ends at the end of this day
vacancy-people-last-day-auditor = An auditor has access for 90 days at most, so a last day is needed
vacancy-people-last-day-missing = Enter the last day of the auditor’s access
vacancy-people-last-day-past = The last day can’t be before today, { $date }
vacancy-people-save = Save
vacancy-people-cancel = Cancel
vacancy-people-saved = Named { $name } as { $relation }
vacancy-sees-recruitingManager = Sees everything about this role’s candidates, adds and edits them, moves and decides. Ends 14 days after the vacancy closes out.
vacancy-sees-interviewer = Sees names and applications of this role’s candidates, not contact details, permissions or dates of erasure. Changes nothing. Ends 14 days after the vacancy closes out.
vacancy-sees-stakeholder = Sees names and applications of this role’s candidates, not contact details. Changes nothing. Ends 14 days after the vacancy closes out.
vacancy-sees-approver = Sees names and applications of this role’s candidates, and the offer. Ends 14 days after the vacancy closes out.
vacancy-sees-director = Sees everything about the candidates of the team’s roles. Changes nothing.
vacancy-sees-auditor = Sees everything about this role’s candidates until the last day. Changes nothing.

vacancy-details-edit = Edit details
vacancy-details-title = Title
vacancy-details-reference = Reference
vacancy-details-no-reference = None
vacancy-details-kind = Kind of role
vacancy-details-team = Team
vacancy-details-opens = Opens on
vacancy-details-closes = Closes on
vacancy-details-closed-out = Closed out on
vacancy-edit-title = Edit { $title }
vacancy-edit-save = Save changes
vacancy-edit-saved = Changed { $title }
vacancy-edit-stale-title = Someone changed this vacancy while you were typing
vacancy-edit-stale = What you typed is kept below. It now reads “{ $title }”, { $team }. Save again to put yours in its place, or cancel to keep theirs.
vacancy-close-out = Close out
vacancy-close-out-section = Close out this vacancy
vacancy-close-out-why = When the role is filled or dropped. Undecided applications end on that day, and from that day the time to keep them runs.
vacancy-close-out-title = Close out { $title }
vacancy-close-out-undecided = { $count ->
    [0] No application is undecided, so nobody’s record changes.
    [one] One undecided application ends on the day you enter. Its time to be kept runs from that day: six months at most, unless the person gave permission for longer.
   *[other] { $count } undecided applications end on the day you enter. Their time to be kept runs from that day: six months at most, unless a person gave permission for longer.
}
vacancy-close-out-people = Recruiting managers and interviewers keep their access for 14 more days.
vacancy-close-out-first = Decided about some of them? Record that first, so that each keeps their own reason and day.
vacancy-close-out-how = How it ended
vacancy-close-out-course = It ran its course
vacancy-close-out-cancelled = It was cancelled
vacancy-close-out-on = Day it closed out
vacancy-close-out-on-missing = Enter the day it closed out
vacancy-close-out-on-future = The day can’t be after today, { $date }
vacancy-close-out-save = Close out vacancy
vacancy-closed-out = Closed out { $title }
vacancy-number = { $count }
vacancy-column-show-more = Show { $count } more in { $stage }
vacancy-column-first = The first { $shown } of { $total }. Find the others under Candidates.
vacancy-table-all = Select all
vacancy-table-select = Select { $name }
vacancy-people-actions = Actions
vacancy-people-table = Each person and their part
