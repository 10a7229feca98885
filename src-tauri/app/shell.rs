//! The window's own state: which store, who is signed in, what runs.

mod job;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use domain::clock::Clock;
use domain::id::AccountId;
use records::organisation::{self, NewStore};
use records::passphrase::{self, PassphraseRating, RatePassphrase};
use records::view::Nothing;
use records::{ReadDesk, Session, WriteDesk, refusal_note};
use store::Store;
use tauri::{AppHandle, Emitter, Manager};

use self::job::Jobs;
use crate::folder::Folders;
use crate::idle::{Forward, Idle};
use crate::ipc::error::IpcError;
use crate::ipc::status::{
    CancelJob, ChosenImport, CreateStore, Recover, SetAppearance, SetIdleLock, SignIn, Standing,
    Status,
};
use crate::worker::{Lost, Worker};
use crate::{clipboard, dialog, incident, sample, window};

/// An open store and who is signed in to it.
struct Open {
    worker: Worker,
    session: Arc<Session>,
    sample: bool,
}

/// The window's own state.
pub(crate) struct Shell {
    app: AppHandle,
    clock: Arc<dyn Clock>,
    folders: Mutex<Folders>,
    open: Mutex<Option<Arc<Open>>>,
    jobs: Arc<Jobs>,
    forward: Forward,
    idle: Mutex<Idle>,
}

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
    /// Nobody signed in.
    ///
    /// # Errors
    /// When the system names no folder for the program's data.
    pub(crate) fn new(app: AppHandle, clock: Arc<dyn Clock>) -> tauri::Result<Self> {
        let data = app.path().app_local_data_dir()?;
        let jobs = Arc::new(Jobs::new(app.clone()));
        let folders = Folders::open(data);
        incident::keep_panics_in(folders.incidents());
        Ok(Self {
            app,
            clock,
            folders: Mutex::new(folders),
            open: Mutex::new(None),
            jobs,
            forward: Forward::start(),
            idle: Mutex::new(Idle::default()),
        })
    }

    /// How things stand.
    pub(crate) async fn status(&self, _: Nothing) -> Result<Status, IpcError> {
        let open = self.current();
        let (folder, appearance, idle_lock, sample) = {
            let folders = self.folders();
            let sample = open.as_ref().is_some_and(|open| open.sample);
            let folder = if sample {
                folders.sample()
            } else {
                folders.store()
            };
            let (appearance, idle_lock) = (folders.appearance(), folders.idle_lock());
            (folder, appearance, idle_lock, sample)
        };
        let standing = match open {
            Some(_) => {
                let signed_in = self.read(organisation::signed_in, Nothing {}).await?;
                Standing::Open {
                    organisation: signed_in.organisation,
                    viewer: signed_in.viewer,
                }
            }
            None => standing(folder.clone()).await,
        };
        Ok(Status {
            standing,
            folder: folder.display().to_string(),
            sample,
            appearance,
            idle_lock,
            today: self.clock.today(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

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
        let (store, account) = self
            .blocking(move || organisation::create(&folder, new, clock.as_ref()))
            .await?;
        self.take(store, account, false)?;
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
        let (store, account) = self
            .blocking(move || records::keys::recover(&folder, recovery, clock.as_ref()))
            .await?;
        self.take(store, account, false)?;
        self.status(Nothing {}).await
    }

    /// Signs in.
    pub(crate) async fn sign_in(&self, request: SignIn) -> Result<Status, IpcError> {
        let folder = self.folders().store();
        let clock = Arc::clone(&self.clock);
        let (store, account) = self
            .blocking(move || {
                organisation::sign_in(&folder, &request.name, &request.passphrase, clock.as_ref())
            })
            .await?;
        self.take(store, account, false)?;
        self.status(Nothing {}).await
    }

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
            self.jobs.stop_while(|| finish(open));
            self.cover();
        }
    }

    /// Asks for another folder. The store in it, if there is one, waits for a sign-in.
    pub(crate) async fn choose_folder(&self, _: Nothing) -> Result<Status, IpcError> {
        if self.current().is_none()
            && let Some(folder) = dialog::choose_folder(&self.app).await
        {
            // A choice that can't be remembered still holds until the program ends.
            self.folders().choose_store(folder).unwrap_or_default();
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
        let (store, account) = made.map_err(|error| self.put(error))?;
        self.take(store, account, true)
    }

    /// Opens the sample organisation.
    pub(crate) async fn open_sample(&self, _: Nothing) -> Result<Status, IpcError> {
        if self.current().is_none() {
            let folder = self.folders().sample();
            let clock = Arc::clone(&self.clock);
            let (store, account) = self
                .blocking(move || sample::make(&folder, clock.as_ref()))
                .await?;
            self.take(store, account, true)?;
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

    /// Chooses how the window looks.
    pub(crate) async fn set_appearance(&self, request: SetAppearance) -> Result<Status, IpcError> {
        self.folders()
            .choose_appearance(request.appearance)
            .unwrap_or_default();
        self.status(Nothing {}).await
    }

    /// Chooses after how many minutes without anybody at it the window locks.
    pub(crate) async fn set_idle_lock(&self, request: SetIdleLock) -> Result<Status, IpcError> {
        self.folders()
            .choose_idle_lock(request.minutes)
            .unwrap_or_default();
        self.status(Nothing {}).await
    }

    /// Somebody is at the window.
    #[expect(clippy::unused_async, reason = "every command is called alike")]
    pub(crate) async fn active(&self, _: Nothing) -> Result<Nothing, IpcError> {
        self.seen();
        Ok(Nothing {})
    }

    /// Stops a long piece of work at its next safe point.
    #[expect(clippy::unused_async, reason = "every command is called alike")]
    pub(crate) async fn cancel_job(&self, request: CancelJob) -> Result<Nothing, IpcError> {
        self.jobs.cancel(request.job);
        Ok(Nothing {})
    }

    /// Asks for a file of applicants and looks at it.
    pub(crate) async fn choose_import_file(&self, _: Nothing) -> Result<ChosenImport, IpcError> {
        if self.current().is_none() {
            return Err(IpcError::Locked);
        }
        match dialog::choose_import(&self.app).await {
            Some(file) => {
                let preview = self.read(records::import::choose, file).await?;
                Ok(ChosenImport {
                    preview: Some(preview),
                })
            }
            None => Ok(ChosenImport { preview: None }),
        }
    }

    /// Runs a use case that reads.
    pub(crate) async fn read<Request, Response>(
        &self,
        use_case: fn(&ReadDesk<'_>, Request) -> Result<Response, records::Error>,
        request: Request,
    ) -> Result<Response, IpcError>
    where
        Request: Send + 'static,
        Response: Send + 'static,
    {
        let open = self.current().ok_or(IpcError::Locked)?;
        let session = Arc::clone(&open.session);
        let clock = Arc::clone(&self.clock);
        let answer = open
            .worker
            .read(move |reader| {
                ReadDesk::with(reader, &session, clock.as_ref(), |desk| {
                    use_case(desk, request)
                })
            })
            .await;
        self.answer(answer)
    }

    /// Runs a use case that reads for the page. A refusal, and whatever an auditor reads, is in the journal before
    /// the answer leaves; when it can't be written, there is no answer.
    pub(crate) async fn read_noted<Request, Response>(
        &self,
        command: &'static str,
        use_case: fn(&ReadDesk<'_>, Request) -> Result<Response, records::Error>,
        request: Request,
    ) -> Result<Response, IpcError>
    where
        Request: Send + 'static,
        Response: Send + 'static,
    {
        let open = self.current().ok_or(IpcError::Locked)?;
        let session = Arc::clone(&open.session);
        let clock = Arc::clone(&self.clock);
        let read = open
            .worker
            .read(move |reader| {
                ReadDesk::with_note(reader, &session, clock.as_ref(), command, |desk| {
                    use_case(desk, request)
                })
            })
            .await;
        let (answer, entry) = match read {
            Ok((answer, entry)) => (Ok(answer), entry),
            Err(lost) => (Err(lost), None),
        };
        if let Some(entry) = entry {
            let account = open.session.account();
            let now = self.clock.now();
            let noted = open
                .worker
                .write(move |store| {
                    store
                        .note(Some(account), now, entry)
                        .map_err(records::Error::from)
                })
                .await;
            self.answer(noted)?;
        }
        self.answer(answer)
    }

    /// Runs a use case that writes, and tells the page that records changed. A refusal is journalled.
    pub(crate) async fn write<Request, Response>(
        &self,
        command: &'static str,
        use_case: fn(&mut WriteDesk<'_>, Request) -> Result<Response, records::Error>,
        request: Request,
    ) -> Result<Response, IpcError>
    where
        Request: Send + 'static,
        Response: Send + 'static,
    {
        let open = self.current().ok_or(IpcError::Locked)?;
        let session = Arc::clone(&open.session);
        let clock = Arc::clone(&self.clock);
        let jobs = Arc::clone(&self.jobs);
        let running = self.jobs.begin();
        let answer = open
            .worker
            .write(move |store| {
                let answer = use_case(
                    &mut WriteDesk::new(store, &session, clock.as_ref(), jobs.as_ref()),
                    request,
                );
                match refusal_note(command, &answer) {
                    Some(entry) => store
                        .note(Some(session.account()), clock.now(), entry)
                        .map_err(records::Error::from)
                        .and(answer),
                    None => answer,
                }
            })
            .await;
        drop(running);
        // Whoever waited for it has had no reason to touch anything.
        self.seen();
        let answer = self.answer(answer)?;
        self.tell("changed");
        Ok(answer)
    }

    /// Closes the store at the program's end.
    pub(crate) fn close(&self) {
        if let Some(open) = self.release() {
            let sample = open.sample.then(|| self.folders().sample());
            finish(open);
            if let Some(folder) = sample {
                // Its key is gone with the program, so what stays behind when this fails is noise.
                sample::throw_away(&folder).unwrap_or_default();
            }
        }
    }

    fn take(&self, store: Store, account: AccountId, sample: bool) -> Result<(), IpcError> {
        let worker = Worker::start(store).map_err(|error| self.put(error.into()))?;
        let open = Open {
            worker,
            session: Arc::new(Session::new(account)),
            sample,
        };
        self.seen();
        let before = self.slot().replace(Arc::new(open));
        if let Some(before) = before {
            finish(before);
        }
        Ok(())
    }

    fn seen(&self) {
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
    fn cover(&self) {
        clipboard::empty(&self.app);
        self.tell("locked");
        window::renew(&self.app);
    }

    fn release(&self) -> Option<Arc<Open>> {
        self.slot().take()
    }

    fn current(&self) -> Option<Arc<Open>> {
        self.slot().clone()
    }

    fn slot(&self) -> MutexGuard<'_, Option<Arc<Open>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn folders(&self) -> MutexGuard<'_, Folders> {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, what: &str) {
        // A page that is gone needs no telling.
        self.app.emit(what, ()).unwrap_or_default();
    }

    fn answer<T>(&self, answer: Result<Result<T, records::Error>, Lost>) -> Result<T, IpcError> {
        match answer {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(self.put(error)),
            Err(Lost) => Err(self.note(&"a job was lost")),
        }
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, records::Error> + Send + 'static,
    ) -> Result<T, IpcError> {
        let done = tauri::async_runtime::spawn_blocking(work).await;
        self.answer(done.map_err(|_panicked| Lost))
    }

    /// Puts an error into the page's terms; what it can't act on is written down under a number.
    fn put(&self, error: records::Error) -> IpcError {
        IpcError::from_records(error, |unexpected| self.number(unexpected))
    }

    fn note(&self, what: &dyn std::fmt::Display) -> IpcError {
        IpcError::Internal {
            incident: self.number(what),
        }
    }

    fn number(&self, what: &dyn std::fmt::Display) -> String {
        let log = self.folders().incidents();
        incident::write(&log, self.clock.now(), what)
    }
}

/// Waits until an open store is closed. Commands that are under way hold it a little longer, and are waited for:
/// who is told that the store is locked may rely on its keys being gone.
fn finish(mut open: Arc<Open>) {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match Arc::try_unwrap(open) {
            Ok(open) => {
                open.worker.close();
                return;
            }
            Err(still) => open = still,
        }
        thread::sleep(Duration::from_millis(5));
    }
    // Whoever still holds it closes it when done.
}

/// What is in a folder, for someone who is not signed in.
async fn standing(folder: PathBuf) -> Standing {
    let looked = tauri::async_runtime::spawn_blocking(move || organisation::summary(&folder)).await;
    match looked {
        Ok(Ok(Some(names))) => Standing::Locked { names },
        Ok(Ok(None)) => Standing::NoStore,
        Ok(Err(error)) => Standing::Unusable {
            problem: (&error).into(),
        },
        Err(_) => Standing::Unusable {
            problem: crate::ipc::error::StoreProblem::Unreadable,
        },
    }
}
