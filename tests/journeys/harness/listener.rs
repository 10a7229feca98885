//! What a screen reader is told: the window as it stands on the accessibility bus, which knows nothing of the page.

use gtk::gio::{DBusCallFlags, DBusConnection, DBusConnectionFlags};
use gtk::glib::variant::ObjectPath;
use gtk::glib::{Variant, VariantTy};

use super::part::Thing;
use super::{PATIENCE, wait};

/// Where every program with a window is listed.
const REGISTRY: (&str, &str) = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root");
const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
/// The roles that are looked for, by the bus's numbers (AT-SPI 2, `AtspiRole`) and our words.
const ROLES: [(u32, &str); 14] = [
    (7, "checkbox"),
    (11, "combobox"),
    (16, "dialog"),
    (32, "listitem"),
    (37, "tab"),
    (43, "button"),
    (44, "radio"),
    (55, "table"),
    (62, "toggle"),
    (79, "entry"),
    (83, "heading"),
    (88, "link"),
    (95, "document"),
    (110, "landmark"),
];
/// How long one question may take.
const LIMIT: i32 = 5000;

/// A place on the bus: whose it is, and its path there.
type Place = (String, String);

fn place_of((name, path): (String, ObjectPath)) -> Place {
    (name, path.as_str().to_owned())
}

/// A listener on the accessibility bus.
pub(crate) struct Listener(DBusConnection);

impl Listener {
    /// Asks the session for the bus, which starts it, and joins.
    pub(crate) fn join() -> Self {
        let session =
            gtk::gio::bus_get_sync(gtk::gio::BusType::Session, gtk::gio::Cancellable::NONE)
                .expect("a session bus");
        let told = session
            .call_sync(
                Some("org.a11y.Bus"),
                "/org/a11y/bus",
                "org.a11y.Bus",
                "GetAddress",
                None,
                None,
                DBusCallFlags::NONE,
                LIMIT,
                gtk::gio::Cancellable::NONE,
            )
            .expect("an accessibility bus");
        let (address,): (String,) = told.get().expect("its address");
        let connection = DBusConnection::for_address_sync(
            &address,
            DBusConnectionFlags::AUTHENTICATION_CLIENT
                | DBusConnectionFlags::MESSAGE_BUS_CONNECTION,
            None,
            gtk::gio::Cancellable::NONE,
        );
        Self(connection.expect("it lets us in"))
    }

    /// Everything in the program's window, from the outside in, once something is there.
    pub(crate) fn hear(&self, what: &Thing) -> Vec<Thing> {
        wait(PATIENCE, || {
            let all = self.everything();
            if all.contains(what) {
                return Ok(all);
            }
            let told: Vec<String> = all.iter().map(ToString::to_string).collect();
            Err(format!(
                "{what} is not told. Told is:\n  {}",
                told.join("\n  ")
            ))
        })
    }

    fn everything(&self) -> Vec<Thing> {
        let (name, path) = REGISTRY;
        let mut found = Vec::new();
        for program in self.children(&(name.to_owned(), path.to_owned())) {
            if self.name(&program) == "fairhold" {
                self.walk(&program, &mut found, 0);
            }
        }
        found
    }

    fn walk(&self, place: &Place, found: &mut Vec<Thing>, depth: usize) {
        if depth > 60 {
            return;
        }
        found.push(Thing {
            role: self.role(place),
            name: self.name(place),
        });
        for child in self.children(place) {
            self.walk(&child, found, depth + 1);
        }
    }

    fn children(&self, place: &Place) -> Vec<Place> {
        let told = self.call(place, ACCESSIBLE, "GetChildren", None);
        let told = told.and_then(|told| told.get::<(Vec<(String, ObjectPath)>,)>());
        let children = told.map_or_else(Vec::new, |(children,)| children);
        if !children.is_empty() {
            return children.into_iter().map(place_of).collect();
        }
        // The page is another process: what frames it counts it as a child and lists none.
        let first = self.call(place, ACCESSIBLE, "GetChildAtIndex", Some(&(0_i32,).into()));
        let first = first.and_then(|told| told.get::<((String, ObjectPath),)>());
        first
            .map(|(child,)| place_of(child))
            .filter(|(name, path)| !name.is_empty() && !path.ends_with("/null"))
            .into_iter()
            .collect()
    }

    fn name(&self, place: &Place) -> String {
        let asked = (ACCESSIBLE, "Name").into();
        let told = self.call(
            place,
            "org.freedesktop.DBus.Properties",
            "Get",
            Some(&asked),
        );
        let told = told.and_then(|told| told.get::<(Variant,)>());
        told.and_then(|(name,)| name.get()).unwrap_or_default()
    }

    /// By number, since the page tells no words.
    fn role(&self, place: &Place) -> String {
        let told = self.call(place, ACCESSIBLE, "GetRole", None);
        let number = told.and_then(|told| told.get::<(u32,)>());
        let number = number.map_or(0, |(number,)| number);
        let known = ROLES.iter().find(|(known, _)| *known == number);
        known.map_or_else(|| format!("role {number}"), |(_, role)| (*role).to_owned())
    }

    /// Nothing where what is asked has gone meanwhile: pages change.
    fn call(
        &self,
        (name, path): &Place,
        interface: &str,
        question: &str,
        asked: Option<&Variant>,
    ) -> Option<Variant> {
        self.0
            .call_sync(
                Some(name),
                path,
                interface,
                question,
                asked,
                None::<&VariantTy>,
                DBusCallFlags::NONE,
                LIMIT,
                gtk::gio::Cancellable::NONE,
            )
            .ok()
    }
}
