# The shell: navigation, shortcuts, failures.
app-name = Fairhold
app-title = { $place } · Fairhold
app-drop-person = Let go to add to this candidate’s documents
app-drop-nowhere = Files can be dropped on a candidate, or on Import.
app-skip = Skip to the page
app-menu = Menu
app-places = Places
app-place-today = Today
app-place-candidates = Candidates
app-place-vacancies = Vacancies
app-place-pipeline = Pipeline
app-place-reserve = Reserve list
app-place-retention = Retention
app-place-rights = Rights and incidents
app-place-import = Import
app-place-accountability = Accountability
app-place-people = People
app-lock = Lock
app-who-menu = Appearance and shortcuts
app-appearance = Appearance
app-look-system = As the system
app-look-light = Light
app-look-dark = Dark
app-look-contrast = High contrast
app-print = Print
app-zoom = Size
app-zoom-percent = { $percent } %
app-idle = Lock when nobody is here for
app-idle-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
app-store-at = Encrypted store in { $folder }
app-version = Fairhold { $version }
app-sample-label = Sample organisation
app-sample = Sample organisation: nobody here is real
app-sample-leave = Throw it away
app-tour = Tour of the sample organisation
app-tour-welcome = New here? Two minutes show you round, with people who are made up.
app-tour-start = Show me round
app-tour-not-now = Not now
app-tour-next = Next
app-tour-back = Back
app-tour-stop = Stop the tour
app-tour-end = Finish the tour
app-tour-step = { $step } of { $steps }.
app-tour-today = Today lists what needs you, soonest first. When it is empty, nothing waits.
app-tour-candidates = Everyone you may see. Type / to find somebody, press Enter to open them; each record says when it goes, and why.
app-tour-vacancies = Each role with how far its people have come. Open one: its board moves by drag, by menu, or with the keys [ and ].
app-tour-pipeline = How your roles are going, in pictures. Groups of fewer than five are never counted out.
app-tour-retention = Here records go on their day. Look at what is due, and see everything checked before anything is erased.
app-tour-accountability = What an auditor opens first: who did what, in a chain that shows whether an entry was changed. Ctrl K finds everything else.
app-try-again = Try again

# The command palette
app-find = Find or go
app-find-hint = Name, place or action
app-find-found = Found
app-find-nothing = Nothing by that name
app-find-go = Go to { $place }
app-find-group = { $group ->
    [people] Candidates
    [vacancies] Vacancies
   *[commands] Places and actions
}
app-find-view = Show the view “{ $name }”
app-find-look = Appearance: { $look }
app-find-tour = Take the tour of the sample organisation
app-add-candidate = Add candidate
app-add-vacancy = Add vacancy

# The sheet of shortcuts
app-shortcuts = Keyboard shortcuts
app-letters = Use single letters as shortcuts
app-letters-hint = Switch this off if you speak to your computer or press keys by accident. It holds until the window closes.
app-key-group = { $group ->
    [everywhere] Everywhere
    [go] Go to a place
    [lists] In a list
    [pictures] In a picture of figures
    [board] On a vacancy’s board
   *[scorecard] On your scorecard
}
app-key-palette = Find a candidate, place or action
app-key-search = Search this page
app-key-undo = Undo the latest change
app-key-lock = Lock
app-key-sheet = Show keyboard shortcuts
app-key-help = Explain this page
app-key-add = Add a candidate from anywhere
app-key-print = Print this page
app-key-larger = Draw everything larger
app-key-smaller = Draw everything smaller
app-key-usual = Draw everything at its usual size
app-key-point-step = Next or last figure
app-key-point-ends = First figure, last figure
app-key-today = Today
app-key-candidates = Candidates
app-key-vacancies = Vacancies
app-key-pipeline = Pipeline
app-key-reserve = Reserve list
app-key-retention = Retention
app-key-rights = Rights and incidents
app-key-import = Import
app-key-accountability = Accountability
app-key-people = People
app-key-row-next = Next row
app-key-row-before = Row before
app-key-row-ends = First row, last row
app-key-row-open = Open
app-key-row-select = Select or clear
app-key-row-range = Select up to here
app-key-row-all = Select all
app-key-card-before = Move a card to the stage before
app-key-card-next = Move a card to the next stage
app-key-card-reject = Reject
app-key-score = Score what has the focus, and go on
app-key-score-not-asked = Say that you did not ask

# Failures: what happened, then what is safe and what to do next
app-refused-title = You can’t see this
app-unlisted = What is not shown
app-find-nobody = Nobody you may see is called that.
app-error-refused = That is not allowed.
app-error-refused-rest = { $sentence } Nothing was changed. (Rule { $rule })
app-error-throttled = Too many wrong passphrases.
app-error-throttled-rest = { $seconds ->
    [one] Nothing is lost. Try again in 1 second.
   *[other] Nothing is lost. Try again in { $seconds } seconds.
}
app-error-backup = Nothing was done with the backup.
app-error-import = This file can’t be brought in.
app-error-internal = Something went wrong in Fairhold.
app-error-internal-rest = What was saved before is safe; this was not done. Try again. If it happens again, quote { $incident }.
app-error-invalid = Some answers can’t be taken.
app-error-plain = { $code ->
    [locked] Fairhold has locked itself.
    [notFound] That is not here.
    [stale] Someone changed this while you were looking at it.
    [wrongPassphrase] That is not the passphrase.
    [unsaved] The file was not saved.
   *[cancelled] Stopped.
}
app-error-plain-rest = { $code ->
    [locked] Your saved work is safe. Sign in to go on.
    [notFound] It was erased or taken back, or it is not yours to see. Nothing was changed.
    [stale] Nothing was overwritten. Look at it as it is now, then make your change again.
    [unsaved] Your records are as they were. Choose another folder, or free some space, then try again.
    [wrongPassphrase] Nothing was opened. Check Caps Lock and the keyboard’s language, then try again.
   *[cancelled] What was done before you stopped it is kept, and whole.
}
app-error-keychain = { $fault ->
    [missing] This computer’s keychain does not answer.
    [locked] This computer’s keychain is locked.
    [silent] This computer’s keychain took too long.
    [empty] This computer’s keychain keeps nothing for you.
   *[wrong] What this computer’s keychain keeps does not open these records.
}
app-error-keychain-rest = { $fault ->
    [missing] Your records are safe. Start the keychain and try again, or use your passphrase.
    [locked] Your records are safe. Unlock it and try again, or use your passphrase.
    [silent] Your records are safe. Try again, or use your passphrase.
    [empty] It was emptied, or you allowed it on another computer. Use your passphrase; once signed in you can allow it here.
   *[wrong] It is from an earlier time or another computer. Use your passphrase; once signed in you can allow it anew.
}
app-store-problem = { $kind ->
    [inUse] Another Fairhold window has this store open.
    [notAStore] That folder holds no Fairhold store.
    [damaged] The store is damaged.
    [keysDamaged] Both copies of the key file are damaged.
    [keysForged] Something other than Fairhold changed the key file.
    [keysOlder] An earlier key file was put in the place of the newest one.
    [subjectsDamaged] The keys of sealed records are missing or damaged.
    [rolledBack] The database is older than the one last used here.
    [headDamaged] The record of the newest database is missing or damaged.
    [trial] A trial version of Fairhold made this store.
    [newer] The store was made by a newer Fairhold.
    [readOnly] The store’s folder can only be read.
    [full] The disk is full.
    [unreadable] The store can’t be read.
   *[alreadyThere] There is a store in that folder already.
}
app-store-problem-rest = { $kind ->
    [inUse] Both are safe. Close the other window, then try again.
    [notAStore] Nothing in it was changed. Choose the folder that has fairhold.db in it.
    [damaged] Nothing was changed, so no more is lost. Copy the folder somewhere safe, then open a backup. A copy from before an upgrade of Fairhold, if there was one, is in the folder as fairhold.v….sealed.
    [keysDamaged] Nothing was changed, and the records are whole. Bring back fairhold.keys from a backup of this folder, then try again.
    [keysForged] Nothing was changed. Bring back fairhold.keys from a backup of this folder, and ask who had the laptop.
    [keysOlder] Nothing was changed. Bring back the newest fairhold.keys from a backup of this folder, and ask who had the laptop.
    [subjectsDamaged] Nothing was changed. Bring back fairhold.subjects from the newest backup of this folder, then try again.
    [rolledBack] Its journal has { $found } entries and had { $expected }. Nothing was changed. Bring back the newest fairhold.db; or, if this is the backup you want, open it as it is. That is written down.
    [headDamaged] Without fairhold.head nobody can say whether an older database was put in the place of the newest. Nothing was changed. Bring it back from a backup of this folder; or, if nobody else had the laptop, open the store as it is. That is written down.
    [trial] It was left as it is. This version can’t open it: choose an empty folder for a new store.
    [newer] It is safe and was not touched. Its version is { $found }; this program reads up to { $known }. Install the newer Fairhold.
    [readOnly] What is in it is safe. Allow writing to the folder, or move it to a disk you can write to.
    [full] What was saved before is safe; the last change was not made. Free some space, then try again.
    [unreadable] Nothing was changed. Check that the disk is connected and that you may read the folder, then try again.
   *[alreadyThere] It was not touched. Open it, or choose an empty folder for the new one.
}
app-store-keys = { $fault ->
    [missing] The key file is missing.
    [damaged] The key file is damaged.
    [foreign] The key file is another store’s.
    [older] An earlier key file was put in the place of the newest one.
   *[forged] Something other than Fairhold changed the key file.
}
app-store-keys-rest = Nothing was changed, and a whole copy is in the folder. Use the copy: the file it replaces is kept beside it as fairhold.keys.replaced. If you don’t know how this came about, ask who had the laptop.
app-keychain-title = Sign in by keychain
app-keychain-menu = Sign in by keychain…
app-keychain-what = This computer’s keychain opens when you sign in to the computer. It can keep a key that opens Fairhold for you, so that you need not type your passphrase here.
app-keychain-risk = Whoever uses this computer while you are signed in to it can then open Fairhold as you. Don’t allow it on a computer that others use under your name.
app-keychain-still = Your passphrase works as before, here and elsewhere.
app-keychain-is-on = A keychain opens Fairhold for you. If it is another computer’s, allowing it here ends it there.
app-keychain-allow = Allow on this computer
app-keychain-stop = Stop allowing it
app-keychain-cancel = Cancel
app-keychain-allowed = This computer’s keychain now opens Fairhold for you
app-keychain-stopped = Only your passphrase opens Fairhold for you now
app-put-back-label = Older records
app-put-back = These records may be an older copy. The journal has { $found ->
    [one] 1 entry
   *[other] { $found } entries
  } and had { $expected } when it was last seen. If nobody put a copy back, tell whoever looks after your records before you go on: erased people may be in it again.
app-put-back-journal = Look at the journal
app-replay-label = Erased again
app-replay = { $count ->
    [one] 1 person erased since this copy was made was in it again. They were erased again before anything was shown.
   *[other] { $count } people erased since this copy was made were in it again. They were erased again before anything was shown.
  }
app-replay-proved = Every page and file was searched, and nothing of them is left.
app-replay-found = Something of them was still found afterwards: tell whoever looks after your records.
app-replay-list-lost = The list of erasures that is kept beside the records was missing or damaged, and was made anew from them. If somebody put an older copy back, people erased since then may be in it again.
app-passphrase-title = Change your passphrase
app-passphrase-current = Passphrase now
app-passphrase-new = New passphrase
app-passphrase-hint = Fifteen characters or more: four or five words you would not find together are best.
app-passphrase-again = New passphrase again
app-passphrase-differs = The two are not the same
app-passphrase-save = Change passphrase
app-passphrase-cancel = Cancel
app-passphrase-changed = Your passphrase is changed

# One's own data protection training
app-training-title = Your training
app-training-access = Personal data
app-training-standing = { $standing ->
    [open] Open to you until { $date }
   *[closed] Closed to you
}
app-training-refresh = Refresher due from
app-training-taken = Taken
app-training-none = Nothing is recorded yet
app-training-one = { $way ->
    [live] Live induction
   *[refresher] Refresher
}, { $date }, recorded by { $name }
app-training-ask = When you have taken a course, ask { $names } to record it under People. Nobody records their own.
app-training-alone = Nobody else in HR can sign in here, and nobody records their own training. Add a second HR administrator under People; they record it for you.
app-training-nobody = No HR administrator can sign in here at the moment. Ask whoever gave you this account.
app-gate-title = Training comes first
app-gate-no-induction = You have had no live induction to data protection yet
app-gate-lapsed = Your data protection training counted until { $date }
app-gate-safe = As soon as it is recorded, everything you had opens again: nothing was taken from you.
