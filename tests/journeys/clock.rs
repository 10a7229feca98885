//! A clock that was set back erases nobody, and one that jumped erases somebody only by a second person's word.

use crate::album::Album;
use crate::every_screen::TOO_WIDE;
use crate::harness::Window;
use crate::people::{THEIRS, add_account_of, sign_in_as};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, reject, six_months_pass,
};

const SECOND: &str = "Sally Second";
const PREVIEW: &str = "Preview erasure of one person";
const ERASE: &str = "Erase one person";

#[test]
fn a_clock_set_back_erases_nobody_and_after_a_jump_a_second_person_confirms_the_date() {
    let window = Window::open();
    let mut album = Album::open("clock");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    reject(
        &window,
        "Wilhelmina Quackenbush",
        "Essential criteria not met",
    );
    six_months_pass(|day| {
        window.set_clock(day);
        sign_in_as(&window, NAME, PASSPHRASE);
    });

    window.set_clock("2027-05-23");
    sign_in_as(&window, NAME, PASSPHRASE);
    go_to(&window, "Retention");
    window.see("The clock was set back");
    window.see("24 hours behind the latest time in these records");
    album.look(&window, "set back");
    window.click("button", PREVIEW);
    window.see("Nothing is erased until it is right");
    window.lacks("button", ERASE);
    album.look(&window, "set back, the preview");
    window.click("button", "Close");
    go_to(&window, "Accountability");
    window.see("Found the clock of this computer behind the latest time in the records");

    window.set_clock("2027-08-01");
    sign_in_as(&window, NAME, PASSPHRASE);
    go_to(&window, "Retention");
    window.see("The clock is far ahead");
    window.see("more than 69 days ahead");
    window.see("Add another HR administrator on the People screen");
    window.click("button", PREVIEW);
    window.see("Add another HR administrator on the People screen");
    window.lacks("button", ERASE);
    album.look(&window, "alone after a jump");
    window.click("button", "Close");

    add_account_of(&window, SECOND, "HR administrator…", true);
    go_to(&window, "Retention");
    window.click("button", PREVIEW);
    album.look(&window, "a second person confirms");
    window.resize(320, 780);
    window.has("button", "Menu");
    window.settle();
    assert_eq!(
        window.execute(TOO_WIDE),
        serde_json::json!([]),
        "nothing scrolls sideways"
    );
    album.keep(&window, "a second person confirms, narrow");
    window.resize(1280, 800);
    window.has("navigation", "Places");
    window.fill("Type ERASE 1 to go on", "ERASE 1");
    window.click("button", ERASE);
    window.see("Enter the second person’s passphrase");
    window.fill("Their passphrase", PASSPHRASE);
    window.click("button", ERASE);
    window.see("That is not the second person’s passphrase");
    album.look(&window, "a wrong passphrase");
    window.fill("Type ERASE 1 to go on", "ERASE 1");
    window.fill("Their passphrase", THEIRS);
    window.click("button", ERASE);
    window.see("Checked: nothing of them is left");
    window.click("button", "Done");
    window.no_text("The clock is far ahead");
    go_to(&window, "Accountability");
    window.see("Had a second person confirm the date before an erasure, after 1 wrong passphrase");
    window.see(SECOND);
}
