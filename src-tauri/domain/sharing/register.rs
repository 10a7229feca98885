//! The registers: recipients, agreements with suppliers, mechanisms for transfers, impact assessments (RULEBOOK SHA-04,
//! SHA-07, SHA-09, REC-06). Each has an owner and a day on which it is looked at again.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::country::{Country, Destination};
use super::purpose::Purpose;
use crate::dates::{days_before, months_after, plain};
use crate::disclosure::RecipientCategory;
use crate::id::RegisterItemId;
use crate::sealed::words;
use crate::text::Line;

/// Days before a review or an end from which it is asked for (RULES D9).
pub const WARN_DAYS: u64 = 30;

/// The most months until something is looked at again (RULEBOOK REC-05, whose bound serves every register).
const MOST_REVIEW_MONTHS: u32 = 24;

/// Somebody outside who may be given something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Recipient {
    /// The name: an organisation's or an office's.
    pub name: Line,
    /// What kind.
    pub category: RecipientCategory,
    /// The country where it uses what it is given.
    pub country: Country,
    /// Its number in the ICO's register, or why that is not known: for controllers of their own (S4).
    pub registration: Option<Line>,
    /// That it was approved; `None` while it was not.
    pub approval: Option<Approval>,
    /// The last day on which it may be given anything; `None`: until it is ended.
    pub ends_on: Option<NaiveDate>,
    /// Who answers for it here.
    pub owner: Line,
    /// The day by which it is looked at again.
    pub review_on: NaiveDate,
}

/// That a supplier was approved before it was given anything (S85 to S90).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Approval {
    /// The day.
    pub on: NaiveDate,
    /// By whom.
    pub by: Line,
}

/// What an agreement with a processor must set out (UK GDPR Art 28(3)(a) to (h)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Clause {
    /// It acts on written instructions alone (a).
    Instructions,
    /// Its people keep what they see to themselves (b).
    Confidentiality,
    /// It keeps data secure (c).
    Security,
    /// It takes on others only as agreed (d).
    SubProcessors,
    /// It helps to answer people who use their rights (e).
    Rights,
    /// It helps with security, breaches and impact assessments (f).
    Assistance,
    /// It deletes or gives back everything at the end (g).
    Deletion,
    /// It shows that it does all this, and may be audited (h).
    Audit,
}

words!(Clause {
    Instructions => "instructions",
    Confidentiality => "confidentiality",
    Security => "security",
    SubProcessors => "sub-processors",
    Rights => "rights",
    Assistance => "assistance",
    Deletion => "deletion",
    Audit => "audit",
});

/// An agreement with a supplier (UK GDPR Art 28).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(rename = "SupplierAgreement", export_to = "bindings.ts")
)]
pub struct Agreement {
    /// With whom.
    pub recipient: RegisterItemId,
    /// What it is called, and where it is.
    pub reference: Line,
    /// What it lets the supplier use data for.
    pub purposes: BTreeSet<Purpose>,
    /// What it sets out.
    pub clauses: BTreeSet<Clause>,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day; `None`: until it is ended.
    pub ends_on: Option<NaiveDate>,
    /// Who answers for it here.
    pub owner: Line,
    /// The day by which it is looked at again, with what shows that the supplier keeps to it.
    pub review_on: NaiveDate,
}

/// What lets data go to a country that is not adequate (the notice's S102 to S104).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Mechanism {
    /// Adequate for this recipient alone: it joined the bridge to the United States.
    Adequacy,
    /// The International Data Transfer Agreement.
    Idta,
    /// The EU's standard clauses with the UK addendum.
    Addendum,
    /// Binding corporate rules of its group.
    CorporateRules,
}

words!(Mechanism {
    Adequacy => "adequacy",
    Idta => "idta",
    Addendum => "addendum",
    CorporateRules => "corporate-rules",
});

impl Mechanism {
    /// The mechanism in words.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Adequacy => "adequacy of the recipient (data bridge)",
            Self::Idta => "International Data Transfer Agreement",
            Self::Addendum => "EU standard clauses with the UK addendum",
            Self::CorporateRules => "binding corporate rules",
        }
    }
}

/// A mechanism that lets data go to a recipient abroad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Transfer {
    /// To whom.
    pub recipient: RegisterItemId,
    /// By which mechanism.
    pub mechanism: Mechanism,
    /// The document, or the approval with the group it names.
    pub reference: Line,
    /// What the data protection test found (UK GDPR Art 46(1A)).
    pub test: Line,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day; `None`: until it is ended.
    pub ends_on: Option<NaiveDate>,
    /// Who answers for it here.
    pub owner: Line,
    /// The day by which it is looked at again.
    pub review_on: NaiveDate,
}

/// The risk that stays after the measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Residual {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High: the regulator is asked before the use begins (UK GDPR Art 36).
    High,
}

/// A data protection impact assessment (UK GDPR Art 35).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Dpia {
    /// What was assessed.
    pub title: Line,
    /// The purposes it is about.
    pub purposes: BTreeSet<Purpose>,
    /// What is done against the risks.
    pub measures: Line,
    /// The risk that stays.
    pub residual: Residual,
    /// The day the regulator was asked; `None` where it was not.
    pub consulted_on: Option<NaiveDate>,
    /// The day it was signed off.
    pub signed_off_on: NaiveDate,
    /// Who answers for it here.
    pub owner: Line,
    /// The day by which it is looked at again.
    pub review_on: NaiveDate,
}

/// One line of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "details", rename_all = "camelCase")]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(rename = "RegisterItem", export_to = "bindings.ts")
)]
pub enum Item {
    /// A recipient.
    Recipient(Recipient),
    /// An agreement.
    Agreement(Agreement),
    /// A mechanism for transfers.
    Transfer(Transfer),
    /// An impact assessment.
    Dpia(Dpia),
}

/// The registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(rename = "RegisterItemKind", export_to = "bindings.ts")
)]
pub enum ItemKind {
    /// Recipients.
    Recipient,
    /// Agreements.
    Agreement,
    /// Mechanisms for transfers.
    Transfer,
    /// Impact assessments.
    Dpia,
}

words!(ItemKind {
    Recipient => "recipient",
    Agreement => "agreement",
    Transfer => "transfer",
    Dpia => "dpia",
});

impl Item {
    /// Which register it is of.
    pub const fn kind(&self) -> ItemKind {
        match self {
            Self::Recipient(_) => ItemKind::Recipient,
            Self::Agreement(_) => ItemKind::Agreement,
            Self::Transfer(_) => ItemKind::Transfer,
            Self::Dpia(_) => ItemKind::Dpia,
        }
    }

    /// The recipient it is about, where it is an agreement or a mechanism.
    pub const fn recipient(&self) -> Option<RegisterItemId> {
        match self {
            Self::Agreement(agreement) => Some(agreement.recipient),
            Self::Transfer(transfer) => Some(transfer.recipient),
            Self::Recipient(_) | Self::Dpia(_) => None,
        }
    }

    /// What it is called.
    pub const fn title(&self) -> &Line {
        match self {
            Self::Recipient(recipient) => &recipient.name,
            Self::Agreement(agreement) => &agreement.reference,
            Self::Transfer(transfer) => &transfer.reference,
            Self::Dpia(dpia) => &dpia.title,
        }
    }

    /// The day by which it is looked at again.
    pub const fn review_on(&self) -> NaiveDate {
        match self {
            Self::Recipient(recipient) => recipient.review_on,
            Self::Agreement(agreement) => agreement.review_on,
            Self::Transfer(transfer) => transfer.review_on,
            Self::Dpia(dpia) => dpia.review_on,
        }
    }

    /// Its first and last day, where it has them.
    const fn term(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Agreement(agreement) => (Some(agreement.starts_on), agreement.ends_on),
            Self::Transfer(transfer) => (Some(transfer.starts_on), transfer.ends_on),
            Self::Recipient(recipient) => (None, recipient.ends_on),
            Self::Dpia(_) => (None, None),
        }
    }
}

/// How a line of a register stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", content = "on", rename_all = "camelCase")]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(rename = "RegisterStanding", export_to = "bindings.ts")
)]
pub enum Standing {
    /// It holds; the day it ends or is looked at again.
    Good(NaiveDate),
    /// It holds, and that day is near.
    Soon(NaiveDate),
    /// The day it should have been looked at again is past.
    Overdue(NaiveDate),
    /// Its last day is past.
    Lapsed(NaiveDate),
    /// Its first day has not come.
    NotYet(NaiveDate),
}

impl Standing {
    /// The day it speaks of.
    pub const fn on(self) -> NaiveDate {
        match self {
            Self::Good(on)
            | Self::Soon(on)
            | Self::Overdue(on)
            | Self::Lapsed(on)
            | Self::NotYet(on) => on,
        }
    }
}

/// How a line of a register stands on a day. What ended is lapsed, whatever its review.
pub fn standing(item: &Item, today: NaiveDate) -> Standing {
    let review = item.review_on();
    let (starts, ends) = item.term();
    if let Some(ends) = ends.filter(|ends| *ends < today) {
        return Standing::Lapsed(ends);
    }
    if let Some(starts) = starts.filter(|starts| today < *starts) {
        return Standing::NotYet(starts);
    }
    if review < today {
        return Standing::Overdue(review);
    }
    let next = ends.map_or(review, |ends| ends.min(review));
    if days_before(next, WARN_DAYS) <= today {
        Standing::Soon(next)
    } else {
        Standing::Good(next)
    }
}

/// Which lines of the registers somebody has to see to: those that are late, over or near to it. Not a recipient that is
/// given nothing any more, nor what is about one; and not what ended where another like it stands.
pub fn asks_for(
    lines: &[(RegisterItemId, Item)],
    today: NaiveDate,
) -> impl Iterator<Item = (RegisterItemId, &Item, Standing)> {
    let ended = move |id: RegisterItemId| {
        lines.iter().any(|(known, item)| {
            *known == id && matches!(standing(item, today), Standing::Lapsed(_))
        })
    };
    let followed = move |item: &Item| {
        lines.iter().any(|(_, other)| {
            other.kind() == item.kind()
                && other.recipient() == item.recipient()
                && matches!(
                    standing(other, today),
                    Standing::Good(_) | Standing::Soon(_) | Standing::Overdue(_)
                )
        })
    };
    lines.iter().filter_map(move |(id, item)| {
        let stands = standing(item, today);
        let asks = match stands {
            Standing::Good(_) | Standing::NotYet(_) => false,
            Standing::Lapsed(_) => item.kind() != ItemKind::Recipient && !followed(item),
            Standing::Soon(_) | Standing::Overdue(_) => true,
        };
        (asks && !item.recipient().is_some_and(ended)).then_some((*id, item, stands))
    })
}

/// What is wrong with a line of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemProblem {
    /// The review is today or past.
    ReviewNotAhead,
    /// The review is further ahead than it may be.
    ReviewTooFar(NaiveDate),
    /// It ends before it starts.
    EndsFirst,
    /// It is about no purpose.
    NoPurpose,
    /// A controller of its own without a number, or why it has none.
    NoRegistration,
    /// An approval, a sign-off or a consultation ahead.
    Ahead(&'static str),
    /// The risk is high, and the regulator was not asked.
    NotConsulted,
    /// An agreement with a controller of its own.
    NoSupplier,
    /// A mechanism for a recipient that needs none.
    NoTransfer,
}

impl ItemProblem {
    /// The field that is wrong.
    pub const fn field(self) -> &'static str {
        match self {
            Self::ReviewNotAhead | Self::ReviewTooFar(_) => "details.reviewOn",
            Self::EndsFirst => "details.endsOn",
            Self::NoPurpose => "details.purposes",
            Self::NoRegistration => "details.registration",
            Self::Ahead(field) => field,
            Self::NotConsulted => "details.consultedOn",
            Self::NoSupplier | Self::NoTransfer => "details.recipient",
        }
    }

    /// What is wrong, and what to do, in words for a person.
    pub fn sentence(self) -> String {
        match self {
            Self::ReviewNotAhead => "Choose a day ahead for the next review.".to_owned(),
            Self::ReviewTooFar(latest) => {
                format!("Choose a review by {}: no more than two years ahead.", plain(latest))
            }
            Self::EndsFirst => "Choose a last day after the first.".to_owned(),
            Self::NoPurpose => "Tick what it is for.".to_owned(),
            Self::NoRegistration => {
                "Enter its number in the ICO’s register, or why it is not known: it answers for itself (rule SHA-03)."
                    .to_owned()
            }
            Self::Ahead(_) => "Enter today’s date or an earlier one.".to_owned(),
            Self::NotConsulted => {
                "Enter the day the regulator was asked: a high risk that stays needs that first (UK GDPR Art 36)."
                    .to_owned()
            }
            Self::NoSupplier => {
                "Choose a supplier: an office, a department or an authority answers for itself (rule SHA-03)."
                    .to_owned()
            }
            Self::NoTransfer => {
                "Choose a recipient outside the UK and the adequate countries: others need no mechanism (rule SHA-07)."
                    .to_owned()
            }
        }
    }
}

/// Checks a line of a register before it is kept; `about` is the recipient of an agreement or a mechanism. An older
/// review day stays as it is where the line had it before.
///
/// # Errors
/// [`ItemProblem`] for the first thing that is wrong.
pub fn check_item(
    item: &Item,
    about: Option<&Recipient>,
    before: Option<&Item>,
    today: NaiveDate,
) -> Result<(), ItemProblem> {
    let not_ahead = |day: Option<NaiveDate>, field| match day {
        Some(day) if day > today => Err(ItemProblem::Ahead(field)),
        Some(_) | None => Ok(()),
    };
    match item {
        Item::Recipient(recipient) => {
            if recipient.category == RecipientCategory::MembersAndDepartments
                && recipient.registration.is_none()
            {
                return Err(ItemProblem::NoRegistration);
            }
            let approved = recipient.approval.as_ref().map(|approval| approval.on);
            not_ahead(approved, "details.approval.on")?;
        }
        Item::Agreement(agreement) => {
            if about.is_some_and(|recipient| !recipient.category.is_supplier()) {
                return Err(ItemProblem::NoSupplier);
            }
            if agreement.purposes.is_empty() {
                return Err(ItemProblem::NoPurpose);
            }
        }
        Item::Transfer(_) => {
            if about.is_some_and(|to| to.country.destination() != Destination::Elsewhere) {
                return Err(ItemProblem::NoTransfer);
            }
        }
        Item::Dpia(dpia) => {
            if dpia.purposes.is_empty() {
                return Err(ItemProblem::NoPurpose);
            }
            not_ahead(Some(dpia.signed_off_on), "details.signedOffOn")?;
            not_ahead(dpia.consulted_on, "details.consultedOn")?;
            if dpia.residual == Residual::High && dpia.consulted_on.is_none() {
                return Err(ItemProblem::NotConsulted);
            }
        }
    }
    let (starts, ends) = item.term();
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends < starts
    {
        return Err(ItemProblem::EndsFirst);
    }
    if before.is_some_and(|before| before.review_on() == item.review_on()) {
        return Ok(());
    }
    let latest = months_after(today, MOST_REVIEW_MONTHS);
    if item.review_on() <= today {
        Err(ItemProblem::ReviewNotAhead)
    } else if item.review_on() > latest {
        Err(ItemProblem::ReviewTooFar(latest))
    } else {
        Ok(())
    }
}

/// The line as it stands once it was looked at, until the next time.
#[must_use]
pub fn reviewed(mut item: Item, next: NaiveDate) -> Item {
    match &mut item {
        Item::Recipient(recipient) => recipient.review_on = next,
        Item::Agreement(agreement) => agreement.review_on = next,
        Item::Transfer(transfer) => transfer.review_on = next,
        Item::Dpia(dpia) => dpia.review_on = next,
    }
    item
}
