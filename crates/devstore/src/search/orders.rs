use std::borrow::Cow;

use rust_decimal::Decimal;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::order::Order;

const fn field(name: &'static str, kind: Kind, get: fn(&Order) -> Found<'_>) -> Field<Order> {
    Field { name, kind, get }
}

/// What `orders` may be searched by.
pub(crate) static ORDERS: Searchable<Order> = Searchable {
    fields: &[
        field("created_at", Kind::Time, |order| Found::Time(order.created_at)),
        field("updated_at", Kind::Time, |order| Found::Time(order.updated_at)),
        field("processed_at", Kind::Time, |order| Found::Time(order.processed_at)),
        field("id", Kind::Id, |order| Found::Id(order.id)),
        field("customer_id", Kind::Id, |order| order.customer_id.map_or(Found::Nothing, Found::Id)),
        field("name", Kind::Text, name),
        field("email", Kind::Text, |order| Found::optional(order.email.as_deref())),
        field("status", Kind::Text, status),
        field("financial_status", Kind::Text, |order| Found::text(order.financial_status())),
        field("fulfillment_status", Kind::Text, fulfillment_status),
        field("return_status", Kind::Text, |order| Found::text(order.return_status())),
        field("risk_level", Kind::Text, |_| Found::text("none")),
        field("test", Kind::Flag, |order| Found::Flag(order.test)),
        field("tag", Kind::Text, |order| Found::texts(order.tags.iter().map(String::as_str))),
        field("po_number", Kind::Text, |order| Found::optional(order.po_number.as_deref())),
        field("confirmation_number", Kind::Text, |order| Found::text(&order.confirmation_number)),
        field("sku", Kind::Text, |order| Found::texts(order.lines.iter().filter_map(|line| line.sku.as_deref()))),
        field("gateway", Kind::Text, |order| {
            Found::texts(order.transactions.iter().map(|transaction| transaction.gateway.as_str()))
        }),
        field("payment_id", Kind::Text, |order| {
            Found::texts(order.transactions.iter().filter_map(|transaction| transaction.payment_id.as_deref()))
        }),
        field("source_name", Kind::Text, |order| Found::optional(order.source_name.as_deref())),
        field("source_identifier", Kind::Text, |order| Found::optional(order.source_identifier.as_deref())),
        field("discount_code", Kind::Text, |order| Found::texts(order.discounts.iter().filter_map(|d| d.code()))),
        field("current_total_price", Kind::Number, |order| Found::Number(order.totals.current.total.shop)),
        field("subtotal_line_items_quantity", Kind::Number, |order| Found::Number(Decimal::from(order.quantity()))),
    ],
    words: |order| {
        let texts = [Some(order.name.as_str()), order.email.as_deref(), order.note.as_deref()];
        let lines = order.lines.iter().map(|line| line.title.as_str());
        Found::texts(texts.into_iter().flatten().chain(lines))
    },
};

/// With and without the number sign.
fn name(order: &Order) -> Found<'_> {
    Found::texts([order.name.as_str(), order.name.trim_start_matches('#')])
}

fn status(order: &Order) -> Found<'_> {
    Found::texts(match (order.closed_at, &order.cancellation) {
        (_, Some(_)) => ["cancelled", "not_open", "any"],
        (Some(_), None) => ["closed", "not_cancelled", "any"],
        (None, None) => ["open", "not_closed", "any"],
    })
}

fn fulfillment_status(order: &Order) -> Found<'_> {
    let names: &[&str] = match order.fulfillment_status.as_str() {
        "UNFULFILLED" => &["unfulfilled", "unshipped"],
        "FULFILLED" => &["fulfilled", "shipped"],
        "PARTIALLY_FULFILLED" => &["partial"],
        other => return Found::text(other),
    };
    Found::Texts(names.iter().map(|name| Cow::Borrowed(*name)).collect())
}
