//! Prices by quantity, and the quantities that variants are sold in.

use rstest::rstest;
use serde_json::{Value, json};

use crate::price_lists::{CREATE, cheaper, decrease};
use crate::shop::Shop;

const UPDATE: &str = "mutation($list: ID!, $input: QuantityPricingByVariantUpdateInput!) {
  quantityPricingByVariantUpdate(priceListId: $list, input: $input) {
    productVariants { id } userErrors { field code }
  }
}";

const TOLD: &str = "query($id: ID!) { priceList(id: $id) {
  quantityRules(first: 5) { nodes { minimum maximum increment isDefault originType productVariant { id } } }
  prices(first: 5, originType: FIXED) {
    nodes { price { amount } quantityPriceBreaks(first: 5) { nodes { id minimumQuantity price { amount } } } }
  }
} }";

/// An input that changes nothing but what is given.
fn input(given: Value) -> Value {
    let mut input = json!({
        "pricesToAdd": [], "pricesToDeleteByVariantId": [], "quantityPriceBreaksToAdd": [],
        "quantityPriceBreaksToDelete": [], "quantityRulesToAdd": [], "quantityRulesToDeleteByVariantId": [],
    });
    for (name, value) in given.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

fn money(amount: &str) -> Value {
    json!({ "amount": amount, "currencyCode": "NOK" })
}

fn price(variant: &Value, amount: &str) -> Value {
    json!({ "variantId": variant, "price": money(amount) })
}

fn from(variant: &Value, quantity: i64, amount: &str) -> Value {
    json!({ "variantId": variant, "minimumQuantity": quantity, "price": money(amount) })
}

fn rule(variant: &Value, minimum: i64, maximum: Option<i64>, increment: i64) -> Value {
    json!({ "variantId": variant, "minimum": minimum, "maximum": maximum, "increment": increment })
}

/// A price list with a variant that costs 80 kroner, 70 from ten on, and is sold by the five up to a hundred.
async fn by_quantity(shop: &Shop) -> (Value, Value) {
    let variant = shop.product("Lue", "100", 1).await;
    let list = cheaper(shop).await;
    let given = json!({
        "pricesToAdd": [price(&variant, "80")],
        "quantityPriceBreaksToAdd": [from(&variant, 10, "70")],
        "quantityRulesToAdd": [rule(&variant, 5, Some(100), 5)],
    });
    let made = shop.done(UPDATE, json!({ "list": list, "input": input(given) })).await;
    assert_eq!(made["productVariants"], json!([{ "id": variant }]));
    (list, variant)
}

#[tokio::test]
async fn a_variant_costs_less_in_quantities_and_is_sold_in_some_only() {
    let shop = Shop::new();
    let (list, variant) = by_quantity(&shop).await;
    let told = shop.one(TOLD, json!({ "id": list })).await;
    assert_eq!(
        told["quantityRules"]["nodes"],
        json!([{
            "minimum": 5, "maximum": 100, "increment": 5, "isDefault": false, "originType": "FIXED",
            "productVariant": { "id": variant },
        }])
    );
    let fixed = &told["prices"]["nodes"][0];
    assert_eq!(fixed["price"]["amount"], "80.0");
    let breaks = fixed["quantityPriceBreaks"]["nodes"].as_array().unwrap();
    assert_eq!(breaks.len(), 1);
    assert_eq!((&breaks[0]["minimumQuantity"], &breaks[0]["price"]["amount"]), (&10.into(), &"70.0".into()));
    let given = json!({
        "quantityPriceBreaksToDelete": [breaks[0]["id"]],
        "quantityRulesToDeleteByVariantId": [variant],
        "quantityPriceBreaksToAdd": [from(&variant, 3, "75"), from(&variant, 2, "78")],
    });
    shop.done(UPDATE, json!({ "list": list, "input": input(given) })).await;
    let told = shop.one(TOLD, json!({ "id": list })).await;
    assert_eq!(told["quantityRules"]["nodes"], json!([]));
    let breaks = told["prices"]["nodes"][0]["quantityPriceBreaks"]["nodes"].as_array().unwrap();
    let quantities: Vec<&Value> = breaks.iter().map(|known| &known["minimumQuantity"]).collect();
    assert_eq!(quantities, [2, 3]);
}

#[tokio::test]
async fn prices_by_quantity_go_with_the_fixed_price_and_with_the_variant() {
    let shop = Shop::new();
    let (list, variant) = by_quantity(&shop).await;
    let delete = json!({ "pricesToDeleteByVariantId": [variant] });
    shop.done(UPDATE, json!({ "list": list, "input": input(delete) })).await;
    let again = json!({ "pricesToAdd": [price(&variant, "80")] });
    shop.done(UPDATE, json!({ "list": list, "input": input(again) })).await;
    let told = shop.one(TOLD, json!({ "id": list })).await;
    assert_eq!(told["prices"]["nodes"][0]["quantityPriceBreaks"]["nodes"], json!([]));
    let product = "query($id: ID!) { productVariant(id: $id) { product { id } } }";
    let product = shop.one(product, json!({ "id": variant })).await["product"]["id"].clone();
    let delete = "mutation($input: ProductDeleteInput!) { productDelete(input: $input) { userErrors { message } } }";
    shop.done(delete, json!({ "input": { "id": product } })).await;
    let left = shop.one(TOLD, json!({ "id": list })).await;
    assert_eq!(left, json!({ "quantityRules": { "nodes": [] }, "prices": { "nodes": [] } }));
}

/// The variant that a case is about.
fn it() -> Value {
    "it".into()
}

#[rstest]
#[case::a_strange_variant(
    json!({ "pricesToAdd": [price(&json!("gid://shopify/ProductVariant/1"), "1")] }),
    "pricesToAdd",
    "PRICE_ADD_VARIANT_NOT_FOUND"
)]
#[case::no_rule_to_delete(
    json!({ "quantityRulesToDeleteByVariantId": ["gid://shopify/ProductVariant/1"] }),
    "quantityRulesToDeleteByVariantId",
    "QUANTITY_RULE_DELETE_VARIANT_NOT_FOUND"
)]
#[case::no_price_break_to_delete(
    json!({ "quantityPriceBreaksToDelete": ["gid://shopify/QuantityPriceBreak/1"] }),
    "quantityPriceBreaksToDelete",
    "QUANTITY_PRICE_BREAK_DELETE_NOT_FOUND"
)]
#[case::less_than_is_sold(
    json!({ "quantityPriceBreaksToAdd": [from(&it(), 4, "75")] }),
    "quantityPriceBreaksToAdd",
    "QUANTITY_PRICE_BREAK_ADD_MIN_LOWER_THAN_QUANTITY_RULES_MIN"
)]
#[case::more_than_is_sold(
    json!({ "quantityPriceBreaksToAdd": [from(&it(), 105, "75")] }),
    "quantityPriceBreaksToAdd",
    "QUANTITY_PRICE_BREAK_ADD_MIN_HIGHER_THAN_QUANTITY_RULES_MAX"
)]
#[case::between_what_is_sold(
    json!({ "quantityPriceBreaksToAdd": [from(&it(), 12, "75")] }),
    "quantityPriceBreaksToAdd",
    "QUANTITY_PRICE_BREAK_ADD_MIN_NOT_A_MULTIPLE_OF_QUANTITY_RULES_INCREMENT"
)]
#[case::no_fixed_price(
    json!({ "pricesToDeleteByVariantId": [it()], "quantityPriceBreaksToAdd": [from(&it(), 10, "75")] }),
    "quantityPriceBreaksToAdd",
    "QUANTITY_PRICE_BREAK_ADD_PRICE_LIST_PRICE_NOT_FOUND"
)]
#[case::less_than_one(
    json!({ "quantityRulesToAdd": [rule(&it(), 0, None, 1)] }),
    "quantityRulesToAdd",
    "QUANTITY_RULE_ADD_MINIMUM_IS_LESS_THAN_ONE"
)]
#[case::more_at_once_than_at_least(
    json!({ "quantityRulesToAdd": [rule(&it(), 2, None, 4)] }),
    "quantityRulesToAdd",
    "QUANTITY_RULE_ADD_INCREMENT_IS_GREATER_THAN_MINIMUM"
)]
#[case::an_end_that_is_never_reached(
    json!({ "quantityRulesToAdd": [rule(&it(), 5, Some(12), 5)] }),
    "quantityRulesToAdd",
    "QUANTITY_RULE_ADD_MAXIMUM_NOT_A_MULTIPLE_OF_INCREMENT"
)]
#[case::beyond_a_price_break(
    json!({ "quantityRulesToAdd": [rule(&it(), 15, None, 5)] }),
    "quantityRulesToAdd",
    "QUANTITY_RULE_ADD_MIN_HIGHER_THAN_QUANTITY_PRICE_BREAK_MIN"
)]
#[tokio::test]
async fn nothing_is_priced_by_quantity_against_the_rules(
    #[case] given: Value,
    #[case] field: &str,
    #[case] code: &str,
) {
    let shop = Shop::new();
    let (list, variant) = by_quantity(&shop).await;
    let before = shop.one(TOLD, json!({ "id": list })).await;
    let given = given.to_string().replace(&it().to_string(), &variant.to_string());
    let given = input(serde_json::from_str(&given).unwrap());
    let refused = shop.one(UPDATE, json!({ "list": list, "input": given })).await;
    assert_eq!(refused["userErrors"], json!([{ "field": ["input", field, "0"], "code": code }]));
    assert_eq!(shop.one(TOLD, json!({ "id": list })).await, before);
}

#[tokio::test]
async fn a_variant_has_ten_price_breaks_at_most_each_once() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "100", 1).await;
    let list = json!({ "name": "A", "currency": "NOK", "parent": decrease(0.0) });
    let list = shop.done(CREATE, json!({ "input": list })).await["priceList"]["id"].clone();
    let ten: Vec<Value> = (1..=10).map(|quantity| from(&variant, quantity, "75")).collect();
    let given = json!({ "pricesToAdd": [price(&variant, "80")], "quantityPriceBreaksToAdd": ten });
    shop.done(UPDATE, json!({ "list": list, "input": input(given) })).await;
    let more = [from(&variant, 10, "70"), from(&variant, 10, "69"), from(&variant, 11, "68")];
    let given = json!({ "quantityPriceBreaksToAdd": more });
    let refused = shop.one(UPDATE, json!({ "list": list, "input": input(given) })).await;
    let codes: Vec<&Value> = refused["userErrors"].as_array().unwrap().iter().map(|error| &error["code"]).collect();
    assert_eq!(
        codes,
        ["QUANTITY_PRICE_BREAK_ADD_DUPLICATE_INPUT_FOR_VARIANT_AND_MIN", "QUANTITY_PRICE_BREAK_ADD_LIMIT_EXCEEDED"]
    );
}
