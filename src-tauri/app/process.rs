//! The process the window runs in: what it leaves behind, and what may reach into it.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

use crate::{incident, window};

/// Overwrites every piece of memory as it is given back, so that what was typed, read or shown does not lie
/// about in it: passphrases cross three or four buffers of the framework that know nothing of their worth.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

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

/// A build for the journeys keeps them: they drive the page.
#[cfg(feature = "e2e")]
const SCRUBBED: [&str; 0] = [];

/// Takes away what another program could reach the page or the memory by. To be called before anything else.
pub(crate) fn harden() {
    leave_no_core();
    start_clean();
    incident::keep_panics_quiet();
}

/// A program that crashes leaves its memory on the disk, if the system is let. The page's process inherits this.
#[cfg(unix)]
fn leave_no_core() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Lowering one's own limit is always allowed; where it is not, nothing else could be done.
    setrlimit(Resource::Core, none).unwrap_or_default();
}

/// Windows writes no memory of a program to the disk unless an administrator asks for it.
#[cfg(not(unix))]
const fn leave_no_core() {}

/// What has the libraries in C overwrite memory as they give it back, too: `GLib` and the half of `WebKit` that is in this process
/// carry every request of the page and every answer to it. The allocator of `WebKit` would keep what was freed, so it
/// is told to use the system's, and that is told to overwrite, which it does only without its cache of small pieces.
#[cfg(target_os = "linux")]
const OVERWRITTEN: [(&str, &str); 2] = [
    ("Malloc", "1"),
    (
        "GLIBC_TUNABLES",
        "glibc.malloc.perturb=90:glibc.malloc.tcache_count=0",
    ),
];

/// Keeps the order to overwrite from the processes that show the page, which end with the lock anyway: beneath
/// their drawing is code that reads what it has given back, and ends them when that is not there. To be called once
/// there is a display, on the window's thread, before there is a page.
#[cfg(target_os = "linux")]
pub(crate) fn spare_the_page() {
    // WebKit looks for the order once, when it first needs memory.
    drop(webkit2gtk::WebContext::new_ephemeral());
    for (name, _) in OVERWRITTEN {
        gtk::glib::unsetenv(name);
    }
}

/// There is nothing to keep from them.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn spare_the_page() {}

/// Has `WebKit` draw the page itself where no graphics card would: its way through one that is not there, emulated, takes
/// four to ten times as long for each frame. (Measured on two cores without one: a changed word beside the list of
/// candidates 151 ms for 15, everything drawn anew 158 ms for 33.)
#[cfg(target_os = "linux")]
const DRAWN_HERE: (&str, &str) = ("WEBKIT_DISABLE_DMABUF_RENDERER", "1");

/// Whether there is a graphics card that programs can draw by.
#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|devices| {
        devices
            .flatten()
            .any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
    })
}

/// Whether the journeys take pictures of the page: once WebDriver took one of a page that draws itself, no frame of it comes.
#[cfg(target_os = "linux")]
fn is_pictured() -> bool {
    window::is_driven() && std::env::var_os("FAIRHOLD_PICTURES").is_some()
}

/// What the program is to have in its environment.
#[cfg(target_os = "linux")]
fn wanted() -> Vec<(&'static str, &'static str)> {
    let mut wanted = OVERWRITTEN.to_vec();
    if !has_graphics_card() && !is_pictured() {
        wanted.push(DRAWN_HERE);
    }
    wanted
}

/// Other systems need nothing of it.
#[cfg(not(target_os = "linux"))]
const fn wanted() -> [(&'static str, &'static str); 0] {
    []
}

/// Starts the program itself again without what is scrubbed and with what is wanted, where that is not so already:
/// changing the environment of a running process is not safe once threads may read it, and comes too late for what
/// is read at its start.
fn start_clean() {
    let scrubbed = SCRUBBED.iter().any(|name| std::env::var_os(name).is_some());
    let wanted = wanted();
    let is_amiss = wanted
        .iter()
        .any(|(name, value)| std::env::var_os(name).is_none_or(|set| set != *value));
    if (scrubbed || is_amiss)
        && let Ok(program) = std::env::current_exe()
    {
        let mut again = std::process::Command::new(program);
        again.args(std::env::args_os().skip(1)).envs(wanted);
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
