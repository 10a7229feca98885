//! A report as words: what its PDF sets and its CSV lists.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::page::{self, PageError, Template, in_letters};
use crate::proof::{CSV_HEAD, Form, JSON_HEAD, Unsigned};

/// A report in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// What it is: "Erasure report".
    pub title: String,
    /// Which: "E-0007".
    pub number: String,
    /// Whose.
    pub organisation: String,
    /// What a director needs to know, in a few words.
    pub headline: String,
    /// The same in a sentence or two.
    pub lede: Vec<String>,
    /// What matters most, beside its name.
    pub facts: Vec<Fact>,
    /// The rest.
    pub sections: Vec<Section>,
    /// At the foot of every page.
    pub foot: String,
}

/// A fact beside its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// Its name.
    pub label: String,
    /// The fact.
    pub value: String,
}

impl Fact {
    /// A fact.
    pub fn new(label: &str, value: impl Into<String>) -> Self {
        Self {
            label: label.to_owned(),
            value: value.into(),
        }
    }
}

/// A part with a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// The heading.
    pub title: String,
    /// What is said before the table, or in its place.
    pub words: Vec<String>,
    /// The heads of the table's columns; none where there is no table. The first names the row.
    pub head: Vec<String>,
    /// The columns that hold figures, from nought.
    pub figures: Vec<usize>,
    /// How wide each column is, in shares.
    pub widths: Vec<u8>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Section {
    /// A part without a table.
    pub fn of_words(title: &str, words: Vec<String>) -> Self {
        Self {
            title: title.to_owned(),
            words,
            ..Self::default()
        }
    }
}

impl Document {
    /// The report as a file that is not signed yet.
    ///
    /// # Errors
    /// [`PageError`] when a PDF can't be set.
    pub fn unsigned(
        &self,
        form: Form,
        report: &Value,
        at: DateTime<Utc>,
    ) -> Result<Unsigned, PageError> {
        match form {
            Form::Pdf => self.pdf(at),
            Form::Csv => Ok(self.csv()),
            Form::Json => Ok(as_json(report)),
        }
    }

    /// The report as a PDF that carries no proof: one that is handed to the person it is about.
    ///
    /// # Errors
    /// [`PageError`] when it can't be set.
    pub fn plain_pdf(&self, at: DateTime<Utc>) -> Result<Vec<u8>, PageError> {
        page::set(Template::Report, &self.in_letters(), at)
    }

    fn pdf(&self, at: DateTime<Utc>) -> Result<Unsigned, PageError> {
        let bytes = self.plain_pdf(at)?;
        let place = bytes
            .windows(START.len())
            .rposition(|window| window == START)
            .ok_or(PageError)?;
        let (before, after) = bytes.split_at_checked(place).ok_or(PageError)?;
        Ok(Unsigned::new(
            Form::Pdf,
            [before, b"%"].concat(),
            [b"\n", after].concat(),
        ))
    }

    fn csv(&self) -> Unsigned {
        let head: Vec<u8> = CSV_HEAD
            .as_bytes()
            .iter()
            .copied()
            .chain(b"Item,What,Value\r\n".iter().copied())
            .collect();
        let mut rows = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(head);
        let mut row = |part: &str, item: &str, what: &str, value: &str| {
            // Writing to memory does not fail.
            rows.write_record([part, item, what, value].map(guarded))
                .unwrap_or_default();
        };
        row("Report", &self.title, "Number", &self.number);
        row("Report", &self.title, "Organisation", &self.organisation);
        row("Report", &self.title, "Result", &self.headline);
        for words in &self.lede {
            row("Report", &self.title, "Remark", words);
        }
        for fact in &self.facts {
            row("Summary", &fact.label, "", &fact.value);
        }
        for section in &self.sections {
            for words in &section.words {
                row(&section.title, "", "Remark", words);
            }
            for cells in &section.rows {
                let item = cells.first().map(String::as_str).unwrap_or_default();
                for (what, value) in section.head.iter().zip(cells).skip(1) {
                    row(&section.title, item, what, value);
                }
            }
        }
        let mut before = rows.into_inner().unwrap_or_default();
        before.extend(b"Proof,,,");
        Unsigned::new(Form::Csv, before, b"\r\n".to_vec())
    }

    /// The same in letters the fonts have.
    fn in_letters(&self) -> Self {
        let all = |texts: &[String]| texts.iter().map(|text| in_letters(text)).collect();
        Self {
            title: in_letters(&self.title),
            number: in_letters(&self.number),
            organisation: in_letters(&self.organisation),
            headline: in_letters(&self.headline),
            lede: all(&self.lede),
            facts: self
                .facts
                .iter()
                .map(|fact| Fact::new(&fact.label, in_letters(&fact.value)))
                .collect(),
            sections: self
                .sections
                .iter()
                .map(|section| Section {
                    words: all(&section.words),
                    rows: section.rows.iter().map(|row| all(row)).collect(),
                    ..section.clone()
                })
                .collect(),
            foot: in_letters(&self.foot),
        }
    }
}

/// What the proof stands before in a PDF.
const START: &[u8] = b"startxref";

fn as_json(report: &Value) -> Unsigned {
    let pretty = serde_json::to_string_pretty(report).unwrap_or_default();
    let before = format!(
        "{JSON_HEAD}\"report\",\n  \"format\": 1,\n  \"report\": {},\n  \"proof\": \"",
        pretty.replace('\n', "\n  ")
    );
    Unsigned::new(Form::Json, before.into_bytes(), b"\"\n}\n".to_vec())
}

/// A cell that no spreadsheet takes for a formula.
pub fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
