use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;
use rust_decimal::Decimal;

use super::arguments::string;
use super::connection::{Window, connection};
use super::cursor::{Position, SortValue};
use super::order::OrderObject;
use super::searched::search;
use super::session::{Resolved, Session};
use crate::search::ORDERS;
use crate::store::order::Order;

/// The connection `orders`, of those that `belongs` lets through.
pub(super) fn orders<'a>(
    session: &'a Session,
    info: &'a ResolveInfo<'a>,
    query: Option<String>,
    belongs: impl Fn(&Order) -> bool,
) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, query.as_deref(), &ORDERS)?;
    let key = sort_key(string(info, "sortKey").as_deref());
    let page = session.read(|state| {
        let rows = session.orders(state).filter(|order| belongs(order) && search.matches(order));
        let mut page = window.page(rows.map(|order| (Position { value: key(order), id: order.id }, order)));
        super::connection::Page {
            rows: page.rows.drain(..).map(|(position, order)| (position, Arc::clone(order))).collect(),
            has_next: page.has_next,
            has_previous: page.has_previous,
        }
    });
    connection("OrderConnection", "OrderEdge", page, move |order: &Arc<Order>| OrderObject {
        session,
        order: Arc::clone(order),
    })
}

fn sort_key(name: Option<&str>) -> fn(&Order) -> SortValue {
    match name {
        Some("ID") => |order| SortValue::Number(i64::try_from(order.id).unwrap_or(i64::MAX)),
        Some("CREATED_AT") => |order| SortValue::Number(order.created_at.timestamp_millis()),
        Some("UPDATED_AT") => |order| SortValue::Number(order.updated_at.timestamp_millis()),
        Some("ORDER_NUMBER") => |order| SortValue::Number(i64::try_from(order.number).unwrap_or(i64::MAX)),
        Some("FINANCIAL_STATUS") => |order| SortValue::Text(order.financial_status().to_owned()),
        Some("FULFILLMENT_STATUS") => |order| SortValue::Text(order.fulfillment_status.clone()),
        Some("PO_NUMBER") => |order| SortValue::Text(order.po_number.clone().unwrap_or_default()),
        Some("TOTAL_ITEMS_QUANTITY") => |order| SortValue::Number(order.quantity().into()),
        Some("TOTAL_PRICE") => |order| thousandths(order.totals.placed.total.shop),
        Some("CURRENT_TOTAL_PRICE") => |order| thousandths(order.totals.current.total.shop),
        Some("CUSTOMER_NAME" | "DESTINATION") => {
            |order| SortValue::Text(order.display_address().and_then(|address| address.name()).unwrap_or_default())
        }
        _ => |order| SortValue::Number(order.processed_at.timestamp_millis()),
    }
}

/// An amount, to be sorted by.
pub(super) fn thousandths(amount: Decimal) -> SortValue {
    SortValue::Number(i64::try_from((amount * Decimal::ONE_THOUSAND).trunc()).unwrap_or(i64::MAX))
}
