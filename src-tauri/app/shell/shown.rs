//! The document, or the copy of a paper, that is shown in the window: its file, in memory, for as long as somebody looks
//! at it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use records::document::{DocumentFile, OneDocument};
use records::sealed::OpenSealed;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looked {
    /// A document.
    Document(OneDocument),
    /// A copy that is sealed, for a purpose: for another it is opened anew.
    Copy(OpenSealed),
}

/// What is shown, if anything is.
#[derive(Default)]
pub(super) struct Shown(Mutex<Option<(Looked, Arc<DocumentFile>)>>);

impl Shown {
    /// The file, where it is the one that is shown.
    pub(super) fn of(&self, which: Looked) -> Option<Arc<DocumentFile>> {
        self.slot()
            .as_ref()
            .filter(|(shown, _)| *shown == which)
            .map(|(_, file)| Arc::clone(file))
    }

    /// Shows a file in the place of the one before.
    pub(super) fn keep(&self, which: Looked, file: Arc<DocumentFile>) {
        *self.slot() = Some((which, file));
    }

    /// Shows none.
    pub(super) fn forget(&self) {
        *self.slot() = None;
    }

    fn slot(&self) -> MutexGuard<'_, Option<(Looked, Arc<DocumentFile>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
