//! A recruiting manager's week, from the vacancy that HR posts to the person who is kept for the next one. One story,
//! walked by mouse and by keyboard.

use std::fs;

use crate::album::Album;
use crate::hands::{Hands, Person, To};
use crate::harness::{Picker, Window};
use crate::people::{INTERVIEWER, THEIRS};
use crate::six_months::{NAME, PASSPHRASE};

const MANAGER: &str = "Morgan Manager";
const ROLE: &str = "Press Officer";
const NEXT: &str = "Broadcast Officer";
/// Who is hired.
const WIL: &str = "Wilhelmina Quackenbush";
/// Who is turned down, and kept.
const BART: &str = "Bartholomew Featherstone";
const APPLICANTS: &str = "\
Name,Email,Applied on
Wilhelmina Quackenbush,wq@example.org,2026-11-18
Bartholomew Featherstone,bf@example.org,2026-11-19
Ada Quill,aq@example.org,2026-11-20
Bo Rook,br@example.org,2026-11-20
";
const FEEDBACK: &str = "You wrote the clearest release of the day.";

#[test]
fn a_managers_week_by_mouse() {
    walk(Hands::Mouse);
}

#[test]
fn a_managers_week_by_keyboard() {
    walk(Hands::Keyboard);
}

fn walk(hands: Hands) {
    let window = Window::open();
    let mut album = Album::open("the-week");
    let person = Person::at(&window, hands);
    make_a_store(&window, &person);
    add_account(&window, &person, MANAGER);
    add_account(&window, &person, INTERVIEWER);
    post(&window, &person, ROLE);
    name(&window, &person, MANAGER, "Recruiting manager…");
    name(&window, &person, INTERVIEWER, "Interviewer…");
    say_what_is_assessed(&window, &person);
    person.turn_to("Reserve list");
    say_what_it_asks(&window, &person, ROLE, "press", "Media relations");
    import(&window, &person);

    window.set_clock("2026-11-24");
    person.hand_over_to(MANAGER, THEIRS);
    shortlist(&window, &person);
    album.keep(&window, "a board with a shortlist");
    for (who, time) in [(WIL, "09:30"), (BART, "10:30")] {
        schedule(&window, &person, who, time);
    }

    window.set_clock("2026-11-25T13:00:00Z");
    person.hand_over_to(INTERVIEWER, THEIRS);
    give_feedback(&window, &person, WIL, "Strongly shown", "Strong yes");
    give_feedback(&window, &person, BART, "Shown", "Yes");

    window.set_clock("2026-11-26");
    person.hand_over_to(MANAGER, THEIRS);
    read_the_panel(&window, &person, WIL, "Strongly shown", "Strong yes");
    album.keep(&window, "what the panel found");
    read_the_panel(&window, &person, BART, "Shown", "Yes");
    hire(&window, &person);

    window.set_clock("2026-11-27");
    person.hand_over_to(MANAGER, THEIRS);
    turn_down(&window, &person);
    keep(&window, &person);
    album.keep(&window, "somebody who is kept");

    person.hand_over_to(NAME, PASSPHRASE);
    post(&window, &person, NEXT);
    name(&window, &person, MANAGER, "Recruiting manager…");
    person.hand_over_to(MANAGER, THEIRS);
    match_and_contact(&window, &person);
    album.keep(&window, "somebody who is asked about the next role");
    assert_eq!(
        window.csp_violations(),
        Vec::<String>::new(),
        "the page kept to its policy"
    );
}

fn make_a_store(window: &Window, person: &Person<'_>) {
    person.press("button", "Make a store");
    person.write("Organisation", "Hansard House");
    person.write("Your name", NAME);
    person.write("Passphrase", PASSPHRASE);
    person.write("Passphrase again", PASSPHRASE);
    person.press("button", "Make a store");
    window.has("heading", "Today");
}

fn add_account(window: &Window, person: &Person<'_>, name: &str) {
    person.go(To::Place("People"));
    person.press("button", "Add an account");
    person.write("Name", name);
    person.choose("Role", "Member…");
    person.date("Live induction (optional)", "01112026");
    person.write("First passphrase", THEIRS);
    person.send("Add an account", "Add account");
    window.has("rowheader", name);
}

/// Adds a vacancy; the page goes to the people of it.
fn post(window: &Window, person: &Person<'_>, title: &str) {
    person.go(To::Place("Vacancies"));
    person.press("button", "Add a vacancy");
    person.write("Title", title);
    if title == ROLE {
        person.write("Name of the new team", "Press and media");
    } else {
        person.pick("Choose Team", "option", "Press and media");
    }
    person.press("button", "Add vacancy");
    window.has("heading", title);
}

fn name(window: &Window, person: &Person<'_>, who: &str, part: &str) {
    person.press("button", "Name someone");
    person.find("Person", who, who);
    person.choose("Their part", part);
    person.send("Name someone for this vacancy", "Save");
    window.has("rowheader", who);
}

fn say_what_is_assessed(window: &Window, person: &Person<'_>) {
    person.turn_to("Criteria");
    person.press("button", "Add criteria");
    person.write("Criterion 1", "Writes clearly");
    person.write(
        "Questions for criterion 1, a line each (optional)",
        "Tell us of a text you are proud of.",
    );
    person.send("What interviews assess", "Save criteria");
    window.has("heading", "Writes clearly");
}

fn say_what_it_asks(window: &Window, person: &Person<'_>, title: &str, family: &str, skills: &str) {
    person.press("button", "Say what it asks for");
    person.write("Family of roles (optional)", family);
    person.write("Skills (optional)", skills);
    person.send(&format!("What {title} asks for"), "Save");
    window.see(&format!("Said what {title} asks for"));
}

/// Brings four people in, for the vacancy that their file does not name.
fn import(window: &Window, person: &Person<'_>) {
    let file = window.home().files().join("applicants.csv");
    fs::write(&file, APPLICANTS).expect("a file of applicants");
    person.go(To::Place("Import"));
    person.press("button", "Choose a file");
    Picker::Open.answer("Choose a file of applicants", &file);
    window.see("4 records");
    person.pick(
        "Choose Where people without a source came from (optional)",
        "option",
        "Our website or form",
    );
    person.pick(
        "Choose Vacancy of records that name none (optional)",
        "option",
        &format!("{ROLE}…"),
    );
    person.press("button", "Import 4 people");
    window.see("Added 4 people");
    window.see("4 applications added");
}

/// Two go to the interviews, card by card; the two others are put aside together.
fn shortlist(window: &Window, person: &Person<'_>) {
    person.go(To::Vacancy(ROLE));
    person.column("Applied").has("link", "Ada Quill…");
    for who in [WIL, BART] {
        for stage in ["Sift", "Shortlisted", "Interview"] {
            person.move_card(who, stage);
            window.see(&format!("Moved {who} to {stage}"));
        }
    }
    person.turn_to("Table");
    person.tick("Select Ada Quill");
    person.tick("Select Bo Rook");
    person.pick("Move 2 people", "menuitem", "Move to Sift");
    window.see("Moved 2 people to Sift");
    person.turn_to("Board");
    window.has("heading", "Applied, nobody");
    window.has("heading", "Sift, 2 people");
    window.has("heading", "Interview, 2 people");
}

fn schedule(window: &Window, person: &Person<'_>, who: &str, time: &str) {
    person.go(To::Candidate(who));
    person.press("button", "Schedule interview");
    person.date("Day", "25112026");
    person.write("Begins at", time);
    person.write("Room, link or number (optional)", "Room 4");
    person.tick(INTERVIEWER);
    person.send(
        &format!("Schedule an interview of {who}"),
        "Schedule interview",
    );
    window.see(&format!("Scheduled an interview of {who} on 25 Nov 2026"));
    window.has("link", "Press Officer: In person");
}

fn give_feedback(window: &Window, person: &Person<'_>, who: &str, mark: &str, view: &str) {
    person.go(To::Place("Today"));
    person.press(
        "link",
        &format!("Say what you found in the interview of {who}…"),
    );
    window.has("heading", &format!("Interview of {who}"));
    person.choose("How far was this shown: Writes clearly", mark);
    person.write("What showed it: Writes clearly", &evidence(who));
    person.choose("What you recommend", view);
    person.press("button", "Submit feedback");
    window.see("Submitted your feedback. It is locked");
    window.lacks("button", "Submit feedback");
}

fn evidence(who: &str) -> String {
    format!("{who} rewrote our worst letter while we watched.")
}

fn read_the_panel(window: &Window, person: &Person<'_>, who: &str, mark: &str, view: &str) {
    person.go(To::Candidate(who));
    person.press("link", "Press Officer: In person");
    window.has("heading", &format!("Interview of {who}"));
    window.see("1 of 1 have submitted.");
    window.see(&format!("1 {mark}"));
    window.see(&format!("1 {view}"));
    window.see(&evidence(who));
}

fn hire(window: &Window, person: &Person<'_>) {
    person.go(To::Candidate(WIL));
    person.press("button", "Write an offer");
    person.write("Amount in pounds", "31,000");
    person.send(&format!("Write an offer to {WIL}"), "Save offer");
    window.see("Not made yet");
    person.press("button", "Record as made…");
    person.send(
        &format!("Record that the offer to {WIL} was made"),
        "Record as made",
    );
    window.see("Made, no answer yet");
    person.press("button", "Record the answer…");
    person.choose("Their answer", "They accepted");
    person.send(&format!("Record the answer of {WIL}"), "Record answer");
    window.see("Hired on 26 Nov 2026");
}

fn turn_down(window: &Window, person: &Person<'_>) {
    person.go(To::Candidate(BART));
    person.press("button", "Reject…");
    person.choose("Reason", "Met the requirements, not selected");
    person.write("Feedback to them (optional)", FEEDBACK);
    person.choose("How", "By telephone");
    person.send(&format!("Reject {BART}"), &format!("Reject {BART}"));
    window.see("Rejected: met the requirements, not selected on 27 Nov 2026");
    window.see("Told on 27 Nov 2026, by telephone");
    window.see(FEEDBACK);
    window.see("Erase on 27 May 2027, six months after the outcome");
}

/// He says yes to the reserve list: the record goes with the permission now.
fn keep(window: &Window, person: &Person<'_>) {
    person.press("button", "Add to reserve list");
    person.date("Day they said yes", "27112026");
    person.choose("How they said it", "By e-mail");
    person.write("Where it can be seen", "E-mail of 27 November");
    person.write("Kept for", "Press, broadcast");
    person.write("Skills (optional)", "media");
    person.send(
        &format!("Put {BART} on the reserve list"),
        "Add to reserve list",
    );
    window.see("on the reserve list, by the permission given on 27 November 2026");
    window.see("Until 27 Nov 2027");
    window.no_text("Erase on 27 May 2027");
}

fn match_and_contact(window: &Window, person: &Person<'_>) {
    person.go(To::Vacancy(NEXT));
    person.turn_to("Reserve list");
    window.see("Nothing is said yet");
    say_what_it_asks(window, person, NEXT, "broadcast", "Media relations, Welsh");
    window.see("One person has something of what is asked.");
    let card = window.within("article", BART);
    card.see("Until 27 Nov 2027");
    card.see("Agreed to be asked about broadcast.");
    card.see("Has the skill media, where Media relations is asked for.");
    card.see("Not noted of them: Welsh.");
    person.press("button", &format!("Contact {BART}"));
    person.choose("How", "By telephone");
    person.send(&format!("Contact {BART} about {NEXT}"), "Record contact");
    card.see("Contacted on 27 Nov 2026, by telephone, by Morgan Manager. An answer is awaited.");
    card.has("button", &format!("Record the answer of {BART}"));
}
