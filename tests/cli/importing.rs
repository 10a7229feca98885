//! Files of applicants, dry and for real.

use serde_json::Value;

use crate::support::{Home, applicants, day, fixture, number, run};

#[test]
fn a_dry_run_agrees_with_what_is_known_to_be_in_the_file() {
    for name in ["opencats", "odoo"] {
        let seen = dry(name);
        let truth = truth(name);
        assert_eq!(seen["layout"], truth["layout"], "{name}: the layout");
        assert_eq!(
            number(&seen, "rows"),
            number(&truth, "records"),
            "{name}: records"
        );
        assert_eq!(
            number(&seen, "empty"),
            number(&truth, "empty"),
            "{name}: empty rows"
        );
        assert_eq!(
            number(&seen, "past_retention"),
            number(&truth, "closed_over_six_months"),
            "{name}: rows past retention"
        );
        let (people, known) = (number(&seen, "people"), number(&truth, "people"));
        assert!(
            people.abs_diff(known) * 100 <= known,
            "{name}: people within one per cent, {people} of {known}"
        );
        assert_eq!(
            people + number(&seen, "repeats"),
            number(&seen, "rows"),
            "{name}: a record is a person's first or a repeat"
        );
    }
}

#[test]
fn every_refused_row_of_a_dry_run_says_why() {
    let seen = dry("opencats");
    let refused = seen["refused"].as_array().expect("a list");
    assert!(
        refused.len() > 130,
        "the past and the empty: {}",
        refused.len()
    );
    for row in refused {
        assert!(number(row, "row") > 1, "as a spreadsheet numbers it: {row}");
        let reason = row["reason"].as_str().expect("a sentence");
        assert!(
            reason.ends_with('.') && reason.len() > 15,
            "a reason is a sentence: {row}"
        );
    }
    let past = refused
        .iter()
        .filter(|row| row["code"] == "past-retention")
        .count();
    assert!(
        past > 0,
        "the past ones are told from the others: {}",
        refused[0]
    );
}

#[test]
fn a_dry_run_takes_the_day_it_is_asked_for() {
    let file = fixture("imports/odoo.csv");
    let as_of = |day: &str| {
        let answer = run([
            "import".as_ref(),
            file.as_os_str(),
            "--dry-run".as_ref(),
            "--json".as_ref(),
            "--as-of".as_ref(),
            day.as_ref(),
        ]);
        number(&answer.done().json(), "past_retention")
    };
    assert_eq!(as_of("2026-11-23"), 53, "the day the file was made for");
    assert!(as_of("2027-11-23") > 53, "a year later more has passed");
}

#[test]
fn importing_the_same_file_twice_adds_nothing_the_second_time() {
    let home = Home::empty();
    let rows: Vec<String> = (0..40)
        .map(|at| format!("Given{at} Family{at},p{at}@example.org,07700 9{at:05},Cook"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let file = home.file("people.csv", applicants(&rows));
    let first = home.import(&file);
    assert_eq!(
        (
            number(&first, "added"),
            number(&first, "applications"),
            number(&first, "vacancies")
        ),
        (40, 40, 1),
        "everyone, once: {first}"
    );
    let second = home.import(&file);
    assert_eq!(
        (
            number(&second, "added"),
            number(&second, "applications"),
            number(&second, "vacancies")
        ),
        (0, 0, 0),
        "nothing new: {second}"
    );
    assert_eq!(number(&second, "joined"), 40, "they are known again");
    home.holds(40);
}

#[test]
fn importing_what_another_system_wrote_and_importing_it_again() {
    let home = Home::empty();
    let file = fixture("imports/opencats.csv");
    let first = home.import(&file);
    let second = home.import(&file);
    assert_eq!(
        (number(&second, "added"), number(&second, "applications")),
        (0, 0),
        "{first}"
    );
    home.holds(number(&first, "added"));
}

#[test]
fn a_person_who_was_imported_is_found_by_name_and_address() {
    let home = Home::empty();
    let file = home.file(
        "people.csv",
        applicants(&["Zoë Featherstonehaugh,zoe.f@example.org,020 7946 0123,Cook"]),
    );
    home.import(&file);
    for text in [
        "feather",
        "zoe",
        "ZOË",
        "zoe.f@example.org",
        "featherstonehaugh zo",
    ] {
        assert_eq!(home.found(text), 1, "found by {text}");
    }
    assert_eq!(
        home.found("featherstonehaugh cook"),
        0,
        "every word must be theirs"
    );
}

#[test]
fn records_without_a_day_are_refused_until_one_is_given() {
    let home = Home::empty();
    let file = home.file(
        "people.csv",
        "Name,Email,Job\nAnn Lee,ann@example.org,Cook\n",
    );
    let without = home.import(&file);
    assert_eq!(
        number(&without, "added"),
        0,
        "no day, no clock to run: {without}"
    );
    assert_eq!(
        without["refused"].as_array().map(Vec::len),
        Some(1),
        "and it says so"
    );
    let with = home.ask([
        "import".as_ref(),
        file.as_os_str(),
        "--undated".as_ref(),
        day(-10).to_string().as_ref(),
    ]);
    assert_eq!(
        number(&with, "added"),
        1,
        "with a day they are taken: {with}"
    );
}

fn dry(name: &str) -> Value {
    run([
        "import".as_ref(),
        fixture(&format!("imports/{name}.csv")).as_os_str(),
        "--dry-run".as_ref(),
        "--json".as_ref(),
        "--as-of".as_ref(),
        "2026-11-23".as_ref(),
    ])
    .done()
    .json()
}

fn truth(name: &str) -> Value {
    let text = std::fs::read_to_string(fixture(&format!("imports/{name}.truth.json")))
        .expect("a truth file");
    serde_json::from_str(&text).expect("JSON")
}
