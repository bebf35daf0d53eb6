use chrono::{DateTime, Utc};
use database::Tx;
use serde_json::Value;
use shopify::documents::product_changes::{ProductSetStatus, Updated};
use shopify::documents::products::by_ids;
use shopify::{Client, Error as StoreError};
use shopify_schema::gid::ProductId;

use super::known;
use crate::Error;
use crate::operations::{self, Change, ReadBack, Told};
use crate::products::SYNC_PRODUCTS;

/// A product that was taken away here gets another status in Shopify.
#[derive(Clone, Copy, Debug)]
pub(super) struct Retire;

/// The status of a product, as Shopify writes it.
#[derive(serde::Deserialize)]
struct Stand {
    status: String,
}

impl Change for Retire {
    type Mutation = ProductSetStatus;

    const DESCRIPTION: &'static str = "Status of Removed Product";
    const OBJECT: i32 = SYNC_PRODUCTS;

    fn told(answer: &ProductSetStatus) -> Told {
        match answer.product_update.as_ref().map(Updated::told) {
            Some(Ok(_)) => Told::Made,
            Some(Err(why)) => Told::Refused(why),
            None => Told::Refused("the store says nothing of it".to_owned()),
        }
    }

    fn made_at(answer: &ProductSetStatus) -> Option<DateTime<Utc>> {
        let told = answer.product_update.as_ref()?.told().ok()?;
        Some(told.updated_at)
    }

    /// One that the store has no more is sold no more.
    async fn read_back(client: &Client, operation: &operations::Model) -> Result<ReadBack, StoreError> {
        let id = ProductId::new(u64::try_from(operation.number()).unwrap_or_default());
        let found = by_ids(client, &[id]).await?;
        let Some(product) = found.there.first() else { return Ok(ReadBack::Found) };
        Ok(match (product.glance::<Stand>(), wanted(operation)) {
            (Ok(stand), Some(wanted)) if stand.status == wanted => ReadBack::Found,
            (Ok(_), Some(_)) => ReadBack::Absent,
            _ => ReadBack::Unknown,
        })
    }

    /// What Shopify tells of this change alone is no news.
    async fn made(tx: &Tx, operation: &operations::Model, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let Some(at) = at else { return Ok(()) };
        known::seen(tx, &operation.shop_code, operation.number(), at).await
    }
}

/// The status that it is to have.
fn wanted(operation: &operations::Model) -> Option<String> {
    let variables: Value = serde_json::from_str(&operation.variables).ok()?;
    variables.pointer("/product/status")?.as_str().map(str::to_owned)
}
