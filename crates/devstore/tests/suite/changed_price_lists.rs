//! Price lists that are changed or deleted, and the prices of whole products.

use rstest::rstest;
use serde_json::{Value, json};

use crate::catalogs::of_market;
use crate::price_lists::{CREATE, PRICES, cheaper, decrease};
use crate::shop::Shop;

const UPDATE: &str = "mutation($id: ID!, $input: PriceListUpdateInput!) {
  priceListUpdate(id: $id, input: $input) {
    priceList { name currency fixedPricesCount catalog { id } parent { adjustment { type value } settings { compareAtMode } } }
    userErrors { field code }
  }
}";

const DELETE: &str = "mutation($id: ID!) { priceListDelete(id: $id) { deletedId userErrors { field code } } }";

const BY_PRODUCT: &str = "mutation($list: ID!, $add: [PriceListProductPriceInput!], $delete: [ID!]) {
  priceListFixedPricesByProductUpdate(priceListId: $list, pricesToAdd: $add, pricesToDeleteByProductIds: $delete) {
    priceList { fixedPricesCount } pricesToAddProducts { id } pricesToDeleteProducts { id } userErrors { field code }
  }
}";

/// The product that has this variant.
async fn product_of(shop: &Shop, variant: &Value) -> Value {
    let query = "query($id: ID!) { productVariant(id: $id) { product { id } } }";
    shop.one(query, json!({ "id": variant })).await["product"]["id"].clone()
}

fn of_product(product: &Value, amount: &str, currency: &str) -> Value {
    json!({ "productId": product, "price": { "amount": amount, "currencyCode": currency } })
}

#[tokio::test]
async fn a_price_list_gets_another_name_and_makes_something_else_of_the_shops_prices() {
    let shop = Shop::new();
    shop.product("Lue", "100", 1).await;
    let list = cheaper(&shop).await;
    let parent = json!({ "adjustment": { "type": "PERCENTAGE_INCREASE", "value": 50.0 } });
    let changed = shop.done(UPDATE, json!({ "id": list, "input": { "name": "Voss", "parent": parent } })).await;
    let adjustment = json!({ "type": "PERCENTAGE_INCREASE", "value": 50.0 });
    assert_eq!(changed["priceList"]["name"], "Voss");
    assert_eq!(
        changed["priceList"]["parent"],
        json!({ "adjustment": adjustment, "settings": { "compareAtMode": "ADJUSTED" } })
    );
    let price = shop.one(PRICES, json!({ "id": list })).await["prices"]["nodes"][0]["price"].clone();
    assert_eq!(price, json!({ "amount": "150.0", "currencyCode": "NOK" }));
    shop.done(UPDATE, json!({ "id": list, "input": { "name": "Voss" } })).await;
}

#[tokio::test]
async fn fixed_prices_go_with_the_currency_that_they_are_of() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "100", 1).await;
    let list = cheaper(&shop).await;
    let product = product_of(&shop, &variant).await;
    let variables = json!({ "list": list, "add": [of_product(&product, "80", "NOK")] });
    assert_eq!(shop.done(BY_PRODUCT, variables).await["priceList"]["fixedPricesCount"], 1);
    let same = shop.done(UPDATE, json!({ "id": list, "input": { "currency": "NOK" } })).await;
    assert_eq!(same["priceList"]["fixedPricesCount"], 1);
    let other = shop.done(UPDATE, json!({ "id": list, "input": { "currency": "SEK" } })).await;
    assert_eq!((&other["priceList"]["currency"], &other["priceList"]["fixedPricesCount"]), (&"SEK".into(), &0.into()));
}

#[tokio::test]
async fn a_price_list_goes_to_another_catalog_and_is_deleted() {
    let shop = Shop::new();
    let list = cheaper(&shop).await;
    let (_, sverige) = of_market(&shop, "Sverige", "SEK").await;
    let change = |input: Value| json!({ "id": list, "input": input });
    let wrong = shop.one(UPDATE, change(json!({ "catalogId": sverige["id"] }))).await;
    let mismatch = "CATALOG_MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH";
    assert_eq!(wrong["userErrors"], json!([{ "field": ["input", "catalogId"], "code": mismatch }]));
    let moved = shop.done(UPDATE, change(json!({ "catalogId": sverige["id"], "currency": "SEK" }))).await;
    assert_eq!(moved["priceList"]["catalog"]["id"], sverige["id"]);
    let back = shop.one(UPDATE, change(json!({ "currency": "NOK" }))).await;
    assert_eq!(back["userErrors"], json!([{ "field": ["input", "currency"], "code": mismatch }]));
    let held = shop.data("{ catalogs(first: 5, type: COMPANY_LOCATION) { nodes { priceList { id } } } }").await;
    assert_eq!(held["catalogs"]["nodes"], json!([{ "priceList": null }]));
    assert_eq!(shop.done(DELETE, json!({ "id": list })).await["deletedId"], list);
    let left = shop.data("{ catalogs(first: 5, type: MARKET) { nodes { priceList { id } } } }").await;
    assert_eq!(left["catalogs"]["nodes"], json!([{ "priceList": null }]));
    let again = shop.one(DELETE, json!({ "id": list })).await;
    assert_eq!(again["userErrors"], json!([{ "field": ["id"], "code": "PRICE_LIST_NOT_FOUND" }]));
}

#[rstest]
#[case::no_name(json!({ "name": " " }), json!(["input", "name"]), "BLANK")]
#[case::a_taken_name(json!({ "name": "Andre" }), json!(["input", "name"]), "TAKEN")]
#[case::a_strange_currency(json!({ "currency": "JPY" }), json!(["input", "currency"]), "CURRENCY_NOT_SUPPORTED")]
#[case::less_than_nothing_left(
    json!({ "parent": decrease(100.5) }),
    json!(["input", "parent", "adjustment", "value"]),
    "INVALID_ADJUSTMENT_MIN_VALUE"
)]
#[case::an_unknown_catalog(
    json!({ "catalogId": "gid://shopify/MarketCatalog/1" }),
    json!(["input", "catalogId"]),
    "CATALOG_DOES_NOT_EXIST"
)]
#[tokio::test]
async fn a_price_list_is_not_changed_against_the_rules(#[case] input: Value, #[case] field: Value, #[case] code: &str) {
    let shop = Shop::new();
    let list = cheaper(&shop).await;
    let other = json!({ "name": "Andre", "currency": "NOK", "parent": decrease(0.0) });
    shop.done(CREATE, json!({ "input": other })).await;
    let refused = shop.one(UPDATE, json!({ "id": list, "input": input })).await;
    assert_eq!(refused["userErrors"], json!([{ "field": field, "code": code }]));
}

#[tokio::test]
async fn every_variant_of_a_product_has_the_same_fixed_price_until_none_has() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "100", 1).await;
    let (list, product) = (cheaper(&shop).await, product_of(&shop, &variant).await);
    let variables = json!({ "list": list, "add": [of_product(&product, "79.90", "NOK")] });
    let added = shop.done(BY_PRODUCT, variables).await;
    assert_eq!(added["pricesToAddProducts"], json!([{ "id": product }]));
    let price = shop.one(PRICES, json!({ "id": list })).await["prices"]["nodes"][0].clone();
    assert_eq!((&price["originType"], &price["price"]["amount"]), (&"FIXED".into(), &"79.9".into()));
    let deleted = shop.done(BY_PRODUCT, json!({ "list": list, "delete": [product] })).await;
    assert_eq!(deleted["pricesToDeleteProducts"], json!([{ "id": product }]));
    assert_eq!(deleted["priceList"]["fixedPricesCount"], 0);
}

#[tokio::test]
async fn every_mistake_in_the_prices_of_products_is_named() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "100", 1).await;
    let (list, product) = (cheaper(&shop).await, product_of(&shop, &variant).await);
    let wrong = [of_product(&product, "8", "EUR"), of_product(&product, "80", "NOK")];
    let gone = "gid://shopify/Product/1";
    let refused = shop.one(BY_PRODUCT, json!({ "list": list, "add": wrong, "delete": [product, gone] })).await;
    assert_eq!(
        refused["userErrors"],
        json!([
            { "field": ["pricesToAdd", "0", "price", "currencyCode"], "code": "PRICES_TO_ADD_CURRENCY_MISMATCH" },
            { "field": ["pricesToAdd"], "code": "DUPLICATE_ID_IN_INPUT" },
            { "field": null, "code": "ID_MUST_BE_MUTUALLY_EXCLUSIVE" },
            { "field": ["pricesToDeleteByProductIds", "1"], "code": "PRODUCT_DOES_NOT_EXIST" },
        ])
    );
    assert_eq!(refused["priceList"], Value::Null);
    let code = async |variables: Value| shop.one(BY_PRODUCT, variables).await["userErrors"][0]["code"].clone();
    assert_eq!(code(json!({ "list": list })).await, "NO_UPDATE_OPERATIONS_SPECIFIED");
    let nowhere = json!({ "list": "gid://shopify/PriceList/1", "delete": [product] });
    assert_eq!(code(nowhere).await, "PRICE_LIST_DOES_NOT_EXIST");
    let plain = shop.one(PRICES, json!({ "id": list })).await["prices"]["nodes"][0]["originType"].clone();
    assert_eq!(plain, "RELATIVE");
}
