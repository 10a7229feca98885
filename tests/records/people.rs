//! Roles, parts, audits, training and keys to sealed classes, and what the last of HR may not do.

use chrono::NaiveDate;
use domain::access::{AccessPolicy, Relation, Role};
use domain::compartment::Compartment;
use domain::id::AccountId;
use records::keys::{PassphraseReset, RemoveAccount, ResetPassphrase};
use records::organisation::{AccountRow, AddAccount, Passphrase};
use records::people::{
    ChangeRole, DeclareConflict, EndPart, ExportReview, GiveCompartment, GrantAudit, NameDirector,
    PartScope, RoleChanged, TakeCompartment, WhatCanSee, WhatCanSeeView, WhoCanSee,
    WithdrawConflict,
};
use records::vacancy::{AssignPeople, Assignment, OpenVacancy};
use records::view::Nothing;
use records::{Error, Session, keys, organisation, people, vacancy};

use crate::world::{World, day, line, noon, refused};

const SEALED: [Compartment; 3] = [
    Compartment::IdentityAndRightToWork,
    Compartment::HealthAndAdjustments,
    Compartment::CriminalRecordAndVetting,
];
const EQUALITY: Compartment = Compartment::EqualityMonitoring;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned().into())
}

/// Adds an account that had its induction.
fn add(world: &mut World, name: &str, role: Role, until: Option<NaiveDate>) -> AccountId {
    let request = AddAccount {
        name: line(name),
        role,
        until,
        inducted_on: Some(day("2026-11-02")),
        passphrase: passphrase("the first passphrase told"),
    };
    world.does(|desk| organisation::add_account(desk, request));
    rows(world)
        .into_iter()
        .find(|row| row.name == name)
        .expect("the account")
        .account
}

fn rows(world: &mut World) -> Vec<AccountRow> {
    world
        .read(|desk| organisation::accounts(desk, Nothing {}))
        .expect("the accounts")
        .rows
}

fn row(world: &mut World, account: AccountId) -> AccountRow {
    rows(world)
        .into_iter()
        .find(|row| row.account == account)
        .expect("the account")
}

fn change_role(
    world: &mut World,
    account: AccountId,
    role: Role,
    until: Option<&str>,
) -> Result<RoleChanged, Error> {
    let request = ChangeRole {
        account,
        role,
        until: until.map(day),
    };
    world.write(|desk| people::change_role(desk, request))
}

fn sees(world: &mut World, account: AccountId) -> WhatCanSeeView {
    world
        .read(|desk| people::what_can_see(desk, WhatCanSee { account }))
        .expect("what they see")
}

fn give(world: &mut World, account: AccountId, compartment: Compartment) -> Result<(), Error> {
    let request = GiveCompartment {
        account,
        compartment,
    };
    world
        .write(|desk| people::give_compartment(desk, request))
        .map(drop)
}

fn take(world: &mut World, account: AccountId, compartment: Compartment) -> Result<(), Error> {
    let request = TakeCompartment {
        account,
        compartment,
    };
    world
        .write(|desk| people::take_compartment(desk, request))
        .map(drop)
}

/// Goes on as somebody else, who signs in.
fn sign_in_as(world: &mut World, name: &str, text: &str) {
    let folder = world.folder.path().join("store");
    // While the store is closed, another stands in its place.
    let before = std::mem::replace(&mut world.store, World::new().store);
    before.close().expect("closed");
    let opened =
        store::unlock(&folder, name, &passphrase(text), noon(world.today)).expect("signed in");
    world.store = opened.store;
    world.session = Session::new(opened.account);
}

#[test]
fn keys_to_sealed_classes_come_with_hr_and_go_with_it() {
    let mut world = World::new();
    let member = add(&mut world, "Mo", Role::Member, None);
    assert_eq!(row(&mut world, member).sealed, []);
    let second = add(&mut world, "Second of HR", Role::HrAdministrator, None);
    assert_eq!(row(&mut world, second).sealed, SEALED, "at its making");

    let changed = change_role(&mut world, member, Role::HrAdministrator, None).expect("changed");
    assert_eq!(changed.given, SEALED, "never what no role reads");
    assert_eq!(row(&mut world, member).sealed, SEALED);
    let changed = change_role(&mut world, member, Role::Member, None).expect("changed back");
    assert_eq!(changed.taken, SEALED);
    assert_eq!(row(&mut world, member).sealed, []);
}

#[test]
fn a_key_is_given_only_by_who_holds_it_and_to_whose_role_may_hold_it() {
    let mut world = World::new();
    let member = add(&mut world, "Mo", Role::Member, None);
    let dpo = add(&mut world, "Dee", Role::DataProtectionOfficer, None);
    let second = add(&mut world, "Second of HR", Role::HrAdministrator, None);
    for account in [member, dpo] {
        for compartment in Compartment::ALL {
            let (rule, _) = refused(give(&mut world, account, compartment));
            assert_eq!(rule, "ACC-03");
        }
    }
    sign_in_as(&mut world, "Second of HR", "the first passphrase told");
    let third = add(&mut world, "Third of HR", Role::HrAdministrator, None);
    let (_, why) = refused(give(&mut world, third, EQUALITY));
    assert!(why.contains("you do not hold"), "{why}");
    let own = give(&mut world, second, EQUALITY);
    assert!(matches!(own, Err(Error::Refused(_))), "{own:?}");

    sign_in_as(&mut world, "hr", "a passphrase nobody guesses");
    give(&mut world, second, EQUALITY).expect("given");
    assert_eq!(row(&mut world, second).sealed, Compartment::ALL);
    take(&mut world, second, EQUALITY).expect("taken");
    assert_eq!(row(&mut world, second).sealed, SEALED);
    assert!(
        matches!(take(&mut world, second, EQUALITY), Err(Error::NotFound)),
        "it is not there to be taken"
    );
    let hr = world.session.account();
    let (rule, why) = refused(take(&mut world, hr, EQUALITY));
    assert_eq!(rule, "ACC-03");
    assert!(why.contains("Nobody else holds"), "{why}");
}

#[test]
fn a_reset_loses_the_keys_that_whoever_resets_does_not_hold() {
    let mut world = World::new();
    let second = add(&mut world, "Second of HR", Role::HrAdministrator, None);
    let third = add(&mut world, "Third of HR", Role::HrAdministrator, None);
    give(&mut world, third, EQUALITY).expect("given");
    let reset = |world: &mut World, account, text: &str| {
        let request = ResetPassphrase {
            account,
            passphrase: passphrase(text),
        };
        world.write(|desk| keys::reset_passphrase(desk, request))
    };
    assert!(matches!(
        reset(&mut world, third, "short"),
        Err(Error::Invalid(_))
    ));

    sign_in_as(&mut world, "Second of HR", "the first passphrase told");
    let PassphraseReset { lost } =
        reset(&mut world, third, "another one that they are told").expect("reset");
    assert_eq!(lost, [EQUALITY]);
    assert_eq!(row(&mut world, third).sealed, SEALED);
    let (rule, _) = refused(reset(&mut world, second, "another one that they are told"));
    assert_eq!(rule, "A5", "never one's own");
    let hr = rows(&mut world)
        .into_iter()
        .find(|row| row.name == "Alex of HR")
        .expect("the first")
        .account;
    let (rule, why) = refused(reset(&mut world, hr, "another one that they are told"));
    assert_eq!(rule, "ACC-03");
    assert!(why.contains("lost for good"), "{why}");

    sign_in_as(&mut world, "Third of HR", "another one that they are told");
}

#[test]
fn hr_without_a_last_day_is_always_left() {
    let mut world = World::new();
    let hr = world.session.account();
    let temporary = Some(day("2026-12-31"));
    add(&mut world, "Temp of HR", Role::HrAdministrator, temporary);
    sign_in_as(&mut world, "Temp of HR", "the first passphrase told");
    for (role, until) in [
        (Role::Member, None),
        (Role::HrAdministrator, Some("2027-01-31")),
    ] {
        let (rule, why) = refused(change_role(&mut world, hr, role, until));
        assert_eq!(rule, "A2");
        assert!(why.contains("last HR administrator"), "{why}");
    }
    let gone = world.write(|desk| keys::remove_account(desk, RemoveAccount { account: hr }));
    assert_eq!(refused(gone).0, "A2");

    add(&mut world, "Second of HR", Role::HrAdministrator, None);
    change_role(&mut world, hr, Role::HrAdministrator, Some("2027-01-31")).expect("now there is");
}

#[test]
fn a_director_sees_the_whole_team_and_ends_with_the_part() {
    let mut world = World::new();
    let account = add(&mut world, "Dana", Role::DataProtectionOfficer, None);
    let team = world
        .read(|desk| vacancy::teams(desk, Nothing {}))
        .expect("teams")
        .teams[0]
        .team;
    let until = Some(day("2027-03-31"));
    let name = |world: &mut World, until| {
        let request = NameDirector {
            account,
            team,
            until,
        };
        world.does(|desk| people::name_director(desk, request));
    };
    name(&mut world, None);
    name(&mut world, until);
    assert_eq!(row(&mut world, account).role, Role::Member);
    let view = sees(&mut world, account);
    assert_eq!(view.parts.len(), 1, "prolonged, not given twice");
    assert_eq!(view.parts[0].to.as_deref(), Some("Press Officer team"));
    assert_eq!(view.parts[0].until, until);
    assert_eq!(view.ways.len(), 1, "the team's one vacancy");

    let request = EndPart {
        account,
        relation: Relation::Director,
        scope: PartScope::Team { team },
    };
    world.does(|desk| people::end_part(desk, request.clone()));
    let view = sees(&mut world, account);
    assert_eq!((view.parts.len(), view.ways.len()), (0, 0));
    let again = world.write(|desk| people::end_part(desk, request));
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
}

#[test]
fn a_part_that_was_ended_leaves_the_vacancy_and_can_be_given_again() {
    let mut world = World::new();
    let account = add(&mut world, "Ines", Role::Member, None);
    let asked = OpenVacancy {
        vacancy: world.vacancy,
    };
    let people_of = |world: &mut World| {
        world
            .read(|desk| vacancy::open(desk, asked.clone()))
            .expect("the vacancy")
            .people
    };
    let name = |world: &mut World| {
        let request = AssignPeople {
            vacancy: asked.vacancy,
            people: vec![Assignment {
                account,
                relation: Relation::Interviewer,
                from: None,
                until: None,
            }],
        };
        world.does(|desk| vacancy::assign_people(desk, request));
    };
    name(&mut world);
    world.today = day("2026-12-10");
    world.does(|desk| {
        people::end_part(
            desk,
            EndPart {
                account,
                relation: Relation::Interviewer,
                scope: PartScope::Vacancy {
                    vacancy: asked.vacancy,
                },
            },
        )
    });
    assert_eq!(people_of(&mut world).len(), 0);
    assert_eq!(row(&mut world, account).vacancies, 0);
    name(&mut world);
    let again = people_of(&mut world);
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].from, day("2026-12-10"), "a part of its own");
}

#[test]
fn an_audit_of_more_than_ninety_days_is_refused_and_a_shorter_one_ends() {
    let mut world = World::new();
    let account = add(&mut world, "Audrey", Role::Auditor, Some(day("2027-01-31")));
    let audit = |until: &str| GrantAudit {
        account,
        scope: PartScope::Organisation,
        from: day("2026-11-23"),
        until: day(until),
    };
    // Ninety days from 23 November, the first and the last included.
    for refused in ["2027-02-21", "2026-11-22"] {
        let answer = world.write(|desk| people::grant_audit(desk, audit(refused)));
        assert!(matches!(answer, Err(Error::Invalid(_))), "{refused}");
    }
    world.does(|desk| people::grant_audit(desk, audit("2027-01-31")));
    let view = sees(&mut world, account);
    assert_eq!(view.parts[0].scope, PartScope::Organisation);
    assert_eq!(view.ways.len(), 1);
    let request = EndPart {
        account,
        relation: Relation::Auditor,
        scope: PartScope::Organisation,
    };
    world.does(|desk| people::end_part(desk, request));
    assert_eq!(sees(&mut world, account).ways.len(), 0);
}

#[test]
fn hr_withdraws_a_colleagues_conflict_of_interest() {
    let mut world = World::new();
    let candidate = world.add_person("Ash");
    let account = add(&mut world, "Dee", Role::DataProtectionOfficer, None);
    let who = |world: &mut World| {
        let view = world
            .read(|desk| people::who_can_see(desk, WhoCanSee { candidate }))
            .expect("who sees them");
        let conflicts: Vec<_> = view.conflicts.iter().map(|one| one.account).collect();
        (view.rows.len(), conflicts)
    };
    let theirs = DeclareConflict {
        candidate,
        account: Some(account),
    };
    world.does(|desk| people::declare_conflict(desk, theirs));
    assert_eq!(who(&mut world), (1, vec![account]));
    world.does(|desk| people::withdraw_conflict(desk, WithdrawConflict { candidate, account }));
    assert_eq!(who(&mut world), (2, vec![]));
}

#[test]
fn training_lapses_after_the_grace_that_was_set_and_says_whom_to_ask() {
    let mut world = World::new();
    add(&mut world, "Second of HR", Role::HrAdministrator, None);
    let policy = AccessPolicy {
        training_months: 12,
        training_grace_days: 7,
        ..AccessPolicy::default()
    };
    world.does(|desk| people::set_policy(desk, policy));
    let mine = |world: &mut World, on: &str| {
        world.today = day(on);
        world
            .read(|desk| people::my_training(desk, Nothing {}))
            .expect("one's own training is never refused")
    };
    let last = mine(&mut world, "2027-01-12");
    assert!(last.access, "the last day of grace");
    assert_eq!(last.through, Some(day("2027-01-12")));
    let lapsed = mine(&mut world, "2027-01-13");
    assert!(!lapsed.access);
    assert!(lapsed.because.is_some_and(|why| why.rule == "ACC-07"));
    assert_eq!(lapsed.ask, ["Second of HR"]);
}

#[test]
fn the_access_review_is_a_file_without_a_candidates_name_and_is_journalled() {
    let mut world = World::new();
    let candidate = world.add_person("Ash");
    let account = add(&mut world, "=Eve", Role::DataProtectionOfficer, None);
    let export = |world: &mut World, request| {
        let file = world.does(|desk| people::export_review(desk, request));
        String::from_utf8(file.bytes).expect("text")
    };
    let text = export(&mut world, ExportReview::Candidate { candidate });
    assert!(text.contains(&candidate.uuid().to_string()), "{text}");
    assert!(!text.contains("FamilyAsh"), "{text}");
    assert!(text.contains("Alex of HR"), "{text}");
    assert!(text.contains(",'=Eve,"), "no formula: {text}");
    let text = export(&mut world, ExportReview::Account { account });
    assert!(!text.contains("Alex of HR"), "{text}");
    let text = export(&mut world, ExportReview::Organisation);
    assert!(text.contains("Health and adjustments") || text.contains("health and adjustments"));
    assert_eq!(text.lines().count(), 3, "{text}");
    let page = world
        .read(|desk| records::journal::read(desk, records::journal::ReadJournal::default()))
        .expect("the journal");
    let told: Vec<_> = page
        .rows
        .iter()
        .map(|entry| entry.sentence.as_str())
        .filter(|sentence| sentence.starts_with("Saved a file"))
        .collect();
    assert_eq!(
        told,
        [
            "Saved a file of what every account can see",
            "Saved a file of what an account can see",
            "Saved a file of who can see a candidate",
        ]
    );
}
