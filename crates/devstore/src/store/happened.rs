use std::collections::HashMap;

use super::fulfilment::{Fulfillment, FulfillmentOrder, FulfillmentOrderStatus};
use super::order::Order;

/// Something that other systems want to hear of, as a webhook's topic, and the object that it happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Happened {
    pub topic: Topic,
    /// The number in the id of the object that the topic is about; of the item, for what a location has of it.
    pub id: u64,
    /// The location that it happened at.
    pub location: Option<u64>,
}

impl Happened {
    /// That this happened to an object.
    pub(crate) const fn to(topic: Topic, id: u64) -> Self {
        Self { topic, id, location: None }
    }
}

/// The topics that the store's own changes have, as `WebhookSubscriptionTopic` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Topic {
    CustomersCreate,
    CustomersDelete,
    CustomersUpdate,
    DisputesCreate,
    DisputesUpdate,
    DraftOrdersCreate,
    DraftOrdersDelete,
    DraftOrdersUpdate,
    FulfillmentOrdersCancelled,
    FulfillmentOrdersHoldReleased,
    FulfillmentOrdersMoved,
    FulfillmentOrdersOrderRoutingComplete,
    FulfillmentOrdersPlacedOnHold,
    FulfillmentOrdersSplit,
    FulfillmentsCreate,
    FulfillmentsUpdate,
    InventoryItemsCreate,
    InventoryItemsDelete,
    InventoryItemsUpdate,
    InventoryLevelsConnect,
    InventoryLevelsDisconnect,
    InventoryLevelsUpdate,
    LocationsActivate,
    LocationsCreate,
    LocationsDeactivate,
    LocationsUpdate,
    OrdersCancelled,
    OrdersCreate,
    OrdersEdited,
    OrdersFulfilled,
    OrdersPaid,
    OrdersPartiallyFulfilled,
    OrdersRiskAssessmentChanged,
    OrdersUpdated,
    OrderTransactionsCreate,
    ProductsCreate,
    ProductsDelete,
    ProductsUpdate,
    RefundsCreate,
    ReturnsApprove,
    ReturnsCancel,
    ReturnsClose,
    ReturnsDecline,
    ReturnsProcess,
    ReturnsReopen,
    ReturnsRequest,
}

impl Topic {
    /// Whether it is about an item, or what a location has of one.
    fn is_of_stock(self) -> bool {
        matches!(self.kind(), "InventoryItem" | "InventoryLevel")
    }

    /// The type of the object that the topic is about.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::CustomersCreate | Self::CustomersDelete | Self::CustomersUpdate => "Customer",
            Self::DisputesCreate | Self::DisputesUpdate => "ShopifyPaymentsDispute",
            Self::DraftOrdersCreate | Self::DraftOrdersDelete | Self::DraftOrdersUpdate => "DraftOrder",
            Self::FulfillmentOrdersCancelled
            | Self::FulfillmentOrdersHoldReleased
            | Self::FulfillmentOrdersMoved
            | Self::FulfillmentOrdersOrderRoutingComplete
            | Self::FulfillmentOrdersPlacedOnHold
            | Self::FulfillmentOrdersSplit => "FulfillmentOrder",
            Self::FulfillmentsCreate | Self::FulfillmentsUpdate => "Fulfillment",
            Self::InventoryItemsCreate | Self::InventoryItemsDelete | Self::InventoryItemsUpdate => "InventoryItem",
            Self::InventoryLevelsConnect | Self::InventoryLevelsDisconnect | Self::InventoryLevelsUpdate => {
                "InventoryLevel"
            }
            Self::LocationsActivate | Self::LocationsCreate | Self::LocationsDeactivate | Self::LocationsUpdate => {
                "Location"
            }
            Self::OrdersCancelled
            | Self::OrdersCreate
            | Self::OrdersEdited
            | Self::OrdersFulfilled
            | Self::OrdersPaid
            | Self::OrdersPartiallyFulfilled
            | Self::OrdersRiskAssessmentChanged
            | Self::OrdersUpdated => "Order",
            Self::OrderTransactionsCreate => "OrderTransaction",
            Self::ProductsCreate | Self::ProductsDelete | Self::ProductsUpdate => "Product",
            Self::RefundsCreate => "Refund",
            Self::ReturnsApprove
            | Self::ReturnsCancel
            | Self::ReturnsClose
            | Self::ReturnsDecline
            | Self::ReturnsProcess
            | Self::ReturnsReopen
            | Self::ReturnsRequest => "Return",
        }
    }
}

/// What is told of the stock is told as it is by then, so once is enough for a level that has changed several times, or
/// an item: what is told of it next is something else.
pub(super) fn each_once(mut happened: Vec<Happened>) -> Vec<Happened> {
    let mut last = HashMap::new();
    happened
        .retain(|one| !one.topic.is_of_stock() || last.insert((one.id, one.location), one.topic) != Some(one.topic));
    happened
}

/// What happened to an order between two of its states, in the order in which it is told.
///
/// That it is found by comparing makes it impossible for a mutation to forget it.
pub(super) fn to_order(old: Option<&Order>, new: &Order) -> Vec<Happened> {
    let topic = if old.is_some() { Topic::OrdersUpdated } else { Topic::OrdersCreate };
    let mut happened = vec![Happened::to(topic, new.id)];
    let mut when = |topic: Topic, is: fn(&Order) -> bool| {
        if is(new) && !old.is_some_and(is) {
            happened.push(Happened::to(topic, new.id));
        }
    };
    when(Topic::OrdersPaid, |order| order.financial_status() == "PAID");
    when(Topic::OrdersCancelled, |order| order.cancellation.is_some());
    when(Topic::OrdersPartiallyFulfilled, |order| order.fulfillment_status == "PARTIALLY_FULFILLED");
    when(Topic::OrdersFulfilled, |order| order.fulfillment_status == "FULFILLED");
    let mut made = |topic: Topic, ids: fn(&Order) -> Vec<u64>| {
        let known = old.map(ids).unwrap_or_default();
        let new = ids(new).into_iter().filter(|id| !known.contains(id));
        happened.extend(new.map(|id| Happened::to(topic, id)));
    };
    made(Topic::OrderTransactionsCreate, |order| order.transactions.iter().map(|part| part.id).collect());
    made(Topic::FulfillmentsCreate, |order| order.fulfillments.iter().map(|part| part.id).collect());
    made(Topic::RefundsCreate, |order| order.refunds.iter().map(|part| part.id).collect());
    for new in &new.fulfillments {
        let mut known = old.iter().flat_map(|old| &old.fulfillments).filter(|old| old.id == new.id);
        let differs = |old: &Fulfillment| {
            old.cancelled != new.cancelled || old.tracking != new.tracking || old.events.len() != new.events.len()
        };
        if known.any(differs) {
            happened.push(Happened::to(Topic::FulfillmentsUpdate, new.id));
        }
    }
    for new in &new.fulfillment_orders {
        let before = old.and_then(|old| old.fulfillment_order(new.id));
        let cancelled = |waiting: &FulfillmentOrder| waiting.status == FulfillmentOrderStatus::Cancelled;
        if before.is_none() && old.is_none() {
            happened.push(Happened::to(Topic::FulfillmentOrdersOrderRoutingComplete, new.id));
        }
        if cancelled(new) && before.is_some_and(|before| !cancelled(before)) {
            happened.push(Happened::to(Topic::FulfillmentOrdersCancelled, new.id));
        }
    }
    happened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_itself_is_told_once_and_what_comes_again_is_told_again() {
        let level = |topic| Happened { topic, id: 1, location: Some(2) };
        let (update, order) = (level(Topic::InventoryLevelsUpdate), Happened::to(Topic::OrdersUpdated, 1));
        let (comes, goes) = (level(Topic::InventoryLevelsConnect), level(Topic::InventoryLevelsDisconnect));
        let happened = [&comes, &update, &update, &order, &update, &goes, &comes, &order];
        let told = each_once(happened.into_iter().cloned().collect());
        assert_eq!(told.iter().collect::<Vec<_>>(), [&comes, &update, &order, &goes, &comes, &order]);
    }
}
