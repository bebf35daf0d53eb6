use access::{Action, Area, Principal};
use back_office::items;
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::products::Reason;
use crate::{Connector, Error};

/// Puts another item into a row of the worksheet; a blank one for none.
///
/// # Errors
/// A missing permission; an unknown row, item or variant.
pub async fn choose(
    connector: &Connector,
    by: &Principal,
    id: Uuid,
    (item, variant): (&Code<20>, &Code<10>),
) -> Result<(), Error> {
    connector.db().write(|tx| async move { choose_in(&tx, by, id, (item, variant)).await }).await
}

/// The same in the caller's transaction.
///
/// # Errors
/// As [`choose`].
pub async fn choose_in(tx: &Tx, by: &Principal, id: Uuid, chosen: (&Code<20>, &Code<10>)) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let row = Entity::find_by_id(id).one(tx).await?;
    let row = row.ok_or_else(|| Error::Chosen(format!("there is no row with the id {id} in the worksheet")))?;
    put(tx, row, chosen).await
}

/// The same for the row of a variant, as a file names it, in the caller's transaction.
///
/// # Errors
/// As [`choose`].
pub async fn choose_variant(
    tx: &Tx,
    shop: &Code<20>,
    shopify_variant_id: i64,
    chosen: (&Code<20>, &Code<10>),
) -> Result<(), Error> {
    let row = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ShopifyVariantId.eq(shopify_variant_id))
        .one(tx)
        .await?;
    let missing = || Error::Given {
        name: "shopifyVariantId",
        reason: format!(
            "the worksheet of the shop {shop} has no variant {shopify_variant_id}: it has its item already, or propose again"
        ),
    };
    put(tx, row.ok_or_else(missing)?, chosen).await
}

async fn put(tx: &Tx, row: Model, (item, variant): (&Code<20>, &Code<10>)) -> Result<(), Error> {
    // A file that is read back names every row: those that stay as they were proposed are no one's choice.
    if row.item_number == *item && row.variant_code == *variant {
        return Ok(());
    }
    let item_description = described(tx, item, variant).await?;
    let is_chosen = !item.is_blank();
    let row = Model {
        item_number: item.clone(),
        variant_code: if is_chosen { variant.clone() } else { Code::blank() },
        item_description,
        score: if is_chosen { 100 } else { 0 },
        reason: if is_chosen { Reason::Person } else { Reason::Blank },
        ..row
    };
    let id = row.id;
    row.into_active_model().reset_all().update(tx).await?;
    Ok(tx.changed::<Entity>(&[id]).await?)
}

/// What an item is; that it and its variant are there is checked.
async fn described(tx: &Tx, item: &Code<20>, variant: &Code<10>) -> Result<String, Error> {
    let given = |name, why: back_office::Error| match why {
        back_office::Error::Unknown { .. } => Error::Given { name, reason: why.to_string() },
        other => other.into(),
    };
    if item.is_blank() {
        return Ok(String::new());
    }
    let found = items::by_numbers(tx, std::slice::from_ref(item)).await?.pop();
    let unknown = || back_office::Error::Unknown { kind: "item", code: item.to_string() };
    let found = found.ok_or_else(unknown).map_err(|why| given("itemNumber", why))?;
    if !variant.is_blank() {
        items::variant::check(tx, item, variant).await.map_err(|why| given("variantCode", why))?;
    }
    Ok(found.description)
}
