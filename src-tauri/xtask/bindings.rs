//! The TypeScript types of the commands, written by the program that has the commands.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::arguments::Bindings;
use crate::failure::{During as _, Failure, Outcome};
use crate::{house, page, process, rust, system};

/// What makes the program write the types and end. The file's name is added.
const WRITE: &str = "--write-bindings";

/// The committed file.
const FILE: &str = "ui/src/ipc/generated/bindings.ts";

/// Writes or compares the file, setting up and compiling what that needs.
///
/// # Errors
/// When something cannot be set up or compiled, or, on comparing, when the file is out of date.
pub(crate) fn bindings(mode: Bindings) -> Outcome {
    system::ensure(&[system::BUILD])?;
    page::packages()?;
    page::build()?;
    rust::build_tested()?;
    match mode {
        Bindings::Write => write(&house::root().join(FILE)),
        Bindings::Check => check(),
    }
}

/// Compares the file with what the program, already compiled, writes.
///
/// # Errors
/// When they differ.
pub(crate) fn check() -> Outcome {
    let fresh = house::notes().join("bindings.ts");
    write(&fresh)?;
    let fresh = fs::read_to_string(&fresh).during("reading the types just written")?;
    let committed =
        fs::read_to_string(house::root().join(FILE)).during(&format!("reading {FILE}"))?;
    if fresh == committed {
        return Ok(());
    }
    let line = 1 + fresh
        .lines()
        .zip(committed.lines())
        .take_while(|(new, old)| new == old)
        .count();
    Err(Failure::new(format!(
        "{FILE} is out of date from line {line} on: run `cargo xtask bindings` and commit the file"
    )))
}

fn write(file: &Path) -> Outcome {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).during(&format!("making {}", folder.display()))?;
    }
    process::run(
        Command::new(house::debug_binary("fairhold"))
            .arg(WRITE)
            .arg(file)
            .current_dir(house::root()),
    )
}
