//! Erasing what somebody asked to have erased: decided part by part, with the erasure that is verified and its report
//! (RULEBOOK DSR-11).

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{self, Permit};
use domain::deadline::Right;
use domain::id::{ApplicationId, CandidateId, DocumentId, RightsRequestId, SealedRecordId};
use domain::retention::{self, Block, DataClass, Part};
use domain::rights::{CaseStep, ItemOutcome, next};
use serde::{Deserialize, Serialize};
use store::{Detail, Goes, ToErase};

use super::{OneRequest, answering, entry, find, write};
use crate::desk::{ReadDesk, WriteDesk};
use crate::error::Error;
use crate::retention::{ErasureReceipt, erase_on_request as carry_out};
use crate::view::Why;

/// The rule by which what was asked for goes.
const RULE: &str = "RET-07";

/// A part of a record that can go by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum RequestedPart {
    /// An application, with its history, interviews, offer and documents.
    Application {
        /// Which.
        application: ApplicationId,
    },
    /// Something sealed.
    Sealed {
        /// Which.
        record: SealedRecordId,
    },
    /// A document of the person's own.
    Document {
        /// Which.
        document: DocumentId,
    },
}

/// What an erasure that was asked for would take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ErasurePlan {
    /// Whether nothing keeps anything, so that the whole record may go.
    pub whole: bool,
    /// What keeps who they are and how to reach them, where something does.
    pub kept: Option<Why>,
    /// Part by part.
    pub lines: Vec<PlanLine>,
    /// What has to be typed.
    pub confirm: String,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PlanLine {
    /// Which.
    pub part: RequestedPart,
    /// Its class.
    pub class: DataClass,
    /// The role it was for, where it was for one.
    pub role: Option<String>,
    /// What keeps it; nothing where it may go.
    pub kept: Option<Why>,
}

/// Erases what was asked for, but for what is kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct EraseOnRequest {
    /// Which request.
    pub request: RightsRequestId,
    /// The revision the page saw.
    pub revision: u32,
    /// Parts that may go and are kept on the grounds of the decision.
    pub keep: Vec<RequestedPart>,
    /// What was typed.
    pub typed: String,
    /// A number the page chose; progress events carry it and `cancel_job` names it.
    pub job: u32,
}

/// What an erasure that was asked for would take.
///
/// # Errors
/// A refusal for everyone but HR.
pub fn plan_erasure(desk: &ReadDesk<'_>, request: OneRequest) -> Result<ErasurePlan, Error> {
    desk.permit_on_organisation::<access::Erase>()?;
    let record = find(desk, request.request)?;
    let candidate = record.candidate.ok_or(Error::NotFound)?;
    let permit = desk.permit_on_candidate::<access::Erase>(candidate)?;
    plan(desk, &permit, candidate, &super::number_of(record.number))
}

fn plan(
    desk: &ReadDesk<'_>,
    permit: &Permit<access::Erase>,
    candidate: CandidateId,
    number: &str,
) -> Result<ErasurePlan, Error> {
    let mut facts = desk.records.person_facts(candidate)?;
    facts.erasure_upheld_on = Some(desk.today);
    let verdict = retention::decide(&facts, &desk.policy()?, desk.today);
    let standing = facts.blocks.iter().filter(|block| block.to.is_none());
    let blocks: Vec<Block> = verdict.blocked_by.iter().chain(standing).copied().collect();
    let keeps = |application: Option<ApplicationId>| {
        blocks
            .iter()
            .find(|block| {
                block.application.is_none()
                    || application.is_some() && block.application == application
            })
            .map(why)
    };
    let reading = desk.permit_on_candidate::<access::ReadCandidate>(candidate)?;
    let mut lines = Vec::new();
    let mut roles: BTreeMap<ApplicationId, String> = BTreeMap::new();
    for application in desk.records.applications(&reading)? {
        let role = String::from(application.vacancy_title);
        roles.insert(application.id, role.clone());
        lines.push(PlanLine {
            part: RequestedPart::Application {
                application: application.id,
            },
            class: DataClass::Form,
            role: Some(role),
            kept: keeps(Some(application.id)),
        });
    }
    for document in desk.records.documents(&reading)? {
        // What was collected for an application goes or stays with it.
        if document.application.is_none() {
            lines.push(PlanLine {
                part: RequestedPart::Document {
                    document: document.id,
                },
                class: document.kind.retention_class(),
                role: None,
                kept: keeps(None),
            });
        }
    }
    for message in desk.records.messages(&reading)? {
        if message.application.is_none() {
            lines.push(PlanLine {
                part: RequestedPart::Document {
                    document: message.id,
                },
                class: DataClass::Correspondence,
                role: None,
                kept: keeps(None),
            });
        }
    }
    for sealed in desk.records.sealed_records(permit)? {
        lines.push(PlanLine {
            part: RequestedPart::Sealed { record: sealed.id },
            class: sealed.kind.retention_class(),
            role: None,
            kept: keeps(None),
        });
    }
    let kept = blocks.first().map(why);
    Ok(ErasurePlan {
        whole: kept.is_none(),
        kept,
        lines,
        confirm: format!("ERASE {number}"),
    })
}

fn why(block: &Block) -> Why {
    Why {
        rule: block.rule().to_owned(),
        sentence: block.sentence(),
    }
}

/// Erases what was asked for, but for what a rule keeps and what the decision does. There is no way back.
///
/// # Errors
/// A refusal for everyone but HR; [`Error::Rule`] before it was decided that something goes, and while the clock is not
/// believed; [`Error::Invalid`] where the confirmation was not typed as shown, or nothing would go.
pub fn erase_on_request(
    desk: &mut WriteDesk<'_>,
    request: EraseOnRequest,
) -> Result<ErasureReceipt, Error> {
    let permit = desk.permit_on_organisation::<access::Erase>()?;
    let answering = answering(desk, request.request, request.revision)?;
    let record = &answering.record;
    let candidate = record.candidate.ok_or(Error::NotFound)?;
    let decided = record
        .case
        .decided(Right::Erasure)
        .map(|decision| decision.outcome);
    let erasing = matches!(next(&record.case, true), Some(CaseStep::Erase));
    if !erasing || !matches!(decided, Some(ItemOutcome::Granted | ItemOutcome::Partly)) {
        return Err(Error::rule(
            "DSR-11",
            "Decide first that something is erased, and take the steps before it (rule DSR-11).",
        ));
    }
    let plan = desk.read(|desk| {
        let permit = desk.permit_on_candidate::<access::Erase>(candidate)?;
        plan(desk, &permit, candidate, &super::number_of(record.number))
    })?;
    if request.typed.trim() != plan.confirm {
        return Err(Error::invalid(
            "typed",
            format!("Type {} to erase.", plan.confirm),
        ));
    }
    let keep: BTreeSet<RequestedPart> = request.keep.iter().copied().collect();
    let wanted: Vec<ToErase> = if plan.whole && decided == Some(ItemOutcome::Granted) {
        vec![ToErase {
            due_since: Some(desk.today),
            ..ToErase::person(candidate, RULE)
        }]
    } else {
        plan.lines
            .iter()
            .filter(|line| line.kept.is_none() && !keep.contains(&line.part))
            .map(|line| ToErase {
                candidate,
                goes: Goes::Part(match line.part {
                    RequestedPart::Application { application } => Part::Application(application),
                    RequestedPart::Sealed { record } => Part::Sealed(record),
                    RequestedPart::Document { document } => Part::Document(document),
                }),
                rule: RULE,
                due_since: Some(desk.today),
            })
            .collect()
    };
    if wanted.is_empty() {
        return Err(Error::invalid(
            "keep",
            "Nothing would go. Decide that the erasure is refused instead.",
        ));
    }
    let receipt = carry_out(desk, &permit, &wanted, request.job)?;
    if receipt.verified && receipt.left == 0 {
        // Where they went whole, the erasure has set the request on without them.
        let mut after = desk.read(|desk| find(desk, request.request))?;
        after.case.erased_on = Some(desk.today);
        let said = entry("erase-on-request", request.request)
            .with("erasure", Detail::Id(receipt.erasure.uuid()));
        write(desk, &answering.permit, &after, &[], said, |_| Ok(()))?;
    }
    Ok(receipt)
}
