//! Payouts, their journal, and the month's end.

use axum::http::Method;
use connector::payouts::options::{PayoutDirection, PayoutStatus, SplitSource};
use connector::payouts::staged::payout;
use connector::shops;
use database::Engine;
use devstore::{Adjustment, NewDispute};
use rstest::rstest;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect};
use serde_json::{Value, json};
use values::Code;
use values::money::Amount;

use crate::world::World;

const SUGGEST: &str = "/api/v1/shopifyPayouts/Kobling.suggestJournal";

/// A payout of 96.80 that the bank has.
async fn paid(world: &World) -> uuid::Uuid {
    let nothing = Amount::ZERO;
    let amount = |text: &str| text.parse().unwrap();
    let row = &payout::Model {
        id: world.app.random.id(world.app.clock.now()),
        shopify_payout_id: 5001,
        store: "store.myshopify.com".into(),
        shop_code: Code::cut("SHOP"),
        status: PayoutStatus::Paid,
        direction: PayoutDirection::Deposit,
        issued_at: world.app.clock.now(),
        date: world.app.clock.now().date_naive(),
        currency: Code::cut("NOK"),
        amount: amount("96.80"),
        external_trace_id: "TRACE".into(),
        sales_amount: amount("100"),
        refunds_amount: nothing,
        fees_amount: amount("-3.20"),
        adjustments_amount: nothing,
        reserves_amount: nothing,
        disputes_amount: nothing,
        advances_amount: nothing,
        transfers_amount: nothing,
        other_amount: nothing,
        unexplained_amount: nothing,
        split_source: SplitSource::Summary,
        transactions_amount: nothing,
        number_of_transactions: 0,
        adjustments_fee: nothing,
        adjustments_gross: nothing,
        advance_fees: nothing,
        advance_gross: nothing,
        charges_fee: amount("3.20"),
        charges_gross: amount("100"),
        refunds_fee: nothing,
        refunds_gross: nothing,
        reserved_funds_fee: nothing,
        reserved_funds_gross: nothing,
        retried_payouts_fee: nothing,
        retried_payouts_gross: nothing,
        usdc_rebate_credit_amount: nothing,
        journal_document_number: Code::blank(),
    };
    let write = |tx| async move {
        payout::Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.app.db.write(write).await.unwrap();
    row.id
}

async fn shop(world: &World) -> String {
    let find = shops::Entity::find().select_only().column(shops::Column::Id).into_tuple::<uuid::Uuid>();
    let read = |r| async move { database::Result::<_>::Ok(find.one(&r).await?) };
    world.app.db.read(read).await.unwrap().unwrap().to_string()
}

#[rstest]
#[tokio::test]
async fn a_payout_is_put_into_the_journal_and_says_so(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 1).await;
    let id = paid(&world).await;
    let status = async || {
        let all = world.read("/api/v1/shopifyPayouts").await.expect(200);
        all["value"][0]["journalStatus"].clone()
    };
    assert_eq!(status().await, "");
    let reply = world.call(Method::POST, SUGGEST).body(json!({ "ids": [id] })).send(&world.router).await;
    assert!(reply.message(400).contains("Payments Clearing Account on the card of the shop SHOP is blank"));
    let card = json!({ "payoutBankAccount": "MAIN", "paymentsClearingAccount": "1580", "paymentFeesAccount": "7780" });
    world.change(Method::PATCH, format!("shopifyShops/{}", shop(&world).await), card).await.expect(200);
    let reply = world.call(Method::POST, SUGGEST).body(json!({ "ids": [id] })).send(&world.router).await.expect(200);
    assert_eq!((&reply["payouts"], &reply["lines"], &reply["refused"]), (&json!(1), &json!(2), &json!([])));
    assert_eq!(status().await, "In Journal");
    let lines = world.read("/api/v1/journalLines").await.expect(200);
    let told = |line: &Value| (line["accountNumber"].clone(), line["amount"].clone(), line["sourceId"].clone());
    let mut told: Vec<_> = lines["value"].as_array().unwrap().iter().map(told).collect();
    told.sort_by_key(|(_, _, source)| source.to_string());
    assert_eq!(told, [(json!("MAIN"), json!(96.8), json!("5001")), (json!("7780"), json!(3.2), json!("5001/2"))]);
    let journal = reply["journalId"].as_str().unwrap();
    world.call(Method::POST, format!("/api/v1/journals/{journal}/Kobling.post")).send(&world.router).await.expect(200);
    assert_eq!(status().await, "Posted");
    let of_payout = "/api/v1/generalLedgerEntries?$filter=sourceKind eq 'Shopify Payout' and sourceId eq '5001'";
    assert_eq!(world.read(of_payout).await.expect(200)["value"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn payouts_that_are_not_there_are_refused() {
    let world = World::with_orders(Engine::Sqlite, 1).await;
    let refused = async |ids: &[&str]| {
        let reply = world.call(Method::POST, SUGGEST).body(json!({ "ids": ids })).send(&world.router).await;
        reply.message(400)
    };
    assert!(refused(&[]).await.contains("no payout is chosen"));
    let missing = "0192aaaa-0000-7000-8000-000000000000";
    assert!(refused(&[missing]).await.contains(missing));
}

#[rstest]
#[tokio::test]
async fn what_moved_the_balance_and_what_is_disputed_is_listed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, store) = World::with_store(engine, 0).await;
    let credit = Adjustment { amount: 900.into(), ..Adjustment::default() };
    store.handle().adjust_balance(&credit).unwrap();
    let dispute = NewDispute { amount: Some(250.into()), ..NewDispute::default() };
    store.handle().open_dispute(&dispute).unwrap();
    let card = json!({ "paymentsClearingAccount": "1580" });
    world.change(Method::PATCH, format!("shopifyShops/{}", shop(&world).await), card).await.expect(200);
    for object in [30105, 30120] {
        world.sync(json!({ "object": object })).await.expect(202);
        world.work().await;
    }
    let moved = world.read("/api/v1/shopifyPaymentTransactions?$orderby=amount desc").await.expect(200);
    let told = |one: &Value| ["type", "group", "currency", "amount", "netAmount"].map(|name| one[name].clone());
    let told: Vec<_> = moved["value"].as_array().unwrap().iter().map(told).collect();
    assert_eq!(told[0], [json!("ADJUSTMENT"), json!("Adjustments"), json!("NOK"), json!(900), json!(900)]);
    let withdrawn = [json!("DISPUTE_WITHDRAWAL"), json!("Disputes"), json!("NOK"), json!(-250), json!(-250)];
    assert!(told.contains(&withdrawn), "{told:?}");

    let disputes = world.read("/api/v1/shopifyDisputes").await.expect(200);
    let [dispute] = disputes["value"].as_array().unwrap().as_slice() else { panic!("{disputes}") };
    let told = ["type", "status", "reason", "amount", "currency", "decided"].map(|name| dispute[name].clone());
    let expected = [json!("Chargeback"), json!("Needs Response"), json!("Fraudulent"), json!(250), json!("NOK")];
    assert_eq!((&told[..5], &told[5]), (&expected[..], &json!(false)));
    assert!(dispute["evidenceDueBy"].is_string() && dispute["finalizedOn"].is_null(), "{dispute}");
}

#[rstest]
#[tokio::test]
async fn the_month_of_a_shop_is_told_section_by_section(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_orders(engine, 1).await;
    let path = format!("/api/v1/shopifyShops/{}/Kobling.monthEnd", shop(&world).await);
    let month = world.read(format!("{path}?month=2026-11")).await.expect(200);
    assert_eq!((&month["from"], &month["to"]), (&json!("2026-11-01"), &json!("2026-11-30")));
    let sections: Vec<_> = month["sections"].as_array().unwrap().iter().map(|one| one["section"].clone()).collect();
    assert_eq!(sections, ["Sales", "Refunds", "Payments", "Payouts", "Fees"]);
    assert!(month["sections"].as_array().unwrap().iter().all(|section| section["rest"] == json!(0)));
    assert!(month["remarks"][0].as_str().unwrap().contains("Payments Clearing Account"));
    world.read(path.clone()).await.expect(200);
    assert!(world.read(format!("{path}?month=November")).await.message(400).contains("is no month"));
}
