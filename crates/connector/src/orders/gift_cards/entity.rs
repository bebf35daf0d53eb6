use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

/// A gift card.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_gift_card")]
#[record(name = "shopifyGiftCards", caption = "Shopify Gift Card")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "card")]
    pub store: String,
    /// The shop whose orders told of it first.
    pub shop_code: Code<20>,
    /// Its id in Shopify; 0 for one that was sold and has not paid yet.
    #[sea_orm(unique_key = "card", indexed)]
    #[record(sort)]
    pub gift_card_id: i64,
    /// The line that sold it, by its id in Shopify; 0 for one that no order has sold.
    #[sea_orm(unique_key = "card")]
    pub order_line_id: i64,
    /// Which of the line's cards it is, from 1; 0 for one that no order has sold.
    #[sea_orm(unique_key = "card")]
    pub piece: i32,
    /// The order that sold it, as `#1001`.
    #[record(caption = "Shopify Order No.")]
    pub shopify_order_number: String,
    /// The end of its code.
    pub last_characters: String,
    /// For how much it was sold, in shop money; nothing once that was paid back.
    pub amount: Amount,
    /// How much of it has paid, as far as the orders tell that are staged.
    pub known_used_amount: Amount,
    /// What is left of it, as Shopify last said.
    pub balance: Amount,
    /// Whether it can pay, as Shopify last said.
    pub enabled: bool,
    /// When Shopify said so; none where the app may not read gift cards, or nobody has asked.
    #[record(caption = "Balance Read At")]
    pub balance_read_at: Option<ChronoDateTimeUtc>,
}

/// A gift card has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
