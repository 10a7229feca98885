use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use uuid::Uuid;

use super::*;
use crate::application::{OutcomeKind, RejectionReason};
use crate::consent::PermissionPurpose;
use crate::id::{ApplicationId, PermissionId};
use crate::retention::{ApplicationFacts, PermissionFacts, PersonFacts, RetentionPolicy};
use crate::source::Directness;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-11-24";

fn application(outcome_on: Option<&str>) -> ApplicationFacts {
    let rejected = OutcomeKind::Rejected {
        reason: RejectionReason::MetRequirementsNotSelected,
    };
    ApplicationFacts {
        application: ApplicationId::from_uuid(Uuid::nil()),
        applied_on: Some(date("2026-09-01")),
        outcome: outcome_on.map(|on| (rejected, date(on))),
        vacancy_closed_out_on: None,
        handed_over_on: None,
    }
}

fn person(applications: Vec<ApplicationFacts>, permitted: &[PermissionPurpose]) -> PersonFacts {
    let mut facts = PersonFacts::new(date("2026-09-01"), Directness::Direct);
    facts.applications = applications;
    facts.permissions = permitted
        .iter()
        .map(|purpose| PermissionFacts {
            permission: PermissionId::from_uuid(Uuid::nil()),
            purpose: *purpose,
            application: None,
            given_on: date("2026-11-01"),
            months: 12,
            withdrawn_on: None,
        })
        .collect();
    facts
}

/// Who is written to, for each purpose: the rule, printed.
#[test]
fn who_may_be_sent_what_is_this_table() {
    let all = PermissionPurpose::ALL;
    let cases = [
        (
            "running",
            person(vec![application(None)], &[]),
            false,
            false,
        ),
        (
            "ended",
            person(vec![application(Some("2026-11-01"))], &[]),
            false,
            false,
        ),
        (
            "ended, permits all",
            person(vec![application(Some("2026-11-01"))], &all),
            false,
            false,
        ),
        (
            "ended, permits all, not to be approached",
            person(vec![application(Some("2026-11-01"))], &all),
            true,
            false,
        ),
        ("never applied", person(Vec::new(), &[]), false, false),
        ("never applied, wrote", person(Vec::new(), &[]), false, true),
        (
            "never applied, not to be approached",
            person(Vec::new(), &[]),
            true,
            false,
        ),
        (
            "due",
            person(vec![application(Some("2026-05-24"))], &[]),
            false,
            true,
        ),
    ];
    let mut table = String::new();
    for (who, person, asked_not_to_be_approached, wrote) in &cases {
        writeln!(table, "{who}").unwrap();
        for purpose in MessagePurpose::ALL {
            let facts = SendFacts {
                person,
                application: person.applications.first().map(|known| known.application),
                asked_not_to_be_approached: *asked_not_to_be_approached,
                wrote: *wrote,
                notice_first: false,
            };
            let said = match may_send(*purpose, &facts, &RetentionPolicy::default(), date(TODAY)) {
                Ok(basis) => format!("{} {}", basis.purpose, basis.basis.name()),
                Err(refusal) => format!("no, {}: {}", refusal.rule(), refusal.sentence()),
            };
            writeln!(table, "    {}: {said}", purpose.code()).unwrap();
        }
    }
    let golden = include_str!("../correspondence.golden.txt");
    assert!(table == golden, "the table is now:\n{table}");
}

#[test]
fn the_notice_comes_first_whatever_a_message_is_for_and_the_other_reasons_are_said_before_it() {
    let policy = RetentionPolicy::default();
    let known = person(vec![application(None)], &PermissionPurpose::ALL);
    for purpose in MessagePurpose::ALL {
        let ask = |notice_first| {
            let facts = SendFacts {
                person: &known,
                application: known.applications.first().map(|known| known.application),
                asked_not_to_be_approached: false,
                wrote: false,
                notice_first,
            };
            may_send(*purpose, &facts, &policy, date(TODAY))
        };
        let expected = ask(false).and(Err(SendRefusal::NoticeFirst));
        assert_eq!(ask(true), expected, "{purpose:?}");
    }
    assert_eq!(SendRefusal::NoticeFirst.rule(), "NOT-02");
}

#[test]
fn a_message_about_an_application_names_it_and_a_withdrawn_permission_allows_nothing() {
    let policy = RetentionPolicy::default();
    let mut known = person(vec![application(None)], &[PermissionPurpose::Surveys]);
    let ask = |known: &PersonFacts, purpose| {
        let facts = SendFacts {
            person: known,
            application: None,
            asked_not_to_be_approached: false,
            wrote: false,
            notice_first: false,
        };
        may_send(purpose, &facts, &policy, date(TODAY))
    };
    for purpose in MessagePurpose::ALL
        .iter()
        .filter(|purpose| purpose.needs_application())
    {
        assert_eq!(
            ask(&known, *purpose),
            Err(SendRefusal::NoApplication),
            "{purpose:?}"
        );
    }
    assert!(ask(&known, MessagePurpose::Survey).is_ok());
    known.permissions[0].withdrawn_on = Some(date(TODAY));
    assert_eq!(
        ask(&known, MessagePurpose::Survey),
        Err(SendRefusal::NoPermission(PermissionPurpose::Surveys)),
        "withdrawal counts the same day"
    );
}

#[test]
fn every_word_is_read_back() {
    for purpose in MessagePurpose::ALL {
        assert_eq!(MessagePurpose::from_code(purpose.code()), Some(*purpose));
    }
    for channel in MessageChannel::ALL {
        assert_eq!(MessageChannel::from_code(channel.code()), Some(*channel));
    }
    for field in MergeField::ALL {
        assert_eq!(MergeField::from_code(field.code()), Some(*field));
    }
    for purpose in PermissionPurpose::ALL {
        assert_eq!(PermissionPurpose::from_code(purpose.code()), Some(purpose));
        assert_eq!(crate::consent::wording(purpose).purpose, purpose);
    }
}

#[test]
fn what_is_wrong_in_a_template_is_told_with_its_place() {
    let problems = Template::parse("Dear {candidate name},\n{ salary } and {vacancy").unwrap_err();
    assert_eq!(
        problems,
        [
            TemplateProblem::Unknown {
                name: " salary ".to_owned(),
                line: 2
            },
            TemplateProblem::Unclosed {
                line: 2,
                column: 16
            },
        ]
    );
    let nested = Template::parse("{ {vacancy}").unwrap_err();
    assert_eq!(nested, [TemplateProblem::Unclosed { line: 1, column: 1 }]);
}

#[test]
fn what_is_missing_is_named_and_stays_in_the_text() {
    let template =
        Template::parse("Dear { Candidate  Name },\nabout {vacancy}: {interview date}").unwrap();
    let values = BTreeMap::from([
        (MergeField::CandidateName, "Ada {vacancy} Long".to_owned()),
        (MergeField::Vacancy, String::new()),
    ]);
    let rendered = template.render(&values);
    assert_eq!(
        rendered.text,
        "Dear Ada {vacancy} Long,\nabout {vacancy}: {interview date}"
    );
    assert_eq!(
        rendered.missing,
        [MergeField::Vacancy, MergeField::InterviewDate]
    );
    assert_eq!(unfilled(&rendered.text), rendered.missing);
}

#[test]
fn words_that_are_nobodys_business_are_noticed_whole() {
    for (text, what) in [
        ("She seems PREGNANT to me", Some(Sensitive::Pregnancy)),
        ("told us of a dépression", Some(Sensitive::Health)),
        ("goes to church", Some(Sensitive::Religion)),
        ("a member of the Green Party", Some(Sensitive::Politics)),
        ("a trade  unionist", Some(Sensitive::Union)),
        ("a bit too old", Some(Sensitive::Age)),
        ("the church-like hall", Some(Sensitive::Religion)),
        (
            "We look forward to your application to the Labour Party",
            None,
        ),
        ("a winning gaylord", None),
        ("", None),
    ] {
        assert_eq!(sensitive_words(text).first().copied(), what, "{text}");
    }
}

proptest! {
    #[test]
    fn a_template_is_read_back_as_it_is_written(text in "([a-z ,\\n}]|\\{(candidate name|vacancy|today)\\}){0,30}") {
        let template = Template::parse(&text).unwrap();
        prop_assert_eq!(template.to_string(), text);
        prop_assert_eq!(Template::parse(&template.to_string()), Ok(template));
    }

    #[test]
    fn no_field_that_nobody_knows_is_rendered(text in "\\PC{0,60}|[a-z{} \\n]{0,60}") {
        match Template::parse(&text) {
            Ok(template) => {
                let values = MergeField::ALL.iter().map(|field| (*field, "x".to_owned())).collect();
                let rendered = template.render(&values);
                prop_assert!(!rendered.text.contains('{'), "{}", rendered.text);
                prop_assert!(rendered.missing.is_empty());
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }

    #[test]
    fn the_scanner_never_falls_over(text in "\\PC{0,200}") {
        let found = sensitive_words(&text);
        prop_assert!(found.len() <= 8);
    }
}
