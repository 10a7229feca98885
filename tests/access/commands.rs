//! Every command of the window, called as somebody about something.

use domain::access::{AccessPolicy, Shown};
use domain::application::{Outcome, OutcomeKind, Stage};
use domain::compartment::Compartment;
use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::disclosure::{DisclosureDetails, DisclosurePurpose, RecipientCategory};
use domain::document::{DocumentKind, FileName};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{
    ApplicationId, BackupId, CandidateId, DisclosureId, DocumentId, HoldId, ImportId, InterviewId,
    MessageTemplateId, OfferId, PermissionId, RecipientNoticeId, ReserveContactId, ReserveEntryId,
    SavedViewId, SealedRecordId, VacancyId,
};
use domain::interview::{InterviewKind, InterviewPlan, InterviewState, Scorecard, TimeOfDay};
use domain::offer::{ApproverDecision, OfferAnswer, OfferTerms, Pay, PayPeriod};
use domain::reserve::{ContactChannel, ContactOutcome, ReserveOffers};
use domain::retention::{DataClass, PolicyValues};
use domain::sealed::{Adjustment, OpeningPurpose, SealedContent, SealedKind};
use domain::text::{Email, Prose};
use domain::vacancy::RoleAsks;
use intake::mail::mail_of;
use records::approach::AllowApproach;
use records::backup::ForgetBackup;
use records::candidate::{
    AddApplication, AddCandidate, CandidateColumn, CandidateFilter, CandidateSort, ConfirmHandOver,
    EditCandidate, EndApplications, FindDuplicates, ListCandidates, MoveApplications,
    NewApplication, OpenCandidate, ReadCandidates,
};
use records::correspondence::{
    CheckMessage, CorrespondenceOf, HandOver, HandOverWay, HandedOver, MergeTemplate, OneMessage,
    OneTemplate, OpenMail, PreviewTemplate, RecordMessage, SaveMessageDraft, SaveTemplate,
    TemplateFields,
};
use records::decision::{ReadDecisions, TellOutcome};
use records::disclosure::{RecordDisclosure, TakeBackDisclosure};
use records::document::{DocumentDetails, DocumentPart, NewFile, OneDocument};
use records::hold::{PlaceHold, ReleaseHold, ReviewHold};
use records::import::{ImportChoices, PreviewImport, RunImport, UndoImport};
use records::interview::{
    ChangeInterview, CriterionEdit, Interviewer, InterviewsFor, ListInterviews, MarkInterview,
    OneInterview, SaveDraft, ScheduleInterview, SetCriteria, SubmitFeedback,
};
use records::keys::{ChangePassphrase, ConfirmRecoverySheet, RemoveAccount, ResetPassphrase};
use records::offer::{AnswerOffer, ApproveOffer, MakeOffer, OneOffer, WriteOffer};
use records::organisation::{AddAccount, Passphrase};
use records::people::{
    ChangeRole, DeclareConflict, EndPart, ExportReview, GiveCompartment, GrantAudit, NameDirector,
    PartScope, RecordTraining, TakeCompartment, TrainingWay, WhatCanSee, WhoCanSee, WhyNot,
    WithdrawConflict,
};
use records::permission::{RecordPermission, WithdrawPermission};
use records::pipeline::ReadPipeline;
use records::recipients::TellRecipient;
use records::report::{MakeReport, ReportForm, ReportOf, WriteLetter, WriteNotices};
use records::reserve::{
    AddToReserve, AnswerContact, ChangeReservePlace, DescribeRole, ListReserve, RecordContact,
    RemoveFromReserve, RenewReservePlace, ReserveChoices,
};
use records::retention::{
    Erase, PreviewErasure, ReviewRecords, SetRetentionPolicy, SetSweepAtSignIn, SweepAtSignIn,
    WhatIfPolicy,
};
use records::saved_view::{DeleteView, ListColumn, SaveView, ViewShows};
use records::sealed::{AddSealed, ListSealed, NewCopy, OneSealed, OpenSealed};
use records::vacancy::{
    AddVacancy, AssignPeople, Assignment, CloseOutVacancy, EditVacancy, ListVacancies, OpenVacancy,
    TeamChoice,
};
use records::view::{Nothing, Undo};
use records::{
    Error, application, approach, backup, candidate, correspondence, decision, disclosure,
    document, hold, import, interview, journal, keys, offer, organisation, people, permission,
    pipeline, recipients, report, reserve, retention, saved_view, sealed, statistics, today, undo,
    vacancy,
};
use serde::Serialize;

use crate::who::Who;
use crate::world::{TODAY, World, details, line};

/// What a command is called about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    pub(crate) candidate: CandidateId,
    pub(crate) vacancy: VacancyId,
}

/// How a command answered.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// With something, as the page would get it.
    Gave(String),
    /// With a rule's no.
    Refused,
    /// That there is nothing to do it to, or nothing such: the call was let in.
    LetIn,
}

fn answer<T: Serialize>(result: Result<T, Error>) -> Answer {
    match result {
        Ok(value) => Answer::Gave(serde_json::to_string(&value).expect("JSON")),
        Err(Error::Refused(_)) => Answer::Refused,
        Err(_) => Answer::LetIn,
    }
}

/// The commands about a session rather than records; they name nobody.
pub(crate) const OF_THE_SESSION: [&str; 24] = [
    "status",
    "create_store",
    "rate_passphrase",
    "sign_in",
    "sign_in_by_keychain",
    "use_keychain",
    "recover",
    "use_key_copy",
    // Before anybody is signed in: a day, the names a sign-in screen shows, and counts.
    "choose_backup",
    "restore_backup",
    "lock",
    "choose_folder",
    "open_sample",
    "leave_sample",
    "set_appearance",
    "set_idle_lock",
    "set_zoom",
    "set_tour",
    // Writes down what the page draws of figures that `read_pipeline` and `retention_overview` gave it.
    "save_picture",
    "print_page",
    "active",
    "cancel_job",
    // Forgets what `show_document` showed.
    "close_document",
    // Looks at a file with `import::choose`, which is `preview_import`'s other half.
    "choose_import_file",
];

/// A template that HR made.
fn correspondence_template(world: &mut World) -> MessageTemplateId {
    let made = |world: &mut World| {
        let known = world
            .read(Who::Hr, |desk| correspondence::templates(desk, Nothing {}))
            .expect("HR reads templates");
        known
            .templates
            .iter()
            .find(|known| known.name == "Received")
            .map(|known| known.template)
    };
    if let Some(template) = made(world) {
        return template;
    }
    let request = SaveTemplate {
        of: None,
        fields: template_fields("Received"),
    };
    world
        .write(Who::Hr, |desk| correspondence::save_template(desk, request))
        .expect("HR makes templates");
    made(world).expect("the template")
}

fn template_fields(name: &str) -> TemplateFields {
    TemplateFields {
        purpose: MessagePurpose::ApplicationReceived,
        name: line(name),
        subject: line("Received"),
        body: Prose::parse("Dear {candidate name}").expect("words"),
    }
}

fn draft(candidate: CandidateId) -> SaveMessageDraft {
    SaveMessageDraft {
        candidate,
        application: None,
        purpose: MessagePurpose::Reply,
        subject: Prose::parse("Hello").expect("words"),
        body: Prose::parse("Some words").expect("words"),
    }
}

/// Calls a command as somebody about something; `None` for a name that is no command on records.
pub(crate) fn call(world: &mut World, who: Who, command: &str, target: Target) -> Option<Answer> {
    if let Some(read) = call_read(world, who, command, target) {
        return Some(read);
    }
    call_write(world, who, command, target)
}

fn call_read(world: &mut World, who: Who, command: &str, target: Target) -> Option<Answer> {
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

/// Interviews: of the candidate, where they have one, or of nobody.
fn call_interview(
    world: &mut World,
    who: Who,
    command: &str,
    target: Target,
    application: Option<ApplicationId>,
) -> Option<Answer> {
    let Target { candidate, vacancy } = target;
    let at = TODAY.and_hms_opt(12, 0, 0)?.and_utc();
    let interview = world
        .read(Who::Hr, |desk| {
            let of = InterviewsFor::Candidate { candidate };
            interview::list(desk, ListInterviews { of })
        })
        .ok()
        .and_then(|list| list.interviews.first().map(|row| row.interview))
        .unwrap_or_else(|| InterviewId::new(at));
    let application = application.unwrap_or_else(|| ApplicationId::new(at));
    let plan = || InterviewPlan {
        kind: InterviewKind::Video,
        on: TODAY,
        at: TimeOfDay::parse("15:00").expect("a time"),
        minutes: 45,
        place: None,
    };
    let panel = |world: &World| {
        vec![Interviewer {
            account: world.account(Who::Interviewer),
            criteria: Vec::new(),
        }]
    };
    let card = Scorecard::default();
    Some(match command {
        "set_criteria" => answer(world.write(who, |desk| {
            let criteria = vec![CriterionEdit {
                criterion: None,
                what: line("Judgement"),
                questions: Prose::default(),
            }];
            interview::set_criteria(desk, SetCriteria { vacancy, criteria })
        })),
        "schedule_interview" => {
            let request = ScheduleInterview {
                application,
                plan: plan(),
                panel: panel(world),
            };
            answer(world.write(who, |desk| interview::schedule(desk, request)))
        }
        "change_interview" => {
            let request = ChangeInterview {
                interview,
                revision: 9,
                plan: plan(),
                panel: panel(world),
            };
            answer(world.write(who, |desk| interview::change(desk, request)))
        }
        "mark_interview" => answer(world.write(who, |desk| {
            let request = MarkInterview {
                interview,
                revision: 9,
                state: InterviewState::Held,
            };
            interview::mark(desk, request)
        })),
        "open_interview" => answer(world.write(who, |desk| {
            interview::open(desk, OneInterview { interview })
        })),
        "save_feedback_draft" => answer(world.write(who, |desk| {
            interview::save_draft(desk, SaveDraft { interview, card })
        })),
        "submit_feedback" => answer(world.write(who, |desk| {
            let request = SubmitFeedback {
                interview,
                card,
                after: 9,
            };
            interview::submit(desk, request)
        })),
        "save_invitation" => answer(world.write(who, |desk| {
            interview::make_invitation(desk, OneInterview { interview }).map(|file| file.text)
        })),
        _ => return None,
    })
}

fn call_write(world: &mut World, who: Who, command: &str, target: Target) -> Option<Answer> {
    let Target { candidate, vacancy } = target;
    // Read by HR, since a guessed id is one way to try.
    let application = world
        .read(Who::Hr, |desk| {
            candidate::open(desk, OpenCandidate { candidate })
        })
        .ok()
        .and_then(|view| view.applications.first().map(|each| each.application));
    if let Some(called) = call_interview(world, who, command, target, application) {
        return Some(called);
    }
    let applications: Vec<_> = application.into_iter().collect();
    let permission = PermissionDetails {
        purpose: PermissionPurpose::KeepLonger,
        given_on: TODAY,
        months: 6,
        means: PermissionMeans::Form,
        evidence: line("Form 1"),
    };
    let at = TODAY.and_hms_opt(12, 0, 0)?.and_utc();
    let nobody = domain::id::AccountId::new(at);
    Some(match command {
        "add_candidate" => answer(world.write(who, |desk| {
            candidate::add(
                desk,
                AddCandidate {
                    details: details("Added"),
                    application: Some(NewApplication {
                        vacancy,
                        applied_on: TODAY,
                    }),
                },
            )
        })),
        "edit_candidate" => answer(world.write(who, |desk| {
            candidate::edit(
                desk,
                EditCandidate {
                    candidate,
                    revision: 999,
                    details: details("Edited"),
                },
            )
        })),
        "add_application" => answer(world.write(who, |desk| {
            let application = NewApplication {
                vacancy,
                applied_on: TODAY,
            };
            application::add(
                desk,
                AddApplication {
                    candidate,
                    application,
                },
            )
        })),
        "move_applications" => answer(world.write(who, |desk| {
            application::move_to(
                desk,
                MoveApplications {
                    applications,
                    to: Stage::Sift,
                },
            )
        })),
        "end_applications" => answer(world.write(who, |desk| {
            let outcome = Outcome {
                how: OutcomeKind::Withdrawn,
                on: TODAY,
            };
            application::end(
                desk,
                EndApplications {
                    applications,
                    outcome,
                    confirmed: std::collections::BTreeSet::new(),
                },
            )
        })),
        "confirm_hand_over" => answer(world.write(who, |desk| {
            application::confirm_hand_over(
                desk,
                ConfirmHandOver {
                    application: application.ok_or(Error::NotFound)?,
                    on: TODAY,
                },
            )
        })),
        "write_offer" => answer(world.write(who, |desk| {
            offer::write(
                desk,
                WriteOffer {
                    application: application.ok_or(Error::NotFound)?,
                    change: None,
                    terms: offer_terms(),
                },
            )
        })),
        "approve_offer" => answer(world.write(who, |desk| {
            offer::approve(
                desk,
                ApproveOffer {
                    application: application.ok_or(Error::NotFound)?,
                    offer: no_offer(at),
                    decision: ApproverDecision::Approved,
                },
            )
        })),
        "make_offer" => answer(world.write(who, |desk| {
            offer::make(
                desk,
                MakeOffer {
                    application: application.ok_or(Error::NotFound)?,
                    offer: no_offer(at),
                    on: TODAY,
                },
            )
        })),
        "answer_offer" => answer(world.write(who, |desk| {
            offer::answer(
                desk,
                AnswerOffer {
                    application: application.ok_or(Error::NotFound)?,
                    offer: no_offer(at),
                    answer: OfferAnswer::Accepted,
                    on: TODAY,
                },
            )
        })),
        "tell_outcome" => answer(world.write(who, |desk| {
            decision::tell(
                desk,
                TellOutcome {
                    application: application.ok_or(Error::NotFound)?,
                    on: TODAY,
                    channel: ContactChannel::Email,
                    words: Prose::parse("Some words").expect("words"),
                },
            )
        })),
        // Each asks for the system's dialog or another program in between: these are the two halves.
        "add_documents" => {
            let details = DocumentDetails {
                candidate,
                application,
                kind: DocumentKind::Letter,
                label: None,
            };
            let asked = details.clone();
            let checked = world.read(who, |desk| document::check(desk, asked));
            let file = NewFile {
                name: FileName::parse("letter.txt").ok()?,
                content: b"Some words".to_vec().into(),
                text: None,
            };
            let added = world.write(who, |desk| document::add(desk, details, vec![file]));
            assert_eq!(
                checked.is_ok(),
                added.is_ok(),
                "{who:?}: both halves say the same"
            );
            answer(added)
        }
        "open_document" | "show_document" | "remove_document" => {
            // The latest of the candidate's, guessed where it may not be seen; one that was never there for who has none.
            let known = world
                .read(Who::Hr, |desk| {
                    candidate::open(desk, OpenCandidate { candidate })
                })
                .ok()
                .and_then(|view| match view.documents {
                    Shown::Shown { value } => value.first().map(|each| each.document),
                    Shown::Withheld { .. } => None,
                });
            let asked = OneDocument {
                candidate,
                document: known.unwrap_or_else(|| DocumentId::new(at)),
            };
            match command {
                "remove_document" => answer(world.write(who, |desk| document::remove(desk, asked))),
                "open_document" => {
                    let opened = world.write(who, |desk| document::read(desk, asked));
                    answer(opened.map(|file| file.media.code()))
                }
                _ => {
                    let more = world.read(who, |desk| document::check_seen(desk, asked));
                    let first = world.write(who, |desk| document::read(desk, asked));
                    assert_eq!(
                        more.is_ok(),
                        first.is_ok(),
                        "{who:?}: what follows is shown to whoever saw the beginning"
                    );
                    answer(first.map(|file| document::show(&file, DocumentPart::Words)))
                }
            }
        }
        "open_message" | "remove_message" => {
            // The latest of the candidate's, guessed where it may not be seen.
            let known = world
                .read(Who::Hr, |desk| {
                    correspondence::list(desk, CorrespondenceOf { candidate })
                })
                .ok()
                .and_then(|view| match view.messages {
                    Shown::Shown { value } => value.first().map(|each| each.message),
                    Shown::Withheld { .. } => None,
                });
            let asked = OneMessage {
                candidate,
                message: known.unwrap_or_else(|| DocumentId::new(at)),
            };
            if command == "open_message" {
                answer(world.write(who, |desk| correspondence::open(desk, asked)))
            } else {
                answer(world.write(who, |desk| correspondence::remove(desk, asked)))
            }
        }
        "open_draft" => answer(world.write(who, |desk| {
            correspondence::open_draft(desk, CorrespondenceOf { candidate })
        })),
        "discard_draft" => answer(world.write(who, |desk| {
            correspondence::discard_draft(desk, CorrespondenceOf { candidate })
        })),
        "save_draft" => answer(world.write(who, |desk| {
            correspondence::save_draft(desk, draft(candidate))
        })),
        // Each asks for the system's dialog or another program in between: these are the halves.
        "hand_over_message" => {
            let asked = HandOver {
                candidate,
                way: HandOverWay::File,
                confirmed: true,
                listed: None,
            };
            let kept = world.write(who, |desk| {
                correspondence::save_draft(desk, draft(candidate))
            });
            let given = world.write(who, |desk| correspondence::prepare_hand_over(desk, asked));
            let handed = world.write(who, |desk| correspondence::hand_over(desk, asked));
            assert_eq!(
                (kept.is_ok(), given.is_ok()),
                (handed.is_ok(), handed.is_ok()),
                "{who:?}: the halves say the same"
            );
            answer(given.map(|given| match given {
                HandedOver::File(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                HandedOver::Address(address) => address,
            }))
        }
        "choose_mail" => {
            let of = CorrespondenceOf { candidate };
            let checked = world.read(who, |desk| correspondence::check_recording(desk, of));
            let held = world.read(who, |desk| {
                let mail = mail_of(b"Subject: Hello\r\n\r\nWords").expect("a message");
                correspondence::hold_mail(desk, (candidate, OpenMail::from_mail(&mail)))
            });
            assert_eq!(
                checked.is_ok(),
                held.is_ok(),
                "{who:?}: both halves say the same"
            );
            answer(held)
        }
        "record_message" => answer(world.write(who, |desk| {
            let request = RecordMessage {
                candidate,
                application,
                direction: MessageDirection::In,
                channel: MessageChannel::Letter,
                purpose: MessagePurpose::Reply,
                on: TODAY,
                with: None,
                subject: None,
                body: Prose::parse("Some words").expect("words"),
                confirmed: false,
                mail: None,
                attachments: Vec::new(),
            };
            correspondence::record(desk, request)
        })),
        "save_template" => answer(world.write(who, |desk| {
            let request = SaveTemplate {
                of: None,
                fields: template_fields(&MessageTemplateId::new(at).uuid().to_string()),
            };
            correspondence::save_template(desk, request)
        })),
        "remove_template" => {
            let template = correspondence_template(world);
            let asked = OneTemplate {
                template,
                revision: 1,
            };
            answer(world.write(who, |desk| correspondence::remove_template(desk, asked)))
        }
        "add_sealed" => answer(world.write(who, |desk| {
            let content = SealedContent::Adjustments {
                adjustments: [Adjustment::ExtraTime].into(),
                details: Prose::default(),
            };
            sealed::add(desk, AddSealed { candidate, content })
        })),
        "open_sealed" => open_all_sealed(world, who, candidate),
        "erase_sealed" => answer(world.write(who, |desk| {
            sealed::erase(
                desk,
                OneSealed {
                    candidate,
                    record: SealedRecordId::new(at),
                },
            )
        })),
        "add_copy" => {
            let of = one_sealed(
                world,
                candidate,
                SealedKind::Identity,
                SealedRecordId::new(at),
            );
            let checked = world.read(who, |desk| sealed::check_copy(desk, of));
            let copy = NewCopy::take(&FileName::parse("a.pdf").ok()?, b"%PDF-1.7".to_vec().into());
            let added = world.write(who, |desk| sealed::add_copy(desk, (of, copy?)));
            assert_eq!(
                checked.is_ok(),
                added.is_ok(),
                "{who:?}: both halves say the same"
            );
            answer(added)
        }
        "show_copy" | "save_copy" => {
            let of = one_sealed(
                world,
                candidate,
                SealedKind::RightToWork,
                SealedRecordId::new(at),
            );
            let asked = OpenSealed {
                candidate,
                record: of.record,
                purpose: OpeningPurpose::HandOver,
            };
            let (more, first) = if command == "show_copy" {
                (
                    world.read(who, |desk| sealed::check_copy_seen(desk, of)),
                    world.write(who, |desk| sealed::read_copy(desk, asked)),
                )
            } else {
                (
                    world.read(who, |desk| sealed::check_saving(desk, asked)),
                    world.write(who, |desk| sealed::save_copy(desk, asked)),
                )
            };
            assert_eq!(
                more.is_ok(),
                first.is_ok(),
                "{who:?}: what follows is shown to whoever saw the beginning"
            );
            answer(first.map(|file| String::from_utf8_lossy(&file.content).into_owned()))
        }
        "record_permission" => answer(world.write(who, |desk| {
            permission::record(
                desk,
                RecordPermission {
                    candidate,
                    details: permission,
                },
            )
        })),
        "withdraw_permission" => answer(world.write(who, |desk| {
            permission::withdraw(
                desk,
                WithdrawPermission {
                    candidate,
                    permission: PermissionId::new(at),
                },
            )
        })),
        // The periods in use, so that nobody's date moves: the call is let in, and told that nothing changed.
        "set_retention_policy" => answer(world.write(who, |desk| {
            retention::set_policy(
                desk,
                SetRetentionPolicy {
                    version: 1,
                    values: PolicyValues::default(),
                    reason: None,
                },
            )
        })),
        "review_records" => answer(world.write(who, |desk| {
            retention::review(
                desk,
                ReviewRecords {
                    candidates: vec![candidate],
                },
            )
        })),
        "record_disclosure" => answer(world.write(who, |desk| {
            disclosure::record(
                desk,
                RecordDisclosure {
                    candidate,
                    application: None,
                    details: DisclosureDetails {
                        category: RecipientCategory::Recruiters,
                        recipient: line("Some Agency"),
                        purpose: DisclosurePurpose::RunProcess,
                        classes: [DataClass::Form].into(),
                        on: TODAY,
                    },
                },
            )
        })),
        "take_back_disclosure" => answer(world.write(who, |desk| {
            let disclosure = DisclosureId::new(at);
            disclosure::take_back(
                desk,
                TakeBackDisclosure {
                    candidate,
                    disclosure,
                },
            )
        })),
        "tell_recipient" => answer(world.write(who, |desk| {
            let notice = RecipientNoticeId::new(at);
            recipients::tell(desk, TellRecipient { notice, on: TODAY })
        })),
        "save_notices" => answer(world.write(who, |desk| {
            let files = report::write_notices(desk, WriteNotices { preview: 0 })?;
            Ok(files
                .into_iter()
                .map(|file| String::from_utf8(file.bytes).expect("text"))
                .collect::<String>())
        })),
        "place_hold" => answer(world.write(who, |desk| {
            let details = HoldDetails {
                reason: HoldReason::Claim,
                reference: None,
                review_by: TODAY,
            };
            hold::place(desk, PlaceHold { candidate, details })
        })),
        "review_hold" => answer(world.write(who, |desk| {
            hold::review(
                desk,
                ReviewHold {
                    candidate,
                    hold: HoldId::new(at),
                    review_by: TODAY,
                },
            )
        })),
        "release_hold" => answer(world.write(who, |desk| {
            hold::release(
                desk,
                ReleaseHold {
                    candidate,
                    hold: HoldId::new(at),
                },
            )
        })),
        "add_to_reserve" => answer(world.write(who, |desk| {
            reserve::add(
                desk,
                AddToReserve {
                    candidate,
                    application: application.ok_or(Error::NotFound)?,
                    permission: None,
                    roles: line("Any"),
                    merit: Prose::default(),
                    offers: ReserveOffers::default(),
                    until: None,
                },
            )
        })),
        "remove_from_reserve" => answer(world.write(who, |desk| {
            reserve::remove(
                desk,
                RemoveFromReserve {
                    candidate,
                    entry: ReserveEntryId::new(at),
                },
            )
        })),
        "change_reserve_place" => answer(world.write(who, |desk| {
            reserve::change(
                desk,
                ChangeReservePlace {
                    candidate,
                    entry: ReserveEntryId::new(at),
                    roles: line("Any"),
                    merit: Prose::default(),
                    offers: ReserveOffers::default(),
                    until: None,
                },
            )
        })),
        "renew_reserve_place" => answer(world.write(who, |desk| {
            reserve::renew(
                desk,
                RenewReservePlace {
                    candidate,
                    entry: ReserveEntryId::new(at),
                    details: permission,
                },
            )
        })),
        "describe_role" => answer(world.write(who, |desk| {
            let asks = RoleAsks::default();
            reserve::describe_role(desk, DescribeRole { vacancy, asks })
        })),
        "record_contact" => answer(world.write(who, |desk| {
            reserve::record_contact(
                desk,
                RecordContact {
                    candidate,
                    entry: ReserveEntryId::new(at),
                    vacancy,
                    on: TODAY,
                    channel: ContactChannel::Email,
                },
            )
        })),
        "answer_contact" => answer(world.write(who, |desk| {
            reserve::answer_contact(
                desk,
                AnswerContact {
                    candidate,
                    contact: ReserveContactId::new(at),
                    outcome: ContactOutcome::NotNow,
                    on: TODAY,
                },
            )
        })),
        "add_vacancy" => answer(world.write(who, |desk| {
            vacancy::add(
                desk,
                AddVacancy {
                    details: vacancy_details(),
                    team: TeamChoice::New { name: line("New") },
                },
            )
        })),
        "edit_vacancy" => answer(world.write(who, |desk| {
            let team = TeamChoice::Existing {
                team: domain::id::TeamId::new(at),
            };
            vacancy::edit(
                desk,
                EditVacancy {
                    vacancy,
                    revision: 999,
                    details: vacancy_details(),
                    team,
                },
            )
        })),
        "close_out_vacancy" => answer(world.write(who, |desk| {
            // A day before it opened, so that nothing is closed for the calls that follow.
            let on = TODAY
                .checked_sub_days(chrono::Days::new(400))
                .ok_or(Error::NotFound)?;
            vacancy::close_out(
                desk,
                CloseOutVacancy {
                    vacancy,
                    cancelled: false,
                    on,
                },
            )
        })),
        "assign_people" => answer(world.write(who, |desk| {
            let nobody = AssignPeople {
                vacancy,
                people: vec![Assignment {
                    account: domain::id::AccountId::new(at),
                    relation: domain::access::Relation::Interviewer,
                    from: None,
                    until: None,
                }],
            };
            vacancy::assign_people(desk, nobody)
        })),
        "add_account" => answer(world.write(who, |desk| {
            let passphrase = Passphrase::new("short".to_owned().into());
            organisation::add_account(
                desk,
                AddAccount {
                    name: line("Somebody"),
                    role: domain::access::Role::Member,
                    until: None,
                    inducted_on: None,
                    passphrase,
                },
            )
        })),
        "change_role" => answer(world.write(who, |desk| {
            people::change_role(
                desk,
                ChangeRole {
                    account: nobody,
                    role: domain::access::Role::Member,
                    until: None,
                },
            )
        })),
        "name_director" => answer(world.write(who, |desk| {
            people::name_director(
                desk,
                NameDirector {
                    account: nobody,
                    team: domain::id::TeamId::new(at),
                    until: None,
                },
            )
        })),
        "give_compartment" => answer(world.write(who, |desk| {
            people::give_compartment(
                desk,
                GiveCompartment {
                    account: nobody,
                    compartment: Compartment::HealthAndAdjustments,
                },
            )
        })),
        "take_compartment" => answer(world.write(who, |desk| {
            people::take_compartment(
                desk,
                TakeCompartment {
                    account: nobody,
                    compartment: Compartment::HealthAndAdjustments,
                },
            )
        })),
        "save_view" => answer(world.write(who, |desk| {
            let request = SaveView {
                view: None,
                name: line("Everyone"),
                shows: ViewShows {
                    filter: CandidateFilter::default(),
                    sort: CandidateSort {
                        by: CandidateColumn::Name,
                        descending: false,
                    },
                    columns: vec![ListColumn::Name],
                },
            };
            saved_view::save(desk, request)
        })),
        "delete_view" => answer(world.write(who, |desk| {
            let view = SavedViewId::from_uuid(vacancy.uuid());
            saved_view::delete(desk, DeleteView { view })
        })),
        "export_access_review" => answer(world.write(who, |desk| {
            let file = people::export_review(desk, ExportReview::Candidate { candidate })?;
            Ok(String::from_utf8(file.bytes).expect("text"))
        })),
        "save_report" => answer(world.write(who, |desk| {
            let request = MakeReport {
                of: ReportOf::Period {
                    from: TODAY,
                    to: TODAY,
                },
                form: ReportForm::Json,
            };
            let file = report::make_report(desk, request)?;
            Ok(String::from_utf8(file.bytes).expect("text"))
        })),
        "save_letter" => answer(world.write(who, |desk| {
            let file = report::write_letter(desk, WriteLetter { candidate })?;
            Ok(file.name)
        })),
        "end_part" => answer(world.write(who, |desk| {
            people::end_part(
                desk,
                EndPart {
                    account: nobody,
                    relation: domain::access::Relation::Interviewer,
                    scope: PartScope::Vacancy { vacancy },
                },
            )
        })),
        "grant_audit" => answer(world.write(who, |desk| {
            people::grant_audit(
                desk,
                GrantAudit {
                    account: nobody,
                    scope: PartScope::Vacancy { vacancy },
                    from: TODAY,
                    until: TODAY,
                },
            )
        })),
        "record_training" => answer(world.write(who, |desk| {
            people::record_training(
                desk,
                RecordTraining {
                    account: nobody,
                    way: TrainingWay::Live,
                    held_on: TODAY,
                },
            )
        })),
        "declare_conflict" => {
            // HR's own could be lifted by nobody here, so HR declares one of somebody who is not there.
            let account = (who == Who::Hr).then_some(nobody);
            let answered = answer(world.write(who, |desk| {
                people::declare_conflict(desk, DeclareConflict { candidate, account })
            }));
            if matches!(answered, Answer::Gave(_)) {
                let account = world.account(who);
                world
                    .write(Who::Hr, |desk| {
                        people::withdraw_conflict(desk, WithdrawConflict { candidate, account })
                    })
                    .expect("lifted again");
            }
            answered
        }
        "withdraw_conflict" => answer(world.write(who, |desk| {
            people::withdraw_conflict(
                desk,
                WithdrawConflict {
                    candidate,
                    account: nobody,
                },
            )
        })),
        "set_access_policy" => answer(world.write(who, |desk| {
            people::set_policy(
                desk,
                AccessPolicy {
                    auditor_days: 0,
                    ..AccessPolicy::default()
                },
            )
        })),
        "remove_account" => answer(world.write(who, |desk| {
            keys::remove_account(
                desk,
                RemoveAccount {
                    account: domain::id::AccountId::new(at),
                },
            )
        })),
        "reset_passphrase" => answer(world.write(who, |desk| {
            keys::reset_passphrase(
                desk,
                ResetPassphrase {
                    account: nobody,
                    passphrase: Passphrase::new("short".to_owned().into()),
                },
            )
        })),
        "change_passphrase" => answer(world.write(who, |desk| {
            let short = || Passphrase::new("short".to_owned().into());
            keys::change_passphrase(
                desk,
                ChangePassphrase {
                    current: short(),
                    passphrase: short(),
                },
            )
        })),
        "make_recovery_sheet" => {
            answer(world.write(who, |desk| keys::make_recovery_sheet(desk, Nothing {})))
        }
        "confirm_recovery_sheet" => answer(world.write(who, |desk| {
            keys::confirm_recovery_sheet(
                desk,
                ConfirmRecoverySheet {
                    code: Passphrase::new("not a code".to_owned().into()),
                },
            )
        })),
        "erase" => answer(world.write(who, |desk| {
            retention::erase(
                desk,
                Erase {
                    preview: 0,
                    typed: String::new(),
                    do_not_approach: false,
                    second: None,
                    job: 0,
                },
            )
        })),
        "make_backup" => answer(world.write(who, |desk| {
            // A folder that is not there: whoever is let in is told so.
            backup::make(desk, std::path::PathBuf::from("nowhere/at/all/backup"))
        })),
        "forget_backup" => answer(world.write(who, |desk| {
            backup::forget(
                desk,
                ForgetBackup {
                    backup: BackupId::new(at),
                },
            )
        })),
        "allow_approach" => answer(world.write(who, |desk| {
            approach::allow(
                desk,
                AllowApproach {
                    email: Email::parse("nobody@example.org").expect("an address"),
                },
            )
        })),
        "sweep_at_sign_in" => answer(world.write(who, |desk| {
            retention::sweep_at_sign_in(desk, SweepAtSignIn { job: 0 })
        })),
        "set_sweep_at_sign_in" => answer(world.write(who, |desk| {
            retention::set_sweep_at_sign_in(desk, SetSweepAtSignIn { on: false })
        })),
        "run_import" => answer(world.write(who, |desk| {
            import::run(
                desk,
                RunImport {
                    file: 0,
                    choices: ImportChoices::default(),
                    job: 0,
                },
            )
        })),
        "undo_import" => answer(world.write(who, |desk| {
            import::take_back(
                desk,
                UndoImport {
                    import: ImportId::new(at),
                },
            )
        })),
        "undo" => answer(world.write(who, |desk| {
            undo::take_back(
                desk,
                Undo {
                    undo: Some(u32::MAX),
                },
            )
        })),
        _ => return None,
    })
}

fn offer_terms() -> OfferTerms {
    OfferTerms {
        pay: Pay::Amount {
            pence: 3_000_000,
            per: PayPeriod::Year,
        },
        starts_on: None,
        answer_by: None,
        conditions: Prose::default(),
    }
}

/// An offer that was never there.
fn no_offer(at: chrono::DateTime<chrono::Utc>) -> OneOffer {
    OneOffer {
        offer: OfferId::new(at),
        revision: 1,
    }
}

fn vacancy_details() -> domain::vacancy::VacancyDetails {
    domain::vacancy::VacancyDetails {
        title: line("New role"),
        reference: None,
        kind: domain::vacancy::VacancyKind::Job,
        opens_on: TODAY,
        closes_on: None,
        blind_until: None,
    }
}

/// What of a kind is sealed of somebody, or a record that nobody has.
fn one_sealed(
    world: &World,
    candidate: CandidateId,
    kind: SealedKind,
    otherwise: SealedRecordId,
) -> OneSealed {
    let known = world
        .sealed
        .iter()
        .find(|(of, what, _)| *of == candidate && *what == kind);
    OneSealed {
        candidate,
        record: known.map_or(otherwise, |(_, _, record)| *record),
    }
}

/// Opens everything that is sealed of somebody, and gives all that was answered.
fn open_all_sealed(world: &mut World, who: Who, candidate: CandidateId) -> Answer {
    let sealed = world.sealed.clone();
    let theirs = sealed.into_iter().filter(|(of, ..)| *of == candidate);
    let answers: Vec<Answer> = theirs
        .map(|(_, kind, record)| {
            let purpose = OpeningPurpose::of(kind).first().copied();
            let request = OpenSealed {
                candidate,
                record,
                purpose: purpose.unwrap_or(OpeningPurpose::CheckRecord),
            };
            answer(world.write(who, |desk| sealed::open(desk, request)))
        })
        .collect();
    let gave: String = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Gave(text) => Some(text.as_str()),
            Answer::Refused | Answer::LetIn => None,
        })
        .collect();
    match answers.into_iter().next_back() {
        Some(_) if !gave.is_empty() => Answer::Gave(gave),
        Some(last) => last,
        None => Answer::LetIn,
    }
}
