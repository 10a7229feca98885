//! Documents as people use them: added, listed, read, taken out, and due by themselves.

use domain::access::Shown;
use domain::consent::PermissionPurpose;
use domain::document::{DocumentKind, FileName, MediaType};
use domain::id::{ApplicationId, CandidateId};
use domain::retention::DataClass;
use records::Error;
use records::document::{DocumentDetails, DocumentView, NewFile, OneDocument};
use records::journal::ReadJournal;
use records::permission::RecordPermission;
use records::retention::PartCount;

use crate::erasing::preview;
use crate::world::{NEARLY, World, line, permission};

fn file(name: &str, content: &[u8]) -> NewFile {
    NewFile {
        name: FileName::parse(name).expect("a name"),
        content: content.to_vec().into(),
        text: None,
    }
}

fn details(candidate: CandidateId, kind: DocumentKind) -> DocumentDetails {
    DocumentDetails {
        candidate,
        application: None,
        kind,
        label: None,
    }
}

fn add(
    world: &mut World,
    candidate: CandidateId,
    application: Option<ApplicationId>,
    kind: DocumentKind,
) -> OneDocument {
    let details = DocumentDetails {
        application,
        ..details(candidate, kind)
    };
    world.does(|desk| {
        records::document::add(desk, details, vec![file("letter.txt", b"What Ann wrote")])
    });
    OneDocument {
        candidate,
        document: listed(world, candidate)[0].document,
    }
}

fn listed(world: &mut World, candidate: CandidateId) -> Vec<DocumentView> {
    match world.open(candidate).documents {
        Shown::Shown { value } => value,
        Shown::Withheld { .. } => panic!("HR sees documents"),
    }
}

fn told(world: &mut World) -> Vec<String> {
    world
        .read(|desk| records::journal::read(desk, ReadJournal::default()))
        .expect("the journal")
        .rows
        .into_iter()
        .map(|row| row.sentence)
        .collect()
}

fn problem<T: std::fmt::Debug>(result: Result<T, Error>) -> (&'static str, String) {
    match result {
        Err(Error::Invalid(mut problems)) => {
            let problem = problems.remove(0);
            (problem.field, problem.sentence)
        }
        other => panic!("it can't be taken: {other:?}"),
    }
}

#[test]
fn documents_are_added_listed_read_and_taken_out_and_the_journal_names_none() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let one = DocumentDetails {
        application: Some(application),
        ..details(candidate, DocumentKind::Cv)
    };
    let files = vec![
        file("folder/Ann Archer.pdf", b"%PDF-1.7 hers"),
        file("Second.txt", b"more"),
    ];
    world.does(|desk| records::document::add(desk, one, files));
    let found = listed(&mut world, candidate);
    assert_eq!(found.len(), 2);
    let cv = &found[1];
    assert_eq!(cv.file_name, "Ann Archer.pdf");
    assert_eq!((cv.media, cv.bytes), (MediaType::Pdf, 13));
    assert_eq!(cv.vacancy_title.as_deref(), Some("Press Officer"));
    assert_eq!(cv.added_by, "Alex of HR");
    assert!(cv.may_remove);
    let asked = OneDocument {
        candidate,
        document: cv.document,
    };
    let read = world.does(|desk| records::document::read(desk, asked));
    assert_eq!(read.content.as_slice(), b"%PDF-1.7 hers");
    world.does(|desk| records::document::remove(desk, asked));
    assert_eq!(listed(&mut world, candidate).len(), 1);
    let again = world.write(|desk| records::document::read(desk, asked));
    assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
    let told = told(&mut world);
    assert_eq!(
        told[..3],
        [
            "Took out a CV",
            "Opened a CV",
            "Added 2 documents, each a CV"
        ]
    );
    assert!(!told.iter().any(|sentence| sentence.contains("Archer")));
}

#[test]
fn what_cannot_be_taken_says_why_and_nothing_of_the_rest_is_kept() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    for (name, content, begins) in [
        ("empty.txt", b"".as_slice(), "The file is empty"),
        ("run.exe", b"MZ\x90\0\x03", "This kind of file"),
        ("cv.docx", b"%PDF-1.7", "The file’s name"),
    ] {
        let files = vec![file("good.txt", b"good"), file(name, content)];
        let asked = details(candidate, DocumentKind::Cv);
        let (field, sentence) =
            problem(world.write(|desk| records::document::add(desk, asked, files)));
        assert_eq!(field, "file");
        assert!(sentence.starts_with(begins), "{sentence}");
    }
    for (kind, label) in [
        (DocumentKind::Other, None),
        (DocumentKind::Cv, Some(line("A thing"))),
    ] {
        let asked = DocumentDetails {
            label,
            ..details(candidate, kind)
        };
        let files = vec![file("good.txt", b"good")];
        let (field, _) = problem(world.write(|desk| records::document::add(desk, asked, files)));
        assert_eq!(field, "label");
    }
    assert!(listed(&mut world, candidate).is_empty());
}

#[test]
fn an_application_of_somebody_else_takes_no_document() {
    let mut world = World::new();
    let (ann, bob) = (world.add_person("Ann"), world.add_person("Bob"));
    let his = world.application(bob);
    let asked = DocumentDetails {
        application: Some(his),
        ..details(ann, DocumentKind::Cv)
    };
    let files = vec![file("good.txt", b"good")];
    let answer = world.write(|desk| records::document::add(desk, asked, files));
    assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
    let document = add(&mut world, bob, Some(his), DocumentKind::Cv);
    let as_hers = OneDocument {
        candidate: ann,
        ..document
    };
    let answer = world.write(|desk| records::document::remove(desk, as_hers));
    assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
    assert_eq!(listed(&mut world, bob).len(), 1);
}

#[test]
fn what_was_added_since_does_not_go_with_an_undo_of_something_else() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    let letter = add(
        &mut world,
        candidate,
        Some(application),
        DocumentKind::Letter,
    );
    let answer = world.undo();
    assert!(matches!(answer, Err(Error::Stale)), "{answer:?}");
    assert_eq!(listed(&mut world, candidate).len(), 1);

    world.does(|desk| records::document::remove(desk, letter));
    let bob = world.add_person("Bob");
    world.undo().expect("nothing was added to him since");
    assert_eq!(world.everyone(), [candidate], "not {bob:?}");
}

#[test]
fn an_import_taken_back_keeps_whoever_has_a_document_since() {
    let mut world = World::new();
    let import = crate::importing::three(&mut world);
    let ann = world.found("ann lee")[0];
    add(&mut world, ann, None, DocumentKind::Cv);
    let undone =
        world.does(|desk| records::import::take_back(desk, records::import::UndoImport { import }));
    assert_eq!((undone.removed, undone.kept), (2, 1));
    assert_eq!(world.everyone(), [ann]);
    assert_eq!(listed(&mut world, ann).len(), 1);
}

#[test]
fn a_reference_is_due_before_what_a_permission_keeps() {
    let mut world = World::new();
    let candidate = world.add_person("Ann");
    let application = world.application(candidate);
    add(
        &mut world,
        candidate,
        Some(application),
        DocumentKind::Reference,
    );
    add(&mut world, candidate, Some(application), DocumentKind::Cv);
    world.end(candidate, NEARLY, "2026-04-20");
    let keep = RecordPermission {
        candidate,
        details: permission(PermissionPurpose::KeepLonger, "2026-05-01"),
    };
    world.does(|desk| records::permission::record(desk, keep));
    let parts = world.strip(candidate).parts;
    let reference: Vec<_> = parts
        .iter()
        .filter(|part| part.class == DataClass::Reference)
        .collect();
    assert_eq!(reference.len(), 1, "{parts:?}");
    assert_eq!(reference[0].erase_on, Some(crate::world::day("2026-10-20")));
    assert_eq!(reference[0].vacancy_title.as_deref(), Some("Press Officer"));
    assert!(reference[0].due);
    let shown = preview(&mut world, None);
    assert_eq!(
        shown.parts_by_class,
        [
            PartCount {
                class: DataClass::Reference,
                count: 1
            },
            PartCount {
                class: DataClass::ToolUse,
                count: 1
            }
        ]
    );
    let receipt = world.does(|desk| records::retention::sweep(desk, None, None));
    assert!(receipt.verified);
    assert_eq!((receipt.people, receipt.parts), (0, 2));
    let left = listed(&mut world, candidate);
    assert_eq!(left.len(), 1, "the CV stays with what the permission keeps");
    assert_eq!(left[0].kind, DocumentKind::Cv);
}
