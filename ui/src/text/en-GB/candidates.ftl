# The list of candidates, and the form that adds one.
candidates-title = Candidates
candidates-count = { $count ->
    [one] 1 person you may see
   *[other] { $count } people you may see
}
candidates-add = Add candidate
candidates-search = Search candidates by name, e-mail, telephone or words of a document
candidates-some-withheld = Some details are withheld.
candidates-hint = Enter opens a row, Space selects it
candidates-shown = { $hidden ->
    [0] Showing all { $shown }
   *[other] Showing { $shown }; the search and filters hide { $hidden }
}
candidates-column-name = Name
candidates-column-vacancy = Latest vacancy
candidates-column-stage = Stage
candidates-column-email = E-mail
candidates-column-source = Source
candidates-column-received = Received
candidates-column-erase = Erase on
candidates-reserve = Reserve list
candidates-no-application = Never applied
candidates-more-applications = +{ $count }
candidates-no-date = In progress

candidates-filters = Filters
candidates-filter-vacancy = Vacancy
candidates-filter-stage = Stage
candidates-filter-progress = Progress
candidates-filter-source = Source
candidates-filter-retention = Erase on
candidates-filter-reserve = Reserve list
candidates-any-vacancy = Any vacancy
candidates-any-stage = Any stage
candidates-any-source = Any source
candidates-any-reserve = Reserve list or not
candidates-only-reserve = On the reserve list
candidates-filter-notice = Privacy notice
candidates-any-notice = Given the notice or not
candidates-without-notice = No notice recorded
candidates-clear = Clear filters
candidates-show-all = Show everyone
candidates-none-title = Nobody fits
candidates-none-text = Try fewer letters, or clear the filters. Records whose time was up have been erased.
candidates-empty-title = No candidates yet
candidates-empty-text = Add the first person who applied, or bring in a file from your old system.
candidates-empty-import = Import a file

candidates-bulk = What to do with the people selected
candidates-bulk-left = { $count ->
    [one] 1 has no application in progress and stays as it is
   *[other] { $count } have no application in progress and stay as they are
}
candidates-bulk-move = { $count ->
    [one] Move 1 person to…
   *[other] Move { $count } people to…
}
candidates-bulk-reject = { $count ->
    [one] Reject 1 person
   *[other] Reject { $count } people
}
candidates-bulk-none = Nobody selected has an application in progress.
candidates-bulk-clear = Clear selection
candidates-moved = { $count ->
    [one] Moved { $name } to { $stage }
   *[other] Moved { $count } people to { $stage }
}
candidates-rejected = { $count ->
    [one] Rejected { $name }
   *[other] Rejected { $count } people
}
candidates-reject-reason = Main reason
candidates-reject-reason-hint = After erasure only the reason remains, as a figure that points to nobody.
candidates-reject-reason-missing = Choose the main reason.
candidates-reject-on = Day the decision was made
candidates-reject-on-hint = Their six months run from this day, whatever happens later.
candidates-reject-on-missing = Enter the day the decision was made, such as 23 11 2026.

candidates-new-title = Add candidate
candidates-new-back = Candidates
candidates-new-who = Who they are
candidates-new-title-field = Title
candidates-new-given = Given names
candidates-new-family = Family name
candidates-new-family-hint = The whole name, if the person has only one.
candidates-new-family-missing = Enter a family name, or the whole name if the person has only one.
candidates-new-preferred = Preferred name
candidates-new-preferred-hint = What they like to be called.
candidates-new-reach = How to reach them
candidates-new-email = E-mail
candidates-new-email-wrong = Enter an e-mail address like name@example.org, or leave it empty.
candidates-new-phone = Telephone
candidates-new-address = Address
candidates-new-postcode = Postcode
candidates-new-way = How they like to be reached
candidates-new-way-none = They did not say
candidates-new-source-part = Where their details came from
candidates-new-source = Source
candidates-new-source-missing = Choose where their details came from.
candidates-new-source-direct = They gave their details themselves.
candidates-new-source-indirect = Someone else gave their details. The person must be told within a month that you hold them, and where from.
candidates-new-source-detail = Which one
candidates-new-source-detail-hint = The site, agency or person.
candidates-new-received = Day the details came in
candidates-new-received-missing = Enter the day the details came in, such as 23 11 2026.
candidates-new-received-late = The day the details came in can’t be later than today.
candidates-new-application = What they applied for
candidates-new-vacancy = Vacancy
candidates-new-vacancy-none = No vacancy: they wrote to us unasked
candidates-new-vacancy-missing = Choose the vacancy they applied for.
candidates-new-applied = Day the application came in
candidates-new-applied-missing = Enter the day the application came in, such as 23 11 2026.
candidates-new-applied-late = The day the application came in can’t be later than today.
candidates-new-save = Add candidate
candidates-new-cancel = Cancel
candidates-new-added = Added { $name }
candidates-new-twins = { $count ->
    [one] Is it this person?
   *[other] Is it one of these people?
}
candidates-new-twins-text = They look alike. Opening one leaves what you typed here.
candidates-new-twin-open = Open
candidates-new-twin-apply = Add this application to them
candidates-new-twin-applied = Added the application to { $name }

# Saved views and columns
candidates-views = Views
candidates-view-changed = Views (changed)
candidates-view-everyone = All candidates
candidates-view-keep = Save changes to “{ $name }”
candidates-view-back = Show it as it was saved
candidates-view-save = Save what is shown as a view…
candidates-view-rename = Rename this view…
candidates-view-delete = Delete this view
candidates-view-kept = The view is saved as it is shown now
candidates-view-saved = The view is saved
candidates-view-renamed = The view has its new name
candidates-view-deleted = “{ $name }” is deleted
candidates-view-save-title = Save a view
candidates-view-rename-title = Rename the view
candidates-view-save-do = Save view
candidates-view-rename-do = Rename view
candidates-view-cancel = Cancel
candidates-view-name = Name
candidates-view-name-hint = Only you see it. Don’t name a person: a view stays when people go.
candidates-view-nameless = Enter a name.
candidates-view-what = It keeps the filters, the columns and the order. What is typed to search by is not kept, since it may be somebody’s name.
candidates-columns = Columns
candidates-columns-title = Columns of the list
candidates-columns-reset = Reset columns
candidates-columns-done = Done
candidates-column-left = Move { $column } to the left
candidates-column-right = Move { $column } to the right
candidates-column-moved = { $column } is column { $place } now

# Adding somebody from anywhere
candidates-quick-title = Add a candidate
candidates-quick-today = Both the details and the application count as received today. Anything else can be added to their record.
