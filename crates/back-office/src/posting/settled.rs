//! Which entries of the payer a document settles when it is posted.

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use values::Code;

use super::{Request, Setup};
use crate::general_ledger::DocumentType as Ledger;
use crate::sales::posted::{Kind, header as of_posted};
use crate::sales::{DocumentType, header};
use crate::{Result, customer_ledger};

/// The open entries that a document settles, those of which most is open first, for this transaction alone. The invoice
/// that it names; else those of the sale that it takes back, where they were posted before it; or of a sale the credit
/// memos that have taken it back before it was posted. A sale that is paid at once was paid in full, so that its credit
/// memos are left alone.
pub(super) async fn entries(
    tx: &Tx,
    setup: &Setup,
    header: &header::Model,
    request: &Request,
) -> Result<Vec<customer_ledger::entry::Model>> {
    let named = header.applies_to_document_number.non_blank();
    let (kind, numbers) = match named {
        Some(number) => (Ledger::Invoice, vec![number.clone()]),
        None if header.document_type == DocumentType::Order && !request.invoice => return Ok(Vec::new()),
        None if header.document_type.sells() && pays_at_once(setup, header) => return Ok(Vec::new()),
        None if header.document_type.sells() => (Ledger::CreditMemo, taken_back_by(tx, header).await?),
        None => (Ledger::Invoice, invoices_of(tx, header).await?),
    };
    let payer = &header.bill_to_customer_number;
    let keys: Vec<_> = numbers.into_iter().map(|number| (payer.clone(), kind, number)).collect();
    let mut open: Vec<_> = customer_ledger::open_of(tx, &keys).await?.into_values().collect();
    // What is named in another currency is refused; what was found is not meant.
    open.retain(|entry| named.is_some() || entry.currency_code == header.currency_code);
    open.sort_by_key(|entry| (std::cmp::Reverse(entry.remaining_amount.decimal().abs()), entry.entry_number));
    Ok(open)
}

/// Whether the payment method of a document pays it when it is posted.
fn pays_at_once(setup: &Setup, header: &header::Model) -> bool {
    let method = setup.payment_method(&header.payment_method_code);
    method.is_some_and(|method| !method.balancing_account_number.is_blank())
}

/// The posted invoices of the sale that a credit memo takes back.
async fn invoices_of(tx: &Tx, header: &header::Model) -> Result<Vec<Code<20>>> {
    use of_posted::Column;
    let (Some(kind), Some(id)) = (&header.takes_back_kind, &header.takes_back_id) else { return Ok(Vec::new()) };
    let of_sale = of_posted::Entity::find().filter(Column::SourceId.eq(id.as_str()));
    numbers(tx, of_sale.filter(Column::SourceKind.eq(kind.as_str())).filter(Column::Kind.eq(Kind::Invoice))).await
}

/// The posted credit memos that have taken a sale back.
async fn taken_back_by(tx: &Tx, header: &header::Model) -> Result<Vec<Code<20>>> {
    use of_posted::Column;
    let (Some(kind), Some(id)) = (&header.source_kind, &header.source_id) else { return Ok(Vec::new()) };
    let memos = of_posted::Entity::find().filter(Column::TakesBackId.eq(id.as_str()));
    let memos = memos.filter(Column::TakesBackKind.eq(kind.as_str()));
    numbers(tx, memos.filter(Column::Kind.eq(Kind::CreditMemo))).await
}

async fn numbers(tx: &Tx, documents: Select<of_posted::Entity>) -> Result<Vec<Code<20>>> {
    Ok(documents.select_only().column(of_posted::Column::Number).into_tuple().all(tx).await?)
}
