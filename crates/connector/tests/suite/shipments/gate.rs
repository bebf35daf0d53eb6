//! A way to the store on which a call can be held up.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use database::Engine;
use devstore::Devstore;
use outbound::Http;
use tokio::sync::Notify;
use tower::ServiceExt;

use crate::world::World;

/// When a call is held up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before it is carried out.
    Before,
    /// After it, before it is answered.
    After,
}

#[derive(Clone, Debug, Default)]
pub struct Gate(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    closed: Mutex<Option<(&'static str, When)>>,
    reached: Notify,
    opened: Notify,
}

impl Gate {
    /// A world behind a gate.
    pub async fn new(engine: Engine) -> (World, Self) {
        let gate = Self::default();
        let way = gate.clone();
        let world = World::with_network(engine, "NOK", move |store, _| way.network(store)).await;
        (world, gate)
    }

    /// The next call of that name is held up.
    pub fn close(&self, call: &'static str, when: When) {
        *self.0.closed.lock().unwrap() = Some((call, when));
    }

    /// Waits until it is.
    pub async fn reached(&self) {
        self.0.reached.notified().await;
    }

    /// Lets it go on.
    pub fn open(&self) {
        self.0.opened.notify_one();
    }

    fn network(&self, store: &Devstore) -> Http {
        let (gate, store) = (self.clone(), store.router());
        Http::in_process(Router::new().fallback(move |request: Request| {
            let (gate, router) = (gate.clone(), store.clone());
            async move { gate.pass(router, request).await }
        }))
    }

    async fn pass(&self, router: Router, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let held = self.0.closed.lock().unwrap().take_if(|(call, _)| text.contains(*call)).map(|(_, when)| when);
        if held == Some(When::Before) {
            self.hold().await;
        }
        let answer = router.oneshot(Request::from_parts(parts, Body::from(bytes))).await.unwrap();
        if held == Some(When::After) {
            self.hold().await;
        }
        answer
    }

    async fn hold(&self) {
        self.0.reached.notify_one();
        self.0.opened.notified().await;
    }
}
