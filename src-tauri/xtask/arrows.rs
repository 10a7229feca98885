//! The arrows between the project's crates, as ARCHITECTURE.md draws them, held against the manifests.

use std::fs;
use std::path::Path;

/// Every crate, by its manifest, with the crates of ours it may use.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("Cargo.toml", &["domain", "records", "store"]),
    (
        "src-tauri/bench/Cargo.toml",
        &["domain", "records", "store"],
    ),
    ("src-tauri/cli/Cargo.toml", &["domain", "records"]),
    ("src-tauri/domain/Cargo.toml", &[]),
    ("src-tauri/intake/Cargo.toml", &["domain"]),
    (
        "src-tauri/records/Cargo.toml",
        &["domain", "intake", "report", "store"],
    ),
    ("src-tauri/report/Cargo.toml", &["domain"]),
    ("src-tauri/store/Cargo.toml", &["domain"]),
    ("src-tauri/xtask/Cargo.toml", &[]),
];

/// What only some crates may use: the window's framework, the typesetter, and SQL.
const RESERVED: [(&str, &[&str]); 3] = [
    ("tauri", &["Cargo.toml"]),
    ("typst", &["src-tauri/report/Cargo.toml"]),
    (
        "rusqlite",
        &["src-tauri/store/Cargo.toml", "src-tauri/bench/Cargo.toml"],
    ),
];

const OURS: [&str; 5] = ["domain", "intake", "records", "report", "store"];

#[test]
fn arrows_point_one_way() {
    for (manifest, may_use) in MAY_USE {
        for name in dependencies(manifest) {
            if OURS.contains(&name.as_str()) {
                assert!(may_use.contains(&name.as_str()), "{manifest} uses {name}");
            }
            for (reserved, by) in RESERVED {
                assert!(
                    name != reserved || by.contains(&manifest),
                    "{manifest} uses {reserved}"
                );
            }
        }
    }
}

#[test]
fn every_crate_has_its_arrows() {
    let root = fs::read_to_string(place("Cargo.toml")).expect("the workspace");
    let members = root
        .lines()
        .skip_while(|line| !line.starts_with("members"))
        .skip(1);
    for member in members.take_while(|line| !line.starts_with(']')) {
        let member = member.trim().trim_matches([',', '"']);
        let known = MAY_USE.iter().any(|(manifest, _)| {
            manifest.strip_suffix("Cargo.toml").is_some_and(|folder| {
                folder.trim_end_matches('/') == member.trim_start_matches('.')
            })
        });
        assert!(known, "{member} has no arrows");
    }
}

/// What ships of a crate's dependencies: not what its tests or its build use.
fn dependencies(manifest: &str) -> Vec<String> {
    let text = fs::read_to_string(place(manifest)).expect("a manifest");
    text.lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .map(str::to_owned)
        .collect()
}

fn place(manifest: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(manifest)
}
