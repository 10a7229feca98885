//! Vacancies: the role, its people, its stages as a board.

use chrono::NaiveDate;
use domain::access::{self, ActionKind, Permit, Relation};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::clock::london_date;
use domain::id::{AccountId, ApplicationId, CandidateId, TeamId, VacancyId};
use domain::text::Line;
use domain::vacancy::{VacancyDetails, VacancyKind};
use serde::{Deserialize, Serialize};

use store::{About, Detail, Entry, Tx};

use crate::application::{Changed, MOST_AT_ONCE, check_outcome, decidable};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::organisation::TeamRow;
use crate::people::check_audit;
use crate::undo::{FIRST_REVISION, Revisions, Undoable};
use crate::view::{Done, May, Nothing, number};

/// Which vacancies to list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListVacancies {
    /// Also those closed out.
    pub closed_out: bool,
}

/// The vacancies a viewer may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct VacancyList {
    /// Open ones first, latest opening first.
    pub rows: Vec<VacancyRow>,
    /// How many closed-out ones are not among them.
    pub hidden: u32,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct VacancyRow {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// Its title.
    pub title: String,
    /// The organisation's reference.
    pub reference: Option<String>,
    /// What kind of role.
    pub kind: VacancyKind,
    /// The team.
    pub team: String,
    /// First day of applications.
    pub opens_on: NaiveDate,
    /// Last day of applications.
    pub closes_on: Option<NaiveDate>,
    /// The day it was closed out.
    pub closed_out_on: Option<NaiveDate>,
    /// Live applications at each stage.
    pub stages: Vec<StageCount>,
    /// Live applications.
    pub live: u32,
    /// Ended applications.
    pub ended: u32,
}

/// How many applications are at a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct StageCount {
    /// The stage.
    pub stage: Stage,
    /// How many.
    pub count: u32,
}

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

/// A vacancy's applications by stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Board {
    /// A column a stage, then one for those that ended.
    pub columns: Vec<BoardColumn>,
}

/// A column of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct BoardColumn {
    /// The stage; none is the column of those that ended.
    pub stage: Option<Stage>,
    /// How many are in it.
    pub total: u32,
    /// The first of them, at most two hundred.
    pub cards: Vec<BoardCard>,
}

/// A card of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct BoardCard {
    /// The application.
    pub application: ApplicationId,
    /// Whose.
    pub candidate: CandidateId,
    /// Their name, or an alias.
    pub name: String,
    /// Whether it is an alias, since the name may not be seen yet.
    pub blind: bool,
    /// The day it came in.
    pub applied_on: NaiveDate,
    /// Since when it is in this column.
    pub since: NaiveDate,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What this viewer may do with it.
    pub may: May,
}

/// The team a vacancy is in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum TeamChoice {
    /// One that is there.
    Existing {
        /// Which.
        team: TeamId,
    },
    /// One to add.
    New {
        /// Its name.
        name: Line,
    },
}

/// The teams of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Teams {
    /// By name.
    pub teams: Vec<TeamRow>,
}

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

/// Closes a vacancy out: its undecided applications end on that day (RULEBOOK RET-01).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct CloseOutVacancy {
    /// Which.
    pub vacancy: VacancyId,
    /// Whether it was cancelled, or ran its course.
    pub cancelled: bool,
    /// The day; never later than today.
    pub on: NaiveDate,
}

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

/// The most cards a column of the board shows.
const CARDS: u32 = 200;

/// The vacancies this viewer may see.
///
/// # Errors
/// When the store can't be read.
pub fn list(desk: &ReadDesk<'_>, request: ListVacancies) -> Result<VacancyList, Error> {
    let permit = desk.permit_over_all::<access::ListVacancies>()?;
    let all = desk.records.vacancies(&permit)?;
    let (shown, hidden): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|row| request.closed_out || row.vacancy.closed_out_on.is_none());
    Ok(VacancyList {
        rows: shown.into_iter().map(row).collect(),
        hidden: number(hidden.len()),
    })
}

fn row(row: store::VacancyRow) -> VacancyRow {
    let live: u64 = row.at_stage.iter().sum();
    let stages = Stage::ALL
        .into_iter()
        .zip(row.at_stage)
        .map(|(stage, count)| StageCount {
            stage,
            count: number(count),
        })
        .collect();
    VacancyRow {
        vacancy: row.vacancy.id,
        title: row.vacancy.details.title.into(),
        reference: row.vacancy.details.reference.map(Into::into),
        kind: row.vacancy.details.kind,
        team: row.vacancy.team_name.into(),
        opens_on: row.vacancy.details.opens_on,
        closes_on: row.vacancy.details.closes_on,
        closed_out_on: row.vacancy.closed_out_on,
        stages,
        live: number(live),
        ended: number(row.ended.saturating_add(row.hired)),
    }
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

/// The teams of the organisation.
///
/// # Errors
/// When the store can't be read.
pub fn teams(desk: &ReadDesk<'_>, _: Nothing) -> Result<Teams, Error> {
    let teams = desk.records.teams()?;
    Ok(Teams {
        teams: teams
            .into_iter()
            .map(|team| TeamRow {
                team: team.id,
                name: team.name.into(),
            })
            .collect(),
    })
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

/// Closes a vacancy out. Cancelled, its undecided applications end as that; otherwise they end with it (RET-01).
///
/// # Errors
/// A refusal for those who don't run it; [`Error::Invalid`] for a day that has not come.
pub fn close_out(desk: &mut WriteDesk<'_>, request: CloseOutVacancy) -> Result<Done, Error> {
    desk.not_in_future("on", request.on)?;
    let (permit, before, undecided) = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(request.vacancy)?;
        let before = desk.records.vacancy(&permit)?;
        Ok((
            permit,
            before,
            desk.records.undecided_applications(request.vacancy)?,
        ))
    })?;
    if before.closed_out_on.is_some() {
        return Err(Error::Stale);
    }
    if request.on < before.details.opens_on {
        return Err(Error::invalid(
            "on",
            "Enter a day on or after the one the vacancy opened.",
        ));
    }
    let outcome = Outcome {
        how: OutcomeKind::VacancyCancelled,
        on: request.on,
    };
    // Those that are closed out with the vacancy are looked at for taking it back alone.
    let found = if request.cancelled || undecided.len() <= MOST_AT_ONCE {
        decidable(desk, &undecided)?
    } else {
        Vec::new()
    };
    let (cancelled, closed) = if request.cancelled {
        (found, Vec::new())
    } else {
        (Vec::new(), found)
    };
    check_outcome(desk, &cancelled, outcome)?;
    let (revision, mut changed) = desk.write(&permit, |tx| {
        let mut changed = Vec::with_capacity(cancelled.len());
        for each in &cancelled {
            let revision = tx.set_outcome(
                &each.permit,
                each.record.id,
                Some(outcome),
                each.record.revision,
            )?;
            changed.push(Changed::new(&each.record, revision));
        }
        let revision = tx.close_out_vacancy(&permit, request.on, before.revision)?;
        let entry = Entry::new("close-out-vacancy")
            .about(About::Vacancy(request.vacancy))
            .with("on", Detail::Day(request.on))
            .with(
                "cancelled",
                Detail::Number(u64::from(number(changed.len()))),
            );
        Ok(((revision, changed), entry))
    })?;
    changed.extend(
        closed
            .iter()
            .map(|each| Changed::new(&each.record, each.record.revision.saturating_add(1))),
    );
    let undo = desk.keep(Undoable::ClosedOutVacancy {
        vacancy: request.vacancy,
        revision: Revisions::made(revision),
        cancelled: request.cancelled,
        undecided: changed,
    });
    Ok(Done { undo: Some(undo) })
}

/// A vacancy's applications by stage.
///
/// # Errors
/// A refusal for those without a part in it.
pub fn board(desk: &ReadDesk<'_>, request: OpenVacancy) -> Result<Board, Error> {
    let permit = desk.permit_on_vacancy::<access::ReadVacancy>(request.vacancy)?;
    let mut may = May::new();
    if desk.may::<access::DecideApplication>(permit.subject().clone()) {
        may.push(ActionKind::DecideApplication);
    }
    let card = |card: store::BoardCard| BoardCard {
        application: card.application,
        candidate: card.candidate,
        blind: card.called.name().is_none(),
        name: card.called.full(),
        applied_on: card.applied_on,
        since: card.outcome.map_or_else(
            || card.moved_at.map_or(card.applied_on, london_date),
            |outcome| outcome.on,
        ),
        outcome: card.outcome,
        may: may.clone(),
    };
    let column = |stage: Option<Stage>, column: store::BoardColumn| BoardColumn {
        stage,
        total: number(column.number),
        cards: column.cards.into_iter().map(card).collect(),
    };
    let found = desk.records.board(&permit, CARDS)?;
    let mut columns: Vec<BoardColumn> = Stage::ALL
        .into_iter()
        .zip(found.stages)
        .map(|(stage, cards)| column(Some(stage), cards))
        .collect();
    columns.push(column(None, found.ended));
    Ok(Board { columns })
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

fn check(details: &VacancyDetails) -> Result<(), Error> {
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
