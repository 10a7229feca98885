//! What reads alone.

use domain::correspondence::MessagePurpose;
use domain::retention::PolicyValues;
use domain::text::Prose;
use records::candidate::{
    CandidateColumn, CandidateFilter, CandidateSort, FindDuplicates, ListCandidates, OpenCandidate,
    ReadCandidates,
};
use records::correspondence::{CheckMessage, CorrespondenceOf, MergeTemplate, PreviewTemplate};
use records::decision::ReadDecisions;
use records::import::{ImportChoices, PreviewImport};
use records::interview::{InterviewsFor, ListInterviews};
use records::people::{WhatCanSee, WhoCanSee, WhyNot};
use records::pipeline::ReadPipeline;
use records::reserve::{ListReserve, ReserveChoices};
use records::retention::{PreviewErasure, WhatIfPolicy};
use records::sealed::ListSealed;
use records::vacancy::{ListVacancies, OpenVacancy};
use records::view::Nothing;
use records::{
    approach, backup, candidate, correspondence, decision, import, interview, journal,
    organisation, people, permission, pipeline, recipients, reserve, retention, saved_view, sealed,
    statistics, today, vacancy,
};

use super::correspondence::correspondence_template;
use super::{Answer, Target, answer};
use crate::who::Who;
use crate::world::{World, details};

pub(super) fn call(world: &mut World, who: Who, command: &str, target: Target) -> Option<Answer> {
    let Target { candidate, vacancy } = target;
    let sort = CandidateSort {
        by: CandidateColumn::Name,
        descending: false,
    };
    let everyone = || ListCandidates {
        filter: CandidateFilter::default(),
        sort,
    };
    Some(match command {
        "today" => answer(world.read(who, |desk| today::overview(desk, Nothing {}))),
        "list_candidates" => answer(world.read(who, |desk| candidate::list(desk, everyone()))),
        "read_candidates" => answer(world.read(who, |desk| {
            let list = candidate::list(desk, everyone())?.list;
            candidate::read_list(
                desk,
                ReadCandidates {
                    list,
                    start: 0,
                    count: 200,
                },
            )
        })),
        "open_candidate" => answer(world.read(who, |desk| {
            candidate::open(desk, OpenCandidate { candidate })
        })),
        "list_correspondence" => answer(world.read(who, |desk| {
            correspondence::list(desk, CorrespondenceOf { candidate })
        })),
        "check_message" => answer(world.read(who, |desk| {
            let request = CheckMessage {
                candidate,
                application: None,
                purpose: MessagePurpose::Reply,
                subject: Prose::default(),
                body: Prose::default(),
                carries_notice: false,
            };
            correspondence::check(desk, request)
        })),
        "list_templates" => {
            answer(world.read(who, |desk| correspondence::templates(desk, Nothing {})))
        }
        "preview_template" => answer(world.read(who, |desk| {
            let request = PreviewTemplate {
                subject: Prose::default(),
                body: Prose::default(),
            };
            correspondence::preview_template(desk, request)
        })),
        "merge_template" => {
            let template = correspondence_template(world);
            answer(world.read(who, |desk| {
                let request = MergeTemplate {
                    candidate,
                    application: None,
                    vacancy: Some(vacancy),
                    template,
                };
                correspondence::merge(desk, request)
            }))
        }
        "find_duplicates" => answer(world.read(who, |desk| {
            candidate::find_duplicates(
                desk,
                FindDuplicates {
                    details: details("Zyvlab"),
                },
            )
        })),
        "read_decisions" => answer(world.read(who, |desk| {
            decision::read(desk, ReadDecisions { candidate })
        })),
        "reserve_matches" => {
            answer(world.read(who, |desk| reserve::matches(desk, OpenVacancy { vacancy })))
        }
        "list_sealed" => {
            answer(world.read(who, |desk| sealed::list(desk, ListSealed { candidate })))
        }
        "equality_form" => answer(world.read(who, |desk| sealed::equality_form(desk, Nothing {}))),
        "wordings" => answer(world.read(who, |desk| permission::wordings(desk, Nothing {}))),
        "list_reserve" => answer(world.read(who, |desk| {
            reserve::list(
                desk,
                ListReserve {
                    text: String::new(),
                },
            )
        })),
        "reserve_choices" => answer(world.read(who, |desk| {
            reserve::choices(desk, ReserveChoices { candidate })
        })),
        "list_interviews" => {
            let of = if candidate == world.own(who).0.candidate {
                InterviewsFor::Candidate { candidate }
            } else {
                InterviewsFor::Vacancy { vacancy }
            };
            answer(world.read(who, |desk| interview::list(desk, ListInterviews { of })))
        }
        "list_criteria" => answer(world.read(who, |desk| {
            interview::criteria(desk, OpenVacancy { vacancy })
        })),
        "list_vacancies" => answer(world.read(who, |desk| {
            vacancy::list(desk, ListVacancies { closed_out: true })
        })),
        "open_vacancy" => {
            answer(world.read(who, |desk| vacancy::open(desk, OpenVacancy { vacancy })))
        }
        "read_board" => {
            answer(world.read(who, |desk| vacancy::board(desk, OpenVacancy { vacancy })))
        }
        "list_teams" => answer(world.read(who, |desk| vacancy::teams(desk, Nothing {}))),
        "list_accounts" => answer(world.read(who, |desk| organisation::accounts(desk, Nothing {}))),
        "list_recipients" => answer(world.read(who, |desk| recipients::list(desk, Nothing {}))),
        "retention_overview" => {
            answer(world.read(who, |desk| retention::overview(desk, Nothing {})))
        }
        "retention_policy" => answer(world.read(who, |desk| retention::policy(desk, Nothing {}))),
        "retention_reviews" => answer(world.read(who, |desk| retention::reviews(desk, Nothing {}))),
        "what_if_policy" => answer(world.read(who, |desk| {
            let values = PolicyValues {
                unsuccessful_months: 1,
                ..PolicyValues::default()
            };
            retention::what_if(desk, WhatIfPolicy { values })
        })),
        "preview_erasure" => answer(world.read(who, |desk| {
            retention::preview(
                desk,
                PreviewErasure {
                    candidates: Some(vec![candidate]),
                },
            )
        })),
        "preview_import" => answer(world.read(who, |desk| {
            import::preview(
                desk,
                PreviewImport {
                    file: 0,
                    choices: ImportChoices::default(),
                },
            )
        })),
        "import_targets" => answer(world.read(who, |desk| import::targets(desk, Nothing {}))),
        "read_journal" => answer(world.read(who, |desk| {
            journal::read(desk, journal::ReadJournal::default())
        })),
        "check_journal" => answer(world.read(who, |desk| journal::check(desk, Nothing {}))),
        "list_views" => answer(world.read(who, |desk| saved_view::list(desk, Nothing {}))),
        "read_pipeline" => answer(world.read(who, |desk| {
            let of = |vacancy| pipeline::read(desk, ReadPipeline { vacancy });
            // Over all and of one: the one alone is somebody's to be refused.
            of(None).and_then(|all| Ok((all, of(Some(vacancy))?)))
        })),
        "read_statistics" => answer(world.read(who, |desk| statistics::read(desk, Nothing {}))),
        "my_training" => answer(world.read(who, |desk| people::my_training(desk, Nothing {}))),
        "bank_holidays" => {
            answer(world.read(who, |desk| organisation::bank_holidays(desk, Nothing {})))
        }
        "access_policy" => answer(world.read(who, |desk| people::policy(desk, Nothing {}))),
        "who_can_see" => answer(world.read(who, |desk| {
            people::who_can_see(desk, WhoCanSee { candidate })
        })),
        "what_can_see" => {
            let account = world.account(Who::Outsider);
            answer(world.read(who, |desk| {
                people::what_can_see(desk, WhatCanSee { account })
            }))
        }
        "why_not" => answer(world.read(who, |desk| {
            people::why_not(desk, WhyNot::Candidate { candidate })
        })),
        "list_backups" => answer(world.read(who, |desk| backup::list(desk, Nothing {}))),
        "list_do_not_approach" => answer(world.read(who, |desk| approach::list(desk, Nothing {}))),
        "list_imports" => answer(world.read(who, |desk| import::list(desk, Nothing {}))),
        _ => return None,
    })
}
