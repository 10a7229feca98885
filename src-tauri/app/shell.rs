//! The window's own state: which store, who is signed in, what runs.

mod choosing;
mod copy;
mod document;
mod dropping;
mod entering;
mod interview;
mod job;
mod locking;
mod mail;
mod saving;
mod shown;

pub(crate) use self::locking::lock_when_idle;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::clock::Clock;
use records::backup;
use records::organisation::{self, PutBack, Replay};
use records::view::Nothing;
use records::{ReadDesk, Session, Summary, WriteDesk};
use tauri::{AppHandle, Emitter, Manager};

use self::dropping::Dropped;
use self::job::Jobs;
use self::shown::Shown;
use crate::folder::Folders;
use crate::idle::{Forward, Idle};
use crate::ipc::error::IpcError;
use crate::ipc::status::{
    CancelJob, ChooseImport, ChosenImport, MadeBackup, SignInName, Standing, Status,
};
use crate::keychain::{Keychain, Owner};
use crate::papers::Papers;
use crate::worker::{Lost, Worker};
use crate::{dialog, incident, window};

/// An open store and who is signed in to it.
struct Open {
    worker: Worker,
    session: Arc<Session>,
    sample: bool,
    owner: Owner,
    known: Mutex<Known>,
}

/// What the window knows of an open store.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// Whether some computer's keychain lets whoever is signed in in.
    keychain: bool,
    /// What shows that the records were put back to an earlier state.
    put_back: Option<PutBack>,
    replay: Option<Replay>,
}

impl Open {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
    keychain: Keychain,
    /// The backup that was chosen to be put back.
    backup: Mutex<Option<PathBuf>>,
    papers: Papers,
    /// The document that is shown in the window.
    shown: Shown,
    /// The files that were dropped on it last.
    dropped: Dropped,
}

impl Shell {
    /// Nobody signed in.
    ///
    /// # Errors
    /// When the system names no folder for the program's data.
    pub(crate) fn new(app: AppHandle, clock: Arc<dyn Clock>) -> tauri::Result<Self> {
        let data = app.path().app_local_data_dir()?;
        let jobs = Arc::new(Jobs::new(app.clone()));
        let papers = Papers::new(&app);
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
            keychain: Keychain::start(),
            backup: Mutex::new(None),
            papers,
            shown: Shown::default(),
            dropped: Dropped::default(),
        })
    }

    /// How things stand.
    pub(crate) async fn status(&self, _: Nothing) -> Result<Status, IpcError> {
        let open = self.current();
        let (folder, sample, appearance, idle_lock, zoom, tour_seen) = {
            let folders = self.folders();
            let sample = open.as_ref().is_some_and(|open| open.sample);
            let folder = if sample {
                folders.sample()
            } else {
                folders.store()
            };
            let (appearance, idle_lock) = (folders.appearance(), folders.idle_lock());
            let (zoom, tour_seen) = (folders.zoom(), folders.tour_seen());
            (folder, sample, appearance, idle_lock, zoom, tour_seen)
        };
        let standing = match open {
            Some(open) => {
                let signed_in = self.read(organisation::signed_in, Nothing {}).await?;
                let Known {
                    keychain,
                    put_back,
                    replay,
                } = *open.known();
                Standing::Open {
                    organisation: signed_in.organisation,
                    viewer: signed_in.viewer,
                    keychain,
                    put_back,
                    replay,
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
            zoom,
            tour_seen,
            today: self.clock.today(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
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

    /// Opens the system's print dialog for the page as it stands.
    #[expect(clippy::unused_async, reason = "every command is called alike")]
    pub(crate) async fn print_page(&self, _: Nothing) -> Result<Nothing, IpcError> {
        window::print(&self.app).map_err(|error| self.note(&error))?;
        Ok(Nothing {})
    }

    /// Stops a long piece of work at its next safe point.
    #[expect(clippy::unused_async, reason = "every command is called alike")]
    pub(crate) async fn cancel_job(&self, request: CancelJob) -> Result<Nothing, IpcError> {
        self.jobs.cancel(request.job);
        Ok(Nothing {})
    }

    /// Takes the file of applicants that was dropped on the window, or asks for one, and looks at it.
    pub(crate) async fn choose_import_file(
        &self,
        request: ChooseImport,
    ) -> Result<ChosenImport, IpcError> {
        if self.current().is_none() {
            return Err(IpcError::Locked);
        }
        let chosen = if request.dropped {
            self.dropped.take().into_iter().next()
        } else {
            dialog::choose_import(&self.app).await
        };
        match chosen {
            Some(file) => {
                let preview = self.read(records::import::choose, file).await?;
                Ok(ChosenImport {
                    preview: Some(preview),
                })
            }
            None => Ok(ChosenImport { preview: None }),
        }
    }

    /// Asks where to save a backup, and makes it there. Whether it may be made is asked first.
    pub(crate) async fn make_backup(&self, _: Nothing) -> Result<MadeBackup, IpcError> {
        const COMMAND: &str = "make_backup";
        self.read_noted(COMMAND, backup::check, Nothing {}).await?;
        let name = backup::backup_name(self.clock.now());
        let Some(path) = dialog::save_backup(&self.app, &name).await else {
            return Ok(MadeBackup { made: None });
        };
        let made = self.write(COMMAND, backup::make, path).await?;
        Ok(MadeBackup { made: Some(made) })
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
        let answer = self.write_quietly(command, use_case, request).await?;
        self.tell("changed");
        Ok(answer)
    }

    /// The same for what changes nothing that another screen shows.
    pub(crate) async fn write_quietly<Request, Response>(
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
        if command == "erase" {
            // What goes must not stay beside the store, and whose it is nobody looks up.
            self.papers.throw_away();
            self.shown.forget();
        }
        let session = Arc::clone(&open.session);
        let clock = Arc::clone(&self.clock);
        let jobs = Arc::clone(&self.jobs);
        let running = self.jobs.begin();
        let answer = open
            .worker
            .write(move |store| {
                WriteDesk::noted(
                    store,
                    &session,
                    clock.as_ref(),
                    jobs.as_ref(),
                    command,
                    |desk| use_case(desk, request),
                )
            })
            .await;
        drop(running);
        // Whoever waited for it has had no reason to touch anything.
        self.seen();
        self.answer(answer)
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

/// What is in a folder, for someone who is not signed in.
async fn standing(folder: PathBuf) -> Standing {
    let looked = tauri::async_runtime::spawn_blocking(move || records::summary(&folder)).await;
    match looked {
        Ok(Ok(Summary::Present { doors, .. })) => Standing::Locked {
            people: doors
                .into_iter()
                .map(|door| SignInName {
                    name: door.sign_in_name,
                    keychain: door.keychain,
                })
                .collect(),
        },
        Ok(Ok(Summary::Absent)) => Standing::NoStore,
        Ok(Err(error)) => Standing::Unusable {
            problem: (&error).into(),
        },
        Err(_) => Standing::Unusable {
            problem: crate::ipc::error::StoreProblem::Unreadable,
        },
    }
}
