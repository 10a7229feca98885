//! Purposes and registers.

use domain::id::RegisterItemId;
use domain::sharing::{Dpia, Item, Purpose, Residual, in_the_notice};
use records::disclosure::{self, DisclosureChoicesOf};
use records::promise;
use records::purpose::{self, SetPurpose};
use records::register::{self, AddRegisterItem, ChangeRegisterItem, ReviewRegisterItem};
use records::view::Nothing;

use super::{Answer, Case, Target, answer};
use crate::who::Who;
use crate::world::{TODAY, World, line};

/// What reads.
pub(super) fn read(world: &mut World, who: Who, command: &str, target: Target) -> Option<Answer> {
    let Target { candidate, .. } = target;
    Some(match command {
        "list_promises" => answer(world.read(who, |desk| promise::list(desk, Nothing {}))),
        "list_purposes" => answer(world.read(who, |desk| purpose::list(desk, Nothing {}))),
        "list_registers" => answer(world.read(who, |desk| register::list(desk, Nothing {}))),
        "disclosure_choices" => answer(world.read(who, |desk| {
            disclosure::choices(desk, DisclosureChoicesOf { candidate })
        })),
        _ => return None,
    })
}

/// What writes.
pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let item = RegisterItemId::new(case.at);
    // Overdue before it is kept, so that it is let in and not kept.
    let line = Item::Dpia(Dpia {
        title: line("Vetting"),
        purposes: [Purpose::Vetting].into(),
        measures: line("The result alone"),
        residual: Residual::Low,
        consulted_on: None,
        signed_off_on: TODAY,
        owner: line("HR"),
        review_on: TODAY,
    });
    Some(match command {
        "set_purpose" => answer(world.write(who, |desk| {
            let purpose = Purpose::Reply;
            let terms = in_the_notice(purpose).expect("terms");
            purpose::set(
                desk,
                SetPurpose {
                    purpose,
                    version: 1,
                    terms,
                },
            )
        })),
        "add_register_item" => {
            answer(world.write(who, |desk| register::add(desk, AddRegisterItem { line })))
        }
        "change_register_item" => answer(world.write(who, |desk| {
            register::change(
                desk,
                ChangeRegisterItem {
                    item,
                    revision: 1,
                    line,
                },
            )
        })),
        "review_register_item" => answer(world.write(who, |desk| {
            register::review(
                desk,
                ReviewRegisterItem {
                    item,
                    revision: 1,
                    review_on: TODAY,
                },
            )
        })),
        _ => return None,
    })
}
