//! What keeps an item journal from being posted, in sentences that say the cause and the remedy.

use back_office::item_journal::{NewLine, batch, line};
use back_office::items::{self, Cost, ItemType, NewItem, variant};
use back_office::posting::Request;
use back_office::sales::DocumentType;
use back_office::{Result, accounts, general_ledger, inventory_setup, locations, posting_setup};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{EntityTrait, Set};
use values::Code;

use super::warehouse::{TODAY, found, lost, moved, ordered, place, units};
use crate::world::{World, amount, code, day, item};

/// Posts the journal, which must be refused for that and leave all as it is.
async fn refused(world: &World, expected: &str) {
    let (lines, marks) = (world.entered_lines().await, world.take_marks().await);
    let refusal = world.post_stock().await.unwrap_err().to_string();
    assert_eq!(refusal, format!("item journal DEFAULT can't be posted: {expected}"));
    assert_eq!(world.entered_lines().await, lines);
    assert!(world.take_marks().await.is_empty() || !marks.is_empty());
}

#[rstest]
#[tokio::test]
async fn all_that_is_wrong_is_said_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world
        .enter_stock(&[found("SHIRT - MAIN", "1", "60"), moved("CUP - EAST", "MAIN", "2"), lost("LAMP - MAIN", "3")])
        .await
        .unwrap();
    world.change(items::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    world.change(batch::ActiveModel { number_series: Set(Code::blank()), ..Default::default() }).await;
    world.change(line::ActiveModel { new_location_code: Set(code("EAST")), ..Default::default() }).await;
    let from =
        general_ledger::setup::ActiveModel { allow_posting_from: Set(Some(day("2026-03-03"))), ..Default::default() };
    world.change(from).await;
    refused(
        &world,
        "line 10000: Posting Date 2026-03-02 is not within your range of allowed posting dates: choose another day, or change the range in the set-up; \
         line 10000: Document No. is blank: enter one, or give the batch a number series; \
         line 10000: item SHIRT is blocked: unblock it on its card, or choose another; \
         line 20000: New Location Code is the same as Location Code: choose where the goods move to; \
         line 20000: item CUP is blocked: unblock it on its card, or choose another; \
         line 30000: item LAMP is blocked: unblock it on its card, or choose another",
    )
    .await;
    assert!(world.books().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn an_empty_journal_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    refused(&world, "there is nothing to post: add a line").await;
}

#[rstest]
#[tokio::test]
async fn a_refused_journal_draws_no_number(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enter_stock(&[found("SHIRT - MAIN", "1", "60")]).await.unwrap();
    world.change(items::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    refused(&world, "line 10000: item SHIRT is blocked: unblock it on its card, or choose another").await;
    world.change(items::ActiveModel { blocked: Set(false), ..Default::default() }).await;
    world.post_stock().await.unwrap();
    assert_eq!(world.books().await.item[0].document_number, "IJ-000001");
}

#[rstest]
#[tokio::test]
async fn a_variant_that_is_blocked_or_gone_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.variant("SHIRT", "RED").await;
    world.enter_stock(&[found("SHIRT RED MAIN", "1", "60")]).await.unwrap();
    world.change(variant::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    let blocked = "line 10000: item variant RED of item SHIRT is blocked: unblock it, or choose another";
    refused(&world, blocked).await;
    world.change(variant::ActiveModel { code: Set(code("BLUE")), ..Default::default() }).await;
    let gone = "line 10000: there is no item variant RED of item SHIRT: create it, or choose another";
    refused(&world, gone).await;
}

#[rstest]
#[tokio::test]
async fn an_item_that_is_not_counted_is_refused_when_it_is_entered_and_when_it_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let service = &NewItem { item_type: ItemType::Service, ..item("WORK", "") };
    let random = &world.random;
    world.test.db.write(|tx| async move { items::create(&tx, service, start(), random).await }).await.unwrap();
    let entered = world.enter_stock(&[found("WORK - -", "1", "1")]).await.unwrap_err().to_string();
    let expected = "is of type Service and has no quantity on hand: choose an item of type Inventory";
    assert_eq!(entered, format!("item WORK {expected}"));
    world.enter_stock(&[found("SHIRT - -", "1", "1")]).await.unwrap();
    world.change(items::ActiveModel { item_type: Set(ItemType::Service), ..Default::default() }).await;
    refused(&world, &format!("line 10000: item SHIRT {expected}")).await;
}

#[rstest]
#[case(found("HAT - -", "1", "1"), "there is no item HAT: create it, or choose another")]
#[case(found("SHIRT RED -", "1", "1"), "there is no item variant RED of item SHIRT: create it, or choose another")]
#[case(found("SHIRT - EAST", "1", "1"), "there is no location EAST: create it, or choose another")]
#[case(moved("SHIRT - MAIN", "EAST", "1"), "there is no location EAST: create it, or choose another")]
#[case(found("SHIRT - -", "0", "1"), "Quantity is 0: enter a greater number")]
#[case(lost("SHIRT - -", "-2"), "Quantity is -2: enter a greater number")]
#[case(found("SHIRT - -", "1", "-1"), "the cost -1 is less than nothing: enter 0 or more")]
#[tokio::test]
async fn a_line_that_can_not_be_posted_is_not_entered(
    #[case] new: NewLine,
    #[case] expected: &str,
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let refusal = world.enter_stock(&[found("CUP - -", "1", "1"), new]).await.unwrap_err();
    assert_eq!(refusal.to_string(), expected);
    assert!(world.entered_lines().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_unit_or_a_batch_that_is_not_there_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let crates = NewLine { unit_of_measure_code: code("CRATE"), ..found("SHIRT - -", "1", "1") };
    let refusal = world.enter_stock(&[crates]).await.unwrap_err().to_string();
    assert_eq!(refusal, "there is no item unit of measure CRATE of item SHIRT: create it, or choose another");
    let (cx, setup) = (&world.context(), &world.posting_setup().await);
    let post = |tx| async move { back_office::posting::post_item_journal(&tx, setup, &code("NONE"), cx).await };
    let refusal = world.test.db.write(post).await.unwrap_err().to_string();
    assert_eq!(refusal, "there is no item journal batch NONE: create it, or choose another");
}

#[rstest]
#[tokio::test]
async fn no_more_goes_than_is_there_where_that_is_asked_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    let limited = inventory_setup::ActiveModel { prevent_negative_inventory: Set(true), ..Default::default() };
    world.change(limited).await;
    world.adjust(&[found("SHIRT - MAIN", "5", "60")]).await;
    // What a line before has brought is there; what is at another location is not.
    world
        .enter_stock(&[
            moved("SHIRT - MAIN", "EAST", "3"),
            lost("SHIRT - EAST", "3"),
            lost("SHIRT - MAIN", "3"),
            moved("SHIRT - EAST", "MAIN", "1"),
        ])
        .await
        .unwrap();
    let text = "you have insufficient quantity of item SHIRT on inventory: receive more of it, or take less";
    refused(&world, &format!("line 30000: {text}")).await;
    let unlimited = inventory_setup::ActiveModel { prevent_negative_inventory: Set(false), ..Default::default() };
    world.change(unlimited).await;
    world.post_stock().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_location_must_be_there_where_it_is_mandatory(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enter_stock(&[moved("SHIRT - MAIN", "", "1"), found("CUP - -", "1", "1")]).await.unwrap();
    let mandatory = inventory_setup::ActiveModel { location_mandatory: Set(true), ..Default::default() };
    world.change(mandatory).await;
    let expected = "line 10000: New Location Code is blank: enter a location; line 20000: Location Code is blank: enter a location";
    refused(&world, expected).await;
    world.change(locations::ActiveModel { code: Set(code("WEST")), ..Default::default() }).await;
    let expected = "line 10000: there is no location MAIN: create it, or choose another; line 10000: New Location Code is blank: enter a location; line 20000: Location Code is blank: enter a location";
    refused(&world, expected).await;
}

#[rstest]
#[tokio::test]
async fn a_standard_cost_is_not_entered_otherwise(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let item = &world.item("SHIRT").await;
    let standard = Cost::Standard(amount("60"));
    let change = |tx| async move { items::change_cost(&tx, item.clone(), standard, start()).await };
    world.test.db.write(change).await.unwrap();
    world.enter_stock(&[found("SHIRT - -", "1", "61")]).await.unwrap();
    let text = "Unit Cost of item SHIRT is 60, by its standard cost: enter that, or change the standard cost first";
    refused(&world, &format!("line 10000: {text}")).await;
}

#[rstest]
#[tokio::test]
async fn a_set_up_that_is_missing_or_blocked_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enter_stock(&[found("SHIRT - MAIN", "1", "60")]).await.unwrap();
    let adjustment = |account: &str| posting_setup::general::ActiveModel {
        inventory_adjustment_account: Set(code(account)),
        ..Default::default()
    };
    world.change(adjustment("")).await;
    let place = "the general posting setup '', 'RETAIL'";
    refused(&world, &format!("Inventory Adjmt. Account is blank in {place}: enter an account")).await;
    world.change(adjustment("9999")).await;
    refused(&world, &format!("there is no G/L account 9999, which {place} names: create it, or name another")).await;
    world.change(adjustment("4390")).await;
    world.change(posting_setup::general::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    refused(&world, &format!("line 10000: setup is blocked in {place}: unblock it, or use other groups")).await;
    world.change(posting_setup::general::ActiveModel { blocked: Set(false), ..Default::default() }).await;
    world.change(accounts::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    let goods = "the inventory posting setup 'MAIN', 'RESALE'";
    refused(&world, &format!("G/L account 1460, which {goods} names, is blocked: unblock it, or name another; G/L account 4390, which {place} names, is blocked: unblock it, or name another")).await;
    world.change(accounts::ActiveModel { blocked: Set(false), ..Default::default() }).await;
    let none = |tx| async move {
        posting_setup::inventory::Entity::delete_many().exec(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(none).await.unwrap();
    refused(
        &world,
        "line 10000: there is no inventory posting setup for location 'MAIN' and group 'RESALE': create it",
    )
    .await;
}

#[rstest]
#[tokio::test]
async fn the_last_goods_are_shipped_once_however_many_ship_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let limited = inventory_setup::ActiveModel { prevent_negative_inventory: Set(true), ..Default::default() };
    world.change(limited).await;
    world.adjust(&[found("SHIRT - MAIN", "5", "60")]).await;
    let main = place("SHIRT - MAIN");
    let one = world.document(DocumentType::Order, &ordered(&main, 3)).await;
    let other = world.document(DocumentType::Order, &ordered(&main, 3)).await;
    world.enter_stock(&[lost("SHIRT - MAIN", "3")]).await.unwrap();
    let request = Request::SHIP_AND_INVOICE;
    let (one, other, lost) = tokio::join!(world.post(one, request), world.post(other, request), world.post_stock());
    let done = [one.is_ok(), other.is_ok(), lost.is_ok()].into_iter().filter(|done| *done).count();
    assert_eq!(done, 1, "{one:?} {other:?} {lost:?}");
    let left = world.available(&["SHIRT"], TODAY).await.of_item(&code("SHIRT")).unwrap().inventory;
    assert_eq!(left, units("2"));
    world.books().await;
}
