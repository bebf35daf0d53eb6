//! What must be said, or done first, before a document is posted.

use back_office::customers::{self, ShippingAdvice};
use back_office::items::{self, Reserve, VariantMandatory};
use back_office::posting::Request;
use back_office::sales::{self, DocumentType, header};
use back_office::{Error, inventory_setup};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;
use uuid::Uuid;

use crate::stock::warehouse::found;
use crate::world::{World, order, sold};

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
