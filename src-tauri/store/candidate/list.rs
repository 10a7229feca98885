//! Which candidates, in which order: a list of private row numbers, from which a page can be read at any place
//! without counting through the rows before it.

mod conditions;
mod filter;

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::access::{Action, ListCandidates, Permit, ReviewRetention, Scope};
use domain::id::CandidateId;
use rusqlite::types::Value;

use super::query::{full_text, in_names};
use crate::column::Id;
use crate::error::StoreError;
use crate::read::{Records, alias_of, nameless, not_left_out};

use conditions::{Conditions, found, found_anywhere, order_by, push_filter, typed_alias, within};
pub(crate) use conditions::{LACKS_NOTICE, live_entry};
pub use filter::{
    CandidateFilter, CandidateSort, Direction, OutcomeFilter, RetentionFilter, SortBy,
};

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
        let mut rows: Vec<i64> = self.row_numbers(&sql, values)?;
        // Those of one vacancy are few and lead to their candidates. Those at a stage or with an outcome may be most of
        // everybody: as a condition, SQLite makes a table of them first, and takes four times as long.
        if filter.vacancy.is_none() {
            let mut conditions = Conditions::default();
            let seen = self.scope_rows(scope)?.seen;
            let seen = seen.map(|seen| conditions.value(seen));
            if let Some(sql) = self.applied_sql(&mut conditions, seen.as_deref(), filter)? {
                let applied: HashSet<i64> = self.row_numbers(&sql, conditions.values)?;
                rows.retain(|row| applied.contains(row));
            }
        }
        Ok(CandidateList { rows })
    }

    fn row_numbers<C: FromIterator<i64>>(
        &self,
        sql: &str,
        values: Vec<Value>,
    ) -> Result<C, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<C>>()?)
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
            || filter.lacks_notice
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
        if filter.vacancy.is_some()
            && let Some(applied) = self.applied_sql(&mut conditions, seen.as_deref(), filter)?
        {
            conditions.push(format!("candidate.row IN ({applied})"));
        }
        push_filter(&mut conditions, filter);
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
}
