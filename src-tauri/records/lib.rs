//! What people do: one function per use case.
//!
//! Each checks access, applies the rule, writes with its journal entry in one transaction, and answers with a
//! view made for this viewer. What a viewer may not see is [`domain::access::Shown::Withheld`] in the view, with
//! the rule; it never leaves this crate. The window and the command line are two ways to call the same
//! functions, so neither can do what the other may not.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a use case takes its request over, so that the table of commands calls every one alike"
)]

pub mod application;
pub mod approach;
pub mod backup;
pub mod candidate;
pub mod clock;
pub mod complaint;
pub mod correspondence;
pub mod decision;
pub mod demo;
pub mod disclosure;
pub mod document;
pub mod hold;
pub mod import;
pub mod incident;
pub mod interview;
pub mod journal;
pub mod keys;
pub mod notice;
pub mod offer;
pub mod organisation;
pub mod passphrase;
pub mod people;
pub mod permission;
pub mod pipeline;
pub mod promise;
pub mod purpose;
pub mod recipients;
pub mod register;
pub mod report;
pub mod reserve;
pub mod retention;
pub mod rights;
pub mod saved_view;
pub mod sealed;
pub mod statistics;
pub mod timer;
pub mod today;
pub mod undo;
pub mod vacancy;
pub mod view;

mod desk;
mod error;
mod words;

pub use desk::{Progress, ReadDesk, Session, Unwatched, WriteDesk};
pub use error::{Error, Problem, text_problem};
pub use store::{
    DatabaseFault, Door, KeysFault, LedgerFault, OpenError, Store, StoreError, Summary, erase_file,
    keychain_entry, same_name, summary,
};
