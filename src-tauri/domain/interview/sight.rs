//! Who reads what others found, and when (RULEBOOK ACC-08, S93): before one's own is in, by no route. A draft is read by
//! its author alone, which no rule decides: nobody else has a key to it.

use crate::access::{ClassAccess, Sight};

/// What a viewer has to do with the interviews of one application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnPart {
    /// Whether feedback of theirs is still to come: they are on the panel of an interview that was not called off and
    /// to which the candidate did not fail to come, and have submitted nothing for it.
    pub owes: bool,
    /// Whether any of theirs was submitted.
    pub submitted: bool,
}

/// How much of others' submitted feedback is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedbackSight {
    /// Nothing; one's own apart.
    Nothing,
    /// Nothing until one's own is in; one's own apart.
    UntilOwn,
    /// What was given, without words and names.
    Summary,
    /// All of it.
    Everything,
}

/// How much of others' feedback on an application is read, by the class access and the sight that a permit gives.
///
/// Whoever still owes feedback reads nobody else's, whatever their role: HR and managers on a panel too. Where names are
/// withheld, words are as well: an interviewer knows whom they met, and writes it.
pub const fn feedback_sight(access: ClassAccess, sight: Sight, own: OwnPart) -> FeedbackSight {
    let by_class = match access {
        ClassAccess::Withheld(_) | ClassAccess::Status | ClassAccess::Aggregate => {
            return FeedbackSight::Nothing;
        }
        ClassAccess::Summary => FeedbackSight::Summary,
        ClassAccess::Own if !own.submitted => return FeedbackSight::UntilOwn,
        ClassAccess::Own | ClassAccess::Submitted | ClassAccess::Read | ClassAccess::Write => {
            FeedbackSight::Everything
        }
    };
    if own.owes {
        return FeedbackSight::UntilOwn;
    }
    match sight {
        Sight::Blind => FeedbackSight::Summary,
        Sight::NameOnly | Sight::Full => by_class,
    }
}
