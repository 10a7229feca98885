//! The words of documents, and documents that were made to do harm.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use domain::document::{FileName, MediaType, take};
use intake::document::{MOST_TEXT, Picture, picture_of, text_of};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A PDF that needs a passphrase to be opened.
const LOCKED: &[u8] = include_bytes!("../fixtures/documents/locked.pdf");
/// A PDF of two pages.
const TWO_PAGES: &[u8] = include_bytes!("../fixtures/documents/two-pages.pdf");

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        archive.write_all(bytes).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>"
    );
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    zipped(&[("content.xml", content.as_bytes())])
}

/// A PDF of one page in a font that every reader has.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut content = String::from("BT /F1 12 Tf 72 720 Td ");
    for line in lines {
        write!(content, "({line}) Tj 0 -16 Td ").expect("a string");
    }
    content.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut file = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        write!(file, "{number} 0 obj\n{object}\nendobj\n").expect("a string");
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("a string");
    for place in places {
        writeln!(file, "{place:010} 00000 n ").expect("a string");
    }
    write!(
        file,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    )
    .expect("a string");
    file.into_bytes()
}

fn words(media: MediaType, bytes: &[u8]) -> Vec<String> {
    text_of(media, bytes)
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_words_of_every_kind_are_read() {
    for (media, bytes, wanted) in [
        (MediaType::Text, "Zoë wrote\r\nthis".as_bytes().to_vec(), "Zoë wrote this"),
        (MediaType::Text, b"Zo\xeb wrote".to_vec(), "Zoë wrote"),
        (MediaType::Text, b"\xff\xfeZ\0o\0\xeb\0".to_vec(), "Zoë"),
        (
            MediaType::Docx,
            docx(
                "<w:p><w:r><w:t>Zoë&amp;Co</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">wrote </w:t>\
                 <w:tab/><w:t>th</w:t></w:r><w:r><w:t>&#105;s</w:t></w:r></w:p><w:instrText>HIDDEN</w:instrText>",
            ),
            "Zoë&Co wrote this",
        ),
        (
            MediaType::Odt,
            odt("<text:h>Zoë</text:h><text:p>wrote<text:s/>th<text:span>is</text:span></text:p>"),
            "Zoë wrote this",
        ),
        (
            MediaType::Rtf,
            b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Hidden;}}{\\*\\secret Hidden}Zo\\'eb\\par wrote\\tab \\u116?his}"
                .to_vec(),
            "Zoë wrote this",
        ),
        (MediaType::Pdf, pdf(&["Zo\\353 wrote", "this and that"]), "Zoë wrote this and that"),
    ] {
        assert_eq!(words(media, &bytes).join(" "), wanted, "{media:?}");
    }
}

#[test]
fn what_is_made_here_is_sniffed_as_what_it_is() {
    for (name, bytes, media) in [
        ("a.docx", docx("<w:p/>"), MediaType::Docx),
        ("a.pdf", pdf(&["Hello"]), MediaType::Pdf),
        ("a.pdf", LOCKED.to_vec(), MediaType::Pdf),
    ] {
        let name = FileName::parse(name).expect("a name");
        assert_eq!(take(&name, &bytes), Ok(media));
    }
}

#[test]
fn a_bomb_of_a_thousandfold_ends_within_bounds() {
    // 36 MB of one letter, and 36 MB of elements, in some kilobytes.
    let mut long = b"<w:document><w:p><w:t>".to_vec();
    long.resize(36 << 20, b'a');
    let many = "<w:t>".repeat((36 << 20) / 5);
    for part in [long.as_slice(), many.as_bytes()] {
        let bomb = zipped(&[("word/document.xml", part)]);
        assert!(bomb.len() < 1 << 20, "it is small: {}", bomb.len());
        let text = text_of(MediaType::Docx, &bomb);
        assert!(text.is_none_or(|text| text.len() <= MOST_TEXT));
    }
    // More text than is kept.
    let body = "<w:p><w:t>many words of little worth</w:t></w:p>".repeat(200_000);
    let text = text_of(MediaType::Docx, &docx(&body)).expect("text");
    assert!(text.len() <= MOST_TEXT && text.len() > MOST_TEXT - 100);
}

#[test]
fn nothing_broken_locked_empty_or_mistaken_has_words() {
    let whole = pdf(&["Hello"]);
    let nested = "<w:t>".repeat(500_000);
    for (media, bytes) in [
        (MediaType::Pdf, b"".as_slice()),
        (MediaType::Pdf, b"%PDF-1.7\n%%EOF"),
        (MediaType::Pdf, &whole[..whole.len() / 3]),
        (MediaType::Pdf, LOCKED),
        (MediaType::Docx, b""),
        (MediaType::Docx, &docx("<w:p/>")[..60]),
        (MediaType::Docx, &odt("<text:p>Hello</text:p>")),
        (MediaType::Docx, &docx(&nested)),
        (MediaType::Odt, &docx("<w:p><w:t>Hello</w:t></w:p>")),
        (MediaType::Odt, &whole),
        (MediaType::Rtf, b"{\\rtf1"),
        (MediaType::Rtf, "{".repeat(100_000).as_bytes()),
        (MediaType::Text, b" \n\t "),
        (MediaType::Png, b"\x89PNG\r\n\x1a\n words"),
    ] {
        assert_eq!(
            text_of(media, bytes),
            None,
            "{media:?}, {} bytes",
            bytes.len()
        );
    }
}

/// A PNG of so many points and one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([180, 30, 30]))
        .write_to(&mut file, image::ImageFormat::Png)
        .expect("a picture");
    file.into_inner()
}

fn looked_at(picture: &Picture) -> image::RgbaImage {
    image::load_from_memory_with_format(&picture.png, image::ImageFormat::Png)
        .expect("a PNG")
        .into_rgba8()
}

#[test]
fn pages_are_drawn_as_pictures_of_paper() {
    let first = picture_of(MediaType::Pdf, TWO_PAGES, 1).expect("a page");
    let second = picture_of(MediaType::Pdf, TWO_PAGES, 2).expect("another");
    assert_eq!((first.pages, second.pages), (2, 2));
    assert_ne!(first.png, second.png);
    let drawn = looked_at(&first);
    assert_eq!(drawn.dimensions(), (1240, 1754));
    let black = drawn
        .pixels()
        .filter(|pixel| pixel.0 == [0, 0, 0, 255])
        .count();
    assert!(
        (1000..100_000).contains(&black),
        "letters on paper: {black}"
    );
    for nowhere in [0, 3, u32::MAX] {
        assert_eq!(picture_of(MediaType::Pdf, TWO_PAGES, nowhere), None);
    }
}

#[test]
fn images_are_drawn_anew_and_no_larger_than_paper() {
    let small = picture_of(MediaType::Png, &png(30, 20), 1).expect("a picture");
    assert_eq!(looked_at(&small).dimensions(), (30, 20));
    assert_eq!(looked_at(&small).get_pixel(3, 3).0, [180, 30, 30, 255]);
    let wide = picture_of(MediaType::Png, &png(4000, 1000), 1).expect("a picture");
    assert_eq!(looked_at(&wide).dimensions(), (1240, 310));
    assert_eq!(
        picture_of(MediaType::Png, &png(3, 2), 2),
        None,
        "it has one page"
    );
    // What is behind a picture does not come along.
    let mut followed = png(3, 2);
    followed.extend_from_slice(b"<script>alert(1)</script>");
    let drawn = picture_of(MediaType::Png, &followed, 1).expect("a picture");
    assert!(!drawn.png.windows(7).any(|bytes| bytes == b"<script"));
}

#[test]
fn nothing_broken_locked_or_too_large_is_drawn() {
    let mut claims_much = png(3, 2);
    // The width and height in its header, with the sum over them set right by nobody.
    claims_much[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let most = u32::MAX.to_string();
    let endless = String::from_utf8_lossy(TWO_PAGES).replace("595 842", &format!("{most} {most}"));
    for (media, bytes) in [
        (MediaType::Pdf, b"".as_slice()),
        (MediaType::Pdf, LOCKED),
        (MediaType::Pdf, b"%PDF-1.7\n%%EOF"),
        (MediaType::Png, &png(300, 200)[..60]),
        (MediaType::Png, &claims_much),
        (MediaType::Png, &png(20_001, 1)),
        (MediaType::Jpeg, &png(3, 2)),
        (MediaType::Jpeg, b"\xff\xd8\xff\xe0"),
        (MediaType::Docx, &docx("<w:p/>")),
        (MediaType::Text, b"Words"),
    ] {
        assert!(
            picture_of(media, bytes, 1).is_none(),
            "{media:?}, {} bytes",
            bytes.len()
        );
    }
    let drawn = picture_of(MediaType::Pdf, endless.as_bytes(), 1);
    assert!(
        drawn.is_none_or(|picture| looked_at(&picture).width() <= 1240),
        "paper of any size is drawn small"
    );
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd_to_draw(bytes in prop::collection::vec(any::<u8>(), 0..400), media in prop::sample::select(MediaType::ALL), page in 0_u32..4) {
        prop_assert!(picture_of(media, &bytes, page).is_none());
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..400), media in prop::sample::select(MediaType::ALL)) {
        let text = text_of(media, &bytes);
        prop_assert!(text.is_none_or(|text| text.len() <= MOST_TEXT));
    }

    #[test]
    fn no_rtf_is_too_odd(text in "[{}\\\\a-z0-9'* -]{0,200}") {
        let read = text_of(MediaType::Rtf, text.as_bytes());
        prop_assert!(read.is_none_or(|text| text.len() <= MOST_TEXT));
    }
}

proptest! {
    // Each draws a page, which takes a program that is not optimised its time.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_page_with_a_wrong_byte_is_drawn_or_not(at in 0..TWO_PAGES.len(), byte: u8) {
        let mut bytes = TWO_PAGES.to_vec();
        bytes[at] = byte;
        if let Some(picture) = picture_of(MediaType::Pdf, &bytes, 1) {
            let (width, height) = looked_at(&picture).dimensions();
            prop_assert!(width <= 1240 && height <= 3508);
        }
    }
}
