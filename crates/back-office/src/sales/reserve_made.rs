use std::collections::{BTreeSet, HashMap};

use database::Tx;
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::reserve::reserved;
use super::{Context, DocumentType, LineKind, line};
use crate::item_ledger::{self, Place};
use crate::items::{self, Reserve};
use crate::{Result, availability};

/// So many lines are written in a statement: a database takes so many values, and not many more.
const NAMED: usize = 1_000;

/// Keeps what is on hand for the lines of sales orders that this transaction has made, where their items must always be
/// reserved: as much of each as nobody else has, for the documents in their order and the first line first. What is not on
/// hand is left to whoever receives it. As many statements for a hundred orders as for one, and one where no item is like that.
/// Gives how many lines have something.
///
/// # Errors
/// When the database fails.
pub async fn reserve_made(tx: &Tx, documents: &[Uuid], cx: &Context) -> Result<u64> {
    let lines = must_be_reserved(tx, documents).await?;
    if lines.is_empty() {
        return Ok(0);
    }
    let numbers: BTreeSet<Code<20>> = lines.iter().map(|line| line.number.clone()).collect();
    let numbers: Vec<Code<20>> = numbers.into_iter().collect();
    // What is on hand stays as it is read: whoever reserves of the items, too, waits.
    items::lock(tx, &numbers).await?;
    let mut left: HashMap<Place, Quantity> = item_ledger::on_hand(tx, &numbers)
        .await?
        .into_iter()
        .map(|((item, variant, location), quantity)| (Place::new(&item, &variant, &location), quantity))
        .collect();
    for (place, quantity) in reserved(tx, &numbers, None).await? {
        *left.entry(place).or_default() -= quantity;
    }
    let (mut places, mut kept) = (Vec::new(), Vec::new());
    for line in &lines {
        let Some(place) = line.place() else { continue };
        let Some(free) = left.get_mut(&place) else { continue };
        let wanted = line.outstanding_base().min(*free);
        if wanted > Quantity::ZERO {
            *free -= wanted;
            kept.push((line.id, wanted));
            places.push(place);
        }
    }
    if kept.is_empty() {
        return Ok(0);
    }
    let mut written = 0;
    for some in kept.chunks(NAMED) {
        let quantity = some.iter().fold(CaseStatement::new(), |case, (id, quantity)| {
            case.case(line::Column::Id.eq(*id), Expr::val(*quantity))
        });
        let lines = line::Entity::update_many()
            .col_expr(line::Column::ReservedQuantity, quantity.into())
            .filter(line::Column::Id.is_in(some.iter().map(|(id, _)| *id)));
        written += lines.exec(tx).await?.rows_affected;
    }
    availability::mark(tx, places, cx).await?;
    Ok(written)
}

/// The lines of these documents, if they are orders, whose items must always be reserved, in the order of the documents.
async fn must_be_reserved(tx: &Tx, documents: &[Uuid]) -> Result<Vec<line::Model>> {
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let always = items::Entity::find()
        .select_only()
        .column(items::Column::Number)
        .filter(items::Column::Reserve.eq(Reserve::Always));
    let mut lines = line::Entity::find()
        .filter(line::Column::DocumentId.is_in(documents.iter().copied()))
        .filter(line::Column::DocumentType.eq(DocumentType::Order))
        .filter(line::Column::Kind.eq(LineKind::Item))
        .filter(line::Column::Number.in_subquery(always.into_query()))
        .all(tx)
        .await?;
    let places: HashMap<Uuid, usize> = documents.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    lines.sort_by_key(|line| (places.get(&line.document_id).copied(), line.line_number));
    Ok(lines)
}
