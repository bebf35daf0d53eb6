//! A month of business, as a shop has one, up to its end.

use connector::payouts::SUGGEST_PAYMENTS;
use connector::payouts::month_end::SectionKind;
use connector::payouts::options::PayoutStatus;
use connector::payouts::staged::payout;
use database::Engine;
use devstore::{Adjustment, NewDispute};
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};

use super::month::{month, section};
use super::{
    CLEARING, balance, import_and_post, journal_lines, paid_by, pay_back, payouts, post_journal, sell, sell_by,
    suggest, sync_payouts, world,
};
use crate::store::{self, kroner, line, order, with};
use crate::world::{World, amount};

/// An order with tax and shipping of 150 that is paid by Shopify Payments. Gives its id.
async fn sell_taxed(world: &World) -> String {
    let taxed = |base: Value, tax: &str| {
        with(base, json!({ "taxLines": [{ "title": "MVA", "rate": "0.25", "priceSet": kroner(tax) }] }))
    };
    let shipping = taxed(json!({ "title": "Standard", "priceSet": kroner("50.00") }), "10.00");
    let goods = order(vec![taxed(line("1000", 1, "100.00"), "20.00")]);
    let sold = with(with(goods, json!({ "shippingLines": [shipping] })), paid_by(&[("shopify_payments", "150.00")]));
    store::place(&world.store, sold).await
}

/// What is done once a week: documents, payments and payouts are posted.
async fn keep_books(world: &World) {
    import_and_post(world).await;
    world.run_with(SUGGEST_PAYMENTS, Filters::new()).await;
    if !journal_lines(world).await.is_empty() {
        post_journal(world, "CASHRCPT").await;
        world.advance(1);
    }
    sync_payouts(world).await;
    let new = |payout: &payout::Model| payout.status == PayoutStatus::Paid && payout.journal_document_number.is_blank();
    let paid: Vec<_> = payouts(world).await.into_iter().filter(new).collect();
    if !paid.is_empty() {
        assert_eq!(suggest(world, &paid).await.unwrap().refused, []);
        post_journal(world, "GENERAL").await;
    }
}

/// No payment method has an account, as in a new company.
#[rstest]
#[tokio::test]
async fn a_month_of_business_ends_in_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    const DAY: u64 = 24 * 60;
    let world = world(engine).await;
    for week in 1..=3 {
        let returned = sell(&world, "249.90").await;
        for day in 1..=5 {
            sell(&world, &format!("{week}{day}3.37")).await;
            sell_by(&world, "199.00", &[("gift_card", "50.00"), ("shopify_payments", "149.00")]).await;
            sell_by(&world, &format!("7{day}.10"), &[("vipps", &format!("7{day}.10"))]).await;
            world.advance(DAY);
        }
        let disputed = sell_taxed(&world).await;
        import_and_post(&world).await;
        world.store.handle().open_dispute(&NewDispute { order: Some(disputed), ..NewDispute::default() }).unwrap();
        let credit = Adjustment { amount: "12.34".parse().unwrap(), ..Adjustment::default() };
        world.store.handle().adjust_balance(&credit).unwrap();
        pay_back(&world, &returned, &format!("{week}9.95")).await;
        world.advance(2 * DAY);
        keep_books(&world).await;
    }
    world.advance(6 * DAY);
    keep_books(&world).await;
    let now = month(&world).await;
    assert_eq!((now.sections.len(), now.remarks.len()), (6, 0));
    for section in &now.sections {
        assert_eq!(section.shopify, section.ledger, "{section:#?}");
        assert!(section.rest.is_zero() && section.explained.is_empty(), "{section:#?}");
    }
    let figures = |kind| section(&now, kind).figures.into_iter().map(|one| one.name).collect::<Vec<_>>();
    assert_eq!(figures(SectionKind::Sales), ["shipping", "taxes"]);
    assert_eq!(figures(SectionKind::Payouts), ["sales", "refunds", "fees", "adjustments", "disputes"]);
    let of = |kind| section(&now, kind).shopify;
    assert!(of(SectionKind::Payouts) > amount("0") && of(SectionKind::Fees) > amount("0"));
    assert_eq!(of(SectionKind::Refunds), amount("-89.85"));
    assert_eq!((of(SectionKind::Clearing), balance(&world, CLEARING).await), (amount("0"), amount("0")));
    assert!(payouts(&world).await.iter().all(|payout| payout.status == PayoutStatus::Paid));
}
