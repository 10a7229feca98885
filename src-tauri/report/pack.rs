//! The access pack: what is held of one person, in a PDF to read, a JSON to use, and the files of their documents, in one ZIP
//! (UK GDPR Art 15; RULEBOOK DSR-08). It is for that person alone, carries no proof, and nothing of it is kept.

use std::io::{Cursor, Write};

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::london_date;
use domain::dates::plain;
use serde::Serialize;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::document::{Document, Fact, Section};
use crate::erasure::Operator;
use crate::page::PageError;

/// The most letters of a value in one cell of the PDF, so that a page can hold it.
const LONGEST_CELL: usize = 1200;

/// One table of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PackSection {
    /// What it is.
    pub title: String,
    /// Its lines: each a list of names with what they say.
    pub lines: Vec<Vec<(String, String)>>,
}

/// The file of a document in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackPaper {
    /// What it is called there: "01-cv.pdf".
    pub name: String,
    /// What it is.
    pub what: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A document that is given by its words, since names of others are withheld in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PackText {
    /// What it is.
    pub what: String,
    /// Its words.
    pub words: String,
}

/// A kind of thing that is held and not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Withheld {
    /// What it is.
    pub kind: String,
    /// Why it is not given.
    pub because: String,
    /// How many.
    pub count: usize,
}

/// What is held of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessPack {
    /// The controller.
    pub organisation: String,
    /// What the request is called: "R-0001".
    pub number: String,
    /// Whose data.
    pub name: String,
    /// The day the request came in.
    pub received_on: NaiveDate,
    /// When the pack is made.
    pub at: DateTime<Utc>,
    /// Who makes it.
    pub by: Operator,
    /// Table by table.
    pub sections: Vec<PackSection>,
    /// Documents by their words.
    pub texts: Vec<PackText>,
    /// Documents by their files.
    pub papers: Vec<PackPaper>,
    /// What is not given, by kind.
    pub withheld: Vec<Withheld>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Json<'a> {
    organisation: &'a str,
    request: &'a str,
    name: &'a str,
    received_on: NaiveDate,
    made_at: DateTime<Utc>,
    about: Vec<Told>,
    held: &'a [PackSection],
    texts: &'a [PackText],
    files: Vec<File<'a>>,
    withheld: &'a [Withheld],
}

#[derive(Serialize)]
struct Told {
    title: &'static str,
    words: Vec<String>,
}

#[derive(Serialize)]
struct File<'a> {
    name: String,
    what: &'a str,
    bytes: usize,
}

impl AccessPack {
    /// The pack as a ZIP.
    ///
    /// # Errors
    /// [`PageError`] when the PDF can't be set.
    pub fn zip(&self) -> Result<Vec<u8>, PageError> {
        let mut files = vec![
            ("what-we-hold.pdf".to_owned(), self.pdf()?),
            ("what-we-hold.json".to_owned(), self.json()),
        ];
        for paper in &self.papers {
            files.push((format!("documents/{}", paper.name), paper.bytes.clone()));
        }
        zip_of(&files)
    }

    /// The pack as a PDF.
    ///
    /// # Errors
    /// [`PageError`] when it can't be set.
    pub fn pdf(&self) -> Result<Vec<u8>, PageError> {
        self.document().plain_pdf(self.at)
    }

    /// The pack as JSON.
    pub fn json(&self) -> Vec<u8> {
        let json = Json {
            organisation: &self.organisation,
            request: &self.number,
            name: &self.name,
            received_on: self.received_on,
            made_at: self.at,
            about: Self::told(),
            held: &self.sections,
            texts: &self.texts,
            files: self
                .papers
                .iter()
                .map(|paper| File {
                    name: format!("documents/{}", paper.name),
                    what: &paper.what,
                    bytes: paper.bytes.len(),
                })
                .collect(),
            withheld: &self.withheld,
        };
        serde_json::to_vec_pretty(&json).unwrap_or_default()
    }

    fn document(&self) -> Document {
        let mut sections: Vec<Section> = Self::told()
            .into_iter()
            .map(|told| Section::of_words(told.title, told.words))
            .collect();
        sections.push(self.withheld_section());
        sections.extend(
            self.sections
                .iter()
                .filter(|section| !section.lines.is_empty())
                .map(section_of),
        );
        for text in &self.texts {
            sections.push(Section::of_words(
                &format!("{}, by its words", text.what),
                cells(&text.words),
            ));
        }
        if !self.papers.is_empty() {
            sections.push(Section {
                title: "Files that come with this".to_owned(),
                head: vec!["File".to_owned(), "What".to_owned()],
                widths: vec![1, 1],
                rows: self
                    .papers
                    .iter()
                    .map(|paper| vec![format!("documents/{}", paper.name), paper.what.clone()])
                    .collect(),
                ..Section::default()
            });
        }
        Document {
            title: "What we hold of you".to_owned(),
            number: self.number.clone(),
            organisation: self.organisation.clone(),
            headline: self.name.clone(),
            lede: vec![
                format!(
                    "Your request reached us on {}. This is a copy of the personal data we hold of you as an applicant, and \
                     what else the law says you are to be told.",
                    plain(self.received_on)
                ),
                "The same is in a file for other programs beside this one; a letter that could not be printed here is a \
                 question mark, and stands right there."
                    .to_owned(),
            ],
            facts: vec![
                Fact::new("Request", self.number.clone()),
                Fact::new("Put together on", plain(london_date(self.at))),
                Fact::new("By", format!("{}, {}", self.by.name, self.by.role)),
            ],
            sections,
            foot: format!("{}: {}", self.organisation, self.number),
        }
    }

    fn withheld_section(&self) -> Section {
        let title = "What we hold and do not give here";
        if self.withheld.is_empty() {
            return Section::of_words(title, vec!["Nothing.".to_owned()]);
        }
        Section {
            title: title.to_owned(),
            head: ["What", "How many", "Why"].map(str::to_owned).to_vec(),
            figures: vec![1],
            widths: vec![4, 2, 6],
            rows: self
                .withheld
                .iter()
                .map(|part| {
                    vec![
                        part.kind.clone(),
                        part.count.to_string(),
                        part.because.clone(),
                    ]
                })
                .collect(),
            ..Section::default()
        }
    }

    /// What else they are told (UK GDPR Art 15(1) and (2)).
    fn told() -> Vec<Told> {
        let told = |title: &'static str, words: &[&str]| Told {
            title,
            words: words.iter().map(|&text| text.to_owned()).collect(),
        };
        vec![
            told(
                "What it is used for",
                &[
                    "To move your application forward and for checks before employment (UK GDPR Article 6(1)(b), a \
                     contract you asked for).",
                    "To reply to you, to tell you how an application stands, to find the right candidate and to take \
                     references with your agreement (Article 6(1)(f), our legitimate interests).",
                    "To meet duties under employment and data protection law, and for legal claims (Article 6(1)(c)).",
                    "To keep your record longer or on a reserve list, only where you allowed it (Article 6(1)(a)).",
                ],
            ),
            told(
                "How long it is kept",
                &[
                    "For the recruitment and, where you were not chosen, at most six months from the outcome; longer only \
                     with your permission, or while a legal claim or a request of yours keeps it. Below, each record says \
                     the day it goes, where there is one.",
                ],
            ),
            told(
                "Who receives it",
                &[
                    "Inside, those with a part in the role: below it is said which roles had to do with your record, and \
                     when. Outside, those who are listed below under what was given to others; the kinds of recipient our \
                     privacy notice names are MPs’ offices and departments, recruiters and process managers, and suppliers \
                     of software for tracking, HR, communication, surveys, the website and cloud services.",
                    "Nothing was sent outside the United Kingdom by the program that made this. Where a recipient works \
                     abroad, it is under an adequacy regulation or the agreement the law asks for; ask us for a copy.",
                ],
            ),
            told(
                "Where it came from",
                &["From you, unless it says otherwise below."],
            ),
            told(
                "Decisions by machines",
                &[
                    "None: no score is added up, nobody is ranked and nobody is turned down by a machine.",
                ],
            ),
            told(
                "Your rights",
                &[
                    "You may ask us to correct or erase data, to restrict their use, and for what you gave us in a form for \
                     other programs; you may object to uses in our legitimate interests, and withdraw a permission at any \
                     time.",
                    "You may complain to us, and we confirm within 30 days that we have your complaint; to the Information \
                     Commissioner (ico.org.uk, 0303 123 1113); and you may go to court.",
                ],
            ),
        ]
    }
}

/// Files in one ZIP.
pub(crate) fn zip_of(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, PageError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .map_err(|_error| PageError)?;
        zip.write_all(bytes).map_err(|_error| PageError)?;
    }
    Ok(zip.finish().map_err(|_error| PageError)?.into_inner())
}

fn section_of(section: &PackSection) -> Section {
    let many = section.lines.len() > 1;
    let rows = section.lines.iter().enumerate().flat_map(|(place, line)| {
        line.iter().flat_map(move |(label, value)| {
            cells(value)
                .into_iter()
                .enumerate()
                .map(move |(part, cell)| {
                    let label = if part == 0 {
                        label.clone()
                    } else {
                        format!("{label} (goes on)")
                    };
                    let number = if many {
                        (place + 1).to_string()
                    } else {
                        String::new()
                    };
                    vec![number, label, cell]
                })
        })
    });
    Section {
        title: section.title.clone(),
        head: ["No.", "What", "Held"].map(str::to_owned).to_vec(),
        figures: vec![0],
        widths: vec![1, 4, 9],
        rows: rows.collect(),
        ..Section::default()
    }
}

/// A text in pieces that fit on a page, cut between words.
fn cells(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut cell = String::new();
    for word in text.split_inclusive(char::is_whitespace) {
        if !cell.is_empty() && cell.len() + word.len() > LONGEST_CELL {
            found.push(std::mem::take(&mut cell));
        }
        cell.push_str(word);
    }
    found.push(cell);
    found
}
