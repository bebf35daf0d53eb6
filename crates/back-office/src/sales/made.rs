use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::{Source, header, posted};
use crate::Result;

/// Id and number of documents, by kind and id of their source.
pub(super) type Made = HashMap<(String, String), (Uuid, Code<20>)>;

/// By which a source is known.
pub(super) fn key(source: &Source) -> (String, String) {
    (source.kind.clone(), source.id.clone())
}

/// The documents that were made from those sources: what of them is left to be posted, else what was posted of them. An
/// order is known by its own number, even when it is posted whole and gone.
pub(super) async fn made_from<'a>(c: &impl ConnectionTrait, sources: impl Iterator<Item = &'a Source>) -> Result<Made> {
    let mut ids: HashMap<&str, Vec<&str>> = HashMap::new();
    for source in sources {
        ids.entry(&source.kind).or_default().push(&source.id);
    }
    if ids.is_empty() {
        return Ok(Made::new());
    }
    // Before what was posted is read: what goes from the one to the other meanwhile is seen twice rather than not at all.
    let any = ids.iter().fold(Condition::any(), |any, (kind, ids)| {
        any.add(
            Condition::all()
                .add(header::Column::SourceKind.eq(*kind))
                .add(header::Column::SourceId.is_in(ids.iter().copied())),
        )
    });
    let columns = [header::Column::SourceKind, header::Column::SourceId, header::Column::Id, header::Column::Number];
    let found: Vec<(String, String, Uuid, Code<20>)> =
        header::Entity::find().select_only().columns(columns).filter(any).into_tuple().all(c).await?;
    let mut made = posted_from(c, &ids).await?;
    made.extend(found.into_iter().map(|(kind, source, id, number)| ((kind, source), (id, number))));
    Ok(made)
}

async fn posted_from(c: &impl ConnectionTrait, ids: &HashMap<&str, Vec<&str>>) -> Result<Made> {
    use posted::header::Column;
    let any = ids.iter().fold(Condition::any(), |any, (kind, ids)| {
        let from = Condition::all().add(Column::SourceKind.eq(*kind)).add(Column::SourceId.is_in(ids.iter().copied()));
        any.add(from)
    });
    let columns = [Column::SourceKind, Column::SourceId, Column::Id, Column::OrderNumber, Column::Number];
    let found: Vec<(String, String, Uuid, Code<20>, Code<20>)> = posted::header::Entity::find()
        .select_only()
        .columns(columns)
        .filter(any)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(c)
        .await?;
    let made = found.into_iter().map(|(kind, source, id, order, number)| {
        let number = if order.is_blank() { number } else { order };
        ((kind, source), (id, number))
    });
    Ok(made.collect())
}
