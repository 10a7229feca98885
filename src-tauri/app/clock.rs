//! The one clock the window runs by.

use std::sync::Arc;

use domain::clock::Clock;

/// The system's clock; in a build for the journeys, the instant a file holds, so that months can pass in a test.
#[cfg(not(feature = "e2e"))]
pub(crate) fn program_clock() -> Arc<dyn Clock> {
    Arc::new(records::clock::SystemClock)
}

/// The system's clock; in a build for the journeys, the instant a file holds, so that months can pass in a test.
#[cfg(feature = "e2e")]
pub(crate) fn program_clock() -> Arc<dyn Clock> {
    match std::env::var_os("FAIRHOLD_CLOCK") {
        Some(file) => Arc::new(FileClock(file.into())),
        None => Arc::new(records::clock::SystemClock),
    }
}

#[cfg(feature = "e2e")]
struct FileClock(std::path::PathBuf);

#[cfg(feature = "e2e")]
impl Clock for FileClock {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        std::fs::read_to_string(&self.0)
            .ok()
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or_else(|| records::clock::SystemClock.now())
    }
}
