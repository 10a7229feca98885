//! The record of processing, from the purposes, the registers, the periods and what is held (RULEBOOK REC-02).

use domain::access;
use domain::dates::plain;
use domain::figure::Figure;
use domain::id::RegisterItemId;
use domain::retention::DataClass;
use domain::sharing::{Item, SpecialCondition, Standing, standing};
use report::proof::fingerprint;
use report::{
    AssessmentLine, ClassLine, Operator, ProcessingRecord, PurposeLine, RecipientLine, TransferLine,
};
use store::RegisterRecord;

use super::{PROGRAM, organisation};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::register::recipient_of;
use crate::words::begun;

/// The record as it stands today.
pub(super) fn record(
    desk: &ReadDesk<'_>,
    key: &[u8; 32],
    made_by: Operator,
) -> Result<ProcessingRecord, Error> {
    let permit = desk.permit_on_organisation::<access::ReadRegisters>()?;
    let held = desk.records.held_by_class(&permit)?;
    let records = desk.records.registers(&permit)?;
    let purposes = desk
        .records
        .purposes(&permit)?
        .into_iter()
        .filter_map(|(purpose, versions)| {
            let latest = versions.into_iter().next()?;
            let terms = latest.terms;
            Some(PurposeLine {
                number: purpose.number().to_owned(),
                text: terms.text.into(),
                version: latest.version,
                basis: terms.basis.phrase().to_owned(),
                condition: terms
                    .condition
                    .map(SpecialCondition::phrase)
                    .map(str::to_owned),
                survives_objection: terms.basis.survives_objection(),
                classes: terms.classes.into_iter().collect(),
                recipients: terms
                    .recipients
                    .into_iter()
                    .map(|to| to.phrase().to_owned())
                    .collect(),
            })
        })
        .collect();
    let classes = DataClass::ALL
        .into_iter()
        .map(|class| ClassLine {
            class,
            people: (class != DataClass::Equality)
                .then(|| Figure::alone(held.get(&class).copied().unwrap_or_default())),
        })
        .collect();
    let mut found = ProcessingRecord {
        organisation: organisation(desk)?,
        on: desk.today,
        made_at: desk.now,
        made_by,
        program: PROGRAM.to_owned(),
        key: fingerprint(key),
        purposes,
        classes,
        recipients: Vec::new(),
        transfers: Vec::new(),
        assessments: Vec::new(),
        policy: *desk.policy()?.values(),
        accounts: u64::try_from(desk.records.accounts()?.len()).unwrap_or(u64::MAX),
        backup_days: desk.records.backup_days()?.into(),
    };
    for record in &records {
        match &record.item {
            Item::Recipient(recipient) => found.recipients.push(RecipientLine {
                name: recipient.name.as_str().to_owned(),
                category: recipient.category.phrase().to_owned(),
                country: recipient.country.code().to_owned(),
                agreement: if recipient.category.is_supplier() {
                    agreements(desk, &records, record.id)
                } else {
                    "A controller of its own".to_owned()
                },
                review_on: recipient.review_on,
            }),
            Item::Transfer(transfer) => {
                let to = recipient_of(&records, transfer.recipient).ok_or(Error::NotFound)?;
                found.transfers.push(TransferLine {
                    recipient: to.name.as_str().to_owned(),
                    country: to.country.code().to_owned(),
                    mechanism: format!(
                        "{}: {}, {}",
                        begun(transfer.mechanism.phrase()),
                        transfer.reference.as_str(),
                        stands(standing(&record.item, desk.today))
                    ),
                    test: transfer.test.as_str().to_owned(),
                });
            }
            Item::Dpia(dpia) => found.assessments.push(AssessmentLine {
                title: dpia.title.as_str().to_owned(),
                measures: dpia.measures.as_str().to_owned(),
                signed_off_on: dpia.signed_off_on,
                review_on: dpia.review_on,
            }),
            Item::Agreement(_) => {}
        }
    }
    Ok(found)
}

fn agreements(desk: &ReadDesk<'_>, records: &[RegisterRecord], with: RegisterItemId) -> String {
    let found: Vec<String> = records
        .iter()
        .filter(|record| {
            matches!(&record.item, Item::Agreement(agreement) if agreement.recipient == with)
        })
        .map(|record| {
            format!(
                "{}, {}",
                record.item.title().as_str(),
                stands(standing(&record.item, desk.today))
            )
        })
        .collect();
    if found.is_empty() {
        "None: it is given nothing".to_owned()
    } else {
        found.join("; ")
    }
}

fn stands(standing: Standing) -> String {
    match standing {
        Standing::Good(_) | Standing::Soon(_) => "in force".to_owned(),
        Standing::Overdue(on) => format!("to have been reviewed by {}", plain(on)),
        Standing::Lapsed(on) => format!("ended on {}", plain(on)),
        Standing::NotYet(on) => format!("from {}", plain(on)),
    }
}
