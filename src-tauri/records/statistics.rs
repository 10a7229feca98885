//! Figures that remain of people who were erased, as much of them as may be shown.

use std::collections::{BTreeMap, BTreeSet};

use domain::access;
use domain::application::{OutcomeKind, Stage};
use domain::source::SourceCategory;
use domain::statistics::{Ending, FEWEST, Figure, Quarter, StageReached, suppress};
use serde::Serialize;
use store::Statistic;

use crate::desk::ReadDesk;
use crate::error::Error;
use crate::view::{Nothing, number};

/// What remains, told in three ways. In each the same people are counted once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct Statistics {
    /// The quarter before whose beginning they went: `2026-Q4`.
    pub before: String,
    /// Fewer people than this are not counted out.
    pub fewest: u32,
    /// By where they came from.
    pub by_source: FigureTable,
    /// By how far they came.
    pub by_stage: FigureTable,
    /// By how it ended.
    pub by_ending: FigureTable,
}

/// Counts by quarter of the outcome. A count that may not be shown is null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct FigureTable {
    /// What is counted, a column each.
    pub columns: Vec<FigureColumn>,
    /// The quarters, the latest first.
    pub rows: Vec<FigureRow>,
    /// All of them together.
    pub total: Option<u32>,
}

/// A column, with what it comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct FigureColumn {
    /// What is counted.
    pub of: FigureOf,
    /// All quarters together.
    pub total: Option<u32>,
}

/// A quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct FigureRow {
    /// Which: `2026-Q4`.
    pub quarter: String,
    /// In the order of the columns.
    pub counts: Vec<Option<u32>>,
    /// All of them together.
    pub total: Option<u32>,
}

/// What a count is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum FigureOf {
    /// People from a source.
    Source {
        /// Which.
        source: SourceCategory,
    },
    /// Applications that came as far as a stage.
    Stage {
        /// Which.
        stage: Stage,
    },
    /// Applications that ended in a way.
    Outcome {
        /// Which.
        outcome: OutcomeKind,
    },
    /// Applications that went undecided.
    Undecided,
    /// People who never applied.
    NeverApplied,
    /// Those who went with fewer than five, of whom no more was counted than where they came from.
    Untold,
}

/// What remains of those who went before this quarter.
///
/// # Errors
/// A refusal for those who may not read the journal.
pub fn read(desk: &ReadDesk<'_>, _: Nothing) -> Result<Statistics, Error> {
    let permit = desk.permit_on_organisation::<access::ReadJournal>()?;
    let counts = desk.records.statistics(&permit, desk.today)?;
    let quarters: BTreeSet<Quarter> = counts.iter().map(|count| count.quarter).collect();
    // Latest first.
    let quarters: Vec<Quarter> = quarters.into_iter().rev().collect();
    let tables = [of_source, of_stage, of_ending].map(|of| Table::new(&counts, &quarters, of));
    // The same people stand in all three, so what one hides of a quarter the others hide too.
    let mut hidden = vec![false; quarters.len() + 1];
    loop {
        let before = hidden.clone();
        for table in &tables {
            let shown = suppress(&table.counts, FEWEST, &hidden);
            let sums = shown.rows.iter().chain([&shown.total]);
            for (hidden, sum) in hidden.iter_mut().zip(sums) {
                *hidden |= sum.is_none();
            }
        }
        if hidden == before {
            break;
        }
    }
    let [by_source, by_stage, by_ending] = tables.map(|table| table.shown(&quarters, &hidden));
    Ok(Statistics {
        before: Quarter::of(desk.today).to_string(),
        fewest: number(FEWEST),
        by_source,
        by_stage,
        by_ending,
    })
}

fn of_source(count: &Statistic) -> FigureOf {
    FigureOf::Source {
        source: count.source,
    }
}

fn of_stage(count: &Statistic) -> FigureOf {
    match count.stage_reached {
        StageReached::Stage(stage) => FigureOf::Stage { stage },
        StageReached::None => FigureOf::NeverApplied,
        StageReached::Untold => FigureOf::Untold,
    }
}

fn of_ending(count: &Statistic) -> FigureOf {
    match count.ending {
        Ending::Outcome(outcome) => FigureOf::Outcome { outcome },
        Ending::Undecided => FigureOf::Undecided,
        Ending::NeverApplied => FigureOf::NeverApplied,
        Ending::Untold => FigureOf::Untold,
    }
}

/// Counts before anything is hidden.
struct Table {
    columns: Vec<FigureOf>,
    counts: Vec<Vec<u64>>,
}

impl Table {
    fn new(counts: &[Statistic], quarters: &[Quarter], of: fn(&Statistic) -> FigureOf) -> Self {
        let mut sums: BTreeMap<(Quarter, FigureOf), u64> = BTreeMap::new();
        for count in counts {
            *sums.entry((count.quarter, of(count))).or_default() += count.number;
        }
        let columns: BTreeSet<FigureOf> = counts.iter().map(of).collect();
        let columns: Vec<FigureOf> = columns.into_iter().collect();
        let counts = quarters
            .iter()
            .map(|quarter| {
                columns
                    .iter()
                    .map(|column| sums.get(&(*quarter, *column)).copied().unwrap_or(0))
                    .collect()
            })
            .collect();
        Self { columns, counts }
    }

    fn shown(self, quarters: &[Quarter], hidden: &[bool]) -> FigureTable {
        let shown = suppress(&self.counts, FEWEST, hidden);
        let figure = |figure: Figure| figure.map(number);
        FigureTable {
            columns: self
                .columns
                .into_iter()
                .zip(shown.columns)
                .map(|(of, total)| FigureColumn {
                    of,
                    total: figure(total),
                })
                .collect(),
            rows: quarters
                .iter()
                .zip(shown.cells)
                .zip(shown.rows)
                .map(|((quarter, counts), total)| FigureRow {
                    quarter: quarter.to_string(),
                    counts: counts.into_iter().map(figure).collect(),
                    total: figure(total),
                })
                .collect(),
            total: figure(shown.total),
        }
    }
}
