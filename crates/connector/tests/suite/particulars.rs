//! What single orders are like: taxed or not, risky or not, with what numbers, archived, with many returns.

use back_office::item_journal::{self, EntryType};
use back_office::posting::{self, post_item_journal};
use back_office::sales::{self, DocumentType};
use back_office::{items, sales_tax};
use connector::mappings::tax_area;
use connector::orders::refunds::{self, staged::returned};
use connector::orders::staged::{attribute, risk, tax_line};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};
use values::Code;

use crate::edits::edit;
use crate::paid_back::{self, give_back};
use crate::refunding::{documents, pay_back, place, refunds as staged_refunds, sell, world as refunding};
use crate::store::{self, graphql, kroner, line, order, with};
use crate::world::{World, kari};

/// A tax area in New York, and where it is.
async fn new_york(world: &World) -> Value {
    world.set(&[("taxAreaPriority", "Ship-to -> Sell-to -> Bill-to")]).await;
    world.keep::<sales_tax::area::Entity>(&[("code", "NEWYORK")]).await.unwrap();
    let new_york = |area: &tax_area::Model| area.county == "New York";
    let taxed = [("taxAreaCode", "NEWYORK"), ("taxLiable", "true")];
    world.mend::<tax_area::Entity>(new_york, &taxed).await.unwrap();
    json!({ "shippingAddress": { "city": "Albany", "province": "New York", "provinceCode": "NY", "countryCode": "US",
        "address1": "1 Main St" } })
}

#[rstest]
#[tokio::test]
async fn who_is_exempt_keeps_the_tax_area_and_is_liable_nowhere(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let there = new_york(&world).await;
    let exempt = json!({ "customer": { "toUpsert": { "email": "kari@example.com", "taxExempt": true } } });
    store::place(&world.store, with(with(order(vec![line("1000", 1, "125.00")]), there), exempt)).await;
    world.sync_orders().await;
    let staged = &world.staged().await[0];
    assert!(staged.tax_exempt);
    assert_eq!((staged.tax_area_code.as_str(), staged.tax_liable), ("NEWYORK", false));
    world.create_sales_orders().await;
    let document = &world.sales_orders().await[0];
    assert_eq!((document.tax_area_code.as_str(), document.tax_liable), ("NEWYORK", false));
}

#[rstest]
#[tokio::test]
async fn a_memo_is_taxed_where_its_order_was(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = refunding(engine).await;
    let there = new_york(&world).await;
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", there).await;
    pay_back(&world, &id, vec![], "30.00").await;
    let memo = &documents(&world).await[0];
    assert_eq!((memo.tax_area_code.as_str(), memo.tax_liable), ("NEWYORK", true));
}

#[rstest]
#[tokio::test]
async fn a_low_risk_is_staged_and_is_no_high_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    let document = "mutation($order: ID!) { orderRiskAssessmentCreate(orderRiskAssessmentInput: { orderId: $order,
        riskLevel: LOW, facts: [{ description: \"Known for years\", sentiment: POSITIVE },
        { description: \"Same address\", sentiment: NEUTRAL }] }) { userErrors { message } } }";
    graphql(&world.store, document, json!({ "order": id })).await;
    world.sync_orders().await;
    let rows = world.all::<risk::Entity>().await;
    assert_eq!(rows.len(), 2, "one for each fact");
    assert!(rows.iter().all(|row| row.level.caption() == "Low"));
    assert!(!world.staged().await[0].high_risk);
}

#[rstest]
#[tokio::test]
async fn a_number_that_begins_with_an_at_sign_keeps_its_own_order_out_only(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), json!({ "name": "@1" }))).await;
    world.sync_orders().await;
    assert!(!world.staged().await[0].use_shopify_order_number, "it is as the shop card was");
    world.set(&[("useShopifyOrderNumber", "true")]).await;
    for name in ["@2", "#3"] {
        store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), json!({ "name": name }))).await;
    }
    world.sync_orders().await;
    let summary = world.create_sales_orders().await;
    assert_eq!((summary.created, summary.failed), (2, 1));
    let [third, first, second] = &world.staged().await[..] else { panic!("three orders") };
    assert!(second.use_shopify_order_number && second.has_error && !second.processed);
    assert!(second.error_message.contains("@2"), "{}", second.error_message);
    assert_eq!(third.sales_order_number, "#3");
    assert!(first.processed && first.sales_order_number != "@1");
}

#[rstest]
#[tokio::test]
async fn an_order_of_which_nothing_is_to_be_sent_is_invoiced(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let nothing = |text: String| text.replace("\"UNFULFILLED\"", "\"FULFILLMENT_NOT_REQUIRED\"");
    let world = World::spoilt(engine, nothing).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    assert_eq!(world.sales_orders().await[0].document_type, DocumentType::Invoice);
}

#[rstest]
#[tokio::test]
async fn a_known_order_that_is_archived_is_refreshed(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    world.advance(5);
    let document = "mutation($id: ID!) { orderClose(input: { id: $id }) { userErrors { message } } }";
    graphql(&world.store, document, json!({ "id": id })).await;
    assert_eq!(world.sync_orders().await.updated, 1);
    assert!(world.staged().await[0].closed);
    let document = "mutation($id: ID!) { orderOpen(input: { id: $id }) { userErrors { message } } }";
    graphql(&world.store, document, json!({ "id": id })).await;
    world.advance(5);
    world.sync_orders().await;
    assert!(!world.staged().await[0].closed);
}

/// D14.
#[rstest]
#[tokio::test]
async fn taxes_of_lines_and_attributes_are_those_of_now(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let tax = json!({ "taxLines": [{ "title": "MVA", "rate": "0.25", "priceSet": kroner("25.00") }] });
    let wish = json!({ "customAttributes": [{ "key": "gift", "value": "no" }] });
    let id = store::place(&world.store, with(order(vec![with(line("1000", 1, "125.00"), tax)]), wish)).await;
    world.sync_orders().await;
    edit(&world, &id, &[("SetQuantity", json!(["$0", 2]))]).await;
    let changed = json!({ "id": id, "customAttributes": [{ "key": "gift", "value": "yes" }] });
    let document = "mutation($input: OrderInput!) { orderUpdate(input: $input) { userErrors { message } } }";
    graphql(&world.store, document, json!({ "input": changed })).await;
    world.advance(5);
    world.sync_orders().await;
    let mut taxes = world.all::<tax_line::Entity>().await;
    taxes.retain(|tax| tax.parent_type == tax_line::Parent::OrderLine);
    assert_eq!(taxes.iter().map(|tax| tax.amount).collect::<Vec<_>>(), [50.into()]);
    let wishes = world.all::<attribute::Entity>().await;
    assert_eq!(wishes.iter().map(|wish| wish.value.as_str()).collect::<Vec<_>>(), ["yes"]);
}

/// Puts pieces of items into stock.
async fn receive(world: &World, items: &[&str], quantity: i32) {
    let cx = &sales::Context { now: start(), random: Random::seeded(5), user: "KARI".into() };
    let line = |item: &&str| item_journal::NewLine {
        entry_type: EntryType::PositiveAdjustment,
        posting_date: start().date_naive(),
        document_number: Code::blank(),
        item_number: Code::cut(item),
        variant_code: Code::blank(),
        location_code: Code::blank(),
        new_location_code: Code::blank(),
        unit_of_measure_code: Code::blank(),
        quantity: quantity.into(),
        unit_cost: Some(10.into()),
        reason_code: Code::blank(),
    };
    let lines: &Vec<_> = &items.iter().map(line).collect();
    let post = |tx| async move {
        item_journal::add(&tx, &Code::cut("DEFAULT"), lines, cx).await?;
        let setup = posting::Setup::read(&tx).await?;
        post_item_journal(&tx, &setup, &Code::cut("DEFAULT"), cx).await
    };
    world.test.db.write(post).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_must_be_reserved_is_kept_for_the_orders_that_came_first(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let always = items::ActiveModel { reserve: Set(items::Reserve::Always), ..Default::default() };
    let always = &items::Entity::update_many().set(always).filter(items::Column::Number.eq("1000"));
    let write = |tx| async move { always.clone().exec(&tx).await.map_err(database::Error::from) };
    world.test.db.write(write).await.unwrap();
    receive(&world, &["1000", "2000"], 5).await;
    for quantity in [3, 4] {
        store::place(&world.store, order(vec![line("1000", quantity, "100.00"), line("2000", 1, "50.00")])).await;
    }
    world.sync_orders().await;
    world.create_sales_orders().await;
    let mut kept = Vec::new();
    for document in world.sales_orders().await {
        let lines = world.sales_lines(&document).await;
        kept.push(lines.iter().map(|line| line.reserved_quantity).collect::<Vec<_>>());
    }
    assert_eq!(kept, [[3.into(), 0.into()], [2.into(), 0.into()]], "five are there, and only 1000 must be reserved");
}

#[rstest]
#[tokio::test]
async fn a_refund_that_is_chosen_while_its_money_is_on_its_way_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = refunding(engine).await;
    let id = sell(&world, vec![line("3000", 1, "100.00")], "100.00", json!({})).await;
    paid_back::refund(&world.store, &id, vec![], Some("30.00"), json!({})).await;
    store::make_special(&world.store, &id, json!({ "pendingRefunds": true })).await;
    world.advance(5);
    world.sync_orders().await;
    let chosen = [staged_refunds(&world).await[0].id];
    refunds::for_refunds(&world.connector, &world.queue, &kari(), &chosen, chrono_tz::UTC).await.unwrap();
    world.work().await;
    let waits = &staged_refunds(&world).await[0];
    assert!(waits.last_error_description.contains("still on its way back"), "{}", waits.last_error_description);
    assert_eq!(documents(&world).await, []);
}

/// D10.
#[rstest]
#[tokio::test]
async fn an_order_of_more_than_twenty_returns_is_read_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = refunding(engine).await;
    let id = place(&world, vec![line("3000", 22, "10.00")], "220.00", json!({})).await;
    let parcel = paid_back::send(&world.store, &id).await.remove(0);
    for _ in 0..22 {
        give_back(&world.store, &id, &parcel, 1, &[]).await;
    }
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed), (1, 0));
    let returns = world.all::<returned::Entity>().await;
    let names: std::collections::BTreeSet<_> = returns.iter().map(|one| one.shopify_return_number.clone()).collect();
    assert_eq!((returns.len(), names.len()), (22, 22));
}
