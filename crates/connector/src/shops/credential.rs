//! How a store is entered, sealed. A table of its own, so that no list of shops can ever show it.

use sea_orm::entity::prelude::*;

/// The sealed token of one shop.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_shop_credential")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// The access token, sealed by the vault.
    pub sealed_token: String,
    /// When it was given.
    pub updated_at: ChronoDateTimeUtc,
}

/// A credential has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credential").field("shop_id", &self.shop_id).finish_non_exhaustive()
    }
}
