use std::path::PathBuf;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use clap::Subcommand;
use connector::orders::elsewhere::{self, Marked, numbers};
use connector::orders::first_sync::{self, Count, Preview};
use serde_json::{Value, json};

use super::order::Order;
use crate::assembly::Program;
use crate::output::Output;

/// Looks after how a shop's orders come in, and what becomes of them.
#[derive(Debug, Subcommand)]
pub enum Orders {
    /// Ask the store what a first sync would bring. Nothing is written.
    Preview {
        /// The shop.
        shop: String,
    },
    /// Name orders that another system has processed: they become no documents, whenever they come.
    Elsewhere {
        /// The shop.
        shop: String,
        /// Their numbers, as 1001.
        numbers: Vec<String>,
        /// A file with a number on each line, or in its first column.
        #[arg(long)]
        file: Option<PathBuf>,
        /// Why: what has processed them.
        #[arg(long)]
        reason: String,
    },
    /// Read the store's orders again. What is here stays, and no document is made twice.
    Reset {
        /// The shop.
        shop: String,
        /// From this day on, as 2026-11-27; without it the next sync is a first one.
        #[arg(long, value_name = "DAY")]
        from: Option<NaiveDate>,
    },
    /// What has become of them since they were imported.
    #[command(flatten)]
    Settle(Order),
}

impl Orders {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (connector, caller) = (&program.connector, &program.caller);
        match self {
            Self::Settle(order) => order.run(program, output).await?,
            Self::Preview { shop } => {
                let preview = first_sync::preview(connector, caller, &shop).await?;
                output.show(&preview_value(&preview), &preview_text(&preview));
            }
            Self::Elsewhere { shop, numbers: mut named, file, reason } => {
                if let Some(file) = file {
                    let text = tokio::fs::read_to_string(&file).await;
                    let text = text.with_context(|| format!("the file {} can't be read", file.display()))?;
                    named.extend(numbers(&text));
                }
                let marked = elsewhere::mark(connector, caller, &shop, &named, &reason).await?;
                output.show(&marked_value(&marked), &marked_text(&marked));
            }
            Self::Reset { shop, from } => {
                first_sync::reset(connector, caller, &shop, from).await?;
                let text = match from {
                    Some(day) => {
                        format!("The next sync of {shop} reads the orders that have changed since {day} again.")
                    }
                    None => format!("The next sync of {shop} is a first one: it reads the open orders."),
                };
                output.show(&json!({ "shop": shop, "from": from }), &text);
            }
        }
        Ok(())
    }
}

fn preview_value(preview: &Preview) -> Value {
    let count = |count: Count| json!({ "orders": count.orders, "orMore": count.or_more });
    json!({
        "importOrdersFrom": preview.from, "done": preview.done,
        "enter": count(preview.enter), "tooOld": count(preview.too_old),
        "archived": count(preview.archived), "cancelled": count(preview.cancelled),
        "processedElsewhere": preview.elsewhere, "staged": preview.staged, "waiting": preview.waiting,
    })
}

fn preview_text(preview: &Preview) -> String {
    let count = |Count { orders, or_more }: Count| format!("{orders}{}", if or_more { " or more" } else { "" });
    let mut lines = vec![format!("Open orders that enter:   {}", count(preview.enter))];
    if let Some(from) = preview.from {
        lines.push(format!("Open, but before {from}: {}", count(preview.too_old)));
    }
    lines.push(format!("Archived, stay out:       {}", count(preview.archived)));
    lines.push(format!("Cancelled, stay out:      {}", count(preview.cancelled)));
    lines.push(format!("Processed elsewhere:      {}", preview.elsewhere));
    lines.push(format!("Staged already:           {}", preview.staged));
    lines.push(format!("Waiting:                  {}", preview.waiting));
    if preview.done {
        lines.push("The first sync was done: only what is new or has changed is read.".to_owned());
    }
    lines.join("\n")
}

fn marked_value(marked: &Marked) -> Value {
    json!({ "marked": marked.marked, "unknown": marked.unknown, "processed": marked.processed })
}

fn marked_text(marked: &Marked) -> String {
    let mut lines = vec![format!("Orders that become no documents now: {}", marked.marked)];
    if !marked.unknown.is_empty() {
        let (count, numbers) = (marked.unknown.len(), marked.unknown.join(", "));
        lines.push(format!("Not here yet, marked when they come: {count} ({numbers})"));
    }
    if !marked.processed.is_empty() {
        let (count, numbers) = (marked.processed.len(), marked.processed.join(", "));
        lines.push(format!("Left alone, they have their documents: {count} ({numbers})"));
    }
    lines.join("\n")
}
