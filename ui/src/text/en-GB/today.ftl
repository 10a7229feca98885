# Today: what needs this person.
today-title = Today
today-subtitle = { $date } · { $name }
today-add-vacancy = Add vacancy
today-add-candidate = Add candidate
today-figure = { $id ->
    [candidates] { $count ->
        [one] candidate you may see
       *[other] candidates you may see
    }
    [vacancies] { $count ->
        [one] open vacancy
       *[other] open vacancies
    }
   *[due] due for erasure
}
today-tasks = What needs you
today-tasks-hint = The most urgent first.
today-task = { $kind ->
    [eraseDue] { $count ->
        [0] { $parts ->
            [one] Erase 1 part of a record that is due
           *[other] Erase { $parts } parts of records that are due
        }
        [one] { $parts ->
            [0] Erase 1 record that is due
            [one] Erase 1 record and 1 part of another that are due
           *[other] Erase 1 record and { $parts } parts of others that are due
        }
       *[other] { $parts ->
            [0] Erase { $count } records that are due
            [one] Erase { $count } records and 1 part of another that are due
           *[other] Erase { $count } records and { $parts } parts of others that are due
        }
    }
    [eraseSoon] { $count ->
        [one] 1 record goes within 30 days and nobody has looked at it
       *[other] { $count } records go within 30 days and nobody has looked at them
    }
    [reserveEnding] { $name } leaves the reserve list
    [applicationsWaiting] { $count ->
        [one] 1 application for { $title } is waiting
       *[other] { $count } applications for { $title } are waiting
    }
    [closeOut] Close out { $title }
    [tellRecipients] { $count ->
        [one] Tell 1 recipient what was done to what it was given
       *[other] Tell { $count } recipients what was done to what they were given
    }
    [interviewComing] Interview { $name } for { $title } at { $at }
    [feedbackOwed] Say what you found in the interview of { $name }
    [holdReview] Look at the legal hold on { $name } again
    [permissionEnding] The permission of { $name } to be kept longer ends
    [approveOffer] Approve the offer to { $name }
    [makeOffer] Make the approved offer to { $name }
    [answerOffer] Hear what { $name } says to the offer
    [decisionsWaiting] { $count ->
        [one] 1 application for { $title } waits for a decision
       *[other] { $count } applications for { $title } wait for a decision
    }
    [requestOpen] { $step ->
        [seeIdentity] See who made request { $number }
        [agreeFee] Agree to the fee for request { $number }
        [takeFee] Note whether the fee for request { $number } was paid
        [noteAnswer] Note the answer to the question about request { $number }
        [findPerson] Say whom request { $number } is about
        [makePack] Put together what is held, for request { $number }
        [decide] Decide on request { $number }
        [agree] Agree to a decision on request { $number }
        [erase] Erase what request { $number } asks for
       *[answer] Send the answer to request { $number }
    }
    [incidentOpen] { $step ->
        [people] Say who is affected by incident { $number }
        [assess] Assess the risk of incident { $number }
        [decide] Tell the ICO of incident { $number }, or decide not to
        [tell] Tell the people affected by incident { $number }
        [contain] Note what was done about incident { $number }
       *[close] Close incident { $number }
    }
    [registerReview] { $lapsed ->
        [true] { $title } has ended
       *[false] Look at { $title } again
    }
    [trainingEnding] Data protection training of { $name }
    [noticesMissing] { $count ->
        [one] 1 person has not been given the privacy notice
       *[other] { $count } people have not been given the privacy notice
    }
    [complaintOpen] { $step ->
        [acknowledge] Confirm that you have complaint { $number }
        [progress] Say how far complaint { $number } has come
        [decide] Look into complaint { $number }, and decide
       *[tell] Tell what came of complaint { $number }
    }
   *[handOver] Confirm the hand-over of { $name }
}
today-task-hint = { $kind ->
    [eraseDue] Kept to the end of their time. The oldest was due on { $date }
    [eraseSoon] The first goes on { $date }
    [reserveEnding] The permission ends on { $date }. Ask again, or let it end
    [applicationsWaiting] Nobody has looked at them yet. Start by { $date }
    [tellRecipients] They hold it as it was. Tell them by { $date }
    [interviewComing] On { $date }. The questions and the CV are there
    [feedbackOwed] For { $title }, on { $date }. While you remember it well
    [holdReview] Review it by { $date }. It stands until somebody releases it
    [permissionEnding] It ends on { $date }. Ask again, or let the record go
    [approveOffer] For { $title }. Approve it or send it back by { $date }
    [makeOffer] For { $title }. Record when it was made, by { $date }
    [answerOffer] For { $title }. An answer is asked for by { $date }
    [decisionsWaiting] Nothing has happened for two weeks or more. Decide, or move them on
    [closeOut] Applications have closed. Decide the rest by { $date }
    [requestOpen] { $tone ->
        [waitingIdentity] The month starts when they show who they are. Ask again
        [waitingFee] The month starts when it is paid
        [paused] The clock stands still until they answer
        [late] The answer was due on { $date }. Send it now
       *[running] The answer is due on { $date }
    }
    [incidentOpen] { $clock ->
        [runs] The 72 hours to tell the ICO end on { $until }
       *[over] Answered for the most part. Do it by { $date }
    }
    [registerReview] { $lapsed ->
        [true] On { $date }. Until it is renewed, nothing is given under it
       *[false] Review or renew it by { $date }. After that nothing may be given under it
    }
    [noticesMissing] Or it is not recorded. The first last day is { $date }
    [trainingEnding] It counts until { $date }. After that no personal data opens
    [complaintOpen] { $slow ->
        [yes] No outcome has gone in 60 days: it has been slow since { $since }
       *[no] { $step ->
            [acknowledge] Within 30 days of its receipt: by { $date }
            [progress] They last heard from you 28 days before { $date }
           *[other] Without undue delay: it is slow from { $date }
        }
    }
   *[handOver] Hired: tell us HR has the details by { $date }
}
today-new-title = Ready for your first vacancy
today-new-text = Add a vacancy, then the people who apply for it. What needs you shows up here.
today-done-title = Nothing needs you today
today-done-text = Every record is in its time and nobody is waiting for you. Well kept.
today-training = Your data protection training counts until { $date }: take a refresher before
