//! Messages that mail programs save, and messages that were made to do harm.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use intake::mail::{MOST_ATTACHMENTS, MOST_TEXT, Mail, mail_of};
use proptest::prelude::*;

fn read(text: &str) -> Mail {
    mail_of(text.replace('\n', "\r\n").as_bytes()).expect("a message")
}

#[test]
fn a_message_is_read_with_its_attachments() {
    let mail = read(
        "From: =?utf-8?q?Ann_Arch=C3=A9r?= <ann@example.org>\nTo: jobs@example.org, Bob <bob@example.org>\n\
         Subject: =?iso-8859-1?Q?Caf=E9?= manager\nDate: Tue, 24 Nov 2026 09:30:00 +0100\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: multipart/alternative; boundary=inner\n\n\
         --inner\nContent-Type: text/plain; charset=utf-8\n\nDear all,\n\nmy CV.\n--inner\nContent-Type: text/html\n\n\
         <p>Dear all</p>\n--inner--\n--outer\nContent-Type: application/pdf; name=\"cv.pdf\"\n\
         Content-Disposition: attachment; filename=\"cv.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjc=\n--outer--\n",
    );
    assert_eq!(mail.from.as_deref(), Some("ann@example.org"));
    assert_eq!(mail.from_name.as_deref(), Some("Ann Archér"));
    assert_eq!(mail.to, ["jobs@example.org", "bob@example.org"]);
    assert_eq!(mail.subject, "Café manager");
    assert_eq!(
        mail.sent().map(|at| at.to_rfc3339()).as_deref(),
        Some("2026-11-24T08:30:00+00:00")
    );
    assert_eq!(mail.text, "Dear all,\n\nmy CV.");
    assert_eq!(mail.attachments.len(), 1);
    assert_eq!(mail.attachments[0].name, "cv.pdf");
    assert_eq!(mail.attachments[0].content, b"%PDF-1.7");
    assert!(
        !format!("{mail:?}").contains("Ann"),
        "nothing of it is told"
    );
}

#[test]
fn what_is_no_message_is_none_and_what_is_odd_is_read_as_far_as_it_goes() {
    for nothing in [
        b"".as_slice(),
        b"\0\0\0",
        b"%PDF-1.7",
        b"just words",
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ] {
        assert!(mail_of(nothing).is_none(), "{nothing:?}");
    }
    let html = read(
        "Subject: Hi\nContent-Type: text/html; charset=x-nobody-knows\n\n<p>Dear <b>Ann</b></p><script>x()</script>",
    );
    assert!(html.text.contains("Dear Ann"), "{}", html.text);
    let unclosed =
        read("Subject: Hi\nContent-Type: multipart/mixed; boundary=never\n\n--never\n\nwords");
    assert_eq!(unclosed.subject, "Hi");
    let moved =
        read("Subject: a\u{202e}b\u{200b}c\nFrom: \"x\u{202e}y\" <a@b.example>\n\nhid\u{2066}den");
    assert_eq!(
        (moved.subject.as_str(), moved.text.as_str()),
        ("abc", "hidden")
    );
    let latin = mail_of(b"Subject: Hi\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n\x93Quoted\x94 \xa35").expect("a message");
    assert_eq!(latin.text, "“Quoted” £5");
}

#[test]
fn many_parts_deep_nests_and_long_texts_have_an_end() {
    let mut many = String::from("Subject: Hi\nContent-Type: multipart/mixed; boundary=b\n");
    for number in 0..10_000 {
        write!(
            many,
            "\n--b\nContent-Disposition: attachment; filename=\"{number}.txt\"\n\nwords"
        )
        .expect("a string");
    }
    let mail = read(&many);
    assert_eq!(mail.attachments.len(), MOST_ATTACHMENTS);
    assert_eq!(mail.left_out, 10_000 - 50);
    let mut deep = String::from("Subject: Hi\n");
    for number in 0..2_000 {
        write!(
            deep,
            "Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n"
        )
        .expect("a string");
    }
    deep.push_str("\nwords");
    read(&deep);
    let mut within = String::new();
    for _ in 0..2_000 {
        within.push_str("Subject: Hi\nContent-Type: message/rfc822\n\n");
    }
    within.push_str("Subject: last\n\nwords");
    read(&within);
    let long = read(&format!(
        "Subject: {}\n\n{}",
        "s".repeat(5_000),
        "w".repeat(100_000)
    ));
    assert!(long.cut && long.text.len() == MOST_TEXT && long.subject.len() <= 200);
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn outlook(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    for (path, bytes) in streams {
        if let Some((folder, _)) = path[1..].split_once('/') {
            file.create_storage_all(format!("/{folder}"))
                .expect("a folder");
        }
        file.create_stream(path)
            .expect("a stream")
            .write_all(bytes)
            .expect("its bytes");
    }
    file.flush().expect("a file");
    file.into_inner().into_inner()
}

#[test]
fn what_outlook_saves_is_read() {
    let sent: u64 = (1_795_512_600 + 11_644_473_600) * 10_000_000;
    let mut properties = vec![0_u8; 32];
    properties.extend([0x40, 0x00, 0x39, 0x00, 6, 0, 0, 0]);
    properties.extend(sent.to_le_bytes());
    let file = outlook(&[
        ("/__properties_version1.0", properties.clone()),
        ("/__substg1.0_0037001F", wide("About the role")),
        ("/__substg1.0_1000001F", wide("Dear all,\r\nhere it is.")),
        ("/__substg1.0_0C1A001F", wide("Ann Archer")),
        ("/__substg1.0_5D01001F", wide("ann@example.org")),
        (
            "/__attach_version1.0_#00000000/__substg1.0_3707001F",
            wide("cv.pdf"),
        ),
        (
            "/__attach_version1.0_#00000000/__substg1.0_37010102",
            b"%PDF-1.7".to_vec(),
        ),
    ]);
    let mail = mail_of(&file).expect("a message");
    assert_eq!(
        (mail.subject.as_str(), mail.text.as_str()),
        ("About the role", "Dear all,\nhere it is.")
    );
    assert_eq!(mail.from.as_deref(), Some("ann@example.org"));
    assert_eq!(mail.sent_at, Some(1_795_512_600));
    assert_eq!(mail.attachments[0].name, "cv.pdf");
    assert_eq!(mail.attachments[0].content, b"%PDF-1.7");
    let html = outlook(&[
        ("/__properties_version1.0", properties),
        (
            "/__substg1.0_10130102",
            b"<p>Only <i>marked up</i></p>".to_vec(),
        ),
    ]);
    assert_eq!(mail_of(&html).expect("a message").text, "Only marked up");
    assert!(
        mail_of(&outlook(&[("/other", Vec::new())])).is_none(),
        "another compound file"
    );
    for end in (0..file.len()).step_by(97) {
        // Cut anywhere it is read in part or not at all.
        let _cut = mail_of(&file[..end]).map(|mail| mail.subject.len());
    }
}

proptest! {
    #[test]
    fn bytes_of_any_kind_are_read_or_not(bytes in prop::collection::vec(any::<u8>(), 0..400), head in any::<bool>()) {
        let mut file = if head { b"Subject: Hi\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".to_vec() } else { Vec::new() };
        file.extend(bytes);
        if let Some(mail) = mail_of(&file) {
            prop_assert!(!mail.subject.chars().any(char::is_control));
            prop_assert!(mail.text.chars().count() <= MOST_TEXT);
        }
    }
}
