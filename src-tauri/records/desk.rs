//! Where use cases work: the store, who is signed in, the clock, and what the sign-in holds in memory.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Permit, Subject, Viewer, decide};
use domain::clock::Clock;
use domain::id::{AccountId, ApplicationId, CandidateId, VacancyId};
use domain::retention::RetentionPolicy;
use store::{Detail, Entry, Reader, Records, Store, StoreError, Tx};

use crate::correspondence::OpenMail;
use crate::error::Error;
use crate::import::OpenFile;
use crate::retention::Preview;
use crate::rights::HeldPack;
use crate::undo::{Revised, Undoable};

/// How many changes can be taken back.
const UNDO_DEPTH: usize = 100;

/// A sign-in: the account, and what is held in memory until it ends.
#[derive(Debug)]
pub struct Session {
    account: AccountId,
    held: Mutex<Held>,
}

/// What a sign-in holds in memory. It is gone when the store is locked.
#[derive(Debug, Default)]
pub(crate) struct Held {
    next: u32,
    /// The candidate list that is open.
    pub(crate) list: Option<(u32, store::CandidateList)>,
    /// The erasure that was previewed.
    pub(crate) preview: Option<(u32, Preview)>,
    /// The file that was chosen for import.
    pub(crate) file: Option<(u32, OpenFile)>,
    /// The message that was chosen to be recorded.
    pub(crate) mail: Option<(u32, OpenMail)>,
    /// What was put together for somebody who asked.
    pub(crate) pack: Option<(u32, HeldPack)>,
    undo: Vec<(u32, Undoable)>,
}

impl Held {
    /// A number nothing in this sign-in has had.
    pub(crate) const fn number(&mut self) -> u32 {
        self.next = self.next.wrapping_add(1);
        self.next
    }

    /// Keeps a change so that it can be taken back.
    pub(crate) fn keep(&mut self, change: Undoable) -> u32 {
        let number = self.number();
        if self.undo.len() == UNDO_DEPTH {
            self.undo.remove(0);
        }
        self.undo.push((number, change));
        number
    }

    /// The change with a number, or the latest, with its number.
    pub(crate) fn take(&mut self, number: Option<u32>) -> Option<(u32, Undoable)> {
        match number {
            Some(number) => {
                let place = self.undo.iter().position(|(kept, _)| *kept == number)?;
                Some(self.undo.remove(place))
            }
            None => self.undo.pop(),
        }
    }

    /// Keeps a change again that could not be taken back just now.
    pub(crate) fn put_back(&mut self, number: u32, change: Undoable) {
        let place = self.undo.partition_point(|(kept, _)| *kept < number);
        self.undo.insert(place, (number, change));
    }

    /// Taking a change back gives its record a new revision, at which it stands as it did at the one before the
    /// change. Changes that led to that one can then be taken back in their turn.
    pub(crate) fn restored(&mut self, record: Revised, before: u32, now: u32) {
        for (_, change) in &mut self.undo {
            change.restored(record, before, now);
        }
    }

    /// Forgets changes of someone who is gone.
    pub(crate) fn forget_changes(&mut self, gone: &[CandidateId]) {
        self.undo.retain(|(_, change)| !change.touches(gone));
    }

    /// Forgets changes of applications that are gone, or whose history is.
    pub(crate) fn forget_applications(&mut self, gone: &[ApplicationId]) {
        self.undo.retain(|(_, change)| !change.names(gone));
    }

    /// Forgets everything that may hold something of people who were erased: the chosen file may name them.
    pub(crate) fn forget(&mut self, erased: &[CandidateId]) {
        self.forget_changes(erased);
        self.list = None;
        self.preview = None;
        self.file = None;
        self.mail = None;
        self.pack = None;
    }
}

impl Session {
    /// A sign-in of an account.
    pub fn new(account: AccountId) -> Self {
        Self {
            account,
            held: Mutex::default(),
        }
    }

    /// Who signed in.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    pub(crate) fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Told how far a long piece of work has come, and asked whether it should go on.
pub trait Progress: Send + Sync {
    /// Called between batches, where stopping leaves nothing half done.
    fn report(&self, job: u32, done: u32, total: u32) -> ControlFlow<()>;
}

/// Nobody watches.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn report(&self, _job: u32, _done: u32, _total: u32) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// The journal's entry about a command that the access check refused; none for any other answer.
fn refusal_note<T>(command: &'static str, answer: &Result<T, Error>) -> Option<Entry> {
    match answer {
        Err(Error::Refused(refusal)) => Some(
            Entry::new("refuse")
                .with("command", Detail::Word(command))
                .with("because", Detail::Word(refusal.code())),
        ),
        Ok(_) | Err(_) => None,
    }
}

/// Reads, and says what of it must stand in the journal. The reading says whether it was an auditor's.
fn with_note<T>(
    command: &'static str,
    read: impl FnOnce(&mut bool) -> Result<T, Error>,
) -> (Result<T, Error>, Option<Entry>) {
    let mut audits = false;
    let answer = read(&mut audits);
    let entry = refusal_note(command, &answer).or_else(|| {
        audits.then(|| Entry::new("read-as-auditor").with("command", Detail::Word(command)))
    });
    (answer, entry)
}

fn note(
    store: &mut Store,
    session: &Session,
    clock: &dyn Clock,
    entry: Option<Entry>,
) -> Result<(), Error> {
    if let Some(entry) = entry {
        store.note(Some(session.account), clock.now(), entry)?;
    }
    Ok(())
}

/// Where a use case that reads works: one state of the store, one viewer, one instant.
pub struct ReadDesk<'a> {
    pub(crate) records: &'a Records<'a>,
    pub(crate) session: &'a Session,
    pub(crate) viewer: Viewer,
    pub(crate) now: DateTime<Utc>,
    pub(crate) today: NaiveDate,
}

impl std::fmt::Debug for ReadDesk<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ReadDesk")
            .field("today", &self.today)
            .finish_non_exhaustive()
    }
}

impl<'a> ReadDesk<'a> {
    /// Runs a use case on a reader. The viewer's role and grants are read anew, so that access that ended a
    /// moment ago has ended.
    ///
    /// # Errors
    /// What the use case says, or that reading failed.
    pub fn with<T>(
        reader: &mut Reader,
        session: &Session,
        clock: &dyn Clock,
        use_case: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        reader.read(|records| use_case(&ReadDesk::new(records, session, clock.now())?))
    }

    /// Runs a use case on a reader, and says what of it must stand in the journal before anyone gets the answer: a
    /// refusal, and whatever an auditor reads.
    ///
    /// # Errors
    /// The answer has what the use case says, or that reading failed.
    pub fn with_note<T>(
        reader: &mut Reader,
        session: &Session,
        clock: &dyn Clock,
        command: &'static str,
        use_case: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> (Result<T, Error>, Option<Entry>) {
        with_note(command, |audits| {
            reader.read(|records| {
                let desk = ReadDesk::new(records, session, clock.now())?;
                *audits = desk.viewer.audits(desk.today);
                use_case(&desk)
            })
        })
    }

    /// Runs a use case on the writer, for those who have no reader, and writes down what [`Self::with_note`] says
    /// before it answers.
    ///
    /// # Errors
    /// What the use case says, or that reading or noting failed.
    pub fn noted<T>(
        store: &mut Store,
        session: &Session,
        clock: &dyn Clock,
        command: &'static str,
        use_case: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (answer, entry) = with_note(command, |audits| {
            store.read(|records| {
                let desk = ReadDesk::new(records, session, clock.now())?;
                *audits = desk.viewer.audits(desk.today);
                use_case(&desk)
            })
        });
        note(store, session, clock, entry)?;
        answer
    }

    /// Runs a use case on the writer, for those who have no reader.
    ///
    /// # Errors
    /// What the use case says, or that reading failed.
    pub fn with_store<T>(
        store: &mut Store,
        session: &Session,
        clock: &dyn Clock,
        use_case: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        store.read(|records| use_case(&ReadDesk::new(records, session, clock.now())?))
    }

    pub(crate) fn new(
        records: &'a Records<'a>,
        session: &'a Session,
        now: DateTime<Utc>,
    ) -> Result<Self, Error> {
        let viewer = records.viewer(session.account)?;
        Ok(Self {
            records,
            session,
            viewer,
            now,
            today: domain::clock::london_date(now),
        })
    }

    /// Asks for a permit.
    pub(crate) fn permit<A: Action>(&self, subject: Subject) -> Result<Permit<A>, Error> {
        Ok(decide(&self.viewer, subject, self.today)?)
    }

    /// Asks for a permit over a list.
    pub(crate) fn permit_over_all<A: Action>(&self) -> Result<Permit<A>, Error> {
        let vacancies = self.records.vacancy_facts()?;
        self.permit(Subject::Everyone { vacancies })
    }

    /// Asks for a permit on the organisation.
    pub(crate) fn permit_on_organisation<A: Action>(&self) -> Result<Permit<A>, Error> {
        self.permit(Subject::Organisation)
    }

    /// Asks for a permit on a candidate.
    pub(crate) fn permit_on_candidate<A: Action>(
        &self,
        candidate: CandidateId,
    ) -> Result<Permit<A>, Error> {
        match self.records.applied_by(candidate)? {
            Some(applied) => {
                let permit = self.permit(Subject::Candidate { candidate, applied })?;
                self.unless_hidden(permit, candidate)
            }
            None => Err(self.absent::<A>()),
        }
    }

    /// Asks for a permit on a vacancy.
    pub(crate) fn permit_on_vacancy<A: Action>(
        &self,
        vacancy: VacancyId,
    ) -> Result<Permit<A>, Error> {
        match self.records.vacancy_facts_of(vacancy)? {
            Some(facts) => self.permit(Subject::Vacancy(facts)),
            None => Err(self.absent::<A>()),
        }
    }

    /// Asks for a permit on an application.
    pub(crate) fn permit_on_application<A: Action>(
        &self,
        application: ApplicationId,
    ) -> Result<Permit<A>, Error> {
        let (candidate, vacancy) = match self.records.application_parties(application) {
            Err(StoreError::NotFound) => return Err(self.absent::<A>()),
            found => found?,
        };
        let applied = self.records.applied_by(candidate)?;
        match self.records.vacancy_facts_of(vacancy)?.zip(applied) {
            Some((vacancy, applied)) => {
                let permit = self.permit(Subject::Application {
                    candidate,
                    vacancy,
                    applied,
                })?;
                self.unless_hidden(permit, candidate)
            }
            None => Err(self.absent::<A>()),
        }
    }

    /// Somebody whose day has come is as good as gone, but to those who erase and to those who manage holds.
    fn unless_hidden<A: Action>(
        &self,
        permit: Permit<A>,
        candidate: CandidateId,
    ) -> Result<Permit<A>, Error> {
        if self.records.hides(permit.scope(), candidate)? {
            Err(self.absent::<A>())
        } else {
            Ok(permit)
        }
    }

    /// Whether the viewer would get the permit.
    pub(crate) fn may<A: Action>(&self, subject: Subject) -> bool {
        decide::<A>(&self.viewer, subject, self.today).is_ok()
    }

    /// The accounts' names.
    pub(crate) fn names(&self) -> Result<BTreeMap<AccountId, String>, Error> {
        let accounts = self.records.accounts()?;
        Ok(accounts
            .into_iter()
            .map(|account| (account.id, account.name.into()))
            .collect())
    }

    /// The organisation's periods.
    pub(crate) fn policy(&self) -> Result<RetentionPolicy, Error> {
        Ok(self.records.retention_policy()?)
    }

    /// What is said of something that is not there: what would be said of it if it were nobody's. So for those
    /// who may not see everything, what is not there and what is not theirs are the same (RULES A6).
    pub(crate) fn absent<A: Action>(&self) -> Error {
        let nobodys = Subject::Candidate {
            candidate: CandidateId::new(self.now),
            applied: Vec::new(),
        };
        match self.permit::<A>(nobodys) {
            Ok(_) => Error::NotFound,
            Err(refusal) => refusal,
        }
    }
}

/// Where a use case that writes works.
pub struct WriteDesk<'a> {
    pub(crate) store: &'a mut Store,
    pub(crate) session: &'a Session,
    pub(crate) now: DateTime<Utc>,
    pub(crate) today: NaiveDate,
    pub(crate) progress: &'a dyn Progress,
}

impl std::fmt::Debug for WriteDesk<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("WriteDesk")
            .field("today", &self.today)
            .finish_non_exhaustive()
    }
}

impl<'a> WriteDesk<'a> {
    /// A desk at an instant.
    pub fn new(
        store: &'a mut Store,
        session: &'a Session,
        clock: &dyn Clock,
        progress: &'a dyn Progress,
    ) -> Self {
        let now = clock.now();
        Self {
            store,
            session,
            now,
            today: domain::clock::london_date(now),
            progress,
        }
    }

    /// Runs a use case that writes. A refusal is in the journal before anyone gets the answer.
    ///
    /// # Errors
    /// What the use case says, or that noting its refusal failed.
    pub fn noted<T>(
        store: &mut Store,
        session: &Session,
        clock: &dyn Clock,
        progress: &dyn Progress,
        command: &'static str,
        use_case: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let answer = use_case(&mut WriteDesk::new(store, session, clock, progress));
        note(store, session, clock, refusal_note(command, &answer))?;
        answer
    }

    /// Reads before writing: permits, and what the change needs to know. Nothing else writes meanwhile, since
    /// this is the one writer.
    pub(crate) fn read<T>(
        &mut self,
        work: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (session, now) = (self.session, self.now);
        self.store
            .read(|records| work(&ReadDesk::new(records, session, now)?))
    }

    /// Asks for a permit on the organisation.
    pub(crate) fn permit_on_organisation<A: Action>(&mut self) -> Result<Permit<A>, Error> {
        self.read(|desk| desk.permit(Subject::Organisation))
    }

    /// Writes, with the journal entry the work returns.
    pub(crate) fn write<A: Action, T>(
        &mut self,
        permit: &Permit<A>,
        work: impl FnOnce(&Tx<'_>) -> Result<(T, Entry), Error>,
    ) -> Result<T, Error> {
        self.store.write(permit, self.now, work)
    }

    /// Refuses a day that has not come.
    pub(crate) fn not_in_future(&self, field: &'static str, day: NaiveDate) -> Result<(), Error> {
        if day > self.today {
            return Err(Error::invalid(
                field,
                "Enter today's date or an earlier one.",
            ));
        }
        Ok(())
    }

    /// Keeps a change so that it can be taken back.
    pub(crate) fn keep(&self, change: Undoable) -> u32 {
        self.session.held().keep(change)
    }
}
