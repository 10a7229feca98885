//! Somebody from HR at work on the store, as the window works on it.

use std::path::Path;

use domain::access::{Action, Permit, Subject, decide};
use domain::clock::Clock;
use records::organisation::{self, Entered};
use records::{Error, ReadDesk, Session, Store, Summary, Unwatched, WriteDesk};
use store::{Reader, Records};

use crate::Outcome;
use crate::sample::{clock, passphrase};

/// An open store, somebody signed in, and a connection to read by.
#[derive(Debug)]
pub(crate) struct Office {
    reader: Reader,
    store: Store,
    session: Session,
}

impl Office {
    /// Signs in.
    pub(crate) fn open(folder: &Path) -> Outcome<Self> {
        let Summary::Present { doors, .. } = records::summary(folder)? else {
            return Err("there is no store".into());
        };
        let name = &doors.first().ok_or("nobody can sign in")?.sign_in_name;
        let Entered { store, account, .. } =
            organisation::sign_in(folder, name, &passphrase(), &clock())?;
        Ok(Self {
            reader: store.reader()?,
            store,
            session: Session::new(account),
        })
    }

    /// Runs a use case that reads.
    pub(crate) fn read<T>(
        &mut self,
        use_case: impl FnOnce(&ReadDesk<'_>) -> Result<T, Error>,
    ) -> Outcome<T> {
        Ok(ReadDesk::with(
            &mut self.reader,
            &self.session,
            &clock(),
            use_case,
        )?)
    }

    /// Runs a use case that writes.
    pub(crate) fn write<T>(
        &mut self,
        use_case: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Outcome<T> {
        Ok(use_case(&mut WriteDesk::new(
            &mut self.store,
            &self.session,
            &clock(),
            &Unwatched,
        ))?)
    }

    /// Reads below the use cases.
    pub(crate) fn look<T>(
        &mut self,
        work: impl FnOnce(&Records<'_>, &Permits<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        let session = &self.session;
        self.reader
            .read(|records| {
                let permits = Permits { records, session };
                work(records, &permits).map_err(Failed)
            })
            .map_err(|Failed(error)| error)
    }
}

/// Lets any failure through where the store wants to add its own.
struct Failed(Box<dyn std::error::Error>);

impl From<store::StoreError> for Failed {
    fn from(error: store::StoreError) -> Self {
        Self(error.into())
    }
}

/// What somebody from HR may do.
pub(crate) struct Permits<'a> {
    records: &'a Records<'a>,
    session: &'a Session,
}

impl Permits<'_> {
    /// Asks for a permit.
    pub(crate) fn on<A: Action>(&self, subject: Subject) -> Outcome<Permit<A>> {
        let viewer = self.records.viewer(self.session.account())?;
        decide(&viewer, subject, clock().today()).map_err(|refusal| refusal.sentence().into())
    }
}
