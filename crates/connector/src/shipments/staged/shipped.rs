//! Which fulfilments in Shopify a posted shipment is: one for each place from which it was sent, and each 250 lines.

use std::collections::BTreeMap;

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ConditionalStatement, Index, IndexCreateStatement};
use values::Code;

use crate::Error;

values::options! {
    /// Where goods were sent first.
    pub enum Origin {
        /// The shipment was posted here, and its fulfilment was made in Shopify from it.
        #[default]
        BackOffice => "Back Office",
        /// The fulfilment was made in Shopify, and belongs to a shipment that was posted here by itself.
        TakenOver => "Taken Over",
        /// The fulfilment was made in Shopify, and the shipment was posted from it.
        Shopify => "Shopify",
    }
}

/// A fulfilment of a posted shipment. It is written down before it is asked for, and then has no id in Shopify.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_shipment_fulfillment")]
#[record(name = "shopifyFulfillments", caption = "Shopify Fulfillment")]
pub struct Model {
    /// The public id, which is also that of the change in Shopify that makes it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_code: Code<20>,
    /// The posted shipment.
    #[sea_orm(indexed)]
    #[record(caption = "Shipment ID")]
    pub shipment_id: Uuid,
    /// Its number.
    #[record(caption = "Shipment No.", sort)]
    pub shipment_number: Code<20>,
    /// The order's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_order_id: i64,
    /// What people call the order.
    #[record(caption = "Shopify Order No.")]
    pub shopify_order_number: String,
    /// Its id in Shopify; 0 as long as it is not known that it was made.
    #[sea_orm(indexed)]
    #[record(caption = "Shopify Fulfillment ID", sort)]
    pub shopify_fulfillment_id: i64,
    /// Its number there, as `#1001.1`.
    pub name: String,
    /// Where the goods were sent first.
    pub origin: Origin,
    /// The id in Shopify of the location from which they were sent; 0 for one that is gone.
    pub location_id: i64,
    /// The carrier, as Shopify was told.
    pub tracking_company: String,
    /// The number there.
    #[record(caption = "Tracking No.")]
    pub tracking_number: String,
    /// The page of the carrier.
    #[record(caption = "Tracking URL")]
    pub tracking_url: String,
    /// How many pieces.
    pub quantity: i64,
    /// When it was asked for, or found.
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// How many pieces of each line of the order, by its id in Shopify, as JSON.
    #[sea_orm(column_type = "Text")]
    #[record(skip)]
    pub pieces: String,
    /// The ids of the order's fulfilments before it was asked for, parted by commas: it is none of these.
    #[sea_orm(column_type = "Text")]
    #[record(skip)]
    pub known_before: String,
}

/// A fulfilment has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How many pieces of each line of an order, by its id in Shopify.
pub(crate) type Pieces = BTreeMap<i64, i64>;

/// Pieces as they are kept.
///
/// # Errors
/// [`Error::Unwritable`], which never happens.
pub(crate) fn written(pieces: &Pieces) -> Result<String, Error> {
    serde_json::to_string(pieces).map_err(|error| Error::Unwritable(error.to_string()))
}

impl Model {
    /// How many pieces of each line.
    pub(crate) fn pieces(&self) -> Pieces {
        serde_json::from_str(&self.pieces).unwrap_or_default()
    }

    /// Whether it was there before this one was asked for.
    pub(crate) fn was_known(&self, fulfillment: i64) -> bool {
        self.known_before.split(',').any(|known| known.parse() == Ok(fulfillment))
    }
}

/// A shipment is posted once from each fulfilment that was made in Shopify.
pub(crate) fn posted_once() -> IndexCreateStatement {
    Index::create()
        .name("ux_shopify_shipment_fulfillment_posted")
        .unique()
        .table(Entity)
        .col(Column::ShopifyFulfillmentId)
        .cond_where(Column::Origin.eq(Origin::Shopify))
        .to_owned()
}
