//! Whatever changes what is available leaves a mark.

use back_office::availability;
use back_office::expected_receipts::{self, NewReceipt};
use back_office::posting::Request;
use back_office::sales::{ChangeLine, DocumentType};
use database::Engine;
use rstest::rstest;

use super::warehouse::{TODAY, found, moved, ordered, place, units};
use crate::world::{World, code, day};

#[rstest]
#[tokio::test]
async fn journals_orders_shipments_and_expected_receipts_mark_their_places(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world
        .enter_stock(&[
            found("SHIRT - MAIN", "9", "60"),
            moved("SHIRT - MAIN", "EAST", "4"),
            found("CUP - -", "1", "1"),
        ])
        .await
        .unwrap();
    assert!(world.take_marks().await.is_empty(), "lines of a journal change nothing before they are posted");
    world.post_stock().await.unwrap();
    assert_eq!(world.take_marks().await, ["CUP - -", "SHIRT - EAST", "SHIRT - MAIN"].map(place));

    let main = place("SHIRT - MAIN");
    let id = world.document(DocumentType::Order, &ordered(&main, 3)).await;
    assert_eq!(world.take_marks().await, std::slice::from_ref(&main));
    world.document(DocumentType::Invoice, &ordered(&main, 3)).await;
    assert!(world.take_marks().await.is_empty(), "an invoice asks for nothing before it is posted");
    world.plan_first(id, units("2"), units("0")).await;
    world.post(id, Request::SHIP).await.unwrap();
    assert_eq!(world.take_marks().await, std::slice::from_ref(&main));
    world.plan_first(id, units("0"), units("2")).await;
    world.post(id, Request::INVOICE).await.unwrap();
    assert!(world.take_marks().await.is_empty(), "an invoice of what was shipped moves nothing");
    world.dated(DocumentType::ReturnOrder, (&place("CUP - EAST"), 1), Some(TODAY)).await;
    assert_eq!(world.take_marks().await, [place("CUP - EAST")]);

    let cx = &world.context();
    let new = |location: &str| NewReceipt {
        item_number: "SHIRT".parse().unwrap(),
        location_code: location.parse().unwrap(),
        expected_receipt_date: Some(day(TODAY)),
        quantity: units("1"),
        ..Default::default()
    };
    let (at_main, at_east) = (&new("MAIN"), &new("EAST"));
    let made = world.test.db.write(|tx| async move { expected_receipts::add(&tx, at_main, cx).await }).await.unwrap();
    assert_eq!(world.take_marks().await, std::slice::from_ref(&main));
    let id = made.id;
    world.test.db.write(|tx| async move { expected_receipts::change(&tx, id, at_east, cx).await }).await.unwrap();
    assert_eq!(world.take_marks().await, [place("SHIRT - EAST"), main]);
    world.test.db.write(|tx| async move { expected_receipts::remove(&tx, id, cx).await }).await.unwrap();
    assert_eq!(world.take_marks().await, [place("SHIRT - EAST")]);
}

#[rstest]
#[tokio::test]
async fn a_mark_that_is_made_again_while_it_is_looked_after_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.adjust(&[found("SHIRT - -", "9", "60"), found("CUP - -", "1", "1")]).await;
    let read =
        || async { world.test.db.read(|r| async move { availability::pending(&r, None, 10).await }).await.unwrap() };
    let settle = |marks: Vec<availability::change::Model>| {
        let db = &world.test.db;
        async move {
            let marks = &marks;
            db.write(|tx| async move { availability::settle(&tx, marks).await }).await.unwrap()
        }
    };
    let first = read().await;
    assert_eq!(first.len(), 2);
    world.adjust(&[found("SHIRT - -", "1", "60")]).await;
    assert_eq!(settle(first.clone()).await, 1);
    let again = read().await;
    assert_eq!(again.iter().map(|mark| mark.item_number.as_str()).collect::<Vec<_>>(), ["SHIRT"]);
    // Taken away, and made anew by another: who has read the old one does not take the new one away.
    assert_eq!(settle(again.clone()).await, 1);
    world.adjust(&[found("SHIRT - -", "1", "60")]).await;
    assert_eq!((settle(again).await, settle(first).await), (0, 0));
    assert_eq!(read().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn marks_are_read_page_by_page(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lines = ["SHIRT - -", "CUP - -", "LAMP - -", "A - -", "B - -"].map(|at| found(at, "1", "1"));
    world.adjust(&lines).await;
    let (mut after, mut pages) = (None, Vec::new());
    loop {
        let read = |r| async move { availability::pending(&r, after, 2).await };
        let page = world.test.db.read(read).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        pages.push(page.len());
    }
    assert_eq!(pages, [2, 2, 1]);
}

#[rstest]
#[tokio::test]
async fn what_is_not_posted_leaves_no_mark(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enter_stock(&[found("SHIRT - -", "1", "1"), moved("SHIRT - MAIN", "MAIN", "1")]).await.unwrap();
    world.post_stock().await.unwrap_err();
    assert!(world.take_marks().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_document_that_is_changed_marks_where_its_lines_were_and_are(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    let (main, east) = (place("SHIRT - MAIN"), place("SHIRT - EAST"));
    let id = world.document(DocumentType::Order, &ordered(&main, 3)).await;
    world.take_marks().await;
    let more = ChangeLine { quantity: Some(units("4")), ..Default::default() };
    world.change_line(id, 1, more).await.unwrap();
    assert_eq!(world.take_marks().await, std::slice::from_ref(&main));
    let elsewhere = ChangeLine { location_code: Some(code("EAST")), ..Default::default() };
    world.change_line(id, 1, elsewhere).await.unwrap();
    assert_eq!(world.take_marks().await, [east.clone(), main.clone()]);
    world.add_lines(id, &ordered(&main, 1).lines).await.unwrap();
    assert_eq!(world.take_marks().await, std::slice::from_ref(&main));
    world.delete_line(id, 2).await.unwrap();
    assert_eq!(world.take_marks().await, [main]);
    world.delete(id).await.unwrap();
    assert_eq!(world.take_marks().await, [east]);
}
