//! Report 30105: what is read, how it is split, and what it costs.

use connector::payouts::SYNC_PAYOUTS;
use connector::payouts::options::{Group, PayoutDirection, PayoutStatus, SplitSource};
use connector::shops;
use database::Engine;
use devstore::{Adjustment, PaymentsSettings};
use job_queue::{Filters, NewEntry, Summary};
use rstest::rstest;
use sea_orm::{EntityTrait, Set};

use super::{becomes, owe_in_sek, pay_out, pay_out_as, payouts, sell, set_rate, sync_payouts, transactions, world};
use crate::world::{World, amount};

/// Example E25.
#[rstest]
#[tokio::test]
async fn a_charge_of_100_with_a_fee_of_3_20_comes_as_96_80(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    let done = sync_payouts(&world).await;
    assert_eq!((done.created, done.skipped, done.failed, done.calls), (3, 0, 0, 1), "a charge, a transfer, a payout");
    let said = &transactions(&world).await[0];
    assert_eq!((said.kind.as_str(), said.description.as_str(), said.part), ("CHARGE", "Charge", Group::Sales));
    assert_eq!((said.amount, said.fee, said.net_amount), (amount("100"), amount("3.20"), amount("96.80")));
    assert_eq!((said.shopify_order_number.as_str(), said.currency.as_str()), ("#1001", "NOK"));
    let made = &payouts(&world).await[0];
    assert_eq!((made.amount, made.charges_gross, made.charges_fee), (amount("96.80"), amount("100"), amount("3.20")));
    assert_eq!(
        (made.sales_amount, made.fees_amount, made.unexplained_amount),
        (amount("100"), amount("-3.20"), amount("0"))
    );
    assert_eq!((&made.status, &made.split_source), (&PayoutStatus::Paid, &SplitSource::Transactions));
    assert_eq!((made.number_of_transactions, &made.direction), (1, &PayoutDirection::Deposit));
    assert!(!made.external_trace_id.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_second_run_changes_nothing_and_asks_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    let (before, all) = (payouts(&world).await, transactions(&world).await);
    world.forget_calls();
    let done = sync_payouts(&world).await;
    // The account, the new transactions and the new payouts.
    let asked = Summary { calls: 1, points: 1 + (2 + 11 * 3) + (2 + 11 * 2), ..Summary::default() };
    assert_eq!(done, asked);
    assert_eq!(world.calls(), (1, 60));
    assert_eq!((payouts(&world).await, transactions(&world).await), (before, all));
}

#[rstest]
#[tokio::test]
async fn a_transaction_comes_into_its_payout_later_and_a_payout_is_followed_until_the_bank_has_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    sell(&world, "50.00").await;
    sync_payouts(&world).await;
    let waiting: Vec<_> = transactions(&world).await.iter().map(|one| one.shopify_payout_id).collect();
    assert_eq!(waiting, [0, 0]);
    let payout = pay_out(&world).remove(0);
    world.forget_calls();
    let done = sync_payouts(&world).await;
    assert_eq!((done.created, done.updated, done.calls), (2, 2, 2), "of what the payout is made is asked for then");
    let made = payouts(&world).await[0].clone();
    assert_eq!((&made.status, made.number_of_transactions), (&PayoutStatus::Scheduled, 2));
    assert!(transactions(&world).await.iter().all(|one| one.shopify_payout_id == made.shopify_payout_id));
    becomes(&world, &payout, "PAID");
    world.forget_calls();
    let done = sync_payouts(&world).await;
    assert_eq!((done.updated, done.calls), (1, 1));
    assert_eq!(payouts(&world).await[0].status, PayoutStatus::Paid);
    assert!(transactions(&world).await.iter().all(|one| one.payout_status == "PAID"));
    let done = sync_payouts(&world).await;
    assert_eq!((done.fetched, done.points), (0, 60), "nothing is polled any more");
}

#[rstest]
#[tokio::test]
async fn every_kind_of_transaction_is_in_its_part_and_the_parts_come_to_the_deposit(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let order = sell(&world, "1000.00").await;
    super::pay_back(&world, &order, "120.55").await;
    for (kind, of, fee) in [
        ("ADJUSTMENT", "5.01", "0"),
        ("SHIPPING_LABEL", "-49", "0"),
        ("RESERVED_FUNDS", "-100", "0"),
        ("ADVANCE", "-30", "1.25"),
        ("CHARGEBACK_FEE", "-15", "0"),
        ("DISPUTE_WITHDRAWAL", "-80", "0"),
    ] {
        let booked = Adjustment {
            kind: Some(kind.into()),
            amount: of.parse().unwrap(),
            fee: fee.parse().unwrap(),
            ..Adjustment::default()
        };
        world.store.handle().adjust_balance(&booked).unwrap();
    }
    pay_out(&world);
    sync_payouts(&world).await;
    let made = &payouts(&world).await[0];
    assert_eq!(made.split_source, SplitSource::Transactions);
    assert_eq!((made.sales_amount, made.refunds_amount), (amount("1000"), amount("-120.55")));
    assert_eq!(made.fees_amount, amount("-45.55"), "29.30 of the charge, 1.25 of the advance, and a fee of 15");
    assert_eq!((made.adjustments_amount, made.other_amount), (amount("5.01"), amount("-49")));
    assert_eq!((made.reserves_amount, made.advances_amount), (amount("-100"), amount("-30")));
    assert_eq!((made.disputes_amount, made.transfers_amount), (amount("-80"), amount("0")));
    assert_eq!(made.amount, amount("579.91"));
    assert!(made.unexplained_amount.is_zero());
}

#[rstest]
#[tokio::test]
async fn what_a_failed_payout_was_to_bring_is_in_the_next_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    let first = pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    becomes(&world, &first, "FAILED");
    sell(&world, "10.00").await;
    sync_payouts(&world).await;
    pay_out(&world);
    sync_payouts(&world).await;
    let made = payouts(&world).await;
    assert_eq!(made[0].status, PayoutStatus::Failed, "it was paid, and came back");
    assert_eq!((made[1].transfers_amount, made[1].sales_amount), (amount("96.80"), amount("10")));
    assert!(made.iter().all(|one| one.unexplained_amount.is_zero() && one.split_source == SplitSource::Transactions));
}

#[rstest]
#[tokio::test]
async fn a_store_without_shopify_payments_has_no_payouts_and_that_is_no_error(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let off = PaymentsSettings { active: Some(false), ..PaymentsSettings::default() };
    world.store.handle().set_payments(&off).unwrap();
    let log = world.log_of(SYNC_PAYOUTS, Filters::new()).await;
    assert!(log.error_message.contains("has no Shopify Payments"), "{}", log.error_message);
    let done = log.summary().unwrap();
    assert_eq!((done.fetched, done.skipped, done.failed, done.calls), (0, 0, 0, 1));
}

#[rstest]
#[case("read_orders", "read_shopify_payments_accounts")]
#[case("read_orders, read_shopify_payments_accounts", "read_shopify_payments_payouts")]
#[tokio::test]
async fn an_app_without_the_scope_is_told_which_one_it_lacks(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] granted: &str,
    #[case] lacking: &str,
) {
    let world = world(engine).await;
    let few = &shops::ActiveModel { granted_scopes: Set(granted.into()), ..Default::default() };
    let write = |tx| async move {
        shops::Entity::update_many().set(few.clone()).exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    let log = world.log_of(SYNC_PAYOUTS, Filters::new()).await;
    assert!(log.error_message.contains(lacking), "{}", log.error_message);
    assert_eq!(world.calls().0, 0);
}

#[rstest]
#[tokio::test]
async fn a_payout_in_a_currency_without_a_rate_is_skipped_until_it_has_one_and_the_rest_goes_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    owe_in_sek(&world);
    pay_out(&world);
    let done = sync_payouts(&world).await;
    assert_eq!((done.skipped, done.failed), (1, 0));
    assert_eq!(payouts(&world).await.len(), 2, "both are here");
    let skipped = world.skipped().await;
    assert_eq!(skipped.len(), 1);
    assert!(skipped[0].cause.contains("SEK"), "{}", skipped[0].cause);
    assert!(skipped[0].remedy.contains("exchange rate"), "{}", skipped[0].remedy);
    let day = payouts(&world).await[0].date.to_string();
    let has_it = world.all::<back_office::currencies::Entity>().await.iter().any(|one| one.code == "SEK");
    if !has_it {
        world
            .keep::<back_office::currencies::Entity>(&[("code", "SEK"), ("displayName", "Swedish krona")])
            .await
            .unwrap();
    }
    set_rate(&world, "SEK", &day, "98").await;
    let done = sync_payouts(&world).await;
    assert_eq!((done.skipped, world.skipped().await.len()), (0, 0));
}

#[rstest]
#[tokio::test]
async fn two_cards_of_one_store_share_its_payouts(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.add_shop("OTHER").await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    world.forget_calls();
    world.log_on("OTHER", SYNC_PAYOUTS, Filters::new()).await;
    assert_eq!((payouts(&world).await.len(), transactions(&world).await.len(), world.calls().0), (1, 2, 1));

    world.forget_calls();
    let both = &NewEntry { filters: Filters::new().with("Shop.code", "DEMO|OTHER"), ..NewEntry::now(SYNC_PAYOUTS) };
    let queue = &world.queue;
    world.test.db.write(|tx| async move { queue.enqueue(&tx, both).await }).await.unwrap();
    world.work().await;
    assert_eq!(world.calls().0, 1, "a store is asked once");
}

/// Books 260 adjustments, of 0.01 to 2.60.
fn book_more_than_a_page(world: &World) {
    for cents in 1..=260 {
        let booked = Adjustment { amount: rust_decimal::Decimal::new(cents, 2), ..Adjustment::default() };
        world.store.handle().adjust_balance(&booked).unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn more_than_a_page_is_read_page_by_page(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    book_more_than_a_page(&world);
    let done = sync_payouts(&world).await;
    assert_eq!((done.created, done.calls), (260, 2));
    pay_out(&world);
    let done = sync_payouts(&world).await;
    assert_eq!((done.updated, done.created, done.calls), (260, 2, 3), "of what the payout is made comes 250 at a time");
    let made = &payouts(&world).await[0];
    assert_eq!((made.amount, made.number_of_transactions), (amount("339.30"), 260));
    assert!(made.unexplained_amount.is_zero());
}

#[rstest]
#[tokio::test]
async fn what_waits_for_a_payout_is_not_asked_for_until_it_is_in_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    book_more_than_a_page(&world);
    sync_payouts(&world).await;
    let done = sync_payouts(&world).await;
    assert_eq!((done.fetched, done.calls, done.points), (0, 1, 60));
}

#[rstest]
#[tokio::test]
async fn a_payout_that_was_called_off_needs_no_rate(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    owe_in_sek(&world);
    let payout = pay_out(&world).remove(0);
    assert_eq!((sync_payouts(&world).await.skipped, world.skipped().await.len()), (1, 1));
    becomes(&world, &payout, "CANCELED");
    assert_eq!((sync_payouts(&world).await.skipped, world.skipped().await.len()), (0, 0));
}
