//! A network that changes what the store answers, for what no store of ours would say.

use std::fmt;
use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::map_response;
use axum::response::Response;
use database::Engine;
use devstore::Devstore;
use outbound::Http;
use serde_json::Value;

use crate::world::World;

type Change = Arc<dyn Fn(String) -> String + Send + Sync>;

/// What is done to each answer.
#[derive(Clone)]
pub struct Network(Arc<Mutex<Change>>);

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Network").finish_non_exhaustive()
    }
}

impl Network {
    pub fn new(change: impl Fn(String) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(Mutex::new(Arc::new(change))))
    }

    /// From now on answers are changed so.
    pub fn answers(&self, change: impl Fn(String) -> String + Send + Sync + 'static) {
        *self.0.lock().unwrap() = Arc::new(change);
    }

    pub fn to(&self, store: &Devstore) -> Http {
        let network = self.clone();
        let spoil = move |response: Response| {
            let change = network.0.lock().unwrap().clone();
            async move {
                let (mut parts, body) = response.into_parts();
                let bytes = to_bytes(body, usize::MAX).await.unwrap();
                parts.headers.remove(CONTENT_LENGTH);
                let text = String::from_utf8(bytes.to_vec()).unwrap();
                Response::from_parts(parts, Body::from(change(text)))
            }
        };
        Http::in_process(store.router().layer(map_response(spoil)))
    }
}

impl World {
    /// A company whose store's answers are changed on their way.
    pub async fn spoilt(engine: Engine, change: impl Fn(String) -> String + Send + Sync + 'static) -> Self {
        let network = Network::new(change);
        let way = network.clone();
        let mut world = Self::with_network(engine, "NOK", move |store, _| way.to(store)).await;
        world.spoilt = Some(network);
        world
    }

    pub fn network(&self) -> &Network {
        self.spoilt.as_ref().unwrap()
    }
}

/// As if orders that are asked for by their ids had been deleted.
pub fn no_single_order(text: String) -> String {
    changed(text, |answer| {
        if let Some(nodes) = answer["data"]["nodes"].as_array_mut() {
            nodes.iter_mut().for_each(|node| *node = Value::Null);
        }
    })
}

/// An answer with something changed in it.
pub fn changed(text: String, change: impl FnOnce(&mut Value)) -> String {
    let Ok(mut answer) = serde_json::from_str::<Value>(&text) else { return text };
    change(&mut answer);
    answer.to_string()
}
