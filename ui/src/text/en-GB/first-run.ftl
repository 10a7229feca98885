# First run: make a store, open one, or look round the sample.
first-run-title = Welcome to Fairhold
first-run-lead = Recruitment records that keep the promises of your privacy notice: seen by the right people, and gone when you said they would be.
first-run-make = Make a new store
first-run-make-text = Start with an empty, encrypted store for your organisation. It takes two minutes.
first-run-make-button = Make a store
first-run-open = Open an existing store
first-run-open-text = Choose the folder a colleague or an earlier Fairhold made.
first-run-open-button = Choose a folder…
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
first-run-passphrase-short = Make the passphrase at least 15 characters long. Four random words will do.
first-run-strength = { $kind ->
    [empty] { "" }
    [short] { $more ->
        [one] 1 more character needed
       *[other] { $more } more characters needed
    }
    [repeats] Long enough, but few different characters: easy to guess
    [fair] Long enough. Another word or two would make it stronger
   *[good] Long and varied: a good passphrase
}
first-run-again = Passphrase again
first-run-again-differs = The two passphrases differ. Type the same one twice.
first-run-folder = The store is kept in
first-run-other-folder = Choose another folder…
first-run-making = Making the store…
first-run-back = Back
