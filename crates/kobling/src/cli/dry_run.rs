use anyhow::{Result, bail};
use connector::orders::CREATE_SALES_ORDERS;
use connector::orders::preview::{MOST_PREVIEWED, Preview, Previews, of_shop};
use job_queue::Filters;
use values::filter::Words;

use super::main::{DONE, PARTIAL_SUCCESS};
use crate::assembly::Program;
use crate::output::{Output, table};

/// Shows what a task would make for a shop, and makes nothing.
pub async fn show(program: &Program, object: i32, shop: Option<&str>, filters: &Filters, output: Output) -> Result<u8> {
    if object != CREATE_SALES_ORDERS {
        bail!("the task {object} can't be tried without making anything: only {CREATE_SALES_ORDERS} can");
    }
    let Some(shop) = shop else { bail!("the task {object} runs for a shop: name it with --shop CODE") };
    let zone = program.zone().await?;
    let words = Words { now: program.clock.now(), zone, work_date: None, user: program.caller.user_name.clone() };
    let Previews { previews, has_more } = of_shop(&program.connector, &program.caller, shop, filters, &words).await?;
    let stays_out = previews.iter().filter(|preview| preview.seen.document.is_none()).count();
    let head = ["Order", "Document", "No.", "Customer", "Amount", "Differs by", "Cause"].map(str::to_owned).to_vec();
    let count = previews.len();
    let more = match has_more {
        true => format!(" These are the first {MOST_PREVIEWED} orders: narrow them with --filter to see others."),
        false => String::new(),
    };
    let text = format!(
        "{}\n{} documents would be made, {stays_out} orders would be left out. Nothing was written.{more}",
        table(head, previews.iter().map(row)),
        count.saturating_sub(stays_out)
    );
    let mut json = server::previewed(previews);
    if let (true, Some(told)) = (has_more, json.as_object_mut()) {
        told.insert("hasMore".to_owned(), true.into());
    }
    output.show(&json, &text);
    Ok(if stays_out > 0 { PARTIAL_SUCCESS } else { DONE })
}

fn row(preview: &Preview) -> Vec<String> {
    let seen = &preview.seen;
    let number = preview.shopify_order_number.clone();
    let Some((document, _)) = &seen.document else {
        return [number, String::new(), String::new(), String::new(), String::new(), String::new(), seen.cause.clone()]
            .to_vec();
    };
    let differs =
        seen.totals.as_ref().and_then(|totals| totals.totals.last().and_then(|total| totals.difference(total)));
    vec![
        number,
        document.document_type.to_string(),
        document.number.to_string(),
        document.sell_to_name.clone(),
        document.amount_including_vat.to_string(),
        differs.filter(|by| !by.is_zero()).map(|by| by.to_string()).unwrap_or_default(),
        seen.cause.clone(),
    ]
}
