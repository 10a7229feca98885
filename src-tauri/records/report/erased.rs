//! What a report says of erasures, put together from what the store kept of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{self, Permit};
use domain::clock::london_date;
use domain::disclosure::RecipientCategory;
use domain::figure::{Figure, Figures, figures};
use domain::hold::HoldReason;
use domain::id::{AccountId, ErasureId};
use domain::retention::{BlockKind, DataClass, PolicyValues};
use report::proof::fingerprint;
use report::{
    Checked, Classes, ErasureReport, Kept, Operator, Period, Punctuality, Recipient, RuleLine, Run,
    Trigger,
};
use store::{Circumstances, ErasureState, ErasureTrigger, KeptFor, RecipientNotice};

use super::{PROGRAM, organisation};
use crate::desk::ReadDesk;
use crate::error::Error;
use crate::words;

/// An erasure's number as reports write it.
pub(super) fn number(number: u64) -> String {
    format!("E-{number:04}")
}

/// The report of one erasure.
pub(super) fn of_one(
    desk: &ReadDesk<'_>,
    erasure: ErasureId,
    key: &[u8; 32],
    made_by: Operator,
) -> Result<ErasureReport, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let found = desk
        .records
        .erasures(&permit)?
        .into_iter()
        .find(|found| found.id == erasure)
        .ok_or(Error::NotFound)?;
    if found.state != ErasureState::Erased {
        return Err(Error::rule(
            "ERA-01",
            "Something was found after this erasure, or it is not finished, so there is no report of it (rule ERA-01).",
        ));
    }
    let notices = desk.records.recipient_notices(&permit)?;
    let (erasure, gone) = (found.id, found.people + found.parts());
    let run = run(desk, &permit, found, &desk.names()?)?;
    let recipients = recipients(&notices, erasure, &run.number, gone);
    let content = Content {
        number: run.number.clone(),
        period: None,
        runs: vec![run],
        not_verified: 0,
        recipients,
    };
    report(desk, content, key, made_by)
}

/// The report of every erasure of a period.
pub(super) fn of_period(
    desk: &ReadDesk<'_>,
    from: NaiveDate,
    to: NaiveDate,
    key: &[u8; 32],
    made_by: Operator,
) -> Result<ErasureReport, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    if to < from {
        return Err(Error::invalid("to", "Enter the first day or a later one."));
    }
    let names = desk.names()?;
    let notices = desk.records.recipient_notices(&permit)?;
    let (mut runs, mut not_verified, mut told) = (Vec::new(), 0, Vec::new());
    for found in desk.records.erasures(&permit)?.into_iter().rev() {
        if !(from..=to).contains(&london_date(found.at)) {
            continue;
        }
        if found.state == ErasureState::Erased {
            let (erasure, gone) = (found.id, found.people + found.parts());
            let run = run(desk, &permit, found, &names)?;
            told.extend(recipients(&notices, erasure, &run.number, gone));
            runs.push(run);
        } else {
            not_verified += 1;
        }
    }
    let content = Content {
        number: format!("{from} to {to}"),
        period: Some(Period { from, to }),
        runs,
        not_verified,
        recipients: told,
    };
    report(desk, content, key, made_by)
}

/// What a report is about.
struct Content {
    number: String,
    period: Option<Period>,
    runs: Vec<Run>,
    not_verified: u64,
    recipients: Vec<Recipient>,
}

fn report(
    desk: &ReadDesk<'_>,
    content: Content,
    key: &[u8; 32],
    made_by: Operator,
) -> Result<ErasureReport, Error> {
    let Content {
        number,
        period,
        runs,
        not_verified,
        recipients,
    } = content;
    let mut backups_until = None;
    for run in &runs {
        backups_until = backups_until.max(desk.records.beyond_use_until(run.on)?);
    }
    Ok(ErasureReport {
        number,
        organisation: organisation(desk)?,
        period,
        made_at: desk.now,
        made_by,
        program: PROGRAM.to_owned(),
        key: fingerprint(key),
        runs,
        not_verified,
        recipients,
        backups_until,
    })
}

/// Who was told of an erasure, or is to be, by category. A count of the records they were given something of is left
/// out where it is small, and where what is left of those that went would be.
fn recipients(
    notices: &[RecipientNotice],
    erasure: ErasureId,
    number: &str,
    gone: u64,
) -> Vec<Recipient> {
    let mut by_category: BTreeMap<RecipientCategory, Vec<&RecipientNotice>> = BTreeMap::new();
    for notice in notices
        .iter()
        .filter(|notice| notice.erasure == Some(erasure))
    {
        by_category
            .entry(notice.to_tell.category)
            .or_default()
            .push(notice);
    }
    by_category
        .into_iter()
        .filter_map(|(category, of)| {
            let records: u64 = of
                .iter()
                .map(|notice| notice.to_tell.people + notice.to_tell.applications)
                .sum();
            let rest = gone.saturating_sub(records);
            let told = of.iter().filter(|notice| notice.told.is_some()).count();
            Some(Recipient {
                erasure: number.to_owned(),
                category: category.phrase().to_owned(),
                number: of.len().try_into().unwrap_or(u64::MAX),
                records: figures(&[records, rest]).parts.into_iter().next()?,
                told: told.try_into().unwrap_or(u64::MAX),
                by: of.iter().map(|notice| notice.to_tell.by).min()?,
            })
        })
        .collect()
}

/// What went by class of data, whatever the rule.
fn classes(of: &store::Classes) -> Vec<Classes> {
    let mut items: BTreeMap<DataClass, u64> = BTreeMap::new();
    for (class, counts) in of.values().flatten() {
        *items.entry(*class).or_default() +=
            counts.people + counts.applications + counts.records + counts.documents;
    }
    items
        .into_iter()
        .map(|(class, items)| Classes {
            class,
            items: Figure::alone(items),
        })
        .collect()
}

fn run(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::ReadJournal>,
    found: store::ErasureReport,
    names: &BTreeMap<AccountId, String>,
) -> Result<Run, Error> {
    let details = desk.records.erasure_details(permit, found.id)?;
    let counts: Vec<u64> = found.rules.values().copied().collect();
    let Figures { total, parts } = figures(&counts);
    let told = details.circumstances;
    let verification = found.verification.unwrap_or_default();
    Ok(Run {
        number: number(details.number),
        at: found.at,
        on: london_date(found.at),
        by: Operator {
            name: names
                .get(&found.account)
                .cloned()
                .unwrap_or_else(|| "an account that was taken out".to_owned()),
            role: told
                .as_ref()
                .map_or("role not written down", |told| words::role(told.role))
                .to_owned(),
        },
        trigger: told.as_ref().map(|told| match told.trigger {
            ErasureTrigger::Sweep => Trigger::Sweep,
            ErasureTrigger::Chosen => Trigger::Chosen,
            ErasureTrigger::Request => Trigger::Request,
        }),
        as_of: told.as_ref().and_then(|told| told.as_of),
        program: told
            .as_ref()
            .map(|told| format!("Fairhold {}", told.program)),
        policy: told.as_ref().map(|told| policy(&told.policy)),
        people: total,
        rules: found
            .rules
            .into_keys()
            .zip(parts)
            .map(|(rule, people)| RuleLine { rule, people })
            .collect(),
        classes: classes(&found.classes),
        punctuality: told
            .as_ref()
            .and_then(|told| punctuality(told, found.people)),
        kept: told
            .as_ref()
            .map(|told| told.kept.iter().map(kept).collect()),
        checked: Checked {
            pages: verification.pages,
            files: verification.files,
            bytes: verification.bytes,
            // A handful of words for each person would tell how many there were.
            words: total.number().map(|_| verification.tokens),
            rebuilt: verification.rebuilt,
        },
        entry: details.entry.map(|head| head.seq),
        entry_hash: details.entry.map(|head| hex::encode(head.hash)),
    })
}

/// Where fewer went than were to go, nobody knows whether those were the late ones.
fn punctuality(told: &Circumstances, people: u64) -> Option<Punctuality> {
    if told.on_the_day.saturating_add(told.late) != people {
        return None;
    }
    let Figures { parts, .. } = figures(&[told.on_the_day, told.late]);
    let mut parts = parts.into_iter();
    Some(Punctuality {
        on_the_day: parts.next()?,
        late: parts.next()?,
        most_days: told.most_days_late,
    })
}

fn policy(values: &PolicyValues) -> String {
    let months = |months: u8| match months {
        1 => "1 month".to_owned(),
        months => format!("{months} months"),
    };
    format!(
        "{} after the outcome; {} for somebody who never applied; {} days after a hand-over",
        months(values.unsuccessful_months),
        months(values.prospect_months),
        values.hired_grace_days
    )
}

fn kept(kept: &KeptFor) -> Kept {
    let because = match kept.reason {
        Some(reason) => format!("{}: {}", kept.block.phrase(), reason_phrase(reason)),
        None => kept.block.phrase().to_owned(),
    };
    Kept {
        because,
        rule: kept.block.rule().to_owned(),
        law: law(kept.block),
        people: Figure::alone(kept.people),
        review_by: kept.review_by,
    }
}

const fn reason_phrase(reason: HoldReason) -> &'static str {
    match reason {
        HoldReason::AcasContact => "Acas was in touch",
        HoldReason::Claim => "a claim",
        HoldReason::CourtOrder => "a court order",
        HoldReason::Preservation => "asked for by the police or a regulator",
        HoldReason::ThreatOfClaim => "a threat of a claim",
    }
}

/// The ground in law, where the rule-book names one (RET-06 to RET-09).
fn law(block: BlockKind) -> Option<String> {
    match block {
        BlockKind::LegalHold => Some("UK GDPR Art 17(3)(e)"),
        BlockKind::Restriction => Some("UK GDPR Art 18"),
        BlockKind::AccessRequest => Some("DPA 2018 s.173"),
        BlockKind::Complaint => Some("DPA 2018 s.164A"),
        BlockKind::HandoverUnconfirmed | BlockKind::Incident => None,
    }
    .map(str::to_owned)
}
