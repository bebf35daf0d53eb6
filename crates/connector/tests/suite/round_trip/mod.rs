//! A catalogue goes from one store through the back office into another one, and is the same there.

mod catalogue;
mod columns;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use back_office::{item_categories, tariff_numbers, vendors};
use connector::products::{ADD_ITEMS, SYNC_IMAGES, SYNC_PRODUCTS};
use database::Engine;
use devstore::{DEFAULT_TOKEN, StoreOptions};
use job_queue::{Filters, Summary};
use outbound::Http;
use rstest::rstest;
use serde_json::Value;

use self::catalogue::{number, shown, told};
use crate::world::{SHOP, World};

const OTHER: &str = "SOUTH";
const OTHER_DOMAIN: &str = "south.myshopify.com";
const OTHER_TOKEN: &str = "shpat_south";

/// What both shop cards say.
const BOTH: [(&str, &str); 3] =
    [("pricesIncludingVat", "true"), ("vatBusPostingGroup", "DOMESTIC"), ("syncItemMarketingText", "true")];
const FROM: [(&str, &str); 4] = [
    ("syncItem", "From Shopify"),
    ("syncItemImages", "From Shopify"),
    ("autoCreateUnknownItems", "true"),
    ("itemTemplateCode", "ITEM"),
];
const TO: [(&str, &str); 3] =
    [("syncItem", "To Shopify"), ("syncItemImages", "To Shopify"), ("canUpdateShopifyProducts", "true")];

impl World {
    /// A store with the products of a folder, an empty one beside it, and a back office that knows of what kind and from
    /// whom they are. `sku_mappings` are those of the two shops.
    async fn of_two_stores(engine: Engine, folder: &Path, sku_mappings: (&str, &str)) -> Self {
        let other = StoreOptions::new(OTHER_DOMAIN, OTHER_TOKEN);
        let network = |store: &devstore::Devstore, _: &runtime::Clock| Http::in_process(store.router());
        let world = Self::beside(engine, "NOK", vec![other], network).await;
        world.takes(0);
        world.add_shop_of(OTHER, OTHER_DOMAIN, OTHER_TOKEN).await;
        for (shop, of_shop, mapping) in [(SHOP, FROM.as_slice(), sku_mappings.0), (OTHER, &TO, sku_mappings.1)] {
            let mapping = ("skuMapping", mapping);
            let fields = BOTH.iter().chain(of_shop).chain([&mapping]);
            world.set_on(shop, &fields.copied().collect::<Vec<_>>()).await;
        }
        let loaded = world.store.handle().load_products(folder, None).unwrap();
        assert!(loaded.products > 0);
        for number in ["6110.11", "9405.21"] {
            world.keep::<tariff_numbers::Entity>(&[("number", number)]).await.unwrap();
        }
        let products = told(&world, DEFAULT_TOKEN).await;
        for (at, name) in texts(&products, "vendor").iter().enumerate() {
            world.keep::<vendors::Entity>(&[("number", &format!("V{at}")), ("displayName", name)]).await.unwrap();
        }
        for (at, name) in texts(&products, "productType").iter().enumerate() {
            let fields = [("code", format!("C{at}")), ("displayName", name.clone())];
            let fields = fields.each_ref().map(|(field, value)| (*field, value.as_str()));
            world.keep::<item_categories::Entity>(&fields).await.unwrap();
        }
        world.advance(5);
        world
    }

    /// Runs an object for a shop; nothing of it fails or is left out.
    async fn run_for(&self, shop: &str, object: i32, filters: Filters) -> Summary {
        self.forget_calls();
        let log = self.log_on(shop, object, filters).await;
        assert_eq!(log.error_message, "", "{object}");
        let summary = log.summary().unwrap();
        assert_eq!((summary.failed, summary.skipped), (0, 0), "{object}: {:?}", self.skipped().await);
        summary
    }
}

/// What the products say in a field, each once.
fn texts(products: &[Value], field: &str) -> BTreeSet<String> {
    products.iter().filter_map(|one| one[field].as_str()).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// Brings the products of a folder through the back office into the other store, and compares all that goes that way.
async fn goes_round(engine: Engine, folder: &Path, sku_mappings: (&str, &str)) {
    columns::tell(folder);
    let world = World::of_two_stores(engine, folder, sku_mappings).await;
    let from = told(&world, DEFAULT_TOKEN).await;
    let many = from.len() as u64;
    assert_eq!(world.run_for(SHOP, SYNC_PRODUCTS, Filters::new()).await.created, many);
    assert!(world.run_for(SHOP, SYNC_IMAGES, Filters::new()).await.created > 0);
    let staged = world.products().await;
    let items: Vec<String> = staged.iter().map(|product| format!("'{}'", product.item_number)).collect();

    let added = world.run_for(OTHER, ADD_ITEMS, Filters::new().with("Item.number", items.join("|"))).await;
    assert_eq!((added.created, added.updated), (many, 0));
    let again = world.run_for(OTHER, SYNC_PRODUCTS, Filters::new()).await;
    assert_eq!((again.updated, again.calls), (0, 0), "what was added says all that its item does");
    assert!(world.run_for(OTHER, SYNC_IMAGES, Filters::new()).await.created > 0);
    assert_eq!(world.run_for(OTHER, SYNC_IMAGES, Filters::new()).await.calls, 0, "each picture is sent once");

    let to = told(&world, OTHER_TOKEN).await;
    let (expected, shown_there) = (shown(&world, SHOP, &from).await, shown(&world, OTHER, &to).await);
    assert_eq!(expected.len(), shown_there.len());
    for (item, product) in &expected {
        assert_eq!(&shown_there[item], product, "item {item}");
    }
    for (column, field) in columns::SAME {
        let is_compared = |product: &Value| {
            let mut variants = product["variants"].as_object().unwrap().values();
            product.get(field).is_some() || variants.any(|variant| variant.get(field).is_some())
        };
        assert!(expected.values().all(is_compared), "{column} is not compared");
    }

    let ids = |all: &[Value]| all.iter().map(|one| number(&one["id"])).collect::<BTreeSet<_>>();
    assert!(ids(&from).is_disjoint(&ids(&to)), "no two stores have the same ids");
    assert_eq!(told(&world, DEFAULT_TOKEN).await, from, "nothing was done to the store that they come from");
    let of_shop: Vec<_> = world.products().await.into_iter().filter(|product| product.shop_code == SHOP).collect();
    let unchanged = |rows: &[connector::products::staged::product::Model]| {
        rows.iter().map(|row| (row.id, row.item_number.clone(), row.content_hash.clone())).collect::<Vec<_>>()
    };
    assert_eq!(unchanged(&of_shop), unchanged(&staged), "nor to what is known of it");
    let once_more = world.run_for(SHOP, SYNC_PRODUCTS, Filters::new()).await;
    assert_eq!((once_more.created, once_more.updated), (0, 0));
}

#[rstest]
#[tokio::test]
async fn a_catalogue_with_every_column_is_the_same_in_a_second_store(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/products");
    let mapping = "Item No. + Variant Code";
    goes_round(engine, &folder, (mapping, mapping)).await;
}

/// Shopify's own samples, which have no SKUs: the folder that `KOBLING_TEST_SAMPLES` names, or the one beside the workspace.
#[rstest]
#[tokio::test]
async fn the_catalogues_that_shopify_publishes_are_the_same_in_a_second_store(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let named = std::env::var_os("KOBLING_TEST_SAMPLES").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/data/products"));
    let Some(folder) = named.into_iter().chain(beside).find(|folder| folder.is_dir()) else {
        println!("SKIPPED: there are no samples of Shopify's (KOBLING_TEST_SAMPLES), so none went round");
        return;
    };
    goes_round(engine, &folder, ("Variant Code", "")).await;
}
