# Sign in, and a store that can't be opened.
sign-in-title = Sign in
sign-in-who = Who are you?
sign-in-passphrase = Passphrase
sign-in-button = Sign in
sign-in-opening = Opening…
sign-in-folder = The encrypted store is in { $folder }
sign-in-other = Choose another folder…
sign-in-leave-sample = Throw the sample away
sign-in-try-again = Try again
