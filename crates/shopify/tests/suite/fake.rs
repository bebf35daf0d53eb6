//! A store that says what it is told to say, on a clock that stands still.

use std::collections::VecDeque;
use std::future::{Future, ready};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::{Request, Response};
use chrono::DateTime;
use http_body_util::BodyExt;
use outbound::{Bytes, Full, Http};
use runtime::{Clock, ManualClock, Random};
use serde_json::{Value, json};
use shopify::{Budget, Client, Store};

/// What the store does with a request.
#[derive(Clone, Debug)]
pub enum Step {
    /// It answers.
    Answer { status: u16, headers: Vec<(&'static str, String)>, body: String },
    /// The network fails.
    Broken(outbound::Error),
}

pub fn json(body: &Value) -> Step {
    status(200, &body.to_string())
}

pub fn status(status: u16, body: &str) -> Step {
    Step::Answer { status, headers: Vec::new(), body: body.to_owned() }
}

pub fn with_header(step: Step, name: &'static str, value: &str) -> Step {
    match step {
        Step::Answer { status, mut headers, body } => {
            headers.push((name, value.to_owned()));
            Step::Answer { status, headers, body }
        }
        broken @ Step::Broken(_) => broken,
    }
}

pub fn error(code: &str, message: &str) -> Step {
    json(&json!({"errors": [{"message": message, "extensions": {"code": code}}]}))
}

pub fn throttled(requested: u32, available: u32) -> Step {
    json(&json!({
        "errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}],
        "extensions": cost(requested, available),
    }))
}

pub fn cost(requested: u32, available: u32) -> Value {
    json!({"cost": {"requestedQueryCost": requested, "actualQueryCost": null, "throttleStatus":
        {"maximumAvailable": 2000.0, "currentlyAvailable": available, "restoreRate": 100.0}}})
}

/// The settings of a store, as answered.
pub fn settings() -> Step {
    json(&json!({
        "data": {"shop": {
            "id": "gid://shopify/Shop/1", "name": "Fjord", "myshopifyDomain": "fjord.myshopify.com", "currencyCode": "NOK",
            "ianaTimezone": "Europe/Oslo", "weightUnit": "STONES", "taxesIncluded": true, "taxShipping": false,
            "plan": {"publicDisplayName": "Basic", "shopifyPlus": false, "partnerDevelopment": false}
        }},
        "extensions": cost(2, 1998),
    }))
}

/// A request, as it arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub at: Duration,
    pub uri: String,
    pub token: String,
    pub body: Value,
}

/// A store, its clock, and a client of it.
pub struct World {
    pub clock: Clock,
    pub manual: ManualClock,
    pub client: Client,
    pub http: Http,
    pub budget: Arc<Budget>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl World {
    /// A store that does these things, one after the other, and then the last of them for ever.
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let (clock, manual) = Clock::manual(DateTime::UNIX_EPOCH);
        let steps = Arc::new(Mutex::new(steps.into_iter().collect::<VecDeque<_>>()));
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let (seen, watch) = (arrived.clone(), clock.clone());
        let service = tower::service_fn(move |request: Request<Full<Bytes>>| {
            let (head, body) = request.into_parts();
            let body = futures::FutureExt::now_or_never(body.collect()).unwrap().unwrap().to_bytes();
            seen.lock().unwrap().push(Arrived {
                at: watch.monotonic(),
                uri: head.uri.to_string(),
                token: head
                    .headers
                    .get("x-shopify-access-token")
                    .map_or("", |token| token.to_str().unwrap())
                    .to_owned(),
                body: serde_json::from_slice(&body).unwrap_or_default(),
            });
            let mut steps = steps.lock().unwrap();
            let step = if steps.len() > 1 { steps.pop_front().unwrap() } else { steps[0].clone() };
            ready(match step {
                Step::Broken(error) => Err(error),
                Step::Answer { status, headers, body } => {
                    let mut response = Response::builder().status(status);
                    for (name, value) in headers {
                        response = response.header(name, value);
                    }
                    Ok(response.body(Full::<Bytes>::from(body)).unwrap())
                }
            })
        });
        let store = Store::new("fjord.myshopify.com", "https://fjord.myshopify.com", "shpat_secret".into());
        let random = Random::seeded(7);
        let budget = Arc::new(Budget::alone(clock.clone(), &random));
        let http = Http::in_process(service);
        let client = Client::new(http.clone(), store, budget.clone(), clock.clone(), random);
        Self { clock, manual, client, http, budget, arrived }
    }

    /// What has arrived at the store.
    pub fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    /// When the requests arrived, in milliseconds.
    pub fn times(&self) -> Vec<u128> {
        self.arrived().iter().map(|request| request.at.as_millis()).collect()
    }

    /// Runs `future` to its end, moving the clock whenever everyone sleeps.
    pub async fn drive<F: Future>(&self, future: F) -> F::Output {
        tokio::pin!(future);
        loop {
            if let std::task::Poll::Ready(output) = futures::poll!(&mut future) {
                return output;
            }
            // Tokio lets a task that never yields wait for nothing after a while.
            tokio::task::yield_now().await;
            assert!(self.manual.sleepers() > 0, "it waits for something that is no clock");
            self.manual.advance(Duration::from_millis(1));
        }
    }
}
