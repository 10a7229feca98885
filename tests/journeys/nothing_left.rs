//! A session leaves nothing of what the page showed in the folders that a web view keeps things in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::harness::{Home, Plain};
use crate::locking::a_store_with_a_candidate;
use crate::six_months::PASSPHRASE;

/// What was typed or shown.
const WORDS: [&str; 6] = [
    "quackenbush",
    "wilhelmina",
    "press officer",
    "hansard",
    "robin sample",
    PASSPHRASE,
];

/// What libraries keep for every program, of the screen and its letters.
const OF_THE_SYSTEM: [&str; 4] = [
    ".cache/fontconfig",
    ".cache/mesa",
    ".cache/dconf",
    ".config/dconf",
];

/// Every file of the person's own folders, and what is in it.
fn files(home: &Home) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    gather(&home.own(), &home.own(), &mut found);
    found
}

fn gather(folder: &Path, own: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, own, found);
        } else if let Ok(bytes) = fs::read(&path) {
            let name = path.strip_prefix(own).expect("inside").to_owned();
            found.insert(name, bytes);
        }
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    let lower = bytes.to_ascii_lowercase();
    let spread: Vec<u8> = word.bytes().flat_map(|byte| [byte, 0]).collect();
    memchr::memmem::find(&lower, word.as_bytes()).is_some()
        || memchr::memmem::find(&lower, &spread).is_some()
}

#[test]
fn a_session_leaves_nothing_in_the_folders_of_the_web_view() {
    // Made by a window that WebDriver drives, which can't be a private one: its leavings are no part of this.
    let home = a_store_with_a_candidate().with_own_folder_empty();
    let mut window = Plain::open_in(home.clone());
    thread::sleep(Duration::from_secs(2));
    window.close();
    let before = files(&home);
    for (name, bytes) in &before {
        assert!(is_of_the_start(name, bytes), "{} was made", name.display());
    }

    let mut window = Plain::open_in(home.clone());
    window.sign_in(PASSPHRASE);
    window.press(&["ctrl+k"]);
    thread::sleep(Duration::from_secs(1));
    window.type_text("quackenbush");
    thread::sleep(Duration::from_secs(2));
    window.press(&["Return"]);
    thread::sleep(Duration::from_secs(2));
    window.press(&["ctrl+l"]);
    window.until("the store is closed", |window| !window.is_open());
    window.sign_in(PASSPHRASE);
    let during = files(&home);
    window.close();

    for (when, left) in [("while it runs", during), ("afterwards", files(&home))] {
        for (name, bytes) in &left {
            for word in WORDS {
                assert!(
                    !holds(bytes, word),
                    "{when} {} holds {word}",
                    name.display()
                );
            }
        }
        let left: Vec<_> = left
            .into_iter()
            .filter(|(name, bytes)| before.get(name) != Some(bytes))
            .map(|(name, bytes)| (name, bytes.len()))
            .filter(|(name, _)| !is_of_the_system(name) && !is_ours(name))
            .collect();
        assert_eq!(left, [], "{when}");
    }
}

fn is_of_the_system(name: &Path) -> bool {
    let name = name.to_string_lossy();
    OF_THE_SYSTEM.iter().any(|known| name.starts_with(known))
}

/// What the program keeps of the window itself: how large it was and where, and how it looks.
fn is_ours(name: &Path) -> bool {
    name.ends_with("uk.fairhold.desktop/choices.json")
}

/// What the web view makes before it shows anything: random bytes, and a table of servers, of which it asks none.
fn is_of_the_start(name: &Path, bytes: &[u8]) -> bool {
    let is_salt = name.ends_with("salt") && bytes.len() == 8;
    is_salt || name.ends_with("hsts-storage.sqlite") || is_of_the_system(name) || is_ours(name)
}
