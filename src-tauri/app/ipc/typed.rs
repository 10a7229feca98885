//! The edge where what the page sends becomes typed. What does not fit is answered with the field and a
//! sentence, as the form shows it, not with the framework's text.

use domain::text::TextError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use super::error::{FieldProblem, IpcError};

/// A request, or the first field of it that can't be taken.
pub(super) struct Typed<T>(Result<T, FieldProblem>);

impl<T> Typed<T> {
    /// The request.
    ///
    /// # Errors
    /// [`IpcError::Invalid`] with the field that can't be taken.
    pub(super) fn parsed(self) -> Result<T, IpcError> {
        self.0.map_err(|problem| IpcError::Invalid {
            fields: vec![problem],
        })
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Typed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        Ok(Self(serde_path_to_error::deserialize(value).map_err(
            |error| {
                let said = error.inner().to_string();
                let known = TextError::ALL
                    .into_iter()
                    .find(|known| said == known.to_string());
                FieldProblem {
                    field: error.path().to_string(),
                    problem: known
                        .map_or(
                            "Check this: it can't be taken as it is.",
                            records::text_problem,
                        )
                        .to_owned(),
                }
            },
        )))
    }
}
