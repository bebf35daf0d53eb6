//! The item journal batch (table 233).

use chrono::{DateTime, Utc};
use database::{Record, Tx};
use runtime::Random;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel, QueryFilter, QuerySelect};
use values::Code;

use super::Refusal;
use crate::{Error, Result, number_series};

values::options! {
    /// Of which journal a batch is: what is shown of it there is all of it, and so all that is posted.
    pub enum TemplateType {
        /// The item journal: goods that are found, missing or moved.
        #[default]
        Item => "Item",
        /// The physical inventory journal: goods that are counted.
        PhysicalInventory => "Phys. Inventory",
    }
}

/// Lines that are posted together.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_journal_batch")]
#[record(name = "itemJournalBatches", caption = "Item Journal Batch")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// Of which journal it is. That stays.
    #[record(name = "templateType", caption = "Type")]
    pub template_type: TemplateType,
    /// What it is for.
    pub description: String,
    /// From which series lines without a document number get one; blank: they must have one.
    #[record(caption = "No. Series")]
    pub number_series: Code<20>,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Makes a batch.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unknown`] for a number series that is not there.
pub async fn create(
    tx: &Tx,
    template_type: TemplateType,
    (code, description): (&Code<10>, &str),
    series: &Code<20>,
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Model> {
    if find(tx, code).await?.is_some() {
        return Err(Error::Exists { kind: "item journal batch", code: code.to_string() });
    }
    if !series.is_blank() {
        number_series::lock(tx, series).await?;
    }
    let batch = Model {
        id: random.id(now),
        code: code.clone(),
        template_type,
        description: description.to_owned(),
        number_series: series.clone(),
        version: 1,
    };
    tx.changed::<Entity>(&[batch.id]).await?;
    Ok(batch.into_active_model().reset_all().insert(tx).await?)
}

async fn find(tx: &Tx, code: &Code<10>) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Code.eq(code.clone())).one(tx).await?)
}

/// A batch of a journal that this transaction has for itself.
///
/// # Errors
/// [`Error::Unknown`]; [`Refusal::OtherJournal`] for a batch of another journal.
pub(crate) async fn lock_of(tx: &Tx, template_type: TemplateType, code: &Code<10>) -> Result<Model> {
    let batch = lock(tx, code).await?;
    match batch.template_type == template_type {
        true => Ok(batch),
        false => {
            Err(Refusal::OtherJournal { batch: code.to_string(), of: batch.template_type, wanted: template_type }
                .into())
        }
    }
}

/// A batch that this transaction has for itself.
///
/// # Errors
/// [`Error::Unknown`].
pub(crate) async fn lock(tx: &Tx, code: &Code<10>) -> Result<Model> {
    let found = Entity::find().filter(Column::Code.eq(code.clone())).lock_exclusive().one(tx).await?;
    found.ok_or_else(|| Error::Unknown { kind: "item journal batch", code: code.to_string() })
}
