//! What a record is and what must happen to it.
//!
//! Facts (a candidate, a vacancy, an application, a permission) and the rules over them: who may see what
//! ([`access`]), until when a record is kept ([`retention`]), by when something must be answered ([`deadline`]).
//! Everything here is pure: no clock, no disk, no window. A rule takes its facts and a date and returns a
//! verdict that names its grounds; whoever wants to know *why* asks the verdict, not the code.

pub mod access;
pub mod application;
pub mod candidate;
pub mod clock;
pub mod compartment;
pub mod complaint;
pub mod consent;
pub mod correspondence;
pub mod dates;
pub mod deadline;
pub mod disclosure;
pub mod document;
pub mod figure;
pub mod hold;
pub mod holidays;
pub mod id;
pub mod incident;
pub mod interview;
pub mod notice;
pub mod number;
pub mod offer;
pub mod pipeline;
pub mod promise;
pub mod reserve;
pub mod retention;
pub mod rights;
pub mod rules;
pub mod sealed;
pub mod sharing;
pub mod source;
pub mod statistics;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod vacancy;
