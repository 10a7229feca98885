//! The registers: the planted incident, and who reads it.

use domain::id::IncidentId;
use domain::incident::{FirstReport, IncidentKind, LaptopState};
use domain::interview::TimeOfDay;
use domain::text::Prose;
use records::incident::{self, OneIncident, ReportIncident};
use records::view::Nothing;

use crate::who::Who;
use crate::world::{TODAY, World};

/// What stands in the register and nowhere else.
pub(crate) const REGISTER_WORDS: &str = "wordsoftheregister";

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
            let answered = matches!(view.answer, domain::access::Shown::Shown { .. });
            assert_eq!((answered, view.may_keep), (reads, keeps), "{who:?}");
        }
        let other = world.read(who, |desk| {
            incident::open(desk, OneIncident { incident: planted })
        });
        assert_eq!(other.is_ok(), reads, "{who:?}");
    }
}
