# Recipients who are told that what they were given was erased, corrected or restricted.
recipients-title = Recipients to tell
recipients-lede = Whoever was given something of somebody is told that it was erased, corrected or restricted (UK GDPR Art 19).
recipients-none = Nobody to tell
recipients-none-text = When something is erased, corrected or restricted of somebody of whom something was disclosed, the recipients are listed here with the day by which to tell them.
recipients-table = Recipients, those to be told first
recipients-column-recipient = Recipient
recipients-column-what = What was done
recipients-column-how-many = Of how many
recipients-column-given = Given
recipients-column-by = Told
recipients-column-tell = Tell
recipients-how-many = { $people ->
    [0] { $applications ->
        [one] 1 application
       *[other] { $applications } applications
    }
    [one] { $applications ->
        [0] 1 person
        [one] 1 person and 1 application of another
       *[other] 1 person and { $applications } applications of others
    }
   *[other] { $applications ->
        [0] { $people } people
        [one] { $people } people and 1 application of another
       *[other] { $people } people and { $applications } applications of others
    }
}
recipients-given-on = { $number ->
    [one] { $date }
   *[other] { $date } (×{ $number })
}
recipients-by = by { $date }
recipients-told = Told on { $date }
recipients-told-by = noted by { $by }
recipients-because = { $because ->
    [erasure] Erased
    [rectification] Corrected
   *[restriction] Restricted
}
recipients-done-on = on { $date }
recipients-by-request = by request { $number }
recipients-of-request = They were given something of this person. Save the notices, send them, then note each under Retention.
recipients-again = A backup brought them back and they were erased again: it may have been told before.
recipients-tell = Told
recipients-tell-one = { $recipient } was told
recipients-overdue = { $count ->
    [one] 1 recipient should have been told by now
   *[other] { $count } recipients should have been told by now
}
recipients-overdue-text = They do not know yet what was done here. Tell them today and note it.
recipients-overdue-see = See recipients

recipients-tell-title = { $recipient } was told
recipients-tell-what = Notes that they were told what was done to what they were given, and by whom it was noted.
recipients-tell-on = Day they were told
recipients-tell-on-missing = Enter the day
recipients-tell-on-ahead = Enter today’s date or an earlier one
recipients-tell-save = Note it
recipients-tell-cancel = Cancel
recipients-tell-done = Noted that { $recipient } was told

recipients-preview = { $count ->
    [one] 1 recipient must be told by { $date }
   *[other] { $count } recipients must be told by { $date }
}
recipients-preview-hint = They were given something of what goes. Save the notices before you erase, while the names are here. Afterwards only days and numbers are left to tell them by.
recipients-preview-table = Recipients who must be told
recipients-save = Save the notices…
recipients-saved = { $count ->
    [one] Saved 1 notice. It has names in it: send it, then erase it.
   *[other] Saved { $count } notices. They have names in them: send them, then erase them.
}
recipients-receipt = { $count ->
    [one] 1 recipient must be told by { $date }
   *[other] { $count } recipients must be told by { $date }
}
recipients-receipt-text = They are listed under Retention, Recipients.
