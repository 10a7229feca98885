//! The first look at a file: what it is, where its headings are, what its columns seem to hold.

use std::fmt;

use serde::Serialize;

use crate::date::{DateFinding, DateTally};
use crate::dialect::{Delimiter, sniff};
use crate::encoding::{Decoded, Encoding, decode};
use crate::error::IntakeError;
use crate::heading;
use crate::layout::{self, Layout};
use crate::mapping::{Mapping, NotTaken, Target};
use crate::plan::{DateChoice, Plan, Undated};
use crate::table::{Cells, Fault, MOST_COLUMNS, MOST_ROWS, Rows};

/// What a first look at a file shows. Holds cells of the file, so it is shown and not logged.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Inspection {
    /// How the text is encoded.
    pub encoding: Encoding,
    /// What separates cells.
    pub delimiter: Delimiter,
    /// The system it seems to be from.
    pub layout: Layout,
    /// The row with the headings, counted from 1; none when no row is known as such.
    pub heading_row: Option<usize>,
    /// The headings, or empty where there are none; as many as there are columns.
    pub headings: Vec<String>,
    /// The first five rows of data.
    pub sample: Vec<Vec<String>>,
    /// What the columns seem to hold.
    pub mapping: Mapping,
    /// The date columns, counted from 0, and how they are written.
    pub dates: Vec<DateColumn>,
    /// Rows below the headings, blank ones left out.
    pub rows: usize,
}

/// A date column and how its dates are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DateColumn {
    /// The column, counted from 0.
    pub column: usize,
    /// What its values show.
    pub finding: DateFinding,
}

impl fmt::Debug for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inspection")
            .field("encoding", &self.encoding)
            .field("delimiter", &self.delimiter)
            .field("layout", &self.layout)
            .field("heading_row", &self.heading_row)
            .field("mapping", &self.mapping)
            .field("dates", &self.dates)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

impl Inspection {
    /// The plan that follows from the file alone.
    ///
    /// # Errors
    /// [`IntakeError::NoHeading`], [`IntakeError::NoNameColumn`] and [`IntakeError::DateNeedsChoice`] when somebody must
    /// decide first; [`Inspection::draft`] is the plan to decide in.
    pub fn plan(&self) -> Result<Plan, IntakeError> {
        if self.heading_row.is_none() {
            return Err(IntakeError::NoHeading);
        }
        if !self.mapping.has_name() {
            return Err(IntakeError::NoNameColumn);
        }
        let open = self.dates.iter().find(|date| {
            date.finding == DateFinding::NeedsChoice
                && self
                    .mapping
                    .columns
                    .get(date.column)
                    .is_some_and(|t| t.is_date())
        });
        match open {
            Some(date) => Err(IntakeError::DateNeedsChoice {
                column: date.column + 1,
            }),
            None => Ok(self.draft()),
        }
    }

    /// The plan as far as the file decides it, for the user to complete.
    pub fn draft(&self) -> Plan {
        let dates = self.dates.iter().filter_map(|date| match date.finding {
            DateFinding::Known(form) => Some(DateChoice {
                column: date.column,
                form,
            }),
            DateFinding::NeedsChoice | DateFinding::NoDates => None,
        });
        Plan {
            heading_row: self.heading_row,
            mapping: self.mapping.clone(),
            dates: dates.collect(),
            undated: Undated::Refuse,
            default_source: None,
            default_vacancy: None,
            keep_months: Plan::KEEP_MONTHS,
        }
    }
}

/// Looks a file over. The whole of it is read once, since every date of a column has a say in how it is written.
///
/// # Errors
/// [`IntakeError`] when the file is no table of text or beyond the limits. A file without headings is no error here:
/// the user may still choose the columns.
pub fn inspect(bytes: &[u8]) -> Result<Inspection, IntakeError> {
    /// The rows shown before anything is decided.
    const SAMPLE: usize = 5;
    let Decoded { text, encoding } = decode(bytes)?;
    let opening = open(&text)?;
    let mut rows = Rows::new(&text, opening.delimiter.byte());
    let mut cells = Vec::new();
    let mut sample: Vec<Vec<String>> = Vec::new();
    let mut count = 0_usize;
    // Every column is tallied: the user may yet say that another one holds dates.
    let mut tallies = vec![DateTally::default(); opening.width];
    while rows.read(&mut cells) {
        if rows.row() > MOST_ROWS {
            return Err(IntakeError::TooManyRows);
        }
        if opening
            .heading_row
            .is_some_and(|heading| rows.row() <= heading)
            || is_blank(&cells)
        {
            continue;
        }
        count += 1;
        if sample.len() < SAMPLE {
            sample.push(
                cells
                    .iter()
                    .take(opening.width)
                    .map(|cell| shown(cell))
                    .collect(),
            );
        }
        for (tally, cell) in tallies.iter_mut().zip(&cells) {
            if cell.len() <= 40 && cell.bytes().any(|byte| byte.is_ascii_digit()) {
                tally.see(cell);
            }
        }
    }
    let dates = tallies
        .into_iter()
        .enumerate()
        .filter_map(|(column, tally)| {
            let finding = tally.finding(opening.layout.date_form());
            let is_date = opening
                .mapping
                .columns
                .get(column)
                .is_some_and(|target| target.is_date());
            (is_date || finding != DateFinding::NoDates).then_some(DateColumn { column, finding })
        });
    let dates = dates.collect();
    Ok(Inspection {
        encoding,
        delimiter: opening.delimiter,
        layout: opening.layout,
        heading_row: opening.heading_row,
        headings: opening.headings,
        sample,
        mapping: opening.mapping,
        dates,
        rows: count,
    })
}

/// What the first rows show.
pub(crate) struct Opening {
    pub(crate) delimiter: Delimiter,
    pub(crate) layout: Layout,
    pub(crate) heading_row: Option<usize>,
    pub(crate) headings: Vec<String>,
    pub(crate) mapping: Mapping,
    /// How many columns there are.
    pub(crate) width: usize,
}

/// How far down headings are looked for.
const HEADINGS_WITHIN: usize = 20;

/// How many rows below the headings show how many cells rows have.
const WIDTH_FROM: usize = 50;

pub(crate) fn open(text: &str) -> Result<Opening, IntakeError> {
    let delimiter = sniff(text, score);
    let mut rows = Rows::new(text, delimiter.byte());
    let mut cells = Vec::new();
    let mut above: Vec<(usize, Vec<String>)> = Vec::new();
    while above.len() < HEADINGS_WITHIN + WIDTH_FROM && rows.row() < 1000 && rows.read(&mut cells) {
        if !is_blank(&cells) && rows.fault().is_none_or(|fault| fault == Fault::ExtraCells) {
            above.push((
                rows.row(),
                cells
                    .iter()
                    .map(|cell| cell.chars().take(200).collect())
                    .collect(),
            ));
        }
    }
    let heading = best_heading(&above);
    let body = heading.map_or(0, |at| at + 1);
    let below = Widths::of(above.get(body..).unwrap_or_default());
    let Some((row, cells)) = heading.and_then(|at| above.get(at)) else {
        let width = below.commonest.max(1);
        if width > MOST_COLUMNS {
            return Err(IntakeError::TooManyColumns);
        }
        return Ok(Opening {
            delimiter,
            layout: Layout::Other,
            heading_row: None,
            headings: vec![String::new(); width],
            mapping: Mapping {
                columns: vec![
                    Target::Ignore {
                        because: NotTaken::UnknownHeading
                    };
                    width
                ],
            },
            width,
        });
    };
    let headings = rejoined(cells, &below);
    let width = if below.are_wider_than(headings.len()) {
        below.commonest
    } else {
        headings.len()
    };
    if width > MOST_COLUMNS {
        return Err(IntakeError::TooManyColumns);
    }
    let normal: Vec<String> = headings.iter().map(|text| heading::normal(text)).collect();
    let mut layout = layout::recognise(&normal);
    let first = above.first().filter(|(first, _)| first < row);
    if layout == Layout::Other && first.is_some_and(|(_, meta)| is_workable(meta)) {
        layout = Layout::Workable;
    }
    let mut mapping = layout::mapping(layout, &normal);
    mapping.columns.resize(
        width,
        Target::Ignore {
            because: NotTaken::UnknownHeading,
        },
    );
    let mut headings: Vec<String> = headings.iter().map(|text| shown(text)).collect();
    headings.resize(width, String::new());
    Ok(Opening {
        delimiter,
        layout,
        heading_row: Some(*row),
        headings,
        mapping,
        width,
    })
}

/// How many cells of a row are headings known; none unless one of them says whom a row is about.
fn score(cells: &Cells<'_>) -> usize {
    score_of(cells.iter().map(AsRef::as_ref))
}

fn score_of<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    let (mut known, mut names) = (0, false);
    for cell in cells.filter(|cell| cell.len() <= 60) {
        if let Some(target) = heading::known(&heading::normal(cell)) {
            known += 1;
            names |= target.identifies();
        }
    }
    if names || known >= 4 { known } else { 0 }
}

fn best_heading(above: &[(usize, Vec<String>)]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, (_, cells)) in above.iter().take(HEADINGS_WITHIN).enumerate() {
        let known = score_of(cells.iter().map(String::as_str));
        // One heading known is enough only where there are hardly more.
        let enough = known >= 2 || (known == 1 && cells.len() <= 2);
        if enough && best.is_none_or(|(most, _)| known > most) {
            best = Some((known, at));
        }
    }
    best.map(|(_, at)| at)
}

/// How many cells the rows below the headings have.
struct Widths {
    rows: usize,
    commonest: usize,
    times: usize,
}

impl Widths {
    fn of(rows: &[(usize, Vec<String>)]) -> Self {
        let rows = rows.get(..WIDTH_FROM).unwrap_or(rows);
        let times = |width: usize| {
            rows.iter()
                .filter(|(_, cells)| cells.len() == width)
                .count()
        };
        let found = rows
            .iter()
            .map(|(_, cells)| (times(cells.len()), cells.len()))
            .max();
        let (times, commonest) = found.unwrap_or_default();
        Self {
            rows: rows.len(),
            commonest,
            times,
        }
    }

    fn agree(&self) -> bool {
        self.times * 2 > self.rows
    }

    /// Whether there is a column without a heading, and not only a row or two with a cell too many.
    fn are_wider_than(&self, headings: usize) -> bool {
        self.agree() && self.times >= 3 && self.commonest > headings
    }
}

/// Puts headings together that a comma of their own has cut, as `OpenCATS` leaves them: there are more of them than
/// cells below, and just as many begin with the space behind a comma.
fn rejoined(cells: &[String], below: &Widths) -> Vec<String> {
    let spare = cells.len().saturating_sub(below.commonest);
    let cut = cells.iter().filter(|cell| cell.starts_with(' ')).count();
    if !below.agree() || spare == 0 || spare != cut {
        return cells.to_vec();
    }
    let mut joined: Vec<String> = Vec::new();
    for cell in cells {
        match joined.last_mut() {
            Some(before) if cell.starts_with(' ') => {
                before.push(',');
                before.push_str(cell);
            }
            _ => joined.push(cell.clone()),
        }
    }
    joined
}

/// Workable's template has a row of its own above the headings, with the administrator's address in cell F1.
fn is_workable(meta: &[String]) -> bool {
    meta.get(5).is_some_and(|cell| cell.contains('@'))
}

pub(crate) fn is_blank(cells: &Cells<'_>) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

fn shown(cell: &str) -> String {
    let start: String = cell.chars().take(200).collect();
    domain::text::tidy(&start)
        .chars()
        .filter(|c| !c.is_control())
        .collect()
}
