//! A pipeline in figures: counts over the applications in a permit's scope, of one vacancy or of all of them.
//!
//! Counts are raw here; what of them may be shown, [`domain::pipeline`] and [`domain::figure`] decide.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{Action, Permit, ReviewRetention, Sight};
use domain::application::Stage;
use domain::pipeline::{Reached, Stays, Step, at_least};
use domain::source::SourceCategory;
use rusqlite::named_params;

use crate::column::{Day, count, decode};
use crate::error::StoreError;
use crate::read::{Records, ScopeRows, nameless, not_left_out};

/// The condition for an application to be counted.
const IN_SCOPE: &str = "(:only IS NULL OR application.vacancy = :only)
    AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))";

/// A scope that shows nobody.
const NOBODY: &str = "[]";

impl Records<'_> {
    /// How far the applications in the permit's scope came, vacancy by vacancy.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn reached<A: Action>(&self, permit: &Permit<A>) -> Result<Vec<Reached>, StoreError> {
        let (only, scope) = self.counted(permit)?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT application.vacancy, application.stage_reached, application.outcome IS 'hired' AS hired,
                    count(*) AS number
             FROM application
             WHERE {IN_SCOPE} AND {seen}
             GROUP BY 1, 2, 3",
            seen = not_left_out("application.candidate", ":without"),
        ))?;
        let mut rows = statement.query(named_params! {
            ":only": only,
            ":seen": scope.seen,
            ":without": scope.without,
        })?;
        let mut vacancies: BTreeMap<i64, Reached> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get("stage_reached")?;
            let stage = decode("application.stage_reached", Stage::from_code(&code))?;
            let hired: bool = row.get("hired")?;
            let step = if hired { Step::Hired } else { Step::of(stage) };
            let exactly = vacancies.entry(row.get("vacancy")?).or_default();
            for (one, sum) in Step::ALL.iter().zip(exactly) {
                if *one == step {
                    *sum = sum.saturating_add(count(row.get("number")?));
                }
            }
        }
        Ok(vacancies.values().map(at_least).collect())
    }

    /// How long the applications in the permit's scope stayed at each stage that they left, shortest first. A stay begins
    /// with the day the application came in, or when it was moved there. Of one that was brought in from a file, it is not
    /// known how long it had been where it stood then, unless that was the first stage and it still ran.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn stays<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<BTreeMap<Stage, Vec<Stays>>, StoreError> {
        let (only, scope) = self.counted(permit)?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT stage, max(ends - begins, 0) AS days, count(*) AS number
             FROM (
                 SELECT event.what, event.after AS stage,
                        application.import IS NULL OR (
                            event.after = 'applied'
                            AND (lead(event.what) OVER events IS NOT 'ended' OR lead(event.at) OVER events > event.at)
                        ) AS known,
                        CASE event.what
                            WHEN 'added' THEN unixepoch(application.applied_on) / 86400
                            ELSE event.at / 86400000
                        END AS begins,
                        lead(
                            CASE event.what
                                WHEN 'ended' THEN unixepoch(application.outcome_on) / 86400
                                ELSE event.at / 86400000
                            END
                        ) OVER events AS ends
                 FROM application
                 JOIN application_event AS event ON event.application = application.row
                 WHERE {IN_SCOPE} AND {seen} AND event.what <> 'handed-over'
                 WINDOW events AS (PARTITION BY event.application ORDER BY event.row)
             )
             WHERE what <> 'ended' AND ends IS NOT NULL AND (what <> 'added' OR known)
             GROUP BY 1, 2
             ORDER BY 1, 2",
            seen = not_left_out("application.candidate", ":without"),
        ))?;
        let mut rows = statement.query(named_params! {
            ":only": only,
            ":seen": scope.seen,
            ":without": scope.without,
        })?;
        let mut stays: BTreeMap<Stage, Vec<Stays>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get("stage")?;
            let stage = decode("application_event.after", Stage::from_code(&code))?;
            let days: i64 = row.get("days")?;
            stays.entry(stage).or_default().push(Stays {
                days: u32::try_from(days).unwrap_or(0),
                number: count(row.get("number")?),
            });
        }
        Ok(stays)
    }

    /// How many people in the permit's scope came from each source, the most first; `None` where the permit shows nobody's
    /// source. Whose name it does not show is not counted.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn sources<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Option<Vec<(SourceCategory, u64)>>, StoreError> {
        let (only, scope) = self.counted(permit)?;
        let one_not_in_full = only.is_some() && permit.sight() != Sight::Full;
        if one_not_in_full || scope.full.as_deref() == Some(NOBODY) {
            return Ok(None);
        }
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT candidate.source, count(*) AS number
             FROM candidate
             WHERE {people} AND {seen} AND NOT {hidden}
             GROUP BY 1
             ORDER BY 2 DESC, 1",
            people = fully_seen("candidate.row"),
            seen = not_left_out("candidate.row", ":without"),
            hidden = nameless("candidate.row", ":blind"),
        ))?;
        let mut rows = statement.query(named_params! {
            ":only": only,
            ":full": scope.full,
            ":without": scope.without,
            ":blind": scope.blind,
        })?;
        let mut sources = Vec::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get("source")?;
            let source = decode("candidate.source", SourceCategory::from_code(&code))?;
            sources.push((source, count(row.get("number")?)));
        }
        Ok(Some(sources))
    }

    /// How many permissions of people in the permit's scope end by themselves in each month, from a day on to another, as
    /// `2026-11`; `None` where the permit shows nobody in full. Those that were withdrawn are not among them.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn permissions_ending_by_month(
        &self,
        permit: &Permit<ReviewRetention>,
        from: NaiveDate,
        before: NaiveDate,
    ) -> Result<Option<BTreeMap<String, u64>>, StoreError> {
        let (only, scope) = self.counted(permit)?;
        if scope.full.as_deref() == Some(NOBODY) {
            return Ok(None);
        }
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT substr(permission.ends_on, 1, 7) AS month, count(*) AS number
             FROM permission
             WHERE permission.withdrawn_on IS NULL AND permission.ends_on >= :from AND permission.ends_on < :before
               AND {people} AND {seen} AND NOT {hidden}
             GROUP BY 1",
            people = fully_seen("permission.candidate"),
            seen = not_left_out("permission.candidate", ":without"),
            hidden = nameless("permission.candidate", ":blind"),
        ))?;
        let mut rows = statement.query(named_params! {
            ":only": only,
            ":full": scope.full,
            ":without": scope.without,
            ":blind": scope.blind,
            ":from": Day(from),
            ":before": Day(before),
        })?;
        let mut months = BTreeMap::new();
        while let Some(row) = rows.next()? {
            months.insert(row.get("month")?, count(row.get("number")?));
        }
        Ok(Some(months))
    }

    /// The one vacancy to count, where the permit is for one, and the scope.
    fn counted<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<(Option<i64>, ScopeRows), StoreError> {
        let only = permit
            .vacancy()
            .map(|vacancy| self.vacancy_row(vacancy))
            .transpose()?;
        Ok((only, self.scope_rows(permit.scope())?))
    }
}

/// The condition for a candidate to be seen in full: by an application for a vacancy that is counted.
fn fully_seen(candidate: &str) -> String {
    format!(
        "(
            (:only IS NULL AND :full IS NULL)
            OR {candidate} IN (
                SELECT application.candidate
                FROM application
                WHERE (:only IS NULL OR application.vacancy = :only)
                  AND (:full IS NULL OR application.vacancy IN (SELECT value FROM json_each(:full)))
            )
        )"
    )
}
