//! The main picture of an item, or of a variant of it: the first of those that it has.

use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use values::Code;

use super::picture::{self, Column, Entity, Model, NewPicture};
use crate::Result;
use crate::sales::Context;

/// The main pictures of these items and of their variants.
///
/// # Errors
/// When the database fails.
pub async fn of_items(connection: &impl ConnectionTrait, numbers: Vec<Code<20>>) -> Result<Vec<Model>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let mut pictures = Entity::find()
        .filter(Column::ItemNumber.is_in(numbers))
        .order_by_asc(Column::ItemNumber)
        .order_by_asc(Column::VariantCode)
        .order_by_asc(Column::Position)
        .all(connection)
        .await?;
    pictures.dedup_by(|next, first| next.item_number == first.item_number && next.variant_code == first.variant_code);
    Ok(pictures)
}

/// Gives an item, or a variant of it, another main picture. The one that it has already is put first again; the one of the
/// digest `instead_of`, where it is still there, is taken away. Others stay behind it.
///
/// # Errors
/// As [`picture::add`].
pub async fn set(tx: &Tx, new: &NewPicture, instead_of: &str, cx: &Context) -> Result<Model> {
    super::lock(tx, std::slice::from_ref(&new.item_number)).await?;
    let digest = picture::digest(&new.content);
    let mut there = of(tx, new).await?;
    if let Some(old) = there.iter().position(|one| one.digest == instead_of && one.digest != digest) {
        picture::remove(tx, there.remove(old).id).await?;
    }
    let main = match there.iter().position(|one| one.digest == digest) {
        Some(same) => there.remove(same),
        None => picture::add(tx, new, cx).await?,
    };
    let Some(first) = there.into_iter().next().filter(|first| first.position < main.position) else { return Ok(main) };
    tx.changed::<Entity>(&[first.id, main.id]).await?;
    let (front, back) = (first.position, main.position);
    Model { position: back, ..first }.into_active_model().reset_all().update(tx).await?;
    Ok(Model { position: front, ..main }.into_active_model().reset_all().update(tx).await?)
}

/// The pictures of the item or the variant, the main one first.
async fn of(tx: &Tx, new: &NewPicture) -> Result<Vec<Model>> {
    let pictures = Entity::find()
        .filter(Column::ItemNumber.eq(new.item_number.clone()))
        .filter(Column::VariantCode.eq(new.variant_code.clone()));
    Ok(pictures.order_by_asc(Column::Position).all(tx).await?)
}
