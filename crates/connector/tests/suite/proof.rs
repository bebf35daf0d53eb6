//! What a document comes to, against what Shopify says of its order.

use connector::orders::options::DifferenceReason;
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::money::Amount;

use crate::store::{self, kroner, line, make_special, order, with};
use crate::world::{World, amount};

#[rstest]
#[tokio::test]
async fn duties_fees_tips_and_rounded_cash_are_on_the_document_to_the_cent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let paid = json!([{ "kind": "SALE", "status": "SUCCESS", "amountSet": kroner("120.40") }]);
    let id = store::place(&world.store, with(order(vec![line("3000", 1, "99.90")]), json!({ "transactions": paid })));
    let id = id.await;
    let change = json!({
        "tip": { "title": "Driks", "amount": kroner("5.00") },
        "duties": kroner("12.00"),
        "additionalFees": [{ "name": "Recycling", "price": kroner("3.50") }],
        "cashRounding": { "payments": kroner("-0.40") },
    });
    make_special(&world.store, &id, change).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    let cause = &world.skipped().await[0].cause;
    for account in ["Tip Account", "Duties Account", "Additional Fees Account", "Cash Roundings Account"] {
        assert!(cause.contains(account), "{account} is missing in: {cause}");
    }
    let accounts = ["tipAccount", "dutiesAccount", "additionalFeesAccount", "cashRoundingsAccount"];
    world.set(&accounts.map(|account| (account, "3070"))).await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let document = &world.sales_orders().await[0];
    let lines = world.sales_lines(document).await;
    let told: Vec<_> = lines.iter().map(|line| (line.description.as_str(), line.unit_price.to_string())).collect();
    let expected =
        [("Item 3000", "99.9"), ("Tips", "5"), ("Duties", "12"), ("Recycling", "3.5"), ("Cash rounding", "-0.4")];
    assert_eq!(told, expected.map(|(text, price)| (text, price.to_owned())));
    assert_eq!(document.amount_including_vat, 120.into());
    let staged = &world.staged().await[0];
    assert_eq!((staged.total_amount, staged.difference_amount), (amount("120.4"), Amount::ZERO));
}

#[rstest]
#[tokio::test]
async fn another_tax_than_shopifys_is_told_as_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let tax = json!([{ "title": "Tax", "rate": "0.08", "priceSet": kroner("8.00") }]);
    let goods = with(line("1000", 1, "100.00"), json!({ "taxLines": tax }));
    store::place(&world.store, with(order(vec![goods]), json!({ "taxesIncluded": false }))).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let staged = &world.staged().await[0];
    assert_eq!(staged.total_amount, 108.into());
    assert_eq!((staged.difference_amount, staged.difference_reason), (17.into(), DifferenceReason::TaxSetup));
}

#[rstest]
#[tokio::test]
async fn a_line_of_no_product_is_sold_as_the_item_for_such_lines_by_its_own_name(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let engraving = json!({ "title": "Engraving", "quantity": 1, "priceSet": kroner("12.34") });
    store::place(&world.store, order(vec![engraving])).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    world.set(&[("customLineItemNumber", "3000")]).await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let lines = world.sales_lines(&world.sales_orders().await[0]).await;
    assert_eq!((lines[0].number.as_str(), lines[0].description.as_str()), ("3000", "Engraving"));
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn an_order_that_was_cancelled_before_it_was_paid_is_sold_to_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("9999", 1, "100.00")])).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    store::cancel(&world.store, &id).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.updated, summary.skipped), (1, 0));
    assert_eq!(world.skipped().await, [], "what it lacked matters no more");
    assert_eq!(world.create_sales_orders().await.created, 0);
    assert_eq!(world.sales_orders().await, []);
}

#[rstest]
#[tokio::test]
async fn lines_that_were_removed_before_they_were_paid_need_neither_item_nor_account(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let tip = json!({ "title": "Tip", "quantity": 1, "priceSet": kroner("5.00") });
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00"), line("9999", 1, "50.00"), tip])).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    store::keep_first_line(&world.store, &id).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.updated, summary.skipped), (1, 0));
    assert_eq!(world.create_sales_orders().await.created, 1);
    let document = &world.sales_orders().await[0];
    assert_eq!((world.sales_lines(document).await.len(), document.amount_including_vat), (1, 100.into()));
    assert_eq!(world.staged().await[0].difference_amount, Amount::ZERO);
}
