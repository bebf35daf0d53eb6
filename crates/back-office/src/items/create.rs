use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;
use values::money::{Amount, Price};

use super::{ItemType, Model, by_numbers};
use crate::{Error, Result};

/// An item that is to be made.
#[derive(Clone, Debug)]
pub struct NewItem {
    /// Its number.
    pub number: Code<20>,
    /// What it is.
    pub description: String,
    /// What kind of item it is.
    pub item_type: ItemType,
    /// Its bar code.
    pub gtin: String,
    /// What one unit costs the customer.
    pub unit_price: Price,
    /// Whether that price has VAT in it.
    pub price_includes_vat: bool,
    /// The unit in which it is counted and sold.
    pub unit_of_measure_code: Code<10>,
    /// Its VAT product posting group.
    pub vat_product_posting_group: Code<20>,
}

/// Makes an item.
///
/// # Errors
/// [`Error::Exists`] when there is one of that number.
pub async fn create(tx: &Tx, item: &NewItem, now: DateTime<Utc>, random: &Random) -> Result<Model> {
    let mut made = create_many(tx, std::slice::from_ref(item), now, random).await?;
    made.pop().ok_or_else(|| Error::Unknown { kind: "item", code: item.number.to_string() })
}

/// Makes items, all of them or none.
///
/// # Errors
/// [`Error::Exists`] when there is one of such a number; [`Error::Blank`] for one without a number.
pub async fn create_many(tx: &Tx, items: &[NewItem], now: DateTime<Utc>, random: &Random) -> Result<Vec<Model>> {
    let numbers: Vec<_> = items.iter().map(|item| item.number.clone()).collect();
    if let Some(existing) = by_numbers(tx, &numbers).await?.first() {
        return Err(Error::Exists { kind: "item", code: existing.number.to_string() });
    }
    let made: Vec<Model> = items.iter().map(|item| model(item, now, random)).collect::<Result<_>>()?;
    insert_many(tx, made.iter().map(|item| item.clone().into_active_model().reset_all()).collect()).await?;
    Ok(made)
}

fn model(item: &NewItem, now: DateTime<Utc>, random: &Random) -> Result<Model> {
    if item.number.is_blank() {
        return Err(Error::Blank { field: "No.", kind: "item", code: item.description.clone() });
    }
    Ok(Model {
        id: random.id(now),
        number: item.number.clone(),
        description: item.description.clone(),
        item_type: item.item_type,
        gtin: item.gtin.clone(),
        unit_price: item.unit_price,
        price_includes_vat: item.price_includes_vat,
        unit_cost: Amount::ZERO,
        base_unit_of_measure_code: item.unit_of_measure_code.clone(),
        sales_unit_of_measure_code: Code::blank(),
        general_product_posting_group: Code::cut("RETAIL"),
        vat_product_posting_group: item.vat_product_posting_group.clone(),
        inventory_posting_group: Code::cut(if item.item_type == ItemType::Inventory { "RESALE" } else { "" }),
        allow_invoice_discount: true,
        blocked: false,
        sales_blocked: false,
        last_modified_date_time: now,
        version: 1,
    })
}
