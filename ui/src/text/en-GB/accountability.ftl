# Accountability: the journal of what was done.
accountability-title = Accountability
accountability-lede = What was done in this store, by whom and when, and what it rests on.
accountability-promises = Promises
accountability-journal = Journal
accountability-purposes = Purposes
accountability-notices = Notices
accountability-recipients = Recipients and agreements
accountability-transfers = Transfers
accountability-dpias = Impact assessments
accountability-training = Training
accountability-journal-hint = Every change is written down as it is made. No name of a candidate and nothing anybody typed is in it.
accountability-checking = Checking the journal…
accountability-whole = { $count ->
    [one] Checked: the journal is whole, 1 entry
   *[other] Checked: the journal is whole, { $count } entries
}
accountability-what-it-shows = What this shows
accountability-shows = Each entry carries a fingerprint of the one before. If an entry were changed, moved or taken out, the fingerprints would no longer fit, and it would say so here. This shows tampering; it can’t prevent it.
accountability-broken = Entry { $entry } of the journal does not follow from the one before it.
accountability-broken-next = The journal was changed by something other than Fairhold, or the file is damaged. Nothing was put right by itself. Copy the store’s folder somewhere safe, then compare it with a backup.
accountability-filters = Show only
accountability-from = From
accountability-until = To
accountability-by = Who
accountability-anyone = Anyone
accountability-kind = What was done
accountability-any-kind = Anything
accountability-kind-word = { $kind ->
    [signIn] Signing in
    [candidate] Candidates added and edited
    [correspondence] Messages and templates
    [application] Applications moved and decided
    [permission] Permissions and reserve list
    [disclosure] Disclosures, recipients told, registers
    [hold] Legal holds
    [vacancy] Vacancies and their people
    [account] The store, its accounts and keys
    [access] Who may see what
    [import] Files brought in
    [incident] Incidents
    [request] Requests about data
    [complaint] Complaints
   *[erasure] Erasures
}
accountability-about = About
accountability-anything = Any record
accountability-about-word = { $about ->
    [candidate] Candidates
    [vacancy] Vacancies
    [account] Accounts
    [import] Imports
    [incident] Incidents
    [request] Requests about data
    [complaint] Complaints
   *[erasure] Erasures
}
accountability-clear = Clear
accountability-day = { $ago ->
    [today] Today, { $date }
    [yesterday] Yesterday, { $date }
   *[before] { $date }
}
accountability-by-itself = Fairhold itself
accountability-open-candidate = Open the candidate
accountability-candidate-gone = No longer here, or not yours to open
accountability-vacancy-gone = No longer here
accountability-open-imports = See imports
accountability-open-erasures = See erasures
accountability-open-incident = Open the incident
accountability-open-request = Open the request
accountability-open-complaint = Open the complaint
accountability-none-title = Nothing fits
accountability-none-text = No entry of the journal has all of this.
accountability-show-all = Show the whole journal
accountability-earlier = Show earlier entries
accountability-approach = Not to be approached
accountability-approach-hint = People who asked not to be approached, or objected to it. Only a keyed mark of their address and number is kept, for the purpose of not contacting them: it outlasts their erasure, tells nobody who they are, and leaves them out when a file of prospects is brought in. An application of theirs is never held up.
accountability-approach-total = { $count ->
    [0] Nobody is on the list.
    [one] 1 person is on the list.
   *[other] { $count } people are on the list.
  }
accountability-approach-on = Said so on
accountability-approach-because = Why
accountability-approach-why = { $because ->
    [objected] Objected to being approached
   *[asked] Asked not to be approached again
  }
accountability-approach-allow = Take somebody off…
accountability-approach-allow-title = Take somebody off the list?
accountability-approach-allow-what = When somebody asks to be approached again, type the e-mail address they asked with. Everything that was listed of them goes.
accountability-approach-email = E-mail address
accountability-approach-email-missing = Enter the e-mail address.
accountability-approach-allow-do = Take off
accountability-approach-cancel = Cancel
accountability-approach-allowed = They are off the list
