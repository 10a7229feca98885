//! A page of a list: what each line shows, and no more than the permit allows of it.

use std::ops::Range;

use chrono::NaiveDate;
use domain::access::{Action, Called, Permit, Scope, Sight};
use domain::application::{Outcome, Stage};
use domain::id::{ApplicationId, CandidateId, VacancyId};
use domain::source::SourceCategory;
use domain::text::{Email, Line};
use rusqlite::{Row, named_params};

use super::list::live_entry;
use super::{CandidateList, called};
use crate::application::{outcome_of, stage_of};
use crate::blocks::{KEPT, NOT_HANDED_OVER};
use crate::column::{Day, Id, count, day, decode, line};
use crate::error::StoreError;
use crate::read::{Records, ScopeRows, alias_of, nameless, not_left_out};

/// A line of a list of candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateRow {
    /// The candidate.
    pub id: CandidateId,
    /// Their name, or their alias where the permit shows no name.
    pub called: Called,
    /// How much of them the permit shows.
    pub sight: Sight,
    /// The e-mail address to use first; `None` where there is none, and where it may not be seen.
    pub email: Option<Email>,
    /// The category of their source; `None` where it may not be seen.
    pub source: Option<SourceCategory>,
    /// The day the details came in.
    pub received_on: NaiveDate,
    /// Their latest application in scope.
    pub latest: Option<LatestApplication>,
    /// How many applications in scope they have.
    pub applications: u64,
    /// The day the record goes; `None` while an application runs, and where it may not be seen.
    pub erase_on: Option<NaiveDate>,
    /// Whether a legal hold, or from that day on an unconfirmed hand-over, keeps it; `None` where it may not be seen.
    pub blocked: Option<bool>,
    /// Whether they are on the reserve list; `None` where that may not be seen.
    pub on_reserve_list: Option<bool>,
}

/// What a line shows of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestApplication {
    /// The application.
    pub id: ApplicationId,
    /// The vacancy.
    pub vacancy: VacancyId,
    /// Its title.
    pub title: Line,
    /// Where the application stands.
    pub stage: Stage,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// The day it came in.
    pub applied_on: NaiveDate,
}

impl Records<'_> {
    /// The lines of a list at some places. Somebody who went since the list was made, or is no longer in the
    /// permit's scope, has no line.
    ///
    /// # Errors
    /// [`StoreError`] when the read fails.
    pub fn candidate_page<A: Action>(
        &self,
        permit: &Permit<A>,
        list: &CandidateList,
        places: Range<usize>,
        today: NaiveDate,
    ) -> Result<Vec<CandidateRow>, StoreError> {
        let scope = self.scope_rows(permit.scope())?;
        let end = places.end.min(list.rows.len());
        let start = places.start.min(end);
        let sql = format!(
            "SELECT candidate.id, candidate.title, candidate.given, candidate.family, candidate.preferred_name,
                    {nameless} AS nameless, {alias} AS alias, candidate.source, candidate.received_on,
                    candidate.erase_on,
                    (SELECT address FROM candidate_email WHERE candidate = candidate.row AND position = 0) AS email,
                    EXISTS (
                        SELECT 1 FROM reserve_entry WHERE reserve_entry.candidate = candidate.row AND {live}
                    ) AS reserve,
                    {NOT_HANDED_OVER} AS unconfirmed, {KEPT} AS held
             FROM candidate
             WHERE candidate.row = :candidate AND {shown}",
            live = live_entry(":today"),
            nameless = nameless("candidate.row", ":blind"),
            alias = alias_of("candidate.row", ":blind"),
            shown = not_left_out("candidate.row", ":without"),
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut page = Vec::with_capacity(end.saturating_sub(start));
        for candidate in list.rows.get(start..end).unwrap_or_default() {
            let mut rows = statement.query(named_params! {
                ":candidate": candidate,
                ":today": Day(today),
                ":blind": scope.blind,
                ":without": scope.without,
            })?;
            let Some(row) = rows.next()? else { continue };
            let (applications, latest, sight) =
                self.applications_in_scope(*candidate, permit.scope(), &scope)?;
            let Some(sight) = sight else { continue };
            page.push(line_of(row, applications, latest, sight, today)?);
        }
        Ok(page)
    }

    /// How many applications are in scope, the latest of them, and how much of the person they show.
    fn applications_in_scope(
        &self,
        candidate: i64,
        scope: &Scope,
        scope_rows: &ScopeRows,
    ) -> Result<(u64, Option<LatestApplication>, Option<Sight>), StoreError> {
        let seen = scope_rows.seen.as_deref();
        let mut statement = self.connection().prepare_cached(
            "SELECT application.id, vacancy.id AS vacancy, vacancy.title, application.stage, application.outcome,
                    application.reason, application.outcome_on, application.applied_on
             FROM application
             JOIN vacancy ON vacancy.row = application.vacancy
             WHERE application.candidate = :candidate
               AND (:seen IS NULL OR application.vacancy IN (SELECT value FROM json_each(:seen)))
             ORDER BY application.applied_on DESC, application.row DESC",
        )?;
        let mut rows = statement.query(named_params! { ":candidate": candidate, ":seen": seen })?;
        let mut number = 0_i64;
        let mut latest = None;
        let mut vacancies = Vec::new();
        while let Some(row) = rows.next()? {
            let vacancy = VacancyId::from_uuid(row.get::<_, Id>("vacancy")?.0);
            vacancies.push(vacancy);
            number = number.saturating_add(1);
            if latest.is_none() {
                let title: String = row.get("title")?;
                latest = Some(LatestApplication {
                    id: ApplicationId::from_uuid(row.get::<_, Id>("id")?.0),
                    vacancy,
                    title: line("vacancy.title", &title)?,
                    stage: stage_of(row)?,
                    outcome: outcome_of(row)?,
                    applied_on: row.get::<_, Day>("applied_on")?.0,
                });
            }
        }
        Ok((count(number), latest, scope.sight(vacancies)))
    }
}

fn line_of(
    row: &Row<'_>,
    applications: u64,
    latest: Option<LatestApplication>,
    sight: Sight,
    today: NaiveDate,
) -> Result<CandidateRow, StoreError> {
    let source: String = row.get("source")?;
    let source = decode("candidate.source", SourceCategory::from_code(&source))?;
    let called = called(row)?;
    let sight = match called {
        Called::Name(_) => sight,
        Called::Alias(_) => Sight::Blind,
    };
    let mut line = CandidateRow {
        id: CandidateId::from_uuid(row.get::<_, Id>("id")?.0),
        called,
        sight,
        email: None,
        source: (sight == Sight::Full).then_some(source),
        received_on: row.get::<_, Day>("received_on")?.0,
        latest,
        applications,
        erase_on: None,
        blocked: None,
        on_reserve_list: None,
    };
    match sight {
        Sight::Blind | Sight::NameOnly => {}
        Sight::Full => {
            let email: Option<String> = row.get("email")?;
            line.email = email
                .map(|email| decode("candidate_email.address", Email::parse(&email).ok()))
                .transpose()?;
            line.erase_on = day(row.get("erase_on")?);
            let unconfirmed: bool = row.get("unconfirmed")?;
            let held: bool = row.get("held")?;
            line.blocked = Some(held || unconfirmed && line.erase_on.is_some_and(|on| on <= today));
            line.on_reserve_list = Some(row.get("reserve")?);
        }
    }
    Ok(line)
}
