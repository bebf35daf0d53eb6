//! The proof that a document comes to what its order does.

use std::collections::HashMap;

use back_office::sales::header;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;
use values::money::Amount;

use super::new_order::SOURCE_KIND;
use crate::Error;
use crate::orders::staged::{Sale, order};
use crate::orders::totals::{DocumentTotals, difference};
use crate::shops::options::CurrencyHandling;

/// Compares the documents that were made, all in the one money or the other, with their orders, and writes down where they differ: one statement reads them,
/// however many, and most differ by nothing. Returns by how much which orders' documents differ.
pub(in crate::orders) async fn prove(
    tx: &Tx,
    handling: CurrencyHandling,
    sales: &[(Sale, bool)],
    made: &[order::Model],
) -> Result<HashMap<Uuid, Amount>, Error> {
    let mut differing = HashMap::new();
    if made.is_empty() {
        return Ok(differing);
    }
    let sources = made.iter().map(|order| order.shopify_order_id.to_string());
    let found: Vec<(String, Amount, Amount)> = header::Entity::find()
        .select_only()
        .columns([header::Column::SourceId, header::Column::VatAmount, header::Column::AmountIncludingVat])
        .filter(header::Column::SourceKind.eq(SOURCE_KIND))
        .filter(header::Column::SourceId.is_in(sources))
        .into_tuple()
        .all(tx)
        .await?;
    let totals = found.into_iter().map(|(source, vat, including_vat)| (source, DocumentTotals { vat, including_vat }));
    let totals: HashMap<String, DocumentTotals> = totals.collect();
    for (sale, _) in sales {
        let Some(document) = totals.get(&sale.order.shopify_order_id.to_string()) else { continue };
        let Some((amount, reason)) = difference(sale, handling, document) else { continue };
        differing.insert(sale.order.id, amount);
        let differs =
            order::ActiveModel { difference_amount: Set(amount), difference_reason: Set(reason), ..Default::default() };
        order::Entity::update_many().set(differs).filter(order::Column::Id.eq(sale.order.id)).exec(tx).await?;
    }
    Ok(differing)
}
