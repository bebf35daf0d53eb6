//! The journal of a payout.

use connector::payouts::journal::standing_of;
use connector::payouts::options::{JournalStatus, PayoutDirection, SplitSource};
use database::Engine;
use devstore::Adjustment;
use rstest::rstest;

use super::{
    ADJUSTMENTS, CLEARING, FEES, balance, import_and_post, journal_lines, move_on, pay_back_and_post, pay_out,
    pay_out_as, payouts, pays_at_once, post_journal, post_payouts, sell, suggest, sync_payouts, world, world_in,
};
use crate::world::{World, amount};

async fn standing(world: &World) -> Vec<JournalStatus> {
    let ids: Vec<_> = payouts(world).await.iter().map(|payout| payout.id).collect();
    let all = &ids;
    let found = world.test.db.read(|r| async move { standing_of(&r, all).await }).await.unwrap();
    ids.iter().map(|id| found[id]).collect()
}

#[rstest]
#[tokio::test]
async fn a_payout_goes_from_the_clearing_account_to_the_bank_less_its_fees(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    assert_eq!(balance(&world, CLEARING).await, amount("100"));
    let credit = Adjustment { amount: "1.01".parse().unwrap(), ..Adjustment::default() };
    world.store.handle().adjust_balance(&credit).unwrap();
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    assert_eq!(standing(&world).await, [JournalStatus::None]);
    let made = payouts(&world).await;
    let suggested = suggest(&world, &made).await.unwrap();
    assert_eq!((suggested.payouts, suggested.lines, suggested.refused), (1, 3, vec![]));
    assert_eq!(standing(&world).await, [JournalStatus::Suggested]);
    let lines = journal_lines(&world).await;
    let said: Vec<_> = lines.iter().map(|line| (line.account_number.as_str(), line.amount.to_string())).collect();
    assert_eq!(said, [("MAIN", "97.81".to_owned()), (FEES, "3.2".to_owned()), (ADJUSTMENTS, "-1.01".to_owned())]);
    assert!(lines.iter().all(|line| line.balancing_account_number == CLEARING && line.posting_date == made[0].date));
    post_journal(&world, "GENERAL").await;
    assert_eq!(standing(&world).await, [JournalStatus::Posted]);
    assert_eq!(balance(&world, CLEARING).await, amount("0"));
    assert_eq!((balance(&world, "1920").await, balance(&world, FEES).await), (amount("97.81"), amount("3.20")));
    assert_eq!(balance(&world, ADJUSTMENTS).await, amount("-1.01"));
}

#[rstest]
#[tokio::test]
async fn a_payout_stands_in_a_journal_once_and_is_posted_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    let made = payouts(&world).await;
    suggest(&world, &made).await.unwrap();
    let again = suggest(&world, &made).await.unwrap_err().to_string();
    assert!(again.contains("stands in a journal already"), "{again}");
    post_journal(&world, "GENERAL").await;
    let again = suggest(&world, &made).await.unwrap_err().to_string();
    assert!(again.contains("is posted already"), "{again}");
    assert_eq!(journal_lines(&world).await, []);
    assert_eq!(balance(&world, "1920").await, amount("96.80"));
}

#[rstest]
#[tokio::test]
async fn what_can_not_be_posted_is_told_and_holds_the_others_not_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    sell(&world, "50.00").await;
    pay_out(&world);
    sync_payouts(&world).await;
    let suggested = suggest(&world, &payouts(&world).await).await.unwrap();
    assert_eq!((suggested.payouts, suggested.refused.len()), (1, 1));
    assert!(suggested.refused[0].reason.contains("is Scheduled and not Paid"), "{:?}", suggested.refused);
}

#[rstest]
#[tokio::test]
async fn a_blank_account_on_the_shop_card_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    world.set(&[("paymentFeesAccount", "")]).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    let refused = suggest(&world, &payouts(&world).await).await.unwrap_err().to_string();
    assert!(refused.starts_with("Payment Fees Account on the card of the shop DEMO is blank"), "{refused}");
    assert_eq!(journal_lines(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn a_payout_in_another_currency_is_posted_by_its_rate_and_every_line_balances(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world_in(engine, "DKK").await;
    sell(&world, "100.00").await;
    sell(&world, "33.33").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    suggest(&world, &payouts(&world).await).await.unwrap();
    assert!(journal_lines(&world).await.iter().all(|line| line.currency_code == "NOK"));
    post_journal(&world, "GENERAL").await;
    // 128.86 and 4.47 at 65 to 100.
    assert_eq!((balance(&world, "1920").await, balance(&world, FEES).await), (amount("83.76"), amount("2.91")));
    assert_eq!(balance(&world, CLEARING).await, amount("-86.67"));
}

#[rstest]
#[tokio::test]
async fn of_a_payout_that_came_back_only_what_shopify_kept_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values("FAILED", "CANCELED")] status: &str,
) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    pay_out_as(&world, status);
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    post_payouts(&world).await;
    assert_eq!((balance(&world, "1920").await, balance(&world, FEES).await), (amount("96.80"), amount("3.20")));
    assert_eq!(balance(&world, CLEARING).await, amount("0"));
}

#[rstest]
#[tokio::test]
async fn of_a_payout_that_came_back_nothing_is_posted_once_its_transactions_are_in_another(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "FAILED");
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    move_on(&world).await;
    let suggested = suggest(&world, &payouts(&world).await).await.unwrap();
    assert_eq!((suggested.payouts, suggested.refused.len()), (1, 1));
    assert!(suggested.refused[0].reason.contains("are in another payout"), "{:?}", suggested.refused);
    post_journal(&world, "GENERAL").await;
    assert_eq!((balance(&world, "1920").await, balance(&world, FEES).await), (amount("96.80"), amount("3.20")));
}

#[rstest]
#[tokio::test]
async fn what_shopify_takes_from_the_bank_is_posted_the_other_way(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    let order = sell(&world, "100.00").await;
    import_and_post(&world).await;
    pay_out_as(&world, "PAID");
    pay_back_and_post(&world, &order, "50.00").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    let made = payouts(&world).await;
    assert_eq!((&made[1].direction, made[1].amount), (&PayoutDirection::Withdrawal, amount("-50")));
    assert_eq!((made[1].refunds_amount, made[1].split_source), (amount("-50"), SplitSource::Transactions));
    suggest(&world, &made).await.unwrap();
    post_journal(&world, "GENERAL").await;
    assert_eq!((balance(&world, "1920").await, balance(&world, CLEARING).await), (amount("46.80"), amount("0")));
}
