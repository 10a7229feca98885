//! The registers: the planted incident and the planted complaint, and who reads them.

use domain::access::Shown;
use domain::complaint::{Complainant, ComplaintTopic, NewComplaint};
use domain::correspondence::MessageChannel;
use domain::id::{CandidateId, ComplaintId, IncidentId};
use domain::incident::{FirstReport, IncidentKind, LaptopState};
use domain::interview::TimeOfDay;
use domain::text::Prose;
use records::complaint::{self, OneComplaint};
use records::incident::{self, OneIncident, ReportIncident};
use records::view::Nothing;

use crate::who::Who;
use crate::world::{TODAY, World};

/// What stands in the register and nowhere else.
pub(crate) const REGISTER_WORDS: &str = "wordsoftheregister";

/// What somebody complains of, which stands nowhere else.
pub(crate) const COMPLAINT_WORDS: &str = "wordsofacomplaint";

pub(crate) fn words(text: &str) -> Prose {
    Prose::parse(text).expect("a text")
}

pub(crate) fn noon() -> TimeOfDay {
    TimeOfDay::parse("11:30").expect("a time")
}

pub(crate) fn first(facts: &str) -> FirstReport {
    FirstReport {
        kind: IncidentKind::LostOrStolen,
        facts: words(facts),
        happened_on: None,
        noticed_on: TODAY,
        noticed_at: noon(),
        laptop: Some(LaptopState::Unknown),
    }
}

/// The planted incident, with its revision.
pub(crate) fn planted(world: &mut World) -> (IncidentId, u32) {
    let rows = world
        .read(Who::Hr, |desk| incident::list(desk, Nothing {}))
        .expect("the register")
        .rows;
    let incident = rows
        .iter()
        .find(|row| row.number == "I-0001")
        .expect("the planted one")
        .incident;
    let revision = world
        .read(Who::Hr, |desk| {
            incident::open(desk, OneIncident { incident })
        })
        .expect("an incident")
        .revision;
    (incident, revision)
}

#[test]
fn whoever_reported_sees_their_report_and_not_what_was_answered() {
    let mut world = World::new();
    let request = ReportIncident {
        first: first("A telephone was left on a train"),
    };
    let incident = world
        .write(Who::Untrained, |desk| incident::report(desk, request))
        .expect("anybody reports, trained or not")
        .incident;
    let (planted, _) = planted(&mut world);
    for who in Who::ALL {
        let keeps = matches!(who, Who::Hr | Who::HrWithoutKeys | Who::Dpo);
        let reads = keeps || matches!(who, Who::AuditorByRole | Who::WholeAuditor);
        let own = world.read(who, |desk| incident::open(desk, OneIncident { incident }));
        assert_eq!(own.is_ok(), reads || who == Who::Untrained, "{who:?}");
        if let Ok(view) = own {
            let answered = matches!(view.answer, Shown::Shown { .. });
            assert_eq!((answered, view.may_keep), (reads, keeps), "{who:?}");
        }
        let other = world.read(who, |desk| {
            incident::open(desk, OneIncident { incident: planted })
        });
        assert_eq!(other.is_ok(), reads, "{who:?}");
    }
}

/// A complaint of a candidate's.
pub(crate) fn complained(candidate: CandidateId, text: &str) -> NewComplaint {
    NewComplaint {
        received_on: TODAY,
        how: MessageChannel::Email,
        from: Complainant::Candidate { candidate },
        topic: ComplaintTopic::Shared,
        words: words(text),
        against: None,
    }
}

/// The planted complaint, with its revision.
pub(crate) fn planted_complaint(world: &mut World) -> (ComplaintId, u32) {
    let rows = world
        .read(Who::Hr, |desk| complaint::list(desk, Nothing {}))
        .expect("the register")
        .rows;
    let complaint = rows
        .iter()
        .find(|row| row.number == "C-0001")
        .expect("the planted one")
        .complaint;
    let revision = world
        .read(Who::Hr, |desk| {
            complaint::open(desk, OneComplaint { complaint })
        })
        .expect("a complaint")
        .revision;
    (complaint, revision)
}

#[test]
fn an_auditor_reads_that_there_is_a_complaint_and_neither_who_complains_nor_a_word_of_it() {
    let mut world = World::new();
    let (complaint, _) = planted_complaint(&mut world);
    let person = world.our_people[0].clone();
    for who in Who::ALL {
        let keeps = matches!(who, Who::Hr | Who::HrWithoutKeys | Who::Dpo);
        let reads = keeps || matches!(who, Who::AuditorByRole | Who::WholeAuditor);
        let found = world.read(who, |desk| {
            complaint::open(desk, OneComplaint { complaint })
        });
        assert_eq!(found.is_ok(), reads, "{who:?}");
        let Ok(view) = found else { continue };
        let text = serde_json::to_string(&view).expect("JSON");
        assert_eq!(text.contains(&person.word), keeps, "{who:?}: {text}");
        assert_eq!(text.contains(COMPLAINT_WORDS), keeps, "{who:?}: {text}");
        let shown = matches!(view.file, Shown::Shown { .. });
        assert_eq!((shown, view.may_keep), (keeps, keeps), "{who:?}");
    }
}

#[test]
fn whoever_may_not_see_the_complainant_sees_no_word_and_does_not_answer() {
    let mut world = World::new();
    let (complaint, revision) = planted_complaint(&mut world);
    let candidate = world.our_people[0].candidate;
    let request = records::people::DeclareConflict {
        candidate,
        account: None,
    };
    world
        .write(Who::Dpo, |desk| {
            records::people::declare_conflict(desk, request)
        })
        .expect("declared");
    let view = world
        .read(Who::Dpo, |desk| {
            complaint::open(desk, OneComplaint { complaint })
        })
        .expect("the line");
    assert!(matches!(view.file, Shown::Withheld { .. }) && !view.may_keep);
    let request = complaint::AcknowledgeComplaint {
        complaint,
        revision,
        on: TODAY,
        how: MessageChannel::Letter,
    };
    let refused = world.write(Who::Dpo, |desk| complaint::acknowledge(desk, request));
    assert!(
        matches!(refused, Err(records::Error::Refused(_))),
        "{refused:?}"
    );
}
