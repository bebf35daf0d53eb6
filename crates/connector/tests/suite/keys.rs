//! Changes that the store recognises by their keys: a retry is the same to the letter, and a key that may be forgotten is
//! not trusted.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::routing::post;
use chrono::{DateTime, Utc};
use connector::Error;
use connector::operations::{self, Change, Intent, KEY, ReadBack, State, Told, intend, send, settle};
use connector::skipped::Seen;
use database::{Engine, Tx};
use job_queue::{Context, JobError, NewEntry, Object, Queue, Registry, Request, Summary};
use outbound::Http;
use rstest::rstest;
use runtime::Random;
use sea_orm::{EntityTrait, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use shopify::{Budget, Client, Document, Kind, Store};
use values::Code;

use crate::world::{SHOP, World};

/// A refund, as Kobling will send it.
#[derive(Debug, Serialize, Deserialize)]
struct RefundCreate {
    #[serde(rename = "refundCreate")]
    payload: Payload,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Payload {
    user_errors: Vec<UserError>,
}

#[derive(Debug, Serialize, Deserialize)]
struct UserError {
    message: String,
}

impl Document for RefundCreate {
    const NAME: &'static str = "RefundCreate";
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = Value;
    type Answer = Self;

    fn text() -> &'static str {
        "mutation RefundCreate($input: RefundInput!, $key: String!) {
            refundCreate(input: $input) @idempotent(key: $key) { userErrors { message } } }"
    }

    fn cost(_: &Value) -> u32 {
        20
    }
}

/// What one sees when one looks for it: the refunds of an order.
struct Refunds;

impl Document for Refunds {
    const NAME: &'static str = "Refunds";
    type Variables = Value;
    type Answer = Value;

    fn text() -> &'static str {
        "query Refunds { refunds }"
    }

    fn cost(_: &Value) -> u32 {
        1
    }
}

struct Refund;

impl Change for Refund {
    type Mutation = RefundCreate;

    const DESCRIPTION: &'static str = "Refund";
    const OBJECT: i32 = RefundTask::ID;

    fn told(answer: &RefundCreate) -> Told {
        Told::by_errors(answer.payload.user_errors.iter().map(|error| (None, error.message.as_str())))
    }

    async fn read_back(client: &Client, _: &operations::Model) -> Result<ReadBack, shopify::Error> {
        let found = client.run::<Refunds>(json!({})).await?["refunds"].as_u64();
        Ok(if found == Some(0) { ReadBack::Absent } else { ReadBack::Found })
    }

    async fn made(_: &Tx, _: &operations::Model, _: Option<DateTime<Utc>>) -> Result<(), Error> {
        Ok(())
    }
}

/// The task that refunds: it settles, and then intends one refund if none was ever intended.
struct RefundTask {
    client: Client,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
struct Options {}

impl Object for RefundTask {
    type Page = Options;

    const ID: i32 = 50_000;
    const CAPTION: &'static str = "Refund";
    const CATEGORY: &'static str = "SHPFY";

    async fn run(&self, cx: &Context, _: &Request<Options>) -> Result<Summary, JobError> {
        let seen = &Seen { run: cx.log_id(), at: cx.clock().now(), random: cx.random() };
        let settled = settle::<Refund>(cx, &self.client, seen, &Code::cut(SHOP)).await?;
        if all(cx.db()).await.is_empty() {
            let intent = || Intent {
                shop_code: Code::cut(SHOP),
                subject: "gid://shopify/Order/1".into(),
                document_name: "#1001".into(),
                variables: json!({ "input": { "orderId": "gid://shopify/Order/1", "note": null, "b": 1, "a": 2.50 } }),
            };
            let (refund, is_new) = cx.write(|tx| async move { intend::<Refund>(&tx, seen, intent()).await }).await?;
            assert!(is_new);
            let (same, is_new) = cx.write(|tx| async move { intend::<Refund>(&tx, seen, intent()).await }).await?;
            assert_eq!((same.id, is_new), (refund.id, false), "one unfinished change for each subject");
            send::<Refund>(cx, &self.client, seen, &refund).await?;
        }
        Ok(Summary { updated: settled.made, ..Summary::default() })
    }
}

async fn all(db: &database::Db) -> Vec<operations::Model> {
    let query = operations::Entity::find().order_by_asc(operations::Column::CreatedAt);
    db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
}

/// What the store says to one request.
type Says = (StatusCode, String);

#[derive(Clone, Default)]
struct Script {
    /// The last is said for ever.
    says: Arc<Mutex<VecDeque<Says>>>,
    heard: Arc<Mutex<Vec<Value>>>,
}

impl Script {
    fn then(&self, says: impl IntoIterator<Item = Says>) {
        *self.says.lock().unwrap() = says.into_iter().collect();
    }

    /// The variables of the refunds that were asked for.
    fn refunds(&self) -> Vec<String> {
        let heard = self.heard.lock().unwrap();
        let refunds = heard.iter().filter(|body| body["operationName"] == "RefundCreate");
        refunds.map(|body| body["variables"].to_string()).collect()
    }
}

async fn answer(Shared(script): Shared<Script>, body: String) -> Result<Says, Infallible> {
    script.heard.lock().unwrap().push(serde_json::from_str(&body).unwrap());
    let mut says = script.says.lock().unwrap();
    Ok(if says.len() > 1 { says.pop_front().unwrap() } else { says[0].clone() })
}

fn refunded(errors: &[&str]) -> Says {
    let errors: Vec<_> = errors.iter().map(|message| json!({ "message": message })).collect();
    (StatusCode::OK, json!({ "data": { "refundCreate": { "userErrors": errors } } }).to_string())
}

fn shows(refunds: u64) -> Says {
    (StatusCode::OK, json!({ "data": { "refunds": refunds } }).to_string())
}

fn broken() -> Says {
    (StatusCode::BAD_GATEWAY, "<html>".to_owned())
}

struct Desk {
    world: World,
    queue: Queue,
    script: Script,
}

impl Desk {
    async fn new(engine: Engine) -> Self {
        let (world, script) = (World::new(engine).await, Script::default());
        let router = Router::new().route("/{*path}", post(answer)).with_state(script.clone());
        let (clock, random) = (world.connector.clock().clone(), Random::seeded(3));
        let budget = Arc::new(Budget::alone(clock.clone(), &random));
        let store = Store::new("fjord.myshopify.com", "https://fjord.myshopify.com", "shpat_secret".into());
        let client = Client::new(Http::in_process(router), store, budget, clock.clone(), random.clone());
        let registry = Arc::new(Registry::new().with(RefundTask { client }));
        let queue = Queue::new(world.test.db.clone(), registry, clock, random);
        Self { world, queue, script }
    }

    /// One run of the task, while time passes.
    async fn run(&self) {
        let entry = &NewEntry { scope: SHOP.into(), user: "KARI".into(), ..NewEntry::now(RefundTask::ID) };
        let queue = &self.queue;
        queue.db().write(|tx| async move { queue.enqueue(&tx, entry).await }).await.unwrap();
        let mut worker = job_queue::Worker::new(queue.clone(), job_queue::WorkerOptions::default());
        self.world.while_time_passes(worker.work_until_idle(), None).await.unwrap().unwrap();
    }

    async fn states(&self) -> Vec<State> {
        all(&self.world.test.db).await.into_iter().map(|change| change.state).collect()
    }

    fn advance_hours(&self, hours: u64) {
        self.world.advance(60 * hours);
    }
}

#[rstest]
#[tokio::test]
async fn a_retry_has_the_same_key_and_the_same_variables_to_the_letter(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.script.then([broken()]);
    desk.run().await;
    assert_eq!(desk.states().await, [State::Sent]);
    desk.advance_hours(19);
    desk.script.then([refunded(&[])]);
    desk.run().await;
    assert_eq!(desk.states().await, [State::Done]);
    let sent = desk.script.refunds();
    assert_eq!(sent.len(), 5 + 1, "the client's own tries, and one of the next run");
    assert!(sent.iter().all(|variables| *variables == sent[0]), "{sent:?}");
    let stored = all(&desk.world.test.db).await.remove(0);
    assert_eq!(stored.variables, sent[0]);
    let written: Value = serde_json::from_str(&stored.variables).unwrap();
    assert_eq!(written[KEY], stored.id.to_string());
    assert_eq!(written["input"]["note"], Value::Null);
    assert!(written["input"].as_object().unwrap().contains_key("note"), "a null that is meant is kept");
}

#[rstest]
#[case::not_made(0, vec![State::Failed, State::Done])]
#[case::made(1, vec![State::Done])]
#[tokio::test]
async fn a_key_that_may_be_forgotten_is_looked_for_and_a_new_intent_has_a_new_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] found: u64,
    #[case] states: Vec<State>,
) {
    let desk = Desk::new(engine).await;
    desk.script.then([broken()]);
    desk.run().await;
    desk.advance_hours(21);
    let before = desk.script.refunds();
    desk.script.then([shows(found), refunded(&[])]);
    desk.run().await;
    desk.run().await;
    assert_eq!(desk.states().await, states);
    let after = desk.script.refunds();
    assert_eq!(after.len() - before.len(), states.len() - 1);
    assert!(after[before.len()..].iter().all(|variables| *variables != before[0]));
}

#[rstest]
#[tokio::test]
async fn a_request_that_is_still_under_way_is_asked_for_again_with_its_key(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.script.then([refunded(&["A request with this idempotency key is running concurrently."])]);
    desk.run().await;
    assert_eq!(desk.states().await, [State::Sent]);
    desk.script.then([refunded(&[])]);
    desk.run().await;
    assert_eq!(desk.states().await, [State::Done]);
    assert_eq!(desk.script.refunds()[0], desk.script.refunds()[1]);
}

#[rstest]
#[tokio::test]
async fn a_key_of_an_attempt_that_failed_is_looked_for_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.script.then([refunded(&["The previous attempt with this idempotency key failed."]), shows(1)]);
    desk.run().await;
    assert_eq!(desk.states().await, [State::Done]);
}

#[rstest]
#[tokio::test]
async fn what_the_store_refuses_is_over(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.script.then([refunded(&["Refund cannot be larger than the order."])]);
    desk.run().await;
    desk.run().await;
    assert_eq!(desk.states().await, [State::Failed]);
    assert_eq!(desk.script.refunds().len(), 1);
    assert!(desk.world.skipped().await[0].cause.starts_with("Refund was refused: Refund cannot be larger"));
}
