//! This computer's keychain: a way in without a passphrase, and a memory of the journal outside the store's folder.
//!
//! Calls to a keychain can hang for ever, and several at once have crashed one. So one thread makes them, one after
//! the other, and nobody waits longer than [`PATIENCE`]; a thread that is not back by then is given up for another.
//! Nothing depends on an answer: the passphrase always opens the store.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use domain::id::AccountId;
use keyring_core::{Entry, Error};
use serde::Serialize;
use store::{DeviceSecret, Head, keychain_entry};
use tokio::sync::oneshot;
use uuid::Uuid;
use zeroize::Zeroizing;

/// How long anybody waits for the keychain.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why the keychain was of no use. The passphrase still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) enum KeychainFault {
    /// This computer has none, or it does not run.
    Missing,
    /// It is locked, or was not allowed to answer.
    Locked,
    /// It did not answer in time.
    Silent,
    /// It keeps nothing for this person and these records.
    Empty,
    /// What it keeps does not open the records.
    Wrong,
}

/// Whose entries: an account's of one store.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Owner {
    pub(crate) store: Uuid,
    pub(crate) account: AccountId,
}

/// What is kept for an owner.
#[derive(Clone, Copy, Debug)]
enum Item {
    /// The secret that opens the account's keys.
    WayIn,
    /// The journal's last entry as it was.
    Head,
}

impl Item {
    const fn word(self) -> &'static str {
        match self {
            Self::WayIn => "sign-in",
            Self::Head => "journal",
        }
    }
}

type Job = Box<dyn FnOnce() + Send>;

/// A thread that makes the calls. It ends when nobody can ask it for one any more.
struct Caller {
    jobs: Sender<Job>,
    /// When the call that is under way began.
    calling_since: Arc<Mutex<Option<Instant>>>,
}

impl Caller {
    fn start() -> Self {
        let (jobs, queue) = channel::<Job>();
        let calling_since = Arc::new(Mutex::new(None));
        let since = Arc::clone(&calling_since);
        thread::spawn(move || {
            for job in queue {
                *held(&since) = Some(Instant::now());
                job();
                *held(&since) = None;
            }
        });
        Self {
            jobs,
            calling_since,
        }
    }

    fn hangs(&self) -> bool {
        held(&self.calling_since).is_some_and(|since| since.elapsed() >= PATIENCE)
    }
}

/// A handle on the keychain.
pub(crate) struct Keychain {
    caller: Mutex<Caller>,
}

impl Keychain {
    /// Starts the thread. The keychain is not spoken to until there is something to ask.
    pub(crate) fn start() -> Self {
        Self {
            caller: Mutex::new(Caller::start()),
        }
    }

    /// The secret by which somebody signs in on this computer.
    pub(crate) async fn way_in(&self, owner: Owner) -> Result<DeviceSecret, KeychainFault> {
        let text = self.read(owner, Item::WayIn).await?;
        let bytes = hex::decode(text.as_bytes()).map(Zeroizing::new);
        bytes
            .ok()
            .and_then(|bytes| DeviceSecret::from_bytes(&bytes))
            .ok_or(KeychainFault::Wrong)
    }

    /// Keeps the secret by which somebody is going to sign in.
    pub(crate) async fn keep_way_in(
        &self,
        owner: Owner,
        secret: &DeviceSecret,
    ) -> Result<(), KeychainFault> {
        let text = Zeroizing::new(hex::encode(secret.bytes()));
        self.ask(owner, Item::WayIn, move |entry| entry.set_password(&text))
            .await
    }

    /// The journal's last entry, as it was when it was kept.
    pub(crate) async fn head(&self, owner: Owner) -> Option<Head> {
        let text = self.read(owner, Item::Head).await.ok()?;
        Head::from_text(&text)
    }

    /// Keeps the journal's last entry. One that can't be kept leaves an earlier one, which is still true.
    pub(crate) fn keep_head(&self, owner: Owner, head: Head) {
        let text = head.to_text();
        drop(self.queue(owner, Item::Head, move |entry| entry.set_password(&text)));
    }

    /// Forgets everything that is kept for an owner. What can't be taken out now opens nothing any more.
    pub(crate) fn forget(&self, owner: Owner) {
        for item in [Item::WayIn, Item::Head] {
            drop(self.queue(owner, item, Entry::delete_credential));
        }
    }

    async fn read(&self, owner: Owner, item: Item) -> Result<Zeroizing<String>, KeychainFault> {
        self.ask(owner, item, |entry| {
            entry.get_password().map(Zeroizing::new)
        })
        .await
    }

    /// Makes a call and waits for its answer.
    async fn ask<T: Send + 'static>(
        &self,
        owner: Owner,
        item: Item,
        call: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, KeychainFault> {
        match tokio::time::timeout(PATIENCE, self.queue(owner, item, call)).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_dropped)) => Err(KeychainFault::Missing),
            Err(_elapsed) => Err(KeychainFault::Silent),
        }
    }

    /// Has the thread make a call, once those before it are done.
    fn queue<T: Send + 'static>(
        &self,
        owner: Owner,
        item: Item,
        call: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, KeychainFault>> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move || {
            let done = entry(owner, item).and_then(|entry| call(&entry));
            // Whoever asked may have stopped waiting.
            drop(answer.send(done.map_err(|error| fault(&error))));
        });
        let mut caller = held(&self.caller);
        if caller.hangs() {
            *caller = Caller::start();
        }
        // Without its thread the answer is never sent, and whoever waits is told so.
        caller.jobs.send(job).unwrap_or_default();
        answered
    }
}

fn held<T>(place: &Mutex<T>) -> MutexGuard<'_, T> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}

fn entry(owner: Owner, item: Item) -> Result<Entry, Error> {
    let Owner { store, account } = owner;
    keychain_entry(&format!("{store}/{}/{}", account.uuid(), item.word()))
}

fn fault(error: &Error) -> KeychainFault {
    match error {
        Error::NoEntry => KeychainFault::Empty,
        Error::NoStorageAccess(_) => KeychainFault::Locked,
        Error::BadEncoding(_) | Error::BadDataFormat(..) | Error::Ambiguous(_) => {
            KeychainFault::Wrong
        }
        Error::PlatformFailure(_)
        | Error::BadStoreFormat(_)
        | Error::TooLong(..)
        | Error::Invalid(..)
        | Error::NoDefaultStore
        | Error::NotSupportedByStore(_)
        | _ => KeychainFault::Missing,
    }
}
