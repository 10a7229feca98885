//! Import: a file of applicants previewed, mapped, brought in and, if need be, taken back.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access;
use domain::id::{ImportId, VacancyId};
use domain::source::SourceCategory;
use intake::{Inspection, IntakeError, LARGEST_FILE, Reading};
use serde::{Deserialize, Serialize};

mod bring;
mod here;
mod looked;
mod target;

pub use bring::{bring_in, run, take_back};
pub use looked::DryRun;

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Nothing, number};

/// What a file would bring in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportPreview {
    /// What later requests name the file by.
    pub file: u32,
    /// The layout it is in: `opencats`, `odoo` and so on, or `other`.
    pub layout: String,
    /// Its encoding, as one reads it.
    pub encoding: String,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// What must be chosen before it can be brought in.
    pub needs: Vec<ImportNeed>,
    /// What may be chosen: the day, source or vacancy of records that name none.
    pub offers: Vec<ImportNeed>,
    /// Records in the file, empty rows left out.
    pub rows: u32,
    /// Empty rows.
    pub empty: u32,
    /// People, once repeats are put together.
    pub people: u32,
    /// Records that repeat a person.
    pub repeats: u32,
    /// People who are here already; their new applications are added.
    pub here_already: u32,
    /// Records whose time to be kept has passed; refused at the door (RULEBOOK R18).
    pub past_retention: u32,
    /// Prospects who asked not to be approached; left out (RULEBOOK ERA-09).
    pub not_to_approach: u32,
    /// People who would be added.
    pub would_add: u32,
    /// How many rows are refused, past retention among them.
    pub refused_total: u32,
    /// The first of them, at most two hundred.
    pub refused: Vec<ImportRefusal>,
    /// Things put right on the way in, with how often.
    pub warnings: Vec<ImportWarning>,
    /// The vacancies named in the file.
    pub vacancies: Vec<ImportVacancy>,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportColumn {
    /// Its heading.
    pub heading: String,
    /// Values of the first rows, at most three.
    pub samples: Vec<String>,
    /// What it is taken for: one of `targets` of `import_targets`.
    pub target: String,
    /// Why it is left out, where it is.
    pub left_out_because: Option<String>,
    /// For a date: the form it is read in.
    pub date_form: Option<String>,
    /// For a date: the forms it could be in, where more than one fits.
    pub date_forms: Vec<String>,
}

/// Something to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ImportNeed {
    /// Columns: no heading row was recognised.
    Columns,
    /// The form of a date column, which fits more than one.
    DateForm,
    /// The day records without a date came in.
    UndatedReceivedOn,
    /// Where people without a source came from.
    DefaultSource,
    /// The vacancy of records that name none.
    DefaultVacancy,
}

/// A row that is not brought in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportRefusal {
    /// Its number, as a spreadsheet shows it.
    pub row: u32,
    /// Why.
    pub reason: String,
}

/// Something put right on the way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportWarning {
    /// What, in a sentence.
    pub what: String,
    /// How often.
    pub count: u32,
}

/// A vacancy named in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportVacancy {
    /// Its title.
    pub title: String,
    /// Applications for it.
    pub applications: u32,
    /// Whether it is here already; otherwise it is added.
    pub here_already: bool,
}

/// Looks at a file again, with choices made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PreviewImport {
    /// The file.
    pub file: u32,
    /// The choices.
    pub choices: ImportChoices,
}

/// The choices a person makes for a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
#[derive(Default)]
#[serde(default)]
pub struct ImportChoices {
    /// A target a column, in the file's order; as recognised where none are given.
    pub targets: Option<Vec<String>>,
    /// A date form a column, where one is chosen.
    pub date_forms: Option<Vec<Option<String>>>,
    /// The day records without a date came in; without it they are refused.
    pub undated_received_on: Option<NaiveDate>,
    /// Where people without a source came from.
    pub default_source: Option<SourceCategory>,
    /// The vacancy of records that name none.
    pub default_vacancy: Option<VacancyId>,
    /// The version of the privacy notice that the form of those who applied themselves carried. It is recorded of whom the
    /// import adds, where it was in force on the day their details came in.
    pub notice: Option<u32>,
}

/// Brings a file in, as its last preview showed it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RunImport {
    /// The file.
    pub file: u32,
    /// The choices.
    pub choices: ImportChoices,
    /// A number the page chose; progress events carry it and `cancel_job` names it.
    pub job: u32,
}

/// A file was brought in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportReceipt {
    /// Which import.
    pub import: ImportId,
    /// People added.
    pub added: u32,
    /// People who were here and got an application.
    pub joined: u32,
    /// Applications added.
    pub applications: u32,
    /// Vacancies added.
    pub vacancies: u32,
    /// Rows refused.
    pub refused: u32,
    /// Prospects who asked not to be approached and were left out.
    pub not_to_approach: u32,
    /// What takes it back.
    pub undo: Option<u32>,
}

/// Takes an import back, whenever it was.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct UndoImport {
    /// Which.
    pub import: ImportId,
}

/// An import was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportUndone {
    /// People removed.
    pub removed: u32,
    /// People kept, since their record was changed afterwards.
    pub kept: u32,
}

/// Earlier imports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Imports {
    /// Latest first.
    pub rows: Vec<ImportRow>,
}

/// An earlier import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportRow {
    /// Which.
    pub import: ImportId,
    /// When.
    pub at: DateTime<Utc>,
    /// The name of the account that did it.
    pub by: String,
    /// The layout.
    pub layout: String,
    /// People added.
    pub added: u32,
    /// When it was taken back.
    pub undone_at: Option<DateTime<Utc>>,
}

/// What a column can be taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportTargets {
    /// In the order a person would look for them.
    pub targets: Vec<ImportTarget>,
    /// The forms of a date.
    pub date_forms: Vec<ImportDateForm>,
}

/// One thing a column can be taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportTarget {
    /// What requests name it by.
    pub target: String,
    /// What a person reads.
    pub label: String,
}

/// One form of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ImportDateForm {
    /// What requests name it by.
    pub form: String,
    /// What a person reads: `23/11/2026 (day first)`.
    pub label: String,
}

/// A file that was chosen: its bytes, until the import is done or the sign-in ends.
#[derive(Debug)]
pub(crate) struct OpenFile {
    bytes: Bytes,
}

/// A file's bytes, which are personal data.
struct Bytes(Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes", self.0.len())
    }
}

/// Looks at a file that was chosen in the dialog.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Import`] when it is no file of applicants.
pub fn choose(desk: &ReadDesk<'_>, file: PathBuf) -> Result<ImportPreview, Error> {
    let _permit = desk.permit_on_organisation::<access::Import>()?;
    let bytes = read_file(&file)?;
    let inspection = intake::inspect(&bytes)?;
    let name = desk.session.held().number();
    let preview = looked::preview(desk, name, &bytes, &inspection, &ImportChoices::default())?;
    desk.session.held().file = Some((
        name,
        OpenFile {
            bytes: Bytes(bytes),
        },
    ));
    Ok(preview)
}

/// Looks at the chosen file again, with choices made.
///
/// # Errors
/// [`Error::Stale`] when another file was chosen since.
pub fn preview(desk: &ReadDesk<'_>, request: PreviewImport) -> Result<ImportPreview, Error> {
    let _permit = desk.permit_on_organisation::<access::Import>()?;
    let held = desk.session.held();
    let Some((name, file)) = held.file.as_ref().filter(|(name, _)| *name == request.file) else {
        return Err(Error::Stale);
    };
    let inspection = intake::inspect(&file.bytes.0)?;
    looked::preview(desk, *name, &file.bytes.0, &inspection, &request.choices)
}

/// Says what a file would bring in, without a store.
///
/// # Errors
/// [`Error::Import`] when it is no file of applicants, or something must be chosen first.
pub fn dry_run(bytes: &[u8], choices: &ImportChoices, today: NaiveDate) -> Result<DryRun, Error> {
    let inspection = intake::inspect(bytes)?;
    let reading = read(bytes, &inspection, choices, None, today, &mut || true)?;
    Ok(DryRun::of(&reading))
}

/// Choices in which every date that can be read day first or month first is read one of the two ways: for the
/// command line, which shows nobody the columns.
///
/// # Errors
/// [`Error::Import`] when it is no file of applicants.
pub fn with_dates(
    bytes: &[u8],
    choices: ImportChoices,
    month_first: bool,
) -> Result<ImportChoices, Error> {
    let inspection = intake::inspect(bytes)?;
    let form = if month_first {
        "monthFirst"
    } else {
        "dayFirst"
    };
    let mut forms = vec![None; inspection.mapping.columns.len()];
    for column in target::ambiguous(&inspection) {
        if let Some(chosen) = forms.get_mut(column) {
            *chosen = Some(form.to_owned());
        }
    }
    Ok(ImportChoices {
        date_forms: Some(forms),
        ..choices
    })
}

/// What a column can be taken for.
///
/// # Errors
/// None.
pub fn targets(_: &ReadDesk<'_>, _: Nothing) -> Result<ImportTargets, Error> {
    Ok(target::all())
}

/// Earlier imports.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn list(desk: &ReadDesk<'_>, _: Nothing) -> Result<Imports, Error> {
    let permit = desk.permit_on_organisation::<access::Import>()?;
    let names = desk.names()?;
    let rows = desk
        .records
        .imports(&permit)?
        .into_iter()
        .map(|import| ImportRow {
            import: import.id,
            at: import.at,
            by: names.get(&import.account).cloned().unwrap_or_default(),
            layout: import.layout,
            added: number(import.counts.people),
            undone_at: import.undone_at,
        })
        .collect();
    Ok(Imports { rows })
}

/// Reads a file of applicants from the disk, no larger than is taken in.
///
/// # Errors
/// [`Error::Import`] when it can't be read or is too large.
pub fn read_file(file: &std::path::Path) -> Result<Vec<u8>, Error> {
    let unreadable = |error: std::io::Error| Error::Import(IntakeError::from_io(&error));
    let size = fs::metadata(file).map_err(unreadable)?.len();
    if size > u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX) {
        return Err(IntakeError::TooLarge.into());
    }
    fs::read(file).map_err(unreadable)
}

/// Reads a file under a person's choices.
pub(crate) fn read(
    bytes: &[u8],
    inspection: &Inspection,
    choices: &ImportChoices,
    default_vacancy: Option<domain::text::Line>,
    today: NaiveDate,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Reading, Error> {
    let plan = target::plan(inspection, choices, default_vacancy)?;
    let reading = intake::read(bytes, &plan, today, &mut |_| {
        if go_on() {
            std::ops::ControlFlow::Continue(())
        } else {
            std::ops::ControlFlow::Break(())
        }
    });
    match reading {
        Err(IntakeError::Cancelled) => Err(Error::Cancelled),
        other => Ok(other?),
    }
}

/// Why a file can't be imported, as a sentence to show.
pub fn sentence(error: IntakeError) -> String {
    let said = error.to_string();
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}.", first.to_uppercase(), letters.as_str())
    })
}
