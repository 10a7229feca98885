//! The privacy notice by keyboard: Today says of whom it is not recorded, a version is added, it is recorded for everybody who
//! came by the form, and their record says so.

use crate::album::Album;
use crate::harness::Window;
use crate::six_months::{add_a_candidate, add_a_vacancy, go_to, make_a_store, open_candidate};

const WHO: &str = "Wilhelmina Quackenbush";
const TEXT: &str = "What we do with your details, for how long, and whom to ask.";

#[test]
fn a_notice_is_added_and_recorded_by_keyboard() {
    let window = Window::open();
    let mut album = Album::open("notices");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    window.see("They are to be given the privacy notice by 23 November 2026");
    album.look(&window, "a candidate without a notice");
    go_to(&window, "Today");
    album.look(&window, "Today, a notice is missing");
    window.tab_to("link", "1 person has not been given the privacy notice…");
    window.press("Enter");
    window.see("No version is recorded yet");
    album.look(&window, "no notice");
    add_a_version(&window, &mut album);
    record_for_all(&window, &mut album);
    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    window.see("They were given the privacy notice on 23 November 2026, in time.");
    window.see("With the form or the advert");
    album.look(&window, "a candidate with a notice");
    go_to(&window, "Today");
    window.no_text("has not been given the privacy notice");
}

fn add_a_version(window: &Window, album: &mut Album) {
    window.tab_to("button", "Add a version");
    window.press("Enter");
    let dialog = window.within("dialog", "Version 1 of the privacy notice");
    dialog.fill("Text of the notice", TEXT);
    for item in [
        "Who the controller is, and how to reach it",
        "The rights",
        "The right to complain to us",
    ] {
        window.tab_to("checkbox", item);
        window.press("Space");
    }
    dialog.see("12 things are missing. It can be added all the same, and says so.");
    album.look(window, "add a version");
    window.tab_to("button", "Add version 1");
    window.press("Enter");
    window.see("Version 1 was added");
    window.see("12 things are missing");
    album.look(window, "a version");
}

fn record_for_all(window: &Window, album: &mut Album) {
    window.tab_to("button", "Record the notice: Our website or form");
    window.press("Enter");
    let dialog = window.within("dialog", "Record the notice for 1 person");
    window.tab_to("radio", "With the form or the advert");
    window.press("Space");
    dialog.see("on the day their details came in");
    album.look(window, "record it for all");
    window.tab_to("button", "Record for 1 person");
    window.press("Enter");
    window.see("Recorded for 1");
    window.see("Everybody who is here was given one, or need not be.");
}
