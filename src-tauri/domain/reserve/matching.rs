//! Who on the reserve list may fit a vacancy (RULEBOOK S68): reasons in words, and what does not fit. There is no score,
//! and nobody is left out: who has no reason stands last, with what was looked for.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::{Line, fold};
use crate::vacancy::{Arrangement, RoleAsks, VacancyKind};

/// What somebody on the list offers besides the families of roles they agreed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct ReserveOffers {
    /// Skills, one by one.
    pub skills: Vec<Line>,
    /// Places they would work at.
    pub places: Vec<Line>,
    /// Kinds of role they would take. Empty where nothing is noted.
    pub kinds: Vec<VacancyKind>,
}

/// A place on the list, as far as matching looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'a> {
    /// The families of roles it covers.
    pub families: &'a [Line],
    /// What else the person offers.
    pub offers: &'a ReserveOffers,
}

/// A reason for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They agreed to this family of roles.
    Family {
        /// As it stands on the list.
        has: Line,
    },
    /// They have a skill that is asked for.
    Skill {
        /// As the vacancy asks for it.
        asked: Line,
        /// As it stands on the list.
        has: Line,
    },
    /// They would work at the place.
    Place {
        /// As it stands on the list.
        has: Line,
    },
    /// The role is done from anywhere, so that no place is in the way.
    Anywhere,
    /// They would take a role of this kind.
    Kind(VacancyKind),
}

/// What does not fit, or is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// They agreed to other families of roles.
    Family {
        /// The one asked for.
        asked: Line,
    },
    /// Skills that are asked for and not noted of them.
    Skills {
        /// Which.
        asked: Vec<Line>,
    },
    /// They would work at other places.
    Place {
        /// The one asked for.
        asked: Line,
    },
    /// Nothing is noted of where they would work.
    PlaceUnknown,
    /// They would take roles of other kinds.
    Kind(VacancyKind),
}

const fn kind_word(kind: VacancyKind) -> &'static str {
    match kind {
        VacancyKind::Job => "a permanent job",
        VacancyKind::FixedTerm => "a fixed term",
        VacancyKind::Secondment => "a secondment",
        VacancyKind::Internship => "an internship",
        VacancyKind::WorkExperience => "work experience",
    }
}

impl Reason {
    /// In one sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::Family { has } => format!("Agreed to be asked about {}.", has.as_str()),
            Self::Skill { asked, has } if same(asked, has) => {
                format!("Has the skill {}.", asked.as_str())
            }
            Self::Skill { asked, has } => format!(
                "Has the skill {}, where {} is asked for.",
                has.as_str(),
                asked.as_str()
            ),
            Self::Place { has } => format!("Would work in {}.", has.as_str()),
            Self::Anywhere => "The role is remote, so no place is in the way.".to_owned(),
            Self::Kind(kind) => format!("Would take {}.", kind_word(*kind)),
        }
    }
}

impl Gap {
    /// In one sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::Family { asked } => {
                format!("Agreed to other roles than {}.", asked.as_str())
            }
            Self::Skills { asked } => {
                let skills: Vec<&str> = asked.iter().map(Line::as_str).collect();
                format!("Not noted of them: {}.", skills.join(", "))
            }
            Self::Place { asked } => format!("Would work elsewhere than {}.", asked.as_str()),
            Self::PlaceUnknown => "Nothing is noted of where they would work.".to_owned(),
            Self::Kind(kind) => {
                format!("Would take other kinds of role than {}.", kind_word(*kind))
            }
        }
    }
}

/// How somebody on the list fits a vacancy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Why they may fit.
    pub reasons: Vec<Reason>,
    /// What does not fit.
    pub gaps: Vec<Gap>,
}

fn same(one: &Line, other: &Line) -> bool {
    fold(one.as_str()) == fold(other.as_str())
}

/// Whether two say the same thing, one perhaps more closely: every word of the shorter stands in the longer, whatever
/// the case and the accents.
fn alike(one: &Line, other: &Line) -> bool {
    let (one, other) = (words(one), words(other));
    !one.is_empty() && !other.is_empty() && (one.is_subset(&other) || other.is_subset(&one))
}

fn words(line: &Line) -> BTreeSet<String> {
    fold(line.as_str())
        .split(|letter: char| !letter.is_alphanumeric() && letter != '+' && letter != '#')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The first that is the same, or else the first that is alike.
fn find<'a>(wanted: &Line, among: &'a [Line]) -> Option<&'a Line> {
    among
        .iter()
        .find(|known| same(wanted, known))
        .or_else(|| among.iter().find(|known| alike(wanted, known)))
}

/// How a place on the list fits what a vacancy asks for.
pub fn matching(asks: &RoleAsks, kind: VacancyKind, offered: Offered<'_>) -> Match {
    let mut found = Match::default();
    let Offered { families, offers } = offered;
    if let Some(asked) = &asks.family {
        match find(asked, families) {
            Some(has) => found.reasons.push(Reason::Family { has: has.clone() }),
            None => found.gaps.push(Gap::Family {
                asked: asked.clone(),
            }),
        }
    }
    let mut missing = Vec::new();
    for asked in &asks.skills {
        match find(asked, &offers.skills) {
            Some(has) => found.reasons.push(Reason::Skill {
                asked: asked.clone(),
                has: has.clone(),
            }),
            None => missing.push(asked.clone()),
        }
    }
    if !missing.is_empty() {
        found.gaps.push(Gap::Skills { asked: missing });
    }
    match (asks.arrangement, &asks.place) {
        (Some(Arrangement::Remote), _) => found.reasons.push(Reason::Anywhere),
        (Some(Arrangement::OnSite | Arrangement::Hybrid) | None, Some(asked)) => {
            match find(asked, &offers.places) {
                Some(has) => found.reasons.push(Reason::Place { has: has.clone() }),
                None if offers.places.is_empty() => found.gaps.push(Gap::PlaceUnknown),
                None => found.gaps.push(Gap::Place {
                    asked: asked.clone(),
                }),
            }
        }
        (Some(Arrangement::OnSite | Arrangement::Hybrid) | None, None) => {}
    }
    if offers.kinds.contains(&kind) {
        found.reasons.push(Reason::Kind(kind));
    } else if !offers.kinds.is_empty() {
        found.gaps.push(Gap::Kind(kind));
    }
    found
}

/// Who stands before whom: more reasons first, then less that does not fit.
pub fn order(one: &Match, other: &Match) -> Ordering {
    other
        .reasons
        .len()
        .cmp(&one.reasons.len())
        .then_with(|| one.gaps.len().cmp(&other.gaps.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    fn lines(texts: &[&str]) -> Vec<Line> {
        texts.iter().map(|text| line(text)).collect()
    }

    fn asks() -> RoleAsks {
        RoleAsks {
            family: Some(line("Press and media")),
            skills: lines(&["Media relations", "Ysgrifennu Cymraeg"]),
            place: Some(line("Cardiff")),
            arrangement: Some(Arrangement::Hybrid),
            office: None,
        }
    }

    fn found(families: &[&str], offers: &ReserveOffers) -> Match {
        let families = lines(families);
        matching(
            &asks(),
            VacancyKind::Job,
            Offered {
                families: &families,
                offers,
            },
        )
    }

    #[test]
    fn every_reason_is_said_in_words_and_so_is_what_does_not_fit() {
        let offers = ReserveOffers {
            skills: lines(&["media"]),
            places: lines(&["CARDIFF", "Leeds"]),
            kinds: vec![VacancyKind::Job],
        };
        let found = found(&["PRESS AND MEDIA"], &offers);
        let said: Vec<String> = found.reasons.iter().map(Reason::sentence).collect();
        assert_eq!(
            said,
            [
                "Agreed to be asked about PRESS AND MEDIA.",
                "Has the skill media, where Media relations is asked for.",
                "Would work in CARDIFF.",
                "Would take a permanent job.",
            ]
        );
        let not: Vec<String> = found.gaps.iter().map(Gap::sentence).collect();
        assert_eq!(not, ["Not noted of them: Ysgrifennu Cymraeg."]);
    }

    #[test]
    fn nobody_is_left_out_who_has_nothing_of_what_is_asked() {
        let offers = ReserveOffers {
            kinds: vec![VacancyKind::Internship],
            places: lines(&["Leeds"]),
            ..ReserveOffers::default()
        };
        let found = found(&["Finance"], &offers);
        assert_eq!(found.reasons, []);
        let not: Vec<String> = found.gaps.iter().map(Gap::sentence).collect();
        assert_eq!(
            not,
            [
                "Agreed to other roles than Press and media.",
                "Not noted of them: Media relations, Ysgrifennu Cymraeg.",
                "Would work elsewhere than Cardiff.",
                "Would take other kinds of role than a permanent job.",
            ]
        );
    }

    #[test]
    fn a_remote_role_asks_nobody_where_they_live() {
        let asks = RoleAsks {
            arrangement: Some(Arrangement::Remote),
            place: Some(line("Cardiff")),
            ..RoleAsks::default()
        };
        let offers = ReserveOffers {
            places: lines(&["Leeds"]),
            ..ReserveOffers::default()
        };
        let found = matching(
            &asks,
            VacancyKind::Job,
            Offered {
                families: &[],
                offers: &offers,
            },
        );
        assert_eq!(
            (found.reasons, found.gaps),
            (vec![Reason::Anywhere], vec![])
        );
    }

    #[test]
    fn c_plus_plus_is_not_c() {
        assert!(!alike(&line("C"), &line("C++")));
        assert!(alike(&line("c#"), &line("C# and .NET")));
    }

    const WORDS: [&str; 8] = [
        "Media",
        "média",
        "Sift",
        "Press",
        "press work",
        "Åland",
        "ALAND",
        "Cardiff",
    ];

    fn some() -> impl Strategy<Value = Vec<Line>> {
        prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..4)
            .prop_map(|words| lines(&words))
    }

    fn some_offers() -> impl Strategy<Value = (Vec<Line>, ReserveOffers)> {
        (
            some(),
            some(),
            some(),
            prop::collection::vec(prop::sample::select(VacancyKind::ALL.to_vec()), 0..3),
        )
            .prop_map(|(families, skills, places, kinds)| {
                (
                    families,
                    ReserveOffers {
                        skills,
                        places,
                        kinds,
                    },
                )
            })
    }

    fn some_asks() -> impl Strategy<Value = RoleAsks> {
        (
            prop::option::of(prop::sample::select(WORDS.to_vec())),
            some(),
            prop::option::of(prop::sample::select(WORDS.to_vec())),
            prop::option::of(prop::sample::select(Arrangement::ALL.to_vec())),
        )
            .prop_map(|(family, skills, place, arrangement)| RoleAsks {
                family: family.map(line),
                skills,
                place: place.map(line),
                arrangement,
                office: None,
            })
    }

    fn on(asks: &RoleAsks, families: &[Line], offers: &ReserveOffers) -> Match {
        matching(asks, VacancyKind::Job, Offered { families, offers })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn case_and_accents_change_nothing(asks in some_asks(), (families, offers) in some_offers()) {
            let folded = |all: &[Line]| all.iter().map(|one| line(&fold(one.as_str()).to_uppercase())).collect::<Vec<_>>();
            let other = ReserveOffers {
                skills: folded(&offers.skills),
                places: folded(&offers.places),
                kinds: offers.kinds.clone(),
            };
            let (one, two) = (on(&asks, &families, &offers), on(&asks, &folded(&families), &other));
            prop_assert_eq!(one.reasons.len(), two.reasons.len());
            prop_assert_eq!(one.gaps, two.gaps);
        }

        #[test]
        fn everything_asked_is_answered_by_a_reason_or_a_gap(asks in some_asks(), (families, offers) in some_offers()) {
            let found = on(&asks, &families, &offers);
            let skills = found.reasons.iter().filter(|reason| matches!(reason, Reason::Skill { .. })).count()
                + found.gaps.iter().map(|gap| if let Gap::Skills { asked } = gap { asked.len() } else { 0 }).sum::<usize>();
            prop_assert_eq!(skills, asks.skills.len());
            let family = found.reasons.iter().any(|reason| matches!(reason, Reason::Family { .. }))
                || found.gaps.iter().any(|gap| matches!(gap, Gap::Family { .. }));
            prop_assert_eq!(family, asks.family.is_some());
            for reason in &found.reasons {
                prop_assert!(reason.sentence().ends_with('.'));
            }
        }

        #[test]
        fn the_order_is_by_reasons_whatever_order_they_come_in(
            asks in some_asks(),
            people in prop::collection::vec(some_offers(), 0..8),
            turn in 0_usize..8,
        ) {
            let ranked = |mut people: Vec<(usize, &(Vec<Line>, ReserveOffers))>| {
                people.sort_by(|(one, a), (other, b)| {
                    order(&on(&asks, &a.0, &a.1), &on(&asks, &b.0, &b.1)).then(one.cmp(other))
                });
                people.into_iter().map(|(place, _)| place).collect::<Vec<_>>()
            };
            let straight: Vec<_> = people.iter().enumerate().collect();
            let mut turned = straight.clone();
            if !turned.is_empty() {
                let by = turn % turned.len();
                turned.rotate_left(by);
            }
            let places = ranked(straight);
            prop_assert_eq!(&places, &ranked(turned));
            let reasons: Vec<_> = places
                .iter()
                .map(|place| on(&asks, &people[*place].0, &people[*place].1).reasons.len())
                .collect();
            prop_assert!(reasons.is_sorted_by(|one, other| one >= other));
            prop_assert_eq!(places.len(), people.len(), "nobody is left out");
        }
    }
}
