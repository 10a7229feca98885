//! What was measured, as a table to read and as JSON.

use std::fmt::Write as _;
use std::time::Duration;

use serde::Serialize;

use crate::Outcome;
use crate::timing::Times;

/// One use case, measured.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    what: &'static str,
    /// How many at once, and how often.
    how: String,
    p50_ms: f64,
    p95_ms: f64,
    plain_p50_ms: f64,
    plain_p95_ms: f64,
    /// Ours by plain SQLite's, each at the median: the 95th percentile of a short time is the machine's.
    ratio: f64,
    target_ms: Option<f64>,
    target_ratio: Option<f64>,
    met: bool,
}

/// What UX.md asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Target {
    /// At the most so long.
    pub(crate) time: Option<Duration>,
    /// At the most so many times as long as plain SQLite.
    pub(crate) ratio: Option<f64>,
}

impl Measured {
    /// Puts our times beside plain SQLite's.
    pub(crate) fn new(
        what: &'static str,
        how: String,
        ours: &Times,
        plain: &Times,
        target: Target,
    ) -> Self {
        let p50_ms = milliseconds(ours.percentile(50));
        let p95_ms = milliseconds(ours.percentile(95));
        let plain_p50_ms = milliseconds(plain.percentile(50));
        let ratio = p50_ms / plain_p50_ms;
        let target_ms = target.time.map(milliseconds);
        Self {
            what,
            how,
            p50_ms,
            p95_ms,
            plain_p50_ms,
            plain_p95_ms: milliseconds(plain.percentile(95)),
            ratio,
            target_ms,
            target_ratio: target.ratio,
            met: target_ms.is_none_or(|most| p95_ms <= most)
                && target.ratio.is_none_or(|most| ratio <= most),
        }
    }

    fn target(&self) -> String {
        let time = self.target_ms.map(|most| format!("≤ {}", readable(most)));
        let ratio = self.target_ratio.map(|most| format!("≤ {most} ×"));
        let both: Vec<String> = time.into_iter().chain(ratio).collect();
        both.join(", ")
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn readable(milliseconds: f64) -> String {
    if milliseconds < 10.0 {
        format!("{milliseconds:.2} ms")
    } else if milliseconds < 1000.0 {
        format!("{milliseconds:.0} ms")
    } else {
        format!("{:.2} s", milliseconds / 1000.0)
    }
}

/// For a program to read.
pub(crate) fn json(measured: &[Measured]) -> Outcome<String> {
    Ok(serde_json::to_string_pretty(measured)?)
}

/// For a person to read.
pub(crate) fn text(measured: &[Measured]) -> String {
    let heading = [
        "",
        "how",
        "p50",
        "p95",
        "plain p50",
        "plain p95",
        "ratio",
        "target",
        "",
    ]
    .map(str::to_owned);
    let mut lines = vec![heading];
    lines.extend(measured.iter().map(|row| {
        [
            row.what.to_owned(),
            row.how.clone(),
            readable(row.p50_ms),
            readable(row.p95_ms),
            readable(row.plain_p50_ms),
            readable(row.plain_p95_ms),
            format!("{:.2} ×", row.ratio),
            row.target(),
            if row.met { "✔" } else { "✘" }.to_owned(),
        ]
    }));
    let width = |column: usize| {
        lines
            .iter()
            .filter_map(|line| line.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default()
    };
    let widths: Vec<usize> = (0..9).map(width).collect();
    let mut table = String::new();
    for line in &lines {
        let cells: Vec<String> = line
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| {
                if (2..7).contains(&column) {
                    format!("{cell:>width$}")
                } else {
                    format!("{cell:<width$}")
                }
            })
            .collect();
        // Writing into a string cannot fail.
        writeln!(table, "{}", cells.join("  ").trim_end()).unwrap_or_default();
    }
    table
}
