//! What may be given to whom: purposes with their lawful bases, the registers of recipients, agreements, transfers and
//! impact assessments, and the rule that weighs a disclosure against them (RULEBOOK §1.1, §10, §12; RULES X1 to X5).

mod country;
mod matrix;
mod purpose;
mod register;
mod rule;

pub use country::{ADEQUATE_AS_OF, Country, Destination};
pub use matrix::{NOTICE, in_the_notice, minimum};
pub use purpose::{LawfulBasis, Purpose, PurposeRefusal, PurposeTerms, SpecialCondition};
pub use register::{
    Agreement, Approval, Clause, Dpia, Item, ItemKind, ItemProblem, Mechanism, Recipient, Residual,
    Standing, Transfer, WARN_DAYS, asks_for, check_item, reviewed, standing,
};
pub use rule::{
    Allowed, Held, LegalGround, Proposed, SharingRefusal, about_recipient, may_be_given,
};

#[cfg(test)]
mod tests;
