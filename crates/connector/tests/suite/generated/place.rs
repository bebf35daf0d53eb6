use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::case::{Case, Edit, Placed, text};
use crate::paid_back;
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
    presentmentCurrencyCode
    lineItems(first: 1) { nodes { id currentQuantity } }
    transactions(first: 5) { id kind status gateway amountSet { presentmentMoney { amount } } } } }";
const WORTH: &str = "query($id: ID!, $lines: [RefundLineItemInput!]) { order(id: $id) {
    suggestedRefund(refundLineItems: $lines) { amountSet { presentmentMoney { amount } } } } }";
const TO_SEND: &str = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 1) { nodes { id status } } } }";
const SENT: &str = "query($id: ID!) { order(id: $id) { fulfillments(first: 5) {
    fulfillmentLineItems(first: 50) { nodes { id quantity lineItem { id sku currentQuantity } } } } } }";
const PROCESS: &str = "mutation($input: ReturnProcessInput!) {
    returnProcess(input: $input) { return { id } userErrors { field message } } }";
const REFUND: &str = "mutation($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { message } } }";

/// About what a piece costs that a buyer gets instead.
const CHEAP: Decimal = Decimal::ONE_HUNDRED;

/// Makes an order in the store, and does to it what is done before it is imported; `instead` is the variant that a buyer
/// gets for what comes back. Returns its global id.
pub async fn place(world: &World, seed: u64, case: &Case, instead: &Value) -> String {
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
    if let Some((pieces, beside)) = case.refund {
        refund(world, &id, seed, pieces, beside).await;
    }
    if let Some(pieces) = case.exchange {
        exchange(world, &id, &vec![instead.clone(); usize::try_from(pieces).unwrap()]).await;
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
    let worth = worth(world, id, &lines).await + Decimal::new(beside, 2);
    // What was paid by several means at once is paid back by none of them alone.
    let Some(paid) = payment(&order, worth) else { return };
    let money = json!([{ "orderId": id, "parentId": paid["id"], "kind": "REFUND", "gateway": paid["gateway"],
        "amount": worth.to_string() }]);
    let input = json!({ "orderId": id, "note": "Sorry", "refundLineItems": lines, "transactions": money,
        "currency": order["presentmentCurrencyCode"] });
    graphql(&world.store, REFUND, json!({ "input": input, "key": seed.to_string() })).await;
}

/// What these pieces of an order were worth, in the buyer's money.
async fn worth(world: &World, id: &str, lines: &Value) -> Decimal {
    let worth = graphql(&world.store, WORTH, json!({ "id": id, "lines": lines })).await;
    amount(&worth["order"]["suggestedRefund"]["amountSet"])
}

/// The payment by which so much can be paid back.
fn payment(order: &Value, worth: Decimal) -> Option<&Value> {
    let paid = order["transactions"].as_array().unwrap().iter().filter(|paid| paid["kind"] == "SALE");
    let most = paid.max_by_key(|paid| amount(&paid["amountSet"]));
    most.filter(|paid| worth > Decimal::ZERO && amount(&paid["amountSet"]) >= worth)
}

/// Sends an order and takes a piece of its goods back; the buyer gets other variants instead, and the rest of its worth.
async fn exchange(world: &World, id: &str, instead: &[Value]) {
    let waits = graphql(&world.store, TO_SEND, json!({ "id": id })).await["order"].clone();
    if waits["fulfillmentOrders"]["nodes"][0]["status"] != "OPEN" {
        return;
    }
    paid_back::send(&world.store, id).await;
    let sent = graphql(&world.store, SENT, json!({ "id": id })).await["order"]["fulfillments"].clone();
    let sent = sent.as_array().unwrap().iter();
    let mut sent = sent.flat_map(|parcel| parcel["fulfillmentLineItems"]["nodes"].as_array().unwrap());
    let is_goods = |line: &&Value| {
        let item = &line["lineItem"];
        item["sku"].is_string() && item["currentQuantity"].as_i64() > Some(0) && line["quantity"].as_i64() > Some(0)
    };
    let Some(line) = sent.find(is_goods) else { return };
    let of_order = &line["lineItem"]["id"];
    let lines = json!([{ "lineItemId": of_order, "quantity": 1, "restockType": "NO_RESTOCK" }]);
    let worth = worth(world, id, &lines).await - Decimal::from(instead.len()) * CHEAP;
    let back = paid_back::give_back(&world.store, id, &line["id"], 1, instead).await;
    let order = graphql(&world.store, PARTS, json!({ "id": id })).await["order"].clone();
    let currency = &order["presentmentCurrencyCode"];
    // What is still to be paid is not paid back.
    let paid = payment(&order, worth).filter(|paid| paid["status"] == "SUCCESS");
    let money = paid.map(|paid| {
        let amount = json!({ "amount": worth.to_string(), "currencyCode": currency });
        json!({ "issueRefund": { "orderTransactions": [{ "parentId": paid["id"], "transactionAmount": amount }] } })
    });
    let reverse = &back["reverseFulfillmentOrders"]["nodes"][0]["lineItems"]["nodes"][0]["id"];
    let disposed = json!([{ "dispositionType": "RESTOCKED", "locationId": paid_back::LOCATION, "quantity": 1,
        "reverseFulfillmentOrderLineItemId": reverse }]);
    let exchanged = back["exchangeLineItems"]["nodes"].as_array().unwrap().iter();
    let input = json!({
        "returnId": back["id"],
        "returnLineItems": [
            { "id": back["returnLineItems"]["nodes"][0]["id"], "quantity": 1, "dispositions": disposed },
        ],
        "exchangeLineItems": exchanged.map(|line| json!({ "id": line["id"], "quantity": 1 })).collect::<Vec<_>>(),
        "financialTransfer": money,
    });
    done(world, PROCESS, "returnProcess", json!({ "input": input })).await;
}

fn amount(bag: &Value) -> Decimal {
    bag["presentmentMoney"]["amount"].as_str().unwrap().parse().unwrap()
}

/// What a mutation answers that must not fail.
async fn done(world: &World, document: &str, name: &str, variables: Value) -> Value {
    let answer = graphql(&world.store, document, variables).await[name].clone();
    assert_eq!(answer["userErrors"], json!([]), "{name}");
    answer
}
