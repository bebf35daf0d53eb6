//! Access tokens: asked for, renewed, refused.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta};
use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use outbound::Error as Network;
use runtime::Random;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use shopify::documents::shop::settings;
use shopify::{Budget, Client, Error, Grant, Granted, Store, Tokens, request_token};

use crate::fake::{self, Step, World, json, status};

const HOST: &str = "fjord.myshopify.com";

/// Tokens that are numbered, and what was heard of them.
#[derive(Debug, Default)]
struct Numbered(Mutex<Vec<String>>);

impl Tokens for Numbered {
    fn valid(&self) -> BoxFuture<'_, Result<SecretString, Error>> {
        ready(Ok("shpat_1".into())).boxed()
    }

    fn renewed<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, Result<Option<SecretString>, Error>> {
        self.0.lock().unwrap().push(format!("renewed {}", refused.expose_secret()));
        ready(Ok(Some("shpat_2".into()))).boxed()
    }

    fn give_up<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, ()> {
        self.0.lock().unwrap().push(format!("gave up {}", refused.expose_secret()));
        ready(()).boxed()
    }
}

fn with(world: &World, tokens: Arc<Numbered>) -> Client {
    let store = Store::with_tokens(HOST, &format!("https://{HOST}"), tokens);
    let random = Random::seeded(1);
    let budget = Arc::new(Budget::alone(world.clock.clone(), &random));
    Client::new(world.http.clone(), store, budget, world.clock.clone(), random)
}

fn refused() -> Step {
    status(401, r#"{"errors":"[API] Invalid API key or access token"}"#)
}

#[tokio::test]
async fn a_token_that_is_refused_is_renewed_once() {
    let world = World::new([refused(), fake::settings(), refused()]);
    let tokens = Arc::new(Numbered::default());
    let client = with(&world, tokens.clone());
    world.drive(settings(&client)).await.unwrap();
    assert_eq!(world.arrived().iter().map(|call| call.token.as_str()).collect::<Vec<_>>(), ["shpat_1", "shpat_2"]);
    assert_eq!(*tokens.0.lock().unwrap(), ["renewed shpat_1"]);
    let error = world.drive(settings(&client)).await.unwrap_err();
    assert!(matches!(error, Error::NotConnected { .. }) && error.is_disconnected(), "{error}");
    assert_eq!(world.arrived().len(), 4);
    assert_eq!(*tokens.0.lock().unwrap(), ["renewed shpat_1", "renewed shpat_1", "gave up shpat_2"]);
}

#[tokio::test]
async fn what_an_app_may_do_is_asked_for_with_the_token() {
    let scopes = json(&json!({"access_scopes": [{"handle": "write_orders"}, {"handle": "read_products"}]}));
    let world = World::new([status(503, "<html>"), refused(), scopes]);
    let granted = world.drive(with(&world, Arc::default()).granted_scopes()).await.unwrap();
    assert_eq!(granted.to_string(), "read_products, write_orders");
    let calls = world.arrived();
    assert_eq!(calls[2].uri, "https://fjord.myshopify.com/admin/oauth/access_scopes.json");
    assert_eq!(calls[2].token, "shpat_2");
}

async fn ask(world: &World, grant: Grant) -> Result<Granted, Error> {
    let (admin_url, random) = (format!("https://{HOST}/"), Random::seeded(1));
    world.drive(request_token(&world.http, HOST, &admin_url, &grant, &world.clock, &random)).await
}

fn refresh() -> Grant {
    Grant::Refresh { client_id: "app".into(), client_secret: "hush".into(), refresh_token: "shprt_1".into() }
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_with_the_same_refresh_token() {
    let lost = Step::Broken(Network::Body { host: HOST.into(), reason: "connection reset".into() });
    let given = json!({"access_token": "shpat_2", "scope": "write_orders", "expires_in": 3600,
        "refresh_token": "shprt_2", "refresh_token_expires_in": 7776000});
    let world = World::new([lost, json(&given)]);
    let granted = ask(&world, refresh()).await.unwrap();
    assert_eq!(granted.access_token.expose_secret(), "shpat_2");
    assert_eq!(granted.refresh_token.unwrap().expose_secret(), "shprt_2");
    assert!(granted.expires_at.unwrap() >= DateTime::UNIX_EPOCH + TimeDelta::hours(1));
    let calls = world.arrived();
    assert_eq!(calls.len(), 2);
    assert_eq!(calls[0].body, calls[1].body);
    assert_eq!(
        calls[0].body,
        json!({"grant_type": "refresh_token", "client_id": "app", "client_secret": "hush", "refresh_token": "shprt_1"})
    );
    assert_eq!(calls[0].uri, "https://fjord.myshopify.com/admin/oauth/access_token");
}

#[tokio::test]
async fn what_needs_a_person_is_asked_for_once_and_what_may_pass_is_not_taken_for_it() {
    let world = World::new([status(400, r#"{"error":"invalid_grant","error_description":"Used up."}"#)]);
    let error = ask(&world, refresh()).await.unwrap_err();
    assert!(matches!(&error, Error::GrantRefused { reason, .. } if reason == "invalid_grant: Used up"), "{error}");
    assert_eq!(world.arrived().len(), 1);
    let world = World::new([status(503, "<html>")]);
    let error = ask(&world, refresh()).await.unwrap_err();
    assert!(!error.is_disconnected() && world.arrived().len() == 2, "{error}");
    let world = World::new([status(404, "<html>")]);
    assert!(matches!(ask(&world, refresh()).await.unwrap_err(), Error::UnknownShop { .. }));
}
