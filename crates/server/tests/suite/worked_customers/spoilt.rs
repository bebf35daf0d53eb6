//! A store that answers with somebody else than it was asked for.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::middleware::map_response;
use axum::response::Response;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use super::Desk;

/// A store whose answers have another e-mail address and another phone in the place of those that are asked for, as a search
/// that goes by parts of them may give.
fn other_contacts(store: Router) -> Router {
    store.layer(map_response(|response: Response| async move {
        let (mut parts, body) = response.into_parts();
        let text = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        let text = text.replace("p1@contoso.com", "other@contoso.com").replace("+4545454545", "+45123456");
        parts.headers.remove("content-length");
        Response::from_parts(parts, Body::from(text))
    }))
}

/// E6 and E7.
#[rstest]
#[case::email(json!({ "email": "p1@contoso.com", "country": "NO" }), json!({ "email": "p1@contoso.com" }))]
#[case::phone(
    json!({ "email": "p2@contoso.com", "phoneNumber": "+45 4545 4545", "country": "NO" }),
    json!({ "email": "p3@contoso.com", "phone": "+4545454545" })
)]
#[tokio::test]
async fn nobody_is_linked_to_a_customer_that_is_not_exactly_the_one_that_was_asked_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] known: Value,
    #[case] told: Value,
) {
    let desk = Desk::behind(engine, other_contacts).await;
    desk.in_store(told).await;
    let number = desk.customer(known).await;
    let done = desk.add(&number).await;
    assert_eq!((&done["created"], &done["updated"]), (&json!(0), &json!(0)));
    let linked = desk.list("shopifyCustomers", &[("$filter", &format!("customerNumber eq '{number}'"))]).await;
    assert_eq!(linked, Vec::<Value>::new());
    // It was to be made, and the store knows that it is there.
    let cause = desk.only("skippedRecords").await["cause"].as_str().unwrap().to_owned();
    assert!(cause.contains("was refused by Shopify") && cause.contains("has already been taken"), "{cause}");
}
