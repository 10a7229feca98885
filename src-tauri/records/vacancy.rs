//! Vacancies: the role, its people, its stages as a board.

mod board;
mod close_out;
mod list;
mod open;
mod people;

use domain::access::{self, Permit};
use domain::application::Stage;
use domain::id::{TeamId, VacancyId};
use domain::vacancy::VacancyDetails;
use serde::{Deserialize, Serialize};
use store::{About, Entry, Tx};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::{FIRST_REVISION, Revisions, Undoable};
use crate::view::Done;

pub use board::{Board, BoardCard, BoardColumn, board};
pub use close_out::{CloseOutVacancy, close_out};
pub use list::{
    ListVacancies, StageCount, TeamChoice, Teams, VacancyList, VacancyRow, list, teams,
};
pub use open::{OpenVacancy, VacancyPerson, VacancyView, open};
use people::check;
pub use people::{AssignPeople, Assignment, assign_people};

/// Adds a vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddVacancy {
    /// What it is.
    pub details: VacancyDetails,
    /// The team.
    pub team: TeamChoice,
}

/// A vacancy was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddedVacancy {
    /// Which.
    pub vacancy: VacancyId,
    /// What takes it back.
    pub undo: Option<u32>,
}

/// Changes a vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EditVacancy {
    /// Which.
    pub vacancy: VacancyId,
    /// The version that was edited; an older one is refused as stale.
    pub revision: u32,
    /// What it should be.
    pub details: VacancyDetails,
    /// The team.
    pub team: TeamChoice,
}

/// Adds a vacancy.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] when it would close before it opens.
pub fn add(desk: &mut WriteDesk<'_>, request: AddVacancy) -> Result<AddedVacancy, Error> {
    check(&request.details)?;
    let (permit, teams) = desk.read(|desk| {
        Ok((
            desk.permit_on_organisation::<access::AddVacancy>()?,
            team_permit(desk, &request.team)?,
        ))
    })?;
    let vacancy = desk.write(&permit, |tx| {
        let team = settle_team(tx, teams.as_ref(), &request.team)?;
        let vacancy = tx.insert_vacancy(&permit, team, &request.details)?;
        Ok((
            vacancy,
            Entry::new("add-vacancy").about(About::Vacancy(vacancy)),
        ))
    })?;
    let undo = desk.keep(Undoable::AddedVacancy {
        vacancy,
        revision: FIRST_REVISION,
    });
    Ok(AddedVacancy {
        vacancy,
        undo: Some(undo),
    })
}

/// Changes a vacancy.
///
/// # Errors
/// A refusal for those who don't run it, [`Error::Stale`] when it was changed since it was opened.
pub fn edit(desk: &mut WriteDesk<'_>, request: EditVacancy) -> Result<Done, Error> {
    check(&request.details)?;
    let (permit, teams, before) = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(request.vacancy)?;
        let before = desk.records.vacancy(&permit)?;
        let (was, becomes) = (before.details.blind_until, request.details.blind_until);
        check_names(desk, request.vacancy, was, becomes)?;
        Ok((permit, team_permit(desk, &request.team)?, before))
    })?;
    let revision = desk.write(&permit, |tx| {
        let team = settle_team(tx, teams.as_ref(), &request.team)?;
        let revision = tx.update_vacancy(&permit, team, &request.details, request.revision)?;
        Ok((
            revision,
            Entry::new("edit-vacancy").about(About::Vacancy(request.vacancy)),
        ))
    })?;
    let undo = desk.keep(Undoable::EditedVacancy {
        vacancy: request.vacancy,
        before: before.details,
        team: before.team,
        revision: Revisions::made(revision),
    });
    Ok(Done { undo: Some(undo) })
}

/// Showing names sooner than was set is giving access, which those who would see them don't give themselves (A5).
pub(crate) fn check_names(
    desk: &ReadDesk<'_>,
    vacancy: VacancyId,
    was: Option<Stage>,
    becomes: Option<Stage>,
) -> Result<(), Error> {
    let people = desk.permit_on_vacancy::<access::AssignPeople>(vacancy);
    if becomes < was && people.is_err() {
        return Err(Error::Refused(access::Refusal::OwnAccess));
    }
    Ok(())
}

/// Adding a team is adding to the organisation, for which a permit of its own is needed.
fn team_permit(
    desk: &ReadDesk<'_>,
    team: &TeamChoice,
) -> Result<Option<Permit<access::ManageAccounts>>, Error> {
    match team {
        TeamChoice::Existing { .. } => Ok(None),
        TeamChoice::New { .. } => Ok(Some(desk.permit_on_organisation()?)),
    }
}

fn settle_team(
    tx: &Tx<'_>,
    permit: Option<&Permit<access::ManageAccounts>>,
    team: &TeamChoice,
) -> Result<TeamId, Error> {
    match (team, permit) {
        (TeamChoice::Existing { team }, _) => Ok(*team),
        (TeamChoice::New { name }, Some(permit)) => Ok(tx.add_team(permit, name)?),
        (TeamChoice::New { .. }, None) => Err(Error::Refused(access::Refusal::HrOnly)),
    }
}
