use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;

use super::{ItemType, Model, by_numbers, variant};
use crate::{Error, Result, locations};

/// Checks that an item is counted.
///
/// # Errors
/// [`Error::NotCounted`].
pub(crate) fn check_counted(item: &Model) -> Result<()> {
    if item.item_type != ItemType::Inventory {
        return Err(Error::NotCounted { item: item.number.to_string(), item_type: item.item_type });
    }
    Ok(())
}

/// The item that is counted, when it, its variant and the locations are there. Blank locations are always there.
///
/// # Errors
/// [`Error::Unknown`], [`Error::NotCounted`].
pub(crate) async fn check_place<const N: usize>(
    c: &impl ConnectionTrait,
    (number, variant): (&Code<20>, &Code<10>),
    at: [&Code<10>; N],
) -> Result<Model> {
    let found = by_numbers(c, std::slice::from_ref(number)).await?.pop();
    let item = found.ok_or_else(|| Error::Unknown { kind: "item", code: number.to_string() })?;
    check_counted(&item)?;
    if !variant.is_blank() {
        variant::check(c, number, variant).await?;
    }
    for location in at.into_iter().filter(|location| !location.is_blank()) {
        let found = locations::Entity::find().filter(locations::Column::Code.eq(location.clone())).one(c).await?;
        found.ok_or_else(|| Error::Unknown { kind: "location", code: location.to_string() })?;
    }
    Ok(item)
}
