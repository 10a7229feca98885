//! The answer to a request of somebody about their data (RULEBOOK DSR-07). The journal keeps that it was made and on which
//! day, and nothing of what it says.

use domain::access;
use domain::dates::plain;
use domain::deadline::Right;
use domain::id::RightsRequestId;
use domain::rights::{CaseItem, Exemption, ItemDecision, ItemOutcome, RequestCase};
use report::{RightsItem, RightsLetter};
use serde::{Deserialize, Serialize};
use store::{About, Entry, RequestRecord};

use super::letter::addressed;
use super::{FileName, ReportFile, operator, organisation};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::rights::{find, number_of};

/// Asks for the letter that answers a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct WriteRequestLetter {
    /// Which request.
    pub request: RightsRequestId,
}

/// Says whether the letter may be had, and what its file is called, before anybody is asked where to save it.
///
/// # Errors
/// As [`write_request_letter`].
pub fn check_request_letter(
    desk: &ReadDesk<'_>,
    request: WriteRequestLetter,
) -> Result<FileName, Error> {
    let (_, name) = letter(desk, request.request)?;
    Ok(FileName { name })
}

/// Makes the letter that answers a request.
///
/// # Errors
/// A refusal for everyone but HR and the data protection officer; a rule's no while a right is not decided.
pub fn write_request_letter(
    desk: &mut WriteDesk<'_>,
    request: WriteRequestLetter,
) -> Result<ReportFile, Error> {
    let (letter, name, account) = desk.read(|desk| {
        let (letter, name) = letter(desk, request.request)?;
        Ok((letter, name, desk.viewer.account))
    })?;
    let bytes = letter.pdf()?;
    let entry = Entry::new("write-request-letter").about(About::Request(request.request));
    desk.store.note(Some(account), desk.now, entry)?;
    Ok(ReportFile { name, bytes })
}

fn letter(desk: &ReadDesk<'_>, request: RightsRequestId) -> Result<(RightsLetter, String), Error> {
    let permit = desk.permit_on_organisation::<access::KeepRegisters>()?;
    let record = find(desk, request)?;
    if record.case.items.iter().any(|item| {
        item.decision
            .as_ref()
            .is_none_or(ItemDecision::waits_for_another)
    }) {
        return Err(Error::rule(
            "DSR-07",
            "Decide on every right first: the letter says what became of each (rule DSR-07).",
        ));
    }
    let notes = desk.records.request_notes(&permit, request)?;
    let reasons = |right: Right| {
        let about = format!("reasons-{}", right.code());
        notes
            .iter()
            .find(|note| note.about == about)
            .map(|note| note.words.as_str().to_owned())
    };
    let (name, address) = to(desk, &record)?;
    let items = record
        .case
        .items
        .iter()
        .map(|item| RightsItem {
            asked: asked(item.right).to_owned(),
            answer: answer(&record.case, item)
                .into_iter()
                .chain(reasons(item.right))
                .collect(),
            because: item
                .decision
                .iter()
                .flat_map(|decision| &decision.grounds)
                .map(|ground| because(*ground))
                .collect(),
        })
        .collect();
    let number = number_of(record.number);
    let file = format!("{number}-letter-{}.pdf", desk.today);
    Ok((
        RightsLetter {
            organisation: organisation(desk)?,
            number,
            name,
            address,
            received_on: record.case.received_on,
            items,
            at: desk.now,
            by: operator(desk)?,
        },
        file,
    ))
}

/// To whom: nobody where they were not found here, or were erased; their name is filled in by hand then.
pub(super) fn to(
    desk: &ReadDesk<'_>,
    record: &RequestRecord,
) -> Result<(String, Vec<String>), Error> {
    let Some(candidate) = record.candidate else {
        return Ok((String::new(), Vec::new()));
    };
    let permit = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
    let found = desk.records.candidate(&permit)?;
    let name = found.called.name().map(addressed).unwrap_or_default();
    let address = found.full.map_or_else(Vec::new, |full| {
        full.contact
            .address
            .iter()
            .chain(&full.contact.postcode)
            .map(|line| line.as_str().to_owned())
            .collect()
    });
    Ok((name, address))
}

pub(super) const fn asked(right: Right) -> &'static str {
    match right {
        Right::Access => "to see what we hold of you",
        Right::Rectification => "to have data corrected",
        Right::Erasure => "to have data erased",
        Right::Restriction => "to restrict the use of your data",
        Right::Portability => "for your data in a form for other programs",
        Right::Objection => "us to stop using your data",
        Right::AutomatedDecisions => "about decisions by machines",
    }
}

fn answer(case: &RequestCase, item: &CaseItem) -> Vec<String> {
    let Some(decision) = &item.decision else {
        return Vec::new();
    };
    let mut said = vec![
        match decision.outcome {
            ItemOutcome::Granted => "We did what you asked.",
            ItemOutcome::Partly => "We did a part of what you asked.",
            ItemOutcome::Refused => "We did not do what you asked.",
        }
        .to_owned(),
    ];
    match item.right {
        Right::Access
            if decision.outcome != ItemOutcome::Refused && case.pack_made_on.is_some() =>
        {
            said.push(
                "What we hold of you comes with this letter. What we hold and did not give is listed in it by kind, with \
                 the reason."
                    .to_owned(),
            );
        }
        Right::Portability
            if decision.outcome != ItemOutcome::Refused && case.portable_made_on.is_some() =>
        {
            said.push(
                "What you gave us comes with this letter: as a JSON Resume and as a table, which other programs read, and \
                 with the files you sent."
                    .to_owned(),
            );
        }
        Right::Erasure => {
            if let Some(on) = case.erased_on {
                said.push(format!(
                    "On {} we erased it, and then searched our records to see that nothing of it is left. A backup may \
                     still hold it for a few weeks; until then it is out of use.",
                    plain(on)
                ));
            }
        }
        Right::Restriction if decision.outcome != ItemOutcome::Refused => {
            said.push(
                "We store your data and do nothing else with them, until we tell you.".to_owned(),
            );
        }
        Right::Objection if decision.outcome != ItemOutcome::Refused => {
            said.push("We do not approach you any more.".to_owned());
        }
        Right::Access
        | Right::Rectification
        | Right::Restriction
        | Right::Portability
        | Right::Objection
        | Right::AutomatedDecisions => {}
    }
    said
}

fn because(ground: Exemption) -> String {
    format!("{} ({})", ground.phrase(), ground.law())
}
