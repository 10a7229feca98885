//! Where the program might have left something outside the store's folder, for an erasure to search as well.

use std::fs;
use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager};

use crate::papers::Papers;

/// The program's own folders, with what the window keeps and the file of incidents, its temporary files, and the folder
/// of documents that are open. Most of them are not there: the window's session is private, and nothing but an open
/// document is written in clear.
pub(crate) fn of(app: &AppHandle, papers: &Papers) -> Vec<PathBuf> {
    let path = app.path();
    let mut places: Vec<PathBuf> = [
        path.app_local_data_dir(),
        path.app_data_dir(),
        path.app_cache_dir(),
        path.app_config_dir(),
        path.app_log_dir(),
    ]
    .into_iter()
    .flatten()
    .collect();
    places.push(papers.folder().to_owned());
    if let Ok(temporary) = path.temp_dir() {
        places.extend(named(&temporary, &app.config().identifier));
    }
    places
}

/// What stands in a folder under the program's name.
fn named(folder: &Path, name: &str) -> Vec<PathBuf> {
    fs::read_dir(folder).map_or_else(
        |_unreadable| Vec::new(),
        |items| {
            items
                .flatten()
                .filter(|item| item.file_name().to_string_lossy().starts_with(name))
                .map(|item| item.path())
                .collect()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::named;
    use std::fs;

    #[test]
    fn only_what_has_the_programs_name_is_its_own() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "uk.fairhold.desktop",
            "uk.fairhold.desktop-7",
            "somebody-elses",
        ] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let mut found = named(folder.path(), "uk.fairhold.desktop");
        found.sort();
        assert_eq!(
            found,
            [
                folder.path().join("uk.fairhold.desktop"),
                folder.path().join("uk.fairhold.desktop-7")
            ]
        );
    }
}
