//! Files that are no table of text, known by their first bytes.

/// A kind of file people choose by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// An Excel, Word or other zipped document, or a zip archive.
    Zip,
    /// An Excel or Word file of the older kind.
    OldOffice,
    /// A picture.
    Picture,
    /// A compressed archive that is not a zip.
    Archive,
    /// A rich text document.
    RichText,
    /// A web page; some systems give one the ending `.xls`.
    WebPage,
    /// A database file.
    Database,
    /// A program.
    Program,
    /// Structured data as JSON.
    Json,
    /// Structured data as XML.
    Xml,
    /// Bytes that are no text.
    Binary,
}

impl FileKind {
    /// What it is, in words that fit behind "this is".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF document",
            Self::Zip => "an Excel workbook or a zip archive",
            Self::OldOffice => "an Excel or Word file of the older kind",
            Self::Picture => "a picture",
            Self::Archive => "a compressed archive",
            Self::RichText => "a formatted document",
            Self::WebPage => "a web page, whatever its name says",
            Self::Database => "a database file",
            Self::Program => "a program",
            Self::Json => "a JSON file",
            Self::Xml => "an XML file",
            Self::Binary => "not a text file",
        }
    }

    /// What to do, in words.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Zip => {
                "open it, save the sheet as \"CSV UTF-8\" (or unpack the archive) and choose that file"
            }
            Self::OldOffice | Self::WebPage => {
                "open it in a spreadsheet, save it as \"CSV UTF-8\" and choose that file"
            }
            Self::Archive => "unpack it and choose the CSV file inside",
            Self::Pdf
            | Self::Picture
            | Self::RichText
            | Self::Database
            | Self::Program
            | Self::Json
            | Self::Xml
            | Self::Binary => {
                "export the applicants from the other system as CSV and choose that file"
            }
        }
    }

    /// The kind the first bytes show, where they show one that holds no rows.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        const SIGNS: &[(&[u8], FileKind)] = &[
            (b"%PDF", FileKind::Pdf),
            (b"PK\x03\x04", FileKind::Zip),
            (b"PK\x05\x06", FileKind::Zip),
            (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
            (b"\x89PNG", FileKind::Picture),
            (b"\xff\xd8\xff", FileKind::Picture),
            (b"GIF8", FileKind::Picture),
            (b"\x1f\x8b", FileKind::Archive),
            (b"7z\xbc\xaf", FileKind::Archive),
            (b"Rar!", FileKind::Archive),
            (b"{\\rtf", FileKind::RichText),
            (b"SQLite format 3\0", FileKind::Database),
            (b"\x7fELF", FileKind::Program),
            (b"MZ\x90\0", FileKind::Program),
        ];
        SIGNS
            .iter()
            .find(|(sign, _)| bytes.starts_with(sign))
            .map(|(_, kind)| *kind)
    }

    /// The kind the first characters show, once decoded.
    pub fn of_text(text: &str) -> Option<Self> {
        let start: String = text
            .trim_start()
            .chars()
            .take(16)
            .flat_map(char::to_lowercase)
            .collect();
        if start.starts_with("<!doctype html")
            || start.starts_with("<html")
            || start.starts_with("<table")
        {
            Some(Self::WebPage)
        } else if start.starts_with("<?xml") {
            Some(Self::Xml)
        } else if start.starts_with("{\"") || start.starts_with("[{") || start.starts_with("{\n") {
            Some(Self::Json)
        } else {
            None
        }
    }
}
