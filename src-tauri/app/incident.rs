//! What should not happen, written down under a number the page can quote. Never with anyone's data.

use std::fmt::Display;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use chrono::{DateTime, Utc};

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
