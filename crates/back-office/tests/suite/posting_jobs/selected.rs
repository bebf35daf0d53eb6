//! Documents that are posted together.

use back_office::posting_jobs::{OrderOptions, Selected, post_selected};
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, JobQueueStatus, LineKind, NewLine};
use back_office::{Error, Result};
use database::Engine;
use job_queue::Outcome;
use rstest::rstest;
use uuid::Uuid;

use crate::world::{World, order, sold};

impl World {
    async fn select(&self, document_type: DocumentType, ids: &[Uuid]) -> Result<Selected> {
        let (queue, cx, options) = (&self.queue, &self.context(), &OrderOptions::SHIP_AND_INVOICE);
        let select = |tx| async move { post_selected(queue, &tx, document_type, ids, options, cx).await };
        self.test.db.write(select).await
    }
}

#[rstest]
#[tokio::test]
async fn selected_documents_are_posted_by_one_entry_and_each_has_its_own_status(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.closed_after(Some("2026-03-31")).await;
    let (first, second) = (world.shirt("1").await, world.shirt_of("2", Some("2026-04-15")).await);
    let (third, taken) = (world.shirt("3").await, world.shirt("4").await);
    world.select(DocumentType::Order, &[taken]).await.unwrap();
    let comment = NewLine { kind: LineKind::Comment, ..sold("", 0, "0", "0") };
    let empty = world.document(DocumentType::Order, &order(true, vec![comment])).await;
    let nobody = Uuid::from_u128(7);

    let selected =
        world.select(DocumentType::Order, &[third, first, second, taken, empty, nobody, first]).await.unwrap();
    assert_eq!(selected.scheduled, 3);
    let reason = |id: Uuid| selected.skipped.iter().find(|skipped| skipped.id == id).unwrap().reason.as_str();
    assert!(reason(taken).starts_with("sales order SO-000004 is in the job queue (Scheduled for Posting)"));
    assert!(reason(empty).starts_with("there is nothing to release in sales order SO-000005"), "{}", reason(empty));
    assert_eq!(reason(nobody), format!("there is no sales order with the id {nobody}"));
    let entry = selected.entry.unwrap();
    assert_eq!(world.entry(entry).await.unwrap().description, "Post 3 sales orders");
    for id in [first, second, third] {
        assert_eq!(world.read(id).await.0.job_queue_entry_id, Some(entry));
        assert_eq!(world.status_of(id).await, JobQueueStatus::Scheduled);
    }
    assert_eq!(world.status_of(empty).await, JobQueueStatus::None);
    world.cancel_posting(third).await.unwrap();
    assert!(world.entry(entry).await.is_some(), "it posts the others");

    world.work().await;
    assert_eq!(world.left().await, ["SO-000002", "SO-000003", "SO-000005"]);
    assert_eq!(world.status_of(second).await, JobQueueStatus::Error);
    let log = world.log_of(entry).await;
    assert_eq!(log.result, Outcome::PartialSuccess);
    assert_eq!(log.error_message, "1 of 2 documents could not be posted: sales order SO-000002");
    assert_eq!(world.books().await.numbers(Kind::Invoice).len(), 2);

    // What failed is selected again.
    world.closed_after(None).await;
    assert_eq!(world.select(DocumentType::Order, &[second, third]).await.unwrap().scheduled, 2);
    world.work().await;
    assert_eq!(world.left().await, ["SO-000005"]);
}

#[rstest]
#[tokio::test]
async fn a_document_of_several_is_not_taken_out_while_it_is_being_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (first, second) = (world.shirt("1").await, world.shirt("2").await);
    let entry = world.select(DocumentType::Order, &[first, second]).await.unwrap().entry.unwrap();
    world.is_running(entry).await;
    assert_eq!(world.cancel_posting(second).await.unwrap().job_queue_status, JobQueueStatus::None);
}

#[tokio::test]
async fn where_no_document_can_be_posted_there_is_no_entry() {
    let world = World::new(Engine::Sqlite).await;
    let id = world.shirt("1").await;
    let selected = world.select(DocumentType::Invoice, &[id]).await.unwrap();
    assert_eq!((selected.entry, selected.scheduled, selected.skipped.len()), (None, 0, 1));
    assert_eq!(selected.skipped[0].reason, format!("there is no sales invoice with the id {id}"));
    assert!(matches!(world.select(DocumentType::Order, &[]).await, Err(Error::Chosen { chosen: 0, .. })));
}
