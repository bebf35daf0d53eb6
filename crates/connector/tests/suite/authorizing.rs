//! A person lets the app into the store, in the browser.

use access::Principal;
use axum::body::Body;
use axum::http::{Method, Request, header};
use connector::shops::authorize::{Authorization, authorize, authorized};
use connector::shops::credential::Kind;
use connector::shops::{self, Connection, Credentials};
use connector::{Connector, Error};
use database::Engine;
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, StoreOptions};
use rstest::rstest;
use secrecy::SecretString;
use shopify::NotFromTheStore;
use tower::ServiceExt;

use crate::world::{SHOP, World, kari};

impl World {
    /// A connector that stores reach, and a shop that was given the app of its store.
    async fn with_app(engine: Engine) -> Self {
        let world = Self::new(engine).await;
        world.connector.serve_at("https://kobling.example/");
        let StoreOptions { client_id, client_secret, .. } = StoreOptions::new(DEFAULT_DOMAIN, DEFAULT_TOKEN);
        let app = Credentials::Client { client_id, client_secret: client_secret.into() };
        shops::connect(&world.connector, &kari(), SHOP, app, None).await.unwrap();
        world
    }

    /// A person says yes in the store. Gives the query with which the browser comes back.
    async fn consent(&self, address: &str) -> String {
        for method in [Method::GET, Method::POST] {
            let request = Request::builder().method(method).uri(address).body(Body::empty()).unwrap();
            let answer = self.store.router().oneshot(request).await.unwrap();
            if let Some(back) = answer.headers().get(header::LOCATION) {
                let back = back.to_str().unwrap();
                return back.strip_prefix("https://kobling.example/connect/shopify?").expect(back).to_owned();
            }
        }
        panic!("the store sends nobody back")
    }
}

async fn sent(connector: &Connector) -> Authorization {
    authorize(connector, &kari(), SHOP).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn who_lets_the_app_in_connects_the_shop(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_app(engine).await;
    let connector = &world.connector;
    let sent = sent(connector).await;
    assert!(sent.address.contains("scope=read_customers%2Cread_orders%2Cread_products&"), "{}", sent.address);
    let shop = authorized(connector, &kari(), &sent.kept, &world.consent(&sent.address).await).await.unwrap();
    assert_eq!((shop.connection, shop.connection_type), (Connection::Connected, Kind::RefreshToken));
    assert_eq!(shop.granted_scopes, "read_customers, read_orders, read_products");
    shops::test(connector, SHOP).await.unwrap();
    // The token is good for an hour, and then another one is asked for.
    world.advance(90);
    shops::test(connector, SHOP).await.unwrap();
    assert_eq!(world.shop().await.connection, Connection::Connected);
}

#[rstest]
#[tokio::test]
async fn who_was_not_sent_from_here_changes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_app(engine).await;
    let connector = &world.connector;
    let (sent, other) = (sent(connector).await, sent(connector).await);
    let query = world.consent(&sent.address).await;
    let attempt = async |by, kept, query: &str| authorized(connector, by, kept, query).await.unwrap_err();
    let (kari, forged, ola) =
        (kari(), SecretString::from("v1.forged"), Principal { user_name: "OLA".into(), ..kari() });
    assert!(matches!(attempt(&ola, &sent.kept, &query).await, Error::NotSentThere), "another user");
    assert!(matches!(attempt(&kari, &other.kept, &query).await, Error::NotSentThere), "another state");
    assert!(matches!(attempt(&kari, &forged, &query).await, Error::NotSentThere), "not ours");
    let altered = query.replace("shop=", "shop=x");
    let refused = attempt(&kari, &sent.kept, &altered).await;
    assert!(matches!(refused, Error::NotFromTheStore(NotFromTheStore::NotSigned)), "{refused}");
    assert_eq!(world.shop().await.connection_type, Kind::ClientCredentials);
    world.advance(15);
    assert!(matches!(attempt(&kari, &sent.kept, &query).await, Error::NotSentThere), "too late");
}

#[rstest]
#[tokio::test]
async fn a_code_is_good_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::with_app(engine).await;
    let connector = &world.connector;
    let sent = sent(connector).await;
    let query = world.consent(&sent.address).await;
    authorized(connector, &kari(), &sent.kept, &query).await.unwrap();
    let again = authorized(connector, &kari(), &sent.kept, &query).await.unwrap_err();
    assert!(matches!(again, Error::Shopify(shopify::Error::GrantRefused { .. })), "{again}");
    shops::test(connector, SHOP).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_is_needed_first_is_said(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let refused = authorize(&world.connector, &kari(), SHOP).await.unwrap_err().to_string();
    assert!(refused.contains("--public-url"), "{refused}");
    world.connector.serve_at("https://kobling.example");
    let refused = authorize(&world.connector, &kari(), SHOP).await.unwrap_err().to_string();
    assert!(refused.contains("client id"), "{refused}");
}
