# Words for the things the program counts and names. Shared by every screen.
words-stage = { $stage ->
    [applied] Applied
    [sift] Sift
    [shortlisted] Shortlisted
    [interview] Interview
   *[offer] Offer
}
words-outcome = { $outcome ->
    [hired] Hired
    [rejected] Rejected
    [withdrawn] Withdrawn
    [offerDeclined] Offer declined
    [vacancyCancelled] Vacancy cancelled
   *[closedOutUndecided] Closed out undecided
}
words-rejected-because = Rejected: { $reason }
words-reason = { $reason ->
    [metRequirementsNotSelected] met the requirements, not selected
    [essentialCriteria] essential criteria not met
    [experience] not enough experience
    [assessment] assessment or interview
    [availability] not available
    [workEligibility] no right to work
    [noResponse] no response
   *[other] another reason
}
words-source = { $source ->
    [website] Our website or form
    [unsolicitedEmail] E-mail they sent us
    [platformAdvert] Advert on a job site
    [recruiter] Recruiter or agency
    [sourcingPlatform] LinkedIn, Indeed or CV Library
    [socialMedia] Public social media
    [sectorReferee] Someone in the sector
    [higherEducation] University or college
    [employeeReferral] Current or former employee
    [survey] Survey
    [publicWebsite] Public website
   *[department] Department or related institution
}
words-kind = { $kind ->
    [job] Permanent job
    [fixedTerm] Fixed-term contract
    [secondment] Secondment
    [internship] Internship
   *[workExperience] Work experience
}
words-relation = { $relation ->
    [recruitingManager] Recruiting manager
    [stakeholder] Stakeholder
    [interviewer] Interviewer
    [approver] Approver
    [director] Director
   *[auditor] Auditor
}
words-purpose = { $purpose ->
    [keepLonger] Keep details for longer
    [otherVacancies] Hear of other vacancies
    [surveys] Invitations to surveys
   *[reserveList] Reserve list
}
words-means = { $means ->
    [form] On a form
    [email] By e-mail
    [letter] By letter
   *[spokenConfirmed] Spoken, then confirmed in writing
}
words-role = { $role ->
    [hrAdministrator] HR administrator
    [dataProtectionOfficer] Data protection officer
    [auditor] Auditor
    [sweepTimer] Sweep timer
   *[member] Member
}
words-contact = { $way ->
    [email] E-mail
    [phone] Telephone
   *[post] Post
}
words-progress = { $progress ->
    [any] Any progress
    [live] In progress
    [ended] Ended
   *[none] Never applied
}
words-retention = { $retention ->
    [any] Any date
    [due] Due for erasure now
    [soon] Due in 30 days
   *[noDate] No date yet
}
words-undone = { $what ->
    [addedCandidate] Took back the added candidate
    [editedCandidate] Took back the edit
    [addedApplication] Took back the added application
    [movedApplications] Took back the move
    [endedApplications] Took back the decision
    [changedVacancy] Took back the change to the vacancy
    [changedInterview] Took back the change to the interview
    [changedPermission] Took back the change to the permission
    [recordedDisclosure] Took back the disclosure
    [recordedNotice] Took back the record of the notice
    [toldRecipient] Took back that the recipient was told
    [changedReserveList] Took back the change to the reserve list
    [reviewedRecords] Took back the look
    [changedOffer] Took back the step of the offer
    [toldOutcome] Took back what they were told
    [contactedReserve] Took back the contact
    [deletedView] Put the view back
    [changedRegister] Took the change to the register back
    [changedComplaint] Took back the change to the complaint
   *[imported] Took back the import
}
words-right = { $action ->
    [listCandidates] list candidates
    [readCandidate] read a candidate
    [addCandidate] add candidates
    [editCandidate] edit candidates
    [recordPermission] record permissions and notices given
    [recordDisclosure] record disclosures
    [decideApplication] decide applications
    [assessCandidate] give feedback on interviews
    [approveOffer] approve offers
    [listVacancies] list vacancies
    [readVacancy] read a vacancy
    [addVacancy] add vacancies
    [editVacancy] edit vacancies
    [assignPeople] choose the people of a vacancy
    [reviewRetention] review what is due for erasure
    [manageHolds] place and release legal holds
    [erase] erase records
    [import] import files
    [manageAccounts] manage people who sign in
    [readAccounts] see who signs in
    [reviewAccess] see who can see what
    [keepRegisters] answer for requests, complaints and incidents
    [readRegisters] read the registers of requests, complaints and incidents
   *[readJournal] read the journal
}
words-compartment = { $compartment ->
    [identityAndRightToWork] Identity and right to work
    [healthAndAdjustments] Health and adjustments
    [equalityMonitoring] Equality monitoring
   *[criminalRecordAndVetting] Criminal record and vetting
}
