//! What is left of somebody outside the store's folder: in what the window keeps, a log, a temporary file.

use std::fs;
use std::path::Path;

use domain::id::CandidateId;
use store::{Elsewhere, ErasureReport, ErasureState, GoOn, ToErase};
use tempfile::TempDir;

use crate::support::{Home, at, person};

/// Two people who share nothing but their address's town.
fn two(home: &mut Home) -> (CandidateId, CandidateId) {
    let gone = home.candidate(&person(
        "Marguerite",
        "Thompson",
        "marguerite@example.org",
        "07700 900123",
    ));
    let stays = home.candidate(&person(
        "Balthazar",
        "Quill",
        "balthazar@example.org",
        "07700 900987",
    ));
    (gone, stays)
}

/// Erases one of two people, with a folder searched that holds a file.
fn erased_beside(name: &str, bytes: &[u8]) -> ErasureReport {
    let mut home = Home::new();
    let (gone, _) = two(&mut home);
    let window = tempfile::tempdir().unwrap();
    put(&window, name, bytes);
    erase(&mut home, gone, &[window.path(), Path::new("/not/there")])
}

fn put(folder: &TempDir, name: &str, bytes: &[u8]) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn erase(home: &mut Home, gone: CandidateId, places: &[&Path]) -> ErasureReport {
    home.store
        .also_search(places.iter().map(|place| place.to_path_buf()).collect());
    let erasing = home.erasing();
    let people = [ToErase::person(gone, "RET-02")];
    home.store
        .erase(&erasing, &people, at("2026-08-02"), |_| GoOn::Yes)
        .unwrap()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn an_address_that_is_left_in_the_windows_folder_is_a_fault() {
    let mut late = vec![b'x'; (4 << 20) - 7];
    late.extend(b" Marguerite@Example.org ");
    for (name, bytes) in [
        (
            "incidents.log",
            b"wrote to marguerite@example.org\n".to_vec(),
        ),
        (
            "storage/leveldb/000003.log",
            wide("to marguerite@example.org;"),
        ),
        ("cache/large", late),
        ("draft.txt", b"ring 07700 900123".to_vec()),
    ] {
        let report = erased_beside(name, &bytes);
        assert_eq!(report.state, ErasureState::Fault, "{name}: {report:?}");
        let verification = report.verification.unwrap();
        assert_eq!(verification.elsewhere.files, 1, "{name}");
        assert!(verification.found > 0, "{name}");
    }
}

#[test]
fn what_says_nothing_of_one_person_is_no_fault() {
    for text in [
        "",
        "the window is 1240 wide",
        // The person at this computer has the same surname as the candidate.
        r#"{"folder": "/home/thompson/records"}"#,
        "example.org, 07700 900987, balthazar@example.org",
    ] {
        let report = erased_beside("choices.json", text.as_bytes());
        assert_eq!(report.state, ErasureState::Erased, "{text}: {report:?}");
        let looked = report.verification.unwrap().elsewhere;
        let bytes = u64::try_from(text.len()).unwrap();
        assert_eq!(
            looked,
            Elsewhere {
                files: 1,
                bytes,
                skipped: 0
            },
            "{text}"
        );
    }
}

#[test]
fn stores_are_not_searched_as_files_nor_anything_twice_and_what_is_too_large_is_said() {
    let mut home = Home::new();
    let (gone, _) = two(&mut home);
    let window = tempfile::tempdir().unwrap();
    put(&window, "choices.json", b"{}");
    put(&window, "sample/fairhold.keys", b"FAIRHOLD");
    put(&window, "sample/fairhold.db", b"marguerite@example.org");
    let large = fs::File::create(window.path().join("dump")).unwrap();
    large.set_len((256 << 20) + 1).unwrap();
    let own = home.folder.path().to_owned();
    let inside = window.path().join("choices.json");
    let report = erase(
        &mut home,
        gone,
        &[window.path(), window.path(), &own, &inside],
    );
    assert_eq!(report.state, ErasureState::Erased, "{report:?}");
    let looked = report.verification.unwrap().elsewhere;
    assert_eq!(
        (looked.files, looked.skipped),
        (1, 1),
        "the choices once, and the dump passed over: {looked:?}"
    );
}
