//! A document that is deleted, and the numbers that it leaves.

use back_office::posting::{Request, draw_numbers};
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, NewDocument, NewLine, Outcome, line};
use back_office::{Result, sales_setup};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::world::{World, amount, code, from, order, sold};

fn shirt() -> NewDocument {
    order(false, vec![sold("SHIRT", 2, "100", "0")])
}

async fn lines_of(world: &World, id: Uuid) -> usize {
    let read = |r| async move {
        Result::<_>::Ok(line::Entity::find().filter(line::Column::DocumentId.eq(id)).all(&r).await?.len())
    };
    world.test.db.read(read).await.unwrap()
}

async fn draw(world: &World, id: Uuid) {
    let (setup, request) = (&world.posting_setup().await, &Request::SHIP_AND_INVOICE);
    let draw = |tx| async move { draw_numbers(&tx, setup, id, request, "OLA", start()).await };
    world.test.db.write(draw).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_draft_goes_with_its_lines_and_its_number_is_not_given_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&shirt()).await;
    world.released(header.id).await;
    world.delete(header.id).await.unwrap();
    assert!(!world.is_there(header.id).await);
    assert_eq!(lines_of(&world, header.id).await, 0);
    let (next, _) = world.made(&shirt()).await;
    assert_eq!(next.number, code("SO-000002"));
    assert!(world.books().await.is_empty());
    let refused = world.delete(header.id).await.unwrap_err().to_string();
    assert!(refused.starts_with("there is no sales document"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn numbers_that_were_drawn_for_posted_documents_leave_no_gap(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&NewDocument { source: from("1001"), ..shirt() }).await;
    draw(&world, header.id).await;
    world.delete(header.id).await.unwrap();
    let (next, _) = world.made(&shirt()).await;
    world.post(next.id, Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.numbers(Kind::Invoice), ["PI-000001", "PI-000002"]);
    assert_eq!(books.numbers(Kind::Shipment), ["PS-000001", "PS-000002"]);
    let gap = books.documents.iter().find(|posted| posted.number == "PI-000001").unwrap();
    assert_eq!((gap.amount_including_vat, gap.order_number.clone()), (amount("0"), header.number));
    let texts: Vec<&str> =
        books.lines.iter().filter(|line| line.document_id == gap.id).map(|line| line.description.as_str()).collect();
    assert_eq!(texts, ["Deleted Document"]);
    // What fills the gap does not keep the order from being made again.
    let again = world.create(&NewDocument { source: from("1001"), ..shirt() }).await.unwrap();
    assert!(matches!(again, Outcome::Created(..)));
}

#[rstest]
#[tokio::test]
async fn an_invoice_that_would_have_kept_its_number_leaves_none_unexplained(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let own = sales_setup::ActiveModel { posted_invoice_numbers: Set(code("S-INV")), ..Default::default() };
    world.change(own).await;
    let id = world.document(DocumentType::Invoice, &shirt()).await;
    world.delete(id).await.unwrap();
    let books = world.books().await;
    assert_eq!(books.numbers(Kind::Invoice), ["SI-000001"]);
    assert_eq!(books.documents[0].pre_assigned_number, code("SI-000001"));
}

#[rstest]
#[tokio::test]
async fn what_is_shipped_and_not_invoiced_is_not_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lines: Vec<NewLine> = vec![sold("SHIRT", 2, "100", "0"), sold("CUP", 1, "10", "0")];
    let (header, _) = world.made(&order(false, lines)).await;
    world.plan(header.id, &[(1, "1", "1"), (2, "0", "0")]).await;
    world.post(header.id, Request::SHIP).await.unwrap();
    let sentence = "line 10000: 1 are shipped and not invoiced: invoice them before you delete it";
    assert_eq!(world.delete(header.id).await.unwrap_err().to_string(), sentence);
    world.reopened(header.id).await;
    assert_eq!(world.delete_line(header.id, 1).await.unwrap_err().to_string(), sentence);
    world.delete_line(header.id, 2).await.unwrap();
    world.post(header.id, Request::INVOICE).await.unwrap();
    world.delete(header.id).await.unwrap();
    assert!(!world.is_there(header.id).await);
}
