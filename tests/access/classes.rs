//! Which data is shown to whom, and by which command: a table a person can read, compared with the program.
//!
//! Every class of data of the world's people has words that stand nowhere else; a class is shown where one of them
//! is in what a command answered. What an answer shows and what the rules decide must be the same. Where no
//! command answers with a class yet, the table says what the rules decide.

use std::fmt::Write as _;

use domain::access::DataClass;
use domain::compartment::Compartment;
use domain::document::DocumentKind;
use domain::sealed::SealedKind;

use crate::commands::Answer;
use crate::matrix::assert_drawn;
use crate::registers::REGISTER_WORDS;
use crate::walk::{Decided, Walked, commands, lines, named, walk};
use crate::world::{
    GRACE, LAST_DAY, NOTED_AT, Person, copy_words, document_name, feedback_words, pay_of,
    sealed_words,
};

/// The table: a line for each class, and below a line for each command.
const TABLE: &str = include_str!("classes.txt");

/// The letter a class has in a command's line.
const fn letter(class: DataClass) -> char {
    match class {
        DataClass::Identity => 'N',
        DataClass::Contact => 'C',
        DataClass::Application => 'A',
        DataClass::Documents => 'D',
        DataClass::Assessment => 'S',
        DataClass::Pay => 'P',
        DataClass::Sealed(Compartment::IdentityAndRightToWork) => 'I',
        DataClass::Sealed(Compartment::HealthAndAdjustments) => 'H',
        DataClass::Sealed(Compartment::EqualityMonitoring) => 'E',
        DataClass::Sealed(Compartment::CriminalRecordAndVetting) => 'V',
        DataClass::Retention => 'R',
        DataClass::Journal => 'J',
        DataClass::Organisation => 'O',
        DataClass::Registers => 'B',
    }
}

/// What shows that a class of somebody's data is in an answer. The store holds nothing of some classes yet.
fn words(class: DataClass, of: &Person) -> Vec<String> {
    let word = &of.word;
    match class {
        DataClass::Identity => ["Given", "Family", "Called"]
            .map(|part| format!("{part}{word}"))
            .to_vec(),
        DataClass::Contact => vec![
            format!("mail{word}@"),
            format!("{word} Street"),
            format!("Site{word}"),
        ],
        DataClass::Application => of
            .application
            .map(|application| application.uuid().to_string())
            .into_iter()
            .collect(),
        DataClass::Documents => vec![document_name(DocumentKind::Cv, of)],
        // Documents of these, which have names in them and are shown whole or not at all, are in documents.rs.
        DataClass::Assessment => vec![feedback_words(of)],
        DataClass::Pay => vec![
            format!("\"pence\":{}}}", pay_of(of)),
            format!("\"pence\":{},", pay_of(of)),
        ],
        DataClass::Sealed(compartment) => SealedKind::ALL
            .iter()
            .filter(|kind| kind.compartment() == compartment)
            .map(|kind| sealed_words(*kind, of))
            .chain((compartment == Compartment::IdentityAndRightToWork).then(|| copy_words(of)))
            .collect(),
        DataClass::Retention => ["Evidence", "Roles", "Office", "Exempt"]
            .map(|part| format!("{part}{word}"))
            .to_vec(),
        DataClass::Journal => vec![NOTED_AT.to_owned()],
        DataClass::Registers => vec![REGISTER_WORDS.to_owned()],
        DataClass::Organisation => vec![LAST_DAY.to_owned(), format!("\"panelGraceDays\":{GRACE}")],
    }
}

fn shows(answer: &Answer, class: DataClass, of: &Person) -> bool {
    let Answer::Gave(text) = answer else {
        return false;
    };
    let text = text.to_lowercase();
    words(class, of)
        .iter()
        .any(|word| text.contains(&word.to_lowercase()))
}

/// Whether any command showed somebody a class, of the one of theirs or of the other.
fn answered(walked: &Walked, class: DataClass, side: usize) -> bool {
    walked
        .answers
        .iter()
        .any(|(_, answers)| shows(&answers[side], class, &walked.people[side]))
}

/// Whether any command answers anybody with a class today.
fn is_returned(class: DataClass) -> bool {
    walk()
        .iter()
        .any(|walked| (0..2).any(|side| answered(walked, class, side)))
}

fn decided(walked: &Walked, class: DataClass, side: usize) -> Decided {
    walked.decided[side]
        .iter()
        .find(|(known, _)| *known == class)
        .expect("every class")
        .1
}

fn class_line(class: DataClass) -> String {
    let by = if is_returned(class) {
        "answers"
    } else {
        "rules"
    };
    let mut line = format!("{:<29}{by:<8}", class.code());
    for walked in walk() {
        let cell: String = (0..2)
            .map(|side| match decided(walked, class, side) {
                Decided::Shown => '✔',
                Decided::InPart => '◐',
                Decided::Withheld => '✘',
            })
            .collect();
        write!(line, " {cell:<12}").expect("a string");
    }
    line
}

fn command_line(command: &str) -> String {
    let mut line = format!("{command:<37}");
    for walked in walk() {
        let (_, answers) = walked
            .answers
            .iter()
            .find(|(known, _)| *known == command)
            .expect("everybody called it");
        let cell = [0, 1].map(|side| {
            let shown: String = DataClass::ALL
                .into_iter()
                .filter(|class| shows(&answers[side], *class, &walked.people[side]))
                .map(letter)
                .collect();
            if shown.is_empty() {
                "·".to_owned()
            } else {
                shown
            }
        });
        write!(line, " {:<12}", cell.join("/")).expect("a string");
    }
    line
}

fn drawn() -> String {
    let mut table = String::new();
    for line in TABLE.lines() {
        let redrawn = match named(line) {
            None => line.to_owned(),
            Some(name) => DataClass::ALL
                .into_iter()
                .find(|class| class.code() == name)
                .map_or_else(|| command_line(name), class_line),
        };
        writeln!(table, "{}", redrawn.trim_end()).expect("a string");
    }
    table
}

#[test]
fn every_class_is_shown_to_whom_the_table_says_by_the_commands_it_says() {
    assert_drawn(&drawn(), TABLE, "classes.txt");
}

#[test]
fn what_answers_show_is_what_the_rules_decide() {
    let mut cells = 0;
    for class in DataClass::ALL
        .into_iter()
        .filter(|class| is_returned(*class))
    {
        for walked in walk() {
            for side in 0..2 {
                cells += 1;
                assert_eq!(
                    answered(walked, class, side),
                    decided(walked, class, side) == Decided::Shown,
                    "{} to {}, {}",
                    class.code(),
                    walked.who.name(),
                    ["of their own", "of another team"][side]
                );
            }
        }
    }
    assert!(
        cells >= 6 * 2 * walk().len(),
        "of six classes at least: {cells}"
    );
}

#[test]
fn every_class_and_every_command_has_one_line() {
    let listed = lines(TABLE);
    let wanted = DataClass::ALL
        .iter()
        .map(|class| class.code())
        .chain(commands());
    for name in wanted.clone() {
        let found = listed.iter().filter(|line| **line == name).count();
        assert_eq!(found, 1, "lines of {name} in classes.txt");
    }
    assert_eq!(listed.len(), wanted.count(), "and no others");
    let letters: std::collections::BTreeSet<char> =
        DataClass::ALL.into_iter().map(letter).collect();
    assert_eq!(letters.len(), DataClass::ALL.len(), "a letter each");
}
