# Charts: what every figure says around its picture.
charts-show-table = Show as table
charts-show-chart = Show as chart
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
charts-column-parts = Parts of records
charts-number = { $value }
