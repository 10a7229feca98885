//! Copies of papers that are kept with a check: who adds one, looks at it and saves it, for what, and how it goes.

use domain::access::{Role, Shown};
use domain::application::Stage;
use domain::compartment::Compartment;
use domain::document::FileName;
use domain::id::CandidateId;
use domain::sealed::{
    Adjustment, CheckLevel, IdentityDocument, OpeningPurpose, RightToWorkDocument, SealedContent,
    SealedKind, Suitability,
};
use domain::text::Prose;
use records::Error;
use records::candidate::{
    CandidateColumn, CandidateFilter, CandidateSort, ListCandidates, MoveApplications,
    OpenCandidate,
};
use records::people::TakeCompartment;
use records::sealed::{AddSealed, ListSealed, NewCopy, OneSealed, OpenSealed, SealedRow};

use crate::sealed::{account, as_somebody, journal};
use crate::world::{World, day, refused};

/// A PDF in the eyes of who looks at its beginning.
const PAPER: &[u8] = b"%PDF-1.7 Passport of Zyxwvut";

fn paper() -> NewCopy {
    NewCopy::take(
        &FileName::parse("Zyxwvut.pdf").expect("a name"),
        PAPER.to_vec().into(),
    )
    .expect("a copy")
}

fn right_to_work() -> SealedContent {
    SealedContent::RightToWork {
        document: RightToWorkDocument::Passport,
        checked_on: day("2026-11-20"),
        expires_on: None,
    }
}

fn identity() -> SealedContent {
    SealedContent::Identity {
        document: IdentityDocument::DrivingLicence,
        seen_on: day("2026-11-20"),
    }
}

fn seal(world: &mut World, candidate: CandidateId, content: SealedContent) -> SealedRow {
    let kind = content.kind();
    world.does(|desk| records::sealed::add(desk, AddSealed { candidate, content }));
    row(world, candidate, kind)
}

fn row(world: &mut World, candidate: CandidateId, kind: SealedKind) -> SealedRow {
    world
        .read(|desk| records::sealed::list(desk, ListSealed { candidate }))
        .expect("a list")
        .compartments
        .into_iter()
        .flat_map(|each| each.records)
        .find(|row| row.kind == kind)
        .expect("the record")
}

fn one(candidate: CandidateId, row: &SealedRow) -> OneSealed {
    OneSealed {
        candidate,
        record: row.record,
    }
}

fn add(world: &mut World, of: OneSealed) -> Result<(), Error> {
    let checked = world.read(|desk| records::sealed::check_copy(desk, of));
    let added = world.write(|desk| records::sealed::add_copy(desk, (of, paper())));
    assert_eq!(checked.is_ok(), added.is_ok(), "both halves say the same");
    added.map(drop)
}

fn look(world: &mut World, of: OneSealed, purpose: OpeningPurpose) -> Result<Vec<u8>, Error> {
    world
        .write(|desk| records::sealed::read_copy(desk, opening(of, purpose)))
        .map(|file| file.content.to_vec())
}

const fn opening(of: OneSealed, purpose: OpeningPurpose) -> OpenSealed {
    OpenSealed {
        candidate: of.candidate,
        record: of.record,
        purpose,
    }
}

/// Somebody with an offer.
fn offered(world: &mut World) -> CandidateId {
    let candidate = world.add_person("Ann");
    let applications = vec![world.application(candidate)];
    let to = Stage::Offer;
    world.does(|desk| records::application::move_to(desk, MoveApplications { applications, to }));
    candidate
}

/// COL-04: upload passport at 'applied' → refused; at 'offer' → sealed.
#[test]
fn a_check_of_identity_and_so_its_copy_waits_for_an_offer() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    for content in [identity(), right_to_work()] {
        let added =
            world.write(|desk| records::sealed::add(desk, AddSealed { candidate, content }));
        assert_eq!(refused(added).0, "COL-04");
    }
    let candidate = offered(&mut world);
    for content in [identity(), right_to_work()] {
        let row = seal(&mut world, candidate, content);
        assert!(row.may_add_copy && !row.may_see_copy, "{row:?}");
        add(&mut world, one(candidate, &row)).expect("from an offer on");
    }
}

#[test]
fn a_copy_is_added_once_looked_at_for_a_purpose_and_each_is_journalled() {
    let mut world = World::new();
    let candidate = offered(&mut world);
    let row_before = seal(&mut world, candidate, right_to_work());
    let of = one(candidate, &row_before);
    let nothing = look(&mut world, of, OpeningPurpose::CheckRightToWork);
    assert!(matches!(nothing, Err(Error::NotFound)), "{nothing:?}");
    add(&mut world, of).expect("added");
    let after = row(&mut world, candidate, SealedKind::RightToWork);
    assert!(after.may_see_copy && !after.may_add_copy, "{after:?}");
    assert_eq!(
        refused(add(&mut world, of)).0,
        "RET-11",
        "it stays what it was"
    );
    let wrong = look(&mut world, of, OpeningPurpose::DecideSuitability);
    assert!(
        matches!(&wrong, Err(Error::Invalid(problems)) if problems[0].field == "purpose"),
        "{wrong:?}"
    );
    let seen = look(&mut world, of, OpeningPurpose::CheckRightToWork).expect("the copy");
    assert_eq!(seen, PAPER);
    let kept = world.write(|desk| {
        records::sealed::save_copy(desk, opening(of, OpeningPurpose::CheckRightToWork))
    });
    assert!(
        matches!(&kept, Err(Error::Invalid(problems)) if problems[0].field == "purpose"),
        "to check it, nobody needs a file: {kept:?}"
    );
    let given = world
        .write(|desk| records::sealed::save_copy(desk, opening(of, OpeningPurpose::HandOver)))
        .expect("to be handed over");
    assert_eq!(given.content.as_slice(), PAPER);
    assert_eq!(
        journal(&mut world)[..4],
        [
            "Saved a copy sealed under identity and right to work, to hand details over",
            "Looked at a copy sealed under identity and right to work, to check the right to work",
            "Sealed a copy under identity and right to work",
            "Sealed something under identity and right to work",
        ]
    );
}

/// RET-10: no image of a certificate; COL-04 names the papers that are copied.
#[test]
fn no_copy_is_kept_of_anything_else() {
    let mut world = World::new();
    let candidate = offered(&mut world);
    for (content, rule) in [
        (
            SealedContent::CriminalRecord {
                level: CheckLevel::Basic,
                suitability: Suitability::Pending,
                decided_on: None,
                issued_on: None,
                certificate: None,
            },
            "RET-10",
        ),
        (
            SealedContent::Vetting {
                requested_on: day("2026-11-20"),
                result: Suitability::Pending,
                decided_on: None,
            },
            "COL-04",
        ),
        (
            SealedContent::Adjustments {
                adjustments: [Adjustment::Breaks].into(),
                details: Prose::default(),
            },
            "COL-04",
        ),
    ] {
        let row = seal(&mut world, candidate, content);
        assert!(!row.may_add_copy, "{row:?}");
        assert_eq!(refused(add(&mut world, one(candidate, &row))).0, rule);
    }
}

#[test]
fn hr_without_the_key_adds_a_copy_and_neither_sees_it_nor_hears_of_it() {
    let mut world = World::new();
    let candidate = offered(&mut world);
    let row_of_hr = seal(&mut world, candidate, right_to_work());
    let of = one(candidate, &row_of_hr);
    let other = account(&mut world, "Bo of HR", Role::HrAdministrator);
    let taken = TakeCompartment {
        account: other,
        compartment: Compartment::IdentityAndRightToWork,
    };
    world
        .write(|desk| records::people::take_compartment(desk, taken))
        .expect("taken away");
    as_somebody(&mut world, other, |world| {
        add(world, of).expect("anyone in HR may seal");
        let seen = row(world, candidate, SealedKind::RightToWork);
        assert!(!seen.may_see_copy, "{seen:?}");
        let opened = look(world, of, OpeningPurpose::CheckRightToWork);
        assert!(matches!(opened, Err(Error::Refused(_))), "{opened:?}");
    });
    let seen = look(&mut world, of, OpeningPurpose::CheckRightToWork);
    assert_eq!(
        seen.expect("whoever holds the newer key opens it"),
        PAPER,
        "though the check was sealed under the one before"
    );
}

#[test]
fn no_word_of_a_copy_is_found_and_its_name_is_kept_nowhere() {
    let mut world = World::new();
    let candidate = offered(&mut world);
    let row = seal(&mut world, candidate, right_to_work());
    add(&mut world, one(candidate, &row)).expect("added");
    let request = ListCandidates {
        filter: CandidateFilter {
            text: "Zyxwvut".to_owned(),
            ..CandidateFilter::default()
        },
        sort: CandidateSort {
            by: CandidateColumn::Name,
            descending: false,
        },
    };
    let found = world
        .read(|desk| records::candidate::list(desk, request))
        .expect("a list");
    assert_eq!(found.total, 0, "{found:?}");
    let view = world
        .read(|desk| records::candidate::open(desk, OpenCandidate { candidate }))
        .expect("the candidate");
    assert!(
        matches!(&view.documents, Shown::Shown { value } if value.is_empty()),
        "it is no document: {:?}",
        view.documents
    );
    let said = serde_json::to_string(&view).expect("JSON");
    assert!(!said.contains("Zyxwvut"), "{said}");
}

#[test]
fn a_copy_goes_with_its_check() {
    let mut world = World::new();
    let candidate = offered(&mut world);
    let row = seal(&mut world, candidate, identity());
    let of = one(candidate, &row);
    add(&mut world, of).expect("added");
    world.does(|desk| records::sealed::erase(desk, of));
    let gone = look(&mut world, of, OpeningPurpose::CheckIdentity);
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
}
