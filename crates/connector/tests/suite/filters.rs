use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use database::Engine;
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{Filters, NewEntry};
use rstest::rstest;
use serde_json::json;

use crate::store::{self, line, order, with};
use crate::world::{World, kari};

fn only_paid() -> Filters {
    Filters::new().with("OrdersToImport.fullyPaid", "true")
}

#[rstest]
#[tokio::test]
async fn only_the_paid_order_is_imported_and_the_other_once_it_is_paid(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let paid = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    store::pay(&world.store, &paid).await;
    let unpaid = store::place(&world.store, order(vec![line("1000", 2, "100.00")])).await;

    let first = world.run_with(SYNC_ORDERS, only_paid()).await;
    assert_eq!((first.fetched, first.created, first.skipped, first.failed), (2, 1, 0, 0));
    let staged = world.staged().await;
    assert!(staged.len() == 1 && staged[0].fully_paid);
    let waiting = world.waiting().await;
    assert!(waiting.len() == 1 && waiting[0].unpaid && waiting[0].shop_code.is_blank());

    world.advance(5);
    store::pay(&world.store, &unpaid).await;
    let second = world.run_with(SYNC_ORDERS, only_paid()).await;
    assert_eq!((second.created, second.updated), (1, 0));
    assert_eq!(world.waiting().await, []);

    assert_eq!(world.create_sales_orders().await.created, 2);
    let totals: Vec<_> =
        world.sales_orders().await.iter().map(|order| order.amount_including_vat.to_string()).collect();
    assert_eq!(totals, ["100", "200"]);
}

#[rstest]
#[tokio::test]
async fn an_order_that_a_filter_left_is_imported_later_without_a_call_for_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    assert_eq!(world.run_with(SYNC_ORDERS, only_paid()).await.created, 0);

    world.advance(60);
    let late = store::place(&world.store, order(vec![line("2000", 1, "50.00")])).await;
    store::pay(&world.store, &late).await;
    world.run_with(SYNC_ORDERS, only_paid()).await;
    world.advance(60);
    world.forget_calls();
    let summary = world.sync_orders().await;
    assert_eq!((summary.unchanged, summary.created), (1, 1), "only the late order is told again, and it is known");
    assert_eq!(world.calls().0, 2, "they look for what is new, and read it");
    assert_eq!(world.staged().await.len(), 2);
}

#[rstest]
#[tokio::test]
async fn tags_and_attributes_let_orders_through(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let tagged = with(order(vec![line("1000", 1, "1.00")]), json!({ "tags": ["vip", "gift"] }));
    let marked = json!({ "customAttributes": [{ "key": "delivery date", "value": "2026-03-09" }] });
    let marked = with(order(vec![line("1000", 1, "2.00")]), marked);
    let plain = order(vec![line("1000", 1, "3.00")]);
    for order in [tagged, marked, plain] {
        store::place(&world.store, order).await;
    }
    let imported = async |filters: Filters| {
        world.run_with(SYNC_ORDERS, filters).await;
        world.staged().await.iter().map(|order| order.total_amount.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(imported(Filters::new().with("OrdersToImport.tags", "*[vip]*")).await, ["1"]);
    let attribute = Filters::new()
        .with("OrdersToImport.attributeKeyFilter", "delivery*")
        .with("OrdersToImport.attributeKeyExists", "true");
    assert_eq!(imported(attribute).await, ["1", "2"]);
    assert_eq!(world.waiting().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn cards_of_one_store_share_its_orders_by_their_filters(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_shop("ABROAD").await;
    for tag in ["home", "abroad", "home"] {
        store::place(&world.store, with(order(vec![line("1000", 1, "1.00")]), json!({ "tags": [tag] }))).await;
    }
    let tagged = |tag: &str| Filters::new().with("OrdersToImport.tags", format!("*[{tag}]*"));
    assert_eq!(world.run_with(SYNC_ORDERS, tagged("home")).await.created, 2);
    world.forget_calls();
    world.log_on("ABROAD", SYNC_ORDERS, tagged("abroad")).await;
    let shops: Vec<_> = world.staged().await.iter().map(|order| order.shop_code.to_string()).collect();
    assert_eq!(shops, ["DEMO", "ABROAD", "DEMO"]);
    assert_eq!((world.waiting().await.len(), world.calls().0), (0, 2));
}

#[rstest]
#[tokio::test]
async fn staged_orders_are_filtered_when_documents_are_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let paid = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    store::pay(&world.store, &paid).await;
    store::place(&world.store, order(vec![line("1000", 1, "200.00")])).await;
    world.sync_orders().await;
    let paid = Filters::new().with("ShopifyOrder.financialStatus", "Paid|'Partially Paid'");
    assert_eq!(world.run_with(CREATE_SALES_ORDERS, paid).await.created, 1);
    assert_eq!(world.sales_orders().await[0].amount_including_vat, 100.into());
    assert_eq!(world.create_sales_orders().await.created, 1);
}

#[rstest]
#[tokio::test]
async fn a_filter_that_can_not_be_read_makes_no_entry(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for (field, text) in [("OrdersToImport.fullyPaid", "perhaps"), ("OrdersToImport.colour", "red"), ("Orders.x", "1")]
    {
        let sync = world.sync(SYNC_ORDERS, Filters::new().with(field, text));
        let refused = connector::sync(&world.connector, &world.queue, &kari(), &sync).await;
        assert!(refused.unwrap_err().to_string().contains(field));
    }
    world.work().await;
    assert_eq!(world.calls().0, 0);
}

/// Resolved when it was stored, `..today` would end with the day on which the entry was made.
#[rstest]
#[tokio::test]
async fn a_stored_filter_up_to_today_means_the_day_of_each_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let shop = world.shop().await.code;
    let daily = NewEntry {
        filters: Filters::new().with("Shop.code", shop.as_str()).with("OrdersToImport.createdAt", "..today"),
        scope: shop.to_string(),
        schedule: Schedule::every(1_440, Weekdays::ALL, chrono_tz::Europe::Oslo),
        user: "KARI".into(),
        ..NewEntry::now(SYNC_ORDERS)
    };
    let (queue, daily) = (&world.queue, &daily);
    queue.db().write(|tx| async move { queue.enqueue(&tx, daily).await }).await.unwrap();
    let mut staged = Vec::new();
    for _ in 0..3 {
        store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
        world.work().await;
        staged.push(world.staged().await.len());
        world.advance(24 * 60);
    }
    assert_eq!(staged, [1, 2, 3]);
}
