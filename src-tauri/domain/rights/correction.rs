//! What is corrected when somebody asks for it, and what is annotated: a fact is put right and it is kept what it said before;
//! what another found or wrote stays, with the person's view beside it (RULEBOOK DSR-10; UK GDPR Art 16).

use serde::{Deserialize, Serialize};

use crate::candidate::{CandidateDetails, PreferredContact};
use crate::id::{AccountId, DocumentId, InterviewId};
use crate::sealed::words;
use crate::text::Line;

/// A fact about a person that can be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Corrected {
    /// The name.
    Name,
    /// E-mail addresses.
    Emails,
    /// Telephone numbers.
    Phones,
    /// The postal address.
    Address,
    /// The way they like to be reached.
    Preferred,
    /// Where the details came from.
    Source,
    /// The day the details came in.
    ReceivedOn,
}

words!(Corrected {
    Name => "name",
    Emails => "emails",
    Phones => "phones",
    Address => "address",
    Preferred => "preferred",
    Source => "source",
    ReceivedOn => "received-on",
});

impl Corrected {
    /// What it says now, for somebody who was given how to reach the person; `None` for what is not about that.
    pub fn now(self, details: &CandidateDetails) -> Option<String> {
        let what = match self {
            Self::Name => "Name",
            Self::Emails => "E-mail",
            Self::Phones => "Telephone",
            Self::Address => "Address",
            Self::Preferred | Self::Source | Self::ReceivedOn => return None,
        };
        Some(format!("{what}: {}", said(details, self)))
    }
}

/// Something another found or wrote of a person: it is not corrected, but annotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum OpinionOf {
    /// What an interviewer found: marks and words.
    Feedback {
        /// In which interview.
        interview: InterviewId,
        /// Whose account.
        account: AccountId,
    },
    /// A reference, or what an assessment produced.
    Document {
        /// Which.
        document: DocumentId,
    },
}

/// What of somebody's details a change changed, each with what it said before.
pub fn corrected(before: &CandidateDetails, after: &CandidateDetails) -> Vec<(Corrected, String)> {
    Corrected::ALL
        .iter()
        .map(|what| (*what, said(before, *what), said(after, *what)))
        .filter(|(_, before, after)| before != after)
        .map(|(what, before, _)| (what, before))
        .collect()
}

fn said(details: &CandidateDetails, what: Corrected) -> String {
    let contact = &details.contact;
    match what {
        Corrected::Name => {
            let name = &details.name;
            [
                &name.title,
                &name.given,
                &Some(name.family.clone()),
                &name.preferred,
            ]
            .into_iter()
            .flatten()
            .map(Line::as_str)
            .collect::<Vec<_>>()
            .join(" ")
        }
        Corrected::Emails => joined(contact.emails.iter().map(|email| email.as_str().to_owned())),
        Corrected::Phones => joined(contact.phones.iter().map(|phone| phone.as_str().to_owned())),
        Corrected::Address => joined(
            contact
                .address
                .iter()
                .chain(&contact.postcode)
                .map(|line| line.as_str().to_owned()),
        ),
        Corrected::Preferred => match contact.preferred {
            None => "",
            Some(PreferredContact::Email) => "by e-mail",
            Some(PreferredContact::Phone) => "by telephone",
            Some(PreferredContact::Post) => "by post",
        }
        .to_owned(),
        Corrected::Source => joined(
            std::iter::once(details.source.category.code().to_owned()).chain(
                details
                    .source
                    .detail
                    .iter()
                    .map(|detail| detail.as_str().to_owned()),
            ),
        ),
        Corrected::ReceivedOn => details.received_on.to_string(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidate::{ContactDetails, PersonName};
    use crate::source::{Source, SourceCategory};
    use crate::text::Email;

    #[test]
    fn what_changed_is_told_by_what_it_said_before() {
        let before = CandidateDetails {
            name: PersonName {
                title: None,
                given: Some(Line::parse("Ann").expect("a name")),
                family: Line::parse("Archer").expect("a name"),
                preferred: None,
            },
            contact: ContactDetails {
                emails: vec![Email::parse("old@example.org").expect("an address")],
                ..ContactDetails::default()
            },
            source: Source {
                category: SourceCategory::Website,
                detail: None,
            },
            received_on: "2026-11-23".parse().expect("a day"),
        };
        assert!(corrected(&before, &before).is_empty());
        let mut after = before.clone();
        after.contact.emails = vec![Email::parse("new@example.org").expect("an address")];
        after.name.family = Line::parse("Bowyer").expect("a name");
        assert_eq!(
            corrected(&before, &after),
            [
                (Corrected::Name, "Ann Archer".to_owned()),
                (Corrected::Emails, "old@example.org".to_owned()),
            ]
        );
    }
}
