//! Erasing again what was erased before: an earlier database that was put back still holds people whom the ledger
//! outside it knows to be gone (ERA-07). It is done before the store is handed out.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::{ClockCheck, london_date};
use domain::deadline::backups_cleared;
use domain::id::ErasureId;
use rusqlite::{OptionalExtension, named_params};

use super::ErasureState;
use crate::column::{At, Day, Id, json_rows};
use crate::error::StoreError;
use crate::journal::{About, Detail, Entry};
use crate::ledger::{Erased, Found, Kind, LedgerCheck};
use crate::read::Records;
use crate::write::{Store, Tx};

/// The trigger that keeps a legal hold that stands.
const HOLD_STAYS: &str = "hold_that_stands_stays";

/// Something that the ledger knows to be gone and an earlier database still holds, by its private rows.
struct Again<'l> {
    line: &'l Erased,
    candidate: i64,
    application: Option<i64>,
    sealed_record: Option<i64>,
    document: Option<i64>,
}

impl Records<'_> {
    /// What of the ledger's lines is still there. What is part of something else that is goes with that.
    fn still_there<'l>(
        &self,
        lines: impl Iterator<Item = &'l Erased>,
    ) -> Result<Vec<Again<'l>>, StoreError> {
        let mut found = Vec::new();
        for line in lines {
            let sql = match line.kind {
                Kind::Person => "SELECT row, NULL, NULL, NULL FROM candidate WHERE id = ?1",
                Kind::Application => "SELECT candidate, row, NULL, NULL FROM application WHERE id = ?1",
                Kind::History => {
                    "SELECT candidate, row, NULL, NULL
                     FROM application
                     WHERE id = ?1
                       AND (
                           EXISTS (SELECT 1 FROM application_event WHERE application_event.application = application.row)
                           OR EXISTS (SELECT 1 FROM interview WHERE interview.application = application.row)
                           OR EXISTS (SELECT 1 FROM offer WHERE offer.application = application.row)
                           OR EXISTS (SELECT 1 FROM outcome_message WHERE outcome_message.application = application.row)
                       )"
                }
                Kind::Sealed => "SELECT candidate, NULL, row, NULL FROM sealed_record WHERE id = ?1",
                Kind::Document => "SELECT candidate, NULL, NULL, row FROM document WHERE id = ?1",
            };
            let there = self
                .connection()
                .prepare_cached(sql)?
                .query_row([Id(line.record)], |row| {
                    Ok(Again {
                        line,
                        candidate: row.get(0)?,
                        application: row.get(1)?,
                        sealed_record: row.get(2)?,
                        document: row.get(3)?,
                    })
                })
                .optional()?;
            found.extend(there);
        }
        let whole: BTreeSet<i64> = found
            .iter()
            .filter(|each| each.line.kind == Kind::Person)
            .map(|each| each.candidate)
            .collect();
        found.retain(|each| each.line.kind == Kind::Person || !whole.contains(&each.candidate));
        Ok(found)
    }
}

impl Store {
    /// Brings the ledger in the database and the one outside together, and writes down to be erased whom the one
    /// outside knows to be gone. [`Store::finish_erasures`] does it. Gives how many people that is.
    pub(crate) fn settle_ledger(
        &mut self,
        found: &Found,
        at: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let table = self.records().ledger()?;
        let known: BTreeSet<_> = table.iter().map(|line| line.record).collect();
        let again = self.read(|records| records.still_there(found.lines.values()))?;
        let unknown = found.lines.keys().any(|record| !known.contains(record));
        let had_key = crate::outside::OutsideKey::of(&self.writer)?.is_some();
        if unknown || !again.is_empty() || !had_key || found.check != LedgerCheck::Whole {
            let account = self.account;
            self.transact(Some(account), at, |tx| {
                tx.put_outside_key(&found.key)?;
                let erasure = tx.intend_again(&again)?;
                for line in found.lines.values() {
                    tx.adopt_ledger_line(line, erasure.map(|(row, _)| row))?;
                }
                Ok::<_, StoreError>(((), entry(&again, erasure, found.check, had_key)))
            })?;
        }
        self.age(at)?;
        let table = self.records().ledger()?;
        if found.differs(&table) {
            self.write_ledger()?;
        }
        Ok(people(&again))
    }

    /// Lets go of what no backup can hold any more (RET-18): lines of the ledger, and backups whose days are over,
    /// their files with them where they still are; of recipients who were told six years ago, of incidents that were
    /// closed then, and of the words of complaints a year after their outcome. Never by a clock that is not believed.
    pub(crate) fn age(&mut self, at: DateTime<Utc>) -> Result<(), StoreError> {
        if !matches!(self.records().check_clock(at)?, ClockCheck::Sound) {
            return Ok(());
        }
        let today = london_date(at);
        let days = self.records().backup_days()?;
        self.forget_old_backups(today, at)?;
        self.forget_told(today, at)?;
        self.forget_incidents(today, at)?;
        self.forget_requests(today, at)?;
        self.forget_complaints(today, at)?;
        let oldest = self.records().oldest_backup()?.map(london_date);
        let over: Vec<NaiveDate> = self.read(|records| {
            let mut statement = records
                .connection()
                .prepare_cached("SELECT DISTINCT erased_on FROM erasure_ledger")?;
            let found = statement.query_map([], |row| Ok(row.get::<_, Day>(0)?.0))?;
            let found: Vec<NaiveDate> = found.collect::<rusqlite::Result<_>>()?;
            // A copy that nobody knows of may have been made on the very day.
            Ok::<_, StoreError>(
                found
                    .into_iter()
                    .filter(|day| backups_cleared(*day, days, today).cleared)
                    .filter(|day| oldest.is_none_or(|oldest| oldest > *day))
                    .collect(),
            )
        })?;
        if !over.is_empty() {
            let account = self.account;
            self.transact(Some(account), at, |tx| {
                let mut records = 0;
                for day in &over {
                    records += tx
                        .sql()
                        .prepare_cached("DELETE FROM erasure_ledger WHERE erased_on = ?1")?
                        .execute([Day(*day)])?;
                }
                let entry = Entry::new("forget-erased-ids").with(
                    "records",
                    Detail::Number(u64::try_from(records).unwrap_or(u64::MAX)),
                );
                Ok::<_, StoreError>(((), entry))
            })?;
        }
        Ok(())
    }
}

fn people(again: &[Again<'_>]) -> u64 {
    let whole = again.iter().filter(|each| each.line.kind == Kind::Person);
    super::size(whole.count())
}

fn entry(
    again: &[Again<'_>],
    erasure: Option<(i64, ErasureId)>,
    check: LedgerCheck,
    had_key: bool,
) -> Entry {
    match erasure {
        Some((_, id)) => Entry::new("replay-erasures")
            .about(About::Erasure(id))
            .with("people", Detail::Number(people(again)))
            .with(
                "parts",
                Detail::Number(super::size(again.len()).saturating_sub(people(again))),
            )
            .with("ledger", Detail::Word(check.word())),
        None if had_key => {
            Entry::new("mend-erasure-ledger").with("ledger", Detail::Word(check.word()))
        }
        None => Entry::new("begin-erasure-ledger"),
    }
}

impl Tx<'_> {
    /// Writes an erasure down of people who were erased before.
    fn intend_again(&self, again: &[Again<'_>]) -> Result<Option<(i64, ErasureId)>, StoreError> {
        if again.is_empty() {
            return Ok(None);
        }
        let id = ErasureId::new(self.at());
        self.sql().execute(
            "INSERT INTO erasure (id, account, at, state, people, rules)
             VALUES (:id, :account, :at, :state, 0, '{}')",
            named_params! {
                ":id": Id(id.uuid()),
                ":account": self.actor_row()?,
                ":at": At(self.at()),
                ":state": ErasureState::Intended.code(),
            },
        )?;
        let erasure = self.sql().last_insert_rowid();
        self.lift_holds(again)?;
        for each in again {
            self.sql()
                .prepare_cached(
                    "INSERT INTO erasure_intent (erasure, part, candidate, application, sealed_record, document, rule)
                     VALUES (:erasure, :part, :candidate, :application, :sealed_record, :document, :rule)
                     ON CONFLICT DO NOTHING",
                )?
                .execute(named_params! {
                    ":erasure": erasure,
                    ":part": each.line.kind.word(),
                    ":candidate": each.candidate,
                    ":application": each.application,
                    ":sealed_record": each.sealed_record,
                    ":document": each.document,
                    ":rule": each.line.rule,
                })?;
        }
        Ok(Some((erasure, id)))
    }

    /// Takes legal holds away that stand in an earlier database on people who were erased later, and so were released
    /// in between. The database refuses to delete a hold that stands, whoever asks: for these it is asked not to.
    fn lift_holds(&self, again: &[Again<'_>]) -> Result<(), StoreError> {
        let rows = json_rows(again.iter().map(|each| each.candidate));
        let standing: bool = self.sql().query_row(
            "SELECT EXISTS (
                 SELECT 1 FROM hold
                 WHERE released_on IS NULL AND candidate IN (SELECT value FROM json_each(?1))
             )",
            [&rows],
            |row| row.get(0),
        )?;
        if !standing {
            return Ok(());
        }
        let trigger: Option<String> = self
            .sql()
            .query_row(
                "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?1",
                [HOLD_STAYS],
                |row| row.get(0),
            )
            .optional()?;
        self.sql()
            .execute_batch(&format!("DROP TRIGGER IF EXISTS {HOLD_STAYS}"))?;
        self.sql().execute(
            "DELETE FROM hold WHERE candidate IN (SELECT value FROM json_each(?1))",
            [&rows],
        )?;
        if let Some(trigger) = trigger {
            self.sql().execute_batch(&trigger)?;
        }
        Ok(())
    }
}
