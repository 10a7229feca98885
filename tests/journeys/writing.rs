//! Correspondence: a message written from a template survives a kill and goes to the mail program as a file; one that came
//! in is read from a file with its attachment; what has no basis is refused with the reason.

use std::fs;

use crate::album::Album;
use crate::bytes::{assert_unreadable, words_left};
use crate::harness::{Picker, Window};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store, open_candidate,
};

const WHO: &str = "Wilhelmina Quackenbush";

/// What somebody's mail program saved.
const CAME_IN: &str = "From: Wilhelmina <wq@example.org>\r\nTo: jobs@example.org\r\nSubject: =?utf-8?Q?My_CV_=E2=9C=93?=\r\n\
    Date: Mon, 23 Nov 2026 08:30:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
    --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear all, I kept the lighthouse at Quibblestrand.\r\n\
    --b\r\nContent-Type: text/plain; name=\"lighthouse.txt\"\r\n\
    Content-Disposition: attachment; filename=\"lighthouse.txt\"\r\n\r\nEleven years of light.\r\n--b--\r\n";

#[test]
fn a_message_survives_a_kill_is_handed_over_and_one_that_came_in_is_kept() {
    let window = Window::open();
    let mut album = Album::open("writing");
    make_a_store(&window);
    add_a_template(&window, &mut album);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    album.look(&window, "a candidate without messages");

    window.click("button", "Write");
    let sheet = window.within("dialog", &format!("Write to {WHO}"));
    choose(&window, "Choose Begin with a template", "Received");
    sheet.see("Sent to tell them how their application stands");
    sheet.see("It goes to wq@example.org.");
    sheet.see("in the place of {interview date}");
    album.look(&window, "a message from a template");
    window.is_accessible("a message from a template");
    sheet.fill(
        "Message",
        "Dear Wilhelmina, thank you from all of Grimblethorpe.",
    );
    sheet.see("Saved ");
    // Half a second after the last letter it is on the disk, whatever happens.
    std::thread::sleep(std::time::Duration::from_millis(500));
    let home = window.kill();

    let window = Window::open_in(home, &[]);
    sign_in(&window);
    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    window.see("You have a draft here: Application received");
    window.click("button", "Write on");
    let sheet = window.within("dialog", &format!("Write to {WHO}"));
    assert_eq!(
        sheet.value("Message"),
        "Dear Wilhelmina, thank you from all of Grimblethorpe."
    );
    album.look(&window, "a draft after a kill");
    choose(
        &window,
        "Application received What it is for",
        "Other vacancies",
    );
    sheet.see("This message may not be sent");
    sheet.see("They gave no permission to hear of other vacancies");
    album.look(&window, "a message that may not be sent");
    window.is_accessible("a message that may not be sent");
    sheet.click("button", "Save as .eml");
    sheet.see("That is not allowed.");
    choose(
        &window,
        "Other vacancies What it is for",
        "Application received",
    );
    sheet.see("Sent to tell them how their application stands");
    let file = window.home().files().join("to-wilhelmina.eml");
    sheet.click("button", "Save as .eml");
    Picker::Save.answer("Save the message", &file);
    window.see("Saved for your mail program, and listed as gone out");
    let saved = fs::read_to_string(&file).expect("the message");
    assert!(
        saved.starts_with("X-Unsent: 1\r\nTo: wq@example.org\r\n"),
        "{saved}"
    );
    window.see("Went out by e-mail");

    let came = window.home().files().join("came-in.eml");
    fs::write(&came, CAME_IN).expect("a message");
    window.click("button", "Record a message");
    let sheet = window.within("dialog", &format!("Record a message with {WHO}"));
    sheet.click("button", "Choose a message file");
    Picker::Open.answer("Choose a message", &came);
    sheet.click("checkbox", "lighthouse.txt…");
    assert_eq!(sheet.value("Subject (optional)"), "My CV ✓");
    album.look(&window, "a message that was read from a file");
    window.is_accessible("a message that was read from a file");
    sheet.click("button", "Record");
    window.see("Recorded the message");
    window.see("lighthouse.txt · 1 kB");
    window.click("button", "Read: E-mail from them…");
    window.see("I kept the lighthouse at Quibblestrand.");
    window.see("From wq@example.org");
    album.look(&window, "a message that is read");
    window.is_accessible("a message that is read");
    window.press("Escape");

    go_to(&window, "Accountability");
    window.see("Handed a message over to a mail program: the application came in");
    window.see("Recorded a message from a candidate");
    window.no_text("Grimblethorpe");
    let store = window.home().store();
    assert_unreadable(&store, &["grimblethorpe", "quibblestrand"]);
    let words = ["grimblethorpe", "quibblestrand"];
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &words),
        0,
        "nor does whoever opens the database read them"
    );
    assert_eq!(window.csp_violations(), Vec::<String>::new());
}

#[test]
fn a_message_is_written_by_keyboard_alone() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    window.tab_to("button", "Write");
    window.press("Enter");
    let sheet = window.within("dialog", &format!("Write to {WHO}"));
    sheet.see("Sent to reply");
    sheet.tab_to("textbox", "Subject");
    window.type_text("The office");
    sheet.tab_to("textbox", "Message");
    window.type_text("It is behind the station.");
    sheet.see("Saved ");
    sheet.tab_to("button", "Save as .eml");
    window.press("Enter");
    let file = window.home().files().join("by-keyboard.eml");
    Picker::Save.answer("Save the message", &file);
    window.see("Went out by e-mail");
}

fn add_a_template(window: &Window, album: &mut Album) {
    go_to(window, "People");
    window.see("None yet. Begin with the message that says an application came in.");
    window.click("button", "Add a template");
    let sheet = window.within("dialog", "Add a template");
    sheet.fill("Name", "Received");
    sheet.fill("Subject", "Your application: {vacancy}");
    sheet.fill(
        "Message",
        "Dear {preferred name}, thank you. We meet on {interview date}, says {your name}. {salary}",
    );
    sheet.see("“{salary}” in line 1 is no field.");
    album.look(window, "a template with a field that is none");
    window.is_accessible("a template");
    sheet.fill(
        "Message",
        "Dear {preferred name}, thank you. We meet on {interview date}, says {your name}.",
    );
    sheet.see("Dear Robin, thank you. We meet on {interview date}, says Robin Sample.");
    sheet.click("button", "Save");
    window.see("Saved Received");
    album.look(window, "templates");
}

fn sign_in(window: &Window) {
    window.has("heading", "Sign in");
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Sign in");
    window.has("navigation", "Places");
}
