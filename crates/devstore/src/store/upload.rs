use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A file that an app may upload, or has uploaded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Upload {
    /// What a later mutation names it by.
    pub key: String,
    pub mime_type: String,
    /// Whether it comes as a form, not as it is.
    pub posted: bool,
    /// What was uploaded; it does not survive the process.
    #[serde(skip)]
    pub content: Option<Arc<[u8]>>,
}
