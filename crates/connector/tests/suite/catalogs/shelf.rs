//! A store with products, companies, markets and catalogs, and what is staged of them.

use connector::catalogs::staged::{catalog, price};
use connector::catalogs::{SYNC_CATALOG_PRICES, SYNC_CATALOGS};
use connector::links::variant;
use database::testing::start;
use job_queue::{Filters, Summary, log};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;

use crate::store::graphql;
use crate::world::{SHOP, World, decimal};

/// A company: its id and that of its location.
pub async fn company(world: &World, name: &str) -> (Value, Value) {
    let document = "mutation($input: CompanyCreateInput!) { companyCreate(input: $input) {
        company { id locations(first: 1) { nodes { id } } } userErrors { message } } }";
    let made = done(world, document, "companyCreate", json!({ "input": { "company": { "name": name } } })).await;
    let company = &made["company"];
    (company["id"].clone(), company["locations"]["nodes"][0]["id"].clone())
}

/// A catalog of locations of companies.
pub async fn of_companies(world: &World, title: &str, locations: &[&Value]) -> Value {
    make(world, title, json!({ "companyLocationIds": locations })).await
}

/// A catalog of a new market.
pub async fn of_market(world: &World, title: &str, currency: &str) -> Value {
    let document = "mutation($input: MarketCreateInput!) { marketCreate(input: $input) {
        market { id } userErrors { message } } }";
    let input = json!({ "name": title, "status": "ACTIVE", "currencySettings": { "baseCurrency": currency } });
    let market = done(world, document, "marketCreate", json!({ "input": input })).await["market"]["id"].clone();
    make(world, title, json!({ "marketIds": [market] })).await
}

async fn make(world: &World, title: &str, context: Value) -> Value {
    let document = "mutation($input: CatalogCreateInput!) { catalogCreate(input: $input) {
        catalog { id } userErrors { message } } }";
    let input = json!({ "title": title, "status": "ACTIVE", "context": context });
    done(world, document, "catalogCreate", json!({ "input": input })).await["catalog"]["id"].clone()
}

/// A price list for a catalog, which adjusts nothing.
pub async fn price_list(world: &World, catalog: &Value, currency: &str) -> Value {
    let document = "mutation($input: PriceListCreateInput!) { priceListCreate(input: $input) {
        priceList { id } userErrors { message } } }";
    let parent = json!({ "adjustment": { "type": "PERCENTAGE_DECREASE", "value": 0 } });
    let input =
        json!({ "name": format!("Prices of {catalog}"), "currency": currency, "catalogId": catalog, "parent": parent });
    done(world, document, "priceListCreate", json!({ "input": input })).await["priceList"]["id"].clone()
}

/// A publication for a catalog, with no products in it.
pub async fn publication(world: &World, catalog: &Value) -> Value {
    let document = "mutation($input: PublicationCreateInput!) { publicationCreate(input: $input) {
        publication { id } userErrors { message } } }";
    let input = json!({ "catalogId": catalog, "defaultState": "EMPTY" });
    done(world, document, "publicationCreate", json!({ "input": input })).await["publication"]["id"].clone()
}

/// Puts a product into a publication.
pub async fn publish(world: &World, product: &Value, publication: &Value) {
    let document = "mutation($id: ID!, $input: [PublicationInput!]!) { publishablePublish(id: $id, input: $input) {
        userErrors { message } } }";
    let input = json!({ "id": product, "input": [{ "publicationId": publication }] });
    done(world, document, "publishablePublish", input).await;
}

/// A catalog for a new company, with a price list in that currency.
pub async fn priced(world: &World, title: &str, currency: &str) -> (Value, Value) {
    let (_, location) = company(world, title).await;
    let catalog = of_companies(world, title, &[&location]).await;
    let list = price_list(world, &catalog, currency).await;
    (catalog, list)
}

/// A product of that many variants: its id and theirs.
pub async fn product(world: &World, title: &str, variants: usize) -> (Value, Vec<Value>) {
    let names: Vec<String> = (1..=variants).map(|number| format!("No. {number}")).collect();
    let values: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
    let variant =
        |name: &String| json!({ "price": "100.00", "optionValues": [{ "optionName": "Size", "name": name }] });
    let variants: Vec<Value> = names.iter().map(variant).collect();
    let input =
        json!({ "title": title, "productOptions": [{ "name": "Size", "values": values }], "variants": variants });
    let document = "mutation($input: ProductSetInput!) { productSet(input: $input, synchronous: true) {
        product { id variants(first: 250) { nodes { id } } } userErrors { message } } }";
    let made = done(world, document, "productSet", json!({ "input": input })).await["product"].clone();
    let nodes = made["variants"]["nodes"].as_array().unwrap();
    (made["id"].clone(), nodes.iter().map(|node| node["id"].clone()).collect())
}

/// Says that variants are that item.
pub async fn map(world: &World, product: &Value, variants: &[Value], item: &str) {
    let random = world.connector.random();
    let row = |id: &Value| variant::Model {
        item_number: Code::cut(item),
        display_name: format!("Variant {}", number(id)),
        ..variant::Model::named(random.id(start()), Code::cut(SHOP), number(product), number(id))
    };
    let rows: &Vec<_> = &variants.iter().map(|id| row(id).into_active_model()).collect();
    let write = |tx| async move { database::insert_many(&tx, rows.clone()).await };
    world.test.db.write(write).await.unwrap();
}

/// Says that variants are no items any more.
pub async fn unmap(world: &World, variants: &[Value]) {
    let unmap = variant::Entity::update_many().col_expr(variant::Column::ItemNumber, Expr::value(""));
    let unmap = &unmap.filter(variant::Column::ShopifyVariantId.is_in(variants.iter().map(number)));
    let write = |tx| async move { Ok::<_, connector::Error>(unmap.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
}

/// Forgets variants, as a shop does that has not read them.
pub async fn forget(world: &World, variants: &[Value]) {
    let known = variant::Column::ShopifyVariantId.is_in(variants.iter().map(number));
    let forget = &variant::Entity::delete_many().filter(known);
    let write = |tx| async move { Ok::<_, connector::Error>(forget.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
}

/// A product of that many variants, which are that item.
pub async fn mapped(world: &World, variants: usize, item: &str) -> (Value, Vec<Value>) {
    let (product, ids) = product(world, &format!("Product {item}"), variants).await;
    map(world, &product, &ids, item).await;
    (product, ids)
}

/// The price of an item, with VAT.
pub async fn price_item(world: &World, item: &str, price: i32) {
    use back_office::items::{Column, Entity};
    let price = values::money::Price::from(price);
    let update = &Entity::update_many().col_expr(Column::UnitPrice, Expr::value(price)).filter(Column::Number.eq(item));
    let write = |tx| async move { Ok::<_, back_office::Error>(update.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
}

/// Sets fields of the catalog of that name.
pub async fn set(world: &World, name: &str, fields: &[(&str, &str)]) -> back_office::Result<catalog::Model> {
    world.mend::<catalog::Entity>(|catalog| catalog.name == name, fields).await
}

/// Lets the prices of a catalog come from here, with VAT.
pub async fn turn_on(world: &World, name: &str) {
    let fields = [("syncPrices", "true"), ("pricesIncludingVat", "true"), ("vatBusPostingGroup", "DOMESTIC")];
    set(world, name, &fields).await.unwrap();
}

pub async fn sync_catalogs(world: &World) -> Summary {
    world.run_with(SYNC_CATALOGS, Filters::new()).await
}

pub async fn sync_prices(world: &World) -> Summary {
    world.forget_calls();
    world.run_with(SYNC_CATALOG_PRICES, Filters::new()).await
}

/// The same as its request page says it.
pub async fn sync_prices_with(world: &World, options: Value) -> Summary {
    world.forget_calls();
    let task = connector::Sync { options, ..world.sync(SYNC_CATALOG_PRICES, Filters::new()) };
    connector::sync(&world.connector, &world.queue, &crate::world::kari(), &task).await.unwrap();
    world.work().await;
    last_log(world).await.summary().unwrap()
}

/// The log entry of the last run.
pub async fn last_log(world: &World) -> log::Model {
    world.all::<log::Entity>().await.into_iter().max_by_key(|log| log.entry_number).unwrap()
}

/// The catalogs, and what is staged of their prices, in order.
pub async fn catalogs(world: &World) -> Vec<catalog::Model> {
    let mut all = world.all::<catalog::Entity>().await;
    all.sort_by_key(|catalog| (catalog.shopify_catalog_id, catalog.shopify_company_id));
    all
}

pub async fn staged_prices(world: &World, catalog: Uuid) -> Vec<price::Model> {
    let mut all = world.all::<price::Entity>().await;
    all.retain(|price| price.catalog_id == catalog);
    all.sort_by_key(|price| price.shopify_variant_id);
    all
}

/// The fixed prices of a price list in the store: variant, price, compare-at price.
pub async fn fixed(world: &World, list: &Value) -> Vec<(Value, String, Option<String>)> {
    let document =
        "query($id: ID!, $after: String) { priceList(id: $id) { prices(first: 250, after: $after, originType: FIXED) {
        nodes { price { amount } compareAtPrice { amount } variant { id } } pageInfo { hasNextPage endCursor } } } }";
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let data = graphql(&world.store, document, json!({ "id": list, "after": after })).await;
        let prices = &data["priceList"]["prices"];
        for node in prices["nodes"].as_array().unwrap() {
            let amount = |money: &Value| money["amount"].as_str().map(|text| decimal(text).normalize().to_string());
            all.push((node["variant"]["id"].clone(), amount(&node["price"]).unwrap(), amount(&node["compareAtPrice"])));
        }
        if prices["pageInfo"]["hasNextPage"] == json!(false) {
            return all;
        }
        after = prices["pageInfo"]["endCursor"].clone();
    }
}

/// Someone fixes a price in the store.
pub async fn fix(world: &World, list: &Value, variant: &Value, (amount, currency): (&str, &str)) {
    let document = "mutation($list: ID!, $prices: [PriceListPriceInput!]!) {
        priceListFixedPricesAdd(priceListId: $list, prices: $prices) { userErrors { message } } }";
    let price = json!({ "variantId": variant, "price": { "amount": amount, "currencyCode": currency } });
    done(world, document, "priceListFixedPricesAdd", json!({ "list": list, "prices": [price] })).await;
}

/// What a mutation has made, when the store has nothing against it.
pub async fn done(world: &World, document: &str, name: &str, variables: Value) -> Value {
    let data = graphql(&world.store, document, variables).await;
    assert_eq!(data[name]["userErrors"], json!([]));
    data[name].clone()
}

/// The number in a global id.
pub fn number(id: &Value) -> i64 {
    id.as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}
