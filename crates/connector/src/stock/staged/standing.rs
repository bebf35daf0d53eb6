//! How far the stock of a shop has been compared.

use sea_orm::entity::prelude::*;
use values::Code;

/// How the stock of a shop stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_stock_standing")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_code: Code<20>,
    /// When all numbers were last compared with Shopify's.
    pub compared_at: Option<ChronoDateTimeUtc>,
    /// The day for which stock was last worked out: a day that begins changes it, too.
    pub worked_out_for: Option<ChronoDate>,
    /// How often its set-up was changed: a comparison that had begun before is not one of the new set-up.
    pub changes: i32,
    /// The log entry of the run whose turn it is to send the stock.
    pub sent_by: Option<Uuid>,
}

/// A standing has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
