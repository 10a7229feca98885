//! Vectors of single classes of data (RULEBOOK 4.2, RET-10 to RET-12).

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use crate::application::{OutcomeKind, RejectionReason};
use crate::retention::{ClassFacts, DataClass, EmploymentRecord, decide_class};
use crate::rules::Answer;
use crate::rules::applicants::{PermissionIn, policy};
use crate::rules::file::{Context, date, fields, input};

#[derive(Debug, Deserialize)]
struct ClassIn {
    class: Option<String>,
    outcome: Option<NaiveDate>,
    vacancy_closed_out: Option<NaiveDate>,
    #[serde(alias = "suitability_decision")]
    decision: Option<NaiveDate>,
    #[serde(alias = "obtained")]
    collected: Option<NaiveDate>,
    hired: Option<bool>,
    #[serde(default)]
    system_of_record: SystemOfRecord,
    #[serde(alias = "handed_over")]
    handover_confirmed: Option<NaiveDate>,
    employment_ended: Option<NaiveDate>,
    #[serde(alias = "aggregated")]
    aggregated_on: Option<NaiveDate>,
    objection_effective: Option<NaiveDate>,
    #[serde(default)]
    permissions: Vec<PermissionIn>,
    policy_months: Option<u8>,
    today: NaiveDate,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SystemOfRecord {
    #[default]
    Hr,
    App,
}

pub(super) fn named(context: &Context, value: Value) -> Answer {
    let asked: ClassIn = input(value)?;
    let name = asked.class.as_deref().ok_or("no class is named")?;
    let class = class(name).ok_or_else(|| format!("there is no class {name:?}"))?;
    answer(context, class, &asked)
}

pub(super) fn criminal_record(context: &Context, value: Value) -> Answer {
    answer(context, DataClass::CriminalRecord, &input(value)?)
}

pub(super) fn right_to_work(context: &Context, value: Value) -> Answer {
    answer(context, DataClass::RightToWork, &input(value)?)
}

pub(super) fn equality(context: &Context, value: Value) -> Answer {
    answer(context, DataClass::Equality, &input(value)?)
}

/// A class by its word, by the rule-book's code, or by the words RULES.md uses.
fn class(name: &str) -> Option<DataClass> {
    DataClass::from_code(name).or(match name {
        "C1" | "identity" => Some(DataClass::Contact),
        "C2" | "identity-documents" | "proof-of-address" => Some(DataClass::IdentityDocument),
        "C3" | "cv" | "application-form" => Some(DataClass::Form),
        "C3r" | "references" => Some(DataClass::Reference),
        "C3t" | "assessment" => Some(DataClass::Test),
        "C4" | "right-to-work-document" => Some(DataClass::RightToWork),
        "C5" | "equality-answers" | "equality-monitoring" => Some(DataClass::Equality),
        "C6" => Some(DataClass::Correspondence),
        "C7" | "salary" => Some(DataClass::ToolUse),
        "C8" | "notes" | "scores" | "interview-notes" => Some(DataClass::Opinion),
        "C9" => Some(DataClass::PublicDomain),
        "C9a" | "recordings" => Some(DataClass::Recording),
        "C10" | "device-data" | "visit" => Some(DataClass::Device),
        "C11" | "adjustments" | "health-and-adjustments" => Some(DataClass::Health),
        "C12" | "dbs" => Some(DataClass::CriminalRecord),
        "C12v" => Some(DataClass::Vetting),
        _ => None,
    })
}

fn answer(context: &Context, class: DataClass, asked: &ClassIn) -> Answer {
    let policy = policy(context, asked.policy_months)?;
    let hired = asked.hired == Some(true);
    // What keeps a hired person's copies runs from other days; the vectors leave the outcome's out.
    let on = asked
        .outcome
        .or(asked.vacancy_closed_out)
        .or(hired.then_some(asked.today));
    let how = if hired {
        OutcomeKind::Hired
    } else {
        OutcomeKind::Rejected {
            reason: RejectionReason::Other,
        }
    };
    let facts = ClassFacts {
        applied_on: None,
        outcome: on.map(|on| (how, on)),
        decided_on: asked.decision,
        collected_on: asked.collected,
        employment_record: match asked.system_of_record {
            SystemOfRecord::Hr => EmploymentRecord::HrSystem,
            SystemOfRecord::App => EmploymentRecord::Here {
                employment_ended_on: asked.employment_ended,
            },
        },
        handed_over_on: asked.handover_confirmed,
        aggregated_on: asked.aggregated_on,
        stopped_on: asked.objection_effective,
        permissions: asked
            .permissions
            .iter()
            .enumerate()
            .map(|(index, permission)| permission.facts(index, None, &policy))
            .collect(),
    };
    let verdict = decide_class(class, &facts, &policy, asked.today);
    Ok(fields([
        ("erase_on", date(verdict.erase_on)),
        ("due", Value::from(verdict.is_due(asked.today))),
    ]))
}
