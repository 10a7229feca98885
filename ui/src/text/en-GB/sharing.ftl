# What may be given to whom: purposes, recipients, agreements, transfers, impact assessments, training.
sharing-purposes = Purposes and lawful bases
sharing-purposes-hint = What the privacy notice says candidates’ data is used for. A change makes a new version; what was given under an older one stays as it was.
sharing-processing = Record of processing
sharing-column-purpose = Purpose
sharing-column-ground = Rests on
sharing-column-uses = May use and reach
sharing-column-actions = What can be done
sharing-version = Version { $version }
sharing-version-notice = As in the notice of 8 July 2024
sharing-version-set = Set by { $by }, { $at }
sharing-versions = Versions
sharing-versions-one = Versions of { $name }
sharing-versions-title = Versions of { $number }
sharing-survives = An objection does not end it
sharing-ends-with = It ends when the person objects or withdraws
sharing-uses = May use: { $classes }
sharing-uses-nothing = Uses no personal data
sharing-reaches = May reach: { $recipients }
sharing-reaches-nobody = Reaches nobody outside
sharing-set-title = Change purpose { $number }
sharing-set-what = This becomes the purpose’s next version and binds from now on. Earlier versions stay. Tell people of a change in substance before you use it (rule NTC-02).
sharing-set-save = Save as version { $version }
sharing-purpose-set = { $number } is now at version { $version }
sharing-text = What people are told
sharing-basis-label = Lawful basis
sharing-condition-label = Condition for special categories and criminal records
sharing-condition-none = None: it uses none of them
sharing-classes-label = What it may use
sharing-recipients-label = Whom it may reach
sharing-basis = { $basis ->
    [permission] Permission, Art 6(1)(a)
    [contract] Contract, Art 6(1)(b)
    [legalObligation] Legal obligation, Art 6(1)(c)
    [vitalInterests] Vital interests, Art 6(1)(d)
    [publicTask] Public task, Art 6(1)(e)
    [recognisedInterests] Recognised legitimate interests, Art 6(1)(ea)
    [legitimateInterests] Legitimate interests, Art 6(1)(f)
   *[anonymous] None needed: traceable to nobody
}
sharing-condition = { $condition ->
    [explicitPermission] Explicit permission, Art 9(2)(a)
    [employment] Employment law, Art 9(2)(b), DPA 2018 Sch 1 para 1
    [legalClaims] Legal claims, Art 9(2)(f), DPA 2018 Sch 1 para 33
    [publicInterest] Substantial public interest, Art 9(2)(g), DPA 2018 Sch 1 Part 2
   *[equality] Equality of opportunity, Art 9(2)(g), DPA 2018 Sch 1 para 8
}

sharing-register-recipient = Recipients
sharing-register-agreement = Agreements with suppliers
sharing-register-transfer = Transfer mechanisms
sharing-register-dpia = Impact assessments
sharing-register-training = Data protection training
sharing-register-hint-recipient = Whom something of candidates may be given to, and in which country.
sharing-register-hint-agreement = Under Article 28. Without one that is in force and covers the purpose, a supplier is given nothing.
sharing-register-hint-transfer = What lets data go to a recipient outside the UK and the adequate countries.
sharing-register-hint-dpia = What was assessed before it began, what is done against its risks, and when it is looked at again.
sharing-register-hint-training = At least once every two years. Whoever’s training is over opens no personal data.
sharing-register-add-recipient = Add a recipient
sharing-register-add-agreement = Add an agreement
sharing-register-add-transfer = Add a mechanism
sharing-register-add-dpia = Add an assessment
sharing-table = { $register }, line by line
sharing-register-none = None is recorded yet.
sharing-training-people = Record training under People
sharing-training-none = No live induction yet: no personal data opens
sharing-column-name = Name
sharing-column-person = Person
sharing-column-says = What it says
sharing-column-standing = How it stands
sharing-standing = { $state ->
    [good] Good until { $date }
    [soon] Due by { $date }
    [overdue] Was due by { $date }
    [lapsed] Ended on { $date }
   *[notYet] From { $date }
}
sharing-item = { $kind ->
    [recipient] a recipient
    [agreement] an agreement with a supplier
    [transfer] a transfer mechanism
   *[dpia] an impact assessment
}
sharing-add-title = Add { $item }
sharing-change-title = Change { $name }
sharing-change = Change
sharing-change-one = Change { $name }
sharing-save = Save
sharing-saved = Saved { $name }
sharing-cancel = Cancel
sharing-review = Review
sharing-review-one = Review { $name }
sharing-review-title = Review { $name }
sharing-review-what = { $kind ->
    [recipient] You looked at it: it is still the same recipient, in the same country, and still needed.
    [agreement] You looked at it: it still says what Article 28(3) asks for, and the supplier showed that it keeps to it.
    [transfer] You looked at it: the protection there is still not materially lower.
   *[dpia] You looked at it: the risks and the measures are still as it says.
}
sharing-review-save = Reviewed
sharing-reviewed = Reviewed { $name }, next by { $date }
sharing-owner = Owner
sharing-owner-help = Who answers for it here: a name or a post
sharing-review-on = Review by
sharing-review-on-help = No more than two years ahead. Past this day nothing is given under it
sharing-recipient-name = Recipient’s name
sharing-recipient-name-help = An organisation or office. It is told of erasures by this name
sharing-category = Kind of recipient
sharing-country = Country
sharing-country-help = Where it uses what it is given
sharing-destination = { $destination ->
    [home] No transfer
    [adequate] Adequate: no mechanism is needed
   *[elsewhere] Needs a transfer mechanism
}
sharing-registration = ICO registration number
sharing-registration-help = For an MP’s office or department, which answers for itself; or why it is not known
sharing-approved-on = Approved on
sharing-approved-on-help = Suppliers of software and services are approved before they are given anything
sharing-approved-by = Approved by
sharing-approved = Approved on { $date } by { $by }
sharing-recipient-ends = Last day
sharing-recipient-ends-help = Once nothing is given to it any more. Empty while it goes on
sharing-with = Recipient
sharing-reference = What it is called
sharing-reference-help = Its title, and where the document is
sharing-covers = What it lets the supplier do
sharing-clauses = What it sets out
sharing-clauses-help = Article 28(3) asks for all of them
sharing-clauses-missing = { $count ->
    [one] 1 clause of Article 28(3) is missing
   *[other] { $count } clauses of Article 28(3) are missing
}
sharing-clause = { $clause ->
    [instructions] It acts on written instructions alone
    [confidentiality] Its people keep what they see to themselves
    [security] It keeps data secure
    [subProcessors] It takes on others only as agreed
    [rights] It helps to answer people who use their rights
    [assistance] It helps with security, breaches and impact assessments
    [deletion] It deletes or gives back everything at the end
   *[audit] It shows that it does all this, and may be audited
}
sharing-starts-on = First day
sharing-ends-on = Last day
sharing-ends-on-help = Empty while no end is agreed
sharing-ends = Ends on { $date }
sharing-mechanism-label = Mechanism
sharing-mechanism = { $mechanism ->
    [adequacy] The recipient joined the UK–US data bridge
    [idta] International Data Transfer Agreement
    [addendum] EU standard clauses with the UK addendum
   *[corporateRules] Binding corporate rules of its group
}
sharing-test = What the data protection test found
sharing-test-help = Whether the standard there is materially lower (Article 46(1A))
sharing-dpia-name = What was assessed
sharing-about = What it is about
sharing-measures = What is done against the risks
sharing-residual-label = Risk that stays
sharing-residual = { $residual ->
    [low] Low
    [medium] Medium
   *[high] High
}
sharing-risk = Risk that stays: { $residual }
sharing-consulted-on = Regulator asked on
sharing-consulted-on-help = Needed before a high risk is taken (Article 36)
sharing-signed-off-on = Signed off on
sharing-signed-off = Signed off on { $date }
sharing-missing = { $field ->
    [recipient] Choose the recipient
    [name] Enter what it is called
    [category] Choose the kind of recipient
    [country] Choose a country of the list
    [approval] Enter both who approved it and the day, or neither
    [mechanism] Choose the mechanism
    [test] Enter what the test found
    [measures] Enter what is done against the risks
    [residual] Choose the risk that stays
    [signedOffOn] Enter the day it was signed off
    [purposes] Tick what it is for
    [startsOn] Enter the first day
    [owner] Enter who answers for it
    [text] Enter what people are told
   *[reviewOn] Enter the day of the next review
}
