//! The reserve list: those who met the requirements, were not chosen, and agreed to be kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{self, ActionKind, Permit};
use domain::application::Outcome;
use domain::clock::london_date;
use domain::consent::{PermissionDetails, PermissionPurpose, wording};
use domain::id::{ApplicationId, CandidateId, PermissionId, ReserveEntryId};
use domain::reserve::{ReserveOffers, ReserveRefusal, may_be_listed};
use domain::retention::{self, PermissionFacts};
use domain::text::{Line, Prose, fold};
use serde::{Deserialize, Serialize};
use store::{About, Entry, NewReserveEntry, ReserveEntry};

mod contact;
mod matches;
mod place;

pub use contact::{
    AnswerContact, ContactView, RecordContact, answer as answer_contact, record as record_contact,
};
pub use matches::{DescribeRole, ReserveMatch, ReserveMatches, describe as describe_role, matches};
pub use place::{
    ChangeReservePlace, LeftReserve, RemoveFromReserve, RenewReservePlace, change, remove, renew,
};

pub(crate) use contact::{Answered, may_record as may_contact, write as write_contact};
pub(crate) use place::current;

use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::permission::{self, PermissionView};
use crate::undo::Undoable;
use crate::view::{Done, May, Why, days_left};

/// A place on the list, on the candidate's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveEntryView {
    /// Which entry.
    pub entry: ReserveEntryId,
    /// The application whose outcome opened it.
    pub application: ApplicationId,
    /// That application's vacancy.
    pub vacancy_title: String,
    /// The roles it covers, in words.
    pub roles: String,
    /// What the assessment showed, in short.
    pub merit: String,
    /// What the person offers besides.
    pub offers: ReserveOffers,
    /// The day it was given.
    pub added_on: NaiveDate,
    /// The day it ends by itself.
    pub ends_on: NaiveDate,
    /// The entry's own end, where one was set.
    pub until: Option<NaiveDate>,
    /// The day the person was taken off.
    pub removed_on: Option<NaiveDate>,
    /// Whether the person is on the list today by this entry.
    pub live: bool,
    /// Whether it ends so soon that the person may be asked again (CON-06).
    pub ends_soon: bool,
    /// The times they were contacted by it, the latest first.
    pub contacts: Vec<ContactView>,
}

/// Lists the reserve list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ListReserve {
    /// Words to find in names and roles.
    pub text: String,
}

/// The reserve list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveList {
    /// Soonest end first.
    pub rows: Vec<ReserveRow>,
}

/// A line of the reserve list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveRow {
    /// Which entry.
    pub entry: ReserveEntryId,
    /// Whom it is about.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// The roles it covers, in words.
    pub roles: String,
    /// What the person offers besides.
    pub offers: ReserveOffers,
    /// The vacancy they met the requirements of.
    pub vacancy_title: String,
    /// The day it was given.
    pub added_on: NaiveDate,
    /// The day it ends by itself.
    pub ends_on: NaiveDate,
    /// Days left until then.
    pub days_left: i32,
    /// What this viewer may do with it.
    pub may: May,
}

/// Asks what a place on the list could stand on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveChoices {
    /// Whose.
    pub candidate: CandidateId,
}

/// What a place on the list could stand on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveChoicesView {
    /// The applications this viewer may see.
    pub applications: Vec<ReserveApplication>,
    /// The live permissions for the reserve list.
    pub permissions: Vec<PermissionView>,
}

/// Whether an application's outcome opens the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveApplication {
    /// Which application.
    pub application: ApplicationId,
    /// Its vacancy.
    pub vacancy_title: String,
    /// Why it does not; none when it does.
    pub refused: Option<Why>,
}

/// Puts a candidate on the reserve list. Refused without a live permission for it (RULEBOOK S67).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct AddToReserve {
    /// Whom.
    pub candidate: CandidateId,
    /// The application whose outcome opens it.
    pub application: ApplicationId,
    /// The permission it stands on.
    pub permission: Option<ReservePermission>,
    /// The roles it covers, in words; commas set them apart.
    pub roles: Line,
    /// What the assessment showed, in short.
    #[serde(default)]
    pub merit: Prose,
    /// What the person offers besides.
    #[serde(default)]
    pub offers: ReserveOffers,
    /// An end sooner than the permission's.
    pub until: Option<NaiveDate>,
}

/// The permission a place stands on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum ReservePermission {
    /// One that is recorded.
    Existing {
        /// Which.
        permission: PermissionId,
    },
    /// One to record with it.
    New {
        /// As the person gave it.
        details: PermissionDetails,
    },
}

/// The reserve list as it stands today, soonest end first.
///
/// # Errors
/// When the store can't be read.
pub fn list(desk: &ReadDesk<'_>, request: ListReserve) -> Result<ReserveList, Error> {
    let permit = desk.permit_over_all::<access::ListCandidates>()?;
    let wanted = fold(&request.text);
    let mut rows = Vec::new();
    for entry in current(desk.records.reserve_list(&permit)?) {
        let ends_on = ends_on(&entry);
        let roles = roles(&entry);
        let name = entry.name.full();
        let found =
            wanted.is_empty() || fold(&name).contains(&wanted) || fold(&roles).contains(&wanted);
        if !found || desk.today >= ends_on {
            continue;
        }
        let mut may = May::new();
        if desk
            .permit_on_candidate::<access::RecordPermission>(entry.candidate)
            .is_ok()
        {
            may.push(ActionKind::RecordPermission);
        }
        rows.push(ReserveRow {
            entry: entry.id,
            candidate: entry.candidate,
            name,
            roles,
            offers: entry.offers,
            vacancy_title: entry.vacancy_title.into(),
            added_on: london_date(entry.added_at),
            ends_on,
            days_left: days_left(desk.today, ends_on),
            may,
        });
    }
    rows.sort_by(|one, other| {
        one.ends_on
            .cmp(&other.ends_on)
            .then_with(|| one.name.cmp(&other.name))
    });
    Ok(ReserveList { rows })
}

/// What a place on the list could stand on.
///
/// # Errors
/// A refusal for those who may not record permissions of this person.
pub fn choices(desk: &ReadDesk<'_>, request: ReserveChoices) -> Result<ReserveChoicesView, Error> {
    let permit = desk.permit_on_candidate::<access::RecordPermission>(request.candidate)?;
    let applications = desk
        .records
        .applications(&permit)?
        .into_iter()
        .map(|application| ReserveApplication {
            application: application.id,
            refused: outcome_refusal(application.outcome).map(|refusal| Why {
                rule: refusal.rule().to_owned(),
                sentence: refusal.sentence(),
            }),
            vacancy_title: application.vacancy_title.into(),
        })
        .collect();
    let permissions = permission::views(desk, &permit)?
        .into_iter()
        .filter(|permission| {
            permission.live && permission.purpose == PermissionPurpose::ReserveList
        })
        .collect();
    Ok(ReserveChoicesView {
        applications,
        permissions,
    })
}

const fn outcome_refusal(outcome: Option<Outcome>) -> Option<ReserveRefusal> {
    match outcome {
        None => Some(ReserveRefusal::NoOutcome),
        Some(outcome) if !outcome.how.opens_reserve_list() => Some(ReserveRefusal::NotEligible),
        Some(_) => None,
    }
}

/// Puts a candidate on the reserve list, and records the permission it stands on where it is new. Both or
/// neither.
///
/// # Errors
/// [`Error::Rule`] without a live permission given for it, or with an outcome that does not open the list.
pub fn add(desk: &mut WriteDesk<'_>, request: AddToReserve) -> Result<Done, Error> {
    let permit = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::RecordPermission>(request.candidate)?;
        check(desk, &permit, &request)?;
        Ok(permit)
    })?;
    if request.until.is_some_and(|until| until <= desk.today) {
        return Err(Error::invalid(
            "until",
            "Enter a day after today, or leave it empty.",
        ));
    }
    let (entry, permission) = desk.write(&permit, |tx| {
        let (permission, new) = match &request.permission {
            Some(ReservePermission::Existing { permission }) => (*permission, None),
            Some(ReservePermission::New { details }) => {
                let version = wording(PermissionPurpose::ReserveList).version;
                let permission = tx.insert_permission(&permit, details, None, version)?;
                (permission, Some(permission))
            }
            None => return Err(refused(ReserveRefusal::NoPermission)),
        };
        let new_entry = NewReserveEntry {
            application: request.application,
            permission,
            role_families: families(&request.roles),
            merit: request.merit.clone(),
            offers: request.offers.clone(),
            until: request.until,
        };
        let entry = tx.insert_reserve_entry(&permit, &new_entry)?;
        Ok((
            (entry, new),
            Entry::new("add-to-reserve").about(About::Candidate(request.candidate)),
        ))
    })?;
    let undo = desk.keep(Undoable::AddedToReserve {
        candidate: request.candidate,
        entry,
        permission,
    });
    Ok(Done { undo: Some(undo) })
}

/// The places of the permit's candidate, latest first.
pub(crate) fn views<A: access::Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
) -> Result<Vec<ReserveEntryView>, Error> {
    let reminder = i32::from(desk.policy()?.values().permission_reminder_days);
    let entries = desk.records.reserve_entries(permit)?;
    let contacts = desk.records.reserve_contacts(permit)?;
    let opened_by: BTreeMap<ReserveEntryId, ApplicationId> = entries
        .iter()
        .map(|entry| (entry.id, entry.application))
        .collect();
    Ok(current(entries)
        .into_iter()
        .map(|entry| {
            let ends_on = ends_on(&entry);
            let left = days_left(desk.today, ends_on);
            // A renewed place shows what was done by the one it took over.
            let theirs = contacts
                .iter()
                .filter(|contact| opened_by.get(&contact.entry) == Some(&entry.application))
                .cloned()
                .map(Into::into)
                .collect();
            ReserveEntryView {
                entry: entry.id,
                application: entry.application,
                roles: roles(&entry),
                merit: entry.merit.as_str().to_owned(),
                offers: entry.offers,
                until: entry.until,
                ends_soon: (1..=reminder).contains(&left),
                contacts: theirs,
                vacancy_title: entry.vacancy_title.into(),
                added_on: london_date(entry.added_at),
                ends_on,
                removed_on: entry.removed_on,
                live: desk.today < ends_on,
            }
        })
        .collect())
}

/// The day a place ends, as the rule has it.
pub(crate) fn ends_on(entry: &ReserveEntry) -> NaiveDate {
    [entry.permission_withdrawn_on, entry.until, entry.removed_on]
        .into_iter()
        .flatten()
        .fold(entry.permission_ends_on, NaiveDate::min)
}

fn check(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::RecordPermission>,
    request: &AddToReserve,
) -> Result<(), Error> {
    let outcome = desk
        .records
        .applications(permit)?
        .into_iter()
        .find(|application| application.id == request.application)
        .map(|application| application.outcome)
        .ok_or(Error::NotFound)?;
    let facts = desk.records.person_facts(request.candidate)?;
    let policy = desk.policy()?;
    let due_on = retention::application_verdicts(&facts, &policy, desk.today)
        .into_iter()
        .find(|verdict| verdict.application == request.application)
        .and_then(|verdict| verdict.verdict.erase_on);
    let permission = match &request.permission {
        Some(ReservePermission::Existing { permission }) => facts
            .permissions
            .iter()
            .find(|known| known.permission == *permission)
            .copied(),
        Some(ReservePermission::New { details }) => {
            permission::check(desk, request.candidate, details)?;
            Some(PermissionFacts {
                permission: PermissionId::new(desk.now),
                purpose: details.purpose,
                application: None,
                given_on: details.given_on,
                months: details.months,
                withdrawn_on: None,
            })
        }
        None => None,
    };
    may_be_listed(outcome, permission.as_ref(), &policy, due_on, desk.today).map_err(refused)
}

fn refused(refusal: ReserveRefusal) -> Error {
    Error::rule(refusal.rule(), refusal.sentence())
}

/// The families of roles that words name, one by one.
fn families(roles: &Line) -> Vec<Line> {
    roles
        .as_str()
        .split(',')
        .filter_map(|part| Line::parse(part).ok())
        .collect()
}

fn roles(entry: &ReserveEntry) -> String {
    entry
        .role_families
        .iter()
        .map(Line::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}
