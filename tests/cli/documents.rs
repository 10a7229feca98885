//! Documents of a candidate, and the process that reads their words.

use std::ffi::OsString;
use std::io::{Cursor, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{FILE, Home, REFUSED, applicants, number};

fn office() -> (Home, String) {
    let home = Home::empty();
    let people = home.file("people.csv", applicants(&["Ann Lee,ann@example.org,,Cook"]));
    home.import(&people);
    let found = home.ask(["search", "ann"]);
    let id = found["rows"][0]["candidate"]
        .as_str()
        .expect("an id")
        .to_owned();
    (home, id)
}

fn adding(candidate: &str, kind: &str, files: &[&std::path::Path]) -> Vec<OsString> {
    let mut all: Vec<OsString> = ["document", "add", "--candidate", candidate, "--kind", kind]
        .map(OsString::from)
        .to_vec();
    all.extend(files.iter().map(|file| file.as_os_str().to_owned()));
    all
}

fn listed(home: &Home, candidate: &str) -> Vec<Value> {
    let answer = home.ask(["document", "list", "--candidate", candidate]);
    answer["documents"].as_array().expect("a list").clone()
}

/// A Word document whose one part is unpacked to so many bytes.
fn docx(body: &str, then: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, begin, size) in [
        ("[Content_Types].xml", "<Types/>", 0),
        ("word/document.xml", body, then),
    ] {
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        archive.write_all(begin.as_bytes()).expect("its bytes");
        archive.write_all(&vec![b'a'; size]).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A Word document with a program in it.
fn with_macros() -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for name in [
        "[Content_Types].xml",
        "word/document.xml",
        "word/vbaProject.bin",
    ] {
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

const LETTER: &str =
    "<w:document><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>";

#[test]
fn documents_are_added_and_listed() {
    let (home, ann) = office();
    let word = home.file("letter.docx", docx(LETTER, 0));
    let rtf = home.file("cv.rtf", "{\\rtf1 Words}");
    let picture = home.file("certificate.png", b"\x89PNG\r\n\x1a\n");
    let added = home.ask(adding(&ann, "letter", &[&word, &rtf, &picture]));
    assert_eq!(
        (number(&added, "documents"), number(&added, "with_text")),
        (3, 2)
    );
    let mut other = adding(&ann, "other", &[&picture]);
    home.run(&other).says(
        REFUSED,
        "label: Say in a few words what it is, where none of the kinds fits, and only there.",
    );
    other.extend(["--label", "Certificate"].map(OsString::from));
    home.ask(other);
    let found = listed(&home, &ann);
    assert_eq!(found.len(), 4);
    assert_eq!(found[0]["label"], "Certificate");
    let words: Vec<_> = found
        .iter()
        .map(|row| row["has_text"].as_bool().expect("a word"))
        .collect();
    assert_eq!(words, [false, false, true, true]);
    home.holds(1);
}

#[test]
fn what_cannot_be_taken_is_told_before_the_store_is_touched() {
    let (home, ann) = office();
    let macros = with_macros();
    let large = home.file("large.pdf", "");
    std::fs::File::create(&large)
        .and_then(|file| file.set_len(200 << 20))
        .expect("200 MB of nothing");
    let before = home.bytes();
    home.run(adding(&ann, "cv", &[&large])).says(
        REFUSED,
        "file: The file is larger than 25 MB. Save it smaller, or in parts.",
    );
    for (name, bytes, sentence) in [
        ("empty.pdf", b"".as_slice(), "The file is empty."),
        (
            "program.exe",
            b"MZ\x90\0\x03",
            "This kind of file is not taken. PDF, Word (.docx), OpenDocument (.odt), RTF, plain text, PNG and JPEG are.",
        ),
        (
            "macros.docx",
            &macros,
            "This Word file has macros, which are programs. Ask for it without them, or as a PDF.",
        ),
        (
            "letter.docx",
            b"%PDF-1.7",
            "The file’s name says that it is another kind of file than it is. Give it its right ending.",
        ),
    ] {
        let file = home.file(name, bytes);
        home.run(adding(&ann, "cv", &[&file]))
            .says(REFUSED, &format!("file: {sentence}"));
    }
    let gone = home.around.path().join("gone.pdf");
    assert_eq!(home.run(adding(&ann, "cv", &[&gone])).code, FILE);
    assert!(home.bytes() == before, "the store was not touched");
}

#[test]
fn a_document_that_was_made_to_do_harm_is_kept_without_its_words() {
    let (home, ann) = office();
    let bomb = home.file("bomb.docx", docx("<w:document><w:p>", 64 << 20));
    let broken = home.file(
        "broken.pdf",
        "%PDF-1.7\n1 0 obj\n<< /Length 99999999 >>\nstream\n",
    );
    let locked = crate::support::fixture("documents/locked.pdf");
    let begun = Instant::now();
    let added = home.ask(adding(&ann, "cv", &[&bomb, &broken, &locked]));
    assert_eq!(
        (number(&added, "documents"), number(&added, "with_text")),
        (3, 0)
    );
    assert!(begun.elapsed() < Duration::from_mins(1));
    assert_eq!(listed(&home, &ann).len(), 3);
}

/// Starts the program as it starts itself to read a document.
fn reading(media: &str, bytes: &[u8]) -> std::process::Output {
    started(&["--read-document", media], bytes)
}

fn started(arguments: &[&str], bytes: &[u8]) -> std::process::Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fairhold-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(bytes).unwrap_or_default();
    drop(input);
    child.wait_with_output().expect("it ends")
}

#[test]
fn the_process_that_reads_gives_words_and_nothing_else() {
    let read = reading("txt", "Zoë wrote".as_bytes());
    assert!(read.status.success() && read.stderr.is_empty());
    assert_eq!(read.stdout, "Zoë wrote".as_bytes());
    let none = reading("png", b"\x89PNG");
    assert!(none.status.success() && none.stdout.is_empty());
    for media in ["exe", ""] {
        assert!(!reading(media, b"Words").status.success());
    }
    let pages = std::fs::read(crate::support::fixture("documents/two-pages.pdf")).expect("a file");
    let drawn = started(&["--draw-document", "pdf", "2"], &pages);
    assert!(drawn.status.success() && drawn.stderr.is_empty());
    assert_eq!(drawn.stdout.get(..8), Some(b"\x02\0\0\0\x89PNG".as_slice()));
    let beyond = started(&["--draw-document", "pdf", "3"], &pages);
    assert!(beyond.status.success() && beyond.stdout.is_empty());
    assert!(
        !started(&["--draw-document", "pdf"], &pages)
            .status
            .success()
    );
    assert!(
        !started(&["--read-document", "pdf", "1"], &pages)
            .status
            .success()
    );
}
