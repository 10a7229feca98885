//! What somebody gave, in a form for other programs: held against the schema of a JSON Resume, and against what they did not
//! give.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use domain::consent::PermissionPurpose;
use domain::deadline::Right;
use domain::document::DocumentKind;
use domain::id::{CandidateId, RightsRequestId};
use domain::reserve::ReserveOffers;
use domain::rights::{CaseStep, ItemOutcome};
use domain::source::SourceCategory;
use records::candidate::EditCandidate;
use records::reserve::{AddToReserve, ReservePermission};
use records::rights::{self, MaskDecision, PackKind, SavePack};
use serde_json::Value;
use zip::ZipArchive;

use super::pack::{add_file, assemble};
use super::{close, decide, log, open, words};
use crate::sealed::journal;
use crate::world::{NEARLY, World, details, line, permission, refused};

const SCHEMA: &str = include_str!("../../fixtures/jsonresume/schema.json");

/// Checks a value against a schema, and that the schema knows each of its properties. A word of the schema that is not
/// understood here fails.
fn hold_against(schema: &Value, value: &Value, all: &Value, at: &str) {
    for (word, wants) in schema.as_object().expect("a schema") {
        match word.as_str() {
            "$schema"
            | "$id"
            | "title"
            | "description"
            | "definitions"
            | "additionalProperties" => {}
            "$ref" => {
                let place = wants.as_str().and_then(|text| text.strip_prefix('#'));
                let found = all.pointer(place.expect("a place")).expect("a definition");
                hold_against(found, value, all, at);
            }
            "type" => {
                let is = match wants.as_str().expect("a type") {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    other => panic!("{at}: the type {other} is not understood"),
                };
                assert!(is, "{at} is no {wants}: {value}");
            }
            "format" => {
                let text = value.as_str().expect("a text");
                let is = match wants.as_str().expect("a format") {
                    "email" => text.split_once('@').is_some_and(|(who, at)| {
                        !who.is_empty() && at.contains('.') && !at.contains('@')
                    }),
                    "uri" => text.starts_with("https://") && !text.contains(' '),
                    other => panic!("{at}: the format {other} is not understood"),
                };
                assert!(is, "{at} is no {wants}: {text}");
            }
            "items" => {
                for (place, item) in value.as_array().expect("a list").iter().enumerate() {
                    hold_against(wants, item, all, &format!("{at}[{place}]"));
                }
            }
            "properties" => {
                for (name, part) in value.as_object().expect("an object") {
                    let part_of = wants.get(name);
                    let part_of = part_of.unwrap_or_else(|| panic!("{at} knows no {name}"));
                    hold_against(part_of, part, all, &format!("{at}.{name}"));
                }
            }
            other => panic!("{at}: the schema says {other}, which is not understood"),
        }
    }
}

fn save(
    world: &mut World,
    request: RightsRequestId,
    masked: bool,
) -> (String, BTreeMap<String, Vec<u8>>) {
    let review = assemble(world, request, PackKind::Portable);
    let revision = open(world, request).revision;
    let decisions = review
        .suggestions
        .iter()
        .map(|one| MaskDecision {
            mark: one.mark.clone(),
            masked,
        })
        .collect();
    let saved = world.does(|desk| {
        let pack = review.pack;
        rights::save_pack(
            desk,
            SavePack {
                request,
                revision,
                pack,
                decisions,
            },
        )
    });
    let mut zip = ZipArchive::new(Cursor::new(saved.bytes)).expect("a ZIP");
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("read");
        let name = file.name().expect("a name").to_string();
        files.insert(name, bytes);
    }
    (saved.name, files)
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).expect("UTF-8")
}

/// On the reserve list, by their permission, with what they can do.
fn put_on_the_list(world: &mut World, candidate: CandidateId) {
    let application = world.application(candidate);
    world.end(candidate, NEARLY, "2026-10-01");
    let given = permission(PermissionPurpose::ReserveList, "2026-10-02");
    let request = AddToReserve {
        candidate,
        application,
        permission: Some(ReservePermission::New { details: given }),
        roles: line("Press"),
        merit: words("Strong on the written test"),
        offers: ReserveOffers {
            skills: vec![line("=Welsh"), line("Media relations")],
            ..ReserveOffers::default()
        },
        until: None,
    };
    world.does(|desk| records::reserve::add(desk, request));
}

#[test]
fn what_they_gave_is_a_json_resume_by_its_schema_a_table_and_their_files_and_nothing_of_others() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    put_on_the_list(&mut world, ann);
    add_file(&mut world, ann, DocumentKind::Cv, "Ten years in archives");
    add_file(&mut world, ann, DocumentKind::Reference, "Most reliable");
    add_file(&mut world, ann, DocumentKind::Assessment, "Marks: 17 of 20");
    let request = log(&mut world, ann, &[Right::Portability]);
    assert_eq!(open(&mut world, request).next, Some(CaseStep::MakePortable));
    let (name, files) = save(&mut world, request, false);
    assert_eq!(name, "R-0001-what-you-gave.zip");
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        ["documents/01-cv.txt", "resume.json", "what-you-gave.csv"],
        "neither a reference nor marks"
    );
    let resume: Value = serde_json::from_str(&text(&files, "resume.json")).expect("JSON");
    let schema: Value = serde_json::from_str(SCHEMA).expect("a schema");
    hold_against(&schema, &resume, &schema, "resume");
    assert_eq!(resume["basics"]["name"], "GivenAnn FamilyAnn");
    assert_eq!(resume["basics"]["email"], "mailAnn@example.org");
    assert_eq!(resume["basics"]["location"]["postalCode"], "SE1 8XX");
    assert_eq!(resume["skills"][1]["name"], "Media relations");
    let csv = text(&files, "what-you-gave.csv");
    assert!(csv.starts_with("\u{feff}Part,No.,What,Value\r\n"), "{csv}");
    for said in [
        "Ann Street",
        "Press Officer",
        "07700",
        "Reply to",
        "written test",
    ] {
        let gave = !["Reply to", "written test"].contains(&said);
        assert_eq!(csv.contains(said), gave, "{said} in {csv}");
    }
    assert!(csv.contains("\"'=Welsh\n"), "no cell is a formula: {csv}");
    let view = open(&mut world, request);
    assert_eq!(view.case.portable_made_on, Some(world.today));
    assert_eq!(view.case.pack_made_on, None, "it is not all that is held");
    decide(
        &mut world,
        request,
        Right::Portability,
        ItemOutcome::Granted,
        &[],
    )
    .expect("decided");
    close(&mut world, request).expect("closed");
    let journal = journal(&mut world);
    for said in [
        "Put together what they gave",
        "Saved what they gave in a form for other programs",
    ] {
        assert!(journal.iter().any(|line| line.starts_with(said)), "{said}");
    }
}

#[test]
fn names_of_others_in_what_they_gave_are_decided_and_what_another_gave_is_not_in_it() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let bo = world.add_person("Bosco");
    let family = world.stands(bo).name.family;
    let letter = format!("I know {} from school", family.as_str());
    add_file(&mut world, ann, DocumentKind::Letter, &letter);
    let mut by_a_recruiter = details("Ann");
    by_a_recruiter.source.category = SourceCategory::Recruiter;
    let revision = world.open(ann).revision;
    world.does(|desk| {
        records::candidate::edit(
            desk,
            EditCandidate {
                candidate: ann,
                revision,
                details: by_a_recruiter,
            },
        )
    });
    let request = log(&mut world, ann, &[Right::Portability]);
    let review = assemble(&mut world, request, PackKind::Portable);
    assert_eq!(review.suggestions.len(), 1, "the name in the letter");
    assert!(
        review
            .withheld
            .iter()
            .any(|part| part.because.starts_with("given by somebody else")),
        "how to reach them came from a recruiter"
    );
    let (_, files) = save(&mut world, request, true);
    let said = text(&files, "documents/words-01.txt").to_lowercase();
    assert!(!said.contains(&family.as_str().to_lowercase()) && said.contains("withheld"));
    let csv = text(&files, "what-you-gave.csv");
    assert!(!csv.contains("mailAnn"), "{csv}");
}

#[test]
fn a_pack_is_put_together_only_for_the_right_that_was_used() {
    let mut world = World::new();
    let ann = world.add_person("Ann");
    let request = log(&mut world, ann, &[Right::Access]);
    let kind = PackKind::Portable;
    let asked = world.write(|desk| rights::assemble(desk, rights::AssemblePack { request, kind }));
    assert_eq!(refused(asked.map(|_| ())).0, "DSR-13");
}
