# The list of vacancies, and adding one.
vacancies-title = Vacancies
vacancies-lede = Each role, its people and how far its applications have come.
vacancies-add = Add a vacancy
vacancies-show-closed = Show closed-out vacancies
vacancies-hidden = { $count ->
    [one] One closed-out vacancy is not shown.
   *[other] { $count } closed-out vacancies are not shown.
}
vacancies-list = Vacancies
vacancies-opens = Opens { $date }
vacancies-opened = Opened { $date }
vacancies-closes = Closes { $date }
vacancies-closed = Applications closed { $date }
vacancies-no-closing = No closing date
vacancies-closed-out = Closed out { $date }
vacancies-live = { $count ->
    [0] Nobody to decide about
    [one] One person to decide about
   *[other] { $count } people to decide about
}
vacancies-ended = { $count ->
    [0] none ended
    [one] one ended
   *[other] { $count } ended
}
vacancies-stages = Applications by stage
vacancies-stage-count = { $stage }: { $count }
vacancies-empty-title = No vacancies yet
vacancies-empty-manager = Add the role you are recruiting for. Candidates apply for a vacancy, and its people see only those candidates.
vacancies-empty-member = You have no part in a vacancy. Ask HR to name you as one of its people.
vacancies-empty-closed = Every vacancy is closed out
vacancies-empty-closed-why = Show the closed-out ones to look back, or add the next role.

vacancies-new-title = Add a vacancy
vacancies-new-lede = What the advert says. You can change all of it later.
vacancies-new-save = Add vacancy
vacancies-new-cancel = Cancel
vacancies-added = Added { $title }
vacancies-field-title = Title
vacancies-field-title-help = As advertised, for example Press Officer
vacancies-field-title-missing = Enter the title of the role
vacancies-field-reference = Reference
vacancies-field-reference-help = Your own number for the role, for example HR-2026-014
vacancies-field-kind = Kind of role
vacancies-field-team = Team
vacancies-field-team-new = A new team
vacancies-field-team-missing = Choose a team, or name a new one
vacancies-field-team-name = Name of the new team
vacancies-field-team-name-missing = Enter the name of the new team
vacancies-field-opens = Opens on
vacancies-field-opens-help = The first day applications are taken
vacancies-field-opens-missing = Enter the day applications open
vacancies-field-closes = Closes on
vacancies-field-closes-help = The last day applications are taken
vacancies-field-closes-early = The closing day must be on or after the day applications open
vacancies-field-blind = Shortlisting
vacancies-field-blind-help = Without names, everyone but HR sees an alias in place of the name and contact details, in lists and in search too, until the stage is reached
vacancies-field-blind-no = With names
vacancies-field-blind-until = Without names until { $stage }
