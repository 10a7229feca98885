//! Whether a message may be sent: its purpose, the lawful basis that the notice gives it, and what has to be so for it.

use chrono::NaiveDate;
use thiserror::Error;

use super::MessagePurpose;
use crate::consent::{AskRefusal, PermissionPurpose, Term, may_ask};
use crate::dates::plain;
use crate::id::ApplicationId;
use crate::retention::{ApplicationFacts, PersonFacts, RetentionPolicy, erase_on};

/// What a message that its reader did not ask for has in it, so that they can hear no more (CON-11).
pub const OPT_OUT: &str =
    "If you do not want to hear from us about this again, answer this message and say so.";

/// A lawful basis of UK GDPR Art 6(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LawfulBasis {
    /// Permission.
    Permission,
    /// Steps before a contract, at the person's request.
    Contract,
    /// Legitimate interests.
    LegitimateInterests,
}

impl LawfulBasis {
    /// As people name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Permission => "permission, Art 6(1)(a)",
            Self::Contract => "steps before a contract, Art 6(1)(b)",
            Self::LegitimateInterests => "legitimate interests, Art 6(1)(f)",
        }
    }
}

/// What a message stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The notice's purpose (RULEBOOK 1.1): `P7`.
    pub purpose: &'static str,
    /// What the notice calls it.
    pub named: &'static str,
    /// Its lawful basis.
    pub basis: LawfulBasis,
}

impl Basis {
    /// In one plain sentence.
    pub fn sentence(self) -> String {
        format!("Sent {}: {}.", self.named, self.basis.name())
    }
}

impl MessagePurpose {
    /// What a message for it stands on, where it may be sent.
    pub const fn basis(self) -> Basis {
        const fn of(purpose: &'static str, named: &'static str, basis: LawfulBasis) -> Basis {
            Basis {
                purpose,
                named,
                basis,
            }
        }
        match self {
            Self::MoreInformation | Self::Invitation | Self::Offer => of(
                "P1",
                "to move their application forward",
                LawfulBasis::Contract,
            ),
            Self::ApplicationReceived | Self::Outcome => of(
                "P7",
                "to tell them how their application stands",
                LawfulBasis::LegitimateInterests,
            ),
            Self::Reply | Self::AskPermission => of(
                "P3",
                "to reply and communicate with them",
                LawfulBasis::LegitimateInterests,
            ),
            Self::Approach => of(
                "P4",
                "to approach them as a good fit",
                LawfulBasis::LegitimateInterests,
            ),
            Self::ReserveList => of(
                "P13",
                "to consult the reserve list that they agreed to be on",
                LawfulBasis::Permission,
            ),
            Self::OtherVacancies => of(
                "P10",
                "to tell them of other vacancies",
                LawfulBasis::Permission,
            ),
            Self::Survey => of("P11", "to invite them to a survey", LawfulBasis::Permission),
        }
    }
}

/// What the rule needs to know.
#[derive(Clone, Copy, Debug)]
pub struct SendFacts<'a> {
    /// Of the person.
    pub person: &'a PersonFacts,
    /// The application that the message is about.
    pub application: Option<ApplicationId>,
    /// Whether they asked not to be approached, or objected to it (ERA-09).
    pub asked_not_to_be_approached: bool,
    /// Whether a message of theirs is here.
    pub wrote: bool,
    /// Whether they have to be given the privacy notice first, and this message does not carry it (NOT-02).
    pub notice_first: bool,
}

/// Why a message may not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SendRefusal {
    /// Whoever is due for erasure is as good as gone.
    #[error("the record is due")]
    RecordDue {
        /// Since when.
        on: NaiveDate,
    },
    /// The purpose is about an application, and none is named.
    #[error("no application is named")]
    NoApplication,
    /// Nothing is moved forward any more.
    #[error("the application has ended")]
    ApplicationEnded {
        /// When.
        on: NaiveDate,
    },
    /// There is no outcome to tell.
    #[error("the application has no outcome")]
    NoOutcome,
    /// They asked not to be approached.
    #[error("the person asked not to be approached")]
    NotToApproach,
    /// They neither applied nor wrote.
    #[error("there is nothing to reply to")]
    NothingToReplyTo,
    /// They may not be asked now.
    #[error("the person must not be asked now")]
    NotToAsk(AskRefusal),
    /// No permission of theirs allows it today.
    #[error("no live permission")]
    NoPermission(PermissionPurpose),
    /// Others gave their details, and they were not given the privacy notice.
    #[error("the privacy notice comes first")]
    NoticeFirst,
}

impl SendRefusal {
    /// The rule that refuses.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::RecordDue { .. } => "RET-02",
            Self::NoApplication | Self::ApplicationEnded { .. } => "P1",
            Self::NoOutcome => "P7",
            Self::NotToApproach => "ERA-09",
            Self::NothingToReplyTo => "P3",
            Self::NotToAsk(refusal) => refusal.rule(),
            Self::NoticeFirst => "NOT-02",
            Self::NoPermission(PermissionPurpose::ReserveList) => "RET-05",
            Self::NoPermission(
                PermissionPurpose::KeepLonger
                | PermissionPurpose::OtherVacancies
                | PermissionPurpose::Surveys,
            ) => "CON-11",
        }
    }

    /// Why, in one plain sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::RecordDue { on } => format!(
                "Their record was due for erasure on {}, so nothing more is sent to them.",
                plain(on)
            ),
            Self::NoApplication => {
                "A message for this purpose is about an application: choose which.".to_owned()
            }
            Self::ApplicationEnded { on } => format!(
                "The application ended on {}: there is nothing to move forward any more.",
                plain(on)
            ),
            Self::NoOutcome => {
                "The application has no outcome yet: record it before the person is told.".to_owned()
            }
            Self::NotToApproach => {
                "They asked not to be approached: they are written to about their own applications only."
                    .to_owned()
            }
            Self::NothingToReplyTo => {
                "They neither applied nor wrote to you, so there is nothing to reply to.".to_owned()
            }
            Self::NotToAsk(refusal) => refusal.sentence(),
            Self::NoticeFirst => {
                "Their details came from somebody else, and nothing says that they were given the privacy notice: this \
                 message has to carry it."
                    .to_owned()
            }
            Self::NoPermission(PermissionPurpose::ReserveList) => {
                "They gave no permission to be on the reserve list that is live today: ask them first.".to_owned()
            }
            Self::NoPermission(PermissionPurpose::Surveys) => {
                "They gave no permission to be invited to surveys that is live today: ask them first.".to_owned()
            }
            Self::NoPermission(PermissionPurpose::KeepLonger | PermissionPurpose::OtherVacancies) => {
                "They gave no permission to hear of other vacancies that is live today: ask them first.".to_owned()
            }
        }
    }
}

/// Whether a message for a purpose may be sent to somebody on a day, and what it then stands on.
///
/// # Errors
/// [`SendRefusal`] with the sentence to show.
pub fn may_send(
    purpose: MessagePurpose,
    facts: &SendFacts<'_>,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Result<Basis, SendRefusal> {
    if let Some(on) = erase_on(facts.person, policy, today).filter(|on| *on <= today) {
        return Err(SendRefusal::RecordDue { on });
    }
    let applied = !facts.person.applications.is_empty();
    match purpose {
        MessagePurpose::ApplicationReceived
        | MessagePurpose::MoreInformation
        | MessagePurpose::Invitation
        | MessagePurpose::Offer => {
            if let Some((_, on)) = named(facts)?.ended() {
                return Err(SendRefusal::ApplicationEnded { on });
            }
        }
        MessagePurpose::Outcome => {
            named(facts)?.ended().ok_or(SendRefusal::NoOutcome)?;
        }
        MessagePurpose::Reply => {
            if !applied && !facts.wrote {
                return Err(SendRefusal::NothingToReplyTo);
            }
        }
        MessagePurpose::AskPermission => {
            approachable(facts)?;
            let mut applications = facts.person.applications.iter();
            let runs = applications.any(|application| application.ended().is_none());
            may_ask(PermissionPurpose::KeepLonger, runs, None, today)
                .map_err(SendRefusal::NotToAsk)?;
        }
        MessagePurpose::Approach => approachable(facts)?,
        MessagePurpose::ReserveList => {
            permitted(facts, PermissionPurpose::ReserveList, policy, today)?;
        }
        MessagePurpose::OtherVacancies => {
            permitted(facts, PermissionPurpose::OtherVacancies, policy, today)?;
        }
        MessagePurpose::Survey => {
            permitted(facts, PermissionPurpose::Surveys, policy, today)?;
        }
    }
    if facts.notice_first {
        return Err(SendRefusal::NoticeFirst);
    }
    Ok(purpose.basis())
}

/// The application that the message is about.
fn named<'a>(facts: &SendFacts<'a>) -> Result<&'a ApplicationFacts, SendRefusal> {
    let wanted = facts.application.ok_or(SendRefusal::NoApplication)?;
    facts
        .person
        .applications
        .iter()
        .find(|known| known.application == wanted)
        .ok_or(SendRefusal::NoApplication)
}

/// An objection stops outreach at once, whatever was permitted before (S50); an own application is no outreach.
const fn approachable(facts: &SendFacts<'_>) -> Result<(), SendRefusal> {
    if facts.asked_not_to_be_approached || facts.person.objected_on.is_some() {
        Err(SendRefusal::NotToApproach)
    } else {
        Ok(())
    }
}

fn permitted(
    facts: &SendFacts<'_>,
    purpose: PermissionPurpose,
    policy: &RetentionPolicy,
    today: NaiveDate,
) -> Result<(), SendRefusal> {
    approachable(facts)?;
    let live = facts.person.permissions.iter().any(|permission| {
        let term = Term::new(
            permission.given_on,
            permission.months,
            permission.withdrawn_on,
            policy,
        );
        permission.purpose == purpose && term.is_live(today)
    });
    if live {
        Ok(())
    } else {
        Err(SendRefusal::NoPermission(purpose))
    }
}
