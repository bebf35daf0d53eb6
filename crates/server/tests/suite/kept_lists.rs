//! The lists that people keep: each made, changed and deleted in the same way, and refused with the field that is wrong.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::Reply;
use crate::world::World;

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
    "itemJournalBatches",
    "shippingAgents",
    "shippingAgentServices",
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
];

/// A record of each list, a change of it, and a change that is refused, with the field that is named then.
fn rows() -> Vec<(&'static str, Value, Value, Value, &'static str)> {
    vec![
        ("locations", json!({"code": "north"}), json!({"displayName": "North"}), json!({"code": "N"}), "code"),
        (
            "accounts",
            json!({"number": "3999", "displayName": "Tips"}),
            json!({"blocked": true}),
            json!({"generalProductPostingGroup": "MARS"}),
            "generalProductPostingGroup",
        ),
        (
            "currencies",
            json!({"code": "ISK", "isoCode": "ISK"}),
            json!({"invoiceRoundingPrecision": 1, "invoiceRoundingType": "Up"}),
            json!({"amountRoundingPrecision": 0}),
            "amountRoundingPrecision",
        ),
        (
            "currencyExchangeRates",
            json!({"currencyCode": "EUR", "startingDate": "2026-01-01", "exchangeRateAmount": 100,
                "relationalExchangeRateAmount": 1148.25}),
            json!({"relationalExchangeRateAmount": 1150.5}),
            json!({"exchangeRateAmount": 0}),
            "exchangeRateAmount",
        ),
        (
            "bankAccountPostingGroups",
            json!({"code": "SAVINGS"}),
            json!({"accountNumber": "1920"}),
            json!({"accountNumber": "0"}),
            "accountNumber",
        ),
        (
            "bankAccounts",
            json!({"number": "SAVINGS", "displayName": "Savings"}),
            json!({"currencyCode": "EUR"}),
            json!({"bankAccountPostingGroup": "MARS"}),
            "bankAccountPostingGroup",
        ),
        (
            "generalJournalTemplates",
            json!({"name": "TIPS"}),
            json!({"type": "Cash Receipts"}),
            json!({"type": "Tips"}),
            "type",
        ),
        (
            "paymentTerms",
            json!({"code": "8D", "dueDateCalculation": "8D"}),
            json!({"displayName": "Net 8 days"}),
            json!({"dueDateCalculation": "soon"}),
            "dueDateCalculation",
        ),
        (
            "paymentMethods",
            json!({"code": "SHOPIFY", "displayName": "Shopify"}),
            json!({"balancingAccountNumber": "1920"}),
            json!({"balancingAccountNumber": "999999"}),
            "balancingAccountNumber",
        ),
        (
            "shipmentMethods",
            json!({"code": "BIKE"}),
            json!({"displayName": "By bicycle"}),
            json!({"displayName": 5}),
            "displayName",
        ),
        (
            "unitsOfMeasure",
            json!({"code": "BOX"}),
            json!({"internationalStandardCode": "BX"}),
            json!({"internationalStandardCode": "FAR TOO LONG"}),
            "internationalStandardCode",
        ),
        (
            "customerPriceGroups",
            json!({"code": "DEALER"}),
            json!({"displayName": "Dealers"}),
            json!({"displayName": 5}),
            "displayName",
        ),
        (
            "customerInvoiceDiscounts",
            json!({"code": "LOYAL", "minimumAmount": 1000, "discountPercent": 5}),
            json!({"serviceCharge": 49}),
            json!({"discountPercent": 101}),
            "discountPercent",
        ),
        (
            "countriesRegions",
            json!({"code": "EE", "isoCode": "EE"}),
            json!({"displayName": "Estonia"}),
            json!({"isoCode": "EST"}),
            "isoCode",
        ),
        (
            "customerPostingGroups",
            json!({"code": "EU"}),
            json!({"displayName": "In the EU"}),
            json!({"receivablesAccount": "X"}),
            "receivablesAccount",
        ),
        (
            "vatPostingSetup",
            json!({"businessGroup": "", "productGroup": "", "percent": 12, "identifier": "V12"}),
            json!({"calculationType": "Full VAT"}),
            json!({"percent": 101}),
            "percent",
        ),
        (
            "taxJurisdictions",
            json!({"code": "STATE"}),
            json!({"taxAccountSales": "2700"}),
            json!({"taxAccountSales": "0"}),
            "taxAccountSales",
        ),
        (
            "taxAreas",
            json!({"code": "LAKESIDE"}),
            json!({"displayName": "By the lake"}),
            json!({"displayName": 5}),
            "displayName",
        ),
        (
            "taxGroups",
            json!({"code": "FOOD"}),
            json!({"displayName": "Food"}),
            json!({"displayName": 5}),
            "displayName",
        ),
        (
            "inventoryPostingSetup",
            json!({"locationCode": "MAIN", "inventoryPostingGroupCode": "GOODS"}),
            json!({"inventoryAccount": "1460"}),
            json!({"inventoryAccount": "0"}),
            "inventoryAccount",
        ),
        (
            "numberSeriesLines",
            json!({"seriesCode": "S-ORDER", "startingNumber": "X0001", "endingNumber": "X9999"}),
            json!({"incrementByNumber": 10}),
            json!({"endingNumber": "X0000"}),
            "endingNumber",
        ),
        (
            "userSetup",
            json!({"userId": "USER"}),
            json!({"allowPostingFrom": "2026-01-01"}),
            json!({"allowPostingTo": "2025-12-31"}),
            "allowPostingTo",
        ),
        (
            "itemVariants",
            json!({"itemNumber": "SHIRT", "code": "red"}),
            json!({"displayName": "Red", "salesBlocked": true}),
            json!({"salesBlocked": "perhaps"}),
            "salesBlocked",
        ),
        (
            "itemUnitsOfMeasure",
            json!({"itemNumber": "SHIRT", "code": "SET", "qtyPerUnitOfMeasure": 6}),
            json!({"qtyPerUnitOfMeasure": 12}),
            json!({"qtyPerUnitOfMeasure": 0}),
            "qtyPerUnitOfMeasure",
        ),
        (
            "itemCategories",
            json!({"code": "CLOTHES"}),
            json!({"displayName": "Clothes"}),
            json!({"parentCategory": "CLOTHES"}),
            "parentCategory",
        ),
        (
            "itemJournalBatches",
            json!({"code": "WASTE"}),
            json!({"numberSeries": "ITEM-JNL"}),
            json!({"numberSeries": "MARS"}),
            "numberSeries",
        ),
        (
            "shippingAgents",
            json!({"code": "POST"}),
            json!({"internetAddress": "https://example.no/%1"}),
            json!({"displayName": 5}),
            "displayName",
        ),
        (
            "itemVendors",
            json!({"itemNumber": "SHIRT", "vendorNumber": "V1"}),
            json!({"vendorItemNumber": "S-1"}),
            json!({"vendorNumber": "V2"}),
            "vendorNumber",
        ),
        (
            "itemTexts",
            json!({"itemNumber": "SHIRT", "textType": "Extended Text", "languageCode": "NOB"}),
            json!({"text": "Av bomull.\nTåler 40 grader."}),
            json!({"text": 5}),
            "text",
        ),
        (
            "customerTemplates",
            json!({"code": "EU", "description": "In the EU"}),
            json!({"currencyCode": "EUR"}),
            json!({"paymentTermsCode": "NEVER"}),
            "paymentTermsCode",
        ),
    ]
}

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
    let item = json!({"number": "SHIRT", "displayName": "Shirt", "baseUnitOfMeasureCode": "PCS"});
    world.call(Method::POST, "/api/v1/items").body(item).send(&world.router).await.expect(201);
    let group = json!({"code": "GOODS"});
    world.call(Method::POST, "/api/v1/inventoryPostingGroups").body(group).send(&world.router).await.expect(201);
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
