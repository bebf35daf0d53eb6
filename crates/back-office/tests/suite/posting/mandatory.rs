//! What must be said, or done first, before a document is posted.

use back_office::customers::{self, ShippingAdvice};
use back_office::items::{self, Reserve, VariantMandatory};
use back_office::posting::Request;
use back_office::sales::{self, DocumentType, NewLine, Status, header};
use back_office::{Error, inventory_setup};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;
use uuid::Uuid;

use crate::stock::warehouse::found;
use crate::world::{World, charged, code, order, sold};

async fn shirts(world: &World, document_type: DocumentType) -> Uuid {
    world.document(document_type, &order(false, vec![sold("SHIRT", 3, "100", "0"), sold("CUP", 1, "5", "0")])).await
}

#[rstest]
#[tokio::test]
async fn an_order_that_is_shipped_as_a_whole_is_not_shipped_in_parts(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = shirts(&world, DocumentType::Order).await;
    world.change(header::ActiveModel { shipping_advice: Set(ShippingAdvice::Complete), ..Default::default() }).await;
    world.plan(id, &[(1, "3", "3"), (2, "0", "0")]).await;
    let sentence = "the order is to be shipped as a whole: plan to ship all of it, or set Shipping Advice to Partial";
    assert!(world.refusal(id, Request::SHIP).await.ends_with(sentence));
    world.plan(id, &[(2, "1", "1")]).await;
    world.post(id, Request::SHIP).await.unwrap();
    // What is shipped as a whole may be invoiced in parts.
    world.plan(id, &[(1, "0", "1"), (2, "0", "0")]).await;
    world.post(id, Request::INVOICE).await.unwrap();
}

#[rstest]
#[case(VariantMandatory::Yes, false, true)]
#[case(VariantMandatory::No, true, false)]
#[case(VariantMandatory::Default, true, true)]
#[case(VariantMandatory::Default, false, false)]
#[tokio::test]
async fn a_line_names_a_variant_where_it_must(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] of_item: VariantMandatory,
    #[case] of_setup: bool,
    #[case] is_refused: bool,
) {
    let world = World::new(engine).await;
    world.variant("SHIRT", "RED").await;
    let item = items::ActiveModel { variant_mandatory_if_exists: Set(of_item), ..Default::default() };
    world.change(item).await;
    let setup = inventory_setup::ActiveModel { variant_mandatory_if_exists: Set(of_setup), ..Default::default() };
    world.change(setup).await;
    let id = shirts(&world, DocumentType::Order).await;
    let cx = &world.context();
    let release = |tx| async move { sales::release(&tx, id, cx).await };
    let released = world.test.db.write(release).await;
    assert_eq!(matches!(released, Err(Error::Blank { field: "Variant Code", .. })), is_refused, "{released:?}");
    let posted = world.post(id, Request::SHIP_AND_INVOICE).await;
    let text = posted.as_ref().err().map(ToString::to_string).unwrap_or_default();
    // The cup has none, so that it need not name one.
    let sentence = "line 10000: Variant Code is blank, and item SHIRT has variants: choose one of them";
    assert_eq!((posted.is_err(), text.ends_with(sentence)), (is_refused, is_refused), "{text}");
}

#[rstest]
#[tokio::test]
async fn documents_that_were_made_are_released_together_but_for_those_that_lack_something(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.variant("SHIRT", "RED").await;
    let setup = inventory_setup::ActiveModel {
        location_mandatory: Set(true),
        variant_mandatory_if_exists: Set(true),
        ..Default::default()
    };
    world.change(setup).await;
    let at_main = |line: NewLine| NewLine { location_code: code("MAIN"), ..line };
    let red = |line: NewLine| NewLine { variant_code: code("RED"), ..line };
    let of = |lines| order(false, lines);
    let orders = [
        of(vec![at_main(red(sold("SHIRT", 1, "100", "0"))), charged("3065", "10", "Freight")]),
        of(vec![at_main(sold("CUP", 1, "5", "0")), sold("CUP", 1, "5", "0")]),
        of(vec![at_main(sold("SHIRT", 1, "100", "0"))]),
        of(vec![sold("SHIRT", 0, "100", "0")]),
    ];
    let mut ids = Vec::new();
    for order in &orders {
        ids.push(world.document(DocumentType::Order, order).await);
    }
    let (cx, all) = (&world.context(), &ids[..]);
    let before = world.test.db.statements();
    let release = |tx| async move { sales::release_made(&tx, all, cx).await };
    let released = world.test.db.write(release).await.unwrap();
    let for_all = world.test.db.statements() - before;
    let why: Vec<_> = ids.iter().map(|id| released.kept_open.get(id).map(ToString::to_string)).collect();
    let blank = |field, number| Some(format!("{field} of sales order {number} is blank: fill it in on the card"));
    assert_eq!(released.released, 1);
    assert_eq!(
        why,
        [None, blank("Location Code", "SO-000002, line 20000"), blank("Variant Code", "SO-000003, line 10000"), None,]
    );
    for (id, expected) in ids.iter().zip([Status::Released, Status::Open, Status::Open, Status::Open]) {
        assert_eq!(world.read(*id).await.0.status, expected);
    }
    // One by one they are refused for the same.
    for (id, why) in ids.iter().zip(why).filter_map(|(id, why)| Some((id, why?))) {
        assert_eq!(world.release(*id).await.unwrap_err().to_string(), why);
    }
    let before = world.test.db.statements();
    let one = &ids[..1];
    world.test.db.write(|tx| async move { sales::release_made(&tx, one, cx).await }).await.unwrap();
    assert_eq!(world.test.db.statements() - before, for_all, "a hundred cost as many statements as one");
}

#[rstest]
#[tokio::test]
async fn what_must_be_reserved_is_sent_when_it_is(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.change(items::ActiveModel { reserve: Set(Reserve::Always), ..Default::default() }).await;
    world.adjust(&[found("SHIRT - -", "10", "60"), found("CUP - -", "10", "1")]).await;
    let id = shirts(&world, DocumentType::Order).await;
    let refused = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    for sentence in [
        "line 10000: item SHIRT must be reserved: reserve it on the line, or ship less",
        "line 20000: item CUP must be reserved: reserve it on the line, or ship less",
    ] {
        assert!(refused.contains(sentence), "{refused}");
    }
    let cx = &world.context();
    let reserve = |tx| async move {
        sales::reserve(&tx, id, 10_000, 3.into(), cx).await?;
        sales::reserve(&tx, id, 20_000, 1.into(), cx).await
    };
    world.test.db.write(reserve).await.unwrap();
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_is_never_reserved_can_not_be(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.change(items::ActiveModel { reserve: Set(Reserve::Never), ..Default::default() }).await;
    world.adjust(&[found("SHIRT - -", "10", "60")]).await;
    let id = shirts(&world, DocumentType::Order).await;
    let cx = &world.context();
    let reserve = |tx| async move { sales::reserve(&tx, id, 10_000, 1.into(), cx).await };
    let refused = world.test.db.write(reserve).await.unwrap_err().to_string();
    assert_eq!(refused, "item SHIRT is never reserved: set Reserve on its card to Optional, or leave it");
}

#[rstest]
#[tokio::test]
async fn a_customer_that_is_blocked_for_privacy_gets_no_document_and_no_posting(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(DocumentType::Order, DocumentType::CreditMemo)] document_type: DocumentType,
) {
    let world = World::new(engine).await;
    let id = shirts(&world, document_type).await;
    world.change(customers::ActiveModel { privacy_blocked: Set(true), ..Default::default() }).await;
    let refused = world.refusal(id, Request::SHIP_AND_INVOICE).await;
    assert!(refused.contains("customer C00001 is blocked for privacy: unblock it on its card, or wait"), "{refused}");
    let new = world.create(&order(false, vec![sold("SHIRT", 1, "1", "0")])).await;
    assert!(matches!(new, Err(Error::Blocked { kind: "customer", .. })));
}
