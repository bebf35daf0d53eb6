//! The open document of an order, with what a person may be told of it.

use back_office::sales::{LineKind, NewDocument, header, line, posted};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::Error;
use crate::orders::process::{SOURCE_KIND, open_document};
use crate::orders::staged::order;

/// The order of that id, which this transaction has for itself.
///
/// # Errors
/// [`Error::Chosen`] when there is none.
pub(super) async fn order(tx: &Tx, id: Uuid) -> Result<order::Model, Error> {
    let found = order::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    found.ok_or_else(|| Error::Chosen(format!("there is no Shopify order with the id {id}")))
}

/// The document that was made of the order, as long as nothing of it is posted.
///
/// # Errors
/// [`Error::OrderState`] says what to do where there is none, and where a part of it is posted.
pub(super) async fn open(tx: &Tx, order: &order::Model) -> Result<(header::Model, Vec<line::Model>), Error> {
    let name = &order.shopify_order_number;
    let Some((header, lines)) = open_document(tx, order.shopify_order_id).await? else {
        return Err(Error::OrderState(missing(tx, order).await?));
    };
    if lines.iter().any(line::Model::is_touched) {
        return Err(Error::OrderState(format!(
            "a part of the {} of {name} is posted: change what is left of it by hand, take back what was invoiced with a \
             corrective credit memo, then mark the conflict as resolved",
            header.in_words()
        )));
    }
    Ok((header, lines))
}

/// Whether the document of an order sells anything: goods, tips and gift cards, shipping, fees.
pub(super) fn sells(document: &NewDocument) -> bool {
    document.lines.iter().any(|line| line.kind != LineKind::Comment)
}

/// Why there is no open document, and what to do.
async fn missing(tx: &Tx, order: &order::Model) -> Result<String, Error> {
    let name = &order.shopify_order_number;
    let posted: Option<(posted::Kind, values::Code<20>)> = posted::header::Entity::find()
        .select_only()
        .columns([posted::header::Column::Kind, posted::header::Column::Number])
        .filter(posted::header::Column::SourceKind.eq(SOURCE_KIND))
        .filter(posted::header::Column::SourceId.eq(order.shopify_order_id.to_string()))
        .filter(posted::header::Column::Kind.eq(posted::Kind::Invoice))
        .order_by_desc(posted::header::Column::Number)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(match posted {
        Some((_, number)) => format!(
            "the document of {name} is posted as invoice {number}: make a corrective credit memo of that invoice, or a \
             document for the difference, then mark the conflict as resolved"
        ),
        None => format!("{name} has no open document: unlink the order and create its document again"),
    })
}
