//! What was asked for on the command line.

use crate::Outcome;

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arguments {
    /// Fewer repeats, and a smaller sweep.
    pub(crate) quick: bool,
    /// For a program to read.
    pub(crate) json: bool,
}

impl Arguments {
    /// Reads the command line.
    pub(crate) fn read(given: impl Iterator<Item = String>) -> Outcome<Self> {
        let mut arguments = Self {
            quick: false,
            json: false,
        };
        for word in given {
            match word.as_str() {
                "--quick" => arguments.quick = true,
                "--json" => arguments.json = true,
                _ => return Err(format!("bench takes --quick and --json, not {word}").into()),
            }
        }
        Ok(arguments)
    }

    /// One number for a quick look, another for a thorough one.
    pub(crate) const fn quick_or(self, quick: usize, thorough: usize) -> usize {
        if self.quick { quick } else { thorough }
    }
}
