//! Who still sees somebody whose day has come: nobody but those who erase, and, where a hold keeps them, those who manage
//! holds (T-04, RET-06).

use domain::access::{Relation, Role};
use domain::consent::PermissionPurpose;
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{AccountId, CandidateId};
use records::candidate::{FindDuplicates, OpenCandidate};
use records::hold::PlaceHold;
use records::people::WhoCanSee;
use records::permission::RecordPermission;
use records::vacancy::{AssignPeople, Assignment};
use records::{Error, Session};

use crate::clock::add;
use crate::world::{NEARLY, World, day, details, permission};

/// The day the six months of everybody here end.
const DAY: &str = "2027-05-20";
const EVE: &str = "2027-05-19";

/// Two people who go on the same day, one of them held, with a manager and a data protection officer.
struct Ending {
    world: World,
    hr: AccountId,
    manager: AccountId,
    officer: AccountId,
    free: CandidateId,
    held: CandidateId,
}

impl Ending {
    fn new() -> Self {
        let mut world = World::new();
        let hr = world.session.account();
        let manager = add(&mut world, "Max", Role::Member);
        let officer = add(&mut world, "Dot", Role::DataProtectionOfficer);
        let vacancy = world.vacancy;
        let people = vec![Assignment {
            account: manager,
            relation: Relation::RecruitingManager,
            from: None,
            until: None,
        }];
        world.does(|desk| records::vacancy::assign_people(desk, AssignPeople { vacancy, people }));
        let [free, held] = ["Free", "Held"].map(|name| {
            let candidate = world.add_person(name);
            world.end(candidate, NEARLY, "2026-11-20");
            candidate
        });
        let details = HoldDetails {
            reason: HoldReason::Claim,
            reference: None,
            review_by: day("2027-02-23"),
        };
        let request = PlaceHold {
            application: None,
            candidate: held,
            details,
        };
        world.does(|desk| records::hold::place(desk, request));
        Self {
            world,
            hr,
            manager,
            officer,
            free,
            held,
        }
    }

    /// Whom somebody sees on a day: in the list, on the board, by name, among duplicates, and opened.
    fn seen(&mut self, who: AccountId, on: &str) -> Vec<CandidateId> {
        self.world.session = Session::new(who);
        self.world.today = day(on);
        let vacancy = self.world.vacancy;
        let mut listed = self.world.everyone();
        listed.sort();
        let (view, board) = self.world.vacancy_stands(vacancy);
        let mut on_board: Vec<CandidateId> =
            board.into_iter().flat_map(|(_, people)| people).collect();
        on_board.sort();
        // What has ended is on no board, but counted.
        assert!(
            on_board.iter().all(|one| listed.contains(one)),
            "{on_board:?} {view:?}"
        );
        for (name, candidate) in [("Free", self.free), ("Held", self.held)] {
            let is_listed = listed.contains(&candidate);
            let found = self.world.found(&format!("family{name}"));
            assert_eq!(found.contains(&candidate), is_listed, "{name}, searched");
            let opened = self.open(candidate);
            assert_eq!(opened.is_ok(), is_listed, "{name}, opened: {opened:?}");
            let asked = FindDuplicates {
                details: details(name),
            };
            let duplicates = self
                .world
                .read(|desk| records::candidate::find_duplicates(desk, asked))
                .expect("duplicates");
            let among = duplicates.rows.iter().any(|row| row.candidate == candidate);
            assert!(is_listed || !among, "{name}, a duplicate");
        }
        listed
    }

    fn open(&mut self, candidate: CandidateId) -> Result<(), Error> {
        self.world
            .read(|desk| records::candidate::open(desk, OpenCandidate { candidate }))
            .map(drop)
    }
}

#[test]
fn the_day_before_they_are_there_and_on_the_day_they_are_hidden() {
    let mut ending = Ending::new();
    let mut both = vec![ending.free, ending.held];
    both.sort();
    let (hr, manager, officer) = (ending.hr, ending.manager, ending.officer);
    for who in [hr, manager, officer] {
        assert_eq!(ending.seen(who, EVE), both, "the day before");
    }
    assert_eq!(ending.seen(manager, DAY), [], "whatever keeps them");
    assert_eq!(ending.seen(officer, DAY), [ending.held], "for the claim");
    assert_eq!(ending.seen(hr, DAY), both, "to erase, or to hold");
    for (candidate, wanted) in [
        (ending.free, &["Alex of HR"][..]),
        (ending.held, &["Alex of HR", "Dot"]),
    ] {
        let review = ending
            .world
            .read(|desk| records::people::who_can_see(desk, WhoCanSee { candidate }));
        let rows = review.expect("who sees them").rows;
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, wanted, "and the review of access says so");
    }
}

#[test]
fn a_clock_that_is_set_back_brings_nobody_back() {
    let mut ending = Ending::new();
    let (hr, manager) = (ending.hr, ending.manager);
    // Somebody works, month by month, until the day has come.
    for on in [
        "2026-12-23",
        "2027-01-23",
        "2027-02-23",
        "2027-03-23",
        "2027-04-23",
        DAY,
    ] {
        ending.world.session = Session::new(hr);
        ending.world.today = day(on);
        ending.world.add_vacancy(&format!("Role of {on}"));
    }
    assert_eq!(ending.seen(manager, "2027-05-01"), [], "time stands");
}

#[test]
fn nothing_is_done_to_somebody_whose_day_has_come() {
    let mut ending = Ending::new();
    let (manager, free) = (ending.manager, ending.free);
    ending.world.session = Session::new(manager);
    ending.world.today = day(DAY);
    let recorded = ending.world.write(|desk| {
        let details = permission(PermissionPurpose::KeepLonger, "2026-12-01");
        let request = RecordPermission {
            candidate: free,
            details,
        };
        records::permission::record(desk, request)
    });
    assert!(
        matches!(recorded, Err(Error::Refused(_) | Error::NotFound)),
        "a permission comes too late: {recorded:?}"
    );
    let nobody = CandidateId::new(crate::world::noon(day(DAY)));
    assert_eq!(
        format!("{:?}", ending.open(free)),
        format!("{:?}", ending.open(nobody)),
        "and they are answered like nobody at all"
    );
}
