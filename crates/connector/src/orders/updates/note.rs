//! What has changed is written down, and the order says so.

use std::collections::HashMap;

use chrono::SecondsFormat;
use database::{Tx, insert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Column, Entity, Model, Part, Update, told};
use crate::Error;
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::orders::staged::{Sale, order};

/// How long the message on the order may be.
const MESSAGE: usize = 2048;

/// Compares orders that have their document with what was staged of them before, and writes down what has changed since the
/// document was made: the flag and the message on the order, which is stored by the caller, and a row for each part. What
/// is again as it was is taken away. Nothing is asked of the database where nothing has changed.
pub(crate) async fn note(
    tx: &Tx,
    ground: &Ground,
    before: &HashMap<i64, Sale>,
    sales: &mut [Sale],
) -> Result<(), Error> {
    let mut changed: HashMap<Uuid, Vec<Update>> = HashMap::new();
    for sale in sales.iter().filter(|sale| sale.order.processed) {
        let Some(before) = before.get(&sale.order.shopify_order_id) else { continue };
        let updates = told(&ground.of_document(&sale.order), before, sale)?;
        if !updates.is_empty() {
            changed.insert(sale.order.id, updates);
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let of_these = Entity::find().filter(Column::OrderId.is_in(changed.keys().copied()));
    let known = of_these.order_by_asc(Column::NoticedAt).all(tx).await?;
    forget(tx, &changed.keys().copied().collect::<Vec<_>>()).await?;
    let mut rows = Vec::new();
    for sale in sales.iter_mut() {
        let Some(updates) = changed.remove(&sale.order.id) else { continue };
        let known: Vec<Model> = known.iter().filter(|row| row.order_id == sale.order.id).cloned().collect();
        let since = merged(ground, sale.order.id, known, updates);
        mark(ground, &mut sale.order, &since);
        rows.extend(since);
    }
    insert_many(tx, rows.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    Ok(())
}

/// Takes away what was written down of these orders.
pub(crate) async fn forget(tx: &Tx, orders: &[Uuid]) -> Result<(), Error> {
    if !orders.is_empty() {
        Entity::delete_many().filter(Column::OrderId.is_in(orders.iter().copied())).exec(tx).await?;
    }
    Ok(())
}

/// What was known, with what is new: a part keeps what it was at first, and is gone when it is that again.
fn merged(ground: &Ground, order_id: Uuid, mut known: Vec<Model>, updates: Vec<Update>) -> Vec<Model> {
    for update in updates {
        match known.iter_mut().find(|row| row.part == update.part && row.line_id == update.line_id) {
            Some(row) => row.after = update.after,
            None => known.push(Model {
                id: ground.random.id(ground.now),
                order_id,
                part: update.part,
                line_id: update.line_id,
                description: update.description,
                before: update.before,
                after: update.after,
                noticed_at: ground.now,
            }),
        }
    }
    known.retain(|row| row.before != row.after);
    // A line that came and is changed now is still only one that came.
    let came: Vec<String> = known.iter().filter(|row| row.part == Part::Line).map(|row| row.line_id.clone()).collect();
    known.retain(|row| row.part == Part::Line || row.line_id.is_empty() || !came.contains(&row.line_id));
    known
}

fn mark(ground: &Ground, order: &mut order::Model, since: &[Model]) {
    order.has_order_state_error = !since.is_empty();
    order.has_error = !since.is_empty();
    order.error_message = String::new();
    if !since.is_empty() {
        let at = ground.now.to_rfc3339_opts(SecondsFormat::Secs, true);
        let parts: Vec<String> = since.iter().map(Model::in_words).collect();
        let document = order.document_number().as_str();
        let text =
            format!("{at} Shopify changed the order after its document {document} was made: {}.", parts.join("; "));
        order.error_message = cut(&text, MESSAGE);
    }
}

impl Model {
    /// It in a few words, as `Quantity of Shirt 2 → 3`.
    fn in_words(&self) -> String {
        let Self { before, after, .. } = self;
        let of = if self.description.is_empty() { String::new() } else { format!(" of {}", self.description) };
        match (self.part, before.is_empty(), after.is_empty()) {
            (Part::Cancelled, ..) => format!("it was cancelled on {after}"),
            (Part::Line, true, _) => format!("{} was added ({after})", self.description),
            (Part::Line, _, _) => format!("{} was removed ({before})", self.description),
            (part, true, _) => format!("{part}{of}: {after}"),
            (part, _, true) => format!("{part}{of} is blank now"),
            (part, _, _) => format!("{part}{of} {before} → {after}"),
        }
    }
}
