//! Wrong passphrases: counted beside the store, so that ending the program does not end the wait.
//!
//! `attempts.log` holds one line for each: the second it was made. It is written before the passphrase is
//! tried, and emptied by the right one. Whoever can write the folder can empty it too; what guessing a stolen
//! store costs is [`crate::KdfCost`]'s business.

use std::fs;
use std::io::{self, Write};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::error::OpenError;
use crate::files::{Folder, owner_only, replace};

/// Wrong passphrases that cost no wait.
const FREE: u32 = 3;
/// The longest wait.
const LONGEST: u64 = 60;

/// The wait after so many wrong passphrases: 0, 0, 0, 1, 2, 4 … 60 seconds.
fn wait_after(wrong: u32) -> u64 {
    match wrong.checked_sub(FREE + 1) {
        None => 0,
        Some(doublings) => 1_u64.checked_shl(doublings).unwrap_or(LONGEST).min(LONGEST),
    }
}

fn read(folder: &Folder) -> io::Result<Vec<i64>> {
    match fs::read_to_string(folder.attempts()) {
        // A line that cannot be read still counts as an attempt, at no known time.
        Ok(text) => Ok(text
            .lines()
            .map(|line| line.trim().parse().unwrap_or(0))
            .collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(vec![0]),
        Err(error) => Err(error),
    }
}

fn write(folder: &Folder, times: &[i64]) -> io::Result<()> {
    let mut text = times
        .iter()
        .map(i64::to_string)
        .collect::<Vec<_>>()
        .join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    replace(&folder.attempts(), text.as_bytes())
}

/// Counts an attempt before it is made, or says how long to wait first.
///
/// # Errors
/// [`OpenError::Throttled`] when the wait is not over, or what the files say.
pub(crate) fn begin(folder: &Folder, now: DateTime<Utc>) -> Result<u32, OpenError> {
    let mut times = read(folder)?;
    let wrong = u32::try_from(times.len()).unwrap_or(u32::MAX);
    let now = now.timestamp();
    if let Some(last) = times.last_mut() {
        let wait = wait_after(wrong);
        if *last > now {
            // The clock was set back. The wait begins anew, or it would last until the clock catches up.
            *last = now;
            write(folder, &times)?;
            if wait > 0 {
                return Err(OpenError::Throttled {
                    retry_after: Duration::from_secs(wait),
                });
            }
        } else {
            let passed = u64::try_from(now.saturating_sub(*last)).unwrap_or(0);
            if let Some(left) = wait.checked_sub(passed).filter(|left| *left > 0) {
                return Err(OpenError::Throttled {
                    retry_after: Duration::from_secs(left),
                });
            }
        }
    }
    let mut file = owner_only()
        .append(true)
        .create(true)
        .open(folder.attempts())?;
    writeln!(file, "{now}")?;
    file.sync_all()?;
    Ok(wrong)
}

/// Forgets the attempts: the passphrase was right.
pub(crate) fn clear(folder: &Folder) -> io::Result<()> {
    replace(&folder.attempts(), b"")
}

/// Takes back the attempt that [`begin`] counted: it failed for another reason than its passphrase.
pub(crate) fn take_back(folder: &Folder) -> io::Result<()> {
    let mut times = read(folder)?;
    times.pop();
    write(folder, &times)
}

#[cfg(test)]
mod tests {
    use super::wait_after;

    #[test]
    fn waits_double_up_to_a_minute() {
        let waits: Vec<u64> = (1..=11).map(wait_after).collect();
        assert_eq!(
            waits,
            [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60],
            "SECURITY §9 fixes the waits"
        );
        assert_eq!(
            wait_after(u32::MAX),
            60,
            "no number of attempts overflows the wait"
        );
    }
}
