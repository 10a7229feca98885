//! Reports of erasures, the retention schedule and the letter: what they say, what they never say, and that they are
//! of this store.

use domain::hold::{HoldDetails, HoldReason};
use domain::id::CandidateId;
use proptest::prelude::*;
use records::hold::PlaceHold;
use records::journal::ReadJournal;
use records::report::{
    MakeReport, ReportFile, ReportForm, ReportOf, ReportStanding, StoreId, WriteLetter,
    compare_report, inspect_report, make_report, write_letter,
};
use records::retention::{Erase, ErasureReceipt};
use records::{Error, Store};
use serde_json::Value;

use crate::erasing::{due, preview};
use crate::world::{World, day, refused};

/// Erases everybody who is due.
fn erase_all(world: &mut World) -> ErasureReceipt {
    erase(world, None)
}

fn erase(world: &mut World, candidates: Option<Vec<CandidateId>>) -> ErasureReceipt {
    let seen = preview(world, candidates);
    let request = Erase {
        preview: seen.preview,
        typed: seen.confirm,
        do_not_approach: false,
        second: None,
        job: 0,
    };
    world.does(|desk| records::retention::erase(desk, request))
}

fn make(world: &mut World, of: ReportOf, form: ReportForm) -> ReportFile {
    world.does(|desk| make_report(desk, MakeReport { of, form }))
}

/// The report as a program reads it.
fn data(world: &mut World, of: ReportOf) -> Value {
    let file = make(world, of, ReportForm::Json);
    let whole: Value = serde_json::from_slice(&file.bytes).expect("JSON");
    whole["report"].clone()
}

fn compared(world: &mut World, store: &StoreId, file: &ReportFile) -> ReportStanding {
    let check = inspect_report(&file.bytes);
    assert_eq!(check.standing, ReportStanding::Whole, "as it was made");
    world
        .read(|desk| compare_report(desk, store.clone(), check))
        .expect("compared")
        .standing
}

fn id(store: &Store) -> StoreId {
    StoreId::of(store)
}

const NAMES: [&str; 6] = [
    "Quillon", "Brantwe", "Ostmark", "Velindra", "Harkesh", "Nyolu",
];

#[test]
fn a_report_in_any_form_is_of_this_store_and_of_no_other() {
    let (mut world, mut other) = (World::new(), World::new());
    due(&mut world, &NAMES);
    let erasure = erase_all(&mut world).erasure;
    for form in ReportForm::ALL {
        for of in [
            ReportOf::Erasure { erasure },
            ReportOf::Period {
                from: day("2026-11-01"),
                to: day("2026-11-30"),
            },
            ReportOf::Schedule,
        ] {
            let file = make(&mut world, of, form);
            let (ours, theirs) = (id(&world.store), id(&other.store));
            assert_eq!(
                compared(&mut world, &ours, &file),
                ReportStanding::Genuine,
                "{of:?}"
            );
            assert_eq!(
                compared(&mut other, &theirs, &file),
                ReportStanding::OtherStore,
                "{of:?}"
            );
            // A store that calls itself by the same name knows neither the key nor the journal.
            assert_eq!(
                compared(&mut other, &ours, &file),
                ReportStanding::UnknownKey,
                "{of:?}"
            );
        }
    }
}

#[test]
fn a_report_says_how_many_by_which_rule_when_by_whom_and_what_was_verified() {
    let mut world = World::new();
    due(&mut world, &NAMES);
    let receipt = erase_all(&mut world);
    let report = data(
        &mut world,
        ReportOf::Erasure {
            erasure: receipt.erasure,
        },
    );
    assert_eq!(report["number"], "E-0001");
    assert_eq!(report["organisation"], "Office of the Example");
    assert_eq!(report["madeBy"]["name"], "Alex of HR");
    assert_eq!(report["madeBy"]["role"], "HR administrator");
    let run = &report["runs"][0];
    assert_eq!(run["people"]["exactly"], 6);
    assert_eq!(run["rules"][0]["rule"], "RET-02");
    assert_eq!(run["rules"][0]["people"]["exactly"], 6);
    assert_eq!(
        (&run["on"], &run["trigger"]),
        (&"2026-11-23".into(), &"chosen".into())
    );
    assert_eq!(run["checked"]["pages"], receipt.pages);
    assert_eq!(run["checked"]["words"], receipt.searched);
    // The six months ended on 1 November; nobody came by before the 23rd.
    assert_eq!(run["punctuality"]["late"]["exactly"], 6);
    assert_eq!(run["punctuality"]["mostDays"], 22);
    assert_eq!(run["kept"], Value::Array(Vec::new()));
    assert!(run["entry"].as_i64().expect("an entry of the journal") > 0);
    assert_eq!(report["recipients"], Value::Array(Vec::new()));
    assert_eq!(report["backupsUntil"], Value::Null, "none was made");
    let classes = run["classes"].as_array().expect("classes");
    let items = |class: &str| {
        classes
            .iter()
            .find(|each| each["class"] == class)
            .map(|each| each["items"]["exactly"].clone())
    };
    assert_eq!(items("contact"), Some(6.into()), "{classes:?}");
    assert_eq!(items("form"), Some(6.into()), "{classes:?}");
}

#[test]
fn a_report_says_until_when_a_backup_may_still_hold_them() {
    let mut world = World::new();
    due(&mut world, &NAMES);
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("one.fairhold-backup");
    let backup = world.does(|desk| records::backup::make(desk, to));
    let erasure = erase_all(&mut world).erasure;
    let report = data(&mut world, ReportOf::Erasure { erasure });
    assert_eq!(
        report["backupsUntil"],
        backup.beyond_use_until.to_string(),
        "RET-18"
    );
}

#[test]
fn who_is_held_stands_in_it_by_what_keeps_them() {
    let mut world = World::new();
    let people = due(&mut world, &NAMES);
    world.does(|desk| {
        let details = HoldDetails {
            reason: HoldReason::Claim,
            reference: None,
            review_by: day("2027-02-23"),
        };
        records::hold::place(
            desk,
            PlaceHold {
                application: None,
                candidate: people[0],
                details,
            },
        )
    });
    let erasure = erase_all(&mut world).erasure;
    let report = data(&mut world, ReportOf::Erasure { erasure });
    let kept = &report["runs"][0]["kept"][0];
    assert_eq!(kept["because"], "a legal hold: a claim");
    assert_eq!(
        (&kept["rule"], &kept["law"]),
        (&"RET-06".into(), &"UK GDPR Art 17(3)(e)".into())
    );
    assert_eq!(kept["people"], "fewerThanFive");
    assert_eq!(kept["reviewBy"], "2027-02-23");
}

#[test]
fn a_count_under_five_is_not_told_nor_what_would_tell_it() {
    let mut world = World::new();
    let people = due(&mut world, &NAMES);
    let few = erase(&mut world, Some(people[..3].to_vec())).erasure;
    let report = data(&mut world, ReportOf::Erasure { erasure: few });
    let run = &report["runs"][0];
    assert_eq!(run["people"], "fewerThanFive");
    assert_eq!(run["rules"][0]["people"], "fewerThanFive");
    assert_eq!(
        run["checked"]["words"],
        Value::Null,
        "six words a person would tell"
    );
    // The period's report adds up nothing from which the three could be told.
    due(&mut world, &["Rosmer", "Talvik"]);
    let more = erase_all(&mut world);
    assert_eq!(more.people, 5);
    let period = ReportOf::Period {
        from: day("2026-11-23"),
        to: day("2026-11-23"),
    };
    let file = make(&mut world, period, ReportForm::Csv);
    let text = String::from_utf8(file.bytes).expect("text");
    assert!(text.contains("At least 6 people erased."), "{text}");
    assert!(
        !text.contains("People,8") && !text.contains("People,,8"),
        "{text}"
    );
}

#[test]
fn a_period_ends_no_earlier_than_it_begins_and_may_be_empty() {
    let mut world = World::new();
    let of = ReportOf::Period {
        from: day("2026-11-02"),
        to: day("2026-11-01"),
    };
    let form = ReportForm::Pdf;
    match world.write(|desk| make_report(desk, MakeReport { of, form })) {
        Err(Error::Invalid(problems)) => assert_eq!(problems[0].field, "to"),
        other => panic!("the days are the wrong way round: {other:?}"),
    }
    let of = ReportOf::Period {
        from: day("2026-01-01"),
        to: day("2026-01-01"),
    };
    assert_eq!(data(&mut world, of)["runs"], Value::Array(Vec::new()));
}

#[test]
fn a_report_of_what_is_no_erasure_is_not_to_be_had() {
    let mut world = World::new();
    let of = ReportOf::Erasure {
        erasure: domain::id::ErasureId::new(crate::world::noon(world.today)),
    };
    let form = ReportForm::Pdf;
    let made = world.write(|desk| make_report(desk, MakeReport { of, form }));
    assert!(matches!(made, Err(Error::NotFound)), "{made:?}");
}

#[test]
fn a_letter_is_to_be_had_only_for_somebody_who_is_due_and_the_journal_keeps_no_word_of_it() {
    let mut world = World::new();
    let gone = due(&mut world, &["Quillon"])[0];
    let stays = world.add_person("Stays");
    let (rule, _) =
        refused(world.write(|desk| write_letter(desk, WriteLetter { candidate: stays })));
    assert_eq!(rule, "ERA-05");
    let letter = world.does(|desk| write_letter(desk, WriteLetter { candidate: gone }));
    assert_eq!(
        letter.name, "letter-2026-11-23.pdf",
        "a name without a name"
    );
    let said = pdf_text(&letter.bytes);
    for words in [
        "GivenQuillon FamilyQuillon",
        "Quillon Street",
        "SE1 8XX",
        "23 November 2026",
        "The application was turned down on 1 May 2026",
        "section 164A",
        "Information Commissioner",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let page = world
        .read(|desk| records::journal::read(desk, ReadJournal::default()))
        .expect("the journal");
    assert_eq!(
        page.rows[0].sentence,
        "Made a letter to somebody whose record goes"
    );
    assert!(!format!("{page:?}").contains("Quillon"));
    erase_all(&mut world);
    let after = world.write(|desk| write_letter(desk, WriteLetter { candidate: gone }));
    assert!(
        matches!(after, Err(Error::NotFound)),
        "there is nobody to write to"
    );
}

#[test]
fn the_journal_says_that_a_report_was_saved_and_never_where() {
    let mut world = World::new();
    make(&mut world, ReportOf::Schedule, ReportForm::Pdf);
    let page = world
        .read(|desk| records::journal::read(desk, ReadJournal::default()))
        .expect("the journal");
    assert_eq!(page.rows[0].sentence, "Saved the retention schedule");
}

fn pdf_text(bytes: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), bytes).expect("written");
    let out = std::process::Command::new("pdftotext")
        .args(["-layout".as_ref(), file.path().as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext runs");
    String::from_utf8(out.stdout).expect("text")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    /// Whoever is in the store, erased or not, no report has a word of theirs.
    #[test]
    fn no_report_names_anybody(names in prop::collection::btree_set("[B-DF-HJ-NP-TV-Z][bcdfgklmnprstvz]{4}ux", 3..8), gone in 1_usize..8) {
        let mut world = World::new();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let people = due(&mut world, &names);
        let chosen = people.into_iter().take(gone).collect();
        let erasure = erase(&mut world, Some(chosen)).erasure;
        let period = ReportOf::Period { from: world.today, to: world.today };
        for of in [ReportOf::Erasure { erasure }, period, ReportOf::Schedule] {
            for form in ReportForm::ALL {
                let file = make(&mut world, of, form);
                let mut said = file.name.clone();
                said.push_str(&match form {
                    ReportForm::Pdf => pdf_text(&file.bytes),
                    ReportForm::Csv | ReportForm::Json => String::from_utf8(file.bytes.clone()).expect("text"),
                });
                let proof = report::proof::read(&file.bytes).expect("a proof");
                said.push_str(&String::from_utf8(proof.signed).expect("text"));
                for name in &names {
                    prop_assert!(!said.contains(name), "{name} is in {said}");
                }
                prop_assert!(!said.contains("example.org") && !said.contains("07700 9"), "{said}");
            }
        }
    }
}
