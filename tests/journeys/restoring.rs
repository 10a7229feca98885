//! A laptop is lost after an erasure: the backup made before it is put back, and whoever was erased stays erased.

use std::fs;

use crate::album::Album;
use crate::bytes::words_left;
use crate::harness::{Picker, Window};
use crate::people::sign_in_as;
use crate::six_months::{
    NAME, PASSPHRASE, add_a_candidate, add_a_vacancy, go_to, make_a_store, reject, six_months_pass,
};

const HERS: &str = "Wilhelmina Quackenbush";

#[test]
fn a_backup_from_before_an_erasure_is_put_back_without_who_was_erased() {
    let window = Window::open();
    let mut album = Album::open("restoring");
    make_a_store(&window);
    add_a_vacancy(&window, "Press Officer", "Press and media");
    add_a_candidate(&window, "Wilhelmina", "Quackenbush", "wq@example.org");
    add_a_candidate(&window, "Bartholomew", "Featherstone", "bf@example.org");
    reject(&window, HERS, "Essential criteria not met");
    let backup = window.home().files().join("before.fairhold-backup");
    six_months_pass(|day| {
        window.set_clock(day);
        sign_in_as(&window, NAME, PASSPHRASE);
        if day == "2027-05-17" {
            look_before_it_goes(&window, &mut album);
            make_a_backup(&window, &backup, &mut album);
        }
    });
    window.click("button", "Review and erase now");
    window.fill("Type ERASE 1 to go on", "ERASE 1");
    window.click("button", "Erase one person");
    window.see("Checked: nothing of them is left");
    window.click("button", "Done");
    look_at_what_remains(&window, &mut album);

    let home = window.close();
    fs::rename(home.store(), home.files().join("lost")).expect("the laptop is gone");
    let window = Window::open_in(home, &[]);
    window.click("button", "Choose a backup…");
    window.has("heading", "Put a backup back");
    album.look(&window, "put a backup back");
    window.click("button", "Choose a backup…");
    Picker::Open.answer("Choose a backup", &backup);
    window.see("This backup was made 17 May 2027");
    album.look(&window, "who opens the backup");
    window.click("button", "Put back");
    window.see("Enter the passphrase you had when the backup was made.");
    window.fill("Your passphrase then", PASSPHRASE);
    window.click("button", "Put back");
    window.has("heading", "The backup is back");
    window.see("1 person is in it, and every page was checked.");
    window.see("1 person erased since it was made was erased again.");
    album.look(&window, "the backup is back");
    window.click("button", "Sign in");
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Sign in");
    window.has("heading", "Today");
    go_to(&window, "Candidates");
    window.see("Bartholomew Featherstone");
    window.no_text(HERS);
    let store = window.home().store();
    let hers = ["quackenbush", "wilhelmina"];
    assert_eq!(words_left(&store, NAME, PASSPHRASE, &hers), 0);
    assert_eq!(words_left(&store, NAME, PASSPHRASE, &["featherstone"]), 1);
}

fn look_before_it_goes(window: &Window, album: &mut Album) {
    window.see("1 record goes within 30 days and nobody has looked at it");
    go_to(window, "Retention");
    let table = "Records that go within 30 days and that nobody has looked at";
    window.within("table", table).see(HERS);
    window.click("button", &format!("Let it go: {HERS}"));
    window.lacks("table", table);
    window.click("button", "Undo…");
    window.within("table", table).see(HERS);
    album.look(window, "a record waits for a look");
    window.tab_to("button", &format!("Let it go: {HERS}"));
    window.press("Enter");
    window.see("Looked at. The record goes on its date");
    window.lacks("table", table);
    go_to(window, "Today");
    window.no_text("nobody has looked at it");
}

fn make_a_backup(window: &Window, backup: &std::path::Path, album: &mut Album) {
    go_to(window, "People");
    window.see("No backup is known.");
    window.click("button", "Make a backup");
    Picker::Save.answer("Save the backup", backup);
    window.see("The backup was made");
    show(window, "Backups");
    album.look(window, "backups");
}

fn look_at_what_remains(window: &Window, album: &mut Album) {
    go_to(window, "Accountability");
    window.click("tab", "Figures that remain");
    window.settle();
    album.look(window, "figures that remain");
    window.click("tab", "Not to be approached");
    window.settle();
    album.look(window, "not to be approached");
}

/// Scrolls to a heading.
fn show(window: &Window, heading: &str) {
    window.execute(&format!(
        "[...document.querySelectorAll('h2')].find((one) => one.textContent === '{heading}').scrollIntoView()"
    ));
}
