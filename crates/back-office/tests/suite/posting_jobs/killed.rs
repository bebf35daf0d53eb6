//! Workers that are lost while they post.

use back_office::Result;
use back_office::posting_jobs::{BATCH_POST_ORDERS, OrderOptions, post_selected};
use back_office::sales::posted::{self, Kind};
use back_office::sales::{DocumentType, JobQueueStatus, NewDocument};
use database::Engine;
use job_queue::{Outcome, Worker, WorkerOptions};
use rstest::rstest;
use runtime::Shutdown;
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

use super::work::{job, ship_and_invoice};
use crate::world::{World, from, order, sold};

impl World {
    async fn many(&self, count: usize) -> Vec<Uuid> {
        let shirt = |at: usize| NewDocument {
            source: from(&at.to_string()),
            ..order(true, vec![sold("SHIRT", 1, "125.00", "0"), sold("CUP", 2, "10.00", "0")])
        };
        self.create_all(&(0..count).map(shirt).collect::<Vec<_>>()).await.unwrap();
        self.orders().await.into_iter().map(|order| order.id).collect()
    }

    async fn posted(&self) -> u64 {
        let count = |r| async move { Result::<_>::Ok(posted::header::Entity::find().count(&r).await?) };
        self.test.db.read(count).await.unwrap()
    }

    /// Works until so many more documents are posted, and is gone from one moment to the next.
    async fn work_and_die(&self, more: u64) {
        let until = self.posted().await + more;
        let options = WorkerOptions { name: "lost".into(), ..WorkerOptions::default() };
        let worker = Worker::new(self.queue.clone(), options);
        tokio::select! {
            ended = worker.run(Shutdown::new()) => panic!("it ended: {ended:?}"),
            () = async {
                while self.posted().await < until {
                    tokio::task::yield_now().await;
                }
            } => {}
        }
        // What was on its way to the database arrives, or does not, before anyone looks.
        while !self.test.db.is_idle() {
            tokio::task::yield_now().await;
        }
        self.leases_end();
    }

    /// Each document is posted whole, or is as it was.
    async fn whole_or_not_at_all(&self, ids: &[Uuid]) {
        let books = self.books().await;
        let left = self.orders().await;
        assert_eq!(books.numbers(Kind::Invoice).len() + left.len(), ids.len());
        assert_eq!(books.numbers(Kind::Invoice).len(), books.numbers(Kind::Shipment).len());
        assert_eq!(books.item.len(), 2 * books.numbers(Kind::Invoice).len());
        for document in left {
            let (_, lines) = self.read(document.id).await;
            assert!(lines.iter().all(|line| line.quantity_shipped.is_zero()), "{}", document.number);
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_batch_whose_worker_is_killed_is_finished_by_the_next(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let ids = world.many(200).await;
    let entry = world.enqueue(&job(BATCH_POST_ORDERS, ship_and_invoice(), &[])).await.unwrap();
    for more in [31, 47] {
        world.work_and_die(more).await;
        world.whole_or_not_at_all(&ids).await;
        assert!(!world.left().await.is_empty());
    }
    world.work().await;
    let books = world.books().await;
    let expected: Vec<String> = (1..=200).map(|at| format!("PI-{at:06}")).collect();
    assert_eq!(books.numbers(Kind::Invoice), expected, "each once, without gaps");
    assert!(world.left().await.is_empty());
    assert_eq!(world.results().await.len(), 200, "one result for each");
    let results: Vec<_> =
        world.logs().await.into_iter().filter(|log| log.job_queue_entry_id == entry).map(|log| log.result).collect();
    assert_eq!(results, [Outcome::Error, Outcome::Error, Outcome::Success], "two runs were lost");
}

#[rstest]
#[tokio::test]
async fn selected_documents_whose_worker_is_killed_are_posted_by_the_next(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let ids = &world.many(12).await;
    let (queue, cx) = (&world.queue, &world.context());
    let select = |tx| async move {
        post_selected(queue, &tx, DocumentType::Order, ids, &OrderOptions::SHIP_AND_INVOICE, cx).await
    };
    assert_eq!(world.test.db.write(select).await.unwrap().scheduled, 12);
    world.work_and_die(9).await;
    world.whole_or_not_at_all(ids).await;
    let states: Vec<_> = world.orders().await.iter().map(|order| order.job_queue_status).collect();
    let waits = |status: &JobQueueStatus| matches!(status, JobQueueStatus::Scheduled | JobQueueStatus::Posting);
    assert!(!states.is_empty() && states.iter().all(waits), "{states:?}");
    world.work().await;
    assert!(world.left().await.is_empty());
    assert_eq!(world.books().await.numbers(Kind::Invoice).len(), 12);
}
