//! The one window, and what is switched off around it.

use serde::{Deserialize, Serialize};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Manager, PhysicalPosition, PhysicalSize, Url, WebviewUrl,
    WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::clipboard;
use crate::ipc::choices::Zoom;

/// The window's label, which the capability names.
pub(crate) const LABEL: &str = "main";

/// How the window stands on the screen, in the screen's own pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Standing {
    left: i32,
    top: i32,
    width: u32,
    height: u32,
    maximised: bool,
}

impl Standing {
    /// How a window stands; `None` where the system does not say, or it is put away.
    fn of(window: &WebviewWindow, before: Option<Self>) -> Option<Self> {
        if window.is_minimized().ok()? {
            return None;
        }
        // The size it goes back to is that from before it was maximised.
        if window.is_maximized().ok()? {
            return before.map(|before| Self {
                maximised: true,
                ..before
            });
        }
        let (place, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
        Some(Self {
            left: place.x,
            top: place.y,
            width: size.width,
            height: size.height,
            maximised: false,
        })
    }

    /// Whether its upper edge, by which it is moved, is on some screen that is there now.
    fn is_on(self, window: &WebviewWindow) -> bool {
        window.available_monitors().is_ok_and(|screens| {
            screens.iter().any(|screen| {
                let (at, size) = (screen.position(), screen.size());
                let within = |from: i32, length: u32, place: i32| {
                    i64::from(place) >= i64::from(from)
                        && i64::from(place) < i64::from(from) + i64::from(length)
                };
                within(at.x, size.width, self.left) && within(at.y, size.height, self.top)
            })
        })
    }
}

/// How the window was when it was last closed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Before {
    /// How it stood; `None` when there was none yet.
    pub(crate) standing: Option<Standing>,
    /// How large everything was drawn.
    pub(crate) zoom: Zoom,
}

/// Opens the window: the program's own page and nothing else, for as long as it is open.
///
/// What is dragged over it goes to `dragged`.
///
/// # Errors
/// When the system can't show one.
pub(crate) fn open(
    app: &AppHandle,
    before: Before,
    dragged: impl Fn(&DragDropEvent) + Send + 'static,
) -> tauri::Result<()> {
    // A private session keeps nothing of the page on the disk; WebDriver can't reach one.
    let private = !is_driven();
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Fairhold")
        .inner_size(1240.0, 780.0)
        .min_inner_size(320.0, 480.0)
        .incognito(private)
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(event) = event {
            dragged(event);
        }
    });
    put_back(&window, before);
    forget_recent_files();
    clipboard::watch();
    without_menu(&window)
}

/// Puts the window where it was. What the desktop does not allow it does not do: Wayland places windows itself.
fn put_back(window: &WebviewWindow, before: Before) {
    if let Some(standing) = before.standing {
        window
            .set_size(PhysicalSize::new(standing.width, standing.height))
            .unwrap_or_default();
        if standing.is_on(window) {
            window
                .set_position(PhysicalPosition::new(standing.left, standing.top))
                .unwrap_or_default();
        }
        if standing.maximised {
            window.maximize().unwrap_or_default();
        }
    }
    window.set_zoom(before.zoom.factor()).unwrap_or_default();
}

/// How the window stands now; `None` where there is none or the system does not say.
pub(crate) fn standing(app: &AppHandle, before: Option<Standing>) -> Option<Standing> {
    Standing::of(&app.get_webview_window(LABEL)?, before)
}

/// Draws everything at a size.
pub(crate) fn draw_at(app: &AppHandle, zoom: Zoom) {
    if let Some(window) = app.get_webview_window(LABEL) {
        window.set_zoom(zoom.factor()).unwrap_or_default();
    }
}

/// The page's own menu, with its ways to reload, to inspect and to save, is for whoever builds the program.
#[cfg(all(target_os = "linux", not(debug_assertions)))]
fn without_menu(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;
    window.with_webview(|page| {
        page.inner().connect_context_menu(|_, _, _, _| true);
    })
}

/// Elsewhere the page keeps it.
#[cfg(not(all(target_os = "linux", not(debug_assertions))))]
#[expect(clippy::unnecessary_wraps, reason = "the other one can fail")]
const fn without_menu(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Whether WebDriver has the page in hand: in a build for the journeys, when it started the program.
pub(crate) fn is_driven() -> bool {
    cfg!(feature = "e2e") && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Whether an address is the program's own page.
fn is_ours(url: &Url) -> bool {
    matches!(url.scheme(), "tauri")
        || url.host_str() == Some("tauri.localhost")
        || (cfg!(dev) && url.host_str() == Some("localhost"))
}

/// Brings the window before the others: somebody started the program again.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // What the desktop does not allow it does not do; the window is there all the same.
        window.unminimize().unwrap_or_default();
        window.set_focus().unwrap_or_default();
    }
}

/// How many of the screen's points one of the page's is.
pub(crate) fn scale(app: &AppHandle) -> f64 {
    let window = app.get_webview_window(LABEL);
    window
        .and_then(|window| window.scale_factor().ok())
        .unwrap_or(1.0)
}

/// Opens the system's print dialog. What is printed, the page's style for paper decides.
///
/// # Errors
/// When the system has none.
pub(crate) fn print(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(LABEL)
        .map_or(Ok(()), |window| window.print())
}

/// Ends the process that shows the page, and all that it remembers of anyone with it, and begins the page anew in
/// the same window, which so keeps its size and place: a new window could not be put where the old one was under
/// Wayland, and would be seen to go and come.
pub(crate) fn renew(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window that is just being closed needs no new page.
        begin_anew(&window).unwrap_or_default();
    }
}

#[cfg(target_os = "linux")]
fn begin_anew(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;
    window.with_webview(|page| {
        let page = page.inner();
        let address = page.uri();
        // WebDriver's session would end with it: there the page alone begins anew.
        if !is_driven() {
            page.terminate_web_process();
        }
        if let Some(start) = address
            .as_deref()
            .and_then(|address| address.split('#').next())
        {
            page.load_uri(start);
        }
    })
}

/// Other systems do not let a program end the process of a page: there the page alone begins anew.
#[cfg(not(target_os = "linux"))]
fn begin_anew(window: &WebviewWindow) -> tauri::Result<()> {
    let mut start = window.url()?;
    start.set_fragment(None);
    window.navigate(start)?;
    window.reload()
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
