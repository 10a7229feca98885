//! Somebody complains: it is entered by keyboard, receipt is confirmed, it is looked into, the letter is saved, and the
//! outcome closes it. While it is open, it keeps their record.

use std::fs;

use crate::album::Album;
use crate::harness::{Picker, Window};
use crate::six_months::{add_a_candidate, add_a_vacancy, go_to, make_a_store, open_candidate};

const WHO: &str = "Wilhelmina Quackenbush";

#[test]
fn a_complaint_is_entered_by_keyboard_and_answered_until_it_is_closed() {
    let window = Window::open();
    let mut album = Album::open("complaints");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    go_to(&window, "Rights and incidents");
    window.see("Nobody has complained.");
    enter(&window, &mut album);

    window.see("30 days to confirm receipt");
    window.click("button", "Why?…");
    window.see("receipt is confirmed within 30 days (DPA 2018 s.164A(3)): by 23 December 2026.");
    album.keep(&window, "why the days end");
    window.press("Escape");
    kept_while_open(&window, &mut album);
    look_into_it(&window, &mut album);
    tell_them(&window, &mut album);
    closed(&window, &mut album);
}

fn enter(window: &Window, album: &mut Album) {
    window.tab_to("button", "Enter a complaint");
    window.press("Enter");
    let dialog = window.within("dialog", "Enter a complaint");
    dialog.fill("Find them", "Quack");
    dialog.has("radio", WHO);
    window.tab_to("radio", WHO);
    window.press("Space");
    dialog.click("radio", "By e-mail");
    dialog.click("radio", "They were contacted against their wish");
    dialog.fill("What do they say?", "You called me at work, Grumbelow.");
    album.look(window, "enter a complaint");
    dialog.click("button", "Enter it");
    window.see("C-0001 is entered. Confirm receipt by 23 Dec 2026");
    album.look(window, "a complaint that was just entered");
}

fn kept_while_open(window: &Window, album: &mut Album) {
    window.click("link", WHO);
    window.see("A complaint has been open since 23 November 2026");
    album.look(window, "a record that a complaint keeps");
    go_to(window, "Today");
    window.see("Confirm that you have complaint C-0001");
    album.look(window, "Today, a complaint");
    window.click("link", "Confirm that you have complaint C-0001…");
}

fn look_into_it(window: &Window, album: &mut Album) {
    window.click("button", "Record it");
    let dialog = window.within("dialog", "When was receipt confirmed?");
    dialog.click("radio", "By letter");
    dialog.click("button", "Save");
    window.see("Receipt of C-0001 is confirmed");
    window.see("Came today");
    window.click("button", "Undo…");
    window.see("30 days to confirm receipt");
    window.click("button", "Record it");
    let dialog = window.within("dialog", "When was receipt confirmed?");
    dialog.click("button", "Save");
    window.click("button", "Add a note");
    let dialog = window.within("dialog", "What was done?");
    dialog.fill("In a few words", "The list has two numbers.");
    album.look(window, "a note on a complaint");
    dialog.click("button", "Save");
    window.see("The list has two numbers.");
    window.see("Tell them how far it has come by 21 Dec 2026.");
}

fn tell_them(window: &Window, album: &mut Album) {
    let next = window.within("region", "Next step");
    next.click("button", "Record the outcome");
    let dialog = window.within("dialog", "What comes of it?");
    dialog.click("radio", "They are right");
    dialog.fill("What you found", "The calls were made from an old list.");
    dialog.fill(
        "What you changed because of it (optional)",
        "There is one list.",
    );
    album.look(window, "the outcome of a complaint");
    dialog.click("button", "Save");
    window.click("button", "Save the letter…");
    let file = window.home().files().join("letter.pdf");
    Picker::Save.answer("Save the letter", &file);
    window.see("Letter saved");
    let bytes = fs::read(&file).expect("the letter");
    assert!(bytes.starts_with(b"%PDF-"), "a PDF");
    album.look(window, "a complaint, answered");
    window.click("button", "Record that they were told");
    let dialog = window.within("dialog", "When were they told the outcome?");
    dialog.click("radio", "By letter");
    dialog.click("button", "Save");
}

fn closed(window: &Window, album: &mut Album) {
    window.see("Answered the same day");
    window.see("It keeps nothing of theirs any more.");
    album.look(window, "a complaint that is closed");
    window.click("link", WHO);
    window.no_text("A complaint has been open");
    go_to(window, "Candidates");
    open_candidate(window, WHO);
    go_to(window, "Accountability");
    window.see("Entered a complaint");
    window.see("Upheld a complaint");
    window.see("Made a letter on the outcome of a complaint");
    window.no_text("Grumbelow");
    go_to(window, "Rights and incidents");
    window.see("upheld · told on 23 Nov 2026");
    window.see("Received: 1 in quarter 4 of 2026.");
    album.look(window, "complaints, one is closed");
}
