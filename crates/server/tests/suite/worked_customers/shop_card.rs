//! The shop card: addresses of stores, fields that go together, and who may start what.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use super::Desk;
use crate::call::Call;

/// E1 and E2.
#[rstest]
#[case::of_its_administration(
    "admin.shopify.com/store/test-shop/products?selectedView=all",
    Some("https://test-shop.myshopify.com")
)]
#[case::its_own("test-shop.myshopify.com/", Some("https://test-shop.myshopify.com"))]
#[case::its_public_one("myshop.com", None)]
#[case::its_public_one_in_full("https://myshop.com", None)]
#[tokio::test]
async fn a_store_is_known_by_its_internal_address_however_it_is_written(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] written: &str,
    #[case] address: Option<&str>,
) {
    let desk = Desk::new(engine).await;
    let new = json!({ "code": "TEST", "domain": written, "token": "shpat_test" });
    let added = desk.world.change(Method::POST, "shopifyShops", new).await;
    match address {
        Some(address) => {
            let shop = added.expect(201);
            assert_eq!((&shop["adminUrl"], &shop["domain"]), (&json!(address), &json!("test-shop.myshopify.com")));
        }
        None => {
            let refused = added.message(400);
            assert!(
                refused.contains("its internal address") && refused.contains("not the shop's public domain"),
                "{refused}"
            );
        }
    }
}

/// E36.
#[rstest]
#[case("shopifyCanUpdateCustomers", "canUpdateShopifyCustomers")]
#[case("canUpdateShopifyCustomers", "shopifyCanUpdateCustomers")]
#[tokio::test]
async fn of_two_ways_to_change_customers_the_one_that_is_turned_on_turns_the_other_off(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] on: &str,
    #[case] other: &str,
) {
    let desk = Desk::new(engine).await;
    assert_eq!(desk.card(json!({ other: true })).await[other], true);
    let card = desk.card(json!({ on: true })).await;
    assert_eq!((&card[on], &card[other]), (&json!(true), &json!(false)));
}

/// E54.
#[rstest]
#[tokio::test]
async fn a_new_card_syncs_in_the_background_and_has_the_defaults_of_customers_and_companies(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let new = json!({ "code": "TEST", "domain": "test-shop.myshopify.com", "token": "shpat_test" });
    let card = desk.make("shopifyShops", new).await;
    let defaults = json!({
        "allowBackgroundSyncs": true, "allowOutgoingRequests": true, "loggingMode": "Error Only", "enabled": false,
        "customerImportFromShopify": "With Order Import", "customerMappingType": "By EMail/Phone",
        "autoCreateUnknownCustomers": false, "customerTemplateCode": "", "defaultCustomerNumber": "",
        "shopifyCanUpdateCustomers": false, "canUpdateShopifyCustomers": false, "nameSource": "Company Name",
        "name2Source": "First Name and Last Name", "contactSource": "First Name and Last Name", "countySource": "Code",
        "taxAreaPriority": "No Taxes", "companyImportFromShopify": "With Order Import",
        "companyMappingType": "By Email/Phone", "companyTaxIdMapping": "Registration No.",
        "autoCreateUnknownCompanies": false, "defaultCompanyNumber": "", "shopifyCanUpdateCompanies": false,
    });
    for (field, default) in defaults.as_object().unwrap() {
        assert_eq!(card[field], *default, "{field}");
    }
}

/// E38.
///
/// Otherwise than in Business Central, what someone may not start in the background does not run in the foreground
/// instead.
#[rstest]
#[tokio::test]
async fn whoever_may_not_run_syncs_is_refused_and_nothing_runs_instead(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.in_store(super::claudia(json!([super::address(json!({}))]))).await;
    desk.forget_calls();
    let path = format!("/api/v1/shopifyShops/{}/Kobling.sync", desk.shop);
    let call = Call::new(Method::POST, path).token(&desk.world.viewer).body(json!({ "object": 30100 }));
    let refused = call.send(&desk.world.router).await.message(403);
    assert!(refused.contains("permission set Viewer"), "{refused}");
    assert_eq!((desk.list("jobQueueEntries", &[]).await, desk.calls()), (Vec::<Value>::new(), 0));

    // Whoever may gets an entry, and it waits for a worker: it does not run inline.
    let started = desk.start(30100, json!({})).await.expect(202);
    assert_eq!((&started["mode"], desk.calls()), (&json!("background"), 0));
    let entry = desk.only("jobQueueEntries").await;
    assert_eq!((&entry["status"], &entry["jobQueueCategoryCode"]), (&json!("Ready"), &json!("SHPFY")));
    assert_eq!(entry["description"], "Shopify Sync of Customers for shop(s) SHOP");
    assert_eq!(desk.list("shopifyCustomers", &[]).await, Vec::<Value>::new());
    desk.world.work().await;
    assert_eq!(desk.list("shopifyCustomers", &[]).await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn documents_take_the_numbers_of_their_orders_only_where_their_series_take_numbers_by_hand(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let manual = async |code: &str, manual: bool| {
        let series = desk.list("numberSeries", &[("$filter", &format!("code eq '{code}'"))]).await.remove(0);
        let path = format!("numberSeries/{}", series["id"].as_str().unwrap());
        desk.world.change(Method::PATCH, path, json!({ "manualNumbers": manual })).await.expect(200);
    };
    let card =
        async |fields: Value| desk.world.change(Method::PATCH, format!("shopifyShops/{}", desk.shop), fields).await;
    manual("S-INV", false).await;
    let refused = card(json!({ "useShopifyOrderNumber": true })).await;
    assert!(refused.message(400).contains("number series S-INV: turn Manual Nos. on"), "{}", refused.text);
    assert_eq!(refused.expect(400)["error"]["target"], "useShopifyOrderNumber");
    card(json!({ "useShopifyOrderNumber": true, "createInvoicesFromOrders": false })).await.expect(200);
    let refused = card(json!({ "createInvoicesFromOrders": true })).await;
    assert_eq!(refused.expect(400)["error"]["target"], "createInvoicesFromOrders");
    manual("S-INV", true).await;
    card(json!({ "createInvoicesFromOrders": true })).await.expect(200);
    manual("S-ORDER", false).await;
    card(json!({ "useShopifyOrderNumber": false })).await.expect(200);
    assert!(card(json!({ "useShopifyOrderNumber": true })).await.message(400).contains("S-ORDER"));
}
