//! A filter that is set is obeyed, by every object that offers it.

use database::Engine;
use job_queue::{Filters, NewEntry, Outcome, log};
use outbound::Http;
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};

use crate::world::World;

const EVERYTHING: &str = "''|<>''";
const NOTHING: &str = "''&<>''";

/// An object that would not read one of its filters would fail its run for that.
#[rstest]
#[tokio::test]
async fn every_object_obeys_every_filter_that_it_offers(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _store) = World::with_store_of(engine, |store| Http::in_process(store.router())).await;
    let queue = &world.app.queue;
    for object in queue.registry().iter().filter(|object| !object.tables.is_empty()) {
        let mut filters = Filters::new();
        for table in &object.tables {
            let expression = if table.name == "Shop" { EVERYTHING } else { NOTHING };
            for field in &table.fields {
                filters = filters.with(format!("{}.{}", table.name, field.name), expression);
            }
        }
        let options = if object.id == 296 { json!({ "ship": true }) } else { Value::Null };
        let new = &NewEntry { filters, options, user: "TEST".into(), ..NewEntry::now(object.id) };
        queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await.unwrap();
        world.work().await;
        let newest = log::Entity::find().order_by_desc(log::Column::EntryNumber);
        let log = world.app.db.read(|r| async move { database::Result::<_>::Ok(newest.one(&r).await?) }).await;
        let log = log.unwrap().unwrap();
        assert_eq!(log.result, Outcome::Success, "{} {}: {}", object.id, object.caption, log.error_message);
    }
}
