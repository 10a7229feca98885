//! This computer's keychain opens the store, remembers the journal, and may fail: the passphrase always opens it.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi as _;
use zbus_secret_service_keyring_store::Store as Keyring;

use crate::album::Album;
use crate::harness::Window;
use crate::six_months::{NAME, PASSPHRASE, add_a_vacancy, go_to, make_a_store};

/// The name that a keychain answers to.
const KEYCHAIN: &str = "org.freedesktop.secrets";

const BY_KEYCHAIN: &str = "Use this computer’s keychain";

#[test]
fn a_keychain_opens_the_store_and_when_it_cannot_the_passphrase_does() {
    let window = Window::open();
    let mut album = Album::open("keychain");
    make_a_store(&window);
    window.click("button", "Lock");
    window.has("heading", "Sign in");
    window.lacks("button", BY_KEYCHAIN);
    by_passphrase(&window, "Passphrase");

    allow(&window);
    lock(&window);
    window.has("button", BY_KEYCHAIN);
    album.look(&window, "sign in with a keychain");
    window.click("button", BY_KEYCHAIN);
    window.has("heading", "Today");
    go_to(&window, "Accountability");
    window.see("Allowed signing in by this computer’s keychain");

    lock(&window);
    let kept = entry(&window.home().store(), "sign-in");
    kept.set_password(&"00".repeat(32)).unwrap();
    window.click("button", BY_KEYCHAIN);
    window.see("What this computer’s keychain keeps does not open these records.");
    album.look(&window, "a keychain that does not open");
    by_passphrase(&window, "Or your passphrase");

    lock(&window);
    kept.delete_credential().unwrap();
    window.click("button", BY_KEYCHAIN);
    window.see("This computer’s keychain keeps nothing for you.");
    by_passphrase(&window, "Or your passphrase");
    allow(&window);

    lock(&window);
    assert!(kill_on_the_bus(KEYCHAIN), "a keychain runs");
    window.click("button", BY_KEYCHAIN);
    window.see("Your records are safe.");
    by_passphrase(&window, "Or your passphrase");
    lock(&window);
    start_the_keychain();
    // The lock told the keychain of the journal, which hangs: a call is given up after five seconds.
    thread::sleep(Duration::from_secs(5));
    window.click("button", BY_KEYCHAIN);
    window.has("heading", "Today");

    open_own_dialog(&window);
    album.look(&window, "sign in by keychain, allowed");
    window.click("button", "Stop allowing it");
    window.see("Only your passphrase opens Fairhold for you now");
    lock(&window);
    window.lacks("button", BY_KEYCHAIN);
}

#[test]
fn records_put_back_whole_are_noticed_by_what_the_keychain_remembers() {
    let window = Window::open();
    make_a_store(&window);
    allow(&window);
    lock(&window);
    let store = window.home().store();
    let older = window.home().files().join("older");
    copy(&store, &older);

    window.click("button", BY_KEYCHAIN);
    window.has("heading", "Today");
    window.lacks("complementary", "Older records");
    add_a_vacancy(&window, "Press Officer", "Press and media");
    let before = entry(&store, "journal").get_password().unwrap();
    lock(&window);
    let begun = Instant::now();
    while entry(&store, "journal").get_password().unwrap() == before {
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "the keychain is told at the lock"
        );
        thread::sleep(Duration::from_millis(50));
    }

    fs::remove_dir_all(&store).unwrap();
    copy(&older, &store);
    by_passphrase(&window, "Or your passphrase");
    window.see("These records may be an older copy.");
    window.click("link", "Look at the journal");
    window.see("differ from what this computer’s keychain remembers");
    Album::open("keychain").look(&window, "older records");
}

fn allow(window: &Window) {
    open_own_dialog(window);
    window.click("button", "Allow on this computer");
    window.see("This computer’s keychain now opens Fairhold for you");
    window.lacks("dialog", "Sign in by keychain");
}

fn open_own_dialog(window: &Window) {
    window.click("button", &format!("{NAME} HR administrator"));
    window.click("menuitem", "Sign in by keychain…");
    window.has("dialog", "Sign in by keychain");
}

fn lock(window: &Window) {
    window.click("button", "Lock");
    window.has("heading", "Sign in");
}

fn by_passphrase(window: &Window, label: &str) {
    window.fill(label, PASSPHRASE);
    window.click("button", "Sign in");
    window.has("heading", "Today");
}

/// What the keychain keeps for the one account of a store.
fn entry(store: &Path, item: &str) -> Entry {
    let records::Summary::Present { store, doors } = records::summary(store).unwrap() else {
        panic!("a store");
    };
    let user = format!("{store}/{}/{item}", doors[0].account.uuid());
    let keyring = Keyring::new().unwrap();
    let named = HashMap::from([("service", "Fairhold"), ("username", user.as_str())]);
    let mut found = keyring.search(&named).unwrap();
    assert_eq!(found.len(), 1, "one entry for {item}");
    found.remove(0)
}

/// Kills whatever answers to a name on this session's bus; nobody else's. Says whether anything did.
fn kill_on_the_bus(name: &str) -> bool {
    let asked = Command::new("dbus-send")
        .args(["--session", "--print-reply=literal"])
        .args(["--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
        .arg("org.freedesktop.DBus.GetConnectionUnixProcessID")
        .arg(format!("string:{name}"))
        .output()
        .unwrap();
    let answer = String::from_utf8(asked.stdout).unwrap();
    let Some(pid) = answer.split_whitespace().last() else {
        return false;
    };
    let killed = Command::new("kill").args(["-9", pid]).status().unwrap();
    killed.success()
}

/// Starts the keychain as `cargo xtask test` does, in the place of one that the bus started locked, and of its
/// question for the password.
fn start_the_keychain() {
    kill_on_the_bus(KEYCHAIN);
    kill_on_the_bus("org.gnome.keyring.SystemPrompter");
    thread::sleep(Duration::from_millis(500));
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    daemon.stdin.take().unwrap().write_all(b"journeys").unwrap();
    daemon.wait().unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}
