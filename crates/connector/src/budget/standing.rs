use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, EntityTrait};
use shopify::budget::{Shared, Standing};

use super::entity::{Entity, Model};
use super::ledger::since_epoch;
use crate::Error;

impl Model {
    /// How the budget stands `now`, with what has run in since it was last settled with.
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        let shared: Shared = serde_json::from_str(&self.shared).unwrap_or_default();
        shared.standing(since_epoch(now))
    }
}

/// The budget of the store with this domain; none before its first call.
///
/// # Errors
/// What the database says.
pub async fn of_store(connection: &impl ConnectionTrait, store: &str) -> Result<Option<Model>, Error> {
    Ok(Entity::find_by_id(store.to_owned()).one(connection).await?)
}
