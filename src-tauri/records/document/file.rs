//! Files on the disk that are to become documents.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use domain::document::{FileName, LARGEST, take};
use intake::IntakeError;
use intake::document::apart;
pub use intake::document::apart::serve as read_if_asked;
use zeroize::Zeroizing;

use crate::error::Error;

/// A file that is to become a document.
#[derive(Debug)]
pub struct NewFile {
    /// What it is called.
    pub name: FileName,
    /// What is in it.
    pub content: Zeroizing<Vec<u8>>,
    /// Its words, where any could be read.
    pub text: Option<Zeroizing<String>>,
}

impl NewFile {
    /// Reads a file from the disk, no larger than is taken, and the words in it, by a process of its own.
    ///
    /// # Errors
    /// [`Error::Import`] when it can't be read, [`Error::Invalid`] when it can't be taken.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let (name, content) = read_file(path)?;
        let media = take(&name, &content)
            .map_err(|not_taken| Error::invalid("file", not_taken.to_string()))?;
        let text = apart::read(media, &content);
        Ok(Self {
            name,
            content,
            text,
        })
    }
}

/// What a file is called and what is in it, as far as it is no larger than is taken.
///
/// # Errors
/// [`Error::Import`] when it can't be read, [`Error::Invalid`] when it is none.
pub(crate) fn read_file(path: &Path) -> Result<(FileName, Zeroizing<Vec<u8>>), Error> {
    let unreadable = |error: std::io::Error| Error::Import(IntakeError::from_io(&error));
    let called = path.file_name().unwrap_or_default().to_string_lossy();
    let name = FileName::parse(&called).map_err(|_error| {
        Error::invalid(
            "file",
            "The file has no name that can be kept. Give it another.",
        )
    })?;
    if path.is_dir() {
        return Err(Error::invalid(
            "file",
            "This is a folder. Add the files that are in it.",
        ));
    }
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let mut content = Zeroizing::new(Vec::new());
    File::open(path)
        .and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut content))
        .map_err(unreadable)?;
    Ok((name, content))
}
