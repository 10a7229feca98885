# The pipeline in pictures: of one vacancy, and of all of them.
pipeline-title = Pipeline
pipeline-lede = How your vacancies are going, counted over everyone you may see.
pipeline-funnel = How far applications come
pipeline-funnel-what = Each step counts the applications that came that far or further.
pipeline-funnel-none = Nobody has applied yet
pipeline-empty = Once people apply, pictures here show how far they come, how long they wait, and where they come from.
pipeline-funnel-few = Fewer than five have applied, so nothing is counted out.
pipeline-funnel-said = { $applied } applications came in, and { $hired ->
    [0] nobody has been hired yet
   *[other] { $hired } people were hired
}.
pipeline-funnel-said-untold = { $applied } applications came in; how many people were hired is not shown.
pipeline-step = { $label }: { $count ->
    [0] nobody
    [one] 1 application
   *[other] { $count } applications
}
pipeline-step-share = { $step }, { $share } of those who applied
pipeline-step-untold = { $label }: not shown
pipeline-share = { $percent } %
pipeline-count = { $count }
pipeline-hired = Hired
pipeline-not-shown = Not shown
pipeline-hidden = Groups of fewer than { $fewest } are not shown, nor what would give one away.
pipeline-stays = Time at each stage
pipeline-stays-what = How long applications stayed before they moved on or ended.
pipeline-stays-none = Too few applications have moved on to say how long they stay.
pipeline-stays-said = Applications wait longest at the stage “{ $stage }”: half of them for { $days ->
    [0] less than a day
    [one] a day or less
   *[other] { $days } days or less
}.
pipeline-stays-note = The bar spans the middle half, the mark its middle. A stage that fewer than { $fewest } have left is not shown. What happened before an application was imported is not counted.
pipeline-stay = { $label }: half stayed { $median ->
    [one] 1 day
   *[other] { $median } days
} or less, most between { $lower } and { $upper ->
    [one] 1 day
   *[other] { $upper } days
}
pipeline-stay-untold = { $label }: not shown, fewer than five have left it
pipeline-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
pipeline-sources = Where people come from
pipeline-sources-what = Everyone whose source you may see.
pipeline-sources-none = Nobody is here yet.
pipeline-sources-withheld = Where people come from is not shown to your part in this role.
pipeline-sources-said = Of { $total } people, the most came by one way, “{ $source }”: { $most }.
pipeline-sources-few = Of { $total } people, from no source came so many that it can be shown.
pipeline-permissions = Permissions that run out
pipeline-permissions-what = Permissions to keep a record that end by themselves. Ask for a new one in time, or let the record go.
pipeline-permissions-none = No permission ends in the next { $months } months.
pipeline-permissions-said = In the next { $months } months { $total } permissions end, the first in { $month }.
pipeline-figure = { $label }: { $shown }
pipeline-figure-hidden = { $figure ->
    [fewerThanFive] Fewer than 5
   *[fiveOrMore] 5 or more
}
pipeline-column-step = Step
pipeline-column-applications = Applications
pipeline-column-share = Of those who applied
pipeline-column-stage = Stage
pipeline-column-quarter = A quarter within
pipeline-column-half = Half within
pipeline-column-three = Three quarters within
pipeline-column-source = Source
pipeline-column-people = People
pipeline-column-month = Month
pipeline-column-permissions = Permissions
