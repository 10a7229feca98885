//! What separates the cells of a file.

use serde::{Deserialize, Serialize};

use crate::table::{Cells, Rows};

/// What separates cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, as spreadsheets of the Continent write.
    Semicolon,
    /// The tabulator.
    Tab,
    /// `|`
    Bar,
}

impl Delimiter {
    /// Every delimiter, the likelier first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

/// The delimiter that splits the first rows most evenly, counting `known` headings far higher than evenness: job
/// titles hold commas and bars.
pub(crate) fn sniff(text: &str, known: impl Fn(&Cells<'_>) -> usize) -> Delimiter {
    let mut best = (0, Delimiter::Comma);
    for delimiter in Delimiter::ALL {
        let score = score(text, delimiter, &known);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

fn score(text: &str, delimiter: Delimiter, known: &impl Fn(&Cells<'_>) -> usize) -> usize {
    /// Enough to see the form, with instruction rows before the headings.
    const ROWS: usize = 40;
    let mut rows = Rows::new(text, delimiter.byte());
    let mut cells = Vec::new();
    let mut widths = Vec::new();
    let mut headings = 0;
    while widths.len() < ROWS && rows.row() < 4 * ROWS && rows.read(&mut cells) {
        if !cells.is_empty() {
            headings = headings.max(known(&cells));
            widths.push(cells.len());
        }
    }
    let widest = widths.iter().copied().max().unwrap_or_default();
    if widest < 2 {
        return 0;
    }
    let commonest = widths
        .iter()
        .map(|width| {
            (
                widths.iter().filter(|other| *other == width).count(),
                *width,
            )
        })
        .filter(|(_, width)| *width > 1)
        .max()
        .unwrap_or_default();
    headings * 10_000 + commonest.0 * 100 + commonest.1.min(99)
}
