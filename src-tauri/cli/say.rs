//! Where words go: answers to standard output, messages to standard error.

use std::io::{self, Write as _};

use serde::Serialize;

/// Prints an answer: as JSON, or as the lines for a person. A reader that has gone away needs no more of it.
pub(crate) fn answer<T: Serialize>(json: bool, value: &T, lines: impl FnOnce() -> Vec<String>) {
    let mut out = io::stdout().lock();
    let text = if json {
        serde_json::to_string(value).unwrap_or_default()
    } else {
        lines().join("\n")
    };
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .unwrap_or_default();
}

/// Prints a message.
#[expect(
    clippy::print_stderr,
    reason = "messages are what a command line is for"
)]
pub(crate) fn message(text: &str) {
    eprintln!("fairhold-cli: {text}");
}
