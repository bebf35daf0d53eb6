//! Items become products: added, changed, and their prices kept in step.

mod adding;
mod asking;
mod bad_input;
mod changing;
mod editing;
mod gone;
mod grid;
mod in_bulk;
mod kept;
mod pricing;
mod publishing;
mod removing;
mod selling;
mod shop_card;

use back_office::items::text::{self, TextType};
use back_office::items::{self, unit_of_measure, variant};
use back_office::prices::list::Status;
use back_office::prices::{self, NewList, NewPrice};
use back_office::units_of_measure;
use connector::products::staged::{product, variant as staged};
use connector::products::{ADD_ITEMS, SYNC_PRODUCTS};
use connector::{Sync, products};
use database::Engine;
use database::testing::start;
use job_queue::{Filters, Summary, Worker, WorkerOptions, log};
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use values::Code;

use crate::store::graphql;
use crate::world::{World, kari};

const SETTINGS: [(&str, &str); 6] = [
    ("pricesIncludingVat", "true"),
    ("vatBusPostingGroup", "DOMESTIC"),
    ("skuMapping", "Item No."),
    ("syncItem", "To Shopify"),
    ("canUpdateShopifyProducts", "true"),
    ("weightUnit", "Kilograms"),
];

/// A world whose shop sells to people, with taxes in its prices, and knows items by their numbers.
async fn world(engine: Engine) -> World {
    let world = World::new(engine).await;
    world.set(&SETTINGS).await;
    world.forget_calls();
    world
}

/// Adds the items that a filter on their numbers lets through.
async fn add(world: &World, numbers: &str) -> log::Model {
    world.log_of(ADD_ITEMS, Filters::new().with("Item.number", numbers)).await
}

async fn added(world: &World, numbers: &str) -> Summary {
    let log = add(world, numbers).await;
    assert_eq!(log.error_message, "");
    log.summary().unwrap()
}

/// Syncs products, or nothing but their prices, while time passes.
async fn sync(world: &World, only_prices: bool) -> Summary {
    let log = log_of(world, json!({ "onlySyncPrices": only_prices })).await;
    assert_eq!(log.error_message, "");
    log.summary().unwrap()
}

/// Syncs nothing but prices, whatever comes of it.
async fn only_prices(world: &World) -> log::Model {
    log_of(world, json!({ "onlySyncPrices": true })).await
}

async fn log_of(world: &World, options: Value) -> log::Model {
    let task = Sync { options, ..world.sync(SYNC_PRODUCTS, Filters::new()) };
    connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    let mut worker = Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..WorkerOptions::default() });
    world.while_time_passes(worker.work_until_idle(), None).await.unwrap().unwrap();
    let query = log::Entity::find().order_by_desc(log::Column::EntryNumber);
    let log = world.test.db.read(|r| async move { database::Result::<_>::Ok(query.one(&r).await?) }).await;
    log.unwrap().unwrap()
}

async fn item(world: &World, number: &str) -> items::Model {
    world.all::<items::Entity>().await.into_iter().find(|item| item.number.as_str() == number).unwrap()
}

async fn change(world: &World, number: &str, change: items::Change) {
    let item = item(world, number).await;
    let (item, change, random) = (&item, &change, world.connector.random());
    let write = |tx| async move { items::change(&tx, item.clone(), change, start(), random).await };
    world.test.db.write(write).await.unwrap();
}

async fn reprice(world: &World, number: &str, price: i32) {
    change(world, number, items::Change { unit_price: Some(price.into()), ..items::Change::default() }).await;
}

/// What keeps an item from being sold.
#[derive(Clone, Copy, Debug)]
enum Block {
    Wholly,
    ForSales,
}

impl Block {
    /// The change by which it is set, or taken back.
    fn set(self, is_set: bool) -> items::Change {
        match self {
            Self::Wholly => items::Change { blocked: Some(is_set), ..items::Change::default() },
            Self::ForSales => items::Change { sales_blocked: Some(is_set), ..items::Change::default() },
        }
    }
}

/// Gives an item variants of these codes; of which a blocked one begins with an `X`.
async fn give_variants(world: &World, number: &str, codes: &[String]) {
    let random = Random::seeded(number.parse().unwrap());
    let row = |code: &String| variant::Model {
        id: random.id(start()),
        item_number: Code::cut(number),
        code: Code::cut(code),
        description: format!("{number} {code}"),
        blocked: code.starts_with('X'),
        sales_blocked: false,
    };
    let rows = &codes.iter().map(row).map(IntoActiveModel::into_active_model).collect::<Vec<_>>();
    world.test.db.write(|tx| async move { database::insert_many(&tx, rows.clone()).await }).await.unwrap();
}

/// Gives an item a unit that holds so many pieces.
async fn give_unit(world: &World, number: &str, code: &str, pieces: i32) {
    let random = Random::seeded(number.parse::<u64>().unwrap() + 7 * u64::try_from(pieces).unwrap());
    let unit = units_of_measure::Entity::find().filter(units_of_measure::Column::Code.eq(Code::<10>::cut(code)));
    let row = &unit_of_measure::Model {
        id: random.id(start()),
        item_number: Code::cut(number),
        code: Code::cut(code),
        quantity_per_unit_of_measure: pieces.into(),
    };
    let unit = &unit;
    let write = |tx| async move {
        assert!(unit.clone().one(&tx).await?.is_some(), "there is no such unit");
        database::insert_many(&tx, vec![row.clone().into_active_model()]).await
    };
    world.test.db.write(write).await.unwrap();
}

/// Gives an item an extended text and a marketing text.
async fn give_texts(world: &World, number: &str, extended: &str, marketing: &str) {
    let text = |(text_type, text): (TextType, &str)| text::Model {
        id: world.connector.random().id(start()),
        item_number: Code::cut(number),
        text_type,
        language_code: Code::blank(),
        text: text.to_owned(),
    };
    let texts = [(TextType::Extended, extended), (TextType::Marketing, marketing)];
    let texts = &texts.map(text).map(IntoActiveModel::into_active_model).to_vec();
    world.test.db.write(|tx| async move { database::insert_many(&tx, texts.clone()).await }).await.unwrap();
}

/// A price list that holds.
async fn list(world: &World, list: NewList, lines: &[NewPrice]) {
    let (random, list) = (&Random::seeded(33), &list);
    let write = |tx| async move {
        let made = prices::create_list(&tx, list, start(), random).await?;
        prices::add(&tx, &made.code, lines, start(), random).await?;
        prices::set_status(&tx, made, Status::Active, start()).await
    };
    world.test.db.write(write).await.unwrap();
}

async fn products(world: &World) -> Vec<product::Model> {
    let mut all = world.all::<product::Entity>().await;
    all.sort_by_key(|product| product.shopify_product_id);
    all
}

async fn variants(world: &World) -> Vec<staged::Model> {
    let mut all = world.all::<staged::Entity>().await;
    all.sort_by_key(|variant| (variant.shopify_product_id, variant.shopify_variant_id));
    all
}

async fn channels(world: &World) -> Vec<products::channels::Model> {
    world.all::<products::channels::Entity>().await
}

/// The products that the store has, the one made first first.
async fn in_store(world: &World) -> Vec<Value> {
    let document =
        "{ products(first: 250, sortKey: ID) { nodes { id title handle vendor productType status descriptionHtml
        options { name } variants(first: 250) { nodes { id sku barcode price compareAtPrice inventoryPolicy
        selectedOptions { name value }
        inventoryItem { tracked harmonizedSystemCode countryCodeOfOrigin unitCost { amount }
        measurement { weight { value unit } } } } } } } }";
    let data = graphql(&world.store, document, json!({})).await;
    world.forget_calls();
    data["products"]["nodes"].as_array().unwrap().clone()
}

/// The variants of a product in the store.
fn of(product: &Value) -> &Vec<Value> {
    product["variants"]["nodes"].as_array().unwrap()
}

/// Shopify writes money with as many decimals as it likes.
fn money(value: &Value) -> rust_decimal::Decimal {
    value.as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap().normalize()
}

/// Runs an object while time passes, to its end.
async fn passing(world: &World, object: i32, filters: Filters) {
    passing_as(world, &world.sync(object, filters)).await;
}

/// The same with what its request page says.
async fn passing_as(world: &World, task: &Sync) {
    connector::sync(&world.connector, &world.queue, &kari(), task).await.unwrap();
    let mut worker = Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..WorkerOptions::default() });
    world.while_time_passes(worker.work_until_idle(), None).await.unwrap().unwrap();
}

/// Stages so many more products, each with an item of its own that costs what Shopify was told.
async fn stage_others(world: &World, count: usize) {
    let numbers: Vec<String> = (0..count).map(|at| format!("N{at:06}")).collect();
    world.add_numbered(&numbers).await;
    let random = Random::seeded(55);
    let (known, of_known) = (&products(world).await[0], &variants(world).await[0]);
    let ids = numbers.iter().zip(1_000_000_i64..);
    let rows = &ids
        .map(|(number, id)| {
            let product = product::Model {
                id: random.id(start()),
                shopify_product_id: id,
                item_number: Code::cut(number),
                title: format!("Item {number}"),
                ..known.clone()
            };
            let variant = staged::Model {
                id: random.id(start()),
                shopify_product_id: id,
                shopify_variant_id: id,
                item_number: Code::cut(number),
                ..of_known.clone()
            };
            (product.into_active_model(), variant.into_active_model())
        })
        .collect::<Vec<_>>();
    let write = |tx| async move {
        database::insert_many(&tx, rows.iter().map(|(product, _)| product.clone()).collect()).await?;
        database::insert_many(&tx, rows.iter().map(|(_, variant)| variant.clone()).collect()).await
    };
    world.test.db.write(write).await.unwrap();
}
