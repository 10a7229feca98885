//! Use cases through their public functions, on real stores.
//!
//! - `undoing`: every kind of change taken back, and changes that no longer can be
//! - `stale`: edits of what was changed meanwhile
//! - `reserve`: who may be put on the reserve list, and permissions withdrawn
//! - `dates`: what moves the day a record goes, and what does not
//! - `expired`: who still sees somebody whose day has come
//! - `erasing`: preview, typed confirmation, erasure
//! - `parts`: what is due goes although the person stays
//! - `approach`: those who asked not to be approached
//! - `clock`: a computer's clock that was set back or jumped, and the second person's word
//! - `sweeping`: erasures of many people: a second person, cancelling, lateness, sign-in
//! - `holds`: legal holds, which keep a record whatever is done, until a second person releases them
//! - `reports`: what the files say that prove an erasure, and what they never say
//! - `sharing`: what may be given to whom: every refusal with its sentence, purposes, registers, the record of processing
//! - `promises`: the notice, promise by promise, with what shows that each is kept
//! - `telling`: what was given to somebody outside, and who is told when it is erased
//! - `today`: what needs doing
//! - `incidents`: reported, answered, closed; whom they keep, and what is left when those go
//! - `complaints`: entered, answered, closed; whom they keep, and what is left when those go
//! - `importing`: previews, what must be chosen, taking an import back
//! - `people`: roles, parts, audits, training, keys to sealed classes
//! - `reviewing`: a look at records before they go
//! - `journal`: who did what, in sentences and by filter
//! - `sight`: what interviewers are not shown
//! - `sealed`: what is sealed of candidates, who records, opens and erases it, and what the others are told
//! - `copies`: copies of papers kept with a check, who adds, sees and saves them, and for what
//! - `documents`: documents added, read, taken out, and due by themselves
//! - `notices`: versions of the privacy notice, who was given which, and what waits for it
//! - `offers`: offers written, approved, made and answered, and what candidates are told
//! - `matching`: who on the reserve list fits a vacancy, contacts, renewal, leaving
//! - `passphrases`: every place where a new passphrase is chosen
//!
//! Who may do what is `tests/access`; the command line is `tests/cli`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, being out of bounds is a failure"
)]

mod approach;
mod clock;
#[cfg(test)]
mod complaints;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod correspondence;
mod dates;
#[cfg(test)]
mod documents;
mod erasing;
mod expired;
mod holds;
mod importing;
#[cfg(test)]
mod incidents;
#[cfg(test)]
mod interviewing;
mod journal;
#[cfg(test)]
mod matching;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod offers;
mod parts;
mod passphrases;
mod people;
#[cfg(test)]
mod pipeline;
mod policy;
mod promises;
mod reports;
mod reserve;
mod reviewing;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod saved_views;
mod sealed;
mod sharing;
mod sight;
mod stale;
mod sweeping;
mod telling;
mod today;
mod undoing;
mod world;
