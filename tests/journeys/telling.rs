//! Something of a candidate is given to an MP's office; when the candidate goes, the office is told.

use std::fs;

use crate::album::Album;
use crate::bytes::words_left;
use crate::harness::{Picker, Window};
use crate::people::sign_in_as;
use crate::sharing::{add_recipient, say_which_office};
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, choose, go_to, make_a_store, open_candidate,
    reject, six_months_pass,
};

const WHO: &str = "Wilhelmina Quackenbush";
const OFFICE: &str = "Office of A. Member";

#[test]
fn an_office_that_was_given_something_is_told_when_it_is_erased() {
    let window = Window::open();
    let mut album = Album::open("telling");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    window.see("None recorded. Nobody outside has to be told when this record goes.");
    say_which_office(&window);
    add_recipient(&window, OFFICE, "MP’s office or department", |dialog| {
        dialog.fill("ICO registration number (optional)", "Z1234567");
    });
    go_to(&window, "Candidates");
    open_candidate(&window, WHO);
    record(&window, &mut album);
    reject(&window, WHO, "Essential criteria not met");

    six_months_pass(|day| {
        window.set_clock(day);
        sign_in_as(&window, NAME, PASSPHRASE);
    });
    window.click("button", "Review and erase now");
    window.see("1 recipient must be told by 7 Jun 2027");
    window
        .within("table", "Recipients who must be told")
        .see(OFFICE);
    album.look(&window, "who must be told of an erasure");
    save_the_notices(&window);
    window.fill("Type ERASE 1 to go on", "ERASE 1");
    window.click("button", "Erase one person");
    window.see("Checked: nothing of them is left");
    window.see("1 recipient must be told by 7 Jun 2027");
    album.look(&window, "proof, with a recipient to tell");
    window.click("button", "Done");

    window.set_clock("2027-06-14");
    sign_in_as(&window, NAME, PASSPHRASE);
    window.see("Tell 1 recipient what was done to what it was given");
    album.look(&window, "Today, a recipient is late");
    go_to(&window, "Retention");
    window.see("1 recipient should have been told by now");
    album.look(&window, "Retention, a recipient is late");
    window.click("button", "See recipients");
    let list = window.within("table", "Recipients, those to be told first");
    list.see(OFFICE);
    list.see("23 Nov 2026");
    album.look(&window, "recipients to tell");
    window.click("button", &format!("{OFFICE} was told"));
    let dialog = window.within("dialog", &format!("{OFFICE} was told"));
    album.look(&window, "note that one was told");
    dialog.click("button", "Note it");
    list.see("Told on 14 Jun 2027");
    list.see(&format!("noted by {NAME}"));
    window.no_text("should have been told by now");
    album.look(&window, "recipients, told");
    let store = window.home().store();
    assert_eq!(
        words_left(&store, NAME, PASSPHRASE, &["quackenbush", "wilhelmina"]),
        0,
        "the list has no word of hers"
    );
}

fn record(window: &Window, album: &mut Album) {
    let section = window.within("region", "Disclosures");
    section.click("button", "Record a disclosure");
    let dialog = window.within("dialog", &format!("Record a disclosure of {WHO}"));
    dialog.click("button", "Record disclosure");
    dialog.see("Choose what it is given for");
    album.look(window, "record a disclosure");
    choose(
        window,
        "Choose What for",
        "A review by an MP’s office or a department, where the role concerns them",
    );
    choose(window, "Choose To whom", &format!("{OFFICE}…"));
    choose(
        window,
        "The record as a whole Which application it is of",
        "Press Officer",
    );
    dialog.see("This may be given");
    dialog.click("button", "Record disclosure");
    section.see(OFFICE);
    section.see("Given on 23 Nov 2026");
    album.look(window, "a disclosure");
}

/// Into a folder of the person's own: one text file, with her name in it and not in its own.
fn save_the_notices(window: &Window) {
    let folder = window.home().files().join("notices");
    fs::create_dir_all(&folder).unwrap();
    window.click("button", "Save the notices…");
    Picker::Open.answer("Save the notices", &folder);
    window.see("Saved 1 notice. It has names in it");
    let files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap())
        .collect();
    assert_eq!(files.len(), 1, "one recipient, one notice");
    let name = files[0].file_name().into_string().unwrap();
    assert_eq!(name, "notice-2027-05-24-1-members-and-departments.txt");
    let text = fs::read_to_string(files[0].path()).unwrap();
    assert!(text.contains(WHO) && text.contains(OFFICE), "{text}");
}
