//! HR begins to erase thousands, thinks better of it, and is told who is gone; the others are as they were.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use crate::album::Album;
use crate::harness::{Picker, Window};
use crate::people::{THEIRS, add_account_of, sign_in_as};
use crate::six_months::{NAME, PASSPHRASE, go_to, make_a_store};

const SECOND: &str = "Sally Second";

/// More than the first two portions that are erased.
const PEOPLE: usize = 3000;

#[test]
fn hr_cancels_an_erasure_and_is_told_how_many_went_and_how_many_stayed() {
    let window = Window::open();
    let mut album = Album::open("cancelling");
    make_a_store(&window);
    add_account_of(&window, SECOND, "HR administrator…", true);
    bring_in_thousands(&window);
    // Six months after 28 May, and soon enough for the clock to be believed.
    window.set_clock("2026-11-28");
    sign_in_as(&window, NAME, PASSPHRASE);
    window.has("heading", "Due for erasure");
    window.click("button", "Review and erase now");
    window.see("More than 100 people at once");
    album.look(&window, "thousands go");
    window.fill("Type ERASE 3000 to go on", "ERASE 3000");
    window.fill("Their passphrase", THEIRS);
    window.click("button", "Erase 3,000 people");
    window.click("button", "Cancel");
    window.wait_for_text("Checked: nothing of them is left", Duration::from_mins(3));
    album.look(&window, "a cancelled erasure");

    let erased = number_in(&heading(&window, "Erased "));
    assert!(
        erased == 250 || erased == 2750,
        "it stopped at the edge of a portion: {erased} erased"
    );
    let left = PEOPLE - erased;
    window.see(&format!(
        "{} people of the preview were left",
        grouped(left)
    ));
    window.click("button", "Done");

    go_to(&window, "Retention");
    window.has("button", &format!("Preview erasure of {}…", grouped(left)));
    let table = window.within("table", "Every erasure, latest first");
    table.see(&grouped(erased));
    go_to(&window, "Candidates");
    window.see(&format!("{} people", grouped(left)));
    go_to(&window, "Accountability");
    window.see("Had a second person agree to an erasure of 3,000 people");
}

fn bring_in_thousands(window: &Window) {
    let mut rows =
        "First name,Last name,Email,Vacancy,Applied on,Status,Decision date\n".to_owned();
    for number in 0..PEOPLE {
        writeln!(
            rows,
            "Ada,Person{number},person{number}@example.com,Press Officer,2026-05-01,Rejected,2026-05-28"
        )
        .expect("a row");
    }
    let file = window.home().files().join("applicants.csv");
    fs::write(&file, rows).expect("the file");
    go_to(window, "Import");
    window.click("button", "Choose a file");
    Picker::Open.answer("Choose a file of applicants", &file);
    window.click("button", "Import 3,000…");
    window.wait_for_text("Added 3,000 people", Duration::from_mins(2));
}

fn heading(window: &Window, begins: &str) -> String {
    let headings = window.names("heading");
    let found = headings.iter().find(|heading| heading.starts_with(begins));
    found.unwrap_or_else(|| panic!("{headings:?}")).clone()
}

fn number_in(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

/// A number as the window writes it.
fn grouped(number: usize) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", number / 1000, number % 1000)
    }
}
