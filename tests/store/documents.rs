//! Documents in the store: what goes with whom, what a legal hold keeps, and that nothing of them is left.

use domain::access::{ManageAccounts, ManageHolds, ReadCandidate, Subject};
use domain::application::{Outcome, OutcomeKind, RejectionReason};
use domain::document::{DocumentKind, FileName, MediaType};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{ApplicationId, CandidateId, DocumentId};
use domain::retention::{DataClass, Part};
use store::{
    DocumentRecord, Entry, ErasureReport, ErasureState, GoOn, Goes, NewDocument, Restore,
    StoreError, ToErase,
};

use crate::stranger::keys;
use crate::support::{Home, PASSPHRASE, at, day, line, passphrase, person, unlock};

/// Words of a document that stand nowhere else, several pages of them. Their ends, which are looked for, are its mark.
fn words(mark: &str) -> String {
    let words: Vec<String> = (0..700)
        .map(|number| format!("{:05x}{mark}", (number + 1) * 40_503 % 1_048_573))
        .collect();
    words.join(" ")
}

/// Adds a document, all of whose words end with its mark.
pub(crate) fn add(
    home: &mut Home,
    candidate: CandidateId,
    application: Option<ApplicationId>,
    kind: DocumentKind,
    mark: &str,
) -> DocumentId {
    let text = words(mark);
    let editing = home.editing(candidate);
    let new = NewDocument {
        application,
        kind,
        label: (kind == DocumentKind::Other).then(|| line(&format!("label of {mark}"))),
        file_name: FileName::parse(&format!("{mark}.txt")).unwrap(),
        media: MediaType::Text,
        content: text.as_bytes().to_vec().into(),
        text: Some(text.into()),
    };
    let sealed = home
        .store
        .seal_document(&editing, new, at("2026-01-06"))
        .unwrap();
    home.store
        .write(&editing, at("2026-01-06"), |tx| {
            let id = tx.insert_document(&editing, &sealed)?;
            Ok::<_, StoreError>((id, Entry::new("add-documents")))
        })
        .unwrap()
}

fn documents(home: &mut Home, candidate: CandidateId) -> Vec<DocumentRecord> {
    let reading = home.on::<ReadCandidate>(candidate);
    home.store
        .read(|records| records.documents(&reading))
        .unwrap()
}

fn somebody(home: &mut Home, number: usize) -> CandidateId {
    home.candidate(&person(
        &format!("Marigold{number}"),
        &format!("Quagga{number:04}"),
        &format!("heron{number:04}@example.org"),
        &format!("07700 9{number:05}"),
    ))
}

fn ended(home: &mut Home, candidate: CandidateId, title: &str) -> ApplicationId {
    let vacancy = home.vacancy(title);
    let outcome = Outcome {
        how: OutcomeKind::Rejected {
            reason: RejectionReason::MetRequirementsNotSelected,
        },
        on: day("2026-01-20"),
    };
    home.application(candidate, vacancy, Some(outcome))
}

fn erase(home: &mut Home, wanted: &[ToErase]) -> ErasureReport {
    let erasing = home.erasing();
    home.store
        .erase(&erasing, wanted, at("2026-08-02"), |_| GoOn::Yes)
        .unwrap()
}

fn part(candidate: CandidateId, part: Part) -> ToErase {
    ToErase {
        candidate,
        goes: Goes::Part(part),
        rule: "RET-02",
        due_since: None,
    }
}

/// How many of a document's words, of its name and its label stand in a store's bytes.
fn found(folder: &std::path::Path, mark: &str) -> usize {
    let text = words(mark);
    let names = [format!("{mark}.txt"), format!("label of {mark}")];
    let all: Vec<&str> = text
        .split_whitespace()
        .chain(names.iter().map(String::as_str))
        .collect();
    store::testing::words_in_bytes(folder, "hr", PASSPHRASE, &all).unwrap()
}

#[test]
fn a_document_comes_back_as_it_was_put_in() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let application = ended(&mut home, candidate, "Press Officer");
    let cv = add(
        &mut home,
        candidate,
        Some(application),
        DocumentKind::Cv,
        "quixo",
    );
    let other = add(&mut home, candidate, None, DocumentKind::Other, "zebra");
    let listed = documents(&mut home, candidate);
    assert_eq!(
        listed.iter().map(|each| each.id).collect::<Vec<_>>(),
        [other, cv],
        "the latest first"
    );
    assert_eq!(listed[1].application, Some(application));
    assert_eq!(listed[1].file_name.as_str(), "quixo.txt");
    assert_eq!(
        listed[1].bytes,
        u64::try_from(words("quixo").len()).unwrap()
    );
    assert!(listed[1].has_text);
    assert_eq!(listed[0].label, Some(line("label of zebra")));
    let reading = home.on::<ReadCandidate>(candidate);
    let (record, content) = home
        .store
        .open_document(&reading, cv, at("2026-01-07"))
        .unwrap();
    assert_eq!(record, listed[1]);
    assert_eq!(content.as_slice(), words("quixo").as_bytes());
}

#[test]
fn what_is_taken_out_before_its_day_leaves_nothing_and_its_key_goes_with_the_last() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let first = add(&mut home, candidate, None, DocumentKind::Cv, "quixo");
    let second = add(&mut home, candidate, None, DocumentKind::Letter, "zebra");
    assert!(found(home.folder.path(), "quixo") > 600, "it can be found");
    for (document, mark, has_key) in [(first, "quixo", true), (second, "zebra", false)] {
        let editing = home.editing(candidate);
        home.store
            .remove_document(&editing, document, at("2026-01-08"))
            .unwrap();
        assert_eq!(found(home.folder.path(), mark), 0);
        let subjects = keys(home.folder.path(), "hr", PASSPHRASE).subjects;
        assert_eq!(subjects.contains_key(&candidate.uuid()), has_key);
    }
    assert!(documents(&mut home, candidate).is_empty());
}

#[test]
fn a_legal_hold_keeps_documents_whoever_asks() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let document = add(&mut home, candidate, None, DocumentKind::Cv, "quixo");
    let placing = home.on::<ManageHolds>(candidate);
    let details = HoldDetails {
        reason: HoldReason::Claim,
        reference: None,
        review_by: day("2026-04-01"),
    };
    home.store
        .write(&placing, at("2026-01-06"), |tx| {
            let hold = tx.insert_hold(&placing, &details, None)?;
            Ok::<_, StoreError>((hold, Entry::new("place-hold")))
        })
        .unwrap();
    let editing = home.editing(candidate);
    let removed = home
        .store
        .remove_document(&editing, document, at("2026-01-08"));
    assert!(matches!(removed, Err(StoreError::OnHold)), "{removed:?}");
    let report = erase(&mut home, &[part(candidate, Part::Document(document))]);
    assert_eq!(report.parts(), 0, "it is passed over");
    let report = erase(&mut home, &[ToErase::person(candidate, "RET-02")]);
    assert_eq!(report.people, 0);
    assert_eq!(documents(&mut home, candidate).len(), 1);
    assert!(found(home.folder.path(), "quixo") > 600);
}

#[test]
fn an_application_that_goes_by_itself_takes_its_documents_with_it_and_no_others() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let old = ended(&mut home, candidate, "Press Officer");
    let live = {
        let vacancy = home.vacancy("Lighthouse keeper");
        home.application(candidate, vacancy, None)
    };
    let gone = add(&mut home, candidate, Some(old), DocumentKind::Cv, "quixo");
    let gone_too = add(
        &mut home,
        candidate,
        Some(old),
        DocumentKind::Reference,
        "wombt",
    );
    let stays = add(&mut home, candidate, Some(live), DocumentKind::Cv, "zebra");
    // Named as well: it goes with its application, and is counted once.
    let wanted = [
        part(candidate, Part::Document(gone_too)),
        part(candidate, Part::Application(old)),
    ];
    let report = erase(&mut home, &wanted);
    assert_eq!(
        (report.parts(), report.state),
        (1, ErasureState::Erased),
        "{report:?}"
    );
    let size = |mark| u64::try_from(words(mark).len()).unwrap();
    let counts = &report.classes["RET-02"];
    assert_eq!(counts[&DataClass::Form].documents, 1);
    assert_eq!(counts[&DataClass::Form].bytes, size("quixo"));
    assert_eq!(counts[&DataClass::Reference].bytes, size("wombt"));
    let left: Vec<_> = documents(&mut home, candidate)
        .iter()
        .map(|each| each.id)
        .collect();
    assert_eq!(left, [stays]);
    assert!(!left.contains(&gone));
    assert_eq!(found(home.folder.path(), "quixo"), 0);
    assert_eq!(found(home.folder.path(), "wombt"), 0);
    assert!(found(home.folder.path(), "zebra") > 600);
}

#[test]
fn a_document_goes_by_itself_and_stays_gone_when_an_earlier_copy_is_put_back() {
    let mut home = Home::new();
    let candidate = somebody(&mut home, 1);
    let stranger = somebody(&mut home, 2);
    let application = ended(&mut home, candidate, "Press Officer");
    let goes = add(
        &mut home,
        candidate,
        Some(application),
        DocumentKind::Reference,
        "quixo",
    );
    let stays = add(
        &mut home,
        candidate,
        Some(application),
        DocumentKind::Cv,
        "zebra",
    );
    let whole = add(&mut home, stranger, None, DocumentKind::Assessment, "wombt");
    let place = tempfile::tempdir().unwrap();
    let admin = home.permit::<ManageAccounts>(Subject::Organisation);
    let made = home
        .store
        .make_backup(&admin, place.path(), at("2026-06-01"))
        .unwrap();
    let wanted = [
        part(candidate, Part::Document(goes)),
        ToErase::person(stranger, "RET-14"),
    ];
    let report = erase(&mut home, &wanted);
    assert_eq!(
        (report.people, report.parts(), report.state),
        (1, 1, ErasureState::Erased),
        "{report:?}"
    );
    assert_eq!(report.classes["RET-02"][&DataClass::Reference].documents, 1);
    assert_eq!(report.classes["RET-14"][&DataClass::Test].documents, 1);
    assert!(
        home.store
            .records()
            .is_part_erased(Part::Document(goes))
            .unwrap()
    );
    for mark in ["quixo", "wombt"] {
        assert_eq!(found(home.folder.path(), mark), 0, "{mark}");
    }
    let to = place.path().join("restored");
    let restored = store::restore(
        &Restore {
            backup: &made.path,
            to: &to,
            ledgers: &[],
            sign_in_name: "hr",
            passphrase: &passphrase(PASSPHRASE),
            move_aside: false,
            without_sealed: false,
            although_old: false,
        },
        at("2026-06-03"),
    )
    .unwrap();
    assert!(restored.proved);
    for mark in ["quixo", "wombt"] {
        assert_eq!(found(&to, mark), 0, "{mark}, in what was put back");
    }
    let Home { hr, team, .. } = home;
    let opened = unlock(&to).unwrap();
    let mut home = Home {
        store: opened.store,
        hr,
        team,
        folder: place,
    };
    let left: Vec<_> = documents(&mut home, candidate)
        .iter()
        .map(|each| each.id)
        .collect();
    assert_eq!(left, [stays]);
    assert!(!left.contains(&whole));
    let reading = home.on::<ReadCandidate>(candidate);
    let (_, content) = home
        .store
        .open_document(&reading, stays, at("2026-06-03"))
        .unwrap();
    assert_eq!(
        content.as_slice(),
        words("zebra").as_bytes(),
        "the others open"
    );
}
