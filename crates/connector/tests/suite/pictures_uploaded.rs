//! Pictures are uploaded before they are sent: many at a time, and one that is not taken is told and stops no other.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use connector::products::SYNC_IMAGES;
use connector::products::images::State;
use connector::skipped::{self, Kind};
use database::Engine;
use job_queue::{Filters, Outcome};
use outbound::Http;
use rstest::rstest;

use crate::gallery::{Product, gif, served};
use crate::pictures::world;
use crate::world::{World, kari};

/// A world of which the next uploads, as many as `refused` says, are answered with 403.
async fn refusing(engine: Engine, refused: &Arc<AtomicU32>) -> World {
    let refused = refused.clone();
    let network = move |store: &devstore::Devstore, _: &runtime::Clock| {
        let refuse = move |request: Request, next: Next| {
            let refused = refused.clone();
            async move {
                let one_less = |left: u32| left.checked_sub(1);
                let is_upload = request.method() == Method::PUT;
                if is_upload && refused.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok() {
                    return StatusCode::FORBIDDEN.into_response();
                }
                next.run(request).await
            }
        };
        Http::in_process(store.router().layer(from_fn(refuse)))
    };
    let world = World::with_network(engine, "NOK", network).await;
    world.set(&[("syncItemImages", "To Shopify")]).await;
    world.takes(0);
    world
}

#[rstest]
#[tokio::test]
async fn a_picture_that_could_not_be_uploaded_is_told_and_the_others_are_shown(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let refused = Arc::new(AtomicU32::new(0));
    let world = refusing(engine, &refused).await;
    let mut products = Vec::new();
    for (title, item) in [("Lue", "1000"), ("Vott", "2000")] {
        let product = Product::plain(&world, title).await;
        world.stage(&product, item, &[]).await;
        world.show(item, "", gif(10, 10, item)).await;
        products.push(product);
    }
    refused.store(1, Ordering::SeqCst);
    let log = world.log_of(SYNC_IMAGES, Filters::new()).await;
    let summary = log.summary().unwrap();
    assert_eq!((log.result, summary.created, summary.failed), (Outcome::PartialSuccess, 1, 1));
    let [told] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!(told.kind, Kind::Image);
    assert_eq!(told.cause, "The picture could not be uploaded: the upload was answered with HTTP status 403.");
    let states: Vec<State> = world.pictures().await.iter().map(|row| row.state).collect();
    assert!(states.contains(&State::Failed) && states.contains(&State::Shown), "{states:?}");

    skipped::retry(&world.connector, &world.queue, &kari(), told, chrono_tz::Europe::Oslo).await.unwrap();
    world.work().await;
    assert_eq!(world.skipped().await, []);
    for (product, item) in products.iter().zip(["1000", "2000"]) {
        let shown = product.shown(&world).await;
        assert_eq!((shown.len(), served(&world, &shown[0]).await), (1, gif(10, 10, item)));
    }
}

/// Example 24 of the worked examples: one more than a hundred is no reason for another way.
#[rstest]
#[tokio::test]
async fn a_hundred_pictures_and_one_take_five_calls_to_be_changed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    const MANY: u64 = 101;
    let world = world(engine, "To Shopify").await;
    let numbers: Vec<String> = (5_000..5_000 + MANY).map(|number| number.to_string()).collect();
    world.add_numbered(&numbers).await;
    let mut products = Vec::new();
    for number in &numbers {
        let product = Product::plain(&world, number).await;
        world.stage(&product, number, &[]).await;
        world.show(number, "", gif(10, 10, number)).await;
        products.push(product);
    }
    assert_eq!(world.sync_images().await.created, MANY);
    assert_eq!((world.calls_of("ImagesStage"), world.calls_of("ProductsAddMedia")), (2, 5));
    let nothing = world.sync_images().await;
    assert_eq!((nothing.unchanged, nothing.calls, world.calls()), (MANY, 0, (0, 0)));

    for number in &numbers {
        world.show(number, "", gif(20, 20, number)).await;
    }
    let summary = world.sync_images().await;
    assert_eq!((summary.updated, summary.failed, summary.calls), (MANY, 0, 5));
    assert_eq!(
        (world.calls_of("ImagesStage"), world.calls_of("FilesReplace"), world.calls_of("BulkRunMutation")),
        (2, 2, 0)
    );
    for (product, number) in products.iter().zip(&numbers) {
        let shown = product.shown(&world).await;
        assert_eq!((shown.len(), served(&world, &shown[0]).await), (1, gif(20, 20, number)));
    }
}
