//! The file by which an interview gets into calendars (RFC 5545).
//!
//! It names the role, the place and the organisation, and nobody: it ends up in calendars on telephones and servers that
//! no erasure reaches, and is given to the panel and to the candidate alike.

use chrono::{DateTime, Utc};

use super::InterviewState;
use super::when::{InterviewPlan, TimeProblem};
use crate::id::InterviewId;

/// What an invitation says.
#[derive(Clone, Debug)]
pub struct Invitation<'a> {
    /// Which interview; nothing of anybody.
    pub interview: InterviewId,
    /// When and where.
    pub plan: &'a InterviewPlan,
    /// Whether it still is.
    pub state: InterviewState,
    /// Goes up with every change.
    pub revision: u32,
    /// The role's title.
    pub role: &'a str,
    /// Who invites.
    pub organisation: &'a str,
    /// When the file was made.
    pub made: DateTime<Utc>,
}

/// The most octets of a line, its end aside (RFC 5545, 3.1).
const LINE: usize = 75;

/// The file of an invitation: published, or, of an interview that was called off, cancelled.
///
/// # Errors
/// [`TimeProblem`] for a time that no clock shows.
pub fn calendar_file(invitation: &Invitation<'_>) -> Result<String, TimeProblem> {
    let (begins, ends) = invitation.plan.instants()?;
    let (method, status) = match invitation.state {
        InterviewState::Cancelled => ("CANCEL", "CANCELLED"),
        InterviewState::Planned | InterviewState::Held | InterviewState::DidNotCome => {
            ("PUBLISH", "CONFIRMED")
        }
    };
    let id = invitation.interview.uuid();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Fairhold//Interviews//EN".to_owned(),
        format!("METHOD:{method}"),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{id}@fairhold.invalid"),
        format!("DTSTAMP:{}", instant(invitation.made)),
        format!("SEQUENCE:{}", invitation.revision.saturating_sub(1)),
        format!("DTSTART:{}", instant(begins)),
        format!("DTEND:{}", instant(ends)),
        format!("STATUS:{status}"),
        format!(
            "SUMMARY:{}",
            escaped(&format!("Interview: {}", invitation.role))
        ),
        format!(
            "ORGANIZER;CN=\"{}\":urn:uuid:{id}",
            parameter(invitation.organisation)
        ),
    ];
    if let Some(place) = &invitation.plan.place {
        lines.push(format!("LOCATION:{}", escaped(place.as_str())));
    }
    lines.extend([
        "CLASS:PRIVATE".to_owned(),
        "TRANSP:OPAQUE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ]);
    Ok(lines.iter().map(|line| folded(line)).collect())
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value holds it (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                written.push('\\');
                written.push(letter);
            }
            '\n' => written.push_str("\\n"),
            other => written.push(other),
        }
    }
    written
}

/// A text between quotation marks, where nothing can be escaped (RFC 5545, 3.2).
fn parameter(text: &str) -> String {
    text.chars()
        .filter(|letter| *letter != '"' && !letter.is_control())
        .collect()
}

/// A line, folded so that no letter is cut in two, with its end.
fn folded(line: &str) -> String {
    let mut written = String::with_capacity(line.len() + line.len() / LINE * 3 + 2);
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            written.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= letter.len_utf8();
        written.push(letter);
    }
    written.push_str("\r\n");
    written
}
