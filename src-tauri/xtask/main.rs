//! `cargo xtask …`: the project's own chores, from a bare Debian or Ubuntu with Rust and Node to a
//! tested program.
//!
//! It uses the standard library only, so that it compiles in seconds where nothing has been
//! installed yet. It must never hide a step: what it runs, it prints; what it installs, it explains;
//! what it skips, it says. The record and rule code lives elsewhere and is not linked in here.
//!
//! Reading order: [`arguments`] (what can be asked), [`run`] and [`mod@test`] (the two that matter),
//! then [`system`], [`page`], [`rust`] and [`session`], which do the work.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program speaks to a terminal"
)]

mod arguments;
#[cfg(test)]
mod arrows;
mod bindings;
mod failure;
mod gallery;
mod house;
mod journeys;
mod package;
mod page;
mod picture;
mod process;
mod run;
mod rust;
mod scratch;
mod session;
mod steps;
mod system;
mod test;

use std::io::{self, Write as _};
use std::process::ExitCode;

use arguments::{Chore, Misread};
use failure::During as _;

fn main() -> ExitCode {
    let chore = match arguments::read(std::env::args_os().skip(1)) {
        Ok(chore) => chore,
        Err(Misread(said)) => {
            eprintln!("xtask: {said}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let done = match chore {
        // Not `println!`, which panics where a pager was closed early.
        Chore::Help => io::stdout()
            .write_all(arguments::HELP.as_bytes())
            .during("printing the help"),
        Chore::Run(wish) => run::run(&wish),
        Chore::Test(speed) => test::test(speed),
        Chore::Bench(rest) => rust::bench(&rest),
        Chore::BenchWindow => test::measure_window(),
        Chore::Gallery => gallery::gallery(),
        Chore::Bindings(mode) => bindings::bindings(mode),
        Chore::Demo(rest) => rust::demo(&rest),
        Chore::Package => package::package(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
