//! The one address that anybody may send to: what is taken there, what is refused, and with which words.

use axum::body::Body;
use axum::http::{Method, Request};
use database::Engine;
use http_body_util::BodyExt;
use rstest::rstest;
use serde_json::json;
use shopify::webhook::signature;
use tower::ServiceExt;

use crate::world::World;

const SECRET: &str = "hush";
const BODY: &str = r#"{"id": 1, "admin_graphql_api_id": "gid://shopify/Order/1"}"#;

/// A delivery as the store sends it, to be spoilt.
struct Delivery {
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl Delivery {
    fn of(id: &str) -> Self {
        let headers = vec![
            ("content-type", "application/json".to_owned()),
            ("x-shopify-topic", "orders/create".to_owned()),
            ("x-shopify-shop-domain", devstore::DEFAULT_DOMAIN.to_owned()),
            ("x-shopify-webhook-id", id.to_owned()),
            ("x-shopify-event-id", "e1".to_owned()),
            ("x-shopify-hmac-sha256", signature(&SECRET.into(), BODY.as_bytes())),
        ];
        Self { headers, body: BODY.to_owned() }
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    fn body(mut self, body: &str) -> Self {
        body.clone_into(&mut self.body);
        self
    }

    async fn send(self, world: &World) -> (u16, String) {
        let request = Request::post("/webhooks/shopify");
        let request = self.headers.into_iter().fold(request, |request, (name, value)| request.header(name, value));
        let response = world.router.clone().oneshot(request.body(Body::from(self.body)).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let text = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(text.to_vec()).unwrap())
    }
}

async fn world(engine: Engine) -> World {
    let world = World::with_orders(engine, 2).await;
    let shops = world.read("/api/v1/shopifyShops").await.expect(200);
    let path = format!("/api/v1/shopifyShops/{}/Kobling.giveWebhookSecret", shops["value"][0]["id"].as_str().unwrap());
    world.call(Method::POST, path).body(json!({ "secret": SECRET })).send(&world.router).await.expect(200);
    world
}

#[rstest]
#[tokio::test]
async fn a_signed_webhook_becomes_an_order_and_is_in_the_list(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    assert_eq!(Delivery::of("w1").send(&world).await, (200, String::new()));
    assert_eq!(Delivery::of("w1").send(&world).await, (200, String::new()), "again");
    let waiting = world.read("/api/v1/shopifyWebhooks?$filter=state eq 'Waiting'").await.expect(200);
    assert_eq!(waiting["value"].as_array().unwrap().len(), 1);
    assert_eq!(waiting["value"][0]["topic"], "orders/create");
    assert!(waiting["value"][0].get("payloadDigest").is_none());
    world.work().await;
    let orders = world.read("/api/v1/shopifyOrders").await.expect(200);
    assert_eq!(orders["value"].as_array().unwrap().len(), 2);
    let done = world.read("/api/v1/shopifyWebhooks?$filter=state eq 'Done'").await.expect(200);
    assert_eq!(done["value"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_webhook_is_not_told() {
    let world = world(Engine::Sqlite).await;
    let signed_by_another = signature(&"other".into(), BODY.as_bytes());
    let signed = signature(&SECRET.into(), b"no json");
    for (spoilt, status) in [
        (Delivery::of("w1").with("x-shopify-hmac-sha256", &signed_by_another), 401),
        (Delivery::of("w1").with("x-shopify-hmac-sha256", ""), 401),
        (Delivery::of("w1").body(r#"{"id": 2}"#), 401),
        (Delivery::of("w1").with("x-shopify-shop-domain", "other.myshopify.com"), 404),
        (Delivery::of("w1").with("x-shopify-shop-domain", "example.com"), 400),
        (Delivery::of("w1").with("x-shopify-webhook-id", ""), 400),
        (Delivery::of("w1").with("content-type", "application/xml"), 415),
        (Delivery::of("w1").with("x-shopify-hmac-sha256", &signed).body("no json"), 400),
        (Delivery::of("w1").body(&"x".repeat(4 * 1024 * 1024 + 1)), 413),
    ] {
        assert_eq!(spoilt.send(&world).await, (status, String::new()));
    }
    let none = world.read("/api/v1/shopifyWebhooks").await.expect(200);
    assert_eq!(none["value"], json!([]));
}

#[tokio::test]
async fn a_whole_order_is_not_too_large_and_a_page_of_another_site_changes_nothing_by_it() {
    let world = world(Engine::Sqlite).await;
    let body = json!({ "id": 1, "note": "x".repeat(2 * 1024 * 1024) }).to_string();
    let signed = signature(&SECRET.into(), body.as_bytes());
    let large = Delivery::of("w1").with("x-shopify-hmac-sha256", &signed).body(&body);
    assert_eq!(large.with("origin", "https://evil.example").send(&world).await.0, 200);
    let get = Request::get("/webhooks/shopify").body(Body::empty()).unwrap();
    assert_eq!(world.router.clone().oneshot(get).await.unwrap().status().as_u16(), 405);
}

#[tokio::test]
async fn a_data_request_is_handled_by_an_administrator() {
    let world = world(Engine::Sqlite).await;
    let body = json!({ "customer": { "id": 5, "email": "a@b.no" }, "orders_requested": [] }).to_string();
    let signed = signature(&SECRET.into(), body.as_bytes());
    let asked = Delivery::of("w1").with("x-shopify-topic", "customers/data_request").body(&body);
    assert_eq!(asked.with("x-shopify-hmac-sha256", &signed).send(&world).await.0, 200);
    let open = world.read("/api/v1/shopifyDataRequests?$filter=status eq 'Open'").await.expect(200);
    let path = format!("/api/v1/shopifyDataRequests/{}/Kobling.handle", open["value"][0]["id"].as_str().unwrap());
    let user = crate::call::Call::new(Method::POST, path.clone()).token(&world.user).send(&world.router).await;
    assert_eq!(user.status.as_u16(), 403);
    let handled = world.call(Method::POST, path.clone()).send(&world.router).await.expect(200);
    assert_eq!((&handled["status"], &handled["outcome"]), (&json!("Done"), &json!("The customer was told.")));
    let again = world.call(Method::POST, path).send(&world.router).await.message(409);
    assert!(again.contains("handled by"), "{again}");
}
