//! Whether something may be given to a recipient (RULES X1 to X5; RULEBOOK SHA-01 to SHA-07). Whatever is missing is
//! refused with a sentence that says which.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::country::Destination;
use super::matrix::minimum;
use super::purpose::{LawfulBasis, Purpose, PurposeTerms};
use super::register::{
    Agreement, Clause, Item, Mechanism, Recipient, Standing, Transfer, standing,
};
use crate::candidate::PersonName;
use crate::dates::plain;
use crate::disclosure::{RecipientCategory, names};
use crate::retention::DataClass;
use crate::source::Directness;
use crate::text::Line;

/// On what an authority is given something (RULEBOOK SHA-05).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct LegalGround {
    /// Who asked: the officer, court or body.
    pub authority: Option<Line>,
    /// The power or the order.
    pub power: Option<Line>,
    /// What was asked for.
    pub asked: Option<Line>,
    /// The least that satisfied it.
    pub least: Option<Line>,
    /// Who decided.
    pub decided_by: Option<Line>,
    /// That the candidate was told, or why not.
    pub told: Option<Line>,
}

/// A recipient with what is held of it.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    /// The recipient.
    pub recipient: &'a Recipient,
    /// Every agreement with it.
    pub agreements: &'a [Agreement],
    /// Every mechanism for it.
    pub transfers: &'a [Transfer],
}

/// What somebody proposes to give.
#[derive(Clone, Copy, Debug)]
pub struct Proposed<'a> {
    /// What for, and what the version in use says of it.
    pub purpose: Option<(Purpose, &'a PurposeTerms)>,
    /// Of whom.
    pub of: &'a PersonName,
    /// To whom.
    pub to: Option<Held<'a>>,
    /// What.
    pub classes: &'a BTreeSet<DataClass>,
    /// Why more than the least.
    pub reason: Option<&'a Line>,
    /// What the vacancy of the application says an MP's office or a department has to do with it.
    pub relevance: Option<&'a Line>,
    /// On what an authority is given it.
    pub legal: Option<&'a LegalGround>,
    /// Where the details came from of somebody who was not given the privacy notice, though that can be recorded.
    pub untold: Option<Directness>,
    /// The day.
    pub on: NaiveDate,
    /// Today.
    pub today: NaiveDate,
}

/// What a disclosure rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The lawful basis.
    pub basis: LawfulBasis,
    /// The agreement in force, where the recipient is a supplier.
    pub agreement: Option<Line>,
    /// The mechanism, where the country needs one.
    pub mechanism: Option<Mechanism>,
}

/// Why something may not be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharingRefusal {
    /// No purpose is named.
    NoPurpose,
    /// No recipient of the register is named.
    NoRecipient,
    /// The purpose does not reach this kind of recipient.
    OutOfReach,
    /// The day has not come.
    NotYet,
    /// The recipient's name has the candidate's in it, and it is kept when they are gone.
    NamesThePerson,
    /// The recipient was not approved before.
    NotApproved,
    /// The recipient is given nothing any more.
    RecipientEnded(NaiveDate),
    /// The recipient should have been looked at again.
    RecipientOverdue(NaiveDate),
    /// No agreement with a supplier.
    NoAgreement,
    /// Its agreement ended.
    AgreementLapsed(NaiveDate),
    /// Its agreement has not begun.
    AgreementNotYet(NaiveDate),
    /// Its agreement should have been looked at again.
    AgreementOverdue(NaiveDate),
    /// Its agreement does not set out what Art 28(3) asks for.
    AgreementIncomplete,
    /// Its agreement does not cover the purpose.
    PurposeNotCovered,
    /// The country is not adequate, and there is no mechanism.
    NoMechanism,
    /// The mechanism ended.
    MechanismLapsed(NaiveDate),
    /// The mechanism has not begun.
    MechanismNotYet(NaiveDate),
    /// The mechanism should have been looked at again.
    MechanismOverdue(NaiveDate),
    /// An MP's office or a department that the vacancy does not name as concerned.
    NotRelevant,
    /// An authority that does not say who it is.
    NoAuthority,
    /// An authority without a power.
    NoPower,
    /// What was asked for is not said.
    NotAsked,
    /// The least that satisfies it is not said.
    NoLeast,
    /// Who decided is not said.
    NobodyDecided,
    /// Whether the candidate was told is not said.
    TellingOpen,
    /// Nothing is chosen.
    Nothing,
    /// The purpose may not use one of the classes.
    OutsidePurpose,
    /// More than the least, and no reason.
    MoreThanLeast,
    /// The candidate was not given the privacy notice.
    NoticeFirst,
}

impl SharingRefusal {
    /// The rule.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::NoPurpose | Self::NoRecipient | Self::NotYet | Self::Nothing => "SHA-01",
            Self::OutOfReach | Self::OutsidePurpose => "PUR-01",
            Self::NamesThePerson => "ERA-04",
            Self::MoreThanLeast => "SHA-02",
            Self::NotRelevant => "SHA-03",
            Self::NoticeFirst => "NOT-02",
            Self::NotApproved
            | Self::RecipientEnded(_)
            | Self::RecipientOverdue(_)
            | Self::NoAgreement
            | Self::AgreementOverdue(_)
            | Self::PurposeNotCovered => "SHA-04",
            Self::AgreementLapsed(_) | Self::AgreementNotYet(_) | Self::AgreementIncomplete => {
                "SHA-09"
            }
            Self::NoMechanism
            | Self::MechanismLapsed(_)
            | Self::MechanismNotYet(_)
            | Self::MechanismOverdue(_) => "SHA-07",
            Self::NoAuthority
            | Self::NoPower
            | Self::NotAsked
            | Self::NoLeast
            | Self::NobodyDecided
            | Self::TellingOpen => "SHA-05",
        }
    }

    /// The field that is wrong.
    pub const fn field(self) -> &'static str {
        match self {
            Self::NoPurpose => "purpose",
            Self::NoRecipient
            | Self::OutOfReach
            | Self::NamesThePerson
            | Self::NotApproved
            | Self::RecipientEnded(_)
            | Self::RecipientOverdue(_)
            | Self::NoAgreement
            | Self::AgreementLapsed(_)
            | Self::AgreementNotYet(_)
            | Self::AgreementOverdue(_)
            | Self::AgreementIncomplete
            | Self::PurposeNotCovered
            | Self::NoMechanism
            | Self::MechanismLapsed(_)
            | Self::MechanismNotYet(_)
            | Self::MechanismOverdue(_)
            | Self::NoticeFirst => "recipient",
            Self::NotRelevant => "application",
            Self::NotYet => "on",
            Self::NoAuthority => "legal.authority",
            Self::NoPower => "legal.power",
            Self::NotAsked => "legal.asked",
            Self::NoLeast => "legal.least",
            Self::NobodyDecided => "legal.decidedBy",
            Self::TellingOpen => "legal.told",
            Self::Nothing | Self::OutsidePurpose => "classes",
            Self::MoreThanLeast => "reason",
        }
    }

    /// Which thing is missing, and what to do, in one sentence for a person.
    pub fn sentence(self) -> String {
        let rule = self.rule();
        match self {
            Self::NoticeFirst => format!(
                "Give them the privacy notice first, and record it: nothing says that they were given it (rule {rule})."
            ),
            Self::NoPurpose => format!("Choose what it is given for (rule {rule})."),
            Self::NoRecipient => {
                format!("Choose a recipient of the register (rule {rule}).")
            }
            Self::OutOfReach => {
                format!(
                    "Choose another recipient: this purpose reaches none of its kind (rule {rule})."
                )
            }
            Self::NotYet => "Enter today’s date or an earlier one.".to_owned(),
            Self::NamesThePerson => format!(
                "Choose a recipient whose name is not the candidate’s: it is kept when they are erased (rule {rule})."
            ),
            Self::NotApproved => {
                format!(
                    "This supplier has not been approved: note in the register who approved it, and when (rule {rule})."
                )
            }
            Self::RecipientEnded(on) => format!(
                "This recipient is given nothing since {}: choose another (rule {rule}).",
                plain(on)
            ),
            Self::RecipientOverdue(on) => format!(
                "This recipient should have been reviewed by {}: review it first (rule {rule}).",
                plain(on)
            ),
            Self::NoAgreement => format!(
                "There is no agreement with this supplier: record one under Article 28 first (rule {rule})."
            ),
            Self::AgreementLapsed(on) => format!(
                "The agreement with this supplier ended on {}: record its renewal first (rule {rule}).",
                plain(on)
            ),
            Self::AgreementNotYet(on) => format!(
                "The agreement with this supplier begins on {}: nothing may be given before (rule {rule}).",
                plain(on)
            ),
            Self::AgreementOverdue(on) => format!(
                "The agreement with this supplier should have been reviewed by {}: review it first (rule {rule}).",
                plain(on)
            ),
            Self::AgreementIncomplete => format!(
                "The agreement with this supplier leaves out part of what Article 28(3) asks for: complete it first (rule {rule})."
            ),
            Self::PurposeNotCovered => format!(
                "The agreement with this supplier does not cover this purpose: choose another, or have it covered (rule {rule})."
            ),
            Self::NoMechanism => format!(
                "This recipient’s country is not adequate and no transfer mechanism is recorded: record one first (rule {rule})."
            ),
            Self::MechanismLapsed(on) => format!(
                "The transfer mechanism for this recipient ended on {}: record another first (rule {rule}).",
                plain(on)
            ),
            Self::MechanismNotYet(on) => format!(
                "The transfer mechanism for this recipient begins on {}: nothing may be given before (rule {rule}).",
                plain(on)
            ),
            Self::MechanismOverdue(on) => format!(
                "The transfer mechanism for this recipient should have been reviewed by {}: review it first (rule {rule}).",
                plain(on)
            ),
            Self::NotRelevant => format!(
                "Choose an application for a role that says why an MP’s office or department is concerned (rule {rule})."
            ),
            Self::NoAuthority => format!("Enter who asked for it (rule {rule})."),
            Self::NoPower => format!(
                "Enter the power or the order it was asked for under: without one, nothing is given (rule {rule})."
            ),
            Self::NotAsked => format!("Enter what was asked for (rule {rule})."),
            Self::NoLeast => {
                format!("Enter the least that satisfies what was asked (rule {rule}).")
            }
            Self::NobodyDecided => format!("Enter who decided to give it (rule {rule})."),
            Self::TellingOpen => {
                format!("Enter how the candidate was told, or why not (rule {rule}).")
            }
            Self::Nothing => format!("Choose what was given (rule {rule})."),
            Self::OutsidePurpose => {
                format!("Untick what this purpose may not use (rule {rule}).")
            }
            Self::MoreThanLeast => {
                format!("Say why more is given than this purpose and recipient need (rule {rule}).")
            }
        }
    }
}

/// Whether a recipient may be given anything for a purpose on a day, whoever it is of: what the registers say.
///
/// # Errors
/// [`SharingRefusal`] for the first thing that is missing.
pub fn about_recipient(
    purpose: Purpose,
    terms: &PurposeTerms,
    to: &Held<'_>,
    on: NaiveDate,
) -> Result<Allowed, SharingRefusal> {
    let category = to.recipient.category;
    if !terms.recipients.contains(&category) {
        return Err(SharingRefusal::OutOfReach);
    }
    if category.is_approved_first() && to.recipient.approval.is_none() {
        return Err(SharingRefusal::NotApproved);
    }
    if let Some(ended) = to.recipient.ends_on.filter(|ended| *ended < on) {
        return Err(SharingRefusal::RecipientEnded(ended));
    }
    if to.recipient.review_on < on {
        return Err(SharingRefusal::RecipientOverdue(to.recipient.review_on));
    }
    let agreement = if category.is_supplier() {
        Some(agreement(purpose, to.agreements, on)?)
    } else {
        None
    };
    let mechanism = match to.recipient.country.destination() {
        Destination::Home | Destination::Adequate => None,
        Destination::Elsewhere => Some(mechanism(to.transfers, on)?),
    };
    Ok(Allowed {
        basis: terms.basis,
        agreement,
        mechanism,
    })
}

/// The agreement that lets a supplier use data for a purpose; or why none does, of the one that comes nearest.
fn agreement(
    purpose: Purpose,
    agreements: &[Agreement],
    on: NaiveDate,
) -> Result<Line, SharingRefusal> {
    nearest(agreements.iter().map(|agreement| {
        match standing(&Item::Agreement(agreement.clone()), on) {
            Standing::Lapsed(ended) => Err((0, SharingRefusal::AgreementLapsed(ended))),
            Standing::NotYet(from) => Err((1, SharingRefusal::AgreementNotYet(from))),
            Standing::Good(_) | Standing::Soon(_) | Standing::Overdue(_)
                if !agreement.purposes.contains(&purpose) =>
            {
                Err((2, SharingRefusal::PurposeNotCovered))
            }
            Standing::Good(_) | Standing::Soon(_) | Standing::Overdue(_)
                if agreement.clauses.len() < Clause::ALL.len() =>
            {
                Err((3, SharingRefusal::AgreementIncomplete))
            }
            Standing::Overdue(by) => Err((4, SharingRefusal::AgreementOverdue(by))),
            Standing::Good(_) | Standing::Soon(_) => Ok(agreement.reference.clone()),
        }
    }))
    .unwrap_or(Err(SharingRefusal::NoAgreement))
}

fn mechanism(transfers: &[Transfer], on: NaiveDate) -> Result<Mechanism, SharingRefusal> {
    nearest(transfers.iter().map(|transfer| {
        match standing(&Item::Transfer(transfer.clone()), on) {
            Standing::Lapsed(ended) => Err((0, SharingRefusal::MechanismLapsed(ended))),
            Standing::NotYet(from) => Err((1, SharingRefusal::MechanismNotYet(from))),
            Standing::Overdue(by) => Err((2, SharingRefusal::MechanismOverdue(by))),
            Standing::Good(_) | Standing::Soon(_) => Ok(transfer.mechanism),
        }
    }))
    .unwrap_or(Err(SharingRefusal::NoMechanism))
}

/// The first that holds, or why not of the one that comes nearest to it; nothing where there is none.
fn nearest<T>(
    each: impl Iterator<Item = Result<T, (u8, SharingRefusal)>>,
) -> Option<Result<T, SharingRefusal>> {
    let mut why: Option<(u8, SharingRefusal)> = None;
    for one in each {
        match one {
            Ok(found) => return Some(Ok(found)),
            Err((near, refusal)) if why.is_none_or(|(before, _)| before < near) => {
                why = Some((near, refusal));
            }
            Err(_) => {}
        }
    }
    why.map(|(_, refusal)| Err(refusal))
}

/// Whether something may be given to a recipient.
///
/// # Errors
/// [`SharingRefusal`] for the first thing that is missing.
pub fn may_be_given(proposed: &Proposed<'_>) -> Result<Allowed, SharingRefusal> {
    let (purpose, terms) = proposed.purpose.ok_or(SharingRefusal::NoPurpose)?;
    let to = proposed.to.ok_or(SharingRefusal::NoRecipient)?;
    if proposed.on > proposed.today {
        return Err(SharingRefusal::NotYet);
    }
    let allowed = about_recipient(purpose, terms, &to, proposed.on)?;
    if names(&to.recipient.name, proposed.of) {
        return Err(SharingRefusal::NamesThePerson);
    }
    let category = to.recipient.category;
    if category == RecipientCategory::MembersAndDepartments && proposed.relevance.is_none() {
        return Err(SharingRefusal::NotRelevant);
    }
    if category == RecipientCategory::LegalBodies {
        legal(proposed.legal)?;
    } else if comes_after_the_notice(category, proposed.untold) {
        return Err(SharingRefusal::NoticeFirst);
    }
    if proposed.classes.is_empty() {
        return Err(SharingRefusal::Nothing);
    }
    if !proposed.classes.is_subset(&terms.classes) {
        return Err(SharingRefusal::OutsidePurpose);
    }
    let least = minimum(purpose, terms, category);
    if !proposed.classes.is_subset(&least) && proposed.reason.is_none() {
        return Err(SharingRefusal::MoreThanLeast);
    }
    Ok(allowed)
}

/// Whether the notice is given first: to whomever others told of, before anything of theirs goes to others (NOT-02), and to
/// everyone before an MP's office or a department is given anything (SHA-03). What a law requires does not wait for it.
const fn comes_after_the_notice(category: RecipientCategory, untold: Option<Directness>) -> bool {
    match untold {
        None => false,
        Some(Directness::Indirect) => true,
        Some(Directness::Direct) => matches!(category, RecipientCategory::MembersAndDepartments),
    }
}

fn legal(ground: Option<&LegalGround>) -> Result<(), SharingRefusal> {
    let ground = ground.ok_or(SharingRefusal::NoAuthority)?;
    for (said, refusal) in [
        (&ground.authority, SharingRefusal::NoAuthority),
        (&ground.power, SharingRefusal::NoPower),
        (&ground.asked, SharingRefusal::NotAsked),
        (&ground.least, SharingRefusal::NoLeast),
        (&ground.decided_by, SharingRefusal::NobodyDecided),
        (&ground.told, SharingRefusal::TellingOpen),
    ] {
        if said.is_none() {
            return Err(refusal);
        }
    }
    Ok(())
}
