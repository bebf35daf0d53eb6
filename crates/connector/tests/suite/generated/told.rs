use std::collections::HashMap;

use serde_json::{Value, json};
use values::money::Amount;

use crate::store::graphql;
use crate::world::World;

const ORDERS: &str = "query($after: String) { orders(first: 250, after: $after, sortKey: ID) {
    nodes { id totalRefundedSet { ...both } currentTotalPriceSet { ...both }
      totalCashRoundingAdjustment { paymentSet { ...both } } }
    pageInfo { hasNextPage endCursor } } }
  fragment both on MoneyBag { shopMoney { amount } presentmentMoney { amount } }";

/// What an order costs, as the store tells it.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub shop: Amount,
    pub presentment: Amount,
}

/// What all orders of the store cost, by the number in their global ids.
pub async fn costs(world: &World) -> HashMap<i64, Cost> {
    let (mut costs, mut after) = (HashMap::new(), Value::Null);
    loop {
        let page = graphql(&world.store, ORDERS, json!({ "after": after })).await["orders"].clone();
        for order in page["nodes"].as_array().unwrap() {
            let id = order["id"].as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap();
            costs.insert(id, Cost { shop: cost(order, "shopMoney"), presentment: cost(order, "presentmentMoney") });
        }
        if page["pageInfo"]["hasNextPage"] == false {
            return costs;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

/// What the buyer has to pay for it now, and what was paid back already: that has a document of its own.
fn cost(order: &Value, money: &str) -> Amount {
    let amount = |bag: &Value| bag[money]["amount"].as_str().map_or(Amount::ZERO, |text| text.parse().unwrap());
    amount(&order["currentTotalPriceSet"])
        + amount(&order["totalRefundedSet"])
        + amount(&order["totalCashRoundingAdjustment"]["paymentSet"])
}
