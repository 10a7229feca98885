//! The whole table of who may do what, printed and compared with the committed one; and what holds for any viewer.
//!
//! After a change that is meant: `FAIRHOLD_BLESS=1 cargo test -p domain access`, and read the difference.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::*;

const GOLDEN: &str = include_str!("../access.golden.txt");

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    date("2026-11-23")
}

fn vacancy(number: u128, team: u128) -> VacancyFacts {
    VacancyFacts {
        vacancy: VacancyId::from_uuid(Uuid::from_u128(number)),
        team: TeamId::from_uuid(Uuid::from_u128(team)),
        closed_out_on: None,
    }
}

fn here() -> VacancyFacts {
    vacancy(1, 1)
}

fn viewer(role: Role, grants: Vec<Grant>) -> Viewer {
    Viewer {
        account: AccountId::from_uuid(Uuid::nil()),
        role,
        grants,
    }
}

fn grant(relation: Relation, to: &VacancyFacts, from: &str, until: Option<&str>) -> Grant {
    let scope = match relation {
        Relation::Director => GrantScope::Team(to.team),
        Relation::RecruitingManager | Relation::Interviewer | Relation::Auditor => {
            GrantScope::Vacancy(to.vacancy)
        }
    };
    Grant {
        relation,
        scope,
        from: date(from),
        until: until.map(date),
    }
}

/// What one action says to a viewer about a subject.
type Ask = fn(&Viewer, Subject) -> String;

fn ask<A: Action>(viewer: &Viewer, subject: Subject) -> String {
    match decide::<A>(viewer, subject, today()) {
        Ok(permit) => match (permit.scope(), permit.sight()) {
            (Scope::Vacancies(seen), _) if seen.is_empty() => "✔ empty".to_owned(),
            (_, Sight::Full) => "✔".to_owned(),
            (_, Sight::NameOnly) => "✔ name".to_owned(),
        },
        Err(refusal) => format!("✘ {}", refusal.rule()),
    }
}

macro_rules! asks {
    ($($name:ident),+ $(,)?) => { [$((ActionKind::$name, ask::<$name>)),+] };
}

const ASKS: [(ActionKind, Ask); 16] = asks!(
    ListCandidates,
    ReadCandidate,
    AddCandidate,
    EditCandidate,
    RecordPermission,
    DecideApplication,
    ListVacancies,
    ReadVacancy,
    AddVacancy,
    EditVacancy,
    AssignPeople,
    ReviewRetention,
    Erase,
    Import,
    ManageAccounts,
    ReadJournal,
);

fn viewers() -> Vec<(String, Viewer)> {
    let mut viewers = vec![("HR".to_owned(), viewer(Role::HrAdministrator, vec![]))];
    for relation in Relation::ALL {
        let now = grant(relation, &here(), "2026-11-01", None);
        viewers.push((relation.code().to_owned(), viewer(Role::Member, vec![now])));
    }
    for relation in Relation::ALL {
        let ended = grant(relation, &here(), "2026-11-01", Some("2026-11-22"));
        viewers.push((
            format!("{}, ended", relation.code()),
            viewer(Role::Member, vec![ended]),
        ));
    }
    for relation in Relation::ALL {
        let elsewhere = grant(relation, &vacancy(2, 2), "2026-11-01", None);
        viewers.push((
            format!("{}, elsewhere", relation.code()),
            viewer(Role::Member, vec![elsewhere]),
        ));
    }
    viewers.push(("nobody".to_owned(), viewer(Role::Member, vec![])));
    viewers
}

fn subjects() -> [(&'static str, Subject); 6] {
    let candidate = CandidateId::from_uuid(Uuid::nil());
    [
        (
            "candidate of the role",
            Subject::Candidate {
                candidate,
                vacancies: vec![here()],
            },
        ),
        (
            "candidate of no role",
            Subject::Candidate {
                candidate,
                vacancies: vec![],
            },
        ),
        (
            "application",
            Subject::Application {
                candidate,
                vacancy: here(),
            },
        ),
        ("vacancy", Subject::Vacancy(here())),
        (
            "everyone",
            Subject::Everyone {
                vacancies: vec![here()],
            },
        ),
        ("organisation", Subject::Organisation),
    ]
}

fn table() -> String {
    let mut text = "Who may do what: every role and relation, every subject, every action.\n\
        ✔ with the full record, ✔ name with the name only, ✔ empty a list with nothing in it, ✘ and the rule that refuses.\n"
        .to_owned();
    for (who, viewer) in viewers() {
        write!(text, "\n{who}\n").unwrap();
        let names = subjects().map(|(name, _)| format!("{name:<22}")).concat();
        writeln!(text, "  {:<20}{}", "", names.trim_end()).unwrap();
        for (action, ask) in ASKS {
            let cells = subjects()
                .map(|(_, subject)| format!("{:<22}", ask(&viewer, subject)))
                .concat();
            writeln!(text, "  {:<20}{}", format!("{action:?}"), cells.trim_end()).unwrap();
        }
    }
    text
}

#[test]
fn the_table_of_who_may_do_what_is_the_committed_one() {
    let table = table();
    if std::env::var_os("FAIRHOLD_BLESS").is_some() {
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/access.golden.txt"),
            &table,
        )
        .unwrap();
        return;
    }
    for (line, (committed, found)) in GOLDEN.lines().zip(table.lines()).enumerate() {
        assert_eq!(committed, found, "line {} of access.golden.txt", line + 1);
    }
    assert_eq!(GOLDEN, table, "FAIRHOLD_BLESS=1 writes the table anew");
}

#[test]
fn the_table_leaves_no_action_out() {
    let asked: Vec<ActionKind> = ASKS.into_iter().map(|(action, _)| action).collect();
    assert_eq!(asked, ActionKind::ALL);
}

#[test]
fn people_of_a_vacancy_keep_access_for_fourteen_days_after_it_was_closed_out() {
    let closed = |on: &str| VacancyFacts {
        closed_out_on: Some(date(on)),
        ..here()
    };
    for relation in [Relation::RecruitingManager, Relation::Interviewer] {
        let viewer = viewer(
            Role::Member,
            vec![grant(relation, &here(), "2026-01-01", None)],
        );
        assert!(
            decide::<ReadVacancy>(&viewer, Subject::Vacancy(closed("2026-11-09")), today()).is_ok()
        );
        let refused =
            decide::<ReadVacancy>(&viewer, Subject::Vacancy(closed("2026-11-08")), today());
        assert_eq!(refused.unwrap_err(), Refusal::Ended);
    }
}

fn some_vacancy() -> impl Strategy<Value = VacancyFacts> {
    (
        1_u128..5,
        1_u128..3,
        proptest::option::weighted(0.3, crate::testing::day()),
    )
        .prop_map(|(number, team, closed_out_on)| VacancyFacts {
            closed_out_on,
            ..vacancy(number, team)
        })
}

fn some_grant() -> impl Strategy<Value = Grant> {
    let relation = select(&Relation::ALL[..]);
    (
        relation,
        some_vacancy(),
        crate::testing::day(),
        proptest::option::of(crate::testing::day()),
    )
        .prop_map(|(relation, to, from, until)| Grant {
            from,
            until,
            ..grant(relation, &to, "2026-01-01", None)
        })
}

fn some_subject() -> impl Strategy<Value = Subject> {
    let candidate = CandidateId::from_uuid(Uuid::nil());
    prop_oneof![
        proptest::collection::vec(some_vacancy(), 0..3).prop_map(move |vacancies| {
            Subject::Candidate {
                candidate,
                vacancies,
            }
        }),
        some_vacancy().prop_map(move |vacancy| Subject::Application { candidate, vacancy }),
        some_vacancy().prop_map(Subject::Vacancy),
        proptest::collection::vec(some_vacancy(), 0..4)
            .prop_map(|vacancies| Subject::Everyone { vacancies }),
        Just(Subject::Organisation),
    ]
}

fn answers(viewer: &Viewer, subject: &Subject) -> Vec<(ActionKind, String)> {
    ASKS.into_iter()
        .map(|(action, ask)| (action, ask(viewer, subject.clone())))
        .collect()
}

proptest! {
    #[test]
    fn without_a_grant_there_is_no_permit_but_to_an_empty_list(subject in some_subject()) {
        for (action, answer) in answers(&viewer(Role::Member, vec![]), &subject) {
            let listed = matches!(subject, Subject::Everyone { .. }) && answer == "✔ empty";
            prop_assert!(answer.starts_with('✘') || listed, "{:?}: {}", action, answer);
        }
    }

    #[test]
    fn an_interviewer_never_has_full_sight(subject in some_subject(), grants in proptest::collection::vec(some_grant(), 0..5)) {
        let interviews: Vec<Grant> = grants
            .into_iter()
            .map(|grant| Grant { relation: Relation::Interviewer, ..grant })
            .collect();
        for (action, answer) in answers(&viewer(Role::Member, interviews), &subject) {
            prop_assert!(answer != "✔", "{:?}", action);
        }
    }

    #[test]
    fn a_grant_that_has_ended_or_not_begun_gives_nothing(subject in some_subject(), grants in proptest::collection::vec(some_grant(), 0..5), future in any::<bool>()) {
        let over: Vec<Grant> = grants
            .into_iter()
            .map(|grant| if future {
                Grant { from: date("2026-11-24"), until: None, ..grant }
            } else {
                Grant { from: date("2026-01-01"), until: Some(date("2026-11-22")), ..grant }
            })
            .collect();
        for (action, answer) in answers(&viewer(Role::Member, over), &subject) {
            prop_assert!(answer.starts_with('✘') || answer == "✔ empty", "{:?}: {}", action, answer);
        }
    }

    #[test]
    fn one_more_grant_never_takes_anything_away(subject in some_subject(), grants in proptest::collection::vec(some_grant(), 1..4)) {
        let rank = |answer: &str| match answer { "✔" => 3, "✔ name" => 2, "✔ empty" => 1, _ => 0 };
        let fewer = answers(&viewer(Role::Member, grants[1..].to_vec()), &subject);
        let more = answers(&viewer(Role::Member, grants), &subject);
        for ((action, fewer), (_, more)) in fewer.into_iter().zip(more) {
            prop_assert!(rank(&fewer) <= rank(&more), "{:?}: {} became {}", action, fewer, more);
        }
    }
}
