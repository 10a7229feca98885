# Messages from and to a candidate.
correspondence-title = Correspondence
correspondence-none = None yet. Record what came in, or write.
correspondence-record = Record a message
correspondence-write = Write
correspondence-write-on = Write on
correspondence-draft = You have a draft here: { $purpose }
correspondence-purpose = { $purpose ->
    [applicationReceived] Application received
    [moreInformation] More information
    [invitation] Invitation
    [outcome] Outcome
    [offer] Offer
    [reply] Reply
    [askPermission] Ask for permission
    [approach] Approach as a good fit
    [reserveList] Reserve list
    [otherVacancies] Other vacancies
   *[survey] Survey
}
correspondence-came = { $channel ->
    [email] E-mail from them
    [letter] Letter from them
    [telephone] They called
    [inPerson] They spoke to us
   *[text] Text message from them
}
correspondence-when = { $direction ->
    [in] Came in
   *[out] Went out
} { $channel ->
    [email] by e-mail
    [letter] by post
    [telephone] by telephone
    [inPerson] in person
   *[text] by text message
}, { $at }
correspondence-about = About { $vacancy }
correspondence-by = Recorded by { $by }
correspondence-read = Read
correspondence-read-one = Read: { $what }, { $at }
correspondence-more = More for { $what }, { $at }
correspondence-with = { $direction ->
    [in] From { $with }
   *[out] To { $with }
}
correspondence-words = The message
correspondence-print = Print
correspondence-close = Close
correspondence-remove = Take out
correspondence-remove-title = Take out this message: { $what }?
correspondence-remove-what = Its words are deleted and overwritten. This can’t be undone. What was sent stays with whoever has it.
correspondence-remove-save = Take out
correspondence-removed = Took out a message: { $what }

correspondence-write-title = Write to { $name }
correspondence-template = Begin with a template
correspondence-template-hint = It takes the place of what is written below.
correspondence-no-templates = There are no templates yet: HR adds them under People and settings.
correspondence-for = What it is for
correspondence-application = About
correspondence-application-none = No particular application
correspondence-subject = Subject
correspondence-body = Message
correspondence-saved = Saved { $time }
correspondence-refused = This message may not be sent
correspondence-to = It goes to { $to }.
correspondence-no-address = They have no e-mail address here: add it in your mail program, or print the message.
correspondence-unfilled = Something is still to be filled in
correspondence-unfilled-which = Put your own words in the place of { $fields }
correspondence-lacks = They have to be told how to hear no more
correspondence-lacks-what = Whoever did not ask for a message finds this in it: “{ $sentence }”
correspondence-lacks-add = Add the sentence
correspondence-sensitive = Is this anybody’s business?
correspondence-sensitive-what = Words of it may tell of { $about }. Write them anew, or confirm that they have to be there.
correspondence-sensitive-confirm = I looked at these words, and they have to be there
correspondence-topic = { $topic ->
    [health] health or disability
    [pregnancy] pregnancy or children
    [religion] religion or belief
    [politics] political opinion
    [union] membership of a union
    [age] age
    [ethnicity] ethnic origin
   *[sexuality] sexual orientation
}
correspondence-leaves = With this the message leaves Fairhold: what your mail program keeps of it, Fairhold can’t remove. You send it there; here it is listed as gone out.
correspondence-discard = Throw away
correspondence-to-program = Open in mail program
correspondence-to-file = Save as .eml
correspondence-handed = { $way ->
    [file] Saved for your mail program, and listed as gone out
   *[mailProgram] Your mail program has it, and it is listed as gone out
}
correspondence-handed-contact = { correspondence-handed }. The contact is recorded.
correspondence-contact = When it is handed over, it is recorded as a contact about { $vacancy }.
correspondence-no-program = This computer has no mail program. Save the message as .eml instead.

correspondence-record-title = Record a message with { $name }
correspondence-choose = Choose a message file
correspondence-choose-what = Save the message from your mail program as .eml or .msg and choose it or drop it here, or paste its words below.
correspondence-drop = Let go to read the message of { $name }
correspondence-not-theirs = It came from { $from }, which is no address of this candidate here. Look whether it is theirs.
correspondence-cut = The message is longer than is kept: its beginning is below.
correspondence-left-out = { $count ->
    [one] One attachment was left out
   *[other] { $count } attachments were left out
}
correspondence-attachments = Attachments to keep as documents
correspondence-attachment-kind = What { $file } is
correspondence-direction = Which way
correspondence-direction-word = { $direction ->
    [in] From them
   *[out] To them
}
correspondence-channel = How
correspondence-channel-word = { $channel ->
    [email] E-mail
    [letter] Letter
    [telephone] Telephone
    [inPerson] In person
   *[text] Text message
}
correspondence-on = When
correspondence-on-missing = Enter the day
correspondence-with-field = { $direction ->
    [in] From whom, address or name (optional)
   *[out] To whom, address or name (optional)
}
correspondence-subject-optional = Subject (optional)
correspondence-body-hint = Paste it, or write down what was said.
correspondence-body-missing = Enter what was said or written
correspondence-record-save = Record
correspondence-recorded = Recorded the message
