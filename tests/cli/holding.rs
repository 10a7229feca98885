//! Who is held is named with the reason by `retention` and `sweep`, and not erased.

use domain::hold::{HoldDetails, HoldReason};
use domain::id::CandidateId;
use records::clock::SystemClock;
use records::hold::{self, PlaceHold};
use records::{Unwatched, WriteDesk};
use serde_json::Value;

use crate::noting::as_hr;
use crate::support::{Home, day, number};

#[test]
fn who_is_held_is_named_with_the_reason_and_stays() {
    let home = Home::sample().signed_in_as_sample_hr();
    let later = day(400).to_string();
    let before = home.ask(["retention", "--as-of", &later]);
    let held = before["rows"][0]["candidate"].clone();
    let candidate: CandidateId = serde_json::from_value(held.clone()).expect("an id");
    as_hr(&home, |store, session| {
        let details = HoldDetails {
            reason: HoldReason::CourtOrder,
            reference: None,
            review_by: day(90),
        };
        let mut desk = WriteDesk::new(store, session, &SystemClock, &Unwatched);
        hold::place(
            &mut desk,
            PlaceHold {
                candidate,
                details,
                application: None,
            },
        )
        .expect("a hold");
    });
    let listed = home.ask(["retention", "--as-of", &later]);
    assert_eq!(
        number(&listed, "due") + 1,
        number(&before, "due"),
        "one fewer is due"
    );
    let because = |answer: &Value| {
        answer["kept"]
            .as_array()
            .expect("rows")
            .iter()
            .find(|row| row["candidate"] == held)
            .map(|row| row["rule"].clone())
    };
    assert_eq!(because(&listed), Some("RET-06".into()), "{listed}");
    let swept = home.ask(["sweep", "--as-of", &later]);
    assert_eq!(
        number(&swept, "people"),
        number(&listed, "due"),
        "the others go"
    );
    assert_eq!(because(&swept), Some("RET-06".into()), "{swept}");
    let said = home.run(["sweep", "--as-of", &later]).done().out;
    assert!(
        said.contains("past their date and kept.") && said.contains("A legal hold has stood since"),
        "in words for a person: {said}"
    );
}
