//! The cases that a stock sync must get right, one by one.

use back_office::item_ledger::entry as item_entry;
use back_office::items::{self, unit_of_measure};
use back_office::sales::{self, DocumentType, NewDocument};
use connector::locations;
use connector::products::staged::variant;
use connector::stock::staged::inventory;
use database::Engine;
use devstore::ItemChange;
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;
use values::Code;

use crate::paid_back;
use crate::world::World;

impl World {
    /// A sales order of so many of an item, to be shipped on a day, as people enter one.
    pub async fn enter_order(&self, item: &str, quantity: i32, shipment_date: Option<&str>) -> Uuid {
        let customer = self.customers().await[0].number.clone();
        let cx = &sales::Context {
            now: self.connector.clock().now(),
            random: self.connector.random().clone(),
            user: "KARI".into(),
        };
        let line = sales::NewLine {
            kind: sales::LineKind::Item,
            number: Code::cut(item),
            quantity: quantity.into(),
            ..sales::NewLine::default()
        };
        let today = cx.now.date_naive();
        let document = &NewDocument {
            sell_to_customer: customer.clone(),
            bill_to_customer: customer,
            order_date: today,
            document_date: today,
            lines: vec![line],
            ..NewDocument::default()
        };
        let date: Option<chrono::NaiveDate> = shipment_date.map(|day| day.parse().unwrap());
        let write = |tx| async move {
            let setup = sales::Setup::read(&tx).await?;
            let made = sales::create(&tx, &setup, DocumentType::Order, document, cx).await?;
            let sales::Outcome::Created(id, _) = made else { panic!("it is new") };
            let change = sales::ChangeLine { shipment_date: Some(date), ..sales::ChangeLine::default() };
            sales::change_line(&tx, &setup, id, None, 10_000, &change, cx).await?;
            back_office::Result::<_>::Ok(id)
        };
        self.test.db.write(write).await.unwrap()
    }
}

/// Example E1.
#[rstest]
#[tokio::test]
async fn what_is_asked_for_counts_from_its_day_on(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    let today = world.connector.clock().now().date_naive();
    let day = |days: u64| (today + chrono::Days::new(days)).to_string();
    world.enter_order("1000", 1, Some(&day(1))).await;
    world.enter_order("1000", 2, Some(&day(4))).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 10, "nothing is asked for yet");
    world.advance(2 * 24 * 60);
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 9);
    world.advance(3 * 24 * 60);
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 7);
}

#[rstest]
#[tokio::test]
async fn a_day_that_begins_is_looked_at_without_comparing_everything(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    let tomorrow = (world.connector.clock().now().date_naive() + chrono::Days::new(1)).to_string();
    world.enter_order("1000", 1, Some(&tomorrow)).await;
    world.sync_stock().await;
    world.advance(23 * 60);
    world.forget_calls();
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.calls, world.in_shopify("1000").await.0), (1, 1, 9));
}

/// Example E3.
#[rstest]
#[tokio::test]
async fn a_box_of_six_is_two_of_seventeen(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world
        .keep::<unit_of_measure::Entity>(&[("itemNumber", "2000"), ("code", "SET"), ("qtyPerUnitOfMeasure", "6")])
        .await
        .unwrap();
    let kept = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    let boxed = variant::Model { uom_option_id: 1, option1_value: "SET".into(), ..kept };
    world.rewrite::<variant::ActiveModel, _>(boxed).await;
    let pieces = world.product_variants().await.into_iter().find(|one| one.sku == "1000").unwrap();
    let pieces =
        variant::Model { item_number: Code::cut("2000"), uom_option_id: 1, option1_value: "PCS".into(), ..pieces };
    world.rewrite::<variant::ActiveModel, _>(pieces).await;
    world.found_in_stock("2000", 17).await;
    world.sync_stock().await;
    assert_eq!((world.in_shopify("1000").await.0, world.in_shopify("2000").await.0), (17, 2));
    let of_box = |unit: &unit_of_measure::Model| unit.code == "SET";
    world.mend::<unit_of_measure::Entity>(of_box, &[("qtyPerUnitOfMeasure", "4")]).await.unwrap();
    world.sync_stock().await;
    assert_eq!(world.in_shopify("2000").await.0, 4, "a box of four");
    let kept = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    world.rewrite::<variant::ActiveModel, _>(variant::Model { option1_value: "PCS".into(), ..kept }).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("2000").await.0, 17, "and no box at all");
}

#[rstest]
#[tokio::test]
async fn another_sales_unit_is_another_number(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world
        .keep::<unit_of_measure::Entity>(&[("itemNumber", "1000"), ("code", "SET"), ("qtyPerUnitOfMeasure", "6")])
        .await
        .unwrap();
    world.found_in_stock("1000", 17).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 17);
    let item = world.all::<items::Entity>().await.into_iter().find(|item| item.number == "1000").unwrap();
    let change = items::Change { sales_unit_of_measure_code: Some(Code::cut("SET")), ..items::Change::default() };
    let (item, change, now, random) = (&item, &change, world.now(), world.connector.random());
    let write = |tx| async move { items::change(&tx, item.clone(), change, now, random).await };
    world.test.db.write(write).await.unwrap();
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 2);
}

/// Example E9.
#[rstest]
#[tokio::test]
async fn a_blank_filter_counts_what_is_under_way_too(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.add_location("TRANSIT").await;
    world.found_in_stock("1000", 4).await;
    let entry = world.all::<item_entry::Entity>().await.remove(0);
    let under_way = item_entry::Model { location_code: Code::cut("TRANSIT"), ..entry };
    world.rewrite::<item_entry::ActiveModel, _>(under_way).await;
    world.found_in_stock("1000", 3).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 7);
    world.mend::<locations::Entity>(|_| true, &[("locationFilter", "TRANSIT")]).await.unwrap();
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 4);
}

/// Example E12, by a bundle.
#[rstest]
#[case::service(items::ItemType::Service, false)]
#[case::bundle(items::ItemType::NonInventory, true)]
#[tokio::test]
async fn what_is_not_counted_here_is_left_to_the_store(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] item_type: items::ItemType,
    #[case] bundle: bool,
) {
    let (world, _) = World::stocked(engine).await;
    let item = world.all::<items::Entity>().await.into_iter().find(|item| item.number == "2000").unwrap();
    world.rewrite::<items::ActiveModel, _>(items::Model { item_type, ..item }).await;
    let before = world.stock_of("2000").await;
    world.set_in_shopify("2000", 5).await;
    let item = format!("gid://shopify/InventoryItem/{}", before.inventory_item_id);
    world.store.handle().change_item(&ItemChange { store: None, item, bundle }).unwrap();
    world.advance(5);
    world.stock_log(json!({ "compareWithShopify": true })).await;
    world.stock_log(json!({ "skipImport": true })).await;
    assert_eq!((world.in_shopify("2000").await.0, world.stock_of("2000").await), (5, before));
    assert!(world.skipped().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn what_is_reserved_is_not_free(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.calculate("Free Inventory (not reserved)").await;
    world.found_in_stock("1000", 10).await;
    let id = world.enter_order("1000", 4, None).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 10, "what is asked for is free as long as nobody has it reserved");
    let cx = &sales::Context { now: world.now(), random: world.connector.random().clone(), user: "KARI".into() };
    let write = |tx| async move { sales::reserve(&tx, id, 10_000, 3.into(), cx).await };
    world.test.db.write(write).await.unwrap();
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 7);
}

/// Example E4.
#[rstest]
#[tokio::test]
async fn less_than_nothing_is_nothing_and_is_sent_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 2).await;
    world.sync_stock().await;
    world.enter_order("1000", 5, None).await;
    let done = world.sync_stock().await;
    let row: inventory::Model = world.stock_of("1000").await;
    assert_eq!((done.updated, row.stock, world.in_shopify("1000").await.0), (1, -3, 0));
    world.enter_order("1000", 1, None).await;
    world.forget_calls();
    assert_eq!((world.sync_stock().await.updated, world.calls().0), (0, 0), "nothing is nothing already");
}

/// Example E5.
#[rstest]
#[tokio::test]
async fn what_is_known_to_be_there_is_sent_when_someone_wants_all_of_it_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 8).await;
    world.sync_stock().await;
    world.forget_calls();
    world.sync_stock().await;
    assert_eq!(world.stock_calls(), (0, 0));
    world.stock_log(json!({ "skipImport": true })).await;
    assert_eq!(world.stock_calls(), (1, 1), "nothing is read for it");
    assert_eq!(world.in_shopify("1000").await.0, 8);
}

/// Example E6.
#[rstest]
#[case::available("Available")]
#[case::on_hand("On Hand")]
#[tokio::test]
async fn a_receipt_beside_a_promised_piece_is_sent_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] name: &str,
) {
    let (world, _) = World::stocked(engine).await;
    world.set(&[("stockQuantityName", name)]).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    world.buy("1000", 1).await;
    world.advance(5);
    world.sync_orders().await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await, (9, 1, 10), "both sides have left it out");
    world.found_in_stock("1000", 5).await;
    assert_eq!(world.sync_stock().await.updated, 1);
    assert_eq!(world.in_shopify("1000").await, (14, 1, 15));
    world.stock_log(json!({ "compareWithShopify": true })).await;
    world.forget_calls();
    world.sync_stock().await;
    assert_eq!((world.stock_calls().0, world.in_shopify("1000").await), (0, (14, 1, 15)), "and that is the end of it");
}

/// Example E10.
#[rstest]
#[tokio::test]
async fn a_variant_of_the_whole_item_has_the_stock_of_all_its_variants(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    for code in ["RED", "BLUE"] {
        let fields = [("itemNumber", "1000"), ("code", code)];
        world.keep::<items::variant::Entity>(&fields).await.unwrap();
    }
    world.found_at("1000", "RED", "", 3).await;
    world.found_at("1000", "BLUE", "", 4).await;
    world.found_at("1000", "", "", 2).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 9);
}

/// Example E11.
#[rstest]
#[tokio::test]
async fn the_numbers_of_a_location_that_is_off_are_forgotten(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    crate::places::open_location(&world, "Torget").await;
    crate::places::refresh(&world).await;
    let torget = |row: &connector::locations::Model| row.name == "Torget";
    let fields = [("stockCalculation", "Free Inventory (not reserved)")];
    world.mend::<connector::locations::Entity>(torget, &fields).await.unwrap();
    let first = |row: &connector::locations::Model| row.name != "Torget";
    world.mend::<connector::locations::Entity>(first, &[("stockCalculation", "Off")]).await.unwrap();
    world.sync_stock().await;
    let left: Vec<_> = world.all::<inventory::Entity>().await.into_iter().map(|row| row.location_name).collect();
    assert!(left.iter().all(|name| name == "Torget") && !left.is_empty(), "{left:?}");
}

#[rstest]
#[tokio::test]
async fn what_the_store_has_sold_is_promised_also_on_an_invoice_or_for_another_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.set(&[("createInvoicesFromOrders", "true")]).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    // What was delivered becomes an invoice, and leaves the stock here when that is posted.
    let delivered = world.buy("1000", 2).await;
    paid_back::send(&world.store, &delivered).await;
    world.advance(5);
    world.sync_orders().await;
    world.create_sales_orders().await;
    world.buy("1000", 1).await;
    world.advance(5);
    world.sync_orders().await;
    world.create_sales_orders().await;
    let documents = world.all::<sales::header::Entity>().await;
    let of = |kind: DocumentType| documents.iter().find(|one| one.document_type == kind).unwrap();
    let (invoice, order) = (of(DocumentType::Invoice).id, of(DocumentType::Order));
    let (now, random) = (world.now(), world.connector.random().clone());
    let later = Some(now.date_naive() + chrono::Days::new(9));
    let cx = &sales::Context { now, random, user: "KARI".into() };
    let lines = world.sales_lines(order).await;
    let line = lines.iter().find(|line| line.number == "1000").unwrap().line_number;
    let write = |tx| async move {
        let setup = sales::Setup::read(&tx).await?;
        let change = sales::ChangeLine { shipment_date: Some(later), ..sales::ChangeLine::default() };
        sales::change_line(&tx, &setup, order.id, None, line, &change, cx).await?;
        back_office::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    world.sync_stock().await;
    let before = world.in_shopify("1000").await;
    world.found_in_stock("1000", 5).await;
    world.sync_stock().await;
    let after = world.in_shopify("1000").await;
    assert_eq!((before, after), ((7, 1, 8), (12, 1, 13)), "two on an invoice, one for another day");
    // An invoice that is deleted promises nothing any more.
    let write = |tx| async move { sales::delete(&tx, invoice, None, cx).await };
    world.test.db.write(write).await.unwrap();
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 14);
}
