//! What a file holds, checked: the people to take in, and every row that is not taken with its reason.

use std::fmt;

use chrono::NaiveDate;
use domain::application::{Outcome, Stage};
use domain::candidate::CandidateDetails;
use domain::text::Line;

use crate::dialect::Delimiter;
use crate::encoding::Encoding;
use crate::layout::Layout;
use crate::warning::{Warning, Warnings};

/// A file read, checked and sorted by person. Nothing is stored by making one.
///
/// `records == taken + refused.len()` and `records == people_in_file + repeats`, always.
#[derive(Debug)]
pub struct Reading {
    /// The system the file is from.
    pub layout: Layout,
    /// How its text is encoded.
    pub encoding: Encoding,
    /// What separates its cells.
    pub delimiter: Delimiter,
    /// Rows that stand for somebody: all below the headings but blank ones, instructions and continuations.
    pub records: usize,
    /// Records taken in: each is in one of `people`.
    pub taken: usize,
    /// Records with no name, e-mail address or telephone number. They are also in `refused`.
    pub empty: usize,
    /// Rows with nothing in them; not records.
    pub blank: usize,
    /// Rows that continue the one above with one more value of a list; not records.
    pub continuations: usize,
    /// Rows that say how to fill in the file; not records.
    pub instructions: usize,
    /// People with something to take in.
    pub people: Vec<Person>,
    /// Everybody the file speaks of, including those of whom every row is refused. A record that names nobody
    /// counts as a person, since nothing shows it to be one of the others.
    pub people_in_file: usize,
    /// Records beyond each person's first.
    pub repeats: usize,
    /// Records not taken in, in the file's order.
    pub refused: Vec<Refused>,
    /// Records that ended on a day that is known, taken in or not.
    pub ended: usize,
    /// Of these, the ones that ended so long ago that their retention date has passed; also in `refused`,
    /// if for want of a name under that reason.
    pub past_retention: usize,
    /// Records of people who applied for nothing and came in so long ago that their date has passed (RULES R8); also
    /// in `refused`.
    pub prospects_past: usize,
    /// Records whose retention date is today; also in `refused`.
    pub due_today: usize,
    /// Records refused for want of a day to count from.
    pub undated: usize,
    /// Records with an e-mail address that is none; the address is dropped.
    pub bad_email: usize,
    /// Records with a cell that a spreadsheet would run as a formula; what is kept of it is text.
    pub formula: usize,
    /// How often each warning was given.
    pub warnings: Warnings,
}

/// One person of a file, with everything the rows taken in say of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Who they are.
    pub details: CandidateDetails,
    /// What they applied for; none for a prospect.
    pub applications: Vec<ApplicationIn>,
    /// The rows they are in, as a spreadsheet counts them.
    pub rows: Vec<usize>,
    /// What was mended or dropped on the way.
    pub warnings: Vec<Warning>,
    /// What to look for in the store.
    pub keys: DuplicateKeys,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("rows", &self.rows)
            .field("warnings", &self.warnings)
            .finish_non_exhaustive()
    }
}

/// One application of a file.
#[derive(Clone, PartialEq, Eq)]
pub struct ApplicationIn {
    /// The row it is in, as a spreadsheet counts.
    pub row: usize,
    /// The vacancy's title as the file has it.
    pub vacancy_title: Line,
    /// The day the person applied.
    pub applied_on: NaiveDate,
    /// The stage it is at, or had reached.
    pub stage: Stage,
    /// How it ended, if it has.
    pub outcome: Option<Outcome>,
}

impl fmt::Debug for ApplicationIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApplicationIn")
            .field("row", &self.row)
            .field("stage", &self.stage)
            .finish_non_exhaustive()
    }
}

/// What tells that a person of the file may be one of the store: the same e-mail address or telephone number together
/// with a like name. One of them alone is a question, not an answer.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct DuplicateKeys {
    /// Keys of addresses that are the person's own, as [`domain::text::Email::key`].
    pub emails: Vec<String>,
    /// Keys of telephone numbers, as [`domain::text::Phone::key`].
    pub phones: Vec<String>,
    /// The whole name, folded.
    pub name: String,
}

impl fmt::Debug for DuplicateKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "DuplicateKeys({} e-mail, {} phone)",
            self.emails.len(),
            self.phones.len()
        )
    }
}

/// A record that is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The row, counted from 1 as a spreadsheet shows it: the headings are usually in row 1.
    pub row: usize,
    /// Why.
    pub reason: Reason,
}

/// Why a record is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It names nobody.
    Empty,
    /// It has an address or a number, but no name.
    NoName,
    /// The name is too long, or holds what no name holds.
    UnusableName,
    /// The other system has made it anonymous.
    Anonymised,
    /// It has more cells than there are columns.
    ExtraCells,
    /// A cell is larger than 1 MB.
    CellTooLarge,
    /// A quotation mark is opened and not closed.
    UnclosedQuote,
    /// It ended, and its retention date has passed.
    PastRetention,
    /// A prospect whose retention date has passed.
    ProspectPast,
    /// Its retention date is today.
    DueToday,
    /// There is no date.
    NoDate,
    /// It has ended, and there is no date of the ending.
    NoEndingDate,
    /// The date cannot be read.
    UnreadableDate,
    /// The date is in the future, or before 1990.
    DateOutOfRange,
}

impl Reason {
    /// A short code to quote and to find words by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoName => "no-name",
            Self::UnusableName => "unusable-name",
            Self::Anonymised => "anonymised",
            Self::ExtraCells => "extra-cells",
            Self::CellTooLarge => "cell-too-large",
            Self::UnclosedQuote => "unclosed-quote",
            Self::PastRetention => "past-retention",
            Self::ProspectPast => "prospect-past-retention",
            Self::DueToday => "due-today",
            Self::NoDate => "no-date",
            Self::NoEndingDate => "no-ending-date",
            Self::UnreadableDate => "unreadable-date",
            Self::DateOutOfRange => "date-out-of-range",
        }
    }

    /// The reason in a sentence for the person importing.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Empty => "The row has no name, e-mail address or telephone number.",
            Self::NoName => "The row has no name.",
            Self::UnusableName => "The name is longer than 200 characters or holds none.",
            Self::Anonymised => "The other system has already made this record anonymous.",
            Self::ExtraCells => {
                "The row has more cells than there are columns; a separator may lack its quotes."
            }
            Self::CellTooLarge => "A cell of the row is larger than 1 MB.",
            Self::UnclosedQuote => "A quotation mark in the row is opened and never closed.",
            Self::PastRetention => {
                "The application ended more than six months ago and may no longer be kept."
            }
            Self::ProspectPast => {
                "The details came in more than six months ago without an application and may no longer be kept."
            }
            Self::DueToday => "The six months for which the record may be kept end today.",
            Self::NoDate => {
                "The row has no date to count six months from; give one for the file to take it in."
            }
            Self::NoEndingDate => {
                "The application has ended and the file does not say when; give a date to take it in."
            }
            Self::UnreadableDate => "The date of the row cannot be read.",
            Self::DateOutOfRange => "The date of the row is in the future or before 1990.",
        }
    }
}

/// How far the reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows read.
    pub rows: usize,
    /// Characters read, in bytes of UTF-8.
    pub bytes: usize,
    /// Of how many.
    pub of_bytes: usize,
}
