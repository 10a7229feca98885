//! What goes although the person stays: the facts of the parts of their record, the dates kept beside them, and what of
//! it is due.

mod facts;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Erase, Permit, Reach};
use domain::dates::days_after;
use domain::document::DocumentKind;
use domain::id::{ApplicationId, CandidateId};
use domain::retention::{DataClass, Part, PartFacts, PersonFacts, RetentionPolicy, part_dates};
use domain::sealed::SealedKind;
use domain::text::Line;
use rusqlite::named_params;

use facts::gather;

use crate::blocks::{KEPT_WHOLE, NOT_BLOCKED};
use crate::column::{Day, Id, count, decode, json_rows, line};
use crate::error::StoreError;
use crate::journal::Entry;
use crate::read::{Records, not_left_out};
use crate::write::{Store, Tx};

/// When parts of the records of people who stay go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartCalendar {
    /// How many of each class are due and kept by nothing.
    pub due: BTreeMap<DataClass, u64>,
    /// Since when the first of them is due; none where nothing is.
    pub due_since: Option<NaiveDate>,
    /// How many of each class go in each of the weeks ahead: the first begins the day after.
    pub weeks: Vec<BTreeMap<DataClass, u64>>,
    /// How many go later than those weeks.
    pub later: u64,
}

/// Parts with a day of their own, by class. A hired candidate's application whose hand-over is not confirmed may be the
/// only copy (RET-13); the history and the documents of an application that is due go with it.
const PARTS: &str = "
    SELECT candidate, 'form' AS class, erase_on AS on_day
    FROM application
    WHERE erase_on IS NOT NULL AND NOT (outcome IS 'hired' AND handed_over_on IS NULL)
    UNION ALL
    SELECT candidate, 'tool-use', history_on
    FROM application
    WHERE history_on IS NOT NULL AND NOT (outcome IS 'hired' AND handed_over_on IS NULL)
      AND NOT coalesce(erase_on <= :today, 0)
    UNION ALL
    SELECT candidate, kind, erase_on
    FROM sealed_record
    WHERE erase_on IS NOT NULL
    UNION ALL
    SELECT candidate, kind, erase_on
    FROM document
    WHERE erase_on IS NOT NULL
      AND NOT EXISTS (
          SELECT 1
          FROM application
          WHERE application.row = document.application
            AND (application.erase_on <= :today
                 OR application.outcome = 'hired' AND application.handed_over_on IS NULL)
      )";

/// The person stays, and no legal hold, open incident, request or open complaint keeps everything of theirs.
fn stays() -> String {
    format!(
        "NOT coalesce(candidate.erase_on <= :today AND {NOT_BLOCKED}, 0)
         AND NOT EXISTS (
             SELECT 1
             FROM hold
             WHERE hold.candidate = candidate.row AND hold.released_on IS NULL AND hold.application IS NULL
         )
         AND NOT {KEPT_WHOLE}
         AND {}",
        not_left_out("candidate.row", ":without")
    )
}

impl Records<'_> {
    /// What the rules need to know of the parts of many candidates' records; those who are gone are left out.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn part_facts(
        &self,
        candidates: &[CandidateId],
    ) -> Result<BTreeMap<CandidateId, PartFacts>, StoreError> {
        let mut people = self.people_facts(candidates)?;
        let mut found = BTreeMap::new();
        for part in candidates.chunks(512) {
            let mut rows = BTreeMap::new();
            for candidate in part.iter().filter(|id| people.contains_key(id)) {
                rows.insert(self.candidate_row(*candidate)?, *candidate);
            }
            let mut parts = gather(self.connection(), &json_rows(rows.keys().copied()))?;
            for (row, candidate) in rows {
                if let Some(person) = people.remove(&candidate) {
                    let theirs = parts.remove(&row).unwrap_or_default();
                    found.insert(candidate, theirs.facts(person));
                }
            }
        }
        Ok(found)
    }

    /// People who stay on a day, and of whose record a part is due. Whether it is, the rules decide anew.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn people_with_parts_due(
        &self,
        permit: &Permit<Erase>,
        on: NaiveDate,
    ) -> Result<Vec<CandidateId>, StoreError> {
        let without = self.everything_but(permit)?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.id
             FROM candidate
             WHERE candidate.row IN (SELECT part.candidate FROM ({PARTS}) AS part WHERE part.on_day <= :today)
               AND {}
             ORDER BY candidate.row",
            stays()
        ))?;
        let found = statement.query_map(
            named_params! { ":today": Day(on), ":without": without },
            |row| Ok(CandidateId::from_uuid(row.get::<_, Id>(0)?.0)),
        )?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// When parts of the records of people who stay go: what is due, so many weeks ahead, and the rest.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn part_calendar(
        &self,
        permit: &Permit<Erase>,
        today: NaiveDate,
        weeks: u32,
    ) -> Result<PartCalendar, StoreError> {
        let without = self.everything_but(permit)?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT part.class, max(part.on_day, :today), count(*), min(part.on_day)
             FROM ({PARTS}) AS part
             JOIN candidate ON candidate.row = part.candidate
             WHERE {}
             GROUP BY 1, 2",
            stays()
        ))?;
        let mut rows =
            statement.query(named_params! { ":today": Day(today), ":without": without })?;
        let weeks = usize::try_from(weeks).unwrap_or(0);
        let mut calendar = PartCalendar {
            weeks: vec![BTreeMap::new(); weeks],
            ..PartCalendar::default()
        };
        while let Some(row) = rows.next()? {
            let (class, on, number): (String, Day, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let number = count(number);
            let class = decode("sealed_record.kind", class_of(&class))?;
            if on.0 <= today {
                *calendar.due.entry(class).or_default() += number;
                let since = row.get::<_, Day>(3)?.0;
                calendar.due_since =
                    Some(calendar.due_since.map_or(since, |first| first.min(since)));
                continue;
            }
            let week = (on.0 - days_after(today, 1)).num_days() / 7;
            let week = usize::try_from(week).ok();
            match week.and_then(|week| calendar.weeks.get_mut(week)) {
                Some(counted) => *counted.entry(class).or_default() += number,
                None => calendar.later += number,
            }
        }
        Ok(calendar)
    }

    /// The titles of the vacancies that these applications are for; those that are gone are left out.
    ///
    /// # Errors
    /// [`StoreError::WrongSubject`] when the permit does not reach everything.
    pub fn vacancy_titles(
        &self,
        permit: &Permit<Erase>,
        applications: &[ApplicationId],
    ) -> Result<BTreeMap<ApplicationId, Line>, StoreError> {
        self.everything_but(permit)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT vacancy.title
             FROM application
             JOIN vacancy ON vacancy.row = application.vacancy
             WHERE application.id = ?1",
        )?;
        let mut titles = BTreeMap::new();
        for application in applications {
            let mut rows = statement.query([Id(application.uuid())])?;
            if let Some(row) = rows.next()? {
                let title: String = row.get(0)?;
                titles.insert(*application, line("vacancy.title", &title)?);
            }
        }
        Ok(titles)
    }

    /// Whom a permit over everything leaves out.
    fn everything_but(&self, permit: &Permit<Erase>) -> Result<Option<String>, StoreError> {
        if *permit.scope().reach() != Reach::Everything {
            return Err(StoreError::WrongSubject);
        }
        Ok(self.scope_rows(permit.scope())?.without)
    }
}

/// The class of what is kept under a word: a class, or a kind of sealed record or document.
fn class_of(word: &str) -> Option<DataClass> {
    SealedKind::from_code(word)
        .map(SealedKind::retention_class)
        .or_else(|| DocumentKind::from_code(word).map(DocumentKind::retention_class))
        .or_else(|| DataClass::from_code(word))
}

/// The mark that an upgrade leaves when dates that the rules give are missing from the records.
const DATES_OUTDATED: &str = "dates-outdated";

impl Store {
    /// Works out every record's dates anew, where an upgrade left a mark that they are missing.
    pub(crate) fn renew_dates(&mut self, at: DateTime<Utc>) -> Result<(), StoreError> {
        if self.records().setting(DATES_OUTDATED)?.is_none() {
            return Ok(());
        }
        self.transact(None, at, |tx| {
            let mut statement = tx.sql().prepare("SELECT row FROM candidate")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                tx.touch(row.get(0)?);
            }
            tx.sql()
                .execute("DELETE FROM setting WHERE name = ?1", [DATES_OUTDATED])?;
            Ok(((), Entry::new("renew-dates")))
        })
    }
}

impl Tx<'_> {
    /// Works out anew the days on which parts of the records of these people go before them.
    pub(super) fn refresh_part_dates(
        &self,
        rows: &str,
        people: BTreeMap<i64, PersonFacts>,
        policy: &RetentionPolicy,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let mut parts = gather(self.sql(), rows)?;
        for (row, person) in people {
            let Some(theirs) = parts.remove(&row) else {
                continue;
            };
            let dates: BTreeMap<Part, NaiveDate> = part_dates(&theirs.facts(person), policy, today)
                .into_iter()
                .map(|date| (date.part, date.erase_on))
                .collect();
            for (facts, kept) in &theirs.applications {
                let erase_on = dates.get(&Part::Application(facts.application)).copied();
                let history_on = dates.get(&Part::History(facts.application)).copied();
                if (erase_on, history_on) != (kept.erase_on, kept.history_on) {
                    self.sql()
                        .prepare_cached(
                            "UPDATE application
                             SET erase_on = :erase_on, history_on = :history_on
                             WHERE row = :row",
                        )?
                        .execute(named_params! {
                            ":erase_on": erase_on.map(Day),
                            ":history_on": history_on.map(Day),
                            ":row": kept.row,
                        })?;
                }
            }
            for (facts, kept) in &theirs.sealed {
                let erase_on = dates.get(&Part::Sealed(facts.record)).copied();
                if erase_on != kept.erase_on {
                    self.sql()
                        .prepare_cached(
                            "UPDATE sealed_record SET erase_on = :erase_on WHERE row = :row",
                        )?
                        .execute(
                            named_params! { ":erase_on": erase_on.map(Day), ":row": kept.row },
                        )?;
                }
            }
            for (facts, kept) in &theirs.documents {
                let erase_on = dates.get(&Part::Document(facts.document)).copied();
                if erase_on != kept.erase_on {
                    self.sql()
                        .prepare_cached(
                            "UPDATE document SET erase_on = :erase_on WHERE row = :row",
                        )?
                        .execute(
                            named_params! { ":erase_on": erase_on.map(Day), ":row": kept.row },
                        )?;
                }
            }
        }
        Ok(())
    }
}
