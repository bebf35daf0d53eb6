use anyhow::{Result, bail};
use clap::Subcommand;
use connector::orders::document_links;
use connector::orders::staged::order::{Column, Entity, Model};
use connector::orders::updates::{Settlement, settle};
use connector::shops;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::assembly::Program;
use crate::output::Output;

/// Settles what has become of an order since it was imported.
#[derive(Debug, Subcommand)]
pub enum Order {
    /// Apply to its document what Shopify changed since that was made.
    Apply {
        /// The shop.
        shop: String,
        /// Its number, as #1001.
        number: String,
    },
    /// Say that what Shopify changed is settled.
    Resolve {
        /// The shop.
        shop: String,
        /// Its number, as #1001.
        number: String,
    },
    /// Delete the open document of an order that was cancelled in Shopify.
    CloseDocument {
        /// The shop.
        shop: String,
        /// Its number, as #1001.
        number: String,
    },
    /// Let orders forget their documents.
    Unlink {
        /// The shop.
        shop: String,
        /// Their numbers, as #1001.
        #[arg(required = true)]
        numbers: Vec<String>,
    },
}

impl Order {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (connector, caller) = (&program.connector, &program.caller);
        match self {
            Self::Apply { shop, number } => {
                settle(connector, caller, find(program, &shop, &number).await?.id, Settlement::Apply).await?;
                let order = find(program, &shop, &number).await?;
                let text = match order.difference_amount.is_zero() {
                    true => format!("The document {} of {number} says what Shopify says.", order.document_number()),
                    false => format!(
                        "The document {} of {number} is changed; it differs by {} ({}).",
                        order.document_number(),
                        order.difference_amount,
                        order.difference_reason
                    ),
                };
                output.show(&json!({ "number": number, "differenceAmount": order.difference_amount }), &text);
            }
            Self::Resolve { shop, number } => {
                settle(connector, caller, find(program, &shop, &number).await?.id, Settlement::Resolve).await?;
                output.show(&json!({ "number": number }), &format!("What Shopify changed of {number} is settled."));
            }
            Self::CloseDocument { shop, number } => {
                settle(connector, caller, find(program, &shop, &number).await?.id, Settlement::CloseDocument).await?;
                output.show(&json!({ "number": number }), &format!("The document of {number} is deleted."));
            }
            Self::Unlink { shop, numbers } => {
                let mut ids = Vec::with_capacity(numbers.len());
                for number in &numbers {
                    ids.push(find(program, &shop, number).await?.id);
                }
                let count = document_links::unlink(connector, caller, &ids).await?;
                output.show(&json!({ "unlinked": count }), &format!("{count} orders have forgotten their documents."));
            }
        }
        Ok(())
    }
}

/// The staged order of a number; the `#` before it may be left out.
async fn find(program: &Program, shop: &str, number: &str) -> Result<Model> {
    let shop = program.db.read(|r| async move { shops::find(&r, shop).await }).await?;
    let names = [number.to_owned(), format!("#{number}")];
    let query =
        Entity::find().filter(Column::ShopCode.eq(shop.code.clone())).filter(Column::ShopifyOrderNumber.is_in(names));
    let found = program.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await?;
    match <[Model; 1]>::try_from(found) {
        Ok([order]) => Ok(order),
        Err(found) if found.is_empty() => bail!("the shop {} has imported no order {number}", shop.code),
        Err(_) => bail!("the shop {} has several orders {number}: choose one on the page Shopify Orders", shop.code),
    }
}
