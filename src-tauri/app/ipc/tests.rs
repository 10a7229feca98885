//! The table of commands, held against what the window may ask for.

use std::fs;
use std::path::{Path, PathBuf};

use super::NAMES;

#[test]
fn every_command_is_in_exactly_one_permission() {
    let permissions = permissions();
    for name in NAMES {
        let listed = permissions.matches(&format!("\"{name}\"")).count();
        assert_eq!(listed, 1, "{name} is granted by {listed} permissions");
    }
    let granted = permissions
        .lines()
        .filter(|line| line.starts_with("    \""))
        .count();
    assert_eq!(
        granted,
        NAMES.len(),
        "a permission names a command that is not there"
    );
}

#[test]
fn the_window_is_granted_every_permission_and_two_of_the_frameworks() {
    let capability =
        fs::read_to_string(rust().join("capabilities/main.json")).expect("the capability");
    let capability: serde_json::Value = serde_json::from_str(&capability).expect("JSON");
    let granted: Vec<&str> = capability["permissions"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(serde_json::Value::as_str)
        .collect();
    let permissions = permissions();
    let own: Vec<&str> = permissions
        .lines()
        .filter_map(|line| line.strip_prefix("identifier = \"")?.strip_suffix('"'))
        .collect();
    for permission in &own {
        assert!(granted.contains(permission), "{permission} is not granted");
    }
    let theirs: Vec<&str> = granted
        .into_iter()
        .filter(|granted| !own.contains(granted))
        .collect();
    assert_eq!(
        theirs,
        ["core:event:allow-listen", "core:event:allow-unlisten"],
        "of the framework the page may hear events, and nothing else"
    );
}

fn rust() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri")
}

fn permissions() -> String {
    let mut all = String::new();
    for file in fs::read_dir(rust().join("permissions")).expect("the permissions") {
        all.push_str(&fs::read_to_string(file.expect("a file").path()).expect("text"));
    }
    all
}
