//! What kinds of documents and of sealed records are called in a pack.

use domain::document::{DocumentKind, MediaType};
use domain::sealed::SealedKind;

pub(super) const fn kind_word(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Cv => "CV",
        DocumentKind::Letter => "letter",
        DocumentKind::ApplicationForm => "application form",
        DocumentKind::Reference => "reference",
        DocumentKind::Assessment => "assessment",
        DocumentKind::Offer => "offer",
        DocumentKind::Other => "another document",
        DocumentKind::Message => "message",
    }
}

pub(super) const fn sealed_word(kind: SealedKind) -> &'static str {
    match kind {
        SealedKind::Adjustments => "adjustments",
        SealedKind::Identity => "proof of identity",
        SealedKind::RightToWork => "the right to work",
        SealedKind::CriminalRecord => "a criminal record check",
        SealedKind::Vetting => "vetting",
        SealedKind::EqualityAnswers => "answers to equality monitoring",
    }
}

pub(super) const fn media_ending(media: MediaType) -> &'static str {
    media.ending()
}
