//! What a file would bring in, before it does.

use std::collections::BTreeMap;

use domain::access;
use domain::text::{Line, fold};
use intake::{Inspection, IntakeError, Reading, Target, Warning};
use serde::Serialize;

use super::here::Here;
use super::{
    ImportChoices, ImportColumn, ImportNeed, ImportPreview, ImportRefusal, ImportVacancy,
    ImportWarning, target,
};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::number;

/// How many refused rows are shown one by one.
const MOST_REFUSED: usize = 200;

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// The most characters of a value that are shown.
const SAMPLE_LENGTH: usize = 60;

/// What a file would bring in, in the form the command line prints.
#[derive(Clone, Debug, Serialize)]
pub struct DryRun {
    /// The layout.
    pub layout: String,
    /// Records.
    pub rows: u32,
    /// People in the file.
    pub people: u32,
    /// Records that repeat a person.
    pub repeats: u32,
    /// Records that name nobody; refused.
    pub empty: u32,
    /// Records that ended so long ago that they may no longer be kept; refused.
    pub past_retention: u32,
    /// Records with an e-mail address that is none; the address is dropped.
    pub bad_email: u32,
    /// Records with a cell a spreadsheet would run as a formula; what is kept is text.
    pub formula: u32,
    /// Every row refused.
    pub refused: Vec<RefusedRow>,
}

/// A row that is refused.
#[derive(Clone, Debug, Serialize)]
pub struct RefusedRow {
    /// Its number, as a spreadsheet shows it.
    pub row: u32,
    /// Why, in a sentence.
    pub reason: String,
    /// Why, in a word.
    pub code: String,
}

impl DryRun {
    pub(super) fn of(reading: &Reading) -> Self {
        Self {
            layout: reading.layout.code().to_owned(),
            rows: number(reading.records),
            people: number(reading.people_in_file),
            repeats: number(reading.repeats),
            empty: number(reading.empty),
            past_retention: number(reading.past_retention),
            bad_email: number(reading.bad_email),
            formula: number(reading.formula),
            refused: reading
                .refused
                .iter()
                .map(|refused| RefusedRow {
                    row: number(refused.row),
                    reason: refused.reason.sentence().to_owned(),
                    code: refused.reason.code().to_owned(),
                })
                .collect(),
        }
    }
}

/// The title of the vacancy a person chose for records that name none.
pub(super) fn default_vacancy(
    desk: &ReadDesk<'_>,
    choices: &ImportChoices,
) -> Result<Option<Line>, Error> {
    match choices.default_vacancy {
        None => Ok(None),
        Some(vacancy) => {
            let permit = desk.permit_on_vacancy::<access::ReadVacancy>(vacancy)?;
            Ok(Some(desk.records.vacancy(&permit)?.details.title))
        }
    }
}

/// What a file would bring in, and what must be chosen first.
pub(super) fn preview(
    desk: &ReadDesk<'_>,
    file: u32,
    bytes: &[u8],
    inspection: &Inspection,
    choices: &ImportChoices,
) -> Result<ImportPreview, Error> {
    let read = default_vacancy(desk, choices).and_then(|vacancy| {
        super::read(bytes, inspection, choices, vacancy, desk.today, &mut || {
            true
        })
    });
    let (reading, mut needs) = match read {
        Ok(reading) => (Some(reading), Vec::new()),
        Err(Error::Import(IntakeError::NoHeading | IntakeError::NoNameColumn)) => {
            (None, vec![ImportNeed::Columns])
        }
        Err(Error::Import(IntakeError::DateNeedsChoice { .. })) => {
            (None, vec![ImportNeed::DateForm])
        }
        Err(error) => return Err(error),
    };
    let mut preview = ImportPreview {
        file,
        layout: inspection.layout.code().to_owned(),
        encoding: inspection.encoding.name().to_owned(),
        columns: columns(inspection, choices)?,
        needs: Vec::new(),
        offers: Vec::new(),
        rows: number(inspection.rows),
        empty: 0,
        people: 0,
        repeats: 0,
        here_already: 0,
        past_retention: 0,
        not_to_approach: 0,
        would_add: 0,
        refused_total: 0,
        refused: Vec::new(),
        warnings: Vec::new(),
        vacancies: Vec::new(),
    };
    if let Some(reading) = reading {
        // Rows without a day are refused unless one is given; only when nobody is left must it be.
        if reading.undated > 0 && reading.people.is_empty() && choices.undated_received_on.is_none()
        {
            needs.push(ImportNeed::UndatedReceivedOn);
        }
        fill(desk, &mut preview, &reading)?;
        preview.offers = offers(inspection, choices, &reading);
    }
    preview.needs = needs;
    Ok(preview)
}

/// What may be chosen beyond what must be.
fn offers(inspection: &Inspection, choices: &ImportChoices, reading: &Reading) -> Vec<ImportNeed> {
    let mut offers = Vec::new();
    if !inspection.mapping.has(Target::Source) {
        offers.push(ImportNeed::DefaultSource);
    }
    let names_none = reading
        .people
        .iter()
        .any(|person| person.applications.is_empty());
    if names_none || choices.default_vacancy.is_some() {
        offers.push(ImportNeed::DefaultVacancy);
    }
    if reading.undated > 0 || choices.undated_received_on.is_some() {
        offers.push(ImportNeed::UndatedReceivedOn);
    }
    offers
}

fn fill(desk: &ReadDesk<'_>, preview: &mut ImportPreview, reading: &Reading) -> Result<(), Error> {
    let permit = desk.permit_on_organisation::<access::Import>()?;
    let here = Here::read(desk, &permit)?;
    let not_to_approach = reading
        .people
        .iter()
        .filter(|person| here.leaves_out(person))
        .count();
    let here_already = reading
        .people
        .iter()
        .filter(|person| !here.leaves_out(person) && here.find(person).is_some())
        .count();
    preview.rows = number(reading.records);
    preview.empty = number(reading.empty);
    preview.people = number(reading.people_in_file);
    preview.repeats = number(reading.repeats);
    preview.here_already = number(here_already);
    preview.past_retention = number(
        reading
            .past_retention
            .saturating_add(reading.prospects_past),
    );
    preview.not_to_approach = number(not_to_approach);
    preview.would_add = number(
        reading
            .people
            .len()
            .saturating_sub(here_already)
            .saturating_sub(not_to_approach),
    );
    preview.refused_total = number(reading.refused.len());
    preview.refused = reading
        .refused
        .iter()
        .take(MOST_REFUSED)
        .map(|refused| ImportRefusal {
            row: number(refused.row),
            reason: refused.reason.sentence().to_owned(),
        })
        .collect();
    preview.warnings = reading
        .warnings
        .iter()
        .map(|(warning, count)| ImportWarning {
            what: sentence(warning).to_owned(),
            count: number(count),
        })
        .collect();
    preview.vacancies = vacancies(desk, reading)?;
    Ok(())
}

fn vacancies(desk: &ReadDesk<'_>, reading: &Reading) -> Result<Vec<ImportVacancy>, Error> {
    let known = known_titles(desk)?;
    let mut named: BTreeMap<&str, u32> = BTreeMap::new();
    for application in reading
        .people
        .iter()
        .flat_map(|person| &person.applications)
    {
        let count = named.entry(application.vacancy_title.as_str()).or_default();
        *count = count.saturating_add(1);
    }
    Ok(named
        .into_iter()
        .map(|(title, applications)| ImportVacancy {
            title: title.to_owned(),
            applications,
            here_already: known.contains_key(&fold(title)),
        })
        .collect())
}

/// The vacancies that are not closed out, by their folded titles.
pub(super) fn known_titles(
    desk: &ReadDesk<'_>,
) -> Result<BTreeMap<String, domain::id::VacancyId>, Error> {
    let permit = desk.permit_over_all::<access::ListVacancies>()?;
    Ok(desk
        .records
        .vacancies(&permit)?
        .into_iter()
        .filter(|row| row.vacancy.closed_out_on.is_none())
        .map(|row| (fold(row.vacancy.details.title.as_str()), row.vacancy.id))
        .collect())
}

fn columns(inspection: &Inspection, choices: &ImportChoices) -> Result<Vec<ImportColumn>, Error> {
    // Until a name column is chosen there is no plan; the columns are shown as recognised.
    let plan = match target::draft(inspection, choices, None) {
        Ok(plan) => plan,
        Err(Error::Import(IntakeError::NoHeading | IntakeError::NoNameColumn)) => {
            inspection.draft()
        }
        Err(error) => return Err(error),
    };
    Ok(plan
        .mapping
        .columns
        .iter()
        .enumerate()
        .map(|(column, held)| {
            let (date_form, date_forms) = if held.is_date() {
                target::forms(inspection, &plan, column)
            } else {
                (None, Vec::new())
            };
            ImportColumn {
                heading: inspection.headings.get(column).cloned().unwrap_or_default(),
                samples: samples(inspection, column),
                target: target::name(*held).to_owned(),
                left_out_because: held
                    .left_out()
                    .map(|because| target::not_taken(because).to_owned()),
                date_form,
                date_forms,
            }
        })
        .collect())
}

fn samples(inspection: &Inspection, column: usize) -> Vec<String> {
    inspection
        .sample
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|value| !value.trim().is_empty())
        .take(SAMPLES)
        .map(|value| value.chars().take(SAMPLE_LENGTH).collect())
        .collect()
}

const fn sentence(warning: Warning) -> &'static str {
    match warning {
        Warning::BadEmail => "An e-mail address was none and was dropped.",
        Warning::BadPhone => "A telephone number was none and was dropped.",
        Warning::Formula => {
            "A cell that a spreadsheet would run as a formula was kept as plain text."
        }
        Warning::ControlCharacters => "Characters that can't be shown were taken out.",
        Warning::NoContact => "There is neither an e-mail address nor a telephone number.",
        Warning::RelayOnly => "The only e-mail address is one a job board made to stand in.",
        Warning::UnknownStatus => {
            "The status is not known here; the application is taken as just received."
        }
        Warning::EndingInferred => {
            "The file has no status; its last change was taken as the day it ended."
        }
        Warning::EndedBeforeApplied => "The ending was dated before the application.",
        Warning::TextTooLong => "A text was too long and was dropped.",
        Warning::RepeatedApplication => {
            "The same application stood in two rows and was taken once."
        }
    }
}
