//! Goods of a Shopify order that were sent, handed over or picked up together (table 30111).

use database::Record;
use sea_orm::entity::prelude::*;

values::options! {
    /// Whether a fulfilment was made.
    pub enum Status {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// It was.
        Success => "Success",
        /// It was called off.
        Cancelled => "Cancelled",
        /// It went wrong.
        Error => "Error",
        /// The service could not.
        Failure => "Failure",
        .. Other
    }
}

values::options! {
    /// Where a fulfilment is.
    pub enum DeliveryStatus {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// It was sent.
        Fulfilled => "Fulfilled",
        /// It is on its way.
        InTransit => "In Transit",
        /// It is brought today.
        OutForDelivery => "Out For Delivery",
        /// It is there.
        Delivered => "Delivered",
        /// It waits to be picked up.
        ReadyForPickup => "Ready For Pickup",
        /// It was picked up.
        PickedUp => "Picked Up",
        .. Other
    }
}

/// A staged fulfilment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_fulfillment")]
#[record(name = "shopifyOrderFulfillments", caption = "Shopify Order Fulfillment")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The order's id in Shopify.
    pub shopify_order_id: i64,
    /// The fulfilment's id in Shopify.
    #[record(caption = "Shopify Fulfillment ID", sort)]
    pub shopify_fulfillment_id: i64,
    /// Its number, as `#1001.1`.
    pub name: String,
    /// Whether it was made.
    pub status: Status,
    /// Where it is.
    pub delivery_status: DeliveryStatus,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// How many pieces.
    pub total_quantity: i32,
    /// The numbers at the carrier, the first first, separated by commas.
    #[record(caption = "Tracking No.")]
    pub tracking_number: String,
    /// The carrier's page for the first of them.
    #[record(caption = "Tracking URL")]
    pub tracking_url: String,
    /// The carrier.
    pub tracking_company: String,
    /// The id in Shopify of the location that it was sent from; 0 for none.
    pub location_id: i64,
    /// That location's name.
    pub location_name: String,
}

/// A staged fulfilment has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
