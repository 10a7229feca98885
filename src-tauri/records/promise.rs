//! The notice, promise by promise: how each is kept here, what shows it, and what is overdue now. What an auditor opens
//! first.

mod evidence;
mod facts;

use domain::promise::Promise;
use serde::Serialize;

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Nothing, number};

use facts::Facts;

/// Every promise of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PromisesView {
    /// One after the other, as the notice has them.
    pub rows: Vec<PromiseRow>,
    /// How many of them have something overdue.
    pub overdue: u32,
}

/// A promise of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PromiseRow {
    /// Which.
    pub promise: Promise,
    /// Its number: "S18".
    pub number: String,
    /// What was promised.
    pub promised: &'static str,
    /// How it is kept here.
    pub kept_by: &'static str,
    /// What shows it: a line at least.
    pub evidence: Vec<EvidenceLine>,
}

impl PromiseRow {
    /// Whether something of it is overdue.
    pub fn is_overdue(&self) -> bool {
        self.evidence.iter().any(|line| line.overdue)
    }
}

/// Something that shows how a promise is kept, or is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EvidenceLine {
    /// What there is: a sentence with its number.
    pub words: String,
    /// Where it can be looked at.
    pub place: EvidencePlace,
    /// Whether it should have been done by now.
    pub overdue: bool,
}

/// Where evidence is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum EvidencePlace {
    /// The list of candidates.
    Candidates,
    /// The reserve list.
    ReserveList,
    /// What goes when.
    Retention,
    /// Reports of erasures.
    ErasureReports,
    /// Recipients to be told of erasures.
    RecipientsToTell,
    /// Accounts, their parts and their training.
    People,
    /// Requests, complaints and incidents.
    Rights,
    /// The journal.
    Journal,
    /// Purposes with their lawful bases.
    Purposes,
    /// Recipients and agreements.
    Recipients,
    /// Transfers.
    Transfers,
    /// Impact assessments.
    Dpias,
    /// Training.
    Training,
    /// Figures.
    Figures,
    /// Those who asked not to be approached.
    NotToApproach,
    /// Versions of the notice, and who lacks one.
    Notices,
}

/// The promises with their evidence as of now.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<PromisesView, Error> {
    let facts = Facts::gather(desk)?;
    let rows: Vec<PromiseRow> = Promise::ALL
        .into_iter()
        .zip(1_u8..)
        .map(|(promise, place)| PromiseRow {
            promise,
            number: format!("S{place}"),
            promised: promise.promised(),
            kept_by: promise.kept_by(),
            evidence: facts.of(promise),
        })
        .collect();
    let overdue = rows.iter().filter(|row| row.is_overdue()).count();
    Ok(PromisesView {
        rows,
        overdue: number(overdue),
    })
}
