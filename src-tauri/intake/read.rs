//! From a file and a plan to people.

use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::application::Stage;
use domain::candidate::CandidateDetails;
use domain::text::{Email, Line, Phone};

use crate::encoding::{Decoded, decode};
use crate::error::IntakeError;
use crate::identity;
use crate::inspection::{Opening, is_blank, open};
use crate::layout::Layout;
use crate::plan::Plan;
use crate::reading::{ApplicationIn, DuplicateKeys, Person, Progress, Reading, Reason, Refused};
use crate::record::{Reader, Record, Taken};
use crate::table::{Cells, Fault, MOST_ROWS, Rows};
use crate::warning::{RowWarnings, Warning, Warnings};

/// How many rows are read between two looks at whether to go on.
const STEP: usize = 1000;

/// Reads a file: checks every row, finds who is who, and refuses what may not be kept. Stores nothing.
///
/// # Errors
/// [`IntakeError`] when the file is none to be read, the plan does not fit it, or `progress` says to stop.
pub fn read(
    bytes: &[u8],
    plan: &Plan,
    today: NaiveDate,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Reading, IntakeError> {
    let Decoded { text, encoding } = decode(bytes)?;
    let opening = open(&text)?;
    check(plan, &opening)?;
    // Without its headings a file is of no known layout, whatever its columns look like.
    let layout = if plan.heading_row == opening.heading_row {
        opening.layout
    } else {
        Layout::Other
    };
    let mut rows = Rows::new(&text, opening.delimiter.byte());
    let mut table = Table::new(
        Reader::new(plan, layout, today),
        layout,
        plan.mapping.columns.len(),
    );
    let mut cells = Vec::new();
    while rows.read(&mut cells) {
        if rows.row() > MOST_ROWS {
            return Err(IntakeError::TooManyRows);
        }
        if rows.row().is_multiple_of(STEP) {
            let seen = Progress {
                rows: rows.row(),
                bytes: text.len() - rows.left(),
                of_bytes: text.len(),
            };
            if progress(seen).is_break() {
                return Err(IntakeError::Cancelled);
            }
        }
        if plan.heading_row.is_none_or(|heading| rows.row() > heading) {
            table.row(rows.row(), rows.fault(), &cells);
        }
    }
    let end = Progress {
        rows: rows.row(),
        bytes: text.len(),
        of_bytes: text.len(),
    };
    if progress(end).is_break() {
        return Err(IntakeError::Cancelled);
    }
    let mut reading = Reading {
        layout,
        encoding,
        delimiter: opening.delimiter,
        records: 0,
        taken: 0,
        empty: 0,
        blank: table.blank,
        continuations: table.continuations,
        instructions: table.instructions,
        people: Vec::new(),
        people_in_file: 0,
        repeats: 0,
        refused: Vec::new(),
        ended: 0,
        past_retention: 0,
        prospects_past: 0,
        due_today: 0,
        undated: 0,
        bad_email: 0,
        formula: 0,
        warnings: Warnings::default(),
    };
    count(&mut reading, &table);
    gather(&mut reading, table.records);
    Ok(reading)
}

fn check(plan: &Plan, opening: &Opening) -> Result<(), IntakeError> {
    if !plan.mapping.has_name() {
        return Err(IntakeError::NoNameColumn);
    }
    let beyond = plan
        .mapping
        .columns
        .iter()
        .skip(opening.width)
        .any(|target| target.is_taken());
    if beyond {
        Err(IntakeError::MappingDoesNotFit)
    } else {
        Ok(())
    }
}

/// The rows read so far.
struct Table<'p> {
    reader: Reader<'p>,
    layout: Layout,
    width: usize,
    records: Vec<Record>,
    /// Rows so misshapen that nothing in them can be trusted to be in its place.
    broken: Vec<Refused>,
    blank: usize,
    continuations: usize,
    instructions: usize,
    data_rows: usize,
}

impl<'p> Table<'p> {
    const fn new(reader: Reader<'p>, layout: Layout, width: usize) -> Self {
        Self {
            reader,
            layout,
            width,
            records: Vec::new(),
            broken: Vec::new(),
            blank: 0,
            continuations: 0,
            instructions: 0,
            data_rows: 0,
        }
    }

    fn row(&mut self, row: usize, fault: Option<Fault>, cells: &Cells<'_>) {
        let reason = match fault {
            Some(Fault::CellTooLarge) => Some(Reason::CellTooLarge),
            Some(Fault::ExtraCells) => Some(Reason::ExtraCells),
            Some(Fault::UnclosedQuote) => Some(Reason::UnclosedQuote),
            None if cells
                .iter()
                .skip(self.width)
                .any(|cell| !cell.trim().is_empty()) =>
            {
                Some(Reason::ExtraCells)
            }
            None => None,
        };
        if let Some(reason) = reason {
            self.broken.push(Refused { row, reason });
            return;
        }
        if is_blank(cells) {
            self.blank += 1;
            return;
        }
        self.data_rows += 1;
        // Templates explain themselves below their headings.
        if self.data_rows <= 4 && is_instruction(cells) {
            self.instructions += 1;
            return;
        }
        let sorted = self.reader.columns().sort(cells);
        if self.layout.has_continuations() && sorted.is_continuation() {
            self.continuations += 1;
            return;
        }
        let record = self.reader.record(row, cells, &sorted);
        self.records.push(record);
    }
}

fn is_instruction(cells: &Cells<'_>) -> bool {
    const PHRASES: &[&str] = &[
        "delete this row",
        "delete this line",
        "remove this row",
        "do not change",
        "do not edit",
        "don't edit",
        "(required)",
        "(optional)",
        "required field",
        "example row",
        "sample row",
    ];
    cells.iter().filter(|cell| cell.len() < 1000).any(|cell| {
        let lower = cell.to_lowercase();
        PHRASES.iter().any(|phrase| lower.contains(phrase))
    })
}

fn count(reading: &mut Reading, table: &Table<'_>) {
    reading.records = table.records.len() + table.broken.len();
    let mut refused = table.broken.clone();
    for record in &table.records {
        reading.warnings.count_row(record.warnings);
        reading.ended += usize::from(record.ended);
        reading.past_retention += usize::from(record.past);
        if let Err(reason) = record.verdict {
            refused.push(Refused {
                row: record.row,
                reason,
            });
            match reason {
                Reason::Empty => reading.empty += 1,
                Reason::ProspectPast => reading.prospects_past += 1,
                Reason::DueToday => reading.due_today += 1,
                Reason::NoDate | Reason::NoEndingDate => reading.undated += 1,
                Reason::NoName
                | Reason::UnusableName
                | Reason::Anonymised
                | Reason::ExtraCells
                | Reason::CellTooLarge
                | Reason::UnclosedQuote
                | Reason::PastRetention
                | Reason::UnreadableDate
                | Reason::DateOutOfRange => {}
            }
        }
    }
    refused.sort_by_key(|refused| refused.row);
    reading.taken = reading.records - refused.len();
    reading.refused = refused;
    reading.bad_email = reading.warnings.of(Warning::BadEmail);
    reading.formula = reading.warnings.of(Warning::Formula);
}

fn gather(reading: &mut Reading, records: Vec<Record>) {
    let groups = identity::people(&records);
    let named: usize = groups.iter().map(Vec::len).sum();
    reading.people_in_file = groups.len() + (reading.records - named);
    reading.repeats = reading.records - reading.people_in_file;
    let mut records: Vec<Option<Record>> = records.into_iter().map(Some).collect();
    for group in groups {
        let rows = group
            .into_iter()
            .filter_map(|at| records.get_mut(at).and_then(Option::take));
        // What is refused leaves nothing behind, not even an address.
        let taken = rows.filter_map(|record| {
            let Record {
                row,
                emails,
                phones,
                email_keys,
                phone_keys,
                folded,
                warnings,
                verdict,
                ..
            } = record;
            let keys = DuplicateKeys {
                emails: email_keys,
                phones: phone_keys,
                name: folded,
            };
            verdict.ok().map(|taken| TakenRow {
                row,
                emails,
                phones,
                keys,
                warnings,
                taken,
            })
        });
        if let Some((person, repeated)) = person(taken.collect()) {
            for _ in 0..repeated {
                reading.warnings.count(Warning::RepeatedApplication);
            }
            reading.people.push(person);
        }
    }
}

struct TakenRow {
    row: usize,
    emails: Vec<Email>,
    phones: Vec<Phone>,
    keys: DuplicateKeys,
    warnings: RowWarnings,
    taken: Taken,
}

/// One person out of the rows taken in, and how many of their applications stood there twice.
fn person(rows: Vec<TakenRow>) -> Option<(Person, usize)> {
    let mut rows = rows.into_iter();
    let first = rows.next()?;
    let mut contact = first.taken.contact(first.emails, first.phones);
    let mut received_on = first.taken.received_on;
    let mut name = first.taken.name;
    // What the person was longest known by; the earliest row says where they came from.
    let mut source = first.taken.source;
    let mut keys = first.keys;
    let mut warnings = first.warnings;
    let mut numbers = vec![first.row];
    let mut applications: Vec<ApplicationIn> = first.taken.application.into_iter().collect();
    let mut repeated = 0;
    let mut held: HashSet<_> = if rows.len() == 0 {
        HashSet::new()
    } else {
        applications.iter().map(mark).collect()
    };
    for row in rows {
        numbers.push(row.row);
        warnings.merge(row.warnings);
        if row.taken.received_on < received_on {
            received_on = row.taken.received_on;
            source = row.taken.source;
        }
        if row.taken.name.full().len() > name.full().len() {
            name.given = row.taken.name.given;
            name.family = row.taken.name.family;
            keys.name = row.keys.name;
        }
        name.title = name.title.or(row.taken.name.title);
        name.preferred = name.preferred.or(row.taken.name.preferred);
        contact.emails.extend(row.emails);
        contact.phones.extend(row.phones);
        keys.emails.extend(row.keys.emails);
        keys.phones.extend(row.keys.phones);
        if contact.address.is_empty() {
            contact.address = row.taken.address;
        }
        contact.postcode = contact.postcode.or(row.taken.postcode);
        if let Some(application) = row.taken.application {
            if held.insert(mark(&application)) {
                applications.push(application);
            } else {
                repeated += 1;
                warnings.add(Warning::RepeatedApplication);
            }
        }
    }
    if numbers.len() > 1 {
        let mut seen = HashSet::new();
        contact.emails.retain(|email| seen.insert(email.key()));
        contact.phones.retain(|phone| seen.insert(phone.key()));
        seen.clear();
        keys.emails.retain(|key| seen.insert(key.clone()));
        keys.phones.retain(|key| seen.insert(key.clone()));
    }
    // A stand-in address is used only where the person's own is not known.
    if contact.emails.len() > 1 {
        contact.emails.sort_by_key(Email::is_relay);
    }
    let details = CandidateDetails {
        name,
        contact,
        source,
        received_on,
    };
    Some((
        Person {
            details,
            applications,
            rows: numbers,
            warnings: warnings.list(),
            keys,
        },
        repeated,
    ))
}

/// What two rows of one application have in common.
fn mark(
    application: &ApplicationIn,
) -> (Line, NaiveDate, Stage, Option<(&'static str, NaiveDate)>) {
    let ended = application
        .outcome
        .map(|outcome| (outcome.how.code(), outcome.on));
    (
        application.vacancy_title.clone(),
        application.applied_on,
        application.stage,
        ended,
    )
}

/// How often each reason was given, for the summary of a preview.
pub fn reasons(refused: &[Refused]) -> BTreeMap<Reason, usize> {
    let mut counted = BTreeMap::new();
    for refused in refused {
        *counted.entry(refused.reason).or_default() += 1;
    }
    counted
}
