//! Pages: a template and its words, set by Typst into a PDF that conforms to PDF/A-2b and PDF/UA-1.
//!
//! The world that Typst sees is this file's: its templates, two fonts, and the words. There is no disk in it, no
//! network, no package and no clock.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Timelike, Utc};
use serde::Serialize;
use thiserror::Error;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::proof::CREATOR;

/// Inter, as the window has it (SIL Open Font License).
const FONTS: [&[u8]; 2] = [
    include_bytes!("fonts/Inter-Regular.otf"),
    include_bytes!("fonts/Inter-SemiBold.otf"),
];

/// What every template uses.
const HOUSE: &str = include_str!("templates/house.typ");

/// Why no PDF was made: a fault of a template, never of what it was given. Carries no part of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the document could not be set")]
pub struct PageError;

/// A template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Template {
    /// A report: a page to be read in a minute, then tables.
    Report,
    /// A letter to one person.
    Letter,
}

impl Template {
    const fn text(self) -> &'static str {
        match self {
            Self::Report => include_str!("templates/report.typ"),
            Self::Letter => include_str!("templates/letter.typ"),
        }
    }
}

/// The fonts, read once.
static TYPE: LazyLock<Vec<Font>> = LazyLock::new(|| {
    FONTS
        .into_iter()
        .filter_map(|font| Font::new(Bytes::new(font), 0))
        .collect()
});

struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    main: FileId,
    sources: [Source; 2],
    words: (FileId, Bytes),
}

impl Desk {
    fn new(template: Template, words: Vec<u8>) -> Result<Self, PageError> {
        let main = place("main.typ")?;
        Ok(Self {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(TYPE.iter())),
            main,
            sources: [
                Source::new(main, template.text().to_owned()),
                Source::new(place("house.typ")?, HOUSE.to_owned()),
            ],
            words: (place("words.json")?, Bytes::new(words)),
        })
    }
}

fn place(name: &str) -> Result<FileId, PageError> {
    let path = VirtualPath::new(name).map_err(|_error| PageError)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources
            .iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.words.0 {
            Ok(self.words.1.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        TYPE.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets words into a template.
pub(crate) fn set<T: Serialize>(
    template: Template,
    words: &T,
    at: DateTime<Utc>,
) -> Result<Vec<u8>, PageError> {
    let words = serde_json::to_vec(words).map_err(|_error| PageError)?;
    let desk = Desk::new(template, words)?;
    let bytes = compile(&desk, at);
    // What Typst keeps to be faster the next time may be about a person.
    comemo::evict(0);
    bytes
}

fn compile(desk: &Desk, at: DateTime<Utc>) -> Result<Vec<u8>, PageError> {
    let document = typst::compile::<PagedDocument>(desk)
        .output
        .map_err(|faults| told(&faults))?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some(CREATOR.into())),
        timestamp: instant(at).map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::A_2b, PdfStandard::Ua_1])
            .map_err(|_error| PageError)?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|faults| told(&faults))
}

/// What Typst says of a template is for whoever writes templates: it may quote the words.
fn told(faults: &[typst::diag::SourceDiagnostic]) -> PageError {
    debug_assert!(faults.is_empty(), "{faults:?}");
    PageError
}

fn instant(at: DateTime<Utc>) -> Option<Datetime> {
    let small = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        at.year(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
}

/// Whether the fonts have every letter of a text: PDF/A allows no sign that stands for a missing one.
pub(crate) fn has_letters(text: &str) -> bool {
    text.chars().all(has_letter)
}

fn has_letter(letter: char) -> bool {
    TYPE.iter()
        .all(|font| font.info().coverage.contains(u32::from(letter)))
}

/// A text in letters the fonts have; each they lack is a question mark.
pub(crate) fn in_letters(text: &str) -> String {
    text.chars()
        .map(|letter| if has_letter(letter) { letter } else { '?' })
        .collect()
}
