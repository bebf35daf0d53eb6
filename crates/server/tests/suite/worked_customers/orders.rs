//! Orders find their customers, and webhooks their shops.

use axum::http::Method;
use database::Engine;
use devstore::DEFAULT_DOMAIN;
use job_queue::{Worker, WorkerOptions};
use rstest::rstest;
use serde_json::{Value, json};
use shopify::webhook::signature;

use super::{Desk, address, claudia};
use crate::call::Call;

const SECRET: &str = "hush";

impl Desk {
    /// Places an order, imports it, and gives the numbers of who buys and who pays.
    async fn customers_of(&self, fields: Value) -> [Value; 2] {
        let price = json!({ "shopMoney": { "amount": "100.00", "currencyCode": "NOK" } });
        let mut order = json!({ "currency": "NOK", "taxesIncluded": true,
            "lineItems": [{ "title": "Lue", "sku": "1000", "quantity": 1, "priceSet": price }] });
        order.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let document = "mutation($order: OrderCreateOrderInput!) {
            orderCreate(order: $order) { order { id } userErrors { message } } }";
        self.done(document, "orderCreate", json!({ "order": order })).await;
        self.log_of(30104, json!({})).await;
        let order = self.list("shopifyOrders", &[("$orderby", "shopifyOrderId desc")]).await.remove(0);
        [order["sellToCustomerNumber"].clone(), order["billToCustomerNumber"].clone()]
    }

    /// Tells Kobling of an order, as the store does.
    async fn tell(&self, id: &str) {
        let body = json!({ "id": 1, "admin_graphql_api_id": "gid://shopify/Order/1" });
        let call = Call::new(Method::POST, "/webhooks/shopify").header("x-shopify-topic", "orders/create");
        let call = call.header("x-shopify-shop-domain", DEFAULT_DOMAIN).header("x-shopify-webhook-id", id);
        let signed = signature(&SECRET.into(), body.to_string().as_bytes());
        let call = call.header("x-shopify-event-id", id).header("x-shopify-hmac-sha256", signed);
        call.body(body).send(&self.world.router).await.expect(200);
    }

    async fn give_secret(&self, shop: &str) {
        let path = format!("shopifyShops/{shop}/Kobling.giveWebhookSecret");
        self.world.change(Method::POST, path, json!({ "secret": SECRET })).await.expect(200);
    }

    /// For which shops entries are ready.
    async fn ready(&self) -> Vec<String> {
        let entries = self.list("jobQueueEntries", &[("$filter", "status eq 'Ready'")]).await;
        let mut scopes: Vec<String> = entries.iter().map(|entry| entry["scope"].as_str().unwrap().to_owned()).collect();
        scopes.sort();
        scopes
    }
}

/// E26.
#[rstest]
#[tokio::test]
async fn an_order_that_names_nobody_goes_to_the_default_customer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let default = desk.customer(json!({ "number": "20000" })).await;
    let strategy = "Always take the default customer";
    desk.card(json!({ "customerMappingType": strategy, "defaultCustomerNumber": default })).await;
    assert_eq!(desk.customers_of(json!({})).await, ["20000", "20000"]);
    let order = desk.only("shopifyOrders").await;
    assert_eq!((&order["sellToCustomerName"], &order["customerId"]), (&json!(""), &json!(0)));
}

/// E27.
#[rstest]
#[tokio::test]
async fn where_no_customer_is_imported_orders_go_to_the_default_one_and_nobody_is_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.customer(json!({ "number": "20000" })).await;
    let norway =
        desk.list("shopifyCustomerSetupByCountry", &[("$filter", "countryRegionCode eq 'NO'")]).await.remove(0);
    let path = format!("shopifyCustomerSetupByCountry/{}", norway["id"].as_str().unwrap());
    desk.world.change(Method::DELETE, path, json!({})).await.expect(204);
    let card = json!({ "customerImportFromShopify": "None", "defaultCustomerNumber": "20000",
        "autoCreateUnknownCustomers": true, "customerTemplateCode": "DOMESTIC" });
    desk.card(card).await;
    let buyer = json!({ "toUpsert": { "email": "claudia@example.com", "firstName": "Claudia" } });
    let order =
        json!({ "customer": buyer, "shippingAddress": address(json!({})), "billingAddress": address(json!({})) });
    assert_eq!(desk.customers_of(order).await, ["20000", "20000"]);
    assert_eq!(desk.list("customers", &[]).await.len(), 1);
}

/// E55.
#[rstest]
#[case::letters_that_filters_take_for_others("Main St. (2)*", "MAIN STR [2]!", true)]
#[case::the_same_letters("Main St. (2)*", "main st. (2)*", true)]
#[case::one_letter_less("Main St. (2)*", "Main St. (2)", false)]
#[case::another_number("Main St. 2", "Main St. 3", false)]
#[tokio::test]
async fn an_order_is_of_the_address_whose_letters_agree_with_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] told: &str,
    #[case] known: &str,
    #[case] agrees: bool,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.in_store(claudia(json!([address(json!({ "address1": known }))]))).await;
    desk.run(30100).await;
    let staged = desk.only("shopifyCustomers").await;
    // The address stays who was made of it, and its customer becomes another one.
    let other = desk.customer(json!({})).await;
    let path = format!("shopifyCustomers/{}/Kobling.map", staged["id"].as_str().unwrap());
    desk.world.change(Method::POST, path, json!({ "customerNumber": other })).await.expect(204);
    desk.card(json!({ "autoCreateUnknownCustomers": false, "customerMappingType": "By Bill-to Info" })).await;
    let place = address(json!({ "address1": told }));
    let buyer = json!({ "toAssociate": { "email": "claudia@example.com" } });
    let customers =
        desk.customers_of(json!({ "customer": buyer, "shippingAddress": place, "billingAddress": place })).await;
    let expected = if agrees { staged["customerNumber"].clone() } else { json!(other) };
    assert_eq!(customers, [expected.clone(), expected]);
}

/// E39: a job that is ready is enough for another order.
#[rstest]
#[tokio::test]
async fn a_webhook_makes_an_entry_unless_one_is_ready(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.give_secret(&desk.shop).await;
    desk.tell("w1").await;
    assert_eq!(desk.ready().await, ["SHOP"]);
    desk.tell("w2").await;
    assert_eq!(desk.ready().await, ["SHOP"], "one is ready already");
    let entry = desk.only("jobQueueEntries").await;
    assert_eq!((&entry["objectIdToRun"], &entry["jobQueueCategoryCode"]), (&json!(30104), &json!("SHPFY")));
    desk.world.work().await;
    desk.tell("w3").await;
    assert_eq!(desk.ready().await, ["SHOP"], "a new one, since the other has run");
}

/// E39: a job in process may have read the orders before this one came.
#[rstest]
#[tokio::test]
async fn a_webhook_makes_an_entry_beside_one_in_process(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.give_secret(&desk.shop).await;
    let mut worker = Worker::new(desk.world.app.queue.clone(), WorkerOptions::default());
    let entry =
        json!({ "objectIdToRun": 30104, "filters": { "Shop.code": "SHOP" }, "scope": "SHOP", "status": "On Hold" });
    let entry = desk.make("jobQueueEntries", entry).await;
    let path = format!("jobQueueEntries/{}/Kobling.runOnceInForeground", entry["id"].as_str().unwrap());
    desk.world.change(Method::POST, path, json!({})).await.expect(202);
    let in_process = desk.list("jobQueueEntries", &[("$filter", "status eq 'In Process'")]).await;
    assert_eq!((in_process.len(), &in_process[0]["scope"]), (1, &json!("SHOP")));
    assert_eq!(desk.ready().await, Vec::<String>::new());

    desk.tell("w1").await;
    assert_eq!(desk.ready().await, ["SHOP"], "what is in process does not count");
    desk.tell("w2").await;
    assert_eq!(desk.ready().await, ["SHOP"]);
    worker.work_until_idle().await.unwrap();
    let runs = desk.list("jobQueueLogEntries", &[("$filter", "objectIdToRun eq 30104 and result eq 'Success'")]).await;
    assert_eq!(runs.len(), 2);
}

/// E40.
#[rstest]
#[tokio::test]
async fn of_two_cards_of_a_store_the_one_without_auto_sync_orders_gets_no_entry(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let new = json!({ "code": "POS", "domain": DEFAULT_DOMAIN, "token": devstore::DEFAULT_TOKEN });
    let pos = desk.make("shopifyShops", new).await["id"].as_str().unwrap().to_owned();
    desk.world.change(Method::POST, format!("shopifyShops/{pos}/Kobling.enable"), json!({})).await.expect(200);
    desk.give_secret(&desk.shop).await;
    desk.tell("w1").await;
    assert_eq!(desk.ready().await, ["POS", "SHOP"]);
    desk.world.work().await;
    desk.card(json!({ "orderCreatedWebhooks": false })).await;
    desk.tell("w2").await;
    assert_eq!(desk.ready().await, ["POS"]);
}
