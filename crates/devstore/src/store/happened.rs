use super::order::Order;

/// Something that other systems want to hear of, as a webhook's topic, and the object that it happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Happened {
    pub topic: Topic,
    /// The number in the id of the object that the topic is about.
    pub id: u64,
}

/// The topics that the store's own changes have, as `WebhookSubscriptionTopic` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Topic {
    CustomersCreate,
    CustomersUpdate,
    OrdersCreate,
    OrdersFulfilled,
    OrdersPaid,
    OrdersUpdated,
    OrderTransactionsCreate,
    ProductsCreate,
    ProductsUpdate,
}

impl Topic {
    /// The type of the object that the topic is about.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::CustomersCreate | Self::CustomersUpdate => "Customer",
            Self::OrdersCreate | Self::OrdersFulfilled | Self::OrdersPaid | Self::OrdersUpdated => "Order",
            Self::OrderTransactionsCreate => "OrderTransaction",
            Self::ProductsCreate | Self::ProductsUpdate => "Product",
        }
    }
}

/// What happened to an order between two of its states, in the order in which it is told.
///
/// That it is found by comparing makes it impossible for a mutation to forget it.
pub(super) fn to_order(old: Option<&Order>, new: &Order) -> Vec<Happened> {
    let mut happened = vec![Happened { topic: Topic::OrdersCreate, id: new.id }];
    if old.is_some() {
        happened = vec![Happened { topic: Topic::OrdersUpdated, id: new.id }];
    }
    let mut when = |topic: Topic, is: fn(&Order) -> bool| {
        if is(new) && !old.is_some_and(is) {
            happened.push(Happened { topic, id: new.id });
        }
    };
    when(Topic::OrdersPaid, |order| order.financial_status() == "PAID");
    when(Topic::OrdersFulfilled, |order| order.fulfillment_status == "FULFILLED");
    let known = |id: u64| old.is_some_and(|old| old.transactions.iter().any(|transaction| transaction.id == id));
    for transaction in new.transactions.iter().filter(|transaction| !known(transaction.id)) {
        happened.push(Happened { topic: Topic::OrderTransactionsCreate, id: transaction.id });
    }
    happened
}
