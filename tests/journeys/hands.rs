//! One person at the window, with a mouse or with nothing but a keyboard: the same deeds either way, so that a story is
//! told once and walked twice.

use crate::harness::{Part, Window};
use crate::six_months;

/// What somebody has at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hands {
    /// Points and clicks; types into fields.
    Mouse,
    /// Never points. Before each deed the focus must be somewhere a person can tell.
    Keyboard,
}

/// Somebody at the window.
#[derive(Debug)]
pub(crate) struct Person<'w> {
    window: &'w Window,
    hands: Hands,
}

impl<'w> Person<'w> {
    /// Sits down at a window that has just opened.
    pub(crate) fn at(window: &'w Window, hands: Hands) -> Self {
        if hands == Hands::Keyboard {
            window.has("heading", "Welcome to Fairhold");
            window.press("Tab");
        }
        Self { window, hands }
    }

    /// Goes to a thing by Tab.
    #[track_caller]
    fn reach(&self, role: &str, name: &str) {
        self.keeps_the_focus();
        self.window.tab_to(role, name);
    }

    /// Fails when nothing has the focus: whoever cannot point would begin at the top of the page again.
    #[track_caller]
    fn keeps_the_focus(&self) {
        self.window
            .until("document.activeElement !== document.body");
    }

    /// Presses a button, or follows a link.
    #[track_caller]
    pub(crate) fn press(&self, role: &str, name: &str) {
        match self.hands {
            Hands::Mouse => self.window.click(role, name),
            Hands::Keyboard => {
                self.reach(role, name);
                self.window.press("Enter");
            }
        }
    }

    /// Sends the form of a dialog by the button at its end, and waits until the dialog is gone.
    #[track_caller]
    pub(crate) fn send(&self, dialog: &str, button: &str) {
        match self.hands {
            Hands::Mouse => self.window.within("dialog", dialog).click("button", button),
            Hands::Keyboard => self.press("button", button),
        }
        self.window.lacks("dialog", dialog);
    }

    /// Writes into an empty field.
    #[track_caller]
    pub(crate) fn write(&self, label: &str, text: &str) {
        match self.hands {
            Hands::Mouse => self.window.fill(label, text),
            Hands::Keyboard => {
                self.reach("textbox", label);
                self.window.type_text(text);
                assert_eq!(self.window.value(label), text, "the keys went into {label}");
            }
        }
    }

    /// Writes a day into its three boxes.
    #[track_caller]
    pub(crate) fn date(&self, label: &str, digits: &str) {
        match self.hands {
            Hands::Mouse => six_months::type_date(self.window, label, digits),
            Hands::Keyboard => {
                self.reach("spinbutton", &format!("day, {label}"));
                self.window.type_text(digits);
            }
        }
    }

    /// Ticks a box.
    #[track_caller]
    pub(crate) fn tick(&self, name: &str) {
        match self.hands {
            Hands::Mouse => self.window.click("checkbox", name),
            Hands::Keyboard => {
                self.reach("checkbox", name);
                self.window.press("Space");
            }
        }
    }

    /// Takes one of a group of radio buttons. Tab stops once in a group, arrows go through it.
    #[track_caller]
    pub(crate) fn choose(&self, group: &str, name: &str) {
        let choices = self.window.within("radiogroup", group);
        choices.has("radio", name);
        if self.hands == Hands::Mouse {
            return choices.click("radio", name);
        }
        self.keeps_the_focus();
        let all = choices.names("radio");
        self.go_on("Tab", |focus| {
            focus.role == "radio" && all.contains(&focus.name)
        });
        self.go_on("Down", |focus| focus.is("radio", name));
        self.window.press("Space");
    }

    /// Takes one of a list that a button opens: of a menu, or of a field with choices.
    #[track_caller]
    pub(crate) fn pick(&self, button: &str, role: &str, name: &str) {
        self.press("button", button);
        self.window.has(role, name);
        match self.hands {
            Hands::Mouse => self.window.click(role, name),
            Hands::Keyboard => {
                self.go_on("Down", |focus| focus.is(role, name));
                self.window.press("Enter");
            }
        }
    }

    /// Takes one of a long list, found by typing how it begins.
    #[track_caller]
    pub(crate) fn find(&self, label: &str, typed: &str, option: &str) {
        match self.hands {
            Hands::Mouse => {
                self.window.click("combobox", label);
                self.window.fill(label, typed);
                self.window.click("option", option);
            }
            Hands::Keyboard => {
                self.reach("combobox", label);
                self.window.type_text(typed);
                self.window.has("option", option);
                self.window.press("Down");
                self.window.press("Enter");
            }
        }
    }

    /// Turns to a part of a page.
    #[track_caller]
    pub(crate) fn turn_to(&self, tab: &str) {
        if self.hands == Hands::Mouse {
            return self.window.click("tab", tab);
        }
        self.keeps_the_focus();
        self.window.has("tab", tab);
        self.go_on("Tab", |focus| focus.role == "tab");
        self.go_on("Right", |focus| focus.is("tab", tab));
    }

    /// Goes to a place, or opens somebody or something by name.
    #[track_caller]
    pub(crate) fn go(&self, to: To<'_>) {
        match (self.hands, to) {
            (Hands::Mouse, To::Place(place)) => six_months::go_to(self.window, place),
            (Hands::Mouse, To::Vacancy(title)) => {
                six_months::go_to(self.window, "Vacancies");
                self.window.click("link", title);
            }
            (Hands::Mouse, To::Candidate(name)) => {
                six_months::go_to(self.window, "Candidates");
                self.window.click("row", &format!("{name}…"));
            }
            (Hands::Keyboard, To::Place(place)) => {
                self.by_palette(place, &format!("Go to {place}…"));
            }
            (Hands::Keyboard, To::Vacancy(name) | To::Candidate(name)) => {
                self.by_palette(name, &format!("{name}…"));
            }
        }
        let (To::Place(heading) | To::Vacancy(heading) | To::Candidate(heading)) = to;
        self.window.has("heading", heading);
    }

    #[track_caller]
    fn by_palette(&self, typed: &str, entry: &str) {
        self.keeps_the_focus();
        self.window.press("Ctrl+k");
        self.window.has("dialog", "Find or go");
        self.window.type_text(typed);
        self.window.has("option", entry);
        self.go_on("Down", |focus| focus.is("option", entry));
        self.window.press("Enter");
    }

    /// Locks the window, for somebody else to sign in.
    #[track_caller]
    pub(crate) fn hand_over_to(&self, name: &str, passphrase: &str) {
        if self.hands == Hands::Mouse {
            return crate::people::sign_in_as(self.window, name, passphrase);
        }
        self.window.press("Ctrl+l");
        self.window.has("heading", "Sign in");
        self.choose("Who are you?", name);
        self.write("Passphrase", passphrase);
        self.window.press("Enter");
        self.window.has("navigation", "Places");
    }

    /// Moves a card of the board to the stage beside it on the right: drags it there, or moves it by a key.
    #[track_caller]
    pub(crate) fn move_card(&self, name: &str, stage: &str) {
        let card = format!("{name}…");
        let column = format!("{stage}, …");
        match self.hands {
            Hands::Mouse => self.window.drag(("link", &card), ("heading", &column)),
            Hands::Keyboard => {
                self.reach("link", &card);
                self.window.press("Shift+Right");
            }
        }
        self.column(stage).has("link", &card);
        if self.hands == Hands::Keyboard {
            self.window
                .until("document.activeElement.id.startsWith('card-')");
        }
    }

    /// A column of the board.
    pub(crate) fn column(&self, stage: &str) -> Part {
        self.window.within("region", &format!("{stage}, …"))
    }

    /// Presses a key until what has the focus is what is looked for.
    #[track_caller]
    fn go_on(&self, key: &str, found: impl Fn(&crate::harness::Thing) -> bool) {
        let mut stops = Vec::new();
        while stops.len() < 80 {
            let focus = self.window.focused();
            if found(&focus) {
                return;
            }
            stops.push(focus.to_string());
            self.window.press(key);
        }
        panic!(
            "{key} never came to it. It stopped at:\n  {}",
            stops.join("\n  ")
        );
    }
}

/// Where somebody goes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum To<'n> {
    /// A place of the navigation.
    Place(&'n str),
    /// A vacancy, by its title.
    Vacancy(&'n str),
    /// A candidate, by their name.
    Candidate(&'n str),
}
