use axum::http::Method;
use database::Engine;
use devstore::{DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, Devstore};
use rstest::rstest;
use serde_json::{Value, json};

use crate::call::{Call, Reply};
use crate::world::World;

/// A person at a browser, signed in, with a shop that was given the app of its store.
struct Person {
    world: World,
    store: Devstore,
    session: String,
    shop: Value,
}

impl Person {
    async fn new(engine: Engine) -> Self {
        let (world, store) = World::with_store(engine, 0).await;
        world.app.connector.serve_at("https://kobling.example");
        let user =
            json!({"userName": "anna", "fullName": "Anna", "permission": "Administrator", "password": "correct horse"});
        world.call(Method::POST, "/api/v1/users").body(user).send(&world.router).await.expect(201);
        let with = json!({"userName": "Anna", "password": "correct horse"});
        let session = cookie(&Call::new(Method::POST, "/api/v1/session").body(with).send(&world.router).await);
        let shops = world.read("/api/v1/shopifyShops").await.expect(200);
        let person = Self { world, store, session, shop: shops["value"][0].clone() };
        let app = json!({"clientId": DEFAULT_CLIENT_ID, "clientSecret": DEFAULT_CLIENT_SECRET});
        person.act("connect", app).await.expect(200);
        person
    }

    async fn act(&self, action: &str, body: Value) -> Reply {
        let path = format!("/api/v1/shopifyShops/{}/Kobling.{action}", self.shop["id"].as_str().unwrap());
        let call = Call::new(Method::POST, path).header("cookie", self.session.clone());
        call.header("sec-fetch-site", "same-origin").body(body).send(&self.world.router).await
    }

    /// Says yes in the store, and gives the address of the way back.
    async fn consent(&self, address: &str) -> String {
        for method in [Method::GET, Method::POST] {
            let answer = Call::new(method, address).send(&self.store.router()).await;
            if let Some(back) = answer.headers.get("location") {
                return back.to_str().unwrap().strip_prefix("https://kobling.example").unwrap().to_owned();
            }
        }
        panic!("the store sends nobody back")
    }

    async fn come_back(&self, path: &str, cookies: &[&str]) -> Reply {
        Call::new(Method::GET, path).header("cookie", cookies.join("; ")).send(&self.world.router).await
    }
}

fn cookie(reply: &Reply) -> String {
    let cookie = reply.headers["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[rstest]
#[tokio::test]
async fn a_person_lets_the_app_in_and_sees_the_shop_connected(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let person = Person::new(engine).await;
    let sent = person.act("authorize", json!({})).await;
    let address = sent.expect(200)["address"].as_str().unwrap().to_owned();
    let kept = sent.headers["set-cookie"].to_str().unwrap();
    for part in ["; HttpOnly", "; SameSite=Lax", "; Path=/connect/shopify", "; Max-Age=900"] {
        assert!(kept.contains(part), "{kept}");
    }
    let back = person.consent(&address).await;
    let arrived = person.come_back(&back, &[&person.session, &cookie(&sent)]).await;
    assert_eq!(arrived.status.as_u16(), 303, "{}", arrived.text);
    let id = person.shop["id"].as_str().unwrap();
    assert_eq!(arrived.headers["location"], format!("/shops/{id}"));
    assert!(arrived.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    let shop = person.world.read(format!("/api/v1/shopifyShops/{id}")).await.expect(200);
    assert_eq!((&shop["connectionType"], &shop["connection"]), (&json!("Refresh Token"), &json!("Connected")));
    person.act("test", json!({})).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn who_was_sent_from_the_guided_set_up_comes_back_to_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let person = Person::new(engine).await;
    let sent = person.act("authorize", json!({})).await;
    person.act("beginSetupGuide", json!({})).await.expect(200);
    let back = person.consent(sent.expect(200)["address"].as_str().unwrap()).await;
    let arrived = person.come_back(&back, &[&person.session, &cookie(&sent)]).await;
    let id = person.shop["id"].as_str().unwrap();
    assert_eq!(arrived.headers["location"], format!("/going-live?shop={id}"));
}

#[rstest]
#[tokio::test]
async fn who_comes_from_elsewhere_is_told_so_on_a_page(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let person = Person::new(engine).await;
    let sent = person.act("authorize", json!({})).await;
    let back = person.consent(sent.expect(200)["address"].as_str().unwrap()).await;
    for (cookies, status, why) in [
        (vec![cookie(&sent)], 401, "sign in"),
        (vec![person.session.clone()], 409, "begin again"),
        (vec![person.session.clone(), "kobling_authorization=<b>".to_owned()], 409, "begin again"),
    ] {
        let cookies: Vec<&str> = cookies.iter().map(String::as_str).collect();
        let reply = person.come_back(&back, &cookies).await;
        assert_eq!(reply.status.as_u16(), status, "{}", reply.text);
        assert!(reply.text.contains(why) && reply.text.starts_with("<!DOCTYPE html>"), "{}", reply.text);
    }
    let forged = back.replace("code=", "code=%3Cscript%3E");
    let reply = person.come_back(&forged, &[&person.session, &cookie(&sent)]).await;
    assert_eq!(reply.status.as_u16(), 400);
    assert!(!reply.text.contains("<script>"), "{}", reply.text);
}
