//! How far a shop has come in the guided set-up.

use sea_orm::entity::prelude::*;

values::options! {
    /// A step of the guide.
    pub enum Step {
        /// What is to be synced.
        #[default]
        Sync => "Sync",
        /// Which accounts and templates are used.
        Accounts => "Accounts",
        /// The first import.
        Import => "Import",
        /// Whether the VAT agrees.
        Vat => "VAT",
        /// What recurs.
        Schedules => "Schedules",
        /// Whether all is in order, and going live.
        Live => "Live",
    }
}

/// The guide of one shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_setup_guide")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// The step at which a person is.
    pub step: Step,
    /// When it was begun.
    pub begun_at: ChronoDateTimeUtc,
    /// When the shop went live; nothing: it has not.
    pub live_at: Option<ChronoDateTimeUtc>,
    /// Who let it.
    pub live_by: String,
}

/// A guide has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
