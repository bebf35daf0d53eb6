//! Pictures of products become those of items, in full resolution, and what shows the same is not read again.

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::map_response;
use axum::response::Response;
use back_office::items::picture;
use connector::products::{SYNC_IMAGES, staged};
use connector::skipped;
use database::Engine;
use job_queue::{Filters, Outcome};
use outbound::Http;
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::Code;

use crate::gallery::{Product, gif, served};
use crate::pictures::world;
use crate::world::World;

impl World {
    /// The pictures of an item or of one of its variants, the main one first.
    async fn of_item(&self, item: &str, variant: &str) -> Vec<Vec<u8>> {
        let mut pictures = self.all::<picture::Entity>().await;
        pictures.retain(|one| one.item_number.as_str() == item && one.variant_code.as_str() == variant);
        pictures.sort_by_key(|one| one.position);
        let mut contents = Vec::new();
        for picture in pictures {
            contents.push(self.test.db.read(|r| async move { picture::content(&r, picture.id).await }).await.unwrap());
        }
        contents
    }
}

#[rstest]
#[tokio::test]
async fn a_picture_is_taken_over_as_it_is_and_read_again_only_when_it_has_changed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "From Shopify").await;
    let (product, other) = (Product::plain(&world, "Lue").await, Product::plain(&world, "Vott").await);
    world.stage(&product, "1000", &[]).await;
    world.stage(&other, "2000", &[]).await;
    product.given(&world, "https://x.example/lue.jpg").await;
    let own = gif(10, 10, "given by a person");
    world.show("1000", "", own.clone()).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.fetched, summary.created, summary.unchanged, summary.failed), (2, 1, 1, 0));
    assert_eq!(world.calls(), (1, 5), "one look for all of them");
    let first = served(&world, &product.shown(&world).await[0]).await;
    assert_eq!(world.of_item("1000", "").await, [first.clone(), own.clone()], "what a person gave it stays behind");
    assert!(world.of_item("2000", "").await.is_empty());

    world.advance(10);
    assert_eq!(world.sync_images().await.calls, 2, "the store has changed since the products were staged");
    let again = world.sync_images().await;
    assert_eq!((again.created, again.updated, again.calls), (0, 0, 1), "one call says that nothing has changed");

    product.replaced(&world, "https://x.example/ny.jpg").await;
    let summary = world.sync_images().await;
    assert_eq!((summary.updated, summary.calls), (1, 2), "{summary:?}");
    let second = served(&world, &product.shown(&world).await[0]).await;
    assert_ne!(first, second);
    assert_eq!(world.of_item("1000", "").await, [second, own], "it takes the place of the one that came before");
}

#[rstest]
#[tokio::test]
async fn variants_of_an_item_take_over_pictures_of_their_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "From Shopify").await;
    let product = Product::in_sizes(&world, "Genser", &["S", "M"]).await;
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "S")]).await.unwrap();
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "M")]).await.unwrap();
    world.stage(&product, "1000", &["S", "M"]).await;
    let media = product.given(&world, "https://x.example/genser.jpg").await;
    product.variants_show(&world, &media).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.created, summary.failed), (3, 0), "{:?}", world.skipped().await);
    let picture = served(&world, &product.shown(&world).await[0]).await;
    for variant in ["", "S", "M"] {
        assert_eq!(world.of_item("1000", variant).await, std::slice::from_ref(&picture));
    }
}

#[rstest]
#[tokio::test]
async fn a_variant_that_is_another_item_shows_the_picture_of_its_product_until_it_has_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "From Shopify").await;
    let product = Product::in_sizes(&world, "Genser", &["S", "M"]).await;
    world.stage(&product, "1000", &["", ""]).await;
    let mut variants = world.product_variants().await;
    variants.retain(|variant| variant.shopify_variant_id == product.variants[1]);
    let medium = staged::variant::Model { item_number: Code::cut("2000"), ..variants.remove(0) };
    world.rewrite::<staged::variant::ActiveModel, _>(medium).await;
    product.given(&world, "https://x.example/genser.jpg").await;
    let summary = world.sync_images().await;
    assert_eq!((summary.created, summary.failed), (2, 0), "{:?}", world.skipped().await);
    let whole = served(&world, &product.shown(&world).await[0]).await;
    for item in ["1000", "2000"] {
        assert_eq!(world.of_item(item, "").await, std::slice::from_ref(&whole), "{item}");
    }

    world.advance(10);
    let own = product.given(&world, "https://x.example/medium.jpg").await;
    product.variants_show(&world, &own).await;
    let summary = world.sync_images().await;
    assert_eq!((summary.updated, summary.failed), (1, 0), "{:?}", world.skipped().await);
    let medium = served(&world, &product.shown(&world).await[1]).await;
    assert_ne!(medium, whole);
    assert_eq!(world.of_item("1000", "").await, [whole], "the variants of the item show that of their product");
    assert_eq!(world.of_item("2000", "").await, [medium]);
}

#[rstest]
#[tokio::test]
async fn only_what_was_chosen_is_looked_at(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine, "From Shopify").await;
    let (product, other) = (Product::plain(&world, "Lue").await, Product::plain(&world, "Vott").await);
    for (one, item) in [(&product, "1000"), (&other, "2000")] {
        world.stage(one, item, &[]).await;
        one.given(&world, &format!("https://x.example/{item}.jpg")).await;
    }
    let chosen = Filters::new().with("ShopifyProduct.shopifyProductId", other.id.to_string());
    let summary = world.run_with(SYNC_IMAGES, chosen).await;
    assert_eq!((summary.fetched, summary.created), (1, 1));
    assert_eq!((world.of_item("1000", "").await.len(), world.of_item("2000", "").await.len()), (0, 1));
    assert_eq!(world.sync_images().await.created, 1, "the other one is taken over by the next run");

    world.advance(1);
    product.replaced(&world, "https://x.example/ny-1000.jpg").await;
    world.advance(10);
    other.replaced(&world, "https://x.example/ny-2000.jpg").await;
    let (other_one, now) = (other.id, world.connector.clock().now());
    let staged = |tx| async move {
        use connector::products::staged::product::{Column, Entity};
        let update = Entity::update_many().col_expr(Column::UpdatedAt, Expr::value(now));
        Ok::<_, connector::Error>(update.filter(Column::ShopifyProductId.eq(other_one)).exec(&tx).await?)
    };
    world.test.db.write(staged).await.unwrap();
    let chosen = Filters::new().with("ShopifyProduct.shopifyProductId", other.id.to_string());
    assert_eq!(world.run_with(SYNC_IMAGES, chosen).await.updated, 1);
    assert_eq!(world.sync_images().await.updated, 1, "what has changed before, and was not chosen, is not passed by");
}

type Answer = Arc<Mutex<Option<(u16, &'static str, Vec<u8>)>>>;

/// A world whose files are answered with something else.
async fn spoilt(engine: Engine, answer: &Answer) -> World {
    let answer = answer.clone();
    let world = World::with_network(engine, "NOK", move |store, _| {
        let spoil = move |response: Response| {
            let answer = answer.clone();
            async move {
                let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
                let other = answer.lock().unwrap().clone().filter(|_| kind.starts_with("image/"));
                let Some((status, kind, body)) = other else { return response };
                Response::builder().status(status).header(CONTENT_TYPE, kind).body(Body::from(body)).unwrap()
            }
        };
        Http::in_process(store.router().layer(map_response(spoil)))
    });
    let world = world.await;
    world.set(&[("syncItemImages", "From Shopify")]).await;
    world.takes(0);
    world
}

#[rstest]
#[case::another_kind(200, "text/html", b"<html>".to_vec(), "The file is said to be 'text/html', which is no picture.")]
#[case::no_picture(200, "image/png", b"<html>".to_vec(), "the file is no picture")]
#[case::gone(
    404,
    "text/plain",
    Vec::new(),
    "The picture can't be read: the picture was answered with HTTP status 404."
)]
#[case::too_large(200, "image/gif", gif(1, 1, &"x".repeat(picture::LARGEST)), "the picture has more than 10485760 bytes")]
#[tokio::test]
async fn what_is_no_picture_is_told_with_its_reason_and_stops_no_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] status: u16,
    #[case] kind: &'static str,
    #[case] body: Vec<u8>,
    #[case] why: &str,
) {
    let answer = Answer::default();
    let world = spoilt(engine, &answer).await;
    let product = Product::plain(&world, "Lue").await;
    world.stage(&product, "1000", &[]).await;
    product.given(&world, "https://x.example/lue.jpg").await;
    *answer.lock().unwrap() = Some((status, kind, body));
    let log = world.log_of(SYNC_IMAGES, Filters::new()).await;
    assert_eq!((log.result, log.summary().unwrap().failed), (Outcome::PartialSuccess, 1));
    let told = &world.skipped().await[0];
    assert_eq!((told.kind, told.document_name.as_str()), (skipped::Kind::Image, "Lue"));
    assert!(told.cause.contains(why), "{}", told.cause);
    assert!(world.of_item("1000", "").await.is_empty());
    *answer.lock().unwrap() = None;
    assert_eq!(world.sync_images().await.created, 1, "the next run looks at it again");
    assert_eq!(world.skipped().await, []);
}
