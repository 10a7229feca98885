//! Who sees which documents, opens them, adds some and takes them out.

use domain::access::Shown;
use domain::document::{DocumentKind, FileName};
use domain::id::CandidateId;
use records::Error;
use records::candidate::{
    CandidateColumn, CandidateFilter, CandidateSort, ListCandidates, OpenCandidate,
};
use records::document::{DocumentDetails, DocumentView, NewFile, OneDocument};

use crate::who::Who;
use crate::world::{Person, World, document_words};

/// The kinds of somebody's documents that one sees; none where the person may not be opened at all.
fn seen(world: &mut World, who: Who, candidate: CandidateId) -> Vec<DocumentView> {
    let asked = OpenCandidate { candidate };
    match world.read(who, |desk| records::candidate::open(desk, asked)) {
        Ok(view) => match view.documents {
            Shown::Shown { value } => value,
            Shown::Withheld { rule, .. } => {
                assert_eq!(rule, "ACC-01", "{who:?}");
                Vec::new()
            }
        },
        Err(Error::Refused(_)) => Vec::new(),
        other => panic!("{who:?}: {other:?}"),
    }
}

/// What of somebody of ours one sees, by the table of RULES A3: assessments and pay whole or not at all.
fn expected(who: Who, kind: DocumentKind) -> bool {
    match who {
        Who::Hr
        | Who::HrWithoutKeys
        | Who::Manager
        | Who::Director
        | Who::Auditor
        | Who::TeamAuditor
        | Who::WholeAuditor => true,
        Who::Interviewer | Who::Stakeholder => {
            !matches!(kind, DocumentKind::Assessment | DocumentKind::Offer)
        }
        Who::Approver => kind != DocumentKind::Assessment,
        Who::Dpo => kind != DocumentKind::Offer,
        Who::Outsider
        | Who::Former
        | Who::Untrained
        | Who::Conflicted
        | Who::Blind
        | Who::AuditorByRole
        | Who::Timer => false,
    }
}

/// Whether somebody may add a document.
fn adds(world: &mut World, who: Who, of: &Person) -> bool {
    let details = DocumentDetails {
        candidate: of.candidate,
        application: of.application,
        kind: DocumentKind::Letter,
        label: None,
    };
    let file = NewFile {
        name: FileName::parse("letter.txt").expect("a name"),
        content: b"Some words".to_vec().into(),
        text: None,
    };
    world
        .write(who, |desk| {
            records::document::add(desk, details, vec![file])
        })
        .is_ok()
}

#[test]
fn documents_are_shown_and_opened_by_the_table() {
    let mut world = World::new();
    let ours = world.our_people[0].clone();
    let all = seen(&mut world, Who::Hr, ours.candidate);
    assert_eq!(all.len(), DocumentKind::OF_FILES.len());
    for who in Who::ALL {
        let listed = seen(&mut world, who, ours.candidate);
        for document in &all {
            let is_listed = listed
                .iter()
                .any(|known| known.document == document.document);
            assert_eq!(
                is_listed,
                expected(who, document.kind),
                "{who:?} sees {:?}",
                document.kind
            );
            let asked = OneDocument {
                candidate: ours.candidate,
                document: document.document,
            };
            let opened = world.write(who, |desk| records::document::read(desk, asked));
            assert_eq!(
                opened.is_ok(),
                is_listed,
                "{who:?} opens {:?}",
                document.kind
            );
        }
    }
}

#[test]
fn somebody_is_found_by_the_words_of_documents_that_one_sees_and_under_full_sight_alone() {
    let mut world = World::new();
    let people = [
        world.our_people[0].clone(),
        world.their_people[0].clone(),
        world.unnamed_people[0].clone(),
    ];
    for (place, of) in people.iter().enumerate() {
        for who in Who::ALL {
            let (everybody, ours) = (
                matches!(
                    who,
                    Who::Hr | Who::HrWithoutKeys | Who::Dpo | Who::WholeAuditor
                ),
                matches!(
                    who,
                    Who::Manager | Who::Director | Who::Auditor | Who::TeamAuditor
                ),
            );
            for kind in DocumentKind::OF_FILES {
                let filter = CandidateFilter {
                    text: document_words(kind, of),
                    ..CandidateFilter::default()
                };
                let sort = CandidateSort {
                    by: CandidateColumn::Name,
                    descending: false,
                };
                let listed = world.read(who, |desk| {
                    records::candidate::list(desk, ListCandidates { filter, sort })
                });
                let found = listed.is_ok_and(|list| list.total > 0);
                let told = !matches!(kind, DocumentKind::Assessment | DocumentKind::Offer);
                let may = everybody || (ours && place == 0);
                assert_eq!(found, may && told, "{who:?} finds {place} by {kind:?}");
            }
        }
    }
}

#[test]
fn another_teams_documents_are_seen_by_those_who_see_everybody() {
    let mut world = World::new();
    for of in [
        world.their_people[0].clone(),
        world.unnamed_people[0].clone(),
    ] {
        let all = seen(&mut world, Who::Hr, of.candidate);
        for who in Who::ALL {
            let everywhere = matches!(
                who,
                Who::Hr | Who::HrWithoutKeys | Who::Dpo | Who::WholeAuditor
            );
            let listed = seen(&mut world, who, of.candidate);
            assert_eq!(listed.is_empty(), !everywhere, "{who:?}");
            let asked = OneDocument {
                candidate: of.candidate,
                document: all[0].document,
            };
            let opened = world.write(who, |desk| records::document::read(desk, asked));
            assert!(everywhere || opened.is_err(), "{who:?}");
            let removed = world.write(who, |desk| records::document::remove(desk, asked));
            let may = matches!(who, Who::Hr | Who::HrWithoutKeys);
            assert!(may || removed.is_err(), "{who:?}");
            assert_eq!(adds(&mut world, who, &of), may, "{who:?}");
        }
    }
}

#[test]
fn who_edits_a_candidate_adds_documents_and_takes_them_out() {
    let mut world = World::new();
    let ours = world.our_people[0].clone();
    for who in Who::ALL {
        let may = matches!(who, Who::Hr | Who::HrWithoutKeys | Who::Manager);
        assert_eq!(adds(&mut world, who, &ours), may, "{who:?} adds");
        for document in seen(&mut world, who, ours.candidate) {
            assert_eq!(document.may_remove, may, "{who:?} is offered what they may");
        }
        let some = seen(&mut world, Who::Hr, ours.candidate);
        let asked = OneDocument {
            candidate: ours.candidate,
            document: some[0].document,
        };
        let removed = world.write(who, |desk| records::document::remove(desk, asked));
        assert_eq!(removed.is_ok(), may, "{who:?} takes out");
    }
}
