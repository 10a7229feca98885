//! Single cells: names, addresses, numbers, dates, formulas.

use domain::application::{OutcomeKind, RejectionReason, Stage};
use domain::source::SourceCategory;
use intake::{
    DateChoice, DateFinding, DateForm, IntakeError, Person, Plan, Reading, Reason, Warning,
};

use crate::{adds_up, dated_plan, day, failure, look, plan, read_with, take};

fn one(text: &str) -> Person {
    let reading = take(text);
    assert_eq!(reading.people.len(), 1, "{:?}", reading.refused);
    reading.people.into_iter().next().expect("one person")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn named(name: &str) -> (String, String) {
    let name = one(&format!(
        "Name,Email,Job\n{},a@example.org,Cook\n",
        quoted(name)
    ))
    .details
    .name;
    (
        name.given
            .map(|given| given.as_str().to_owned())
            .unwrap_or_default(),
        name.family.as_str().to_owned(),
    )
}

#[test]
fn names_of_one_cell() {
    let cases = [
        ("Jane Smith", "Jane", "Smith"),
        ("Paula Ross Marshall", "Paula Ross", "Marshall"),
        ("Canberk de Souza", "Canberk", "de Souza"),
        ("Clemente van der Berg", "Clemente", "van der Berg"),
        ("Beverley ap Rhys", "Beverley", "ap Rhys"),
        ("Margaret al-Haddad", "Margaret", "al-Haddad"),
        ("Allan Ó Briain", "Allan", "Ó Briain"),
        ("Siân Lloyd-Williams", "Siân", "Lloyd-Williams"),
        ("JACK O'CONNOR", "Jack", "O'Connor"),
        ("SHIRLEY MCDONALD", "Shirley", "McDonald"),
        ("VLASTA SÝKOROVÁ", "Vlasta", "Sýkorová"),
        (
            "HEATHER ANTHONY LLOYD-HAYNES",
            "Heather Anthony",
            "Lloyd-Haynes",
        ),
        ("LUDWIG VAN DER ROHE", "Ludwig", "van der Rohe"),
        ("jane smith", "Jane", "Smith"),
        ("Smith, Jane Ann", "Jane Ann", "Smith"),
        ("Dr. Jane Smith, OBE", "Jane", "Smith"),
        ("Rt Hon Dame Jane Smith MP", "Jane", "Smith"),
        ("John Smith Jr", "John", "Smith Jr"),
        ("Suharto", "", "Suharto"),
        ("  Jane\u{200b}  Smith\u{a0}", "Jane", "Smith"),
        ("Al Smith", "Al", "Smith"),
        ("John E Smith", "John E", "Smith"),
    ];
    for (raw, given, family) in cases {
        assert_eq!(named(raw), (given.to_owned(), family.to_owned()), "{raw}");
    }
}

#[test]
fn titles_and_nicknames() {
    let name = one("Name,Email,Job\nProf. William (Bill) Smith,a@example.org,Cook\n")
        .details
        .name;
    assert_eq!(
        name.title.map(|title| title.as_str().to_owned()),
        Some("Prof".into())
    );
    assert_eq!(
        name.preferred.map(|text| text.as_str().to_owned()),
        Some("Bill".into())
    );
    // "Title" may hold the job the person has.
    let name = one(
        "Title,First name,Last name,Email,Vacancy\nHead of Cakes,Jane,Smith,a@example.org,Cook\n",
    )
    .details
    .name;
    assert_eq!(name.title, None);
}

fn emails(cell: &str) -> (Vec<String>, usize) {
    let reading = take(&format!(
        "Name,Email,Job\nJane Smith,{},Cook\n",
        quoted(cell)
    ));
    let held = reading.people[0]
        .details
        .contact
        .emails
        .iter()
        .map(|email| email.as_str().to_owned())
        .collect();
    (held, reading.bad_email)
}

#[test]
fn email_cells() {
    let cases: [(&str, &[&str], usize); 10] = [
        (" jane@example.org", &["jane@example.org"], 0),
        ("JANE@EXAMPLE.ORG", &["jane@example.org"], 0),
        ("Jane@Example.org", &["Jane@Example.org"], 0),
        (
            "mailto:jane@example.org?subject=x",
            &["jane@example.org"],
            0,
        ),
        ("Jane Smith <jane@example.org>", &["jane@example.org"], 0),
        (
            "a@example.org; b@example.org,c@example.org\nd@example.org A@example.org",
            &[
                "a@example.org",
                "b@example.org",
                "c@example.org",
                "d@example.org",
            ],
            0,
        ),
        ("not-an-email", &[], 1),
        ("jane@", &[], 1),
        ("", &[], 0),
        ("jane@example.org, @nowhere", &["jane@example.org"], 1),
    ];
    for (raw, held, bad) in cases {
        assert_eq!(
            emails(raw),
            (held.iter().map(|text| (*text).to_owned()).collect(), bad),
            "{raw}"
        );
    }
}

#[test]
fn telephone_cells() {
    let cases: [(&str, &[&str]); 7] = [
        ("'+44 7791 523284", &["07791523284"]),
        ("+44 44 7791523284", &["07791523284"]),
        ("0044 (0)7791 523284", &["07791523284"]),
        ("07791 523284; 07791523284", &["07791523284"]),
        (
            "07791 523284, 020 7946 0000",
            &["07791523284", "02079460000"],
        ),
        ("tel:+33 1 23 45 67 89", &["33123456789"]),
        ("ask her", &[]),
    ];
    for (raw, keys) in cases {
        let reading = take(&format!(
            "Name,Phone,Job\nJane Smith,{},Cook\n",
            quoted(raw)
        ));
        let found: Vec<&str> = reading.people[0]
            .keys
            .phones
            .iter()
            .map(String::as_str)
            .collect();
        assert_eq!(
            reading.warnings.of(Warning::BadPhone),
            usize::from(keys.is_empty()),
            "{raw}"
        );
        assert_eq!(found, keys, "{raw}");
    }
}

#[test]
fn postcodes_and_addresses() {
    let person = one(
        "Name,Email,Address,City,Postcode,Job\nJane Smith,a@example.org,\"Flat 4\r\nBrown Lodge\",Bath,sw1a0aa,Cook\n",
    );
    let contact = person.details.contact;
    let lines: Vec<&str> = contact
        .address
        .iter()
        .map(domain::text::Line::as_str)
        .collect();
    assert_eq!(lines, ["Flat 4", "Brown Lodge", "Bath"]);
    assert_eq!(contact.postcode.expect("a postcode").as_str(), "SW1A 0AA");
}

fn formulas(cell: &str) -> usize {
    let reading = take(&format!(
        "Name,Email,Notes,Job\nJane Smith,a@example.org,{},Cook\n",
        quoted(cell)
    ));
    assert_eq!(reading.taken, 1);
    reading.formula
}

#[test]
fn formula_cells() {
    for cell in [
        "=HYPERLINK(\"http://127.0.0.1/x\",\"click\") more",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3 text",
        "+44 20 7946 0000 text behind it",
        "'=1+1",
        " =cmd|' /C calc'!A0",
        "\t=1+1",
        "＝1+1",
        "<p>=HYPERLINK(\"x\")</p>",
    ] {
        assert_eq!(formulas(cell), 1, "{cell}");
    }
    for cell in [
        "-",
        "- a dash first",
        "+44 20 7946 0000",
        "'+44 7791 523284",
        "-12.5",
        "@jane_smith",
        "O'Brien",
        "=",
        "=== heading",
    ] {
        assert_eq!(formulas(cell), 0, "{cell}");
    }
}

#[test]
fn a_formula_is_kept_as_text_only() {
    let person = one(
        "Name,Email,Job\n=cmd|calc Smith,a@example.org,\"=HYPERLINK(\"\"x\"\",\"\"Cook\"\")\"\n",
    );
    assert!(!person.details.name.full().starts_with(['=', '+', '-', '@']));
    assert_eq!(
        person.applications[0].vacancy_title.as_str(),
        "HYPERLINK(\"x\",\"Cook\")"
    );
    assert_eq!(person.warnings, [Warning::Formula]);
}

fn applied(cells: &[&str]) -> String {
    let rows: Vec<String> = cells
        .iter()
        .enumerate()
        .map(|(at, c)| format!("Person{at} Smith{at},{at}@example.org,Cook,{c}"))
        .collect();
    format!("Name,Email,Job,Applied on\n{}\n", rows.join("\n"))
}

fn days(reading: &Reading) -> Vec<String> {
    reading
        .people
        .iter()
        .map(|person| person.applications[0].applied_on.to_string())
        .collect()
}

#[test]
fn eight_forms_of_dates() {
    let cases: [(&[&str], &[&str]); 9] = [
        (&["2026-07-09"], &["2026-07-09"]),
        (
            &["2026-07-09T23:30:00Z", "2026-07-09T23:30:00.123+01:00"],
            &["2026-07-10", "2026-07-09"],
        ),
        (&["2026-07-09 23:30:00"], &["2026-07-09"]),
        (
            &["13/07/2026", "09/07/2026", "2026-07-09"],
            &["2026-07-13", "2026-07-09", "2026-07-09"],
        ),
        (&["7/13/2026", "7/9/2026"], &["2026-07-13", "2026-07-09"]),
        (&["07-13-26", "07-09-26"], &["2026-07-13", "2026-07-09"]),
        (&["09.07.2026", "1.2.26"], &["2026-07-09", "2026-02-01"]),
        (&["1783638000"], &["2026-07-10"]),
        (&["1783638000000"], &["2026-07-10"]),
    ];
    for (cells, dates) in cases {
        let reading = take(&applied(cells));
        assert_eq!(days(&reading), dates, "{cells:?} {:?}", reading.refused);
    }
}

#[test]
fn an_ambiguous_column_needs_a_choice() {
    let text = applied(&["9/7/2026", "1/2/2026"]);
    assert_eq!(look(&text).dates[0].finding, DateFinding::NeedsChoice);
    assert_eq!(
        failure(text.as_bytes()),
        IntakeError::DateNeedsChoice { column: 4 }
    );
    let contradictory = applied(&["13/7/2026", "7/13/2026"]);
    assert_eq!(
        failure(contradictory.as_bytes()),
        IntakeError::DateNeedsChoice { column: 4 }
    );
    for (form, expected) in [
        (DateForm::DayFirst, ["2026-07-09", "2026-02-01"]),
        (DateForm::MonthFirst, ["2026-09-07", "2026-01-02"]),
    ] {
        let plan = Plan {
            dates: vec![DateChoice { column: 3, form }],
            ..look(&text).draft()
        };
        assert_eq!(days(&read_with(text.as_bytes(), &plan)), expected);
    }
    // The same day in both readings is no question.
    assert!(look(&applied(&["7/7/2026"])).plan().is_ok());
}

#[test]
fn dates_that_cannot_be() {
    let text = applied(&["2027-01-01", "1989-12-31", "2026-02-30", "soon", ""]);
    let reading = read_with(text.as_bytes(), &plan(text.as_bytes()));
    adds_up(&reading);
    let reasons: Vec<Reason> = reading
        .refused
        .iter()
        .map(|refused| refused.reason)
        .collect();
    assert_eq!(
        reasons,
        [
            Reason::DateOutOfRange,
            Reason::DateOutOfRange,
            Reason::UnreadableDate,
            Reason::UnreadableDate,
            Reason::NoDate
        ]
    );
    assert_eq!(
        reading
            .refused
            .iter()
            .map(|refused| refused.row)
            .collect::<Vec<_>>(),
        [2, 3, 4, 5, 6]
    );
}

#[test]
fn vacancies_stay_whole() {
    for title in [
        "Finance Assistant, Southwark",
        "Digital Campaigns Manager | Remote",
        "Policy Officer – Housing",
        "Cook; Baker",
    ] {
        let person = one(&format!(
            "Name,Email,Job\nJane Smith,a@example.org,{}\n",
            quoted(title)
        ));
        assert_eq!(person.applications[0].vacancy_title.as_str(), title);
    }
}

#[test]
fn stages_and_outcomes() {
    let cases = [
        ("Awaiting Review", Ok(Stage::Applied)),
        ("Replied", Ok(Stage::Sift)),
        ("Shortlisted", Ok(Stage::Shortlisted)),
        ("Second Interview", Ok(Stage::Interview)),
        ("Contract Proposal", Ok(Stage::Offer)),
        ("Entretien", Ok(Stage::Interview)),
        ("Rejected", Err("rejected")),
        ("Abgelehnt", Err("rejected")),
        ("Not hired", Err("rejected")),
        ("Contract Signed", Err("hired")),
        ("Withdrew", Err("withdrawn")),
        ("Offer declined", Err("offer-declined")),
        ("Vacancy cancelled", Err("vacancy-cancelled")),
    ];
    for (status, expected) in cases {
        let person = one(&format!(
            "Name,Email,Job,Status\nJane Smith,a@example.org,Cook,{status}\n"
        ));
        let application = &person.applications[0];
        match expected {
            Ok(stage) => assert_eq!(
                (application.stage, application.outcome),
                (stage, None),
                "{status}"
            ),
            Err(code) => assert_eq!(
                application.outcome.map(|outcome| outcome.how.code()),
                Some(code),
                "{status}"
            ),
        }
    }
    let unknown = take("Name,Email,Job,Status\nJane Smith,a@example.org,Cook,Zzz\n");
    assert_eq!(unknown.warnings.of(Warning::UnknownStatus), 1);
}

#[test]
fn reasons_open_no_reserve_list_by_guess() {
    for (reason, expected) in [
        (
            "Does not fit the job requirements",
            RejectionReason::EssentialCriteria,
        ),
        (
            "Another candidate was stronger",
            RejectionReason::Experience,
        ),
        (
            "Met requirements, another chosen",
            RejectionReason::MetRequirementsNotSelected,
        ),
        ("No right to work", RejectionReason::WorkEligibility),
    ] {
        let text = format!(
            "Name,Email,Job,Status,Rejection reason\nJane Smith,a@example.org,Cook,Rejected,{}\n",
            quoted(reason)
        );
        let how = one(&text).applications[0].outcome.expect("an ending").how;
        assert_eq!(how, OutcomeKind::Rejected { reason: expected }, "{reason}");
    }
}

#[test]
fn sources() {
    for (source, category) in [
        ("Website", SourceCategory::Website),
        ("CV Library", SourceCategory::SourcingPlatform),
        ("Unsolicited email", SourceCategory::UnsolicitedEmail),
        ("Recruitment agency", SourceCategory::Recruiter),
        ("Referral", SourceCategory::EmployeeReferral),
        ("University", SourceCategory::HigherEducation),
        ("The moon", SourceCategory::Recruiter),
        ("", SourceCategory::Recruiter),
    ] {
        let text = format!("Name,Email,Job,Source\nJane Smith,a@example.org,Cook,{source}\n");
        assert_eq!(one(&text).details.source.category, category, "{source}");
    }
    let plan = Plan {
        default_source: Some(domain::source::Source {
            category: SourceCategory::Survey,
            detail: None,
        }),
        ..dated_plan(b"Name,Email,Job\nJane Smith,a@example.org,Cook\n")
    };
    let reading = read_with(b"Name,Email,Job\nJane Smith,a@example.org,Cook\n", &plan);
    assert_eq!(
        reading.people[0].details.source.category,
        SourceCategory::Survey
    );
    assert_eq!(reading.people[0].details.received_on, day(2026, 10, 1));
}
