//! Coming in: a new store, a passphrase, the keychain, the recovery sheet, the sample organisation.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use records::backup;
use records::organisation::{self, Entered, NewStore, PutBack};
use records::passphrase::{self, PassphraseRating, RatePassphrase};
use records::view::Nothing;
use records::{Session, Summary};
use store::DeviceSecret;

use super::locking::finish;
use super::{Known, Open, Shell};
use crate::dialog;
use crate::ipc::error::IpcError;
use crate::ipc::status::{
    BackupView, ChosenBackup, CreateStore, Recover, RestoreBackup, RestoredBackup, SignIn,
    SignInByKeychain, Status, UseKeychain,
};
use crate::keychain::{KeychainFault, Owner};
use crate::worker::Worker;
use crate::{places, sample};

impl Shell {
    /// Makes a store with its first account and signs in.
    pub(crate) async fn create_store(&self, request: CreateStore) -> Result<Status, IpcError> {
        let folder = self.folders().store();
        let clock = Arc::clone(&self.clock);
        let new = NewStore {
            organisation: request.organisation,
            name: request.name,
            passphrase: request.passphrase,
            inducted_on: request.inducted_on,
        };
        let entered = self
            .blocking(move || organisation::create(&folder, new, clock.as_ref()))
            .await?;
        self.take(entered, false)?;
        self.status(Nothing {}).await
    }

    /// Says how hard a passphrase is to guess; the estimate takes too long for the window's own thread.
    pub(crate) async fn rate_passphrase(
        &self,
        request: RatePassphrase,
    ) -> Result<PassphraseRating, IpcError> {
        self.blocking(move || Ok(passphrase::rate(&request))).await
    }

    /// Signs in by the recovery sheet.
    pub(crate) async fn recover(&self, request: Recover) -> Result<Status, IpcError> {
        let folder = self.folders().store();
        let clock = Arc::clone(&self.clock);
        let recovery = records::keys::Recovery {
            name: request.name,
            code: request.code,
            passphrase: request.passphrase,
        };
        let entered = self
            .blocking(move || records::keys::recover(&folder, recovery, clock.as_ref()))
            .await?;
        self.take(entered, false)?;
        self.status(Nothing {}).await
    }

    /// Signs in.
    pub(crate) async fn sign_in(self: &Arc<Self>, request: SignIn) -> Result<Status, IpcError> {
        let folder = self.folders().store();
        let clock = Arc::clone(&self.clock);
        let entered = self
            .blocking(move || {
                let open = if request.as_it_is {
                    organisation::sign_in_as_it_is
                } else {
                    organisation::sign_in
                };
                open(&folder, &request.name, &request.passphrase, clock.as_ref())
            })
            .await?;
        self.compare_head(&self.take(entered, false)?);
        self.status(Nothing {}).await
    }

    /// Puts the second copy of the key file in the place of the first.
    pub(crate) async fn use_key_copy(&self, _: Nothing) -> Result<Status, IpcError> {
        let folder = self.folders().store();
        self.blocking(move || Ok(records::keys::use_copy(&folder)?))
            .await?;
        self.status(Nothing {}).await
    }

    /// Asks for a backup to put back, and says what it says of itself.
    pub(crate) async fn choose_backup(&self, _: Nothing) -> Result<ChosenBackup, IpcError> {
        let chosen = match self.current() {
            Some(_) => None,
            None => dialog::choose_backup(&self.app).await,
        };
        let Some(path) = chosen else {
            return Ok(ChosenBackup { backup: None });
        };
        let looked = path.clone();
        let backup = self
            .blocking(move || {
                Ok(BackupView {
                    made_at: backup::look_at_backup(&looked)?.made_at,
                    names: backup::backup_names(&looked)?,
                })
            })
            .await?;
        *self.backup.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        Ok(ChosenBackup {
            backup: Some(backup),
        })
    }

    /// Puts the chosen backup back into the store's folder. What is there and can't be opened is moved aside; a store
    /// that can be is left as it is.
    pub(crate) async fn restore_backup(
        &self,
        request: RestoreBackup,
    ) -> Result<RestoredBackup, IpcError> {
        let chosen = self
            .backup
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let (None, Some(file)) = (self.current(), chosen) else {
            return Err(IpcError::NotFound);
        };
        let folder = self.folders().store();
        let now = self.clock.now();
        let restored = self
            .blocking(move || {
                let unusable = records::summary(&folder).is_err();
                Ok(backup::restore(
                    &backup::Restore {
                        backup: &file,
                        to: &folder,
                        ledgers: &[],
                        sign_in_name: &request.name,
                        passphrase: &request.passphrase,
                        move_aside: unusable,
                        without_sealed: request.without_sealed,
                        although_old: false,
                    },
                    now,
                )?)
            })
            .await?;
        Ok(RestoredBackup {
            people: restored.people,
            erased_again: restored.erased_again,
            proved: restored.proved,
            sealed_given_up: restored.sealed_given_up,
            moved_to: restored.moved_to.map(|folder| folder.display().to_string()),
        })
    }

    /// Signs in by what this computer's keychain keeps.
    pub(crate) async fn sign_in_by_keychain(
        self: &Arc<Self>,
        request: SignInByKeychain,
    ) -> Result<Status, IpcError> {
        let folder = self.folders().store();
        let owner = self.owner(folder.clone(), request.name.clone()).await?;
        let secret = self.keychain.way_in(owner).await?;
        let clock = Arc::clone(&self.clock);
        let entered = self
            .blocking(move || {
                organisation::sign_in_by_keychain(&folder, &request.name, &secret, clock.as_ref())
            })
            .await
            .map_err(|error| {
                if error == IpcError::WrongPassphrase {
                    KeychainFault::Wrong.into()
                } else {
                    error
                }
            })?;
        self.compare_head(&self.take(entered, false)?);
        self.status(Nothing {}).await
    }

    /// Chooses whether this computer's keychain lets in whoever is signed in.
    pub(crate) async fn use_keychain(&self, request: UseKeychain) -> Result<Status, IpcError> {
        let open = self.current().ok_or(IpcError::Locked)?;
        // The sample is thrown away, and what a keychain keeps for it would stay.
        if open.sample {
            return Err(IpcError::NotFound);
        }
        let secret = if request.on {
            let secret = DeviceSecret::generate().map_err(|error| self.put(error.into()))?;
            self.keychain.keep_way_in(open.owner, &secret).await?;
            Some(secret)
        } else {
            None
        };
        let now = self.clock.now();
        let set = open
            .worker
            .write(move |store| {
                store
                    .set_device(secret.as_ref(), now)
                    .map_err(records::Error::from)
            })
            .await;
        self.answer(set)?;
        open.known().keychain = request.on;
        if !request.on {
            self.keychain.forget(open.owner);
        }
        self.status(Nothing {}).await
    }

    /// Makes and opens the sample organisation; for the command line's `--demo`, before there is a window.
    ///
    /// # Errors
    /// When its folder can't be written.
    pub(crate) fn open_sample_now(&self) -> Result<(), IpcError> {
        let folder = self.folders().sample();
        let made = sample::make(&folder, self.clock.as_ref());
        let entered = made.map_err(|error| self.put(error))?;
        self.take(entered, true).map(drop)
    }

    /// Opens the sample organisation.
    pub(crate) async fn open_sample(&self, _: Nothing) -> Result<Status, IpcError> {
        if self.current().is_none() {
            let folder = self.folders().sample();
            let clock = Arc::clone(&self.clock);
            let entered = self
                .blocking(move || sample::make(&folder, clock.as_ref()))
                .await?;
            self.take(entered, true)?;
        }
        self.status(Nothing {}).await
    }

    /// Throws the sample organisation away.
    pub(crate) async fn leave_sample(&self, _: Nothing) -> Result<Status, IpcError> {
        if self.current().is_some_and(|open| open.sample) {
            let open = self.release();
            let folder = self.folders().sample();
            self.blocking(move || {
                if let Some(open) = open {
                    finish(open);
                }
                sample::throw_away(&folder).map_err(|error| store::StoreError::from(error).into())
            })
            .await?;
            self.cover();
        }
        self.status(Nothing {}).await
    }

    fn take(&self, entered: Entered, sample: bool) -> Result<Arc<Open>, IpcError> {
        let Entered {
            mut store,
            account,
            put_back,
            replay,
        } = entered;
        store.also_search(places::of(&self.app, &self.papers));
        let owner = Owner {
            store: store.id(),
            account,
        };
        let keychain = store.has_device();
        let worker = Worker::start(store).map_err(|error| self.put(error.into()))?;
        let open = Arc::new(Open {
            worker,
            session: Arc::new(Session::new(account)),
            sample,
            owner,
            known: Mutex::new(Known {
                keychain,
                put_back,
                replay: replay.is_news().then_some(replay),
            }),
        });
        self.seen();
        let before = self.slot().replace(Arc::clone(&open));
        if let Some(before) = before {
            finish(before);
        }
        Ok(open)
    }

    /// Whose a name is at the store of a folder.
    async fn owner(&self, folder: PathBuf, name: String) -> Result<Owner, IpcError> {
        let there = self
            .blocking(move || Ok(records::summary(&folder)?))
            .await?;
        let Summary::Present { store, doors } = there else {
            return Err(KeychainFault::Empty.into());
        };
        let door = doors.into_iter().find(|door| door.sign_in_name == name);
        door.map(|door| Owner {
            store,
            account: door.account,
        })
        .ok_or(KeychainFault::Empty.into())
    }

    /// Compares the journal with what the keychain remembers of it. Nobody waits: a keychain may never answer.
    fn compare_head(self: &Arc<Self>, open: &Arc<Open>) {
        if !open.known().keychain {
            return;
        }
        // Locking waits for whoever holds an open store.
        let (shell, open) = (Arc::clone(self), Arc::downgrade(open));
        tauri::async_runtime::spawn(async move {
            let Some(owner) = open.upgrade().map(|open| open.owner) else {
                return;
            };
            let Some(head) = shell.keychain.head(owner).await else {
                return;
            };
            let Some(open) = open.upgrade() else { return };
            let now = shell.clock.now();
            let compared = open
                .worker
                .write(move |store| store.compare_head(&head, now).map_err(records::Error::from))
                .await;
            if let Some(put_back) = shell.answer(compared).ok().and_then(PutBack::found_by) {
                open.known().put_back.get_or_insert(put_back);
                shell.tell("changed");
            }
        });
    }
}
