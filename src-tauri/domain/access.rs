//! Who may do what to whom, and why (RULES A1 to A6; RULEBOOK §9; the notice, "Who has access").
//!
//! There is one decision, [`decide()`]. It weighs the viewer, the action and the subject on a day, and answers
//! with a [`Permit`] or a [`Refusal`]. A permit has no public constructor, and every function of the store
//! that touches personal data takes one: a skipped check does not compile.
//!
//! What comes first: training (nobody without it opens personal data), one's own access (nobody gives it to
//! themselves), a declared conflict of interest; then the role in the organisation; then the parts in
//! vacancies and teams. A permit on a candidate says class by class what may be shown ([`DataClass`]).

mod action;
mod alias;
mod class;
mod decide;
mod expired;
mod grant;
mod holding;
mod permit;
mod policy;
mod refusal;
mod review;
mod role;
mod shown;
mod subject;
mod table;
mod viewer;

pub use action::*;
pub use alias::{Alias, Called};
pub use class::{ClassAccess, Classes, DataClass};
pub use decide::decide;
pub use expired::Expired;
pub use grant::{Grant, GrantScope, Relation};
pub use holding::leaves_hr;
pub use permit::{Permit, Reach, Scope, Sight};
pub use policy::AccessPolicy;
pub use refusal::Refusal;
pub use review::{Way, ways};
pub use role::Role;
pub use shown::Shown;
pub use subject::{Applied, Subject, VacancyFacts};
pub use viewer::{RoleHeld, Viewer};

#[cfg(test)]
mod tests;
