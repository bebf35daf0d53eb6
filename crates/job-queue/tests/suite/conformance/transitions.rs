use database::Engine;
use job_queue::entry::{self, Becomes, Event, Status, TRANSITIONS, transition};
use job_queue::{Error, Object, Queue, Result};
use rstest::rstest;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::world::World;

/// The states that an entry can be found in when nothing runs it.
const AT_REST: [Status; 5] =
    [Status::Ready, Status::Waiting, Status::OnHold, Status::Error, Status::OnHoldWithInactivityTimeout];

#[test]
fn the_table_says_one_thing_about_each_state_and_event() {
    for (at, one) in TRANSITIONS.iter().enumerate() {
        for other in &TRANSITIONS[at + 1..] {
            let both = one.from.iter().find(|status| other.from.contains(status));
            assert!(one.event != other.event || both.is_none(), "{} happens twice to {both:?}", one.event);
        }
    }
}

#[test]
fn every_event_happens_somewhere_and_every_state_can_be_left() {
    for event in Event::ALL {
        assert!(TRANSITIONS.iter().any(|transition| transition.event == *event), "{event} never happens");
    }
    for status in Status::ALL.iter().filter(|status| **status != Status::Finished) {
        let left = TRANSITIONS
            .iter()
            .any(|transition| transition.from.contains(status) && transition.becomes != Becomes::Is(*status));
        assert!(left, "nothing leads out of {status}");
    }
}

/// What people do to entries at rest comes to what the table says, in every state.
#[rstest]
#[tokio::test]
async fn what_people_do_comes_to_what_the_table_says(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for event in [Event::SetReady, Event::SetOnHold, Event::Restart, Event::Delete, Event::Wake] {
        for from in AT_REST {
            let id = world.enqueue(&world.entry("a", "success")).await;
            put(&world.queue, id, from).await;
            let done = act(&world.queue, id, event).await;
            let found = find(&world.queue, id).await.map(|entry| entry.status);
            match transition(from, event) {
                Some(Becomes::Is(status)) => assert_eq!(found, Some(status), "{event} in {from}"),
                Some(Becomes::Same) => assert_eq!(found, Some(from), "{event} in {from}"),
                Some(Becomes::Gone) => assert_eq!(found, None, "{event} in {from}"),
                None => assert_eq!(found, Some(from), "{event} in {from}: {done:?}"),
            }
            let queue = &world.queue;
            let cleared = queue.db().write(|tx| async move { queue.delete(&tx, id).await }).await;
            assert!(matches!(cleared, Ok(()) | Err(Error::NoEntry(_))));
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_worker_begins_in_every_state_in_which_the_table_lets_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for from in AT_REST {
        let before = world.puppet.began().len();
        let id = world.enqueue(&world.entry("a", "success")).await;
        put(&world.queue, id, from).await;
        world.work().await;
        let began = world.puppet.began().len() > before;
        assert_eq!(began, transition(from, Event::Begin).is_some(), "from {from}");
        let gone = find(&world.queue, id).await.is_none();
        assert_eq!(gone, began, "what ran once and ended well is gone");
    }
}

async fn act(queue: &Queue, id: Uuid, event: Event) -> Result<()> {
    let act = |tx| async move {
        match event {
            Event::SetReady => queue.set_ready(&tx, id).await,
            Event::SetOnHold => queue.hold(&tx, id).await,
            Event::Restart => queue.restart(&tx, id).await,
            Event::Delete => queue.delete(&tx, id).await,
            _ => queue.wake(&tx, crate::world::Puppet::ID, "").await.map(drop),
        }
    };
    queue.db().write(act).await
}

/// Puts an entry into a state in which something may start it, unless it is on hold.
async fn put(queue: &Queue, id: Uuid, status: Status) {
    let update = |tx| async move {
        entry::Entity::update_many()
            .col_expr(entry::Column::Status, Expr::value(status))
            .col_expr(entry::Column::Runnable, Expr::value(status != Status::OnHold))
            .filter(entry::Column::Id.eq(id))
            .exec(&tx)
            .await?;
        Result::<_>::Ok(())
    };
    queue.db().write(update).await.unwrap();
}

async fn find(queue: &Queue, id: Uuid) -> Option<entry::Model> {
    let find =
        |read| async move { Result::<_>::Ok(entry::Entity::find().filter(entry::Column::Id.eq(id)).one(&read).await?) };
    queue.db().read(find).await.unwrap()
}
