use std::time::Duration;

use access::user_account::State;
use access::{Error, NewToken, NewUser, Permission, Principal, Result, Via, api_token};
use chrono::{DateTime, Utc};
use database::testing::start;
use database::{Engine, Read, Record, Tx};
use rstest::rstest;

use crate::world::{World, world};

async fn token(world: &World, expires_at: Option<DateTime<Utc>>) -> NewToken {
    let (access, by, user) = (&world.access, &Principal::system(), world.kari.id);
    let create = |tx: Tx| async move { access.create_token(&tx, by, user, "reports", expires_at).await };
    world.test.db.write(create).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn a_token_acts_for_its_user(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let token = token(&world, None).await;
    assert!(token.text.expose().starts_with("kob_") && token.text.expose().len() == 47);
    let principal = world.access.authenticate(token.text.expose()).await.unwrap();
    assert_eq!(principal.user_name, "KARI");
    assert_eq!(principal.via, Via::Token(token.record.id));
}

#[rstest]
#[tokio::test]
async fn the_text_of_a_token_is_kept_nowhere(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let token = token(&world, None).await;
    let text = token.text.expose();
    assert!(!format!("{token:?}").contains(&text[8..]));
    let access = &world.access;
    let stored = world.test.db.read(|r: Read| async move { access.tokens(&r).await }).await.unwrap();
    assert_eq!(stored, std::slice::from_ref(&token.record));
    assert!(!format!("{stored:?}{:?}", world.audit().await).contains(&text[8..]));
    assert!(api_token::Entity::json(&stored[0]).get("digest").is_none());
}

#[rstest]
#[tokio::test]
async fn a_revoked_an_expired_and_an_unknown_token_are_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let (access, by) = (&world.access, &Principal::system());
    let revoked = token(&world, None).await;
    let expiring = token(&world, Some(start() + Duration::from_secs(60))).await;
    let id = revoked.record.id;
    let revoke = |tx: Tx| async move {
        access.revoke_token(&tx, by, id).await?;
        access.revoke_token(&tx, by, id).await
    };
    world.test.db.write(revoke).await.unwrap();
    assert!(access.authenticate(expiring.text.expose()).await.is_ok());
    world.clock.advance(Duration::from_secs(60));
    let refusals = [
        (
            revoked.text.expose(),
            "the API token 'reports' has been revoked: create a new one with `kobling token create`",
        ),
        (expiring.text.expose(), "the API token 'reports' has expired: create a new one with `kobling token create`"),
        ("kob_made_up", "the API token is not known: create one with `kobling token create`"),
        ("", "the API token is not known: create one with `kobling token create`"),
    ];
    for (text, sentence) in refusals {
        let error = access.authenticate(text).await.unwrap_err();
        assert!(error.is_not_signed_in());
        assert_eq!(error.to_string(), sentence);
    }
    let revocations = world.audit().await.into_iter().filter(|entry| entry.action == "API token revoked").count();
    assert_eq!(revocations, 1);
    let nothing = |tx: Tx| async move { access.revoke_token(&tx, by, uuid::Uuid::nil()).await };
    assert!(matches!(world.test.db.write(nothing).await, Err(Error::NoToken)));
}

#[rstest]
#[tokio::test]
async fn a_token_of_a_disabled_user_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let (access, by) = (&world.access, &Principal::system());
    let prepare = |tx: Tx| async move {
        let ola =
            NewUser { user_name: "ola".into(), full_name: String::new(), permission: Permission::User, password: None };
        let ola = access.create_user(&tx, by, ola).await?;
        let token = access.create_token(&tx, by, ola.id, "script", None).await?;
        access.set_user_state(&tx, by, ola.id, State::Disabled).await?;
        Result::<_>::Ok(token)
    };
    let token = world.test.db.write(prepare).await.unwrap();
    let refused = access.authenticate(token.text.expose()).await;
    assert!(matches!(refused, Err(Error::UserDisabled(name)) if name == "OLA"));
}

#[rstest]
#[tokio::test]
async fn a_token_may_do_no_more_than_it_was_given_nor_than_its_user(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let (access, by) = (&world.access, &Principal::system());
    let new = |permission| NewUser { user_name: "ola".into(), full_name: String::new(), permission, password: None };
    let ola = new(Permission::ShopAdministrator);
    let ola = &ola;
    let make = |tx: Tx| async move {
        let ola = access.create_user(&tx, by, ola.clone()).await?.id;
        let limited = |most| (ola, Some(most));
        let till = access.create_limited_token(&tx, by, limited(Permission::Operator), "till", None).await?;
        let more = access.create_limited_token(&tx, by, limited(Permission::Administrator), "more", None).await?;
        Result::<_>::Ok((ola, till, more, access.create_token(&tx, by, ola, "same", None).await?))
    };
    let (ola, till, more, same) = world.test.db.write(make).await.unwrap();
    let may = async |token: &access::NewToken| access.authenticate(token.text.expose()).await.unwrap().permission;
    assert_eq!(
        (may(&till).await, may(&more).await, may(&same).await),
        (Permission::Operator, Permission::ShopAdministrator, Permission::ShopAdministrator)
    );
    let demote = |tx: Tx| async move { access.set_permission(&tx, by, ola, Permission::Viewer).await };
    world.test.db.write(demote).await.unwrap();
    assert_eq!((may(&till).await, may(&more).await), (Permission::Viewer, Permission::Viewer));
}
