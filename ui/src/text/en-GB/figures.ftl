# Figures that remain of people who were erased.
figures-title = Figures that remain
figures-hint = Counted of people who were erased before { $quarter }, by the quarter in which it ended for them. “Not shown” is fewer than { $fewest }, or a number from which such a one would follow (rule ANO-04).
figures-none-title = No figures yet
figures-none-text = When people are erased, it is counted where they came from, how far they came and how it ended; nothing else remains. What goes this quarter is counted here once it is over. Up to the beginning of { $quarter } nobody had gone.
figures-by-source = Where they came from
figures-by-stage = How far they came
figures-by-ending = How it ended
figures-of = What
figures-share = Share
figures-hidden = Not shown
figures-total = { $count ->
    [one] One in all
   *[other] { $count } in all
}
figures-total-hidden = How many in all is not shown.
figures-by-quarter = By quarter
figures-by-quarter-of = { $title }, by quarter
figures-quarter = Q{ $number } { $year }
figures-quarter-column = Quarter
figures-all = All
figures-undecided = Undecided
figures-never-applied = Never applied
figures-untold = Not counted: fewer than five went at once
