//! Pictures of the real window, to be looked at before a change is called done.
//!
//! `FAIRHOLD_PICTURES=/folder cargo xtask test` makes them all.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{THEMES, Window};

/// Pictures of the screens, in all their colours, for people to look at. They are made where `FAIRHOLD_PICTURES`
/// names a folder; otherwise nothing is.
#[derive(Debug)]
pub(crate) struct Album {
    folder: Option<PathBuf>,
    taken: u32,
}

impl Album {
    /// An album inside that folder.
    pub(crate) fn open(name: &str) -> Self {
        let folder = std::env::var_os("FAIRHOLD_PICTURES")
            .filter(|all| !all.is_empty())
            .map(|all| Path::new(&all).join(name));
        if let Some(folder) = &folder {
            fs::create_dir_all(folder).expect("a folder for the pictures");
        }
        Self { folder, taken: 0 }
    }

    /// Fails if axe-core finds anything on a screen, and keeps its pictures.
    pub(crate) fn look(&mut self, window: &Window, screen: &str) {
        window.is_accessible(screen);
        self.keep(window, screen);
    }

    /// Keeps a screen's pictures, numbered in the order of the walk.
    pub(crate) fn keep(&mut self, window: &Window, screen: &str) {
        let Some(folder) = &self.folder else { return };
        self.taken += 1;
        for shade in THEMES {
            window.look(shade);
            let name = file_name(&format!("{:02} {screen} {shade}", self.taken));
            window.screenshot(&folder.join(format!("{name}.png")));
        }
        window.execute("delete document.documentElement.dataset.theme");
    }

    /// Keeps one picture by its bare name.
    pub(crate) fn keep_as(&self, window: &Window, name: &str) {
        if let Some(folder) = &self.folder {
            window.screenshot(&folder.join(name));
        }
    }
}

/// Words as the name of a file on any system.
fn file_name(words: &str) -> String {
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
