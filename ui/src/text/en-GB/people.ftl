# Accounts: who can sign in here.
people-title = People
people-lede = Everyone who can sign in to this store. What they see of candidates comes from their part in a vacancy.
people-add = Add an account
people-table = Accounts
people-column-name = Name
people-column-role = Role
people-column-added = Added
people-column-vacancies = Parts in vacancies
people-you = You
people-protected-title = What protects the records
people-protected-encryption = Encryption
people-protected-encryption-what = The whole store is encrypted on disk. Without one of these accounts’ passphrases, or the recovery sheet, it can’t be read. Somebody who was removed can’t open what is here now.
people-protected-app = This app’s rules
people-protected-app-what = Everyone who can sign in here has a key to the whole store; what each person sees is enforced by this app. Give an account only to people you would trust with the laptop.
people-dialog-title = Add an account
people-name = Name
people-name-help = As colleagues know them; the sign-in screen shows it
people-name-missing = Enter the person’s name
people-role = Role
people-role-missing = Choose the role
people-role-what-member = Sees the candidates of vacancies they have a part in, and nobody else.
people-role-what-hrAdministrator = Sees every candidate and vacancy, erases, imports and adds accounts.
people-role-what-dataProtectionOfficer = Sees every candidate and the journal, records and withdraws permissions, and changes nothing else.
people-role-what-auditor = Sees only what an audit lets them see, for the days it lasts, and changes nothing. Everything they read is written down.
people-until = Last day
people-until-help = Leave it empty where no end is in sight
people-until-help-auditor = An auditor’s role ends after 90 days at most
people-until-missing = Enter the auditor’s last day
people-induction = Live induction
people-induction-help = The day they attended the live data protection training. Without one they can sign in and see nothing of candidates, until it is recorded.
people-column-actions = Actions
people-actions = More for { $name }
people-training-action = Record training
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
people-remove-action = Remove account
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
people-recovery-write = Write this down on paper now. It is shown once, and is kept nowhere else.
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
people-sees-action = What can they see?
people-sees-title = What { $name } can see
people-sees-none = Nothing of candidates: they have no part in a vacancy or a team.
people-sees-sealed-none = They hold the key to no sealed class.
people-sees-sealed = They hold the keys to these sealed classes:
people-compartment = { $compartment ->
    [identityAndRightToWork] Identity and right to work
    [healthAndAdjustments] Health and adjustments
    [equalityMonitoring] Equality monitoring
   *[criminalRecordAndVetting] Criminal record and vetting
}
