//! Interviews, what was found in them, and messages of people, with words of their own.

use domain::access::{
    AssessCandidate, EditCandidate, Grant, GrantScope, Permit, Relation, Subject, decide,
};
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::id::VacancyId;
use domain::interview::{InterviewKind, InterviewPlan, Recommendation, Scorecard, TimeOfDay};
use domain::text::Prose;
use store::{Entry, MessageContent, NewMessage, NewPanel, StoreError};

use super::{Chance, Someone, on};
use crate::support::{Home, at, day, line, member, permit_of};

impl Home {
    /// Interviews somebody: where, what was found, what is still a draft, and a message about it each have a word.
    pub(super) fn interviewed(
        &mut self,
        someone: &mut Someone,
        vacancy: VacancyId,
        chance: &mut Chance,
    ) {
        let (place, found, drafted, message) =
            (chance.word(), chance.word(), chance.word(), chance.word());
        let deciding = self.deciding(someone.candidate, vacancy);
        let (hr, application) = (self.hr, someone.application);
        let plan = InterviewPlan {
            kind: InterviewKind::InPerson,
            on: day("2026-01-08"),
            at: TimeOfDay::parse("09:30").unwrap(),
            minutes: 45,
            place: Some(line(&format!("Beside the {place}"))),
        };
        let panel = [NewPanel {
            account: hr,
            criteria: Vec::new(),
        }];
        let interviews = self
            .store
            .write(&deciding, at("2026-01-06"), |tx| {
                let first = tx.insert_interview(&deciding, application, &plan, &panel)?;
                let second = tx.insert_interview(&deciding, application, &plan, &panel)?;
                Ok::<_, StoreError>(([first, second], Entry::new("schedule-interview")))
            })
            .unwrap();
        let assessing = self.assessing(someone, vacancy);
        self.store
            .submit_feedback(
                &assessing,
                interviews[0],
                &card(&found),
                0,
                at("2026-01-08"),
            )
            .unwrap();
        self.store
            .save_feedback_draft(&assessing, interviews[1], &card(&drafted), at("2026-01-08"))
            .unwrap();
        let editing = permit_of::<EditCandidate>(hr, on(someone.candidate));
        let new = NewMessage {
            application: Some(application),
            direction: MessageDirection::In,
            channel: MessageChannel::Email,
            purpose: MessagePurpose::Reply,
            at: Some(at("2026-01-09")),
            content: MessageContent {
                with: String::new(),
                subject: String::new(),
                body: format!("I looked for the {message} and found none"),
                saved_at: 0,
            },
        };
        let sealed = self
            .store
            .seal_message(&editing, &new, at("2026-01-09"))
            .unwrap();
        self.store
            .write(&editing, at("2026-01-09"), |tx| {
                tx.insert_message(&editing, &sealed)?;
                Ok::<_, StoreError>(((), Entry::new("record-message")))
            })
            .unwrap();
        someone.words.push(place);
        someone.sealed.extend([found, drafted, message]);
    }

    fn assessing(&mut self, someone: &Someone, vacancy: VacancyId) -> Permit<AssessCandidate> {
        let facts = self.facts(vacancy);
        let applied = self
            .store
            .read(|records| records.applied_by(someone.candidate))
            .unwrap()
            .unwrap();
        let grant = Grant {
            relation: Relation::Interviewer,
            scope: GrantScope::Vacancy(vacancy),
            from: day("2026-01-05"),
            until: None,
        };
        let subject = Subject::Application {
            candidate: someone.candidate,
            vacancy: facts,
            applied,
        };
        decide(&member(self.hr, vec![grant]), subject, day("2026-06-01")).unwrap()
    }
}

fn card(word: &str) -> Scorecard {
    Scorecard {
        scores: Vec::new(),
        summary: Prose::parse(&format!("Spoke of the {word} at length")).unwrap(),
        recommendation: Some(Recommendation::Yes),
    }
}
