//! Payments of Shopify orders: what is shown beside them of their orders.

use connector::orders::{PaidOrder, paid_orders};
use uuid::Uuid;
use values::field::{Kind, Value};

use crate::records::{Computed, Computing, Snapshot};

/// The order of a payment, its documents, and how these are paid.
pub(crate) const PAID_ORDER: Computed = Computed {
    fields: &[
        ("shopCode", "Shop Code", Kind::Text),
        ("shopifyOrderNumber", "Shopify Order No.", Kind::Text),
        ("salesDocumentNumber", "Sales Document No.", Kind::Text),
        ("postedInvoiceNumber", "Posted Invoice No.", Kind::Text),
        ("paymentMethodCode", "Payment Method Code", Kind::Text),
    ],
    values,
};

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(async move {
        let orders = paid_orders(&snapshot.read, ids).await?;
        Ok(orders.into_iter().map(|(id, order)| (id, shown(order))).collect())
    })
}

fn shown(order: PaidOrder) -> Vec<Value> {
    let texts = [
        order.shop_code.to_string(),
        order.shopify_order_number,
        order.sales_document_number.to_string(),
        order.posted_invoice_number.to_string(),
        order.payment_method_code.to_string(),
    ];
    texts.map(Value::Text).into()
}
