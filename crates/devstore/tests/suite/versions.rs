use axum::http::StatusCode;
use devstore::{DEFAULT_TOKEN, Versions};
use serde_json::json;

use crate::shop::Shop;

const SHOP: &str = r#"{"query": "{ shop { name } }"}"#;

async fn served(shop: &Shop, version: &str) -> String {
    let answer = shop.post(&format!("/admin/api/{version}/graphql.json"), Some(DEFAULT_TOKEN), SHOP).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.headers["x-shopify-api-version"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_version_that_is_not_there_is_answered_with_the_oldest_that_is() {
    let shop = Shop::new();
    for (asked, oldest) in [("2025-01", "2026-01"), ("2026-07", "2026-07"), ("2027-01", "2027-01")] {
        assert_eq!(served(&shop, asked).await, oldest);
    }
    let supported = vec!["2027-01".to_owned(), "2027-04".to_owned()];
    shop.handle().set_versions(Versions { supported, candidate: None }).unwrap();
    assert_eq!(served(&shop, "2026-10").await, "2027-01");
    assert_eq!(served(&shop, "2027-07").await, "2027-01");
    assert_eq!(served(&shop, "2027-04").await, "2027-04");
    assert_eq!(served(&shop, "unstable").await, "unstable");
}

#[tokio::test]
async fn the_api_tells_its_versions() {
    let shop = Shop::new();
    let body = r#"{"supported": ["2026-07", "2026-10"], "candidate": "2027-01"}"#;
    assert_eq!(shop.post("/_devstore/versions", None, body).await.status, StatusCode::OK);
    let data = shop.data("{ publicApiVersions { handle displayName supported } }").await;
    assert_eq!(
        data["publicApiVersions"],
        json!([
            { "handle": "2026-07", "displayName": "2026-07", "supported": true },
            { "handle": "2026-10", "displayName": "2026-10 (Latest)", "supported": true },
            { "handle": "2027-01", "displayName": "2027-01 (Release candidate)", "supported": false },
            { "handle": "unstable", "displayName": "unstable", "supported": false },
        ])
    );
    for (body, error) in [
        (r#"{"supported": []}"#, "at least one version has to be supported"),
        (r#"{"supported": ["2026-10", "2026-07"]}"#, "the supported versions are given oldest first"),
        (r#"{"supported": ["2026-11"]}"#, "'2026-11' is no version: they look like 2026-10"),
    ] {
        let answer = shop.post("/_devstore/versions", None, body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert_eq!(answer.json()["error"], error);
    }
}

#[tokio::test]
async fn the_deprecated_members_that_a_document_uses_are_told() {
    let shop = Shop::new();
    let reason = async |document: &str| {
        let answer = shop.ask_with_headers(document, &[]).await;
        let reason = answer.headers.get("x-shopify-api-deprecated-reason");
        reason.map(|reason| reason.to_str().unwrap().to_owned())
    };
    assert_eq!(reason("{ customers(first: 1) { nodes { id } } }").await, None);
    assert_eq!(
        reason(
            "query { customers(first: 1) { nodes { ...C } } orders(first: 1) { nodes { customer { phone } } } }
             fragment C on Customer { email addresses(first: 1) { city } }"
        )
        .await
        .as_deref(),
        Some("Customer.addresses, Customer.email, Customer.phone")
    );
    let input = "mutation { customerCreate(input: {email: \"a@example.com\", addresses: [{country: \"NO\"}]}) { userErrors { field } } }";
    assert_eq!(reason(input).await.as_deref(), Some("CustomerInput.addresses, MailingAddressInput.country"));
}
