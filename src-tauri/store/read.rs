//! Reading: a view on one state of the database, and connections that can do nothing else.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::access::{Expired, Reach, Scope, Sight};
use domain::application::Stage;
use domain::id::{AccountId, CandidateId, TeamId, VacancyId};
use rusqlite::{Connection, InterruptHandle, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use crate::blocks::NOT_BLOCKED;
use crate::column::{Day, Id, day, day_text, json_rows, json_words};
use crate::connection::{self, Use};
use crate::error::{OpenError, StoreError};
use crate::keys::DatabaseKey;

/// The records, as one transaction sees them. Every read of the store is a method of it.
#[derive(Debug)]
pub struct Records<'c> {
    connection: &'c Connection,
}

impl<'c> Records<'c> {
    pub(crate) const fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    pub(crate) const fn connection(&self) -> &'c Connection {
        self.connection
    }

    fn row_of(&self, sql: &str, id: Uuid) -> Result<i64, StoreError> {
        self.connection
            .prepare_cached(sql)?
            .query_row([Id(id)], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound)
    }

    /// The private row of a candidate.
    pub(crate) fn candidate_row(&self, id: CandidateId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM candidate WHERE id = ?1", id.uuid())
    }

    /// The private row of a vacancy.
    pub(crate) fn vacancy_row(&self, id: VacancyId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM vacancy WHERE id = ?1", id.uuid())
    }

    /// The private row of a team.
    pub(crate) fn team_row(&self, id: TeamId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM team WHERE id = ?1", id.uuid())
    }

    /// The private row of an account.
    pub(crate) fn account_row(&self, id: AccountId) -> Result<i64, StoreError> {
        self.row_of("SELECT row FROM account WHERE id = ?1", id.uuid())
    }

    /// A scope as row numbers.
    pub(crate) fn scope_rows(&self, scope: &Scope) -> Result<ScopeRows, StoreError> {
        let reach = match scope.reach() {
            Reach::Everything => None,
            Reach::Vacancies(vacancies) => {
                let mut seen = Vec::new();
                let mut full = Vec::new();
                for (vacancy, sight) in vacancies {
                    let Some(row) = there(self.vacancy_row(*vacancy))? else {
                        continue;
                    };
                    seen.push(row);
                    match sight {
                        Sight::Full => full.push(row),
                        Sight::NameOnly | Sight::Blind => {}
                    }
                }
                Some((json_rows(seen), json_rows(full)))
            }
        };
        let mut blind = Vec::new();
        for (vacancy, until) in scope.blind() {
            if let Some(row) = there(self.vacancy_row(*vacancy))? {
                let before = Stage::ALL.into_iter().filter(|stage| stage < until);
                blind.extend(before.map(|stage| format!("{row}/{}", stage.code())));
            }
        }
        let mut without = Vec::new();
        for candidate in scope.without() {
            without.extend(there(self.candidate_row(*candidate))?);
        }
        without.extend(self.hidden_rows(scope)?);
        let (seen, full) = reach.unzip();
        Ok(ScopeRows {
            seen,
            full,
            blind: (!blind.is_empty()).then(|| json_words(&blind)),
            without: (!without.is_empty()).then(|| json_rows(without)),
        })
    }
}

impl Records<'_> {
    /// The candidates whose day has come and whom a scope hides. By the clock or by the latest instant believed,
    /// whichever is later: setting the clock back brings nobody back (RULEBOOK T-07).
    fn hidden_rows(&self, scope: &Scope) -> Result<Vec<i64>, StoreError> {
        let Some((seen, on)) = scope.expired() else {
            return Ok(Vec::new());
        };
        let only = match seen {
            Expired::All => return Ok(Vec::new()),
            Expired::Kept => format!("AND {NOT_BLOCKED}"),
            Expired::None => String::new(),
        };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT candidate.row FROM candidate WHERE candidate.erase_on <= ?1 {only}"
        ))?;
        let found = statement.query_map([day_text(self.believed_day(on)?)], |row| row.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether a scope hides a candidate, since their day has come.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn hides(&self, scope: &Scope, candidate: CandidateId) -> Result<bool, StoreError> {
        let Some((seen, on)) = scope.expired() else {
            return Ok(false);
        };
        let found: Option<(Option<Day>, bool)> = self
            .connection
            .prepare_cached(&format!(
                "SELECT candidate.erase_on, NOT ({NOT_BLOCKED}) FROM candidate WHERE candidate.id = ?1"
            ))?
            .query_row([Id(candidate.uuid())], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let today = self.believed_day(on)?;
        Ok(found
            .is_some_and(|(erase_on, is_blocked)| !seen.shows(day(erase_on), is_blocked, today)))
    }
}

/// What went since a permit was given covers nobody.
fn there(row: Result<i64, StoreError>) -> Result<Option<i64>, StoreError> {
    match row {
        Ok(row) => Ok(Some(row)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A scope as the database applies it. What is `None` does not limit.
#[derive(Clone, Debug)]
pub(crate) struct ScopeRows {
    /// Every vacancy in scope, as a JSON list of row numbers.
    pub(crate) seen: Option<String>,
    /// Those of them with full sight.
    pub(crate) full: Option<String>,
    /// The vacancies and stages at which applications hide the name, each as `12/sift`.
    pub(crate) blind: Option<String>,
    /// The candidates left out: by a conflict, or since their day has come.
    pub(crate) without: Option<String>,
}

/// The condition for a candidate to be left out by nobody's conflict; `mark` is bound to
/// [`ScopeRows::without`].
pub(crate) fn not_left_out(candidate: &str, mark: &str) -> String {
    format!("({mark} IS NULL OR {candidate} NOT IN (SELECT value FROM json_each({mark})))")
}

/// The condition for a candidate to be nameless; `mark` is bound to [`ScopeRows::blind`]. A number read from the
/// text before the stroke is the vacancy.
pub(crate) fn nameless(candidate: &str, mark: &str) -> String {
    format!(
        "({mark} IS NOT NULL AND {candidate} IN (
            SELECT hidden.candidate
            FROM application AS hidden
            WHERE hidden.vacancy IN (SELECT CAST(value AS INTEGER) FROM json_each({mark}))
              AND hidden.vacancy || '/' || hidden.stage_reached IN (SELECT value FROM json_each({mark}))
        ))"
    )
}

/// The alias of a nameless candidate, or null; `mark` is bound to [`ScopeRows::blind`].
pub(crate) fn alias_of(candidate: &str, mark: &str) -> String {
    format!(
        "(
            SELECT min(application_alias.alias)
            FROM application AS hidden
            JOIN application_alias ON application_alias.application = hidden.row
            WHERE {mark} IS NOT NULL
              AND hidden.candidate = {candidate}
              AND hidden.vacancy || '/' || hidden.stage_reached IN (SELECT value FROM json_each({mark}))
        )"
    )
}

/// The key that the database is under at this moment. A change of the store key replaces it while connections
/// are open; each looks before it reads.
pub(crate) type CurrentKey = Arc<Mutex<DatabaseKey>>;

/// A connection that reads and cannot write.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    database: PathBuf,
    key: DatabaseKey,
    current: CurrentKey,
}

impl Reader {
    pub(crate) fn open(database: &Path, current: CurrentKey) -> Result<Self, StoreError> {
        let key = key_of(&current);
        Ok(Self {
            connection: connect(database, &key)?,
            database: database.to_owned(),
            key,
            current,
        })
    }

    /// Reads, with every query seeing the same state.
    ///
    /// # Errors
    /// What the reading returns, or [`StoreError`] when no transaction can begin.
    pub fn read<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Records<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let current = key_of(&self.current);
        if current != self.key {
            self.connection = connect(&self.database, &current)?;
            self.key = current;
        }
        read_in(&mut self.connection, work)
    }

    /// The handle by which another thread stops the read that is running.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.connection.get_interrupt_handle()
    }
}

fn key_of(current: &CurrentKey) -> DatabaseKey {
    current
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone()
}

fn connect(database: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    match connection::open(database, key, Use::Read) {
        Ok(connection) => Ok(connection),
        Err(OpenError::Store(error)) => Err(error),
        Err(OpenError::InUse) => Err(StoreError::Busy),
        Err(_) => Err(StoreError::Damaged),
    }
}

pub(crate) fn read_in<T, E: From<StoreError>>(
    connection: &mut Connection,
    work: impl FnOnce(&Records<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Deferred)
        .map_err(StoreError::from)?;
    work(&Records::new(&transaction))
}
