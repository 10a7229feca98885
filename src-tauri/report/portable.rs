//! What somebody gave, in a form for other programs (UK GDPR Art 20; RULEBOOK DSR-13): a JSON Resume, all of it as CSV, and the
//! files they gave, in one ZIP. It is for that person alone, carries no proof, and nothing of it is kept.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use crate::document::guarded;
use crate::pack::{PackPaper, PackSection, PackText, Withheld, zip_of};
use crate::page::PageError;

/// Where the schema of a JSON Resume lies, in the version that is written.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// Who somebody is and what they can do, as far as it is kept in fields. What a CV says stays in its file, which comes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resume {
    /// Their name.
    pub name: String,
    /// The e-mail address to use first.
    pub email: Option<String>,
    /// The telephone number to use first.
    pub phone: Option<String>,
    /// Their postal address, in lines.
    pub address: Option<String>,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Skills, one each.
    pub skills: Vec<String>,
}

/// What somebody gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortablePack {
    /// What fits a JSON Resume.
    pub resume: Resume,
    /// All of it, table by table.
    pub sections: Vec<PackSection>,
    /// Documents by their words, where names of others are withheld in them.
    pub texts: Vec<PackText>,
    /// Documents by their files.
    pub papers: Vec<PackPaper>,
    /// What they gave and is not given here, by kind.
    pub withheld: Vec<Withheld>,
    /// When it is made.
    pub at: DateTime<Utc>,
}

#[derive(Serialize)]
struct Json<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    basics: Basics<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skills: Vec<Skill<'a>>,
    meta: Meta,
}

#[derive(Serialize)]
struct Basics<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<&'a str>,
}

#[derive(Serialize)]
struct Skill<'a> {
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Meta {
    canonical: &'static str,
    version: &'static str,
    last_modified: String,
}

impl PortablePack {
    /// The pack as a ZIP.
    ///
    /// # Errors
    /// [`PageError`] when it can't be put together.
    pub fn zip(&self) -> Result<Vec<u8>, PageError> {
        let mut files = vec![
            ("resume.json".to_owned(), self.json()),
            ("what-you-gave.csv".to_owned(), self.csv()),
        ];
        for (place, text) in self.texts.iter().enumerate() {
            let name = format!("documents/words-{:02}.txt", place + 1);
            files.push((name, text.words.clone().into_bytes()));
        }
        for paper in &self.papers {
            files.push((format!("documents/{}", paper.name), paper.bytes.clone()));
        }
        zip_of(&files)
    }

    /// What fits a JSON Resume, version 1.0.0.
    pub fn json(&self) -> Vec<u8> {
        let resume = &self.resume;
        let (address, postal_code) = (resume.address.as_deref(), resume.postcode.as_deref());
        let json = Json {
            schema: SCHEMA,
            basics: Basics {
                name: &resume.name,
                email: resume.email.as_deref(),
                phone: resume.phone.as_deref(),
                location: address.or(postal_code).map(|_| Location {
                    address,
                    postal_code,
                }),
            },
            skills: resume.skills.iter().map(|name| Skill { name }).collect(),
            meta: Meta {
                canonical: SCHEMA,
                version: "v1.0.0",
                last_modified: self.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            },
        };
        serde_json::to_vec_pretty(&json).unwrap_or_default()
    }

    /// All of it, a line a value. No spreadsheet takes a cell for a formula.
    pub fn csv(&self) -> Vec<u8> {
        let mut rows = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        let mut row = |cells: [&str; 4]| {
            // Writing to memory does not fail.
            rows.write_record(cells.map(guarded)).unwrap_or_default();
        };
        row(["Part", "No.", "What", "Value"]);
        for section in &self.sections {
            for (place, line) in section.lines.iter().enumerate() {
                let number = (place + 1).to_string();
                for (what, value) in line {
                    row([&section.title, &number, what, value]);
                }
            }
        }
        for (place, text) in self.texts.iter().enumerate() {
            let number = (place + 1).to_string();
            row(["Documents by their words", &number, "What", &text.what]);
        }
        for paper in &self.papers {
            row(["Documents", "", &paper.what, &paper.name]);
        }
        for part in &self.withheld {
            row([
                "Not given",
                &part.count.to_string(),
                &part.kind,
                &part.because,
            ]);
        }
        rows.into_inner().unwrap_or_default()
    }
}
