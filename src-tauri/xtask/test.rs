//! `test`: everything that is checked, in the order that fails fastest.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::arguments::Speed;
use crate::failure::{During as _, Outcome};
use crate::session::{Keyring, Session};
use crate::steps::{Done, Steps, Tally};
use crate::{bindings, house, journeys, page, process, rust, system};

/// Sets up, checks and tests.
///
/// # Errors
/// When a step failed; the message names it.
pub(crate) fn test(speed: Speed) -> Outcome {
    let mut steps = Steps::new();
    steps.take("formatting", || ran(rust::format()));
    steps.take("system packages", || {
        ran(system::ensure(&[
            system::BUILD,
            system::SCREEN,
            system::TEST,
        ]))
    });
    steps.take("page: packages", || ran(page::packages()));
    steps.take("page: lint and types", || ran(page::check()));
    steps.take("page: unit tests", || ran(page::test()));
    steps.take("page: build", || ran(page::build()));
    if speed == Speed::Full {
        steps.take("dependencies", dependencies);
    }
    steps.take("clippy", || ran(rust::clippy()));
    steps.take("documentation", || ran(rust::document()));
    steps.take("compile the tests", || ran(rust::build_tests()));
    steps.take("bindings are fresh", || ran(bindings::check()));
    steps.take("tests", || counted(&mut rust::tests()));
    if speed == Speed::Full {
        steps.take("journeys", journeys::test);
    }
    steps.finish()
}

/// Licences, sources and bans. The advisory database is left out: it would make a result depend on
/// the day.
fn dependencies() -> Outcome<Done> {
    let tools = house::target().join("tools");
    let mut own = tools.join("bin/cargo-deny");
    if process::ask(Command::new("cargo-deny").arg("--version")).is_some() {
        own = "cargo-deny".into();
    } else if !own.is_file() {
        println!("cargo-deny is not installed: building it once, into target/tools (some minutes)");
        if let Err(failure) = install(&tools) {
            // Only a missing network excuses: with one, a tool that cannot be built is a fault.
            if process::ask(rust::cargo("info").args(["--quiet", "cargo-deny"])).is_some() {
                return Err(failure);
            }
            return Ok(Done::Skipped(
                "cargo-deny is not installed, and crates.io is out of reach".to_owned(),
            ));
        }
    }
    ran(process::run(
        Command::new(own)
            .args([
                "--locked",
                "--all-features",
                "check",
                "--hide-inclusion-graph",
            ])
            .args(["--allow", "duplicate", "bans", "licenses", "sources"])
            .current_dir(house::root()),
    ))
}

fn install(tools: &Path) -> Outcome {
    let build = tools.join("build");
    process::run(
        rust::cargo("install")
            // Unoptimised: it compiles sooner, and checks as fast as anybody can notice.
            .args(["--locked", "--debug", "cargo-deny@^0.20", "--root"])
            .arg(tools)
            .arg("--target-dir")
            .arg(&build),
    )?;
    // A gigabyte that is of no further use.
    fs::remove_dir_all(&build).during("clearing up after cargo-deny")
}

fn ran(outcome: Outcome) -> Outcome<Done> {
    outcome.map(|()| Done::Ran)
}

/// Measures the window on a screen that nobody sees.
///
/// # Errors
/// When something cannot be set up or built, or the window does not do what it is asked.
pub(crate) fn measure_window() -> Outcome {
    system::ensure(&[system::BUILD, system::SCREEN, system::TEST])?;
    page::packages()?;
    page::build()?;
    let session = Session::start()?;
    let cargo = rust::speed();
    let mut inside = session.command(cargo.get_program(), Keyring::Absent);
    inside.args(cargo.get_args()).current_dir(house::root());
    process::run(&mut inside)
}

/// Runs tests, and fails where none ran.
fn counted(command: &mut Command) -> Outcome<Done> {
    let mut tally = Tally::default();
    process::run_reading(command, |line| tally.read(line))?;
    tally.done()
}
