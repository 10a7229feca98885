//! The privacy notice and who was given it.

use std::collections::BTreeSet;

use domain::notice::{NoticeChannel, NoticeExemption, NoticeText};
use domain::source::SourceCategory;
use domain::text::Prose;
use records::notice::{
    self, AddNoticeVersion, ExemptFromNotice, GiveNotice, GiveNoticeToMany, TakeBackNotice,
};
use records::view::Nothing;

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World};

/// What reads.
pub(super) fn read(world: &mut World, who: Who, command: &str) -> Option<Answer> {
    Some(match command {
        "list_notice_versions" => answer(world.read(who, |desk| notice::list(desk, Nothing {}))),
        "notice_choices" => answer(world.read(who, |desk| notice::choices(desk, Nothing {}))),
        _ => return None,
    })
}

/// What writes. Each is let in and changes nothing: there is no version, and nothing recorded of whom it is called about.
pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case { candidate, .. } = case;
    Some(match command {
        "add_notice_version" => answer(world.write(who, |desk| {
            let notice = NoticeText {
                text: Prose::default(),
                in_force_from: TODAY,
                contains: BTreeSet::new(),
                related: Vec::new(),
            };
            notice::add(desk, AddNoticeVersion { seen: 0, notice })
        })),
        "give_notice" => answer(world.write(who, |desk| {
            let request = GiveNotice {
                candidate,
                version: 1,
                on: TODAY,
                channel: NoticeChannel::Email,
            };
            notice::give(desk, request)
        })),
        "give_notice_to_many" => answer(world.write(who, |desk| {
            let request = GiveNoticeToMany {
                source: SourceCategory::Website,
                seen: 0,
                version: 1,
                channel: NoticeChannel::Form,
                on: None,
            };
            notice::give_to_many(desk, request)
        })),
        "exempt_from_notice" => answer(world.write(who, |desk| {
            let request = ExemptFromNotice {
                candidate,
                exemption: NoticeExemption::HasIt,
                reason: None,
            };
            notice::exempt(desk, request)
        })),
        "take_back_notice" => answer(world.write(who, |desk| {
            let request = TakeBackNotice {
                candidate,
                version: Some(1),
            };
            notice::take_back(desk, request)
        })),
        _ => return None,
    })
}
