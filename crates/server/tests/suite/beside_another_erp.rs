//! The recipe "Kobling beside another ERP", step by step: its script is taken from the page that people read.

use std::process::Stdio;

use axum::http::Method;
use connector::outbound_webhooks::Messenger;
use database::Engine;
use outbound::{Http, Policy};
use rstest::rstest;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::TcpListener;
use tokio::process::{Child, ChildStdout, Command};

use crate::call::Call;
use crate::world::World;

const RECIPE: &str = include_str!("../../../../docs/recipes/beside-another-erp.md");

/// The script of the recipe.
fn script() -> &'static str {
    let (_, rest) = RECIPE.split_once("```js\n").unwrap();
    rest.split_once("```").unwrap().0
}

/// A port that nobody listens at.
async fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}

/// The script while it runs; it ends with the test.
struct Script {
    child: Child,
    said: Lines<BufReader<ChildStdout>>,
}

impl Script {
    async fn start(folder: &std::path::Path, settings: &[(&str, String)]) -> Self {
        let file = folder.join("receiver.mjs");
        std::fs::write(&file, script()).unwrap();
        let mut command = Command::new("node");
        command.arg(&file).current_dir(folder).kill_on_drop(true).stdout(Stdio::piped());
        command.envs(settings.iter().map(|(name, value)| (*name, value.as_str())));
        let mut child = command.spawn().expect("the script needs Node, as the web pages do");
        let said = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut script = Self { child, said };
        assert!(script.says().await.starts_with("listening on"));
        script
    }

    /// Ends it, and waits until nobody listens any more.
    async fn end(mut self) {
        self.child.kill().await.unwrap();
    }

    /// The next line that it says.
    async fn says(&mut self) -> String {
        self.said.next_line().await.unwrap().expect("the script goes on")
    }
}

#[rstest]
#[tokio::test]
async fn the_script_of_the_recipe_books_what_is_posted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    // On one machine, as in the recipe.
    world.app.connector.tell_this_machine();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let mut serving = runtime::Scope::new();
    let router = world.router.clone();
    serving.spawn(async move { axum::serve(listener, router).await.unwrap() });

    // 1. Let it read.
    let new = json!({"description": "ERP", "permission": "Viewer"});
    let token = world.call(Method::POST, "/api/v1/apiTokens").body(new).send(&world.router).await.expect(201);
    // 2. Have it told.
    let port = free_port().await;
    let new = json!({"description": "ERP", "url": format!("http://127.0.0.1:{port}/kobling"), "documentPosted": true});
    let webhook = world.call(Method::POST, "/api/v1/outboundWebhooks").body(new).send(&world.router).await.expect(201);
    let id = webhook["id"].as_str().unwrap().to_owned();
    let listed = world.read("/api/v1/outboundWebhooks").await;
    assert!(!listed.text.contains(webhook["secret"].as_str().unwrap()), "the secret is shown once");
    // 3. Receive.
    let folder = tempfile::tempdir().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let settings = [
        ("KOBLING_URL", url),
        ("KOBLING_TOKEN", text(&token["token"])),
        ("WEBHOOK_SECRET", text(&webhook["secret"])),
        ("PORT", port.to_string()),
        // The clock of this test stands still, elsewhere.
        ("TOLERANCE", "Infinity".to_owned()),
    ];
    let mut script = Script::start(folder.path(), &settings).await;
    let http = Http::system(Policy { reach: world.app.connector.reach(), ..Policy::default() }).unwrap();
    let messenger = Messenger::new(world.app.connector.clone(), http);

    // 4. Try it.
    let test = format!("/api/v1/outboundWebhooks/{id}/Kobling.test");
    world.call(Method::POST, test).send(&world.router).await.expect(202);
    assert_eq!(messenger.send_waiting().await.unwrap(), 1);
    world.sales_order("#1001").await;
    let orders = world.read("/api/v1/salesOrders").await.expect(200);
    world.post(text(&orders["value"][0]["id"]).parse().unwrap()).await;
    assert_eq!(messenger.send_waiting().await.unwrap(), 1);
    assert!(script.says().await.contains("of #1001: 250"));
    let invoices = world.read("/api/v1/salesInvoices").await.expect(200);
    let booked = std::fs::read_to_string(folder.path().join("booked.jsonl")).unwrap();
    let booked: Value = serde_json::from_str(booked.trim()).unwrap();
    assert_eq!(
        (&booked["number"], &booked["order"], &booked["lines"], booked["amount"].as_f64()),
        (&invoices["value"][0]["number"], &json!("#1001"), &json!(2), Some(250.0))
    );
    assert_eq!(booked["kind"], "invoice");

    // While it is stopped, the event waits.
    script.end().await;
    let second = world.sales_document(back_office::sales::DocumentType::Order, "#1002").await;
    world.post(second).await;
    assert_eq!(messenger.send_waiting().await.unwrap(), 0);
    let waiting = world.read("/api/v1/outboundWebhookDeliveries?$filter=state eq 'Waiting'").await.expect(200);
    let delivery = &waiting["value"][0];
    assert!(text(&delivery["errorMessage"]).contains("no connection to 127.0.0.1"), "{delivery}");
    let mut script = Script::start(folder.path(), &settings).await;
    let again = format!("/api/v1/outboundWebhookDeliveries/{}/Kobling.retry", text(&delivery["id"]));
    world.call(Method::POST, again).send(&world.router).await.expect(202);
    assert_eq!(messenger.send_waiting().await.unwrap(), 1);
    assert!(script.says().await.contains("of #1002"));
    // The token reads, and no more.
    let items = Call::new(Method::POST, "/api/v1/items").token(&text(&token["token"])).body(json!({}));
    assert!(items.send(&world.router).await.message(403).contains("Viewer"));
    drop(serving);
}
