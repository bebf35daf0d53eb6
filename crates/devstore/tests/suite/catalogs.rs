//! Catalogs: whom they are for, and what goes with them.

use rstest::rstest;
use serde_json::{Value, json};

use crate::companies::company;
use crate::products::plain;
use crate::shop::Shop;

pub const CREATE: &str = "mutation($input: CatalogCreateInput!) {
  catalogCreate(input: $input) { catalog { __typename id title status priceList { id } publication { id } } userErrors { field message code } }
}";

pub const UPDATE: &str = "mutation($id: ID!, $input: CatalogUpdateInput!) {
  catalogUpdate(id: $id, input: $input) { catalog { title priceList { id } publication { id } } userErrors { field code } }
}";

const DELETE: &str = "mutation($id: ID!, $all: Boolean) {
  catalogDelete(id: $id, deleteDependentResources: $all) { deletedId userErrors { field code } }
}";

const CONTEXT: &str = "mutation($id: ID!, $add: CatalogContextInput, $remove: CatalogContextInput) {
  catalogContextUpdate(catalogId: $id, contextsToAdd: $add, contextsToRemove: $remove) {
    catalog { ... on CompanyLocationCatalog { companyLocations(first: 5) { nodes { id } } } } userErrors { field code }
  }
}";

pub const PUBLICATION: &str = "mutation($input: PublicationCreateInput!) {
  publicationCreate(input: $input) {
    publication { id autoPublish products(first: 5) { nodes { title } } catalog { id } } userErrors { field code }
  }
}";

pub const MARKET: &str = "mutation($input: MarketCreateInput!) {
  marketCreate(input: $input) { market { id name status currencySettings { baseCurrency { currencyCode } } } userErrors { field message code } }
}";

/// A catalog of these locations.
pub async fn of_locations(shop: &Shop, title: &str, locations: &[&Value]) -> Value {
    let input = json!({ "title": title, "status": "ACTIVE", "context": { "companyLocationIds": locations } });
    shop.done(CREATE, json!({ "input": input })).await["catalog"].clone()
}

/// A market that sells in this currency, and a catalog of it.
pub async fn of_market(shop: &Shop, name: &str, currency: &str) -> (Value, Value) {
    let input = json!({ "name": name, "status": "ACTIVE", "currencySettings": { "baseCurrency": currency } });
    let market = shop.done(MARKET, json!({ "input": input })).await["market"]["id"].clone();
    let input = json!({ "title": name, "status": "ACTIVE", "context": { "marketIds": [market] } });
    (market, shop.done(CREATE, json!({ "input": input })).await["catalog"].clone())
}

#[tokio::test]
async fn catalogs_are_found_by_their_type_and_by_those_who_have_them() {
    let shop = Shop::new();
    let (fjellheim, voss) = company(&shop, "Fjellheim AS").await;
    let (_, oslo) = company(&shop, "Andre AS").await;
    let first = of_locations(&shop, "Fjellheim", &[&voss]).await;
    assert_eq!((&first["__typename"], &first["priceList"]), (&"CompanyLocationCatalog".into(), &Value::Null));
    of_locations(&shop, "Andre", &[&oslo]).await;
    let (market, _) = of_market(&shop, "Sverige", "SEK").await;
    let find = async |kind: &str, query: &str| {
        let document =
            "query($type: CatalogType, $q: String) { catalogs(first: 25, type: $type, query: $q) { nodes { title } } }";
        let found = shop.one(document, json!({ "type": kind, "q": query })).await;
        let titles = found["nodes"].as_array().unwrap().iter().map(|node| node["title"].as_str().unwrap().to_owned());
        titles.collect::<Vec<_>>()
    };
    let number = |id: &Value| id.as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    assert_eq!(find("COMPANY_LOCATION", "").await, ["Fjellheim", "Andre"]);
    assert_eq!(find("COMPANY_LOCATION", &format!("company_id:{}", number(&fjellheim))).await, ["Fjellheim"]);
    assert_eq!(find("COMPANY_LOCATION", &format!("company_location_id:{}", number(&oslo))).await, ["Andre"]);
    assert_eq!(find("MARKET", &format!("market_id:{}", number(&market))).await, ["Sverige"]);
    assert_eq!(find("APP", "").await, ["Online Store", "Point of Sale"]);
    let context = "query($id: ID!) { catalog(id: $id) {
        ... on CompanyLocationCatalog { companyLocations(first: 5) { nodes { id company { id } } } companyLocationsCount { count } } } }";
    let told = shop.one(context, json!({ "id": first["id"] })).await;
    assert_eq!(told["companyLocations"]["nodes"], json!([{ "id": voss, "company": { "id": fjellheim } }]));
    let markets = shop
        .data("{ markets(first: 50, sortKey: NAME) { nodes { name catalogs(first: 5) { nodes { title } } } } }")
        .await;
    assert_eq!(
        markets["markets"]["nodes"],
        json!([
            { "name": "Norge", "catalogs": { "nodes": [] } },
            { "name": "Sverige", "catalogs": { "nodes": [{ "title": "Sverige" }] } },
        ])
    );
}

#[rstest]
#[case::no_title(json!({ "title": " " }), &["title"], "BLANK")]
#[case::a_long_title(json!({ "title": "x".repeat(256) }), &["title"], "TOO_LONG")]
#[case::nobody(json!({ "context": {} }), &["context"], "MUST_PROVIDE_EXACTLY_ONE_CONTEXT_TYPE")]
#[case::both_kinds(json!({ "context": { "companyLocationIds": [], "marketIds": [] } }), &["context"], "MUST_PROVIDE_EXACTLY_ONE_CONTEXT_TYPE")]
#[case::no_location(json!({ "context": { "companyLocationIds": [] } }), &["context", "companyLocationIds"], "INVALID")]
#[case::an_unknown_location(
    json!({ "context": { "companyLocationIds": ["gid://shopify/CompanyLocation/1"] } }),
    &["context", "companyLocationIds", "0"],
    "COMPANY_LOCATION_NOT_FOUND"
)]
#[case::an_unknown_market(json!({ "context": { "marketIds": ["gid://shopify/Market/1"] } }), &["context", "marketIds", "0"], "MARKET_NOT_FOUND")]
#[case::an_unknown_price_list(json!({ "priceListId": "gid://shopify/PriceList/1" }), &["priceListId"], "PRICE_LIST_NOT_FOUND")]
#[case::an_unknown_publication(json!({ "publicationId": "gid://shopify/Publication/1" }), &["publicationId"], "PUBLICATION_NOT_FOUND")]
#[tokio::test]
async fn a_catalog_is_not_made_against_the_rules(#[case] change: Value, #[case] field: &[&str], #[case] code: &str) {
    let shop = Shop::new();
    let (_, location) = company(&shop, "Fjellheim AS").await;
    let mut input = json!({ "title": "A", "status": "ACTIVE", "context": { "companyLocationIds": [location] } });
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    let refused = shop.one(CREATE, json!({ "input": input })).await;
    let field: Vec<&str> = std::iter::once("input").chain(field.iter().copied()).collect();
    let error = &refused["userErrors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!(field), &code.into()), "{refused:#}");
}

#[tokio::test]
async fn a_publication_has_every_product_and_those_that_come() {
    let shop = Shop::new();
    let (_, location) = company(&shop, "Fjellheim AS").await;
    plain(&shop, "Lue").await;
    let catalog = of_locations(&shop, "Fjellheim", &[&location]).await;
    let input = json!({ "catalogId": catalog["id"], "defaultState": "ALL_PRODUCTS", "autoPublish": true });
    let made = shop.done(PUBLICATION, json!({ "input": input })).await["publication"].clone();
    assert_eq!(made["products"]["nodes"], json!([{ "title": "Lue" }]));
    assert_eq!(made["catalog"]["id"], catalog["id"]);
    plain(&shop, "Vott").await;
    let held = "query($id: ID!) { catalog(id: $id) { publication { products(first: 5) { nodes { title } } } } }";
    let held = shop.one(held, json!({ "id": catalog["id"] })).await;
    assert_eq!(held["publication"]["products"]["nodes"], json!([{ "title": "Lue" }, { "title": "Vott" }]));
    let again = shop.one(PUBLICATION, json!({ "input": input })).await;
    assert_eq!(again["userErrors"], json!([{ "field": ["input", "catalogId"], "code": "TAKEN" }]));
    let unknown = json!({ "catalogId": "gid://shopify/MarketCatalog/1" });
    assert_eq!(shop.one(PUBLICATION, json!({ "input": unknown })).await["userErrors"][0]["code"], "CATALOG_NOT_FOUND");
}

#[tokio::test]
async fn a_catalog_is_renamed_loses_what_it_has_and_is_deleted() {
    let shop = Shop::new();
    let (_, location) = company(&shop, "Fjellheim AS").await;
    let catalog = of_locations(&shop, "Fjellheim", &[&location]).await;
    let input = json!({ "catalogId": catalog["id"] });
    let publication = shop.done(PUBLICATION, json!({ "input": input })).await["publication"]["id"].clone();
    let change = |input: Value| json!({ "id": catalog["id"], "input": input });
    let renamed = shop.done(UPDATE, change(json!({ "title": "Voss" }))).await["catalog"].clone();
    assert_eq!((&renamed["title"], &renamed["publication"]["id"]), (&"Voss".into(), &publication));
    let without = shop.done(UPDATE, change(json!({ "publicationId": null }))).await["catalog"].clone();
    assert_eq!(without["publication"], Value::Null);
    let markets = shop.data("{ markets(first: 1) { nodes { id } } }").await["markets"]["nodes"][0]["id"].clone();
    let moved = shop.one(UPDATE, change(json!({ "context": { "marketIds": [markets] } }))).await;
    assert_eq!(moved["userErrors"][0]["code"], "CONTEXT_DRIVER_MISMATCH");
    let deleted = shop.done(DELETE, json!({ "id": catalog["id"] })).await;
    assert_eq!(deleted["deletedId"], catalog["id"]);
    let again = shop.one(DELETE, json!({ "id": catalog["id"] })).await;
    assert_eq!(again["userErrors"], json!([{ "field": ["id"], "code": "CATALOG_NOT_FOUND" }]));
    let app =
        shop.data("{ catalogs(first: 1, type: APP) { nodes { id } } }").await["catalogs"]["nodes"][0]["id"].clone();
    assert_eq!(shop.one(DELETE, json!({ "id": app })).await["userErrors"][0]["code"], "CANNOT_DELETE_APP_CATALOG");
}

#[rstest]
#[case::no_name(json!({ "name": " " }), "BLANK")]
#[case::a_taken_name(json!({ "name": "norge" }), "TAKEN")]
#[case::a_strange_currency(json!({ "name": "Japan", "currencySettings": { "baseCurrency": "JPY" } }), "UNSUPPORTED_CURRENCY")]
#[tokio::test]
async fn a_market_is_not_made_against_the_rules(#[case] input: Value, #[case] code: &str) {
    let shop = Shop::new();
    let refused = shop.one(MARKET, json!({ "input": input })).await;
    assert_eq!(refused["userErrors"][0]["code"], code, "{refused:#}");
}

#[tokio::test]
async fn a_catalog_comes_to_more_locations_and_leaves_others() {
    let shop = Shop::new();
    let (_, voss) = company(&shop, "Fjellheim AS").await;
    let (_, oslo) = company(&shop, "Andre AS").await;
    let catalog = of_locations(&shop, "Fjellheim", &[&voss]).await;
    let of = |location: &Value| json!({ "companyLocationIds": [location] });
    let added = shop.done(CONTEXT, json!({ "id": catalog["id"], "add": of(&oslo) })).await;
    assert_eq!(added["catalog"]["companyLocations"]["nodes"], json!([{ "id": voss }, { "id": oslo }]));
    let again = shop.done(CONTEXT, json!({ "id": catalog["id"], "add": of(&oslo), "remove": of(&voss) })).await;
    assert_eq!(again["catalog"]["companyLocations"]["nodes"], json!([{ "id": oslo }]));
}

#[rstest]
#[case::nobody(json!({}), json!(["contextsToAdd"]), "REQUIRES_CONTEXTS_TO_ADD_OR_REMOVE")]
#[case::an_unknown_catalog(json!({ "id": "gid://shopify/MarketCatalog/1" }), json!(["catalogId"]), "CATALOG_NOT_FOUND")]
#[case::an_unknown_location(
    json!({ "add": { "companyLocationIds": ["gid://shopify/CompanyLocation/1"] } }),
    json!(["contextsToAdd", "companyLocationIds", "0"]),
    "COMPANY_LOCATION_NOT_FOUND"
)]
#[case::a_market(json!({ "remove": { "marketIds": ["home"] } }), json!(["contextsToRemove"]), "CONTEXT_DRIVER_MISMATCH")]
#[tokio::test]
async fn a_catalog_does_not_come_to_others_against_the_rules(
    #[case] mut variables: Value,
    #[case] field: Value,
    #[case] code: &str,
) {
    let shop = Shop::new();
    let (_, voss) = company(&shop, "Fjellheim AS").await;
    let catalog = of_locations(&shop, "Fjellheim", &[&voss]).await;
    if variables.get("id").is_none() {
        variables["id"] = catalog["id"].clone();
    }
    if variables.pointer("/remove/marketIds").is_some() {
        let home = shop.data("{ markets(first: 1) { nodes { id } } }").await["markets"]["nodes"][0]["id"].clone();
        variables["remove"]["marketIds"][0] = home;
    }
    let refused = shop.one(CONTEXT, variables).await;
    assert_eq!(refused["userErrors"], json!([{ "field": field, "code": code }]));
}

#[tokio::test]
async fn a_catalog_comes_to_no_market_that_sells_in_another_currency_than_its_price_list() {
    let shop = Shop::new();
    let (_, catalog) = of_market(&shop, "Europa", "EUR").await;
    let (sverige, _) = of_market(&shop, "Sverige", "SEK").await;
    let parent = json!({ "adjustment": { "type": "PERCENTAGE_DECREASE", "value": 0.0 } });
    let list = json!({ "name": "Europa", "currency": "EUR", "catalogId": catalog["id"], "parent": parent });
    shop.done(crate::price_lists::CREATE, json!({ "input": list })).await;
    let refused = shop.one(CONTEXT, json!({ "id": catalog["id"], "add": { "marketIds": [sverige] } })).await;
    assert_eq!(refused["userErrors"][0]["code"], "MARKET_AND_PRICE_LIST_CURRENCY_MISMATCH");
}
