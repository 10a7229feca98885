//! The privacy notice: its versions, and who was given one.

use domain::notice::{NoticeChannel, NoticeExemption};

use super::Detail;

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "add-notice" => format!("Added {} of the privacy notice", version(detail)),
        "give-notice" => format!(
            "Recorded that a candidate was given {} of the privacy notice{}",
            version(detail),
            how(detail)
        ),
        "give-notice-to-many" => format!(
            "Recorded that {} were given {} of the privacy notice{}",
            detail.people(),
            version(detail),
            how(detail)
        ),
        "exempt-from-notice" => {
            let why = detail
                .word("exemption")
                .and_then(NoticeExemption::from_code)
                .map_or(String::new(), |why| format!(": {}", because(why)));
            format!("Recorded that a candidate need not be given the privacy notice{why}")
        }
        "take-back-notice" => {
            "Took back what was recorded of a candidate and the privacy notice".to_owned()
        }
        _ => return None,
    })
}

fn version(detail: &Detail) -> String {
    match detail.number("version") {
        Some(version) => format!("version {version}"),
        None => "a version".to_owned(),
    }
}

fn how(detail: &Detail) -> &'static str {
    match detail.word("channel").and_then(NoticeChannel::from_code) {
        Some(NoticeChannel::Form) => " with the form",
        Some(NoticeChannel::Email) => " by e-mail",
        Some(NoticeChannel::Post) => " by post",
        Some(NoticeChannel::InPerson) => " in person",
        None => "",
    }
}

const fn because(exemption: NoticeExemption) -> &'static str {
    match exemption {
        NoticeExemption::HasIt => "they have it already",
        NoticeExemption::Law => "a law lays it down",
        NoticeExemption::Secrecy => "professional secrecy forbids it",
        NoticeExemption::Disproportionate => "it is impossible or out of proportion",
        NoticeExemption::DefeatsPurpose => "it would defeat the purpose",
    }
}
