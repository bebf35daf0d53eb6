//! Pictures of items become those of products and variants, once, and for as few calls as it takes.

use back_office::items::{main_picture, picture};
use back_office::sales;
use connector::products::SYNC_IMAGES;
use connector::products::images::{self, State};
use connector::{products::staged, skipped};
use database::Engine;
use database::testing::start;
use devstore::Limits;
use job_queue::{Filters, Outcome, Summary};
use rstest::rstest;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;
use values::Code;

use crate::gallery::{Product, gif, served};
use crate::store::graphql;
use crate::world::{SHOP, World, kari};

/// A world in which pictures go to Shopify and are ready at once.
pub async fn world(engine: Engine, way: &str) -> World {
    let world = World::new(engine).await;
    world.set(&[("syncItemImages", way)]).await;
    world.takes(0);
    world
}

impl World {
    /// How long Shopify works on a picture, in milliseconds.
    pub fn takes(&self, media_ms: u64) {
        let limits = Limits { bucket: 1_000_000.0, restore_rate: 10_000.0, media_ms, ..Limits::default() };
        self.store.handle().set_limits(limits).unwrap();
        self.forget_calls();
    }

    /// Gives an item, or a variant of it, another main picture.
    pub async fn show(&self, item: &str, variant: &str, content: Vec<u8>) -> picture::Model {
        let new = &picture::NewPicture {
            item_number: Code::cut(item),
            variant_code: Code::cut(variant),
            file_name: "foran.gif".into(),
            content,
        };
        let by = &sales::Context { now: start(), random: self.connector.random().clone(), user: "KARI".into() };
        self.test.db.write(|tx| async move { main_picture::set(&tx, new, "", by).await }).await.unwrap()
    }

    pub async fn take_away(&self, picture: &picture::Model) {
        let id = picture.id;
        self.test.db.write(|tx| async move { picture::remove(&tx, id).await }).await.unwrap();
    }

    pub async fn sync_images(&self) -> Summary {
        self.forget_calls();
        self.run_with(SYNC_IMAGES, Filters::new()).await
    }

    pub async fn pictures(&self) -> Vec<images::Model> {
        let mut rows = self.all::<images::Entity>().await;
        rows.sort_by_key(|row| (row.shopify_product_id, row.shopify_variant_id));
        rows
    }

    /// Stages a product of the store, which is this item, with its variants.
    pub async fn stage(&self, product: &Product, item: &str, variants: &[&str]) {
        let random = self.connector.random();
        let row = staged::product::Model {
            item_number: Code::cut(item),
            has_variants: !variants.is_empty(),
            ..crate::gallery::row(random.id(start()), SHOP, product)
        };
        let of = |(at, code): (usize, &&str)| staged::variant::Model {
            item_number: Code::cut(item),
            variant_code: Code::cut(code),
            display_name: format!("{} {code}", product.title),
            ..staged::variant::Model::named(random.id(start()), Code::cut(SHOP), product.id, product.variants[at])
        };
        let variants: Vec<staged::variant::ActiveModel> =
            variants.iter().enumerate().map(of).map(IntoActiveModel::into_active_model).collect();
        let write = |tx| {
            let (row, variants) = (row.clone(), variants.clone());
            async move {
                staged::product::Entity::insert(row.into_active_model()).exec_without_returning(&tx).await?;
                if !variants.is_empty() {
                    staged::variant::Entity::insert_many(variants).exec_without_returning(&tx).await?;
                }
                Ok::<_, connector::Error>(())
            }
        };
        self.test.db.write(write).await.unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn a_picture_is_added_once_and_what_is_unchanged_costs_no_call(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let product = Product::plain(&world, "Lue").await;
    world.stage(&product, "1000", &[]).await;
    world.show("1000", "", gif(640, 480, "one")).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.fetched, summary.created, summary.failed, summary.skipped), (1, 1, 0, 0));
    assert_eq!(world.calls(), (4, 4 + 10 + 13 + 2), "what is there, a place, the picture, how far it is");
    assert_eq!((summary.calls, summary.points), world.calls());
    let shown = product.shown(&world).await;
    assert_eq!(served(&world, &shown[0]).await, gif(640, 480, "one"));
    let row = &world.pictures().await[0];
    assert_eq!((row.state, row.digest.clone()), (State::Shown, picture::digest(&gif(640, 480, "one"))));
    let staged = &world.all::<staged::product::Entity>().await[0];
    assert_eq!((staged.image_id, staged.image_hash.as_str()), (row.media_id, row.digest.as_str()));

    let again = world.sync_images().await;
    assert_eq!((again.unchanged, again.calls, world.calls()), (1, 0, (0, 0)));
}

#[rstest]
#[tokio::test]
async fn another_picture_takes_the_place_of_the_one_that_is_there_in_three_calls(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let mut products = Vec::new();
    for (title, item) in [("Lue", "1000"), ("Vott", "2000"), ("Skjerf", "3000")] {
        let product = Product::plain(&world, title).await;
        world.stage(&product, item, &[]).await;
        world.show(item, "", gif(10, 10, item)).await;
        products.push(product);
    }
    assert_eq!(world.sync_images().await.created, 3);
    assert_eq!(world.calls(), (4, 4 + 10 + 3 * 13 + 2), "as many calls for three as for one");
    let before = products[0].shown(&world).await;
    for item in ["1000", "2000"] {
        world.show(item, "", gif(20, 20, item)).await;
    }
    let summary = world.sync_images().await;
    assert_eq!((summary.updated, summary.unchanged, summary.created), (2, 1, 0));
    assert_eq!(world.calls(), (3, 10 + 10 + 2), "a place for each, other content, how far they are");
    let after = products[0].shown(&world).await;
    assert_eq!((after.len(), &after[0].0), (1, &before[0].0), "it is the same picture");
    assert_eq!(served(&world, &after[0]).await, gif(20, 20, "1000"));
}

#[rstest]
#[tokio::test]
async fn what_a_shop_has_added_another_shop_of_the_store_does_not_add_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let product = Product::plain(&world, "Lue").await;
    world.stage(&product, "1000", &[]).await;
    let staged = world.all::<staged::product::Entity>().await.remove(0);
    world.show("1000", "", gif(10, 10, "one")).await;
    assert_eq!(world.sync_images().await.created, 1);

    world.add_shop("POS").await;
    world.set_on("POS", &[("syncItemImages", "To Shopify"), ("allowOutgoingRequests", "true")]).await;
    let id = world.connector.random().id(start());
    let row = &staged::product::Model { id, shop_code: Code::cut("POS"), ..staged };
    let insert = |tx| async move {
        let insert = staged::product::Entity::insert(row.clone().into_active_model());
        Ok::<_, connector::Error>(insert.exec_without_returning(&tx).await?)
    };
    world.test.db.write(insert).await.unwrap();
    let sync_pos = async || {
        world.forget_calls();
        world.log_on("POS", SYNC_IMAGES, Filters::new()).await;
    };
    sync_pos().await;
    assert_eq!((world.calls_of("ProductsAddMedia"), product.shown(&world).await.len()), (0, 1));

    world.show("1000", "", gif(20, 20, "another")).await;
    sync_pos().await;
    let shown = product.shown(&world).await;
    assert_eq!((shown.len(), served(&world, &shown[0]).await), (1, gif(20, 20, "another")));
    let shops: Vec<String> = world.pictures().await.iter().map(|row| row.shop_code.to_string()).collect();
    assert!(shops.len() == 2 && shops.contains(&"POS".to_owned()), "each knows it from then on: {shops:?}");
}

#[rstest]
#[tokio::test]
async fn a_picture_that_is_taken_away_here_stays_in_shopify(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let product = Product::plain(&world, "Lue").await;
    world.stage(&product, "1000", &[]).await;
    let picture = world.show("1000", "", gif(10, 10, "one")).await;
    world.sync_images().await;
    world.take_away(&picture).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.updated, summary.failed, world.calls()), (0, 0, (0, 0)));
    assert_eq!(world.pictures().await[0].digest, "", "nothing is known to be the same any more");
    assert_eq!(product.shown(&world).await.len(), 1);
    world.show("1000", "", gif(10, 10, "one")).await;
    assert_eq!(world.sync_images().await.updated, 1);
    assert_eq!(product.shown(&world).await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn variants_show_pictures_of_their_own_when_these_are_ready(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let product = Product::in_sizes(&world, "Genser", &["S", "M"]).await;
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "S")]).await.unwrap();
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "M")]).await.unwrap();
    world.stage(&product, "1000", &["S", "M"]).await;
    world.show("1000", "", gif(10, 10, "whole")).await;
    world.show("1000", "M", gif(10, 10, "medium")).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.created, summary.failed), (2, 0), "{:?}", world.skipped().await);
    assert_eq!(world.calls(), (5, 4 + 10 + 2 * 13 + 2 + 10));
    let of_variants = product.shown_by_variants(&world).await;
    assert_eq!(of_variants[0], None);
    assert_eq!(served(&world, of_variants[1].as_ref().unwrap()).await, gif(10, 10, "medium"));
    assert_eq!(world.sync_images().await.calls, 0);

    world.show("1000", "M", gif(20, 20, "medium")).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.updated, world.calls()), (1, (3, 10 + 10 + 2)));
    let of_variants = product.shown_by_variants(&world).await;
    assert_eq!(served(&world, of_variants[1].as_ref().unwrap()).await, gif(20, 20, "medium"));
    assert_eq!(product.shown(&world).await.len(), 2, "no old one is left in the gallery");
}

#[rstest]
#[tokio::test]
async fn a_variant_that_is_another_item_shows_the_picture_of_that_item(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let product = Product::in_sizes(&world, "Genser", &["S", "M"]).await;
    world.stage(&product, "1000", &["", ""]).await;
    let mut variants = world.product_variants().await;
    variants.retain(|variant| variant.shopify_variant_id == product.variants[1]);
    let medium = staged::variant::Model { item_number: Code::cut("2000"), ..variants.remove(0) };
    world.rewrite::<staged::variant::ActiveModel, _>(medium).await;
    for item in ["1000", "2000"] {
        world.show(item, "", gif(10, 10, item)).await;
    }
    let summary = world.sync_images().await;
    assert_eq!((summary.created, summary.failed), (2, 0), "{:?}", world.skipped().await);
    let of_variants = product.shown_by_variants(&world).await;
    assert_eq!(of_variants[0], None);
    assert_eq!(served(&world, of_variants[1].as_ref().unwrap()).await, gif(10, 10, "2000"));
    assert_eq!(world.sync_images().await.calls, 0);
}

#[rstest]
#[tokio::test]
async fn what_others_show_as_well_is_left_to_them(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine, "To Shopify").await;
    let product = Product::in_sizes(&world, "Genser", &["S", "M"]).await;
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "S")]).await.unwrap();
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "M")]).await.unwrap();
    world.stage(&product, "1000", &["S", "M"]).await;
    let media = product.given(&world, "https://x.example/felles.jpg").await;
    product.variants_show(&world, &media).await;
    world.stage_images(&media).await;
    world.show("1000", "S", gif(10, 10, "small")).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.created, summary.updated), (1, 0), "{:?}", world.skipped().await);
    let of_variants = product.shown_by_variants(&world).await;
    assert_eq!(served(&world, of_variants[0].as_ref().unwrap()).await, gif(10, 10, "small"));
    assert_eq!(of_variants[1].as_ref().unwrap().0, media);
}

#[rstest]
#[tokio::test]
async fn what_shopify_can_make_no_picture_of_is_told_and_left_until_there_is_another(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let (bad, good) = (Product::plain(&world, "Lue").await, Product::plain(&world, "Vott").await);
    world.stage(&bad, "1000", &[]).await;
    world.stage(&good, "2000", &[]).await;
    world.show("1000", "", gif(6_000, 5_000, "")).await;
    world.show("2000", "", gif(10, 10, "")).await;
    let log = world.log_of(SYNC_IMAGES, Filters::new()).await;
    let summary = log.summary().unwrap();
    assert_eq!((log.result, summary.created, summary.failed), (Outcome::PartialSuccess, 1, 1));
    let told = &world.skipped().await[0];
    assert_eq!((told.kind, told.document_name.as_str()), (skipped::Kind::Image, "Lue"));
    assert!(told.cause.starts_with("Shopify could not make a picture of the file: "), "{}", told.cause);
    assert!(bad.shown(&world).await.is_empty(), "what will never show anything is taken away");

    let again = world.sync_images().await;
    assert_eq!((again.skipped, again.unchanged, again.calls), (1, 1, 0), "it waits for a person");
    let zone = chrono_tz::Europe::Oslo;
    skipped::retry(&world.connector, &world.queue, &kari(), told, zone).await.unwrap();
    world.forget_calls();
    world.work().await;
    assert_eq!((world.calls_of("ProductsAddMedia"), world.skipped().await.len()), (1, 1), "it is refused again");

    world.show("1000", "", gif(600, 500, "")).await;
    assert_eq!(world.sync_images().await.created, 1);
    assert_eq!(world.skipped().await, []);
    assert_eq!(bad.shown(&world).await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_change_that_failed_makes_room_for_the_next(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine, "To Shopify").await;
    let product = Product::plain(&world, "Lue").await;
    world.stage(&product, "1000", &[]).await;
    world.show("1000", "", gif(10, 10, "")).await;
    world.sync_images().await;
    world.show("1000", "", gif(6_000, 5_000, "")).await;
    assert_eq!(world.sync_images().await.failed, 1);
    world.show("1000", "", gif(20, 20, "")).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.created, summary.failed), (1, 0), "{:?}", world.skipped().await);
    let shown = product.shown(&world).await;
    assert_eq!((shown.len(), served(&world, &shown[0]).await), (1, gif(20, 20, "")));
    assert_eq!(world.skipped().await, []);
}

#[tokio::test]
async fn nothing_is_sent_where_the_shop_card_forbids_it_and_a_product_that_is_gone_is_told() {
    let world = world(Engine::Sqlite, "To Shopify").await;
    let product = Product::plain(&world, "Lue").await;
    world.stage(&product, "1000", &[]).await;
    world.show("1000", "", gif(10, 10, "")).await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    let log = world.log_of(SYNC_IMAGES, Filters::new()).await;
    assert!(log.error_message.contains("turn on Allow Data Sync to Shopify"), "{}", log.error_message);
    world.set(&[("allowOutgoingRequests", "true")]).await;
    let document = "mutation($id: ID!) { productDelete(input: { id: $id }) { userErrors { message } } }";
    graphql(&world.store, document, json!({ "id": product.gid() })).await;
    assert_eq!(world.sync_images().await.failed, 1);
    assert_eq!(world.skipped().await[0].cause, "The product is not in Shopify any more.");
    assert_eq!(world.calls_of("ProductsAddMedia"), 0);
    world.set(&[("syncItemImages", "Disabled")]).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.fetched, summary.calls), (0, 0));
}
