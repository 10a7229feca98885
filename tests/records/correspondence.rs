//! Correspondence as people use it: drafted, refused, handed over, recorded, read, and gone.

use std::fs;

use domain::access::{Relation, Role, Shown};
use domain::application::{OutcomeKind, RejectionReason};
use domain::consent::PermissionPurpose;
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose, OPT_OUT};
use domain::document::DocumentKind;
use domain::id::{ApplicationId, CandidateId};
use domain::interview::{InterviewKind, InterviewPlan, InterviewState, TimeOfDay};
use domain::retention::DataClass;
use domain::text::Prose;
use intake::mail::mail_of;
use records::Error;
use records::correspondence::{
    CheckMessage, CorrespondenceOf, CorrespondenceView, HandOver, HandOverWay, HandedOver,
    MergeTemplate, MessageCheck, MessageDraft, MessageView, OneMessage, OneTemplate, OpenMail,
    RecordMessage, SaveMessageDraft, SaveTemplate, TakeAttachment, TemplateFields,
};
use records::interview::{Interviewer, MarkInterview, ScheduleInterview};
use records::journal::ReadJournal;
use records::permission::RecordPermission;
use records::retention::PartCount;
use records::view::Nothing;

use crate::erasing::preview;
use crate::sealed::{account, name_for_the_role};
use crate::world::{World, day, line, permission};

fn prose(text: &str) -> Prose {
    Prose::parse(text).expect("words")
}

fn draft(candidate: CandidateId, purpose: MessagePurpose, body: &str) -> SaveMessageDraft {
    SaveMessageDraft {
        candidate,
        application: None,
        purpose,
        subject: prose("About the role"),
        body: prose(body),
    }
}

fn said(candidate: CandidateId, application: Option<ApplicationId>, body: &str) -> RecordMessage {
    RecordMessage {
        candidate,
        application,
        direction: MessageDirection::In,
        channel: MessageChannel::Email,
        purpose: MessagePurpose::Reply,
        on: "2026-11-20".parse().expect("a day"),
        with: Some(line("ann@example.org")),
        subject: None,
        body: prose(body),
        confirmed: false,
        mail: None,
        attachments: Vec::new(),
    }
}

fn view(world: &mut World, candidate: CandidateId) -> CorrespondenceView {
    world
        .read(|desk| records::correspondence::list(desk, CorrespondenceOf { candidate }))
        .expect("the correspondence")
}

fn listed(world: &mut World, candidate: CandidateId) -> Vec<MessageView> {
    match view(world, candidate).messages {
        Shown::Shown { value } => value,
        Shown::Withheld { .. } => panic!("HR sees correspondence"),
    }
}

fn open_draft(world: &mut World, candidate: CandidateId) -> MessageDraft {
    world.does(|desk| records::correspondence::open_draft(desk, CorrespondenceOf { candidate }))
}

fn check(
    world: &mut World,
    candidate: CandidateId,
    purpose: MessagePurpose,
    body: &str,
) -> MessageCheck {
    let request = CheckMessage {
        candidate,
        application: None,
        purpose,
        subject: prose("About the role"),
        body: prose(body),
        carries_notice: false,
    };
    world
        .read(|desk| records::correspondence::check(desk, request))
        .expect("a check")
}

fn hand(
    world: &mut World,
    candidate: CandidateId,
    way: HandOverWay,
    confirmed: bool,
) -> Result<String, Error> {
    let asked = HandOver {
        candidate,
        way,
        confirmed,
        listed: None,
        carries_notice: false,
    };
    let given = world.write(|desk| records::correspondence::prepare_hand_over(desk, asked))?;
    world.write(|desk| records::correspondence::hand_over(desk, asked))?;
    Ok(match given {
        HandedOver::File(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        HandedOver::Address(address) => address,
    })
}

fn rule<T: std::fmt::Debug>(result: Result<T, Error>) -> &'static str {
    match result {
        Err(Error::Rule { rule, .. }) => rule,
        other => panic!("a rule refuses: {other:?}"),
    }
}

fn told(world: &mut World) -> Vec<String> {
    world
        .read(|desk| records::journal::read(desk, ReadJournal::default()))
        .expect("the journal")
        .rows
        .into_iter()
        .map(|row| row.sentence)
        .collect()
}

#[test]
fn a_draft_is_kept_handed_over_and_read_and_the_journal_has_no_word_of_it() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let keep = |world: &mut World, body: &str| {
        let request = draft(candidate, MessagePurpose::Reply, body);
        world.does(|desk| records::correspondence::save_draft(desk, request));
    };
    assert!(!open_draft(&mut world, candidate).is_there);
    keep(&mut world, "Dear Quib");
    let entries = told(&mut world).len();
    keep(&mut world, "Dear Quibbleton, yes.");
    assert_eq!(
        told(&mut world).len(),
        entries,
        "that it was written on is not told"
    );
    let found = open_draft(&mut world, candidate);
    assert!(found.is_there && found.saved_at.is_some());
    assert_eq!(found.body, "Dear Quibbleton, yes.");
    assert_eq!(
        view(&mut world, candidate).draft,
        Some(MessagePurpose::Reply)
    );
    assert!(
        listed(&mut world, candidate).is_empty(),
        "it has not gone out"
    );

    let file = hand(&mut world, candidate, HandOverWay::File, false).expect("it may go");
    assert!(file.starts_with("X-Unsent: 1\r\nTo: "), "{file}");
    assert!(!open_draft(&mut world, candidate).is_there);
    let messages = listed(&mut world, candidate);
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].direction, MessageDirection::Out);
    let asked = OneMessage {
        candidate,
        message: messages[0].message,
    };
    let opened = world.does(|desk| records::correspondence::open(desk, asked));
    assert_eq!(opened.body, "Dear Quibbleton, yes.");
    assert!(opened.with.contains('@'), "{}", opened.with);
    assert!(
        matches!(world.open(candidate).documents, Shown::Shown { value } if value.is_empty()),
        "it is none of the documents"
    );
    world.does(|desk| records::correspondence::remove(desk, asked));
    assert!(listed(&mut world, candidate).is_empty());
    let told = told(&mut world);
    assert_eq!(
        told[..4],
        [
            "Took out a message",
            "Opened a message",
            "Handed a message over to a mail program: a reply",
            "Began a message: a reply"
        ]
    );
    assert!(!told.iter().any(|sentence| sentence.contains("Quibbleton")));
}

#[test]
fn what_has_no_basis_or_is_not_whole_does_not_go_and_says_why() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let mut tries = |purpose, body: &str, confirmed| {
        let request = draft(candidate, purpose, body);
        world.does(|desk| records::correspondence::save_draft(desk, request));
        hand(&mut world, candidate, HandOverWay::File, confirmed)
    };
    assert_eq!(
        rule(tries(MessagePurpose::OtherVacancies, "A role", false)),
        "CON-11"
    );
    assert_eq!(
        rule(tries(MessagePurpose::Outcome, "No", false)),
        "P1",
        "about no application"
    );
    assert_eq!(
        rule(tries(MessagePurpose::Approach, "A role", false)),
        "CON-11",
        "how to hear no more"
    );
    assert_eq!(
        rule(tries(MessagePurpose::Reply, "You seem pregnant", false)),
        "COL-10"
    );
    let unfilled = tries(MessagePurpose::Reply, "On {interview date}", false);
    assert!(matches!(unfilled, Err(Error::Invalid(_))), "{unfilled:?}");
    let empty = tries(MessagePurpose::Reply, "", false);
    assert!(matches!(empty, Err(Error::Invalid(_))), "{empty:?}");
    tries(MessagePurpose::Reply, "You seem pregnant", true).expect("its author stands by it");
    let told = told(&mut world);
    assert!(
        told[0].ends_with("its author stood by words of a warning"),
        "{}",
        told[0]
    );
}

#[test]
fn a_permission_allows_what_it_is_for_until_they_ask_not_to_be_approached() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let reason = RejectionReason::EssentialCriteria;
    world.end(candidate, OutcomeKind::Rejected { reason }, "2026-11-20");
    let body = format!("A role.\n\n{OPT_OUT}");
    let before = check(&mut world, candidate, MessagePurpose::OtherVacancies, &body);
    assert_eq!(before.refused.expect("no permission").rule, "CON-11");
    world.does(|desk| {
        let details = permission(PermissionPurpose::OtherVacancies, "2026-11-21");
        records::permission::record(desk, RecordPermission { candidate, details })
    });
    let after = check(&mut world, candidate, MessagePurpose::OtherVacancies, &body);
    assert_eq!(after.basis.expect("a permission").rule, "P10");
    assert_eq!((after.lacks, after.refused), (None, None));
    let strip = world.strip(candidate);
    assert_eq!(
        strip.erase_on,
        Some("2027-05-20".parse().expect("a day")),
        "it keeps nothing"
    );
}

#[test]
fn a_message_that_was_read_becomes_one_with_the_attachments_that_were_chosen() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let mail = mail_of(
        b"From: Eve <eve@example.com>\r\nSubject: Here it is\r\nDate: Fri, 20 Nov 2026 09:30:00 +0000\r\n\
          Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nMy CV.\r\n--b\r\n\
          Content-Disposition: attachment; filename=\"../cv.txt\"\r\n\r\nYears at sea\r\n--b\r\n\
          Content-Disposition: attachment; filename=run.exe\r\n\r\nMZ\x90\0\x03\r\n--b--\r\n",
    )
    .expect("a message");
    let chosen = world
        .read(|desk| {
            let mail = OpenMail::from_mail(&mail);
            records::correspondence::hold_mail(desk, (candidate, mail))
        })
        .expect("it is held");
    assert!(!chosen.is_theirs, "Eve is somebody else");
    assert_eq!(chosen.attachments[0].name, "cv.txt");
    assert!(chosen.attachments[0].problem.is_none());
    assert!(chosen.attachments[1].problem.is_some());
    let request = RecordMessage {
        mail: chosen.number,
        attachments: vec![TakeAttachment {
            place: 0,
            kind: DocumentKind::Cv,
        }],
        ..said(candidate, Some(application), &chosen.body)
    };
    let mut bad = request.clone();
    bad.attachments[0].place = 1;
    assert!(matches!(
        world.write(|desk| records::correspondence::record(desk, bad)),
        Err(Error::Stale)
    ));
    world.does(|desk| records::correspondence::record(desk, request));
    let messages = listed(&mut world, candidate);
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].vacancy_title.as_deref(), Some("Press Officer"));
    assert_eq!(messages[0].at.to_rfc3339(), "2026-11-20T09:30:00+00:00");
    let Shown::Shown { value: documents } = world.open(candidate).documents else {
        panic!("HR sees documents");
    };
    assert_eq!(documents.len(), 1);
    assert_eq!(
        (documents[0].kind, documents[0].file_name.as_str()),
        (DocumentKind::Cv, "cv.txt")
    );
}

#[test]
fn a_message_goes_on_its_own_day_where_a_permission_keeps_the_application() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    world.does(|desk| {
        let request = said(candidate, Some(application), "Quibbleton by the sea");
        records::correspondence::record(desk, request)
    });
    world.does(|desk| {
        let request = draft(candidate, MessagePurpose::Reply, "Quibbleton indeed");
        records::correspondence::save_draft(desk, request)
    });
    let reason = RejectionReason::EssentialCriteria;
    world.end(candidate, OutcomeKind::Rejected { reason }, "2026-11-22");
    world.does(|desk| {
        let details = permission(PermissionPurpose::KeepLonger, "2026-11-23");
        records::permission::record(desk, RecordPermission { candidate, details })
    });
    let parts = world.strip(candidate).parts;
    let correspondence: Vec<_> = parts
        .iter()
        .filter(|part| part.class == DataClass::Correspondence)
        .collect();
    assert_eq!(
        correspondence.len(),
        1,
        "the message; a draft is its author’s: {parts:?}"
    );
    world.today = "2027-05-22".parse().expect("a day");
    let due = preview(&mut world, None).parts_by_class;
    let two = PartCount {
        class: DataClass::Correspondence,
        count: 2,
    };
    assert!(due.contains(&two), "the message and the draft: {due:?}");
}

/// What the fields of an interview say to a candidate about an application.
fn invited(
    world: &mut World,
    candidate: CandidateId,
    application: Option<ApplicationId>,
) -> String {
    let template = world
        .read(|desk| records::correspondence::templates(desk, Nothing {}))
        .expect("templates")
        .templates[0]
        .template;
    let request = MergeTemplate {
        candidate,
        application,
        vacancy: None,
        template,
    };
    world
        .read(|desk| records::correspondence::merge(desk, request))
        .expect("it is filled in")
        .body
}

#[test]
fn the_fields_of_an_interview_are_those_of_the_soonest_to_come_of_that_application() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let request = SaveTemplate {
        of: None,
        fields: TemplateFields {
            purpose: MessagePurpose::Invitation,
            name: line("Invitation"),
            subject: line("{vacancy}"),
            body: prose("{interview date}, {interview time}, {interview place}"),
        },
    };
    world.does(|desk| records::correspondence::save_template(desk, request));
    let by_hand = "{interview date}, {interview time}, {interview place}";
    assert_eq!(
        invited(&mut world, candidate, Some(application)),
        by_hand,
        "there is none"
    );
    let ivy = account(&mut world, "Ivy", Role::Member);
    name_for_the_role(&mut world, &[(ivy, Relation::Interviewer)]);
    let interviewer = Interviewer {
        account: ivy,
        criteria: Vec::new(),
    };
    let mut schedule = |on: &str, at: &str, place: Option<&str>| {
        let request = ScheduleInterview {
            application,
            plan: InterviewPlan {
                kind: InterviewKind::InPerson,
                on: day(on),
                at: TimeOfDay::parse(at).expect("a time"),
                minutes: 45,
                place: place.map(line),
            },
            panel: vec![interviewer.clone()],
        };
        world
            .does(|desk| records::interview::schedule(desk, request))
            .interview
    };
    // It is noon of the 23rd; in London too.
    schedule("2026-11-23", "09:00", Some("A room of this morning"));
    schedule("2026-12-02", "09:30", Some("Room 9"));
    let called_off = schedule("2026-11-24", "08:00", Some("Room 8"));
    schedule("2026-11-25", "14:15", None);
    schedule("2026-11-25", "15:00", Some("Room 7"));
    let mark = |world: &mut World, interview, state| {
        let request = MarkInterview {
            interview,
            revision: 1,
            state,
        };
        world.does(|desk| records::interview::mark(desk, request));
    };
    mark(&mut world, called_off, InterviewState::Cancelled);
    assert_eq!(
        invited(&mut world, candidate, Some(application)),
        "25 November 2026, 14:15, {interview place}",
        "what is not known is filled in by hand"
    );
    assert_eq!(
        invited(&mut world, candidate, None),
        by_hand,
        "about no application"
    );
    world.today = day("2026-11-26");
    assert_eq!(
        invited(&mut world, candidate, Some(application)),
        "2 December 2026, 09:30, Room 9",
        "those that are over are passed over, whatever was noted of them"
    );
    let other = world.add_person("Bob");
    let theirs = world.application(other);
    assert_eq!(
        invited(&mut world, other, Some(theirs)),
        by_hand,
        "nor another's"
    );
}

#[test]
fn templates_are_the_organisations_and_are_filled_in_for_somebody() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let fields = |body: &str| TemplateFields {
        purpose: MessagePurpose::Invitation,
        name: line("Invitation"),
        subject: line("{vacancy}"),
        body: prose(body),
    };
    let save = |world: &mut World, of, body: &str| {
        let request = SaveTemplate {
            of,
            fields: fields(body),
        };
        world.write(|desk| records::correspondence::save_template(desk, request))
    };
    let unknown = save(&mut world, None, "Dear {salary}");
    assert!(matches!(unknown, Err(Error::Invalid(_))), "{unknown:?}");
    save(
        &mut world,
        None,
        "Dear {candidate name}, on {interview date}",
    )
    .expect("a template");
    let twice = save(&mut world, None, "Another");
    assert!(
        matches!(twice, Err(Error::Invalid(_))),
        "its name is taken: {twice:?}"
    );
    let known = world
        .read(|desk| records::correspondence::templates(desk, Nothing {}))
        .expect("templates");
    let one = &known.templates[0];
    let merged = world
        .read(|desk| {
            let request = MergeTemplate {
                candidate,
                application: Some(application),
                vacancy: None,
                template: one.template,
            };
            records::correspondence::merge(desk, request)
        })
        .expect("it is filled in");
    assert_eq!(merged.subject, "Press Officer");
    assert!(
        merged.body.contains("Ann") && merged.body.ends_with("on {interview date}"),
        "{}",
        merged.body
    );
    let of = OneTemplate {
        template: one.template,
        revision: one.revision,
    };
    save(&mut world, Some(of), "Dear {candidate name}").expect("it is changed");
    let stale = save(&mut world, Some(of), "Once more");
    assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
    let of = OneTemplate { revision: 2, ..of };
    world.does(|desk| records::correspondence::remove_template(desk, of));
}

#[test]
fn nothing_of_a_message_or_a_draft_is_to_be_read_on_the_disk() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    world.does(|desk| {
        records::correspondence::record(desk, said(candidate, None, "Quibbleton by the sea"))
    });
    for body in ["Quibbleton one", "Quibbleton two"] {
        let request = draft(candidate, MessagePurpose::Reply, body);
        world.does(|desk| records::correspondence::save_draft(desk, request));
    }
    for item in fs::read_dir(world.folder.path().join("store")).expect("the store") {
        let path = item.expect("a file").path();
        let bytes = fs::read(&path).expect("its bytes");
        let found = bytes
            .windows(9)
            .any(|part| part.eq_ignore_ascii_case(b"quibbleto"));
        assert!(!found, "{}", path.display());
    }
    world.does(|desk| records::correspondence::discard_draft(desk, CorrespondenceOf { candidate }));
    assert!(!open_draft(&mut world, candidate).is_there);
    assert_eq!(
        world.found("quibbleton"),
        Vec::<CandidateId>::new(),
        "nor does search know it"
    );
}
