//! Pictures of items and variants.

use database::{Record, Tx, insert_many};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use values::Code;

use super::picture_content as content;
use super::{picture_format, variant};
use crate::sales::Context;
use crate::{Error, Result};

/// The largest picture, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;

/// A picture of an item, or of one of its variants. What it shows is kept apart, so that lists stay short.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_picture")]
#[record(name = "itemPictures", caption = "Item Picture")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(indexed)]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The variant; blank: the item as a whole.
    pub variant_code: Code<10>,
    /// Its place among the pictures of the item, from 1; the first is the main one.
    #[record(caption = "Position")]
    pub position: i32,
    /// What its file was called.
    pub file_name: String,
    /// Of which kind it is, as `image/jpeg`.
    pub content_type: String,
    /// How many bytes it has.
    pub size: i32,
    /// The digest of what it shows.
    #[record(skip)]
    pub digest: String,
    /// When it was added.
    pub added_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A picture that is to be added.
#[derive(Clone, Debug, Default)]
pub struct NewPicture {
    /// The item.
    pub item_number: Code<20>,
    /// The variant; blank: the item as a whole.
    pub variant_code: Code<10>,
    /// What its file was called.
    pub file_name: String,
    /// What it shows.
    pub content: Vec<u8>,
}

/// Adds a picture after those that the item has.
///
/// # Errors
/// [`Error::Unknown`] for an item or a variant that is not there; [`Error::Field`] for what is no picture, or a larger one
/// than [`LARGEST`].
pub async fn add(tx: &Tx, new: &NewPicture, cx: &Context) -> Result<Model> {
    let (number, variant) = (&new.item_number, &new.variant_code);
    // Whoever adds another one to the item waits: places are given once.
    if super::lock(tx, std::slice::from_ref(number)).await?.is_empty() {
        return Err(Error::Unknown { kind: "item", code: number.to_string() });
    }
    if !variant.is_blank() {
        variant::check(tx, number, variant).await?;
    }
    let refused = |problem: String| Error::Field { field: "content", problem };
    let size = new.content.len();
    if size > LARGEST {
        return Err(refused(format!("the picture has {size} bytes, and may have {LARGEST}: make it smaller")));
    }
    let content_type = picture_format::of(&new.content)
        .ok_or_else(|| refused("the file is no picture: choose a JPEG, PNG, GIF or WebP file".to_owned()))?;
    let last: Option<i32> = Entity::find()
        .select_only()
        .column_as(Column::Position.max(), "last")
        .filter(Column::ItemNumber.eq(number.clone()))
        .into_tuple()
        .one(tx)
        .await?
        .flatten();
    let picture = Model {
        id: cx.random.id(cx.now),
        item_number: number.clone(),
        variant_code: variant.clone(),
        position: last.unwrap_or_default().saturating_add(1),
        file_name: new.file_name.clone(),
        content_type: content_type.to_owned(),
        size: i32::try_from(size).unwrap_or(i32::MAX),
        digest: digest(&new.content),
        added_at: cx.now,
    };
    insert_many(tx, vec![picture.clone().into_active_model().reset_all()]).await?;
    let shown = content::Model { id: picture.id, content: new.content.clone() };
    insert_many(tx, vec![shown.into_active_model().reset_all()]).await?;
    tx.changed::<Entity>(&[picture.id]).await?;
    Ok(picture)
}

/// Makes a picture the main one of its item: it changes places with the one that was.
///
/// # Errors
/// [`Error::Unknown`] when it is gone.
pub async fn make_main(tx: &Tx, picture: Model) -> Result<()> {
    super::lock(tx, std::slice::from_ref(&picture.item_number)).await?;
    let of_item = Entity::find().filter(Column::ItemNumber.eq(picture.item_number.clone()));
    let Some(main) = of_item.order_by_asc(Column::Position).one(tx).await? else { return Ok(()) };
    if main.id == picture.id {
        return Ok(());
    }
    // Whoever had the item before may have given it another place.
    let picture = Entity::find_by_id(picture.id).one(tx).await?.ok_or_else(|| unknown(picture.id))?;
    let (first, other) = (main.position, picture.position);
    tx.changed::<Entity>(&[main.id, picture.id]).await?;
    Model { position: other, ..main }.into_active_model().reset_all().update(tx).await?;
    Model { position: first, ..picture }.into_active_model().reset_all().update(tx).await?;
    Ok(())
}

/// Takes a picture away.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &Tx, id: Uuid) -> Result<()> {
    content::Entity::delete_by_id(id).exec(tx).await?;
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(tx.changed::<Entity>(&[id]).await?)
}

/// The digest of what a picture shows: the same for the same file, whatever it is called.
pub fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a picture shows.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn content(c: &impl ConnectionTrait, id: Uuid) -> Result<Vec<u8>> {
    let found = content::Entity::find_by_id(id).one(c).await?;
    Ok(found.ok_or_else(|| unknown(id))?.content)
}

fn unknown(id: Uuid) -> Error {
    Error::Unknown { kind: "item picture", code: id.to_string() }
}
