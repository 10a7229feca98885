//! One candidate, as a viewer may see them.

use std::collections::BTreeMap;

use domain::access::{
    self, Action, ActionKind, Alias, Called, ClassAccess, DataClass, Permit, Refusal, Shown, Sight,
    Subject, VacancyFacts,
};
use domain::candidate::PersonName;
use domain::compartment::Compartment;
use domain::id::DocumentId;
use domain::retention::{self, Part, PartFacts, PartVerdict};
use domain::text::Line;
use store::{ApplicationRecord, EventWhat, MessageRecord};

use super::{
    ApplicationEvent, ApplicationEventView, ApplicationView, CandidateView, ClassView,
    OpenCandidate, RecordPart, RecordStrip,
};
use crate::desk::ReadDesk;
use crate::document::{self, DocumentView};
use crate::error::Error;
use crate::view::{May, Why};
use crate::{correspondence, disclosure, hold, notice, permission, reserve, sealed};

/// One candidate, as this viewer may see them.
///
/// # Errors
/// A refusal for those without a part in a role the candidate applied for.
pub fn open(desk: &ReadDesk<'_>, request: OpenCandidate) -> Result<CandidateView, Error> {
    let permit = desk.permit_on_candidate::<access::ReadCandidate>(request.candidate)?;
    let record = desk.records.candidate(&permit)?;
    let (name, blind) = match record.called {
        Called::Name(name) => (name, None),
        Called::Alias(alias) => (alias_as_name(&alias)?, Some(why_blind())),
    };
    let classes = class_views(&permit);
    let applications = desk.records.applications(&permit)?;
    let views = applications
        .iter()
        .map(|application| application_view(desk, &permit, application))
        .collect::<Result<Vec<_>, Error>>()?;
    let may = may_on_candidate(desk, permit.subject());
    let holds = hold::views(desk, request.candidate)?;
    let documents = document::views(desk, &permit, &applications)?;
    let Some(full) = record.full else {
        return Ok(CandidateView {
            candidate: record.id,
            revision: record.revision,
            name,
            contact: withheld(permit.sight()),
            source: withheld(permit.sight()),
            received_on: withheld(permit.sight()),
            record: withheld(permit.sight()),
            applications: views,
            documents,
            permissions: withheld(permit.sight()),
            reserve: withheld(permit.sight()),
            disclosures: withheld(permit.sight()),
            notice: withheld(permit.sight()),
            holds,
            blind,
            classes,
            may,
        });
    };
    let facts = desk
        .records
        .part_facts(&[request.candidate])?
        .remove(&request.candidate)
        .ok_or(Error::NotFound)?;
    let told = sealed::told(desk, &permit)?;
    let titles = titles_of(&documents, correspondence::seen(desk, &permit)?);
    Ok(CandidateView {
        candidate: record.id,
        revision: record.revision,
        name,
        contact: Shown::Shown {
            value: full.contact,
        },
        source: Shown::Shown { value: full.source },
        received_on: Shown::Shown {
            value: full.received_on,
        },
        record: Shown::Shown {
            value: strip(desk, &facts, &applications, &told, &titles)?,
        },
        applications: views,
        documents,
        permissions: Shown::Shown {
            value: permission::views(desk, &permit)?,
        },
        reserve: Shown::Shown {
            value: reserve::views(desk, &permit)?,
        },
        disclosures: disclosure::views(desk, &permit)?,
        notice: notice::standing_view(desk, &permit)?,
        holds,
        blind,
        classes,
        may,
    })
}

/// The alias stands where the family name does, so that whatever shows a name shows it.
fn alias_as_name(alias: &Alias) -> Result<PersonName, Error> {
    let unreadable = |_error| {
        Error::Store(store::StoreError::Unreadable {
            column: "application_alias.alias",
        })
    };
    Ok(PersonName {
        title: None,
        given: None,
        family: Line::parse(&alias.to_string()).map_err(unreadable)?,
        preferred: None,
    })
}

fn why_blind() -> Why {
    Why {
        rule: Refusal::Blind.rule().to_owned(),
        sentence: Refusal::Blind.sentence().to_owned(),
    }
}

/// How much of each class this viewer sees of the candidate.
fn class_views<A: Action>(permit: &Permit<A>) -> Vec<ClassView> {
    permit
        .classes()
        .iter()
        .filter(|(class, _)| {
            !matches!(
                class,
                DataClass::Journal | DataClass::Organisation | DataClass::Registers
            )
        })
        .map(|(class, access)| ClassView {
            class,
            access: match access {
                ClassAccess::Withheld(refusal) => Shown::withheld(refusal),
                shown @ (ClassAccess::Status
                | ClassAccess::Aggregate
                | ClassAccess::Summary
                | ClassAccess::Submitted
                | ClassAccess::Own
                | ClassAccess::Read
                | ClassAccess::Write) => Shown::Shown {
                    value: shown.code().to_owned(),
                },
            },
        })
        .collect()
}

/// Held back from whoever does not have full sight.
pub(super) fn withheld<T>(sight: Sight) -> Shown<T> {
    let sight = sight.min(Sight::NameOnly);
    match Shown::under(sight, ()) {
        Shown::Withheld { rule, because } => Shown::Withheld { rule, because },
        Shown::Shown { value: () } => Shown::Withheld {
            rule: String::new(),
            because: String::new(),
        },
    }
}

/// Of the documents and messages that a viewer sees, the titles of their vacancies.
type Titles = BTreeMap<DocumentId, Option<String>>;

fn titles_of(
    documents: &Shown<Vec<DocumentView>>,
    messages: Vec<(MessageRecord, Option<String>)>,
) -> Titles {
    let documents = match documents {
        Shown::Shown { value } => value.as_slice(),
        Shown::Withheld { .. } => &[],
    };
    let documents = documents
        .iter()
        .map(|known| (known.document, known.vacancy_title.clone()));
    let messages = messages
        .into_iter()
        .map(|(message, title)| (message.id, title));
    documents.chain(messages).collect()
}

/// When and why a record goes. Only applications within the viewer's scope are named, only what is sealed in
/// compartments of which they may know what was recorded, and only documents and messages that they see.
fn strip(
    desk: &ReadDesk<'_>,
    facts: &PartFacts,
    seen: &[ApplicationRecord],
    told: &[Compartment],
    titles: &Titles,
) -> Result<RecordStrip, Error> {
    let policy = desk.policy()?;
    let verdict = retention::decide(&facts.person, &policy, desk.today);
    let parts = retention::part_verdicts(facts, &policy, desk.today)
        .into_iter()
        .filter(|part| part.erase_on.is_some())
        .filter_map(|part| strip_part(desk, facts, seen, told, titles, part))
        .collect();
    let mut blocked_by: Vec<Why> = verdict
        .blocked_by
        .iter()
        .map(|block| Why {
            rule: block.rule().to_owned(),
            sentence: block.sentence(),
        })
        .collect();
    // Two holds of one day say the same.
    blocked_by.dedup();
    Ok(RecordStrip {
        summary: verdict.summary(desk.today),
        erase_on: verdict.erase_on,
        due: verdict.is_due(desk.today),
        because: verdict
            .because
            .iter()
            .map(|ground| Why {
                rule: ground.rule().to_owned(),
                sentence: ground.sentence(),
            })
            .collect(),
        blocked_by,
        parts,
    })
}

/// A part of a record on its strip; none where the viewer may not know that it is there.
fn strip_part(
    desk: &ReadDesk<'_>,
    facts: &PartFacts,
    seen: &[ApplicationRecord],
    told: &[Compartment],
    titles: &Titles,
    part: PartVerdict,
) -> Option<RecordPart> {
    let vacancy_title = match part.part {
        Part::Application(id) | Part::History(id) => {
            let record = seen.iter().find(|known| known.id == id)?;
            Some(record.vacancy_title.as_str().to_owned())
        }
        Part::Sealed(id) => {
            let record = facts.sealed.iter().find(|known| known.record == id)?;
            if !told.contains(&record.kind.compartment()) {
                return None;
            }
            None
        }
        Part::Document(id) => titles.get(&id)?.clone(),
    };
    Some(RecordPart {
        class: part.class,
        vacancy_title,
        erase_on: part.erase_on,
        due: part.is_due(desk.today),
        because: Why {
            rule: part.rule.to_owned(),
            sentence: part.because,
        },
    })
}

fn application_view<A: Action>(
    desk: &ReadDesk<'_>,
    permit: &Permit<A>,
    application: &ApplicationRecord,
) -> Result<ApplicationView, Error> {
    let history = desk
        .records
        .application_history(permit, application.id)?
        .into_iter()
        .map(|event| ApplicationEventView {
            at: event.at,
            by: event.name.into(),
            what: what(event.what),
        })
        .collect();
    let vacancy = vacancy_of(permit.subject(), application).ok_or(Error::NotFound)?;
    let applied = match permit.subject() {
        Subject::Candidate { applied, .. } | Subject::Application { applied, .. } => {
            applied.clone()
        }
        Subject::Vacancy(_)
        | Subject::Everyone { .. }
        | Subject::Account(_)
        | Subject::Organisation => Vec::new(),
    };
    let subject = Subject::Application {
        candidate: application.candidate,
        vacancy,
        applied,
    };
    let mut may = May::new();
    if desk.may::<access::DecideApplication>(subject) {
        may.push(ActionKind::DecideApplication);
    }
    Ok(ApplicationView {
        application: application.id,
        vacancy: application.vacancy,
        vacancy_title: application.vacancy_title.as_str().to_owned(),
        applied_on: application.applied_on,
        stage: application.stage,
        outcome: application.outcome,
        handed_over_on: application.handed_over_on,
        history,
        may,
    })
}

/// The facts of an application's vacancy, which the permit was decided on.
fn vacancy_of(subject: &Subject, application: &ApplicationRecord) -> Option<VacancyFacts> {
    match subject {
        Subject::Candidate { applied, .. } => applied
            .iter()
            .map(|applied| applied.vacancy)
            .find(|facts| facts.vacancy == application.vacancy),
        Subject::Application { vacancy, .. } | Subject::Vacancy(vacancy) => Some(*vacancy),
        Subject::Everyone { .. } | Subject::Account(_) | Subject::Organisation => None,
    }
}

const fn what(event: EventWhat) -> ApplicationEvent {
    match event {
        EventWhat::Added { .. } => ApplicationEvent::Received,
        EventWhat::Moved { from, to } => ApplicationEvent::Moved { from, to },
        EventWhat::Ended { outcome } => ApplicationEvent::Ended { outcome },
        EventWhat::Reopened { to } => ApplicationEvent::Reopened { to },
        EventWhat::HandedOver { on } => ApplicationEvent::HandedOver { on },
    }
}

fn may_on_candidate(desk: &ReadDesk<'_>, subject: &Subject) -> May {
    let asked = [
        (
            ActionKind::EditCandidate,
            desk.may::<access::EditCandidate>(subject.clone()),
        ),
        (
            ActionKind::RecordPermission,
            desk.may::<access::RecordPermission>(subject.clone()),
        ),
        (
            ActionKind::RecordDisclosure,
            desk.may::<access::RecordDisclosure>(subject.clone()),
        ),
        (
            ActionKind::ManageHolds,
            desk.may::<access::ManageHolds>(subject.clone()),
        ),
        (
            ActionKind::AddCandidate,
            desk.may::<access::AddCandidate>(subject.clone()),
        ),
        (
            ActionKind::Erase,
            desk.may::<access::Erase>(subject.clone()),
        ),
        (
            ActionKind::DeclareConflict,
            desk.may::<access::DeclareConflict>(subject.clone()),
        ),
        (
            ActionKind::ReviewAccess,
            desk.may::<access::ReviewAccess>(subject.clone()),
        ),
    ];
    asked
        .into_iter()
        .filter(|(_, allowed)| *allowed)
        .map(|(action, _)| action)
        .collect()
}
