//! Items, as far as they are made and mended through the API.

use back_office::items::{self, Change, Entity, ItemType, Model, NewItem};
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;
use values::money::Price;

use crate::Error;
use crate::master::{Making, Master};

/// An item, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ItemBody {
    /// The number of a new item.
    #[schema(value_type = Option<String>)]
    number: Option<Code<20>>,
    /// What kind of item a new one is: `Inventory`, `Service` or `Non-Inventory`.
    #[serde(rename = "type")]
    #[schema(value_type = Option<String>)]
    item_type: Option<ItemType>,
    /// The unit in which a new item is counted and sold.
    #[schema(value_type = Option<String>)]
    base_unit_of_measure_code: Option<Code<10>>,
    /// What it is.
    display_name: Option<String>,
    /// Its bar code.
    gtin: Option<String>,
    /// What one unit costs the customer.
    #[schema(value_type = Option<f64>)]
    unit_price: Option<Price>,
    /// Whether that price has VAT in it.
    price_includes_tax: Option<bool>,
    /// Its VAT product posting group.
    #[schema(value_type = Option<String>)]
    tax_group_code: Option<Code<20>>,
    /// Whether it may not be used at all.
    blocked: Option<bool>,
    /// Whether it may not be sold.
    sales_blocked: Option<bool>,
}

impl From<ItemBody> for NewItem {
    fn from(body: ItemBody) -> Self {
        Self {
            number: body.number.unwrap_or_default(),
            description: body.display_name.unwrap_or_default(),
            item_type: body.item_type.unwrap_or_default(),
            gtin: body.gtin.unwrap_or_default(),
            unit_price: body.unit_price.unwrap_or_default(),
            price_includes_vat: body.price_includes_tax.unwrap_or_default(),
            unit_of_measure_code: body.base_unit_of_measure_code.unwrap_or_default(),
            vat_product_posting_group: body.tax_group_code.unwrap_or_default(),
        }
    }
}

impl From<ItemBody> for Change {
    fn from(body: ItemBody) -> Self {
        Self {
            description: body.display_name,
            gtin: body.gtin,
            unit_price: body.unit_price,
            price_includes_vat: body.price_includes_tax,
            vat_product_posting_group: body.tax_group_code,
            blocked: body.blocked,
            sales_blocked: body.sales_blocked,
            ..Self::default()
        }
    }
}

impl Master for Entity {
    type Body = ItemBody;

    const ONE: &'static str = "an item";
    const KEPT: &'static [&'static str] = &["number", "type", "baseUnitOfMeasureCode"];

    async fn make(at: &Making, tx: &Tx, body: &ItemBody) -> Result<Uuid, Error> {
        let item = items::create(tx, &NewItem::from(body.clone()), at.now, &at.random).await?;
        let id = item.id;
        if body.blocked.is_some() || body.sales_blocked.is_some() {
            items::change(tx, item, &Change::from(body.clone()), at.now).await?;
        }
        Ok(id)
    }

    async fn mend(at: &Making, tx: &Tx, item: Model, body: &ItemBody) -> Result<(), Error> {
        items::change(tx, item, &Change::from(body.clone()), at.now).await?;
        Ok(())
    }
}
