//! Where words go: answers to standard output, messages to standard error.

use serde::Serialize;

/// Prints an answer: as JSON, or as the lines for a person.
#[expect(
    clippy::print_stdout,
    reason = "answers are what a command line is for"
)]
pub(crate) fn answer<T: Serialize>(json: bool, value: &T, lines: impl FnOnce() -> Vec<String>) {
    if json {
        println!("{}", serde_json::to_string(value).unwrap_or_default());
    } else {
        for line in lines() {
            println!("{line}");
        }
    }
}

/// Prints a message.
#[expect(
    clippy::print_stderr,
    reason = "messages are what a command line is for"
)]
pub(crate) fn message(text: &str) {
    eprintln!("fairhold-cli: {text}");
}
