//! What may be given to whom: every refusal with its sentence, purposes by version, the registers, and the record of
//! processing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::Shown;
use domain::disclosure::RecipientCategory;
use domain::id::{CandidateId, RegisterItemId};
use domain::retention::DataClass;
use domain::sharing::{
    Agreement, Clause, Country, Dpia, Item, LawfulBasis, LegalGround, Mechanism, Purpose,
    Recipient, Residual, Standing, Transfer,
};
use domain::vacancy::RoleAsks;
use records::Error;
use records::disclosure::{
    DisclosureChoices, DisclosureChoicesOf, DisclosureGroundsView, RecordDisclosure,
};
use records::purpose::{PurposesView, SetPurpose};
use records::register::{
    AddRegisterItem, ChangeRegisterItem, RegisterLine, RegistersView, ReviewRegisterItem,
};
use records::report::{MakeReport, ReportForm, ReportOf, make_report};
use records::reserve::DescribeRole;
use records::today::TodayWhat;
use records::view::{Nothing, UndoneWhat};

use crate::world::{World, day, line};

const AGENCY: &str = "Example Talent Ltd";
const OFFICE: &str = "Office of A. Member";

fn recipient(name: &str, category: RecipientCategory) -> Recipient {
    Recipient {
        name: line(name),
        category,
        country: Country::HOME,
        registration: Some(line("Z1234567")),
        approval: None,
        ends_on: None,
        owner: line("Head of HR"),
        review_on: day("2027-09-01"),
    }
}

fn agreement(with: RegisterItemId) -> Agreement {
    Agreement {
        recipient: with,
        reference: line("DPA-01"),
        purposes: [Purpose::RunProcess].into(),
        clauses: Clause::ALL.iter().copied().collect(),
        starts_on: day("2026-01-01"),
        ends_on: None,
        owner: line("Head of HR"),
        review_on: day("2027-09-01"),
    }
}

fn registers(world: &mut World) -> RegistersView {
    world
        .read(|desk| records::register::list(desk, Nothing {}))
        .expect("the registers")
}

fn listed(world: &mut World, title: &str) -> Option<RegisterLine> {
    registers(world)
        .lines
        .into_iter()
        .find(|line| line.line.title().as_str() == title)
}

fn titled(world: &mut World, title: &str) -> RegisterLine {
    listed(world, title).expect("a line of a register")
}

fn add(world: &mut World, line: Item) -> Option<u32> {
    world
        .does(|desk| records::register::add(desk, AddRegisterItem { line }))
        .undo
}

fn change(world: &mut World, title: &str, to: Item) -> Option<u32> {
    let known = titled(world, title);
    let request = ChangeRegisterItem {
        item: known.item,
        revision: known.revision,
        line: to,
    };
    world
        .does(|desk| records::register::change(desk, request))
        .undo
}

/// A recruiter with an agreement, in the register.
pub(crate) fn agency(world: &mut World, name: &str) -> RegisterItemId {
    if let Some(known) = listed(world, name) {
        return known.item;
    }
    add(
        world,
        Item::Recipient(recipient(name, RecipientCategory::Recruiters)),
    );
    let with = titled(world, name).item;
    add(world, Item::Agreement(agreement(with)));
    with
}

/// An MP's office in the register, which the first vacancy concerns.
pub(crate) fn office(world: &mut World, name: &str) -> RegisterItemId {
    let vacancy = world.vacancy;
    let asks = RoleAsks {
        office: Some(line("The role is in the member’s office")),
        ..RoleAsks::default()
    };
    world.does(|desk| records::reserve::describe_role(desk, DescribeRole { vacancy, asks }));
    if let Some(known) = listed(world, name) {
        return known.item;
    }
    let office = recipient(name, RecipientCategory::MembersAndDepartments);
    add(world, Item::Recipient(office));
    titled(world, name).item
}

fn to_agency(candidate: CandidateId, to: RegisterItemId) -> RecordDisclosure {
    RecordDisclosure {
        candidate,
        application: None,
        purpose: Some(Purpose::RunProcess),
        recipient: Some(to),
        classes: [DataClass::Contact, DataClass::Form].into(),
        reason: None,
        legal: None,
        on: day("2026-11-23"),
    }
}

/// Which field is refused, and what is said.
fn refused(world: &mut World, request: &RecordDisclosure) -> (&'static str, String) {
    let refusal = world.does_not(|desk| records::disclosure::record(desk, request.clone()));
    let Error::Invalid(problems) = refusal else {
        panic!("a field is refused, not {refusal:?}");
    };
    (problems[0].field, problems[0].sentence.clone())
}

fn made(world: &mut World, request: &RecordDisclosure) -> DisclosureGroundsView {
    world.does(|desk| records::disclosure::record(desk, request.clone()));
    match world.open(request.candidate).disclosures {
        Shown::Shown { mut value } => value.disclosures.remove(0).grounds.expect("grounds"),
        Shown::Withheld { rule, .. } => panic!("HR sees disclosures, not {rule}"),
    }
}

#[test]
fn a_supplier_is_given_nothing_until_everything_is_there() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    add(
        &mut world,
        Item::Recipient(recipient(AGENCY, RecipientCategory::Recruiters)),
    );
    let to = titled(&mut world, AGENCY).item;
    let wanted = to_agency(candidate, to);

    let nothing_for = RecordDisclosure {
        purpose: None,
        ..wanted.clone()
    };
    assert_eq!(
        refused(&mut world, &nothing_for),
        (
            "purpose",
            "Choose what it is given for (rule SHA-01).".to_owned()
        )
    );
    let nobody = RecordDisclosure {
        recipient: None,
        ..wanted.clone()
    };
    assert_eq!(
        refused(&mut world, &nobody).1,
        "Choose a recipient of the register (rule SHA-01)."
    );
    assert_eq!(
        refused(&mut world, &wanted),
        (
            "recipient",
            "There is no agreement with this supplier: record one under Article 28 first (rule SHA-04).".to_owned()
        )
    );

    let lapsed = Agreement {
        ends_on: Some(day("2026-11-22")),
        ..agreement(to)
    };
    add(&mut world, Item::Agreement(lapsed));
    assert_eq!(
        refused(&mut world, &wanted).1,
        "The agreement with this supplier ended on 22 November 2026: record its renewal first (rule SHA-09)."
    );
    change(&mut world, "DPA-01", Item::Agreement(agreement(to)));
    let more = RecordDisclosure {
        classes: [DataClass::Contact, DataClass::Reference].into(),
        ..wanted.clone()
    };
    assert_eq!(
        refused(&mut world, &more),
        (
            "reason",
            "Say why more is given than this purpose and recipient need (rule SHA-02).".to_owned()
        )
    );
    let grounds = made(&mut world, &wanted);
    assert_eq!(grounds.basis, LawfulBasis::LegitimateInterests);
    assert_eq!(grounds.agreement.as_deref(), Some("DPA-01"));
    assert_eq!(grounds.purpose_version, 1);
    let more = RecordDisclosure {
        reason: Some(line("The panel reads references there")),
        ..more
    };
    let grounds = made(&mut world, &more);
    assert_eq!(
        grounds.reason.as_deref(),
        Some("The panel reads references there")
    );

    world.today = day("2027-09-02");
    let later = RecordDisclosure {
        on: world.today,
        ..wanted
    };
    assert_eq!(
        refused(&mut world, &later).1,
        "This recipient should have been reviewed by 1 September 2027: review it first (rule SHA-04)."
    );
    let known = titled(&mut world, AGENCY);
    let request = ReviewRegisterItem {
        item: known.item,
        revision: known.revision,
        review_on: day("2028-09-01"),
    };
    world.does(|desk| records::register::review(desk, request));
    assert_eq!(
        refused(&mut world, &later).1,
        "The agreement with this supplier should have been reviewed by 1 September 2027: review it first (rule SHA-04)."
    );
}

#[test]
fn an_office_is_given_something_only_where_the_vacancy_says_why() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    let application = Some(world.application(candidate));
    add(
        &mut world,
        Item::Recipient(recipient(OFFICE, RecipientCategory::MembersAndDepartments)),
    );
    let to = titled(&mut world, OFFICE).item;
    let wanted = RecordDisclosure {
        application,
        purpose: Some(Purpose::OfficeReview),
        ..to_agency(candidate, to)
    };
    let said = "Choose an application for a role that says why an MP’s office or department is concerned (rule SHA-03).";
    assert_eq!(
        refused(&mut world, &wanted),
        ("application", said.to_owned())
    );
    office(&mut world, OFFICE);
    let whole = RecordDisclosure {
        application: None,
        ..wanted.clone()
    };
    assert_eq!(refused(&mut world, &whole).1, said, "of no role");
    let grounds = made(&mut world, &wanted);
    assert_eq!(
        grounds.relevance.as_deref(),
        Some("The role is in the member’s office")
    );
    assert_eq!(grounds.agreement, None, "it answers for itself");
}

#[test]
fn abroad_needs_a_mechanism_whose_review_is_not_late() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    let to = agency(&mut world, AGENCY);
    let abroad = Recipient {
        country: Country::parse("US").expect("a country"),
        ..recipient(AGENCY, RecipientCategory::Recruiters)
    };
    change(&mut world, AGENCY, Item::Recipient(abroad));
    let wanted = to_agency(candidate, to);
    assert_eq!(
        refused(&mut world, &wanted).1,
        "This recipient’s country is not adequate and no transfer mechanism is recorded: record one first (rule SHA-07)."
    );
    let transfer = Transfer {
        recipient: to,
        mechanism: Mechanism::Addendum,
        reference: line("SCC-01"),
        test: line("Not materially lower"),
        starts_on: day("2026-01-01"),
        ends_on: None,
        owner: line("Head of HR"),
        review_on: day("2026-12-01"),
    };
    add(&mut world, Item::Transfer(transfer));
    let grounds = made(&mut world, &wanted);
    assert_eq!(grounds.mechanism, Some(Mechanism::Addendum));
    world.today = day("2026-12-02");
    let later = RecordDisclosure {
        on: world.today,
        ..wanted
    };
    assert_eq!(
        refused(&mut world, &later).1,
        "The transfer mechanism for this recipient should have been reviewed by 1 December 2026: review it first (rule SHA-07)."
    );
}

/// A part of a legal ground.
type Field = fn(&mut LegalGround) -> &mut Option<domain::text::Line>;

#[test]
fn an_authority_says_who_it_is_by_which_power_and_what_it_asks() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    add(
        &mut world,
        Item::Recipient(recipient("County Court", RecipientCategory::LegalBodies)),
    );
    let to = titled(&mut world, "County Court").item;
    let mut ground = LegalGround {
        authority: None,
        power: None,
        asked: None,
        least: None,
        decided_by: None,
        told: None,
    };
    let mut wanted = RecordDisclosure {
        purpose: Some(Purpose::RequiredByLaw),
        classes: [DataClass::Contact].into(),
        ..to_agency(candidate, to)
    };
    let fields: [(&str, &str, Field); 6] = [
        ("legal.authority", "Enter who asked for it", |ground| {
            &mut ground.authority
        }),
        (
            "legal.power",
            "Enter the power or the order it was asked for under: without one, nothing is given",
            |ground| &mut ground.power,
        ),
        ("legal.asked", "Enter what was asked for", |ground| {
            &mut ground.asked
        }),
        (
            "legal.least",
            "Enter the least that satisfies what was asked",
            |ground| &mut ground.least,
        ),
        (
            "legal.decidedBy",
            "Enter who decided to give it",
            |ground| &mut ground.decided_by,
        ),
        (
            "legal.told",
            "Enter how the candidate was told, or why not",
            |ground| &mut ground.told,
        ),
    ];
    for (field, said, of) in fields {
        assert_eq!(
            refused(&mut world, &wanted),
            (field, format!("{said} (rule SHA-05)."))
        );
        *of(&mut ground) = Some(line("As the order of 2 November says"));
        wanted.legal = Some(ground.clone());
    }
    assert_eq!(made(&mut world, &wanted).legal, Some(ground));
}

fn choices(world: &mut World, candidate: CandidateId) -> DisclosureChoices {
    world
        .read(|desk| records::disclosure::choices(desk, DisclosureChoicesOf { candidate }))
        .expect("choices")
}

#[test]
fn what_can_be_chosen_has_the_least_ticked_and_says_what_stands_in_the_way() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    agency(&mut world, AGENCY);
    add(
        &mut world,
        Item::Recipient(recipient("Sample Surveys", RecipientCategory::Surveys)),
    );
    let seen = choices(&mut world, candidate);
    let of = |purpose: Purpose| {
        seen.purposes
            .iter()
            .find(|choice| choice.purpose == purpose)
            .expect("a purpose")
    };
    let agency = &of(Purpose::RunProcess).recipients[0];
    assert_eq!(
        agency.least,
        BTreeSet::from([DataClass::Contact, DataClass::Form])
    );
    assert_eq!(agency.refused, None);
    let survey = &of(Purpose::Survey).recipients[0];
    assert_eq!(survey.least, BTreeSet::from([DataClass::Contact]));
    let why = survey.refused.as_ref().expect("not approved");
    assert!(why.sentence.contains("has not been approved"), "{why:?}");
    assert_eq!(of(Purpose::HandOver).recipients, []);
    assert!(
        seen.purposes
            .iter()
            .all(|choice| choice.purpose != Purpose::ReserveList),
        "it reaches nobody"
    );
    assert_eq!(seen.offices[0].relevance, None);
}

fn purposes(world: &mut World) -> PurposesView {
    world
        .read(|desk| records::purpose::list(desk, Nothing {}))
        .expect("the purposes")
}

#[test]
fn a_change_of_a_purpose_is_a_new_version_and_the_old_one_stays() {
    let mut world = World::new();
    let candidate = world.add_person("Quillon");
    let to = agency(&mut world, AGENCY);
    let before = purposes(&mut world);
    let place = before
        .purposes
        .iter()
        .position(|view| view.purpose == Purpose::RunProcess)
        .expect("P6");
    let first = before.purposes[place].versions[0].clone();
    assert_eq!((first.version, first.set_by.clone()), (1, None));
    let mut terms = first.terms.clone();
    terms.classes.remove(&DataClass::Form);
    let request = SetPurpose {
        purpose: Purpose::RunProcess,
        version: 1,
        terms: terms.clone(),
    };
    world.does(|desk| records::purpose::set(desk, request.clone()));
    assert!(
        matches!(
            world.does_not(|desk| records::purpose::set(desk, request)),
            Error::Stale
        ),
        "it was version 1 that was seen"
    );
    let after = purposes(&mut world).purposes.remove(place).versions;
    assert_eq!((after[0].version, &after[0].terms), (2, &terms));
    assert_eq!(after[1], first, "what the notice says stays");
    assert_eq!(
        refused(&mut world, &to_agency(candidate, to)),
        (
            "classes",
            "Untick what this purpose may not use (rule PUR-01).".to_owned()
        ),
        "the new version binds at once"
    );
    let wanted = RecordDisclosure {
        classes: [DataClass::Contact].into(),
        ..to_agency(candidate, to)
    };
    assert_eq!(made(&mut world, &wanted).purpose_version, 2);
    terms.classes.insert(DataClass::Health);
    let request = SetPurpose {
        purpose: Purpose::RunProcess,
        version: 2,
        terms,
    };
    assert!(
        matches!(
            world.does_not(|desk| records::purpose::set(desk, request)),
            Error::Invalid(problems) if problems[0].field == "terms.condition"
        ),
        "health needs a condition"
    );
}

/// What Today asks of the registers: what it is called, whether it is over, and in how many days.
fn asked(world: &mut World) -> Vec<(String, bool, i32)> {
    world
        .read(|desk| records::today::overview(desk, Nothing {}))
        .expect("today")
        .tasks
        .into_iter()
        .filter_map(|task| {
            if let TodayWhat::RegisterReview { title, lapsed, .. } = &task.what {
                Some((title.clone(), *lapsed, task.days_left))
            } else if let TodayWhat::TrainingEnding { name, .. } = &task.what {
                Some((name.clone(), false, task.days_left))
            } else {
                None
            }
        })
        .collect()
}

fn on(world: &mut World, today: NaiveDate) -> Vec<(String, bool, i32)> {
    world.today = today;
    asked(world)
}

#[test]
fn what_is_near_or_late_stands_on_today_until_it_is_reviewed() {
    let mut world = World::new();
    let dpia = Dpia {
        title: line("Vetting"),
        purposes: [Purpose::Vetting].into(),
        measures: line("The result alone"),
        residual: Residual::Low,
        consulted_on: None,
        signed_off_on: day("2026-05-01"),
        owner: line("The data protection officer"),
        review_on: day("2027-01-31"),
    };
    add(&mut world, Item::Dpia(dpia));
    assert_eq!(asked(&mut world), []);
    assert_eq!(
        on(&mut world, day("2027-01-01")),
        [("Vetting".to_owned(), false, 30)]
    );
    assert_eq!(
        on(&mut world, day("2027-02-03")),
        [("Vetting".to_owned(), false, -3)]
    );
    let known = titled(&mut world, "Vetting");
    assert_eq!(known.standing, Standing::Overdue(day("2027-01-31")));
    let mut request = ReviewRegisterItem {
        item: known.item,
        revision: known.revision,
        review_on: day("2027-02-03"),
    };
    assert!(
        matches!(
            world.does_not(|desk| records::register::review(desk, request)),
            Error::Invalid(problems) if problems[0].field == "reviewOn"
        ),
        "ahead"
    );
    request.review_on = day("2028-02-03");
    let done = world.does(|desk| records::register::review(desk, request));
    assert_eq!(asked(&mut world), []);
    let undone = world.undo_numbered(done.undo).expect("taken back");
    assert_eq!(undone.what, UndoneWhat::ChangedRegister);
    assert_eq!(asked(&mut world).len(), 1);
    // Trained on 5 January 2026, for two years.
    assert_eq!(
        on(&mut world, day("2027-11-06"))
            .into_iter()
            .find(|(name, ..)| name == "Alex of HR"),
        Some(("Alex of HR".to_owned(), false, 60))
    );
}

#[test]
fn changes_to_a_register_are_taken_back_in_turn() {
    let mut world = World::new();
    let undo = add(
        &mut world,
        Item::Recipient(recipient(AGENCY, RecipientCategory::Recruiters)),
    );
    let first = change(
        &mut world,
        AGENCY,
        Item::Recipient(recipient("Other Talent", RecipientCategory::Recruiters)),
    );
    let second = change(
        &mut world,
        "Other Talent",
        Item::Recipient(recipient("Third Talent", RecipientCategory::Recruiters)),
    );
    for undo in [second, first, undo] {
        world.undo_numbered(undo).expect("taken back");
    }
    assert_eq!(registers(&mut world).lines, []);

    let undo = add(
        &mut world,
        Item::Recipient(recipient(AGENCY, RecipientCategory::Recruiters)),
    );
    let twin = AddRegisterItem {
        line: Item::Recipient(recipient(
            &AGENCY.to_uppercase(),
            RecipientCategory::Recruiters,
        )),
    };
    assert!(
        matches!(
            world.does_not(|desk| records::register::add(desk, twin)),
            Error::Invalid(problems) if problems[0].field == "details.name"
        ),
        "who is told of an erasure is told by name"
    );
    let to = titled(&mut world, AGENCY).item;
    add(&mut world, Item::Agreement(agreement(to)));
    assert!(
        matches!(world.undo_numbered(undo), Err(Error::Stale)),
        "an agreement is about it"
    );
}

#[test]
fn the_record_of_processing_is_of_what_is_there_and_tells_of_no_few() {
    let mut world = World::new();
    let names = ["Quillon", "Brantwe", "Ostmark", "Velindra", "Harkesh"];
    let people = names.map(|name| world.add_person(name));
    let to = agency(&mut world, AGENCY);
    made(&mut world, &to_agency(people[0], to));
    let mut make = |form| {
        let request = MakeReport {
            of: ReportOf::Processing,
            form,
        };
        let file = world.does(|desk| make_report(desk, request));
        assert!(file.name.starts_with("record-of-processing-2026-11-23."));
        file.bytes
    };
    let text = String::from_utf8(make(ReportForm::Csv)).expect("text");
    for said in [
        "P5 (version 1)",
        "Legitimate interests, UK GDPR Art 6(1)(f)",
        AGENCY,
        "DPA-01, in force",
        "6 months after the outcome",
        "Backups are encrypted and signed, and deleted after 35 days",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    for name in names {
        assert!(!text.contains(name), "{name}");
    }
    let json: serde_json::Value = serde_json::from_slice(&make(ReportForm::Json)).expect("JSON");
    let classes = &json["report"]["classes"];
    assert_eq!(classes[0]["class"], "contact");
    assert_eq!(classes[0]["people"]["exactly"], 5, "{}", classes[0]);
    assert!(make(ReportForm::Pdf).starts_with(b"%PDF"));
}
