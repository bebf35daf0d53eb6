use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

const FIRST_START: &str = "/api/v1/firstStart";

fn code(world: &World) -> String {
    world.app.first_start.as_ref().unwrap().code().to_owned()
}

fn company(code: &str) -> Value {
    json!({
        "code": code, "company": "Fjell AS", "currencyCode": "nok", "timeZone": "Europe/Oslo",
        "userName": "anna", "password": "correct horse", "demoData": true,
    })
}

async fn set_up(world: &World, body: Value) -> Reply {
    Call::new(Method::POST, FIRST_START).body(body).send(&world.router).await
}

async fn is_needed(world: &World) -> Value {
    Call::new(Method::GET, FIRST_START).send(&world.router).await.expect(200)["needed"].clone()
}

#[rstest]
#[tokio::test]
async fn whoever_has_the_code_sets_up_the_company_and_is_signed_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::without_users(engine).await;
    assert_eq!(is_needed(&world).await, true);
    let made = set_up(&world, company(&code(&world).to_lowercase())).await;
    let session = made.expect(201);
    assert_eq!((&session["user"]["userName"], &session["permissionSet"]), (&json!("ANNA"), &json!("Administrator")));
    assert_eq!(session["company"], json!({"name": "Fjell AS", "currencyCode": "NOK", "timeZone": "Europe/Oslo"}));
    assert_eq!(is_needed(&world).await, false);

    let cookie = made.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let customers = Call::new(Method::GET, "/api/v1/customers").header("cookie", cookie);
    let customers = customers.send(&world.router).await.expect(200);
    assert_eq!(customers["value"][0]["displayName"], "Kari", "the demo's data is there: {customers}");
    let with = json!({"userName": "anna", "password": "correct horse"});
    Call::new(Method::POST, "/api/v1/session").body(with).send(&world.router).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn a_company_is_set_up_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::without_users(engine).await;
    let body = company(&code(&world));
    let (one, other) = tokio::join!(set_up(&world, body.clone()), set_up(&world, body.clone()));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "{} {}", one.text, other.text);
    let again = set_up(&world, body).await;
    assert_eq!(again.message(409), "the company is set up already: sign in");
    assert!(!again.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn a_wrong_code_is_refused_and_twenty_of_them_end_the_guessing() {
    let world = World::without_users(Engine::Sqlite).await;
    for _ in 0..20 {
        let reply = set_up(&world, company("AAAA-AAAA")).await;
        let message = "this is not the code: open the address that Kobling printed when it started";
        assert_eq!(reply.message(400), message);
        assert_eq!(reply.expect(400)["error"]["target"], "code");
    }
    let right = set_up(&world, company(&code(&world))).await;
    assert!(right.message(429).contains("start Kobling again"));
    assert_eq!(is_needed(&world).await, true);
}

#[rstest]
#[case("company", json!(" "))]
#[case("currencyCode", json!("kroner"))]
#[case("timeZone", json!("Bergen"))]
#[case("userName", json!(""))]
#[case("password", json!("short"))]
#[tokio::test]
async fn what_is_wrong_is_named_and_nothing_is_made(#[case] field: &str, #[case] value: Value) {
    let world = World::without_users(Engine::Sqlite).await;
    let mut body = company(&code(&world));
    body[field] = value;
    assert_eq!(set_up(&world, body).await.expect(400)["error"]["target"], field);
    assert_eq!(is_needed(&world).await, true);
}
