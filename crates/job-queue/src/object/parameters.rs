use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Filters;

/// What an entry keeps of its request page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    /// The version of the object's options that wrote them.
    pub version: u32,
    /// The options.
    #[serde(default)]
    pub options: Value,
    /// The filters.
    #[serde(default)]
    pub filters: Filters,
}

impl Parameters {
    /// As they are stored.
    pub(crate) fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From what is stored.
    pub(crate) fn from_text(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
