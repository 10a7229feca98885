//! Messages for a mail program: no name, subject or text makes a line of the head or another address.

use intake::mail::mail_of;
use proptest::prelude::*;
use report::{LONGEST_MAILTO, OutgoingMail};

fn mail(to: &str, subject: &str, body: &str) -> OutgoingMail {
    OutgoingMail {
        to: (!to.is_empty()).then(|| to.to_owned()),
        subject: subject.to_owned(),
        body: body.to_owned(),
    }
}

#[test]
fn a_message_is_a_file_that_a_mail_program_opens_to_be_sent() {
    let file = mail("ann@example.org", "About the role", "Dear Ann,\n\nyes.\n").eml();
    let text = String::from_utf8(file.clone()).expect("text");
    assert!(
        text.starts_with("X-Unsent: 1\r\nTo: ann@example.org\r\nSubject: About the role\r\n"),
        "{text}"
    );
    assert!(text.is_ascii() && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(
        !text.contains("\nFrom:") && !text.contains("\nDate:"),
        "the mail program puts them in"
    );
    let read = mail_of(&file).expect("a message");
    assert_eq!(read.text, "Dear Ann,\n\nyes.");
}

#[test]
fn nothing_in_a_name_or_a_subject_makes_a_line_of_the_head() {
    let hostile = mail(
        "ann@example.org>\r\nBcc: eve@example.org",
        "Hello\r\nBcc: eve@example.org\r\n\r\n<script>",
        "Words",
    );
    let text = String::from_utf8(hostile.eml()).expect("text");
    assert!(!text.contains("\nBcc"), "{text}");
    assert_eq!(text.matches("\r\n\r\n").count(), 1, "one head: {text}");
    let address = hostile.mailto().expect("short");
    assert!(
        !address.contains("bcc=") && !address.contains('\n'),
        "{address}"
    );
    let also = mail("a@b.example?bcc=eve@example.org&x=", "s", "b")
        .mailto()
        .expect("short");
    assert_eq!(
        also,
        "mailto:a@b.example%3Fbcc%3Deve@example.org%26x%3D?subject=s&body=b"
    );
}

#[test]
fn a_long_message_is_not_handed_over_by_an_address() {
    assert!(
        mail("a@b.example", "s", &"w".repeat(LONGEST_MAILTO - 60))
            .mailto()
            .is_ok()
    );
    assert!(
        mail("a@b.example", "s", &"w".repeat(LONGEST_MAILTO))
            .mailto()
            .is_err()
    );
    let told = format!("{:?}", mail("a@b.example", "s", "w"));
    assert_eq!(told, "OutgoingMail([withheld])");
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(subject in "\\PC{1,120}", body in "(\\PC|\\n){1,400}") {
        let file = mail("ann@example.org", &subject, &body).eml();
        for line in file.split(|byte| *byte == b'\n') {
            prop_assert!(line.len() <= 78, "{}", line.len());
        }
        prop_assert!(mail_of(&file).is_some());
        prop_assert!(String::from_utf8(file).is_ok_and(|text| text.is_ascii()));
    }
}
