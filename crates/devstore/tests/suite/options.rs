//! What there is to choose, changed afterwards.

use rstest::rstest;
use serde_json::{Value, json};

use crate::products::{CREATE, plain};
use crate::shop::Shop;

const UPDATE: &str = "mutation($product: ID!, $option: OptionUpdateInput!, $add: [OptionValueCreateInput!],
    $update: [OptionValueUpdateInput!], $delete: [ID!], $strategy: ProductOptionUpdateVariantStrategy) {
  productOptionUpdate(productId: $product, option: $option, optionValuesToAdd: $add, optionValuesToUpdate: $update,
      optionValuesToDelete: $delete, variantStrategy: $strategy) {
    product { options { name values position } variants(first: 10) { nodes { title price selectedOptions { name value } } } }
    userErrors { field message code }
  }
}";

const ADD: &str =
    "mutation($product: ID!, $options: [OptionCreateInput!]!, $strategy: ProductOptionCreateVariantStrategy) {
  productOptionsCreate(productId: $product, options: $options, variantStrategy: $strategy) {
    product { options { name values } variants(first: 10) { nodes { title } } } userErrors { field code }
  }
}";

const DELETE: &str = "mutation($product: ID!, $options: [ID!]!, $strategy: ProductOptionDeleteStrategy) {
  productOptionsDelete(productId: $product, options: $options, strategy: $strategy) {
    deletedOptionsIds product { hasOnlyDefaultVariant options { name values } variants(first: 10) { nodes { title } } }
    userErrors { field code }
  }
}";

/// A jumper in two sizes and one colour, of which there is one variant.
async fn jumper(shop: &Shop) -> Value {
    let options = json!([
        { "name": "Size", "values": [{ "name": "S" }, { "name": "M" }] },
        { "name": "Colour", "values": [{ "name": "Red" }] },
    ]);
    let product = json!({ "title": "Genser", "productOptions": options });
    shop.done(CREATE, json!({ "product": product })).await["product"].clone()
}

fn titles(payload: &Value) -> Vec<&str> {
    let nodes = payload["product"]["variants"]["nodes"].as_array().unwrap();
    nodes.iter().map(|node| node["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_option_is_renamed_for_its_variants_too() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let option = json!({ "id": product["options"][0]["id"], "name": "Variant" });
    let changed = shop.done(UPDATE, json!({ "product": product["id"], "option": option })).await;
    let variant = &changed["product"]["variants"]["nodes"][0];
    assert_eq!(variant["selectedOptions"], json!([{ "name": "Variant", "value": "Default Title" }]));
}

#[tokio::test]
async fn values_are_renamed_added_and_taken_away() {
    let shop = Shop::new();
    let product = jumper(&shop).await;
    let size = &product["options"][0];
    let (s, m) = (&size["optionValues"][0]["id"], &size["optionValues"][1]["id"]);
    let variables = json!({
        "product": product["id"], "option": { "id": size["id"], "position": 2 },
        "add": [{ "name": "XL" }], "update": [{ "id": s, "name": "Small" }], "delete": [m], "strategy": "MANAGE",
    });
    let changed = shop.done(UPDATE, variables).await;
    assert_eq!(changed["product"]["options"][1]["values"], json!(["Small", "XL"]));
    assert_eq!(titles(&changed), ["Red / Small", "Red / XL"]);
}

#[rstest]
#[case::a_taken_name(json!({ "option": { "id": "Size", "name": "colour" } }), "OPTION_ALREADY_EXISTS")]
#[case::no_name(json!({ "option": { "id": "Size", "name": " " } }), "INVALID_NAME")]
#[case::a_long_name(json!({ "option": { "id": "Size", "name": "x".repeat(256) } }), "OPTION_NAME_TOO_LONG")]
#[case::no_such_place(json!({ "option": { "id": "Size", "position": 3 } }), "INVALID_POSITION")]
#[case::no_such_option(json!({ "option": { "id": "gid://shopify/ProductOption/1" } }), "OPTION_DOES_NOT_EXIST")]
#[case::a_value_that_is_there(json!({ "option": { "id": "Size" }, "add": [{ "name": "s" }] }), "OPTION_VALUE_ALREADY_EXISTS")]
#[case::a_long_value(json!({ "option": { "id": "Size" }, "add": [{ "name": "x".repeat(256) }] }), "OPTION_VALUE_NAME_TOO_LONG")]
#[case::a_value_in_use(json!({ "option": { "id": "Size" }, "delete": ["S"] }), "OPTION_VALUE_HAS_VARIANTS")]
#[case::every_value(json!({ "option": { "id": "Size" }, "delete": ["S", "M"], "strategy": "MANAGE" }), "CANNOT_DELETE_ALL_OPTION_VALUES_IN_OPTION")]
#[tokio::test]
async fn an_option_is_not_changed_against_the_rules(#[case] mut variables: Value, #[case] code: &str) {
    let shop = Shop::new();
    let product = jumper(&shop).await;
    let size = &product["options"][0];
    variables["product"] = product["id"].clone();
    if variables["option"]["id"] == "Size" {
        variables["option"]["id"] = size["id"].clone();
    }
    for id in variables.get_mut("delete").and_then(Value::as_array_mut).into_iter().flatten() {
        *id = size["optionValues"][usize::from(*id == "M")]["id"].clone();
    }
    let refused = shop.one(UPDATE, variables).await;
    assert_eq!(refused["userErrors"][0]["code"], code, "{refused:#}");
}

#[rstest]
#[case(None, &["S / Red"])]
#[case(Some("CREATE"), &["S / Red", "S / Blue"])]
#[tokio::test]
async fn a_new_option_gives_its_first_value_to_the_variants_that_there_are(
    #[case] strategy: Option<&str>,
    #[case] expected: &[&str],
) {
    let shop = Shop::new();
    let sizes = json!([{ "name": "Size", "values": [{ "name": "S" }] }]);
    let product = json!({ "title": "Genser", "productOptions": sizes });
    let product = shop.done(CREATE, json!({ "product": product })).await["product"].clone();
    let colours = json!([{ "name": "Colour", "values": [{ "name": "Red" }, { "name": "Blue" }] }]);
    let strategy = strategy.unwrap_or("LEAVE_AS_IS");
    let variables = json!({ "product": product["id"], "options": colours, "strategy": strategy });
    assert_eq!(titles(&shop.done(ADD, variables).await), expected);
    let again = shop.one(ADD, json!({ "product": product["id"], "options": colours })).await;
    assert_eq!(again["userErrors"], json!([{ "field": ["options", "0", "name"], "code": "OPTION_ALREADY_EXISTS" }]));
}

/// The jumper in both sizes, and in two colours.
async fn four_jumpers(shop: &Shop) -> Value {
    let product = jumper(shop).await;
    let colour = &product["options"][1]["id"];
    let blue = json!([{ "name": "Blue" }]);
    let add = json!({ "product": product["id"], "option": { "id": colour }, "add": blue, "strategy": "MANAGE" });
    shop.done(UPDATE, add).await;
    let medium = |colour: &str| {
        let (size, colour) =
            (json!({ "optionName": "Size", "name": "M" }), json!({ "optionName": "Colour", "name": colour }));
        json!({ "optionValues": [size, colour] })
    };
    let create = "mutation($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkCreate(productId: $product, variants: $variants) { userErrors { message } }
    }";
    shop.done(create, json!({ "product": product["id"], "variants": [medium("Red"), medium("Blue")] })).await;
    product
}

#[tokio::test]
async fn an_option_goes_and_of_variants_that_are_the_same_then_the_first_stays() {
    let shop = Shop::new();
    let product = four_jumpers(&shop).await;
    let (size, colour) = (&product["options"][0]["id"], &product["options"][1]["id"]);
    let without = |option: &Value| json!({ "product": product["id"], "options": [option], "strategy": "POSITION" });
    let sizes = shop.done(DELETE, without(colour)).await;
    assert_eq!(titles(&sizes), ["S", "M"]);
    assert_eq!(sizes["deletedOptionsIds"], json!([colour]));
    let plain = shop.done(DELETE, without(size)).await;
    assert_eq!(titles(&plain), ["Default Title"]);
    assert_eq!(plain["product"]["hasOnlyDefaultVariant"], true);
    assert_eq!(plain["product"]["options"], json!([{ "name": "Title", "values": ["Default Title"] }]));
}

#[tokio::test]
async fn an_option_of_one_value_goes_whatever_the_strategy_is() {
    let shop = Shop::new();
    let product = jumper(&shop).await;
    let variables = json!({ "product": product["id"], "options": [product["options"][1]["id"]] });
    let left = shop.done(DELETE, variables).await;
    assert_eq!(titles(&left), ["S"]);
    assert_eq!(left["product"]["options"], json!([{ "name": "Size", "values": ["S", "M"] }]));
}

#[rstest]
#[case::several_values(json!({ "options": ["Size"] }), json!(["options"]), "CANNOT_DELETE_OPTION_WITH_MULTIPLE_VALUES")]
#[case::variants_that_would_go(
    json!({ "options": ["Size"], "strategy": "NON_DESTRUCTIVE" }),
    json!(["strategy"]),
    "CANNOT_USE_NON_DESTRUCTIVE_STRATEGY"
)]
#[case::another_product(json!({ "options": ["Title"] }), json!(["options", "0"]), "OPTIONS_DO_NOT_BELONG_TO_THE_SAME_PRODUCT")]
#[case::nothing(
    json!({ "options": ["gid://shopify/ProductOption/1"] }),
    json!(["options", "0"]),
    "OPTION_DOES_NOT_EXIST"
)]
#[tokio::test]
async fn no_option_goes_against_the_rules(#[case] mut variables: Value, #[case] field: Value, #[case] code: &str) {
    let shop = Shop::new();
    let (product, other) = (four_jumpers(&shop).await, plain(&shop, "Lue").await);
    variables["product"] = product["id"].clone();
    match variables["options"][0].as_str().unwrap() {
        "Size" => variables["options"][0] = product["options"][0]["id"].clone(),
        "Title" => variables["options"][0] = other["options"][0]["id"].clone(),
        _ => {}
    }
    let refused = shop.one(DELETE, variables).await;
    assert_eq!(refused["userErrors"], json!([{ "field": field, "code": code }]));
}
