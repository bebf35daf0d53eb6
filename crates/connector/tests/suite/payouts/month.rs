//! The month's end.

use connector::payouts::SYNC_PAYOUTS;
use connector::payouts::month_end::{MonthEnd, Reason, RecordKind, Section, SectionKind, month_end};
use database::Engine;
use devstore::{Adjustment, PayoutChange, StoreOptions};
use job_queue::Filters;
use outbound::Http;
use rstest::rstest;
use serde_json::json;
use values::money::Amount;

use super::{
    ACCOUNTS, DOCUMENTS, becomes, import_and_post, move_on, owe_in_sek, paid_by, pay_back_and_post, pay_out,
    pay_out_as, payouts, pays_at_once, post_documents, post_journal, post_payouts, sell, sell_by, set_rate, suggest,
    sync_payouts, world, world_in,
};
use crate::store::{graphql_as, line, order, with};
use crate::world::{SHOP, World, amount};

pub async fn month(world: &World) -> MonthEnd {
    let now = world.connector.clock().now();
    let month = now.format("%Y-%m").to_string();
    month_end(&world.connector, SHOP, &month).await.unwrap()
}

pub fn section(month: &MonthEnd, kind: SectionKind) -> Section {
    month.sections.iter().find(|section| section.kind == kind).unwrap().clone()
}

fn reasons(section: &Section) -> Vec<(Reason, Amount)> {
    section.explained.iter().map(|one| (one.reason, one.amount)).collect()
}

fn sides(section: &Section) -> (Amount, Amount, Amount) {
    (section.shopify, section.ledger, section.rest)
}

#[rstest]
#[tokio::test]
async fn a_month_in_which_all_is_posted_ends_in_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    let id = sell(&world, "100.00").await;
    sell(&world, "249.90").await;
    import_and_post(&world).await;
    pay_back_and_post(&world, &id, "30.00").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    post_payouts(&world).await;
    let month = month(&world).await;
    assert_eq!(month.remarks, Vec::<String>::new());
    assert_eq!(month.sections.len(), 6);
    for section in &month.sections {
        assert_eq!(section.shopify, section.ledger, "{section:#?}");
        assert!(section.rest.is_zero() && section.explained.is_empty(), "{section:#?}");
    }
    assert_eq!(section(&month, SectionKind::Sales).shopify, amount("349.90"));
    assert_eq!(section(&month, SectionKind::Refunds).shopify, amount("-30"));
    assert_eq!(section(&month, SectionKind::Payments).shopify, amount("319.90"));
    assert_eq!(section(&month, SectionKind::Payouts).shopify, amount("309.15"), "less fees of 3.20 and 7.55");
    assert_eq!(section(&month, SectionKind::Fees).shopify, amount("10.75"));
    assert_eq!(section(&month, SectionKind::Clearing).shopify, amount("0"));
}

#[rstest]
#[tokio::test]
async fn what_is_not_done_yet_is_named_step_by_step_and_nothing_is_left(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    sell(&world, "100.00").await;
    world.set(&[("returnAndRefundProcess", "Import Only"), ("autoCreateOrders", "false")]).await;
    world.sync_orders().await;
    sync_payouts(&world).await;
    let now = month(&world).await;
    let sales = section(&now, SectionKind::Sales);
    assert_eq!(sides(&sales), (amount("100"), amount("0"), amount("0")));
    assert_eq!(reasons(&sales), [(Reason::NotDocumented, amount("100"))]);
    let clearing = section(&now, SectionKind::Clearing);
    assert_eq!(sides(&clearing), (amount("96.80"), amount("0"), amount("0")));
    assert_eq!(reasons(&clearing), [(Reason::NotDocumented, amount("100")), (Reason::FeesToCome, amount("-3.20"))]);

    world.create_sales_orders().await;
    let now = month(&world).await;
    assert_eq!(reasons(&section(&now, SectionKind::Sales)), [(Reason::NotPosted, amount("100"))]);
    assert_eq!(reasons(&section(&now, SectionKind::Payments)), [(Reason::NotPosted, amount("100"))]);

    post_documents(&world).await;
    let now = month(&world).await;
    assert_eq!(reasons(&section(&now, SectionKind::Sales)), []);
    let clearing = section(&now, SectionKind::Clearing);
    assert_eq!(sides(&clearing), (amount("96.80"), amount("100"), amount("0")));
    assert_eq!(reasons(&clearing), [(Reason::FeesToCome, amount("-3.20"))]);

    let paid = pay_out(&world).remove(0);
    sync_payouts(&world).await;
    let now = month(&world).await;
    assert_eq!(reasons(&section(&now, SectionKind::Payouts)), [(Reason::InTransit, amount("96.80"))]);
    assert_eq!(reasons(&section(&now, SectionKind::Clearing)), [(Reason::InTransit, amount("-100"))]);

    becomes(&world, &paid, "PAID");
    sync_payouts(&world).await;
    let now = month(&world).await;
    assert_eq!(reasons(&section(&now, SectionKind::Fees)), [(Reason::PayoutNotJournalled, amount("3.20"))]);
    assert_eq!(reasons(&section(&now, SectionKind::Clearing)), [(Reason::PayoutNotJournalled, amount("-100"))]);
    post_payouts(&world).await;
    for section in month(&world).await.sections {
        assert!(section.explained.is_empty() && section.rest.is_zero(), "{section:#?}");
    }
}

#[rstest]
#[tokio::test]
async fn what_is_held_back_what_others_pay_and_what_people_post_is_told_apart(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    super::map(&world, "vipps", "CARD").await;
    sell(&world, "100.00").await;
    sell_by(&world, "40.00", &[("vipps", "40.00")]).await;
    import_and_post(&world).await;
    let held = Adjustment { kind: Some("RESERVED_FUNDS".into()), amount: (-20).into(), ..Adjustment::default() };
    world.store.handle().adjust_balance(&held).unwrap();
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    post_payouts(&world).await;
    let clearing = section(&month(&world).await, SectionKind::Clearing);
    assert_eq!(sides(&clearing), (amount("0"), amount("60"), amount("0")));
    assert_eq!(reasons(&clearing), [(Reason::HeldBack, amount("-20")), (Reason::OtherGateway, amount("-40"))]);
}

#[rstest]
#[tokio::test]
async fn a_payment_that_no_journal_has_is_named_by_its_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    sync_payouts(&world).await;
    let payments = section(&month(&world).await, SectionKind::Payments);
    assert_eq!(reasons(&payments), [(Reason::NotJournalled, amount("100"))]);
    assert_eq!(payments.explained[0].items[0].number, "#1001");
    assert_eq!(payments.figures[0].name, "shopify_payments");
}

#[rstest]
#[tokio::test]
async fn a_payout_that_was_posted_and_came_back_is_found(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    let first = pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    post_payouts(&world).await;
    becomes(&world, &first, "FAILED");
    sync_payouts(&world).await;
    sync_payouts(&world).await;
    let now = month(&world).await;
    let clearing = section(&now, SectionKind::Clearing);
    assert_eq!(sides(&clearing), (amount("96.80"), amount("0"), amount("96.80")), "Shopify owes it again");
    assert_eq!(reasons(&clearing), [(Reason::Differs, amount("96.80"))]);
    let paid_out = section(&now, SectionKind::Payouts);
    assert_eq!(sides(&paid_out), (amount("0"), amount("96.80"), amount("-96.80")), "the bank has it no more");
    assert_eq!(paid_out.explained[0].items[0].id, Some(payouts(&world).await[0].id));
}

#[rstest]
#[tokio::test]
async fn what_shopify_kept_of_a_payout_whose_transactions_are_in_another_counts_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    pays_at_once(&world, "shopify_payments").await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    pay_out_as(&world, "FAILED");
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    move_on(&world).await;
    post_payouts(&world).await;
    let now = month(&world).await;
    for section in &now.sections {
        assert!(section.explained.is_empty() && section.rest.is_zero(), "{section:#?}");
    }
    assert_eq!(section(&now, SectionKind::Fees).shopify, amount("3.20"));
    assert_eq!(section(&now, SectionKind::Payouts).shopify, amount("96.80"));
}

#[rstest]
#[tokio::test]
async fn what_payouts_of_another_store_take_off_the_same_account_is_told_as_theirs(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (domain, token) = ("south.myshopify.com", "shpat_south");
    let others = vec![StoreOptions::new(domain, token)];
    let network = |store: &devstore::Devstore, _: &runtime::Clock| Http::in_process(store.router());
    let world = World::beside(engine, "NOK", others, network).await;
    world.set(&DOCUMENTS).await;
    world.set(&ACCOUNTS).await;
    pays_at_once(&world, "shopify_payments").await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;

    world.add_shop_of("SOUTH", domain, token).await;
    world.set_on("SOUTH", &ACCOUNTS).await;
    let document = "mutation($order: OrderCreateOrderInput!) {
        orderCreate(order: $order) { userErrors { message field } } }";
    let sold = with(order(vec![line("3000", 1, "100.00")]), paid_by(&[("shopify_payments", "100.00")]));
    let said = graphql_as(&world.store, token, document, json!({ "order": sold })).await;
    assert_eq!(said["orderCreate"]["userErrors"], json!([]));
    let theirs = world.store.handle().pay_out(Some(domain)).unwrap().remove(0);
    let change = PayoutChange { store: Some(domain.into()), payout: theirs.clone(), status: "PAID".into() };
    world.store.handle().change_payout(&change).unwrap();
    world.log_on("SOUTH", SYNC_PAYOUTS, Filters::new()).await;

    let made = payouts(&world).await;
    assert_eq!(suggest(&world, &made).await.unwrap().payouts, 2);
    post_journal(&world, "GENERAL").await;
    let clearing = section(&month(&world).await, SectionKind::Clearing);
    assert_eq!(sides(&clearing), (amount("0"), amount("-100"), amount("0")));
    assert_eq!(reasons(&clearing), [(Reason::OtherEntries, amount("100"))]);
    let told = &clearing.explained[0].items[0];
    assert_eq!((told.kind, theirs.ends_with(&format!("/{}", told.number))), (RecordKind::Payout, true));
}

#[rstest]
#[tokio::test]
async fn what_a_currency_has_gained_is_told_by_the_records_that_it_is_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world_in(engine, "DKK").await;
    pays_at_once(&world, "shopify_payments").await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    sync_payouts(&world).await;
    set_rate(&world, "NOK", "2026-03-20", "70").await;
    let now = month(&world).await;
    let clearing = section(&now, SectionKind::Clearing);
    // 96.80 at 70 to 100; the payment was posted at 65.
    assert_eq!(sides(&clearing), (amount("67.76"), amount("65"), amount("0")));
    assert_eq!(reasons(&clearing), [(Reason::FeesToCome, amount("-2.24")), (Reason::ExchangeRates, amount("5"))]);
    for kind in [SectionKind::Sales, SectionKind::Payments] {
        assert_eq!(
            sides(&section(&now, kind)),
            (amount("65"), amount("65"), amount("0")),
            "worth what it was posted with"
        );
    }
}

#[rstest]
#[tokio::test]
async fn a_currency_without_a_rate_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    owe_in_sek(&world);
    sync_payouts(&world).await;
    let now = month(&world).await;
    assert_eq!(now.remarks.len(), 1, "{:?}", now.remarks);
    assert!(now.remarks[0].starts_with("SEK has no exchange rate on 2026-03-31"), "{:?}", now.remarks);
    assert_eq!(section(&now, SectionKind::Clearing).shopify, amount("20"), "it counts as it is");
}

#[rstest]
#[tokio::test]
async fn without_a_clearing_account_the_rest_is_compared_and_the_field_is_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("paymentsClearingAccount", "")]).await;
    let now = month(&world).await;
    assert_eq!(now.sections.len(), 5);
    assert!(now.remarks[0].contains("Payments Clearing Account"), "{:?}", now.remarks);
    assert!(month_end(&world.connector, SHOP, "November").await.is_err());
}
