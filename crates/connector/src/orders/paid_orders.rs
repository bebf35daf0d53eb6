//! Of which orders payments are, and what became of these.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::document_links::{self, LinkedDocument, ShopifyDocument};
use super::staged::{order, transaction};
use crate::Error;
use crate::mappings::payment_method;

/// The order of a payment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaidOrder {
    /// Its shop.
    pub shop_code: Code<20>,
    /// Its number in Shopify.
    pub shopify_order_number: String,
    /// The document that was made of it; blank: none.
    pub sales_document_number: Code<20>,
    /// The first invoice that was posted of it; blank: none.
    pub posted_invoice_number: Code<20>,
    /// How its document is paid by the gateway and the card of the payment; blank: nobody has said.
    pub payment_method_code: Code<10>,
}

/// The orders of these payments, all by their public ids: four statements for as many as are asked for.
///
/// # Errors
/// When the database fails.
pub async fn paid_orders(c: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, PaidOrder>, Error> {
    use transaction::{Column, Entity};
    let payments = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(c).await?;
    let orders = orders(c, payments.iter().map(|payment| payment.order_id).collect()).await?;
    let invoices = invoices(c, payments.iter().map(|payment| payment.shopify_order_id).collect()).await?;
    let methods = methods(c, orders.values().map(|order| order.shop_code.clone()).collect()).await?;
    let of = |payment: transaction::Model| {
        let order = orders.get(&payment.order_id)?.clone();
        let method = methods.get(&(order.shop_code.clone(), payment.gateway, payment.credit_card_company));
        let paid = PaidOrder {
            posted_invoice_number: invoices.get(&payment.shopify_order_id.to_string()).cloned().unwrap_or_default(),
            payment_method_code: method.cloned().unwrap_or_default(),
            ..order
        };
        Some((payment.id, paid))
    };
    Ok(payments.into_iter().filter_map(of).collect())
}

async fn orders(c: &impl ConnectionTrait, ids: HashSet<Uuid>) -> Result<HashMap<Uuid, PaidOrder>, Error> {
    use order::{Column, Entity};
    let found: Vec<(Uuid, Code<20>, String, Code<20>, Code<20>)> = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::ShopCode,
            Column::ShopifyOrderNumber,
            Column::SalesOrderNumber,
            Column::SalesInvoiceNumber,
        ])
        .filter(Column::Id.is_in(ids))
        .into_tuple()
        .all(c)
        .await?;
    let of = |(id, shop_code, shopify_order_number, order, invoice): (_, _, _, Code<20>, _)| {
        let sales_document_number = if order.is_blank() { invoice } else { order };
        (id, PaidOrder { shop_code, shopify_order_number, sales_document_number, ..PaidOrder::default() })
    };
    Ok(found.into_iter().map(of).collect())
}

/// The first posted invoice of each of these orders, by its id in Shopify.
async fn invoices(c: &impl ConnectionTrait, orders: HashSet<i64>) -> Result<HashMap<String, Code<20>>, Error> {
    use document_links::{Column, Entity};
    let found: Vec<(String, Code<20>)> = Entity::find()
        .select_only()
        .columns([Column::ShopifyDocumentId, Column::DocumentNumber])
        .filter(Column::ShopifyDocumentType.eq(ShopifyDocument::Order))
        .filter(Column::DocumentType.eq(LinkedDocument::PostedInvoice))
        .filter(Column::ShopifyDocumentId.is_in(orders.iter().map(i64::to_string)))
        .order_by_desc(Column::DocumentNumber)
        .into_tuple()
        .all(c)
        .await?;
    // Of several the last that is put in stays.
    Ok(found.into_iter().collect())
}

/// A gateway of a shop, and whose card it is.
type Gateway = (Code<20>, String, String);

async fn methods(c: &impl ConnectionTrait, shops: HashSet<Code<20>>) -> Result<HashMap<Gateway, Code<10>>, Error> {
    use payment_method::{Column, Entity};
    let found = Entity::find().filter(Column::ShopCode.is_in(shops)).all(c).await?;
    let of =
        |row: payment_method::Model| ((row.shop_code, row.gateway, row.credit_card_company), row.payment_method_code);
    Ok(found.into_iter().map(of).collect())
}
