use serde::Deserialize;

/// `CreateMediaInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MediaInput {
    pub alt: Option<String>,
    pub media_content_type: String,
    pub original_source: String,
}

/// `FileSetInput`: a file that is there, by its id, or a new one, by its address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct FileInput {
    pub alt: Option<String>,
    pub content_type: Option<String>,
    pub filename: Option<String>,
    pub id: Option<String>,
    pub original_source: Option<String>,
}
