//! Shop Inventory (table 30112): how many there are of a variant at a location, on both sides.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A variant at a location of the store.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_inventory")]
#[record(name = "shopifyInventory", caption = "Shop Inventory")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "place")]
    pub shop_code: Code<20>,
    /// The variant's id in Shopify.
    #[sea_orm(unique_key = "place")]
    #[record(sort)]
    pub shopify_variant_id: i64,
    /// The location's id in Shopify.
    #[sea_orm(unique_key = "place")]
    pub location_id: i64,
    /// The product's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_product_id: i64,
    /// The id in Shopify of what the variant is in stock.
    pub inventory_item_id: i64,
    /// The item.
    #[sea_orm(indexed)]
    #[record(caption = "Item No.", sort)]
    pub item_number: Code<20>,
    /// The item's variant; blank counts all of them.
    pub variant_code: Code<10>,
    /// The unit of measure that an option of the variant tells; blank where none does.
    #[record(skip)]
    pub uom_option_value: String,
    /// What the product and the variant are called.
    pub display_name: String,
    /// What the location is called.
    pub location_name: String,
    /// What can be sold of it, as Shopify last said or was told.
    pub shopify_stock: i64,
    /// What open orders in Shopify had promised when that was last read.
    #[record(caption = "Committed in Shopify")]
    pub shopify_committed: i64,
    /// What was there when that was last read.
    #[record(caption = "On Hand in Shopify")]
    pub shopify_on_hand: i64,
    /// When Shopify's number was that, by the store's own clock: orders that were made later are not in it. None: it is not
    /// known and is read before anything is sent.
    #[record(skip)]
    pub said_at: Option<ChronoDateTimeUtc>,
    /// When Shopify's number was read or set last.
    pub last_synced_on: Option<ChronoDateTimeUtc>,
    /// What can be sold of it by what is known here; negative when more is promised than there is.
    #[record(caption = "Last Calculated Stock")]
    pub stock: i64,
    /// When that was worked out.
    pub last_calculated_on: Option<ChronoDateTimeUtc>,
    /// How many of those that Shopify has sold have no document here; they are in the stock no more.
    #[record(caption = "In Orders Without Document")]
    pub waiting: i64,
    /// How many more can be sold by what is known here than Shopify thinks; negative: fewer.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub difference: i64,
    /// Whether the location has it.
    #[record(caption = "Stocked in Shopify")]
    pub stocked: bool,
    /// Why it was not sent; blank when it was, or there was nothing to send.
    pub error_message: String,
}

/// A place has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What Shopify is to say: never less than nothing.
    pub fn wanted(&self) -> i64 {
        self.stock.max(0)
    }

    /// The same with the difference as the two numbers stand. Both are compared as what can be sold: nothing is nothing.
    #[must_use]
    pub(crate) fn compared(self) -> Self {
        let difference = if self.stocked { self.wanted() - self.shopify_stock.max(0) } else { 0 };
        Self { difference, ..self }
    }
}
