//! Worked examples of discounts and refunds, from the order to its documents, to the cent.

use database::Engine;
use devstore::testing::{complete_draft, tax};
use rstest::rstest;
use serde_json::json;
use values::money::Amount;

use crate::paid_back::{self, parts, pieces};
use crate::refunding::{documents, pay_back, refunds, sell, world};
use crate::store::{self, kroner, line, order, with};
use crate::world::{World, amount};

/// Example 3.
#[rstest]
#[tokio::test]
async fn discounts_of_a_line_and_of_the_order_are_together_on_the_lines(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let less = |value: i64| json!({ "title": "Agreed", "value": value, "valueType": "FIXED_AMOUNT" });
    let line = |quantity: i64, price: &str| {
        json!({ "title": "Product 3000", "sku": "3000", "quantity": quantity, "taxable": false,
            "originalUnitPriceWithCurrency": { "amount": price, "currencyCode": "NOK" } })
    };
    // A discount of a line is one of each piece.
    let lines = [with(line(2, "50.00"), json!({ "appliedDiscount": less(5) })), line(1, "60.00")];
    let draft = json!({ "email": "kari@example.com", "lineItems": lines, "appliedDiscount": less(15) });
    complete_draft(&world.store, draft).await;
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 1, "{:?}", world.skipped().await);
    let document = &world.sales_orders().await[0];
    let lines = world.sales_lines(document).await;
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.line_discount_amount, line.line_discount_percent.to_string(), line.line_amount))
        .collect();
    let expected = [(19.into(), "19".to_owned(), 81.into()), (6.into(), "10".to_owned(), 54.into())];
    assert_eq!(told, expected);
    assert_eq!((document.amount_including_vat, document.invoice_discount_amount), (135.into(), Amount::ZERO));
}

/// Example 13.
#[rstest]
#[tokio::test]
async fn a_piece_of_a_discounted_line_is_credited_with_its_share_of_discount_and_tax(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let discount = json!({ "itemFixedDiscountCode": { "code": "LESS", "amountSet": kroner("20.00") } });
    let goods = vec![with(line("1000", 2, "50.00"), tax("0.25", "20.00"))];
    let id = sell(&world, goods, "100.00", json!({ "taxesIncluded": false, "discountCode": discount })).await;
    assert_eq!(world.sales_orders().await[0].amount_including_vat, 100.into());
    paid_back::send(&world.store, &id).await;
    let (lines, _) = parts(&world.store, &id).await;
    pay_back(&world, &id, vec![pieces(&lines[0], 1, "RETURN")], "50.00").await;
    let memo = &documents(&world).await[0];
    assert_eq!((memo.amount, memo.vat_amount, memo.amount_including_vat), (40.into(), 10.into(), 50.into()));
    let [line] = &world.sales_lines(memo).await[..] else { panic!("one line, and nothing to balance") };
    assert_eq!((line.number.as_str(), line.quantity, line.unit_price), ("1000", 1.into(), 50.into()));
    assert_eq!((line.line_discount_amount, line.line_amount), (10.into(), 40.into()));
}

/// Example 19.
#[rstest]
#[tokio::test]
async fn what_was_taken_out_before_it_was_paid_leaves_net_amount_and_tax_of_the_rest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let goods = vec![
        with(line("1000", 1, "1000.00"), tax("0.25", "250.00")),
        with(line("2000", 1, "200.00"), tax("0.25", "50.00")),
    ];
    let id = store::place(&world.store, with(order(goods), json!({ "taxesIncluded": false }))).await;
    let (lines, _) = parts(&world.store, &id).await;
    paid_back::refund(&world.store, &id, vec![pieces(&lines[0], 1, "CANCEL")], None, json!({})).await;
    store::pay(&world.store, &id).await;
    world.sync_orders().await;
    let staged = &world.staged().await[0];
    assert_eq!((staged.total_amount, staged.vat_amount), (1_500.into(), 300.into()));
    assert_eq!((staged.not_sold_amount, staged.not_sold_vat_amount), (1_250.into(), 250.into()));
    assert_eq!((staged.current_total_amount, staged.current_vat_amount), (250.into(), 50.into()));
    assert!(!refunds(&world).await[0].can_create_credit_memo);
    let document = &world.sales_orders().await[0];
    assert_eq!((document.amount, document.vat_amount), (200.into(), 50.into()));
    assert_eq!((document.amount_including_vat, staged.difference_amount), (250.into(), Amount::ZERO));
}

/// D5: the discount of what is left, and never one of more than 100 %.
#[rstest]
#[tokio::test]
async fn a_line_of_which_pieces_were_taken_out_keeps_its_share_of_the_discount(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let discount = json!({ "itemPercentageDiscountCode": { "code": "SHARE", "percentage": 60 } });
    let goods = with(order(vec![line("3000", 5, "10.00")]), json!({ "discountCode": discount }));
    let id = store::place(&world.store, goods).await;
    let (lines, _) = parts(&world.store, &id).await;
    paid_back::refund(&world.store, &id, vec![pieces(&lines[0], 4, "CANCEL")], None, json!({})).await;
    store::pay(&world.store, &id).await;
    world.sync_orders().await;
    let document = &world.sales_orders().await[0];
    let [line] = &world.sales_lines(document).await[..] else { panic!("one line") };
    assert_eq!((line.quantity, line.line_discount_amount, line.line_amount), (1.into(), 6.into(), 4.into()));
    assert_eq!(document.amount_including_vat, amount("4"));
}

#[rstest]
#[tokio::test]
async fn documents_of_orders_and_refunds_begin_with_the_orders_number_where_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("shopifyOrderNumberOnDocLine", "true")]).await;
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    pay_back(&world, &id, vec![], "30.00").await;
    let all = world.sales_orders().await;
    assert_eq!(all.len(), 2);
    for document in &all {
        let first = &world.sales_lines(document).await[0];
        assert_eq!((first.description.as_str(), first.number.as_str()), ("Shopify Order No.: #1001", ""));
    }
}
