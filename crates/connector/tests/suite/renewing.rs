//! Access tokens that end, and are asked for again.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use connector::orders::SYNC_ORDERS;
use connector::shops::{self, Connection, Credentials, credential};
use connector::{Connector, Error};
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use runtime::Random;
use sea_orm::EntityTrait;

use crate::door::{Door, Happens, drive};
use crate::store::{self, line, order};
use crate::world::{INSTALLATION, SHOP, World, kari, vault};

fn app() -> Credentials {
    Credentials::Client { client_id: "app".into(), client_secret: "hush".into() }
}

fn offline(refresh_token: &str) -> Credentials {
    Credentials::RefreshToken {
        client_id: "app".into(),
        client_secret: "hush".into(),
        refresh_token: refresh_token.into(),
    }
}

async fn connect(world: &World, credentials: Credentials) {
    shops::connect(&world.connector, &kari(), SHOP, credentials, None).await.unwrap();
}

/// Another process on the same database.
fn elsewhere(world: &World, door: &Door) -> Connector {
    let clock = world.connector.clock().clone();
    Connector::new(world.test.db.clone(), vault(), door.network(&world.store), clock, Random::seeded(9), INSTALLATION)
}

async fn call(connector: &Connector, world: &World) -> Result<(), Error> {
    let client = connector.client(&world.shop().await).await?;
    // It costs no points: what is shared here are tokens, and not the budget.
    client.granted_scopes().await?;
    Ok(())
}

async fn stored(world: &World) -> credential::Model {
    let query = credential::Entity::find();
    world.test.db.read(|r| async move { database::Result::<_>::Ok(query.one(&r).await?) }).await.unwrap().unwrap()
}

#[rstest]
#[tokio::test]
async fn a_token_of_a_day_is_asked_for_once_and_again_five_minutes_before_its_end(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    connect(&world, app()).await;
    assert_eq!(door.asked().len(), 0, "nothing is asked for before it is needed");
    for _ in 0..3 {
        call(&world.connector, &world).await.unwrap();
        call(&elsewhere(&world, &door), &world).await.unwrap();
    }
    assert_eq!(door.asked(), ["client_credentials"]);
    world.clock.advance(Duration::from_secs(86_399 - 301));
    call(&world.connector, &world).await.unwrap();
    assert_eq!(door.asked().len(), 1);
    world.clock.advance(Duration::from_secs(1));
    call(&world.connector, &world).await.unwrap();
    assert_eq!(door.asked().len(), 2);
    let shop = world.shop().await;
    assert_eq!(shop.granted_scopes, "read_customers, write_orders");
    assert_eq!(shop.missing_scopes, "read_products");
}

#[rstest]
#[tokio::test]
async fn one_client_goes_on_while_its_tokens_end(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, door) = Door::new(engine).await;
    door.knows_refresh_token("shprt_0");
    connect(&world, offline("shprt_0")).await;
    let client = world.connector.client(&world.shop().await).await.unwrap();
    for _ in 0..4 {
        shopify::documents::shop::settings(&client).await.unwrap();
        world.clock.advance(Duration::from_secs(3300));
    }
    assert_eq!(door.asked(), ["shprt_0", "shprt_1", "shprt_2", "shprt_3"], "each is used once");
    let row = stored(&world).await;
    assert!(!format!("{row:?}").contains("shprt") && !row.sealed_secrets.contains("shprt") && row.lease.is_none());
}

#[rstest]
#[tokio::test]
async fn many_that_need_a_token_at_once_ask_for_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, door) = Door::new(engine).await;
    door.knows_refresh_token("shprt_0");
    connect(&world, offline("shprt_0")).await;
    door.will([Happens::Held]);
    let processes: Vec<_> = (0..4).map(|_| elsewhere(&world, &door)).collect();
    let done = AtomicU32::new(0);
    let calls = processes.iter().map(async |process| {
        call(process, &world).await.unwrap();
        done.fetch_add(1, Ordering::Relaxed);
    });
    let until = async |reached: &dyn Fn() -> bool| {
        while !reached() {
            tokio::task::yield_now().await;
        }
    };
    let store = async {
        until(&|| world.clock.sleepers() == 3).await;
        door.let_out();
        until(&|| done.load(Ordering::Relaxed) == 1).await;
        world.clock.advance(Duration::from_secs(1));
    };
    futures::join!(futures::future::join_all(calls), store);
    assert_eq!(door.asked(), ["shprt_0"]);
}

#[rstest]
#[tokio::test]
async fn when_the_answer_is_lost_the_same_refresh_token_is_sent_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    door.knows_refresh_token("shprt_0");
    connect(&world, offline("shprt_0")).await;
    door.will([Happens::Lost, Happens::Lost, Happens::Lost]);
    let error = drive(&world, call(&world.connector, &world)).await.unwrap_err();
    assert!(error.to_string().contains("devstore.myshopify.com"), "{error}");
    assert_eq!(world.shop().await.connection, Connection::NotTested, "it may pass");
    drive(&world, call(&world.connector, &world)).await.unwrap();
    assert_eq!(door.asked(), ["shprt_0"; 4]);
}

#[rstest]
#[tokio::test]
async fn while_the_token_in_hand_is_good_a_store_in_trouble_is_no_failure(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    connect(&world, app()).await;
    call(&world.connector, &world).await.unwrap();
    world.clock.advance(Duration::from_secs(86_399 - 200));
    door.will([Happens::Trouble; 2]);
    drive(&world, call(&world.connector, &world)).await.unwrap();
    assert_eq!(door.asked().len(), 3);
    call(&world.connector, &world).await.unwrap();
    assert_eq!(door.asked().len(), 3, "for a minute nobody waits for the store again");
    world.clock.advance(Duration::from_secs(200));
    door.will([Happens::Trouble; 2]);
    drive(&world, call(&world.connector, &world)).await.unwrap_err();
    call(&world.connector, &world).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_process_that_freezes_while_it_asks_is_replaced_and_its_answer_is_not_kept(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    door.knows_refresh_token("shprt_0");
    connect(&world, offline("shprt_0")).await;
    door.will([Happens::Held]);
    let frozen = elsewhere(&world, &door);
    let other = async {
        while door.asked().is_empty() {
            tokio::task::yield_now().await;
        }
        drive(&world, call(&world.connector, &world)).await.unwrap();
        let kept = stored(&world).await;
        door.let_out();
        kept
    };
    let (frozen, kept) = futures::join!(call(&frozen, &world), other);
    frozen.unwrap();
    assert_eq!(door.asked(), ["shprt_0", "shprt_0"], "the second waits for the lease to end");
    assert_eq!(stored(&world).await, kept, "what came too late is not kept");
}

#[rstest]
#[tokio::test]
async fn a_refused_refresh_token_stops_the_shop_until_it_is_connected_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    connect(&world, offline("shprt_used_up")).await;
    let log = world.log_of(SYNC_ORDERS, Filters::new()).await;
    assert!(log.error_message.contains("invalid_grant"), "{}", log.error_message);
    let shop = world.shop().await;
    assert_eq!(shop.connection, Connection::NotConnected);
    assert!(shop.enabled && shop.connection_message.contains("invalid_grant"), "{}", shop.connection_message);

    let sync = world.sync(SYNC_ORDERS, Filters::new());
    let refused = connector::sync(&world.connector, &world.queue, &kari(), &sync).await.unwrap_err().to_string();
    assert!(refused.contains("kobling shop connect DEMO") && refused.contains("invalid_grant"), "{refused}");
    assert!(matches!(call(&world.connector, &world).await, Err(Error::Disconnected { .. })));
    assert_eq!((door.asked().len(), door.let_in()), (1, 0), "nothing is asked of the store meanwhile");

    connect(&world, app()).await;
    assert_eq!(world.sync_orders().await.created, 1);
}

#[rstest]
#[tokio::test]
async fn a_token_that_was_taken_back_is_renewed_once_and_the_call_sent_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    connect(&world, app()).await;
    call(&world.connector, &world).await.unwrap();
    door.take_back_all();
    call(&world.connector, &world).await.unwrap();
    assert_eq!(door.asked().len(), 2);
    door.refuse_everyone(true);
    let error = call(&world.connector, &world).await.unwrap_err().to_string();
    assert!(error.contains("does not accept the access token"), "{error}");
    assert_eq!((door.asked().len(), world.shop().await.connection), (3, Connection::NotConnected));
}

#[rstest]
#[tokio::test]
async fn a_given_token_that_is_refused_stops_the_shop_until_it_is_connected_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    door.refuse_everyone(true);
    let log = world.log_of(SYNC_ORDERS, Filters::new()).await;
    assert!(log.error_message.contains("does not accept the access token"), "{}", log.error_message);
    assert_eq!(world.shop().await.connection, Connection::NotConnected);
    let refused = call(&world.connector, &world).await.unwrap_err().to_string();
    assert!(refused.contains("the shop DEMO is not connected"), "{refused}");

    door.refuse_everyone(false);
    connect(&world, devstore::DEFAULT_TOKEN.into()).await;
    assert_eq!(world.shop().await.connection, Connection::NotTested);
    call(&world.connector, &world).await.unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    assert_eq!(world.shop().await.connection, Connection::Connected);
}

#[rstest]
#[tokio::test]
async fn a_refresh_token_that_has_ended_stops_the_shop_without_asking_the_store(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, door) = Door::new(engine).await;
    door.knows_refresh_token("shprt_0");
    connect(&world, offline("shprt_0")).await;
    world.clock.advance(Duration::from_secs(200 * 86_400));
    call(&world.connector, &world).await.unwrap();
    assert_eq!(door.asked().len(), 1, "nobody has said until when the first is good");

    // The store has said that the next is good for 90 days.
    world.clock.advance(Duration::from_secs(90 * 86_400 - 1));
    call(&world.connector, &world).await.unwrap();
    assert_eq!(door.asked().len(), 2);
    world.clock.advance(Duration::from_secs(90 * 86_400));
    let log = world.log_of(SYNC_ORDERS, Filters::new()).await;
    assert!(log.error_message.contains("its refresh token was not used for so long"), "{}", log.error_message);
    let shop = world.shop().await;
    assert_eq!((shop.connection, door.asked().len()), (Connection::NotConnected, 2));
    assert!(shop.connection_message.contains("has ended"), "{}", shop.connection_message);
    connect(&world, app()).await;
    call(&world.connector, &world).await.unwrap();
}
