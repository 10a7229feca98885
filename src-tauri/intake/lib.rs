//! What comes in: applicant files of other systems, recognised, mapped and checked; the words of documents
//! ([`document`]); and messages that a mail program saved ([`mail`]).
//!
//! Everything between a file's bytes and checked applicants, and pure: bytes in, values out, no store, no window, no
//! clock. [`inspect`] takes a first look and proposes a [`Plan`]; the person importing completes it; [`read()`] checks
//! every row under it and says who is who, what is refused and why. What is already due is refused at the door
//! (RULES R18), and the day of an import is never taken for a date of the record.
//!
//! The way in: `encoding` (bytes to text) → `dialect` and `table` (text to cells) → `layout` and `heading` (what columns
//! hold) → `record` (one row, with `clean`, `name`, `contact`, `date`, `status`, `origin`) → `identity` (who is who) →
//! `read` (people). It must never put text of a file into an error or a `Debug`.

mod clean;
mod columns;
mod contact;
mod date;
mod dialect;
pub mod document;
mod encoding;
mod error;
mod heading;
mod identity;
mod inspection;
mod kind;
mod layout;
pub mod mail;
mod mapping;
mod name;
mod origin;
mod plan;
mod read;
mod reading;
mod record;
mod status;
mod table;
mod warning;

pub use date::{DateFinding, DateForm};
pub use dialect::Delimiter;
pub use encoding::{Encoding, LARGEST_FILE};
pub use error::IntakeError;
pub use inspection::{DateColumn, Inspection, inspect};
pub use kind::FileKind;
pub use layout::Layout;
pub use mapping::{Mapping, NotTaken, Target};
pub use plan::{DateChoice, Plan, Undated};
pub use read::{read, reasons};
pub use reading::{ApplicationIn, DuplicateKeys, Person, Progress, Reading, Reason, Refused};
pub use warning::{Warning, Warnings};
