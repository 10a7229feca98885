//! Messages and templates.

use domain::access::Shown;
use domain::correspondence::{MessageChannel, MessageDirection, MessagePurpose};
use domain::id::{CandidateId, DocumentId, MessageTemplateId};
use domain::text::Prose;
use intake::mail::mail_of;
use records::correspondence;
use records::correspondence::{
    CorrespondenceOf, HandOver, HandOverWay, HandedOver, OneMessage, OneTemplate, OpenMail,
    RecordMessage, SaveMessageDraft, SaveTemplate, TemplateFields,
};
use records::view::Nothing;

use super::{Answer, Case, answer};
use crate::who::Who;
use crate::world::{TODAY, World, line};

pub(super) fn call(world: &mut World, who: Who, command: &str, case: Case) -> Option<Answer> {
    let Case {
        candidate,
        application,
        at,
        ..
    } = case;
    Some(match command {
        "open_message" | "remove_message" => {
            // The latest of the candidate's, guessed where it may not be seen.
            let known = world
                .read(Who::Hr, |desk| {
                    correspondence::list(desk, CorrespondenceOf { candidate })
                })
                .ok()
                .and_then(|view| match view.messages {
                    Shown::Shown { value } => value.first().map(|each| each.message),
                    Shown::Withheld { .. } => None,
                });
            let asked = OneMessage {
                candidate,
                message: known.unwrap_or_else(|| DocumentId::new(at)),
            };
            if command == "open_message" {
                answer(world.write(who, |desk| correspondence::open(desk, asked)))
            } else {
                answer(world.write(who, |desk| correspondence::remove(desk, asked)))
            }
        }
        "open_draft" => answer(world.write(who, |desk| {
            correspondence::open_draft(desk, CorrespondenceOf { candidate })
        })),
        "discard_draft" => answer(world.write(who, |desk| {
            correspondence::discard_draft(desk, CorrespondenceOf { candidate })
        })),
        "save_draft" => answer(world.write(who, |desk| {
            correspondence::save_draft(desk, draft(candidate))
        })),
        // Each asks for the system's dialog or another program in between: these are the halves.
        "hand_over_message" => {
            let asked = HandOver {
                candidate,
                way: HandOverWay::File,
                confirmed: true,
                listed: None,
                carries_notice: false,
            };
            let kept = world.write(who, |desk| {
                correspondence::save_draft(desk, draft(candidate))
            });
            let given = world.write(who, |desk| correspondence::prepare_hand_over(desk, asked));
            let handed = world.write(who, |desk| correspondence::hand_over(desk, asked));
            assert_eq!(
                (kept.is_ok(), given.is_ok()),
                (handed.is_ok(), handed.is_ok()),
                "{who:?}: the halves say the same"
            );
            answer(given.map(|given| match given {
                HandedOver::File(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                HandedOver::Address(address) => address,
            }))
        }
        "choose_mail" => {
            let of = CorrespondenceOf { candidate };
            let checked = world.read(who, |desk| correspondence::check_recording(desk, of));
            let held = world.read(who, |desk| {
                let mail = mail_of(b"Subject: Hello\r\n\r\nWords").expect("a message");
                correspondence::hold_mail(desk, (candidate, OpenMail::from_mail(&mail)))
            });
            assert_eq!(
                checked.is_ok(),
                held.is_ok(),
                "{who:?}: both halves say the same"
            );
            answer(held)
        }
        "record_message" => answer(world.write(who, |desk| {
            let request = RecordMessage {
                candidate,
                application,
                direction: MessageDirection::In,
                channel: MessageChannel::Letter,
                purpose: MessagePurpose::Reply,
                on: TODAY,
                with: None,
                subject: None,
                body: Prose::parse("Some words").expect("words"),
                confirmed: false,
                mail: None,
                attachments: Vec::new(),
            };
            correspondence::record(desk, request)
        })),
        "save_template" => answer(world.write(who, |desk| {
            let request = SaveTemplate {
                of: None,
                fields: template_fields(&MessageTemplateId::new(at).uuid().to_string()),
            };
            correspondence::save_template(desk, request)
        })),
        "remove_template" => {
            let template = correspondence_template(world);
            let asked = OneTemplate {
                template,
                revision: 1,
            };
            answer(world.write(who, |desk| correspondence::remove_template(desk, asked)))
        }
        _ => return None,
    })
}

/// A template that HR made.
pub(super) fn correspondence_template(world: &mut World) -> MessageTemplateId {
    let made = |world: &mut World| {
        let known = world
            .read(Who::Hr, |desk| correspondence::templates(desk, Nothing {}))
            .expect("HR reads templates");
        known
            .templates
            .iter()
            .find(|known| known.name == "Received")
            .map(|known| known.template)
    };
    if let Some(template) = made(world) {
        return template;
    }
    let request = SaveTemplate {
        of: None,
        fields: template_fields("Received"),
    };
    world
        .write(Who::Hr, |desk| correspondence::save_template(desk, request))
        .expect("HR makes templates");
    made(world).expect("the template")
}

fn template_fields(name: &str) -> TemplateFields {
    TemplateFields {
        purpose: MessagePurpose::ApplicationReceived,
        name: line(name),
        subject: line("Received"),
        body: Prose::parse("Dear {candidate name}").expect("words"),
    }
}

fn draft(candidate: CandidateId) -> SaveMessageDraft {
    SaveMessageDraft {
        candidate,
        application: None,
        purpose: MessagePurpose::Reply,
        subject: Prose::parse("Hello").expect("words"),
        body: Prose::parse("Some words").expect("words"),
    }
}
