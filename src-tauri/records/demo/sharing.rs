//! The sample's registers: a few recipients, agreements of which one has lapsed, a transfer mechanism, an impact
//! assessment; and what was given to whom.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{self, Permit};
use domain::application::Stage;
use domain::clock::london_date;
use domain::dates::{days_after, days_before};
use domain::disclosure::RecipientCategory;
use domain::id::{ApplicationId, CandidateId, RegisterItemId};
use domain::retention::DataClass;
use domain::sharing::{
    Agreement, Approval, Clause, Country, Dpia, Item, Mechanism, Purpose, Recipient, Residual,
    Transfer,
};
use domain::text::Line;
use store::{Entry, Store, Tx};

use super::made_up;
use crate::desk::{ReadDesk, Session, Unwatched, WriteDesk};
use crate::disclosure::{RecordDisclosure, record};
use crate::error::Error;

const OWNER: &str = "Head of HR";

/// The recipients: name, kind, country.
const RECIPIENTS: [(&str, RecipientCategory, &str); 5] = [
    (
        "Office of the Member for Exampleton",
        RecipientCategory::MembersAndDepartments,
        "GB",
    ),
    ("Example Talent Ltd", RecipientCategory::Recruiters, "GB"),
    (
        "Sample Tracker Inc",
        RecipientCategory::TrackingSoftware,
        "US",
    ),
    ("Example HR Cloud", RecipientCategory::HrSoftware, "GB"),
    ("Sample Surveys", RecipientCategory::Surveys, "IE"),
];

/// What each supplier's agreement is called, what it is for, and in how many days it ends: the last one did.
const AGREEMENTS: [(usize, &str, &[Purpose], Option<i64>); 4] = [
    (
        1,
        "Data processing agreement DPA-01",
        &[Purpose::RunProcess, Purpose::MoveForward],
        Some(300),
    ),
    (
        2,
        "Data processing agreement DPA-02",
        &[Purpose::RunProcess],
        None,
    ),
    (
        3,
        "Data processing agreement DPA-03",
        &[Purpose::HandOver],
        None,
    ),
    (
        4,
        "Data processing agreement DPA-04",
        &[Purpose::Survey],
        Some(-20),
    ),
];

/// Makes the registers and records what was given of a few of those whose applications are live.
pub(super) fn add(
    store: &mut Store,
    session: &Session,
    live: &[(CandidateId, Stage)],
    offered: &[(CandidateId, ApplicationId)],
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let today = london_date(now);
    let permit = store.read(|records| {
        ReadDesk::new(records, session, now)?.permit_on_organisation::<access::KeepRegisters>()
    })?;
    let recipients = store.write(&permit, now, |tx| {
        let recipients = registers(tx, &permit, today)?;
        Ok::<_, Error>((recipients, Entry::new("make-sample-registers")))
    })?;
    let clock = domain::clock::FixedClock(now);
    let mut desk = WriteDesk::new(store, session, &clock, &Unwatched);
    let to = |place: usize| recipients.get(place).copied();
    if let Some((candidate, application)) = offered.first() {
        record(
            &mut desk,
            RecordDisclosure {
                application: Some(*application),
                purpose: Some(Purpose::OfficeReview),
                recipient: to(0),
                ..given(*candidate, today)
            },
        )?;
    }
    for (candidate, _) in live.iter().take(2) {
        record(
            &mut desk,
            RecordDisclosure {
                purpose: Some(Purpose::RunProcess),
                recipient: to(1),
                ..given(*candidate, today)
            },
        )?;
    }
    if let Some((candidate, _)) = live.first() {
        record(
            &mut desk,
            RecordDisclosure {
                purpose: Some(Purpose::RunProcess),
                recipient: to(2),
                ..given(*candidate, days_before(today, 3))
            },
        )?;
    }
    Ok(())
}

fn given(candidate: CandidateId, on: NaiveDate) -> RecordDisclosure {
    RecordDisclosure {
        candidate,
        application: None,
        purpose: None,
        recipient: None,
        classes: [DataClass::Contact, DataClass::Form].into(),
        reason: None,
        legal: None,
        on,
    }
}

fn registers(
    tx: &Tx<'_>,
    permit: &Permit<access::KeepRegisters>,
    today: NaiveDate,
) -> Result<Vec<RegisterItemId>, Error> {
    let line = |text: &str| made_up(Line::parse(text));
    let in_days = |days: i64| match u64::try_from(days) {
        Ok(ahead) => days_after(today, ahead),
        Err(_) => days_before(today, days.unsigned_abs()),
    };
    let approval = Approval {
        on: in_days(-200),
        by: line(OWNER)?,
    };
    let mut recipients = Vec::new();
    for (name, category, country) in RECIPIENTS {
        let recipient = Recipient {
            name: line(name)?,
            category,
            country: made_up(Country::parse(country))?,
            registration: (!category.is_supplier())
                .then(|| line("Z0000000"))
                .transpose()?,
            approval: category.is_approved_first().then_some(approval.clone()),
            ends_on: None,
            owner: line(OWNER)?,
            review_on: in_days(250),
        };
        recipients.push(tx.insert_register_item(permit, &Item::Recipient(recipient))?);
    }
    let of = |place: usize| recipients.get(place).copied().ok_or(Error::NotFound);
    for (place, reference, purposes, ends) in AGREEMENTS {
        let agreement = Agreement {
            recipient: of(place)?,
            reference: line(reference)?,
            purposes: purposes.iter().copied().collect(),
            clauses: Clause::ALL.iter().copied().collect(),
            starts_on: in_days(-200),
            ends_on: ends.map(in_days),
            owner: line(OWNER)?,
            review_on: in_days(if place == 3 { 20 } else { 165 }),
        };
        tx.insert_register_item(permit, &Item::Agreement(agreement))?;
    }
    let transfer = Transfer {
        recipient: of(2)?,
        mechanism: Mechanism::Idta,
        reference: line("IDTA of Sample Tracker, signed copy in the contracts folder")?,
        test: line(
            "The standard of protection is not materially lower; encrypted in the UK first",
        )?,
        starts_on: in_days(-200),
        ends_on: None,
        owner: line(OWNER)?,
        review_on: in_days(165),
    };
    tx.insert_register_item(permit, &Item::Transfer(transfer))?;
    let dpia = Dpia {
        title: line("Applications kept in tracking software abroad")?,
        purposes: [Purpose::RunProcess].into(),
        measures: line("No sealed class leaves the store; the least is given; reviewed each year")?,
        residual: Residual::Low,
        consulted_on: None,
        signed_off_on: in_days(-190),
        owner: line("Data protection officer")?,
        review_on: in_days(175),
    };
    tx.insert_register_item(permit, &Item::Dpia(dpia))?;
    Ok(recipients)
}
