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
