use std::net::TcpListener;

use axum::http::HeaderValue;
use axum::http::header::COOKIE;
use database::Engine;
use outbound::{Http, Policy, Request, Response};
use rstest::rstest;
use serde_json::{Value, json};

use crate::process::run;
use crate::world::World;

async fn send(request: Request) -> Response {
    Http::system(Policy::default()).unwrap().send(request).await.unwrap()
}

fn said(answer: &Response) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}

#[rstest]
#[tokio::test]
async fn a_company_is_set_up_at_the_address_that_the_first_start_prints(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::fresh(engine).await;
    let server = world.start(&["serve", "--listen", "127.0.0.1:0", "--json"]);
    let line: Value = serde_json::from_str(&server.first_line).unwrap();
    let (address, page) = (line["address"].as_str().unwrap(), line["firstStart"].as_str().unwrap());
    let code = page.strip_prefix(&format!("{address}/first-start?code=")).unwrap();
    let (left, right) = code.split_once('-').unwrap();
    assert_eq!((left.len(), right.len()), (4, 4), "{code}");
    let html = send(Request::get(page).unwrap()).await;
    assert!(html.status.is_success() && html.body.starts_with(b"<!doctype html>"), "{html:?}");

    let set_up = |code: &str| {
        let body = json!({
            "code": code, "company": "Fjell AS", "currencyCode": "NOK", "timeZone": "Europe/Oslo",
            "userName": "anna", "password": "correct horse", "demoData": true,
        });
        send(Request::post(&format!("{address}/api/v1/firstStart")).unwrap().json(&body).unwrap())
    };
    assert_eq!(set_up("AAAA-AAAA").await.status.as_u16(), 400);
    let made = set_up(code).await;
    assert_eq!(made.status.as_u16(), 201, "{made:?}");
    assert_eq!(set_up(code).await.status.as_u16(), 409);
    let cookie = HeaderValue::from_str(made.header("set-cookie").unwrap().split(';').next().unwrap()).unwrap();
    let items = Request::get(&format!("{address}/api/v1/items?$top=1")).unwrap().header(COOKIE, cookie.clone());
    assert_eq!(said(&send(items).await)["value"].as_array().unwrap().len(), 1, "the demo's items are there");
    assert_eq!(server.stop(), 0);

    let (_server, address) = world.serve();
    let session = Request::get(&format!("{address}/api/v1/session")).unwrap().header(COOKIE, cookie);
    assert_eq!(said(&send(session).await)["user"]["userName"], "ANNA", "the session outlives the process");
    let second = world.run(&["init", "--company", "Fjord AS"]);
    assert!(second.sentence().contains("holds the company Fjell AS already"), "{second:?}");
}

#[tokio::test]
async fn an_address_that_is_in_use_leaves_the_place_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let served = run(home.path(), &["serve", "--listen", &taken.local_addr().unwrap().to_string()]);
    assert!(served.sentence().contains("is in use"), "{served:?}");
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_company_whose_key_is_lost_is_not_given_another() {
    let world = World::new(Engine::Sqlite).await;
    let key = world.home().join("kobling.key");
    std::fs::remove_file(&key).unwrap();
    let served = world.run(&["serve", "--listen", "127.0.0.1:0"]);
    let last = served.stderr.lines().last().unwrap();
    assert!(served.code == 1 && last.starts_with("kobling: ") && last.contains("kobling.key"), "{served:?}");
    assert!(!key.exists());
}
