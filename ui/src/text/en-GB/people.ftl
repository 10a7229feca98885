# Accounts: who can sign in here.
people-title = People
people-lede = Everyone who can sign in to this store. What they see of candidates comes from their part in a vacancy.
people-add = Add an account
people-table = Accounts
people-column-name = Name
people-column-role = Role
people-column-training = Trained until
people-column-sealed = Sealed classes
people-column-vacancies = Vacancies
people-you = You
people-protected-title = What protects the records
people-protected-encryption = Encryption
people-protected-encryption-what = The whole store is encrypted on disk. Without one of these accounts’ passphrases, or the recovery sheet, it can’t be read. Sealed classes (identity documents, health, equality monitoring, criminal records) are under keys of their own: whoever does not hold the key can’t read them, even with a tool of their own. Somebody who was removed can’t open what is here now.
people-protected-app = This app’s rules
people-protected-app-what = Everyone who can sign in here has a key to the whole store but for the sealed classes; what each person sees of it is enforced by this app. Give an account only to people you would trust with the laptop.
people-dialog-title = Add an account
people-name = Name
people-name-help = As colleagues know them; the sign-in screen shows it
people-name-missing = Enter the person’s name
people-role = Role
people-role-missing = Choose the role
people-role-what-member = Sees the candidates of vacancies they have a part in, and nobody else.
people-role-what-hrAdministrator = Sees every candidate and vacancy, erases, imports and manages people. Gets the keys to what is sealed, of those you hold.
people-role-what-dataProtectionOfficer = Sees every candidate and the journal, records and withdraws permissions, and changes nothing else.
people-role-what-director = Sees everything about the candidates of one team’s vacancies, and changes nothing.
people-role-what-auditor = Sees only what an audit lets them see, for the days it lasts, and changes nothing. Everything they read is written down.
people-until = Last day
people-until-help = Leave it empty where no end is in sight
people-until-help-auditor = An auditor’s role ends after 90 days at most
people-until-missing = Enter the auditor’s last day
people-induction = Live induction
people-induction-help = The day they attended the live data protection training. Without one they can sign in and see nothing of candidates, until it is recorded.
people-column-actions = Actions
people-actions = More for { $name }
people-training-title = Record training of { $name }
people-training-way = How it was given
people-training-way-live = Live induction
people-training-what-live = In person or on a call. Everyone needs one before they open personal data.
people-training-way-refresher = Refresher
people-training-what-refresher = Any course. One is needed every two years.
people-training-held = Held on
people-training-missing = Enter the day it was held
people-training-future = Enter today’s date or an earlier one
people-training-save = Record training
people-training-saved = Recorded the training of { $name }
people-remove-title = Remove { $name }?
people-remove-what = { $name } can no longer sign in here, and the store gets a new key that was never theirs. What they did stays in the journal under their name.
people-remove-copies = A copy of the store’s folder that { $name } took earlier they can still open. This can’t be undone.
people-remove-save = Remove account
people-removed = Removed { $name }
people-recovery-title = Recovery sheet
people-recovery-standing = { $standing ->
    [missing] There is no recovery sheet. If the last passphrase is forgotten, every record is lost.
    [unconfirmed] A recovery sheet was made, and nobody has typed it back yet. Make it again and confirm it, to be sure that it can be read.
   *[confirmed] There is a recovery sheet, and it was typed back from paper.
}
people-recovery-what = A code on paper that opens the store when somebody has forgotten their passphrase. Keep it in a sealed envelope, away from the laptop. Making a new one ends the one before.
people-recovery-make = Make a recovery sheet
people-recovery-again = Make a new sheet
people-recovery-write = Put this on paper now. It is shown once, and is kept nowhere else. Write it down, or print it on a printer that keeps no copy.
people-recovery-print = Print the sheet…
people-recovery-sheet-title = Recovery sheet of { $organisation }
people-recovery-sheet-made = Made with Fairhold on { $day }, for the records in { $folder }.
people-recovery-sheet-use = To use it: on the sign-in screen choose your name, then “Forgotten passphrase?”, type the code and choose a new passphrase. That it was used is written down.
people-recovery-sheet-keep = Whoever has this sheet and the laptop can read every record. Keep it in a sealed envelope, away from the laptop. Making a new sheet ends this one.
people-recovery-code = Recovery code
people-recovery-back = Type it back from the paper
people-recovery-back-hint = Spaces, hyphens and capitals don’t matter. The letters I, L and O are read as 1, 1 and 0.
people-recovery-confirm = Confirm the sheet
people-recovery-later = Close without confirming
people-recovery-confirmed = The recovery sheet is confirmed
people-passphrase = First passphrase
people-passphrase-help = Fifteen characters or more: four or five words you would not find together are best. Tell it to them in person, never by e-mail.
people-passphrase-missing = Enter a first passphrase
people-save = Add account
people-cancel = Cancel
people-added = Added { $name }
people-next = { $name } can sign in now. Give them a part in a vacancy next, or they see no candidates.
people-empty-title = Only you can sign in
people-empty = Add the recruiting managers and interviewers who share this laptop.
people-number = { $count }
people-sees-title = What { $name } can see
people-sees-none = Nothing of candidates: they have no part in a vacancy or a team.
people-sees-sealed-none = They hold the key to no sealed class.
people-do-sees = What can they see?
people-do-sees-own = What can you see?
people-do-role = Change role
people-do-audit = Give audit access
people-do-sealed = Sealed classes
people-do-training = Record training
people-do-reset = Reset passphrase
people-do-remove = Remove account
people-timer = Starts the sweep of what is due, and nothing else
people-role-until = until { $date }
people-training-none = No induction
people-training-lapsed = Lapsed { $date }
people-training-good = { $date }
people-everything = Everything
people-team = Team
people-team-missing = Choose the team
people-until-past = Enter today’s date or a later one

# A change of role
people-post-director = Director of a team
people-role-title = Change the role of { $name }
people-role-save = Change role
people-role-saved = { $name } is now: { $role }
people-changes = What changes for { $name }
people-change = { $kind ->
    [losesHr] They no longer see every candidate, erase, import, or manage people.
    [keysTaken] They lose the keys to what is sealed: { $keys }. What is sealed from now on is under keys they never had.
    [keysGiven] They get your keys to what is sealed: { $keys }.
    [noKeys] They get no key to what is sealed, since you hold none. Somebody who does can give it under Sealed classes.
    [partsRest] Their parts in vacancies do not count while they have this role.
    [partsKept] They keep the parts in vacancies that they have now.
    [auditFirst] They see nothing of candidates until you give them audit access.
   *[partFirst] They see no candidates until they have a part in a vacancy.
}

# An audit
people-audit-title = Let { $name } audit
people-audit-of = What they audit
people-audit-of-vacancy = One vacancy
people-audit-what-vacancy = Its candidates and applications.
people-audit-of-team = A team
people-audit-what-team = The candidates of all its vacancies.
people-audit-of-organisation = Everything
people-audit-what-organisation = Every candidate, who can see what, and the journal. While it lasts, no other part of theirs counts.
people-audit-vacancy = Vacancy
people-audit-vacancy-missing = Choose the vacancy
people-audit-team-missing = Choose the team
people-audit-organisation-missing = Choose what they audit
people-audit-from = First day
people-audit-from-missing = Enter the first day
people-audit-until-help = At most { $days } days, the first and the last included
people-audit-too-long = Enter a last day after the first, at most { $days } days on
people-audit-note = { $name } reads and changes nothing. Sealed classes stay sealed, everything they open is written down, and the access ends by itself.
people-audit-save = Give access
people-audit-saved = { $name } has audit access

# What somebody can see
people-sees-today = Today
people-parts = Parts and audits
people-part = { $relation }: { $to }
people-part-days = { $begun ->
    [yes] { $ends ->
        [yes] since { $from }, until { $until }
       *[no] since { $from }
    }
   *[no] { $ends ->
        [yes] from { $from } until { $until }
       *[no] from { $from }
    }
}
people-part-rests = opens nothing today
people-part-end = End
people-part-end-one = End this part: { $relation }, { $to }
people-part-end-title = End the part of { $name }?
people-part-end-what = { $name } stops being { $relation } of { $to } now, and no longer sees what that showed them. You can give it again.
people-part-end-team = They direct the whole team, so this ends in every vacancy of it.
people-part-end-save = End this part
people-part-ended = { $name } is no longer { $relation } of { $to }

# The access review as a file
people-review = Access review
people-review-hint = Who can see what today, and by which rule: for an auditor, or for your own check every three months. The file names everyone who signs in and no candidate. That it was saved is written down.
people-review-save = Save as a file
people-review-saved = The access review is saved

# Sealed classes
people-sealed = Sealed classes
people-sealed-astray = { $count ->
    [one] 1 to take away
   *[other] { $count } to take away
}
people-sealed-title = Sealed classes of { $name }
people-sealed-holds = Holds the key
people-sealed-lacks = No key
people-sealed-give = Give
people-sealed-give-one = Give the key: { $class }
people-sealed-take = Take away
people-sealed-take-one = Take away the key: { $class }
people-sealed-what-identityAndRightToWork = Copies and details of passports, visas and other documents.
people-sealed-what-healthAndAdjustments = Health, disability, and the adjustments people asked for.
people-sealed-what-equalityMonitoring = Answers to equality monitoring. The app shows them to nobody, only counts of them.
people-sealed-what-criminalRecordAndVetting = Criminal records, DBS certificates and security vetting.
people-sealed-hr-only = Only HR administrators may hold keys to sealed classes: no other role reads what is in them.
people-sealed-not-hr = Only HR administrators may hold this key.
people-sealed-not-held = You do not hold this key, so you can’t give it.
people-sealed-honest = These keys are real: without one, what is sealed can’t be read, whatever tool somebody uses. A key that is taken away opens nothing sealed afterwards. A copy of the store’s folder that { $name } made while holding it, they can still open.

# Another passphrase for somebody
people-reset-title = Reset the passphrase of { $name }
people-reset-what = For when { $name } has forgotten it. The passphrase they had stops working, and they get fresh keys. Tell them the new one in person, and ask them to change it from the menu with their name.
people-reset-loses = You do not hold these keys, so { $name } loses them: { $keys }. Somebody who holds them has to give them again, under Sealed classes.
people-reset-passphrase = New passphrase
people-reset-save = Reset passphrase
people-reset-saved = { $name } has a new passphrase
people-reset-done = { $name } has a new passphrase
people-reset-lost = { $name } can sign in, but no longer holds these keys: { $keys }. Ask somebody who holds them to give them again, under Sealed classes.
people-reset-close = Close

# What the organisation set about access
people-settings = Access settings
people-settings-hint = How long access lasts by itself. The values it starts with are those of the privacy notice.
people-settings-change = Change
people-settings-title = Change the access settings
people-settings-save = Save settings
people-settings-saved = The access settings are changed
people-setting-panelGraceDays = After a vacancy closes out
people-setting-what-panelGraceDays = Its recruiting managers, interviewers and others keep their access for so many days.
people-setting-auditorDays = Longest audit
people-setting-what-auditorDays = Nobody can be given audit access for more days than this.
people-setting-trainingMonths = Training lasts
people-setting-what-trainingMonths = After so many months everyone needs a refresher, or opens no personal data.
people-setting-trainingGraceDays = After training lapses
people-setting-what-trainingGraceDays = Access goes on for so many days. Without any, it stops the day after.
people-setting-value = { $id ->
    [trainingMonths] { $count } months
   *[other] { $count ->
        [0] No days
        [one] 1 day
       *[other] { $count } days
    }
}
people-setting-usual = { $id ->
    [trainingMonths] Usually { $count } months.
   *[other] { $count ->
        [0] Usually none.
        [one] Usually 1 day.
       *[other] Usually { $count } days.
    }
}
people-setting-bounds = Enter a number from { $least } to { $most }
people-backups = Backups
people-backups-hint = One sealed and signed file each, made while you work. Each is deleted { $days ->
    [one] after a day
   *[other] after { $days } days
  }. Until then, people who are erased meanwhile are beyond use in it: a backup that is put back is rid of them before it opens. Keep the two small files beside it, the list of erasures and the keys of sealed records, with it.
people-backups-table = Backups that are known
people-backups-none = No backup is known.
people-backup-make = Make a backup
people-backup-made = The backup was made
people-backup-made-at = Made
people-backup-size = Size
people-backup-megabytes = { NUMBER($size, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB
people-backup-until = Kept until
people-backup-overdue = Overdue: its folder is not there
people-backup-where = Where
people-backup-do = Delete
people-backup-delete = Delete…
people-backup-delete-title = Delete the backup made { $made }?
people-backup-delete-what = The file is deleted, if it is there: { $path }. If it was moved, delete it yourself. It is taken off this list.
people-backup-delete-do = Delete backup
people-backup-deleted = The backup is off the list
people-holidays = Bank holidays
people-holidays-hint = Days by which people are answered fall on the next working day where you work.
people-holidays-of = Whose bank holidays count
people-holidays-nation = { $nation ->
    [england-and-wales] England and Wales
    [scotland] Scotland
   *[northern-ireland] Northern Ireland
}
people-holidays-until = Known until { $date }; later days count weekends alone.
