//! What is given to enter a store, and what the store says of it.

use connector::Error;
use connector::orders::SYNC_ORDERS;
use connector::shops::{self, Connection, Credentials, credential};
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use sea_orm::EntityTrait;

use crate::door::{Door, Happens};
use crate::world::{SHOP, World, kari};

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let of = |[token, id, secret, refresh]: [&str; 4]| {
        let secret_of = |text| some(text).map(Into::into);
        Credentials::of(secret_of(token), some(id), secret_of(secret), secret_of(refresh))
    };
    use credential::Kind;
    assert_eq!(of(["t", "", " ", ""]).unwrap().kind(), Kind::AccessToken);
    assert_eq!(of(["", "i", "s", ""]).unwrap().kind(), Kind::ClientCredentials);
    assert_eq!(of(["", "i", "s", "r"]).unwrap().kind(), Kind::RefreshToken);
    for (parts, why) in [
        (["", "", "", ""], "there are none"),
        (["t", "i", "", ""], "stands alone"),
        (["t", "i", "s", "r"], "stands alone"),
        (["", "i", "", ""], "secret is missing"),
        (["", "", "s", "r"], "client id is missing"),
        (["", "", "", "r"], "client secret are missing"),
    ] {
        let error = of(parts).unwrap_err().to_string();
        assert!(error.contains(why) && error.contains("refresh token"), "{error}");
    }
    assert!(!format!("{:?}", of(["", "i", "hush", "hush"]).unwrap()).contains("hush"));
}

#[rstest]
#[tokio::test]
async fn a_test_says_what_the_app_may_do_and_the_card_keeps_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let tested = shops::test(&world.connector, SHOP).await.unwrap();
    assert!(tested.access.iter().all(|access| access.missing.is_empty()));
    assert!(tested.granted.grant("read_all_orders") && !tested.granted.grant("write_script_tags"));
    let shop = world.shop().await;
    assert_eq!((shop.connection, shop.missing_scopes.as_str()), (Connection::Connected, ""));
    assert_eq!(shop.granted_scopes, tested.granted.to_string());
}

#[rstest]
#[tokio::test]
async fn why_a_store_gives_no_token_is_told(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, door) = Door::new(engine).await;
    let app = |secret: &str| Credentials::Client { client_id: "app".into(), client_secret: secret.into() };
    let connect = async |credentials| {
        shops::connect(&world.connector, &kari(), SHOP, credentials, None).await.unwrap();
        shops::test(&world.connector, SHOP).await
    };
    let wrong = connect(app("wrong")).await.unwrap_err().to_string();
    assert!(wrong.contains("client secret"), "{wrong}");
    assert_eq!(world.shop().await.connection, Connection::NotConnected);
    door.will([Happens::Refused("app_not_installed")]);
    let missing = connect(app("hush")).await.unwrap_err().to_string();
    assert!(missing.contains("not installed"), "{missing}");
    connect(app("hush")).await.unwrap();
    assert_eq!(world.shop().await.connection, Connection::Connected);
}

#[rstest]
#[tokio::test]
async fn everything_sealed_is_sealed_anew_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _door) = Door::new(engine).await;
    let app = Credentials::Client { client_id: "app".into(), client_secret: "hush".into() };
    shops::connect(&world.connector, &kari(), SHOP, app, None).await.unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    let all = || async {
        let query = credential::Entity::find();
        world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    };
    let before = all().await;
    let connector = &world.connector;
    let write = |tx| async move { credential::seal_anew(connector, &tx).await };
    assert_eq!(world.test.db.write(write).await.unwrap(), 1);
    let after = all().await;
    assert!(before[0].sealed_token != after[0].sealed_token && before[0].sealed_secrets != after[0].sealed_secrets);
    shops::test(connector, SHOP).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_token_goes_to_no_other_host_whoever_has_written_it_on_the_card(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let evil = shops::Model { admin_url: "https://evil.example".into(), ..world.shop().await };
    world.rewrite::<shops::ActiveModel, _>(evil).await;
    let shop = world.shop().await;
    assert!(matches!(world.connector.client(&shop).await, Err(Error::AdminUrl(_))));
    assert!(matches!(shops::test(&world.connector, SHOP).await, Err(Error::AdminUrl(_))));
    let log = world.log_of(SYNC_ORDERS, Filters::new()).await;
    assert!(log.error_message.contains("evil.example"), "{}", log.error_message);
    assert_eq!(world.calls().0, 0);
    // Whoever runs the server says so beforehand.
    world.connector.enter_by(["evil.example".to_owned()]);
    assert!(world.connector.client(&shop).await.is_ok());
}
