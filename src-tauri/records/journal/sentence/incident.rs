//! Incidents: reported, answered, closed.

use super::{Detail, counted};

pub(super) fn sentence(action: &str, detail: &Detail) -> Option<String> {
    Some(match action {
        "report-incident" => "Reported an incident".to_owned(),
        "set-awareness" => "Said when the organisation became aware of an incident".to_owned(),
        "name-affected" => format!("Named {} as affected by an incident", detail.people()),
        "name-reach" => format!(
            "Named {} whose records a lost laptop could open",
            detail.people()
        ),
        "name-nobody" => "Said that an incident affects no candidate".to_owned(),
        "take-out-affected" => "Took out somebody who is not affected by an incident".to_owned(),
        "list-affected" => "Listed who is affected by an incident".to_owned(),
        "assess-incident" => match detail.word("risk") {
            Some("unlikely") => "Assessed an incident: a risk is unlikely".to_owned(),
            Some("risk") => "Assessed an incident: a risk".to_owned(),
            Some("high") => "Assessed an incident: a high risk".to_owned(),
            Some(_) | None => "Assessed an incident".to_owned(),
        },
        "decide-incident" => match detail.word("ico") {
            Some("reported") => "Recorded that the ICO was told of an incident".to_owned(),
            Some("not-reported") => "Decided not to tell the ICO of an incident".to_owned(),
            Some(_) | None => "Decided whether the ICO is told of an incident".to_owned(),
        },
        "tell-affected" => format!(
            "Noted that {} affected by an incident were told",
            detail.people()
        ),
        "except-telling" => {
            "Noted why people affected by an incident are not told one by one".to_owned()
        }
        "note-measures" => "Noted what was done about an incident".to_owned(),
        "close-incident" => "Closed an incident".to_owned(),
        "forget-incidents" => format!(
            "Let go of {} closed six years ago",
            counted(detail.number("incidents"), "incident", "incidents")
        ),
        _ => return None,
    })
}
