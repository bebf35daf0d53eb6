//! What a run leaves, and who takes it up.

use chrono::TimeDelta;
use connector::locations;
use connector::orders::SYNC_ORDERS;
use connector::shops;
use connector::stock::options::Explanation;
use connector::stock::staged::standing;
use connector::stock::{SYNC_STOCK, Watch};
use database::Engine;
use job_queue::{Filters, run};
use rstest::rstest;
use sea_orm::EntityTrait;
use serde_json::json;

use crate::edits::edit;
use crate::world::{World, kari};

#[rstest]
#[tokio::test]
async fn what_differs_while_nothing_may_be_changed_is_sent_once_it_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    world.found_in_stock("1000", 7).await;
    world.stock_log(json!({ "compareWithShopify": true })).await;
    assert_eq!((world.in_shopify("1000").await.0, world.stock_of("1000").await.difference), (0, 7));
    let drifts: Vec<_> = world.drifts().await.into_iter().map(|one| (one.stock, one.explanation)).collect();
    assert_eq!(drifts, [(7, Explanation::NotSent)]);
    assert_eq!(world.dirty().await, ["1000"], "it is to be looked at still");
    world.set(&[("allowOutgoingRequests", "true")]).await;
    world.sync_stock().await;
    assert_eq!((world.in_shopify("1000").await.0, world.dirty().await), (7, Vec::<String>::new()));
}

#[rstest]
#[tokio::test]
async fn what_a_run_for_one_variant_leaves_is_a_job_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    let watch = Watch::new(world.connector.clone(), world.queue.clone());
    world.found_in_stock("1000", 7).await;
    world.found_in_stock("2000", 8).await;
    world.sync_stock_of("2000").await;
    assert_eq!((world.in_shopify("1000").await.0, world.in_shopify("2000").await.0), (0, 8));
    assert_eq!(watch.look().await.unwrap(), 1);
    assert_eq!(watch.look().await.unwrap(), 0, "it is told once");
    world.work().await;
    assert_eq!((world.in_shopify("1000").await.0, world.dirty().await), (7, Vec::<String>::new()));
    assert_eq!(watch.look().await.unwrap(), 0);
}

#[rstest]
#[tokio::test]
async fn no_stock_is_sent_where_documents_have_no_location_and_a_filter_leaves_them_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    let scopes = "read_orders, read_locations, write_inventory";
    let shop = shops::Model { granted_scopes: scopes.into(), ..world.shop().await };
    world.rewrite::<shops::ActiveModel, _>(shop).await;
    world.found_in_stock("1000", 7).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 7, "a blank filter counts them all");
    world.add_location("EAST").await;
    world.mend::<locations::Entity>(|_| true, &[("locationFilter", "EAST")]).await.unwrap();
    let refused = world.log_of(SYNC_STOCK, Filters::new()).await.error_message;
    let scope = "read_merchant_managed_fulfillment_orders";
    assert!(refused.contains(scope) && refused.contains("Location Filter"), "{refused}");
    assert_eq!(world.in_shopify("1000").await.0, 7);
}

#[rstest]
#[tokio::test]
async fn an_order_that_waits_with_a_change_counts_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.set(&[("autoCreateOrders", "false")]).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    let order = world.buy("1000", 2).await;
    world.advance(5);
    world.sync_orders().await;
    edit(&world, &order, &[("SetQuantity", json!(["$0", 3]))]).await;
    world.advance(5);
    let only_paid = Filters::new().with("OrdersToImport.fullyPaid", "true");
    world.run_with(SYNC_ORDERS, only_paid).await;
    assert_eq!(world.waiting().await.len(), 1, "the order as it is now waits beside what is staged");
    world.found_in_stock("1000", 1).await;
    world.sync_stock().await;
    let row = world.stock_of("1000").await;
    assert_eq!((row.stock, row.waiting, world.in_shopify("1000").await), (8, 3, (8, 3, 11)));
}

#[rstest]
#[tokio::test]
async fn pieces_that_are_added_to_an_order_with_a_document_are_not_put_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    let order = world.buy("1000", 2).await;
    world.advance(5);
    world.sync_orders().await;
    world.sync_stock().await;
    edit(&world, &order, &[("SetQuantity", json!(["$0", 3]))]).await;
    world.advance(5);
    world.found_in_stock("1000", 5).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await, (12, 3, 15), "nobody has read yet that it is one more");
    world.sync_orders().await;
    world.found_in_stock("1000", 1).await;
    world.sync_stock().await;
    let row = world.stock_of("1000").await;
    assert_eq!((row.stock, row.waiting, world.in_shopify("1000").await), (13, 1, (13, 3, 16)));
    crate::edits::apply(&world).await.unwrap();
    world.forget_calls();
    world.sync_stock().await;
    assert_eq!((world.stock_calls().0, world.stock_of("1000").await.waiting), (0, 0), "the document has it by now");
}

#[rstest]
#[tokio::test]
async fn two_variants_that_are_one_thing_in_the_store_are_sent_one_after_the_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use connector::products::staged::variant;
    let (world, _) = World::stocked(engine).await;
    let rows = world.product_variants().await;
    let one = rows.iter().find(|row| row.sku == "1000").unwrap();
    let other = rows.iter().find(|row| row.sku == "2000").unwrap();
    let same = variant::Model {
        inventory_item_id: one.inventory_item_id,
        item_number: one.item_number.clone(),
        ..other.clone()
    };
    world.rewrite::<variant::ActiveModel, _>(same).await;
    world.found_in_stock("1000", 7).await;
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.skipped, world.in_shopify("1000").await.0), (1, 0, 7));
    assert_eq!(world.dirty().await, ["1000"]);
    world.forget_calls();
    world.sync_stock().await;
    assert_eq!((world.stock_calls().0, world.dirty().await), (0, Vec::<String>::new()), "it is as it should be");
}

#[rstest]
#[tokio::test]
async fn a_skipped_variant_is_taken_up_by_itself(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, buyers) = World::stocked(engine).await;
    world.found_in_stock("1000", 5).await;
    world.sync_stock().await;
    world.advance(1);
    world.found_in_stock("1000", 5).await;
    world.buy("1000", 1).await;
    buyers.are_late();
    world.sync_stock().await;
    let skipped = world.skipped().await;
    let zone = chrono_tz::Europe::Oslo;
    connector::skipped::retry(&world.connector, &world.queue, &kari(), &skipped[0], zone).await.unwrap();
    world.work().await;
    assert_eq!(world.in_shopify("1000").await, (9, 1, 10));
    assert!(world.skipped().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn one_run_at_a_time_sends_the_stock_of_a_shop(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    let (now, random) = (world.now(), world.connector.random());
    let other = run::Model {
        token: random.id(now),
        exclusion_key: "of all shops".into(),
        job_queue_entry_id: random.id(now),
        log_id: random.id(now),
        worker: "other".into(),
        started_at: now,
        lease_until: now + TimeDelta::days(1),
        times_out_at: now + TimeDelta::days(1),
        stop_reason: run::StopReason::default(),
        stop_requested_by: String::new(),
        stop_by: None,
        next_run_at: None,
        progress_done: 0,
        progress_total: 0,
        progress_text: String::new(),
    };
    let standing = world.all::<standing::Entity>().await.remove(0);
    let held = standing::Model { sent_by: Some(other.log_id), ..standing };
    world.rewrite::<standing::ActiveModel, _>(held).await;
    world.insert::<run::ActiveModel, _>(other).await;
    world.found_in_stock("1000", 7).await;
    let told = world.log_of(SYNC_STOCK, Filters::new()).await.error_message;
    assert!(told.contains("another run sends the stock of DEMO"), "{told}");
    assert_eq!((world.in_shopify("1000").await.0, world.dirty().await), (0, vec!["1000".to_owned()]));
    // The run of a worker that was lost is taken away, and with it its turn.
    let gone = |tx| async move {
        run::Entity::delete_many().exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(gone).await.unwrap();
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 7);
}

#[rstest]
#[tokio::test]
async fn only_the_stock_of_items_that_a_filter_lets_through_is_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 7).await;
    world.found_in_stock("2000", 8).await;
    let of_item = |item: &str| Filters::new().with("ShopifyVariant.itemNumber", item);
    world.forget_calls();
    world.run_with(SYNC_STOCK, of_item("3000")).await;
    assert_eq!(world.stock_calls(), (0, 0));
    world.run_with(SYNC_STOCK, of_item("2*")).await;
    assert_eq!((world.in_shopify("1000").await.0, world.in_shopify("2000").await.0), (0, 8));
}
