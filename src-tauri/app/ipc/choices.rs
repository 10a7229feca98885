//! What the page and the program say to each other about the window itself, and about pictures of figures.

use serde::{Deserialize, Serialize};

/// How large everything is drawn, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub(crate) struct Zoom(u16);

impl Zoom {
    /// What can be chosen.
    const CHOICES: [u16; 6] = [100, 110, 125, 150, 175, 200];

    /// As a factor of the usual size.
    pub(crate) fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl TryFrom<u16> for Zoom {
    type Error = &'static str;

    fn try_from(percent: u16) -> Result<Self, Self::Error> {
        if Self::CHOICES.contains(&percent) {
            Ok(Self(percent))
        } else {
            Err("there is no such choice")
        }
    }
}

impl From<Zoom> for u16 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

/// Chooses how large everything is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SetZoom {
    /// 100, 110, 125, 150, 175 or 200.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub(crate) percent: Zoom,
}

/// Saves a picture of figures.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) struct SavePicture {
    /// Of what.
    pub(crate) of: PictureOf,
    /// The picture, as the page draws it.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub(crate) svg: Svg,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub(crate) enum PictureOf {
    /// How far applications come.
    Funnel,
    /// Where people come from.
    Sources,
    /// How long applications stay at a stage.
    Stays,
    /// Permissions that end.
    Permissions,
    /// When records go.
    Weeks,
}

impl PictureOf {
    /// The word of the journal.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Funnel => "funnel",
            Self::Sources => "sources",
            Self::Stays => "stays",
            Self::Permissions => "permissions",
            Self::Weeks => "weeks",
        }
    }

    /// What its file is called, before the day.
    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::Funnel => "how-far-applications-come",
            Self::Sources => "where-people-come-from",
            Self::Stays => "time-at-each-stage",
            Self::Permissions => "permissions-that-end",
            Self::Weeks => "when-records-go",
        }
    }
}

/// A picture as SVG text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Svg(String);

impl Svg {
    /// The most bytes a picture has.
    const MOST: usize = 512 * 1024;

    /// The file's bytes.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

impl TryFrom<String> for Svg {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let whole = text.starts_with("<svg ") && text.trim_end().ends_with("</svg>");
        // A picture draws; whatever opens it later runs nothing and fetches nothing.
        let lower = text.to_ascii_lowercase();
        let draws = !["<script", "<foreignobject", "href", "url("]
            .iter()
            .any(|other| lower.contains(other));
        if whole && draws && text.len() <= Self::MOST {
            Ok(Self(text))
        } else {
            Err("is no picture of figures")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Svg, Zoom};

    #[test]
    fn a_picture_draws_and_does_nothing_else() {
        let of = |text: &str| Svg::try_from(text.to_owned());
        assert!(of("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>\n").is_ok());
        for other in [
            "<html></html>",
            "<svg ><script>1</script></svg>",
            "<svg ><image href=\"http://example.org\"/></svg>",
            "<svg ><foreignObject/></svg>",
            "<svg >",
        ] {
            assert!(of(other).is_err(), "{other}");
        }
        assert!(of(&format!("<svg >{}</svg>", " ".repeat(Svg::MOST))).is_err());
    }

    #[test]
    fn the_window_is_drawn_from_its_usual_size_to_twice_that() {
        assert!(Zoom::try_from(100).is_ok() && Zoom::try_from(200).is_ok());
        assert!(Zoom::try_from(50).is_err() && Zoom::try_from(300).is_err());
    }
}
