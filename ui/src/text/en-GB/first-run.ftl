# First run: make a store, open one, or look round the sample.
first-run-title = Welcome to Fairhold
first-run-lead = Recruitment records that keep the promises of your privacy notice: seen by the right people, and gone when you said they would be.
first-run-make = Make a new store
first-run-make-text = Start with an empty, encrypted store for your organisation. It takes two minutes.
first-run-make-button = Make a store
first-run-open = Open an existing store
first-run-open-text = Choose the folder a colleague or an earlier Fairhold made.
first-run-open-button = Choose a folder…
first-run-restore = Put a backup back
first-run-restore-text = From another computer, or after this one lost its records. Whoever was erased since stays erased.
first-run-restore-button = Choose a backup…
first-run-restore-title = Put a backup back
first-run-restore-lead = Keep the two small files that lie beside the backup with it: the list of erasures, and the keys of sealed records.
first-run-restore-choose = Choose a backup…
first-run-restore-other = Another backup…
first-run-restore-made = This backup was made { $made }.
first-run-restore-name = Your name then
first-run-restore-passphrase = Your passphrase then
first-run-restore-passphrase-missing = Enter the passphrase you had when the backup was made.
first-run-restore-without-sealed = Go on without sealed records whose keys are not there
first-run-restore-without-sealed-hint = Nobody can read them without the keys beside the backup. They are given up for good.
first-run-restore-do = Put back
first-run-restored-title = The backup is back
first-run-restored = { $count ->
    [one] 1 person is in it, and every page was checked.
   *[other] { $count } people are in it, and every page was checked.
  }
first-run-restored-again = { $count ->
    [one] 1 person erased since it was made was erased again.
   *[other] { $count } people erased since it was made were erased again.
  }
first-run-restored-sealed = { $count ->
    [one] Sealed records of 1 person were given up.
   *[other] Sealed records of { $count } people were given up.
  }
first-run-restored-moved = What was in the folder before is now in { $folder }.
first-run-restored-go-on = Sign in
first-run-sample = Look round first
first-run-sample-text = Open a sample organisation. Everyone in it is made up; throw it away with one click.
first-run-sample-button = Open the sample
first-run-local = Everything stays on this computer. Fairhold sends nothing anywhere.
first-run-make-title = Make a store
first-run-make-lead = You will be its first HR administrator. You can add other people later.
first-run-organisation = Organisation
first-run-organisation-missing = Enter the name of your organisation.
first-run-name = Your name
first-run-name-hint = As it should stand on the sign-in screen.
first-run-name-missing = Enter your name.
first-run-induction = Your induction to data protection
first-run-induction-hint = The day of your live training. Nobody opens personal data without it, and it holds for two years.
first-run-induction-wrong = Enter today’s date or an earlier one.
first-run-passphrase = Passphrase
first-run-passphrase-hint = At least 15 characters. Four random words are easy to remember and hard to guess. Nobody can recover it for you.
first-run-passphrase-missing = Choose a passphrase: four random words will do.
first-run-again = Passphrase again
first-run-again-differs = The two passphrases differ. Type the same one twice.
first-run-folder = The store is kept in
first-run-other-folder = Choose another folder…
first-run-making = Making the store…
first-run-back = Back
