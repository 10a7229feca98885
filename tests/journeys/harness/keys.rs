//! Keys by the names people use.

use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;

/// Reads "Tab", "Shift+Tab", "Ctrl+K", "/" and the like into presses and releases.
///
/// # Panics
/// When a key has no such name.
pub(super) fn chord(keys: &str) -> KeyActions {
    // "+" alone is the key itself.
    let names: Vec<&str> = if keys == "+" {
        vec![keys]
    } else {
        keys.split('+').collect()
    };
    let codes: Vec<char> = names.into_iter().map(code).collect();
    let downs = codes.iter().map(|&value| KeyAction::Down { value });
    let ups = codes.iter().rev().map(|&value| KeyAction::Up { value });
    sequence(downs.chain(ups))
}

/// Types a text, one key after the other.
pub(super) fn text(words: &str) -> KeyActions {
    sequence(
        words
            .chars()
            .flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]),
    )
}

fn sequence(actions: impl Iterator<Item = KeyAction>) -> KeyActions {
    // A moment at the end, or the driver may answer before the page has seen the last key.
    let rest = KeyAction::Pause {
        duration: Duration::from_millis(10),
    };
    actions
        .chain([rest])
        .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then)
}

fn code(name: &str) -> char {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        // With Shift a person presses the same key; the driver wants the letter that comes of it.
        return letter;
    }
    let key = match name {
        "Alt" => Key::Alt,
        "Backspace" => Key::Backspace,
        "Ctrl" => Key::Control,
        "Delete" => Key::Delete,
        "Down" => Key::Down,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F6" => Key::F6,
        "F10" => Key::F10,
        "Home" => Key::Home,
        "Left" => Key::Left,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Right" => Key::Right,
        "Shift" => Key::Shift,
        "Space" => return ' ',
        "Tab" => Key::Tab,
        "Up" => Key::Up,
        _ => panic!("no key is called “{name}”"),
    };
    key.into()
}
