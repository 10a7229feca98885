//! People: roles, parts and audits with their ends, training, conflicts of interest, and who may see what.

use chrono::NaiveDate;
use domain::access::{self, AccessPolicy, GrantScope, Permit, Relation, Role, Subject};
use domain::id::{AccountId, CandidateId, TeamId, VacancyId};
use serde::{Deserialize, Serialize};
use store::{About, Detail, Entry, TrainingKind};

mod export;
mod holding;
mod review;
mod role;

pub use export::{ExportReview, ReviewFile, check_export, export_review};
pub use holding::{GiveCompartment, TakeCompartment, give_compartment, take_compartment};
pub(crate) use review::why;
pub use review::{
    ConflictRow, PartView, WayView, WhatCanSee, WhatCanSeeView, WhoCanSee, WhoCanSeeView, WhoSees,
    WhyNot, WhyNotView, what_can_see, who_can_see, why_not,
};
pub use role::{ChangeRole, NameDirector, RoleChanged, change_role, name_director};
pub(crate) use role::{check_audit, check_role, is_a_persons, keep_hr};

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::view::{Done, Nothing};

/// What a part or an audit is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PartScope {
    /// One vacancy.
    Vacancy {
        /// Which.
        vacancy: VacancyId,
    },
    /// Every vacancy of a team.
    Team {
        /// Which.
        team: TeamId,
    },
    /// Everything.
    Organisation,
}

impl From<PartScope> for GrantScope {
    fn from(scope: PartScope) -> Self {
        match scope {
            PartScope::Vacancy { vacancy } => Self::Vacancy(vacancy),
            PartScope::Team { team } => Self::Team(team),
            PartScope::Organisation => Self::Organisation,
        }
    }
}

impl From<GrantScope> for PartScope {
    fn from(scope: GrantScope) -> Self {
        match scope {
            GrantScope::Vacancy(vacancy) => Self::Vacancy { vacancy },
            GrantScope::Team(team) => Self::Team { team },
            GrantScope::Organisation => Self::Organisation,
        }
    }
}

/// Ends somebody's part in something, from today on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EndPart {
    /// Whose.
    pub account: AccountId,
    /// The part.
    pub relation: Relation,
    /// In what.
    pub scope: PartScope,
}

/// Lets somebody audit something, first and last day included.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct GrantAudit {
    /// Who; never oneself.
    pub account: AccountId,
    /// What.
    pub scope: PartScope,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

/// How training was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum TrainingWay {
    /// Live: an induction.
    Live,
    /// A refresher, on paper or on a screen.
    Refresher,
}

/// Records that somebody took data protection training.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecordTraining {
    /// Who; never oneself.
    pub account: AccountId,
    /// How it was given.
    pub way: TrainingWay,
    /// The day it was held; never later than today.
    pub held_on: NaiveDate,
}

/// Declares a conflict of interest: from then on the candidate is out of the account's sight.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DeclareConflict {
    /// With whom.
    pub candidate: CandidateId,
    /// Whose; one's own where nobody is named. Only HR names somebody else.
    pub account: Option<AccountId>,
}

/// Lifts a conflict of interest.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WithdrawConflict {
    /// With whom.
    pub candidate: CandidateId,
    /// Whose; never one's own.
    pub account: AccountId,
}

/// Somebody's training and what it allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TrainingView {
    /// Whether it allows personal data to be opened today.
    pub access: bool,
    /// The last day it does, the organisation's grace included; none without an induction.
    pub through: Option<NaiveDate>,
    /// The day from which a refresher is asked for.
    pub warn_from: Option<NaiveDate>,
    /// Why not, where it does not.
    pub because: Option<crate::view::Why>,
    /// What was taken, the latest first.
    pub held: Vec<TrainingRow>,
    /// The names of those who can record more: HR, oneself left out.
    pub ask: Vec<String>,
}

/// One training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct TrainingRow {
    /// The day.
    pub held_on: NaiveDate,
    /// How it was given.
    pub way: TrainingWay,
    /// The name of who recorded it.
    pub recorded_by: String,
}

/// Ends somebody's part in something.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::NotFound`] where there is no such part.
pub fn end_part(desk: &mut WriteDesk<'_>, request: EndPart) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    desk.write(&permit, |tx| {
        tx.end_part(
            &permit,
            request.account,
            request.relation,
            request.scope.into(),
        )?;
        let entry = Entry::new("end-part")
            .about(About::Account(request.account))
            .with("relation", Detail::Word(request.relation.code()));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Lets somebody audit something.
///
/// # Errors
/// A refusal for everyone but HR, and for oneself; [`Error::Invalid`] when it is longer than the bound.
pub fn grant_audit(desk: &mut WriteDesk<'_>, request: GrantAudit) -> Result<Done, Error> {
    let permit = on_account(desk, request.account)?;
    desk.read(|desk| check_audit(desk, request.from, request.until))?;
    desk.write(&permit, |tx| {
        tx.grant_audit(&permit, request.scope.into(), request.from, request.until)?;
        let entry = Entry::new("grant-audit")
            .about(About::Account(request.account))
            .with("from", Detail::Day(request.from))
            .with("until", Detail::Day(request.until));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Records that somebody took data protection training.
///
/// # Errors
/// A refusal for everyone but HR, and for oneself; [`Error::Invalid`] for a day that has not come.
pub fn record_training(desk: &mut WriteDesk<'_>, request: RecordTraining) -> Result<Done, Error> {
    let permit = on_account(desk, request.account)?;
    desk.not_in_future("heldOn", request.held_on)?;
    let kind = match request.way {
        TrainingWay::Live => TrainingKind::Live,
        TrainingWay::Refresher => TrainingKind::Refresher,
    };
    desk.write(&permit, |tx| {
        tx.record_training(&permit, kind, request.held_on)?;
        let entry = Entry::new("record-training")
            .about(About::Account(request.account))
            .with("kind", Detail::Word(kind.code()))
            .with("held-on", Detail::Day(request.held_on));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// Declares a conflict of interest.
///
/// # Errors
/// A refusal for those who may not see the candidate, and for everyone but HR where it is somebody else's.
pub fn declare_conflict(desk: &mut WriteDesk<'_>, request: DeclareConflict) -> Result<Done, Error> {
    let (permit, account) = desk.read(|desk| {
        let own = desk.viewer.account;
        let account = request.account.unwrap_or(own);
        if account != own {
            let _somebody_elses = desk.permit::<access::GrantAccess>(Subject::Account(account))?;
        }
        let permit = desk.permit_on_candidate::<access::DeclareConflict>(request.candidate)?;
        Ok((permit, account))
    })?;
    desk.write(&permit, |tx| {
        tx.declare_conflict(&permit, account)?;
        let entry = Entry::new("declare-conflict")
            .about(About::Candidate(request.candidate))
            .with("account", Detail::Id(account.uuid()));
        Ok(((), entry))
    })?;
    desk.session.held().forget(&[request.candidate]);
    Ok(Done { undo: None })
}

/// Lifts a conflict of interest.
///
/// # Errors
/// A refusal for everyone but HR, and for one's own; [`Error::NotFound`] where there is none.
pub fn withdraw_conflict(
    desk: &mut WriteDesk<'_>,
    request: WithdrawConflict,
) -> Result<Done, Error> {
    let permit = on_account(desk, request.account)?;
    // Whoever must not see a person is not told by this that they are there.
    desk.read(|desk| desk.permit_on_candidate::<access::ReadCandidate>(request.candidate))?;
    desk.write(&permit, |tx| {
        tx.withdraw_conflict(&permit, request.candidate)?;
        let entry = Entry::new("withdraw-conflict")
            .about(About::Candidate(request.candidate))
            .with("account", Detail::Id(request.account.uuid()));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// What the organisation set about access.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and whoever audits the organisation.
pub fn policy(desk: &ReadDesk<'_>, _: Nothing) -> Result<AccessPolicy, Error> {
    let _permit = desk.permit_on_organisation::<access::ReadAccounts>()?;
    Ok(desk.viewer.policy)
}

/// Sets what the organisation may set about access.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Invalid`] for a value outside its bounds.
pub fn set_policy(desk: &mut WriteDesk<'_>, request: AccessPolicy) -> Result<Done, Error> {
    let permit = desk.permit_on_organisation::<access::ManageAccounts>()?;
    if !request.is_within_bounds() {
        return Err(Error::invalid(
            "panelGraceDays",
            "Keep to 0 to 30 days after a close-out, audits of 1 to 90 days, training for 6 to 24 months, and at \
             most 30 days of grace.",
        ));
    }
    let day = |days: u8| Detail::Number(days.into());
    desk.write(&permit, |tx| {
        tx.set_access_policy(&permit, request)?;
        let entry = Entry::new("set-access-policy")
            .with("panel-grace-days", day(request.panel_grace_days))
            .with("auditor-days", day(request.auditor_days))
            .with("training-months", day(request.training_months))
            .with("training-grace-days", day(request.training_grace_days));
        Ok(((), entry))
    })?;
    Ok(Done { undo: None })
}

/// One's own training: open to everyone, whatever else is closed.
///
/// # Errors
/// When the store can't be read.
pub fn my_training(desk: &ReadDesk<'_>, _: Nothing) -> Result<TrainingView, Error> {
    let checked = desk.viewer.check_training(desk.today);
    Ok(TrainingView {
        access: checked.is_ok(),
        through: desk.viewer.trained_through(desk.today),
        warn_from: desk.viewer.training(desk.today).warn_from,
        because: checked.err().map(why),
        held: desk
            .records
            .own_training(&desk.viewer)?
            .into_iter()
            .map(|record| TrainingRow {
                held_on: record.held_on,
                way: match record.kind {
                    TrainingKind::Live => TrainingWay::Live,
                    TrainingKind::Refresher => TrainingWay::Refresher,
                },
                recorded_by: record.recorded_by.into(),
            })
            .collect(),
        ask: desk
            .records
            .accounts()?
            .into_iter()
            .filter(|account| account.id != desk.viewer.account)
            .filter(|account| {
                account.role.role == Role::HrAdministrator && account.role.holds_on(desk.today)
            })
            .map(|account| account.name.into())
            .collect(),
    })
}

/// A permit to give somebody access; refused for oneself.
fn on_account(
    desk: &mut WriteDesk<'_>,
    account: AccountId,
) -> Result<Permit<access::GrantAccess>, Error> {
    desk.read(|desk| desk.permit::<access::GrantAccess>(Subject::Account(account)))
}
