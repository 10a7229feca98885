//! What should not happen, written down under a number the page can quote. Never with anyone's data.

use std::fmt::Display;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use domain::clock::Clock;

/// Where panics are written down, once the program knows its folder.
static PANICS: OnceLock<PathBuf> = OnceLock::new();

/// Writes an incident down and gives its number. A log that can't be written to changes nothing for the caller.
pub(crate) fn write(log: &Path, at: DateTime<Utc>, what: &dyn Display) -> String {
    let number = format!("F{:05X}", at.timestamp_millis().unsigned_abs() % 0x10_0000);
    if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(log) {
        let line = format!("{} {number} {what}\n", at.format("%Y-%m-%dT%H:%M:%SZ"));
        file.write_all(line.as_bytes()).unwrap_or_default();
    }
    number
}

/// Says on the terminal why the program could not start: there is no window to say it in.
#[expect(clippy::print_stderr, reason = "there is no window yet")]
pub(crate) fn report(error: &dyn Display) {
    eprintln!("Fairhold could not start: {error}");
}

/// From now on a panic says where it was and never what: its message may quote a record.
pub(crate) fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic| panicked(panic.location())));
}

/// From now on panics are also written to this log.
pub(crate) fn keep_panics_in(log: PathBuf) {
    // Whoever came first keeps it: there is one log a program.
    PANICS.set(log).unwrap_or_default();
}

#[expect(
    clippy::print_stderr,
    reason = "a panic may come before there is a window, or end it"
)]
fn panicked(at: Option<&Location<'_>>) {
    let place = at.map_or_else(
        || "an unknown place".to_owned(),
        |at| format!("{}:{}", at.file(), at.line()),
    );
    eprintln!("Fairhold panicked at {place}");
    if let Some(log) = PANICS.get() {
        let now = records::clock::SystemClock.now();
        write(log, now, &format_args!("a panic at {place}"));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::panic::{set_hook, take_hook};

    use super::*;

    #[test]
    fn a_panic_is_written_down_by_its_place_and_without_its_message() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("incidents.log");
        keep_panics_in(log.clone());
        let before = take_hook();
        keep_panics_quiet();
        let name = String::from("Ada Lovelace");
        let ended = std::thread::spawn(move || assert_eq!(name, "", "the name of a person")).join();
        set_hook(before);

        assert!(ended.is_err(), "the thread panicked");
        let written = fs::read_to_string(&log).expect("the log");
        assert!(written.contains("a panic at "), "{written}");
        assert!(written.contains("incident.rs:"), "{written}");
        assert!(!written.contains("Lovelace"), "{written}");
        assert!(!written.contains("person"), "{written}");
    }
}
