use anyhow::Result;
use connector::shops;
use connector::stock::staged::inventory::{Column, Entity, Model};
use connector::stock::{Begin, Begun, begin};
use database::{Read, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use crate::assembly::Program;
use crate::output::{Output, table};

/// Whose numbers are right, as the command line names them.
pub const HOW: [&str; 2] = ["push-ours", "take-over"];

/// Shows how the stock of a shop differs from that in Shopify, and begins to send it where someone says whose is right.
pub async fn begin_stock(program: &Program, output: Output, code: &str, how: Option<&str>) -> Result<()> {
    let rows = program.db.read(|r| async move { differing(&r, code).await }).await?;
    let begun = match how {
        Some(how) => {
            let how = if how == HOW[0] { Begin::PushOurs } else { Begin::TakeOver };
            Some(begin(&program.connector, &program.queue, &program.caller, code, how).await?)
        }
        None => None,
    };
    output.show(&value(&rows, begun.as_ref()), &text(&rows, begun.as_ref()));
    Ok(())
}

/// What differs, as it was compared last.
async fn differing(r: &Read, code: &str) -> Result<Vec<Model>, connector::Error> {
    let shop = shops::find(r, code).await?;
    let rows = Entity::find()
        .filter(Column::ShopCode.eq(shop.code))
        .filter(Column::Difference.ne(0))
        .order_by_asc(Column::ShopifyVariantId)
        .order_by_asc(Column::LocationId);
    Ok(rows.all(r).await?)
}

fn value(rows: &[Model], begun: Option<&Begun>) -> Value {
    let differences: Vec<Value> = rows.iter().map(|row| Value::Object(Entity::json(row))).collect();
    let begun = begun.map(|begun| {
        json!({
            "locations": begun.locations, "differences": begun.differences, "posted": begun.posted, "left": begun.left,
            "started": begun.started.map(|started| started.id().to_string()),
        })
    });
    json!({ "differences": differences, "begun": begun })
}

fn text(rows: &[Model], begun: Option<&Begun>) -> String {
    let head = ["Item", "Variant", "", "Location", "Here", "Shopify", "Difference"].map(str::to_owned).to_vec();
    let row = |row: &Model| {
        let names = [row.item_number.to_string(), row.variant_code.to_string(), row.display_name.clone()];
        let numbers = [row.stock, row.shopify_stock, row.difference].map(|number| number.to_string());
        names.into_iter().chain([row.location_name.clone()]).chain(numbers).collect()
    };
    let mut text = match rows {
        [] => "No number differs, as they were compared last.".to_owned(),
        rows => table(head, rows.iter().map(row)),
    };
    match begun {
        Some(begun) => {
            text += &format!(
                "\nStock is sent to {} more locations; {} lines of an item journal were posted.",
                begun.locations, begun.posted
            );
            for left in &begun.left {
                text += &format!("\nNot taken over: {left}");
            }
        }
        None => text += "\nBegin with --how push-ours or --how take-over.",
    }
    text
}
