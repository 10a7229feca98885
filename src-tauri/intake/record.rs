//! One row read as a record: what it says of a person, and whether it may be taken in.

mod times;

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;
use domain::application::Outcome;
use domain::candidate::{ContactDetails, PersonName};
use domain::source::{Source, SourceCategory};
use domain::text::{Email, Line, Phone, fold};

use crate::clean;
use crate::columns::{Columns, Sorted};
use crate::contact;
use crate::layout::Layout;
use crate::name::{self, NameParts};
use crate::origin;
use crate::plan::Plan;
use crate::reading::{ApplicationIn, Reason};
use crate::status::Standing;
use crate::warning::{RowWarnings, Warning};
use times::Times;

/// Beyond this a column is no list of words, and remembering it would only cost memory.
const MOST_REMEMBERED: usize = 2000;

/// What one row says, before it is known who else it is about.
pub(crate) struct Record {
    pub(crate) row: usize,
    pub(crate) emails: Vec<Email>,
    pub(crate) phones: Vec<Phone>,
    /// Keys of the addresses that are the person's own.
    pub(crate) email_keys: Vec<String>,
    /// Keys of the numbers.
    pub(crate) phone_keys: Vec<String>,
    /// The whole name, folded.
    pub(crate) folded: String,
    /// Whether there is anything to tell the person by.
    pub(crate) identifies: bool,
    /// Whether it ended on a day that is known.
    pub(crate) ended: bool,
    /// Whether it ended so long ago that its date has passed, whatever else is wrong with it.
    pub(crate) past: bool,
    pub(crate) warnings: RowWarnings,
    /// What is taken in, or why nothing is.
    pub(crate) verdict: Result<Taken, Reason>,
}

/// What is taken in of a row, beyond its addresses and numbers.
pub(crate) struct Taken {
    pub(crate) name: PersonName,
    pub(crate) address: Vec<Line>,
    pub(crate) postcode: Option<Line>,
    pub(crate) source: Source,
    pub(crate) received_on: NaiveDate,
    pub(crate) application: Option<ApplicationIn>,
}

impl Taken {
    pub(crate) fn contact(&self, emails: Vec<Email>, phones: Vec<Phone>) -> ContactDetails {
        ContactDetails {
            emails,
            phones,
            address: self.address.clone(),
            postcode: self.postcode.clone(),
            preferred: None,
        }
    }
}

/// Reads rows under one plan.
pub(crate) struct Reader<'p> {
    plan: &'p Plan,
    layout: Layout,
    today: NaiveDate,
    columns: Columns,
    default_source: Source,
    // A file has a dozen statuses and sources, each thousands of times.
    standings: HashMap<String, Standing>,
    sources: HashMap<String, Option<SourceCategory>>,
    lines: HashMap<String, Option<Line>>,
}

impl<'p> Reader<'p> {
    pub(crate) fn new(plan: &'p Plan, layout: Layout, today: NaiveDate) -> Self {
        Self {
            plan,
            layout,
            today,
            columns: Columns::new(plan),
            default_source: plan
                .default_source
                .clone()
                .unwrap_or_else(|| origin::default_of(layout)),
            standings: HashMap::new(),
            sources: HashMap::new(),
            lines: HashMap::new(),
        }
    }

    pub(crate) const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Reads one row.
    pub(crate) fn record(
        &mut self,
        row: usize,
        cells: &[Cow<'_, str>],
        sorted: &Sorted<'_>,
    ) -> Record {
        let mut warnings = RowWarnings::default();
        if cells.iter().any(|cell| is_payload(cell)) {
            warnings.add(Warning::Formula);
        }
        if cells.iter().any(|cell| clean::has_controls(cell)) {
            warnings.add(Warning::ControlCharacters);
        }
        let (mut emails, mut phones) = (Vec::new(), Vec::new());
        for cell in &sorted.emails {
            contact::emails(cell, &mut emails, &mut warnings);
        }
        for cell in &sorted.phones {
            contact::phones(cell, &mut phones, &mut warnings);
        }
        let parts = name_parts(sorted);
        let anonymised = is_anonymised(&parts);
        let folded = fold(&format!("{} {}", parts.given, parts.family));
        let identifies = !folded.is_empty() || !emails.is_empty() || !phones.is_empty();
        let times = self.times(sorted, &mut warnings);
        let ended = matches!(&times, Ok(Times { ended: Some(_), .. }));
        let past = matches!(&times, Ok(Times { ended: Some((_, on)), .. }) if self.end_of(*on) < self.today);
        let verdict = if !sorted.identifies() || (!identifies && parts.is_empty()) {
            Err(Reason::Empty)
        } else if anonymised {
            Err(Reason::Anonymised)
        } else if parts.is_empty() {
            Err(Reason::NoName)
        } else {
            match parts.checked() {
                // A name of marks alone, with no letter to put them on, can't be found or compared.
                Ok(_) if folded.is_empty() => Err(Reason::UnusableName),
                Ok(name) => {
                    times.and_then(|times| self.taken(row, name, sorted, &times, &mut warnings))
                }
                Err(_) => Err(Reason::UnusableName),
            }
        };
        let own = emails.iter().filter(|email| !email.is_relay());
        let email_keys: Vec<String> = own.map(Email::key).collect();
        let phone_keys = phones.iter().map(Phone::key).collect();
        if verdict.is_ok() {
            warn_of_contact(&emails, &phones, email_keys.is_empty(), &mut warnings);
        }
        Record {
            row,
            emails,
            phones,
            email_keys,
            phone_keys,
            folded,
            identifies,
            ended,
            past,
            warnings,
            verdict,
        }
    }

    fn taken(
        &mut self,
        row: usize,
        name: PersonName,
        sorted: &Sorted<'_>,
        times: &Times,
        warnings: &mut RowWarnings,
    ) -> Result<Taken, Reason> {
        let vacancy = self
            .line(sorted.vacancy, warnings)
            .or_else(|| self.plan.default_vacancy.clone());
        self.still_kept(times, vacancy.is_some())?;
        let mut address = Vec::new();
        for cell in sorted
            .address
            .iter()
            .copied()
            .chain([sorted.city, sorted.region])
            .filter(|cell| !cell.is_empty())
        {
            contact::address(cell, &mut address, warnings);
        }
        let stage = self.stage(sorted, warnings);
        let application = vacancy.map(|vacancy_title| ApplicationIn {
            row,
            vacancy_title,
            applied_on: times.received,
            stage,
            outcome: times.ended.map(|(ending, on)| Outcome {
                how: ending.outcome(sorted.reason),
                on,
            }),
        });
        Ok(Taken {
            name,
            address,
            postcode: contact::postcode(sorted.postcode, warnings),
            source: self.source(sorted, warnings),
            received_on: times.received,
            application,
        })
    }

    fn source(&mut self, sorted: &Sorted<'_>, warnings: &mut RowWarnings) -> Source {
        let stated = [sorted.source, sorted.source_detail]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default();
        let category = [stated, sorted.source_detail, sorted.tags]
            .into_iter()
            .filter(|text| !text.is_empty())
            .find_map(|text| remembered(&mut self.sources, text, origin::category));
        let tag = if category.is_some() { sorted.tags } else { "" };
        let stated = if stated.is_empty() { tag } else { stated };
        if stated.is_empty() {
            return self.default_source.clone();
        }
        let detail = if sorted.source_detail.is_empty() {
            stated
        } else {
            sorted.source_detail
        };
        // Indeed's list is of answers to the organisation's own advert there.
        let category = if self.layout == Layout::Indeed
            && category == Some(SourceCategory::SourcingPlatform)
        {
            SourceCategory::PlatformAdvert
        } else {
            category.unwrap_or(self.default_source.category)
        };
        let detail = self.line(detail, warnings);
        Source { category, detail }
    }

    /// A line of text that is likely to come again: a vacancy's title, a source.
    fn line(&mut self, text: &str, warnings: &mut RowWarnings) -> Option<Line> {
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.lines.get(text) {
            return known.clone();
        }
        let before = *warnings;
        let line = contact::line(text, warnings);
        // What was worth a warning is worth it every time.
        if before == *warnings && text.len() <= Line::LONGEST && self.lines.len() < MOST_REMEMBERED
        {
            self.lines.insert(text.to_owned(), line.clone());
        }
        line
    }
}

fn remembered<T: Copy>(known: &mut HashMap<String, T>, text: &str, read: impl Fn(&str) -> T) -> T {
    if let Some(found) = known.get(text) {
        return *found;
    }
    // A status or source is short; of a longer text its beginning says enough.
    let start: String = text.chars().take(200).collect();
    let found = read(&start);
    if known.len() < MOST_REMEMBERED && start.len() == text.len() {
        known.insert(start, found);
    }
    found
}

fn is_payload(cell: &str) -> bool {
    let first = cell.as_bytes().first().copied();
    // Nearly every cell begins with a letter or a digit and is no formula.
    first.is_some_and(|byte| !byte.is_ascii_alphanumeric()) && clean::is_formula(cell)
}

fn name_parts(sorted: &Sorted<'_>) -> NameParts {
    let mut parts = if sorted.given.is_empty() && sorted.family.is_empty() {
        name::split(sorted.full_name)
    } else {
        let given = [sorted.given, sorted.middle]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(name::part);
        NameParts {
            given: given.collect::<Vec<_>>().join(" "),
            family: name::part(sorted.family),
            ..NameParts::default()
        }
    };
    if !sorted.title.is_empty() {
        parts.title = name::title(sorted.title);
    }
    if !sorted.preferred.is_empty() {
        parts.preferred = name::part(sorted.preferred);
    }
    parts
}

fn is_anonymised(parts: &NameParts) -> bool {
    let word = |text: &str| {
        matches!(
            text.to_lowercase().as_str(),
            "anonymized" | "anonymised" | "[anonymized]" | "[anonymised]" | "redacted"
        )
    };
    word(&parts.given) || word(&parts.family)
}

fn warn_of_contact(emails: &[Email], phones: &[Phone], none_own: bool, warnings: &mut RowWarnings) {
    if emails.is_empty() && phones.is_empty() {
        warnings.add(Warning::NoContact);
    } else if phones.is_empty() && none_own {
        warnings.add(Warning::RelayOnly);
    }
}
