//! The copy of a paper that was seen: with which records one is kept, and which files are one.

use super::{NotCollected, SealedKind};
use crate::document::{FileName, MediaType, NotTaken, take};

impl SealedKind {
    /// Whether a copy of the paper that was seen may be kept with a record of this kind: an employer who checks the
    /// right to work keeps a clear one, and of a certificate of a criminal record nobody keeps any.
    ///
    /// # Errors
    /// [`NotCollected`] with the rule.
    pub const fn may_have_copy(self) -> Result<(), NotCollected> {
        match self {
            Self::Identity | Self::RightToWork => Ok(()),
            Self::CriminalRecord => Err(NotCollected {
                rule: "RET-10",
                sentence: "No image of a certificate is kept: record its date, its number and the decision \
                           (rule RET-10).",
            }),
            Self::Adjustments | Self::Vetting | Self::EqualityAnswers => Err(NotCollected {
                rule: "COL-04",
                sentence: "Copies are kept of identity and right-to-work papers alone (rule COL-04).",
            }),
        }
    }
}

/// What a copy's file is, if it is one: a picture or a PDF, which is what a scanner and a telephone make.
///
/// # Errors
/// [`NotTaken`] with the reason.
pub fn take_copy(name: &FileName, bytes: &[u8]) -> Result<MediaType, NotTaken> {
    match take(name, bytes)? {
        media @ (MediaType::Pdf | MediaType::Png | MediaType::Jpeg) => Ok(media),
        MediaType::Docx | MediaType::Odt | MediaType::Rtf | MediaType::Text => {
            Err(NotTaken::NotACopy)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RULEBOOK COL-04 and RET-10; the Home Office's guide asks for a copy of what showed the right to work.
    #[test]
    fn copies_are_kept_of_identity_and_right_to_work_papers_and_of_no_certificate() {
        let answers: Vec<_> = SealedKind::ALL
            .iter()
            .map(|kind| (*kind, kind.may_have_copy().err().map(|no| no.rule)))
            .collect();
        assert_eq!(
            answers,
            [
                (SealedKind::Adjustments, Some("COL-04")),
                (SealedKind::Identity, None),
                (SealedKind::RightToWork, None),
                (SealedKind::CriminalRecord, Some("RET-10")),
                (SealedKind::Vetting, Some("COL-04")),
                (SealedKind::EqualityAnswers, Some("COL-04")),
            ]
        );
    }

    #[test]
    fn a_copy_is_a_picture_or_a_pdf_whatever_it_is_called() {
        for (file, bytes, answer) in [
            ("a.pdf", b"%PDF-1.7\n".as_slice(), Ok(MediaType::Pdf)),
            ("a.png", b"\x89PNG\r\n\x1a\n\0", Ok(MediaType::Png)),
            ("a.jpg", b"\xff\xd8\xff\xe0", Ok(MediaType::Jpeg)),
            ("a.txt", b"Hello", Err(NotTaken::NotACopy)),
            ("a.rtf", b"{\\rtf1 Hello}", Err(NotTaken::NotACopy)),
            ("a.pdf", b"Hello", Err(NotTaken::WrongEnding)),
            ("a.pdf", b"", Err(NotTaken::Empty)),
        ] {
            let name = FileName::parse(file).unwrap();
            assert_eq!(take_copy(&name, bytes), answer, "{file}");
        }
    }
}
