//! Which counts of a table may be shown, so that no hidden one follows from the others (RULEBOOK ANO-04).

use super::bridges::bridge;

/// A count as it may be shown: the number, or that it is fewer than the threshold or would tell such a one.
pub type Figure = Option<u64>;

/// A table of counts, rows by columns, with what of it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// The counts, row by row.
    pub cells: Vec<Vec<Figure>>,
    /// What each row comes to.
    pub rows: Vec<Figure>,
    /// What each column comes to.
    pub columns: Vec<Figure>,
    /// What the whole table comes to.
    pub total: Figure,
}

/// Decides which counts of a table may be shown (ANO-04). Hidden are those under `fewest`, noughts among them, and as
/// many others as it takes that nothing hidden can be worked out from rows, columns and what they come to. What rows
/// come to is hidden besides where `hidden_rows` says so, and after the last row what all come to: where another table
/// over the same people hides it.
///
/// Rows of unequal length are taken as if noughts stood at their ends.
pub fn suppress(counts: &[Vec<u64>], fewest: u64, hidden_rows: &[bool]) -> Suppressed {
    let mut table = Margins::new(counts, fewest);
    for (row, hidden) in hidden_rows.iter().enumerate().take(table.height) {
        if *hidden {
            table.hide(row, table.width - 1);
        }
    }
    while table.hide_one_more(fewest) {}
    table.shown()
}

/// A table with what its rows and columns come to, as one more column and one more row.
struct Margins {
    counts: Vec<u64>,
    hidden: Vec<bool>,
    height: usize,
    width: usize,
}

/// A row or a column, with what it comes to: one sum that anyone can do.
#[derive(Clone, Copy)]
enum Sum {
    Row(usize),
    Column(usize),
}

impl Margins {
    fn new(counts: &[Vec<u64>], fewest: u64) -> Self {
        let (height, width) = (
            counts.len() + 1,
            counts.iter().map(Vec::len).max().unwrap_or(0) + 1,
        );
        let mut table = Self {
            counts: vec![0; height * width],
            hidden: vec![false; height * width],
            height,
            width,
        };
        for (row, line) in counts.iter().enumerate() {
            for (column, count) in line.iter().enumerate() {
                for at in [
                    (row, column),
                    (row, width - 1),
                    (height - 1, column),
                    (height - 1, width - 1),
                ] {
                    if let Some(sum) = table.counts.get_mut(at.0 * width + at.1) {
                        *sum += count;
                    }
                }
            }
        }
        for (hidden, count) in table.hidden.iter_mut().zip(&table.counts) {
            *hidden = *count < fewest;
        }
        table
    }

    fn count(&self, row: usize, column: usize) -> u64 {
        self.counts
            .get(row * self.width + column)
            .copied()
            .unwrap_or(0)
    }

    fn is_hidden(&self, row: usize, column: usize) -> bool {
        self.hidden
            .get(row * self.width + column)
            .copied()
            .unwrap_or(true)
    }

    fn hide(&mut self, row: usize, column: usize) {
        if let Some(hidden) = self.hidden.get_mut(row * self.width + column) {
            *hidden = true;
        }
    }

    /// The places of a sum, what it comes to last.
    fn places(&self, sum: Sum) -> Vec<(usize, usize)> {
        match sum {
            Sum::Row(row) => (0..self.width).map(|column| (row, column)).collect(),
            Sum::Column(column) => (0..self.height).map(|row| (row, column)).collect(),
        }
    }

    /// Hides one more count where a sum tells too much. `false` when none does.
    fn hide_one_more(&mut self, fewest: u64) -> bool {
        let sums = (0..self.height)
            .map(Sum::Row)
            .chain((0..self.width).map(Sum::Column));
        for sum in sums {
            if self.tells(sum, fewest) && self.hide_smallest(&self.places(sum)) {
                return true;
            }
        }
        let hidden: Vec<(usize, usize)> = (0..self.height)
            .flat_map(|row| (0..self.width).map(move |column| (row, column)))
            .filter(|(row, column)| self.is_hidden(*row, *column))
            .collect();
        // No single sum tells it, but several of them together do.
        bridge(&hidden, self.height, self.width).is_some_and(|(row, column)| {
            self.hide_smallest(&self.places(Sum::Row(row)))
                || self.hide_smallest(&self.places(Sum::Column(column)))
        })
    }

    /// Whether a sum alone tells a hidden count, or that hidden ones come to fewer than the threshold.
    fn tells(&self, sum: Sum, fewest: u64) -> bool {
        let places = self.places(sum);
        let hidden: Vec<(usize, usize)> = places
            .iter()
            .copied()
            .filter(|(row, column)| self.is_hidden(*row, *column))
            .collect();
        let Some(last) = places.last() else {
            return false;
        };
        match hidden.as_slice() {
            [] => false,
            [_] => true,
            several if several.contains(last) => false,
            several => {
                several
                    .iter()
                    .map(|(row, column)| self.count(*row, *column))
                    .sum::<u64>()
                    < fewest
            }
        }
    }

    /// Hides the smallest count of some places that is still shown.
    fn hide_smallest(&mut self, places: &[(usize, usize)]) -> bool {
        let smallest = places
            .iter()
            .filter(|(row, column)| !self.is_hidden(*row, *column))
            .min_by_key(|(row, column)| self.count(*row, *column));
        match smallest {
            Some((row, column)) => {
                self.hide(*row, *column);
                true
            }
            None => false,
        }
    }

    fn shown(&self) -> Suppressed {
        let figure = |row, column| (!self.is_hidden(row, column)).then(|| self.count(row, column));
        let (rows, columns) = (self.height - 1, self.width - 1);
        Suppressed {
            cells: (0..rows)
                .map(|row| (0..columns).map(|column| figure(row, column)).collect())
                .collect(),
            rows: (0..rows).map(|row| figure(row, columns)).collect(),
            columns: (0..columns).map(|column| figure(rows, column)).collect(),
            total: figure(rows, columns),
        }
    }
}
