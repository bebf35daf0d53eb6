//! What goes wrong, and what is said about it.

use std::time::Duration;

use outbound::Error as Network;
use rstest::rstest;
use serde_json::json;
use shopify::documents::shop::settings;
use shopify::{Decision, Error};

use crate::fake::{self, Step, World, error, json, status};

const RETRY: Decision = Decision::Retry { after: None };
const HOST: &str = "fjord.myshopify.com";

async fn fails(step: Step) -> (Error, usize) {
    let world = World::new([step]);
    let error = world.drive(settings(&world.client)).await.unwrap_err();
    (error, world.arrived().len())
}

fn html(code: u16) -> Step {
    status(code, "<!DOCTYPE html><html><title>Something went wrong</title></html>")
}

#[rstest]
#[case::wrong_token(
    status(401, r#"{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}"#),
    "fjord.myshopify.com does not accept the access token; copy it again from the store's app settings, or install the app again if it was removed",
    Decision::Fail
)]
#[case::unpaid(status(402, r#"{"errors":"Unavailable Shop"}"#), "fjord.myshopify.com is frozen by Shopify because of an unpaid bill; its owner can open it again", Decision::Retry { after: Some(Duration::from_secs(3600)) })]
#[case::forbidden(
    status(403, r#"{"errors":"User does not have access."}"#),
    "fjord.myshopify.com refuses the request (HTTP status 403: User does not have access); check that the app is approved and that this machine may reach the store",
    Decision::Fail
)]
#[case::unknown_shop(
    html(404),
    "there is no store at fjord.myshopify.com; check the spelling of its myshopify.com address",
    Decision::Fail
)]
#[case::locked(
    status(423, r#"{"errors":"Locked"}"#),
    "fjord.myshopify.com is locked by Shopify; its owner can have it unlocked by Shopify's support",
    Decision::Hold
)]
#[case::redirect(
    html(301),
    "the answer of fjord.myshopify.com to ShopSettings can't be read (HTTP status 301); check that the address leads to Shopify",
    Decision::Fail
)]
#[case::bad_request(
    status(400, r#"{"errors":{"query":"Required parameter missing"}}"#),
    r#"fjord.myshopify.com refuses ShopSettings: HTTP status 400: {"query":"Required parameter missing"}"#,
    Decision::Fail
)]
#[case::validation(
    error("undefinedField", "Field 'f' doesn't exist on type 'T'"),
    "fjord.myshopify.com refuses ShopSettings: Field 'f' doesn't exist on type 'T'",
    Decision::Fail
)]
#[case::errors_as_text(json(&json!({"errors": "Not Found"})), "fjord.myshopify.com refuses ShopSettings: Not Found", Decision::Fail)]
#[case::access_denied(
    error("ACCESS_DENIED", "Access denied for orders field. Required access: `read_orders` access scope."),
    "the app may not do this in fjord.myshopify.com: Access denied for orders field. Required access: `read_orders` access scope; add the access scope to the app and install it again",
    Decision::Fail
)]
#[case::too_costly(
    error("MAX_COST_EXCEEDED", "Query cost is 1200, which exceeds the single query max cost limit (1000)."),
    "ShopSettings costs 2 points and fjord.myshopify.com allows 1000; a smaller page is needed",
    Decision::Fail
)]
#[case::ignored_filter(
    json(&json!({"data": {"shop": {}}, "extensions": {"search": [{"warnings": [{"field": "made_up", "message": "Invalid search field for this query."}]}]}})),
    "fjord.myshopify.com does not know a filter of ShopSettings (made_up: Invalid search field for this query.); nothing was read",
    Decision::Fail
)]
#[case::data_beside_errors(
    json(&json!({"data": {"shop": null}, "errors": [{"message": "Oops", "path": ["shop"]}]})),
    "fjord.myshopify.com refuses ShopSettings: Oops",
    Decision::Fail
)]
#[case::nothing(
    json(&json!({"data": null})),
    "the answer of fjord.myshopify.com to ShopSettings can't be read (it has neither data nor errors); check that the address leads to Shopify",
    Decision::Fail
)]
#[case::certificate(
    Step::Broken(Network::Certificate { host: HOST.into(), reason: "it has expired".into() }),
    "fjord.myshopify.com can't be trusted: the certificate of fjord.myshopify.com is not trusted: it has expired; have its certificate mended, or add its issuer to this machine's certificate store",
    Decision::Fail
)]
#[tokio::test]
async fn what_would_fail_again_is_asked_once(#[case] step: Step, #[case] text: &str, #[case] decision: Decision) {
    let (error, calls) = fails(step).await;
    assert_eq!(error.to_string(), text);
    assert_eq!((error.decision(), calls), (decision, 1));
}

#[rstest]
#[case::html(html(502), "fjord.myshopify.com is not able to answer at the moment (HTTP status 502); try again later")]
#[case::internal(
    error("INTERNAL_SERVER_ERROR", "Internal error. Looks like something went wrong on our end."),
    "fjord.myshopify.com is not able to answer at the moment (Internal error. Looks like something went wrong on our end.); try again later"
)]
#[case::cut_off(
    status(200, r#"{"data":{"shop":{"#),
    "fjord.myshopify.com is not able to answer at the moment (it is not what was announced: EOF while parsing an object at line 1 column 17); try again later"
)]
#[case::unreachable(
    Step::Broken(Network::Connect { host: HOST.into(), reason: "Connection refused".into() }),
    "fjord.myshopify.com can't be reached: no connection to fjord.myshopify.com: Connection refused; check that the address is right, that it is running, and that no firewall is in between"
)]
#[case::unknown_name(
    Step::Broken(Network::Dns { host: HOST.into() }),
    "fjord.myshopify.com can't be reached: the name 'fjord.myshopify.com' is not known to the domain name service; check its spelling and this machine's network"
)]
#[tokio::test]
async fn what_may_pass_is_asked_five_times_and_then_left_to_the_job(#[case] step: Step, #[case] text: &str) {
    let (error, calls) = fails(step).await;
    assert_eq!(error.to_string(), text);
    assert_eq!((error.decision(), calls), (RETRY, 5));
}

#[tokio::test]
async fn a_token_that_no_header_can_carry_is_told_without_asking() {
    let world = World::new([fake::settings()]);
    let store = shopify::Store::new(HOST, "https://fjord.myshopify.com", "two\nlines".into());
    let http = outbound::Http::in_process(axum::Router::<()>::new());
    let client = shopify::Client::new(http, store, world.budget, world.clock, runtime::Random::seeded(1));
    let error = settings(&client).await.unwrap_err();
    assert!(matches!(error, Error::NotSent { .. }) && error.to_string().contains("copy it again"), "{error}");
}

#[tokio::test]
async fn no_token_is_sent_in_the_open() {
    let world = World::new([fake::settings()]);
    let store = shopify::Store::new(HOST, "http://fjord.myshopify.com", "shpat_secret".into());
    let http = outbound::Http::in_process(axum::Router::<()>::new());
    let client = shopify::Client::new(http, store, world.budget, world.clock, runtime::Random::seeded(1));
    let error = settings(&client).await.unwrap_err();
    assert!(
        matches!(error, Error::NotSent { .. }) && error.to_string().contains("must begin with https://"),
        "{error}"
    );
}
