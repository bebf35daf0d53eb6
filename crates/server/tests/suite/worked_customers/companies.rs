//! Companies, and who buys and pays for their locations.

use axum::http::Method;
use axum::http::StatusCode;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use super::Desk;
use crate::call::Call;

impl Desk {
    /// Makes a company in the store.
    async fn company_in_store(&self, input: Value) {
        let document = "mutation($input: CompanyCreateInput!) { companyCreate(input: $input) {
            company { id } userErrors { message } } }";
        self.done(document, "companyCreate", json!({ "input": input })).await;
    }

    /// A company for which Ola speaks, with a location that pays by the terms of this number.
    async fn nord(&self, terms: u64) {
        let location = json!({
            "name": "Oslo", "billingSameAsShipping": true,
            "shippingAddress": { "address1": "Karl Johans gate 1", "zip": "0154", "city": "Oslo", "countryCode": "NO" },
            "buyerExperienceConfiguration": {
                "paymentTermsTemplateId": format!("gid://shopify/PaymentTermsTemplate/{terms}") },
        });
        let contact = json!({ "email": "ola@nord.example", "firstName": "Ola" });
        let company = json!({ "name": "Nord AS" });
        self.company_in_store(json!({ "company": company, "companyContact": contact, "companyLocation": location }))
            .await;
    }

    /// Gives the last order of the store to the company.
    async fn order_of_nord(&self) {
        let price = json!({ "shopMoney": { "amount": "100.00", "currencyCode": "NOK" } });
        let order = json!({ "currency": "NOK", "lineItems": [{ "title": "Lue", "quantity": 1, "priceSet": price }] });
        let document = "mutation($order: OrderCreateOrderInput!) {
            orderCreate(order: $order) { order { id } userErrors { message } } }";
        let made = self.done(document, "orderCreate", json!({ "order": order })).await;
        let company = json!({ "name": "Nord AS", "externalId": "", "location": "Oslo" });
        let special = json!({ "order": made["order"]["id"], "company": company });
        let call = Call::new(Method::POST, "/_devstore/orders/special").body(special);
        assert_eq!(call.send(&self.store.router()).await.status, StatusCode::OK);
    }
}

/// E28.
#[rstest]
#[case::of_the_company("", "", ["10000", "10000"])]
#[case::of_the_location("20000", "", ["20000", "20000"])]
#[case::of_the_location_for_which_another_pays("20000", "30000", ["20000", "30000"])]
#[tokio::test]
async fn an_order_of_a_company_is_sold_and_billed_as_its_location_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] sell_to: &str,
    #[case] bill_to: &str,
    #[case] customers: [&str; 2],
) {
    let desk = Desk::new(engine).await;
    for number in ["10000", "20000", "30000"] {
        desk.customer(json!({ "number": number })).await;
    }
    desk.card(json!({ "companyImportFromShopify": "All Companies" })).await;
    desk.nord(4).await;
    desk.run(30114).await;
    let company = desk.only("shopifyCompanies").await["id"].as_str().unwrap().to_owned();
    let map = format!("shopifyCompanies/{company}/Kobling.map");
    desk.world.change(Method::POST, map, json!({ "customerNumber": "10000" })).await.expect(204);
    let location = desk.only("shopifyCompanyLocations").await["id"].as_str().unwrap().to_owned();
    let path = format!("shopifyCompanyLocations/{location}");
    let refused = desk.world.change(Method::PATCH, &path, json!({ "billToCustomerNumber": "30000" })).await;
    assert!(refused.message(400).contains("choose Sell-to Customer No. first"), "{}", refused.text);
    let fields = json!({ "sellToCustomerNumber": sell_to, "billToCustomerNumber": bill_to });
    desk.world.change(Method::PATCH, &path, fields).await.expect(200);
    desk.order_of_nord().await;
    desk.log_of(30104, json!({})).await;
    let order = desk.only("shopifyOrders").await;
    assert_eq!([&order["sellToCustomerNumber"], &order["billToCustomerNumber"]], customers);
}

/// E29.
#[rstest]
#[tokio::test]
async fn a_company_for_whom_nobody_speaks_is_not_staged(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "companyImportFromShopify": "All Companies" })).await;
    desk.company_in_store(json!({ "company": { "name": "Nord AS" } })).await;
    let done = desk.run(30114).await;
    assert_eq!((&done["fetched"], &done["created"], &done["skipped"]), (&json!(1), &json!(0), &json!(1)));
    assert_eq!(desk.list("shopifyCompanies", &[]).await, Vec::<Value>::new());
    assert_eq!(desk.list("shopifyCompanyLocations", &[]).await, Vec::<Value>::new());
    let cause = &desk.only("skippedRecords").await["cause"];
    assert_eq!(*cause, "The company Nord AS has no main contact, so nobody speaks for it.");
    assert_eq!(desk.last_sync("Companies").await, json!(desk.world.app.clock.now()));
}

/// E32.
#[rstest]
#[tokio::test]
async fn a_customer_that_is_made_of_a_company_pays_by_the_terms_to_which_its_locations_are_mapped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let terms = json!({ "code": "14 DAYS", "displayName": "Net 14 days", "dueDateCalculation": "14D" });
    desk.make("paymentTerms", terms).await;
    let mapping =
        desk.list("shopifyPaymentTermsMappings", &[("$filter", "name eq 'Due on fulfillment'")]).await.remove(0);
    let path = format!("shopifyPaymentTermsMappings/{}", mapping["id"].as_str().unwrap());
    desk.world.change(Method::PATCH, path, json!({ "paymentTermsCode": "14 DAYS" })).await.expect(200);
    let card = json!({ "companyImportFromShopify": "All Companies", "autoCreateUnknownCompanies": true,
        "customerTemplateCode": "DOMESTIC" });
    desk.card(card).await;
    desk.nord(9).await;
    assert_eq!(desk.run(30114).await["failed"], 0);
    let made = desk.customer_of(&desk.only("shopifyCompanies").await["customerNumber"]).await;
    assert_eq!((&made["displayName"], &made["paymentTermsCode"]), (&json!("Nord AS"), &json!("14 DAYS")));
}
