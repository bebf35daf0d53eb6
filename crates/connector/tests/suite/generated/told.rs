use std::collections::HashMap;

use serde_json::{Value, json};
use values::money::Amount;

use crate::store::graphql;
use crate::world::World;

const ORDERS: &str = "query($after: String) { orders(first: 250, after: $after, sortKey: ID) {
    nodes { id totalRefundedSet { ...both } currentTotalPriceSet { ...both }
      refunds(first: 20) { id totalRefundedSet { ...both } }
      totalCashRoundingAdjustment { paymentSet { ...both } } }
    pageInfo { hasNextPage endCursor } } }
  fragment both on MoneyBag { shopMoney { amount } presentmentMoney { amount } }";

/// What an order costs, as the store tells it.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub shop: Amount,
    pub presentment: Amount,
}

/// What all orders of the store cost, and what their refunds have paid back, by the numbers in their global ids.
pub async fn costs(world: &World) -> (HashMap<i64, Cost>, HashMap<i64, Cost>) {
    let (mut costs, mut paid_back, mut after) = (HashMap::new(), HashMap::new(), Value::Null);
    loop {
        let page = graphql(&world.store, ORDERS, json!({ "after": after })).await["orders"].clone();
        for order in page["nodes"].as_array().unwrap() {
            let cost = Cost { shop: cost(order, "shopMoney"), presentment: cost(order, "presentmentMoney") };
            costs.insert(number(order), cost);
            for refund in order["refunds"].as_array().unwrap() {
                let of = |money: &str| amount(&refund["totalRefundedSet"], money);
                paid_back.insert(number(refund), Cost { shop: of("shopMoney"), presentment: of("presentmentMoney") });
            }
        }
        if page["pageInfo"]["hasNextPage"] == false {
            return (costs, paid_back);
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

/// What the buyer has to pay for it now, and what was paid back already: that has a document of its own.
fn cost(order: &Value, money: &str) -> Amount {
    amount(&order["currentTotalPriceSet"], money)
        + amount(&order["totalRefundedSet"], money)
        + amount(&order["totalCashRoundingAdjustment"]["paymentSet"], money)
}

fn amount(bag: &Value, money: &str) -> Amount {
    bag[money]["amount"].as_str().map_or(Amount::ZERO, |text| text.parse().unwrap())
}

/// The number in a global id.
fn number(of: &Value) -> i64 {
    of["id"].as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}
