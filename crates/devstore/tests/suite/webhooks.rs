use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use devstore::{Announcement, DEFAULT_CLIENT_SECRET, Limits, Outgoing, WebhookFaults};
use futures::FutureExt;
use hmac::{Hmac, KeyInit, Mac};
use rstest::rstest;
use serde_json::{Value, json};
use sha2::Sha256;

use crate::bulk::{ORDERS, start};
use crate::idempotency::SET;
use crate::shop::{LOCATION, Shop, line};

const CREATE: &str = "mutation Create($topic: WebhookSubscriptionTopic!, $input: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $input) {
    webhookSubscription { id topic uri format filter includeFields name apiVersion { handle } }
    userErrors { field message }
  }
}";

pub const HOOK: &str = "https://kobling.example.com/hook";

/// A shop whose webhooks end up in a list, and are answered with a status.
pub struct Listening {
    pub shop: Shop,
    arrived: Arc<Mutex<Vec<Outgoing>>>,
    status: Arc<Mutex<Result<u16, String>>>,
}

impl Listening {
    pub fn new() -> Self {
        let shop = Shop::new();
        let (arrived, status) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Ok(200))));
        let (list, answer) = (Arc::clone(&arrived), Arc::clone(&status));
        shop.handle().deliver_with(Arc::new(move |webhook: Outgoing| {
            list.lock().unwrap().push(webhook);
            let answer = answer.lock().unwrap().clone();
            async move { answer }.boxed()
        }));
        Self { shop, arrived, status }
    }

    pub async fn subscribe(&self, topic: &str, input: Value) -> String {
        let payload = create(&self.shop, topic, input).await;
        assert_eq!(payload["userErrors"], json!([]));
        payload["webhookSubscription"]["id"].as_str().unwrap().to_owned()
    }

    async fn order(&self) -> Value {
        self.shop.create_order(json!({ "lineItems": [line("A", 1, "100")] })).await
    }

    pub async fn deliver(&self) -> Vec<Outgoing> {
        self.shop.handle().deliver_due().await;
        std::mem::take(&mut *self.arrived.lock().unwrap())
    }

    fn answer(&self, answer: Result<u16, String>) {
        *self.status.lock().unwrap() = answer;
    }
}

async fn create(shop: &Shop, topic: &str, input: Value) -> Value {
    let variables = json!({ "topic": topic, "input": input });
    shop.data_with(CREATE, variables).await["webhookSubscriptionCreate"].clone()
}

async fn subscriptions(shop: &Shop) -> Vec<String> {
    let data = shop.data("{ webhookSubscriptions(first: 10) { nodes { id } } }").await;
    let nodes = data["webhookSubscriptions"]["nodes"].as_array().unwrap();
    nodes.iter().map(|node| node["id"].as_str().unwrap().to_owned()).collect()
}

pub fn body(webhook: &Outgoing) -> Value {
    serde_json::from_str(&webhook.body).unwrap()
}

fn signed(body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(DEFAULT_CLIENT_SECRET.as_bytes()).unwrap();
    mac.update(body.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

#[tokio::test]
async fn a_new_order_is_told_with_all_headers_and_a_signature_of_its_bytes() {
    let listening = Listening::new();
    listening.subscribe("ORDERS_CREATE", json!({ "uri": HOOK, "name": "orders-1" })).await;
    let order = listening.order().await;
    let arrived = listening.deliver().await;
    assert_eq!(arrived.len(), 1);
    let webhook = &arrived[0];
    assert_eq!(webhook.url, HOOK);
    let header = |name: &str| webhook.header(name).unwrap_or_else(|| panic!("{name} is missing")).to_owned();
    assert_eq!(header("X-Shopify-Topic"), "orders/create");
    assert_eq!(header("X-Shopify-Hmac-Sha256"), signed(&webhook.body));
    assert_eq!(header("X-Shopify-Shop-Domain"), "devstore.myshopify.com");
    assert_eq!(header("X-Shopify-API-Version"), "2026-10");
    assert_eq!(header("X-Shopify-Triggered-At"), "2026-11-02T08:30:00.000000Z");
    assert_eq!(header("X-Shopify-Name"), "orders-1");
    assert_eq!(header("Content-Type"), "application/json");
    assert_ne!(header("X-Shopify-Webhook-Id"), header("X-Shopify-Event-Id"));
    let body = body(webhook);
    assert_eq!((&body["admin_graphql_api_id"], &body["name"]), (&order["id"], &json!("#1001")));
    assert_eq!(body["updated_at"], "2026-11-02T09:30:00+01:00");
    assert!(body["id"].is_u64());
    assert_eq!((&body["total_price"], &body["line_items"][0]["title"]), (&json!("100.00"), &json!("A")));
    assert_eq!(listening.deliver().await, [], "it is told once");
}

#[tokio::test]
async fn all_that_one_change_sets_off_has_one_event_id() {
    let listening = Listening::new();
    for topic in ["ORDERS_CREATE", "ORDER_TRANSACTIONS_CREATE"] {
        listening.subscribe(topic, json!({ "uri": HOOK })).await;
    }
    let order = json!({ "lineItems": [line("A", 1, "1")], "financialStatus": "PAID" });
    listening.shop.create_order(order.clone()).await;
    listening.shop.create_order(order).await;
    let arrived = listening.deliver().await;
    let ids = |name: &str| arrived.iter().map(|webhook| webhook.header(name).unwrap()).collect::<Vec<_>>();
    let events = ids("X-Shopify-Event-Id");
    assert_eq!(events.len(), 4);
    assert!(events[0] == events[1] && events[2] == events[3] && events[0] != events[2]);
    let webhooks: std::collections::HashSet<_> = ids("X-Shopify-Webhook-Id").into_iter().collect();
    assert_eq!(webhooks.len(), 4);
}

#[tokio::test]
async fn a_filter_and_the_wanted_fields_are_heeded() {
    let listening = Listening::new();
    let input = json!({ "uri": HOOK, "filter": "total_price:>=50", "includeFields": ["id", "line_items.title"] });
    listening.subscribe("ORDERS_CREATE", input).await;
    listening.shop.create_order(json!({ "lineItems": [line("cheap", 1, "49")] })).await;
    listening.shop.create_order(json!({ "lineItems": [line("dear", 1, "50")] })).await;
    let arrived = listening.deliver().await;
    assert_eq!(arrived.len(), 1);
    let body = body(&arrived[0]);
    assert_eq!(body, json!({ "id": body["id"], "line_items": [{ "title": "dear" }] }));
}

#[tokio::test]
async fn what_is_not_answered_is_tried_nine_times_in_four_hours_and_then_the_subscription_is_gone() {
    let listening = Listening::new();
    listening.subscribe("ORDERS_CREATE", json!({ "uri": HOOK })).await;
    listening.answer(Err("connection refused".to_owned()));
    listening.order().await;
    let begin = listening.shop.handle().next_delivery().unwrap();
    let mut tries = Vec::new();
    while let Some(due) = listening.shop.handle().next_delivery() {
        listening.shop.clock.advance_to(due);
        tries.extend(listening.deliver().await);
    }
    assert_eq!(tries.len(), 9);
    let ids: std::collections::HashSet<_> = tries.iter().map(|t| t.header("X-Shopify-Webhook-Id").unwrap()).collect();
    assert_eq!(ids.len(), 1);
    let took = listening.shop.handle().webhook_attempts().last().unwrap().time - begin;
    assert_eq!(took.num_minutes(), 239);
    assert_eq!(subscriptions(&listening.shop).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_redirect_is_a_failure_and_a_later_success_keeps_the_subscription() {
    let listening = Listening::new();
    let id = listening.subscribe("ORDERS_CREATE", json!({ "uri": HOOK })).await;
    listening.answer(Ok(302));
    listening.order().await;
    assert_eq!(listening.deliver().await.len(), 1);
    listening.answer(Ok(204));
    listening.shop.pass(3_600);
    assert_eq!(listening.deliver().await.len(), 1);
    assert_eq!(listening.shop.handle().waiting_deliveries(), 0);
    let attempts = listening.shop.handle().webhook_attempts();
    let told: Vec<_> = attempts.iter().map(|attempt| (attempt.attempt, attempt.status)).collect();
    assert_eq!(told, [(1, Some(302)), (2, Some(204))]);
    assert_eq!(subscriptions(&listening.shop).await, [id]);
}

#[tokio::test]
async fn an_address_that_takes_more_than_five_seconds_has_not_answered() {
    let shop = Shop::new();
    shop.handle().deliver_with(Arc::new(|_: Outgoing| std::future::pending::<Result<u16, String>>().boxed()));
    create(&shop, "ORDERS_CREATE", json!({ "uri": HOOK })).await;
    shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    let handle = shop.handle();
    let delivering = handle.deliver_due();
    tokio::pin!(delivering);
    assert!(futures::poll!(&mut delivering).is_pending());
    shop.pass(5);
    assert_eq!(delivering.await, 1);
    let attempt = &shop.handle().webhook_attempts()[0];
    assert_eq!((attempt.status, attempt.error.as_deref()), (None, Some("the time was up after 5s")));
}

#[tokio::test]
async fn deliveries_are_lost_doubled_and_mixed_up_as_planned() {
    let told = async |plan: WebhookFaults| {
        let listening = Listening::new();
        listening.subscribe("ORDERS_CREATE", json!({ "uri": HOOK })).await;
        listening.shop.handle().set_webhook_faults(plan, 7).unwrap();
        for _ in 0..20 {
            listening.order().await;
        }
        let mut names = Vec::new();
        for _ in 0..180 {
            listening.shop.pass(1);
            names.extend(
                listening.deliver().await.iter().map(|webhook| body(webhook)["name"].as_str().unwrap().to_owned()),
            );
        }
        names
    };
    let reliable = WebhookFaults::default();
    let all = told(reliable).await;
    assert_eq!(all.len(), 20);
    assert_eq!(told(WebhookFaults { lost: 1.0, ..reliable }).await.len(), 0);
    assert_eq!(told(WebhookFaults { duplicated: 1.0, ..reliable }).await.len(), 40);
    let mixed = told(WebhookFaults { reordered: 0.5, ..reliable }).await;
    assert_ne!(mixed, all);
    let mut sorted = mixed.clone();
    sorted.sort();
    assert_eq!(sorted, all);
    assert_eq!(told(WebhookFaults { reordered: 0.5, ..reliable }).await, mixed, "the same for the same seed");
}

#[tokio::test]
async fn the_end_of_a_bulk_operation_is_told_in_small_letters() {
    let listening = Listening::new();
    listening.subscribe("BULK_OPERATIONS_FINISH", json!({ "uri": HOOK })).await;
    let id = start(&listening.shop, ORDERS).await;
    assert_eq!(listening.deliver().await, []);
    listening.shop.pass(1);
    let arrived = listening.deliver().await;
    assert_eq!(arrived[0].header("X-Shopify-Topic"), Some("bulk_operations/finish"));
    let body = body(&arrived[0]);
    assert_eq!(body["admin_graphql_api_id"], id);
    let told = (&body["status"], &body["type"], &body["error_code"]);
    assert_eq!(told, (&json!("completed"), &json!("query"), &Value::Null));
}

#[tokio::test]
async fn an_uninstalled_app_is_told_and_has_no_subscriptions_any_more() {
    let listening = Listening::new();
    listening.subscribe("APP_UNINSTALLED", json!({ "uri": HOOK })).await;
    let announcement = Announcement { topic: "app/uninstalled".to_owned(), ..Announcement::default() };
    listening.shop.handle().announce(announcement).unwrap();
    let arrived = listening.deliver().await;
    assert_eq!(arrived[0].header("X-Shopify-Topic"), Some("app/uninstalled"));
    assert_eq!(body(&arrived[0])["myshopify_domain"], "devstore.myshopify.com");
    assert_eq!(subscriptions(&listening.shop).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_the_law_asks_for_goes_to_the_address_of_the_apps_settings() {
    let listening = Listening::new();
    let body_of = json!({ "topic": "customers/redact", "uri": HOOK }).to_string();
    let answer = listening.shop.post("/_devstore/webhooks/announce", None, &body_of).await;
    assert_eq!(answer.json(), json!({ "waiting": 1 }));
    let made = listening.shop.post("/_devstore/webhooks/deliver", None, "").await.json();
    assert_eq!(made, json!({ "made": 1 }));
    let state = listening.shop.get("/_devstore/webhooks").await.json();
    assert_eq!((&state["waiting"], &state["attempts"][0]["topic"]), (&json!(0), &json!("customers/redact")));
    assert_eq!(body(&listening.arrived.lock().unwrap()[0])["shop_domain"], "devstore.myshopify.com");
}

#[rstest]
#[case(json!({ "uri": "" }), "callbackUrl", "Address can't be blank")]
#[case(json!({ "uri": "http://kobling.example.com/hook" }), "callbackUrl", "Address protocol http:// is not supported")]
#[case(json!({ "uri": "https://localhost/hook" }), "callbackUrl", "Address cannot be a Shopify or an internal domain")]
#[case(json!({ "uri": HOOK, "name": "a b" }), "name", "Name can only contain letters, digits, underscores and hyphens")]
#[case(json!({ "uri": HOOK, "format": "XML" }), "format", "Format 'xml' is invalid for this webhook topic. Allowed formats: json")]
#[case(
    json!({ "uri": HOOK, "filter": "word" }),
    "filter",
    "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on."
)]
#[tokio::test]
async fn a_subscription_that_can_not_be_is_refused(#[case] input: Value, #[case] field: &str, #[case] message: &str) {
    let payload = create(&Shop::new(), "ORDERS_CREATE", input).await;
    assert_eq!(payload["webhookSubscription"], Value::Null);
    assert_eq!(payload["userErrors"], json!([{ "field": ["webhookSubscription", field], "message": message }]));
}

#[tokio::test]
async fn plain_http_to_this_machine_is_taken_only_by_a_switch() {
    let shop = Shop::new();
    let input = json!({ "uri": "http://127.0.0.1:8080/webhooks" });
    assert_eq!(create(&shop, "ORDERS_CREATE", input.clone()).await["webhookSubscription"], Value::Null);
    let limits = Limits { loopback_webhooks: true, ..Limits::default() };
    shop.handle().set_limits(limits).unwrap();
    assert_eq!(create(&shop, "ORDERS_CREATE", input).await["userErrors"], json!([]));
}

#[tokio::test]
async fn a_subscription_is_listed_changed_and_deleted_and_made_only_once() {
    let shop = Shop::new();
    let made = create(&shop, "ORDERS_CREATE", json!({ "uri": HOOK })).await;
    let subscription = &made["webhookSubscription"];
    assert_eq!((&subscription["format"], &subscription["apiVersion"]["handle"]), (&json!("JSON"), &json!("2026-10")));
    let again = create(&shop, "ORDERS_CREATE", json!({ "uri": HOOK })).await;
    assert_eq!(again["userErrors"][0]["message"], "Address for this topic has already been taken");
    create(&shop, "PRODUCTS_UPDATE", json!({ "uri": HOOK })).await;
    let list = "{ webhookSubscriptions(first: 5, topics: [ORDERS_CREATE]) { nodes { id } } webhookSubscriptionsCount { count } }";
    let data = shop.data(list).await;
    assert_eq!(data["webhookSubscriptions"]["nodes"], json!([{ "id": subscription["id"] }]));
    assert_eq!(data["webhookSubscriptionsCount"]["count"], 2);
    let update = "mutation($id: ID!) {
      webhookSubscriptionUpdate(id: $id, webhookSubscription: { uri: \"https://other.example.com\" }) {
        webhookSubscription { uri } userErrors { message } } }";
    let updated = shop.data_with(update, json!({ "id": subscription["id"] })).await;
    let changed = json!({ "webhookSubscription": { "uri": "https://other.example.com" }, "userErrors": [] });
    assert_eq!(updated["webhookSubscriptionUpdate"], changed);
    let delete = "mutation($id: ID!) {
      webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } } }";
    let deleted =
        shop.data_with(delete, json!({ "id": subscription["id"] })).await["webhookSubscriptionDelete"].clone();
    assert_eq!(deleted, json!({ "deletedWebhookSubscriptionId": subscription["id"], "userErrors": [] }));
    let gone = shop.data_with(delete, json!({ "id": subscription["id"] })).await["webhookSubscriptionDelete"].clone();
    let error = json!({ "field": ["id"], "message": "Webhook subscription does not exist" });
    assert_eq!(gone, json!({ "deletedWebhookSubscriptionId": null, "userErrors": [error] }));
}

#[tokio::test]
async fn a_product_whose_stock_was_set_is_told() {
    let listening = Listening::new();
    let shop = &listening.shop;
    let variant = shop.product("Lue", "100", 1).await;
    listening.subscribe("PRODUCTS_UPDATE", json!({ "uri": HOOK })).await;
    let query = "query($id: ID!) { productVariant(id: $id) { inventoryItem { id } product { legacyResourceId } } }";
    let variant = shop.one(query, json!({ "id": variant })).await;
    let quantities = json!([{ "inventoryItemId": variant["inventoryItem"]["id"], "locationId": LOCATION, "quantity": 4, "changeFromQuantity": 1 }]);
    let input = json!({ "name": "available", "reason": "correction", "quantities": quantities });
    shop.done(SET, json!({ "input": input, "key": "1" })).await;
    let arrived = listening.deliver().await;
    assert_eq!(arrived.len(), 1);
    assert_eq!(body(&arrived[0])["id"].to_string(), variant["product"]["legacyResourceId"].as_str().unwrap());
}
