//! Jobs that are made, run to their end, and looked at.

use std::time::Duration;

use back_office::posting_jobs::result;
use back_office::sales::{DocumentType, JobQueueStatus, header};
use back_office::{Result, general_ledger, sales};
use chrono::{DateTime, NaiveDate, Utc};
use job_queue::{Filters, NewEntry, Worker, WorkerOptions, entry, log};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::Value;
use uuid::Uuid;

use crate::world::{World, from, order, sold};

/// An entry that runs `object` once, in the name of OLA.
pub fn job(object: i32, options: Value, filters: &[(&str, &str)]) -> NewEntry {
    let filters =
        filters.iter().fold(Filters::new(), |all, (field, text)| all.with(format!("SalesHeader.{field}"), *text));
    NewEntry { options, filters, user: "OLA".into(), ..NewEntry::now(object) }
}

pub fn ship_and_invoice() -> Value {
    serde_json::json!({ "ship": true, "invoice": true })
}

impl World {
    /// A released order of one shirt.
    pub async fn shirt(&self, id: &str) -> Uuid {
        self.shirt_of(id, None).await
    }

    /// The same, to be posted on a day.
    pub async fn shirt_of(&self, id: &str, posting_date: Option<&str>) -> Uuid {
        let posting_date: Option<NaiveDate> = posting_date.map(|day| day.parse().unwrap());
        let new =
            sales::NewDocument { source: from(id), posting_date, ..order(true, vec![sold("SHIRT", 1, "125.00", "0")]) };
        let id = self.document(DocumentType::Order, &new).await;
        self.release(id).await.unwrap();
        id
    }

    pub async fn release(&self, id: Uuid) -> Result<header::Model> {
        let cx = &self.context();
        self.test.db.write(|tx| async move { sales::release(&tx, id, cx).await }).await
    }

    /// From this day on nothing may be posted.
    pub async fn closed_after(&self, day: Option<&str>) {
        let last = day.map(|day| day.parse().unwrap());
        self.change(general_ledger::setup::ActiveModel { allow_posting_to: Set(last), ..Default::default() }).await;
    }

    pub async fn enqueue(&self, new: &NewEntry) -> job_queue::Result<Uuid> {
        let queue = &self.queue;
        Ok(self.test.db.write(|tx| async move { queue.enqueue(&tx, new).await }).await?.id())
    }

    /// Runs what is due.
    pub async fn work(&self) {
        let options = WorkerOptions { name: "w".into(), ..WorkerOptions::default() };
        Worker::new(self.queue.clone(), options).work_until_idle().await.unwrap();
    }

    /// Runs an object to its end, and gives its log entry.
    pub async fn run(&self, new: &NewEntry) -> log::Model {
        let id = self.enqueue(new).await.unwrap();
        self.work().await;
        self.log_of(id).await
    }

    pub async fn log_of(&self, entry: Uuid) -> log::Model {
        let mut logs = self.logs().await;
        logs.retain(|log| log.job_queue_entry_id == entry);
        logs.pop().unwrap()
    }

    pub async fn logs(&self) -> Vec<log::Model> {
        let all = log::Entity::find().order_by_asc(log::Column::EntryNumber);
        self.test.db.read(|r| async move { Result::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }

    pub async fn entry(&self, id: Uuid) -> Option<entry::Model> {
        let find = entry::Entity::find().filter(entry::Column::Id.eq(id));
        self.test.db.read(|r| async move { Result::<_>::Ok(find.one(&r).await?) }).await.unwrap()
    }

    pub async fn results(&self) -> Vec<result::Model> {
        let all = || result::Entity::find().order_by_asc(result::Column::DocumentNumber);
        self.test.db.read(|r| async move { Result::<_>::Ok(all().all(&r).await?) }).await.unwrap()
    }

    /// The numbers of the documents that are not posted whole.
    pub async fn left(&self) -> Vec<String> {
        self.orders().await.into_iter().map(|document| document.number.to_string()).collect()
    }

    pub async fn status_of(&self, id: Uuid) -> JobQueueStatus {
        self.read(id).await.0.job_queue_status
    }

    /// Goes on to a later moment.
    pub fn advance_to(&self, moment: &str) {
        let moment: DateTime<Utc> = moment.parse().unwrap();
        self.clock.advance((moment - self.clock.now()).to_std().unwrap());
    }

    /// A lost run's lease is over.
    pub fn leases_end(&self) {
        self.clock.advance(Duration::from_secs(7));
    }
}
