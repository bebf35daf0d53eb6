//! A document that is posted in the background.

use back_office::posting::Request;
use back_office::posting_jobs::{BATCH_POST_ORDERS, OrderOptions, Started, cancel_posting, post_in_background, start};
use back_office::sales::posted::Kind;
use back_office::sales::{self, JobQueueStatus, Status, header};
use back_office::{Error, Result, sales_setup};
use chrono::Utc;
use database::Engine;
use job_queue::{Outcome, entry, run};
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::work::{job, ship_and_invoice};
use crate::world::{World, code};

const SHIP: OrderOptions = OrderOptions { invoice: false, ..OrderOptions::SHIP_AND_INVOICE };
const INVOICE: OrderOptions = OrderOptions { ship: false, ..OrderOptions::SHIP_AND_INVOICE };

impl World {
    async fn in_background(&self, id: Uuid, options: OrderOptions) -> Result<Uuid> {
        let (queue, cx, options) = (&self.queue, &self.context(), &options);
        self.test.db.write(|tx| async move { post_in_background(queue, &tx, id, options, cx).await }).await
    }

    pub async fn cancel_posting(&self, id: Uuid) -> Result<header::Model> {
        let (queue, now) = (&self.queue, self.clock.now());
        self.test.db.write(|tx| async move { cancel_posting(queue, &tx, id, now).await }).await
    }

    async fn start(&self, id: Uuid) -> Result<Started> {
        let (queue, cx, setup) = (&self.queue, &self.context(), &self.posting_setup().await);
        let options = &OrderOptions::SHIP_AND_INVOICE;
        self.test.db.write(|tx| async move { start(queue, &tx, setup, id, options, cx).await }).await
    }

    async fn reopen(&self, id: Uuid) -> Result<header::Model> {
        let now = self.clock.now();
        self.test.db.write(|tx| async move { sales::reopen(&tx, id, now).await }).await
    }

    /// Someone runs the entry at this moment.
    pub async fn is_running(&self, entry: Uuid) {
        let now: chrono::DateTime<Utc> = self.clock.now();
        let id = self.random.id(now);
        let run = &run::Model {
            token: id,
            exclusion_key: "test".into(),
            job_queue_entry_id: entry,
            log_id: id,
            worker: "other".into(),
            started_at: now,
            lease_until: now,
            times_out_at: now,
            stop_reason: run::StopReason::None,
            stop_requested_by: String::new(),
            stop_by: None,
            next_run_at: None,
            progress_done: 0,
            progress_total: 0,
            progress_text: String::new(),
        };
        let insert = |tx| async move {
            run.clone().into_active_model().reset_all().insert(&tx).await?;
            Result::<_>::Ok(())
        };
        self.test.db.write(insert).await.unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn a_document_is_shipped_and_then_invoiced_in_the_background(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.shirt("1").await;
    world.reopen(id).await.unwrap();
    let entry = world.in_background(id, SHIP).await.unwrap();
    let (document, _) = world.read(id).await;
    assert_eq!((document.status, document.job_queue_status), (Status::Released, JobQueueStatus::Scheduled));
    assert_eq!(document.job_queue_entry_id, Some(entry));
    let made = world.entry(entry).await.unwrap();
    assert_eq!((made.description.as_str(), made.user_id.as_str()), ("Post sales order SO-000001", "OLA"));
    assert_eq!((made.job_queue_category_code.as_str(), made.max_attempts), ("DOCPOST", 0));
    assert_eq!(made.record_id_to_process, format!("salesOrders/{id}"));

    world.work().await;
    let (document, _) = world.read(id).await;
    assert_eq!((document.job_queue_status, document.job_queue_entry_id), (JobQueueStatus::None, None));
    assert_eq!(document.last_shipping_number, "PS-000001");
    assert!(world.entry(entry).await.is_none());

    world.in_background(id, INVOICE).await.unwrap();
    world.work().await;
    assert!(!world.is_there(id).await);
    assert_eq!(world.books().await.numbers(Kind::Invoice), ["PI-000001"]);
    assert!(world.logs().await.iter().all(|log| log.result == Outcome::Success));
}

#[rstest]
#[tokio::test]
async fn what_the_job_queue_is_to_post_is_left_alone_until_it_is_taken_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.shirt("1").await;
    let entry = world.in_background(id, OrderOptions::SHIP_AND_INVOICE).await.unwrap();
    let refusals = [
        world.reopen(id).await.unwrap_err(),
        world.release(id).await.unwrap_err(),
        world.post(id, Request::SHIP_AND_INVOICE).await.unwrap_err(),
        world.start(id).await.unwrap_err(),
        world.in_background(id, SHIP).await.unwrap_err(),
    ];
    for refusal in refusals {
        assert_eq!(
            refusal.to_string(),
            "sales order SO-000001 is in the job queue (Scheduled for Posting): wait until it is posted, or remove it \
             from the job queue first"
        );
    }
    let out = world.cancel_posting(id).await.unwrap();
    assert_eq!((out.job_queue_status, out.job_queue_entry_id), (JobQueueStatus::None, None));
    assert!(world.entry(entry).await.is_none());
    assert_eq!(world.cancel_posting(id).await.unwrap().version, out.version, "it is out already");
    world.work().await;
    assert!(world.books().await.is_empty());
    assert_eq!(world.reopen(id).await.unwrap().status, Status::Open);
}

#[rstest]
#[tokio::test]
async fn a_document_that_can_not_be_posted_says_why_and_is_tried_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.closed_after(Some("2026-02-28")).await;
    let id = world.shirt("1").await;
    let entry = world.in_background(id, OrderOptions::SHIP_AND_INVOICE).await.unwrap();
    world.work().await;
    let (document, _) = world.read(id).await;
    assert_eq!((document.job_queue_status, document.job_queue_entry_id), (JobQueueStatus::Error, Some(entry)));
    let failed = world.entry(entry).await.unwrap();
    assert_eq!(failed.status, entry::Status::Error);
    let why = "sales order SO-000001: Posting Date 2026-03-02 is not within your range of allowed posting dates";
    assert!(failed.error_message.starts_with(why), "{}", failed.error_message);
    assert_eq!(world.log_of(entry).await.result, Outcome::Error);
    assert_eq!(world.results().await[0].message, failed.error_message.split_once(": ").unwrap().1);

    // The entry is started again.
    world.closed_after(None).await;
    let queue = &world.queue;
    world.test.db.write(|tx| async move { queue.restart(&tx, entry).await }).await.unwrap();
    world.work().await;
    assert!(!world.is_there(id).await);
    assert!(world.entry(entry).await.is_none());
}

#[rstest]
#[tokio::test]
async fn a_document_that_could_not_be_posted_may_be_mended_and_posted_in_any_way(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.closed_after(Some("2026-02-28")).await;
    let (first, second, third) = (world.shirt("1").await, world.shirt("2").await, world.shirt("3").await);
    let mut entries = Vec::new();
    for id in [first, second, third] {
        entries.push(world.in_background(id, OrderOptions::SHIP_AND_INVOICE).await.unwrap());
    }
    world.work().await;
    world.closed_after(None).await;
    world.reopen(first).await.unwrap();
    world.in_background(first, OrderOptions::SHIP_AND_INVOICE).await.unwrap();
    assert!(matches!(world.start(second).await.unwrap(), Started::Posted(_)));
    world.run(&job(BATCH_POST_ORDERS, ship_and_invoice(), &[("number", "SO-000003")])).await;
    for entry in entries {
        assert!(world.entry(entry).await.is_none(), "the entry that failed is gone");
    }
    assert!(world.left().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_document_that_is_being_posted_is_not_taken_out(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.shirt("1").await;
    let entry = world.in_background(id, OrderOptions::SHIP_AND_INVOICE).await.unwrap();
    world.is_running(entry).await;
    let refused = world.cancel_posting(id).await.unwrap_err();
    assert!(matches!(&refused, Error::BeingPosted(document) if document == "sales order SO-000001"), "{refused}");
    assert_eq!(world.status_of(id).await, JobQueueStatus::Scheduled);
}

#[rstest]
#[tokio::test]
async fn the_set_up_says_whether_and_in_which_category_documents_are_posted_in_the_background(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (first, second) = (world.shirt("1").await, world.shirt("2").await);
    assert!(matches!(world.start(first).await.unwrap(), Started::Posted(posted) if posted.completed));
    let on = sales_setup::ActiveModel {
        post_with_job_queue: Set(true),
        job_queue_category_code: Set(code("NIGHT")),
        ..Default::default()
    };
    world.change(on).await;
    let refused = world.start(second).await.unwrap_err().to_string();
    assert!(refused.contains("there is no job queue category 'NIGHT'"), "{refused}");
    assert_eq!(world.status_of(second).await, JobQueueStatus::None);
    let queue = &world.queue;
    let make = |tx| async move { queue.create_category(&tx, code("NIGHT"), "", true).await };
    world.test.db.write(make).await.unwrap();
    let Started::InBackground(entry) = world.start(second).await.unwrap() else { panic!("it was posted at once") };
    assert_eq!(world.entry(entry).await.unwrap().job_queue_category_code, "NIGHT");
    world.work().await;
    assert!(world.left().await.is_empty());
}

#[tokio::test]
async fn an_order_of_which_nothing_is_to_be_posted_is_not_given_to_the_job_queue() {
    let world = World::new(Engine::Sqlite).await;
    let id = world.shirt("1").await;
    let refused = world.in_background(id, OrderOptions::default()).await.unwrap_err().to_string();
    assert!(refused.ends_with("turn on ship, invoice or both"), "{refused}");
    assert_eq!(world.status_of(id).await, JobQueueStatus::None);
}
