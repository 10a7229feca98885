//! Where things are in the project's folder.

use std::env;
use std::path::{Path, PathBuf};

/// The folder with the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    // Cargo sets it afresh at each run, so a folder that was moved is still found.
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    match own.parent().and_then(Path::parent) {
        Some(root) => root.to_path_buf(),
        None => own,
    }
}

/// The page's folder.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Where cargo puts its output: asked of this program's own place, so that every way of setting it counts.
pub(crate) fn target() -> PathBuf {
    let beside = env::current_exe().ok();
    beside
        .as_deref()
        .and_then(Path::parent)
        .and_then(Path::parent)
        .map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// A program of the debug build.
pub(crate) fn debug_binary(name: &str) -> PathBuf {
    target().join("debug").join(name)
}

/// Where xtask keeps what it remembers between runs.
pub(crate) fn notes() -> PathBuf {
    target().join("xtask")
}
