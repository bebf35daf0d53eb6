//! A copy of a database talks to no store before someone says that it may.

use connector::orders::SYNC_ORDERS;
use connector::shops::{self, Connection};
use connector::{Connector, Error};
use database::Engine;
use job_queue::Filters;
use outbound::Http;
use rstest::rstest;
use runtime::Random;
use uuid::Uuid;

use crate::world::{INSTALLATION, SHOP, World, kari, vault};

/// The program in another place, on what was copied.
fn copied(world: &World) -> Connector {
    let (http, clock) = (Http::in_process(world.store.router()), world.connector.clock().clone());
    Connector::new(world.test.db.clone(), vault(), http, clock, Random::seeded(9), Uuid::from_u128(2))
}

#[rstest]
#[tokio::test]
async fn a_copy_sends_nothing_until_it_is_bound_and_enabled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let copy = copied(&world);
    world.forget_calls();
    assert!(matches!(copy.client(&world.shop().await).await, Err(Error::OtherInstallation(_))), "enabled or not");
    assert_eq!(shops::disable_others(&copy).await.unwrap(), [SHOP]);
    let shop = world.shop().await;
    assert!(!shop.enabled && shop.connection == Connection::OtherInstallation);
    assert!(shop.connection_message.contains("kobling shop bind DEMO"), "{}", shop.connection_message);
    let sync = world.sync(SYNC_ORDERS, Filters::new());
    let refused = connector::sync(&copy, &world.queue, &kari(), &sync).await.unwrap_err();
    assert!(matches!(refused, Error::OtherInstallation(_)), "{refused}");
    let refused = shops::test(&copy, SHOP).await.unwrap_err();
    assert!(matches!(refused, Error::OtherInstallation(_)), "a refresh token would be used up: {refused}");
    let refused = shops::enable(&copy, &kari(), SHOP).await.unwrap_err();
    assert!(matches!(refused, Error::OtherInstallation(_)), "{refused}");
    assert_eq!(world.calls().0, 0);

    let bound = shops::bind(&copy, &kari(), SHOP).await.unwrap();
    assert!(bound.connection == Connection::NotTested && !bound.enabled);
    // What the other one was given of the store's budget runs out before the copy has its turn.
    let enabled = world.while_time_passes(shops::enable(&copy, &kari(), SHOP), None).await.unwrap();
    assert!(enabled.unwrap().enabled);
    assert!(copy.client(&world.shop().await).await.is_ok());
    assert!(world.connector.client(&world.shop().await).await.is_err(), "one of them syncs, not both");
    assert_eq!(shops::disable_others(&copy).await.unwrap(), Vec::<String>::new());
}

#[rstest]
#[tokio::test]
async fn what_was_restored_belongs_to_nobody(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    assert_eq!(world.shop().await.installation_id, INSTALLATION);
    world.test.db.write(|tx| async move { shops::unbind_all(&tx).await }).await.unwrap();
    let shop = world.shop().await;
    assert!(!shop.enabled && shop.installation_id.is_nil());
    assert!(world.connector.client(&shop).await.is_err());
    shops::bind(&world.connector, &kari(), SHOP).await.unwrap();
    assert!(world.connector.client(&world.shop().await).await.is_ok());
}
