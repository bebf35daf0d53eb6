//! What Shopify changes of orders that sell no goods, or nothing any more.

use connector::orders::document_links;
use connector::orders::updates::{self, Part, Settlement};
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::money::Amount;

use crate::edits::{apply, edit, processed, told};
use crate::linked::delete_document;
use crate::store::{self, kroner, make_special, order};
use crate::world::{World, amount, kari};

#[rstest]
#[tokio::test]
async fn an_order_of_tips_gift_cards_and_fees_is_applied_like_any_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let accounts = ["soldGiftCardAccount", "tipAccount", "additionalFeesAccount"];
    world.set(&accounts.map(|account| (account, "3070"))).await;
    let card =
        json!({ "title": "Gift card", "quantity": 2, "priceSet": kroner("50.00"), "giftCard": true, "taxable": false });
    let tip = json!({ "title": "Tip", "quantity": 1, "priceSet": kroner("5.00"), "taxable": false });
    let id = store::place(&world.store, order(vec![card, tip])).await;
    make_special(&world.store, &id, json!({ "additionalFees": [{ "name": "Recycling", "price": kroner("3.50") }] }))
        .await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    assert_eq!(world.sales_orders().await[0].amount_including_vat, amount("108.5"));
    edit(&world, &id, &[("SetQuantity", json!(["$0", 3]))]).await;
    assert_eq!(told(&world).await.iter().map(|row| row.0).collect::<Vec<_>>(), [Part::Total, Part::Quantity]);
    apply(&world).await.unwrap();
    assert_eq!(world.sales_orders().await[0].amount_including_vat, amount("158.5"));
    assert_eq!(world.staged().await[0].difference_amount, Amount::ZERO);
    assert_eq!(told(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn an_order_of_which_nothing_is_sold_any_more_has_its_document_closed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id) = processed(engine).await;
    let by = kari();
    let order = world.staged().await[0].id;
    let close = || updates::settle(&world.connector, &by, order, Settlement::CloseDocument);
    edit(&world, &id, &[("SetQuantity", json!(["$0", 0]))]).await;
    assert_eq!(told(&world).await.len(), 2);
    let refused = close().await.unwrap_err().to_string();
    assert!(refused.contains("something of it is sold still"), "{refused}");
    edit(&world, &id, &[("SetQuantity", json!(["$1", 0]))]).await;
    assert_eq!(told(&world).await.iter().map(|row| row.0).collect::<Vec<_>>(), [Part::Total, Part::Line, Part::Line]);
    let refused = apply(&world).await.unwrap_err().to_string();
    assert!(refused.contains("nothing of #1001 is sold any more: close its document instead"), "{refused}");
    close().await.unwrap();
    assert_eq!(world.sales_orders().await, []);
    assert_eq!(told(&world).await, []);
    assert_eq!(world.create_sales_orders().await.created, 0, "it stays processed");
}

/// Example 17, whole.
#[rstest]
#[tokio::test]
async fn an_edited_order_whose_document_was_deleted_gets_one_of_what_it_is_now(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id) = processed(engine).await;
    edit(&world, &id, &[("SetQuantity", json!(["$0", 3]))]).await;
    assert_eq!(told(&world).await.len(), 2);
    delete_document(&world).await;
    document_links::unlink(&world.connector, &kari(), &[world.staged().await[0].id]).await.unwrap();
    world.advance(1);
    world.sync_orders().await;
    assert_eq!(world.create_sales_orders().await.created, 1);
    let document = &world.sales_orders().await[0];
    let quantities: Vec<_> = world.sales_lines(document).await.iter().map(|line| line.quantity).collect();
    assert_eq!((quantities, document.amount_including_vat), (vec![3.into(), 1.into()], 425.into()));
    assert!(!world.staged().await[0].has_order_state_error);
}
