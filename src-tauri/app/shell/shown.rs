//! The document that is shown in the window: its file, in memory, for as long as somebody looks at it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use records::document::{DocumentFile, OneDocument};

/// The document that is shown, if one is.
#[derive(Default)]
pub(super) struct Shown(Mutex<Option<(OneDocument, Arc<DocumentFile>)>>);

impl Shown {
    /// The file of a document, where it is the one that is shown.
    pub(super) fn of(&self, which: OneDocument) -> Option<Arc<DocumentFile>> {
        self.slot()
            .as_ref()
            .filter(|(shown, _)| *shown == which)
            .map(|(_, file)| Arc::clone(file))
    }

    /// Shows a document in the place of the one before.
    pub(super) fn keep(&self, which: OneDocument, file: Arc<DocumentFile>) {
        *self.slot() = Some((which, file));
    }

    /// Shows none.
    pub(super) fn forget(&self) {
        *self.slot() = None;
    }

    fn slot(&self) -> MutexGuard<'_, Option<(OneDocument, Arc<DocumentFile>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
