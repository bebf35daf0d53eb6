use database::Engine;
use job_queue::Outcome;
use rstest::rstest;

use crate::world::World;

#[rstest]
#[tokio::test]
async fn what_a_run_remarks_stays_in_its_log_unless_it_fails(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for ending in ["remark", "remark and fail", "success"] {
        world.enqueue(&world.entry(ending, ending)).await;
    }
    world.work().await;
    let told: Vec<_> = world.logs().await.into_iter().map(|log| (log.result, log.error_message)).collect();
    let expected = [
        (Outcome::PartialSuccess, "2 of 3 were left out: A, B".to_owned()),
        (Outcome::Error, "the token is wrong".to_owned()),
        (Outcome::Success, String::new()),
    ];
    assert_eq!(told, expected);
    let lines: Vec<_> = world.logs().await.into_iter().map(|log| log.error_call_stack).collect();
    assert_eq!(lines, ["A: no item\nB: no customer", "A: no item", ""]);
}
