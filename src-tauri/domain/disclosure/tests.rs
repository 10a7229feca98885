use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn line(text: &str) -> Line {
    Line::parse(text).expect("a line")
}

fn details(recipient: &str, on: &str) -> DisclosureDetails {
    DisclosureDetails {
        category: RecipientCategory::MembersAndDepartments,
        recipient: line(recipient),
        purpose: Purpose::OfficeReview,
        classes: [DataClass::Form].into(),
        on: day(on),
    }
}

fn person(given: Option<&str>, family: &str) -> PersonName {
    PersonName {
        title: None,
        given: given.map(line),
        family: line(family),
        preferred: None,
    }
}

fn given(gone: Gone, recipient: &str, on: &str) -> GivenOf {
    GivenOf {
        gone,
        erased_on: day("2026-11-23"),
        details: details(recipient, on),
    }
}

#[test]
fn recipients_are_told_within_fourteen_days() {
    let found = to_tell(
        &[given(Gone::Person(1), "Office of A. Member", "2026-05-01")],
        NOTICE_DAYS,
    );
    let [only] = found.as_slice() else {
        panic!("one recipient");
    };
    assert_eq!(only.by, day("2026-12-07"), "ERA-06#01");
}

#[test]
fn a_recipient_is_told_once_of_everything_it_was_given() {
    let found = to_tell(
        &[
            given(Gone::Person(1), "Office of A. Member", "2026-05-01"),
            given(Gone::Person(1), "office of a. member", "2026-05-02"),
            given(Gone::Person(2), "Office of A. Member", "2026-05-01"),
            given(Gone::Application(3), "Office of A. Member", "2026-05-01"),
        ],
        NOTICE_DAYS,
    );
    let [only] = found.as_slice() else {
        panic!("one recipient");
    };
    assert_eq!((only.people, only.applications), (2, 1));
    let numbers: Vec<u32> = only.given.iter().map(|given| given.number).collect();
    assert_eq!(numbers, [3, 1]);
}

#[test]
fn what_came_back_with_a_backup_counts_from_the_day_it_went_first() {
    let mut again = given(Gone::Person(1), "Office of A. Member", "2026-05-01");
    again.erased_on = day("2026-11-01");
    let found = to_tell(
        &[
            given(Gone::Person(2), "Office of A. Member", "2026-05-01"),
            again,
        ],
        NOTICE_DAYS,
    );
    assert_eq!(found.first().map(|one| one.by), Some(day("2026-11-15")));
}

#[test]
fn a_recipient_that_stays_does_not_name_who_goes() {
    let who = person(Some("Priya"), "Sharma");
    for (recipient, said) in [
        ("Referee of Priya Sharma", true),
        ("SHARMA, priya: CV", true),
        ("Office of Sunita Sharma", false),
        ("Priyanka Sharmarke Ltd", false),
    ] {
        assert_eq!(names(&line(recipient), &who), said, "{recipient}");
    }
    let one_name = person(None, "Teller");
    assert!(names(&line("Teller & Sons"), &one_name));
}

#[test]
fn who_was_told_is_kept_six_years() {
    assert_eq!(keep_told_until(day("2026-12-01")), day("2032-12-01"));
}

#[test]
fn every_word_is_read_back() {
    for category in RecipientCategory::ALL {
        assert_eq!(
            RecipientCategory::from_code(category.code()),
            Some(*category)
        );
    }
    for purpose in Purpose::ALL {
        assert_eq!(Purpose::from_code(purpose.code()), Some(*purpose));
    }
}

proptest! {
    /// Whoever was given anything is told, once; and telling of two erasures together says what telling of each does.
    #[test]
    fn nobody_is_left_out_or_told_twice(
        wanted in prop::collection::vec((0_i64..6, 0_usize..3, 1_u32..28), 0..20),
        at in 0_usize..20,
    ) {
        const NAMES: [&str; 3] = ["Office of A. Member", "Some Agency", "A Department"];
        let all: Vec<GivenOf> = wanted
            .iter()
            .map(|(who, to, on)| {
                let name = NAMES.get(*to).copied().unwrap_or_default();
                given(Gone::Person(*who), name, &format!("2026-05-{on:02}"))
            })
            .collect();
        let found = to_tell(&all, NOTICE_DAYS);
        for each in &all {
            let told = found
                .iter()
                .filter(|one| one.is(each.details.category, &each.details.recipient))
                .count();
            prop_assert_eq!(told, 1);
        }
        let times: u32 = found.iter().flat_map(|one| &one.given).map(|given| given.number).sum();
        prop_assert_eq!(usize::try_from(times).ok(), Some(all.len()));

        // In portions of people, as an erasure goes.
        let (one, other): (Vec<GivenOf>, Vec<GivenOf>) = all
            .iter()
            .cloned()
            .partition(|each| matches!(each.gone, Gone::Person(who) if usize::try_from(who).is_ok_and(|who| who < at)));
        let mut together = to_tell(&one, NOTICE_DAYS);
        for each in to_tell(&other, NOTICE_DAYS) {
            match together.iter_mut().find(|known| known.is(each.category, &each.recipient)) {
                Some(known) => known.add(&each),
                None => together.push(each),
            }
        }
        together.sort_by_key(|one| fold(one.recipient.as_str()));
        let mut whole = found;
        whole.sort_by_key(|one| fold(one.recipient.as_str()));
        prop_assert_eq!(together, whole);
    }
}
