//! Who may do what: every route, against a table of the least permission set that it takes.
//!
//! The table is `permissions.txt`. A route that is not in it fails the test; `KOBLING_WRITE_PERMISSIONS=1` writes the table
//! anew, and what has changed in it is to be looked at before it is committed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use access::Permission;
use axum::http::{Method, StatusCode};
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::authentication::routes;
use crate::call::Call;
use crate::kept_lists;
use crate::world::World;

/// From the one that allows least to the one that allows most.
const FROM_LEAST: [Permission; 5] = [
    Permission::Viewer,
    Permission::Operator,
    Permission::User,
    Permission::ShopAdministrator,
    Permission::Administrator,
];
const ID: &str = "019ca000-0000-7000-8000-000000000000";

fn place() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/permissions.txt")
}

/// The least permission set by route, as the table says.
fn table() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(place()).unwrap();
    let row = |line: &str| line.rsplit_once("  ").map(|(route, least)| (route.trim().to_owned(), least.to_owned()));
    text.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
}

/// The least permission set by route, as the server says. One that allows more is never refused.
async fn tried(world: &World) -> BTreeMap<String, String> {
    let mut tokens = Vec::new();
    for permission in FROM_LEAST {
        tokens.push((permission, world.token_of(permission).await));
    }
    let mut least = BTreeMap::new();
    for (method, path) in routes() {
        let route = format!("{method} {}", path.replace(ID, "{id}"));
        for (permission, token) in &tokens {
            let status = Call::new(method.clone(), &path).token(token).status(&world.router).await;
            if status != StatusCode::FORBIDDEN {
                least.entry(route.clone()).or_insert_with(|| permission.to_string());
            } else {
                assert!(!least.contains_key(&route), "{permission} is refused where less is allowed: {route}");
            }
        }
    }
    least
}

#[tokio::test]
async fn every_route_takes_the_permission_set_that_the_table_says() {
    let world = World::new(Engine::Sqlite).await;
    let tried = tried(&world).await;
    if std::env::var_os("KOBLING_WRITE_PERMISSIONS").is_some() {
        let head = "# The least permission set that each route takes: see permissions.rs.\n";
        let rows = tried.iter().map(|(route, least)| format!("{route}  {least}\n"));
        std::fs::write(place(), std::iter::once(head.to_owned()).chain(rows).collect::<String>()).unwrap();
    }
    let table = table();
    let missing: Vec<_> = tried.keys().filter(|route| !table.contains_key(*route)).collect();
    assert!(missing.is_empty(), "these routes are not in permissions.txt: {missing:#?}");
    let gone: Vec<_> = table.keys().filter(|route| !tried.contains_key(*route)).collect();
    assert!(gone.is_empty(), "these routes of permissions.txt are not there: {gone:#?}");
    let differs = |(route, least): &(&String, &String)| tried[*route] != **least;
    let differing: Vec<_> = table.iter().filter(differs).collect();
    assert!(differing.is_empty(), "permissions.txt says otherwise of: {differing:#?}");
}

/// What is sent to ask for something, and changes nothing; and what belongs to whoever asks.
fn is_own_or_question(route: &str) -> bool {
    let own = ["/userSettings/", "/cueSetup/{cue}", "/Kobling.markRead", "/Kobling.count", "/Kobling.preview"];
    own.iter().any(|own| route.contains(own)) && !route.ends_with("Kobling.shared")
}

#[test]
fn the_table_lets_a_viewer_change_nothing_and_administrators_alone_see_users() {
    for (route, least) in table() {
        let reads = route.starts_with("GET ");
        if least == "Viewer" {
            assert!(reads || is_own_or_question(&route), "{route}");
        }
        let of_users = ["/users", "/apiTokens", "/auditLogEntries", "/outboundWebhook"];
        let is_of_users = of_users.iter().any(|of| route.contains(&format!("/api/v1{of}")));
        assert_eq!(reads && least == "Administrator", reads && is_of_users, "{route}");
        assert!(!is_of_users || least == "Administrator", "{route}");
        // Whoever does the daily work counts, and posts what stands in a journal; what it stands on is for others.
        let set = route.split("/api/v1/").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
        let is_work = route.ends_with("/Kobling.post") || route.ends_with("/Kobling.calculateInventory");
        let is_set_up = kept_lists::SET_UP.contains(&set) && !reads && !is_work;
        assert!(!is_set_up || least.ends_with("Administrator"), "{route}: {least}");
        // The cards of shops, with their credentials, are not for the daily work.
        let of_card =
            route == "PATCH /api/v1/shopifyShops/{id}" || route.contains("/shopifyShops/{id}/Kobling.connect");
        assert!(!of_card || least == "Shop Administrator", "{route}: {least}");
    }
}

#[rstest]
#[case(Permission::Viewer)]
#[case(Permission::Operator)]
#[case(Permission::User)]
#[case(Permission::ShopAdministrator)]
#[tokio::test]
async fn who_is_refused_is_told_by_which_permission_set(#[case] permission: Permission) {
    let world = World::new(Engine::Sqlite).await;
    let token = world.token_of(permission).await;
    let refused = Call::new(Method::GET, "/api/v1/users").token(&token).send(&world.router).await;
    let message = refused.message(403);
    assert!(
        message.contains(&format!("permission set {permission}")) && message.contains("administrator"),
        "{message}"
    );
    let session = Call::new(Method::GET, "/api/v1/session").token(&token).send(&world.router).await.expect(200);
    let sets = Call::new(Method::GET, "/api/v1/permissionSets").token(&token).send(&world.router).await.expect(200);
    let mine = sets["value"].as_array().unwrap().iter().find(|set| set["name"] == permission.caption()).unwrap();
    assert_eq!(
        (&session["permissionSet"], &session["permissions"]),
        (&json!(permission.caption()), &mine["permissions"])
    );
}

#[rstest]
#[tokio::test]
async fn a_token_may_do_less_than_its_user(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = json!({"description": "reports", "permission": "Viewer"});
    let made = world.call(Method::POST, "/api/v1/apiTokens").body(new).send(&world.router).await.expect(201);
    assert_eq!(made["permission"], "Viewer");
    let token = made["token"].as_str().unwrap();
    Call::new(Method::GET, "/api/v1/items").token(token).send(&world.router).await.expect(200);
    let refused = Call::new(Method::POST, "/api/v1/items").token(token).body(json!({})).send(&world.router).await;
    assert!(refused.message(403).contains("permission set Viewer"), "{}", refused.text);
}
