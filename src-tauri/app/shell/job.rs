//! Long pieces of work: how far they have come, and whether they should stop.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use records::Progress;
use tauri::{AppHandle, Emitter};

use crate::ipc::status::JobProgress;

/// The jobs of this window.
pub(crate) struct Jobs {
    app: AppHandle,
    cancelled: Mutex<BTreeSet<u32>>,
}

impl Jobs {
    /// None runs.
    pub(crate) const fn new(app: AppHandle) -> Self {
        Self {
            app,
            cancelled: Mutex::new(BTreeSet::new()),
        }
    }

    /// Asks a job to stop.
    pub(crate) fn cancel(&self, job: u32) {
        self.cancelled().insert(job);
    }

    fn cancelled(&self) -> MutexGuard<'_, BTreeSet<u32>> {
        self.cancelled
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Progress for Jobs {
    fn report(&self, job: u32, done: u32, total: u32) -> ControlFlow<()> {
        if self.cancelled().remove(&job) {
            return ControlFlow::Break(());
        }
        // A page that is gone needs no telling.
        self.app
            .emit("progress", JobProgress { job, done, total })
            .unwrap_or_default();
        ControlFlow::Continue(())
    }
}
