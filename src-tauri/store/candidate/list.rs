//! Which candidates, in which order: a list of private row numbers, from which a page can be read at any place
//! without counting through the rows before it.

use chrono::NaiveDate;
use domain::access::{Action, ListCandidates, Permit, ReviewRetention, Scope};
use domain::application::Stage;
use domain::id::{CandidateId, VacancyId};
use domain::source::SourceCategory;
use rusqlite::types::Value;

use super::query::{full_text, in_names};
use crate::column::{Id, day_text};
use crate::error::StoreError;
use crate::read::{Records, alias_of, nameless, not_left_out};

/// What a list is narrowed to. Everything that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateFilter {
    /// What was typed into the search field.
    pub text: String,
    /// Those who applied for this vacancy.
    pub vacancy: Option<VacancyId>,
    /// Those with a running application at this stage.
    pub stage: Option<Stage>,
    /// Those with an application that stands like this.
    pub outcome: OutcomeFilter,
    /// Those from this source.
    pub source: Option<SourceCategory>,
    /// By the day the record goes. Anything but `Any` finds only records under full sight.
    pub retention: RetentionFilter,
    /// Those on the reserve list on a day. Finds only records under full sight.
    pub reserve_on: Option<NaiveDate>,
}

/// How an application stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutcomeFilter {
    /// In any way.
    #[default]
    Any,
    /// Not at all: somebody who never applied, as far as the scope shows.
    NeverApplied,
    /// Running.
    Running,
    /// Ended, in whatever way.
    Ended,
}

/// By the day a record goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RetentionFilter {
    /// Any.
    #[default]
    Any,
    /// Due on this day: the date has come and nothing blocks.
    Due(NaiveDate),
    /// The date has come by this day, and something blocks.
    Kept(NaiveDate),
    /// Goes on this day or before.
    Within(NaiveDate),
    /// Goes after the first day, on the last or before, nothing keeps it, and nobody looked at it for the day it goes.
    ToReview {
        /// The first.
        today: NaiveDate,
        /// The last.
        until: NaiveDate,
    },
    /// Has no date: an application runs.
    NoDate,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Family name, then given names.
    #[default]
    Name,
    /// The day the details came in.
    ReceivedOn,
    /// The day the record goes; records without a date come last either way.
    EraseOn,
    /// Source.
    Source,
    /// When the record was added.
    Added,
}

/// Which way a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// A to Z, oldest first.
    #[default]
    Ascending,
    /// Z to A, newest first.
    Descending,
}

/// What a list is sorted by, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CandidateSort {
    /// By what.
    pub by: SortBy,
    /// Which way.
    pub direction: Direction,
}

/// A list of candidates as one moment had it. Opaque: the row numbers never leave the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateList {
    pub(super) rows: Vec<i64>,
}

impl CandidateList {
    /// How many candidates are on it.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The private rows on it.
    pub(crate) fn into_rows(self) -> Vec<i64> {
        self.rows
    }

    /// Whether nobody is.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// An unconfirmed hand-over of someone hired blocks erasure once the date has come (RET-13), and a legal hold (RET-06)
/// and an open incident (RET-09) always.
pub(crate) const NOT_BLOCKED: &str = "NOT EXISTS (
    SELECT 1
    FROM application AS hired
    WHERE hired.candidate = candidate.row AND hired.outcome = 'hired' AND hired.handed_over_on IS NULL
)
AND NOT EXISTS (
    SELECT 1
    FROM hold
    WHERE hold.candidate = candidate.row AND hold.released_on IS NULL
)
AND NOT EXISTS (
    SELECT 1
    FROM incident_person
    JOIN incident ON incident.row = incident_person.incident
    WHERE incident_person.candidate = candidate.row AND incident.closed_on IS NULL
)";

/// Conditions and the values they take, gathered while the filter is read.
#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    /// Adds a value and gives the mark it stands under.
    fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    fn push(&mut self, sql: String) {
        self.sql.push(sql);
    }
}

impl Records<'_> {
    /// The candidates in the permit's scope that a filter leaves, sorted.
    ///
    /// Under a name-only sight, text is looked for in names alone: nobody is found by an address or a number
    /// that may not be seen; and in documents only under a full one. Stages and outcomes are those of applications in scope.
    ///
    /// # Errors
    /// [`StoreError::Interrupted`] when a newer read took its place, or what else the read meets.
    pub fn candidate_list(
        &self,
        permit: &Permit<ListCandidates>,
        filter: &CandidateFilter,
        sort: CandidateSort,
    ) -> Result<CandidateList, StoreError> {
        self.list(permit.scope(), filter, sort)
    }

    /// The records in the permit's scope whose day has come, soonest first, blocked ones left out.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn due_list(
        &self,
        permit: &Permit<ReviewRetention>,
        today: NaiveDate,
    ) -> Result<CandidateList, StoreError> {
        self.retention_list(permit, RetentionFilter::Due(today))
    }

    /// The records in the permit's scope whose day has come and that are kept all the same, soonest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn kept_list(
        &self,
        permit: &Permit<ReviewRetention>,
        today: NaiveDate,
    ) -> Result<CandidateList, StoreError> {
        self.retention_list(permit, RetentionFilter::Kept(today))
    }

    /// The records in the permit's scope by the day they go, soonest first.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn retention_list(
        &self,
        permit: &Permit<ReviewRetention>,
        retention: RetentionFilter,
    ) -> Result<CandidateList, StoreError> {
        let filter = CandidateFilter {
            retention,
            ..CandidateFilter::default()
        };
        let sort = CandidateSort {
            by: SortBy::EraseOn,
            direction: Direction::Ascending,
        };
        self.list(permit.scope(), &filter, sort)
    }

    /// The ids on a list, for acting on all of it: as many as are still in the permit's scope.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn candidate_ids<A: Action>(
        &self,
        permit: &Permit<A>,
        list: &CandidateList,
    ) -> Result<Vec<CandidateId>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT id
             FROM candidate
             WHERE row = ?1
               AND (?2 IS NULL OR EXISTS (
                   SELECT 1
                   FROM application
                   WHERE application.candidate = candidate.row
                     AND application.vacancy IN (SELECT value FROM json_each(?2))
               ))
               AND {}",
            not_left_out("candidate.row", "?3")
        ))?;
        let mut ids = Vec::with_capacity(list.rows.len());
        for row in &list.rows {
            let mut found = statement.query(rusqlite::params![row, scope.seen, scope.without])?;
            if let Some(row) = found.next()? {
                ids.push(CandidateId::from_uuid(row.get::<_, Id>(0)?.0));
            }
        }
        Ok(ids)
    }

    fn list(
        &self,
        scope: &Scope,
        filter: &CandidateFilter,
        sort: CandidateSort,
    ) -> Result<CandidateList, StoreError> {
        let (sql, values) = self.list_sql(scope, filter, sort)?;
        let mut statement = self.connection().prepare_cached(&sql)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(CandidateList {
            rows: rows.collect::<rusqlite::Result<_>>()?,
        })
    }

    pub(crate) fn list_sql(
        &self,
        scope: &Scope,
        filter: &CandidateFilter,
        sort: CandidateSort,
    ) -> Result<(String, Vec<Value>), StoreError> {
        let mut conditions = Conditions::default();
        let scope = self.scope_rows(scope)?;
        let only_full = filter.retention != RetentionFilter::Any
            || filter.reserve_on.is_some()
            || filter.source.is_some();
        let query = full_text(&filter.text);
        // A value that no condition takes is refused, so a list is bound only where it is asked for.
        let asks_sight =
            only_full || query.is_some() || matches!(sort.by, SortBy::EraseOn | SortBy::Source);
        let seen = scope.seen.map(|seen| conditions.value(seen));
        let full = scope
            .full
            .filter(|_| asks_sight)
            .map(|full| within(&conditions.value(full)));
        let blind = scope.blind.map(|blind| conditions.value(blind));
        let hidden = blind.as_deref().map(|mark| nameless("candidate.row", mark));
        // A blind mark may be in the order alone, and a value without a place is refused all the same.
        if let Some(mark) = &blind {
            conditions.push(format!("{mark} IS NOT NULL"));
        }
        if let Some(without) = scope.without {
            let mark = conditions.value(without);
            conditions.push(not_left_out("candidate.row", &mark));
        }
        if let Some(seen) = &seen {
            conditions.push(within(seen));
        }
        if only_full {
            conditions.sql.extend(full.clone());
            conditions
                .sql
                .extend(hidden.as_ref().map(|hidden| format!("NOT {hidden}")));
        }
        if let Some(query) = query {
            let named = full.is_some().then(|| conditions.value(in_names(&query)));
            let any = conditions.value(query);
            let by_name = match (&full, named) {
                (Some(full), Some(named)) => {
                    let any = found_anywhere(&any, seen.as_deref());
                    format!("({} OR ({any} AND {full}))", found(&named))
                }
                _ => found_anywhere(&any, seen.as_deref()),
            };
            match (&hidden, &blind) {
                (Some(hidden), Some(mark)) => {
                    let typed = conditions.value(typed_alias(&filter.text));
                    let alias = alias_of("candidate.row", mark);
                    conditions.push(format!(
                        "(({by_name} AND NOT {hidden}) OR ({hidden} AND {alias} = {typed}))"
                    ));
                }
                _ => conditions.push(by_name),
            }
        }
        if let Some(source) = filter.source {
            let mark = conditions.value(source.code().to_owned());
            conditions.push(format!("candidate.source = {mark}"));
        }
        self.push_applications(&mut conditions, seen.as_deref(), filter)?;
        push_retention(&mut conditions, filter);
        let order = order_by(sort, full.as_deref(), blind.as_deref());
        let mut sql = String::from("SELECT candidate.row\nFROM candidate\n");
        if !conditions.sql.is_empty() {
            sql.push_str("WHERE ");
            sql.push_str(&conditions.sql.join("\n  AND "));
            sql.push('\n');
        }
        sql.push_str(&order);
        Ok((sql, conditions.values))
    }

    fn push_applications(
        &self,
        conditions: &mut Conditions,
        seen: Option<&str>,
        filter: &CandidateFilter,
    ) -> Result<(), StoreError> {
        let mut wanted = Vec::new();
        if let Some(vacancy) = filter.vacancy {
            // A vacancy that is gone has no candidates.
            let row = match self.vacancy_row(vacancy) {
                Ok(row) => row,
                Err(StoreError::NotFound) => -1,
                Err(error) => return Err(error),
            };
            let mark = conditions.value(row);
            wanted.push(format!("application.vacancy = {mark}"));
        }
        if let Some(stage) = filter.stage {
            let mark = conditions.value(stage.code().to_owned());
            wanted.push(format!(
                "application.stage = {mark} AND application.outcome IS NULL"
            ));
        }
        match filter.outcome {
            OutcomeFilter::Any => {}
            OutcomeFilter::Running => wanted.push("application.outcome IS NULL".to_owned()),
            OutcomeFilter::Ended => wanted.push("application.outcome IS NOT NULL".to_owned()),
            OutcomeFilter::NeverApplied => {
                conditions.push(
                    "NOT EXISTS (SELECT 1 FROM application WHERE application.candidate = candidate.row)".to_owned(),
                );
            }
        }
        if wanted.is_empty() {
            return Ok(());
        }
        if let Some(seen) = seen {
            wanted.push(format!(
                "application.vacancy IN (SELECT value FROM json_each({seen}))"
            ));
        }
        conditions.push(format!(
            "candidate.row IN (SELECT application.candidate FROM application WHERE {})",
            wanted.join(" AND ")
        ));
        Ok(())
    }
}

fn push_retention(conditions: &mut Conditions, filter: &CandidateFilter) {
    match filter.retention {
        RetentionFilter::Any => {}
        RetentionFilter::Due(today) => {
            let mark = conditions.value(day_text(today));
            conditions.push(format!("candidate.erase_on <= {mark} AND {NOT_BLOCKED}"));
        }
        RetentionFilter::Kept(today) => {
            let mark = conditions.value(day_text(today));
            conditions.push(format!(
                "candidate.erase_on <= {mark} AND NOT ({NOT_BLOCKED})"
            ));
        }
        RetentionFilter::Within(last) => {
            let mark = conditions.value(day_text(last));
            conditions.push(format!("candidate.erase_on <= {mark}"));
        }
        RetentionFilter::ToReview { today, until } => {
            let today = conditions.value(day_text(today));
            let until = conditions.value(day_text(until));
            conditions.push(format!(
                "candidate.erase_on > {today} AND candidate.erase_on <= {until}
                 AND candidate.looked_at_for IS NOT candidate.erase_on AND {NOT_BLOCKED}"
            ));
        }
        RetentionFilter::NoDate => conditions.push("candidate.erase_on IS NULL".to_owned()),
    }
    if let Some(on) = filter.reserve_on {
        let mark = conditions.value(day_text(on));
        conditions.push(format!(
            "candidate.row IN (SELECT candidate FROM reserve_entry WHERE {})",
            live_entry(&mark)
        ));
    }
}

/// The condition for an entry of the reserve list to stand on a day.
pub(crate) fn live_entry(day: &str) -> String {
    format!(
        "(reserve_entry.removed_on IS NULL OR reserve_entry.removed_on > {day})
         AND (reserve_entry.until_on IS NULL OR reserve_entry.until_on > {day})
         AND EXISTS (
             SELECT 1
             FROM permission
             WHERE permission.row = reserve_entry.permission
               AND (permission.withdrawn_on IS NULL OR permission.withdrawn_on > {day})
               AND permission.ends_on > {day}
         )"
    )
}

/// The condition for a candidate to have applied for one of the vacancies a mark is bound to.
fn within(mark: &str) -> String {
    format!(
        "candidate.row IN (
            SELECT application.candidate
            FROM application
            WHERE application.vacancy IN (SELECT value FROM json_each({mark}))
        )"
    )
}

/// The condition for a candidate to be found by the query a mark is bound to.
fn found(mark: &str) -> String {
    format!(
        "candidate.row IN (SELECT rowid FROM candidate_search WHERE candidate_search MATCH {mark})"
    )
}

/// The condition for a candidate to be found by the query a mark is bound to in their details, or in a document of
/// theirs: of an application in scope, or their own. Assessments and offers are not looked into, since not everybody
/// with full sight may see them.
fn found_anywhere(mark: &str, seen: Option<&str>) -> String {
    let within = seen.map_or_else(String::new, |seen| {
        format!(
            "AND (document.application IS NULL OR EXISTS (
                 SELECT 1
                 FROM application
                 WHERE application.row = document.application
                   AND application.vacancy IN (SELECT value FROM json_each({seen}))
             ))"
        )
    });
    format!(
        "candidate.row IN (
            SELECT rowid FROM candidate_search WHERE candidate_search MATCH {mark}
            UNION ALL
            SELECT document.candidate
            FROM document
            WHERE document.row IN (SELECT rowid FROM document_search WHERE document_search MATCH {mark})
              AND document.kind NOT IN ('assessment', 'offer')
              {within}
        )"
    )
}

/// What was typed, as the alias it may be: `Candidate 7KQ2` and `7kq2` are both `7KQ2`.
fn typed_alias(typed: &str) -> String {
    let last = typed.split_whitespace().next_back().unwrap_or_default();
    last.to_uppercase()
}

fn order_by(sort: CandidateSort, full: Option<&str>, blind: Option<&str>) -> String {
    let direction = match sort.direction {
        Direction::Ascending => "",
        Direction::Descending => " DESC",
    };
    // What may not be seen must not be told by the order either: neither the date of erasure nor the source, and of
    // the nameless not the name, nor the order they were entered in, since files are sorted by name.
    let hidden = blind.map(|mark| nameless("candidate.row", mark));
    let seen = |value: &str, also: Option<&str>| {
        let conditions: Vec<String> = also
            .map(str::to_owned)
            .into_iter()
            .chain(hidden.as_ref().map(|hidden| format!("NOT {hidden}")))
            .collect();
        if conditions.is_empty() {
            format!("{value}{direction}")
        } else {
            let when = conditions.join(" AND ");
            format!("CASE WHEN {when} THEN {value} END{direction} NULLS LAST")
        }
    };
    let ties = match blind {
        None => format!("candidate.row{direction}"),
        Some(mark) => format!(
            "{}{direction}, {}",
            alias_of("candidate.row", mark),
            seen("candidate.row", None)
        ),
    };
    let first = match sort.by {
        SortBy::Name => Some(seen("candidate.sort_name", None)),
        SortBy::ReceivedOn => Some(format!("candidate.received_on{direction}")),
        SortBy::Source => Some(seen("candidate.source", full)),
        SortBy::EraseOn => Some(match (full, &hidden) {
            (None, None) => format!("candidate.erase_on{direction} NULLS LAST"),
            (full, _) => seen("candidate.erase_on", full),
        }),
        SortBy::Added => None,
    };
    match (first, &hidden) {
        (Some(first), _) => format!("ORDER BY {first}, {ties}"),
        (None, None) => format!("ORDER BY {ties}"),
        (None, Some(_)) => format!("ORDER BY {}, {ties}", seen("candidate.row", None)),
    }
}
