//! Messages from and to a candidate (the notice's S17): what each is for, whether it may be sent, what is put into it.

mod send;
mod template;
mod words;

use serde::{Deserialize, Serialize};

use crate::sealed::words;

pub use send::{Basis, LawfulBasis, OPT_OUT, SendFacts, SendRefusal, may_send};
pub use template::{MergeField, Rendered, Template, TemplateProblem, unfilled};
pub use words::{Sensitive, sensitive_words};

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum MessageDirection {
    /// From the person, or somebody for them, to the organisation.
    In,
    /// From the organisation to the person.
    Out,
}

words!(MessageDirection {
    In => "in",
    Out => "out",
});

/// How a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum MessageChannel {
    /// By e-mail.
    Email,
    /// By post.
    Letter,
    /// By telephone: what was said.
    Telephone,
    /// Face to face: what was said.
    InPerson,
    /// By a text message, or a platform's own messages.
    Text,
}

words!(MessageChannel {
    Email => "email",
    Letter => "letter",
    Telephone => "telephone",
    InPerson => "in-person",
    Text => "text",
});

/// What a message is for. Each belongs to a purpose of the notice, which gives its lawful basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum MessagePurpose {
    /// The application came in.
    ApplicationReceived,
    /// Something is missing, or has to be arranged.
    MoreInformation,
    /// To an interview or an assessment.
    Invitation,
    /// How the application ended.
    Outcome,
    /// The terms of an offer.
    Offer,
    /// An answer to what they wrote.
    Reply,
    /// Asks whether they permit something.
    AskPermission,
    /// They may be a good fit for a role.
    Approach,
    /// A role for which the reserve list is consulted.
    ReserveList,
    /// Another vacancy that may interest them.
    OtherVacancies,
    /// A survey.
    Survey,
}

words!(MessagePurpose {
    ApplicationReceived => "application-received",
    MoreInformation => "more-information",
    Invitation => "invitation",
    Outcome => "outcome",
    Offer => "offer",
    Reply => "reply",
    AskPermission => "ask-permission",
    Approach => "approach",
    ReserveList => "reserve-list",
    OtherVacancies => "other-vacancies",
    Survey => "survey",
});

impl MessagePurpose {
    /// Whether it is about one application, which it then names.
    pub const fn needs_application(self) -> bool {
        match self {
            Self::ApplicationReceived
            | Self::MoreInformation
            | Self::Invitation
            | Self::Outcome
            | Self::Offer => true,
            Self::Reply
            | Self::AskPermission
            | Self::Approach
            | Self::ReserveList
            | Self::OtherVacancies
            | Self::Survey => false,
        }
    }

    /// Whether it goes to somebody who did not ask for it, who is told in each how to hear no more (CON-11).
    pub const fn needs_opt_out(self) -> bool {
        match self {
            Self::Approach | Self::ReserveList | Self::OtherVacancies | Self::Survey => true,
            Self::ApplicationReceived
            | Self::MoreInformation
            | Self::Invitation
            | Self::Outcome
            | Self::Offer
            | Self::Reply
            | Self::AskPermission => false,
        }
    }
}

#[cfg(test)]
mod tests;
