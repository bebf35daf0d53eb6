//! What is paid back in a store becomes credit memos that come to it, to the cent.

use back_office::sales::{self, DocumentType};
use back_office::{customer_ledger, item_ledger};
use connector::orders::refunds::{self, options::RefundDocument};
use connector::orders::{CREATE_SALES_ORDERS, document_links, staged};
use connector::skipped;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};
use values::money::Amount;

use crate::paid_back::{self, parts, pieces};
use crate::refunding::{documents, pay_back, place, post, refunds, sell, world};
use crate::store::{self, kroner, line, order, with};
use crate::world::{SHOP, World, amount, kari};

fn told(lines: &[sales::line::Model]) -> Vec<(String, String, String, String)> {
    let told = |line: &sales::line::Model| {
        let total = line.amount_including_vat.to_string();
        (line.number.to_string(), line.quantity.to_string(), line.unit_price.to_string(), total)
    };
    lines.iter().map(told).collect()
}

fn row(number: &str, quantity: &str, price: &str, total: &str) -> (String, String, String, String) {
    (number.into(), quantity.into(), price.into(), total.into())
}

/// Example 12.
#[rstest]
#[tokio::test]
async fn a_piece_that_came_back_is_credited_on_its_invoice_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = sell(&world, vec![line("1000", 2, "125.00")], "250.00", json!({})).await;
    post(&world, world.sales_orders().await[0].id).await;
    paid_back::send(&world.store, &id).await;
    let (lines, _) = parts(&world.store, &id).await;
    paid_back::refund(
        &world.store,
        &id,
        vec![pieces(&lines[0], 1, "RETURN")],
        Some("125.00"),
        json!({ "note": "Too small" }),
    )
    .await;
    world.advance(5);
    world.sync_orders().await;
    let memos = documents(&world).await;
    assert_eq!(
        (memos.len(), memos[0].document_type, memos[0].amount_including_vat),
        (1, DocumentType::CreditMemo, 125.into())
    );
    assert_eq!((memos[0].work_description.as_str(), memos[0].source_number.as_str()), ("Too small", "#1001"));
    assert_eq!(told(&world.sales_lines(&memos[0]).await), [row("1000", "1", "125", "125")]);
    let refund = &refunds(&world).await[0];
    assert!(refund.is_processed && refund.difference_amount.is_zero());
    assert_eq!(
        (&refund.sales_document_type, &refund.sales_document_number),
        (&RefundDocument::CreditMemo, &memos[0].number)
    );
    let link = world.all::<document_links::Entity>().await.into_iter().find(|link| link.id == memos[0].id).unwrap();
    assert_eq!((link.order_id, link.shop_code.as_str()), (Some(world.staged().await[0].id), SHOP));
    let invoice = memos[0].applies_to_document_number.clone();
    assert!(!invoice.is_blank(), "it settles the invoice of its order");

    post(&world, memos[0].id).await;
    let entries = world.all::<customer_ledger::entry::Entity>().await;
    let of_invoice = entries.iter().find(|entry| entry.document_number == invoice).unwrap();
    assert_eq!(of_invoice.remaining_amount, 125.into());
    let came_back = world.all::<item_ledger::entry::Entity>().await.iter().any(|entry| entry.quantity == 1.into());
    assert!(came_back, "the piece is in stock again");

    world.advance(5);
    world.sync_orders().await;
    world.create_sales_orders().await;
    assert_eq!(documents(&world).await, [], "no second document is made, although the first is posted and gone");
    let paid_back = world.all::<staged::transaction::Entity>().await;
    assert!(
        paid_back.iter().any(|one| one.refund_id == refund.shopify_refund_id),
        "the refund is named on its payment"
    );
}

#[rstest]
#[tokio::test]
async fn taxes_on_top_are_credited_as_they_were_charged(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let taxed = |line: Value, tax: &str| {
        with(line, json!({ "taxLines": [{ "title": "MVA", "rate": "0.25", "priceSet": kroner(tax) }] }))
    };
    let goods = vec![taxed(line("1000", 2, "50.00"), "25.00"), taxed(line("2000", 1, "40.00"), "10.00")];
    let id = sell(&world, goods, "175.00", json!({ "taxesIncluded": false })).await;
    let (lines, _) = parts(&world.store, &id).await;
    let goods = vec![pieces(&lines[0], 1, "NO_RESTOCK"), pieces(&lines[1], 1, "NO_RESTOCK")];
    pay_back(&world, &id, goods, "112.50").await;
    let memo = &documents(&world).await[0];
    assert_eq!(memo.amount_including_vat, amount("112.5"), "what the account does not tax is balanced");
    let lines = told(&world.sales_lines(memo).await);
    assert_eq!(lines, [row("3070", "1", "50", "50"), row("3070", "1", "40", "40"), row("3070", "1", "22.5", "22.5")]);
}

/// Example 15.
#[rstest]
#[tokio::test]
async fn goodwill_is_one_line_before_the_tax_of_its_account(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("refundAccount", "3060")]).await;
    let tax = json!({ "taxLines": [{ "title": "MVA", "rate": "0.25", "priceSet": kroner("25.00") }] });
    let goods = || vec![with(line("1000", 1, "100.00"), tax.clone())];
    let on_top = place(&world, goods(), "125.00", json!({ "taxesIncluded": false })).await;
    let included = place(&world, vec![line("1000", 1, "100.00")], "100.00", json!({})).await;
    world.sync_orders().await;
    paid_back::refund(&world.store, &on_top, vec![], Some("30.00"), json!({})).await;
    paid_back::refund(&world.store, &included, vec![], Some("30.00"), json!({})).await;
    world.advance(5);
    world.sync_orders().await;
    let memos = documents(&world).await;
    assert_eq!(memos.iter().map(|memo| memo.amount_including_vat).collect::<Vec<_>>(), [30.into(), 30.into()]);
    assert_eq!(told(&world.sales_lines(&memos[0]).await), [row("3060", "1", "24", "30")]);
    assert_eq!(told(&world.sales_lines(&memos[1]).await), [row("3060", "1", "30", "30")]);
}

#[rstest]
#[tokio::test]
async fn shipping_alone_is_paid_back_on_its_account(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let shipping = json!({ "shippingLines": [{ "title": "Standard", "priceSet": kroner("50.00") }] });
    let id = sell(&world, vec![line("3000", 1, "100.00")], "150.00", shipping).await;
    paid_back::refund(&world.store, &id, vec![], Some("50.00"), json!({ "shipping": { "fullRefund": true } })).await;
    world.advance(5);
    world.sync_orders().await;
    let memo = &documents(&world).await[0];
    let lines = world.sales_lines(memo).await;
    assert_eq!((lines[0].description.as_str(), lines.len(), memo.amount_including_vat), ("Standard", 1, 50.into()));
}

#[rstest]
#[case::shop("Shop Currency", "Presentment Currency", "", 100)]
#[case::presentment("Presentment Currency", "Shop Currency", "EUR", 10)]
#[tokio::test]
async fn the_document_is_in_the_money_in_which_the_order_was_processed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] processed: &str,
    #[case] since_then: &str,
    #[case] currency: &str,
    #[case] total: i32,
) {
    let world = world(engine).await;
    world.set(&[("currencyHandling", processed)]).await;
    let both = json!({
        "shopMoney": { "amount": "100.00", "currencyCode": "NOK" },
        "presentmentMoney": { "amount": "10.00", "currencyCode": "EUR" },
    });
    let goods = with(line("3000", 1, "100.00"), json!({ "priceSet": both }));
    let payment = json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "vipps", "amountSet": both });
    let fields = json!({ "presentmentCurrency": "EUR", "transactions": [payment] });
    let id = sell(&world, vec![goods], "100.00", fields).await;
    world.set(&[("currencyHandling", since_then)]).await;
    let (lines, _) = parts(&world.store, &id).await;
    let goods = vec![pieces(&lines[0], 1, "NO_RESTOCK")];
    paid_back::refund(&world.store, &id, goods, Some("10.00"), json!({ "currency": "EUR" })).await;
    world.advance(5);
    world.sync_orders().await;
    let memo = &documents(&world).await[0];
    assert_eq!((memo.currency_code.as_str(), memo.amount_including_vat), (currency, total.into()));
    assert_eq!(world.sales_lines(memo).await[0].unit_price, total.into());
}

#[rstest]
#[tokio::test]
async fn a_refund_without_its_account_waits_and_is_made_once_when_there_is_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("refundAccount", "")]).await;
    let lacking = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    let whole = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    world.sync_orders().await;
    paid_back::refund(&world.store, &lacking, vec![], Some("30.00"), json!({})).await;
    let (lines, _) = parts(&world.store, &whole).await;
    paid_back::refund(&world.store, &whole, vec![pieces(&lines[0], 1, "NO_RESTOCK")], Some("100.00"), json!({})).await;
    world.advance(5);
    let log = world.log_of(connector::orders::SYNC_ORDERS, Filters::new()).await;
    assert_eq!(log.result.caption(), "Partial Success");
    assert_eq!(documents(&world).await.len(), 1, "the other one is not held back");
    let waits = &refunds(&world).await[0];
    assert!(waits.has_processing_error && !waits.is_processed);
    assert!(
        waits.last_error_description.contains("Refund Account on the shop card is blank"),
        "{}",
        waits.last_error_description
    );
    let record = &world.skipped().await[0];
    assert_eq!(
        (&record.kind, record.shopify_id, record.retry_object_id),
        (&skipped::Kind::Refund, waits.shopify_refund_id, 30103)
    );

    world.set(&[("refundAccount", "3070")]).await;
    skipped::retry(&world.connector, &world.queue, &kari(), record, chrono_tz::UTC).await.unwrap();
    world.work().await;
    assert_eq!(documents(&world).await.len(), 2);
    assert_eq!(world.skipped().await, []);
    assert!(!refunds(&world).await[0].has_processing_error);
    assert_eq!(world.create_sales_orders().await.created, 0);
}

#[rstest]
#[tokio::test]
async fn refunds_that_are_only_imported_get_their_documents_by_hand(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("refundAccount", "3070"), ("processReturnsAs", "Return Order")]).await;
    let id = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    let other = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    paid_back::refund(&world.store, &id, vec![], Some("30.00"), json!({})).await;
    paid_back::refund(&world.store, &other, vec![], Some("20.00"), json!({})).await;
    world.sync_orders().await;
    let chosen = [refunds(&world).await[0].id];
    let by = kari();
    let start = || refunds::for_refunds(&world.connector, &world.queue, &by, &chosen, chrono_tz::UTC);
    start().await.unwrap();
    world.work().await;
    let waits = &refunds(&world).await[0];
    assert!(waits.last_error_description.contains("create that first"), "{}", waits.last_error_description);
    assert_eq!(world.create_sales_orders().await.created, 2, "orders, and nothing for their refunds");
    start().await.unwrap();
    world.work().await;
    let made = documents(&world).await;
    assert_eq!(
        (made.len(), made[0].document_type, made[0].amount_including_vat),
        (1, DocumentType::ReturnOrder, 30.into())
    );
    assert_eq!(refunds(&world).await[0].sales_document_type, RefundDocument::ReturnOrder);
    let again = start().await.unwrap_err();
    assert!(again.to_string().contains("have their sales documents already"), "{again}");
}

/// Example 16.
#[rstest]
#[tokio::test]
async fn what_was_removed_before_it_was_paid_is_neither_sold_nor_credited(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let goods = vec![line("3000", 2, "50.00"), line("1000", 1, "30.00")];
    let id = store::place(&world.store, order(goods)).await;
    let (lines, _) = parts(&world.store, &id).await;
    paid_back::refund(&world.store, &id, vec![pieces(&lines[1], 1, "CANCEL")], None, json!({})).await;
    store::pay(&world.store, &id).await;
    world.sync_orders().await;
    let sold = &world.sales_orders().await[0];
    assert_eq!((sold.amount_including_vat, world.sales_lines(sold).await.len()), (100.into(), 1));
    assert!(!refunds(&world).await[0].can_create_credit_memo);

    // A part of what is left comes back later: the order is still what it was, and the memo is the rest.
    pay_back(&world, &id, vec![pieces(&lines[0], 1, "NO_RESTOCK")], "50.00").await;
    assert_eq!(documents(&world).await[0].amount_including_vat, 50.into());
    let staged = &world.staged().await[0];
    assert_eq!((staged.not_sold_amount, staged.difference_amount), (30.into(), Amount::ZERO));
}

#[rstest]
#[tokio::test]
async fn refunds_cost_a_call_for_many_orders_and_orders_without_any_cost_nothing_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for _ in 0..21 {
        let id = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
        paid_back::refund(&world.store, &id, vec![], Some("30.00"), json!({})).await;
        place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    }
    world.forget_calls();
    assert_eq!(world.sync_orders().await.created, 42);
    let asked = |name: &str| {
        let summary = world.store.handle().summary();
        summary.by_operation.get(name).map_or((0, 0), |of_it| (of_it.calls, of_it.points))
    };
    let (calls, points) = asked("RefundsOfOrders");
    assert_eq!(calls, 1);
    assert!(points <= 21 * 2, "{points} points");
    assert_eq!(refunds(&world).await.len(), 21);
    world.forget_calls();
    world.sync_orders().await;
    assert_eq!(asked("RefundsOfOrders"), (0, 0), "what is known is not asked for again");
}

#[rstest]
#[tokio::test]
async fn a_refund_of_more_lines_than_come_with_it_is_read_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let goods: Vec<Value> = (0..23).map(|_| line("3000", 1, "10.00")).collect();
    let id = place(&world, goods, "230.00", json!({})).await;
    let (lines, _) = parts(&world.store, &id).await;
    let all = lines.iter().map(|line| pieces(line, 1, "NO_RESTOCK")).collect();
    paid_back::refund(&world.store, &id, all, Some("230.00"), json!({})).await;
    world.sync_orders().await;
    let memo = &documents(&world).await[0];
    assert_eq!((world.sales_lines(memo).await.len(), memo.amount_including_vat), (23, 230.into()));
}

#[rstest]
#[tokio::test]
async fn a_filter_on_orders_counts_beside_one_on_refunds(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("refundAccount", "3070"), ("processReturnsAs", "Return Order")]).await;
    for paid_back in ["30.00", "20.00"] {
        let id = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
        paid_back::refund(&world.store, &id, vec![], Some(paid_back), json!({})).await;
    }
    world.sync_orders().await;
    world.create_sales_orders().await;
    let second = world.staged().await[1].shopify_order_number.clone();
    let chosen = Filters::new().with("ShopifyRefund.shopifyRefundId", "<>0");
    let chosen = chosen.with("ShopifyOrder.shopifyOrderNumber", second);
    assert_eq!(world.run_with(CREATE_SALES_ORDERS, chosen).await.created, 1);
    let made = documents(&world).await;
    assert_eq!((made.len(), made[0].amount_including_vat), (1, 20.into()));
}
