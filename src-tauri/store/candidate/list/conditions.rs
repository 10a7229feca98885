//! A filter and an order in SQL.

use rusqlite::types::Value;

use super::filter::{
    CandidateFilter, CandidateSort, Direction, OutcomeFilter, RetentionFilter, SortBy,
};
use crate::blocks::NOT_BLOCKED;
use crate::column::day_text;
use crate::error::StoreError;
use crate::read::{Records, alias_of, nameless};

/// Of whom nothing says that they were given the privacy notice, or need not be.
pub(crate) const LACKS_NOTICE: &str = "candidate.notice_given_on IS NULL
AND NOT EXISTS (SELECT 1 FROM notice_given WHERE notice_given.candidate = candidate.row)";

/// Conditions and the values they take, gathered while the filter is read.
#[derive(Default)]
pub(super) struct Conditions {
    pub(super) sql: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Conditions {
    /// Adds a value and gives the mark it stands under.
    pub(super) fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    pub(super) fn push(&mut self, sql: String) {
        self.sql.push(sql);
    }
}

pub(super) fn push_filter(conditions: &mut Conditions, filter: &CandidateFilter) {
    if filter.outcome == OutcomeFilter::NeverApplied {
        conditions.push(
            "NOT EXISTS (SELECT 1 FROM application WHERE application.candidate = candidate.row)"
                .to_owned(),
        );
    }
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
    if filter.lacks_notice {
        conditions.push(LACKS_NOTICE.to_owned());
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
pub(super) fn within(mark: &str) -> String {
    format!(
        "candidate.row IN (
            SELECT application.candidate
            FROM application
            WHERE application.vacancy IN (SELECT value FROM json_each({mark}))
        )"
    )
}

/// The condition for a candidate to be found by the query a mark is bound to.
pub(super) fn found(mark: &str) -> String {
    format!(
        "candidate.row IN (SELECT rowid FROM candidate_search WHERE candidate_search MATCH {mark})"
    )
}

/// The condition for a candidate to be found by the query a mark is bound to in their details, or in a document of
/// theirs: of an application in scope, or their own. Assessments and offers are not looked into, since not everybody
/// with full sight may see them.
pub(super) fn found_anywhere(mark: &str, seen: Option<&str>) -> String {
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
pub(super) fn typed_alias(typed: &str) -> String {
    let last = typed.split_whitespace().next_back().unwrap_or_default();
    last.to_uppercase()
}

pub(super) fn order_by(sort: CandidateSort, full: Option<&str>, blind: Option<&str>) -> String {
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

impl Records<'_> {
    /// Those whose applications stand as a filter asks, with its values among the conditions'; `None` where it asks
    /// nothing of them.
    pub(super) fn applied_sql(
        &self,
        conditions: &mut Conditions,
        seen: Option<&str>,
        filter: &CandidateFilter,
    ) -> Result<Option<String>, StoreError> {
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
            OutcomeFilter::Any | OutcomeFilter::NeverApplied => {}
            OutcomeFilter::Running => wanted.push("application.outcome IS NULL".to_owned()),
            OutcomeFilter::Ended => wanted.push("application.outcome IS NOT NULL".to_owned()),
        }
        if wanted.is_empty() {
            return Ok(None);
        }
        if let Some(seen) = seen {
            wanted.push(format!(
                "application.vacancy IN (SELECT value FROM json_each({seen}))"
            ));
        }
        Ok(Some(format!(
            "SELECT application.candidate FROM application WHERE {}",
            wanted.join(" AND ")
        )))
    }
}
