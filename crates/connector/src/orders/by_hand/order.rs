use access::{Action, Area, Principal};
use back_office::Error as Refused;
use back_office::shipping_agents::service;
use back_office::{customers, payment_methods, salespeople, shipment_methods, shipping_agents};
use database::{Tx, search};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use values::Code;

use super::check::{put, require, require_open};
use crate::Error;
use crate::orders::staged::order::{Entity, Model};

/// What a person chose for an order: what is left out stays as it is, what is blank is looked for by the next mapping, but
/// for the salesperson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderChoice {
    /// The customer who buys.
    pub sell_to_customer_number: Option<Code<20>>,
    /// The customer who pays.
    pub bill_to_customer_number: Option<Code<20>>,
    /// How it is sent.
    pub shipment_method_code: Option<Code<10>>,
    /// Who sends it.
    pub shipping_agent_code: Option<Code<10>>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Option<Code<10>>,
    /// How it is paid.
    pub payment_method_code: Option<Code<10>>,
    /// Who has sold it; blank: the customer's salesperson.
    pub salesperson_code: Option<Code<20>>,
}

/// Gives an order what a person chose for it, in the turn of its store. Returns it as it is now.
///
/// # Errors
/// A missing permission; [`Error::OrderState`] when it has its document; [`Error::Given`] for what is not there.
pub async fn choose_order(tx: &Tx, by: &Principal, order: &Model, choice: &OrderChoice) -> Result<Model, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    require_open(order)?;
    check(tx, choice).await?;
    let chosen = with(order.clone(), choice);
    service::check(tx, &chosen.shipping_agent_code, &chosen.shipping_agent_service_code).await?;
    Entity::update(chosen.clone().into_active_model().reset_all()).exec(tx).await?;
    search::keep::<Entity>(tx, [&chosen]).await?;
    tx.changed::<Entity>(&[chosen.id]).await?;
    Ok(chosen)
}

/// The order with what was chosen. Who buys pays, where nobody else does; a service goes with its agent.
fn with(mut order: Model, choice: &OrderChoice) -> Model {
    put(&mut order.sell_to_customer_number, choice.sell_to_customer_number.as_ref());
    if order.sell_to_customer_number.is_blank() {
        order.bill_to_customer_number = Code::blank();
    }
    put(&mut order.bill_to_customer_number, choice.bill_to_customer_number.as_ref());
    if order.bill_to_customer_number.is_blank() {
        order.bill_to_customer_number = order.sell_to_customer_number.clone();
    }
    if choice.shipping_agent_code.as_ref().is_some_and(|agent| *agent != order.shipping_agent_code) {
        order.shipping_agent_service_code = Code::blank();
    }
    put(&mut order.shipping_agent_code, choice.shipping_agent_code.as_ref());
    put(&mut order.shipping_agent_service_code, choice.shipping_agent_service_code.as_ref());
    put(&mut order.shipment_method_code, choice.shipment_method_code.as_ref());
    put(&mut order.payment_method_code, choice.payment_method_code.as_ref());
    put(&mut order.salesperson_code, choice.salesperson_code.as_ref());
    order
}

async fn check(tx: &Tx, choice: &OrderChoice) -> Result<(), Error> {
    let sell_to = choice.sell_to_customer_number.as_ref().map(Code::as_str);
    require::<customers::Entity>(tx, customers::Column::Number, sell_to, "sellToCustomerNumber", "customer").await?;
    let bill_to = choice.bill_to_customer_number.as_ref().map(Code::as_str);
    require::<customers::Entity>(tx, customers::Column::Number, bill_to, "billToCustomerNumber", "customer").await?;
    let method = choice.shipment_method_code.as_ref().map(Code::as_str);
    let code = shipment_methods::Column::Code;
    require::<shipment_methods::Entity>(tx, code, method, "shipmentMethodCode", "shipment method").await?;
    let agent = choice.shipping_agent_code.as_ref().map(Code::as_str);
    let code = shipping_agents::Column::Code;
    require::<shipping_agents::Entity>(tx, code, agent, "shippingAgentCode", "shipping agent").await?;
    let method = choice.payment_method_code.as_ref().map(Code::as_str);
    let code = payment_methods::Column::Code;
    require::<payment_methods::Entity>(tx, code, method, "paymentMethodCode", "payment method").await?;
    let salesperson = salespeople::check(tx, choice.salesperson_code.as_ref()).await;
    salesperson.map_err(|error| match error {
        why @ (Refused::Unknown { .. } | Refused::Blocked { .. }) => {
            Error::Given { name: "salespersonCode", reason: why.to_string() }
        }
        other => other.into(),
    })
}
