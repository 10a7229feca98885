//! What somebody needs is sealed, opened for a purpose, and kept from an interviewer, who is told what to arrange.

use std::fs;

use crate::album::Album;
use crate::bytes::{assert_unreadable, words_left};
use crate::harness::{Hand, Part, Picker, Window};
use crate::people::{INTERVIEWER, THEIRS, add_account, name_for_the_vacancy, sign_in_as};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store, open_candidate,
    type_date,
};

const WHO: &str = "Wilhelmina Quackenbush";
const WORDS: &str = "Lip-reads: sit facing the window";

#[test]
fn hr_seals_an_adjustment_and_opens_it_and_an_interviewer_is_told_what_is_needed_and_why_no_more() {
    let window = Window::open();
    let mut album = Album::open("sealed");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    add_account(&window, INTERVIEWER, true);
    name_for_the_vacancy(&window, INTERVIEWER, "Interviewer…");

    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    window.click("button", "Seal a record");
    let dialog = window.within("dialog", &format!("Seal a record of {WHO}"));
    dialog.see("Right to work");
    dialog.click("button", "Seal it");
    dialog.see("Choose what it is");
    dialog.click("radio", "Adjustments…");
    dialog.click("checkbox", "Extra time");
    dialog.fill("How, in their own words (optional)", WORDS);
    dialog.click("button", "Seal it");
    window.see(&format!("Sealed: Adjustments of {WHO}"));
    window.no_text(WORDS);
    album.look(&window, "HR, sealed");

    window.click("button", "Open: Extra time");
    let dialog = window.within("dialog", &format!("Adjustments of {WHO}"));
    dialog.click("button", "Open");
    dialog.see("Choose what you open it for");
    dialog.click("radio", "Arrange what they need");
    dialog.click("button", "Open");
    dialog.see(WORDS);
    window
        .within("dialog", &format!("Adjustments of {WHO}"))
        .click("button", "Done");
    window.lacks("dialog", &format!("Adjustments of {WHO}"));
    window.no_text(WORDS);

    sign_in_as(&window, INTERVIEWER, THEIRS);
    go_to(&window, "Candidates");
    window.see("Some details are withheld");
    album.look(&window, "an interviewer's list");
    open_candidate(&window, WHO);
    window.see("Extra time");
    window.no_text(WORDS);
    window.lacks("button", "Open: Extra time");
    album.look(&window, "an interviewer");
    window.click("button", "Why can’t I see this? Health and adjustments");
    let why = window.within("dialog", "Why can’t I see this?");
    why.see("only the people named for it hold the key");
    why.see("ask somebody who holds the key");
    album.keep(&window, "why an interviewer opens nothing");
    window.press("Escape");
    window.execute("location.hash = '#/vacancies/0199a000-0000-7000-8000-000000000000'");
    window.see("You can’t see this");
    album.look(&window, "a screen that is refused");
    window.click("button", "Why can’t I see this?…");
    window
        .within("dialog", "Why can’t I see this?")
        .see("ask HR to name you for the vacancy");
    album.keep(&window, "why a screen is refused");
    window.press("Escape");
    window.press("Ctrl+k");
    window.type_text("Nobody");
    window.see("Nobody you may see is called that");
    album.keep(&window, "nobody found");
    window.press("Escape");

    sign_in_as(&window, NAME, PASSPHRASE);
    go_to(&window, "Accountability");
    window.see("Sealed something under health and adjustments");
    window.see("Opened something sealed under health and adjustments, to arrange adjustments");
}

/// A paper of two pages.
const PAPER: &[u8] = include_bytes!("../fixtures/documents/two-pages.pdf");

#[test]
fn the_copy_of_a_paper_is_sealed_with_its_check_shown_for_a_purpose_and_saved_to_be_handed_over() {
    let window = Window::open();
    let mut album = Album::open("copies");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    let files = window.home().files();
    window.click("button", "Seal a record");
    let dialog = window.within("dialog", &format!("Seal a record of {WHO}"));
    dialog.see("Not yet:");
    dialog.lacks("radio", "Right to work…");
    dialog.click("button", "Cancel");

    // From an offer on.
    window.click("button", "Write an offer");
    let dialog = window.within("dialog", &format!("Write an offer to {WHO}"));
    dialog.fill("Amount in pounds", "38,500");
    dialog.click("button", "Save offer");
    window.click("button", "Record as made…");
    window
        .within(
            "dialog",
            &format!("Record that the offer to {WHO} was made"),
        )
        .click("button", "Record as made");
    window.see("Made, no answer yet");
    window.click("button", "Seal a record");
    let dialog = window.within("dialog", &format!("Seal a record of {WHO}"));
    dialog.click("radio", "Right to work…");
    choose(&window, "Choose What was seen", "British or Irish passport");
    type_date(&window, "Checked on", "23112026");
    album.look(&window, "a check of the right to work");
    dialog.click("button", "Seal it");
    window.see(&format!("Sealed: Right to work of {WHO}"));

    window.click("button", "Add a copy: Right to work: checked");
    let dialog = window.within("dialog", &format!("Add a copy: Right to work of {WHO}"));
    let notes = files.join("notes.txt");
    fs::write(&notes, "A walrus in the quarry").expect("a file");
    let hand = Hand::holding(&[&notes]);
    hand.hold_over(
        &window,
        "heading",
        &format!("Add a copy: Right to work of {WHO}"),
    );
    window.see(&format!("Let go to keep as the copy for {WHO}"));
    hand.let_go();
    dialog.see("notes.txt");
    dialog.click("button", "Add the copy");
    dialog.see("notes.txt: A copy is a picture or a PDF: PNG, JPEG and PDF are taken.");
    album.look(&window, "a file that is no copy");
    window.is_accessible("a file that is no copy");
    let paper = files.join("zyxwvut-quahog.pdf");
    fs::write(&paper, PAPER).expect("a paper");
    dialog.click("button", "Choose the file");
    Picker::Open.answer("Choose the copy", &paper);
    window.see(&format!("Sealed: the copy for Right to work of {WHO}"));
    window.see("A copy is kept with it.");
    window.lacks("button", "Add a copy: Right to work: checked");

    let opened = open_check(&window, "Check the right to work again");
    opened.lacks("button", "Save the copy");
    opened.click("button", "Show the copy");
    opened.has("img", "The copy for Right to work, page 1 of 2");
    window.until("document.querySelector('[role=dialog] img').naturalWidth > 1000");
    album.look(&window, "the copy of a paper");
    window.is_accessible("the copy of a paper");
    opened.click("button", "Next page");
    opened.has("img", "The copy for Right to work, page 2 of 2");
    opened.click("button", "Done");
    window.lacks("img", "The copy for Right to work, page 2 of 2");

    let opened = open_check(&window, "Hand their details over to HR’s system");
    opened.click("button", "Save the copy");
    Picker::Open.answer("Save the copy", &files);
    window.see("Saved the copy as a file.");
    assert_eq!(fs::read(files.join("copy.pdf")).expect("the copy"), PAPER);
    opened.click("button", "Done");

    go_to(&window, "Candidates");
    window.fill(
        "Search candidates by name, e-mail, telephone or words of a document",
        "quibblestrand",
    );
    window.lacks("row", &format!("{WHO}…"));
    go_to(&window, "Accountability");
    for told in [
        "Sealed a copy under identity and right to work",
        "Looked at a copy sealed under identity and right to work, to check the right to work",
        "Saved a copy sealed under identity and right to work, to hand details over",
    ] {
        window.see(told);
    }
    // What the paper says, and what its file was called.
    let words = ["quibblestrand", "zyxwvut-quahog"];
    let store = window.home().store();
    assert_unreadable(&store, &words);
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &words),
        0,
        "nor does whoever opens the database read it"
    );
}

fn open_check(window: &Window, purpose: &str) -> Part {
    window.click("button", "Open: Right to work: checked");
    let dialog = window.within("dialog", &format!("Right to work of {WHO}"));
    dialog.click("radio", purpose);
    dialog.click("button", "Open");
    let opened = window.within("dialog", &format!("Right to work of {WHO}"));
    opened.see("British or Irish passport");
    opened
}

#[test]
fn the_lock_takes_an_open_record_off_the_page() {
    let window = Window::open();
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    window.click("button", "Seal a record");
    let dialog = window.within("dialog", &format!("Seal a record of {WHO}"));
    dialog.click("radio", "Adjustments…");
    dialog.click("checkbox", "A quiet room");
    dialog.fill("How, in their own words (optional)", WORDS);
    dialog.click("button", "Seal it");
    window.click("button", "Open: A quiet room");
    let dialog = window.within("dialog", &format!("Adjustments of {WHO}"));
    dialog.click("radio", "See whether what was recorded is right");
    dialog.click("button", "Open");
    dialog.see(WORDS);
    window.press("Ctrl+l");
    window.has("heading", "Sign in");
    window.no_text(WORDS);
}
