use access::user_account::State;
use access::{Error, NewUser, Permission, Principal, Via};
use database::{Engine, Read, Tx};
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use crate::world::{PASSWORD, world};

#[rstest]
#[tokio::test]
async fn a_user_signs_in_with_the_right_password_only(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let principal = world.access.verify_password("Kari", &PASSWORD.to_owned().into()).await.unwrap();
    assert_eq!((principal.user_id, principal.user_name.as_str()), (world.kari.id, "KARI"));
    assert_eq!((principal.permission, principal.via), (Permission::Administrator, Via::Password));
    for (name, password) in [("kari", "wrong horse"), ("ola", PASSWORD), ("kari", ""), (&"x".repeat(99), PASSWORD)] {
        let error = world.access.verify_password(name, &password.to_owned().into()).await.unwrap_err();
        assert!(matches!(error, Error::WrongPassword) && error.is_not_signed_in());
        assert_eq!(error.to_string(), "the user name or the password is wrong: check both and try again");
    }
}

#[rstest]
#[tokio::test]
async fn a_new_password_replaces_the_old_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let (access, by, id) = (&world.access, &Principal::system(), world.kari.id);
    assert!(matches!(access.hash(&"short".to_owned().into()).await, Err(Error::ShortPassword(8))));
    let password = &access.hash(&"battery staple".to_owned().into()).await.unwrap();
    let set = |tx: Tx| async move { access.set_password(&tx, by, id, password.clone()).await };
    world.test.db.write(set).await.unwrap();
    let old = access.verify_password("kari", &PASSWORD.to_owned().into()).await;
    assert!(matches!(old, Err(Error::WrongPassword)));
    assert!(access.verify_password("kari", &"battery staple".to_owned().into()).await.is_ok());
}

#[rstest]
#[tokio::test]
async fn a_user_name_is_taken_once_and_the_transaction_lives_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let (access, by) = (&world.access, &Principal::system());
    let new = |name: &str| NewUser {
        user_name: name.to_owned(),
        full_name: String::new(),
        permission: Permission::Viewer,
        password: None,
    };
    let new = &new;
    let create = |tx: Tx| async move {
        let twice = access.create_user(&tx, by, new("KARI")).await;
        assert!(matches!(twice, Err(Error::UserExists(name)) if name == "KARI"));
        assert!(matches!(access.create_user(&tx, by, new("  ")).await, Err(Error::UserName)));
        access.create_user(&tx, by, new("ola")).await
    };
    let ola = world.test.db.write(create).await.unwrap();
    let read = |r: Read| async move {
        assert!(matches!(access.user(&r, "per").await, Err(Error::NoUser(_))));
        assert_eq!(access.user(&r, "Ola").await?.id, ola.id);
        access.users(&r).await
    };
    let names: Vec<String> =
        world.test.db.read(read).await.unwrap().into_iter().map(|user| user.user_name.to_string()).collect();
    assert_eq!(names, ["KARI", "OLA"]);
    let without_password = access.verify_password("ola", &"anything at all".to_owned().into()).await;
    assert!(matches!(without_password, Err(Error::WrongPassword)));
}

#[rstest]
#[tokio::test]
async fn the_last_administrator_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let (access, by, kari) = (&world.access, &Principal::system(), world.kari.id);
    let disable = |tx: Tx| async move { access.set_user_state(&tx, by, kari, State::Disabled).await };
    assert!(matches!(world.test.db.write(disable).await, Err(Error::LastAdministrator(_))));
    let demote = |tx: Tx| async move { access.set_permission(&tx, by, kari, Permission::User).await };
    assert!(matches!(world.test.db.write(demote).await, Err(Error::LastAdministrator(_))));
    let with_another = |tx: Tx| async move {
        let ola = NewUser {
            user_name: "ola".into(),
            full_name: "Ola".into(),
            permission: Permission::Administrator,
            password: None,
        };
        access.create_user(&tx, by, ola).await?;
        access.set_user_state(&tx, by, kari, State::Disabled).await
    };
    world.test.db.write(with_another).await.unwrap();
    let error = access.verify_password("kari", &PASSWORD.to_owned().into()).await.unwrap_err();
    assert_eq!(error.to_string(), "the user KARI is disabled: ask an administrator to enable it");
    let nobody = |tx: Tx| async move { access.set_user_state(&tx, by, Uuid::nil(), State::Disabled).await };
    assert!(matches!(world.test.db.write(nobody).await, Err(Error::NoUser(_))));
}

#[rstest]
#[tokio::test]
async fn what_is_done_to_users_is_in_the_audit_log_without_secrets(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let (access, id) = (&world.access, world.kari.id);
    let by = &access.verify_password("kari", &PASSWORD.to_owned().into()).await.unwrap();
    world.clock.advance(std::time::Duration::from_secs(1));
    let password = &access.hash(&"battery staple".to_owned().into()).await.unwrap();
    let set = |tx: Tx| async move {
        access.set_password(&tx, by, id, password.clone()).await?;
        access.set_email(&tx, by, id, "kari@shop.example").await?;
        // What changes nothing is no change.
        access.set_email(&tx, by, id, "kari@shop.example").await
    };
    world.test.db.write(set).await.unwrap();
    let log = world.audit().await;
    assert!(log.iter().all(|entry| entry.record_id == Some(id) && entry.entity == "users" && entry.subject == "KARI"));
    let seen: Vec<_> =
        log.iter().map(|entry| [&entry.user_name, &entry.via, &entry.action].map(String::as_str)).collect();
    assert_eq!(
        seen,
        [
            ["KOBLING", "system", "User created"],
            ["KARI", "password", "password set"],
            ["KARI", "password", "User changed"]
        ]
    );
    let details = log.iter().map(|entry| serde_json::from_str(&entry.detail).unwrap());
    let details: Vec<serde_json::Value> = details.collect();
    let made = json!({
        "userName": {"new": "KARI"},
        "fullName": {"new": "Kari Nordmann"},
        "permission": {"new": "Administrator"},
        "state": {"new": "Enabled"},
    });
    assert_eq!(details, [made, json!({}), json!({"email": {"old": "", "new": "kari@shop.example"}})]);
}
