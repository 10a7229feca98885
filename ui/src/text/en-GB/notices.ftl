# The privacy notice: its versions, and who was given one.
notices-versions = Versions of the privacy notice
notices-versions-hint = A version is never changed once people may have been given it. Who was given which is recorded with each person.
notices-none = No version is recorded yet
notices-none-what = Add the notice that you give people, with the day it came into force. From then on it can be recorded who was given it.
notices-add = Add a version
notices-version = Version { $version }
notices-in-force = In force
notices-lacks-some = { $count ->
    [one] 1 thing is missing
   *[other] { $count } things are missing
}
notices-from = In force from { $date }
notices-given-to = { $count ->
    [0] nobody who is here was given it
    [one] given to 1 person who is here
   *[other] given to { $count } people who are here
}
notices-lacks = It does not say: { $items }
notices-related = Read with: { $related }
notices-read = Read version { $version }
notices-added-by = Added by { $by }, { $at }
notices-lacking = Who was not given one
notices-lacking-hint = Whoever gave their details themselves is told at once; whoever others told you of, within a month, or at the first contact or disclosure if that is sooner. What is not recorded counts as not given.
notices-lacking-count = { $count ->
    [0] Everybody who is here was given one, or need not be.
    [one] Of 1 person nothing says that they were given one.
   *[other] Of { $count } people nothing says that they were given one.
}
notices-lacking-show = Show them
notices-lacking-table = Of whom nothing is recorded, by where their details came from
notices-column-source = Where their details came from
notices-column-people = People
notices-column-until = The first of them
notices-column-actions = What to do
notices-due = By { $date }
notices-was-due = Was due { $date }
notices-record-many = Record
notices-record-one = Record the notice: { $source }
notices-cancel = Cancel
notices-add-title = Version { $version } of the privacy notice
notices-add-save = Add version { $version }
notices-add-what = Paste the whole text, then tick what it says. Whoever has read it ticks; nothing is guessed from the words.
notices-added = Version { $version } was added
notices-text = Text of the notice
notices-text-missing = Paste the text of the notice.
notices-from-field = In force from
notices-from-hint = The first day people are given it.
notices-from-missing = Enter the first day people are given it.
notices-contains = It says
notices-contains-hint = What Articles 13 and 14 ask for.
notices-missing-so-far = { $count ->
    [0] Nothing is missing.
    [one] 1 thing is missing. It can be added all the same, and says so.
   *[other] { $count } things are missing. It can be added all the same, and says so.
}
notices-related-field = Notices it is read with
notices-related-hint = One a line, each with its version: whoever is given this one is given those.
notices-item = { $item ->
    [controller] Who the controller is, and how to reach it
    [officer] How to reach the data protection officer
    [purposes] The purposes, each with its lawful basis
    [interests] The legitimate interests
    [categories] The categories of data that come from others
    [recipients] Who receives the data
    [transfers] Transfers abroad, and what they rest on
    [periods] For how long, of every kind
    [rights] The rights
    [withdrawal] That permission can be withdrawn
    [complaintToUs] The right to complain to us
    [complaintToRegulator] The right to complain to the ICO
    [need] Whether details must be given, and what follows if not
    [sources] Where details come from, when from others
   *[automated] Whether decisions are automated
}
notices-channel = { $channel ->
    [form] With the form or the advert
    [email] By e-mail or another message
    [post] By post
   *[inPerson] On paper, or read to them
}
notices-exemption = { $exemption ->
    [hasIt] They have all of it already
    [law] A law that protects them lays it down
    [secrecy] Professional secrecy forbids it
    [disproportionate] Impossible, or out of proportion; the notice is published instead
   *[defeatsPurpose] It would defeat the purpose; the notice is published instead
}
notices-choice = Version { $version }, from { $date }
notices-which = Which version
notices-which-missing = Choose which version they were given.
notices-how = How
notices-how-missing = Choose how they were given it.
notices-on = Day
notices-on-missing = Enter the day they were given it.
notices-on-future = Enter { $date } or an earlier day.
notices-day-of-form = Each was given it on the day their details came in. Those who came before the version was in force are left out.
notices-many-title = { $count ->
    [one] Record the notice for 1 person
   *[other] Record the notice for { $count } people
}
notices-many-what = { $count ->
    [one] The person whose details came this way and of whom nothing is recorded: { $source }.
   *[other] All { $count } people whose details came this way and of whom nothing is recorded: { $source }.
}
notices-many-save = { $count ->
    [one] Record for 1 person
   *[other] Record for { $count } people
}
notices-recorded-many = { $leftOut ->
    [0] { $given ->
        [one] Recorded for 1 person
       *[other] Recorded for { $given } people
    }
   *[other] Recorded for { $given } of them. { $leftOut } left out, since it can’t be true of them
}
notices-panel = Privacy notice
notices-record = Record the notice
notices-state = { $state ->
    [given] Given
    [givenLate] Given late
    [exempt] Need not be given
    [due] To be given
   *[overdue] Not given
}
notices-no-version = No version of the notice is recorded yet. Add it under Accountability, Notices.
notices-given-label = What was recorded
notices-give-title = { $name } was given the notice
notices-give-what = Record what was so: the version, how and on which day. What it is read with goes with it.
notices-give-save = Record it
notices-recorded = { $name } was given version { $version }
notices-recorded-by = Recorded by { $by }
notices-exempt = Need not be given it…
notices-exempt-title = Why { $name } need not be given the notice
notices-exempt-what = There are few reasons, and each use is recorded with why it holds here.
notices-exempt-save = Record the reason
notices-exempted = { $name } need not be given the notice
notices-exemption-field = Reason
notices-exemption-missing = Choose the reason.
notices-reason-field = Why that holds of them
notices-reason-missing = Enter why that holds of them.
notices-take-back = Take back
notices-take-back-one = Take back: { $title }, { $date }
notices-take-back-title = Take this record back?
notices-take-back-what = It then counts as not recorded. Take back only what was recorded by mistake.
notices-taken-back = The record was taken back
notices-form-carried = Privacy notice that their form carried
notices-form-carried-hint = Recorded as given on the day their details came in. Leave it where you don’t know.
notices-form-unknown = None, or not known
notices-carries = This message carries the privacy notice, attached or as a link
notices-carries-hint = That they were given it today is recorded when the message goes.
