//! Where a recipient is, and whether the country is adequate (UK GDPR Art 45A; RULEBOOK SHA-07).

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::text::TextError;

/// The day as of which [`Country::destination`] has the list of approved countries.
pub const ADEQUATE_AS_OF: &str = "2026-11-23";

/// The European Economic Area, and the countries the United Kingdom approved by regulations for all that is given here.
/// The United States are not among them: their bridge is for organisations that joined it, which is a mechanism to record.
const ADEQUATE: &[&str] = &[
    "AD", "AR", "AT", "BE", "BG", "CA", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FO", "FR",
    "GG", "GI", "GR", "HR", "HU", "IE", "IL", "IM", "IS", "IT", "JE", "JP", "KR", "LI", "LT", "LU",
    "LV", "MT", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SI", "SK", "UY",
];

/// Other countries (ISO 3166-1).
const OTHERS: &[&str] = &[
    "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AU", "AW", "AX", "AZ", "BA", "BB", "BD", "BF", "BH",
    "BI", "BJ", "BM", "BN", "BO", "BR", "BS", "BT", "BW", "BY", "BZ", "CD", "CF", "CG", "CI", "CL",
    "CM", "CN", "CO", "CR", "CU", "CV", "DJ", "DM", "DO", "DZ", "EC", "EG", "ER", "ET", "FJ", "FK",
    "FM", "GA", "GD", "GE", "GH", "GM", "GN", "GQ", "GT", "GW", "GY", "HK", "HN", "HT", "ID", "IN",
    "IQ", "IR", "JM", "JO", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KW", "KY", "KZ", "LA", "LB",
    "LC", "LK", "LR", "LS", "LY", "MA", "MC", "MD", "ME", "MG", "MH", "MK", "ML", "MM", "MN", "MO",
    "MR", "MS", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NE", "NG", "NI", "NP", "NR", "OM", "PA",
    "PE", "PG", "PH", "PK", "PS", "PW", "PY", "QA", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SG",
    "SH", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV", "SY", "SZ", "TC", "TD", "TG", "TH", "TJ",
    "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "US", "UZ", "VA", "VC", "VE",
    "VG", "VN", "VU", "WS", "XK", "YE", "ZA", "ZM", "ZW",
];

const HOME: &str = "GB";

/// A country by its two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(
    feature = "bindings",
    derive(ts_rs::TS),
    ts(type = "string", export_to = "bindings.ts")
)]
pub struct Country(&'static str);

/// What the law makes of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(export_to = "bindings.ts"))]
pub enum Destination {
    /// The United Kingdom: no transfer.
    Home,
    /// In the EEA, or approved: no mechanism is needed.
    Adequate,
    /// Anywhere else: a mechanism is needed.
    Elsewhere,
}

impl Country {
    /// The United Kingdom.
    pub const HOME: Self = Self(HOME);

    /// Reads the two letters.
    ///
    /// # Errors
    /// [`TextError::Empty`] when they are no country's.
    pub fn parse(code: &str) -> Result<Self, TextError> {
        Self::all()
            .find(|country| country.0 == code)
            .ok_or(TextError::Empty)
    }

    /// Every country, the United Kingdom first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(HOME)
            .chain(ADEQUATE.iter().copied())
            .chain(OTHERS.iter().copied())
            .map(Self)
    }

    /// Its two letters.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// What the law makes of it.
    pub fn destination(self) -> Destination {
        if self.0 == HOME {
            Destination::Home
        } else if ADEQUATE.contains(&self.0) {
            Destination::Adequate
        } else {
            Destination::Elsewhere
        }
    }
}

// Not derived: its letters are the program's own, and outlive what they are read from.
impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::parse(&code).map_err(D::Error::custom)
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.0.to_owned()
    }
}
