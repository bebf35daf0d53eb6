//! What is done with a document before it is posted: it is released, and what of it is posted is planned.

use back_office::sales;
use back_office::sales::{DocumentType, NewDocument};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use uuid::Uuid;

use crate::world::{World, order, sold};

fn shirt() -> NewDocument {
    order(false, vec![sold("SHIRT", 2, "100.00", "0")])
}

async fn document(world: &World) -> Uuid {
    world.document(DocumentType::Order, &shirt()).await
}

#[rstest]
#[tokio::test]
async fn a_document_is_released_and_opened_again_and_an_empty_one_is_not(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    let cx = &world.context();
    let released = world.test.db.write(|tx| async move { sales::release(&tx, id, cx).await }).await.unwrap();
    assert_eq!((released.status, released.version), (sales::Status::Released, 2));
    let opened = world.test.db.write(|tx| async move { sales::reopen(&tx, id, start()).await }).await.unwrap();
    assert_eq!((opened.status, opened.version), (sales::Status::Open, 3));
    let nothing = world.document(DocumentType::Invoice, &order(false, vec![sold("SHIRT", 0, "1.00", "0")])).await;
    let refused = world.test.db.write(|tx| async move { sales::release(&tx, nothing, cx).await }).await;
    let expected = "there is nothing to release in sales invoice SI-000001: add a line with a quantity";
    assert_eq!(refused.unwrap_err().to_string(), expected);
}

#[rstest]
#[case("3", "0", "line 10000: you cannot ship more than 2 units: enter what is left of it, or less")]
#[case("-1", "0", "line 10000: you cannot ship more than 2 units: enter what is left of it, or less")]
#[case("1", "2", "line 10000: you cannot invoice more than 1 units: ship more of it first, or enter less")]
#[tokio::test]
async fn no_more_is_planned_than_is_left(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] ship: &str,
    #[case] invoice: &str,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    let id = document(&world).await;
    let plan =
        &[sales::Plan { line_number: 10_000, to_ship: ship.parse().unwrap(), to_invoice: invoice.parse().unwrap() }];
    let refused = world.test.db.write(|tx| async move { sales::plan_quantities(&tx, id, plan, start()).await }).await;
    assert_eq!(refused.unwrap_err().to_string(), sentence);
}
