//! The one window, and what is switched off around it.

use tauri::{AppHandle, WebviewUrl, WebviewWindowBuilder};

/// The window's label, which the capability names.
pub(crate) const LABEL: &str = "main";

/// Settings from outside that would open the page to another program, or run foreign code in it.
#[cfg(not(feature = "e2e"))]
const SCRUBBED: [&str; 6] = [
    "TAURI_WEBVIEW_AUTOMATION",
    "TAURI_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
    "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS",
    "GTK_MODULES",
];

/// Takes away what another program could reach the page by. A build for the journeys keeps it: they drive the page.
///
/// Where such a setting is present the program starts itself again without it: changing the environment of a
/// running process is not safe once threads may read it.
pub(crate) fn harden() {
    #[cfg(not(feature = "e2e"))]
    if SCRUBBED.iter().any(|name| std::env::var_os(name).is_some())
        && let Ok(program) = std::env::current_exe()
    {
        let mut again = std::process::Command::new(program);
        again.args(std::env::args_os().skip(1));
        for name in SCRUBBED {
            again.env_remove(name);
        }
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt;
            // Returns only when the program could not be started again; then it runs on as it is.
            drop(again.exec());
        }
    }
}

/// Opens the window.
///
/// # Errors
/// When the system can't show one.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    // A private session keeps nothing of the page on the disk; WebDriver can't reach one, so the journeys do without.
    let private = !cfg!(feature = "e2e");
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Fairhold")
        .inner_size(1240.0, 780.0)
        .min_inner_size(360.0, 480.0)
        .incognito(private)
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri")
                || url.host_str() == Some("tauri.localhost")
                || (cfg!(dev) && url.host_str() == Some("localhost"))
        })
        .build()?;
    forget_recent_files();
    Ok(())
}

/// Keeps the file dialog from writing the names of chosen files to the desktop's list of recent files.
#[cfg(target_os = "linux")]
fn forget_recent_files() {
    use gtk::prelude::ObjectExt;
    if let Some(settings) = gtk::Settings::default() {
        settings.set_property("gtk-recent-files-enabled", false);
    }
}

/// Other systems' dialogs keep no such list for the program.
#[cfg(not(target_os = "linux"))]
const fn forget_recent_files() {}
