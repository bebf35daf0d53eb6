use std::sync::Arc;

use serde::Deserialize;

use super::user_error::UserError;
use crate::store::State;
use crate::store::upload::Upload;

/// `StagedUploadInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct StagedUploadInput {
    pub resource: String,
    pub filename: String,
    pub mime_type: String,
    pub http_method: Option<String>,
    pub file_size: Option<serde_json::Value>,
}

/// Resources whose size must be known before they are uploaded.
const SIZED: &[&str] = &["MODEL_3D", "VIDEO"];

/// `stagedUploadsCreate`: a place for each file.
pub(crate) fn staged_uploads_create(
    state: &mut State,
    inputs: Vec<StagedUploadInput>,
) -> Result<Vec<Arc<Upload>>, Vec<UserError>> {
    let errors: Vec<UserError> = inputs.iter().enumerate().flat_map(|(place, input)| check(place, input)).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(inputs.into_iter().map(|input| stage(state, input)).collect())
}

fn check(place: usize, input: &StagedUploadInput) -> Vec<UserError> {
    let place = place.to_string();
    let mut errors = Vec::new();
    let mut say = |field: &str, message: &str| errors.push(UserError::new(&["input", &place, field], message));
    if input.filename.trim().is_empty() {
        say("filename", "filename can't be blank");
    }
    if input.mime_type.trim().is_empty() {
        say("mimeType", "mimeType can't be blank");
    }
    if SIZED.contains(&input.resource.as_str()) && input.file_size.is_none() {
        say("fileSize", "file size is required for this resource");
    }
    errors
}

fn stage(state: &mut State, input: StagedUploadInput) -> Arc<Upload> {
    let id = state.ids.next();
    let folder = if input.resource == "BULK_MUTATION_VARIABLES" { "bulk" } else { "files" };
    let name: String = input.filename.chars().map(|c| if c == '/' || c.is_control() { '_' } else { c }).collect();
    let upload = Arc::new(Upload {
        key: format!("tmp/{}/{folder}/{id}/{name}", state.shop.id),
        mime_type: input.mime_type,
        posted: input.http_method.as_deref() == Some("POST"),
        content: None,
    });
    state.uploads.insert(upload.key.clone(), Arc::clone(&upload));
    upload
}
