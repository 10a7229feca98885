//! What can be asked of `cargo xtask`, read by hand: an argument parser would be the only dependency.

use std::ffi::OsString;
use std::path::PathBuf;

/// The short form, shown with every misread.
pub(crate) const USAGE: &str = "\
usage: cargo xtask run [--demo] [--headless-shot FILE] [-- ARGUMENTS]
       cargo xtask test [--fast]
       cargo xtask bench [--quick]
       cargo xtask bench ui
       cargo xtask gallery
       cargo xtask bindings [--check]
       cargo xtask demo --people N --seed S --store DIR [-- ARGUMENTS]
       cargo xtask package
       cargo xtask help";

/// The long form, for `cargo xtask help`.
pub(crate) const HELP: &str = "\
cargo xtask: builds, runs and tests Fairhold on a bare Debian or Ubuntu with Rust and Node.

usage: cargo xtask COMMAND [OPTIONS]

COMMANDS
  run        Sets everything up, builds the page and the program, and opens the window.
               --demo                  open on a sample organisation, in which nobody is real
               --headless-shot FILE    needs no display: starts the window on an invisible screen of
                                       1280 × 800, in a home folder of its own that is thrown away,
                                       waits until the page is painted, writes one PNG picture to
                                       FILE and ends everything it started
               -- ARGUMENTS            handed to the program as they are

  test       Sets everything up, then checks and tests all there is, cheapest first: formatting,
             the page's lint, types and unit tests, clippy, documentation, dependencies (cargo-deny,
             built once into target/tools), TypeScript bindings, Rust tests, and the journeys, in
             which the real window is driven by WebDriver on an invisible screen. Stops at the first
             failure and ends with a table of what ran and how long it took.
               --fast                  leaves out cargo-deny and the journeys

  bench      Builds for release and measures search, list, open, import and sweep, each beside plain
             SQLite in the same run.
               --quick                 one size, fewer rounds
               ui                      measures the window instead, optimised and driven, on an invisible
                                       screen: from a key to its frame, the start and the memory beside a
                                       blank window. FAIRHOLD_BENCH_PEOPLE says among how many people

  gallery    Walks the journeys that make pictures, and puts one of every screen, light and dark, into
             docs/gallery, with a page that shows them.

  bindings   Writes the TypeScript types of the commands to ui/src/ipc/generated/bindings.ts.
               --check                 writes nothing; fails if the file is out of date

  demo       Makes a store full of invented people, with fairhold-cli.
               --people N              how many
               --seed S                the same seed makes the same people
               --store DIR             where; the folder is created
               -- ARGUMENTS            handed to fairhold-cli as they are, such as
                                       --passphrase-file FILE

  package    Builds for release and makes a .deb and an .rpm, under target/release/bundle.

  help       Shows this.

WHAT IT CHANGES ON THE MACHINE
  System packages that are missing are installed with apt-get, through sudo where you are not root; it
  lists them with the reason first. On a system without apt it names them instead. Everything else
  stays in this folder: ui/node_modules, ui/dist and target.

ENVIRONMENT
  CI=true              never asks: sudo is called so that it fails rather than waits for a password
  CARGO_TARGET_DIR     where Rust's build output goes, as for cargo

EXIT CODES
  0  done     1  a step failed; the last line says which     2  the command line was not understood
";

/// One chore with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Chore {
    /// Print [`HELP`].
    Help,
    /// Open the window.
    Run(RunWish),
    /// Check and test.
    Test(Speed),
    /// Measure; the arguments go to the `bench` program.
    Bench(Vec<OsString>),
    /// Measure the window.
    BenchWindow,
    /// Take a picture of every screen.
    Gallery,
    /// Write or compare the TypeScript types.
    Bindings(Bindings),
    /// Make a sample store; the arguments go to `fairhold-cli`.
    Demo(Vec<OsString>),
    /// Make the packages that people install.
    Package,
}

/// How the window is wanted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RunWish {
    /// A picture of the window instead of the window.
    pub(crate) shot: Option<PathBuf>,
    /// What the program itself is given.
    pub(crate) to_app: Vec<OsString>,
}

/// How much of the test list is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speed {
    /// All of it.
    Full,
    /// Without cargo-deny and the journeys.
    Fast,
}

/// What is done with the generated types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bindings {
    /// The file in the tree is replaced.
    Write,
    /// The file in the tree is compared.
    Check,
}

/// What was wrong with the command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misread(pub(crate) String);

/// Reads the command line after the program's name.
///
/// # Errors
/// [`Misread`] names the first argument that was not understood or is missing.
pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Chore, Misread> {
    let mut rest = arguments.peekable();
    let Some(first) = rest.next() else {
        return Err(Misread("say what to do".to_owned()));
    };
    // Anywhere before `--`, since that is where people type it.
    let rest: Vec<OsString> = rest.collect();
    if rest
        .iter()
        .take_while(|a| *a != "--")
        .any(|a| a == "--help" || a == "-h")
    {
        return Ok(Chore::Help);
    }
    let mut rest = rest.into_iter();
    match first.to_str() {
        Some("help" | "--help" | "-h") => Ok(Chore::Help),
        Some("run") => read_run(&mut rest).map(Chore::Run),
        Some("test") => read_flag(&mut rest, "--fast")
            .map(|fast| Chore::Test(if fast { Speed::Fast } else { Speed::Full })),
        Some("bench") if rest.as_slice() == ["ui"] => Ok(Chore::BenchWindow),
        Some("bench") => read_flag(&mut rest, "--quick").map(|quick| {
            Chore::Bench(if quick {
                vec!["--quick".into()]
            } else {
                Vec::new()
            })
        }),
        Some("bindings") => read_flag(&mut rest, "--check").map(|check| {
            Chore::Bindings(if check {
                Bindings::Check
            } else {
                Bindings::Write
            })
        }),
        Some("demo") => read_demo(&mut rest).map(Chore::Demo),
        Some("gallery") => read_nothing(&mut rest, Chore::Gallery),
        Some("package") => read_nothing(&mut rest, Chore::Package),
        _ => Err(Misread(format!(
            "there is no command “{}”",
            first.display()
        ))),
    }
}

fn read_run(rest: &mut impl Iterator<Item = OsString>) -> Result<RunWish, Misread> {
    let mut wish = RunWish::default();
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--demo") => wish.to_app.push(argument),
            Some("--headless-shot") => {
                wish.shot = Some(value(rest, "--headless-shot", "FILE")?.into());
            }
            Some("--") => wish.to_app.extend(rest.by_ref()),
            _ => return Err(unknown(&argument)),
        }
    }
    Ok(wish)
}

fn read_demo(rest: &mut impl Iterator<Item = OsString>) -> Result<Vec<OsString>, Misread> {
    let mut to_cli: Vec<OsString> = vec!["demo".into()];
    let mut missing = vec!["--store", "--seed", "--people"];
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some(name @ ("--people" | "--seed" | "--store")) => {
                missing.retain(|wanted| *wanted != name);
                let given = value(rest, name, "a value")?;
                to_cli.extend([argument, given]);
            }
            Some("--") => to_cli.extend(rest.by_ref()),
            _ => return Err(unknown(&argument)),
        }
    }
    match missing.pop() {
        None => Ok(to_cli),
        Some(name) => Err(Misread(format!("demo needs {name}"))),
    }
}

/// Reads at most the one switch, and nothing else.
fn read_flag(rest: &mut impl Iterator<Item = OsString>, flag: &str) -> Result<bool, Misread> {
    let mut seen = false;
    for argument in rest {
        if argument != *flag {
            return Err(unknown(&argument));
        }
        seen = true;
    }
    Ok(seen)
}

/// Reads a command that takes no options.
fn read_nothing(rest: &mut impl Iterator<Item = OsString>, chore: Chore) -> Result<Chore, Misread> {
    rest.next().map_or(Ok(chore), |other| Err(unknown(&other)))
}

fn value(
    rest: &mut impl Iterator<Item = OsString>,
    name: &str,
    what: &str,
) -> Result<OsString, Misread> {
    rest.next()
        .ok_or_else(|| Misread(format!("{name} needs {what}")))
}

fn unknown(argument: &OsString) -> Misread {
    Misread(format!("“{}” was not understood", argument.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn run_takes_its_own_options_and_hands_on_the_rest() {
        let chore = read_words("run --demo --headless-shot a.png -- --demo --help").unwrap();
        let to_app = ["--demo", "--demo", "--help"].map(OsString::from).to_vec();
        assert_eq!(
            chore,
            Chore::Run(RunWish {
                shot: Some("a.png".into()),
                to_app
            })
        );
    }

    #[test]
    fn every_command_in_the_usage_is_read() {
        for words in [
            "run",
            "test",
            "test --fast",
            "bench --quick",
            "bench ui",
            "gallery",
            "bindings --check",
            "package",
            "help",
        ] {
            assert!(read_words(words).is_ok(), "{words} should be understood");
        }
        assert_eq!(
            read_words("demo --people 9 --seed 1 --store s"),
            Ok(Chore::Demo(
                "demo --people 9 --seed 1 --store s"
                    .split(' ')
                    .map(OsString::from)
                    .collect()
            ))
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (words, named) in [
            ("", "say what to do"),
            ("runn", "runn"),
            ("run --dmeo", "--dmeo"),
            ("run --headless-shot", "--headless-shot needs FILE"),
            ("test --quick", "--quick"),
            ("package now", "now"),
            ("demo --people 9 --seed 1", "demo needs --store"),
        ] {
            let Err(Misread(said)) = read_words(words) else {
                panic!("“{words}” should be refused");
            };
            assert!(
                said.contains(named),
                "“{words}” gave “{said}”, without “{named}”"
            );
        }
    }

    #[test]
    fn help_is_found_after_a_command() {
        assert_eq!(read_words("test --help"), Ok(Chore::Help));
    }

    fn read_words(words: &str) -> Result<Chore, Misread> {
        read(words.split_whitespace().map(OsString::from))
    }
}
