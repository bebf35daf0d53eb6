//! Outbound webhooks: what happens is told once it is committed, signed, and again until it is taken.

mod events;
mod keeping;
mod sending;

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use connector::outbound_webhooks::{self, Change, Delivery, DeliveryColumn, DeliveryModel, Kept, Model};
use outbound::Http;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::Value;

use crate::world::{World, kari};

/// What was sent: the head and the body.
type Sent = (HeaderMap, String);

/// The other side: what it was sent, and what it answers.
#[derive(Clone, Default)]
struct Receiver(Arc<Mutex<(Vec<Sent>, u16)>>);

impl Receiver {
    fn answering(status: u16) -> Self {
        let receiver = Self::default();
        receiver.answers(status);
        receiver
    }

    fn answers(&self, status: u16) {
        self.0.lock().unwrap().1 = status;
    }

    fn http(&self) -> Http {
        let take = |State(receiver): State<Self>, headers: HeaderMap, body: Bytes| async move {
            let mut taken = receiver.0.lock().unwrap();
            taken.0.push((headers, String::from_utf8(body.to_vec()).unwrap()));
            (StatusCode::from_u16(taken.1).unwrap(), "so it is")
        };
        Http::in_process(Router::new().route("/hook", post(take)).with_state(self.clone()))
    }

    fn taken(&self) -> Vec<(HeaderMap, String)> {
        self.0.lock().unwrap().0.clone()
    }

    /// What was sent, in order: type and data.
    fn events(&self) -> Vec<(String, Value)> {
        let read = |(_, body): &(HeaderMap, String)| {
            let event: Value = serde_json::from_str(body).unwrap();
            (event["type"].as_str().unwrap().to_owned(), event["data"].clone())
        };
        self.taken().iter().map(read).collect()
    }
}

/// A webhook that is told of everything.
fn everything() -> Change {
    Change {
        description: Some("ERP".into()),
        url: Some("https://erp.example/hook".into()),
        order_staged: Some(true),
        document_created: Some(true),
        document_posted: Some(true),
        job_failed: Some(true),
        record_skipped: Some(true),
        ..Change::default()
    }
}

async fn subscribe(world: &World, said: Change) -> Kept {
    let (connector, by, said) = (&world.connector, &kari(), &said);
    let write = |tx| async move { outbound_webhooks::make(connector, &tx, by, said).await };
    world.test.db.write(write).await.unwrap()
}

async fn deliveries(world: &World) -> Vec<DeliveryModel> {
    let query = Delivery::find().order_by_asc(DeliveryColumn::EntryNumber);
    world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
}

/// Turns a webhook on or off.
async fn turn(world: &World, webhook: &Model, enabled: bool) -> Model {
    let (connector, by, said) = (&world.connector, &kari(), &Change { enabled: Some(enabled), ..Change::default() });
    let write = |tx| async move { outbound_webhooks::change(connector, &tx, by, webhook, said).await };
    world.test.db.write(write).await.unwrap()
}
