use std::collections::HashMap;

use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::release::lock;
use super::{Context, DocumentType, header, line};
use crate::item_ledger::{OfPlace, Place, by_place};
use crate::{Error, Result, availability, item_ledger, items};

/// Keeps so many base units of those on hand for a line of a sales order, in place of those that were kept for it before;
/// none: gives them back. Shipping takes them.
///
/// # Errors
/// [`Error::Unknown`] when the order has no such line; [`Error::NotCounted`]; [`Error::NeverReserved`];
/// [`Error::NotPositive`] for less than nothing; [`Error::CannotReserve`] for more than the line still asks for, and for
/// more than is on hand and kept for nobody else.
pub async fn reserve(tx: &Tx, id: Uuid, line_number: i32, wanted: Quantity, cx: &Context) -> Result<line::Model> {
    let document = lock(tx, id).await?;
    let of_document = line::Entity::find().filter(line::Column::DocumentId.eq(id));
    let found = of_document.filter(line::Column::LineNumber.eq(line_number)).one(tx).await?;
    let unknown = || Error::Unknown { kind: "line", code: format!("{line_number} of {}", document.in_words()) };
    let line = found.filter(|line| line.document_type == DocumentType::Order).ok_or_else(unknown)?;
    let place = line.place().ok_or_else(unknown)?;
    items::check_place(tx, (&place.item_number, &place.variant_code), []).await?;
    // What is on hand stays as it is read: whoever reserves of the item, too, waits.
    let locked = items::lock(tx, std::slice::from_ref(&place.item_number)).await?;
    if locked.iter().any(|item| item.reserve == items::Reserve::Never) {
        return Err(Error::NeverReserved(place.item_number.to_string()));
    }
    if wanted < Quantity::ZERO {
        return Err(Error::NotPositive { field: "Reserved Qty. (Base)", value: wanted });
    }
    let most = free(tx, &place).await? + line.reserved_quantity;
    let most = if most < line.outstanding_base() { most } else { line.outstanding_base() };
    if wanted > most {
        return Err(Error::CannotReserve { item: place.item_number.to_string(), wanted, most });
    }
    availability::mark(tx, [place], cx).await?;
    let line = line::Model { reserved_quantity: wanted, ..line };
    tx.changed::<header::Entity>(&[id]).await?;
    Ok(line.into_active_model().reset_all().update(tx).await?)
}

/// What is on hand at a place and kept for nobody.
async fn free(tx: &Tx, place: &Place) -> Result<Quantity> {
    let item = std::slice::from_ref(&place.item_number);
    let key = (place.item_number.clone(), place.variant_code.clone(), place.location_code.clone());
    let on_hand = item_ledger::on_hand(tx, item).await?.remove(&key).unwrap_or_default();
    Ok(on_hand - reserved(tx, item, None).await?.remove(place).unwrap_or_default())
}

/// How many base units of items are kept for sales orders, but for one of them; what is left out is nothing.
///
/// # Errors
/// When the database fails.
pub(crate) async fn reserved(
    c: &impl ConnectionTrait,
    items: &[Code<20>],
    except: Option<Uuid>,
) -> Result<HashMap<Place, Quantity>> {
    use line::Column;
    if items.is_empty() {
        return Ok(HashMap::new());
    }
    let others = except.map_or_else(Condition::all, |id| Condition::all().add(Column::DocumentId.ne(id)));
    let of_items = Condition::all().add(Column::Number.is_in(items.to_vec())).add(others);
    let place = |(item, variant, location, sum)| (Place::new(&item, &variant, &location), sum);
    Ok(reserved_where(c, of_items).await?.into_iter().map(place).collect())
}

/// How many base units are kept for the lines of sales orders of which something holds, by item, variant and location.
///
/// # Errors
/// When the database fails.
pub(crate) async fn reserved_where(c: &impl ConnectionTrait, lines: Condition) -> Result<Vec<OfPlace>> {
    use line::{Column, Entity};
    let place = [Column::Number, Column::VariantCode, Column::LocationCode];
    let reserved = Entity::find().filter(line::is_reserved()).filter(lines);
    by_place(c, reserved, place, Column::ReservedQuantity).await
}
