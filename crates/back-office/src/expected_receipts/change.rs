use chrono::NaiveDate;
use database::Tx;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::{Entity, Model};
use crate::sales::Context;
use crate::{Error, Result, availability, items};

/// Goods that will come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewReceipt {
    /// The item.
    pub item_number: Code<20>,
    /// Which variant of it.
    pub variant_code: Code<10>,
    /// Where they will be.
    pub location_code: Code<10>,
    /// On which day; `None`: it is not known.
    pub expected_receipt_date: Option<NaiveDate>,
    /// How many, in base units.
    pub quantity: Quantity,
    /// From whom, or by which order.
    pub description: String,
}

impl From<&Model> for NewReceipt {
    fn from(receipt: &Model) -> Self {
        let receipt = receipt.clone();
        Self {
            item_number: receipt.item_number,
            variant_code: receipt.variant_code,
            location_code: receipt.location_code,
            expected_receipt_date: receipt.expected_receipt_date,
            quantity: receipt.quantity,
            description: receipt.description,
        }
    }
}

/// Writes down that goods will come.
///
/// # Errors
/// [`Error::Unknown`] for an item, a variant or a location that is not there, [`Error::NotCounted`] for an item that has no
/// quantity on hand, [`Error::NotPositive`].
pub async fn add(tx: &Tx, new: &NewReceipt, cx: &Context) -> Result<Model> {
    let row = row(cx.random.id(cx.now), 1, check(tx, new).await?, cx);
    let row = row.into_active_model().reset_all().insert(tx).await?;
    availability::mark(tx, [row.place()], cx).await?;
    tx.changed::<Entity>(&[row.id]).await?;
    Ok(row)
}

/// Changes what is expected.
///
/// # Errors
/// Those of [`add`], and [`Error::Unknown`] when it is not expected any more.
pub async fn change(tx: &Tx, id: Uuid, new: &NewReceipt, cx: &Context) -> Result<Model> {
    let old = lock(tx, id).await?;
    let row = row(id, old.version + 1, check(tx, new).await?, cx);
    let row = row.into_active_model().reset_all().update(tx).await?;
    availability::mark(tx, [old.place(), row.place()], cx).await?;
    tx.changed::<Entity>(&[id]).await?;
    Ok(row)
}

/// Takes it away: the goods came, or will not come.
///
/// # Errors
/// [`Error::Unknown`] when it is not expected any more.
pub async fn remove(tx: &Tx, id: Uuid, cx: &Context) -> Result<()> {
    let old = lock(tx, id).await?;
    Entity::delete_by_id(id).exec(tx).await?;
    availability::mark(tx, [old.place()], cx).await?;
    Ok(tx.changed::<Entity>(&[id]).await?)
}

async fn lock(tx: &Tx, id: Uuid) -> Result<Model> {
    let found = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    found.ok_or_else(|| Error::Unknown { kind: "expected receipt", code: id.to_string() })
}

async fn check<'a>(tx: &Tx, new: &'a NewReceipt) -> Result<&'a NewReceipt> {
    items::check_place(tx, (&new.item_number, &new.variant_code), [&new.location_code]).await?;
    if new.quantity <= Quantity::ZERO {
        return Err(Error::NotPositive { field: "Quantity", value: new.quantity });
    }
    Ok(new)
}

fn row(id: Uuid, version: i64, new: &NewReceipt, cx: &Context) -> Model {
    let new = new.clone();
    Model {
        id,
        item_number: new.item_number,
        variant_code: new.variant_code,
        location_code: new.location_code,
        expected_receipt_date: new.expected_receipt_date,
        quantity: new.quantity,
        description: new.description,
        last_modified_date_time: cx.now,
        version,
    }
}
