use std::time::Duration;

use access::user_account::State;
use access::{Error, NewSession, NewUser, Permission, Principal, Result, Via};
use database::{Engine, Tx};
use rstest::rstest;
use secrecy::ExposeSecret;

use crate::world::{PASSWORD, World, world};

const HOUR: Duration = Duration::from_secs(3600);

async fn session(world: &World) -> NewSession {
    let access = &world.access;
    let kari = &access.sign_in("kari", &PASSWORD.to_owned().into()).await.unwrap();
    world.test.db.write(|tx: Tx| async move { access.begin_session(&tx, kari).await }).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn a_session_acts_for_its_user_until_it_ends(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let (access, session) = (&world.access, &session(&world).await);
    let found = access.session(session.expose()).await.unwrap();
    assert_eq!((found.principal.user_name.as_str(), found.principal.via), ("KARI", Via::Session));
    assert!(!format!("{session:?}{:?}", world.audit().await).contains(session.expose()));
    world.test.db.write(|tx: Tx| async move { access.end_session(&tx, session.expose()).await }).await.unwrap();
    for text in [session.expose(), "", "made up"] {
        let error = access.session(text).await.unwrap_err();
        assert!(error.is_not_signed_in());
        assert_eq!(error.to_string(), "your session has ended: sign in again");
    }
}

#[rstest]
#[tokio::test]
async fn a_session_in_use_goes_on_and_an_unused_one_ends(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let session = session(&world).await;
    let found = world.access.session(session.expose()).await.unwrap();
    assert_eq!(found.renewed_until, None, "what has just begun is not written again");
    for _ in 0..5 {
        world.clock.advance(11 * HOUR);
        let found = world.access.session(session.expose()).await.unwrap();
        assert_eq!(found.renewed_until, Some(world.clock.now() + 12 * HOUR));
    }
    world.clock.advance(12 * HOUR);
    assert!(matches!(world.access.session(session.expose()).await, Err(Error::SessionOver)));
}

#[rstest]
#[tokio::test]
async fn a_session_ends_after_thirty_days_however_it_is_used(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let session = session(&world).await;
    for _ in 0..(30 * 24 / 8 - 1) {
        world.clock.advance(8 * HOUR);
        world.access.session(session.expose()).await.unwrap();
    }
    world.clock.advance(8 * HOUR);
    assert!(matches!(world.access.session(session.expose()).await, Err(Error::SessionOver)));
}

#[rstest]
#[tokio::test]
async fn a_new_password_and_a_disabled_user_end_the_sessions(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let (access, by, id) = (&world.access, &Principal::system(), world.kari.id);
    let old = session(&world).await;
    let password = &access.hash(&PASSWORD.to_owned().into()).await.unwrap();
    let set = |tx: Tx| async move { access.set_password(&tx, by, id, password.clone()).await };
    world.test.db.write(set).await.unwrap();
    assert!(matches!(access.session(old.expose()).await, Err(Error::SessionOver)));

    let session = session(&world).await;
    let disable = |tx: Tx| async move {
        let ola = NewUser {
            user_name: "ola".into(),
            full_name: "Ola".into(),
            permission: Permission::Administrator,
            password: None,
        };
        access.create_user(&tx, by, ola).await?;
        access.set_user_state(&tx, by, id, State::Disabled).await
    };
    world.test.db.write(disable).await.unwrap();
    assert!(access.session(session.expose()).await.unwrap_err().is_not_signed_in());
}

#[rstest]
#[tokio::test]
async fn a_ticket_signs_in_once_and_not_for_long(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let (first, late) = (world.access.ticket(world.kari.id), world.access.ticket(world.kari.id));
    let kari = world.access.redeem_ticket(first.expose_secret()).await.unwrap();
    assert_eq!((kari.user_name.as_str(), kari.via), ("KARI", Via::Ticket));
    world.clock.advance(Duration::from_secs(15 * 60));
    for ticket in [first.expose_secret(), late.expose_secret(), "made up"] {
        let error = world.access.redeem_ticket(ticket).await.unwrap_err();
        assert!(matches!(error, Error::UsedTicket) && error.is_not_signed_in());
    }
}

#[rstest]
#[tokio::test]
async fn after_five_wrong_passwords_the_right_one_has_to_wait(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let sign_in = |name: &'static str, password: &'static str| {
        let access = world.access.clone();
        async move { Result::<_>::Ok(access.sign_in(name, &password.to_owned().into()).await?.user_name) }
    };
    for name in ["kari", "KARI", "Kari ", "kari", "kari"] {
        assert!(matches!(sign_in(name, "wrong horse").await, Err(Error::WrongPassword)));
    }
    let error = sign_in("kari", PASSWORD).await.unwrap_err();
    assert_eq!(error.to_string(), "too many wrong passwords for this user: try again in 30 seconds");
    assert!(matches!(sign_in("ola", PASSWORD).await, Err(Error::WrongPassword)), "another name is not held up");
    world.clock.advance(Duration::from_secs(30));
    assert!(matches!(sign_in("kari", "wrong horse").await, Err(Error::WrongPassword)));
    assert!(matches!(sign_in("kari", PASSWORD).await, Err(Error::TooManyAttempts { seconds: 60 })));
    world.clock.advance(Duration::from_secs(60));
    assert_eq!(sign_in("kari", PASSWORD).await.unwrap(), "KARI");
    assert!(matches!(sign_in("kari", "wrong horse").await, Err(Error::WrongPassword)), "the count began anew");
}
