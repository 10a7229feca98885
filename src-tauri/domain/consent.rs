//! Permission (consent): one purpose, one wording, one act of the person (RULES P1 to P7, RULEBOOK CON-01 on).

mod term;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::text::Line;

pub(crate) use term::period_ends;
pub use term::{
    AskRefusal, MONTHS_BEFORE_ASKING_AGAIN, PermissionError, Term, check, check_withdrawal, may_ask,
};

/// What a permission is for. Each is asked for on its own (CON-02).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PermissionPurpose {
    /// Keep the record longer than six months (the notice's P13).
    KeepLonger,
    /// Be on the reserve list, and be kept for it (RULEBOOK S66 to S68).
    ReserveList,
    /// Hear of other vacancies (the notice's P10; CON-11). It keeps nothing.
    OtherVacancies,
    /// Be invited to surveys (the notice's P11). It keeps nothing.
    Surveys,
}

impl PermissionPurpose {
    /// Every purpose.
    pub const ALL: [Self; 4] = [
        Self::KeepLonger,
        Self::ReserveList,
        Self::OtherVacancies,
        Self::Surveys,
    ];

    /// Whether it can keep anything of the person.
    pub const fn keeps(self) -> bool {
        match self {
            Self::KeepLonger | Self::ReserveList => true,
            Self::OtherVacancies | Self::Surveys => false,
        }
    }

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::KeepLonger => "keep-longer",
            Self::ReserveList => "reserve-list",
            Self::OtherVacancies => "other-vacancies",
            Self::Surveys => "surveys",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}

/// How the person gave it. Silence and ticked boxes of ours are no ways (P2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum PermissionMeans {
    /// On a form the person filled in.
    Form,
    /// In an e-mail from the person.
    Email,
    /// In a letter from the person.
    Letter,
    /// Spoken, and confirmed to the person in writing.
    SpokenConfirmed,
}

impl PermissionMeans {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Form, Self::Email, Self::Letter, Self::SpokenConfirmed];

    /// The word the store and files hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Email => "email",
            Self::Letter => "letter",
            Self::SpokenConfirmed => "spoken-confirmed",
        }
    }

    /// Reads the word the store and files hold.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.code() == code)
    }
}

/// The wording that was put to the person, by version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The version that a permission record names.
    pub version: &'static str,
    /// The purpose it asks for.
    pub purpose: PermissionPurpose,
    /// What is read or sent to the person.
    pub text: &'static str,
}

/// The wordings in use. A new one is added with a new version; old permissions keep theirs (P7).
pub const WORDINGS: [Wording; 4] = [
    Wording {
        version: "keep-longer-2026-11",
        purpose: PermissionPurpose::KeepLonger,
        text: "May we keep your details for longer than six months after your application? We will keep them \
               until the date we tell you, for this purpose only. You can say no, or change your mind at any \
               time, and it changes nothing about an application that is under way.",
    },
    Wording {
        version: "reserve-list-2026-11",
        purpose: PermissionPurpose::ReserveList,
        text: "You met the requirements of the role. May we put you on our reserve list, look at your details \
               when a similar role opens, and contact you if you match it? We will keep your contact details, CV \
               and a summary of your assessment until the date we tell you. You can say no, or change your mind \
               at any time.",
    },
    Wording {
        version: "other-vacancies-2026-11",
        purpose: PermissionPurpose::OtherVacancies,
        text: "May we tell you of other vacancies that may interest you, until the date we tell you? We will use \
               your name and contact details for that only. You can say no, or change your mind at any time: every \
               message says how.",
    },
    Wording {
        version: "surveys-2026-11",
        purpose: PermissionPurpose::Surveys,
        text: "May we invite you to surveys about how we recruit, until the date we tell you? We will use your name \
               and contact details for that only, and your answers are not kept with your record. You can say no, or \
               change your mind at any time.",
    },
];

/// The wording in use for a purpose.
pub const fn wording(purpose: PermissionPurpose) -> Wording {
    match purpose {
        PermissionPurpose::KeepLonger => WORDINGS[0],
        PermissionPurpose::ReserveList => WORDINGS[1],
        PermissionPurpose::OtherVacancies => WORDINGS[2],
        PermissionPurpose::Surveys => WORDINGS[3],
    }
}

/// A permission as the person gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub struct PermissionDetails {
    /// The one purpose.
    pub purpose: PermissionPurpose,
    /// The day the person gave it.
    pub given_on: NaiveDate,
    /// For how many months from that day; the policy bounds it (at most 24).
    pub months: u8,
    /// How they gave it.
    pub means: PermissionMeans,
    /// Where the evidence is: "e-mail of 3 March", "form 2 of the interview pack".
    pub evidence: Line,
}

#[cfg(test)]
mod tests;
