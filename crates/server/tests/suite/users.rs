use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::call::Call;
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_token_is_shown_once_and_refused_once_it_is_revoked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let user = json!({"userName": "anna", "fullName": "Anna", "permission": "User", "password": "correct horse"});
    let user = world.call(Method::POST, "/api/v1/users").body(user).send(&world.router).await.expect(201);
    assert_eq!((user["userName"].as_str(), user["permission"].as_str()), (Some("ANNA"), Some("User")));
    assert!(user.get("passwordHash").is_none());

    let new = json!({"userId": user["id"], "description": "till"});
    let made = world.call(Method::POST, "/api/v1/apiTokens").body(new).send(&world.router).await.expect(201);
    let token = made["token"].as_str().unwrap();
    Call::new(Method::GET, "/api/v1/skippedRecords").token(token).send(&world.router).await.expect(200);
    let listed = world.read("/api/v1/apiTokens").await;
    listed.expect(200);
    assert!(!listed.text.contains(token) && !listed.text.contains("digest"));

    let revoke = format!("/api/v1/apiTokens({})/Kobling.revoke", made["id"].as_str().unwrap());
    world.call(Method::POST, revoke).send(&world.router).await.expect(204);
    let refused = Call::new(Method::GET, "/api/v1/skippedRecords").token(token).send(&world.router).await;
    assert!(refused.message(401).contains("revoked"));
}

#[rstest]
#[tokio::test]
async fn a_user_that_will_not_do_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let make = |user| world.call(Method::POST, "/api/v1/users").body(user).send(&world.router);
    let taken = make(json!({"userName": "viewer", "permission": "User"})).await;
    assert!(taken.message(409).contains("VIEWER"));
    let weak = make(json!({"userName": "anna", "permission": "User", "password": "short"})).await;
    assert_eq!(weak.expect(400)["error"]["target"], "password");
    let administrators = world.read("/api/v1/users?$filter=permission eq 'Administrator'").await.expect(200);
    let path = format!("/api/v1/users/{}", administrators["value"][0]["id"].as_str().unwrap());
    let call = world.call(Method::PATCH, path).header("if-match", "*").body(json!({"state": "Disabled"}));
    assert!(call.send(&world.router).await.message(409).contains("last enabled administrator"));
}

#[rstest]
#[tokio::test]
async fn a_user_has_a_mail_address_or_none(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let user = json!({"userName": "anna", "permission": "User", "password": "correct horse"});
    let user = world.call(Method::POST, "/api/v1/users").body(user).send(&world.router).await.expect(201);
    let path = format!("/api/v1/users/{}", user["id"].as_str().unwrap());
    let etag = user["@odata.etag"].as_str().unwrap().to_owned();
    let change = || world.call(Method::PATCH, &path).header("if-match", &etag);
    let set = |email: &str| change().body(json!({ "email": email }));
    let refused = set("anna at shop").send(&world.router).await;
    assert!(refused.message(400).contains("mail address"));
    assert_eq!(refused.expect(400)["error"]["target"], "email");
    assert_eq!(set("anna@shop.example").send(&world.router).await.expect(200)["email"], "anna@shop.example");
}
