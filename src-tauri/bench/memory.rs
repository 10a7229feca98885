//! How much memory a piece of work takes beyond what the process had before it, where the system says so (Linux).

use std::fs;

/// The memory of this process since a moment.
pub(crate) struct Memory {
    /// What it had then, in KiB.
    before: u64,
}

impl Memory {
    /// From now on.
    pub(crate) fn since_now() -> Self {
        // Lets the system forget the highest so far.
        fs::write("/proc/self/clear_refs", "5").unwrap_or_default();
        Self {
            before: read("VmRSS:"),
        }
    }

    /// The most there was beyond what there had been, in MiB.
    pub(crate) fn peak(&self) -> u64 {
        read("VmHWM:").saturating_sub(self.before) / 1024
    }
}

/// What the system says, in KiB; nought where it does not.
fn read(what: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix(what))
        .and_then(|rest| rest.trim().trim_end_matches(" kB").trim().parse().ok())
        .unwrap_or(0)
}
