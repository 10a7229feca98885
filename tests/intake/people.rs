//! Who is who in a file.

use intake::Reading;

use crate::{adds_up, take};

fn people(rows: &[&str]) -> Reading {
    let reading = take(&format!("Name,Email,Phone,Job\n{}\n", rows.join("\n")));
    adds_up(&reading);
    reading
}

fn count(rows: &[&str]) -> usize {
    people(rows).people_in_file
}

#[test]
fn the_same_person() {
    for rows in [
        [
            "Jack Mason,jack@example.org,,Cook",
            "JACK MASON,JACK@EXAMPLE.ORG,,Baker",
        ],
        [
            "Jack Mason,jack@example.org,07791 523284,Cook",
            "Jack Mason,x1@indeedemail.com,'+44 44 7791523284,Baker",
        ],
        [
            "Jack Mason,jack@example.org,07791 523284,Cook",
            "Jack Mason,not-an-email,+44 7791523284,Baker",
        ],
        [
            "Jack Paul Mason,jack@example.org,,Cook",
            "Jack Mason,jack@example.org,,Baker",
        ],
        [
            "J Mason,jack@example.org,,Cook",
            "Jack Mason,jack@example.org,,Baker",
        ],
        [
            "Štěpán Žák,s@example.org,,Cook",
            "Stepan Zak,s@example.org,,Baker",
        ],
        [
            "Jane Smith,jane@example.org,07791 523284,Cook",
            "Jane Jones,jane@example.org,07791 523284,Baker",
        ],
        [
            "Sean O'Connor,s@example.org,,Cook",
            "Sean OConnor,s@example.org,,Cook",
        ],
    ] {
        assert_eq!(count(&rows), 1, "{rows:?}");
    }
}

#[test]
fn not_the_same_person() {
    for rows in [
        // A family's or an agency's address.
        [
            "John Smith,smiths@example.org,,Cook",
            "Mary Smith,smiths@example.org,,Baker",
        ],
        [
            "Jack Mason,office@example.org,,Cook",
            "Ann Lee,office@example.org,,Baker",
        ],
        [
            "Jack Mason,,07791 523284,Cook",
            "Ann Lee,,07791 523284,Baker",
        ],
        // A stand-in address is nobody's.
        [
            "Jack Mason,x1@indeedemail.com,,Cook",
            "Jack Mason,x1@indeedemail.com,,Baker",
        ],
        // A name is not enough.
        [
            "Jack Mason,jack1@example.org,,Cook",
            "Jack Mason,jack2@example.org,,Baker",
        ],
    ] {
        assert_eq!(count(&rows), 2, "{rows:?}");
    }
}

#[test]
fn one_row_may_join_two_others() {
    let rows = [
        "Jack Mason,a@example.org,07791 523284,Cook",
        "Jack Mason,b@example.org,07791 523285,Baker",
        "Jack Mason,a@example.org,07791 523285,Clerk",
    ];
    let reading = people(&rows);
    assert_eq!((reading.people_in_file, reading.repeats), (1, 2));
    let person = &reading.people[0];
    assert_eq!(person.rows, [2, 3, 4]);
    assert_eq!(person.applications.len(), 3);
    assert_eq!(person.keys.emails, ["a@example.org", "b@example.org"]);
    assert_eq!(person.keys.phones, ["07791523284", "07791523285"]);
    assert_eq!(person.keys.name, "jack mason");
}

#[test]
fn the_same_application_twice_is_taken_once() {
    let reading = people(&[
        "Jack Mason,a@example.org,,Cook",
        "Jack Mason,a@example.org,,Cook",
    ]);
    assert_eq!(reading.people[0].applications.len(), 1);
    assert_eq!(reading.warnings.of(intake::Warning::RepeatedApplication), 1);
}

#[test]
fn a_stand_in_address_comes_last() {
    let reading = people(&["Jack Mason,x@indeedemail.com; a@example.org,,Cook"]);
    assert_eq!(
        reading.people[0].details.contact.emails[0].as_str(),
        "a@example.org"
    );
    assert_eq!(reading.people[0].keys.emails, ["a@example.org"]);
}

#[test]
fn an_address_of_thousands_takes_no_square() {
    let took = |people: usize| {
        let rows: Vec<String> = (0..people)
            .map(|at| format!("Given{at} Family{at},jobs@example.org,,Cook"))
            .collect();
        let twice: Vec<&str> = rows.iter().chain(&rows).map(String::as_str).collect();
        let began = std::time::Instant::now();
        assert_eq!(count(&twice), people);
        began.elapsed()
    };
    // The quickest of several: what else the computer does only ever adds.
    let quickest = |people| (0..3).map(|_| took(people)).min().unwrap();
    let (few, many) = (quickest(1_000), quickest(8_000));
    assert!(
        many < few * 24,
        "eight times as many, {few:?} and {many:?}: a square would take sixty-four times as long"
    );
}
