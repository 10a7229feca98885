//! Folders that may not be written, and disks that are full.
//!
//! Both are made in a mount namespace of the program's own, which goes with it. Where the system gives nobody one,
//! the test says that it was left out and why.

#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Command;

use crate::support::{Answer, DONE, Home, PASSPHRASE, REFUSED, STORE, applicants, copy, feed};

#[test]
fn a_folder_that_may_not_be_written_is_named_and_left() {
    if !namespaces() {
        return;
    }
    let home = Home::sample();
    let before = home.bytes();
    let named = "The folder may not be written to. Nothing was changed.";
    for arguments in [&["search", "ann"][..], &["sweep"], &["verify", "store"]] {
        read_only(&home.store(), &home, arguments).says(STORE, named);
    }
    assert_eq!(home.bytes(), before, "not a byte was changed");
    assert!(
        !home.store().join("attempts.log").exists()
            || std::fs::read(home.store().join("attempts.log"))
                .expect("a log")
                .is_empty(),
        "and it was no wrong passphrase"
    );
    home.holds(60);
}

#[test]
fn no_store_is_made_in_a_folder_that_may_not_be_written() {
    if !namespaces() {
        return;
    }
    let home = Home::bare();
    read_only(home.around.path(), &home, &["init"]).says(
        STORE,
        "The folder may not be written to. Nothing was changed.",
    );
    assert!(!home.store().exists(), "nothing was made");
}

#[test]
fn a_disk_that_fills_up_during_an_import_keeps_everyone_who_was_there() {
    if !namespaces() {
        return;
    }
    let home = Home::sample();
    let rows: Vec<String> = (0..20_000)
        .map(|at| format!("Given{at} Family{at},p{at}@example.org,07{at:09},Cook"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let many = home.file("many.csv", applicants(&rows));
    let few = home.file(
        "few.csv",
        applicants(&["Ann Unmistakable,ann@example.org,,Cook"]),
    );
    // Enough to sign in and to write a little, not for twenty thousand people.
    let disk = Disk::new(home, 4 << 20);
    let answer = disk.run(&["import", &many.to_string_lossy()]);
    answer.says(
        REFUSED,
        "The disk is full. Nothing was changed: free some space and try again.",
    );
    let home = disk.home();
    home.holds(60);
    assert_eq!(home.found("given1"), 0, "not one of them is half in");
    home.import(&few);
    assert_eq!(
        home.found("unmistakable"),
        1,
        "and with space it works as before"
    );
}

#[test]
fn a_disk_that_is_full_from_the_start_makes_no_half_store() {
    if !namespaces() {
        return;
    }
    let disk = Disk::new(Home::bare(), 64 << 10);
    disk.run(&["init"]).says(
        STORE,
        "The disk is full. Nothing was changed: free some space and try again.",
    );
    let home = disk.home();
    home.run(["search", "ann"]).says(
        STORE,
        "There is no store in this folder. Make one with `init`.",
    );
    assert_eq!(
        home.run(["init"]).code,
        DONE,
        "with space it is made in the same folder"
    );
    home.holds(0);
}

/// A small disk with a store on it. It lives in a namespace of a single run, after which what was on it is copied
/// out.
struct Disk {
    home: Home,
    bytes: usize,
}

impl Disk {
    fn new(home: Home, bytes: usize) -> Self {
        Self { home, bytes }
    }

    /// Runs the program with the store on the disk.
    fn run(&self, arguments: &[&str]) -> Answer {
        let [small, out] = ["small", "out"].map(|name| self.home.around.path().join(name));
        for folder in [&small, &out] {
            std::fs::create_dir_all(folder).expect("a folder");
        }
        let mut moved = self.home.named();
        moved[1] = small.join("store").into_os_string();
        let script = r#"
            small=$1 out=$2 store=$3 size=$4; shift 4
            mount -t tmpfs -o "size=$size" tmpfs "$small" || exit 99
            if [ -d "$store" ]; then cp -r "$store" "$small/store" || exit 98; fi
            "$@"; code=$?
            if [ -d "$small/store" ]; then cp -r "$small/store/." "$out"; fi
            exit $code"#;
        let mut command = namespace();
        command
            .args(["sh", "-c", script, "sh"])
            .args([&small, &out, &self.home.store()])
            .arg(self.bytes.to_string())
            .arg(env!("CARGO_BIN_EXE_fairhold-cli"))
            .args(moved)
            .args(arguments);
        feed(&mut command, &format!("{PASSPHRASE}\n"))
    }

    /// What was on the disk, on one with space.
    fn home(self) -> Home {
        let out = self.home.around.path().join("out");
        let store = self.home.store();
        std::fs::rename(&store, self.home.around.path().join("before")).unwrap_or_default();
        copy(&out, &store);
        self.home
    }
}

/// Runs the program with a folder mounted so that nobody, not even the system's owner, writes to it.
fn read_only(folder: &Path, home: &Home, arguments: &[&str]) -> Answer {
    let script = r#"
        folder=$1; shift
        mount --bind "$folder" "$folder" && mount -o remount,ro,bind "$folder" || exit 99
        exec "$@""#;
    let mut command = namespace();
    command
        .args(["sh", "-c", script, "sh"])
        .arg(folder)
        .arg(env!("CARGO_BIN_EXE_fairhold-cli"))
        .args(home.named())
        .args(arguments);
    feed(&mut command, &format!("{PASSPHRASE}\n"))
}

/// A command that gets mounts of its own.
fn namespace() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount"]);
    command
}

/// Whether this system gives out mounts of one's own; says so when it does not.
fn namespaces() -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let tried = namespace()
        .args(["mount", "-t", "tmpfs", "tmpfs"])
        .arg(folder.path())
        .output();
    let there = tried.as_ref().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("left out: this system lets no program have mounts of its own ({tried:?})");
    }
    there
}
