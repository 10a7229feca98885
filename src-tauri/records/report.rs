//! What goes out: the report of an erasure or of a period, the retention schedule, a letter to somebody whose record
//! goes or who complained, and notices to those who were given something of it.
//!
//! Files leave the store, so no erasure reaches them. A report holds nothing of anybody erased (RULEBOOK ERA-04); the
//! letter and the notices name people, are made while the names are there, and are not kept (ERA-05, ERA-06).

mod check;
mod complaint;
mod erased;
mod incident;
mod letter;
mod notice;
mod processing;
mod promises;
mod receipt;
mod rights;

pub use check::{ReportCheck, ReportStanding, SignedBy, StoreId, compare_report, inspect_report};
pub use complaint::{check_complaint_letter, write_complaint_letter};
pub use letter::{WriteLetter, check_letter, write_letter};
pub use notice::{
    WriteNotices, check_notices, check_request_notices, write_notices, write_request_notices,
};
pub use receipt::{
    check_complaint_form, check_complaint_receipt, check_request_receipt, write_complaint_form,
    write_complaint_receipt, write_request_receipt,
};
pub use rights::{WriteRequestLetter, check_request_letter, write_request_letter};

use chrono::NaiveDate;
use domain::access;
use domain::dates::plain;
use domain::id::{ErasureId, IncidentId};
use report::proof::{Form, SIGNED_AS, Signer, fingerprint};
use report::{Document, Operator, Schedule};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{About, Detail, Entry};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::words;

/// The version of the program, as reports name it.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// What a report is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "of",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ReportOf {
    /// One erasure.
    Erasure {
        /// Which.
        erasure: ErasureId,
    },
    /// Every erasure of a period.
    Period {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// The retention schedule in force.
    Schedule,
    /// An incident, as the regulator is told of it.
    Incident {
        /// Which.
        incident: IncidentId,
    },
    /// The record of processing activities as it stands (UK GDPR Art 30).
    Processing,
    /// The notice, promise by promise, with what shows that each is kept.
    Promises,
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ReportForm {
    /// To read and to print: PDF/A-2b with PDF/UA-1.
    Pdf,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl ReportForm {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Csv, Self::Json];

    const fn form(self) -> Form {
        match self {
            Self::Pdf => Form::Pdf,
            Self::Csv => Form::Csv,
            Self::Json => Form::Json,
        }
    }

    /// The end of a file's name.
    pub const fn ending(self) -> &'static str {
        self.form().ending()
    }
}

/// Asks for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct MakeReport {
    /// What of.
    pub of: ReportOf,
    /// In which form.
    pub form: ReportForm,
}

/// What a file will be called, without anything of anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// The name.
    pub name: String,
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// What it will be called.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A report before it is signed.
struct Draft {
    document: Document,
    data: Value,
    signer: Operator,
}

/// Says whether a report may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`make_report`].
pub fn check_report(desk: &ReadDesk<'_>, request: MakeReport) -> Result<FileName, Error> {
    let key = [0; 32];
    draft(desk, request.of, &key)?;
    Ok(FileName {
        name: name(desk, request)?,
    })
}

/// Makes a report and signs it with the key of whoever is signed in. That it was made stands in the journal, whose
/// last entry is then the one that the report names.
///
/// # Errors
/// A refusal for everyone who may not read the journal, and, for the schedule, see what is due, and, for an incident and
/// the record of processing, read the registers; a rule's no where an erasure was not verified (RULEBOOK ERA-01); what is
/// wrong with a period.
pub fn make_report(desk: &mut WriteDesk<'_>, request: MakeReport) -> Result<ReportFile, Error> {
    let key = desk.store.signing_key()?;
    let (draft, name, account) = desk.read(|desk| {
        Ok((
            draft(desk, request.of, &key)?,
            name(desk, request)?,
            desk.viewer.account,
        ))
    })?;
    let entry = Entry::new("export-report").with("form", Detail::Word(request.form.ending()));
    let entry = match request.of {
        ReportOf::Erasure { erasure } => entry
            .about(About::Erasure(erasure))
            .with("of", Detail::Word("erasure")),
        ReportOf::Period { from, to } => entry
            .with("of", Detail::Word("period"))
            .with("from", Detail::Day(from))
            .with("to", Detail::Day(to)),
        ReportOf::Schedule => entry.with("of", Detail::Word("schedule")),
        ReportOf::Incident { incident } => entry
            .about(About::Incident(incident))
            .with("of", Detail::Word("incident")),
        ReportOf::Processing => entry.with("of", Detail::Word("processing")),
        ReportOf::Promises => entry.with("of", Detail::Word("promises")),
    };
    let unsigned = draft
        .document
        .unsigned(request.form.form(), &draft.data, desk.now)?;
    desk.store.note(Some(account), desk.now, entry)?;
    let head = desk.store.journal_head()?;
    let signer = Signer {
        store: desk.store.id().simple().to_string(),
        account: account.uuid().simple().to_string(),
        name: draft.signer.name,
        role: draft.signer.role,
        key: hex::encode(key),
        at: desk.now,
        entry: head.seq,
        entry_hash: hex::encode(head.hash),
    };
    let statement = unsigned.statement(signer, draft.data);
    let signed = desk.store.sign(SIGNED_AS, &statement)?;
    Ok(ReportFile {
        name,
        bytes: unsigned.signed(&statement, &signed.signature),
    })
}

fn draft(desk: &ReadDesk<'_>, of: ReportOf, key: &[u8; 32]) -> Result<Draft, Error> {
    let signer = operator(desk)?;
    let (document, data) = match of {
        ReportOf::Erasure { erasure } => {
            let report = erased::of_one(desk, erasure, key, signer.clone())?;
            (report.document(), report.data())
        }
        ReportOf::Period { from, to } => {
            let report = erased::of_period(desk, from, to, key, signer.clone())?;
            (report.document(), report.data())
        }
        ReportOf::Schedule => {
            let schedule = schedule(desk, key, signer.clone())?;
            (schedule.document(), schedule.data())
        }
        ReportOf::Incident { incident } => {
            let report = incident::of(desk, incident, key, signer.clone())?;
            (report.document(), report.data())
        }
        ReportOf::Processing => {
            let record = processing::record(desk, key, signer.clone())?;
            (record.document(), record.data())
        }
        ReportOf::Promises => {
            let report = promises::report(desk, key, signer.clone())?;
            (report.document(), report.data())
        }
    };
    Ok(Draft {
        document,
        data,
        signer,
    })
}

fn schedule(desk: &ReadDesk<'_>, key: &[u8; 32], made_by: Operator) -> Result<Schedule, Error> {
    let permit = desk.permit_over_all::<access::ReviewRetention>()?;
    let versions = desk.records.policy_versions(&permit)?;
    Ok(Schedule {
        number: format!("Retention schedule of {}", plain(desk.today)),
        organisation: organisation(desk)?,
        on: desk.today,
        made_at: desk.now,
        made_by,
        program: PROGRAM.to_owned(),
        key: fingerprint(key),
        policy: *desk.policy()?.values(),
        version: versions
            .first()
            .map(|latest| format!("version {}", latest.version)),
    })
}

fn name(desk: &ReadDesk<'_>, request: MakeReport) -> Result<String, Error> {
    let stem = match request.of {
        ReportOf::Erasure { erasure } => {
            let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
            let details = desk.records.erasure_details(&permit, erasure)?;
            format!("erasure-report-{}", erased::number(details.number))
        }
        ReportOf::Period { from, to } => format!("erasures-{from}-to-{to}"),
        ReportOf::Schedule => format!("retention-schedule-{}", desk.today),
        ReportOf::Incident { incident } => incident::file_stem(desk, incident)?,
        ReportOf::Processing => format!("record-of-processing-{}", desk.today),
        ReportOf::Promises => format!("promises-{}", desk.today),
    };
    Ok(format!("{stem}.{}", request.form.ending()))
}

pub(crate) fn organisation(desk: &ReadDesk<'_>) -> Result<String, Error> {
    Ok(desk.records.organisation()?.name.as_str().to_owned())
}

/// Whoever is signed in, as a document names them.
pub(crate) fn operator(desk: &ReadDesk<'_>) -> Result<Operator, Error> {
    let name = desk.names()?.remove(&desk.viewer.account);
    Ok(Operator {
        name: name.ok_or(Error::NotFound)?,
        role: words::role(desk.viewer.role.role).to_owned(),
    })
}
