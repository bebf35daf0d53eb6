//! The shipping agent service (table 5790): what an agent offers.

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::{Code, DateFormula};

use crate::{Error, Result};

/// A service of a shipping agent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shipping_agent_service")]
#[record(name = "shippingAgentServices", caption = "Shipping Agent Service")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The agent.
    #[sea_orm(unique_key = "service")]
    pub shipping_agent_code: Code<10>,
    /// Its code.
    #[sea_orm(unique_key = "service")]
    #[record(sort)]
    pub code: Code<10>,
    /// What it is.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// From the day on which goods are sent to the day on which they come.
    pub shipping_time: DateFormula,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Checks that an agent offers a service; a blank one needs no agent.
///
/// # Errors
/// [`Error::Field`].
pub async fn check(c: &impl ConnectionTrait, agent: &Code<10>, service: &Code<10>) -> Result<()> {
    let Some(service) = service.non_blank() else { return Ok(()) };
    let of_agent = Entity::find().filter(Column::ShippingAgentCode.eq(agent.clone()));
    if of_agent.filter(Column::Code.eq(service.clone())).one(c).await?.is_some() {
        return Ok(());
    }
    let problem = match agent.non_blank() {
        Some(agent) => format!("the shipping agent {agent} has no service {service}: create it, or choose another"),
        None => format!("{service} is a service of a shipping agent: choose the agent, too"),
    };
    Err(Error::Field { field: "shippingAgentServiceCode", problem })
}
