//! The access pack, held against the database by the schema's own foreign keys, and looked through for others.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use domain::clock::FixedClock;
use domain::deadline::Right;
use domain::document::{DocumentKind, FileName};
use domain::id::CandidateId;
use domain::rights::{MASK, RequestChannel};
use domain::text::Prose;
use records::demo::Demo;
use records::document::{DocumentDetails, NewFile};
use records::rights::{
    self, AssemblePack, LogRequest, MaskDecision, OneRequest, PackKind, PackReview, SavePack,
    SuggestionKind,
};
use records::{Error, ReadDesk, Session, Store, Unwatched, WriteDesk};
use serde_json::Value;
use store::testing::{HeldText, texts_of};
use zip::ZipArchive;

use super::{log, open};
use crate::world::{World, day, noon, refused};

/// Columns that say again what another says, or that no person is told, each with why.
const NOT_TOLD: &[(&str, &str)] = &[
    ("candidate.sort_name", "the name, folded for sorting"),
    ("candidate_email.key", "the address, folded"),
    ("candidate_phone.key", "the number, folded"),
    ("candidate_text.name", "the name, folded for searching"),
    ("candidate_text.contact", "contacts, folded for searching"),
    ("document_text.body", "the words of a file that is given"),
];

/// Columns that are listed as withheld, with what they are listed as.
const WITHHELD: &[(&str, &str)] = &[
    ("hold.reason", "why a legal hold was placed"),
    ("hold.reference", "why a legal hold was placed"),
];

struct Given {
    json: Value,
    pdf: Vec<u8>,
    files: BTreeMap<String, Vec<u8>>,
}

fn unzip(bytes: Vec<u8>) -> Given {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("read");
        let name = file.name().expect("a name").to_string();
        files.insert(name, bytes);
    }
    Given {
        json: serde_json::from_slice(&files.remove("what-we-hold.json").expect("JSON"))
            .expect("JSON"),
        pdf: files.remove("what-we-hold.pdf").expect("a PDF"),
        files,
    }
}

/// Every text of a JSON value, one after another, without what is only spelling.
fn texts(value: &Value, into: &mut String) {
    match value {
        Value::String(text) => {
            into.push_str(&plain(text));
            into.push('\n');
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn plain(text: &str) -> String {
    text.replace('-', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// The pieces of a column that have to be found: the texts of JSON, or all of it.
fn pieces(text: &str) -> Vec<String> {
    match serde_json::from_str::<Value>(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => {
            let mut found = String::new();
            texts(&value, &mut found);
            found
                .lines()
                .filter(|line| uuid::Uuid::parse_str(&line.replace(' ', "")).is_err())
                .map(str::to_owned)
                .collect()
        }
        // What the program calls a file that has no name of its own is an id.
        Ok(_) | Err(_) if uuid::Uuid::parse_str(text).is_ok() => Vec::new(),
        Ok(_) | Err(_) => vec![plain(text)],
    }
}

fn check(given: &Given, held: &[HeldText]) {
    let mut all = String::new();
    texts(&given.json, &mut all);
    for text in held {
        let column = format!("{}.{}", text.table, text.column);
        if NOT_TOLD.iter().any(|(known, _)| *known == column) {
            continue;
        }
        if let Some((_, kind)) = WITHHELD.iter().find(|(known, _)| *known == column) {
            assert!(all.contains(kind), "{column} is listed as withheld");
            continue;
        }
        for piece in pieces(&text.text) {
            assert!(
                all.contains(&piece),
                "{column} says {piece:?}, and the pack does not"
            );
        }
    }
}

struct Sample {
    store: Store,
    session: Session,
    clock: FixedClock,
    _folder: tempfile::TempDir,
}

impl Sample {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = FixedClock(noon(day("2026-11-23")));
        let sample = Demo {
            people: 240,
            seed: 7,
        };
        let (store, account) = sample
            .make(&folder.path().join("sample"), None, &clock)
            .expect("a sample");
        Self {
            store,
            session: Session::new(account),
            clock,
            _folder: folder,
        }
    }

    fn write<T>(
        &mut self,
        work: impl FnOnce(&mut WriteDesk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        work(&mut WriteDesk::new(
            &mut self.store,
            &self.session,
            &self.clock,
            &Unwatched,
        ))
    }

    fn everyone(&mut self) -> Vec<CandidateId> {
        let request = records::candidate::ListCandidates {
            filter: records::candidate::CandidateFilter::default(),
            sort: records::candidate::CandidateSort {
                by: records::candidate::CandidateColumn::Name,
                descending: false,
            },
        };
        ReadDesk::with_store(&mut self.store, &self.session, &self.clock, |desk| {
            let list = records::candidate::list(desk, request)?;
            let mut found = Vec::new();
            let mut start = 0;
            while start < list.total {
                let request = records::candidate::ReadCandidates {
                    list: list.list,
                    start,
                    count: 100,
                };
                let rows = records::candidate::read_list(desk, request)?.rows;
                start += u32::try_from(rows.len()).expect("few");
                found.extend(rows.into_iter().map(|row| row.candidate));
            }
            Ok(found)
        })
        .expect("a list")
    }

    fn give(&mut self, candidate: CandidateId) -> Given {
        let request = LogRequest {
            candidate: Some(candidate),
            asker: Prose::default(),
            received_on: day("2026-11-20"),
            channel: RequestChannel::Letter,
            rights: vec![Right::Access],
            asked: Prose::parse("All of it, please").expect("words"),
        };
        let request = self
            .write(|desk| rights::log(desk, request))
            .expect("logged")
            .request;
        let review = self
            .write(|desk| {
                let kind = PackKind::Held;
                rights::assemble(desk, AssemblePack { request, kind })
            })
            .expect("put together");
        let decisions = review
            .suggestions
            .iter()
            .map(|suggestion| MaskDecision {
                mark: suggestion.mark.clone(),
                masked: false,
            })
            .collect();
        let save = SavePack {
            request,
            revision: 1,
            pack: review.pack,
            decisions,
        };
        unzip(
            self.write(|desk| rights::save_pack(desk, save))
                .expect("saved")
                .bytes,
        )
    }
}

#[test]
fn every_text_of_the_schema_that_leads_to_somebody_is_in_the_pack_or_listed_as_withheld() {
    let mut sample = Sample::new();
    let everyone = sample.everyone();
    // Few people who between them have a row in every table that anybody has one in.
    let mut of_each: Vec<(CandidateId, BTreeSet<String>)> = everyone
        .into_iter()
        .map(|candidate| {
            let held = texts_of(&sample.store, candidate.uuid()).expect("read");
            (candidate, held.into_iter().map(|text| text.table).collect())
        })
        .collect();
    let mut covered = BTreeSet::new();
    let mut chosen = Vec::new();
    loop {
        of_each.sort_by_key(|(_, tables)| std::cmp::Reverse(tables.difference(&covered).count()));
        let (candidate, tables) = of_each[0].clone();
        if tables.is_subset(&covered) {
            break;
        }
        covered.extend(tables);
        chosen.push(candidate);
    }
    for table in [
        "application_event",
        "offer",
        "reserve_entry",
        "message",
        "interview",
        "sealed_record",
        "incident_person",
        "rights_request",
        "document",
    ] {
        assert!(
            covered.contains(table) || table == "incident_person",
            "the sample has a row in {table}"
        );
    }
    for candidate in chosen {
        let given = sample.give(candidate);
        let held = texts_of(&sample.store, candidate.uuid()).expect("read");
        assert!(held.len() > 5);
        check(&given, &held);
        assert!(given.pdf.starts_with(b"%PDF"));
    }
}

pub(super) fn add_file(world: &mut World, candidate: CandidateId, kind: DocumentKind, text: &str) {
    let details = DocumentDetails {
        candidate,
        application: None,
        kind,
        label: None,
    };
    let file = NewFile {
        name: FileName::parse("paper.txt").expect("a name"),
        content: text.as_bytes().to_vec().into(),
        text: Some(text.to_owned().into()),
    };
    world.does(|desk| records::document::add(desk, details, vec![file]));
}

pub(super) fn assemble(
    world: &mut World,
    request: domain::id::RightsRequestId,
    kind: PackKind,
) -> PackReview {
    world.does(|desk| rights::assemble(desk, AssemblePack { request, kind }))
}

#[test]
fn names_of_others_and_references_are_decided_one_by_one_and_nothing_is_given_before() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let bo = world.add_person("Bosco");
    let family = world.stands(bo).name.family;
    let family = family.as_str();
    add_file(
        &mut world,
        ann,
        DocumentKind::Letter,
        &format!("I know {family} from school"),
    );
    add_file(&mut world, ann, DocumentKind::Cv, "Ten years in archives");
    add_file(
        &mut world,
        ann,
        DocumentKind::Reference,
        "She is most reliable",
    );
    let request = log(&mut world, ann, &[Right::Access]);
    let review = assemble(&mut world, request, PackKind::Held);
    assert!(
        review
            .suggestions
            .iter()
            .any(|one| one.kind == SuggestionKind::Candidate)
    );
    let references = review
        .suggestions
        .iter()
        .filter(|one| one.kind == SuggestionKind::Reference)
        .count();
    assert_eq!(references, 1);
    let save = |revision, decisions| SavePack {
        request,
        revision,
        pack: review.pack,
        decisions,
    };
    let revision = open(&mut world, request).revision;
    let undecided = world.write(|desk| rights::save_pack(desk, save(revision, Vec::new())));
    assert_eq!(refused(undecided).0, "DSR-09");
    let all = |masked| {
        review
            .suggestions
            .iter()
            .map(|one| MaskDecision {
                mark: one.mark.clone(),
                masked,
            })
            .collect::<Vec<_>>()
    };
    let masked = world.does(|desk| rights::save_pack(desk, save(revision, all(true))));
    assert_eq!(masked.name, "R-0001-what-we-hold.zip");
    let masked = unzip(masked.bytes);
    let mut said = String::new();
    texts(&masked.json, &mut said);
    assert!(!said.contains(&plain(family)), "the name is withheld");
    assert!(said.contains(&plain(MASK)));
    assert!(said.contains("references"), "and listed by kind");
    assert_eq!(
        masked.files.keys().collect::<Vec<_>>(),
        ["documents/01-cv.txt"],
        "neither the reference nor the letter that names another"
    );
    let again = assemble(&mut world, request, PackKind::Held);
    assert!(
        again.suggestions.iter().all(|one| one.masked == Some(true)),
        "what was decided is remembered"
    );
    let revision = open(&mut world, request).revision;
    let given = SavePack {
        pack: again.pack,
        ..save(revision, all(false))
    };
    let given = unzip(world.does(|desk| rights::save_pack(desk, given)).bytes);
    assert_eq!(given.files.len(), 3, "all three files");
    let view = world
        .read(|desk| rights::open(desk, OneRequest { request }))
        .expect("a request");
    assert_eq!(view.case.pack_made_on, Some(world.today));
}
