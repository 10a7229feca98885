//! Accounts: what they may, and by which passphrase.

use domain::access::AccessPolicy;
use domain::compartment::Compartment;
use records::keys::{ChangePassphrase, ConfirmRecoverySheet, RemoveAccount, ResetPassphrase};
use records::organisation::{AddAccount, Passphrase, SetBankHolidays};
use records::people::{
    ChangeRole, EndPart, GiveCompartment, GrantAudit, NameDirector, PartScope, RecordTraining,
    TakeCompartment, TrainingWay,
};
use records::view::Nothing;
use records::{keys, organisation, people};

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World, line};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case {
        vacancy,
        at,
        nobody,
        ..
    } = case;
    Some(match command {
        "add_account" => answer(world.write(who, |desk| {
            let passphrase = Passphrase::new("short".to_owned().into());
            organisation::add_account(
                desk,
                AddAccount {
                    name: line("Somebody"),
                    role: domain::access::Role::Member,
                    until: None,
                    inducted_on: None,
                    passphrase,
                },
            )
        })),
        "change_role" => answer(world.write(who, |desk| {
            people::change_role(
                desk,
                ChangeRole {
                    account: nobody,
                    role: domain::access::Role::Member,
                    until: None,
                },
            )
        })),
        "name_director" => answer(world.write(who, |desk| {
            people::name_director(
                desk,
                NameDirector {
                    account: nobody,
                    team: domain::id::TeamId::new(at),
                    until: None,
                },
            )
        })),
        "give_compartment" => answer(world.write(who, |desk| {
            people::give_compartment(
                desk,
                GiveCompartment {
                    account: nobody,
                    compartment: Compartment::HealthAndAdjustments,
                },
            )
        })),
        "take_compartment" => answer(world.write(who, |desk| {
            people::take_compartment(
                desk,
                TakeCompartment {
                    account: nobody,
                    compartment: Compartment::HealthAndAdjustments,
                },
            )
        })),
        "end_part" => answer(world.write(who, |desk| {
            people::end_part(
                desk,
                EndPart {
                    account: nobody,
                    relation: domain::access::Relation::Interviewer,
                    scope: PartScope::Vacancy { vacancy },
                },
            )
        })),
        "grant_audit" => answer(world.write(who, |desk| {
            people::grant_audit(
                desk,
                GrantAudit {
                    account: nobody,
                    scope: PartScope::Vacancy { vacancy },
                    from: TODAY,
                    until: TODAY,
                },
            )
        })),
        "record_training" => answer(world.write(who, |desk| {
            people::record_training(
                desk,
                RecordTraining {
                    account: nobody,
                    way: TrainingWay::Live,
                    held_on: TODAY,
                },
            )
        })),
        "set_bank_holidays" => answer(world.write(who, |desk| {
            let nation = domain::holidays::Nation::default();
            organisation::set_bank_holidays(desk, SetBankHolidays { nation })
        })),
        "set_access_policy" => answer(world.write(who, |desk| {
            people::set_policy(
                desk,
                AccessPolicy {
                    auditor_days: 0,
                    ..AccessPolicy::default()
                },
            )
        })),
        "remove_account" => answer(world.write(who, |desk| {
            keys::remove_account(
                desk,
                RemoveAccount {
                    account: domain::id::AccountId::new(at),
                },
            )
        })),
        "reset_passphrase" => answer(world.write(who, |desk| {
            keys::reset_passphrase(
                desk,
                ResetPassphrase {
                    account: nobody,
                    passphrase: Passphrase::new("short".to_owned().into()),
                },
            )
        })),
        "change_passphrase" => answer(world.write(who, |desk| {
            let short = || Passphrase::new("short".to_owned().into());
            keys::change_passphrase(
                desk,
                ChangePassphrase {
                    current: short(),
                    passphrase: short(),
                },
            )
        })),
        "make_recovery_sheet" => {
            answer(world.write(who, |desk| keys::make_recovery_sheet(desk, Nothing {})))
        }
        "confirm_recovery_sheet" => answer(world.write(who, |desk| {
            keys::confirm_recovery_sheet(
                desk,
                ConfirmRecoverySheet {
                    code: Passphrase::new("not a code".to_owned().into()),
                },
            )
        })),
        _ => return None,
    })
}
