//! Data requests: what customers, or a store that has left, ask about what is kept of them.

use database::Record;
use sea_orm::entity::prelude::*;

values::options! {
    /// What is asked for.
    pub enum Kind {
        /// What is kept about a customer.
        #[default]
        CustomerData => "Customer Data",
        /// That a customer's personal data is removed.
        RedactCustomer => "Redact Customer",
        /// That the personal data of all of a store's customers is removed.
        RedactShop => "Redact Shop",
    }
}

values::options! {
    /// How far it is.
    pub enum Status {
        /// A person must handle it.
        #[default]
        Open => "Open",
        /// It was handled.
        Done => "Done",
    }
}

/// A data request.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_data_request")]
#[record(name = "shopifyDataRequests", caption = "Shopify Data Request")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    pub store: String,
    /// What is asked for.
    pub kind: Kind,
    /// How far it is.
    #[sea_orm(indexed)]
    pub status: Status,
    /// The customer's id in Shopify; 0 for a whole store.
    #[record(caption = "Shopify Customer Id")]
    pub shopify_customer_id: i64,
    /// The customer's e-mail.
    pub email: String,
    /// The customer's phone.
    #[record(caption = "Phone No.")]
    pub phone_number: String,
    /// The ids in Shopify of the orders that the request names.
    #[sea_orm(column_type = "Text")]
    pub order_ids: String,
    /// When it was asked for.
    #[record(sort)]
    pub requested_at: ChronoDateTimeUtc,
    /// Until when it must be handled.
    #[record(sort)]
    pub due_at: ChronoDateTimeUtc,
    /// What Kobling kept when it was asked.
    #[sea_orm(column_type = "Text")]
    pub kept_data: String,
    /// What was done: what was removed, what stays, and why.
    #[sea_orm(column_type = "Text")]
    pub outcome: String,
    /// Who has handled it.
    pub handled_by: String,
    /// When.
    pub handled_at: Option<ChronoDateTimeUtc>,
}

/// A data request has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The ids in Shopify of the orders that it names.
    pub(super) fn named_orders(&self) -> Vec<i64> {
        self.order_ids.split(", ").filter_map(|id| id.parse().ok()).collect()
    }
}
