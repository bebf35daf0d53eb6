use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{flag, string};
use super::super::connection::{Window, connection};
use super::super::cursor::{Position, SortValue};
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::waiting::{WaitingObject, sees};
use crate::search::{FULFILLMENT_ORDERS, WaitingRow};
use crate::store::fulfilment::{FulfillmentOrder, FulfillmentOrderStatus};

/// The connection `fulfillmentOrders` of all orders; the closed ones only when they are asked for.
pub(crate) fn waiting_of_all<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &FULFILLMENT_ORDERS)?;
    let closed = flag(info, "includeClosed");
    let by_time = string(info, "sortKey").as_deref() == Some("UPDATED_AT");
    let shown = |waiting: &FulfillmentOrder| {
        (closed || waiting.status != FulfillmentOrderStatus::Closed) && sees(session, waiting)
    };
    let page = session.read(|state| {
        let rows = session.orders(state).flat_map(|order| {
            (0..order.fulfillment_orders.len()).map(|place| WaitingRow { order: Arc::clone(order), place })
        });
        let rows = rows.filter(|row| row.waiting().is_some_and(shown) && search.matches(row));
        window.page(rows.filter_map(|row| {
            let waiting = row.waiting()?;
            let number =
                if by_time { waiting.updated_at.timestamp_millis() } else { i64::try_from(waiting.id).ok()? };
            Some((Position { value: SortValue::Number(number), id: waiting.id }, row))
        }))
    });
    connection("FulfillmentOrderConnection", "FulfillmentOrderEdge", page, move |row: &WaitingRow| WaitingObject {
        session,
        order: Arc::clone(&row.order),
        place: row.place,
    })
}

/// The connection `assignedFulfillmentOrders`: those at locations of the app's own fulfilment service, which it has none
/// of.
pub(crate) fn assigned_orders<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let page = Window::read(info)?.page(std::iter::empty::<(Position, WaitingRow)>());
    connection("FulfillmentOrderConnection", "FulfillmentOrderEdge", page, move |row: &WaitingRow| WaitingObject {
        session,
        order: Arc::clone(&row.order),
        place: row.place,
    })
}
