//! Why a chore could not be finished.

use std::fmt;

/// A sentence for the person at the terminal: what failed and, where known, what to do about it.
#[derive(Debug)]
pub(crate) struct Failure(String);

/// What every chore gives back.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// Makes a failure from its sentence.
    pub(crate) fn new(said: impl Into<String>) -> Self {
        Self(said.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Puts what was being done in front of an operating-system error.
pub(crate) trait During<T> {
    /// Names the attempt, as in "reading ui/package.json".
    ///
    /// # Errors
    /// The same error, as a [`Failure`] that says what was attempted.
    fn during(self, attempt: &str) -> Outcome<T>;
}

impl<T> During<T> for std::io::Result<T> {
    fn during(self, attempt: &str) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("{attempt}: {error}")))
    }
}
