use back_office::customer_ledger::entry::{Column, Entity};
use back_office::general_ledger::DocumentType;
use back_office::sales::posted::{self, Kind};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use crate::Error;
use crate::orders::process::SOURCE_KIND as ORDER;
use crate::orders::staged::order;

/// The posted invoice of an order that the document of its refund settles: the one of which most is open, if any is.
pub(super) async fn open_invoice(
    connection: &impl ConnectionTrait,
    order: &order::Model,
    currency: &Code<10>,
) -> Result<Option<Code<20>>, Error> {
    let numbers: Vec<Code<20>> = posted::header::Entity::find()
        .select_only()
        .column(posted::header::Column::Number)
        .filter(posted::header::Column::Kind.eq(Kind::Invoice))
        .filter(posted::header::Column::SourceKind.eq(ORDER))
        .filter(posted::header::Column::SourceId.eq(order.shopify_order_id.to_string()))
        .into_tuple()
        .all(connection)
        .await?;
    if numbers.is_empty() {
        return Ok(None);
    }
    let open = Entity::find()
        .filter(Column::DocumentType.eq(DocumentType::Invoice))
        .filter(Column::DocumentNumber.is_in(numbers))
        .filter(Column::CurrencyCode.eq(currency.clone()))
        // Asked for what is open, SQLite looks through all that is.
        .filter(Column::Open.ne(false))
        .order_by_desc(Column::RemainingAmount)
        .one(connection)
        .await?;
    Ok(open.map(|entry| entry.document_number))
}
