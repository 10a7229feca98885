//! Until when each record is kept: the facts the rules weigh, the dates they gave, and the calendar of both.

mod parts;

pub use parts::PartCalendar;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{Permit, ReviewRetention};
use domain::clock::london_date;
use domain::consent::PermissionPurpose;
use domain::dates::days_after;
use domain::id::{ApplicationId, CandidateId, PermissionId, ReserveEntryId};
use domain::notice::{OnRecord, counts_as_given};
use domain::retention::{
    ApplicationFacts, Block, BlockKind, Ground, PermissionFacts, PersonFacts, ReserveFacts,
    RetentionPolicy, decide,
};
use domain::source::SourceCategory;
use rusqlite::{Connection, Row, named_params};

use crate::application::outcome_of;
use crate::blocks::NOT_BLOCKED;
use crate::column::{At, Day, Id, count, day, day_text, decode, json_rows};
use crate::error::StoreError;
use crate::read::{Records, ScopeRows, nameless, not_left_out};
use crate::write::Tx;

/// A week of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionWeek {
    /// Its first day.
    pub from: NaiveDate,
    /// How many records go in it, by the rule that gives the date, in the order of the rules.
    pub rules: BTreeMap<String, u64>,
}

impl RetentionWeek {
    /// How many records go in it.
    pub fn number(&self) -> u64 {
        self.rules.values().sum()
    }
}

/// The calendar from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionCalendar {
    /// Records whose day has come and that nothing blocks.
    pub due: u64,
    /// Records whose day has come and that are kept all the same.
    pub blocked: u64,
    /// The weeks ahead: the first begins the day after.
    pub weeks: Vec<RetentionWeek>,
    /// Records that go later than those weeks.
    pub later: u64,
    /// Records without a date: an application runs.
    pub running: u64,
}

/// People's facts, by row, gathered table by table.
fn gather(connection: &Connection, rows: &str) -> Result<BTreeMap<i64, PersonFacts>, StoreError> {
    let mut people = BTreeMap::new();
    each(
        connection,
        "SELECT row, received_on, source, notice_given_on, added_at,
                EXISTS (
                    SELECT 1
                    FROM notice_given
                    WHERE notice_given.candidate = candidate.row AND notice_given.exemption IS NOT NULL
                ),
                (SELECT min(added_at) FROM notice_version)
         FROM candidate
         WHERE row IN (SELECT value FROM json_each(?1))",
        rows,
        |row| {
            let source: String = row.get(2)?;
            let source = decode("candidate.source", SourceCategory::from_code(&source))?;
            let mut facts = PersonFacts::new(row.get::<_, Day>(1)?.0, source.directness());
            let record = OnRecord {
                given_on: day(row.get(3)?),
                exempt: row.get(5)?,
            };
            let added_at = row.get::<_, At>(4)?.0;
            let first = row.get::<_, Option<At>>(6)?.map(|first| first.0);
            facts.notice_given_on = counts_as_given(
                record,
                facts.received_on,
                london_date(added_at),
                first.is_some_and(|first| first < added_at),
            );
            people.insert(row.get(0)?, facts);
            Ok(())
        },
    )?;
    each(
        connection,
        "SELECT application.candidate, application.id, application.outcome, application.reason,
                application.outcome_on, application.handed_over_on, vacancy.closed_out_on,
                application.applied_on
         FROM application
         JOIN vacancy ON vacancy.row = application.vacancy
         WHERE application.candidate IN (SELECT value FROM json_each(?1))
         ORDER BY application.row",
        rows,
        |row| {
            let facts = ApplicationFacts {
                application: ApplicationId::from_uuid(row.get::<_, Id>(1)?.0),
                applied_on: Some(row.get::<_, Day>(7)?.0),
                outcome: outcome_of(row)?.map(|outcome| (outcome.how, outcome.on)),
                vacancy_closed_out_on: day(row.get(6)?),
                handed_over_on: day(row.get(5)?),
            };
            let candidate: i64 = row.get(0)?;
            if let Some(person) = people.get_mut(&candidate) {
                person.applications.push(facts);
            }
            Ok(())
        },
    )?;
    each(
        connection,
        "SELECT permission.candidate, permission.id, permission.purpose, permission.given_on, permission.months,
                permission.withdrawn_on, application.id
         FROM permission
         LEFT JOIN application ON application.row = permission.application
         WHERE permission.candidate IN (SELECT value FROM json_each(?1))
         ORDER BY permission.row",
        rows,
        |row| {
            let purpose: String = row.get(2)?;
            let facts = PermissionFacts {
                permission: PermissionId::from_uuid(row.get::<_, Id>(1)?.0),
                purpose: decode("permission.purpose", PermissionPurpose::from_code(&purpose))?,
                application: row.get::<_, Option<Id>>(6)?.map(|id| ApplicationId::from_uuid(id.0)),
                given_on: row.get::<_, Day>(3)?.0,
                months: row.get(4)?,
                withdrawn_on: day(row.get(5)?),
            };
            let candidate: i64 = row.get(0)?;
            if let Some(person) = people.get_mut(&candidate) {
                person.permissions.push(facts);
            }
            Ok(())
        },
    )?;
    each(
        connection,
        "SELECT reserve_entry.candidate, reserve_entry.id, application.id, permission.id, reserve_entry.until_on,
                reserve_entry.removed_on
         FROM reserve_entry
         JOIN application ON application.row = reserve_entry.application
         JOIN permission ON permission.row = reserve_entry.permission
         WHERE reserve_entry.candidate IN (SELECT value FROM json_each(?1))
         ORDER BY reserve_entry.row",
        rows,
        |row| {
            let facts = ReserveFacts {
                entry: ReserveEntryId::from_uuid(row.get::<_, Id>(1)?.0),
                application: ApplicationId::from_uuid(row.get::<_, Id>(2)?.0),
                permission: PermissionId::from_uuid(row.get::<_, Id>(3)?.0),
                until: day(row.get(4)?),
                removed_on: day(row.get(5)?),
            };
            let candidate: i64 = row.get(0)?;
            if let Some(person) = people.get_mut(&candidate) {
                person.reserve.push(facts);
            }
            Ok(())
        },
    )?;
    each(
        connection,
        "SELECT hold.candidate, hold.placed_on, hold.released_on, application.id
         FROM hold
         LEFT JOIN application ON application.row = hold.application
         WHERE hold.candidate IN (SELECT value FROM json_each(?1))
         ORDER BY hold.row",
        rows,
        |row| {
            let block = Block {
                kind: BlockKind::LegalHold,
                application: row
                    .get::<_, Option<Id>>(3)?
                    .map(|id| ApplicationId::from_uuid(id.0)),
                from: row.get::<_, Day>(1)?.0,
                to: day(row.get(2)?),
            };
            let candidate: i64 = row.get(0)?;
            if let Some(person) = people.get_mut(&candidate) {
                person.blocks.push(block);
            }
            Ok(())
        },
    )?;
    each(
        connection,
        "SELECT incident_person.candidate, incident.reported_at, incident.closed_on
         FROM incident_person
         JOIN incident ON incident.row = incident_person.incident
         WHERE incident_person.candidate IN (SELECT value FROM json_each(?1))
         ORDER BY incident.row",
        rows,
        |row| {
            let block = Block {
                kind: BlockKind::Incident,
                application: None,
                from: london_date(row.get::<_, At>(1)?.0),
                to: day(row.get(2)?),
            };
            let candidate: i64 = row.get(0)?;
            if let Some(person) = people.get_mut(&candidate) {
                person.blocks.push(block);
            }
            Ok(())
        },
    )?;
    gather_requests(connection, rows, &mut people)?;
    each(
        connection,
        "SELECT candidate, received_on, told_on
         FROM complaint
         WHERE candidate IN (SELECT value FROM json_each(?1))
         ORDER BY row",
        rows,
        |row| {
            let block = Block {
                kind: BlockKind::Complaint,
                application: None,
                from: row.get::<_, Day>(1)?.0,
                to: day(row.get(2)?),
            };
            let candidate: i64 = row.get(0)?;
            if let Some(person) = people.get_mut(&candidate) {
                person.blocks.push(block);
            }
            Ok(())
        },
    )?;
    Ok(people)
}

/// What requests keep, restrict, and have to be erased (RET-07, RET-08).
fn gather_requests(
    connection: &Connection,
    rows: &str,
    people: &mut BTreeMap<i64, PersonFacts>,
) -> Result<(), StoreError> {
    each(
        connection,
        "SELECT candidate, logged_at, keeps, closed_on, restricted_on, lifted_on, upheld_on
         FROM rights_request
         WHERE candidate IN (SELECT value FROM json_each(?1))
         ORDER BY row",
        rows,
        |row| {
            let candidate: i64 = row.get(0)?;
            let Some(person) = people.get_mut(&candidate) else {
                return Ok(());
            };
            if row.get(2)? {
                person.blocks.push(Block {
                    kind: BlockKind::AccessRequest,
                    application: None,
                    from: london_date(row.get::<_, At>(1)?.0),
                    to: day(row.get(3)?),
                });
            }
            if let Some(from) = day(row.get(4)?) {
                person.blocks.push(Block {
                    kind: BlockKind::Restriction,
                    application: None,
                    from,
                    to: day(row.get(5)?),
                });
            }
            let upheld = day(row.get(6)?);
            person.erasure_upheld_on = person.erasure_upheld_on.into_iter().chain(upheld).min();
            Ok(())
        },
    )
}

fn each(
    connection: &Connection,
    sql: &str,
    rows: &str,
    mut take: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query([rows])?;
    while let Some(row) = found.next()? {
        take(row)?;
    }
    Ok(())
}

impl Records<'_> {
    /// What the rules need to know of a candidate. Dates, kinds and ids: nothing that tells who they are.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn person_facts(&self, candidate: CandidateId) -> Result<PersonFacts, StoreError> {
        let row = self.candidate_row(candidate)?;
        gather(self.connection(), &json_rows([row]))?
            .remove(&row)
            .ok_or(StoreError::NotFound)
    }

    /// What the rules need to know of many candidates; those who are gone are left out.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn people_facts(
        &self,
        candidates: &[CandidateId],
    ) -> Result<BTreeMap<CandidateId, PersonFacts>, StoreError> {
        let mut found = BTreeMap::new();
        for part in candidates.chunks(512) {
            let mut rows = BTreeMap::new();
            for candidate in part {
                match self.candidate_row(*candidate) {
                    Ok(row) => {
                        rows.insert(row, *candidate);
                    }
                    Err(StoreError::NotFound) => {}
                    Err(error) => return Err(error),
                }
            }
            let facts = gather(self.connection(), &json_rows(rows.keys().copied()))?;
            found.extend(
                facts
                    .into_iter()
                    .filter_map(|(row, facts)| rows.get(&row).map(|id| (*id, facts))),
            );
        }
        Ok(found)
    }

    /// How many records in the permit's scope go when: what is due, so many weeks ahead, and the rest.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn retention_calendar(
        &self,
        permit: &Permit<ReviewRetention>,
        today: NaiveDate,
        weeks: u32,
    ) -> Result<RetentionCalendar, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let scoped = scoped(&scope);
        let between = |from: &str, to: &str, also: &str| {
            let sql = format!(
                "SELECT count(*)
                 FROM candidate
                 WHERE candidate.erase_on BETWEEN :from AND :to {also} {scoped}"
            );
            let number: i64 = self.connection().prepare_cached(&sql)?.query_row(
                named_params! {
                    ":from": from,
                    ":to": to,
                    ":full": scope.full,
                    ":blind": scope.blind,
                    ":without": scope.without,
                },
                |row| row.get(0),
            )?;
            Ok::<u64, StoreError>(count(number))
        };
        let come = between(FIRST_DAY, &day_text(today), "")?;
        let due = between(FIRST_DAY, &day_text(today), &format!("AND {NOT_BLOCKED}"))?;
        let running: i64 = self
            .connection()
            .prepare_cached(&format!(
                "SELECT count(*) FROM candidate WHERE candidate.erase_on IS NULL {scoped}"
            ))?
            .query_row(
                named_params! { ":full": scope.full, ":blind": scope.blind, ":without": scope.without },
                |row| row.get(0),
            )?;
        let mut calendar = RetentionCalendar {
            due,
            blocked: come.saturating_sub(due),
            weeks: Vec::new(),
            later: 0,
            running: count(running),
        };
        let first = days_after(today, 1);
        calendar.weeks = (0..weeks)
            .map(|week| RetentionWeek {
                from: days_after(first, u64::from(week).saturating_mul(7)),
                rules: BTreeMap::new(),
            })
            .collect();
        let after = days_after(first, u64::from(weeks).saturating_mul(7));
        self.by_rule(&scope, &mut calendar.weeks, after)?;
        calendar.later = between(&day_text(after), LAST_DAY, "")?;
        Ok(calendar)
    }

    /// Counts what goes in each of the weeks, which follow each other up to a day.
    fn by_rule(
        &self,
        scope: &ScopeRows,
        weeks: &mut [RetentionWeek],
        until: NaiveDate,
    ) -> Result<(), StoreError> {
        let Some(first) = weeks.first().map(|week| week.from) else {
            return Ok(());
        };
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.erase_on, candidate.erase_rule, count(*)
             FROM candidate
             WHERE candidate.erase_on >= :from AND candidate.erase_on < :until {}
             GROUP BY candidate.erase_on, candidate.erase_rule",
            scoped(scope)
        ))?;
        let mut rows = statement.query(named_params! {
            ":from": Day(first),
            ":until": Day(until),
            ":full": scope.full,
            ":blind": scope.blind,
            ":without": scope.without,
        })?;
        while let Some(row) = rows.next()? {
            let on = row.get::<_, Day>(0)?.0;
            let rule: Option<String> = row.get(1)?;
            let place = weeks.partition_point(|week| week.from <= on);
            if let Some(week) = place.checked_sub(1).and_then(|place| weeks.get_mut(place)) {
                let number = week.rules.entry(rule.unwrap_or_default()).or_default();
                *number = number.saturating_add(count(row.get(2)?));
            }
        }
        Ok(())
    }

    /// Hands out what the rules need to know of every candidate in the permit's scope, some thousands at a time and in
    /// no order: for whoever weighs them all.
    ///
    /// # Errors
    /// What the work returns, or [`StoreError`] when the read fails.
    pub fn each_person_facts<E: From<StoreError>>(
        &self,
        permit: &Permit<ReviewRetention>,
        mut work: impl FnMut(CandidateId, PersonFacts) -> Result<(), E>,
    ) -> Result<(), E> {
        let scope = self.scope_rows(permit.scope())?;
        let sql = format!(
            "SELECT candidate.row, candidate.id
             FROM candidate
             WHERE candidate.row > :after {}
             ORDER BY candidate.row
             LIMIT {AT_ONCE}",
            scoped(&scope)
        );
        let mut after = 0;
        loop {
            let part = self.facts_after(&sql, &scope, after)?;
            let Some((last, _, _)) = part.last() else {
                return Ok(());
            };
            after = *last;
            for (_, candidate, facts) in part {
                work(candidate, facts)?;
            }
        }
    }

    fn facts_after(
        &self,
        sql: &str,
        scope: &ScopeRows,
        after: i64,
    ) -> Result<Vec<(i64, CandidateId, PersonFacts)>, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let mut found = statement.query(named_params! {
            ":after": after,
            ":full": scope.full,
            ":blind": scope.blind,
            ":without": scope.without,
        })?;
        let mut ids = BTreeMap::new();
        while let Some(row) = found.next()? {
            ids.insert(
                row.get::<_, i64>(0)?,
                CandidateId::from_uuid(row.get::<_, Id>(1)?.0),
            );
        }
        let facts = gather(self.connection(), &json_rows(ids.keys().copied()))?;
        Ok(facts
            .into_iter()
            .filter_map(|(row, facts)| ids.get(&row).map(|id| (row, *id, facts)))
            .collect())
    }
}

/// How many people's facts are read at once.
const AT_ONCE: u32 = 2048;

/// What of a statement over candidates keeps to a scope. Without a limit the index alone answers.
fn scoped(scope: &ScopeRows) -> String {
    if scope.full.is_some() || scope.blind.is_some() || scope.without.is_some() {
        format!(
            "AND (:full IS NULL OR candidate.row IN (
                 SELECT application.candidate
                 FROM application
                 WHERE application.vacancy IN (SELECT value FROM json_each(:full))
             ))
             AND {}
             AND NOT {}",
            not_left_out("candidate.row", ":without"),
            nameless("candidate.row", ":blind"),
        )
    } else {
        "AND :full IS NULL AND :blind IS NULL AND :without IS NULL".to_owned()
    }
}

/// Before and after every day a record can have; years of four digits sort as text.
const FIRST_DAY: &str = "0001-01-01";
const LAST_DAY: &str = "9999-12-31";

impl Tx<'_> {
    /// Works out anew the day a candidate's record goes. [`crate::Store::write`] does this by itself for every
    /// candidate whose facts a write changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are gone.
    pub fn refresh_retention(
        &self,
        candidate: CandidateId,
        policy: &RetentionPolicy,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let row = self.records().candidate_row(candidate)?;
        self.refresh_dates(&json_rows([row]), policy, today)
    }

    pub(crate) fn refresh_dates(
        &self,
        rows: &str,
        policy: &RetentionPolicy,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let people = gather(self.sql(), rows)?;
        let mut statement = self.sql().prepare_cached(
            "UPDATE candidate
             SET erase_on = :erase_on, erase_rule = :erase_rule
             WHERE row = :row AND (erase_on IS NOT :erase_on OR erase_rule IS NOT :erase_rule)",
        )?;
        for (row, facts) in &people {
            let verdict = decide(facts, policy, today);
            let rule = verdict.erase_on.and(verdict.ground()).map(Ground::rule);
            statement.execute(named_params! {
                ":erase_on": verdict.erase_on.map(Day),
                ":erase_rule": rule,
                ":row": row,
            })?;
        }
        self.refresh_part_dates(rows, people, policy, today)
    }
}
