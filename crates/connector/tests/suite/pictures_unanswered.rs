//! Pictures to which no answer came, or that Shopify is still at: they are looked for, and come to their owners once.

use std::time::Duration;

use connector::products::SYNC_IMAGES;
use connector::products::images::State;
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::{Filters, Summary, Worker, WorkerOptions, log};
use rstest::rstest;

use crate::gallery::{Product, gif, served};
use crate::pictures::world;
use crate::world::{World, kari};

/// A product in two sizes, of which it and the first have pictures that were not sent yet.
async fn to_send(world: &World) -> Product {
    let product = Product::in_sizes(world, "Genser", &["S", "M"]).await;
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "S")]).await.unwrap();
    world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", "M")]).await.unwrap();
    world.stage(&product, "1000", &["S", "M"]).await;
    world.show("1000", "", gif(10, 10, "whole")).await;
    world.show("1000", "S", gif(10, 10, "small")).await;
    product
}

#[rstest]
#[case::added(FaultKind::LostResponse, 1)]
#[case::added_and_half_told(FaultKind::Truncated, 1)]
#[case::not_added(FaultKind::Reset, 2)]
#[case::not_added_behind_a_proxy(FaultKind::Status, 2)]
#[tokio::test]
async fn an_answer_that_is_lost_is_looked_for_and_nothing_is_uploaded_twice(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
    #[case] sent: u64,
) {
    let world = world(engine, "To Shopify").await;
    let product = to_send(&world).await;
    let operation = Some("ProductsAddMedia".to_owned());
    world.store.handle().set_faults(vec![Fault { operation, status: Some(502), ..Fault::of(kind) }], 1);
    let log = world.log_of(SYNC_IMAGES, Filters::new()).await;
    assert!(log.error_message.contains("too early to look"), "{}", log.error_message);
    assert!(world.pictures().await.iter().all(|row| row.state == State::Sent));
    world.clock.advance(Duration::from_secs(59));
    world.work().await;
    assert_eq!(world.calls_of("ProductsAddMedia"), 1, "before a minute has passed nobody looks, and nobody sends");
    world.clock.advance(Duration::from_secs(120));
    world.work().await;
    assert_eq!((world.calls_of("ProductsAddMedia"), world.calls_of("ImagesStage")), (sent, 1));
    assert!(world.pictures().await.iter().all(|row| row.state == State::Shown), "{:?}", world.pictures().await);
    let shown = product.shown(&world).await;
    assert_eq!(shown.len(), 2, "each is there once");
    assert_eq!(served(&world, &shown[0]).await, gif(10, 10, "whole"));
    let of_variants = product.shown_by_variants(&world).await;
    assert_eq!(served(&world, of_variants[0].as_ref().unwrap()).await, gif(10, 10, "small"));
}

#[rstest]
#[case::added(FaultKind::LostResponse, 2)]
#[case::not_added(FaultKind::Reset, 3)]
#[tokio::test]
async fn more_pictures_than_a_call_takes_come_to_their_owners_when_an_answer_is_lost(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
    #[case] sent: u64,
) {
    let world = world(engine, "To Shopify").await;
    let sizes: Vec<String> = (10..40).map(|size| size.to_string()).collect();
    let sizes: Vec<&str> = sizes.iter().map(String::as_str).collect();
    let product = Product::in_sizes(&world, "Genser", &sizes).await;
    world.show("1000", "", gif(10, 10, "whole")).await;
    for size in sizes.iter().copied() {
        world.keep::<back_office::items::variant::Entity>(&[("itemNumber", "1000"), ("code", size)]).await.unwrap();
        world.show("1000", size, gif(10, 10, size)).await;
    }
    world.stage(&product, "1000", &sizes).await;
    let operation = Some("ProductsAddMedia".to_owned());
    world.store.handle().set_faults(vec![Fault { operation, ..Fault::of(kind) }], 1);
    let log = world.log_of(SYNC_IMAGES, Filters::new()).await;
    assert!(log.error_message.contains("too early to look"), "{}", log.error_message);
    assert_eq!(world.calls_of("ProductsAddMedia"), 1, "what comes after it in the product waits");
    world.clock.advance(Duration::from_secs(180));
    world.work().await;
    assert_eq!((world.calls_of("ProductsAddMedia"), world.calls_of("ImagesStage")), (sent, 1));
    assert!(world.pictures().await.iter().all(|row| row.state == State::Shown), "{:?}", world.pictures().await);
    let shown = product.shown(&world).await;
    assert_eq!((shown.len(), served(&world, &shown[0]).await), (31, gif(10, 10, "whole")), "each is there once");
    for (size, of_variant) in sizes.iter().copied().zip(product.shown_by_variants(&world).await) {
        assert_eq!(served(&world, &of_variant.unwrap()).await, gif(10, 10, size));
    }
}

#[rstest]
#[tokio::test]
async fn what_a_merchant_adds_meanwhile_is_not_taken_for_what_was_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let product = to_send(&world).await;
    let operation = Some("ProductsAddMedia".to_owned());
    world.store.handle().set_faults(vec![Fault { operation, ..Fault::of(FaultKind::LostResponse) }], 1);
    world.log_of(SYNC_IMAGES, Filters::new()).await;
    let own = product.given(&world, "https://x.example/egen.jpg").await;
    world.clock.advance(Duration::from_secs(180));
    world.forget_calls();
    world.work().await;
    assert_eq!((world.calls_of("ProductsAddMedia"), world.skipped().await.len()), (0, 0));
    let known: Vec<String> =
        world.pictures().await.iter().map(|row| format!("gid://shopify/MediaImage/{}", row.media_id)).collect();
    assert!(!known.contains(&own), "{known:?}");
    let shown = product.shown(&world).await;
    assert_eq!((shown.len(), served(&world, &shown[0]).await), (3, gif(10, 10, "whole")));
    let of_variants = product.shown_by_variants(&world).await;
    assert_eq!(served(&world, of_variants[0].as_ref().unwrap()).await, gif(10, 10, "small"));
}

#[rstest]
#[tokio::test]
async fn what_was_answered_is_kept_when_a_part_of_the_answer_is_missing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine, "To Shopify").await;
    let product = to_send(&world).await;
    let (operation, path) = (Some("ProductsAddMedia".to_owned()), vec!["o0".into()]);
    world.store.handle().set_faults(vec![Fault { operation, path, ..Fault::of(FaultKind::Partial) }], 1);
    let log = world.log_of(SYNC_IMAGES, Filters::new()).await;
    assert!(log.error_message.contains("no answer came to 1 pictures"), "{}", log.error_message);
    let states: Vec<State> = world.pictures().await.iter().map(|row| row.state).collect();
    assert_eq!(states, [State::Sent, State::Shown], "the variant's was answered");
    world.clock.advance(Duration::from_secs(180));
    world.work().await;
    assert_eq!((world.calls_of("ProductsAddMedia"), product.shown(&world).await.len()), (1, 2));
    assert!(world.pictures().await.iter().all(|row| row.state == State::Shown), "{:?}", world.pictures().await);
}

#[rstest]
#[tokio::test]
async fn a_picture_is_followed_as_long_as_shopify_is_at_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine, "To Shopify").await;
    let product = Product::plain(&world, "Lue").await;
    world.stage(&product, "1000", &[]).await;
    world.show("1000", "", gif(10, 10, "")).await;
    world.takes(3_000);
    let summary = sync_in_time(&world).await;
    assert_eq!((summary.created, summary.failed), (1, 0));
    let looks = world.calls_of("MediaStatuses");
    assert!((2..=5).contains(&looks), "{looks} looks");
    assert_eq!(world.pictures().await[0].state, State::Shown);

    world.takes(3_600_000);
    world.show("1000", "", gif(20, 20, "")).await;
    let summary = sync_in_time(&world).await;
    assert_eq!((summary.updated, summary.failed, world.pictures().await[0].state), (0, 0, State::Processing));
    world.clock.advance(Duration::from_secs(3_600));
    let summary = world.sync_images().await;
    assert_eq!((summary.updated, summary.calls, world.pictures().await[0].state), (1, 1, State::Shown));
}

async fn sync_in_time(world: &World) -> Summary {
    let task = world.sync(SYNC_IMAGES, Filters::new());
    connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    let mut worker = Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..WorkerOptions::default() });
    world.while_time_passes(worker.work_until_idle(), None).await.unwrap().unwrap();
    let mut logs = world.all::<log::Entity>().await;
    logs.sort_by_key(|log| log.entry_number);
    let log = logs.pop().unwrap();
    assert_eq!(log.error_message, "");
    log.summary().unwrap()
}
