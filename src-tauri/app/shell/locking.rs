//! Locking: by hand, when nobody is at the window, with the screen, before the laptop sleeps, and at the end.

use std::sync::{Arc, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use records::view::Nothing;
use store::Head;

use super::{Open, Shell};
use crate::idle::Idle;
use crate::ipc::error::IpcError;
use crate::ipc::status::Status;
use crate::{clipboard, sample, window};

/// How often is looked whether anybody is still at the window.
const LOOK: Duration = Duration::from_secs(1);

/// How long closing a store waits for what still works on it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Locks the window whenever nobody was at it for as long as was chosen, until the program ends.
pub(crate) fn lock_when_idle(shell: &Arc<Shell>) {
    let shell = Arc::downgrade(shell);
    thread::spawn(move || {
        while let Some(shell) = shell.upgrade() {
            if shell.is_left() {
                shell.lock_up();
            }
            drop(shell);
            thread::sleep(LOOK);
        }
    });
}

impl Shell {
    /// Closes the store, forgets its keys and begins the page anew.
    pub(crate) async fn lock(self: &Arc<Self>, _: Nothing) -> Result<Status, IpcError> {
        let shell = Arc::clone(self);
        self.blocking(move || {
            shell.lock_up();
            Ok(())
        })
        .await?;
        self.status(Nothing {}).await
    }

    /// The same for whoever is no page: stops what runs at its next safe point, closes the store, which forgets its
    /// keys, and takes back what the page and the clipboard hold.
    pub(crate) fn lock_up(&self) {
        if let Some(open) = self.release() {
            self.jobs.stop_while(|| self.put_away(open));
            self.cover();
        }
    }

    /// Somebody is at the window.
    #[expect(clippy::unused_async, reason = "every command is called alike")]
    pub(crate) async fn active(&self, _: Nothing) -> Result<Nothing, IpcError> {
        self.seen();
        Ok(Nothing {})
    }

    /// Closes the store at the program's end.
    pub(crate) fn close(&self) {
        if let Some(open) = self.release() {
            let sample = open.sample.then(|| self.folders().sample());
            self.put_away(open);
            if let Some(folder) = sample {
                // Its key is gone with the program, so what stays behind when this fails is noise.
                sample::throw_away(&folder).unwrap_or_default();
            }
        }
    }

    /// Throws away what was open of it in other programs and shown in the window, closes an open store, and has the keychain remember the journal where it is asked at sign-in.
    fn put_away(&self, open: Arc<Open>) {
        self.papers.throw_away();
        self.shown.forget();
        drop(self.dropped.take());
        let (owner, keychain) = (open.owner, open.known().keychain);
        if let Some(head) = finish(open)
            && keychain
        {
            self.keychain.keep_head(owner, head);
        }
    }

    pub(super) fn seen(&self) {
        self.idle().seen(self.forward.now());
    }

    /// Whether somebody is signed in and nobody is at the window. While work runs, whoever began it may wait for it.
    fn is_left(&self) -> bool {
        let limit = self.folders().idle_lock();
        let idle = *self.idle();
        self.current().is_some() && !self.jobs.run() && idle.is_over(self.forward.now(), limit)
    }

    fn idle(&self) -> MutexGuard<'_, Idle> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes from sight and memory what was on the page and the clipboard.
    pub(super) fn cover(&self) {
        clipboard::empty(&self.app);
        self.tell("locked");
        window::renew(&self.app);
    }

    pub(super) fn release(&self) -> Option<Arc<Open>> {
        self.slot().take()
    }
}

/// Waits until an open store is closed. Commands that are under way hold it a little longer, and are waited for:
/// who is told that the store is locked may rely on its keys being gone. Gives the journal's last entry.
pub(super) fn finish(mut open: Arc<Open>) -> Option<Head> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match Arc::try_unwrap(open) {
            Ok(open) => {
                return open.worker.close();
            }
            Err(still) => open = still,
        }
        thread::sleep(Duration::from_millis(5));
    }
    // Whoever still holds it closes it when done.
    None
}
