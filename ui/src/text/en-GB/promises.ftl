# The notice, promise by promise, with what shows that each is kept.
promises-title = What the notice promises
promises-hint = How each promise is kept here, what shows it, and what is overdue now. Every line leads to where it can be checked.
promises-report = Save as a report
promises-standing = { $overdue ->
    [0] { $count } promises. Nothing is overdue.
    [one] { $count } promises. 1 of them has something overdue.
   *[other] { $count } promises. { $overdue } of them have something overdue.
}
promises-overdue = Overdue
promises-overdue-only = Show only what is overdue
promises-all = Show every promise
promises-evidence = What shows { $number }
