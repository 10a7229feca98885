# The reserve list, and the dialog that puts someone on it.
reserve-title = Reserve list
reserve-lede = People who met the requirements, were not selected, and agreed to be kept.
reserve-search = Search names and roles
reserve-add = Add someone
reserve-table = People on the reserve list
reserve-column-name = Name
reserve-column-roles = Kept for
reserve-column-from = Met the requirements of
reserve-column-until = Until
reserve-column-action = Actions
reserve-remove = Remove
reserve-remove-one = Remove { $name }
reserve-removed = Took { $name } off the reserve list
reserve-count = { $count ->
    [one] One person
   *[other] { $count } people
}
reserve-empty-title = Nobody is on the reserve list
reserve-empty-how = Someone gets on it in three steps: their application is rejected with the reason “met the requirements, not selected”, you ask them, and they say yes. Then add them here or on their own page.
reserve-none-title = Nobody matches “{ $text }”
reserve-none-why = Search by the beginning of a name or of a role.
reserve-none-clear = Clear search

reserve-find-title = Who said yes?
reserve-find-help = Find the candidate by name or e-mail address, from two letters on.
reserve-find-field = Candidate
reserve-find-hint = Type at least two letters
reserve-find-none = Nobody you may see matches “{ $text }”
reserve-find-results = { $count ->
    [one] One candidate
   *[other] { $count } candidates
}
reserve-find-first = The first { $shown } of { $total }. Type more to narrow it down.

reserve-dialog-title = Put { $name } on the reserve list
reserve-dialog-application = Application they met the requirements of
reserve-dialog-application-missing = Choose the application
reserve-dialog-refused-title = { $name } can’t go on the reserve list yet
reserve-dialog-others = Applications that don’t open the list
reserve-dialog-no-application = They have no application you may see.
reserve-dialog-permission = Permission it stands on
reserve-dialog-permission-existing = Given on { $given }, until { $ends }: { $evidence }
reserve-dialog-permission-new = A new permission, given by the person
reserve-dialog-permission-missing = Choose the permission. Without one, nobody goes on the list
reserve-dialog-permission-none = There is no live permission for the reserve list. Ask the person first; if they say yes, record it here.
reserve-dialog-roles = Kept for
reserve-dialog-roles-help = The kinds of role they agreed to, with commas between them
reserve-dialog-roles-missing = Enter the kind of role they agreed to
reserve-dialog-until = End sooner
reserve-dialog-until-help = Without a day, the place ends with the permission
reserve-dialog-until-past = Enter a day after today, or leave it empty
reserve-change = Change
reserve-change-one = Change the place kept for { $roles }
reserve-change-title = Change the place of { $name }
reserve-change-save = Save changes
reserve-changed = Changed the place of { $name }
reserve-renew = Renew
reserve-renew-one = Renew the place kept for { $roles }
reserve-renew-title = Renew the place of { $name }
reserve-renew-what = The place ends on { $date }. It goes on with a new permission, which the person gives before that day; what it covers stays as it is.
reserve-renew-save = Record permission and renew
reserve-renewed = Renewed the place of { $name }
reserve-left-running = The record stays while an application runs.
reserve-left-goes = The record goes on { $date }.
reserve-left-due = The record is due for erasure now.
reserve-offers = { $what ->
    [skills] Skills: { $list }
    [places] Would work in: { $list }
   *[kinds] Would take: { $list }
}
reserve-contacts = { $count ->
    [one] Contacted once
   *[other] Contacted { $count } times
}
reserve-answer = Record the answer
reserve-answer-one = Record the answer about { $vacancy }
reserve-dialog-save = Add to reserve list
reserve-dialog-cancel = Cancel
reserve-dialog-close = Close
reserve-added = Put { $name } on the reserve list
