//! Who is let in where: a table a person can read, compared with the program.

use std::fmt::Write as _;
use std::path::Path;

use crate::commands::{Answer, OF_THE_SESSION};
use crate::walk::{commands, named, walk};

/// The table: one line a command, for a person and vacancy of theirs and for one of somebody else's.
const TABLE: &str = include_str!("matrix.txt");

fn drawn() -> String {
    let mut table = String::new();
    for line in TABLE.lines() {
        let Some(command) = named(line) else {
            writeln!(table, "{line}").expect("a string");
            continue;
        };
        write!(table, "{command:<20}").expect("a string");
        for walked in walk() {
            let (_, answers) = walked
                .answers
                .iter()
                .find(|(known, _)| *known == command)
                .expect("everybody called it");
            let cell: String = answers
                .iter()
                .map(|answer| {
                    if matches!(answer, Answer::Refused) {
                        '✘'
                    } else {
                        '✔'
                    }
                })
                .collect();
            write!(table, " {cell:<12}").expect("a string");
        }
        let end = table.trim_end().len();
        table.truncate(end);
        table.push('\n');
    }
    table
}

/// Compares a drawn table with the committed one, and leaves the drawn one where it can be taken from.
#[track_caller]
pub(crate) fn assert_drawn(drawn: &str, table: &str, name: &str) {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&place, drawn).expect("a file");
    let differs = drawn
        .lines()
        .zip(table.lines())
        .find(|(drawn, line)| drawn != line);
    assert!(
        drawn == table,
        "{name} is not what the program does; the true one is in {}. First: {differs:#?}",
        place.display()
    );
}

#[test]
fn every_command_lets_in_whom_the_table_says() {
    assert_drawn(&drawn(), TABLE, "matrix.txt");
}

/// The window's own test holds its list of commands against this one.
#[test]
fn every_command_of_the_window_has_a_line() {
    let window = include_str!("../../src-tauri/app/ipc.rs");
    let declared: Vec<&str> = window
        .lines()
        .map(str::trim_start)
        .filter(|line| {
            ["shell ", "read ", "write "]
                .iter()
                .any(|kind| line.starts_with(kind))
        })
        .filter_map(|line| line.split_whitespace().nth(1)?.split('(').next())
        .collect();
    assert!(
        declared.len() > 40,
        "the declared table was found: {} commands",
        declared.len()
    );
    let listed = commands();
    for command in declared {
        assert!(
            listed.contains(&command) || OF_THE_SESSION.contains(&command),
            "{command} has no line in matrix.txt"
        );
    }
}
