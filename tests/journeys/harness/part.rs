//! The page, or a part of it, and all that a person can do there.

use std::fmt;
use std::rc::Rc;
use std::time::Duration;

use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::session::Session;
use super::{PATIENCE, keys, picker, wait};

/// What a thing on the page is and is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thing {
    /// Its ARIA role, given or implied; empty for none.
    pub(crate) role: String,
    /// Its accessible name; empty for none.
    pub(crate) name: String,
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} “{}”", self.role, self.name)
    }
}

impl Thing {
    /// Whether it is what is looked for: by the whole name, or by its beginning where that ends in `…`.
    pub(crate) fn is(&self, role: &str, name: &str) -> bool {
        self.role == role
            && match name.strip_suffix('…') {
                Some(beginning) => self.name.starts_with(beginning),
                None => self.name == name,
            }
    }
}

/// The page, or something on it that other things are looked for in.
///
/// Names are whole, or end in `…` and stand for whatever begins so: `"Ada Lovelace…"` for a row. There
/// must be exactly one such thing, or the action fails: a journey that takes the first of two buttons
/// has not seen what a person sees.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    session: Rc<Session>,
    path: Vec<(String, String)>,
}

impl Part {
    /// The whole page.
    pub(super) fn page(session: Rc<Session>) -> Self {
        Self {
            session,
            path: Vec::new(),
        }
    }

    /// A part of this part: a dialog, a row, a region. It is looked for anew at each action.
    pub(crate) fn within(&self, role: &str, name: &str) -> Self {
        let mut path = self.path.clone();
        path.push((role.to_owned(), name.to_owned()));
        Self {
            session: Rc::clone(&self.session),
            path,
        }
    }

    /// Clicks, once the thing is there, enabled, at rest and not covered by another. A menu that is still
    /// finding its place would take the click on a neighbouring item.
    #[track_caller]
    pub(crate) fn click(&self, role: &str, name: &str) {
        wait(PATIENCE, || {
            let place = self.ask("place", &json!({ "role": role, "name": name }))?;
            self.session.settle()?;
            let found = self.ask(
                "point",
                &json!({ "role": role, "name": name, "place": place }),
            )?;
            let id = element_id(&found)?;
            self.session
                .ask(async |client| Element::from_element_id(client, id).click().await)
                .map_err(|why| format!("clicking the {role} “{name}”: {why}"))
        });
    }

    /// Drags one thing onto another with the mouse, each by its role and name.
    #[track_caller]
    pub(crate) fn drag(&self, thing: (&str, &str), onto: (&str, &str)) {
        let element = |(role, name): (&str, &str)| {
            let found = self.ask("point", &json!({ "role": role, "name": name }))?;
            element_id(&found)
        };
        wait(PATIENCE, || {
            let (held, under) = (element(thing)?, element(onto)?);
            self.session.settle()?;
            self.session.ask(async |client| {
                let over = |id: &ElementRef, step: f64| PointerAction::MoveToElement {
                    element: Element::from_element_id(client.clone(), id.clone()),
                    duration: None,
                    x: step,
                    y: 0.0,
                };
                let button = MOUSE_BUTTON_LEFT;
                // A drag begins with the first steps, and comes to rest before the button is let go.
                let moves = MouseActions::new("mouse".to_owned())
                    .then(over(&held, 0.0))
                    .then(PointerAction::Down { button })
                    .then(over(&held, 12.0))
                    .then(over(&under, -6.0))
                    .then(over(&under, 0.0))
                    .then(PointerAction::Up { button });
                client.perform_actions(moves).await
            })
        });
    }

    /// Where a thing is on the screen: its middle.
    #[track_caller]
    pub(crate) fn middle(&self, role: &str, name: &str) -> (i64, i64) {
        wait(PATIENCE, || {
            let found = self.ask("point", &json!({ "role": role, "name": name }))?;
            let id = element_id(&found)?;
            let (x, y, width, height) = self
                .session
                .ask(async |client| Element::from_element_id(client, id).rectangle().await)?;
            let (left, top) = picker::corner()?;
            Ok((left + whole(x + width / 2.0), top + whole(y + height / 2.0)))
        })
    }

    /// Replaces what a field holds, by typing. Fields are found by their label, whatever their role. What
    /// a new page's heading takes of the typing, by taking the focus, is typed again: a person is slower.
    #[track_caller]
    pub(crate) fn fill(&self, label: &str, text: &str) {
        wait(PATIENCE, || {
            let found = self.ask("select", &json!({ "name": label }))?;
            let id = element_id(&found["element"])?;
            if text.is_empty() {
                self.perform(keys::chord("Backspace"))?;
            } else {
                self.session.ask(async |client| {
                    Element::from_element_id(client, id).send_keys(text).await
                })?;
            }
            let held = into_text(self.ask("value", &json!({ "name": label }))?);
            if held == text {
                return Ok(());
            }
            Err(format!(
                "the field “{label}” was given “{text}” and holds “{held}”"
            ))
        });
    }

    /// What a field holds.
    #[track_caller]
    pub(crate) fn value(&self, label: &str) -> String {
        wait(PATIENCE, || {
            self.ask("value", &json!({ "name": label })).map(into_text)
        })
    }

    /// An ARIA state of a thing (`checked`, `expanded`, `selected`, `disabled`, `current` …), or the
    /// element's own property of that name: mostly "true" or "false".
    #[track_caller]
    pub(crate) fn state(&self, role: &str, name: &str, state: &str) -> String {
        wait(PATIENCE, || {
            self.ask(
                "state",
                &json!({ "role": role, "name": name, "state": state }),
            )
            .map(into_text)
        })
    }

    /// Waits until there is such a thing.
    #[track_caller]
    pub(crate) fn has(&self, role: &str, name: &str) {
        wait(PATIENCE, || match self.count(role, name)? {
            0 => Err(format!(
                "there is no {role} called “{name}”. On the page:\n  {}",
                self.roster()
            )),
            _ => Ok(()),
        });
    }

    /// Waits until there is no such thing.
    #[track_caller]
    pub(crate) fn lacks(&self, role: &str, name: &str) {
        wait(PATIENCE, || match self.count(role, name)? {
            0 => Ok(()),
            _ => Err(format!("there is still a {role} called “{name}”")),
        });
    }

    /// The names of all things of one role, in the page's order, as they are at this moment.
    #[track_caller]
    pub(crate) fn names(&self, role: &str) -> Vec<String> {
        let found = wait(PATIENCE, || self.ask("names", &json!({ "role": role })));
        found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect()
    }

    /// Waits until a text can be read. Space and line ends count as one space; what is hidden from
    /// assistive technology, such as the page beneath a dialog, does not count.
    #[track_caller]
    pub(crate) fn see(&self, text: &str) {
        self.wait_for_text(text, PATIENCE);
    }

    /// Waits for a text that may take longer than others.
    #[track_caller]
    pub(crate) fn wait_for_text(&self, text: &str, patience: Duration) {
        wait(patience, || {
            let read = self.read()?;
            if read.contains(text) {
                return Ok(());
            }
            Err(format!("“{text}” cannot be read. The text is:\n  {read}"))
        });
    }

    /// Waits until a text cannot be read any more.
    #[track_caller]
    pub(crate) fn no_text(&self, text: &str) {
        wait(PATIENCE, || {
            let read = self.read()?;
            if read.contains(text) {
                return Err(format!(
                    "“{text}” can still be read. The text is:\n  {read}"
                ));
            }
            Ok(())
        });
    }

    /// All that can be read at this moment.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        wait(PATIENCE, || self.read())
    }

    /// Presses keys together, as real key events: `"Tab"`, `"Shift+Tab"`, `"Ctrl+k"`, `"/"`.
    #[track_caller]
    pub(crate) fn press(&self, keys: &str) {
        self.perform(keys::chord(keys))
            .unwrap_or_else(|why| panic!("pressing {keys}: {why}"));
    }

    /// Types a text key by key, wherever the focus is.
    #[track_caller]
    pub(crate) fn type_text(&self, text: &str) {
        self.perform(keys::text(text))
            .unwrap_or_else(|why| panic!("typing “{text}”: {why}"));
    }

    /// The accessible name of what has the focus; empty when nothing has. In a list or grid it is the
    /// active item.
    #[track_caller]
    pub(crate) fn focus(&self) -> String {
        self.focused().name
    }

    /// What has the focus, with its role.
    #[track_caller]
    pub(crate) fn focused(&self) -> Thing {
        let found = wait(PATIENCE, || self.ask("focus", &Value::Null));
        Thing {
            role: into_text(found["role"].clone()),
            name: into_text(found["name"].clone()),
        }
    }

    /// Presses Tab until a thing has the focus, and fails with the stops on the way when it never does.
    #[track_caller]
    pub(crate) fn tab_to(&self, role: &str, name: &str) {
        wait(PATIENCE, || {
            self.ask("point", &json!({ "role": role, "name": name }))
        });
        let mut stops = Vec::new();
        while stops.len() < 160 {
            let stop = self.focused();
            if stop.is(role, name) {
                return;
            }
            stops.push(stop.to_string());
            self.press("Tab");
        }
        panic!(
            "Tab never reached the {role} “{name}”. It stopped at:\n  {}",
            stops.join("\n  ")
        );
    }

    fn perform(&self, actions: fantoccini::actions::KeyActions) -> Result<(), String> {
        self.session
            .ask(async |client| client.perform_actions(actions).await)
    }

    fn read(&self) -> Result<String, String> {
        self.ask("text", &Value::Null).map(into_text)
    }

    fn roster(&self) -> String {
        self.ask("roster", &Value::Null)
            .map_or_else(|why| why, into_text)
    }

    fn count(&self, role: &str, name: &str) -> Result<u64, String> {
        let found = self.ask("count", &json!({ "role": role, "name": name }))?;
        found
            .as_u64()
            .ok_or_else(|| format!("the page answered {found}"))
    }

    /// Puts a question to `resolver.js`.
    fn ask(&self, question: &str, needs: &Value) -> Result<Value, String> {
        let path = json!(self.path);
        let arguments = vec![question.into(), path, needs.clone()];
        let reply = self
            .session
            .execute(include_str!("resolver.js"), arguments)?;
        match (reply.get("answer"), reply.get("refusal")) {
            (Some(answer), _) => Ok(answer.clone()),
            (None, Some(refusal)) => Err(into_text(refusal.clone())),
            (None, None) => Err(format!("the page answered {reply}")),
        }
    }
}

/// The driver's own name for an element, under the key that the WebDriver standard fixes.
fn element_id(found: &Value) -> Result<ElementRef, String> {
    let id = found
        .get("element-6066-11e4-a52e-4f735466cecf")
        .and_then(Value::as_str);
    id.map(|id| ElementRef::from(id.to_owned()))
        .ok_or_else(|| format!("the page answered {found}"))
}

/// A place on the page in whole points, as the screen counts.
fn whole(place: f64) -> i64 {
    format!("{place:.0}").parse().unwrap_or(0)
}

fn into_text(value: Value) -> String {
    if let Value::String(text) = value {
        return text;
    }
    value.to_string()
}
