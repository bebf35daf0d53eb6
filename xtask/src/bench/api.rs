use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use super::company::{self, Company};
use super::latency::{Latency, of};
use super::machine::Machine;
use super::publish::publish;
use crate::devstore::Devstore;
use crate::http::Host;
use crate::postgres::Server;

/// Within which time 99 of 100 answers are to come.
const GOAL: Duration = Duration::from_millis(50);
/// How far the reader of a list has scrolled, in thousands of rows.
const PAGES: usize = 20;

/// How many rows of a list a page of the browser asks for at a time.
const PREFER: (&str, &str) = ("Prefer", "odata.maxpagesize=100");

/// What the pages ask for: what it is, and the address.
const ASKED: [(&str, &str); 16] = [
    ("Role Center: the cues", "/cues"),
    ("Shopify Orders, with their count", "/shopifyOrders?$count=true"),
    ("Shopify Orders, the newest first", "/shopifyOrders?$count=true&$orderby=createdAt%20desc"),
    ("Shopify Orders, of one status", "/shopifyOrders?$count=true&filter.financialStatus=Paid"),
    ("Shopify Orders, of one customer's name", "/shopifyOrders?$count=true&filter.sellToCustomerName=@*berg*"),
    ("Shopify Orders, searched", "/shopifyOrders?$count=true&$search=1042"),
    ("Shopify Orders, searched, with 12,000 found", "/shopifyOrders?$count=true&$search=berg"),
    ("Shopify Orders, searched, with none found", "/shopifyOrders?$count=true&$search=zzzzz"),
    ("Sales Orders, with their count", "/salesOrders?$count=true&$orderby=number%20desc"),
    ("Sales Orders, from one number on", "/salesOrders?$count=true&filter.number=SO-050000.."),
    ("Sales Orders, searched", "/salesOrders?$count=true&$search=1042"),
    ("Customers", "/customers?$count=true"),
    ("Items", "/items?$count=true"),
    ("Job Queue Entries", "/jobQueueEntries?$count=true&$orderby=earliestStartDateTime"),
    ("Job Queue Log Entries", "/jobQueueLogEntries?$count=true&$orderby=startDateTime%20desc"),
    ("Skipped Records", "/skippedRecords?$count=true&$orderby=lastSeenAt%20desc"),
];

/// What programs ask for, who take all that a list gives at a time.
const ASKED_BY_PROGRAMS: [(&str, &str); 2] = [
    ("Shopify Orders, 1,000 at a time", "/shopifyOrders?$orderby=createdAt%20desc"),
    ("Sales Orders, 1,000 at a time", "/salesOrders?$orderby=number%20desc"),
];

/// One thing that is asked for, again and again.
struct Asked {
    name: String,
    path: String,
    headers: &'static [(&'static str, &'static str)],
}

impl Asked {
    fn by_a_page(name: impl Into<String>, path: impl Into<String>) -> Self {
        Self { name: name.into(), path: path.into(), headers: &[PREFER] }
    }

    fn by_a_program(name: &str, path: &str) -> Self {
        Self { name: name.to_owned(), path: format!("/api/v1{path}"), headers: &[] }
    }
}

/// Imports so many orders on each database, makes sales orders of them, and asks for what the pages show so many times.
///
/// # Errors
/// When something does not build, a run leaves something out, the server refuses, or the report can't be written.
pub(crate) fn run(orders: u64, requests: usize) -> Result<()> {
    let program = company::program()?;
    let devstore = Devstore::start(&program, orders)?;
    let server = Server::start()?;
    let postgres = server.address().replace("{database}", "postgres");
    let mut text = head(orders, requests);
    for (name, address) in [("SQLite", None), ("PostgreSQL", Some(postgres))] {
        let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
        let company = Company::new(folder.path(), &program, address, &devstore)?;
        println!("{name}: importing {orders} orders and making sales orders of them ...");
        company.task(30104)?;
        company.task(30103)?;
        let (_serving, host) = company.serve()?;
        println!("{name}: asking ...");
        let asked = asked(&host)?;
        text += &table(name, &measured(&host, &asked, requests)?);
    }
    let path = publish("api", &text)?;
    println!("{}", path.display());
    Ok(())
}

/// What is asked, with a page deep in a list, and a card with its lines.
fn asked(host: &Host) -> Result<Vec<Asked>> {
    let mut asked: Vec<_> =
        ASKED.iter().map(|(name, path)| Asked::by_a_page(*name, format!("/api/v1{path}"))).collect();
    let mut page = "/api/v1/shopifyOrders?$orderby=createdAt%20desc".to_owned();
    for _ in 0..PAGES {
        page = next(host, &page)?;
    }
    asked.push(Asked::by_a_page(format!("Shopify Orders, from {},000 on", PAGES), page));
    for (name, set, lines) in
        [("Shopify Order", "shopifyOrders", "shopifyOrderLines"), ("Sales Order", "salesOrders", "salesOrderLines")]
    {
        let id = text(&first(host, &format!("/api/v1/{set}?$top=1"))?, "id")?;
        asked.push(Asked::by_a_page(format!("{name}, its card"), format!("/api/v1/{set}/{id}?$expand={lines}")));
    }
    asked.extend(ASKED_BY_PROGRAMS.iter().map(|(name, path)| Asked::by_a_program(name, path)));
    Ok(asked)
}

fn first(host: &Host, path: &str) -> Result<Value> {
    let answer: Value = serde_json::from_str(&host.get(path)?)?;
    answer.pointer("/value/0").cloned().with_context(|| format!("{path} has no rows"))
}

fn next(host: &Host, path: &str) -> Result<String> {
    let answer: Value = serde_json::from_str(&host.get(path)?)?;
    let link = text(&answer, "@odata.nextLink").with_context(|| format!("{path} has no next page"))?;
    Ok(link.trim_start_matches(host.address()).to_owned())
}

fn text(value: &Value, name: &str) -> Result<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned).with_context(|| format!("there is no {name}"))
}

/// Asks in turns, so that what the machine does meanwhile meets all alike.
fn measured(host: &Host, asked: &[Asked], requests: usize) -> Result<Vec<(String, Latency)>> {
    let mut times = vec![Vec::with_capacity(requests); asked.len()];
    for turn in 0..=requests {
        for (asked, times) in asked.iter().zip(&mut times) {
            let time = of(|| host.get_with(&asked.path, asked.headers))?;
            // The first turn finds nothing that is remembered.
            if turn > 0 {
                times.push(time);
            }
        }
    }
    Ok(asked.iter().zip(times).map(|(asked, times)| (asked.name.clone(), Latency::from(times))).collect())
}

fn head(orders: u64, requests: usize) -> String {
    let machine = Machine::this();
    format!(
        "# What is behind the pages, with {orders} orders\n\n{}, commit {}, {}. Release build.\n\n\
         {orders} orders were imported and a sales order was made of each. Every address is asked {requests} times, in \
         turns, by one client over a connection that stays open; times are milliseconds until the whole answer is there. \
         Lists are asked for 100 rows at a time, as the pages do, where nothing else is said. \
         Goal: 99 of 100 within {} ms.\n",
        machine.date,
        machine.commit,
        machine.description,
        GOAL.as_millis()
    )
}

fn table(database: &str, measured: &[(String, Latency)]) -> String {
    let mut text = format!("\n## {database}\n\n| | p50 | p99 | longest | p99 / goal |\n|---|---|---|---|---|\n");
    for (name, latency) in measured {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        text += &format!(
            "| {name} | {:.1} | {:.1} | {:.1} | {:.2} |\n",
            milliseconds(latency.p50),
            milliseconds(latency.p99),
            milliseconds(latency.longest),
            latency.p99.as_secs_f64() / GOAL.as_secs_f64(),
        );
    }
    let missed = measured.iter().filter(|(_, latency)| latency.p99 > GOAL).count();
    text += &match missed {
        0 => "\nGoal reached by all.\n".to_owned(),
        missed => format!("\nGoal missed by {missed} of {}.\n", measured.len()),
    };
    text
}
