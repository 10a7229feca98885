use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::testing::day;
use crate::text::Prose;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn told(source: SourceCategory, obtained: &str) -> Told {
    Told {
        source,
        obtained_on: date(obtained),
        contacted_on: None,
        disclosed_on: None,
    }
}

const MISSING: OnRecord = OnRecord {
    given_on: None,
    exempt: false,
};

fn given(on: &str) -> OnRecord {
    OnRecord {
        given_on: Some(date(on)),
        exempt: false,
    }
}

#[test]
fn who_applied_by_a_form_is_told_at_once_and_who_wrote_unasked_with_the_first_reply() {
    let form = told(SourceCategory::Website, "2026-11-23");
    assert_eq!(due(&form).until, date("2026-11-23"));
    assert_eq!(
        state(MISSING, due(&form), date("2026-11-24")),
        NoticeState::Overdue
    );
    let wrote = told(SourceCategory::UnsolicitedEmail, "2026-11-23");
    assert_eq!(due(&wrote).on, date("2026-11-23"));
    assert_eq!(
        state(MISSING, due(&wrote), date("2026-11-30")),
        NoticeState::Due
    );
    assert_eq!(
        state(MISSING, due(&wrote), date("2026-12-01")),
        NoticeState::Overdue
    );
}

#[test]
fn a_survey_is_told_on_the_day_and_what_others_gave_within_a_month() {
    assert_eq!(
        due(&told(SourceCategory::Survey, "2026-10-31")).until,
        date("2026-10-31")
    );
    assert_eq!(
        due(&told(SourceCategory::Recruiter, "2026-10-31")).until,
        date("2026-11-30")
    );
}

#[test]
fn each_state_is_said_in_one_sentence_that_says_why() {
    let today = date("2026-11-23");
    let mut found = told(SourceCategory::SourcingPlatform, "2026-10-10");
    let said = [
        sentence(MISSING, &found, today),
        sentence(given("2026-10-20"), &found, today),
        sentence(given("2026-11-20"), &found, today),
        sentence(
            OnRecord {
                given_on: None,
                exempt: true,
            },
            &found,
            today,
        ),
    ];
    assert_eq!(
        said,
        [
            "They should have been given the privacy notice by 10 November 2026, and nothing says that they were: their \
             details came from somebody else on 10 October 2026, and it is due within a month (rule NOT-02).",
            "They were given the privacy notice on 20 October 2026, in time.",
            "They were given the privacy notice on 20 November 2026, after its last day, 10 November 2026: their details \
             came from somebody else on 10 October 2026, and it is due within a month (rule NOT-02).",
            "They need not be given the privacy notice (rule NOT-04).",
        ]
    );
    found.obtained_on = date("2026-11-20");
    found.contacted_on = Some(date("2026-11-24"));
    assert_eq!(
        sentence(MISSING, &found, today),
        "They are to be given the privacy notice by 24 November 2026: their details came from somebody else, and it is \
         due at the first contact (rule NOT-02)."
    );
}

#[test]
fn the_notice_comes_first_only_where_others_gave_the_details_and_it_can_be_recorded() {
    assert!(comes_first(MISSING, Directness::Indirect, true, false));
    assert!(!comes_first(MISSING, Directness::Indirect, true, true));
    assert!(!comes_first(MISSING, Directness::Indirect, false, false));
    assert!(!comes_first(MISSING, Directness::Direct, true, false));
    assert!(!comes_first(
        given("2026-11-01"),
        Directness::Indirect,
        true,
        false
    ));
}

#[test]
fn a_version_is_given_while_in_force_and_to_those_who_are_here() {
    let given = |on: &str| may_be_given(date("2026-06-01"), date("2026-07-01"), date(on));
    assert_eq!(
        given("2026-05-31"),
        Err(GiveRefusal::NotInForce {
            from: date("2026-06-01")
        })
    );
    assert_eq!(
        given("2026-06-30"),
        Err(GiveRefusal::BeforeTheyCame {
            received_on: date("2026-07-01")
        })
    );
    assert_eq!(given("2026-07-01"), Ok(()));
}

#[test]
fn only_having_it_excuses_what_came_from_the_person() {
    for exemption in NoticeExemption::ALL {
        assert_eq!(may_be_exempt(*exemption, Directness::Indirect), Ok(()));
        assert_eq!(
            may_be_exempt(*exemption, Directness::Direct).is_ok(),
            *exemption == NoticeExemption::HasIt
        );
    }
}

#[test]
fn a_version_says_something_new_and_follows_the_one_before() {
    let first = NoticeText {
        text: Prose::parse("What we do with your details.").expect("a text"),
        in_force_from: date("2024-07-08"),
        contains: BTreeSet::from([NoticeItem::Controller]),
        related: Vec::new(),
    };
    assert_eq!(first.check(None), Ok(()));
    assert_eq!(first.check(Some(&first)), Err(NoticeTextRefusal::Unchanged));
    let mut next = first.clone();
    next.contains.insert(NoticeItem::ComplaintToUs);
    next.in_force_from = date("2024-07-07");
    assert_eq!(
        next.check(Some(&first)),
        Err(NoticeTextRefusal::BeforeTheLast)
    );
    next.text = Prose::default();
    assert_eq!(next.check(None), Err(NoticeTextRefusal::Empty));
    assert_eq!(lacks(&next.contains).len(), NoticeItem::ALL.len() - 2);
    assert!(lacks(&NoticeItem::ALL.iter().copied().collect()).is_empty());
}

#[test]
fn what_was_not_recorded_before_it_could_be_brings_no_date_forward() {
    let received = date("2026-01-10");
    let weighed =
        |record, added: &str, could| counts_as_given(record, received, date(added), could);
    assert_eq!(weighed(MISSING, "2026-01-10", false), Some(received));
    assert_eq!(
        weighed(given("2026-06-01"), "2026-01-10", false),
        Some(received)
    );
    assert_eq!(weighed(MISSING, "2026-02-11", true), Some(received));
    assert_eq!(weighed(MISSING, "2026-02-10", true), None);
    assert_eq!(
        weighed(given("2026-06-01"), "2026-02-10", true),
        Some(date("2026-06-01"))
    );
}

fn source() -> impl Strategy<Value = SourceCategory> {
    proptest::sample::select(SourceCategory::ALL.to_vec())
}

proptest! {
    #[test]
    fn contact_and_disclosure_bring_the_day_forward_and_never_back(
        source in source(), obtained in day(), contact in proptest::option::of(0_u64..90), shared in proptest::option::of(0_u64..90),
    ) {
        let plainly = Told { source, obtained_on: obtained, contacted_on: None, disclosed_on: None };
        let used = Told {
            contacted_on: contact.map(|days| days_after(obtained, days)),
            disclosed_on: shared.map(|days| days_after(obtained, days)),
            ..plainly
        };
        let (at_most, found) = (due(&plainly), due(&used));
        prop_assert!(found.on <= at_most.on && found.on >= obtained && found.on <= found.until);
        prop_assert!(found.until <= months_after(obtained, 1));
        if source.directness() == Directness::Direct {
            prop_assert_eq!(found, at_most);
        }
        // Whoever is told on the last day is in time, whoever is told a day later is not.
        let on = |day| OnRecord { given_on: Some(day), exempt: false };
        prop_assert_eq!(state(on(found.until), found, found.until), NoticeState::Given);
        prop_assert_eq!(state(on(days_after(found.until, 1)), found, found.until), NoticeState::GivenLate);
        prop_assert_eq!(state(MISSING, found, found.until), NoticeState::Due);
    }

    #[test]
    fn recording_more_never_brings_an_erasure_forward(received in day(), added in 0_u64..60, given in 0_u64..60, could: bool) {
        let due = months_after(received, 1);
        let in_time = |record| counts_as_given(record, received, days_after(received, added), could).is_some_and(|on| on <= due);
        let with = OnRecord { given_on: Some(days_after(received, given)), exempt: false };
        prop_assert!(!in_time(MISSING) || in_time(with));
        let exempt = OnRecord { exempt: true, ..with };
        prop_assert!(in_time(exempt));
    }
}
