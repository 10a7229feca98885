//! Files previewed, what must be chosen, and imports taken back.

use domain::access::{Relation, Role};
use domain::id::{AccountId, CandidateId, ImportId, InterviewId};
use domain::interview::{InterviewKind, InterviewPlan, TimeOfDay};
use domain::source::SourceCategory;
use records::Error;
use records::candidate::EditCandidate;
use records::import::{
    ImportChoices, ImportNeed, ImportPreview, ImportReceipt, PreviewImport, RunImport, UndoImport,
};
use records::interview::{Interviewer, InterviewsFor, ListInterviews, ScheduleInterview};
use records::view::{Nothing, UndoneWhat};

use crate::sealed::{account, name_for_the_role};
use crate::world::{NEARLY, World, day, details};

const THREE: &str = "Name,Email,Job,Applied on\n\
    Ann Lee,ann@example.org,Cook,2026-11-01\n\
    Ben Kay,ben@example.org,Cook,2026-11-02\n\
    Col Ray,col@example.org,Baker,2026-11-03\n";

#[test]
fn a_preview_says_what_would_come_in_and_brings_nothing_in() {
    let mut world = World::new();
    let seen = choose(&mut world, THREE).expect("a preview");
    assert_eq!(
        (
            seen.rows,
            seen.people,
            seen.would_add,
            seen.here_already,
            seen.refused_total
        ),
        (3, 3, 3, 0, 0),
        "{seen:?}"
    );
    assert_eq!(seen.needs, [], "nothing to choose");
    let targets: Vec<&str> = seen
        .columns
        .iter()
        .map(|column| column.target.as_str())
        .collect();
    assert_eq!(
        targets,
        ["fullName", "email", "vacancy", "appliedOn"],
        "what each column holds"
    );
    let vacancies: Vec<(&str, u32, bool)> = seen
        .vacancies
        .iter()
        .map(|each| (each.title.as_str(), each.applications, each.here_already))
        .collect();
    assert_eq!(
        vacancies,
        [("Baker", 1, false), ("Cook", 2, false)],
        "the vacancies in it"
    );
    assert!(world.everyone().is_empty(), "and nobody came in");
}

#[test]
fn what_must_be_chosen_is_asked_for_and_the_choice_settles_it() {
    let mut world = World::new();
    let file = "Jane Smith,jane@example.org,Cook,2026-11-01\nJohn Green,john@example.org,Cook,2026-11-02\n";
    let seen = choose(&mut world, file).expect("a preview");
    assert_eq!(seen.needs, [ImportNeed::Columns], "no heading: the columns");
    let choices = ImportChoices {
        targets: Some(
            ["fullName", "email", "vacancy", "appliedOn"]
                .map(str::to_owned)
                .to_vec(),
        ),
        ..ImportChoices::default()
    };
    let again = preview(&mut world, &seen, choices.clone()).expect("a preview");
    assert_eq!(
        (again.needs.as_slice(), again.would_add),
        ([].as_slice(), 2),
        "settled: {again:?}"
    );
    let receipt = run(&mut world, &seen, choices).expect("imported");
    assert_eq!(receipt.added, 2, "the first row too");

    let seen =
        choose(&mut world, "Name,Email,Job\nAnn Lee,ann@example.org,Cook\n").expect("a preview");
    assert_eq!(
        (seen.needs.as_slice(), seen.would_add),
        ([ImportNeed::UndatedReceivedOn].as_slice(), 0),
        "no dates: the day they came in"
    );
    let choices = ImportChoices {
        undated_received_on: Some(day("2026-11-01")),
        ..ImportChoices::default()
    };
    let again = preview(&mut world, &seen, choices).expect("a preview");
    assert_eq!(
        (again.needs.as_slice(), again.would_add),
        ([].as_slice(), 1),
        "settled"
    );
}

#[test]
fn dates_that_fit_two_forms_are_asked_about() {
    let mut world = World::new();
    let file = "Name,Email,Job,Applied on\n\
        Ann Lee,ann@example.org,Cook,03/11/2026\n\
        Ben Kay,ben@example.org,Cook,05/10/2026\n";
    let seen = choose(&mut world, file).expect("a preview");
    assert_eq!(
        seen.needs,
        [ImportNeed::DateForm],
        "day first or month first"
    );
    assert_eq!(
        seen.columns[3].date_forms,
        ["dayFirst", "monthFirst"],
        "the two are offered at the column"
    );
    let undecided = run(&mut world, &seen, ImportChoices::default());
    assert!(
        matches!(undecided, Err(Error::Import(_))),
        "nobody gets a date by guessing"
    );
    assert!(world.everyone().is_empty(), "nothing came in");
    let choices = ImportChoices {
        date_forms: Some(vec![None, None, None, Some("dayFirst".to_owned())]),
        ..ImportChoices::default()
    };
    let again = preview(&mut world, &seen, choices.clone()).expect("a preview");
    assert_eq!(
        (again.needs.as_slice(), again.would_add),
        ([].as_slice(), 2),
        "settled: {again:?}"
    );
    run(&mut world, &seen, choices).expect("the file is still chosen");
    let ann = world.found("ann lee")[0];
    assert_eq!(
        world.open(ann).applications[0].applied_on,
        day("2026-11-03"),
        "3 November"
    );
}

#[test]
fn a_person_who_is_here_already_gets_the_application_and_no_second_record() {
    let mut world = World::new();
    let seen = choose(&mut world, THREE).expect("a preview");
    run(&mut world, &seen, ImportChoices::default()).expect("imported");
    let file = "Name,Email,Job,Applied on\nAnn Lee,ANN@example.org,Clerk,2026-11-20\n";
    let seen = choose(&mut world, file).expect("a preview");
    assert_eq!(
        (seen.here_already, seen.would_add),
        (1, 0),
        "she is known by her address and name"
    );
    let receipt = run(&mut world, &seen, ImportChoices::default()).expect("imported");
    assert_eq!(
        (receipt.added, receipt.joined, receipt.applications),
        (0, 1, 1),
        "{receipt:?}"
    );
    let ann = world.found("ann lee");
    assert_eq!(ann.len(), 1, "one record");
    assert_eq!(world.open(ann[0]).applications.len(), 2, "two applications");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::Imported,
        "taken back"
    );
    assert_eq!(
        world.open(ann[0]).applications.len(),
        1,
        "she stays as she was"
    );
}

#[test]
fn an_import_taken_back_leaves_everything_as_it_was() {
    let mut world = World::new();
    let stays = world.add_person("Stays");
    let before = (world.everyone(), world.stands(stays), vacancies(&mut world));
    let seen = choose(&mut world, THREE).expect("a preview");
    run(&mut world, &seen, ImportChoices::default()).expect("imported");
    assert_eq!(world.everyone().len(), 4, "three came in");
    assert_eq!(
        world.undo().expect("undone").what,
        UndoneWhat::Imported,
        "in one step"
    );
    assert_eq!(
        (world.everyone(), world.stands(stays), vacancies(&mut world)),
        before,
        "people and vacancies alike"
    );
}

#[test]
fn an_import_taken_back_later_keeps_whoever_was_worked_on_since() {
    let mut world = World::new();
    let seen = choose(&mut world, THREE).expect("a preview");
    let receipt = run(&mut world, &seen, ImportChoices::default()).expect("imported");
    let (ann, ben) = (world.found("ann lee")[0], world.found("ben kay")[0]);
    let revision = world.open(ann).revision;
    world.does(|desk| {
        let edit = EditCandidate {
            candidate: ann,
            revision,
            details: details("Edited"),
        };
        records::candidate::edit(desk, edit)
    });
    world.end(ben, NEARLY, "2026-11-20");
    let kept = [world.open(ann), world.open(ben)];
    let import = receipt.import;
    let undone = world.does(|desk| records::import::take_back(desk, UndoImport { import }));
    assert_eq!(
        (undone.removed, undone.kept),
        (1, 2),
        "the one nobody touched went"
    );
    assert_eq!(
        [world.open(ann), world.open(ben)],
        kept,
        "the others are as they were left"
    );
    let again = world.write(|desk| records::import::take_back(desk, UndoImport { import }));
    assert!(
        matches!(again, Err(Error::NotFound)),
        "an import is taken back once: {again:?}"
    );
    let rows = world
        .read(|desk| records::import::list(desk, Nothing {}))
        .expect("imports")
        .rows;
    assert_eq!(
        (rows.len(), rows[0].added, rows[0].undone_at.is_some()),
        (1, 3, true),
        "and stays on record as taken back"
    );
}

/// Schedules an interview of somebody for a vacancy by its title, by an interviewer of it.
fn interview(world: &mut World, candidate: CandidateId, title: &str, by: AccountId) -> InterviewId {
    let view = world.open(candidate);
    let application = view
        .applications
        .iter()
        .find(|application| application.vacancy_title == title)
        .expect("the application");
    world.vacancy = application.vacancy;
    name_for_the_role(world, &[(by, Relation::Interviewer)]);
    let request = ScheduleInterview {
        application: application.application,
        plan: InterviewPlan {
            kind: InterviewKind::Phone,
            on: day("2026-12-01"),
            at: TimeOfDay::parse("10:00").expect("a time"),
            minutes: 30,
            place: None,
        },
        panel: vec![Interviewer {
            account: by,
            criteria: Vec::new(),
        }],
    };
    world
        .does(|desk| records::interview::schedule(desk, request))
        .interview
}

fn interviews(world: &mut World, candidate: CandidateId) -> Vec<InterviewId> {
    let of = InterviewsFor::Candidate { candidate };
    world
        .read(|desk| records::interview::list(desk, ListInterviews { of }))
        .expect("interviews")
        .interviews
        .into_iter()
        .map(|row| row.interview)
        .collect()
}

#[test]
fn an_import_taken_back_keeps_whoever_has_an_interview_and_the_application_it_is_of() {
    let mut world = World::new();
    let ivy = account(&mut world, "Ivy", Role::Member);
    let first = "Name,Email,Job,Applied on\nAnn Lee,ann@example.org,Cook,2026-10-01\n";
    let seen = choose(&mut world, first).expect("a preview");
    run(&mut world, &seen, ImportChoices::default()).expect("imported");
    // Ann is here, so this file brings her another application; Ben and Col come with it.
    let second = "Name,Email,Job,Applied on\n\
        Ann Lee,ann@example.org,Baker,2026-11-01\n\
        Ben Kay,ben@example.org,Cook,2026-11-02\n\
        Col Ray,col@example.org,Baker,2026-11-03\n\
        Dee Fox,dee@example.org,Baker,2026-11-03\n";
    let seen = choose(&mut world, second).expect("a preview");
    let receipt = run(&mut world, &seen, ImportChoices::default()).expect("imported");
    assert_eq!((receipt.added, receipt.joined), (3, 1), "{receipt:?}");
    let [ann, ben] = ["ann lee", "ben kay"].map(|name| world.found(name)[0]);
    let hers = interview(&mut world, ann, "Baker", ivy);
    let his = interview(&mut world, ben, "Cook", ivy);
    let before = [world.open(ann), world.open(ben)];
    let import = receipt.import;
    let undone = world.does(|desk| records::import::take_back(desk, UndoImport { import }));
    assert_eq!(
        undone.removed, 2,
        "the two nobody interviews went: {undone:?}"
    );
    assert_eq!(
        undone.kept, 1,
        "whoever has an interview stayed: {undone:?}"
    );
    assert_eq!(
        (world.found("col ray"), world.found("dee fox")),
        (Vec::new(), Vec::new())
    );
    assert_eq!(
        [world.open(ann), world.open(ben)],
        before,
        "with their applications, as they were left"
    );
    assert_eq!(
        (interviews(&mut world, ann), interviews(&mut world, ben)),
        (vec![hers], vec![his]),
        "and their interviews"
    );
}

#[test]
fn a_file_chosen_before_another_is_not_the_one_that_is_brought_in() {
    let mut world = World::new();
    let first = choose(&mut world, THREE).expect("a preview");
    choose(
        &mut world,
        "Name,Email,Job,Applied on\nEve Fox,eve@example.org,Cook,2026-11-01\n",
    )
    .expect("a preview");
    assert!(
        matches!(
            run(&mut world, &first, ImportChoices::default()),
            Err(Error::Stale)
        ),
        "the older one is not brought in"
    );
    assert!(world.everyone().is_empty(), "nor the newer in its place");
}

#[test]
fn a_file_that_is_no_list_changes_nothing_and_leaves_the_chosen_one() {
    let mut world = World::new();
    let seen = choose(&mut world, THREE).expect("a preview");
    for text in ["", "%PDF-1.7\n"] {
        let answer = choose(&mut world, text);
        assert!(
            matches!(answer, Err(Error::Import(_))),
            "{text:?}: {answer:?}"
        );
    }
    assert_eq!(
        run(&mut world, &seen, ImportChoices::default())
            .expect("imported")
            .added,
        3,
        "the one before can still be brought in"
    );
}

#[test]
fn a_column_of_health_data_is_left_out_whatever_is_chosen() {
    let mut world = World::new();
    let file =
        "Name,Email,Job,Applied on,Disability\nAnn Lee,ann@example.org,Cook,2026-11-01,none\n";
    let seen = choose(&mut world, file).expect("a preview");
    assert_eq!(seen.columns[4].target, "leftOut", "left out by itself");
    assert!(seen.columns[4].left_out_because.is_some(), "and says why");
    let mut targets: Vec<String> = seen
        .columns
        .iter()
        .map(|column| column.target.clone())
        .collect();
    targets[4] = "addressLine".to_owned();
    let choices = ImportChoices {
        targets: Some(targets),
        default_source: Some(SourceCategory::Website),
        ..ImportChoices::default()
    };
    let answer = preview(&mut world, &seen, choices);
    assert!(
        matches!(answer, Err(Error::Rule { .. })),
        "not under another name either: {answer:?}"
    );
}

/// Brings three people in, Ann Lee, Ben Kay and another.
pub(crate) fn three(world: &mut World) -> ImportId {
    let seen = choose(world, THREE).expect("a preview");
    let receipt = run(world, &seen, ImportChoices::default()).expect("imported");
    receipt.import
}

fn choose(world: &mut World, text: &str) -> Result<ImportPreview, Error> {
    let file = written(world, text);
    world.read(|desk| records::import::choose(desk, file))
}

fn written(world: &World, text: &str) -> std::path::PathBuf {
    let file = world.folder.path().join("list.csv");
    std::fs::write(&file, text).expect("a file");
    file
}

fn preview(
    world: &mut World,
    seen: &ImportPreview,
    choices: ImportChoices,
) -> Result<ImportPreview, Error> {
    let request = PreviewImport {
        file: seen.file,
        choices,
    };
    world.read(|desk| records::import::preview(desk, request))
}

fn run(
    world: &mut World,
    seen: &ImportPreview,
    choices: ImportChoices,
) -> Result<ImportReceipt, Error> {
    let request = RunImport {
        file: seen.file,
        choices,
        job: 1,
    };
    world.write(|desk| records::import::run(desk, request))
}

fn vacancies(world: &mut World) -> Vec<String> {
    let request = records::vacancy::ListVacancies { closed_out: true };
    world
        .read(|desk| records::vacancy::list(desk, request))
        .expect("vacancies")
        .rows
        .into_iter()
        .map(|row| row.title)
        .collect()
}
