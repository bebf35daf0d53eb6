//! Puts a load on a devstore in process, and prints what it made of it: `devstore_load [ORDERS] [SECONDS]`.

#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use devstore::{DEFAULT_TOKEN, Devstore, Limits, Options};
use http_body_util::BodyExt;
use runtime::{Clock, Random};
use serde_json::{Value, json};
use tower::ServiceExt;

type Failure = Box<dyn std::error::Error + Send + Sync>;

const THREADS: u32 = 2;
const SIMPLE: &str = "{ shop { name currencyCode ianaTimezone plan { publicDisplayName } } }";
const PAGE: &str =
    "{ orders(first: 50, sortKey: UPDATED_AT) { nodes { id name updatedAt totalPriceSet { shopMoney { amount } }
    customer { id } lineItems(first: 5) { nodes { id sku quantity } } } pageInfo { hasNextPage endCursor } } }";

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let orders: usize = arguments.next().map_or(Ok(100_000), |text| text.parse())?;
    let seconds: u64 = arguments.next().map_or(Ok(10), |text| text.parse())?;
    let clock = Clock::system();
    let devstore = Devstore::new(Options::new(clock.clone(), Random::os()))?;
    let begin = clock.monotonic();
    devstore.seed(orders, 1)?;
    let seeding = clock.monotonic() - begin;
    let megabytes = resident_megabytes()?;
    let unlimited = Limits { bucket: 1e12, restore_rate: 1e12, ..devstore.handle().limits() };
    devstore.handle().set_limits(unlimited)?;
    let router = devstore.router();
    let simple = rate(&clock, &router, SIMPLE, seconds)?;
    let pages = rate(&clock, &router, PAGE, seconds)?;
    let given = json!({
        "orders": orders, "seedingSeconds": seeding.as_secs_f64(), "megabytes": megabytes,
        "simpleQueriesPerSecond": simple, "pagesPerSecond": pages,
    });
    println!("{given}");
    Ok(())
}

/// How many of these queries are answered in a second, asked from all threads.
fn rate(clock: &Clock, router: &Router, document: &str, seconds: u64) -> Result<f64, Failure> {
    let answered: Vec<Result<u64, Failure>> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..THREADS).map(|_| scope.spawn(|| ask_for(clock, router.clone(), document, seconds))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a thread ended".into()))).collect()
    });
    let sum = answered.into_iter().sum::<Result<u64, Failure>>()?;
    Ok(sum as f64 / seconds as f64)
}

fn ask_for(clock: &Clock, router: Router, document: &str, seconds: u64) -> Result<u64, Failure> {
    let end = clock.monotonic() + Duration::from_secs(seconds);
    let body = json!({ "query": document }).to_string();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut answered = 0;
        while clock.monotonic() < end {
            let request = Request::post("/admin/api/2026-10/graphql.json")
                .header("x-shopify-access-token", DEFAULT_TOKEN)
                .header("content-type", "application/json")
                .body(Body::from(body.clone()))?;
            let response = router.clone().oneshot(request).await?;
            let answer: Value = serde_json::from_slice(&response.into_body().collect().await?.to_bytes())?;
            if answer.get("data").is_none_or(Value::is_null) {
                return Err(answer.to_string().into());
            }
            answered += 1;
        }
        Ok(answered)
    })
}

/// What the system counts as this process's memory (Linux).
fn resident_megabytes() -> Result<f64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("the system does not tell")?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes / 1000.0)
}
