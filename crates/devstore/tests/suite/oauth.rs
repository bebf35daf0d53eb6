use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use devstore::{DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, DEFAULT_TOKEN, Fault, FaultKind, Options, StoreOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Answer, Shop};

const TOKEN: &str = "/admin/oauth/access_token";
const AUTHORIZE: &str = "/admin/oauth/authorize?client_id=devstore&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback%3Fa%3D1";

/// Asks for a token with the app's credentials and these parts.
async fn ask(shop: &Shop, parts: Value) -> Answer {
    let mut body = json!({ "client_id": DEFAULT_CLIENT_ID, "client_secret": DEFAULT_CLIENT_SECRET });
    for (name, value) in parts.as_object().unwrap() {
        body[name] = value.clone();
    }
    shop.post(TOKEN, None, &body.to_string()).await
}

async fn credentials(shop: &Shop) -> Answer {
    ask(shop, json!({ "grant_type": "client_credentials" })).await
}

/// The status that the store answers this token with.
async fn opened(shop: &Shop, token: &Value) -> StatusCode {
    let body = r#"{"query": "{ shop { name } }"}"#;
    shop.post("/admin/api/2026-10/graphql.json", token.as_str(), body).await.status
}

async fn redirected(shop: &Shop, request: Request<Body>) -> Vec<(String, String)> {
    let answer = shop.send(request).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    let (address, query) = answer.headers[header::LOCATION].to_str().unwrap().split_once('?').unwrap();
    assert_eq!(address, "http://127.0.0.1/back");
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

fn part(parts: &[(String, String)], name: &str) -> String {
    parts.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap()
}

async fn code(shop: &Shop, scope: &str) -> String {
    let request = Request::get(format!("{AUTHORIZE}&scope={scope}&state=nonce")).body(Body::empty()).unwrap();
    part(&redirected(shop, request).await, "code")
}

/// A pair of an access and a refresh token.
async fn pair(shop: &Shop) -> Value {
    ask(shop, json!({ "code": code(shop, "write_orders").await, "expiring": 1 })).await.json()
}

async fn refresh(shop: &Shop, token: &Value) -> Answer {
    ask(shop, json!({ "grant_type": "refresh_token", "refresh_token": token })).await
}

#[tokio::test]
async fn client_credentials_give_a_token_for_a_day() {
    let shop = Shop::new();
    let form =
        format!("grant_type=client_credentials&client_id={DEFAULT_CLIENT_ID}&client_secret={DEFAULT_CLIENT_SECRET}");
    let request = Request::post(TOKEN).header("content-type", "application/x-www-form-urlencoded");
    let issued = shop.send(request.body(Body::from(form)).unwrap()).await.json();
    assert_eq!(issued["expires_in"], 86_399);
    assert!(issued["access_token"].as_str().unwrap().starts_with("shpat_"));
    assert!(issued["scope"].as_str().unwrap().split(',').any(|scope| scope == "write_orders"));
    assert!(issued.get("refresh_token").is_none());
    shop.pass(86_398);
    assert_eq!(opened(&shop, &issued["access_token"]).await, StatusCode::OK);
    shop.pass(1);
    assert_eq!(opened(&shop, &issued["access_token"]).await, StatusCode::UNAUTHORIZED);
}

#[rstest]
#[case(json!({ "grant_type": "client_credentials", "client_secret": "wrong" }), "invalid_client")]
#[case(json!({ "grant_type": "password" }), "unsupported_grant_type")]
#[case(json!({}), "invalid_request")]
#[case(json!({ "code": "made-up" }), "invalid_request")]
#[case(json!({ "grant_type": "refresh_token", "refresh_token": "shprt_made_up" }), "invalid_grant")]
#[tokio::test]
async fn a_request_for_a_token_is_refused_with_a_code(#[case] parts: Value, #[case] error: &str) {
    let answer = ask(&Shop::new(), parts).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.json()["error"], error);
}

#[tokio::test]
async fn an_app_that_is_not_installed_is_answered_with_a_page() {
    let shop = Shop::new();
    shop.handle().uninstall(None).unwrap();
    let answer = credentials(&shop).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/html"));
    let page = String::from_utf8(answer.body.unwrap()).unwrap();
    assert!(page.contains("<title>Oauth error app_not_installed"), "{page}");
    assert_eq!(opened(&shop, &json!(DEFAULT_TOKEN)).await, StatusCode::UNAUTHORIZED);
    shop.handle().install(None).unwrap();
    assert_eq!(credentials(&shop).await.status, StatusCode::OK);
    assert_eq!(opened(&shop, &json!(DEFAULT_TOKEN)).await, StatusCode::OK);
}

#[tokio::test]
async fn the_client_id_says_which_store_is_meant() {
    let shop = Shop::with(|options| Options {
        stores: vec![StoreOptions::new("one.myshopify.com", "1"), StoreOptions::new("two.myshopify.com", "2")],
        ..options
    });
    let own = json!({ "grant_type": "client_credentials", "client_id": "two", "client_secret": "two-secret" });
    let token = ask(&shop, own).await.json()["access_token"].clone();
    let body = r#"{"query": "{ shop { myshopifyDomain } }"}"#;
    let answer = shop.post("/admin/api/2026-10/graphql.json", token.as_str(), body).await.json();
    assert_eq!(answer["data"]["shop"]["myshopifyDomain"], "two.myshopify.com");
    let other = json!({ "grant_type": "client_credentials", "client_id": "two", "client_secret": "one-secret" });
    assert_eq!(ask(&shop, other).await.json()["error"], "invalid_client");
}

#[tokio::test]
async fn the_callback_is_signed_and_its_code_is_good_once() {
    let shop = Shop::new();
    let request = Request::get(format!("{AUTHORIZE}&scope=read_orders,write_products&state=nonce"));
    let parts = redirected(&shop, request.body(Body::empty()).unwrap()).await;
    assert_eq!(part(&parts, "a"), "1");
    assert_eq!(part(&parts, "state"), "nonce");
    assert_eq!(part(&parts, "shop"), "devstore.myshopify.com");
    assert_eq!(part(&parts, "timestamp"), "1793608200");
    assert_eq!(part(&parts, "hmac").len(), 64);
    let code = part(&parts, "code");
    let issued = ask(&shop, json!({ "code": code })).await.json();
    assert_eq!(issued["scope"], "read_orders,write_products");
    assert!(issued.get("expires_in").is_none());
    assert_eq!(ask(&shop, json!({ "code": code })).await.json()["error"], "invalid_request");
    shop.pass(400 * 86_400);
    assert_eq!(opened(&shop, &issued["access_token"]).await, StatusCode::OK);
}

#[tokio::test]
async fn a_merchant_is_asked_before_an_app_gets_more_than_it_has() {
    let shop = Shop::new();
    shop.handle().grant_scopes(None, &["read_orders"]).unwrap();
    let address = format!("{AUTHORIZE}&scope=read_orders,write_customers");
    let page = shop.get(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    let page = String::from_utf8(page.body.unwrap()).unwrap();
    assert!(page.contains("<li>write_customers</li>"), "{page}");
    assert_eq!(shop.handle().app(None).unwrap().scopes, ["read_orders"]);
    redirected(&shop, Request::post(&address).body(Body::empty()).unwrap()).await;
    assert_eq!(shop.handle().app(None).unwrap().scopes, ["read_orders", "write_customers"]);
}

#[rstest]
#[case("client_id=nobody&redirect_uri=http://127.0.0.1/", "application_cannot_be_found")]
#[case("client_id=devstore&redirect_uri=http://127.0.0.1/&scope=orders", "invalid_scope")]
#[case("client_id=devstore&redirect_uri=javascript:alert(1)", "invalid_request")]
#[tokio::test]
async fn a_wish_that_makes_no_sense_is_refused(#[case] query: &str, #[case] error: &str) {
    let answer = Shop::new().get(&format!("/admin/oauth/authorize?{query}")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(String::from_utf8(answer.body.unwrap()).unwrap().contains(error));
}

#[tokio::test]
async fn a_refresh_token_gives_the_next_pair() {
    let shop = Shop::new();
    let first = pair(&shop).await;
    assert_eq!(first["expires_in"], 3_600);
    assert_eq!(first["refresh_token_expires_in"], 7_776_000);
    shop.pass(3_600);
    assert_eq!(opened(&shop, &first["access_token"]).await, StatusCode::UNAUTHORIZED);
    let second = refresh(&shop, &first["refresh_token"]).await.json();
    assert_eq!(second["scope"], "write_orders");
    assert_ne!(second["refresh_token"], first["refresh_token"]);
    assert_eq!(opened(&shop, &second["access_token"]).await, StatusCode::OK);
}

#[tokio::test]
async fn a_refresh_whose_answer_was_lost_is_tried_again_until_its_replacement_is_used() {
    let shop = Shop::new();
    let first = pair(&shop).await["refresh_token"].clone();
    let lost = Fault { operation: Some("refreshToken".to_owned()), ..Fault::of(FaultKind::LostResponse) };
    shop.handle().set_faults(vec![lost], 1);
    assert!(refresh(&shop, &first).await.body.is_err());
    shop.pass(29 * 86_400);
    let second = refresh(&shop, &first).await.json()["refresh_token"].clone();
    assert_eq!(refresh(&shop, &first).await.status, StatusCode::OK);
    assert_eq!(refresh(&shop, &second).await.status, StatusCode::OK);
    assert_eq!(refresh(&shop, &first).await.json()["error"], "invalid_grant");
}

#[rstest]
#[case::used_30_days_ago(0, 31)]
#[case::given_out_90_days_ago(89, 1)]
#[tokio::test]
async fn a_refresh_token_is_not_tried_again_for_ever(#[case] unused: u64, #[case] used: u64) {
    let shop = Shop::new();
    let first = pair(&shop).await["refresh_token"].clone();
    shop.pass(unused * 86_400);
    assert_eq!(refresh(&shop, &first).await.status, StatusCode::OK);
    shop.pass(used * 86_400);
    assert_eq!(refresh(&shop, &first).await.json()["error"], "invalid_grant");
}

#[tokio::test]
async fn a_scope_that_is_taken_away_is_gone_and_one_that_is_added_comes_with_the_next_token() {
    let shop = Shop::new();
    let handle = shop.handle();
    let scopes = async |token: &str| {
        let request = Request::get("/admin/oauth/access_scopes.json").header("X-Shopify-Access-Token", token);
        shop.send(request.body(Body::empty()).unwrap()).await.json()["access_scopes"].clone()
    };
    handle.grant_scopes(None, &["read_orders", "read_products"]).unwrap();
    let token = credentials(&shop).await.json()["access_token"].as_str().unwrap().to_owned();
    handle.grant_scopes(None, &["read_products", "write_customers"]).unwrap();
    assert_eq!(scopes(&token).await, json!([{ "handle": "read_products" }]));
    let all = json!([{ "handle": "read_products" }, { "handle": "write_customers" }]);
    assert_eq!(scopes(DEFAULT_TOKEN).await, all);
    let data = shop.data("{ currentAppInstallation { accessScopes { handle } } }").await;
    assert_eq!(data["currentAppInstallation"]["accessScopes"], all);
    let next = credentials(&shop).await.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(scopes(&next).await, all);
}

#[tokio::test]
async fn tokens_expire_and_are_revoked_from_outside() {
    let shop = Shop::new();
    let token = credentials(&shop).await.json()["access_token"].clone();
    let answer = shop.post("/_devstore/access", None, r#"{"do": "expire"}"#).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(opened(&shop, &token).await, StatusCode::UNAUTHORIZED);
    assert_eq!(opened(&shop, &json!(DEFAULT_TOKEN)).await, StatusCode::OK);
    let token = credentials(&shop).await.json()["access_token"].clone();
    shop.post("/_devstore/access", None, r#"{"do": "revoke", "scopes": ["read_orders"]}"#).await;
    assert_eq!(opened(&shop, &token).await, StatusCode::UNAUTHORIZED);
    assert_eq!(opened(&shop, &json!(DEFAULT_TOKEN)).await, StatusCode::UNAUTHORIZED);
    assert_eq!(credentials(&shop).await.json()["scope"], "read_orders");
    let app = shop.get("/_devstore/access").await.json();
    let expected = json!({
        "store": "devstore.myshopify.com", "clientId": "devstore", "installed": true, "scopes": ["read_orders"],
        "customerData": "approved",
    });
    assert_eq!(app, expected);
    let wrong = shop.post("/_devstore/access", None, r#"{"scopes": ["orders"]}"#).await;
    assert_eq!(wrong.json()["error"], "'orders' is no access scope: they look like read_orders");
}

#[tokio::test]
async fn tokens_are_kept_with_the_store() {
    let shop = Shop::new();
    let token = pair(&shop).await;
    let file = std::env::temp_dir().join(format!("devstore-{}.json", token["access_token"].as_str().unwrap()));
    shop.devstore.save(&file).unwrap();
    let other = Shop::new();
    other.devstore.load(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(opened(&other, &token["access_token"]).await, StatusCode::OK);
    assert_eq!(refresh(&other, &token["refresh_token"]).await.status, StatusCode::OK);
}
