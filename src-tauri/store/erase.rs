//! Erasing people so that it can be shown: everything of them goes, counts stay, and every page and file is
//! searched for them before anyone says *erased*.
//!
//! An erasure is written down before it begins (`intended`), is `deleted` when the rows are gone, and `erased`
//! when nothing was found of them, or else a `fault`. Whatever ends the program in between, the next unlock
//! finishes it before anything is shown.

mod circumstance;
mod finish;
mod gather;
mod report;

pub use circumstance::{Circumstances, ErasureDetails, ErasureTrigger, KeptFor};
pub use report::{ErasureReport, ErasureState};

use chrono::{DateTime, Utc};
use domain::access::{Erase, Permit, Reach};
use domain::id::{AccountId, CandidateId, ErasureId};
use rusqlite::named_params;
use serde_json as json;

use crate::candidate::{BULK_SHARE, SearchIndex};
use crate::column::{At, Day, Id, json_rows};
use crate::connection::checkpoint;
use crate::error::StoreError;
use crate::files::erase_file;
use crate::forensic::{self, Tokens, Verification};
use crate::head;
use crate::journal::{About, Detail, Entry};
use crate::read::Records;
use crate::write::{Store, Tx};

/// People erased in one transaction; between two, the erasure can be stopped.
const BATCH: usize = 2500;
/// Someone to be erased, and the rule by which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToErase {
    /// Who.
    pub candidate: CandidateId,
    /// The rule, as in RULEBOOK: `RET-02`.
    pub rule: &'static str,
}

/// How far an erasure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// People gone.
    pub done: usize,
    /// People to go.
    pub of: usize,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoOn {
    /// With the next people.
    Yes,
    /// No: who is gone is gone, and is verified; the others stay.
    Stop,
}

/// Someone about to go, by their private row.
#[derive(Clone, Debug)]
struct Intent {
    row: i64,
    rule: String,
}

impl Store {
    /// Erases people and verifies it. Whether each is due is decided before. Between batches `go_on` is asked
    /// and told how far it is.
    ///
    /// People who are gone already, and those on whom a legal hold stands, are passed over. The report says [`ErasureState::Erased`] only when every
    /// page and file was searched and nothing was found.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach every one of them, [`StoreError::Busy`] when a
    /// reader kept the log from being emptied: the erasure is then finished by [`Store::finish_erasures`], or
    /// at the next unlock.
    pub fn erase(
        &mut self,
        permit: &Permit<Erase>,
        people: &[ToErase],
        at: DateTime<Utc>,
        mut go_on: impl FnMut(Progress) -> GoOn,
    ) -> Result<ErasureReport, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let without = permit.scope().without();
        if people
            .iter()
            .any(|person| without.contains(&person.candidate))
        {
            return Err(StoreError::WrongSubject);
        }
        let account = permit.actor();
        let erasure = self.intend(account, people, at)?;
        let intents = self.read(|records| records.intents(erasure))?;
        let all = self.records().number_of_candidates()?;
        let bulk = intents.len() > all / BULK_SHARE;
        let mut tokens = Tokens::default();
        let mut done = 0;
        for batch in intents.chunks(BATCH) {
            self.erase_batch(account, erasure, batch, bulk, at, &mut tokens)?;
            done += batch.len();
            if go_on(Progress {
                done,
                of: intents.len(),
            }) == GoOn::Stop
            {
                break;
            }
        }
        self.conclude(account, erasure, bulk, at)?;
        // Where many rows went, pages keep shadows of some that moved within them before they were deleted,
        // although `secure_delete` is on: writing every page anew leaves none.
        self.prove(account, erasure, at, &mut tokens, bulk)
    }

    fn intend(
        &mut self,
        account: AccountId,
        people: &[ToErase],
        at: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        self.transact(Some(account), at, |tx| {
            let id = ErasureId::new(at);
            tx.sql().execute(
                "INSERT INTO erasure (id, account, at, state, people, rules)
                 VALUES (:id, :account, :at, :state, 0, '{}')",
                named_params! {
                    ":id": Id(id.uuid()),
                    ":account": tx.actor_row()?,
                    ":at": At(at),
                    ":state": ErasureState::Intended.code(),
                },
            )?;
            let erasure = tx.sql().last_insert_rowid();
            let mut intended = 0;
            for person in people {
                let row = match tx.records().candidate_row(person.candidate) {
                    Ok(row) => row,
                    Err(StoreError::NotFound) => continue,
                    Err(error) => return Err(error),
                };
                intended += tx
                    .sql()
                    .prepare_cached(
                        "INSERT INTO erasure_intent (candidate, erasure, rule)
                         SELECT :candidate, :erasure, :rule
                         WHERE NOT EXISTS (
                             SELECT 1 FROM hold WHERE hold.candidate = :candidate AND hold.released_on IS NULL
                         )
                         ON CONFLICT (candidate) DO NOTHING",
                    )?
                    .execute(named_params! { ":candidate": row, ":erasure": erasure, ":rule": person.rule })?;
            }
            let entry = Entry::new("begin-erasure")
                .about(About::Erasure(id))
                .with(
                    "people",
                    Detail::Number(u64::try_from(intended).unwrap_or(u64::MAX)),
                );
            Ok((erasure, entry))
        })
    }

    fn erase_batch(
        &mut self,
        account: AccountId,
        erasure: i64,
        batch: &[Intent],
        bulk: bool,
        at: DateTime<Utc>,
        tokens: &mut Tokens,
    ) -> Result<(), StoreError> {
        let rows: Vec<i64> = batch.iter().map(|intent| intent.row).collect();
        self.transact(Some(account), at, |tx| {
            tx.gather_tokens(&rows, tokens)?;
            tx.count_statistics(&rows)?;
            tx.enter_in_ledger(erasure, &rows)?;
            tx.delete_people(
                &rows,
                if bulk {
                    SearchIndex::MadeAnew
                } else {
                    SearchIndex::Cleaned
                },
            )?;
            let report = tx.add_to_erasure(erasure, batch)?;
            let entry = Entry::new("erase-people")
                .about(About::Erasure(report))
                .with(
                    "people",
                    Detail::Number(u64::try_from(rows.len()).unwrap_or(u64::MAX)),
                );
            Ok(((), entry))
        })
    }

    /// The rows are gone: makes the search index anew where that was left to the end, and lets the people stay
    /// who were passed over.
    fn conclude(
        &mut self,
        account: AccountId,
        erasure: i64,
        bulk: bool,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.transact(Some(account), at, |tx| {
            if bulk {
                tx.make_search_anew()?;
            }
            tx.sql()
                .execute("DELETE FROM erasure_intent WHERE erasure = ?1", [erasure])?;
            tx.set_erasure_state(erasure, ErasureState::Deleted, None)?;
            let report = tx.records().erasure_report(erasure)?;
            let entry = Entry::new("delete-people")
                .about(About::Erasure(report.id))
                .with("people", Detail::Number(report.people));
            Ok(((), entry))
        })
    }

    /// Empties the log, searches everything, and says how it ended.
    fn prove(
        &mut self,
        account: AccountId,
        erasure: i64,
        at: DateTime<Utc>,
        tokens: &mut Tokens,
        rebuild: bool,
    ) -> Result<ErasureReport, StoreError> {
        tokens.dedup();
        // A sealed copy from before an upgrade holds the people too; once it has, it is of no more use than harm.
        for copy in self.folder.sealed_copies()? {
            erase_file(&copy)?;
        }
        self.forget_subjects()?;
        if rebuild {
            self.rebuild()?;
        }
        checkpoint(&self.writer)?;
        let key = self.keys.database_key(&self.key);
        let mut verification = forensic::verify(&self.folder, &key, &self.writer, tokens)?;
        if verification.found > 0 && !rebuild {
            // A shadow in a page, as above; more often none is left.
            self.rebuild()?;
            checkpoint(&self.writer)?;
            verification = forensic::verify(&self.folder, &key, &self.writer, tokens)?;
            verification.rebuilt = true;
        }
        verification.rebuilt |= rebuild;
        let state = if verification.found == 0 {
            ErasureState::Erased
        } else {
            ErasureState::Fault
        };
        let report = self.transact(Some(account), at, |tx| {
            tx.set_erasure_state(erasure, state, Some(&verification))?;
            let report = tx.records().erasure_report(erasure)?;
            let action = match state {
                ErasureState::Fault => "fail-erasure",
                ErasureState::Intended | ErasureState::Deleted | ErasureState::Erased => {
                    "verify-erasure"
                }
            };
            let entry = Entry::new(action)
                .about(About::Erasure(report.id))
                .with("people", Detail::Number(report.people))
                .with("pages", Detail::Number(verification.pages))
                .with("files", Detail::Number(verification.files))
                .with("tokens", Detail::Number(verification.tokens))
                .with("found", Detail::Number(verification.found));
            Ok::<_, StoreError>((report, entry))
        })?;
        let head = crate::journal::head(&self.writer)?;
        head::write(&self.folder, &self.keys, &self.key, head)?;
        self.sign_journal()?;
        Ok(report)
    }

    /// Destroys the keys of candidates who are gone.
    fn forget_subjects(&mut self) -> Result<(), StoreError> {
        let living = self
            .subjects
            .subjects()
            .into_iter()
            .filter_map(
                |id| match self.records().candidate_row(CandidateId::from_uuid(id)) {
                    Ok(_) => Some(Ok(id)),
                    Err(StoreError::NotFound) => None,
                    Err(error) => Some(Err(error)),
                },
            )
            .collect::<Result<_, _>>()?;
        let key = self.keys.subjects_key(&self.key);
        self.subjects.keep_only(&living, &key)
    }

    fn rebuild(&self) -> Result<(), StoreError> {
        self.writer.execute_batch("VACUUM")?;
        Ok(())
    }
}

impl Records<'_> {
    fn intents(&self, erasure: i64) -> Result<Vec<Intent>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT candidate, rule
             FROM erasure_intent
             WHERE erasure = ?1
             ORDER BY candidate",
        )?;
        let found = statement.query_map([erasure], |row| {
            Ok(Intent {
                row: row.get(0)?,
                rule: row.get(1)?,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    fn enter_in_ledger(&self, erasure: i64, rows: &[i64]) -> Result<(), StoreError> {
        self.sql()
            .prepare_cached(
                "INSERT INTO erasure_ledger (record, erasure, erased_on, rule)
                 SELECT candidate.id, :erasure, :erased_on, erasure_intent.rule
                 FROM erasure_intent
                 JOIN candidate ON candidate.row = erasure_intent.candidate
                 WHERE erasure_intent.erasure = :erasure
                   AND candidate.row IN (SELECT value FROM json_each(:rows))",
            )?
            .execute(named_params! {
                ":erasure": erasure,
                ":erased_on": Day(self.today()),
                ":rows": json_rows(rows.iter().copied()),
            })?;
        Ok(())
    }

    fn add_to_erasure(&self, erasure: i64, batch: &[Intent]) -> Result<ErasureId, StoreError> {
        let mut report = self.records().erasure_report(erasure)?;
        for intent in batch {
            *report.rules.entry(intent.rule.clone()).or_default() += 1;
        }
        let people = report.rules.values().sum::<u64>();
        let rules = json::to_string(&report.rules).map_err(|_error| StoreError::Unreadable {
            column: "erasure.rules",
        })?;
        self.sql()
            .prepare_cached("UPDATE erasure SET people = :people, rules = :rules WHERE row = :row")?
            .execute(named_params! {
                ":people": i64::try_from(people).unwrap_or(i64::MAX),
                ":rules": rules,
                ":row": erasure,
            })?;
        Ok(report.id)
    }

    fn set_erasure_state(
        &self,
        erasure: i64,
        state: ErasureState,
        verification: Option<&Verification>,
    ) -> Result<(), StoreError> {
        let verification = verification
            .map(json::to_string)
            .transpose()
            .map_err(|_error| StoreError::Unreadable {
                column: "erasure.verification",
            })?;
        self.sql()
            .prepare_cached("UPDATE erasure SET state = :state, verification = :verification WHERE row = :row")?
            .execute(named_params! { ":state": state.code(), ":verification": verification, ":row": erasure })?;
        Ok(())
    }
}
