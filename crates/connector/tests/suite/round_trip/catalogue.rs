//! What a store shows, by the items that it is here.

use std::collections::BTreeMap;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use back_office::items::picture;
use connector::products::staged;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tower::ServiceExt;
use values::Code;

use crate::store::graphql_as;
use crate::world::World;

const DOCUMENT: &str = "{ products(first: 100, sortKey: ID) { pageInfo { hasNextPage } nodes {
    id title handle descriptionHtml vendor productType status publishedAt updatedAt tags seo { title description }
    media(first: 1) { nodes { ... on MediaImage { image { url } } } }
    variants(first: 10) { nodes {
        id sku barcode price compareAtPrice taxable inventoryPolicy updatedAt selectedOptions { name value }
        media(first: 1) { nodes { ... on MediaImage { image { url } } } }
        inventoryItem { tracked requiresShipping harmonizedSystemCode countryCodeOfOrigin unitCost { amount }
            measurement { weight { value unit } } } } } } } }";

/// What stands around the texts of an item in a description.
const FRAME: (&str, &str) = ("<div class=\"productDescription\">", "</div><br>");

/// All products of the store that a token opens, as Shopify tells them.
pub async fn told(world: &World, token: &str) -> Vec<Value> {
    let data = graphql_as(&world.store, token, DOCUMENT, json!({})).await;
    assert_eq!(data["products"]["pageInfo"]["hasNextPage"], false, "all of them are compared");
    data["products"]["nodes"].as_array().unwrap().clone()
}

/// What is compared of each product: by its item, and its variants by theirs.
pub async fn shown(world: &World, shop: &str, told: &[Value]) -> BTreeMap<String, Value> {
    let of_products: BTreeMap<i64, String> = world
        .all::<staged::product::Entity>()
        .await
        .into_iter()
        .filter(|row| row.shop_code == *shop)
        .map(|row| (row.shopify_product_id, row.item_number.to_string()))
        .collect();
    let of_shop = staged::variant::Entity::find().filter(staged::variant::Column::ShopCode.eq(Code::<20>::cut(shop)));
    let read = |r| async move { database::Result::<_>::Ok(of_shop.all(&r).await?) };
    let rows = world.test.db.read(read).await.unwrap().into_iter();
    let of_variants: BTreeMap<i64, String> =
        rows.map(|row| (row.shopify_variant_id, format!("{}/{}", row.item_number, row.variant_code))).collect();
    let mut all = BTreeMap::new();
    for product in told {
        let mut variants = BTreeMap::new();
        for variant in product["variants"]["nodes"].as_array().unwrap() {
            variants.insert(of_variants[&number(&variant["id"])].clone(), of_variant(world, variant).await);
        }
        let of_product = json!({
            "title": product["title"],
            "description": unframed(product["descriptionHtml"].as_str().unwrap()),
            "vendor": product["vendor"],
            "type": product["productType"],
            "published": !product["publishedAt"].is_null(),
            "picture": picture(world, product).await,
            "variants": variants,
        });
        all.insert(of_products[&number(&product["id"])].clone(), of_product);
    }
    assert_eq!(all.len(), told.len(), "no two products are the same item");
    all
}

async fn of_variant(world: &World, variant: &Value) -> Value {
    let item = &variant["inventoryItem"];
    json!({
        "sku": variant["sku"].as_str().unwrap_or_default(),
        "barcode": variant["barcode"].as_str().unwrap_or_default(),
        "price": money(&variant["price"]),
        "grams": grams(&item["measurement"]["weight"]),
        "cost": money(&item["unitCost"]["amount"]),
        "tariff": item["harmonizedSystemCode"].as_str().unwrap_or_default(),
        "origin": item["countryCodeOfOrigin"].as_str().unwrap_or_default(),
        "picture": picture(world, variant).await,
    })
}

/// The digest of the first picture of a product or a variant.
async fn picture(world: &World, of: &Value) -> Option<String> {
    let url = of["media"]["nodes"].get(0)?["image"]["url"].as_str()?;
    let response = world.store.router().oneshot(Request::get(url).body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 200, "{url}");
    Some(picture::digest(&to_bytes(response.into_body(), usize::MAX).await.unwrap()))
}

/// A text of an item is framed, and its letters are written in one way.
fn unframed(description: &str) -> String {
    let text = description.strip_prefix(FRAME.0).and_then(|rest| rest.strip_suffix(FRAME.1));
    text.unwrap_or(description).replace("&nbsp;", "\u{a0}")
}

/// Nothing said is nothing.
fn money(value: &Value) -> String {
    let amount = value.as_str().map_or(Decimal::ZERO, |text| text.parse::<Decimal>().unwrap());
    amount.normalize().to_string()
}

/// To a tenth of a gram: each store weighs in its own unit.
fn grams(weight: &Value) -> String {
    let of_unit = match weight["unit"].as_str() {
        Some("KILOGRAMS") => 1_000.0,
        Some("OUNCES") => 28.349_523_125,
        Some("POUNDS") => 453.592_37,
        _ => 1.0,
    };
    format!("{:.1}", weight["value"].as_f64().unwrap_or_default() * of_unit)
}

/// The number in a global id.
pub fn number(id: &Value) -> i64 {
    id.as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}
