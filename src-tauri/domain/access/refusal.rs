//! The rule that said no.

use serde::{Deserialize, Serialize};

/// The rule that said no. None of them tells whether the thing exists (RULES A6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Refusal {
    /// No relation to the role in question (the notice's S91).
    NoRelation,
    /// The relation is there, but it does not reach this action or class (RULES A3).
    NotInRelation,
    /// Only HR may.
    HrOnly,
    /// The role in the organisation reads and does not change this (RULES A3).
    ReadOnly,
    /// The relation or the role has ended (RULES D10).
    Ended,
    /// No live induction to data protection yet (RULEBOOK ACC-07).
    NoInduction,
    /// Data protection training has lapsed (RULEBOOK ACC-07).
    TrainingLapsed,
    /// A conflict of interest was declared (RULES A4).
    Conflict,
    /// One's own access (RULES A5).
    OwnAccess,
    /// The vacancy is shortlisted blind and the application has not reached the stage (RULEBOOK ACC-01).
    Blind,
    /// A sealed class whose key the viewer does not hold (RULEBOOK ACC-03).
    Sealed,
    /// Equality answers, for someone who decides on the vacancy (RULEBOOK ACC-04).
    Decides,
    /// Equality answers of one person, for anyone (RULEBOOK ACC-04).
    CountedOnly,
    /// The use of the record is restricted, so that it is stored and nothing else (RULEBOOK RET-08; UK GDPR Art 18).
    Restricted,
    /// A timer's key, which starts the sweep and does nothing else (RULES A1).
    SweepOnly,
}

impl Refusal {
    /// Every refusal.
    pub const ALL: [Self; 15] = [
        Self::NoRelation,
        Self::NotInRelation,
        Self::HrOnly,
        Self::ReadOnly,
        Self::Ended,
        Self::NoInduction,
        Self::TrainingLapsed,
        Self::Conflict,
        Self::OwnAccess,
        Self::Blind,
        Self::Sealed,
        Self::Decides,
        Self::CountedOnly,
        Self::Restricted,
        Self::SweepOnly,
    ];

    /// A word for the journal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoRelation => "no-relation",
            Self::NotInRelation => "not-in-relation",
            Self::HrOnly => "hr-only",
            Self::ReadOnly => "read-only",
            Self::Ended => "ended",
            Self::NoInduction => "no-induction",
            Self::TrainingLapsed => "training-lapsed",
            Self::Conflict => "conflict",
            Self::OwnAccess => "own-access",
            Self::Blind => "blind",
            Self::Sealed => "sealed",
            Self::Decides => "decides",
            Self::CountedOnly => "counted-only",
            Self::Restricted => "restricted",
            Self::SweepOnly => "sweep-only",
        }
    }

    /// The rule that decided.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::NoRelation | Self::SweepOnly => "A1",
            Self::NotInRelation | Self::ReadOnly => "A3",
            Self::HrOnly => "A2",
            Self::Ended => "D10",
            Self::NoInduction | Self::TrainingLapsed => "ACC-07",
            Self::Conflict => "A4",
            Self::OwnAccess => "A5",
            Self::Blind => "ACC-01",
            Self::Sealed => "ACC-03",
            Self::Decides | Self::CountedOnly => "ACC-04",
            Self::Restricted => "RET-08",
        }
    }

    /// Why, in one sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoRelation => {
                "Only people with a part in the role may see this, and you have none (rule A1, the notice's \
                 promise on access)."
            }
            Self::NotInRelation => "Your part in this role does not include this (rule A3).",
            Self::HrOnly => "Only HR may do this (rule A2).",
            Self::ReadOnly => "Your role reads this and changes nothing (rule A3).",
            Self::Ended => "Your access has ended (rule D10).",
            Self::NoInduction => {
                "Nobody opens personal data before a live induction to data protection; ask HR to record yours \
                 (rule ACC-07)."
            }
            Self::TrainingLapsed => {
                "Your data protection training has lapsed: take a refresher and ask HR to record it (rule ACC-07)."
            }
            Self::Conflict => {
                "A conflict of interest was declared for you with this person (rule A4)."
            }
            Self::OwnAccess => {
                "Nobody gives access to themselves: ask a colleague in HR (rule A5)."
            }
            Self::Blind => {
                "This role is shortlisted without names: you see who it is when the application reaches the \
                 stage that was set (rule ACC-01)."
            }
            Self::Sealed => {
                "This is sealed, and only the people named for it hold the key (rule ACC-03)."
            }
            Self::Decides => {
                "Whoever decides on a role sees nothing of the equality answers there (rule ACC-04)."
            }
            Self::CountedOnly => {
                "Equality answers are counted over many people and never shown for one, to nobody (rule ACC-04)."
            }
            Self::Restricted => {
                "The use of this record is restricted: it is stored, and nothing else is done with it until HR or the data \
                 protection officer lifts that (rule RET-08)."
            }
            Self::SweepOnly => {
                "A timer’s key starts the sweep of what is due and does nothing else (rule A1)."
            }
        }
    }
}
