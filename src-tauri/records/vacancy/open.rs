//! One vacancy, with its people.

use chrono::NaiveDate;
use domain::access::{self, ActionKind, Relation};
use domain::id::{AccountId, VacancyId};
use domain::vacancy::VacancyDetails;
use serde::{Deserialize, Serialize};

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::organisation::TeamRow;
use crate::view::May;

/// Opens one vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OpenVacancy {
    /// Which.
    pub vacancy: VacancyId,
}

/// One vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct VacancyView {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// Which version of the details this is; an edit names it.
    pub revision: u32,
    /// What it is.
    pub details: VacancyDetails,
    /// The team.
    pub team: TeamRow,
    /// The day it was closed out.
    pub closed_out_on: Option<NaiveDate>,
    /// Who has a part in it.
    pub people: Vec<VacancyPerson>,
    /// What this viewer may do here.
    pub may: May,
}

/// Someone with a part in a vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct VacancyPerson {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// The part.
    pub relation: Relation,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// One vacancy.
///
/// # Errors
/// A refusal for those without a part in it.
pub fn open(desk: &ReadDesk<'_>, request: OpenVacancy) -> Result<VacancyView, Error> {
    let permit = desk.permit_on_vacancy::<access::ReadVacancy>(request.vacancy)?;
    let record = desk.records.vacancy(&permit)?;
    let people = desk
        .records
        .vacancy_people(&permit, desk.today)?
        .into_iter()
        .map(|person| VacancyPerson {
            account: person.account,
            name: person.name.into(),
            relation: person.relation,
            from: person.from,
            until: person.until,
        })
        .collect();
    let subject = || permit.subject().clone();
    let may = [
        (
            ActionKind::EditVacancy,
            desk.may::<access::EditVacancy>(subject()),
        ),
        (
            ActionKind::AssignPeople,
            desk.may::<access::AssignPeople>(subject()),
        ),
        (
            ActionKind::AddCandidate,
            desk.may::<access::AddCandidate>(subject()),
        ),
        (
            ActionKind::DecideApplication,
            desk.may::<access::DecideApplication>(subject()),
        ),
    ];
    Ok(VacancyView {
        vacancy: record.id,
        revision: record.revision,
        details: record.details,
        team: TeamRow {
            team: record.team,
            name: record.team_name.into(),
        },
        closed_out_on: record.closed_out_on,
        people,
        may: may
            .into_iter()
            .filter(|(_, allowed)| *allowed)
            .map(|(action, _)| action)
            .collect(),
    })
}
