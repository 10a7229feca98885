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
components-why-about = Why? { $about }
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
components-way-until = until { $date }
