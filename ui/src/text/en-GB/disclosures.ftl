# What of a candidate was given to somebody outside.
disclosures-title = Disclosures
disclosures-none = None recorded. Nobody outside has to be told when this record goes.
disclosures-record = Record a disclosure
disclosures-category = { $category ->
    [membersAndDepartments] MP’s office or department
    [recruiters] Recruiter, process manager or site developer
    [trackingSoftware] Applicant tracking software
    [hrSoftware] HR software
    [communicationsAndStorage] Communications and storage
    [surveys] Surveys and web forms
    [websiteAndHosting] Website, analytics and hosting
    [legalBodies] Court, police or another authority
   *[cloudAndSecurity] Cloud services and IT security
}
disclosures-purpose = { $purpose ->
    [moveForward] To move the application forward
    [employmentLaw] To comply with employment law
    [reply] To reply and communicate
    [approach] To approach somebody as a good fit
    [officeReview] For a review by an MP’s office or department
    [runProcess] To run the recruitment process
    [status] To say how the application stands
    [rightCandidate] To check that somebody is right for the role
    [takeReference] To take up a reference
    [otherVacancies] To tell of other vacancies
    [survey] To invite to a survey
    [security] To keep the site and process running and secure
    [keepLonger] To keep a record longer, with permission
    [communications] For digital communications, with permission
    [cookies] Cookies of the website
    [rightsRequest] To answer a request about rights
    [breachImpact] To find out whom a breach affects
    [protectFromHarm] To protect somebody from harm
    [legalClaims] For legal claims
    [reserveList] To keep a reserve list
    [statistics] For statistics that a law asks for
    [reporting] To report on recruitment in figures
    [vetting] For national security vetting
    [programmes] For optional programmes
    [requiredByLaw] Because a law, court or authority requires it
   *[handOver] To hand a hired person’s details over
}
disclosures-class = { $class ->
    [contact] Name and contact details
    [identityDocument] Copies of identity documents
    [form] Form, CV and letter
    [reference] References
    [test] Tests and marks
    [rightToWork] Right to work
    [equality] Equality answers
    [correspondence] Letters and messages
    [toolUse] Status history
    [opinion] Notes and scores
    [publicDomain] Material from public sources
    [recording] Recordings
    [device] Device and visit data
    [health] Health and adjustments
    [criminalRecord] Criminal-record information
   *[vetting] Security vetting
}
disclosures-given = Given on { $date }
disclosures-for-application = { $purpose } · { $vacancy }
disclosures-recorded-by = Recorded by { $by }
disclosures-take-back = Remove
disclosures-take-back-one = Remove the disclosure to { $recipient } of { $date }
disclosures-taken-back = Removed the disclosure to { $recipient }

disclosures-take-back-title = Remove the disclosure to { $recipient }?
disclosures-take-back-what = Only if it was recorded by mistake: { $recipient } will then not be told when this record goes. The journal keeps that it was removed.
disclosures-take-back-save = Remove disclosure

disclosures-record-title = Record a disclosure of { $name }
disclosures-record-what = Write down what is given to somebody outside. First what for: that says to whom it may go, and the least they need. They are told when it is erased.
disclosures-record-purpose = What for
disclosures-record-purpose-missing = Choose what it is given for
disclosures-record-basis = Basis: { $basis }
disclosures-record-recipient = To whom
disclosures-record-recipient-is = { $category } · { $country }
disclosures-record-recipient-missing = Choose to whom it is given
disclosures-record-no-recipient = The register has no recipient that this purpose may reach. Whoever keeps the registers adds one in Accountability.
disclosures-record-application = Which application it is of
disclosures-record-whole = The record as a whole
disclosures-record-not-relevant = Choose an application for a role that says why an MP’s office or department is concerned (rule SHA-03). A role says so under Reserve list, in what it asks for.
disclosures-record-refused = This may not be given
disclosures-record-given-already = If it was given already, report an incident.
disclosures-record-allowed = This may be given
disclosures-record-agreement = Agreement: { $agreement }
disclosures-record-no-agreement = The recipient answers for itself, so there is no agreement
disclosures-record-classes = What is given
disclosures-record-least = Ticked is the least that is needed. More needs a reason
disclosures-record-classes-missing = Choose what is given
disclosures-record-reason = Why more than the least
disclosures-record-on = Day it is given
disclosures-record-on-missing = Enter the day
disclosures-record-on-ahead = Enter today’s date or an earlier one
disclosures-record-save = Record disclosure
disclosures-recorded = Recorded the disclosure to { $recipient }
disclosures-legal = { $field ->
    [authority] Who asked for it
    [power] The power or the order
    [asked] What was asked for
    [least] The least that satisfies it
    [decidedBy] Who decided
   *[told] How the candidate was told, or why not
}
disclosures-relevance = Concerned because: { $relevance }
disclosures-reason = More than the least because: { $reason }
