//! Who on the reserve list fits a vacancy, and why.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{self, ActionKind, Refusal, Shown};
use domain::candidate::PreferredContact;
use domain::id::{CandidateId, ReserveEntryId, VacancyId};
use domain::reserve::{Gap, Match, Offered, Reason, matching, order};
use domain::vacancy::{RoleAsks, VacancyKind};
use serde::{Deserialize, Serialize};
use store::{About, Entry, ReserveContact, ReserveEntry};

use super::contact::{ContactView, check, hides_names};
use super::place::current;
use super::{ends_on, roles};
use crate::correspondence;
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::undo::Undoable;
use crate::vacancy::OpenVacancy;
use crate::view::{Done, May, Why};

/// Who on the reserve list fits a vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveMatches {
    /// What the role asks for.
    pub asks: RoleAsks,
    /// What kind of role it is.
    pub kind: VacancyKind,
    /// Everybody on the list whom this viewer sees there, those with most reasons first. Withheld from those who decide
    /// where names are.
    pub people: Shown<Vec<ReserveMatch>>,
    /// What this viewer may do here.
    pub may: May,
}

/// How somebody on the list fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveMatch {
    /// By which place.
    pub entry: ReserveEntryId,
    /// Whom it is about.
    pub candidate: CandidateId,
    /// Their name.
    pub name: String,
    /// The roles the place covers, in words.
    pub roles: String,
    /// What the assessment showed, in short.
    pub merit: String,
    /// The day the place ends by itself.
    pub ends_on: NaiveDate,
    /// Why they may fit, each in a sentence.
    pub reasons: Vec<String>,
    /// What does not fit or is not known, each in a sentence.
    pub gaps: Vec<String>,
    /// The latest contact with them about this vacancy.
    pub contact: Option<ContactView>,
    /// How they like to be contacted.
    pub preferred: Option<PreferredContact>,
    /// Whether this viewer may contact them.
    pub may_contact: bool,
    /// Whether this viewer may write to them.
    pub may_write: bool,
    /// Why nobody may contact them about it, where that is so.
    pub refused: Option<Why>,
}

/// Says what a role asks for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DescribeRole {
    /// Which vacancy.
    pub vacancy: VacancyId,
    /// What it asks for.
    pub asks: RoleAsks,
}

/// Who on the reserve list fits a vacancy, and why: everybody whom this viewer sees on the list, those with most reasons
/// first. Nobody is left out for want of reasons.
///
/// # Errors
/// A refusal for those without a part in the vacancy.
pub fn matches(desk: &ReadDesk<'_>, request: OpenVacancy) -> Result<ReserveMatches, Error> {
    let permit = desk.permit_on_vacancy::<access::ReadVacancy>(request.vacancy)?;
    let record = desk.records.vacancy(&permit)?;
    let asks = desk.records.role_asks(&permit)?;
    let kind = record.details.kind;
    let subject = || permit.subject().clone();
    let runs = desk.may::<access::AddCandidate>(subject());
    let mut may = May::new();
    if desk.may::<access::EditVacancy>(subject()) {
        may.push(ActionKind::EditVacancy);
    }
    if hides_names(&permit) {
        return Ok(ReserveMatches {
            asks,
            kind,
            people: Shown::withheld(Refusal::Blind),
            may,
        });
    }
    let listing = desk.permit_over_all::<access::ListCandidates>()?;
    let entries: Vec<ReserveEntry> = current(desk.records.reserve_list(&listing)?)
        .into_iter()
        .filter(|entry| desk.today < ends_on(entry))
        .collect();
    let people: Vec<CandidateId> = entries.iter().map(|entry| entry.candidate).collect();
    let bars = desk.records.contact_bars(&permit, &people)?;
    let mut contacts: BTreeMap<CandidateId, ReserveContact> = BTreeMap::new();
    for contact in desk.records.contacts_about(&permit)? {
        contacts.entry(contact.candidate).or_insert(contact);
    }
    let mut found: Vec<(Match, ReserveMatch)> = Vec::new();
    for entry in entries {
        let theirs = bars.get(&entry.candidate).copied().unwrap_or_default();
        // A record under a hold is kept and off every list (RET-06).
        if theirs.on_hold {
            continue;
        }
        let fits = matching(
            &asks,
            kind,
            Offered {
                families: &entry.role_families,
                offers: &entry.offers,
            },
        );
        let refused = check(&entry, theirs, record.closed_out_on.is_some(), desk.today).err();
        let (may_contact, preferred) = if runs {
            reachable(desk, entry.candidate)?
        } else {
            (false, None)
        };
        let row = ReserveMatch {
            entry: entry.id,
            candidate: entry.candidate,
            name: entry.name.full(),
            roles: roles(&entry),
            merit: entry.merit.as_str().to_owned(),
            ends_on: ends_on(&entry),
            reasons: fits.reasons.iter().map(Reason::sentence).collect(),
            gaps: fits.gaps.iter().map(Gap::sentence).collect(),
            contact: contacts.remove(&entry.candidate).map(Into::into),
            preferred,
            may_contact,
            may_write: may_contact && correspondence::may_write(desk, entry.candidate)?,
            refused: refused.map(|refusal| Why {
                rule: refusal.rule().to_owned(),
                sentence: refusal.sentence(),
            }),
        };
        found.push((fits, row));
    }
    found.sort_by(|(one, row), (other, next)| {
        order(one, other)
            .then_with(|| row.name.cmp(&next.name))
            .then_with(|| row.entry.cmp(&next.entry))
    });
    Ok(ReserveMatches {
        asks,
        kind,
        people: Shown::Shown {
            value: found.into_iter().map(|(_, row)| row).collect(),
        },
        may,
    })
}

/// Whether this viewer may contact somebody, and how they like it.
fn reachable(
    desk: &ReadDesk<'_>,
    candidate: CandidateId,
) -> Result<(bool, Option<PreferredContact>), Error> {
    let Ok(permit) = desk.permit_on_candidate::<access::RecordPermission>(candidate) else {
        return Ok((false, None));
    };
    let record = desk.records.candidate(&permit)?;
    Ok((true, record.full.and_then(|full| full.contact.preferred)))
}

/// Says what a role asks for, so that the reserve list can be matched with it.
///
/// # Errors
/// A refusal for those who don't run the vacancy.
pub fn describe(desk: &mut WriteDesk<'_>, request: DescribeRole) -> Result<Done, Error> {
    let DescribeRole { vacancy, asks } = request;
    let (permit, before) = desk.read(|desk| {
        let permit = desk.permit_on_vacancy::<access::EditVacancy>(vacancy)?;
        let before = desk.records.role_asks(&permit)?;
        Ok((permit, before))
    })?;
    desk.write(&permit, |tx| {
        tx.set_role_asks(&permit, &asks)?;
        Ok::<_, Error>((
            (),
            Entry::new("describe-role").about(About::Vacancy(vacancy)),
        ))
    })?;
    let undo = desk.keep(Undoable::DescribedRole {
        vacancy,
        before: Box::new(before),
    });
    Ok(Done { undo: Some(undo) })
}
