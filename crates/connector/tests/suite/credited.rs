//! What becomes of credit memos: when they are released, what they settle, and what waits.

use back_office::{customer_ledger, payment_methods, sales};
use connector::mappings::payment_method;
use connector::orders::options::DifferenceReason;
use connector::orders::refunds::for_refunds;
use connector::orders::updates::{self, Settlement};
use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use connector::skipped::Kind;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;

use crate::paid_back::{self, parts, pieces};
use crate::refunding::{documents, pay_back, place, post, refunds, sell, world};
use crate::store::{self, kroner, line, order, with};
use crate::world::{World, amount, kari};

#[rstest]
#[case::the_invoice_first(true)]
#[case::the_memo_first(false)]
#[tokio::test]
async fn a_memo_that_was_made_before_its_invoice_was_posted_settles_it_all_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] is_invoice_first: bool,
) {
    let world = world(engine).await;
    let id = sell(&world, vec![line("3000", 2, "100.00")], "200.00", json!({})).await;
    let sale = world.sales_orders().await[0].id;
    let (lines, _) = parts(&world.store, &id).await;
    pay_back(&world, &id, vec![pieces(&lines[0], 1, "NO_RESTOCK")], "100.00").await;
    let memo = documents(&world).await[0].clone();
    assert!(memo.applies_to_document_number.is_blank());
    for document in if is_invoice_first { [sale, memo.id] } else { [memo.id, sale] } {
        post(&world, document).await;
    }
    let mut left: Vec<_> = world.all::<customer_ledger::entry::Entity>().await;
    left.sort_by_key(|entry| entry.amount);
    let left: Vec<_> = left.iter().map(|entry| (entry.amount, entry.remaining_amount)).collect();
    assert_eq!(left, [((-100).into(), 0.into()), (200.into(), 100.into())]);
}

#[rstest]
#[case::by_hand("false", sales::Status::Open)]
#[case::by_itself("true", sales::Status::Released)]
#[tokio::test]
async fn a_memo_is_released_as_the_shop_card_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] release: &str,
    #[case] status: sales::Status,
) {
    let world = world(engine).await;
    world.set(&[("autoReleaseOrders", release)]).await;
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    pay_back(&world, &id, vec![], "30.00").await;
    assert_eq!(documents(&world).await[0].status, status);
}

#[rstest]
#[case::too_much("0", sales::Status::Open)]
#[case::let_pass("0.01", sales::Status::Released)]
#[tokio::test]
async fn a_memo_that_no_net_amount_comes_to_differs_by_rounding_and_is_released_only_where_that_may_pass(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] most: &str,
    #[case] status: sales::Status,
) {
    let world = world(engine).await;
    let card = [("refundAccount", "3060"), ("autoReleaseOrders", "true"), ("maxDifferenceForRelease", most)];
    world.set(&card).await;
    let tax = json!({ "taxLines": [{ "title": "MVA", "rate": "0.25", "priceSet": kroner("25.00") }] });
    let goods = vec![with(line("1000", 1, "100.00"), tax)];
    let id = sell(&world, goods, "125.00", json!({ "taxesIncluded": false })).await;
    // 0.05 and its tax are 0.06, and 0.06 and its tax are 0.08: nothing comes to 0.07.
    pay_back(&world, &id, vec![], "0.07").await;
    let (memo, refund) = (&documents(&world).await[0], &refunds(&world).await[0]);
    assert_eq!(refund.difference_amount, memo.amount_including_vat - amount("0.07"));
    assert_eq!(refund.difference_reason, DifferenceReason::Rounding);
    assert_eq!(memo.status, status);
}

#[rstest]
#[case::later("", true)]
#[case::at_once("1920", false)]
#[tokio::test]
async fn a_memo_has_the_payment_method_of_its_refund_and_one_that_pays_at_once_settles_no_invoice(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] account: &str,
    #[case] settles: bool,
) {
    let world = world(engine).await;
    let bank = [("balancingAccountType", "G/L Account"), ("balancingAccountNumber", account)];
    world.mend::<payment_methods::Entity>(|row| row.code == "CARD", &bank).await.unwrap();
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    post(&world, world.sales_orders().await[0].id).await;
    let is_vipps = |row: &payment_method::Model| row.gateway == "vipps";
    world.mend::<payment_method::Entity>(is_vipps, &[("paymentMethodCode", "CARD")]).await.unwrap();
    pay_back(&world, &id, vec![], "30.00").await;
    let memo = &documents(&world).await[0];
    assert_eq!((memo.payment_method_code.as_str(), memo.applies_to_document_number.is_blank()), ("CARD", !settles));
}

async fn cancel_and_pay_back(world: &World, id: &str) {
    let document = "mutation($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: false,
        refundMethod: { originalPaymentMethodsRefund: true }) { orderCancelUserErrors { message } } }";
    let data = store::graphql(&world.store, document, json!({ "id": id })).await;
    assert_eq!(data["orderCancel"]["orderCancelUserErrors"], json!([]));
    world.advance(5);
    world.sync_orders().await;
}

#[rstest]
#[tokio::test]
async fn a_cancelled_order_is_credited_once_someone_has_settled_what_becomes_of_its_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    let other = place(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    world.sync_orders().await;
    cancel_and_pay_back(&world, &id).await;
    cancel_and_pay_back(&world, &other).await;
    assert_eq!(documents(&world).await, [], "their documents are still open");
    assert!(world.staged().await.iter().all(|order| order.has_order_state_error));

    let (by, orders) = (kari(), world.staged().await);
    let settle = |at: usize, how| updates::settle(&world.connector, &by, orders[at].id, how);
    settle(0, Settlement::CloseDocument).await.unwrap();
    settle(1, Settlement::Resolve).await.unwrap();
    world.create_sales_orders().await;
    let memos = documents(&world).await;
    assert_eq!((memos.len(), memos[0].source_number.as_str()), (1, "#1002"), "what was never sold is not credited");
    let refused = settle(1, Settlement::CloseDocument).await.unwrap_err().to_string();
    assert!(refused.contains("would credit what was never sold: delete that first"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn a_cancelled_order_whose_posted_document_is_credited_whole_is_no_conflict(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    post(&world, world.sales_orders().await[0].id).await;
    cancel_and_pay_back(&world, &id).await;
    let order = &world.staged().await[0];
    assert!(order.cancelled_at.is_some() && !order.has_order_state_error && !order.has_error);
    assert_eq!(world.all::<updates::Entity>().await, []);
    assert_eq!(documents(&world).await[0].amount_including_vat, 100.into());
}

#[rstest]
#[tokio::test]
async fn a_refund_whose_money_is_on_its_way_waits_for_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    paid_back::refund(&world.store, &id, vec![], Some("30.00"), json!({})).await;
    store::make_special(&world.store, &id, json!({ "pendingRefunds": true })).await;
    world.advance(5);
    world.sync_orders().await;
    assert!(refunds(&world).await[0].pending);
    assert_eq!(documents(&world).await, []);
    store::make_special(&world.store, &id, json!({ "pendingRefunds": false })).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(documents(&world).await[0].amount_including_vat, 30.into());
}

#[rstest]
#[tokio::test]
async fn a_run_for_a_card_leaves_the_refunds_of_another_card_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    world.set(&[("returnAndRefundProcess", "Import Only")]).await;
    pay_back(&world, &id, vec![], "30.00").await;

    world.add_shop("POS").await;
    let fields = [
        ("autoCreateOrders", "true"),
        ("returnAndRefundProcess", "Auto Create Sales Document"),
        ("refundAccount", "3070"),
        ("refundAccountNonRestockItems", "3070"),
    ];
    world.set_on("POS", &fields).await;
    for object in [SYNC_ORDERS, CREATE_SALES_ORDERS] {
        world.log_on("POS", object, Filters::new()).await;
    }
    assert_eq!((documents(&world).await.len(), refunds(&world).await[0].is_processed), (0, false));

    world.set(&[("returnAndRefundProcess", "Auto Create Sales Document")]).await;
    world.create_sales_orders().await;
    assert_eq!((documents(&world).await.len(), refunds(&world).await[0].is_processed), (1, true));
}

#[rstest]
#[tokio::test]
async fn a_refund_of_nothing_that_is_chosen_by_hand_says_that_there_is_nothing_to_credit(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = store::place(&world.store, order(vec![line("3000", 2, "50.00"), line("1000", 1, "30.00")])).await;
    let (lines, _) = parts(&world.store, &id).await;
    paid_back::refund(&world.store, &id, vec![pieces(&lines[1], 1, "CANCEL")], None, json!({})).await;
    store::pay(&world.store, &id).await;
    world.sync_orders().await;
    let chosen = [refunds(&world).await[0].id];
    for_refunds(&world.connector, &world.queue, &kari(), &chosen, chrono_tz::UTC).await.unwrap();
    world.work().await;
    let refund = &refunds(&world).await[0];
    assert!(refund.has_processing_error && !refund.is_processed);
    let told = "nothing was paid back and nothing came back";
    assert!(refund.last_error_description.starts_with(told), "{}", refund.last_error_description);
    let [record] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((record.kind, record.shopify_id), (Kind::Refund, refund.shopify_refund_id));
    assert_eq!(documents(&world).await, []);
}
