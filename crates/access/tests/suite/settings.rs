use access::{Error, Principal, Result};
use database::{Engine, Read, Tx};
use rstest::rstest;
use serde_json::json;

use crate::world::world;

#[rstest]
#[tokio::test]
async fn a_setting_is_what_it_was_set_to_last(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let (access, by) = (&world.access, &Principal::system());
    let set = |tx: Tx| async move {
        access.set_setting(&tx, by, "keep_logs_days", &30).await?;
        access.set_setting(&tx, by, "keep_logs_days", &90).await
    };
    world.test.db.write(set).await.unwrap();
    let read = |r: Read| async move {
        let never_set: Option<u32> = access.setting(&r, "nothing").await?;
        let days: Option<u32> = access.setting(&r, "keep_logs_days").await?;
        let wrong = access.setting::<String>(&r, "keep_logs_days").await;
        assert!(matches!(wrong, Err(Error::Setting { key, .. }) if key == "keep_logs_days"));
        Result::<_>::Ok((never_set, days))
    };
    assert_eq!(world.test.db.read(read).await.unwrap(), (None, Some(90)));
    let details: Vec<serde_json::Value> = world
        .audit()
        .await
        .into_iter()
        .filter(|entry| entry.action == "setting changed")
        .map(|entry| serde_json::from_str(&entry.detail).unwrap())
        .collect();
    assert_eq!(details, [json!({"value": {"old": null, "new": 30}}), json!({"value": {"old": 30, "new": 90}})]);
}

#[rstest]
#[tokio::test]
async fn a_setting_of_a_user_is_no_one_elses(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let access = &world.access;
    let kari = &access.verify_password("kari", &crate::world::PASSWORD.to_owned().into()).await.unwrap();
    let (view, other) = (&json!({"columns": ["number"]}), &json!("dark"));
    let set = |tx: Tx| async move {
        access.set_user_setting(&tx, kari, "list.items", other).await?;
        access.set_user_setting(&tx, kari, "list.items", view).await?;
        access.set_user_setting(&tx, kari, "theme", other).await?;
        access.delete_user_setting(&tx, kari, "theme").await?;
        let long = access.set_user_setting(&tx, kari, &"x".repeat(101), view).await;
        assert!(matches!(long, Err(Error::UserSetting(_))));
        let large = access.set_user_setting(&tx, kari, "x", &"x".repeat(70_000).into()).await;
        assert!(matches!(large, Err(Error::UserSetting(_))));
        Result::<_>::Ok(())
    };
    world.test.db.write(set).await.unwrap();
    let read = |r: Read| async move {
        let own = access.user_setting(&r, kari, "list.items").await?;
        let deleted = access.user_setting(&r, kari, "theme").await?;
        let others = access.user_setting(&r, &Principal::system(), "list.items").await?;
        Result::<_>::Ok((own, deleted, others))
    };
    assert_eq!(world.test.db.read(read).await.unwrap(), (Some(view.clone()), None, None));
}
