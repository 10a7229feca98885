# The house components.
components-close = Close
components-cancel = Cancel
components-choose = Choose
components-optional = (optional)
components-error-summary = { $count ->
    [one] There is a problem
   *[other] There are { $count } problems
}
components-show-passphrase = Show passphrase
components-strength = { $strength ->
    [short] Too short.
    [guessable] Easy to guess.
    [good] Hard to guess.
   *[strong] Very hard to guess.
}
components-days-left = { $state ->
    [late] { $late ->
        [one] 1 day late
       *[other] { $late } days late
    }
    [today] Today
    [tomorrow] Tomorrow
   *[left] { $days } days left
}
components-why = Why?
components-why-about = { $question } { $about }
components-why-not = Why can’t I see this?
components-why-not-next = { $rule ->
    [A1] If you need it for your work, ask HR to name you for the vacancy. What is not here at all gets the same answer.
    [A2] Ask somebody in HR to do it.
    [A3] What a part shows is the same for everybody who has it. If yours should be another one, ask HR.
    [A4] If the conflict is over, HR can withdraw it.
    [D10] If you still need it for your work, ask HR to name you again.
    [ACC-01] Nobody can show it to you earlier. It shows by itself when the application moves on.
    [ACC-03] If you need it for your work, ask somebody who holds the key. Whoever gives you one does it under People, and it is written down.
    [ACC-04] Nobody can change this. How many answered what can be counted when the vacancy is closed out.
    [ACC-07] HR records training. Once yours is recorded, you see everything again.
   *[other] HR can tell you more.
}
components-rule = Rule { $rule }
components-withheld = Withheld
components-loading = Loading
components-clear-search = Clear search
components-progress-of = { $done } of { $total }
components-time-left = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
}
components-messages = Messages
components-undo = Undo
components-dismiss = Dismiss
components-grid-select-all = Select all { $total }
components-grid-select = Select { $name }
components-grid-selected = { $count ->
    [one] 1 selected
   *[other] { $count } selected
}
components-grid-coming = Loading row { $row }
components-way = { $part } of { $vacancy }
components-way-everything = everything
components-way-until = until { $date }
components-annotation-on = Their view of it, noted on { $date }
