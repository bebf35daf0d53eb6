//! Gift cards: sold by orders, and paying for others.

use connector::orders::gift_cards::{self, Entity, Model};
use connector::shops;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::paid_back;
use crate::store::{self, kroner, line, order, with};
use crate::world::{SHOP, World, kari};

async fn cards(world: &World) -> Vec<Model> {
    let mut cards = world.all::<Entity>().await;
    cards.sort_by_key(|card| (card.gift_card_id, card.piece));
    cards
}

fn paid_by_card(kind: &str, amount: &str) -> Value {
    let receipt = json!({ "gift_card_id": 999, "gift_card_last_characters": "1a2b" });
    json!({ "kind": kind, "status": "SUCCESS", "gateway": "gift_card", "amountSet": kroner(amount), "receiptJson": receipt })
}

#[rstest]
#[tokio::test]
async fn each_card_that_is_sold_is_known_with_its_amount(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("soldGiftCardAccount", "2950")]).await;
    let card =
        json!({ "title": "Gift card", "quantity": 2, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    store::place(&world.store, order(vec![card])).await;
    world.sync_orders().await;
    let cards = cards(&world).await;
    let told: Vec<_> = cards.iter().map(|card| (card.piece, card.amount, card.known_used_amount)).collect();
    assert_eq!(told, [(1, 50.into(), 0.into()), (2, 50.into(), 0.into())]);
    assert_eq!(cards[0].shopify_order_number, "#1001");
}

#[rstest]
#[tokio::test]
async fn a_card_that_was_taken_out_before_it_was_paid_is_known_no_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let card =
        json!({ "title": "Gift card", "quantity": 2, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    let id = store::place(&world.store, order(vec![line("1000", 1, "125.00"), card.clone(), card])).await;
    world.sync_orders().await;
    assert_eq!(cards(&world).await.len(), 4);
    let (lines, _) = paid_back::parts(&world.store, &id).await;
    let out = vec![paid_back::pieces(&lines[1], 2, "CANCEL"), paid_back::pieces(&lines[2], 1, "CANCEL")];
    paid_back::refund(&world.store, &id, out, None, json!({})).await;
    world.advance(5);
    world.sync_orders().await;
    let left = cards(&world).await;
    assert_eq!(left.iter().map(|card| card.piece).collect::<Vec<_>>(), [1]);
}

#[rstest]
#[tokio::test]
async fn a_card_that_was_paid_back_is_worth_nothing_whoever_is_asked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let card =
        json!({ "title": "Gift card", "quantity": 2, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    let sold = with(order(vec![card, line("1000", 1, "125.00")]), paid_back::paid("225.00"));
    let id = store::place(&world.store, sold).await;
    world.sync_orders().await;
    let amounts = async || cards(&world).await.iter().map(|card| (card.piece, card.amount)).collect::<Vec<_>>();
    assert_eq!(amounts().await, [(1, 50.into()), (2, 50.into())]);
    let (lines, _) = paid_back::parts(&world.store, &id).await;
    let one = vec![paid_back::pieces(&lines[0], 1, "NO_RESTOCK")];
    paid_back::refund(&world.store, &id, one, Some("50.00"), json!({})).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(amounts().await, [(1, 50.into()), (2, 0.into())]);
    // Shopify goes on telling for how much it was sold.
    gift_cards::refresh(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!(amounts().await, [(1, 50.into()), (2, 0.into())]);

    let other = vec![paid_back::pieces(&lines[0], 1, "NO_RESTOCK")];
    paid_back::refund(&world.store, &id, other, Some("50.00"), json!({ "note": "The other one, too" })).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(amounts().await, [(1, 0.into()), (2, 0.into())]);
}

#[rstest]
#[tokio::test]
async fn what_a_card_has_paid_is_summed_over_the_orders_that_it_paid(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let pay = |amount: &str| {
        let rest =
            json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "shopify_payments", "amountSet": kroner("75.00") });
        with(order(vec![line("1000", 1, "125.00")]), json!({ "transactions": [paid_by_card("SALE", amount), rest] }))
    };
    store::place(&world.store, pay("50.00")).await;
    world.sync_orders().await;
    let first = cards(&world).await;
    let told = (first[0].gift_card_id, first[0].last_characters.as_str(), first[0].known_used_amount);
    assert_eq!((first.len(), told), (1, (999, "1a2b", 50.into())));
    store::place(&world.store, pay("30.00")).await;
    world.sync_orders().await;
    let cards = cards(&world).await;
    assert_eq!((cards.len(), cards[0].known_used_amount), (1, 80.into()));
    assert_eq!(world.create_sales_orders().await.created, 2);
    let amounts: Vec<_> = world.sales_orders().await.iter().map(|document| document.amount_including_vat).collect();
    assert_eq!(amounts, [125.into(), 125.into()], "a card that pays changes no document");
}

#[rstest]
#[tokio::test]
async fn who_may_read_gift_cards_knows_what_is_left_of_each(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("soldGiftCardAccount", "2950")]).await;
    let card =
        json!({ "title": "Gift card", "quantity": 2, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    store::place(&world.store, order(vec![card])).await;
    world.sync_orders().await;
    let line = cards(&world).await[0].order_line_id;
    // The second card pays for a part of another order, which tells its id.
    let paying = line * 1_000 + 1;
    let by_card = |amount: &str| {
        json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "gift_card", "amountSet": kroner(amount),
            "receiptJson": { "gift_card_id": paying } })
    };
    let rest = json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "vipps", "amountSet": kroner("80.00") });
    let paid = json!({ "transactions": [by_card("20.00"), rest] });
    store::place(&world.store, with(order(vec![line_of_goods()]), paid)).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(cards(&world).await.len(), 3, "what has paid is not known to be what was sold");

    world.forget_calls();
    let (told, more) = gift_cards::refresh(&world.connector, &kari(), SHOP).await.unwrap();
    assert!(!more);
    assert_eq!((told.found, told.new, told.changed, world.calls()), (2, 0, 2, (1, 24)));
    let now = cards(&world).await;
    let left: Vec<_> = now.iter().map(|card| (card.piece, card.balance, card.known_used_amount)).collect();
    assert_eq!(left, [(1, 50.into(), 0.into()), (2, 30.into(), 20.into())]);
    assert_eq!((now[1].gift_card_id, now[1].last_characters.len(), now[1].enabled), (paying, 4, true));

    // Imported again, an order does not sell its cards a second time.
    world.forget_orders().await;
    world.sync_orders().await;
    assert_eq!(cards(&world).await.len(), 2);
}

#[rstest]
#[tokio::test]
async fn more_cards_than_one_go_reads_are_read_on_the_next_time(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let card = json!({ "title": "Gift card", "quantity": 900, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    store::place(&world.store, order(vec![card; 6])).await;
    let mut goes = Vec::new();
    for _ in 0..3 {
        let (told, more) = gift_cards::refresh(&world.connector, &kari(), SHOP).await.unwrap();
        goes.push((told.found, told.new, more));
    }
    assert_eq!(goes, [(5_000, 5_000, true), (400, 400, false), (5_000, 0, true)]);
}

fn line_of_goods() -> Value {
    line("1000", 1, "100.00")
}

#[rstest]
#[tokio::test]
async fn who_may_not_read_gift_cards_is_told_so(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.store.handle().grant_scopes(None, &["read_orders", "read_customers", "read_products"]).unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    let refused = gift_cards::refresh(&world.connector, &kari(), SHOP).await.unwrap_err().to_string();
    assert!(refused.contains("lacks the access scope read_gift_cards"), "{refused}");
}
