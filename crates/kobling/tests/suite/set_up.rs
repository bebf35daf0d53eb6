use std::io::Write;
use std::process::Stdio;

use database::Engine;
use serde_json::json;

use crate::process::{ended, run};
use crate::store::Store;
use crate::world::World;

#[tokio::test]
async fn a_company_is_set_up_with_an_administrator_and_a_token() {
    let world = World::new(Engine::Sqlite).await;
    let users = world.run(&["user", "list", "--json"]).json();
    assert_eq!(users["value"][0]["permission"], "Administrator");
    let (_server, address) = world.serve();
    let users = world.get(&address, "/api/v1/users").await;
    assert_eq!(users["value"][0]["userName"], "ADMIN");
    assert_eq!(world.run(&["doctor", "--json"]).json()["value"][0]["ok"], true);
    assert_eq!(world.run(&["db", "check"]).code, 0);
    assert_eq!(world.run(&["db", "migrate"]).code, 0);
    let tasks = world.run(&["task", "list", "--json"]).json();
    let ids: Vec<_> = tasks["value"].as_array().unwrap().iter().map(|task| task["id"].as_i64().unwrap()).collect();
    assert!(ids.contains(&30103) && ids.contains(&30104), "{ids:?}");
}

#[tokio::test]
async fn a_second_company_is_refused_and_the_first_is_kept() {
    let world = World::new(Engine::Sqlite).await;
    let key = std::fs::read(world.home().join("kobling.key")).unwrap();
    let second = world.run(&["init", "--company", "Fjord AS"]);
    assert!(second.sentence().contains("holds the company Fjell AS already"), "{second:?}");
    assert_eq!(std::fs::read(world.home().join("kobling.key")).unwrap(), key);
    assert_eq!(world.run(&["user", "list", "--json"]).json()["value"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_currency_or_a_time_zone_that_is_none_makes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path().join("company");
    let currency = run(&home, &["init", "--company", "Fjell AS", "--currency", "kroner"]);
    assert!(currency.sentence().contains("'kroner' is no currency"), "{currency:?}");
    let zone = run(&home, &["init", "--company", "Fjell AS", "--time-zone", "Bergen"]);
    assert!(zone.sentence().contains("'Bergen' is no time zone"), "{zone:?}");
    assert!(!home.exists());
}

#[tokio::test]
async fn a_user_is_added_with_a_password_and_a_token_is_revoked() {
    let world = World::new(Engine::Sqlite).await;
    let add = ["user", "add", "kari", "--permission", "User", "--json"];
    let mut adding = world.command(&add).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    adding.stdin.take().unwrap().write_all(b"correct horse\n").unwrap();
    assert!(adding.wait().unwrap().success());
    let made = world.run(&["token", "create", "a script", "--user", "KARI", "--permission", "Viewer", "--json"]).json();
    assert_eq!(world.number("SELECT count(*) AS n FROM api_token WHERE permission = 'Viewer'").await, 1);
    assert!(made["token"].as_str().unwrap().starts_with("kob_"));
    assert_eq!(world.run(&["token", "revoke", made["id"].as_str().unwrap()]).code, 0);
    let tokens = world.run(&["token", "list", "--json"]).json();
    let revoked = tokens["value"].as_array().unwrap().iter().filter(|token| !token["revokedAt"].is_null()).count();
    assert_eq!(revoked, 1);
}

#[tokio::test]
async fn a_command_beside_the_server_registers_the_webhooks_where_it_knows_the_address() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.connect(&store);
    let subscriptions = "SELECT count(*) AS n FROM shopify_webhook_subscription";
    let mut secret = world.command(&["shop", "webhook-secret", "SHOP"]);
    secret.env("KOBLING_SHOP_WEBHOOK_SECRET", "hush");
    assert_eq!(ended(secret).code, 0);
    assert_eq!(world.number(subscriptions).await, 0, "there is no address yet");

    let mut enable = world.command(&["shop", "enable", "SHOP"]);
    enable.env("KOBLING_PUBLIC_URL", "https://kobling.example/");
    assert_eq!(ended(enable).code, 0);
    let told = "status = 'Registered' AND address = 'https://kobling.example/webhooks/shopify'";
    let registered = world.number(&format!("{subscriptions} WHERE {told}")).await;
    assert!(registered > 0);
    assert_eq!(world.number(subscriptions).await, registered);

    // One that does not know it takes nothing away.
    assert_eq!(world.run(&["shop", "enable", "SHOP"]).code, 0);
    assert_eq!(world.number(&format!("{subscriptions} WHERE {told}")).await, registered);
}

#[tokio::test]
async fn the_budget_of_a_store_is_shown_with_what_used_it() {
    let world = World::new(Engine::Sqlite).await;
    let store = Store::start(world.home());
    world.add_shop(&store, "shpat_devstore");
    let budget = |minutes: &str| world.run(&["shop", "budget", "SHOP", "--minutes", minutes, "--json"]);
    let unknown = json!({ "store": "devstore.myshopify.com", "budget": null, "minutes": 60, "usage": [] });
    assert_eq!(budget("60").json(), unknown);
    let said = world.run(&["shop", "budget", "SHOP"]).stdout;
    assert!(said.contains("is not known yet") && said.contains("Nothing was used in the last 60 minutes."), "{said}");

    assert_eq!(world.run(&["shop", "enable", "SHOP"]).code, 0);
    let run = ["task", "run", "30104", "--shop", "SHOP", "--wait", "--json"];
    let summary = world.run(&run).json()["summary"].clone();
    let shown = budget("60").json();
    assert_eq!(shown["budget"]["maximum"], 2000);
    let of = |object: i64| shown["usage"].as_array().unwrap().iter().find(|row| row["objectId"] == object).unwrap();
    assert_eq!((&of(30104)["calls"], &of(30104)["requestedPoints"]), (&summary["calls"], &summary["points"]));
    assert_eq!(of(30104)["objectCaption"], "Sync Orders from Shopify");
    assert!(of(0)["calls"].as_i64().unwrap() > 0, "enabling has asked the store");
    let said = world.run(&["shop", "budget", "SHOP"]).stdout;
    assert!(said.contains("The last 60 minutes:") && said.contains("Sync Orders from Shopify"), "{said}");
    let refused = budget("0");
    assert!(refused.sentence().contains("--minutes"), "{refused:?}");
}

#[tokio::test]
async fn an_entry_is_made_held_made_ready_and_deleted() {
    let world = World::new(Engine::Sqlite).await;
    let add =
        ["job-queue", "add", "30104", "--days", "mon,tue", "--minutes", "15", "--starting-time", "08:00", "--json"];
    let entry = world.run(&add).json();
    assert_eq!((&entry["recurringJob"], &entry["timeZone"]), (&true.into(), &"Europe/Oslo".into()));
    let id = entry["id"].as_str().unwrap();
    assert_eq!(world.run(&["job-queue", "hold", id, "--json"]).json()["status"], "On Hold");
    assert_eq!(world.run(&["job-queue", "ready", id, "--json"]).json()["status"], "Ready");
    assert_eq!(world.run(&["job-queue", "restart", id, "--json"]).json()["status"], "Ready");
    let cancelled = world.run(&["job-queue", "cancel", id]);
    assert!(cancelled.sentence().contains("is not running"), "{cancelled:?}");
    assert_eq!(world.run(&["job-queue", "delete", id]).code, 0);
    assert!(world.entries().is_empty());
}

#[tokio::test]
async fn an_entry_is_made_with_its_limits_and_what_can_not_be_is_refused() {
    let world = World::new(Engine::Sqlite).await;
    let add = |more: &[&str]| world.run(&[&["job-queue", "add", "30104", "--hold", "--json"], more].concat());
    let limits =
        ["--priority", "high", "--job-timeout", "30", "--missed-runs", "skip", "--expires", "2030-01-01T00:00:00Z"];
    let entry = add(&limits).json();
    assert_eq!((&entry["priorityWithinCategory"], &entry["jobTimeOut"]), (&"High".into(), &30.into()));
    assert_eq!((&entry["catchUp"], &entry["expirationDateTime"]), (&"Skip".into(), &"2030-01-01T00:00:00Z".into()));
    for (wrong, why) in [
        (["--priority", "urgent"], "urgent"),
        (["--missed-runs", "twice"], "twice"),
        (["--expires", "soon"], "is no instant"),
        (["--job-timeout", "99999999"], "Job Timeout"),
        (["--category", "NOWHERE"], "there is no job queue category"),
    ] {
        let refused = add(&wrong);
        assert!(refused.code == 1 && refused.sentence().contains(why), "{refused:?}");
    }
    assert_eq!(world.run(&["job-queue", "list", "--json"]).json()["value"].as_array().unwrap().len(), 1);
    let id = entry["id"].as_str().unwrap();
    let priority = |priority: &str| world.run(&["job-queue", "priority", id, priority, "--json"]);
    assert_eq!(priority("low").json()["priorityWithinCategory"], "Low");
    let refused = priority("urgent");
    assert!(refused.code == 1 && refused.sentence().contains("urgent"), "{refused:?}");
    let categories = world.run(&["job-queue", "categories", "--json"]).json();
    assert!(categories["value"].as_array().unwrap().iter().any(|row| row["code"] == "SHPFY"), "{categories}");
    assert_eq!(world.run(&["job-queue", "remove-failed", "--json"]).json()["removed"], 0);
    assert_eq!(world.run(&["job-queue", "workers", "--json"]).json()["value"].as_array().unwrap().len(), 0);
}
