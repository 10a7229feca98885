//! Vectors of answers to people: requests, notices, complaints (RULEBOOK DSR-02, NOT-02, CMP-02).

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use crate::deadline::{
    self, Clarification, Fee, Identity, NoticeFacts, RequestDeadline, RequestFacts, Right,
    exam_marks_due,
};
use crate::holidays::Nation;
use crate::rules::Answer;
use crate::rules::applicants::Collection;
use crate::rules::file::{Context, date, fields, input};
use crate::source::Directness;

#[derive(Debug, Deserialize)]
struct RequestIn {
    right: Right,
    received: NaiveDate,
    #[serde(default)]
    identity_needed: bool,
    identity_requested: Option<NaiveDate>,
    #[serde(alias = "identity_shown")]
    identity_received: Option<NaiveDate>,
    fee_requested: Option<NaiveDate>,
    fee_paid: Option<NaiveDate>,
    #[serde(default, alias = "clarifications")]
    pauses: Vec<PauseIn>,
    #[serde(alias = "large_amount_of_information", alias = "large_volume")]
    large_amount: Option<bool>,
    #[serde(alias = "extended_told")]
    extension_notice_on: Option<NaiveDate>,
    exam: Option<ExamIn>,
    #[serde(default)]
    nation: Nation,
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct PauseIn {
    asked: NaiveDate,
    answered: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct ExamIn {
    results_announced_on: Option<NaiveDate>,
}

pub(super) fn request(context: &Context, value: Value) -> Answer {
    let asked: RequestIn = input(value)?;
    let calendar = context.holidays.of(asked.nation);
    let facts = RequestFacts {
        right: asked.right,
        received_on: asked.received,
        identity: match asked.identity_received {
            Some(shown) => Identity::ShownOn(shown),
            None if asked.identity_needed || asked.identity_requested.is_some() => {
                Identity::Awaited
            }
            None => Identity::NotInDoubt,
        },
        fee: match asked.fee_paid {
            Some(paid) => Fee::PaidOn(paid),
            None if asked.fee_requested.is_some() => Fee::Awaited,
            None => Fee::None,
        },
        clarifications: asked
            .pauses
            .iter()
            .map(|pause| Clarification {
                asked_on: pause.asked,
                answered_on: pause.answered,
            })
            .collect(),
        large_amount: asked.large_amount.unwrap_or(true),
        extension_told_on: asked.extension_notice_on,
    };
    Ok(match deadline::request(&facts, calendar) {
        RequestDeadline::WaitingIdentity => fields([("state", Value::from("waiting-identity"))]),
        RequestDeadline::WaitingFee => fields([("state", Value::from("waiting-fee"))]),
        RequestDeadline::Paused {
            started_on,
            paused_days,
        } => fields([
            ("state", Value::from("paused")),
            ("clock_starts", date(started_on)),
            ("paused_days", Value::from(paused_days)),
            ("extended", Value::from(false)),
        ]),
        RequestDeadline::Running(running) => {
            let marks = asked.exam.map(|exam| {
                exam_marks_due(
                    running.started_on,
                    exam.results_announced_on,
                    running.due_on,
                    calendar,
                )
            });
            let warning = if running.extension_void {
                Value::from("extension notice out of time: extension void")
            } else if asked.right != Right::Access && !asked.pauses.is_empty() {
                Value::from("clarification stops the clock of an access request only")
            } else {
                Value::Null
            };
            fields([
                ("state", Value::from("running")),
                ("clock_starts", date(running.started_on)),
                ("paused_days", Value::from(running.paused_days)),
                ("extended", Value::from(running.extended)),
                ("extension_notice_by", date(running.tell_by)),
                ("tell_by", date(running.tell_by)),
                ("due", date(running.due_on)),
                ("latest_lawful", date(running.latest_lawful)),
                ("beyond_data", Value::from(running.beyond_data)),
                ("exam_marks_due", date(marks)),
                ("warning", warning),
            ])
        }
    })
}

pub(super) fn notice(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        collection: Option<Collection>,
        obtained: NaiveDate,
        first_contact: Option<NaiveDate>,
        first_disclosure: Option<NaiveDate>,
        #[serde(default)]
        nation: Nation,
    }
    let asked: Input = input(value)?;
    let facts = NoticeFacts {
        directness: asked
            .collection
            .map_or(Directness::Indirect, Directness::from),
        obtained_on: asked.obtained,
        contacted_on: asked.first_contact,
        disclosed_on: asked.first_disclosure,
    };
    let deadline = deadline::notice(&facts, context.holidays.of(asked.nation));
    Ok(fields([
        ("by", date(deadline.due_on)),
        ("due", date(deadline.due_on)),
        ("latest_lawful", date(deadline.latest_lawful)),
        ("limb", Value::from(deadline.limb.code())),
    ]))
}

pub(super) fn complaint(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        received: NaiveDate,
        #[serde(default)]
        nation: Nation,
    }
    let asked: Input = input(value)?;
    let deadline = deadline::complaint(
        asked.received,
        context.law,
        context.holidays.of(asked.nation),
    );
    Ok(fields([
        ("by", date(deadline.due_on)),
        ("due", date(deadline.due_on)),
        ("latest_lawful", date(deadline.latest_lawful)),
        ("statutory", Value::from(deadline.statutory)),
    ]))
}
