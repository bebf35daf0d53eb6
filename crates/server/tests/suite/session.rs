use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::call::{Call, Reply};
use crate::world::World;

const SESSION: &str = "/api/v1/session";

/// Makes a user with a password and signs in.
async fn sign_in(world: &World) -> Reply {
    let user = json!({"userName": "anna", "fullName": "Anna", "permission": "User", "password": "correct horse"});
    world.call(Method::POST, "/api/v1/users").body(user).send(&world.router).await.expect(201);
    let with = json!({"userName": "Anna", "password": "correct horse"});
    Call::new(Method::POST, SESSION).body(with).send(&world.router).await
}

fn cookie(reply: &Reply) -> String {
    let cookie = reply.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"));
    cookie.split(';').next().unwrap().to_owned()
}

#[rstest]
#[tokio::test]
async fn whoever_signs_in_is_known_again_until_signing_out(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let signed_in = sign_in(&world).await;
    let session = signed_in.expect(200);
    assert_eq!((&session["user"]["userName"], &session["permissionSet"]), (&json!("ANNA"), &json!("User")));
    assert_eq!(session["company"], json!({"name": "Nordlys AS", "currencyCode": "NOK", "timeZone": "Europe/Oslo"}));
    assert_eq!(session["workDate"], "2026-03-02");
    let permissions = session["permissions"].as_array().unwrap();
    assert!(permissions.contains(&json!("JobQueue.Run")) && !permissions.contains(&json!("Users.Read")));

    let cookie = cookie(&signed_in);
    let call = |method| Call::new(method, SESSION).header("cookie", cookie.clone());
    assert_eq!(call(Method::GET).send(&world.router).await.expect(200), session);
    let out = call(Method::DELETE).send(&world.router).await;
    assert_eq!(out.status.as_u16(), 204);
    assert!(out.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert!(call(Method::GET).send(&world.router).await.message(401).contains("sign in again"));
}

#[tokio::test]
async fn a_company_that_another_process_has_set_up_gives_its_time_zone() {
    let world = World::new(Engine::Sqlite).await;
    let app = server::App { zone: chrono_tz::Tz::UTC.into(), ..world.app.clone() };
    let (zone, router) = (app.zone.clone(), server::router(app));
    world.call(Method::GET, SESSION).send(&router).await.expect(200);
    assert_eq!(zone.get(), chrono_tz::Tz::UTC, "there is no company yet");
    world.company().await;
    world.call(Method::GET, SESSION).send(&router).await.expect(200);
    assert_eq!(zone.get(), chrono_tz::Europe::Oslo);
}

#[rstest]
#[tokio::test]
async fn a_change_by_cookie_comes_from_a_page_of_this_server(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let cookie = cookie(&sign_in(&world).await);
    let change = || Call::new(Method::POST, "/api/v1/items").header("cookie", cookie.clone()).body(json!({}));
    for (name, value) in [("x-none", "1"), ("sec-fetch-site", "cross-site"), ("origin", "http://evil.example")] {
        let reply = change().header("host", "kobling.example").header(name, value).send(&world.router).await;
        assert!(reply.message(403).contains("another site"), "{name}");
    }
    for (name, value) in [("sec-fetch-site", "same-origin"), ("origin", "http://kobling.example")] {
        let reply = change().header("host", "kobling.example").header(name, value).send(&world.router).await;
        assert_ne!(reply.status.as_u16(), 403, "{name}");
    }
    let with = json!({"userName": "anna", "password": "correct horse"});
    let elsewhere = Call::new(Method::POST, SESSION).header("sec-fetch-site", "cross-site").body(with);
    elsewhere.send(&world.router).await.message(403);
}

#[rstest]
#[tokio::test]
async fn a_wrong_password_is_refused_and_then_has_to_wait(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let try_again = || {
        let with = json!({"userName": "anna", "password": "wrong horse"});
        Call::new(Method::POST, SESSION).body(with).send(&world.router)
    };
    for _ in 0..5 {
        assert!(try_again().await.message(401).contains("the user name or the password is wrong"));
    }
    let reply = try_again().await;
    assert!(reply.message(429).contains("30 seconds"));
    assert_eq!(reply.headers["retry-after"], "30");
}
