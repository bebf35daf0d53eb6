use std::time::Duration;

use axum::body::Body;
use axum::http::Method;
use axum::response::Response;
use database::{Engine, Notice};
use http_body_util::BodyExt;
use rstest::rstest;
use tower::ServiceExt;

use crate::world::World;

async fn open(world: &World) -> Body {
    let request = world.call(Method::GET, "/api/v1/events").header("accept-encoding", "gzip").request();
    let response: Response = world.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    response.into_body()
}

async fn next(body: &mut Body) -> Option<String> {
    let frame = body.frame().await?.unwrap();
    Some(String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap())
}

#[rstest]
#[tokio::test]
async fn a_change_is_told_after_its_commit(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let mut events = open(&world).await;
    let tell = |tx: database::Tx| async move { tx.notify(Notice::new("jobQueueEntries", "1")).await };
    world.app.db.write(tell).await.unwrap();
    let event = next(&mut events).await.unwrap();
    assert!(event.contains("event: change"), "{event}");
    assert!(event.contains(r#"data: {"topic":"jobQueueEntries","id":"1","version":1772442000000000}"#), "{event}");
}

#[rstest]
#[tokio::test]
async fn a_silent_stream_shows_that_it_is_alive_and_ends_with_the_server() {
    let world = World::new(Engine::Sqlite).await;
    let mut events = open(&world).await;
    let (clock, shutdown) = (world.clock.clone(), world.app.shutdown.clone());
    let before = clock.sleepers();
    let pass_time = async {
        while clock.sleepers() <= before {
            tokio::task::yield_now().await;
        }
        clock.advance(Duration::from_secs(15));
    };
    let (comment, ()) = tokio::join!(next(&mut events), pass_time);
    assert_eq!(comment.as_deref(), Some(": still here\n\n"));
    shutdown.request();
    assert_eq!(next(&mut events).await, None);
}
