//! What goes out: reports that prove an erasure, the retention schedule, the letter to a person whose record goes,
//! the notice to whoever was given something of it, the draft report of an incident, and the letter on a complaint.
//!
//! A report is data first ([`ErasureReport`], [`Schedule`]), then words ([`Document`]), then a file in one of three
//! forms with a proof in it ([`proof`]). It holds nothing of anybody erased (RULEBOOK ERA-04): counts under five are
//! left out before they come here ([`domain::figure`]). The letter is another document, for one person, without a
//! proof, and nothing of it is kept (ERA-05); so is the notice (ERA-06). A message for a mail program is plain text.
//!
//! This crate reads no store and no clock, and signs nothing: it is given values and gives back bytes.

mod canonical;
mod complaint;
mod document;
mod erasure;
mod incident;
mod letter;
mod mail;
mod notice;
mod pack;
mod page;
mod portable;
mod processing;
mod promises;
pub mod proof;
mod receipt;
mod schedule;
mod words;

pub use complaint::ComplaintLetter;
pub use document::{Document, Fact, Section, guarded};
pub use erasure::{
    Checked, Classes, ErasureReport, Kept, Operator, Period, Punctuality, Recipient, RuleLine, Run,
    Tally, Trigger,
};
pub use incident::{IncidentLetter, IncidentReport};
pub use letter::{Letter, RightsItem, RightsLetter};
pub use mail::{LONGEST_MAILTO, OutgoingMail, TooLong};
pub use notice::{GivenLine, RecipientLetter};
pub use pack::{AccessPack, PackPaper, PackSection, PackText, Withheld};
pub use page::PageError;
pub use portable::{PortablePack, Resume};
pub use processing::{
    AssessmentLine, ClassLine, ProcessingRecord, PurposeLine, RecipientLine, TransferLine,
};
pub use promises::{PromiseEvidence, PromiseLine, PromisesReport};
pub use receipt::{ComplaintForm, ReceiptLetter, ReceiptOf};
pub use schedule::Schedule;
pub use words::{rule, written_instant};
