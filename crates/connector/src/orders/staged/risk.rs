//! What speaks for or against an order being a fraud (table 30123).

use database::Record;
use sea_orm::entity::prelude::*;

values::options! {
    /// How likely it is.
    pub enum Level {
        /// Nothing is said.
        #[default]
        Blank => "",
        /// Hardly.
        Low => "Low",
        /// Perhaps.
        Medium => "Medium",
        /// Very.
        High => "High",
        /// It is looked into.
        Pending => "Pending",
        /// Not at all.
        None => "None",
        .. Other
    }
}

values::options! {
    /// Which way a fact speaks.
    pub enum Sentiment {
        /// There is none.
        #[default]
        Blank => "",
        /// Against the order.
        Negative => "Negative",
        /// Neither way.
        Neutral => "Neutral",
        /// For it.
        Positive => "Positive",
        .. Other
    }
}

/// A staged fact of an assessment; of one without facts, the assessment itself.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_risk")]
#[record(name = "shopifyOrderRisks", caption = "Shopify Order Risk")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The place in the list.
    #[record(caption = "Line No.", sort)]
    pub line_number: i32,
    /// How likely a fraud is, says the assessment.
    pub level: Level,
    /// Which way the fact speaks.
    pub sentiment: Sentiment,
    /// The fact.
    #[sea_orm(column_type = "Text")]
    pub message: String,
}

/// A staged risk has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
