//! What a panel found, for those who may read it: how far the marks lie apart, and who wrote what.

use domain::access::{Permit, ReadCandidate, Refusal, Shown, Sight};
use domain::interview::{Mark, recommendation_spread, spread};
use domain::rights::OpinionOf;
use store::{Annotation, CriterionRecord, FeedbackRecord, InterviewRecord};

use super::kit::version;
use super::{CriterionSpread, PanelCard, PanelView};
use crate::rights::annotation_of;
use crate::view::number;

/// What is said in the place of others' feedback while one's own is not in.
pub(super) fn until_own<T>() -> Shown<T> {
    Shown::Withheld {
        rule: "ACC-08".to_owned(),
        because: "What others found is shown once your own feedback is in, so that each of you judges alone (rule \
                  ACC-08)."
            .to_owned(),
    }
}

pub(super) fn view(
    record: &InterviewRecord,
    criteria: &[CriterionRecord],
    feedback: Vec<FeedbackRecord>,
    annotations: &[Annotation],
    words: bool,
    permit: &Permit<ReadCandidate>,
) -> PanelView {
    let annotation = |account| {
        let interview = record.id;
        annotation_of(annotations, OpinionOf::Feedback { interview, account })
    };
    let mut cards: Vec<PanelCard> = Vec::new();
    for each in feedback {
        let account = each.account;
        match cards.last_mut().filter(|card| card.account == account) {
            Some(card) => card.versions.push(version(each)),
            None => cards.push(PanelCard {
                account,
                name: record
                    .member(account)
                    .map(|member| member.name.as_str().to_owned())
                    .unwrap_or_default(),
                versions: vec![version(each)],
                annotation: annotation(account),
            }),
        }
    }
    let latest = || {
        cards
            .iter()
            .filter_map(|card| card.versions.last())
            .map(|version| &version.card)
    };
    let criteria = criteria
        .iter()
        .filter_map(|criterion| {
            let marks: Vec<Mark> = latest()
                .filter_map(|card| card.score(criterion.id)?.mark)
                .collect();
            let is_asked = criterion.retired_on.is_none() || !marks.is_empty();
            is_asked.then(|| CriterionSpread {
                criterion: criterion.id,
                spread: spread(marks),
            })
        })
        .collect();
    let recommendation = recommendation_spread(latest().filter_map(|card| card.recommendation));
    PanelView {
        criteria,
        recommendation,
        submitted: number(cards.len()),
        members: number(record.panel.len()),
        annotated: number(
            cards
                .iter()
                .filter(|card| card.annotation.is_some())
                .count(),
        ),
        cards: if words {
            Shown::Shown { value: cards }
        } else if permit.sight() == Sight::Blind {
            Shown::withheld(Refusal::Blind)
        } else {
            Shown::Withheld {
                rule: "A3".to_owned(),
                because: "Your part in the role shows what was found in short, not in whose words (rule A3)."
                    .to_owned(),
            }
        },
    }
}
