//! Reads the result of a bulk query of as many lines as are given, and prints what it has read as JSON. What the bench
//! measures: the store is a stand-in that makes each line when it is asked for, so that the memory is the reader's.

#![expect(clippy::print_stdout, reason = "a command line tool speaks to its user")]

use std::error::Error;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use outbound::Http;
use runtime::{Clock, Random};
use serde_json::{Value, json};
use shopify::bulk::{BulkQuery, Finish, Outcome, query};
use shopify::{Budget, Client, Store};

/// As many lines go out at once as a network brings about.
const AT_ONCE: u64 = 200;

fn line(number: u64) -> String {
    let sku = number % 5_000;
    format!(
        "{{\"id\":\"gid://shopify/LineItem/{number}\",\"title\":\"Fjellheim lue, strikket i ull\",\"sku\":\"FH-{sku:05}\",\
         \"quantity\":{},\"originalUnitPriceSet\":{{\"shopMoney\":{{\"amount\":\"249.0\",\"currencyCode\":\"NOK\"}}}},\
         \"__parentId\":\"gid://shopify/Order/{}\"}}\n",
        number % 3 + 1,
        number / 4,
    )
}

fn store(lines: u64) -> Router {
    let answer = |Json(asked): Json<Value>| async move {
        let id = "gid://shopify/BulkOperation/1";
        Json(match asked.get("operationName").and_then(Value::as_str) {
            Some("BulkRunQuery") => json!({ "data": { "bulkOperationRunQuery": {
                "bulkOperation": { "id": id, "status": "CREATED" }, "userErrors": [],
            } } }),
            _ => json!({ "data": { "bulkOperation": {
                "id": id, "status": "COMPLETED", "type": "QUERY", "errorCode": null, "createdAt": "2026-11-02T08:30:00Z",
                "completedAt": "2026-11-02T08:40:00Z", "objectCount": "1", "rootObjectCount": "1", "fileSize": null,
                "url": "https://files.example.com/lines", "partialDataUrl": null,
            } } }),
        })
    };
    let file = move || async move {
        let pieces = (0..lines.div_ceil(AT_ONCE)).map(move |piece| {
            let text: String = (piece * AT_ONCE..lines.min((piece + 1) * AT_ONCE)).map(line).collect();
            Ok::<_, std::io::Error>(Bytes::from(text))
        });
        Body::from_stream(futures::stream::iter(pieces)).into_response()
    };
    Router::new().route("/admin/api/{version}/graphql.json", post(answer)).route("/lines", get(file))
}

fn main() -> Result<(), Box<dyn Error>> {
    let lines: u64 = std::env::args().nth(1).unwrap_or_else(|| "1000000".to_owned()).parse()?;
    let store_of = Store::new("bench.myshopify.com", "https://bench.myshopify.com", "shpat_bench".into());
    let (http, clock, random) = (Http::in_process(store(lines)), Clock::system(), Random::seeded(1));
    let budget = Arc::new(Budget::alone(clock.clone(), &random));
    let client = Client::new(http, store_of, budget, clock, random);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (read, bytes) = runtime.block_on(async {
        let asked = BulkQuery::text("{ orders { edges { node { id } } } }");
        let outcome = query(&client, &asked, &Finish::default()).await?;
        let (Outcome::Whole(finished) | Outcome::Part(finished, _)) = &outcome;
        let (mut reader, mut read, mut bytes) = (finished.lines(), 0_u64, 0);
        while let Some(line) = reader.next().await? {
            read += 1;
            bytes += line.bytes().len() + 1;
        }
        Ok::<_, shopify::Error>((read, bytes))
    })?;
    println!("{}", json!({ "lines": read, "bytes": bytes }));
    Ok(())
}
