//! What somebody needs is sealed, opened for a purpose, and kept from an interviewer, who is told what to arrange.

use crate::album::Album;
use crate::harness::Window;
use crate::people::{INTERVIEWER, THEIRS, add_account, name_for_the_vacancy, sign_in_as};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, open_candidate,
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
