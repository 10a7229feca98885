//! Something a viewer may see, or the reason why not.

use serde::{Deserialize, Serialize};

use super::permit::Sight;
use super::refusal::Refusal;

/// Something a viewer may see, or the reason why not: never an empty text in place of a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Shown<T> {
    /// The thing.
    Shown {
        /// What may be seen.
        value: T,
    },
    /// Held back.
    Withheld {
        /// The rule that holds it back.
        rule: String,
        /// Why, in one sentence.
        because: String,
    },
}

impl<T> Shown<T> {
    /// Shows a value that reaches the person, or tells of their record, only under full sight.
    pub fn under(sight: Sight, value: T) -> Self {
        match sight {
            Sight::Full => Self::Shown { value },
            Sight::NameOnly => Self::Withheld {
                rule: Refusal::NotInRelation.rule().to_owned(),
                because: "Your part in the role shows what it takes to assess, not contact details (rule A3)."
                    .to_owned(),
            },
            Sight::Blind => Self::withheld(Refusal::Blind),
        }
    }

    /// Shows a value to everyone but those who must not know whose it is.
    pub fn unless_blind(sight: Sight, value: T) -> Self {
        match sight {
            Sight::Full | Sight::NameOnly => Self::Shown { value },
            Sight::Blind => Self::withheld(Refusal::Blind),
        }
    }

    /// Holds back, by a refusal's rule.
    pub fn withheld(refusal: Refusal) -> Self {
        Self::Withheld {
            rule: refusal.rule().to_owned(),
            because: refusal.sentence().to_owned(),
        }
    }
}
