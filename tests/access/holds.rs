//! Why a record is held is told to those who manage holds alone: it may be about a colleague.

use domain::hold::{HoldDetails, HoldReason};
use records::candidate::{self, OpenCandidate};
use records::hold::{self, PlaceHold};

use crate::who::Who;
use crate::world::{TODAY, World, line};

#[test]
fn the_papers_of_a_hold_are_shown_to_hr_and_the_data_protection_officer_alone() {
    let mut world = World::new();
    let candidate = world.our_people[1].candidate;
    let request = PlaceHold {
        application: None,
        candidate,
        details: HoldDetails {
            reason: HoldReason::CourtOrder,
            reference: Some(line("PapersOfTheHold")),
            review_by: TODAY + chrono::Days::new(30),
        },
    };
    world
        .write(Who::Hr, |desk| hold::place(desk, request))
        .expect("a hold");
    let mut told = 0;
    for who in Who::ALL {
        let opened = world.read(who, |desk| {
            candidate::open(desk, OpenCandidate { candidate })
        });
        let Ok(view) = opened else { continue };
        let shown = serde_json::to_string(&view).expect("JSON");
        let may = matches!(who, Who::Hr | Who::HrWithoutKeys | Who::Dpo);
        assert_eq!(
            shown.contains("PapersOfTheHold") || shown.contains("courtOrder"),
            may,
            "{}: {shown}",
            who.name()
        );
        told += 1;
    }
    assert!(told > 8, "most of them open the record: {told}");
}
