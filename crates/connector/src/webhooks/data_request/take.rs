use chrono::TimeDelta;
use database::{Notice, Tx};
use sea_orm::{EntityTrait, IntoActiveModel};
use shopify::webhook::Topic;

use super::entity::{Entity, Kind, Model, Status};
use super::held::Held;
use crate::webhooks::act::Done;
use crate::webhooks::received;
use crate::webhooks::trigger::Trigger;
use crate::{Connector, Error};

/// For so long a request may wait.
const TIME_ALLOWED: TimeDelta = TimeDelta::days(30);

/// Writes a request down, with what is kept at the moment.
pub(in crate::webhooks) async fn take(
    connector: &Connector,
    tx: &Tx,
    webhook: &received::Model,
    trigger: &Trigger,
) -> Result<Done, Error> {
    let kind = match &webhook.topic {
        Topic::CustomersDataRequest => Kind::CustomerData,
        Topic::CustomersRedact => Kind::RedactCustomer,
        _ => Kind::RedactShop,
    };
    let customer = trigger.customer.as_ref();
    let text = |text: Option<&String>| text.map(|text| text.chars().take(255).collect()).unwrap_or_default();
    let orders: Vec<String> = trigger.orders().iter().map(ToString::to_string).collect();
    let mut request = Model {
        id: connector.random().id(webhook.received_at),
        store: webhook.store.clone(),
        kind,
        status: Status::Open,
        shopify_customer_id: customer.map_or(0, crate::webhooks::trigger::Customer::id),
        email: text(customer.and_then(|customer| customer.email.as_ref())),
        phone_number: text(customer.and_then(|customer| customer.phone.as_ref())),
        order_ids: orders.join(", "),
        requested_at: webhook.received_at,
        due_at: webhook.received_at + TIME_ALLOWED,
        kept_data: String::new(),
        outcome: String::new(),
        handled_by: String::new(),
        handled_at: None,
    };
    request.kept_data = Held::find(tx, &request).await?.to_string();
    let id = request.id;
    Entity::insert(request.into_active_model()).exec_without_returning(tx).await?;
    tx.notify(Notice::new("shopifyDataRequests", id.to_string())).await?;
    Ok(Done::at_once("A person must handle it within 30 days: see Shopify Data Requests."))
}
