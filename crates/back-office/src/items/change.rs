use chrono::{DateTime, Utc};
use database::{Tx, search};
use sea_orm::{ActiveModelTrait, IntoActiveModel, NotSet};
use values::Code;
use values::money::Price;

use super::{ActiveModel, Entity, Model};
use crate::{Result, item_discount_groups};

/// What is to be changed of an item; `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// What it is.
    pub description: Option<String>,
    /// Its bar code.
    pub gtin: Option<String>,
    /// What one unit costs the customer.
    pub unit_price: Option<Price>,
    /// Whether that price has VAT in it.
    pub price_includes_vat: Option<bool>,
    /// Its VAT product posting group.
    pub vat_product_posting_group: Option<Code<20>>,
    /// Whose VAT its price has in it.
    pub vat_business_posting_group_price: Option<Code<20>>,
    /// Its item discount group.
    pub item_discount_group: Option<Code<20>>,
    /// Whether it may not be used at all.
    pub blocked: Option<bool>,
    /// Whether it may not be sold.
    pub sales_blocked: Option<bool>,
}

/// Changes an item.
///
/// # Errors
/// [`crate::Error::Unknown`] for an item discount group that is not there.
pub async fn change(tx: &Tx, item: Model, change: &Change, now: DateTime<Utc>) -> Result<Model> {
    item_discount_groups::check(tx, change.item_discount_group.as_ref()).await?;
    let new = change.clone();
    let item = Model {
        description: new.description.unwrap_or(item.description),
        gtin: new.gtin.unwrap_or(item.gtin),
        unit_price: new.unit_price.unwrap_or(item.unit_price),
        price_includes_vat: new.price_includes_vat.unwrap_or(item.price_includes_vat),
        vat_product_posting_group: new.vat_product_posting_group.unwrap_or(item.vat_product_posting_group),
        vat_business_posting_group_price: new
            .vat_business_posting_group_price
            .unwrap_or(item.vat_business_posting_group_price),
        item_discount_group: new.item_discount_group.unwrap_or(item.item_discount_group),
        blocked: new.blocked.unwrap_or(item.blocked),
        sales_blocked: new.sales_blocked.unwrap_or(item.sales_blocked),
        last_modified_date_time: now,
        version: item.version + 1,
        ..item
    };
    search::keep::<Entity>(tx, [&item]).await?;
    tx.changed::<Entity>(&[item.id]).await?;
    // What it costs is kept by those who post.
    Ok(ActiveModel { unit_cost: NotSet, ..item.into_active_model().reset_all() }.update(tx).await?)
}
