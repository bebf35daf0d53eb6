//! The fulfilment order (table 30143): a part of a Shopify order that one location sends in one way.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::orders::options::DeliveryMethod;

values::options! {
    /// How far a fulfilment order has come.
    pub enum Status {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// It may be sent.
        Open => "Open",
        /// Some of it was sent.
        InProgress => "In Progress",
        /// All of it was sent.
        Closed => "Closed",
        /// It was called off.
        Cancelled => "Cancelled",
        /// The service that was to send it can't.
        Incomplete => "Incomplete",
        /// It is not to be sent yet.
        OnHold => "On Hold",
        /// It is to be sent later.
        Scheduled => "Scheduled",
        .. Other
    }
}

values::options! {
    /// How far a service was asked to send a fulfilment order.
    pub enum RequestStatus {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// It has accepted.
        Accepted => "Accepted",
        /// It has accepted not to.
        CancellationAccepted => "Cancellation Accepted",
        /// It sends it all the same.
        CancellationRejected => "Cancellation Rejected",
        /// It was asked not to.
        CancellationRequested => "Cancellation Requested",
        /// It is done.
        Closed => "Closed",
        /// It does not send it.
        Rejected => "Rejected",
        /// It was asked.
        Submitted => "Submitted",
        /// It was not asked.
        Unsubmitted => "Unsubmitted",
        .. Other
    }
}

/// A staged fulfilment order.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_fulfillment_order")]
#[record(name = "shopifyFulfillmentOrders", caption = "Shopify Fulfillment Order")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_code: Code<20>,
    /// Its id in Shopify.
    #[record(caption = "Shopify Fulfillment Order ID", sort)]
    pub shopify_fulfillment_order_id: i64,
    /// The order's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_order_id: i64,
    /// What people call the order.
    #[record(caption = "Shopify Order No.")]
    pub shopify_order_number: String,
    /// How far it has come.
    pub status: Status,
    /// How far a service was asked to send it.
    pub request_status: RequestStatus,
    /// How it is sent.
    pub delivery_method_type: DeliveryMethod,
    /// The id in Shopify of the location that sends it; 0 for one that is gone.
    pub location_id: i64,
    /// That location's name.
    pub location_name: String,
    /// Why it is not to be sent yet.
    pub hold_reasons: String,
    /// When it last changed in Shopify.
    pub updated_at: ChronoDateTimeUtc,
    /// When it was read.
    #[record(sort)]
    pub read_at: ChronoDateTimeUtc,
}

/// A staged fulfilment order has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
