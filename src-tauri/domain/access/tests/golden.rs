use std::fmt::Write as _;

use super::*;

const GOLDEN: &str = include_str!("../../access.golden.txt");

/// What one action says to a viewer about a subject.
type Ask = fn(&Viewer, Subject) -> String;

fn ask<A: Action>(viewer: &Viewer, subject: Subject) -> String {
    match decide::<A>(viewer, subject, today()) {
        Ok(permit) if permit.scope().is_empty() => "✔ empty".to_owned(),
        Ok(permit) => match permit.sight() {
            Sight::Full => "✔".to_owned(),
            Sight::NameOnly => "✔ name".to_owned(),
            Sight::Blind => "✔ blind".to_owned(),
        },
        Err(refusal) => format!("✘ {}", refusal.rule()),
    }
}

macro_rules! asks {
    ($($name:ident),+ $(,)?) => { &[$((ActionKind::$name, ask::<$name>)),+] };
}

pub(super) const ASKS: &[(ActionKind, Ask)] = asks!(
    ListCandidates,
    ReadCandidate,
    AddCandidate,
    EditCandidate,
    RecordPermission,
    RecordDisclosure,
    DecideApplication,
    AssessCandidate,
    ApproveOffer,
    SealRecord,
    OpenSealed,
    DeclareConflict,
    ListVacancies,
    ReadVacancy,
    AddVacancy,
    EditVacancy,
    AssignPeople,
    ReviewRetention,
    ManageHolds,
    Erase,
    Sweep,
    Import,
    ManageAccounts,
    ReadAccounts,
    GrantAccess,
    ReviewAccess,
    ReadJournal,
    ReportIncident,
    ReadRegisters,
    KeepRegisters,
);

fn audit(scope: GrantScope) -> Viewer {
    viewer(
        Role::Member,
        vec![Grant {
            relation: Relation::Auditor,
            scope,
            from: date("2026-11-01"),
            until: Some(date("2026-11-30")),
        }],
    )
}

fn viewers() -> Vec<(String, Viewer)> {
    let hr = || viewer(Role::HrAdministrator, vec![]);
    let named = |name: &str, viewer: Viewer| (name.to_owned(), viewer);
    let mut viewers = vec![
        named("hr-administrator", hr()),
        named(
            "hr-administrator who holds every key",
            Viewer {
                compartments: Compartment::ALL.into(),
                ..hr()
            },
        ),
        named(
            "hr-administrator who interviews for the role",
            viewer(Role::HrAdministrator, with(Relation::Interviewer).grants),
        ),
        named(
            "data-protection-officer",
            viewer(Role::DataProtectionOfficer, vec![]),
        ),
        named(
            "auditor by role, without a grant",
            viewer(Role::Auditor, vec![]),
        ),
        named(
            "auditor of the whole organisation",
            audit(GrantScope::Organisation),
        ),
        named("auditor of the team", audit(GrantScope::Team(here().team))),
    ];
    viewers.extend(Relation::ALL.map(|relation| named(relation.code(), with(relation))));
    for relation in [Relation::RecruitingManager, Relation::Auditor] {
        let ended = grant(relation, &here(), "2026-11-01", Some("2026-11-22"));
        viewers.push((
            format!("{}, ended", relation.code()),
            viewer(Role::Member, vec![ended]),
        ));
    }
    for relation in [Relation::RecruitingManager, Relation::Director] {
        let elsewhere = grant(relation, &vacancy(2, 2), "2026-11-01", None);
        viewers.push((
            format!("{}, elsewhere", relation.code()),
            viewer(Role::Member, vec![elsewhere]),
        ));
    }
    viewers.extend([
        named(
            "hr-administrator until yesterday",
            Viewer {
                role: RoleHeld {
                    role: Role::HrAdministrator,
                    until: Some(date("2026-11-22")),
                },
                ..hr()
            },
        ),
        named(
            "hr-administrator without an induction",
            Viewer {
                inducted_on: None,
                ..hr()
            },
        ),
        named(
            "recruiting-manager whose training has lapsed",
            Viewer {
                inducted_on: Some(date("2024-11-22")),
                ..with(Relation::RecruitingManager)
            },
        ),
        named(
            "hr-administrator with a conflict",
            Viewer {
                conflicts: [candidate()].into(),
                ..hr()
            },
        ),
        named(
            "recruiting-manager with a conflict",
            Viewer {
                conflicts: [candidate()].into(),
                ..with(Relation::RecruitingManager)
            },
        ),
        named(
            "hr-administrator, restricted",
            Viewer {
                restricted: [candidate()].into(),
                ..hr()
            },
        ),
        named(
            "recruiting-manager, restricted",
            Viewer {
                restricted: [candidate()].into(),
                ..with(Relation::RecruitingManager)
            },
        ),
        named("nobody", viewer(Role::Member, vec![])),
        named(
            "sweep-timer",
            Viewer {
                trained_on: None,
                inducted_on: None,
                ..viewer(Role::SweepTimer, vec![])
            },
        ),
    ]);
    viewers
}

fn subjects() -> [(&'static str, Subject); 9] {
    [
        ("own role", of(&[here()])),
        ("own, blind", of(&[blind_here()])),
        ("no role", of(&[])),
        (
            "application",
            Subject::Application {
                candidate: candidate(),
                vacancy: here(),
                applied: vec![applied(here())],
            },
        ),
        ("vacancy", Subject::Vacancy(here())),
        (
            "everyone",
            Subject::Everyone {
                vacancies: vec![here()],
            },
        ),
        ("own account", Subject::Account(account(1))),
        ("an account", Subject::Account(account(2))),
        ("organisation", Subject::Organisation),
    ]
}

fn actions(text: &mut String) {
    for (who, viewer) in viewers() {
        write!(text, "\n{who}\n").unwrap();
        let names = subjects().map(|(name, _)| format!("{name:<14}")).concat();
        writeln!(text, "  {:<20}{}", "", names.trim_end()).unwrap();
        for (action, ask) in ASKS {
            let cells = subjects()
                .map(|(_, subject)| format!("{:<14}", ask(&viewer, subject)))
                .concat();
            writeln!(text, "  {:<20}{}", format!("{action:?}"), cells.trim_end()).unwrap();
        }
    }
}

/// Short heads, since there are fourteen.
fn head(class: DataClass) -> &'static str {
    match class {
        DataClass::Identity => "identity",
        DataClass::Contact => "contact",
        DataClass::Application => "application",
        DataClass::Documents => "documents",
        DataClass::Assessment => "assessment",
        DataClass::Pay => "pay",
        DataClass::Sealed(Compartment::IdentityAndRightToWork) => "id papers",
        DataClass::Sealed(Compartment::HealthAndAdjustments) => "health",
        DataClass::Sealed(Compartment::EqualityMonitoring) => "equality",
        DataClass::Sealed(Compartment::CriminalRecordAndVetting) => "criminal",
        DataClass::Retention => "retention",
        DataClass::Journal => "journal",
        DataClass::Organisation => "organisation",
        DataClass::Registers => "registers",
    }
}

fn classes(text: &mut String) {
    let heads = DataClass::ALL
        .map(|class| format!("{:<12}", head(class)))
        .concat();
    for (about, subject) in [
        ("a candidate of the role", of(&[here()])),
        (
            "a candidate of the role, shortlisted blind",
            of(&[blind_here()]),
        ),
        ("a candidate of another team's role", of(&[vacancy(3, 3)])),
    ] {
        write!(text, "\nreading {about}\n").unwrap();
        writeln!(text, "  {:<48}{}", "", heads.trim_end()).unwrap();
        for (who, viewer) in viewers() {
            let cells = match decide::<ReadCandidate>(&viewer, subject.clone(), today()) {
                Ok(permit) => permit
                    .classes()
                    .iter()
                    .map(|(_, access)| match access {
                        ClassAccess::Withheld(refusal) => {
                            format!("{:<12}", format!("✘ {}", refusal.rule()))
                        }
                        shown @ (ClassAccess::Status
                        | ClassAccess::Aggregate
                        | ClassAccess::Summary
                        | ClassAccess::Submitted
                        | ClassAccess::Own
                        | ClassAccess::Read
                        | ClassAccess::Write) => format!("{:<12}", shown.code()),
                    })
                    .collect::<String>(),
                Err(refusal) => format!("✘ {} for all of it", refusal.rule()),
            };
            writeln!(text, "  {who:<48}{}", cells.trim_end()).unwrap();
        }
    }
}

fn table() -> String {
    let mut text = "Who may do what: every role and relation, every subject, every action.\n\
        ✔ with the full record, ✔ name with the name only, ✔ blind without it, ✔ empty a list with nothing in it,\n\
        ✘ and the rule that refuses. At the end: who sees how much of each class of data.\n"
        .to_owned();
    actions(&mut text);
    classes(&mut text);
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
    let asked: Vec<ActionKind> = ASKS.iter().map(|(action, _)| *action).collect();
    assert_eq!(asked, ActionKind::ALL);
}
