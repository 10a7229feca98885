//! What the desktop says: the laptop goes to sleep, the screen is locked. Both lock the window at once.
//!
//! On Linux these are signals on the system's and the session's bus: logind's `PrepareForSleep` and `Lock`, and
//! the screen saver's `ActiveChanged`. Where there is no bus nothing is heard, and the idle lock remains. Windows
//! and macOS are not heard yet: there, too, the idle lock remains.

use std::sync::Arc;

use crate::shell::Shell;

/// Begins to listen. To be called on the window's thread; what is heard is acted on elsewhere.
#[cfg(target_os = "linux")]
pub(crate) fn listen(shell: &Arc<Shell>) {
    linux::listen(shell);
}

/// Not on this system yet.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn listen(_: &Arc<Shell>) {}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::sync::Arc;
    use std::thread;

    use gtk::gio::{self, BusType, Cancellable, DBusConnection, DBusSignalFlags, UnixFDList};
    use gtk::glib::prelude::ToVariant;
    use gtk::glib::{MainContext, Variant};
    use tokio::sync::oneshot;

    use crate::shell::Shell;

    /// Any sender is heard: the worst that another program of this person can do with it is to lock the window.
    struct Signal {
        interface: &'static str,
        member: &'static str,
        /// Whether it means what it says only when its first argument is true.
        says_whether: bool,
    }

    const SCREEN_LOCKED: [Signal; 3] = [
        Signal {
            interface: "org.freedesktop.ScreenSaver",
            member: "ActiveChanged",
            says_whether: true,
        },
        Signal {
            interface: "org.gnome.ScreenSaver",
            member: "ActiveChanged",
            says_whether: true,
        },
        Signal {
            interface: "org.freedesktop.login1.Session",
            member: "Lock",
            says_whether: false,
        },
    ];

    const SLEEP: Signal = Signal {
        interface: "org.freedesktop.login1.Manager",
        member: "PrepareForSleep",
        says_whether: true,
    };

    pub(super) fn listen(shell: &Arc<Shell>) {
        for bus_type in [BusType::Session, BusType::System] {
            let shell = Arc::clone(shell);
            gio::bus_get(bus_type, Cancellable::NONE, move |bus| {
                // No bus, nothing to hear.
                if let Ok(bus) = bus {
                    // A bus that goes away must not take the program along, as GLib would have it.
                    bus.set_exit_on_close(false);
                    for signal in &SCREEN_LOCKED {
                        let shell = Arc::clone(&shell);
                        hear(&bus, signal, move |_, begins| {
                            if begins {
                                let shell = Arc::clone(&shell);
                                thread::spawn(move || shell.lock_up());
                            }
                        });
                    }
                    if bus_type == BusType::System {
                        lock_before_sleep(&bus, &shell);
                    }
                }
            });
        }
    }

    /// The system waits with sleeping, a few seconds at most, until the window is locked.
    fn lock_before_sleep(bus: &DBusConnection, shell: &Arc<Shell>) {
        let delay = Rc::new(RefCell::new(delay_sleep(bus)));
        let shell = Arc::clone(shell);
        hear(bus, &SLEEP, move |bus, begins| {
            if begins {
                let held = delay.take();
                let (locked, is_locked) = oneshot::channel::<()>();
                let shell = Arc::clone(&shell);
                thread::spawn(move || {
                    shell.lock_up();
                    drop(locked);
                });
                MainContext::default().spawn_local(async move {
                    is_locked.await.unwrap_or_default();
                    // Closes the descriptor, which is what logind waits for.
                    drop(held);
                });
            } else {
                delay.replace(delay_sleep(bus));
            }
        });
    }

    /// The subscription holds the bus, which would be left as soon as nobody holds it.
    fn hear(
        bus: &DBusConnection,
        signal: &'static Signal,
        act: impl Fn(&DBusConnection, bool) + 'static,
    ) {
        let held = bus.clone();
        bus.signal_subscribe(
            None,
            Some(signal.interface),
            Some(signal.member),
            None,
            None,
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, arguments: &Variant| {
                let begins = !signal.says_whether
                    || (arguments.n_children() > 0
                        && arguments.child_value(0).get::<bool>() == Some(true));
                act(&held, begins);
            },
        );
    }

    /// Asks logind to wait before it lets the laptop sleep; the list holds the descriptor that says so.
    fn delay_sleep(bus: &DBusConnection) -> Option<UnixFDList> {
        let wish = ("sleep", "Fairhold", "Locking the records", "delay").to_variant();
        bus.call_with_unix_fd_list_sync(
            Some("org.freedesktop.login1"),
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            "Inhibit",
            Some(&wish),
            None,
            gio::DBusCallFlags::NO_AUTO_START,
            1_000,
            UnixFDList::NONE,
            Cancellable::NONE,
        )
        .ok()
        .map(|(_, descriptors)| descriptors)
    }
}
