use serde::Deserialize;

use crate::Id;

/// What has an id, of which nothing else is asked for.
#[derive(Clone, Debug, Deserialize)]
pub struct WithId {
    /// The id.
    pub id: Id,
}
