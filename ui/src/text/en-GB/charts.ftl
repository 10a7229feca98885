# Charts: what every figure says around its picture.
charts-show-table = Show as table
charts-show-chart = Show as chart
charts-save = Save picture
charts-saved = The picture is saved
charts-about = { $title }: { $about }
charts-made-by = Made with Fairhold
charts-bars-hint = Up and down arrow keys step through the bars.
charts-show-classes = Show by class
charts-show-rules = Show by rule
charts-class-whole = Whole records
charts-keys-hint = Left and right arrow keys step through the weeks.
charts-week-point = Week from { $date }: { $count ->
    [0] nobody
    [one] one person
   *[other] { $count } people
}{ $parts ->
    [0] {""}
    [one] , and one part of a record
   *[other] , and { $parts } parts of records
}
charts-weeks-title = Records that go in the next { $weeks } weeks
charts-weeks-none = No record goes in the next { $weeks } weeks.
charts-weeks-summary = { $total ->
    [one] One record goes
   *[other] { $total } records go
 } in the next { $weeks } weeks, most of them, { $peak }, in the week from { $date }.
charts-weeks-summary-even = { $total ->
    [one] One record goes
   *[other] { $total } records go
 } in the next { $weeks } weeks, the first in the week from { $date }.
charts-column-week = Week from
charts-column-people = People
charts-column-what = Records and parts
charts-number = { $value }
charts-week-part = { $label }: { $count }
charts-week-parts = { $point } ({ $parts })
charts-rule = { $rule ->
    [RET-01] Closed out without a decision
    [RET-02] Ended without hire
    [RET-03] Permission to be kept ends
    [RET-05] Place on the reserve list ends
    [RET-07] Erasure upheld
    [RET-13] Hired
    [RET-14] Never applied
   *[other] Rule { $rule }
}
charts-policy-title = Records that go in the next { $weeks } weeks, now and with these periods
charts-policy-summary = In the next { $weeks } weeks { $now ->
    [0] no record goes
    [one] one record goes
   *[other] { $now } records go
} now, and { $tried ->
    [0] none
    [one] one
   *[other] { $tried }
} with these periods.
charts-policy-now = Now
charts-policy-tried = With these periods
charts-policy-point = Week from { $date }: { $now } now, { $tried } with these periods
