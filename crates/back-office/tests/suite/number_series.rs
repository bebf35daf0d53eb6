use std::sync::Arc;

use back_office::number_series::{self, line, series};
use back_office::{Error, Result};
use database::Engine;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use values::Code;

use crate::world::{World, code, day};

async fn series(world: &World, starting: &str, ending: &str, from: Option<&str>) {
    let (random, begun) = (&world.random, from.map(day));
    let insert = |tx| async move {
        let id = || random.id(database::testing::start());
        let row = series::Model {
            id: id(),
            code: code("TEST"),
            description: String::new(),
            default_numbers: true,
            manual_numbers: false,
            date_order: false,
        };
        row.into_active_model().insert(&tx).await?;
        let row = line::Model {
            id: id(),
            series_code: code("TEST"),
            starting_date: begun,
            starting_number: code(starting),
            ending_number: code(ending),
            increment_by_number: 1,
            last_number_used: Code::blank(),
            last_date_used: None,
            open: true,
        };
        row.into_active_model().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(insert).await.unwrap();
}

async fn draw(world: &World, date: &str) -> Result<String> {
    let date = day(date);
    let next = |tx| async move { number_series::next(&tx, &code("TEST"), date).await };
    world.test.db.write(next).await.map(|number| number.to_string())
}

#[rstest]
#[tokio::test]
async fn a_number_that_was_drawn_in_vain_is_drawn_again(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    series(&world, "A-009", "", None).await;
    assert_eq!(draw(&world, "2026-03-02").await.unwrap(), "A-009");
    let failed: Result<()> = world
        .test
        .db
        .write(|tx| async move {
            let drawn = number_series::lock(&tx, &code("TEST")).await?.draw(&tx, day("2026-03-02"), 3).await?;
            assert_eq!(drawn, ["A-010", "A-011", "A-012"]);
            Err(Error::NoLines)
        })
        .await;
    assert!(failed.is_err());
    assert_eq!(draw(&world, "2026-03-02").await.unwrap(), "A-010");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_draw_every_number_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = Arc::new(World::new(engine).await);
    series(&world, "1", "", None).await;
    let (drawn, mut scope) = (Arc::new(std::sync::Mutex::new(Vec::new())), runtime::Scope::new());
    for writer in 0..8 {
        let (world, drawn) = (world.clone(), drawn.clone());
        scope.spawn(async move {
            for turn in 0..10 {
                let fails = (writer + turn) % 3 == 0;
                let next = |tx| async move {
                    let number = number_series::next(&tx, &code("TEST"), day("2026-03-02")).await?;
                    if fails { Err(Error::NoLines) } else { Ok(number.as_str().parse::<u32>().unwrap()) }
                };
                if let Ok(number) = world.test.db.write(next).await {
                    drawn.lock().unwrap().push(number);
                }
            }
        });
    }
    scope.join().await;
    let mut drawn = drawn.lock().unwrap().clone();
    drawn.sort_unstable();
    assert_eq!(drawn, (1..=u32::try_from(drawn.len()).unwrap()).collect::<Vec<_>>());
}

#[rstest]
#[tokio::test]
async fn a_series_ends_with_its_last_number(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    series(&world, "A8", "A9", None).await;
    assert_eq!(draw(&world, "2026-03-02").await.unwrap(), "A8");
    let too_many = world
        .test
        .db
        .write(|tx| async move { number_series::lock(&tx, &code("TEST")).await?.draw(&tx, day("2026-03-02"), 2).await })
        .await;
    assert_eq!(
        too_many.unwrap_err().to_string(),
        "you cannot assign numbers greater than A9 from the number series TEST; the last one was 'A9': add a line with more numbers"
    );
    assert_eq!(draw(&world, "2026-03-02").await.unwrap(), "A9");
    assert_eq!(
        draw(&world, "2026-03-02").await.unwrap_err().to_string(),
        "you cannot assign new numbers from the number series TEST: it has no open line, add one"
    );
}

#[rstest]
#[tokio::test]
async fn a_number_without_a_digit_is_not_counted_up(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    series(&world, "FIRST", "", None).await;
    assert_eq!(draw(&world, "2026-03-02").await.unwrap(), "FIRST");
    assert_eq!(
        draw(&world, "2026-03-02").await.unwrap_err().to_string(),
        "the number 'FIRST' of the series TEST has no digits to count up: give the series a starting number as SO-0001"
    );
}

#[rstest]
#[tokio::test]
async fn the_line_that_began_last_gives_the_number_in_its_steps(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    series(&world, "A98", "", Some("2026-01-01")).await;
    world.change(line::ActiveModel { increment_by_number: Set(10), ..Default::default() }).await;
    let later = line::Model {
        id: world.random.id(database::testing::start()),
        series_code: code("TEST"),
        starting_date: Some(day("2026-04-01")),
        starting_number: code("B1"),
        ending_number: Code::blank(),
        increment_by_number: 1,
        last_number_used: Code::blank(),
        last_date_used: None,
        open: true,
    };
    world.insert(later).await;
    let mut drawn = Vec::new();
    for date in ["2026-03-31", "2026-03-31", "2026-04-01", "2026-04-30", "2026-03-31"] {
        drawn.push(draw(&world, date).await.unwrap());
    }
    assert_eq!(drawn, ["A98", "A108", "B1", "B2", "A118"]);
}

#[rstest]
#[tokio::test]
async fn a_series_gives_no_number_before_it_begins(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    series(&world, "A1", "", Some("2026-03-02")).await;
    assert_eq!(
        draw(&world, "2026-03-01").await.unwrap_err().to_string(),
        "you cannot assign new numbers from the number series TEST on 2026-03-01: add a line that begins on that day or before"
    );
    assert_eq!(draw(&world, "2026-03-02").await.unwrap(), "A1");
}

#[rstest]
#[tokio::test]
async fn a_series_in_the_order_of_dates_does_not_go_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    series(&world, "A1", "", None).await;
    world.change(series::ActiveModel { date_order: Set(true), ..Default::default() }).await;
    draw(&world, "2026-03-02").await.unwrap();
    assert_eq!(
        draw(&world, "2026-03-01").await.unwrap_err().to_string(),
        "you cannot assign new numbers from the number series TEST on a date before 2026-03-02: choose a later date, or turn Date Order off"
    );
    assert_eq!(draw(&world, "2026-03-02").await.unwrap(), "A2");
}

#[rstest]
#[tokio::test]
async fn numbers_by_hand_and_by_itself_are_allowed_one_by_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    series(&world, "A1", "", None).await;
    let by_hand = |tx| async move { number_series::lock(&tx, &code("TEST")).await?.accept_manual() };
    assert_eq!(
        world.test.db.write(by_hand).await.unwrap_err().to_string(),
        "you may not enter numbers manually in the number series TEST: turn Manual Nos. on, or leave the number out"
    );
    world.change(series::ActiveModel { default_numbers: Set(false), ..Default::default() }).await;
    assert_eq!(
        draw(&world, "2026-03-02").await.unwrap_err().to_string(),
        "it is not possible to assign numbers automatically from the number series TEST: turn Default Nos. on, or enter the number"
    );
    world.change(series::ActiveModel { manual_numbers: Set(true), ..Default::default() }).await;
    world.test.db.write(by_hand).await.unwrap();
}
