//! The PDFs keep to PDF/A-2b and PDF/UA-1 as far as their structure shows it: tags, language, title, the metadata that
//! says so, and every font within. `qpdf` reads them; it knows nothing of this program.

use std::process::{Command, Stdio};

use domain::complaint::ComplaintTopic;
use report::proof::Form;
use report::{Letter, ReceiptLetter, ReceiptOf, proof};
use serde_json::Value;

use crate::samples::{erasure, letter, of_period, schedule, signed};

/// Every document there is, each with a name.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let report = |document: &report::Document, data: Value| signed(document, data, Form::Pdf);
    vec![
        ("erasure", report(&erasure().document(), erasure().data())),
        (
            "period",
            report(&of_period().document(), of_period().data()),
        ),
        (
            "schedule",
            report(&schedule().document(), schedule().data()),
        ),
        ("letter", letter().pdf().expect("a letter")),
    ]
}

fn saved(bytes: &[u8]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), bytes).expect("written");
    file
}

/// The PDF as qpdf's JSON, with every stream unpacked.
fn objects(bytes: &[u8]) -> Value {
    let file = saved(bytes);
    let out = Command::new("qpdf")
        .args([
            "--json=2",
            "--json-stream-data=inline",
            "--decode-level=generalized",
        ])
        .arg(file.path())
        .stderr(Stdio::inherit())
        .output()
        .expect("qpdf runs");
    assert!(out.status.success(), "qpdf reads it");
    let json: Value = serde_json::from_slice(&out.stdout).expect("JSON");
    json["qpdf"][1].clone()
}

fn object<'a>(all: &'a Value, reference: &Value) -> &'a Value {
    let name = format!("obj:{}", reference.as_str().expect("a reference"));
    &all[&name]
}

#[test]
fn every_document_is_a_sound_pdf() {
    for (name, bytes) in documents() {
        let file = saved(&bytes);
        let out = Command::new("qpdf")
            .arg("--check")
            .arg(file.path())
            .output()
            .expect("qpdf runs");
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success(), "{name}: {said}");
        assert!(!said.contains("WARNING"), "{name}: {said}");
    }
}

#[test]
fn every_document_is_tagged_and_says_what_it_is() {
    for (name, bytes) in documents() {
        let all = objects(&bytes);
        let trailer = &all["trailer"]["value"];
        let root = &object(&all, &trailer["/Root"])["value"];
        assert_eq!(
            root["/MarkInfo"]["/Marked"],
            Value::Bool(true),
            "{name} is tagged"
        );
        assert_eq!(root["/Lang"], "u:en-GB", "{name} has a language");
        assert_eq!(
            root["/ViewerPreferences"]["/DisplayDocTitle"],
            Value::Bool(true),
            "{name} shows its title"
        );
        let tree = &object(&all, &root["/StructTreeRoot"])["value"];
        assert_eq!(
            tree["/Type"], "/StructTreeRoot",
            "{name} has a tree of tags"
        );
        assert!(
            !root["/OutputIntents"].is_null(),
            "{name} says what its colours are"
        );
        assert!(
            root["/AF"].is_null() && root["/Names"]["/EmbeddedFiles"].is_null(),
            "{name} attaches nothing"
        );

        let kinds: Vec<&str> = all
            .as_object()
            .expect("objects")
            .values()
            .filter_map(|object| object["value"]["/S"].as_str())
            .collect();
        for kind in ["/Document", "/H1", "/P"] {
            assert!(kinds.contains(&kind), "{name} has {kind}: {kinds:?}");
        }
        if name != "letter" {
            for kind in ["/H2", "/Table", "/TR", "/TH", "/TD"] {
                assert!(kinds.contains(&kind), "{name} has {kind}");
            }
        }

        let metadata = xmp(&all, root);
        for part in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>B</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<dc:title>",
            "<dc:language>",
        ] {
            assert!(metadata.contains(part), "{name} has {part}: {metadata}");
        }
    }
}

fn xmp(all: &Value, root: &Value) -> String {
    let stream = &object(all, &root["/Metadata"])["stream"];
    assert!(
        stream["dict"]["/Filter"].is_null(),
        "metadata is not packed"
    );
    let data = stream["data"].as_str().expect("data");
    let bytes = data_encoding::BASE64
        .decode(data.as_bytes())
        .expect("base64");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn every_font_is_within_and_its_letters_can_be_read() {
    for (name, bytes) in documents() {
        let all = objects(&bytes);
        let objects = all.as_object().expect("objects").values();
        let (mut descriptors, mut fonts) = (0, 0);
        for value in objects.map(|object| &object["value"]) {
            match value["/Type"].as_str() {
                Some("/FontDescriptor") => {
                    descriptors += 1;
                    assert!(
                        ["/FontFile", "/FontFile2", "/FontFile3"]
                            .iter()
                            .any(|file| value[*file].is_string()),
                        "{name}: {value}"
                    );
                }
                Some("/Font") if value["/Subtype"] == "/Type0" => {
                    fonts += 1;
                    assert!(value["/ToUnicode"].is_string(), "{name}: {value}");
                }
                _ => {}
            }
        }
        assert!(descriptors > 0 && fonts > 0, "{name} has fonts");
    }
}

#[test]
fn a_name_in_letters_that_the_fonts_lack_is_left_to_be_written_by_hand() {
    let bytes = Letter {
        name: "王小明".to_owned(),
        ..letter()
    }
    .pdf()
    .expect("a letter all the same");
    assert!(text(&bytes).contains("Dear ____"), "{}", text(&bytes));
}

#[test]
fn a_name_that_is_not_known_is_left_to_be_written_by_hand() {
    let of_whom_is_known = letter();
    let bytes = ReceiptLetter {
        organisation: of_whom_is_known.organisation,
        contact: Vec::new(),
        number: "C-0001".to_owned(),
        name: String::new(),
        address: Vec::new(),
        received_on: of_whom_is_known.at.date_naive(),
        of: ReceiptOf::Complaint {
            topic: ComplaintTopic::KeptTooLong,
        },
        at: of_whom_is_known.at,
        by: of_whom_is_known.by,
    }
    .pdf()
    .expect("a letter all the same");
    assert!(text(&bytes).contains("Dear ____"), "{}", text(&bytes));
}

#[test]
fn the_first_page_says_in_a_line_what_happened() {
    let words = text(&signed(&erasure().document(), erasure().data(), Form::Pdf));
    assert!(
        words.contains("14 people erased. Nothing of them was"),
        "{words}"
    );
    assert!(words.contains("Page 1 of"), "{words}");
    let empty = report::ErasureReport {
        runs: Vec::new(),
        ..of_period()
    };
    let words = text(&signed(&empty.document(), empty.data(), Form::Pdf));
    assert!(words.contains("Nobody was erased."), "{words}");
}

#[test]
fn a_number_under_five_is_in_no_form_of_a_report() {
    for form in [Form::Pdf, Form::Csv, Form::Json] {
        let report = of_period();
        let file = signed(&report.document(), report.data(), form);
        let found = proof::read(&file).expect("a proof");
        let data = found.statement.report.to_string();
        assert!(data.contains("\"fewerThanFive\""), "{form:?}: {data}");
        assert!(!data.contains("{\"exactly\":3}"), "{form:?}: {data}");
    }
}

#[test]
fn no_cell_of_a_csv_is_a_formula() {
    let mut document = erasure().document();
    document.organisation = "=HYPERLINK(\"x\")".to_owned();
    document.facts[0].value = "+44".to_owned();
    let file = signed(&document, erasure().data(), Form::Csv);
    let text = String::from_utf8(file).expect("text");
    assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
    assert!(text.contains(",'+44"), "{text}");
    let rows = csv::ReaderBuilder::new()
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .into_records()
        .collect::<Result<Vec<_>, _>>()
        .expect("every row has as many cells");
    assert!(rows.len() > 20, "what the report says: {rows:?}");
}

fn text(bytes: &[u8]) -> String {
    let file = saved(bytes);
    let out = Command::new("pdftotext")
        .args(["-layout"])
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext runs");
    String::from_utf8(out.stdout).expect("text")
}

/// For a person to look at, with `REPORT_PICTURES` set to a folder.
#[test]
fn the_documents_can_be_looked_at() {
    let Some(folder) = std::env::var_os("REPORT_PICTURES").map(std::path::PathBuf::from) else {
        return;
    };
    for (name, bytes) in documents() {
        std::fs::write(folder.join(format!("{name}.pdf")), bytes).expect("written");
    }
}
