//! The registers: the planted incident, every command about it, and who is told whom it affects.

use std::collections::BTreeSet;

use domain::correspondence::MessageChannel;
use domain::id::IncidentId;
use domain::incident::{
    Assessment, FirstReport, IcoDecision, IncidentKind, LaptopState, Likelihood, NotTold, Risk,
    Severity,
};
use domain::interview::TimeOfDay;
use domain::retention::DataClass;
use domain::text::Prose;
use records::incident::{
    self, AffectedChange, AssessIncident, ChangeAffected, CloseIncident, DecideIncident,
    IncidentReachOf, ListAffected, NoteMeasures, OneIncident, ProposeRisk, ReportIncident,
    SetAwareness, TellAffected, Telling,
};
use records::view::Nothing;

use crate::commands::{Answer, Target, answer};
use crate::who::Who;
use crate::world::{TODAY, World};

/// What stands in the register and nowhere else.
pub(crate) const REGISTER_WORDS: &str = "wordsoftheregister";

fn words(text: &str) -> Prose {
    Prose::parse(text).expect("a text")
}

fn noon() -> TimeOfDay {
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
fn planted(world: &mut World) -> (IncidentId, u32) {
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

/// Calls a command about the registers; `None` for another one.
pub(crate) fn call(world: &mut World, who: Who, command: &str, target: Target) -> Option<Answer> {
    match command {
        "report_incident" => {
            let request = ReportIncident {
                first: first("Some words"),
            };
            return Some(answer(
                world.write(who, |desk| incident::report(desk, request)),
            ));
        }
        "list_incidents" => {
            return Some(answer(
                world.read(who, |desk| incident::list(desk, Nothing {})),
            ));
        }
        _ => {}
    }
    let (incident, revision) = planted(world);
    let account = world.account(Who::Interviewer);
    Some(match command {
        "open_incident" => {
            answer(world.read(who, |desk| incident::open(desk, OneIncident { incident })))
        }
        "set_awareness" => answer(world.write(who, |desk| {
            let request = SetAwareness {
                incident,
                revision,
                on: TODAY,
                at: noon(),
                reason: Prose::default(),
            };
            incident::set_awareness(desk, request)
        })),
        "incident_reach" => answer(world.read(who, |desk| {
            incident::reach(desk, IncidentReachOf { incident, account })
        })),
        "change_affected" => {
            let changes = [
                AffectedChange::Add {
                    candidates: vec![target.candidate],
                },
                AffectedChange::Reach { account },
                AffectedChange::Nobody,
            ];
            let answers = changes.map(|change| {
                let (incident, revision) = planted(world);
                let request = ChangeAffected {
                    incident,
                    revision,
                    change,
                };
                answer(world.write(who, |desk| incident::change_affected(desk, request)))
            });
            answers.into_iter().next()?
        }
        "list_affected" => answer(world.write(who, |desk| {
            incident::list_affected(desk, ListAffected { incident, start: 0 })
        })),
        "propose_risk" => answer(world.read(who, |desk| {
            let request = ProposeRisk {
                incident,
                classes: BTreeSet::new(),
                likelihood: Likelihood::Possible,
                severity: Severity::Slight,
            };
            incident::propose_risk(desk, request)
        })),
        "assess_incident" => answer(world.write(who, |desk| {
            let assessment = Assessment {
                classes: BTreeSet::from([DataClass::Contact]),
                likelihood: Likelihood::Likely,
                severity: Severity::Serious,
                risk: Risk::High,
                grounds: words("Grounds"),
                consequences: Prose::default(),
            };
            let request = AssessIncident {
                incident,
                revision,
                assessment,
            };
            incident::assess(desk, request)
        })),
        "decide_incident" => answer(world.write(who, |desk| {
            let decision = IcoDecision::Reported {
                on: TODAY,
                at: noon(),
                reference: None,
                late: Prose::default(),
            };
            let request = DecideIncident {
                incident,
                revision,
                decision,
            };
            incident::decide(desk, request)
        })),
        "tell_affected" => {
            let told = Telling::Told {
                on: TODAY,
                how: MessageChannel::Letter,
                candidates: None,
            };
            let not_told = Telling::NotTold {
                because: NotTold::PublicNotice,
            };
            let answers = [told, not_told].map(|telling| {
                let (incident, revision) = planted(world);
                let request = TellAffected {
                    incident,
                    revision,
                    telling,
                };
                answer(world.write(who, |desk| incident::tell(desk, request)))
            });
            answers.into_iter().next()?
        }
        "note_measures" => answer(world.write(who, |desk| {
            let request = NoteMeasures {
                incident,
                revision,
                measures: words("Measures"),
                lessons: Prose::default(),
            };
            incident::note_measures(desk, request)
        })),
        "close_incident" => answer(world.write(who, |desk| {
            incident::close(desk, CloseIncident { incident, revision })
        })),
        _ => return None,
    })
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
