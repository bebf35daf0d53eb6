//! The shipping agent (table 291).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Result, chosen};

/// A shipping agent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shipping_agent")]
#[record(name = "shippingAgents", caption = "Shipping Agent")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// Its name.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
    /// Where a parcel is followed; `%1` stands for its number.
    pub internet_address: String,
    /// Our own number with the agent.
    pub account_number: String,
    /// The name by which stores know the agent, where that is another one.
    pub tracking_company: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Checks that a shipping agent that is to be chosen is there; none or a blank one may always be.
///
/// # Errors
/// [`crate::Error::Unknown`].
pub(crate) async fn check(connection: &impl ConnectionTrait, code: Option<&Code<10>>) -> Result<()> {
    chosen::check::<Entity, _>(connection, Column::Code, code, "shipping agent").await
}
