//! The reserve list at work: who fits a vacancy and why, contacts and what comes of them, renewal, leaving.

use domain::access::{Relation, Role, Shown};
use domain::application::{OutcomeKind, Stage};
use domain::consent::PermissionPurpose;
use domain::correspondence::{MessagePurpose, OPT_OUT};
use domain::id::{CandidateId, ReserveContactId, ReserveEntryId, VacancyId};
use domain::reserve::{ContactChannel, ContactOutcome, ReserveOffers};
use domain::text::Prose;
use domain::vacancy::{Arrangement, RoleAsks, VacancyKind};
use records::correspondence::{HandOver, HandOverWay, ListedFor, SaveMessageDraft};
use records::reserve::{
    AddToReserve, AnswerContact, ChangeReservePlace, DescribeRole, ListReserve, RecordContact,
    RemoveFromReserve, RenewReservePlace, ReserveEntryView, ReserveMatch, ReservePermission,
};
use records::today::TodayWhat;
use records::vacancy::{CloseOutVacancy, OpenVacancy};
use records::view::{Done, Nothing};
use records::{Error, Session};

use crate::approach::somebody_gone;
use crate::world::{NEARLY, World, day, line, permission, refused};

/// Puts somebody on the list who met the requirements of the first vacancy.
fn listed(world: &mut World, name: &str, roles: &str, skills: &[&str]) -> CandidateId {
    let candidate = world.add_person(name);
    world.end(candidate, NEARLY, "2026-10-01");
    let application = world.application(candidate);
    let request = AddToReserve {
        candidate,
        application,
        permission: Some(ReservePermission::New {
            details: permission(PermissionPurpose::ReserveList, "2026-10-05"),
        }),
        roles: line(roles),
        merit: Prose::parse("Second by a hair").expect("words"),
        offers: ReserveOffers {
            skills: skills.iter().map(|skill| line(skill)).collect(),
            places: vec![line("Cardiff")],
            kinds: vec![VacancyKind::Job],
        },
        until: None,
    };
    world.does(|desk| records::reserve::add(desk, request));
    candidate
}

fn place(world: &mut World, candidate: CandidateId) -> ReserveEntryView {
    match world.open(candidate).reserve {
        Shown::Shown { mut value } => value.remove(0),
        Shown::Withheld { .. } => panic!("HR sees the list"),
    }
}

fn asks() -> RoleAsks {
    RoleAsks {
        family: Some(line("press")),
        skills: vec![line("Media relations"), line("Welsh")],
        place: Some(line("cardiff")),
        arrangement: Some(Arrangement::Hybrid),
        office: None,
    }
}

fn open_role(world: &mut World) -> VacancyId {
    let vacancy = world.add_vacancy("Broadcast Officer");
    let request = DescribeRole {
        vacancy,
        asks: asks(),
    };
    world.does(|desk| records::reserve::describe_role(desk, request));
    vacancy
}

fn matches(world: &mut World, vacancy: VacancyId) -> Vec<ReserveMatch> {
    let view = world
        .read(|desk| records::reserve::matches(desk, OpenVacancy { vacancy }))
        .expect("matches");
    match view.people {
        Shown::Shown { value } => value,
        Shown::Withheld { .. } => panic!("names are shown"),
    }
}

fn contact(
    world: &mut World,
    candidate: CandidateId,
    entry: ReserveEntryId,
    vacancy: VacancyId,
) -> Result<Done, Error> {
    let request = RecordContact {
        candidate,
        entry,
        vacancy,
        on: world.today,
        channel: ContactChannel::Email,
    };
    world.write(|desk| records::reserve::record_contact(desk, request))
}

fn answer(
    world: &mut World,
    candidate: CandidateId,
    contact: ReserveContactId,
    outcome: ContactOutcome,
) -> Result<Done, Error> {
    let request = AnswerContact {
        candidate,
        contact,
        outcome,
        on: world.today,
    };
    world.write(|desk| records::reserve::answer_contact(desk, request))
}

#[test]
fn everybody_on_the_list_is_matched_with_reasons_and_those_with_most_stand_first() {
    let mut world = World::new();
    let little = listed(&mut world, "Little", "Finance", &[]);
    let much = listed(
        &mut world,
        "Much",
        "Press, Policy",
        &["MEDIA RELATIONS", "Sums"],
    );
    let vacancy = open_role(&mut world);
    let found = matches(&mut world, vacancy);
    assert_eq!(
        found.iter().map(|row| row.candidate).collect::<Vec<_>>(),
        [much, little],
        "nobody is left out"
    );
    assert_eq!(
        found[0].reasons,
        [
            "Agreed to be asked about Press.",
            "Has the skill Media relations.",
            "Would work in Cardiff.",
            "Would take a permanent job."
        ]
    );
    assert_eq!(found[0].gaps, ["Not noted of them: Welsh."]);
    assert_eq!(found[0].merit, "Second by a hair");
    assert!(found[0].may_contact && found[0].refused.is_none());
    assert_eq!(
        found[1].gaps,
        [
            "Agreed to other roles than press.",
            "Not noted of them: Media relations, Welsh."
        ]
    );
}

#[test]
fn somebody_interested_applies_and_the_log_says_so() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &[]);
    let vacancy = open_role(&mut world);
    let before = world.stands(candidate);
    let entry = place(&mut world, candidate).entry;
    contact(&mut world, candidate, entry, vacancy).expect("contacted");
    let known = matches(&mut world, vacancy)[0]
        .contact
        .clone()
        .expect("a contact");
    assert_eq!(known.outcome, None, "an answer is awaited");
    answer(
        &mut world,
        candidate,
        known.contact,
        ContactOutcome::Interested,
    )
    .expect("answered");
    let view = world.open(candidate);
    assert_eq!(view.applications[0].vacancy, vacancy);
    assert_eq!(view.applications[0].stage, Stage::Applied);
    let log = place(&mut world, candidate).contacts;
    assert_eq!(log[0].outcome, Some(ContactOutcome::Interested));
    assert_eq!(log[0].vacancy_title, "Broadcast Officer");
    let (rule, _) = refused(contact(&mut world, candidate, entry, vacancy));
    assert_eq!(rule, "S68", "they have applied");
    let (rule, _) = refused(answer(
        &mut world,
        candidate,
        known.contact,
        ContactOutcome::NotNow,
    ));
    assert_eq!(rule, "S68", "an answer stands");
    world.undo().expect("not interested");
    world.undo().expect("not contacted");
    assert_eq!(world.stands(candidate), before);
}

#[test]
fn whoever_asks_to_leave_is_off_the_list_that_day_and_their_permission_withdrawn() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &[]);
    let vacancy = open_role(&mut world);
    let entry = place(&mut world, candidate).entry;
    contact(&mut world, candidate, entry, vacancy).expect("contacted");
    let known = place(&mut world, candidate).contacts[0].contact;
    answer(&mut world, candidate, known, ContactOutcome::AskedToLeave).expect("answered");
    assert!(matches(&mut world, vacancy).is_empty());
    let Shown::Shown { value } = world.open(candidate).permissions else {
        panic!("HR sees permissions");
    };
    assert_eq!(value[0].withdrawn_on, Some(day("2026-11-23")));
    assert_eq!(
        world.strip(candidate).erase_on,
        Some(day("2027-04-01")),
        "six months from the outcome, as if they had never been on it"
    );
    let (rule, sentence) = refused(contact(&mut world, candidate, entry, vacancy));
    assert_eq!(rule, "RET-05");
    assert!(sentence.contains("23 November 2026"), "{sentence}");
    world.undo().expect("they stay");
    assert_eq!(matches(&mut world, vacancy).len(), 1);
}

#[test]
fn nobody_is_contacted_who_asked_not_to_be_approached_or_once_the_permission_ended() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &[]);
    let vacancy = open_role(&mut world);
    let entry = place(&mut world, candidate).entry;
    world.today = day("2027-10-04");
    assert_eq!(matches(&mut world, vacancy).len(), 1, "the last day");
    world.today = day("2027-10-05");
    let gone = contact(&mut world, candidate, entry, vacancy);
    assert!(gone.is_err(), "{gone:?}");
    assert_eq!(matches(&mut world, vacancy), []);
}

#[test]
fn a_renewal_is_a_new_permission_and_one_place_stays_to_be_seen() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &["Welsh"]);
    world.today = day("2027-09-15");
    let name = "GivenAnn FamilyAnn".to_owned();
    let remind = TodayWhat::ReserveEnding { candidate, name };
    let on_today = |world: &mut World| {
        world
            .read(|desk| records::today::overview(desk, Nothing {}))
            .expect("today")
            .tasks
            .into_iter()
            .map(|task| task.what)
            .collect::<Vec<_>>()
    };
    assert!(on_today(&mut world).contains(&remind));
    let old = place(&mut world, candidate);
    assert!(old.ends_soon);
    let request = RenewReservePlace {
        candidate,
        entry: old.entry,
        details: permission(PermissionPurpose::ReserveList, "2027-09-14"),
    };
    world.does(|desk| records::reserve::renew(desk, request));
    let Shown::Shown { value } = world.open(candidate).reserve else {
        panic!("HR sees the list");
    };
    assert_eq!(value.len(), 1, "the place it takes over is not beside it");
    assert_eq!(value[0].ends_on, day("2028-09-14"));
    assert_eq!(value[0].offers, old.offers, "what it covers stays");
    assert_eq!(world.strip(candidate).erase_on, Some(day("2028-09-14")));
    assert!(!on_today(&mut world).contains(&remind));
    let rows = world
        .read(|desk| {
            records::reserve::list(
                desk,
                ListReserve {
                    text: String::new(),
                },
            )
        })
        .expect("the list")
        .rows;
    assert_eq!(rows.len(), 1);
    let request = RemoveFromReserve {
        candidate,
        entry: value[0].entry,
    };
    let left = world.does(|desk| records::reserve::remove(desk, request));
    assert!(
        left.due,
        "both places ended, and the six months are long over"
    );
    assert_eq!(left.erase_on, Some(day("2027-09-15")));
    world.undo().expect("they stay");
    assert_eq!(world.strip(candidate).erase_on, Some(day("2028-09-14")));
}

#[test]
fn leaving_within_six_months_restores_the_six_months() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &[]);
    let entry = place(&mut world, candidate).entry;
    let request = RemoveFromReserve { candidate, entry };
    let left = world.does(|desk| records::reserve::remove(desk, request));
    assert_eq!((left.erase_on, left.due), (Some(day("2027-04-01")), false));
}

#[test]
fn what_a_place_covers_is_changed_and_taken_back() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &[]);
    let before = place(&mut world, candidate);
    let request = ChangeReservePlace {
        candidate,
        entry: before.entry,
        roles: line("Policy, Press"),
        merit: Prose::parse("First in writing").expect("words"),
        offers: ReserveOffers {
            skills: vec![line("Welsh")],
            ..ReserveOffers::default()
        },
        until: Some(day("2027-01-10")),
    };
    world.does(|desk| records::reserve::change(desk, request));
    let after = place(&mut world, candidate);
    assert_eq!(
        (after.roles.as_str(), after.ends_on),
        ("Policy, Press", day("2027-01-10"))
    );
    assert_eq!(after.offers.skills, [line("Welsh")]);
    world.undo().expect("taken back");
    assert_eq!(place(&mut world, candidate), before);
}

#[test]
fn whoever_is_hired_is_on_the_list_no_more() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &[]);
    let vacancy = open_role(&mut world);
    let entry = place(&mut world, candidate).entry;
    contact(&mut world, candidate, entry, vacancy).expect("contacted");
    let known = place(&mut world, candidate).contacts[0].contact;
    answer(&mut world, candidate, known, ContactOutcome::Interested).expect("answered");
    world.end(candidate, OutcomeKind::Hired, "2026-11-23");
    assert!(!place(&mut world, candidate).live);
    world.undo().expect("not hired");
    assert!(place(&mut world, candidate).live);
}

#[test]
fn a_vacancy_without_names_shows_no_names_to_those_who_decide() {
    let mut world = World::new();
    listed(&mut world, "Ann", "Press", &[]);
    let vacancy = open_role(&mut world);
    let mut details = crate::world::vacancy_details("Broadcast Officer");
    details.blind_until = Some(Stage::Interview);
    let team = world
        .read(|desk| records::vacancy::open(desk, OpenVacancy { vacancy }))
        .expect("the vacancy")
        .team
        .team;
    let edit = records::vacancy::EditVacancy {
        vacancy,
        revision: 1,
        details,
        team: records::vacancy::TeamChoice::Existing { team },
    };
    world.does(|desk| records::vacancy::edit(desk, edit));
    let manager = manager_of(&mut world, vacancy);
    let hr = std::mem::replace(&mut world.session, manager);
    let view = world
        .read(|desk| records::reserve::matches(desk, OpenVacancy { vacancy }))
        .expect("matches");
    assert!(matches!(view.people, Shown::Withheld { .. }), "{view:?}");
    world.session = hr;
    assert_eq!(
        matches(&mut world, vacancy).len(),
        1,
        "HR sees who is on the list"
    );
}

/// Somebody who runs both vacancies.
fn manager_of(world: &mut World, vacancy: VacancyId) -> Session {
    let request = records::organisation::AddAccount {
        name: line("Max"),
        role: Role::Member,
        until: None,
        inducted_on: Some(world.today),
        passphrase: records::organisation::Passphrase::new(
            "another passphrase nobody guesses".to_owned().into(),
        ),
    };
    world.does(|desk| records::organisation::add_account(desk, request));
    let account = world
        .read(|desk| records::organisation::accounts(desk, Nothing {}))
        .expect("accounts")
        .rows
        .into_iter()
        .find(|account| account.name == "Max")
        .expect("there")
        .account;
    for vacancy in [world.vacancy, vacancy] {
        let request = records::vacancy::AssignPeople {
            vacancy,
            people: vec![records::vacancy::Assignment {
                account,
                relation: Relation::RecruitingManager,
                from: None,
                until: None,
            }],
        };
        world.does(|desk| records::vacancy::assign_people(desk, request));
    }
    Session::new(account)
}

#[test]
fn a_manager_matches_those_whom_they_see_on_the_list_alone() {
    let mut world = World::new();
    let ours = listed(&mut world, "Ann", "Press", &[]);
    let vacancy = open_role(&mut world);
    let manager = manager_of(&mut world, vacancy);
    let elsewhere = world.add_vacancy("Cook");
    let first = std::mem::replace(&mut world.vacancy, elsewhere);
    listed(&mut world, "Stranger", "Press", &[]);
    world.vacancy = first;
    let hr = std::mem::replace(&mut world.session, manager);
    let found: Vec<_> = matches(&mut world, vacancy)
        .into_iter()
        .map(|row| row.candidate)
        .collect();
    assert_eq!(found, [ours]);
    world.session = hr;
    assert_eq!(matches(&mut world, vacancy).len(), 2);
}

/// ERA-09: whoever asked not to be approached stands on the list like anybody, and the page says why nobody asks them.
#[test]
fn whoever_asked_not_to_be_approached_is_listed_with_the_rule_and_not_contacted() {
    let mut world = World::new();
    somebody_gone(&mut world);
    let candidate = listed(&mut world, "Gone", "Press", &["Welsh"]);
    let vacancy = open_role(&mut world);
    let row = matches(&mut world, vacancy).remove(0);
    let why = row.refused.expect("why there is no button");
    assert_eq!(
        (why.rule.as_str(), why.sentence.as_str()),
        (
            "ERA-09",
            "They asked not to be approached, so nobody contacts them (rule ERA-09)."
        )
    );
    let answer = contact(&mut world, candidate, row.entry, vacancy);
    assert_eq!(refused(answer).0, "ERA-09");
}

fn write_to(world: &mut World, candidate: CandidateId, purpose: MessagePurpose) {
    let request = SaveMessageDraft {
        candidate,
        application: None,
        purpose,
        subject: Prose::parse("A role").expect("words"),
        body: Prose::parse(&format!("Dear all,\n\n{OPT_OUT}")).expect("words"),
    };
    world.does(|desk| records::correspondence::save_draft(desk, request));
}

fn hand(world: &mut World, candidate: CandidateId, listed: ListedFor) -> Result<(), Error> {
    let asked = HandOver {
        candidate,
        way: HandOverWay::File,
        confirmed: false,
        listed: Some(listed),
        carries_notice: false,
    };
    let given = world.write(|desk| records::correspondence::prepare_hand_over(desk, asked));
    let handed = world.write(|desk| records::correspondence::hand_over(desk, asked));
    assert_eq!(given.is_ok(), handed.is_ok(), "the halves say the same");
    handed.map(drop)
}

#[test]
fn a_message_for_the_reserve_list_that_is_handed_over_is_recorded_as_a_contact_once() {
    let mut world = World::new();
    let candidate = listed(&mut world, "Ann", "Press", &["Welsh"]);
    let vacancy = open_role(&mut world);
    let row = matches(&mut world, vacancy).remove(0);
    assert!(row.may_write, "HR writes to whom it contacts");
    let about = ListedFor {
        entry: row.entry,
        vacancy,
    };
    let contacts = |world: &mut World| place(world, candidate).contacts;
    write_to(&mut world, candidate, MessagePurpose::Reply);
    hand(&mut world, candidate, about).expect("it goes");
    assert!(
        contacts(&mut world).is_empty(),
        "a message for something else is no contact"
    );
    write_to(&mut world, candidate, MessagePurpose::ReserveList);
    assert!(contacts(&mut world).is_empty(), "nor is a draft");
    hand(&mut world, candidate, about).expect("it goes");
    let again = hand(&mut world, candidate, about);
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
    let [only] = &contacts(&mut world)[..] else {
        panic!("one contact: {:?}", contacts(&mut world));
    };
    assert_eq!(
        (only.channel, only.contacted_on, only.vacancy_title.as_str()),
        (ContactChannel::Email, world.today, "Broadcast Officer")
    );

    // Where nobody may be contacted, the mail program is given nothing.
    write_to(&mut world, candidate, MessagePurpose::ReserveList);
    let close = CloseOutVacancy {
        vacancy,
        cancelled: false,
        on: world.today,
    };
    world.does(|desk| records::vacancy::close_out(desk, close));
    assert_eq!(refused(hand(&mut world, candidate, about)).0, "S68");
    assert_eq!(contacts(&mut world).len(), 1);
}
