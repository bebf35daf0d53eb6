//! Which orders the first sync of a store brings, what is said of that before, and how a store is read again.

use chrono::{Days, NaiveDate};
use connector::cues;
use connector::orders::options::SetAside;
use connector::orders::{elsewhere, first_sync, set_aside};
use connector::watermark::{self, Kind};
use database::Engine;
use devstore::DEFAULT_DOMAIN;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, cancel, graphql, line, order, with};
use crate::world::{SHOP, World, kari};

async fn archive(world: &World, id: &str) {
    let document = "mutation($id: ID!) { orderClose(input: { id: $id }) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": id })).await;
    assert_eq!(data["orderClose"]["userErrors"], json!([]));
}

async fn unarchive(world: &World, id: &str) {
    let document = "mutation($id: ID!) { orderOpen(input: { id: $id }) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": id })).await;
    assert_eq!(data["orderOpen"]["userErrors"], json!([]));
}

async fn note(world: &World, id: &str, text: &str) {
    let document = "mutation($id: ID!, $note: String!) {
        orderUpdate(input: { id: $id, note: $note }) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "id": id, "note": text })).await;
    assert_eq!(data["orderUpdate"]["userErrors"], json!([]));
}

async fn place(world: &World) -> String {
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await
}

fn today(world: &World) -> NaiveDate {
    world.connector.clock().now().with_timezone(&chrono_tz::Europe::Oslo).date_naive()
}

#[rstest]
#[tokio::test]
async fn what_was_closed_or_cancelled_before_the_first_sync_never_enters_as_new(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (archived, cancelled) = (place(&world).await, place(&world).await);
    archive(&world, &archived).await;
    cancel(&world.store, &cancelled).await;
    world.advance(60);
    let open = place(&world).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.fetched, summary.created), (1, 1), "only what is open is asked for");

    world.advance(60);
    unarchive(&world, &archived).await;
    note(&world, &cancelled, "a late word").await;
    archive(&world, &open).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.fetched, summary.created, summary.updated), (3, 0, 1));
    let staged = world.staged().await;
    assert!(staged.len() == 1 && staged[0].closed, "an order that is known is refreshed, though it is archived");
    assert_eq!(world.waiting().await, []);
}

#[rstest]
#[tokio::test]
async fn an_order_that_comes_after_a_first_sync_of_nothing_enters(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    assert_eq!(world.sync_orders().await.fetched, 0);
    world.advance(1);
    place(&world).await;
    assert_eq!(world.sync_orders().await.created, 1);
}

#[rstest]
#[tokio::test]
async fn orders_before_the_day_on_the_shop_card_stay_out_and_are_counted_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let old = place(&world).await;
    let archived = place(&world).await;
    archive(&world, &archived).await;
    world.advance(3 * 24 * 60);
    place(&world).await;
    let from = today(&world).checked_sub_days(Days::new(1)).unwrap();
    world.set(&[("importOrdersFrom", &from.to_string())]).await;
    world.forget_calls();

    let counts = first_sync::preview(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!((counts.from, counts.done), (Some(from), false));
    assert_eq!((counts.enter.orders, counts.too_old.orders, counts.archived.orders), (1, 1, 1));
    assert!(!counts.enter.or_more);
    assert_eq!(world.calls(), (4, 40));
    assert!(world.staged().await.is_empty() && world.waiting().await.is_empty(), "nothing is written");

    assert_eq!(world.sync_orders().await.created, 1);
    world.advance(60);
    note(&world, &old, "changed").await;
    assert_eq!((world.sync_orders().await.created, world.staged().await.len()), (0, 1));
    let counts = first_sync::preview(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!((counts.done, counts.staged, counts.waiting), (true, 1, 0));

    // With another day everything is read from the beginning.
    world.set(&[("importOrdersFrom", "")]).await;
    first_sync::reset(&world.connector, &kari(), SHOP, None).await.unwrap();
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.unchanged), (1, 1));
}

#[rstest]
#[tokio::test]
async fn a_day_that_is_none_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let changes = [("importOrdersFrom".to_owned(), "soon".to_owned())];
    let refused = connector::shops::set(&world.connector, &kari(), SHOP, &changes).await.unwrap_err();
    assert!(refused.to_string().contains("'soon' is no day"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn a_store_is_read_again_from_a_day_and_nothing_is_made_twice(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    place(&world).await;
    let day = today(&world);
    world.sync_orders().await;
    world.create_sales_orders().await;
    world.advance(24 * 60);
    place(&world).await;
    world.sync_orders().await;
    world.advance(24 * 60);
    place(&world).await;
    assert_eq!(world.sync_orders().await.fetched, 2, "the last one and what is new");

    let later = today(&world).checked_add_days(Days::new(2));
    let refused = first_sync::reset(&world.connector, &kari(), SHOP, later).await.unwrap_err();
    assert!(refused.to_string().contains("have been read to"), "{refused}");
    first_sync::reset(&world.connector, &kari(), SHOP, Some(day)).await.unwrap();
    let summary = world.sync_orders().await;
    assert_eq!((summary.fetched, summary.unchanged), (3, 3));
    world.create_sales_orders().await;
    assert_eq!(world.sales_orders().await.len(), 3);
}

#[rstest]
#[tokio::test]
async fn a_run_that_had_begun_does_not_undo_a_reset(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    place(&world).await;
    world.sync_orders().await;
    let began = world.test.db.read(|r| async move { watermark::of(&r, DEFAULT_DOMAIN, Kind::Orders).await });
    let began = &began.await.unwrap();
    first_sync::reset(&world.connector, &kari(), SHOP, None).await.unwrap();
    let now = world.connector.clock().now();
    let commit = |tx| async move {
        watermark::advance(&tx, began, now).await?;
        watermark::end_first(&tx, began, now).await
    };
    world.test.db.write(commit).await.unwrap();
    let after = world.test.db.read(|r| async move { watermark::of(&r, DEFAULT_DOMAIN, Kind::Orders).await }).await;
    let after = after.unwrap();
    assert_eq!((after.last_updated_at, after.first_read_to, after.resets), (None, None, 1));
}

#[rstest]
#[tokio::test]
async fn orders_that_another_system_has_processed_become_no_documents(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let mut names = Vec::new();
    for name in ["#2001", "#2002", "#2003"] {
        store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), json!({ "name": name }))).await;
        names.push(name.to_owned());
    }
    let named = ["2001".to_owned(), "#9999".to_owned()];
    let mark = |numbers: Vec<String>| {
        let connector = world.connector.clone();
        async move { elsewhere::mark(&connector, &kari(), SHOP, &numbers, "the old system").await }
    };
    let marked = mark(named.to_vec()).await.unwrap();
    assert_eq!((marked.marked, marked.unknown), (0, vec!["#9999".to_owned(), "2001".to_owned()]));

    world.sync_orders().await;
    let staged = world.staged().await;
    assert_eq!(staged[0].set_aside, SetAside::ProcessedElsewhere);
    assert_eq!(staged[0].set_aside_reason, "the old system");
    let known = world.all::<elsewhere::Entity>().await;
    assert_eq!(known.iter().filter(|row| row.shopify_order_id == staged[0].shopify_order_id).count(), 1);

    let marked = mark(vec!["#2002".to_owned()]).await.unwrap();
    assert_eq!((marked.marked, marked.unknown.len(), marked.processed.len()), (1, 0, 0));
    assert_eq!(world.create_sales_orders().await.created, 1);
    let marked = mark(names).await.unwrap();
    assert_eq!((marked.marked, marked.processed), (2, vec!["#2003".to_owned()]));
    assert_eq!(unprocessed(&world).await, 0);

    set_aside::take_back(&world.connector, &kari(), &[staged[0].id]).await.unwrap();
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await.len(), 2);
    for (numbers, reason) in [(Vec::new(), "a reason"), (vec!["#1".to_owned()], " ")] {
        assert!(elsewhere::mark(&world.connector, &kari(), SHOP, &numbers, reason).await.is_err());
    }
}

/// How many orders the cue counts.
async fn unprocessed(world: &World) -> u64 {
    let now = world.connector.clock().now();
    let all = world.test.db.read(|r| async move { cues::cues(&r, "KARI", now, None).await }).await.unwrap();
    all.into_iter().find(|cue| cue.name == "unprocessedOrders").unwrap().count
}

#[rstest]
#[tokio::test]
async fn an_order_that_is_set_aside_waits_for_nobody_until_it_is_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("unknown", 1, "100.00")])).await;
    world.sync_orders().await;
    assert_eq!((unprocessed(&world).await, world.skipped().await.len()), (1, 1));
    let ids = [world.staged().await[0].id];
    assert!(set_aside::set_aside(&world.connector, &kari(), &ids, "").await.is_err(), "there is a reason");
    assert_eq!(set_aside::set_aside(&world.connector, &kari(), &ids, "a gift").await.unwrap(), 1);
    assert_eq!((unprocessed(&world).await, world.skipped().await.len()), (0, 0));

    world.advance(10);
    note(&world, &id, "changed").await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.updated, summary.skipped), (1, 0));
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.skipped), (0, 0));
    let staged = &world.staged().await[0];
    assert_eq!((staged.set_aside_reason.as_str(), staged.work_description.as_str()), ("a gift", "changed"));

    assert_eq!(set_aside::take_back(&world.connector, &kari(), &ids).await.unwrap(), 1);
    assert!(set_aside::take_back(&world.connector, &kari(), &ids).await.is_err(), "it is not set aside");
    world.add_items(&[("UNKNOWN", "HIGH")]).await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let refused = set_aside::set_aside(&world.connector, &kari(), &ids, "too late").await.unwrap_err();
    assert!(refused.to_string().contains("have their sales documents already"), "{refused}");
}
