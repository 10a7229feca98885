//! When a document goes: with the application it was collected for, or before it, where no permission carries its class
//! on (RULEBOOK 4.2: references, assessments, offers).

use chrono::NaiveDate;

use super::served::served;
use super::{DocumentFacts, PartFacts, PersonFacts, application_date, comes_first};
use crate::dates::plain;
use crate::id::ApplicationId;
use crate::retention::{RetentionPolicy, base_date};

/// A document's own day, and which applications it was collected for, the deciding one last.
pub(super) struct Dated {
    pub(super) served: Vec<ApplicationId>,
    date: Option<NaiveDate>,
    /// The application it goes with at the latest.
    with: Option<(ApplicationId, Option<NaiveDate>)>,
    carried_on: bool,
}

impl Dated {
    /// Its day, where it comes before that of the application it goes with and before the person's.
    pub(super) fn erase_on(
        &self,
        person: &PersonFacts,
        person_goes: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        self.date
            .filter(|date| match self.with {
                Some((_, own)) => own.is_none_or(|own| *date < own),
                None => true,
            })
            .filter(|date| {
                comes_first(
                    person,
                    self.with.map(|(named, _)| named),
                    *date,
                    person_goes,
                )
            })
    }

    /// Why, in one sentence.
    pub(super) fn sentence(&self) -> String {
        match (self.date, self.carried_on) {
            (None, _) => {
                "It stays while the application that it was collected for does.".to_owned()
            }
            (Some(date), true) => format!(
                "It goes on {}, with the last application that it was collected for.",
                plain(date)
            ),
            (Some(date), false) => format!(
                "It goes on {}, with everything of the application that no permission keeps.",
                plain(date)
            ),
        }
    }
}

/// Dates a document. One that is the person's own served the applications that were open on the day it was added, as a
/// sealed record does; what serves several goes with the last (RET-15).
pub(super) fn date(
    facts: &PartFacts,
    document: &DocumentFacts,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Dated {
    let person = &facts.person;
    let carried_on = document.kind.retention_class().permission_extends();
    let of = match document.application {
        Some(named) => person
            .applications
            .iter()
            .filter(|application| application.application == named)
            .collect(),
        None => served(facts, document.added_on, false),
    };
    let mut dated: Vec<(ApplicationId, Option<NaiveDate>)> = of
        .iter()
        .map(|application| {
            let own = application_date(person, application, policy, today);
            let base = base_date(application, policy);
            let date = if carried_on {
                own
            } else {
                base.zip(own).map(|(base, own)| base.min(own))
            };
            (application.application, date)
        })
        .collect();
    dated.sort_by_key(|(_, date)| date.unwrap_or(NaiveDate::MAX));
    let with = document.application.map(|named| {
        let own = of
            .first()
            .and_then(|application| application_date(person, application, policy, today));
        (named, own)
    });
    Dated {
        date: dated.last().and_then(|(_, date)| *date),
        served: dated.into_iter().map(|(id, _)| id).collect(),
        with,
        carried_on,
    }
}
