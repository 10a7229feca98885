//! Who has a part in a vacancy.

use chrono::NaiveDate;
use domain::access::{self, Relation};
use domain::id::{AccountId, VacancyId};
use domain::vacancy::VacancyDetails;
use serde::Deserialize;
use store::{About, Detail, Entry};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::people::check_audit;
use crate::view::{Done, number};

/// Names the people of a vacancy; those left out lose their part from today on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AssignPeople {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// Who, in what part.
    pub people: Vec<Assignment>,
}

/// One person's part in a vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Assignment {
    /// The account.
    pub account: AccountId,
    /// The part.
    pub relation: Relation,
    /// First day; today where none is named. A part that is there already keeps its own.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub from: Option<NaiveDate>,
    /// Last day, where it has one. An auditor's always has.
    pub until: Option<NaiveDate>,
}

/// Names the people of a vacancy. A director is named for the vacancy's whole team.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for an end that has passed.
pub fn assign_people(desk: &mut WriteDesk<'_>, request: AssignPeople) -> Result<Done, Error> {
    let today = desk.today;
    if request
        .people
        .iter()
        .any(|person| person.until.is_some_and(|last| last < today))
    {
        return Err(Error::invalid(
            "people",
            "Enter a last day of today or later, or leave it empty.",
        ));
    }
    let (permit, teams, team, before) = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::AssignPeople>(request.vacancy)?;
        let reading = desk.permit_on_vacancy::<access::ReadVacancy>(request.vacancy)?;
        let before = desk.records.vacancy_people(&reading, desk.today)?;
        let team = desk.records.vacancy(&reading)?.team;
        for person in &request.people {
            let known = before
                .iter()
                .find(|known| known.account == person.account && known.relation == person.relation);
            check_person(desk, person, known)?;
        }
        Ok((
            permit,
            desk.permit_on_organisation::<access::ManageAccounts>()?,
            team,
            before,
        ))
    })?;
    let assignment = |person: &Assignment| store::Assignment {
        account: person.account,
        relation: person.relation,
        // Someone who keeps a part keeps the day it began.
        from: before
            .iter()
            .find(|known| known.account == person.account && known.relation == person.relation)
            .map_or(person.from.unwrap_or(today), |known| known.from),
        until: person.until,
    };
    let (directors, others): (Vec<_>, Vec<_>) = request
        .people
        .iter()
        .map(assignment)
        .partition(|person| person.relation == Relation::Director);
    desk.write(&permit, |tx| {
        tx.set_vacancy_people(&permit, &others)?;
        tx.set_team_people(&teams, team, &directors)?;
        let entry = Entry::new("assign-people")
            .about(About::Vacancy(request.vacancy))
            .with(
                "people",
                Detail::Number(u64::from(number(request.people.len()))),
            );
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

pub(super) fn check(details: &VacancyDetails) -> Result<(), Error> {
    if details
        .closes_on
        .is_some_and(|closes| closes < details.opens_on)
    {
        return Err(Error::invalid(
            "details.closesOn",
            "Enter a day on or after the one it opens.",
        ));
    }
    Ok(())
}

/// Checks one person's part: an audit ends within the bound, and nobody gives themselves more than they have.
fn check_person(
    desk: &ReadDesk<'_>,
    person: &Assignment,
    known: Option<&store::VacancyPerson>,
) -> Result<(), Error> {
    let more = known.is_none_or(|known| match (known.until, person.until) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(was), Some(becomes)) => becomes > was,
    });
    if more && person.account == desk.viewer.account {
        return Err(Error::Refused(access::Refusal::OwnAccess));
    }
    if person.relation != Relation::Auditor
        || known.is_some_and(|known| known.until == person.until)
    {
        return Ok(());
    }
    let from = known.map_or(person.from.unwrap_or(desk.today), |known| known.from);
    match person.until {
        Some(until) => check_audit(desk, from, until),
        None => Err(Error::invalid("people", "An auditor needs a last day.")),
    }
}
