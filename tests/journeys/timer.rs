//! HR lets a timer sweep: it opens the store by this computer's keychain, with nobody there, and can be taken away again.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use domain::clock::Clock as _;
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi as _;
use records::clock::SystemClock;
use zbus_secret_service_keyring_store::Store as Keyring;

use crate::album::Album;
use crate::harness::{Home, Window};
use crate::six_months::{PASSPHRASE, go_to};

const HR: &str = "Alex Example (HR)";

#[test]
fn a_timer_sweeps_by_the_keychain_and_is_taken_away_in_the_window() {
    let home = Home::new();
    let store = home.store();
    done(&cli(&store, &["demo", "--people", "120"]));
    done(&cli(&store, &["timer", "allow", "--account", HR]));
    let kept = secret_of(&store);
    assert_eq!(
        kept.get_password().expect("a secret").len(),
        64,
        "256 bits, and nothing else"
    );
    let swept = sweep(&store);
    done(&swept);
    let said = String::from_utf8_lossy(&swept.stdout);
    assert!(said.contains(r#""verified":true"#), "{said}");
    assert!(!said.contains(r#""people":0"#), "somebody was due: {said}");

    home.set_clock(&SystemClock.now().to_rfc3339());
    let window = Window::open_in(home, &[]);
    let mut album = Album::open("timer");
    window.click("radio", HR);
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Sign in");
    window.has("heading", "Today");
    window.lacks("heading", "Due for erasure");
    go_to(&window, "Accountability");
    window.see("Started the sweep of what was due, by a timer");
    go_to(&window, "People");
    window.has("rowheader", "Sweep timer");
    album.look(&window, "a timer among the people");
    window.click("button", "More for Sweep timer");
    window.click("menuitem", "Remove account");
    window
        .within("dialog", "Remove Sweep timer?")
        .click("button", "Remove account");
    window.see("Removed Sweep timer");
    let home = window.close();

    let refused = sweep(&home.store());
    assert!(!refused.status.success());
    let why = String::from_utf8_lossy(&refused.stderr);
    assert!(
        why.contains("The timer’s secret opens nothing here, or nothing any more."),
        "{why}"
    );
}

/// Runs the program of the command line on a store, with HR's passphrase on its input.
fn cli(store: &Path, words: &[&str]) -> Output {
    let mut program = command();
    program
        .args(words)
        .arg("--store")
        .arg(store)
        .stdin(Stdio::piped());
    let mut running = program.spawn().expect("fairhold-cli, built beside the app");
    let mut input = running.stdin.take().expect("an input");
    writeln!(input, "{PASSPHRASE}").expect("the passphrase");
    drop(input);
    running.wait_with_output().expect("it ends")
}

/// Sweeps as a timer does: nobody types anything.
fn sweep(store: &Path) -> Output {
    let mut program = command();
    program
        .args(["sweep", "--timer", "--json", "--store"])
        .arg(store);
    program.stdin(Stdio::null()).output().expect("it ends")
}

fn command() -> Command {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_fairhold")).with_file_name("fairhold-cli");
    let mut command = Command::new(program);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn done(answer: &Output) {
    assert!(answer.status.success(), "{answer:?}");
}

/// What the keychain keeps for the store's timer.
fn secret_of(store: &Path) -> Entry {
    let records::Summary::Present { store, .. } = records::summary(store).expect("a store") else {
        panic!("a store");
    };
    let user = format!("{store}/timer/Sweep timer");
    let keyring = Keyring::new().expect("a keychain");
    let named = HashMap::from([("service", "Fairhold"), ("username", user.as_str())]);
    let mut found = keyring.search(&named).expect("what it keeps");
    assert_eq!(found.len(), 1, "one secret");
    found.remove(0)
}
