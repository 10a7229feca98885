//! Vectors of people and their applications (RULEBOOK RET-01 to RET-09, RET-13 to RET-16).

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::application::{OutcomeKind, RejectionReason};
use crate::consent::PermissionPurpose;
use crate::dates::months_after;
use crate::holidays::Nation;
use crate::id::{ApplicationId, PermissionId};
use crate::retention::{
    ApplicationFacts, Block, BlockKind, PermissionFacts, PersonFacts, PolicyValues,
    RetentionPolicy, application_verdicts, base_date, decide,
};
use crate::rules::Answer;
use crate::rules::file::{Context, date, fields, input};
use crate::source::Directness;

/// What vectors say of an application.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct ApplicationIn {
    id: Option<String>,
    kind: Option<String>,
    outcome: Option<NaiveDate>,
    vacancy_closed_out: Option<NaiveDate>,
    handover_confirmed: Option<NaiveDate>,
}

/// What vectors say of a permission: one to be kept longer.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PermissionIn {
    given: NaiveDate,
    months: Option<u8>,
    withdrawn: Option<NaiveDate>,
    application: Option<String>,
}

/// What vectors say of a block: its kind, or its days too.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum BlockIn {
    Stands(String),
    Dated {
        kind: String,
        from: NaiveDate,
        to: Option<NaiveDate>,
        application: Option<String>,
    },
}

/// What vectors say of a person with one application or several.
#[derive(Debug, Deserialize)]
struct PersonIn {
    applications: Option<Vec<ApplicationIn>>,
    #[serde(flatten)]
    only: ApplicationIn,
    #[serde(default)]
    permissions: Vec<PermissionIn>,
    #[serde(default)]
    blocks: Vec<BlockIn>,
    erasure_request_received: Option<NaiveDate>,
    upheld_on: Option<NaiveDate>,
    policy_months: Option<u8>,
    #[serde(default)]
    nation: Nation,
    today: NaiveDate,
}

/// The ids of a file are any text; the rules' are not. Their place in the list stands in for them.
pub(super) fn nth(index: usize) -> Uuid {
    Uuid::from_u128(u128::try_from(index).unwrap_or(u128::MAX))
}

/// Reads the word for how an application ended.
fn how(kind: Option<&str>) -> Result<OutcomeKind, String> {
    Ok(match kind {
        None | Some("rejected" | "live" | "offer-withdrawn" | "unsuccessful") => {
            OutcomeKind::Rejected {
                reason: RejectionReason::Other,
            }
        }
        Some("no-show") => OutcomeKind::Rejected {
            reason: RejectionReason::NoResponse,
        },
        Some("hired") => OutcomeKind::Hired,
        Some("withdrawn" | "withdrawn-by-candidate" | "deceased") => OutcomeKind::Withdrawn,
        Some("declined" | "offer-declined") => OutcomeKind::OfferDeclined,
        Some("cancelled" | "vacancy-cancelled") => OutcomeKind::VacancyCancelled,
        Some("closed-out" | "vacancy-closed-out" | "closed-out-undecided") => {
            OutcomeKind::ClosedOutUndecided
        }
        Some(other) => return Err(format!("an application can't end as {other:?}")),
    })
}

impl ApplicationIn {
    fn facts(&self, index: usize) -> Result<ApplicationFacts, String> {
        let how = how(self.kind.as_deref())?;
        Ok(ApplicationFacts {
            application: ApplicationId::from_uuid(nth(index)),
            applied_on: None,
            outcome: self.outcome.map(|on| (how, on)),
            vacancy_closed_out_on: self.vacancy_closed_out,
            handed_over_on: self.handover_confirmed,
        })
    }
}

impl PermissionIn {
    pub(super) fn facts(
        &self,
        index: usize,
        application: Option<ApplicationId>,
        policy: &RetentionPolicy,
    ) -> PermissionFacts {
        PermissionFacts {
            permission: PermissionId::from_uuid(nth(index)),
            purpose: PermissionPurpose::KeepLonger,
            application,
            given_on: self.given,
            months: self.months.unwrap_or(policy.values().permission_months),
            withdrawn_on: self.withdrawn,
        }
    }
}

impl PersonIn {
    fn applications(&self) -> Vec<ApplicationIn> {
        self.applications
            .clone()
            .unwrap_or_else(|| vec![self.only.clone()])
    }

    fn facts(&self, policy: &RetentionPolicy) -> Result<PersonFacts, String> {
        let listed = self.applications();
        let named = |name: &Option<String>| match name {
            None => Ok(None),
            Some(name) => listed
                .iter()
                .position(|application| application.id.as_ref() == Some(name))
                .map(|index| Some(ApplicationId::from_uuid(nth(index))))
                .ok_or_else(|| format!("there is no application {name:?}")),
        };
        let mut facts = PersonFacts::new(self.today, Directness::Direct);
        facts.erasure_upheld_on = self.upheld_on.filter(|upheld| *upheld <= self.today);
        for (index, application) in listed.iter().enumerate() {
            facts.applications.push(application.facts(index)?);
        }
        for (index, permission) in self.permissions.iter().enumerate() {
            facts.permissions.push(permission.facts(
                index,
                named(&permission.application)?,
                policy,
            ));
        }
        for block in &self.blocks {
            let (kind, from, to, application) = match block {
                BlockIn::Stands(kind) => (kind, NaiveDate::MIN, None, None),
                BlockIn::Dated {
                    kind,
                    from,
                    to,
                    application,
                } => (kind, *from, *to, named(application)?),
            };
            let kind =
                BlockKind::from_code(kind).ok_or_else(|| format!("there is no block {kind:?}"))?;
            facts.blocks.push(Block {
                kind,
                application,
                from,
                to,
            });
        }
        Ok(facts)
    }
}

/// The file's policy, with the months a vector names.
pub(super) fn policy(context: &Context, months: Option<u8>) -> Result<RetentionPolicy, String> {
    let values = *context.policy.values();
    let months = months.unwrap_or(values.unsuccessful_months);
    RetentionPolicy::new(PolicyValues {
        unsuccessful_months: months,
        ..values
    })
    .map_err(|error| error.to_string())
}

/// A person, with every application's own date.
pub(super) fn person(context: &Context, value: Value) -> Answer {
    let asked: PersonIn = input(value)?;
    let policy = policy(context, asked.policy_months)?;
    let facts = asked.facts(&policy)?;
    let mut answer = verdict(context, &asked, &facts, &policy);
    let listed = asked.applications();
    let mut own = Map::new();
    let mut due = Vec::new();
    for (application, found) in
        listed
            .iter()
            .zip(application_verdicts(&facts, &policy, asked.today))
    {
        let Some(id) = &application.id else { continue };
        own.insert(id.clone(), date(found.verdict.erase_on));
        if found.verdict.is_due(asked.today) {
            due.push(Value::from(id.as_str()));
        }
    }
    answer.insert("applications".to_owned(), Value::Object(own));
    answer.insert("applications_due".to_owned(), Value::Array(due));
    Ok(answer)
}

/// A person with one application.
pub(super) fn single(context: &Context, value: Value) -> Answer {
    let asked: PersonIn = input(value)?;
    let policy = policy(context, asked.policy_months)?;
    let facts = asked.facts(&policy)?;
    Ok(verdict(context, &asked, &facts, &policy))
}

/// A person who was hired.
pub(super) fn hired(context: &Context, value: Value) -> Answer {
    let mut asked: PersonIn = input(value)?;
    asked.only.kind = Some("hired".to_owned());
    let policy = policy(context, asked.policy_months)?;
    let facts = asked.facts(&policy)?;
    Ok(verdict(context, &asked, &facts, &policy))
}

fn verdict(
    context: &Context,
    asked: &PersonIn,
    facts: &PersonFacts,
    policy: &RetentionPolicy,
) -> Map<String, Value> {
    let verdict = decide(facts, policy, asked.today);
    let base = facts
        .applications
        .iter()
        .map(|application| base_date(application, policy))
        .collect::<Option<Vec<_>>>();
    let due = Value::from(verdict.is_due(asked.today));
    let blocked_by = verdict
        .blocked_by
        .iter()
        .map(|block| Value::from(block.kind.code()))
        .collect();
    let overdue = verdict
        .blocked_by
        .iter()
        .any(|block| block.kind == BlockKind::HandoverUnconfirmed);
    let calendar = context.holidays.of(asked.nation);
    let respond_by = asked
        .erasure_request_received
        .map(|received| calendar.roll(months_after(received, 1)).date);
    fields([
        ("base", date(base.and_then(|dates| dates.into_iter().max()))),
        ("erase_on", date(verdict.erase_on)),
        ("person_erase_on", date(verdict.erase_on)),
        ("due", due.clone()),
        ("person_due", due),
        ("due_since", date(verdict.due_since)),
        ("blocked_by", Value::Array(blocked_by)),
        ("overdue", Value::from(overdue)),
        ("respond_by", date(respond_by)),
    ])
}

pub(super) fn prospect(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        collection: Collection,
        obtained: NaiveDate,
        notice_given: Option<NaiveDate>,
        objected_on: Option<NaiveDate>,
        linked_application: Option<String>,
        policy_months: Option<u8>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let values = *context.policy.values();
    let months = asked.policy_months.unwrap_or(values.prospect_months);
    let policy = RetentionPolicy::new(PolicyValues {
        prospect_months: months,
        ..values
    })
    .map_err(|error| error.to_string())?;
    let mut facts = PersonFacts::new(asked.obtained, asked.collection.into());
    facts.notice_given_on = asked.notice_given;
    facts.objected_on = asked
        .objected_on
        .filter(|objected| *objected <= asked.today);
    if asked.linked_application.is_some() {
        facts.applications.push(ApplicationIn::default().facts(0)?);
    }
    let verdict = decide(&facts, &policy, asked.today);
    let governed_by = if facts.applications.is_empty() {
        "prospect"
    } else {
        "application"
    };
    Ok(fields([
        ("erase_on", date(verdict.erase_on)),
        ("due", Value::from(verdict.is_due(asked.today))),
        ("due_since", date(verdict.due_since)),
        ("governed_by", Value::from(governed_by)),
    ]))
}

pub(super) fn reapplied(context: &Context, value: Value) -> Answer {
    #[derive(Deserialize)]
    struct Input {
        old_outcome: NaiveDate,
        new_outcome: Option<NaiveDate>,
        today: NaiveDate,
    }
    let asked: Input = input(value)?;
    let mut facts = PersonFacts::new(asked.old_outcome, Directness::Direct);
    for (index, outcome) in [Some(asked.old_outcome), asked.new_outcome]
        .into_iter()
        .enumerate()
    {
        facts.applications.push(
            ApplicationIn {
                outcome,
                ..ApplicationIn::default()
            }
            .facts(index)?,
        );
    }
    let verdict = decide(&facts, &context.policy, asked.today);
    let old = application_verdicts(&facts, &context.policy, asked.today)
        .into_iter()
        .next();
    Ok(fields([
        (
            "old_application_due",
            Value::from(old.is_some_and(|old| old.verdict.is_due(asked.today))),
        ),
        ("person_erase_on", date(verdict.erase_on)),
        ("person_due", Value::from(verdict.is_due(asked.today))),
    ]))
}

/// Whether the person gave the details.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Collection {
    Direct,
    Indirect,
}

impl From<Collection> for Directness {
    fn from(collection: Collection) -> Self {
        match collection {
            Collection::Direct => Self::Direct,
            Collection::Indirect => Self::Indirect,
        }
    }
}
