//! What was copied in the window leaves the clipboard again: half a minute later, unless something else was
//! copied meanwhile, and when the window locks.
//!
//! GTK knows whether what is on the clipboard is this program's, and clears nothing else. A clipboard manager
//! that keeps a history has its own copy, which no program can take back. On Windows and macOS nothing is cleared.

use tauri::AppHandle;

/// How long what was copied stays.
#[cfg(target_os = "linux")]
const STAYS: std::time::Duration = std::time::Duration::from_secs(30);

/// From now on, what is copied in the window leaves the clipboard again. To be called on the window's thread.
#[cfg(target_os = "linux")]
pub(crate) fn watch() {
    use std::cell::Cell;
    use std::rc::Rc;

    use gtk::prelude::ObjectExt;

    let copies = Rc::new(Cell::new(0_u64));
    // The binding leaves this signal out, for the event it carries, which nobody needs here.
    gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).connect_local(
        "owner-change",
        false,
        move |_| {
            let this = copies.get().wrapping_add(1);
            copies.set(this);
            let copies = Rc::clone(&copies);
            gtk::glib::timeout_add_local_once(STAYS, move || {
                if copies.get() == this {
                    gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).clear();
                }
            });
            None
        },
    );
}

/// Takes back at once what was copied in the window, and what is marked in it.
#[cfg(target_os = "linux")]
pub(crate) fn empty(app: &AppHandle) {
    // Without an event loop there is no window either, and its clipboard went with it.
    app.run_on_main_thread(|| {
        for selection in [&gtk::gdk::SELECTION_CLIPBOARD, &gtk::gdk::SELECTION_PRIMARY] {
            gtk::Clipboard::get(selection).clear();
        }
    })
    .unwrap_or_default();
}

/// Not on this system yet.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn watch() {}

/// Not on this system yet.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn empty(_: &AppHandle) {}
