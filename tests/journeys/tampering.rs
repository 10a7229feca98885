//! Somebody had the laptop: what the window says of files that were changed, and what can be done about it there.

use std::fs;
use std::path::Path;

use crate::album::Album;
use crate::harness::{Home, Window};
use crate::six_months::{PASSPHRASE, add_a_vacancy, go_to, make_a_store};

/// A laptop on which somebody made a store, with its database as it was before the last time beside it.
fn used() -> Home {
    let window = Window::open();
    make_a_store(&window);
    window.click("button", "Lock");
    window.has("heading", "Sign in");
    let store = window.home().store();
    let earlier = window.home().files().join("fairhold.db");
    fs::copy(store.join("fairhold.db"), earlier).expect("a copy");
    sign_in(&window);
    window.has("heading", "Today");
    add_a_vacancy(&window, "Press Officer", "Press and media");
    window.click("button", "Lock");
    window.has("heading", "Sign in");
    window.close()
}

fn sign_in(window: &Window) {
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Sign in");
}

fn change(path: &Path, how: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).expect("a file");
    how(&mut bytes);
    fs::write(path, bytes).expect("written");
}

#[test]
fn a_damaged_key_file_is_named_and_its_copy_used() {
    let home = used();
    let keys = home.store().join("fairhold.keys");
    change(&keys, |bytes| bytes[60] ^= 1);
    let damaged = fs::read(&keys).expect("a file");
    let window = Window::open_in(home, &[]);
    let mut album = Album::open("tampering");
    window.has("heading", "The key file is damaged.");
    window.see("a whole copy is in the folder");
    album.look(&window, "a damaged key file");
    window.resize(320, 640);
    album.keep(&window, "a damaged key file, narrow");
    window.click("button", "Use the copy");
    window.has("heading", "Sign in");
    let replaced = window.home().store().join("fairhold.keys.replaced");
    assert_eq!(
        fs::read(replaced).expect("kept"),
        damaged,
        "nothing is thrown away"
    );
    sign_in(&window);
    window.has("heading", "Today");
}

#[test]
fn an_earlier_database_and_a_lost_head_are_named_and_opened_when_told_to() {
    let home = used();
    let store = home.store();
    fs::copy(home.files().join("fairhold.db"), store.join("fairhold.db")).expect("a copy");
    let window = Window::open_in(home, &[]);
    let mut album = Album::open("tampering-later");
    sign_in(&window);
    window.see("The database is older than the one last used here.");
    album.look(&window, "an earlier database");
    window.resize(320, 640);
    album.keep(&window, "an earlier database, narrow");
    window.resize(1240, 780);
    window.click("button", "Open it as it is");
    window.has("heading", "Today");
    go_to(&window, "Accountability");
    window.see("the journal was not as it had been left");
    window.click("button", "Lock");
    window.has("heading", "Sign in");

    fs::rename(store.join("fairhold.head"), store.join("elsewhere")).expect("moved");
    sign_in(&window);
    window.see("The record of the newest database is missing or damaged.");
    album.look(&window, "a lost head");
    window.click("button", "Open it as it is");
    window.has("heading", "Today");
}
