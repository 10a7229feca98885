//! Cargo, always with the same selection of crates and features, since any other selection compiles
//! the dependencies anew.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::failure::Outcome;
use crate::{house, page, process, system};

/// What clippy, build and test share.
const TESTED: [&str; 3] = ["--workspace", "--features", "e2e,bindings"];

/// The target that drives the real window. Its manifest entry has `test = false`, so it runs only
/// when it is named.
const JOURNEYS: [&str; 2] = ["--test", "journeys"];

/// `cargo` at the root with a subcommand.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.arg(subcommand).current_dir(house::root());
    command
}

/// `cargo` with a subcommand that reads the lock file, and must not change it.
pub(crate) fn locked(subcommand: &str) -> Command {
    let mut command = cargo(subcommand);
    if house::root().join("Cargo.lock").is_file() {
        command.arg("--locked");
    }
    command
}

/// Formatting.
///
/// # Errors
/// When a file is not formatted.
pub(crate) fn format() -> Outcome {
    process::run(cargo("fmt").args(["--all", "--check"]))
}

/// Clippy, with warnings as errors.
///
/// # Errors
/// When it finds something.
pub(crate) fn clippy() -> Outcome {
    process::run(
        locked("clippy")
            .args(TESTED)
            .args(["--all-targets", "--", "-D", "warnings"]),
    )?;
    process::run(
        locked("clippy")
            .args(TESTED)
            .args(JOURNEYS)
            .args(["--", "-D", "warnings"]),
    )
}

/// Documentation, private items too, with warnings as errors.
///
/// # Errors
/// When a link is broken or the like.
pub(crate) fn document() -> Outcome {
    process::run(
        locked("doc")
            .args(TESTED)
            .args(["--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

/// Compiles the tests, the journeys and the program they drive.
///
/// # Errors
/// When something does not compile.
pub(crate) fn build_tests() -> Outcome {
    process::run(locked("test").args(TESTED).arg("--no-run"))?;
    process::run(locked("test").args(TESTED).args(JOURNEYS).arg("--no-run"))
}

/// All tests but the journeys, to the end even where some fail: one run says all that is wrong.
pub(crate) fn tests() -> Command {
    let mut command = locked("test");
    command.args(TESTED).arg("--no-fail-fast");
    command
}

/// The journeys, one after the other: each opens a window and times what it sees.
pub(crate) fn journeys() -> Command {
    let mut command = locked("test");
    command
        .args(TESTED)
        .args(JOURNEYS)
        .args(["--", "--test-threads=1"]);
    command
}

/// The measurement of the window, optimised; its features are the journeys'.
pub(crate) fn speed() -> Command {
    let mut command = locked("test");
    command
        .args(["--profile", "measured"])
        .args(TESTED)
        .args(JOURNEYS)
        .args(["--", "--ignored", "--exact", "--nocapture"])
        .arg("speed::the_window_among_a_hundred_thousand_people");
    command
}

/// Compiles what is tested, and the program that knows the types.
///
/// # Errors
/// When something does not compile.
pub(crate) fn build_tested() -> Outcome {
    process::run(locked("build").args(TESTED))
}

/// Compiles what a person runs, page included.
///
/// # Errors
/// When something does not compile.
pub(crate) fn build_window() -> Outcome {
    page::packages()?;
    page::build()?;
    process::run(locked("build").args(["--workspace", "--features", "custom-protocol"]))
}

/// Measures, for release.
///
/// # Errors
/// When a package is missing, or building or measuring fails.
pub(crate) fn bench(to_bench: &[OsString]) -> Outcome {
    system::ensure(&[system::BUILD])?;
    process::run(
        locked("run")
            .args(["--release", "--package", "bench", "--"])
            .args(to_bench),
    )
}

/// Makes a store of invented people.
///
/// # Errors
/// When a package is missing, or building or `fairhold-cli` fails.
pub(crate) fn demo(to_cli: &[OsString]) -> Outcome {
    system::ensure(&[system::BUILD])?;
    // Not through `process::run`: the passphrase may be asked for.
    process::run_asking(
        locked("run")
            .args(["--package", "fairhold-cli", "--"])
            .args(to_cli),
    )
}
