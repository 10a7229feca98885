//! Nothing hidden follows from what is shown: tried by somebody who tries every table that there could be.

use proptest::prelude::*;

use super::{FEWEST, Figure, Suppressed, suppress};

/// The least and the most that each count could be, for somebody who knows what is shown and that no count is more than
/// `most`.
fn could_be(shown: &Suppressed, most: u64) -> Vec<Vec<(u64, u64)>> {
    let (height, width) = (shown.rows.len(), shown.columns.len());
    let mut table = vec![vec![0; width]; height];
    let mut bounds = vec![vec![(u64::MAX, 0); width]; height];
    try_all(shown, &mut table, 0, most, &mut |table| {
        for (line, counts) in bounds.iter_mut().zip(table) {
            for ((least, greatest), count) in line.iter_mut().zip(counts) {
                *least = (*least).min(*count);
                *greatest = (*greatest).max(*count);
            }
        }
    });
    bounds
}

fn agrees(figure: Figure, sum: u64) -> bool {
    figure.is_none_or(|shown| shown == sum)
}

fn try_all(
    shown: &Suppressed,
    table: &mut Vec<Vec<u64>>,
    at: usize,
    most: u64,
    fits: &mut impl FnMut(&[Vec<u64>]),
) {
    let (height, width) = (shown.rows.len(), shown.columns.len());
    if at == height * width {
        let columns = (0..width).all(|column| {
            agrees(
                shown.columns[column],
                table.iter().map(|row| row[column]).sum(),
            )
        });
        if columns && agrees(shown.total, table.iter().flatten().sum()) {
            fits(table);
        }
        return;
    }
    let (row, column) = (at / width, at % width);
    let range = match shown.cells[row][column] {
        Some(count) => count..=count,
        None => 0..=most,
    };
    for count in range {
        table[row][column] = count;
        let so_far: u64 = table[row][..=column].iter().sum();
        let fits_row = match shown.rows[row] {
            Some(sum) if column + 1 == width => so_far == sum,
            Some(sum) => so_far <= sum,
            None => true,
        };
        if fits_row {
            try_all(shown, table, at + 1, most, fits);
        }
    }
    table[row][column] = 0;
}

fn figures(shown: &Suppressed) -> Vec<Figure> {
    shown
        .cells
        .iter()
        .flatten()
        .chain(&shown.rows)
        .chain(&shown.columns)
        .chain([&shown.total])
        .copied()
        .collect()
}

#[test]
fn a_small_count_takes_a_second_one_with_it() {
    let shown = suppress(&[vec![40, 7, 3]], FEWEST, &[]);
    assert_eq!(
        shown.cells,
        [vec![Some(40), None, None]],
        "40 applied, 7 came to an interview, 3 were offered: 50 less 47 would show the 3"
    );
    assert_eq!(shown.total, Some(50), "and what all come to may be shown");
}

#[test]
fn of_four_people_nothing_is_said() {
    let shown = suppress(&[vec![3, 1]], FEWEST, &[]);
    assert!(figures(&shown).iter().all(Option::is_none), "{shown:?}");
}

#[test]
fn where_nobody_is_alone_everything_is_shown() {
    let shown = suppress(&[vec![12, 9], vec![5, 30]], FEWEST, &[]);
    assert!(figures(&shown).iter().all(Option::is_some), "{shown:?}");
}

#[test]
fn a_sum_that_another_table_hides_is_hidden_here_too() {
    let shown = suppress(&[vec![12, 9], vec![8, 30], vec![6, 6]], FEWEST, &[true]);
    assert_eq!(shown.rows[0], None, "hidden");
    let others = shown.rows[1..].iter().filter(|sum| sum.is_none()).count();
    assert!(
        others > 0 || shown.total.is_none(),
        "and it does not follow from what all come to: {shown:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn no_count_under_the_threshold_is_shown(
        counts in prop::collection::vec(prop::collection::vec(0_u64..14, 4), 1..5),
        hidden in prop::collection::vec(any::<bool>(), 0..5),
    ) {
        let shown = suppress(&counts, FEWEST, &hidden);
        prop_assert!(figures(&shown).into_iter().flatten().all(|count| count >= FEWEST), "{:?}", shown);
        for (line, shown) in counts.iter().zip(&shown.cells) {
            for (count, figure) in line.iter().zip(shown) {
                prop_assert!(figure.is_none_or(|shown| shown == *count), "what is shown is true");
            }
        }
    }

    #[test]
    fn nothing_hidden_can_be_worked_out_from_what_is_shown(
        counts in prop::collection::vec(prop::collection::vec(0_u64..9, 3), 1..3),
        hidden in prop::collection::vec(any::<bool>(), 0..3),
    ) {
        let shown = suppress(&counts, FEWEST, &hidden);
        let bounds = could_be(&shown, 9);
        for (row, line) in counts.iter().enumerate() {
            for (column, count) in line.iter().enumerate() {
                if shown.cells[row][column].is_none() && *count > 0 {
                    let (least, greatest) = bounds[row][column];
                    prop_assert!(least < greatest, "{count} at {row}, {column} follows from {shown:?}");
                }
            }
        }
    }
}
