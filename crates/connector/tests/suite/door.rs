//! The door of a store: gives access tokens as Shopify does, and lets in who has a good one.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Request, Response};
use chrono::{DateTime, TimeDelta, Utc};
use database::Engine;
use devstore::{DEFAULT_TOKEN, Devstore};
use outbound::{Bytes, Error as Network, Full, Http};
use runtime::Clock;
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tower::ServiceExt;

use crate::world::World;

const TOKEN: HeaderName = HeaderName::from_static("x-shopify-access-token");

/// What happens to a request for a token.
#[derive(Clone, Copy, Debug)]
pub enum Happens {
    /// The answer is lost on its way back.
    Lost,
    /// It is refused.
    Refused(&'static str),
    /// The store is in trouble.
    Trouble,
    /// The answer waits until it is let out.
    Held,
}

#[derive(Clone)]
pub struct Door(Arc<Inner>);

struct Inner {
    state: Mutex<State>,
    held: Semaphore,
    clock: Clock,
}

#[derive(Default)]
struct State {
    /// Tokens, and until when they are good.
    tokens: HashMap<String, DateTime<Utc>>,
    /// Refresh tokens that are good: the last, and the one before it until the last is used.
    refresh: Vec<String>,
    made: u32,
    requests: Vec<Value>,
    happens: VecDeque<Happens>,
    let_in: u32,
    refuses_everyone: bool,
}

impl Door {
    /// A world behind a door.
    pub async fn new(engine: Engine) -> (World, Self) {
        let mut made = None;
        let world = World::with_network(engine, "NOK", |store, clock| {
            let inner = Inner { state: Mutex::default(), held: Semaphore::new(0), clock: clock.clone() };
            let door = Self(Arc::new(inner));
            made = Some(door.clone());
            door.network(store)
        });
        let world = world.await;
        let door = made.unwrap();
        door.state().let_in = 0;
        (world, door)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap()
    }

    pub fn network(&self, store: &Devstore) -> Http {
        let (door, router) = (self.clone(), store.router());
        Http::in_process(tower::service_fn(move |request: Request<Full<Bytes>>| {
            let (door, router) = (door.clone(), router.clone());
            async move {
                if request.uri().path().ends_with("/access_token") {
                    return door.give(request).await;
                }
                let mut request = request.map(Body::new);
                match door.knows(&request) {
                    false => Ok(answer(401, &json!({ "errors": "[API] Invalid API key or access token" }))),
                    true => {
                        request.headers_mut().insert(TOKEN, HeaderValue::from_static(DEFAULT_TOKEN));
                        Ok(router.oneshot(request).await.unwrap())
                    }
                }
            }
        }))
    }

    fn knows(&self, request: &Request<Body>) -> bool {
        let token = request.headers()[TOKEN].to_str().unwrap().to_owned();
        let now = self.0.clock.now();
        let mut state = self.state();
        let good = token == DEFAULT_TOKEN || state.tokens.get(&token).is_some_and(|until| *until > now);
        let good = good && !state.refuses_everyone;
        state.let_in += u32::from(good);
        if good && token == format!("shpat_{}", state.made) {
            // The last pair is in use: the refresh token before it is good no more.
            let last = state.refresh.pop();
            state.refresh = last.into_iter().collect();
        }
        good
    }

    async fn give(&self, request: Request<Full<Bytes>>) -> Result<Response<Body>, Network> {
        let body = axum::body::to_bytes(Body::new(request.into_body()), usize::MAX).await.unwrap();
        let body: Value = serde_json::from_slice(&body).unwrap();
        let happens = {
            let mut state = self.state();
            state.requests.push(body.clone());
            state.happens.pop_front()
        };
        match happens {
            Some(Happens::Refused(code)) => return Ok(answer(400, &json!({ "error": code }))),
            Some(Happens::Trouble) => return Ok(answer(503, &json!({}))),
            _ => {}
        }
        let given = self.make(&body);
        match happens {
            Some(Happens::Lost) => {
                Err(Network::Body { host: "devstore.myshopify.com".into(), reason: "connection reset".into() })
            }
            Some(Happens::Held) => {
                self.0.held.acquire().await.unwrap().forget();
                Ok(given)
            }
            _ => Ok(given),
        }
    }

    fn make(&self, body: &Value) -> Response<Body> {
        let mut state = self.state();
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        if (text("client_id"), text("client_secret")) != ("app".to_owned(), "hush".to_owned()) {
            return answer(401, &json!({ "error": "invalid_client" }));
        }
        let expiring = text("grant_type") == "refresh_token";
        if expiring && !state.refresh.contains(&text("refresh_token")) {
            return answer(400, &json!({ "error": "invalid_grant" }));
        }
        state.made += 1;
        let (token, seconds) = (format!("shpat_{}", state.made), if expiring { 3600 } else { 86399 });
        state.tokens.insert(token.clone(), self.0.clock.now() + TimeDelta::seconds(seconds));
        let mut given = json!({ "access_token": token, "scope": "write_orders,read_customers", "expires_in": seconds });
        if expiring {
            let refresh = format!("shprt_{}", state.made);
            state.refresh.retain(|known| *known == text("refresh_token"));
            state.refresh.push(refresh.clone());
            given["refresh_token"] = refresh.into();
            given["refresh_token_expires_in"] = 7_776_000.into();
        }
        answer(200, &given)
    }

    /// This refresh token is good.
    pub fn knows_refresh_token(&self, token: &str) {
        self.state().refresh = vec![token.to_owned()];
    }

    /// The next requests for a token meet with this.
    pub fn will(&self, happens: impl IntoIterator<Item = Happens>) {
        self.state().happens.extend(happens);
    }

    /// Lets out one answer that is held.
    pub fn let_out(&self) {
        self.0.held.add_permits(1);
    }

    /// No token that was given so far is good any more.
    pub fn take_back_all(&self) {
        self.state().tokens.clear();
    }

    /// Nobody is let in, whatever token is shown.
    pub fn refuse_everyone(&self, refuses: bool) {
        self.state().refuses_everyone = refuses;
    }

    /// The requests for tokens: the refresh token of each, or `client_credentials`.
    pub fn asked(&self) -> Vec<String> {
        let shown = |body: &Value| body["refresh_token"].as_str().unwrap_or("client_credentials").to_owned();
        self.state().requests.iter().map(shown).collect()
    }

    /// How many requests were let in.
    pub fn let_in(&self) -> u32 {
        self.state().let_in
    }
}

fn answer(status: u16, body: &Value) -> Response<Body> {
    Response::builder().status(status).body(Body::from(body.to_string())).unwrap()
}

/// Goes on until `future` is done, moving the clock while everyone waits for it.
pub async fn drive<F: Future>(world: &World, future: F) -> F::Output {
    tokio::pin!(future);
    loop {
        tokio::select! {
            biased;
            output = &mut future => return output,
            () = tokio::task::yield_now() => {
                if world.clock.sleepers() > 0 {
                    world.clock.advance(Duration::from_millis(250));
                }
            }
        }
    }
}
