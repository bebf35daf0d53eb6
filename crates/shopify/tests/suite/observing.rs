//! What an observer hears of the requests.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use outbound::Error as Network;
use shopify::documents::shop::{ShopSettings, settings};
use shopify::{Observed, Observer};
use shopify_schema::Version;

use crate::fake::{self, Step, World, error, status, throttled, with_header};

#[derive(Debug, Default)]
struct Heard(Mutex<Vec<Observed>>);

impl Observer for Heard {
    fn observe(&self, sent: Observed) {
        self.0.lock().unwrap().push(sent);
    }
}

/// Asks for the settings, and gives what was heard of it.
async fn ask(steps: Vec<Step>) -> (World, Result<ShopSettings, shopify::Error>, Vec<Observed>) {
    let (world, heard) = (World::new(steps), Arc::new(Heard::default()));
    let client = world.client.clone().observed(heard.clone());
    let answer = world.drive(settings(&client)).await;
    let heard = std::mem::take(&mut *heard.0.lock().unwrap());
    (world, answer, heard)
}

#[tokio::test]
async fn each_request_is_told_with_its_answer_and_without_its_token() {
    let answer = with_header(fake::settings(), "x-request-id", "r-1");
    let answer = with_header(answer, "x-shopify-api-version", "2026-10");
    let answer = with_header(answer, "x-shopify-api-deprecated-reason", "Shop.products");
    let (_, _, heard) = ask(vec![answer]).await;
    let sent = &heard[0];
    assert_eq!((heard.len(), sent.document, sent.status, sent.retry), (1, "ShopSettings", Some(200), 0));
    assert_eq!(sent.url, "https://fjord.myshopify.com/admin/api/2026-10/graphql.json");
    assert_eq!((sent.request_id.as_str(), sent.served_version.as_deref()), ("r-1", Some("2026-10")));
    assert_eq!((sent.deprecated.as_deref(), sent.error.as_deref()), (Some("Shop.products"), None));
    assert_eq!((sent.requested_cost, sent.actual_cost), (Some(2.0), Some(2.0)));
    assert!(sent.response.starts_with(b"{\"data\"") && sent.request.starts_with(b"{\"query\""));
    let all = format!("{sent:?}{}{}{}", String::from_utf8_lossy(&sent.request), sent.url, sent.asked_version);
    assert!(!all.contains("shpat_secret"), "{all}");
}

#[tokio::test]
async fn what_is_sent_again_is_told_each_time_with_why() {
    let steps = vec![
        throttled(2, 0),
        status(503, "<html>"),
        Step::Broken(Network::Connect { host: "fjord.myshopify.com".into(), reason: "no route".into() }),
        fake::settings(),
    ];
    let (_, answer, heard) = ask(steps).await;
    answer.unwrap();
    let told: Vec<_> = heard.iter().map(|sent| (sent.retry, sent.status, sent.error.is_some())).collect();
    let expected = [(0, Some(200), true), (1, Some(503), true), (2, None, true), (3, Some(200), false)];
    assert_eq!(told, expected);
    assert!(heard[2].error.as_ref().unwrap().contains("no route"), "{:?}", heard[2].error);
    assert!(heard.is_sorted_by_key(|sent| sent.at) && heard[3].at > heard[0].at + Duration::from_secs(1));
}

#[tokio::test]
async fn an_error_is_told_in_the_words_of_the_caller() {
    let (_, answer, heard) = ask(vec![error("ACCESS_DENIED", "Access denied for shop field.")]).await;
    assert_eq!(heard[0].error, Some(answer.unwrap_err().to_string()));
}

#[tokio::test]
async fn another_version_is_asked_for_when_it_is_chosen() {
    let world = World::new([fake::settings()]);
    let heard = Arc::new(Heard::default());
    let version: Version = "2027-01".parse().unwrap();
    world.drive(settings(&world.client.clone().of_version(version).observed(heard.clone()))).await.unwrap();
    assert!(world.arrived()[0].uri.contains("/admin/api/2027-01/"), "{}", world.arrived()[0].uri);
    assert_eq!(heard.0.lock().unwrap()[0].asked_version, "2027-01");
}
