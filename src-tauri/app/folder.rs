//! Where the store is, and how the window looked last: the little that is remembered outside the store.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::idle::IdleMinutes;
use crate::ipc::choices::Zoom;
use crate::ipc::status::Appearance;
use crate::window::Standing;

/// What is remembered between starts. Nothing of anyone's.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Remembered {
    folder: Option<PathBuf>,
    appearance: Appearance,
    idle_lock: IdleMinutes,
    zoom: Zoom,
    window: Option<Standing>,
    tour_seen: bool,
}

/// The program's own folders, and the choices kept in them.
#[derive(Debug)]
pub(crate) struct Folders {
    data: PathBuf,
    remembered: Remembered,
}

impl Folders {
    /// Reads what was remembered; a file that can't be read is as good as none.
    pub(crate) fn open(data: PathBuf) -> Self {
        let remembered = fs::read_to_string(data.join("choices.json"))
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        Self { data, remembered }
    }

    /// The folder of the store: the one chosen, or `records` among the program's data.
    pub(crate) fn store(&self) -> PathBuf {
        #[cfg(feature = "e2e")]
        if let Some(folder) = std::env::var_os("FAIRHOLD_STORE") {
            return folder.into();
        }
        self.remembered
            .folder
            .clone()
            .unwrap_or_else(|| self.data.join("records"))
    }

    /// The folder of the sample organisation.
    pub(crate) fn sample(&self) -> PathBuf {
        self.data.join("sample")
    }

    /// The file of incidents.
    pub(crate) fn incidents(&self) -> PathBuf {
        self.data.join("incidents.log")
    }

    /// How the window should look.
    pub(crate) const fn appearance(&self) -> Appearance {
        self.remembered.appearance
    }

    /// Remembers the folder of the store.
    ///
    /// # Errors
    /// When the choice can't be written; it holds until the program ends all the same.
    pub(crate) fn choose_store(&mut self, folder: PathBuf) -> io::Result<()> {
        self.remembered.folder = Some(folder);
        self.save()
    }

    /// Remembers how the window should look.
    ///
    /// # Errors
    /// When the choice can't be written; it holds until the program ends all the same.
    pub(crate) fn choose_appearance(&mut self, appearance: Appearance) -> io::Result<()> {
        self.remembered.appearance = appearance;
        self.save()
    }

    /// After how many minutes without anybody at it the window locks.
    pub(crate) const fn idle_lock(&self) -> IdleMinutes {
        self.remembered.idle_lock
    }

    /// Remembers after how many minutes the window locks.
    ///
    /// # Errors
    /// When the choice can't be written; it holds until the program ends all the same.
    pub(crate) fn choose_idle_lock(&mut self, minutes: IdleMinutes) -> io::Result<()> {
        self.remembered.idle_lock = minutes;
        self.save()
    }

    /// How large everything is drawn.
    pub(crate) const fn zoom(&self) -> Zoom {
        self.remembered.zoom
    }

    /// Remembers how large everything is drawn.
    ///
    /// # Errors
    /// When the choice can't be written; it holds until the program ends all the same.
    pub(crate) fn choose_zoom(&mut self, zoom: Zoom) -> io::Result<()> {
        self.remembered.zoom = zoom;
        self.save()
    }

    /// How the window stood when it was closed last.
    pub(crate) const fn window(&self) -> Option<Standing> {
        self.remembered.window
    }

    /// Remembers how the window stands.
    ///
    /// # Errors
    /// When it can't be written.
    pub(crate) fn keep_window(&mut self, standing: Standing) -> io::Result<()> {
        if self.remembered.window == Some(standing) {
            return Ok(());
        }
        self.remembered.window = Some(standing);
        self.save()
    }

    /// Whether somebody at this computer went round the sample organisation, or chose not to.
    pub(crate) const fn tour_seen(&self) -> bool {
        self.remembered.tour_seen
    }

    /// Remembers whether the tour was seen.
    ///
    /// # Errors
    /// When the choice can't be written; it holds until the program ends all the same.
    pub(crate) fn choose_tour(&mut self, seen: bool) -> io::Result<()> {
        self.remembered.tour_seen = seen;
        self.save()
    }

    fn save(&self) -> io::Result<()> {
        fs::create_dir_all(&self.data)?;
        let text = serde_json::to_vec_pretty(&self.remembered)?;
        replace(&self.data.join("choices.json"), &text)
    }
}

fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = file.with_extension("new");
    fs::write(&beside, bytes)?;
    fs::rename(beside, file)
}
