//! The journeys through the real window, dealt out to as many invisible sessions as the computer drives well.

use std::num::NonZero;
use std::path::Path;
use std::thread;

use crate::failure::{Failure, Outcome};
use crate::session::{Keyring, Session};
use crate::steps::{Done, Tally, failed_test};
use crate::{house, process, rust};

/// What tells the journeys where to leave their pictures.
const PICTURES: &str = "FAIRHOLD_PICTURES";
/// More windows at once than this wait for each other, whatever the processors: each takes a quarter of a gigabyte.
const MOST_AT_ONCE: usize = 4;

/// Walks all journeys. Each drives a real window on a computer that does other things besides, so those that failed are
/// walked once more, one after the other: what fails twice is a fault, and what passes then is named in the table as
/// unsteady, to be looked into.
///
/// # Errors
/// When a journey failed twice, or they cannot be walked at all.
pub(crate) fn test() -> Outcome<Done> {
    let mut walked = walk(&named()?, processors(), None)?;
    if walked.failed.is_empty() {
        return walked.tally.done();
    }
    println!("\n   once more: {}", walked.failed.join(", "));
    let again = walk(&walked.failed, 1, None)?;
    walked.tally.add(again.tally);
    if again.failed.is_empty() {
        return Ok(Done::Unsteady(walked.tally, walked.failed));
    }
    Err(Failure::new(format!(
        "twice failed: {}",
        again.failed.join(", ")
    )))
}

/// Walks the journeys of these modules, and has them leave their pictures in a folder.
///
/// # Errors
/// When a journey failed, or they cannot be walked at all.
pub(crate) fn picture(modules: &[String], folder: &Path) -> Outcome {
    let mut names = named()?;
    names.retain(|name| {
        name.split_once("::")
            .is_some_and(|(module, _)| modules.iter().any(|makes| makes == module))
    });
    let walked = walk(&names, processors(), Some(folder))?;
    if walked.failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "failed: {}",
        walked.failed.join(", ")
    )))
}

#[derive(Default)]
struct Walked {
    tally: Tally,
    failed: Vec<String>,
}

/// Walks these, in so many sessions at once.
fn walk(names: &[String], sessions: usize, pictures: Option<&Path>) -> Outcome<Walked> {
    let shares = deal(names, sessions);
    let walked: Vec<Outcome<Walked>> = thread::scope(|scope| {
        let walkers: Vec<_> = shares
            .iter()
            .map(|share| scope.spawn(|| walk_in_turn(share, pictures)))
            .collect();
        walkers
            .into_iter()
            .map(|walker| {
                walker
                    .join()
                    .unwrap_or_else(|_| Err(Failure::new("a session broke off")))
            })
            .collect()
    });
    let mut all = Walked::default();
    for share in walked {
        let share = share?;
        all.tally.add(share.tally);
        all.failed.extend(share.failed);
    }
    Ok(all)
}

/// One after the other, in a session of their own.
fn walk_in_turn(names: &[String], pictures: Option<&Path>) -> Outcome<Walked> {
    let session = Session::start()?;
    let cargo = rust::journeys();
    let mut inside = session.command(cargo.get_program(), Keyring::Unlocked);
    inside
        .args(cargo.get_args())
        .arg("--exact")
        .args(names)
        .current_dir(house::root());
    if let Some(folder) = pictures {
        inside.env(PICTURES, folder);
    }
    let mut walked = Walked::default();
    let end = process::run_reading(&mut inside, |line| {
        walked.tally.read(line);
        walked.failed.extend(failed_test(line).map(str::to_owned));
    });
    match end {
        // It ended otherwise than by a test that failed, or before it had closed its count, so that some were not walked.
        Err(failure) if walked.failed.is_empty() || walked.tally == Tally::default() => {
            Err(failure)
        }
        Ok(()) | Err(_) => Ok(walked),
    }
}

/// The names of all journeys.
fn named() -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    process::run_reading(
        rust::journeys().args(["--list", "--format", "terse"]),
        |line| names.extend(line.strip_suffix(": test").map(str::to_owned)),
    )?;
    if names.is_empty() {
        return Err(Failure::new("no journey was found"));
    }
    Ok(names)
}

/// Deals names out in turn, so that the long ones of a module are spread over all shares.
fn deal(names: &[String], shares: usize) -> Vec<Vec<String>> {
    (0..shares.min(names.len()))
        .map(|first| names.iter().skip(first).step_by(shares).cloned().collect())
        .collect()
}

fn processors() -> usize {
    thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(MOST_AT_ONCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_journey_is_walked_once() {
        let names: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
        assert_eq!(deal(&names, 2), [vec!["a", "c", "e"], vec!["b", "d"]]);
        assert_eq!(
            deal(&names[..1], 4),
            [["a"]],
            "nobody gets an empty share, which would be all of them"
        );
    }
}
