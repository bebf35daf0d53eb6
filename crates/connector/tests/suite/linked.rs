//! The documents of orders: their links, and how an order forgets its document or is imported again.

use back_office::sales;
use connector::orders::{IMPORT_AGAIN, document_links};
use database::Engine;
use database::testing::start;
use job_queue::Filters;
use rstest::rstest;
use runtime::Random;
use serde_json::json;

use crate::posting;
use crate::store::{self, graphql, line, order, with};
use crate::world::{SHOP, World, kari};

const ALL: &str = "ShopifyOrder.financialStatus";

async fn processed(engine: Engine) -> World {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 2, "125.00")])).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    world
}

async fn links(world: &World) -> Vec<(String, String, String)> {
    let links = world.all::<document_links::Entity>().await.into_iter();
    let mut links: Vec<_> = links
        .map(|link| {
            let [document, source] = [link.document_type.caption(), link.shopify_document_type.caption()];
            (document.to_owned(), link.shopify_order_number, source.to_owned())
        })
        .collect();
    links.sort();
    links
}

async fn unlink(world: &World) -> Result<u64, connector::Error> {
    document_links::unlink(&world.connector, &kari(), &[world.staged().await[0].id]).await
}

pub async fn delete_document(world: &World) {
    let id = world.sales_orders().await[0].id;
    let cx = &sales::Context { now: start(), random: Random::seeded(3), user: "KARI".into() };
    world.test.db.write(|tx| async move { sales::delete(&tx, id, None, cx).await }).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_document_is_linked_to_its_order_and_stays_so_when_it_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = processed(engine).await;
    let link = |document: &str| (document.to_owned(), "#1001".to_owned(), "Shopify Order".to_owned());
    assert_eq!(links(&world).await, [link("Sales Order")]);
    posting::post(&world).await;
    assert_eq!(links(&world).await, [link("Posted Sales Invoice"), link("Posted Sales Shipment")]);
}

#[rstest]
#[tokio::test]
async fn orders_of_the_same_number_have_links_of_their_own(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for _ in 0..2 {
        store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), json!({ "name": "#7" }))).await;
    }
    world.sync_orders().await;
    world.create_sales_orders().await;
    let links = world.all::<document_links::Entity>().await;
    assert_eq!(links.len(), 2);
    for order in world.staged().await {
        let of_order: Vec<_> = links.iter().filter(|link| link.order_id == Some(order.id)).collect();
        assert_eq!(of_order.len(), 1);
        let (link, id) = (of_order[0], order.shopify_order_id.to_string());
        assert_eq!((&link.shopify_document_id, &link.document_number), (&id, &order.sales_order_number));
        assert_eq!((link.shopify_order_number.as_str(), link.shop_code.as_str()), ("#7", SHOP));
    }
    world.forget_orders().await;
    let kept = world.all::<document_links::Entity>().await;
    assert_eq!((kept.len(), kept[0].order_id), (2, None), "a document keeps its link, staged or not");
}

/// Example 17 of the worked examples, from its second half on.
#[rstest]
#[tokio::test]
async fn an_order_whose_document_was_deleted_is_unlinked_and_gets_a_new_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = processed(engine).await;
    delete_document(&world).await;
    assert_eq!(links(&world).await, []);
    assert_eq!(world.create_sales_orders().await.created, 0, "the order is processed still");
    assert_eq!(unlink(&world).await.unwrap(), 1);
    assert!(!world.staged().await[0].processed);
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.sales_orders().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn while_the_document_is_there_an_unlinked_order_finds_it_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = processed(engine).await;
    let document = world.sales_orders().await;
    world.set(&[("autoCreateOrders", "true")]).await;
    unlink(&world).await.unwrap();
    world.advance(1);
    world.sync_orders().await;
    assert!(!world.staged().await[0].processed, "no run links it by itself");
    world.create_sales_orders().await;
    assert_eq!(world.sales_orders().await, document);
    assert_eq!(world.staged().await[0].sales_order_number, document[0].number);
    let refused = document_links::unlink(&world.connector, &kari(), &[]).await.unwrap_err().to_string();
    assert!(refused.contains("choose 1 to"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn an_order_is_deleted_and_imported_again_without_a_second_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = processed(engine).await;
    let (before, document) = (world.staged().await, world.sales_orders().await);
    world.forget_calls();
    let summary = world.run_with(IMPORT_AGAIN, Filters::new().with(ALL, "<>''")).await;
    assert_eq!((summary.fetched, summary.updated, summary.failed, summary.skipped, summary.calls), (1, 1, 0, 0, 1));
    let now = world.staged().await;
    assert_ne!(now[0].id, before[0].id, "it is another row");
    assert_eq!((now.len(), now[0].processed), (1, true));
    assert_eq!(now[0].sales_order_number, document[0].number);
    assert_eq!(world.create_sales_orders().await.created, 0);
    assert_eq!(world.sales_orders().await, document);
    assert_eq!(links(&world).await.len(), 1);

    delete_document(&world).await;
    world.run_with(IMPORT_AGAIN, Filters::new().with(ALL, "<>''")).await;
    assert!(!world.staged().await[0].processed, "without its document it is as new");
    assert_eq!(world.create_sales_orders().await.created, 1);
}

#[rstest]
#[tokio::test]
async fn an_order_that_is_archived_is_imported_again_all_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = processed(engine).await;
    let id = format!("gid://shopify/Order/{}", world.staged().await[0].shopify_order_id);
    let document = "mutation($id: ID!) { orderClose(input: { id: $id }) { userErrors { message } } }";
    graphql(&world.store, document, serde_json::json!({ "id": id })).await;
    world.run_with(IMPORT_AGAIN, Filters::new().with(ALL, "<>''")).await;
    let staged = world.staged().await;
    assert_eq!((staged.len(), staged[0].closed, staged[0].processed), (1, true, true));
}
