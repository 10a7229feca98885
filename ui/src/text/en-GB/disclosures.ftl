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
   *[cloudAndSecurity] Cloud services and IT security
}
disclosures-purpose = { $purpose ->
    [moveForward] To move the application forward
    [reply] To reply, or say how the application stands
    [officeReview] For a review by an MP’s office or department
    [runProcess] To run the recruitment process
    [survey] To invite to a survey
    [security] To keep the site and process running and secure
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
disclosures-record-what = Write down what was given to somebody outside. They are told when it is erased.
disclosures-record-category = Kind of recipient
disclosures-record-category-missing = Choose the kind of recipient
disclosures-record-recipient = Recipient’s name
disclosures-record-recipient-help = An organisation or office. It is kept when the candidate is erased, so without their name
disclosures-record-recipient-missing = Enter the recipient’s name
disclosures-record-application = Which application it was of
disclosures-record-whole = The record as a whole
disclosures-record-purpose = What for
disclosures-record-purpose-missing = Choose what it was for
disclosures-record-classes = What was given
disclosures-record-classes-missing = Choose what was given
disclosures-record-on = Day it was given
disclosures-record-on-missing = Enter the day
disclosures-record-on-ahead = Enter today’s date or an earlier one
disclosures-record-save = Record disclosure
disclosures-recorded = Recorded the disclosure to { $recipient }
