# F1: what a place is for, in paragraphs with an empty line between them.
help-title = About this page
help-more = Press ? for every keyboard shortcut, and Ctrl K to find a person, a place or a command.
help-today =
    Today lists what needs you, the soonest first: records that are due to go, places on the reserve list that end, roles whose applications wait.

    A chip says how many days are left. Open a line to do what it asks; it goes from the list by itself.

    When nothing is here, nothing waits for you.
help-candidates =
    Everyone you may see. Nobody else is counted, here or in any figure.

    Type to find somebody by the beginning of a name, an address, a number or a word of a document. The filters narrow the list, and the line beneath says how many they hide.

    Views keeps what you have set, its filters, columns and order, under a name that only you see. Columns chooses what is shown.

    Tick people to move or reject several at once. Whatever you do can be taken back with Ctrl Z.
help-candidate =
    One person: who they are, what they applied for, and what is kept of them.

    The strip at the top says on which day their record goes, and by which rule. Nothing you open, read or edit moves that day.

    What your part in a role does not show you says so, and why.

    Documents open in another program, after a warning. What is sealed opens for a purpose that is written down.
help-newCandidate =
    Add somebody who applied, was approached, or sent a CV.

    Say where their details came from: if somebody else gave them, the person must be told within a month.

    While you type, people who may be the same are shown, so that nobody is here twice.
help-vacancies =
    The roles you have a part in, open ones first. The bar of each shows how far its people have come.

    A role that nobody waits for any more can be closed out. Those it leaves undecided are then kept for six months.
help-vacancy =
    One role. Its board has a column for each stage: move a card by dragging it, by its menu, or with the keys [ and ]. Delete rejects.

    The table shows the same people in rows, for doing one thing to several of them.

    Pipeline shows how the role is going, in pictures. People says who has a part in it; what they see follows from that.
help-newVacancy =
    Add a role to be filled, with its team and the days on which it takes applications.

    Names can be kept from those who decide until a stage you choose. They then see each person under four letters and figures.
help-pipeline =
    How all your roles are going, counted over everyone you may see: how far applications come, how long they wait, where people come from, and which permissions run out.

    Each picture says in a sentence what it shows. Show as table gives the figures themselves; the arrow keys step through a picture; Save picture keeps it as a file.

    A group of fewer than five is not counted out, nor a figure from which it follows, since a picture may be passed on.
help-reserve =
    People who were good enough and agreed to be kept for another role, each with the roles, and the day it ends.

    Nobody is here without a permission that holds. Ask for another one before it ends, or let them go.
help-retention =
    What goes, when, and by which rule. What is due is erased for good: names, addresses, documents and every trace in the store.

    Before anything goes you see all of it, type a word to confirm, and can still stop. Afterwards every page and file is searched for what might be left.

    A record that goes within thirty days waits for a look. Looking at it moves no date.
help-rights =
    What people ask about their data, and what went wrong with it.

    A request counts however it comes in: by e-mail, by word of mouth, through somebody else. HR and the data protection officer log it here; the month runs from the day it first reached anybody, and a chip says how many days are left.

    What went wrong with somebody’s data: a laptop that was lost, something sent to the wrong person, a near miss. Anybody who signs in can report it in a minute, from here, from the menu under their name, or with Ctrl K.

    HR and the data protection officer answer for it; whoever reported it sees how far it has come. A chip says how many hours are left to tell the ICO.
help-request =
    One request, its next step first. Why? says from when to when the clock runs, and what moved it: identity not yet shown, an open question, a weekend or a bank holiday.

    For access, what is held is put together table by table. Names of other people found in it are asked about one by one, and nothing is saved while one is open. While such a request is open, nothing of the person is erased.

    Where a request asks for erasure, what a legal hold names stays and the rest goes, searched for afterwards as ever.

    Below are complaints about how somebody’s data were handled, for those who answer them and those who audit.
help-incident =
    One incident, its next step first. The 72 hours run from when the organisation became aware, whatever nights and holidays lie between; Why? says from when to when.

    Who is affected is said by links. For a lost laptop they are worked out: everybody whose record its account may see, or had to do with. While the incident is open nothing of theirs is erased; when they go, the link goes and the number stays.

    Save the draft report for the ICO whenever you like: it says what is known so far, and names nobody affected.
help-complaint =
    One complaint, its next step first. Receipt is confirmed within 30 days; where the outcome goes within them, it confirms receipt too. From 60 days on it is slow.

    While it is open, nothing of theirs is erased. What they say and what you note goes with their record, and a year after the outcome at the latest; the line in the register stays, to be counted.

    Once the outcome is recorded, save the letter: it names the Information Commissioner and the court. Whoever a complaint is about does not answer it.
help-import =
    Bring in a file of another system. It is looked at first: nothing comes in before you have seen what would.

    Columns are recognised and can be changed; people who are here already are found. An import can be taken back for as long as nothing was built on it.
help-accountability =
    What an auditor opens first: every change with who made it and when, in a chain in which a changed or missing entry shows.

    The figures that remain are counts of people who are gone, too few to tell of anybody.
help-people =
    Who signs in here, what they are, and what each of them may see, with the rule.

    Make a recovery sheet and keep it on paper: without it a forgotten passphrase of the only administrator loses everything.
help-interview =
    One interview: what you are asked to assess, the CV, and your scorecard.

    Each criterion has four answers and room for what you saw or heard. What you type is kept as you type it.

    Submitting locks it. Others’ scores stay hidden until yours is in.
