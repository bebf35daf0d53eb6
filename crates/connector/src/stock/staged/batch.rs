//! What is on its way to Shopify: written down before it is sent, with the key by which Shopify knows it again.

use sea_orm::entity::prelude::*;
use values::Code;

values::options! {
    /// How far a batch is.
    pub enum State {
        /// It was not sent, or what came of it is not known.
        #[default]
        Open => "Open",
        /// The store has spoken.
        Settled => "Settled",
    }
}

/// A call that sets quantities.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_stock_batch")]
pub struct Model {
    /// Its id, and the key by which Shopify knows it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(indexed)]
    pub shop_code: Code<20>,
    /// How far it is.
    #[sea_orm(indexed)]
    pub state: State,
    /// When it was written down.
    #[sea_orm(indexed)]
    pub created_at: ChronoDateTimeUtc,
    /// The variables, as they are sent each time.
    #[sea_orm(column_type = "Text")]
    pub variables: String,
    /// The places whose numbers these are, in their order, as JSON.
    #[sea_orm(column_type = "Text")]
    pub places: String,
}

/// A batch has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
