//! Who is let in where: a table a person can read, compared with the program.

use std::fmt::Write as _;
use std::path::Path;

use crate::commands::{Answer, OF_THE_SESSION, Target, call};
use crate::world::{Who, World};

/// The table: one line a command, for a person and vacancy of theirs and for one of somebody else's.
const TABLE: &str = include_str!("matrix.txt");

fn commands() -> Vec<&'static str> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

fn drawn(world: &mut World) -> String {
    let ours = Target {
        candidate: world.our_people[0].candidate,
        vacancy: world.ours,
    };
    let theirs = Target {
        candidate: world.their_people[0].candidate,
        vacancy: world.theirs,
    };
    let mut table = String::new();
    for line in TABLE.lines() {
        let Some(command) = line
            .split_whitespace()
            .next()
            .filter(|_| !line.starts_with('#'))
        else {
            writeln!(table, "{line}").expect("a string");
            continue;
        };
        write!(table, "{command:<20}").expect("a string");
        for who in Who::ALL {
            let mut cell = String::new();
            for target in [ours, theirs] {
                let answer =
                    call(world, who, command, target).expect("every line is a command on records");
                cell.push(if matches!(answer, Answer::Refused) {
                    '✘'
                } else {
                    '✔'
                });
            }
            write!(table, " {cell:<12}").expect("a string");
        }
        let end = table.trim_end().len();
        table.truncate(end);
        table.push('\n');
    }
    table
}

#[test]
fn every_command_lets_in_whom_the_table_says() {
    let drawn = drawn(&mut World::new());
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix.txt");
    std::fs::write(&place, &drawn).expect("a file");
    assert_eq!(
        drawn,
        TABLE,
        "the table the program draws is in {}",
        place.display()
    );
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
