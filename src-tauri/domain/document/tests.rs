use proptest::prelude::*;

use super::{DocumentKind, FileName, LARGEST, MediaType, NotTaken, take};

fn name(raw: &str) -> FileName {
    FileName::parse(raw).unwrap()
}

#[test]
fn a_name_has_no_folder_no_control_and_no_turning_of_the_writing() {
    for (raw, clean) in [
        ("CV.pdf", "CV.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ann\\My CV.docx", "My CV.docx"),
        ("a\u{202e}fdp.exe", "afdp.exe"),
        ("a\u{2066}b\u{2069}.pdf", "ab.pdf"),
        ("two\nlines\u{0}.txt", "two lines .txt"),
        (".hidden", "hidden"),
        ("what? <now>*.pdf", "what now.pdf"),
        ("  spaced .pdf. ", "spaced .pdf"),
    ] {
        assert_eq!(name(raw).as_str(), clean, "{raw:?}");
    }
    for raw in ["", "...", "/", "folder/", "\u{202e}", "\u{7}"] {
        assert!(FileName::parse(raw).is_err(), "{raw:?}");
    }
    let long = name(&format!("{}.pdf", "é".repeat(300)));
    assert!(long.as_str().len() <= FileName::LONGEST);
    assert_eq!(long.ending().as_deref(), Some("pdf"));
}

#[test]
fn a_file_is_what_its_bytes_are() {
    let docx = b"PK\x03\x04\x14\0[Content_Types].xml......word/document.xml";
    let odt = b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.textPK";
    for (file, bytes, media) in [
        ("a.pdf", b"%PDF-1.7\n".as_slice(), MediaType::Pdf),
        ("a.png", b"\x89PNG\r\n\x1a\n\0", MediaType::Png),
        ("a.JPG", b"\xff\xd8\xff\xe0", MediaType::Jpeg),
        ("a.jpeg", b"\xff\xd8\xff\xe1", MediaType::Jpeg),
        ("a.rtf", b"{\\rtf1 Hello}", MediaType::Rtf),
        ("a.txt", "Grüße".as_bytes(), MediaType::Text),
        ("a.txt", b"\xff\xfeH\0i\0", MediaType::Text),
        ("a", b"Hello", MediaType::Text),
        ("a.pdf", b"%PDF-", MediaType::Pdf),
        ("a.docx", docx, MediaType::Docx),
        ("a.odt", odt, MediaType::Odt),
    ] {
        assert_eq!(take(&name(file), bytes), Ok(media), "{file}");
    }
}

#[test]
fn what_is_not_taken_says_why() {
    let large = vec![b'a'; LARGEST + 1];
    let macros = b"PK\x03\x04\x14\0[Content_Types].xml..word/document.xml..word/vbaProject.bin";
    for (file, bytes, why) in [
        ("a.pdf", b"".as_slice(), NotTaken::Empty),
        ("a.txt", &large, NotTaken::TooLarge),
        ("a.exe", b"MZ\x90\0\x03", NotTaken::OtherMedia),
        ("a.pdf", b"MZ\x90\0\x03", NotTaken::OtherMedia),
        ("a.zip", b"PK\x03\x04\0\0other", NotTaken::OtherMedia),
        ("a.html", b"  <HTML><script>", NotTaken::OtherMedia),
        ("a.sh", b"#!/bin/sh\nrm", NotTaken::OtherMedia),
        ("a.docx", macros, NotTaken::Macros),
        ("a.docm", macros, NotTaken::Macros),
        ("a.docx", b"%PDF-1.7", NotTaken::WrongEnding),
        ("a.pdf", b"just text", NotTaken::WrongEnding),
        ("a.exe", b"%PDF-1.7", NotTaken::WrongEnding),
    ] {
        assert_eq!(take(&name(file), bytes), Err(why), "{file}");
        assert!(why.to_string().ends_with('.'), "{why}");
    }
}

#[test]
fn every_word_is_read_back() {
    for kind in DocumentKind::ALL {
        assert_eq!(DocumentKind::from_code(kind.code()), Some(*kind));
    }
    for media in MediaType::ALL {
        assert_eq!(MediaType::from_code(media.code()), Some(*media));
        assert_eq!(MediaType::of_ending(media.ending()), Some(*media));
    }
}

proptest! {
    #[test]
    fn whatever_a_file_was_called_its_name_is_one_plain_name(raw in "\\PC{0,300}|[\\x00-\\x7f]{0,40}") {
        if let Ok(found) = FileName::parse(&raw) {
            let text = found.as_str();
            prop_assert!(text.len() <= FileName::LONGEST && !text.is_empty());
            prop_assert!(!text.chars().any(|letter| letter.is_control() || "/\\:".contains(letter)));
            prop_assert!(!text.starts_with('.') && !text.ends_with(['.', ' ']));
            let again = FileName::parse(text);
            prop_assert_eq!(again.as_ref(), Ok(&found), "a name is its own name");
        }
    }

    #[test]
    fn no_bytes_are_too_odd_to_be_looked_at(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let found = take(&name("a.bin"), &bytes);
        prop_assert!(found.is_ok() || found.is_err());
    }
}
