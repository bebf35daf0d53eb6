use anyhow::{Context, Result};
use serde_json::Value;

use super::company::{self, Company};
use super::machine::Machine;
use super::publish::publish;
use crate::devstore::Devstore;
use crate::web;

/// What the Role Center may take over the wire when nothing of it is in the cache, in bytes.
const GOAL_FIRST_LOAD: f64 = 300_000.0;
/// The share of frames that may come late while one scrolls as with a wheel.
const GOAL_LATE: f64 = 0.05;

/// How the list is gone through: what it is, and what the script calls it.
const RIDES: [(&str, &str); 4] = [
    ("While the rows load", "loading"),
    ("At rest", "atRest"),
    ("As with a wheel, 3,000 pixels a second", "wheel"),
    ("As with the scroll bar, 36,000 pixels a second", "fling"),
];

/// Imports so many orders, scrolls in a browser until all of them are loaded, and then through them.
///
/// # Errors
/// When something does not build, a run leaves something out, the browser fails, or the report can't be written.
pub(crate) fn run(orders: u64) -> Result<()> {
    web::run()?;
    let program = company::program()?;
    let folder = tempfile::Builder::new().prefix("kobling-bench").tempdir()?;
    let devstore = Devstore::start(&program, orders)?;
    let company = Company::new(folder.path(), &program, None, &devstore)?;
    println!("Importing {orders} orders ...");
    company.task(30104)?;
    let (_serving, host) = company.serve()?;
    println!("Scrolling ...");
    let said = web::scroll(host.address(), company.administrator(), orders)?;
    let measured = serde_json::from_str(&said).with_context(|| format!("this is no JSON: {said}"))?;
    let path = publish("web", &text(&measured))?;
    println!("{}", path.display());
    Ok(())
}

fn text(measured: &Value) -> String {
    let machine = Machine::this();
    let frame = number(measured, "/frame");
    let mut text = format!(
        "# Scrolling through {} orders\n\n{}, commit {}, {}, Chromium {}. SQLite, release build.\n\n",
        number(measured, "/rowsLoaded"),
        machine.date,
        machine.commit,
        machine.description,
        measured.pointer("/browser").and_then(Value::as_str).unwrap_or_default(),
    );
    text += "Shopify Orders is scrolled to its end until all rows are loaded, 100 at a time, and then from its beginning at \
             two speeds. A frame is the time between two animation frames; of a screen with 60 pictures a second it is \
             16.7 ms, and it is *late* when it takes half as long again. *At rest* is the same page while nothing moves: \
             what the machine leaves over.\n\n\
             The browser has no screen and no graphics card: it draws in software, on the processors that also run the \
             server and whatever else the machine does. A desktop has more to give.\n\n";
    text += "| | s | frames | p50, ms | p95, ms | p99, ms | p95 / frame | late | over 50 ms | long tasks | longest, ms | rows in the document |\n";
    text += "|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (caption, name) in RIDES {
        let of = |what: &str| number(measured, &format!("/rides/{name}/{what}"));
        text += &format!(
            "| {caption} | {:.1} | {} | {:.1} | {:.1} | {:.1} | {:.2} | {:.1} % | {:.1} % | {} | {:.0} | {} |\n",
            of("seconds"),
            of("frames"),
            of("p50"),
            of("p95"),
            of("p99"),
            of("p95") / frame,
            of("late") * 100.0,
            of("over50") * 100.0,
            of("longTasks"),
            of("longestTask"),
            of("rowsInDom"),
        );
    }
    let late = number(measured, "/rides/wheel/late");
    let bytes = number(measured, "/firstLoad/bytes");
    let reached = |is: bool| if is { "reached" } else { "not reached" };
    text += &format!(
        "\n- Late frames as with a wheel: **{:.1} %** (goal {:.0} %: {}).\n- First load of the Role Center, with nothing in \
         the cache: **{bytes} bytes** in {} answers, {:.2} of the goal of {GOAL_FIRST_LOAD} ({}).\n",
        late * 100.0,
        GOAL_LATE * 100.0,
        reached(late <= GOAL_LATE),
        number(measured, "/firstLoad/answers"),
        bytes / GOAL_FIRST_LOAD,
        reached(bytes <= GOAL_FIRST_LOAD),
    );
    text
}

fn number(value: &Value, path: &str) -> f64 {
    value.pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN)
}
