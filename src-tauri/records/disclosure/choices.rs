//! What can be chosen for a disclosure: purpose first, then a recipient that it reaches, then the least that is needed;
//! and what stands in the way, before anybody has filled in a form.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{self, Permit};
use domain::disclosure::RecipientCategory;
use domain::id::{ApplicationId, CandidateId, RegisterItemId, VacancyId};
use domain::retention::DataClass;
use domain::sharing::{
    Agreement, Country, Held, Item, LawfulBasis, Mechanism, Purpose, Recipient, Transfer,
    about_recipient, minimum,
};
use domain::text::{Line, fold};
use serde::{Deserialize, Serialize};
use store::{PurposeVersion, RegisterRecord};

use super::known_classes;
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::Why;

/// Asks what can be chosen for a disclosure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DisclosureChoicesOf {
    /// Of whom something would be given.
    pub candidate: CandidateId,
}

/// What can be chosen for a disclosure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct DisclosureChoices {
    /// The purposes that reach somebody outside, in the notice's order.
    pub purposes: Vec<PurposeChoice>,
    /// Their applications, with what each vacancy says an MP's office or a department has to do with it.
    pub offices: Vec<OfficeChoice>,
}

/// A purpose that reaches somebody outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PurposeChoice {
    /// Which.
    pub purpose: Purpose,
    /// What people are told of it.
    pub text: String,
    /// What it rests on.
    pub basis: LawfulBasis,
    /// What it may use, as far as this viewer may know of it.
    pub classes: BTreeSet<DataClass>,
    /// Every recipient of the register that it reaches, by name.
    pub recipients: Vec<RecipientChoice>,
}

/// A recipient that a purpose reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct RecipientChoice {
    /// Which.
    pub recipient: RegisterItemId,
    /// Its name.
    pub name: String,
    /// What kind.
    pub category: RecipientCategory,
    /// Where it is.
    pub country: Country,
    /// The least it needs for the purpose.
    pub least: BTreeSet<DataClass>,
    /// The agreement in force, where it is a supplier.
    pub agreement: Option<String>,
    /// The mechanism, where its country needs one.
    pub mechanism: Option<Mechanism>,
    /// Why it may be given nothing for the purpose today; nothing where it may.
    pub refused: Option<Why>,
}

/// What a vacancy says an MP's office or a department has to do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct OfficeChoice {
    /// The application for it.
    pub application: ApplicationId,
    /// What it says; nothing where none is concerned.
    pub relevance: Option<String>,
}

/// What can be chosen for a disclosure of something of a candidate.
///
/// # Errors
/// A refusal for everyone but HR, the data protection officer and the recruiting manager of a role they applied for.
pub fn choices(
    desk: &ReadDesk<'_>,
    request: DisclosureChoicesOf,
) -> Result<DisclosureChoices, Error> {
    let permit = desk.permit_on_candidate::<access::RecordDisclosure>(request.candidate)?;
    let registers = Registers::read(desk, &permit)?;
    let known = known_classes(&permit);
    let purposes = registers
        .purposes
        .iter()
        .filter_map(|(purpose, versions)| {
            let terms = &versions.first()?.terms;
            (!terms.recipients.is_empty()).then(|| PurposeChoice {
                purpose: *purpose,
                text: terms.text.as_str().to_owned(),
                basis: terms.basis,
                classes: terms.classes.intersection(&known).copied().collect(),
                recipients: registers.reached(desk, *purpose, &known),
            })
        })
        .collect();
    let offices = desk
        .records
        .applications(&permit)?
        .into_iter()
        .map(|application| {
            Ok(OfficeChoice {
                application: application.id,
                relevance: office_of(desk, application.vacancy)?.map(Into::into),
            })
        })
        .collect::<Result<_, Error>>()?;
    Ok(DisclosureChoices { purposes, offices })
}

/// What a vacancy says an MP's office or a department has to do with it, for those who see the vacancy.
pub(super) fn office_of(desk: &ReadDesk<'_>, vacancy: VacancyId) -> Result<Option<Line>, Error> {
    match desk.permit_on_vacancy::<access::ReadVacancy>(vacancy) {
        Err(Error::Refused(_)) => Ok(None),
        permit => Ok(desk.records.role_asks(&permit?)?.office),
    }
}

/// The purposes and the registers, as they stand.
pub(super) struct Registers {
    purposes: BTreeMap<Purpose, Vec<PurposeVersion>>,
    records: Vec<RegisterRecord>,
}

/// A recipient of the register with what is held of it.
pub(super) struct Known<'a> {
    pub(super) id: RegisterItemId,
    pub(super) recipient: &'a Recipient,
    agreements: Vec<Agreement>,
    transfers: Vec<Transfer>,
}

impl Known<'_> {
    pub(super) fn held(&self) -> Held<'_> {
        Held {
            recipient: self.recipient,
            agreements: &self.agreements,
            transfers: &self.transfers,
        }
    }
}

impl Registers {
    pub(super) fn read(
        desk: &ReadDesk<'_>,
        permit: &Permit<access::RecordDisclosure>,
    ) -> Result<Self, Error> {
        Ok(Self {
            purposes: desk.records.purposes(permit)?,
            records: desk.records.registers(permit)?,
        })
    }

    /// The version of a purpose that is in use.
    pub(super) fn in_use(&self, purpose: Purpose) -> Option<(Purpose, &PurposeVersion)> {
        Some((purpose, self.purposes.get(&purpose)?.first()?))
    }

    /// A recipient with its agreements and mechanisms.
    pub(super) fn held(&self, id: RegisterItemId) -> Option<Known<'_>> {
        let recipient = crate::register::recipient_of(&self.records, id)?;
        let (mut agreements, mut transfers) = (Vec::new(), Vec::new());
        for record in &self.records {
            match &record.item {
                Item::Agreement(agreement) if agreement.recipient == id => {
                    agreements.push(agreement.clone());
                }
                Item::Transfer(transfer) if transfer.recipient == id => {
                    transfers.push(transfer.clone());
                }
                Item::Recipient(_) | Item::Agreement(_) | Item::Transfer(_) | Item::Dpia(_) => {}
            }
        }
        Some(Known {
            id,
            recipient,
            agreements,
            transfers,
        })
    }

    /// Every recipient that a purpose reaches, by name, with what stands in its way today.
    fn reached(
        &self,
        desk: &ReadDesk<'_>,
        purpose: Purpose,
        known: &BTreeSet<DataClass>,
    ) -> Vec<RecipientChoice> {
        let Some((_, version)) = self.in_use(purpose) else {
            return Vec::new();
        };
        let terms = &version.terms;
        let mut found: Vec<RecipientChoice> = self
            .records
            .iter()
            .filter_map(|record| self.held(record.id))
            .filter(|held| terms.recipients.contains(&held.recipient.category))
            .map(|held| {
                let allowed = about_recipient(purpose, terms, &held.held(), desk.today);
                let refused = allowed.as_ref().err().map(|refusal| Why {
                    rule: refusal.rule().to_owned(),
                    sentence: refusal.sentence(),
                });
                let allowed = allowed.ok();
                let recipient = held.recipient;
                RecipientChoice {
                    recipient: held.id,
                    name: recipient.name.as_str().to_owned(),
                    category: recipient.category,
                    country: recipient.country,
                    least: minimum(purpose, terms, recipient.category)
                        .intersection(known)
                        .copied()
                        .collect(),
                    mechanism: allowed.as_ref().and_then(|allowed| allowed.mechanism),
                    agreement: allowed
                        .and_then(|allowed| allowed.agreement)
                        .map(Into::into),
                    refused,
                }
            })
            .collect();
        found.sort_by_cached_key(|choice| fold(&choice.name));
        found
    }
}
