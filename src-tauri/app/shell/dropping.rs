//! Files that are dragged over the window and dropped on it. The page hears where, and what they are called; where they
//! lie it never does.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use tauri::{DragDropEvent, Emitter, PhysicalPosition};

use super::Shell;
use super::document::called;
use crate::ipc::status::FileDrag;
use crate::window;

/// The files that were dropped last, until they are taken.
#[derive(Default)]
pub(super) struct Dropped(Mutex<Vec<PathBuf>>);

impl Dropped {
    /// Takes them.
    pub(super) fn take(&self) -> Vec<PathBuf> {
        self.put(Vec::new())
    }

    fn put(&self, paths: Vec<PathBuf>) -> Vec<PathBuf> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut slot, paths)
    }
}

impl Shell {
    /// Files are dragged over the window, or were dropped on it. While nobody is signed in it takes none.
    pub(crate) fn dragged(&self, event: &DragDropEvent) {
        if self.current().is_none() {
            return;
        }
        let told = match event {
            DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
                let (x, y) = self.on_page(*position);
                FileDrag::Over { x, y }
            }
            DragDropEvent::Drop { paths, position } => {
                self.seen();
                self.dropped.put(paths.clone());
                let (x, y) = self.on_page(*position);
                FileDrag::Dropped {
                    x,
                    y,
                    names: paths.iter().map(|path| called(path)).collect(),
                }
            }
            DragDropEvent::Leave => FileDrag::Left,
            _ => return,
        };
        // A page that is gone needs no telling.
        self.app.emit("files", told).unwrap_or_default();
    }

    /// A place in the window as the page counts it. GTK counts so already, whatever the type says.
    fn on_page(&self, place: PhysicalPosition<f64>) -> (f64, f64) {
        if cfg!(target_os = "linux") {
            return (place.x, place.y);
        }
        let place = place.to_logical(window::scale(&self.app));
        (place.x, place.y)
    }
}
