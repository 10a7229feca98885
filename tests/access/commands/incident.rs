//! The planted incident, from its report to its end.

use std::collections::BTreeSet;

use domain::correspondence::MessageChannel;
use domain::incident::{Assessment, IcoDecision, Likelihood, NotTold, Risk, Severity};
use domain::retention::DataClass;
use domain::text::Prose;
use records::incident::{
    self, AffectedChange, AssessIncident, ChangeAffected, CloseIncident, DecideIncident,
    IncidentReachOf, ListAffected, NoteMeasures, OneIncident, ProposeRisk, ReportIncident,
    SetAwareness, TellAffected, Telling,
};
use records::view::Nothing;

use super::{Answer, Case, answer};
use crate::registers::{first, noon, planted, words};
use crate::who::Who;
use crate::world::{TODAY, World};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let (incident, revision) = planted(world);
    let account = world.account(Who::Interviewer);
    Some(match command {
        "report_incident" => answer(world.write(who, |desk| {
            let request = ReportIncident {
                first: first("Some words"),
            };
            incident::report(desk, request)
        })),
        "list_incidents" => answer(world.read(who, |desk| incident::list(desk, Nothing {}))),
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
                    candidates: vec![case.candidate],
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
