//! The command line, driven as a person or a timer drives it: the real program, in folders of its own.
//!
//! - `importing`: files of applicants, dry and for real
//! - `keeping`: search, retention, sweep, demo, verify
//! - `backup`: backups made, tried and put back, and ended halfway
//! - `timer`: a sweep that nobody is there for, by a key of its own
//! - `clock`: sweeps by a clock that was set back or jumped
//! - `holding`: who is held is named with the reason, and not erased
//! - `opening`: stores that can't be opened, wrong passphrases, a second instance
//! - `files`: files that are no list of applicants, and lists that are odd
//! - `tamper`: files that somebody changed, and what can be done about it
//! - `noting`: what auditors read and what is refused, in the journal
//! - `documents`: documents added, and the process that reads their words
//! - `disk`: folders that may not be written and disks that are full
//! - `report`: reports that were made, and whether a file is one as it was made
//! - `rules`: the dated examples
//! - `words`: usage, help, and the shape of every answer
//!
//! Whatever fails says so in a plain sentence on standard error, with a documented exit code, and leaves the
//! store as it was.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test says what went wrong by failing, and what it left out by printing"
)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, being out of bounds is a failure"
)]

mod backup;
mod clock;
mod disk;
mod documents;
mod files;
mod holding;
mod importing;
mod keeping;
mod noting;
mod opening;
mod report;
mod rules;
mod support;
mod tamper;
mod timer;
mod words;
