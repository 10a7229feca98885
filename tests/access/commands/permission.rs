//! Permissions, the reserve list, disclosures and holds.

use domain::consent::{PermissionDetails, PermissionMeans, PermissionPurpose};
use domain::hold::{HoldDetails, HoldReason};
use domain::id::{
    DisclosureId, HoldId, PermissionId, RecipientNoticeId, ReserveContactId, ReserveEntryId,
};
use domain::reserve::{ContactChannel, ContactOutcome, ReserveOffers};
use domain::retention::DataClass;
use domain::text::{Email, Prose};
use records::approach::AllowApproach;
use records::disclosure::{RecordDisclosure, TakeBackDisclosure};
use records::hold::{PlaceHold, ReleaseHold, ReviewHold};
use records::permission::{RecordPermission, WithdrawPermission};
use records::recipients::TellRecipient;
use records::reserve::{
    AddToReserve, AnswerContact, ChangeReservePlace, RecordContact, RemoveFromReserve,
    RenewReservePlace,
};
use records::{Error, approach, disclosure, hold, permission, recipients, reserve};

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World, line};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case {
        candidate,
        vacancy,
        application,
        at,
        ..
    } = case;
    let permission = PermissionDetails {
        purpose: PermissionPurpose::KeepLonger,
        given_on: TODAY,
        months: 6,
        means: PermissionMeans::Form,
        evidence: line("Form 1"),
    };
    Some(match command {
        "record_permission" => answer(world.write(who, |desk| {
            permission::record(
                desk,
                RecordPermission {
                    candidate,
                    details: permission,
                },
            )
        })),
        "withdraw_permission" => answer(world.write(who, |desk| {
            permission::withdraw(
                desk,
                WithdrawPermission {
                    candidate,
                    permission: PermissionId::new(at),
                },
            )
        })),
        "record_disclosure" => answer(world.write(who, |desk| {
            disclosure::record(
                desk,
                RecordDisclosure {
                    candidate,
                    application: None,
                    purpose: None,
                    recipient: None,
                    classes: [DataClass::Form].into(),
                    reason: None,
                    legal: None,
                    on: TODAY,
                },
            )
        })),
        "take_back_disclosure" => answer(world.write(who, |desk| {
            let disclosure = DisclosureId::new(at);
            disclosure::take_back(
                desk,
                TakeBackDisclosure {
                    candidate,
                    disclosure,
                },
            )
        })),
        "tell_recipient" => answer(world.write(who, |desk| {
            let notice = RecipientNoticeId::new(at);
            recipients::tell(desk, TellRecipient { notice, on: TODAY })
        })),
        "place_hold" => answer(world.write(who, |desk| {
            let details = HoldDetails {
                reason: HoldReason::Claim,
                reference: None,
                review_by: TODAY,
            };
            hold::place(
                desk,
                PlaceHold {
                    candidate,
                    details,
                    application: None,
                },
            )
        })),
        "review_hold" => answer(world.write(who, |desk| {
            hold::review(
                desk,
                ReviewHold {
                    candidate,
                    hold: HoldId::new(at),
                    review_by: TODAY,
                },
            )
        })),
        "release_hold" => answer(world.write(who, |desk| {
            hold::release(
                desk,
                ReleaseHold {
                    candidate,
                    hold: HoldId::new(at),
                },
            )
        })),
        "add_to_reserve" => answer(world.write(who, |desk| {
            reserve::add(
                desk,
                AddToReserve {
                    candidate,
                    application: application.ok_or(Error::NotFound)?,
                    permission: None,
                    roles: line("Any"),
                    merit: Prose::default(),
                    offers: ReserveOffers::default(),
                    until: None,
                },
            )
        })),
        "remove_from_reserve" => answer(world.write(who, |desk| {
            reserve::remove(
                desk,
                RemoveFromReserve {
                    candidate,
                    entry: ReserveEntryId::new(at),
                },
            )
        })),
        "change_reserve_place" => answer(world.write(who, |desk| {
            reserve::change(
                desk,
                ChangeReservePlace {
                    candidate,
                    entry: ReserveEntryId::new(at),
                    roles: line("Any"),
                    merit: Prose::default(),
                    offers: ReserveOffers::default(),
                    until: None,
                },
            )
        })),
        "renew_reserve_place" => answer(world.write(who, |desk| {
            reserve::renew(
                desk,
                RenewReservePlace {
                    candidate,
                    entry: ReserveEntryId::new(at),
                    details: permission,
                },
            )
        })),
        "record_contact" => answer(world.write(who, |desk| {
            reserve::record_contact(
                desk,
                RecordContact {
                    candidate,
                    entry: ReserveEntryId::new(at),
                    vacancy,
                    on: TODAY,
                    channel: ContactChannel::Email,
                },
            )
        })),
        "answer_contact" => answer(world.write(who, |desk| {
            reserve::answer_contact(
                desk,
                AnswerContact {
                    candidate,
                    contact: ReserveContactId::new(at),
                    outcome: ContactOutcome::NotNow,
                    on: TODAY,
                },
            )
        })),
        "allow_approach" => answer(world.write(who, |desk| {
            approach::allow(
                desk,
                AllowApproach {
                    email: Email::parse("nobody@example.org").expect("an address"),
                },
            )
        })),
        _ => return None,
    })
}
