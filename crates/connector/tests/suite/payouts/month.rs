//! The month's end.

use connector::payouts::month_end::{MonthEnd, Reason, Section, SectionKind, month_end};
use database::Engine;
use devstore::Adjustment;
use rstest::rstest;
use values::money::Amount;

use super::{
    becomes, pay_back, pay_out, payouts, pays_at_once, post_document, post_documents, post_journal, sell, sell_by,
    suggest, sync_payouts, world,
};
use crate::world::{SHOP, World, amount};

async fn month(world: &World) -> MonthEnd {
    let now = world.connector.clock().now();
    let month = now.format("%Y-%m").to_string();
    month_end(&world.connector, SHOP, &month).await.unwrap()
}

fn section(month: &MonthEnd, kind: SectionKind) -> Section {
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
    world.sync_orders().await;
    post_documents(&world).await;
    pay_back(&world, &id, "30.00").await;
    world.advance(5);
    world.sync_orders().await;
    post_documents(&world).await;
    let paid = pay_out(&world).remove(0);
    becomes(&world, &paid, "PAID");
    sync_payouts(&world).await;
    suggest(&world, &payouts(&world).await).await.unwrap();
    post_journal(&world, "GENERAL").await;
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
    suggest(&world, &payouts(&world).await).await.unwrap();
    post_journal(&world, "GENERAL").await;
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
    world.sync_orders().await;
    post_documents(&world).await;
    let held = Adjustment { kind: Some("RESERVED_FUNDS".into()), amount: (-20).into(), ..Adjustment::default() };
    world.store.handle().adjust_balance(&held).unwrap();
    let paid = pay_out(&world).remove(0);
    becomes(&world, &paid, "PAID");
    sync_payouts(&world).await;
    suggest(&world, &payouts(&world).await).await.unwrap();
    post_journal(&world, "GENERAL").await;
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
    world.sync_orders().await;
    let document = world.sales_orders().await[0].id;
    post_document(&world, document).await;
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
    world.sync_orders().await;
    post_documents(&world).await;
    let first = pay_out(&world).remove(0);
    becomes(&world, &first, "PAID");
    sync_payouts(&world).await;
    suggest(&world, &payouts(&world).await).await.unwrap();
    post_journal(&world, "GENERAL").await;
    becomes(&world, &first, "FAILED");
    sync_payouts(&world).await;
    sync_payouts(&world).await;
    let clearing = section(&month(&world).await, SectionKind::Clearing);
    assert!(clearing.rest.is_zero());
    assert_eq!(sides(&clearing), (amount("96.80"), amount("0"), amount("0")), "Shopify owes it again");
    assert_eq!(reasons(&clearing), [(Reason::Differs, amount("96.80"))]);
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
