use std::collections::{BTreeSet, HashMap};

use database::Tx;
use job_queue::{NewEntry, Queue};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::OrderOptions;
use super::cancel::leave_entry;
use super::failure::cause;
use super::schedule::{entry, give};
use crate::sales::{Context, DocumentType, header, release};
use crate::{Error, Result};

/// As many documents can be given to one entry.
pub const MOST_SELECTED: usize = 1_000;

/// What became of documents that were to be posted together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selected {
    /// The entry that posts them; none when all were left out.
    pub entry: Option<Uuid>,
    /// How many it posts.
    pub scheduled: usize,
    /// Those that were left out.
    pub skipped: Vec<Skipped>,
}

/// A document that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its id.
    pub id: Uuid,
    /// Its number; blank when there is no such document.
    pub number: Code<20>,
    /// Why, and what to do about it.
    pub reason: String,
}

/// Gives documents of a type to one entry of the job queue, which posts one after the other in the background. Each is
/// released if it is open; one that can't be, or that the job queue has already, is left out and named.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen or too many are; what the job queue says of the options and the category.
pub async fn post_selected(
    queue: &Queue,
    tx: &Tx,
    document_type: DocumentType,
    ids: &[Uuid],
    options: &OrderOptions,
    cx: &Context,
) -> Result<Selected> {
    let chosen: BTreeSet<Uuid> = ids.iter().copied().collect();
    if chosen.is_empty() || chosen.len() > MOST_SELECTED {
        return Err(Error::Chosen { chosen: chosen.len(), most: MOST_SELECTED });
    }
    let new = entry(tx, document_type, options, cx).await?;
    let found = header::Entity::find()
        .filter(header::Column::Id.is_in(chosen.iter().copied()))
        .filter(header::Column::DocumentType.eq(document_type))
        .order_by_asc(header::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    let mut found: HashMap<Uuid, header::Model> = found.into_iter().map(|document| (document.id, document)).collect();
    let (mut given, mut skipped) = (Vec::new(), Vec::new());
    for id in chosen {
        let Some(document) = found.remove(&id) else {
            let reason = format!("there is no {} with the id {id}", document_type.in_words());
            skipped.push(Skipped { id, number: Code::blank(), reason });
            continue;
        };
        match make_ready(queue, tx, &document, cx).await {
            Ok(()) => given.push(id),
            Err(error) if error.is_of_the_document() => {
                skipped.push(Skipped { id, number: document.number, reason: cause(&error) });
            }
            Err(error) => return Err(error),
        }
    }
    if given.is_empty() {
        return Ok(Selected { entry: None, scheduled: 0, skipped });
    }
    let description = format!("Post {} {}s", given.len(), document_type.in_words());
    let entry = queue.enqueue(tx, &NewEntry { description, ..new }).await?.id();
    give(tx, &given, entry, cx).await?;
    Ok(Selected { entry: Some(entry), scheduled: given.len(), skipped })
}

async fn make_ready(queue: &Queue, tx: &Tx, document: &header::Model, cx: &Context) -> Result<()> {
    release(tx, document.id, cx).await?;
    leave_entry(queue, tx, document).await
}
