//! Price lists: adjusted prices, and fixed ones.

use rstest::rstest;
use serde_json::{Value, json};

use crate::catalogs::{of_locations, of_market};
use crate::companies::company;
use crate::shop::Shop;

pub const CREATE: &str = "mutation($input: PriceListCreateInput!) {
  priceListCreate(input: $input) {
    priceList { id name currency fixedPricesCount catalog { id } parent { adjustment { type value } settings { compareAtMode } } }
    userErrors { field message code }
  }
}";

const ADD: &str = "mutation($list: ID!, $prices: [PriceListPriceInput!]!) {
  priceListFixedPricesAdd(priceListId: $list, prices: $prices) {
    prices { originType price { amount currencyCode } variant { id } } userErrors { field message code }
  }
}";

const UPDATE: &str = "mutation($list: ID!, $prices: [PriceListPriceInput!]!, $delete: [ID!]!) {
  priceListFixedPricesUpdate(priceListId: $list, pricesToAdd: $prices, variantIdsToDelete: $delete) {
    pricesAdded { originType price { amount } } deletedFixedPriceVariantIds priceList { fixedPricesCount }
    userErrors { field message code }
  }
}";

const DELETE: &str = "mutation($list: ID!, $variants: [ID!]!) {
  priceListFixedPricesDelete(priceListId: $list, variantIds: $variants) { deletedFixedPriceVariantIds userErrors { field code } }
}";

pub const PRICES: &str = "query($id: ID!, $origin: PriceListPriceOriginType, $q: String) { priceList(id: $id) {
  prices(first: 250, originType: $origin, query: $q) {
    nodes { originType price { amount currencyCode } compareAtPrice { amount } variant { id product { id } } }
  }
} }";

pub fn decrease(percent: f64) -> Value {
    json!({ "adjustment": { "type": "PERCENTAGE_DECREASE", "value": percent }, "settings": { "compareAtMode": "ADJUSTED" } })
}

/// A price list of kroner, a tenth cheaper, in a catalog of its own: its id.
pub async fn cheaper(shop: &Shop) -> Value {
    let (_, location) = company(shop, "Fjellheim AS").await;
    let catalog = of_locations(shop, "Fjellheim", &[&location]).await;
    let input = json!({ "name": "Fjellheim", "currency": "NOK", "catalogId": catalog["id"], "parent": decrease(10.0) });
    let list = shop.done(CREATE, json!({ "input": input })).await["priceList"].clone();
    assert_eq!((&list["catalog"]["id"], &list["parent"]["adjustment"]["value"]), (&catalog["id"], &json!(10.0)));
    list["id"].clone()
}

fn kroner(variant: &Value, amount: &str, compare: Option<&str>) -> Value {
    let money = |amount: &str| json!({ "amount": amount, "currencyCode": "NOK" });
    json!({ "variantId": variant, "price": money(amount), "compareAtPrice": compare.map(money) })
}

#[tokio::test]
async fn prices_follow_the_shops_unless_they_are_fixed() {
    let shop = Shop::new();
    let (lue, vott) = (shop.product("Lue", "99.95", 1).await, shop.product("Vott", "200", 1).await);
    let list = cheaper(&shop).await;
    let prices = async |origin: Value, query: &str| {
        let found = shop.one(PRICES, json!({ "id": list, "origin": origin, "q": query })).await;
        let nodes = found["prices"]["nodes"].as_array().unwrap().clone();
        let price = |node: &Value| {
            format!("{} {}", node["originType"].as_str().unwrap(), node["price"]["amount"].as_str().unwrap())
        };
        nodes.iter().map(price).collect::<Vec<_>>()
    };
    assert_eq!(prices(Value::Null, "").await, ["RELATIVE 89.96", "RELATIVE 180.0"]);
    let added = shop.done(ADD, json!({ "list": list, "prices": [kroner(&vott, "150", Some("220"))] })).await;
    assert_eq!(added["prices"][0]["price"], json!({ "amount": "150.0", "currencyCode": "NOK" }));
    assert_eq!(prices(Value::Null, "").await, ["RELATIVE 89.96", "FIXED 150.0"]);
    assert_eq!(prices(json!("FIXED"), "").await, ["FIXED 150.0"]);
    assert_eq!(prices(json!("RELATIVE"), "").await, ["RELATIVE 89.96"]);
    let number = lue.as_str().unwrap().rsplit('/').next().unwrap();
    assert_eq!(prices(Value::Null, &format!("variant_id:{number}")).await, ["RELATIVE 89.96"]);
    let variables = json!({ "list": list, "prices": [kroner(&lue, "80", None)], "delete": [vott] });
    let updated = shop.done(UPDATE, variables).await;
    assert_eq!(updated["deletedFixedPriceVariantIds"], json!([vott]));
    assert_eq!(updated["priceList"]["fixedPricesCount"], 1);
    assert_eq!(prices(Value::Null, "").await, ["FIXED 80.0", "RELATIVE 180.0"]);
    let deleted = shop.done(DELETE, json!({ "list": list, "variants": [lue] })).await;
    assert_eq!(deleted["deletedFixedPriceVariantIds"], json!([lue]));
    assert_eq!(prices(Value::Null, "").await, ["RELATIVE 89.96", "RELATIVE 180.0"]);
    let again = shop.one(DELETE, json!({ "list": list, "variants": [lue] })).await;
    assert_eq!(again["userErrors"], json!([{ "field": ["variantIds", "0"], "code": "PRICE_NOT_FIXED" }]));
}

#[tokio::test]
async fn prices_before_are_adjusted_or_taken_away_and_other_currencies_are_changed() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "115", 1).await;
    let product = "query($id: ID!) { productVariant(id: $id) { product { id } } }";
    let product = shop.one(product, json!({ "id": variant })).await["product"]["id"].clone();
    let change = json!({ "product": product, "variants": [{ "id": variant, "compareAtPrice": "230" }] });
    shop.done(crate::variants::UPDATE, change).await;
    let (_, catalog) = of_market(&shop, "Europa", "EUR").await;
    let wrong = json!({ "name": "Kroner", "currency": "NOK", "catalogId": catalog["id"], "parent": decrease(0.0) });
    let refused = shop.one(CREATE, json!({ "input": wrong })).await;
    assert_eq!(refused["userErrors"][0]["code"], "CATALOG_MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH");
    for (mode, compare) in [("ADJUSTED", json!({ "amount": "40.0" })), ("NULLIFY", Value::Null)] {
        let parent = json!({ "adjustment": { "type": "PERCENTAGE_INCREASE", "value": 100.0 }, "settings": { "compareAtMode": mode } });
        let input = json!({ "name": mode, "currency": "EUR", "parent": parent });
        let list = shop.done(CREATE, json!({ "input": input })).await["priceList"]["id"].clone();
        let found = shop.one(PRICES, json!({ "id": list })).await["prices"]["nodes"][0].clone();
        assert_eq!(found["price"], json!({ "amount": "20.0", "currencyCode": "EUR" }));
        assert_eq!(found["compareAtPrice"], compare);
    }
}

#[rstest]
#[case::no_name(json!({ "name": "" }), &["name"], "BLANK")]
#[case::a_taken_name(json!({ "name": "Fjellheim" }), &["name"], "TAKEN")]
#[case::a_long_name(json!({ "name": "x".repeat(256) }), &["name"], "TOO_LONG")]
#[case::a_strange_currency(json!({ "currency": "JPY" }), &["currency"], "CURRENCY_NOT_SUPPORTED")]
#[case::below_nothing(json!({ "parent": decrease(-1.0) }), &["parent", "adjustment", "value"], "INVALID_ADJUSTMENT_VALUE")]
#[case::less_than_nothing_left(json!({ "parent": decrease(100.5) }), &["parent", "adjustment", "value"], "INVALID_ADJUSTMENT_MIN_VALUE")]
#[case::too_much(
    json!({ "parent": { "adjustment": { "type": "PERCENTAGE_INCREASE", "value": 1000.5 } } }),
    &["parent", "adjustment", "value"],
    "INVALID_ADJUSTMENT_MAX_VALUE"
)]
#[case::an_unknown_catalog(json!({ "catalogId": "gid://shopify/MarketCatalog/1" }), &["catalogId"], "CATALOG_DOES_NOT_EXIST")]
#[tokio::test]
async fn a_price_list_is_not_made_against_the_rules(#[case] change: Value, #[case] field: &[&str], #[case] code: &str) {
    let shop = Shop::new();
    cheaper(&shop).await;
    let mut input = json!({ "name": "A", "currency": "NOK", "parent": decrease(1.0) });
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    let refused = shop.one(CREATE, json!({ "input": input })).await;
    let field: Vec<&str> = std::iter::once("input").chain(field.iter().copied()).collect();
    let error = &refused["userErrors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!(field), &code.into()), "{refused:#}");
}

#[tokio::test]
async fn a_catalog_has_one_price_list() {
    let shop = Shop::new();
    let list = cheaper(&shop).await;
    let query = "query($id: ID!) { priceList(id: $id) { catalog { id } } }";
    let catalog = shop.one(query, json!({ "id": list })).await["catalog"]["id"].clone();
    let input = json!({ "name": "B", "currency": "NOK", "catalogId": catalog, "parent": decrease(0.0) });
    let refused = shop.one(CREATE, json!({ "input": input })).await;
    assert_eq!(refused["userErrors"][0]["code"], "CATALOG_TAKEN");
}

#[tokio::test]
async fn a_price_is_fixed_for_variants_that_there_are_in_the_lists_currency() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "100", 1).await;
    let list = cheaper(&shop).await;
    let euro = json!({ "variantId": variant, "price": { "amount": "9", "currencyCode": "EUR" } });
    let gone = kroner(&json!("gid://shopify/ProductVariant/1"), "1", None);
    let refused = shop.one(ADD, json!({ "list": list, "prices": [euro, gone] })).await;
    let mismatch = "The specified currency does not match the price list's currency.";
    assert_eq!(
        refused["userErrors"],
        json!([
            { "field": ["prices", "0", "price", "currencyCode"], "message": mismatch, "code": "PRICE_LIST_CURRENCY_MISMATCH" },
            { "field": ["prices", "1", "variantId"], "message": "Product variant ID does not exist.", "code": "VARIANT_NOT_FOUND" },
        ])
    );
    let delete = json!({ "list": list, "prices": [], "delete": [variant] });
    assert_eq!(shop.one(UPDATE, delete).await["userErrors"][0]["code"], "PRICE_NOT_FIXED");
    let nowhere = json!({ "list": "gid://shopify/PriceList/1", "prices": [] });
    assert_eq!(shop.one(ADD, nowhere).await["userErrors"][0]["code"], "PRICE_LIST_NOT_FOUND");
    let many: Vec<Value> = (0..251).map(|_| kroner(&variant, "1", None)).collect();
    let answer = shop.ask_with(ADD, json!({ "list": list, "prices": many })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "MAX_INPUT_SIZE_EXCEEDED");
}
