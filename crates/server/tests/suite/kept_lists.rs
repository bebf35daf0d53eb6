//! The lists that people keep: each made, changed and deleted in the same way, and refused with the field that is wrong.

mod rows;

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Reply;
use crate::world::World;
pub use rows::rows;

/// Those that administrators keep.
pub const SET_UP: &[&str] = &[
    "locations",
    "accounts",
    "currencies",
    "currencyExchangeRates",
    "bankAccounts",
    "bankAccountPostingGroups",
    "generalJournalTemplates",
    "journals",
    "paymentTerms",
    "paymentMethods",
    "shipmentMethods",
    "unitsOfMeasure",
    "customerPriceGroups",
    "customerDiscountGroups",
    "itemDiscountGroups",
    "customerInvoiceDiscounts",
    "itemCategories",
    "tariffNumbers",
    "itemJournalBatches",
    "shippingAgents",
    "shippingAgentServices",
    "salespeoplePurchasers",
    "countriesRegions",
    "customerPostingGroups",
    "generalBusinessPostingGroups",
    "generalProductPostingGroups",
    "vatBusinessPostingGroups",
    "vatProductPostingGroups",
    "inventoryPostingGroups",
    "generalPostingSetup",
    "inventoryPostingSetup",
    "vatPostingSetup",
    "taxAreas",
    "taxAreaLines",
    "taxJurisdictions",
    "taxGroups",
    "taxDetails",
    "numberSeries",
    "numberSeriesLines",
    "customerTemplates",
    "itemTemplates",
    "userSetup",
    "companyInformation",
    "salesReceivablesSetup",
    "generalLedgerSetup",
    "inventorySetup",
    "shopifyLocations",
    "shopifyShipmentMethodMappings",
    "shopifyPaymentMethodMappings",
    "shopifyPaymentTermsMappings",
    "shopifyTaxAreas",
    "shopifyStaffMembers",
];

struct Kept<'a> {
    world: &'a World,
    path: String,
}

impl Kept<'_> {
    async fn send(&self, method: Method, id: &str, body: Option<Value>) -> Reply {
        let call = self.world.call(method, format!("{}{id}", self.path)).header("if-match", "*");
        let call = match body {
            Some(body) => call.body(body),
            None => call,
        };
        call.send(&self.world.router).await
    }
}

#[rstest]
#[tokio::test]
async fn each_list_is_kept_in_the_same_way(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    world.shop().await;
    let item = json!({"number": "SHIRT", "displayName": "Shirt", "baseUnitOfMeasureCode": "PCS"});
    world.call(Method::POST, "/api/v1/items").body(item).send(&world.router).await.expect(201);
    let group = json!({"code": "GOODS"});
    world.call(Method::POST, "/api/v1/inventoryPostingGroups").body(group).send(&world.router).await.expect(201);
    let vendor = json!({"number": "V1", "displayName": "Weaver"});
    world.call(Method::POST, "/api/v1/vendors").body(vendor).send(&world.router).await.expect(201);
    for (set, new, change, wrong, field) in rows() {
        let kept = Kept { world: &world, path: format!("/api/v1/{set}") };
        let made = kept.send(Method::POST, "", Some(new.clone())).await.expect(201);
        let id = format!("/{}", made["id"].as_str().unwrap());
        let again = kept.send(Method::POST, "", Some(new)).await;
        assert!(again.message(409).contains("already exists"), "{set}: {}", again.text);

        let changed = kept.send(Method::PATCH, &id, Some(change.clone())).await.expect(200);
        for (name, value) in change.as_object().unwrap() {
            assert_eq!(&changed[name], value, "{set}.{name}");
        }
        let refused = kept.send(Method::PATCH, &id, Some(wrong)).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{set}: {}", refused.text);
        let unknown = kept.send(Method::PATCH, &id, Some(json!({"colour": "red"}))).await;
        assert_eq!(unknown.expect(400)["error"]["target"], "colour", "{set}: {}", unknown.text);
        assert_eq!(kept.send(Method::GET, &id, None).await.expect(200), changed, "{set}");

        kept.send(Method::DELETE, &id, None).await.expect(204);
        assert!(kept.send(Method::GET, &id, None).await.message(404).contains("there is no"), "{set}");
    }
}

#[rstest]
#[tokio::test]
async fn the_days_of_a_user_are_those_of_one_who_is_there(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let kept = Kept { world: &world, path: "/api/v1/userSetup".into() };
    let nobody = kept.send(Method::POST, "", Some(json!({"userId": "nobody"}))).await;
    assert_eq!(nobody.expect(400)["error"]["target"], "userId", "{}", nobody.text);
    assert!(nobody.text.contains("there is no User NOBODY"), "{}", nobody.text);
    let made = kept.send(Method::POST, "", Some(json!({"userId": "viewer"}))).await.expect(201);
    assert_eq!(made["userId"], "VIEWER");
}

#[rstest]
#[tokio::test]
async fn what_others_name_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    world.sales_order("#1001").await;
    for (set, filter, user) in [
        ("accounts", "number eq '3000'", "General Posting Setup"),
        ("numberSeries", "code eq 'CUSTOMER'", "No. Series Line"),
        ("unitsOfMeasure", "code eq 'PCS'", "Item Template"),
        ("customerPostingGroups", "code ne ''", "Customer"),
    ] {
        let found = world.read(format!("/api/v1/{set}?$filter={filter}")).await.expect(200);
        let kept = Kept { world: &world, path: format!("/api/v1/{set}") };
        let id = format!("/{}", found["value"][0]["id"].as_str().unwrap_or_else(|| panic!("{set}")));
        let refused = kept.send(Method::DELETE, &id, None).await;
        assert!(refused.message(409).contains("can't be deleted"), "{set}: {}", refused.text);
        assert!(refused.text.contains(user), "{set}: {}", refused.text);
    }
}

#[rstest]
#[tokio::test]
async fn a_set_up_is_one_record_that_is_changed(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    for (set, change, wrong, field) in [
        ("companyInformation", json!({"displayName": "Nordlys Handel AS"}), json!({"timeZone": "Mars"}), "timeZone"),
        (
            "salesReceivablesSetup",
            json!({"discountPosting": "All Discounts"}),
            json!({"invoiceNumbers": "MARS"}),
            "invoiceNumbers",
        ),
        (
            "generalLedgerSetup",
            json!({"allowPostingFrom": "2026-01-01", "allowPostingTo": "2026-12-31"}),
            json!({"allowPostingTo": "2025-01-01"}),
            "allowPostingTo",
        ),
        (
            "generalLedgerSetup",
            json!({"allowVatDateFrom": "2026-01-01", "allowVatDateTo": "2026-02-28"}),
            json!({"allowVatDateTo": "2025-12-31"}),
            "allowVatDateTo",
        ),
        ("inventorySetup", json!({"locationMandatory": true}), json!({"locationMandatory": 1}), "locationMandatory"),
    ] {
        let all = world.read(format!("/api/v1/{set}")).await.expect(200);
        assert_eq!(all["value"].as_array().unwrap().len(), 1, "{set}");
        let kept = Kept { world: &world, path: format!("/api/v1/{set}") };
        let id = format!("/{}", all["value"][0]["id"].as_str().unwrap());
        let changed = kept.send(Method::PATCH, &id, Some(change.clone())).await.expect(200);
        for (name, value) in change.as_object().unwrap() {
            assert_eq!(&changed[name], value, "{set}.{name}");
        }
        let refused = kept.send(Method::PATCH, &id, Some(wrong)).await;
        assert_eq!(refused.expect(400)["error"]["target"], field, "{set}: {}", refused.text);
        assert_eq!(kept.send(Method::POST, "", Some(json!({}))).await.status, 405, "{set}");
        assert_eq!(kept.send(Method::DELETE, &id, None).await.status, 405, "{set}");
    }
}

#[rstest]
#[tokio::test]
async fn a_code_that_is_not_there_is_refused_on_a_card(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let kept = Kept { world: &world, path: "/api/v1/customers".into() };
    let new = json!({"customerTemplateCode": "DOMESTIC", "displayName": "Kari", "country": "ZZ"});
    let refused = kept.send(Method::POST, "", Some(new)).await;
    assert_eq!(refused.expect(400)["error"]["target"], "country", "{}", refused.text);
    assert_eq!(world.read("/api/v1/customers?$count=true").await.expect(200)["@odata.count"], 0);
}
