# Offers, and what candidates are told of an outcome. On the candidate's page, under each application.
offers-of = Offers for { $vacancy }
offers-one = Offer of { $pay }
offers-title = Offer
offers-state = { $state ->
    [drafted] Not made yet
    [awaitingApproval] Waiting for approval
    [sentBack] Sent back
    [approved] Approved
    [made] Made, no answer yet
    [accepted] Accepted
    [declined] Declined
    [withdrawn] Withdrawn by us
   *[lapsed] Ended with the application
}
offers-pay = Pay
offers-pay-amount = { $per ->
    [year] { $amount } a year
    [month] { $amount } a month
    [week] { $amount } a week
    [day] { $amount } a day
   *[hour] { $amount } an hour
}
offers-starts-on = Starts on
offers-answer-by = Answer by
offers-conditions = Conditions
offers-written-by = Written by { $by } on { $date }
offers-approved-by = approved by { $by } on { $date }
offers-sent-back-by = sent back by { $by } on { $date }
offers-made-on = made on { $date }
offers-ended-on = { $state ->
    [accepted] accepted on { $date }
    [declined] declined on { $date }
   *[withdrawn] withdrawn on { $date }
}
offers-write = Write an offer
offers-change = Change
offers-approve = Approve
offers-send-back = Send back
offers-make = Record as made…
offers-record-answer = Record the answer…
offers-withdraw = Withdraw…
offers-decided = { $decision ->
    [approved] Approved the offer to { $name }
   *[sentBack] Sent the offer to { $name } back
}

offers-write-title = Write an offer to { $name }
offers-change-title = Change the offer to { $name }
offers-write-approver = { $count ->
    [one] { $names } approves it before it is made. A change later on needs approval anew.
   *[other] One of { $names } approves it before it is made. A change later on needs approval anew.
}
offers-pay-kind = Pay is
offers-pay-kind-amount = An amount
offers-pay-kind-words = Something else, in words
offers-amount = Amount in pounds
offers-amount-missing = Enter an amount in pounds, for example 38,500
offers-per = For each
offers-period = { $per ->
    [year] Year
    [month] Month
    [week] Week
    [day] Day
   *[hour] Hour
}
offers-words = Pay in words
offers-words-help = For example: band 4, point 2, or expenses only
offers-words-missing = Enter what is paid
offers-answer-by-help = Today reminds you from three days before
offers-answer-by-past = The answer can’t be asked for by a day that has passed
offers-conditions-help = What it depends on, for example references
offers-write-save = Save offer
offers-change-save = Save changes
offers-cancel = Cancel
offers-written = Wrote an offer to { $name }
offers-changed = Changed the offer to { $name }

offers-step-title = { $step ->
    [make] Record that the offer to { $name } was made
    [answer] Record the answer of { $name }
   *[withdraw] Withdraw the offer to { $name }
}
offers-step-save = { $step ->
    [make] Record as made
    [answer] Record answer
   *[withdraw] Withdraw offer
}
offers-step-on = { $step ->
    [make] Day it was made
    [answer] Day of the answer
   *[withdraw] Day it was withdrawn
}
offers-step-done = { $step ->
    [made] Recorded that the offer to { $name } was made
    [accepted] { $name } accepted, and is hired
    [declined] { $name } declined the offer
   *[withdrawn] Withdrew the offer to { $name }
}
offers-answer = Their answer
offers-answer-accepted = They accepted
offers-answer-declined = They declined
offers-answer-missing = Choose their answer
offers-on-missing = Enter the day
offers-on-future = The day can’t be after today, { $date }
offers-on-early = The day can’t be before { $date }, when it was made
offers-clock-title = What happens to the record
offers-clock = { $what ->
    [accepted] They are hired on that day. The recruitment copy stays until the hand-over to HR is confirmed, and goes after that.
    [declined] The application ends on that day, and from it the time to keep it runs. Nothing later moves it.
    [withdrawn] The application goes on as it was. Reject it, or write another offer.
   *[none] An answer ends the application on that day, and from it the time to keep it runs.
}

offers-told-of = What they were told about { $vacancy }
offers-told-on = Told on { $date }, { $channel }. Recorded by { $by }
offers-told-none = Nobody has recorded what they were told.
offers-channel = { $channel ->
    [email] by e-mail
    [phone] by telephone
    [post] by post
   *[inPerson] face to face
}
offers-tell = Record what they were told
offers-tell-title = What { $name } was told
offers-tell-words = What you told them
offers-tell-words-help = A draft to change and send yourself: this app sends nothing. It goes with the application’s history, six months after the outcome at the latest.
offers-tell-words-missing = Enter what they were told
offers-tell-channel = How
offers-tell-channel-missing = Choose how they were told
offers-tell-on = Day they were told
offers-tell-save = Save
offers-tell-done = Recorded what { $name } was told
offers-tell-failed = Rejected { $name }. What they were told was not saved: record it on their page.
offers-feedback = Feedback to them
offers-feedback-help = What you tell them, in your own words. This app sends nothing; it keeps what was said with the application.
offers-feedback-draft = Start from a draft

offers-draft-greeting = Dear { $name },
offers-draft-outcome = { $how ->
    [hired] thank you for accepting our offer for { $vacancy }. We look forward to working with you.
    [rejected] thank you for applying for { $vacancy }. We have decided not to take your application further.
    [withdrawn] thank you for telling us that you are no longer applying for { $vacancy }.
    [offerDeclined] thank you for considering our offer for { $vacancy }. We are sorry that you will not be joining us.
   *[vacancyCancelled] we are sorry to say that we are not filling { $vacancy } after all.
}
offers-draft-reason = { $reason ->
    [metRequirementsNotSelected] You met the requirements of the role, and another candidate was chosen.
    [essentialCriteria] Your application did not show all of the essential criteria.
    [experience] Other candidates showed more of the experience we were looking for.
    [assessment] At the interview or assessment, other candidates came closer to what the role needs.
    [availability] We could not bring together when or where the role is done and when or where you are available.
    [workEligibility] We need to see the right to work in the United Kingdom before we can appoint.
    [noResponse] We tried to reach you and did not hear back.
   *[other] We would be glad to tell you more about the decision.
}
offers-draft-close = { $how ->
    [hired] We will be in touch about your first day.
   *[other] You are welcome to ask us for more feedback, and to apply to us again.
}

offers-confirm = Confirm each name
offers-confirm-help = Tick everyone you have decided to reject. Whoever is left unticked stays where they are.
offers-confirm-most = Tick everyone you have decided to reject. The first { $most } are shown; do the others after them.
offers-confirm-missing = Tick at least one name
