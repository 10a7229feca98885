use proptest::prelude::*;

use super::*;

const NONE_HIDDEN: &[bool] = &[];

#[test]
fn a_funnel_counts_everybody_who_came_that_far_or_further() {
    assert_eq!(at_least(&[40, 20, 10, 6, 4, 5]), [85, 45, 25, 15, 9, 5]);
}

#[test]
fn a_step_that_few_came_to_is_hidden() {
    let shown = funnel(&[40, 20, 9, 3, 0, 0], NONE_HIDDEN);
    assert_eq!(shown, [Some(40), Some(20), Some(9), None, Some(0), Some(0)]);
}

#[test]
fn a_step_at_which_few_fell_away_is_hidden_since_it_would_tell_of_them() {
    let shown = funnel(&[40, 38, 20, 20, 8, 8], NONE_HIDDEN);
    assert_eq!(
        shown,
        [Some(40), None, Some(20), Some(20), Some(8), Some(8)]
    );
}

#[test]
fn where_one_vacancy_hides_a_step_the_sum_of_all_hides_it_too() {
    let shown = funnel_of_all(&[[30, 20, 10, 5, 0, 0], [20, 10, 3, 0, 0, 0]]);
    assert_eq!(
        shown,
        [Some(50), Some(30), None, Some(5), Some(0), Some(0)],
        "13 less the 10 of the one vacancy would tell the 3 of the other"
    );
}

#[test]
fn quartiles_are_those_of_the_ranks() {
    let stays = [
        Stays { days: 0, number: 2 },
        Stays { days: 3, number: 4 },
        Stays {
            days: 10,
            number: 2,
        },
    ];
    assert_eq!(
        stay_length(&stays),
        Some(StayLength {
            lower: 0,
            median: 3,
            upper: 3
        })
    );
    assert_eq!(stay_length(&stays[..1]), None, "two stays tell of people");
}

/// Every funnel that agrees with what is shown, no count above `most`.
fn fitting(shown: &[Figure], most: u64) -> Vec<Vec<u64>> {
    let mut found: Vec<Vec<u64>> = vec![Vec::new()];
    for figure in shown {
        found = found
            .into_iter()
            .flat_map(|begun| {
                let ceiling = begun.last().copied().unwrap_or(most);
                let range = match figure {
                    Some(count) => *count..=*count,
                    None => 0..=ceiling,
                };
                range
                    .filter(move |count| *count <= ceiling)
                    .map(|count| [begun.as_slice(), &[count]].concat())
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    // Whoever knows the rule knows that what agrees with it is shown like this and not otherwise.
    found
        .into_iter()
        .filter(|guess| {
            let reached = Reached::try_from(guess.as_slice()).expect("six steps");
            funnel(&reached, NONE_HIDDEN) == shown
        })
        .collect()
}

proptest! {
    #[test]
    fn nothing_hidden_follows_from_what_a_funnel_shows(exactly in prop::array::uniform6(0_u64..4)) {
        let reached = at_least(&exactly);
        let shown = funnel(&reached, NONE_HIDDEN);
        let guesses = fitting(&shown, reached[0].max(5));
        for (step, figure) in shown.iter().enumerate() {
            let mut could_be: Vec<u64> = guesses.iter().map(|guess| guess[step]).collect();
            could_be.sort_unstable();
            could_be.dedup();
            prop_assert!(could_be.contains(&reached[step]), "the truth fits: {:?}", shown);
            if figure.is_none() {
                prop_assert!(could_be.len() > 1, "{} at step {} follows from {:?}", reached[step], step, shown);
            }
        }
    }

    #[test]
    fn no_count_under_five_is_shown_nor_left_between_two_steps(exactly in prop::array::uniform6(0_u64..9)) {
        let shown = funnel(&at_least(&exactly), NONE_HIDDEN);
        let told: Vec<u64> = shown.into_iter().flatten().collect();
        prop_assert!(told.iter().all(|count| !is_small(*count)));
        prop_assert!(told.windows(2).all(|pair| !is_small(pair[0] - pair[1])));
    }

    #[test]
    fn no_count_under_five_is_the_sum_of_all_less_what_the_vacancies_show(
        exactly in prop::collection::vec(prop::array::uniform6(0_u64..9), 1..6),
    ) {
        let vacancies: Vec<Reached> = exactly.iter().map(at_least).collect();
        let all = funnel_of_all(&vacancies);
        let each: Vec<Vec<Figure>> = vacancies.iter().map(|one| funnel(one, NONE_HIDDEN)).collect();
        for (step, figure) in all.iter().enumerate() {
            let Some(sum) = figure else { continue };
            let told: u64 = each.iter().filter_map(|shown| shown[step]).sum();
            let hiding = each.iter().filter(|shown| shown[step].is_none()).count();
            prop_assert!(hiding != 1, "{sum} less {told} tells the one that is hidden");
            prop_assert!(!is_small(sum - told));
        }
    }

    #[test]
    fn the_quartiles_of_stays_are_those_of_the_list_of_them(lengths in prop::collection::vec(0_u32..40, 0..60)) {
        let mut sorted = lengths;
        sorted.sort_unstable();
        let mut stays: Vec<Stays> = Vec::new();
        for days in &sorted {
            match stays.last_mut().filter(|last| last.days == *days) {
                Some(last) => last.number += 1,
                None => stays.push(Stays { days: *days, number: 1 }),
            }
        }
        let expected = (sorted.len() >= 5).then(|| {
            let at = |quarters: usize| sorted[(sorted.len() * quarters).div_ceil(4) - 1];
            StayLength { lower: at(1), median: at(2), upper: at(3) }
        });
        prop_assert_eq!(stay_length(&stays), expected);
    }
}
