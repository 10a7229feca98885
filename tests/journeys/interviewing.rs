//! An interviewer's hour without a network: the kit, a draft that outlives the program, feedback that locks; and what the
//! panel reads of it afterwards.

use std::thread;
use std::time::Duration;

use crate::album::Album;
use crate::bytes::words_left;
use crate::every_screen::TOO_WIDE;
use crate::harness::Window;
use crate::people::{INTERVIEWER, THEIRS, add_account, name_for_the_vacancy, sign_in_as};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, open_candidate,
    type_date,
};

const WHO: &str = "Wilhelmina Quackenbush";
const FIRST: &str = "What showed it: Writes clearly";
const SECOND: &str = "What showed it: Keeps calm";
const EVIDENCE: &str = "She rewrote our worst letter while we watched a heron.";
const MORE: &str = "Kept calm when the kettle screamed like a peacock.";

#[test]
fn an_interviewers_offline_hour() {
    let window = Window::open();
    let mut album = Album::open("interviewing");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    add_account(&window, INTERVIEWER, true);
    name_for_the_vacancy(&window, INTERVIEWER, "Interviewer…");
    say_what_is_assessed(&window, &mut album);
    schedule(&window, &mut album);

    window.set_clock("2026-11-23T11:00:00Z");
    sign_in_as(&window, INTERVIEWER, THEIRS);
    album.look(&window, "feedback that is owed");
    window.click(
        "link",
        &format!("Say what you found in the interview of {WHO}…"),
    );
    window.has("heading", &format!("Interview of {WHO}"));
    window.see("Tell us of a text you are proud of.");
    album.look(&window, "the kit and the scorecard");
    fits(&window, &album, "the scorecard");

    // A key scores what has the focus, and the focus goes on.
    window
        .within("region", "Writes clearly")
        .tab_to("radio", "Not shown");
    window.press("4");
    window.press("3");
    window.press("3");
    assert_eq!(window.state("radio", "Yes", "checked"), "true");
    window.fill(FIRST, EVIDENCE);
    window.see("Saved 11:00");
    album.look(&window, "a draft");
    assert_eq!(
        window.execute("return document.scrollingElement.scrollTop"),
        serde_json::json!(0),
        "the page scrolls, the window does not"
    );
    go_to(&window, "Candidates");
    go_to(&window, "Today");
    window.click(
        "link",
        &format!("Say what you found in the interview of {WHO}…"),
    );
    assert_eq!(window.value(FIRST), EVIDENCE, "as it was left");
    window.fill(SECOND, MORE);
    // What was typed is on the disk within half a second, and nothing says goodbye to it.
    thread::sleep(Duration::from_millis(500));
    let home = window.kill();

    let window = Window::open_in(home, &[]);
    window.click("radio", INTERVIEWER);
    window.fill("Passphrase", THEIRS);
    window.click("button", "Sign in");
    window.has("navigation", "Places");
    window.click(
        "link",
        &format!("Say what you found in the interview of {WHO}…"),
    );
    assert_eq!(window.value(FIRST), EVIDENCE);
    assert_eq!(window.value(SECOND), MORE);
    let first = window.within("region", "Writes clearly");
    assert_eq!(first.state("radio", "Strongly shown", "checked"), "true");

    sign_in_as(&window, NAME, PASSPHRASE);
    open_the_interview(&window);
    window.see("Nobody has submitted feedback yet.");
    window.no_text("heron");

    sign_in_as(&window, INTERVIEWER, THEIRS);
    window.click(
        "link",
        &format!("Say what you found in the interview of {WHO}…"),
    );
    window.fill(SECOND, "");
    window.click("button", "Submit feedback");
    window.see("There is a problem");
    album.look(&window, "feedback that lacks something");
    window.click("button", "Say what showed it: Keeps calm");
    assert_eq!(window.focus(), SECOND);
    window.fill(SECOND, MORE);
    window.click("button", "Submit feedback");
    window.see("Submitted your feedback. It is locked");
    window.lacks("button", "Submit feedback");
    window.see("1 of 1 have submitted.");
    album.look(&window, "feedback that is locked");
    fits(&window, &album, "the panel's feedback");
    let store = window.home().store();
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &["heron", "peacock"]),
        0,
        "no page holds a word of it"
    );

    window.click("button", "Amend");
    window.fill(SECOND, "Kept calm throughout, peacock and all.");
    window.click("button", "Submit amendment");
    window.see("Version 2, submitted on 23 Nov 2026, 11:00");

    sign_in_as(&window, NAME, PASSPHRASE);
    open_the_interview(&window);
    window.see("Kept calm throughout, peacock and all.");
    window.see("Version 1 of 23 Nov 2026, 11:00");
    album.look(&window, "what the panel found");
    window.click("button", "More");
    album.look(&window, "what can be done with an interview");
    window.click("menuitem", "It took place");
    window.see("Took place");
    window.click("button", "Undo");
    window.see("Took back the change to the interview");
    go_to(&window, "Accountability");
    for sentence in [
        "Submitted feedback",
        "Amended feedback",
        "Began a draft of feedback",
        "Read a panel’s feedback",
    ] {
        window.see(sentence);
    }
    assert_eq!(
        window.csp_violations(),
        Vec::<String>::new(),
        "the page kept to its policy"
    );
}

fn say_what_is_assessed(window: &Window, album: &mut Album) {
    go_to(window, "Vacancies");
    window.click("link", "Press Officer…");
    window.click("tab", "Interviews");
    window.see("No interviews yet");
    album.look(window, "no interviews");
    window.click("tab", "Criteria");
    window.see("No criteria yet");
    album.look(window, "no criteria");
    window.click("button", "Add criteria");
    let dialog = window.within("dialog", "What interviews assess");
    dialog.fill("Criterion 1", "Writes clearly");
    dialog.fill(
        "Questions for criterion 1, a line each (optional)",
        "Tell us of a text you are proud of.",
    );
    dialog.click("button", "Add criterion");
    dialog.fill("Criterion 2", "Keeps calm");
    album.look(window, "the criteria's form");
    dialog.click("button", "Save criteria");
    window.see("Saved what interviews assess");
    window.has("heading", "Keeps calm");
    album.look(window, "criteria");
}

fn schedule(window: &Window, album: &mut Album) {
    go_to(window, "Candidates");
    open_candidate(window, WHO);
    window.click("button", "Schedule interview");
    let dialog = window.within("dialog", &format!("Schedule an interview of {WHO}"));
    dialog.click("button", "Schedule interview");
    dialog.see("Enter the day");
    type_date(window, "Day", "23112026");
    dialog.fill("Begins at", "09:00");
    dialog.fill("Room, link or number (optional)", "Room 4");
    dialog.click("checkbox", INTERVIEWER);
    album.look(window, "an interview is scheduled");
    dialog.click("button", "Schedule interview");
    window.see(&format!("Scheduled an interview of {WHO} on 23 Nov 2026"));
    window.see("Press Officer: In person");
    album.look(window, "a candidate with an interview");
}

fn open_the_interview(window: &Window) {
    go_to(window, "Candidates");
    open_candidate(window, WHO);
    window.click("link", "Press Officer: In person");
    window.has("heading", &format!("Interview of {WHO}"));
}

/// Looks at a screen in a narrow window, where nothing scrolls sideways.
fn fits(window: &Window, album: &Album, screen: &str) {
    window.resize(320, 780);
    window.has("button", "Menu");
    window.settle();
    let over = window.execute(TOO_WIDE);
    assert_eq!(over, serde_json::json!([]), "“{screen}” scrolls sideways");
    album.keep_as(window, &format!("narrow {screen}.png"));
    window.resize(1240, 780);
    window.lacks("button", "Menu");
}
