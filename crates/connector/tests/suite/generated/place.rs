use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::case::{Case, Edit, Placed, text};
use crate::store::{self, graphql, make_special};
use crate::world::World;

const BEGIN: &str = "mutation($id: ID!) { orderEditBegin(id: $id) {
    calculatedOrder { id lineItems(first: 20) { nodes { id editableQuantity } } } userErrors { message } } }";
const QUANTITY: &str = "mutation($id: ID!, $line: ID!, $left: Int!) {
    orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $left) { userErrors { message } } }";
const ADDED: &str = "mutation($id: ID!, $price: MoneyInput!) {
    orderEditAddCustomItem(id: $id, title: \"Engraving\", price: $price, quantity: 1, taxable: false) {
    userErrors { message } } }";
const CHEAPER: &str = "mutation($id: ID!, $line: ID!, $discount: OrderEditAppliedDiscountInput!) {
    orderEditAddLineItemDiscount(id: $id, lineItemId: $line, discount: $discount) { userErrors { message } } }";
const COMMIT: &str = "mutation($id: ID!) { orderEditCommit(id: $id) { userErrors { message } } }";
const DRAFT: &str = "mutation($draft: DraftOrderInput!) { draftOrderCreate(input: $draft) {
    draftOrder { id } userErrors { message } } }";
const COMPLETE: &str = "mutation($id: ID!) { draftOrderComplete(id: $id, paymentPending: true) {
    draftOrder { order { id } } userErrors { message } } }";
const PARTS: &str = "query($id: ID!) { order(id: $id) {
    lineItems(first: 1) { nodes { id currentQuantity } }
    transactions(first: 5) { id kind gateway amountSet { shopMoney { amount } } } } }";
const WORTH: &str = "query($id: ID!, $lines: [RefundLineItemInput!]) { order(id: $id) {
    suggestedRefund(refundLineItems: $lines) { amountSet { shopMoney { amount } } } } }";
const REFUND: &str = "mutation($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { message } } }";

/// Makes an order in the store, and does to it what is done before it is imported. Returns its global id.
pub async fn place(world: &World, seed: u64, case: &Case) -> String {
    let id = match &case.placed {
        Placed::Order(order) => store::place(&world.store, with_card(order, case.paid)).await,
        Placed::Draft(draft) => complete(world, draft).await,
    };
    if let Some(special) = &case.special {
        make_special(&world.store, &id, special.clone()).await;
    }
    if !case.edits.is_empty() {
        edit(world, &id, &case.edits).await;
    }
    if case.paid.is_some() {
        // One that costs nothing, or that a gift card has paid, is paid already.
        graphql(
            &world.store,
            "mutation($id: ID!) { orderMarkAsPaid(input: { id: $id }) { userErrors { message } } }",
            json!({ "id": id }),
        )
        .await;
    }
    if let Some((pieces, beside)) = case.refund.filter(|_| !case.is_in_euros() && case.edits.is_empty()) {
        refund(world, &id, seed, pieces, beside).await;
    }
    id
}

/// The order with a gift card that pays the first of it.
fn with_card(order: &Value, paid: Option<i64>) -> Value {
    let Some(cents) = paid.filter(|cents| *cents > 0 && order.get("presentmentCurrency").is_none()) else {
        return order.clone();
    };
    let amount = json!({ "shopMoney": { "amount": text(cents), "currencyCode": "NOK" } });
    let card = json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "gift_card", "amountSet": amount,
        "receiptJson": { "gift_card_id": 999 } });
    store::with(order.clone(), json!({ "transactions": [card] }))
}

async fn complete(world: &World, draft: &Value) -> String {
    let made = done(world, DRAFT, "draftOrderCreate", json!({ "draft": draft })).await;
    let completed = done(world, COMPLETE, "draftOrderComplete", json!({ "id": made["draftOrder"]["id"] })).await;
    completed["draftOrder"]["order"]["id"].as_str().unwrap().to_owned()
}

async fn edit(world: &World, id: &str, edits: &[Edit]) {
    let begun = done(world, BEGIN, "orderEditBegin", json!({ "id": id })).await["calculatedOrder"].clone();
    let lines = begun["lineItems"]["nodes"].as_array().unwrap();
    let id = &begun["id"];
    for edit in edits {
        // What an edit can't do to an order it leaves as it is.
        match edit {
            Edit::Quantity { line, left } => {
                let Some(line) = lines.get(*line).filter(|line| line["editableQuantity"].as_i64() > Some(*left)) else {
                    continue;
                };
                graphql(&world.store, QUANTITY, json!({ "id": id, "line": line["id"], "left": left })).await;
            }
            Edit::Added { cents } => {
                let price = json!({ "amount": text(*cents), "currencyCode": "NOK" });
                graphql(&world.store, ADDED, json!({ "id": id, "price": price })).await;
            }
            Edit::Cheaper { line, percent } => {
                let Some(line) = lines.get(*line) else { continue };
                let discount = json!({ "description": "Agreed", "percentValue": percent });
                graphql(&world.store, CHEAPER, json!({ "id": id, "line": line["id"], "discount": discount })).await;
            }
        }
    }
    // One without any change is refused.
    graphql(&world.store, COMMIT, json!({ "id": id })).await;
}

/// Takes pieces of the first line back and pays what they were worth, and something beside.
async fn refund(world: &World, id: &str, seed: u64, pieces: i64, beside: i64) {
    let order = graphql(&world.store, PARTS, json!({ "id": id })).await["order"].clone();
    let line = &order["lineItems"]["nodes"][0];
    let pieces = pieces.min(line["currentQuantity"].as_i64().unwrap());
    let lines = match pieces {
        0 => json!([]),
        _ => json!([{ "lineItemId": line["id"], "quantity": pieces, "restockType": "NO_RESTOCK" }]),
    };
    let worth = graphql(&world.store, WORTH, json!({ "id": id, "lines": lines })).await;
    let worth = amount(&worth["order"]["suggestedRefund"]["amountSet"]) + Decimal::new(beside, 2);
    let paid = order["transactions"].as_array().unwrap().iter().filter(|paid| paid["kind"] == "SALE");
    let most = paid.max_by_key(|paid| amount(&paid["amountSet"]));
    // What was paid by several means at once is paid back by none of them alone.
    let Some(paid) = most.filter(|paid| worth > Decimal::ZERO && amount(&paid["amountSet"]) >= worth) else { return };
    let money = json!([{ "orderId": id, "parentId": paid["id"], "kind": "REFUND", "gateway": paid["gateway"],
        "amount": worth.to_string() }]);
    let input = json!({ "orderId": id, "note": "Sorry", "refundLineItems": lines, "transactions": money });
    graphql(&world.store, REFUND, json!({ "input": input, "key": seed.to_string() })).await;
}

fn amount(bag: &Value) -> Decimal {
    bag["shopMoney"]["amount"].as_str().unwrap().parse().unwrap()
}

/// What a mutation answers that must not fail.
async fn done(world: &World, document: &str, name: &str, variables: Value) -> Value {
    let answer = graphql(&world.store, document, variables).await[name].clone();
    assert_eq!(answer["userErrors"], json!([]), "{name}");
    answer
}
