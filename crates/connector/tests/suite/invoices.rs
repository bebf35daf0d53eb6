//! Which kind of document an order becomes, of which day, and whether it is released.

use back_office::sales::{DocumentType, Status};
use chrono::NaiveDate;
use connector::orders::options::DifferenceReason;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, kroner, line, make_special, order, with};
use crate::world::World;

fn delivered() -> serde_json::Value {
    with(order(vec![line("1000", 1, "125.00")]), json!({ "fulfillmentStatus": "FULFILLED" }))
}

#[rstest]
#[case("true", DocumentType::Invoice)]
#[case("false", DocumentType::Order)]
#[tokio::test]
async fn what_is_delivered_becomes_an_invoice_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] setting: &str,
    #[case] expected: DocumentType,
) {
    let world = World::new(engine).await;
    world.set(&[("createInvoicesFromOrders", setting)]).await;
    store::place(&world.store, delivered()).await;
    store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 2);
    let documents = world.sales_orders().await;
    assert_eq!((documents[0].document_type, documents[1].document_type), (expected, DocumentType::Order));
    let staged = world.staged().await;
    let numbers = (staged[0].sales_order_number.as_str(), staged[0].sales_invoice_number.as_str());
    let number = documents[0].number.as_str();
    assert_eq!(numbers, if expected == DocumentType::Invoice { ("", number) } else { (number, "") });
    assert_eq!(world.create_sales_orders().await.created, 0, "a document is made once, of whatever kind");
}

#[rstest]
#[tokio::test]
async fn a_gift_card_that_is_sold_and_delivered_is_invoiced(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("soldGiftCardAccount", "2950")]).await;
    let card =
        json!({ "title": "Gift card", "quantity": 1, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    store::place(&world.store, with(order(vec![card]), json!({ "fulfillmentStatus": "FULFILLED" }))).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    let document = &world.sales_orders().await[0];
    assert_eq!((document.document_type, document.amount_including_vat), (DocumentType::Invoice, 50.into()));
    let lines = world.sales_lines(document).await;
    assert_eq!((lines[0].number.as_str(), lines[0].amount_including_vat), ("2950", 50.into()));
}

#[rstest]
#[tokio::test]
async fn orders_and_invoices_may_have_the_numbers_of_shopify(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("useShopifyOrderNumber", "true")]).await;
    store::place(&world.store, delivered()).await;
    store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 2);
    let numbers: Vec<_> = world.sales_orders().await.iter().map(|document| document.number.to_string()).collect();
    assert_eq!(numbers, ["#1001", "#1002"]);
}

#[rstest]
#[case("Work Date", "2026-03-04")]
#[case("Order Date", "2026-03-02")]
#[case("Paid Date", "2026-02-25")]
#[tokio::test]
async fn a_document_is_to_be_posted_on_the_day_that_the_shop_card_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] policy: &str,
    #[case] expected: NaiveDate,
) {
    let world = World::new(engine).await;
    world.set(&[("postingDatePolicy", policy)]).await;
    let payment = json!([{
        "kind": "SALE", "status": "SUCCESS", "gateway": "bogus", "amountSet": kroner("125.00"),
        "processedAt": "2026-02-25T09:00:00Z",
    }]);
    let paid = with(order(vec![line("1000", 1, "125.00")]), json!({ "transactions": payment }));
    store::place(&world.store, paid).await;
    world.advance(2 * 24 * 60);
    world.sync_orders().await;
    world.create_sales_orders().await;
    let document = &world.sales_orders().await[0];
    assert_eq!(document.posting_date, expected, "{:?}", world.staged().await[0]);
}

#[rstest]
#[case("0", Status::Open)]
#[case("10", Status::Released)]
#[tokio::test]
async fn a_document_is_released_when_it_agrees_with_its_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] most: &str,
    #[case] expected: Status,
) {
    let world = World::new(engine).await;
    world.set(&[("autoReleaseOrders", "true"), ("maxDifferenceForRelease", most)]).await;
    store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    // Its tax is less than that of the back office, which adds 25 %.
    let tax = json!([{ "title": "Tax", "rate": "0.15", "priceSet": kroner("15.00") }]);
    let goods = with(line("1000", 1, "100.00"), json!({ "taxLines": tax }));
    store::place(&world.store, with(order(vec![goods]), json!({ "taxesIncluded": false }))).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    let documents = world.sales_orders().await;
    assert_eq!((documents[0].status, documents[1].status), (Status::Released, expected));
    assert_eq!(world.staged().await[1].difference_reason, DifferenceReason::TaxSetup);
}

#[rstest]
#[tokio::test]
async fn nothing_is_released_where_the_shop_card_does_not_say_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoReleaseOrders", "false")]).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "125.00")])).await;
    make_special(&world.store, &id, json!({ "channel": "Point of Sale" })).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    assert_eq!(world.sales_orders().await[0].status, Status::Open);
}

#[rstest]
#[tokio::test]
async fn a_document_that_does_not_say_from_where_it_is_sent_stays_open_and_the_order_says_why(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoReleaseOrders", "true")]).await;
    world.locations_are_mandatory().await;
    let freight = json!({ "shippingLines": [{ "title": "Standard", "priceSet": kroner("39.00") }] });
    store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), freight)).await;
    world.sync_orders().await;
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.skipped), (1, 1));
    let document = &world.sales_orders().await[0];
    assert_eq!(document.status, Status::Open);
    let staged = &world.staged().await[0];
    let why = format!(
        "{0} was made and is not released: Location Code of sales order {0}, line 10000 is blank: fill it in on the card. \
         Then release it.",
        document.number
    );
    assert!(staged.error_message.ends_with(&why), "{}", staged.error_message);
    assert!(staged.processed && !staged.has_error, "it has its document: nobody tries again");
}
