//! `report` and `verify report`: making a report, and saying whether one is as it was made.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use domain::clock::Clock;
use records::report::{
    self, MakeReport, ReportCheck, ReportForm, ReportOf, ReportStanding, SignedBy, StoreId,
};
use records::retention;
use records::view::Nothing;
use records::{ReadDesk, Unwatched, WriteDesk};
use serde::Serialize;

use super::{CHECK_FAILED, closing};
use crate::arguments::{self, Arguments, Report};
use crate::failure::Failure;
use crate::{say, sign_in};

/// The exit code of a file that is no report.
const NOT_A_REPORT: u8 = 4;

/// Makes a report and saves it.
pub(crate) fn make(
    arguments: &Arguments,
    wanted: &Report,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let out = wanted
        .out
        .as_deref()
        .ok_or_else(|| Failure::Usage("Say where to save it, with --out FILE.".to_owned()))?;
    let form = form(wanted, out)?;
    let (store, session) = sign_in::open(arguments, clock)?;
    let file = closing(store, |store| {
        let of = match wanted.of {
            arguments::ReportOf::Period { from, to } => ReportOf::Period { from, to },
            arguments::ReportOf::Schedule => ReportOf::Schedule,
            arguments::ReportOf::Processing => ReportOf::Processing,
            arguments::ReportOf::Promises => ReportOf::Promises,
            arguments::ReportOf::Last => {
                let overview =
                    ReadDesk::noted(store, &session, clock, "retention_overview", |desk| {
                        retention::overview(desk, Nothing {})
                    })?;
                let last = overview.erasures.first().ok_or_else(|| {
                    Failure::Usage("Nothing has been erased yet, so there is no report.".to_owned())
                })?;
                ReportOf::Erasure {
                    erasure: last.erasure,
                }
            }
        };
        let request = MakeReport { of, form };
        let made = WriteDesk::noted(store, &session, clock, &Unwatched, "save_report", |desk| {
            report::make_report(desk, request)
        })?;
        Ok(made)
    })?;
    fs::File::create_new(out)
        .and_then(|mut saved| saved.write_all(&file.bytes))
        .map_err(|error| {
            Failure::Usage(format!(
                "{} could not be saved ({}). A file that is there is not written over.",
                out.display(),
                error.kind()
            ))
        })?;
    let saved = Saved {
        file: out.display().to_string(),
    };
    say::answer(arguments.json, &saved, || {
        vec![format!("Saved {}.", saved.file)]
    });
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Saved {
    file: String,
}

fn form(wanted: &Report, out: &Path) -> Result<ReportForm, Failure> {
    if let Some(form) = wanted.form {
        return Ok(match form {
            arguments::ReportForm::Pdf => ReportForm::Pdf,
            arguments::ReportForm::Csv => ReportForm::Csv,
            arguments::ReportForm::Json => ReportForm::Json,
        });
    }
    let ending = out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    ReportForm::ALL
        .into_iter()
        .find(|form| {
            ending
                .as_deref()
                .is_some_and(|ending| ending == form.ending())
        })
        .ok_or_else(|| {
            Failure::Usage(
                "Name a file that ends in .pdf, .csv or .json, or say which with --form."
                    .to_owned(),
            )
        })
}

/// Says whether a file is a report as it was made.
pub(crate) fn verify(
    arguments: &Arguments,
    file: &Path,
    clock: &dyn Clock,
) -> Result<ExitCode, Failure> {
    let bytes = fs::read(file).map_err(Failure::file(file))?;
    let mut check = report::inspect_report(&bytes);
    if arguments.store.is_some() && check.signed.is_some() {
        let (store, session) = sign_in::open(arguments, clock)?;
        check = closing(store, |store| {
            let id = StoreId::of(store);
            ReadDesk::noted(store, &session, clock, "verify_report", |desk| {
                report::compare_report(desk, id, check)
            })
            .map_err(Failure::from)
        })?;
    }
    say::answer(arguments.json, &check, || lines(&check));
    Ok(match check.standing {
        ReportStanding::Whole | ReportStanding::Genuine => ExitCode::SUCCESS,
        ReportStanding::NotAReport => ExitCode::from(NOT_A_REPORT),
        ReportStanding::Changed
        | ReportStanding::Truncated
        | ReportStanding::OtherStore
        | ReportStanding::UnknownKey
        | ReportStanding::NotInJournal => ExitCode::from(CHECK_FAILED),
    })
}

fn lines(check: &ReportCheck) -> Vec<String> {
    let mut lines = vec![
        match check.standing {
            ReportStanding::Genuine => {
                "Genuine: the report is as it was made, by a key that this store knows, and this store’s journal has \
                 the entry it names."
            }
            ReportStanding::Whole => {
                "The report is as it was made. It was compared with the key it names and with no store: ask its \
                 organisation for the fingerprint of that key, or give --store."
            }
            ReportStanding::Changed => {
                "Tampered with: the file was changed since the report was made. Nothing in it counts."
            }
            ReportStanding::Truncated => {
                "Truncated: a part of the file is missing. Nothing in it counts."
            }
            ReportStanding::OtherStore => {
                "The report is as it was made, and of another store than this."
            }
            ReportStanding::UnknownKey => {
                "The report names this store, and is signed with a key that no account of it ever had. It does not \
                 count."
            }
            ReportStanding::NotInJournal => {
                "The report names this store, whose journal lacks the entry it names: either the report is not of it, \
                 or the store was put back to an earlier state."
            }
            ReportStanding::NotAReport => "This file is no report of Fairhold.",
        }
        .to_owned(),
    ];
    if let Some(signed) = &check.signed {
        lines.extend(signed_lines(signed));
    }
    lines
}

fn signed_lines(signed: &SignedBy) -> Vec<String> {
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "not said".to_owned());
    vec![
        format!("Report: {}", said(&signed.number)),
        format!("Controller: {}", said(&signed.organisation)),
        format!("Signed by: {}, {}", signed.name, signed.role),
        format!("Signed: {}", signed.at.format("%Y-%m-%dT%H:%M:%SZ")),
        format!("Fingerprint of the key: {}", signed.fingerprint),
        format!("Store: {}", signed.store),
        format!("Journal: entry {}", signed.entry),
    ]
}
