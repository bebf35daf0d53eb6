//! What is sold besides items: tips, gift cards, lines of no product.

use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, kroner, line, order, with};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_tip_waits_for_its_account(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let tip = json!({ "title": "Tip", "quantity": 1, "priceSet": kroner("5.00"), "taxable": false });
    store::place(&world.store, order(vec![line("3000", 1, "40.00"), tip])).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    let skipped = world.skipped().await;
    assert!(skipped[0].cause.contains("Tip Account"), "{}", skipped[0].cause);
    assert_eq!(skipped[0].remedy, "Set Tip Account on the shop card.");

    world.set(&[("tipAccount", "3070")]).await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    assert_eq!(world.skipped().await, []);
    let document = &world.sales_orders().await[0];
    assert_eq!(document.amount_including_vat, 45.into());
    assert_eq!(world.sales_lines(document).await[1].description, "Tips", "the text is that of the account");
}

#[rstest]
#[tokio::test]
async fn a_gift_card_is_sold_on_its_account(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("soldGiftCardAccount", "2950")]).await;
    let card =
        json!({ "title": "Gift card", "quantity": 1, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    store::place(&world.store, order(vec![card])).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let lines = world.sales_lines(&world.sales_orders().await[0]).await;
    assert_eq!((lines[0].number.as_str(), lines[0].amount_including_vat), ("2950", 50.into()));
}

#[rstest]
#[tokio::test]
async fn every_cause_is_told_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("shippingChargesAccount", "")]).await;
    let engraving = json!({ "title": "Engraving", "quantity": 1, "priceSet": kroner("10.00") });
    let fields = json!({
        "customer": { "toUpsert": { "email": "ola@example.com", "lastName": "Hansen" } },
        "shippingLines": [{ "title": "Standard", "priceSet": kroner("39.00") }],
    });
    store::place(&world.store, with(order(vec![engraving, line("9999", 1, "1.00")]), fields)).await;
    let log = world.log_of(connector::orders::SYNC_ORDERS, job_queue::Filters::new()).await;
    assert_eq!(log.result.caption(), "Partial Success");
    let skipped = &world.skipped().await[0];
    for part in ["ola@example.com", "'Engraving' is of no product", "the SKU '9999'", "Shipping Charges Account"] {
        assert!(skipped.cause.contains(part), "{part} is missing in: {}", skipped.cause);
    }
    assert!(skipped.remedy.contains("Create the customer") && skipped.remedy.contains("Item No. for Custom Lines"));
    assert_eq!((skipped.document_name.as_str(), skipped.retry_object_id), ("#1001", 30103));
}
