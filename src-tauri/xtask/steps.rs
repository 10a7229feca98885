//! Steps with a name and a time, and the table of them at the end.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};

/// What a step that did not fail has to say for itself.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// It ran.
    Ran,
    /// It ran so many tests.
    Tests(Tally),
    /// It ran so many tests, of which these passed only when they were run once more.
    Unsteady(Tally, Vec<String>),
    /// It did not run, for this reason.
    Skipped(String),
}

/// What the closing lines of Rust's test runner add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Tally {
    /// Adds one line of output, if it is a closing line.
    pub(crate) fn read(&mut self, line: &str) {
        let Some((_, counts)) = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for part in counts.split("; ") {
            if let Some((number, what)) = part.split_once(' ') {
                let number = number.parse::<u32>().unwrap_or(0);
                match what {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    "ignored" => self.ignored += number,
                    _ => {}
                }
            }
        }
    }

    /// Adds what another part of the same tests came to.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }

    /// # Errors
    /// When nothing ran at all, which a runner calls success.
    pub(crate) fn done(self) -> Outcome<Done> {
        if self.passed == 0 {
            return Err(Failure::new("no test ran, so nothing was tested"));
        }
        Ok(Done::Tests(self))
    }
}

/// The name of a test, where a line of output says that it failed.
pub(crate) fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

/// The steps taken so far.
#[derive(Debug)]
pub(crate) struct Steps {
    begun: Instant,
    taken: Vec<(&'static str, Duration, Outcome<Done>)>,
}

impl Steps {
    /// Starts the clock.
    pub(crate) fn new() -> Self {
        Self {
            begun: Instant::now(),
            taken: Vec::new(),
        }
    }

    /// Takes a step, unless one before it failed.
    pub(crate) fn take(&mut self, name: &'static str, step: impl FnOnce() -> Outcome<Done>) {
        if self.taken.iter().any(|(_, _, outcome)| outcome.is_err()) {
            return;
        }
        println!("\n── {} · {name}", self.taken.len() + 1);
        let begun = Instant::now();
        let outcome = step();
        let took = begun.elapsed();
        if let Err(failure) = &outcome {
            println!("\n   {failure}");
        }
        self.taken.push((name, took, outcome));
    }

    /// Prints the table.
    ///
    /// # Errors
    /// When a step failed; the message names it.
    pub(crate) fn finish(self) -> Outcome {
        print!("\n{}", self.table());
        match self
            .taken
            .into_iter()
            .find_map(|(name, _, outcome)| outcome.err().map(|why| (name, why)))
        {
            None => Ok(()),
            Some((name, why)) => Err(Failure::new(format!("“{name}” failed: {why}"))),
        }
    }

    fn table(&self) -> String {
        let width = self
            .taken
            .iter()
            .map(|(name, _, _)| name.chars().count())
            .max()
            .unwrap_or(0);
        let mut table = String::new();
        let mut row = |name: &str, took: Duration, outcome: &str| {
            // Writing to a string cannot fail.
            writeln!(table, "  {name:<width$}  {:>12}  {outcome}", clock(took)).unwrap_or_default();
        };
        for (name, took, outcome) in &self.taken {
            let word = match outcome {
                Ok(Done::Ran) => "ok".to_owned(),
                Ok(Done::Tests(Tally {
                    passed,
                    failed: _,
                    ignored: 0,
                })) => format!("ok, {passed} tests"),
                Ok(Done::Tests(Tally {
                    passed,
                    failed: _,
                    ignored,
                })) => {
                    format!("ok, {passed} tests, {ignored} ignored")
                }
                Ok(Done::Unsteady(Tally { passed, .. }, names)) => {
                    format!("ok, {passed} tests, UNSTEADY: {}", names.join(", "))
                }
                Ok(Done::Skipped(why)) => format!("SKIPPED: {why}"),
                Err(_) => "FAILED".to_owned(),
            };
            row(name, *took, &word);
        }
        row("in all", self.begun.elapsed(), "");
        table
    }
}

/// "0.4 s", "12 s", "3 min 05 s".
fn clock(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test a ... ok",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            tally.read(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 5,
                failed: 1,
                ignored: 1
            }
        );
    }

    #[test]
    fn a_failed_test_is_named() {
        assert_eq!(failed_test("test a::b ... FAILED"), Some("a::b"));
        assert_eq!(failed_test("test a::b ... ok"), None);
        assert_eq!(failed_test("test result: FAILED. 1 passed"), None);
    }

    #[test]
    fn a_run_without_a_test_is_a_failure() {
        assert!(Tally::default().done().is_err());
    }

    #[test]
    fn after_a_failure_nothing_more_is_done() {
        let mut steps = Steps::new();
        steps.take("first", || Ok(Done::Ran));
        steps.take("second", || Err(Failure::new("broken")));
        steps.take("third", || panic!("the third step should not be taken"));
        let table = steps.table();
        assert!(
            table.contains("FAILED") && !table.contains("third"),
            "{table}"
        );
        assert!(
            steps
                .finish()
                .is_err_and(|why| why.to_string().contains("second"))
        );
    }

    #[test]
    fn times_are_short_to_read() {
        let read = |millis| clock(Duration::from_millis(millis));
        assert_eq!(
            [read(420), read(42_000), read(185_000)],
            ["0.4 s", "42 s", "3 min 05 s"]
        );
    }
}
