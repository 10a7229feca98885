//! Erasing so that it can be shown: everything of a person goes, or a part of the record of somebody who stays; counts
//! stay, and every page and file is searched for the words that went before anyone says *erased*.
//!
//! An erasure is written down before it begins (`intended`), is `deleted` when the rows are gone, and `erased`
//! when nothing was found of them, or else a `fault`. Whatever ends the program in between, the next unlock
//! finishes it before anything is shown.

mod circumstance;
mod finish;
mod gather;
mod recipients;
mod replay;
mod report;
mod take;
mod what;

pub use circumstance::{Circumstances, ErasureDetails, ErasureTrigger, KeptFor};
pub(crate) use recipients::Of;
pub use recipients::{Disclosed, RecipientNotice};
pub use report::{Classes, Counts, ErasureReport, ErasureState};
pub use what::{Goes, ToErase};

use chrono::{DateTime, Utc};
use domain::access::{Erase, Permit, Reach};
use domain::id::{AccountId, ErasureId};
use domain::retention::Part;
use rusqlite::named_params;
use serde_json as json;

use crate::candidate::BULK_SHARE;
use crate::column::{At, Day, Id};
use crate::connection::checkpoint;
use crate::data_map::SearchIndex;
use crate::error::StoreError;
use crate::files::erase_file;
use crate::forensic::{self, Tokens, Verification};
use crate::head;
use crate::journal::{About, Detail, Entry};
use crate::write::{Store, Tx};
use what::{Batch, Intent, Place};

/// People and parts erased in the first transaction; between two, the erasure can be stopped.
const FIRST_BATCH: usize = 250;
/// People and parts erased in a later one, at most: each is twice the one before, since a transaction costs more than
/// what goes in it where there are many.
const BATCH: usize = 2500;

/// How far an erasure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// People and parts gone.
    pub done: usize,
    /// People and parts to go.
    pub of: usize,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoOn {
    /// With the next batch.
    Yes,
    /// No: what is gone is gone, and is verified; the rest stays.
    Stop,
}

/// What goes, in the portions it is erased in: small ones first, so that a few hundred can be stopped half-way too.
fn batches(intents: &[Intent]) -> impl Iterator<Item = &[Intent]> {
    let (mut left, mut size) = (intents, FIRST_BATCH);
    std::iter::from_fn(move || {
        let (batch, rest) = left.split_at(size.min(left.len()));
        (left, size) = (rest, (size * 2).min(BATCH));
        (!batch.is_empty()).then_some(batch)
    })
}

impl Store {
    /// Erases people, and parts of the records of people who stay, and verifies it. Whether each is due is decided
    /// before. Between batches `go_on` is asked and told how far it is.
    ///
    /// What is gone already is passed over, and so is what a legal hold on the person keeps. The report says
    /// [`ErasureState::Erased`] only when every page and file was searched and nothing was found.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach every one of them, [`StoreError::Busy`] when a
    /// reader kept the log from being emptied: the erasure is then finished by [`Store::finish_erasures`], or
    /// at the next unlock.
    pub fn erase(
        &mut self,
        permit: &Permit<Erase>,
        wanted: &[ToErase],
        at: DateTime<Utc>,
        mut go_on: impl FnMut(Progress) -> GoOn,
    ) -> Result<ErasureReport, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        let without = permit.scope().without();
        if wanted.iter().any(|each| without.contains(&each.candidate)) {
            return Err(StoreError::WrongSubject);
        }
        let account = permit.actor();
        let erasure = self.intend(account, wanted, at)?;
        let intents = self.read(|records| records.intents(erasure))?;
        let all = self.records().number_of_candidates()?;
        let people = Batch::of(&intents).people.len();
        let bulk = people > all / BULK_SHARE;
        let mut tokens = Tokens::default();
        let mut done = 0;
        for batch in batches(&intents) {
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
        wanted: &[ToErase],
        at: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        self.transact(Some(account), at, |tx| {
            let id = ErasureId::new(at);
            tx.sql().execute(
                "INSERT INTO erasure (id, account, at, state, people, rules, due_since)
                 VALUES (:id, :account, :at, :state, 0, '{}', :due_since)",
                named_params! {
                    ":id": Id(id.uuid()),
                    ":account": tx.actor_row()?,
                    ":at": At(at),
                    ":state": ErasureState::Intended.code(),
                    ":due_since": wanted.iter().filter_map(|each| each.due_since).min().map(Day),
                },
            )?;
            let erasure = tx.sql().last_insert_rowid();
            // People before parts, histories and documents last: a part goes with its person, those with their application.
            let (people, mut parts): (Vec<&ToErase>, Vec<&ToErase>) =
                wanted.iter().partition(|each| each.goes == Goes::Person);
            parts.sort_by_key(|each| {
                matches!(each.goes, Goes::Part(Part::History(_) | Part::Document(_)))
            });
            let intend_all = |all: Vec<&ToErase>| {
                let mut intended = 0;
                for each in all {
                    intended += u64::from(tx.intend_one(erasure, each)?);
                }
                Ok::<_, StoreError>(intended)
            };
            let entry = Entry::new("begin-erasure").about(About::Erasure(id));
            let entry = counted(entry, intend_all(people)?, intend_all(parts)?);
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
        let rows = Batch::of(batch);
        self.transact(Some(account), at, |tx| {
            tx.gather_tokens(&rows, tokens)?;
            tx.count_statistics(&rows.people, &rows.applications)?;
            let recipients = tx.list_recipients(erasure, &rows)?;
            tx.enter_in_ledger(erasure, &rows)?;
            let classes = tx.count_classes(erasure, batch, &rows)?;
            let index = if bulk {
                SearchIndex::MadeAnew
            } else {
                SearchIndex::Cleaned
            };
            tx.delete_people(&rows.people, index)?;
            tx.delete_parts(&rows)?;
            let report = tx.add_to_erasure(erasure, batch, &classes)?;
            let entry = Entry::new("erase-people").about(About::Erasure(report));
            let entry = counted(entry, size(rows.people.len()), size(rows.parts()));
            let entry = match recipients {
                0 => entry,
                _ => entry.with("recipients", Detail::Number(recipients)),
            };
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
            let entry = Entry::new("delete-people").about(About::Erasure(report.id));
            let entry = counted(entry, report.people, report.parts());
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
        // Before anyone says *erased*: a database that is put back must know of it.
        self.write_ledger()?;
        self.renew_companions()?;
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
        let (elsewhere, folder) = (&self.elsewhere, &self.folder);
        forensic::verify_elsewhere(elsewhere, folder, &self.writer, tokens, &mut verification)?;
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
            let entry = Entry::new(action).about(About::Erasure(report.id));
            let entry = counted(entry, report.people, report.parts())
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

    /// Destroys the keys of candidates of whom nothing is sealed any more.
    ///
    /// Where something else of the candidate's is still sealed, or a document of theirs stays, their key stays: what
    /// remains may be sealed to a compartment as well, and whoever erases need not hold it, so it cannot be put under
    /// another key. What went is then gone by the removal of its bytes alone, which are searched for.
    pub(crate) fn forget_subjects(&mut self) -> Result<(), StoreError> {
        let sealed = self.read(|records| {
            let mut statement = records.connection().prepare_cached(
                "SELECT id
                 FROM candidate
                 WHERE row IN (
                     SELECT candidate FROM sealed_record
                     UNION SELECT candidate FROM document
                     UNION SELECT application.candidate
                     FROM interview
                     JOIN application ON application.row = interview.application
                 )",
            )?;
            let found = statement.query_map([], |row| Ok(row.get::<_, Id>(0)?.0))?;
            Ok::<_, StoreError>(found.collect::<rusqlite::Result<_>>()?)
        })?;
        let key = self.keys.subjects_key(&self.key);
        self.subjects.keep_only(&sealed, &key)
    }

    fn rebuild(&self) -> Result<(), StoreError> {
        #[cfg(feature = "testing")]
        if crate::testing::leaves_residue() {
            return Ok(());
        }
        self.writer.execute_batch("VACUUM")?;
        Ok(())
    }
}

/// An entry with how many people it is about, and how many parts of the records of people who stay.
fn counted(entry: Entry, people: u64, parts: u64) -> Entry {
    let entry = entry.with("people", Detail::Number(people));
    if parts == 0 {
        entry
    } else {
        entry.with("parts", Detail::Number(parts))
    }
}

fn size(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

impl Tx<'_> {
    fn add_to_erasure(
        &self,
        erasure: i64,
        batch: &[Intent],
        classes: &Classes,
    ) -> Result<ErasureId, StoreError> {
        let mut report = self.records().erasure_report(erasure)?;
        for intent in batch {
            if let Place::Person(_) = intent.what {
                *report.rules.entry(intent.rule.clone()).or_default() += 1;
            }
        }
        for (rule, found) in classes {
            let known = report.classes.entry(rule.clone()).or_default();
            for (class, counts) in found {
                known.entry(*class).or_default().add(counts);
            }
        }
        let unreadable = |column| move |_error| StoreError::Unreadable { column };
        let people = report.rules.values().sum::<u64>();
        let rules = json::to_string(&report.rules).map_err(unreadable("erasure.rules"))?;
        let classes = json::to_string(&report.classes).map_err(unreadable("erasure.classes"))?;
        self.sql()
            .prepare_cached(
                "UPDATE erasure
                 SET people = :people, rules = :rules, classes = :classes
                 WHERE row = :row",
            )?
            .execute(named_params! {
                ":people": i64::try_from(people).unwrap_or(i64::MAX),
                ":rules": rules,
                ":classes": classes,
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
