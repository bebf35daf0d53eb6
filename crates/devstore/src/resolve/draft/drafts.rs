use std::sync::Arc;

use apollo_compiler::resolvers::{ResolveInfo, ResolvedValue};

use super::super::arguments::string;
use super::super::connection::{Page, Window, connection};
use super::super::cursor::{Position, SortValue};
use super::super::orders::thousandths;
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::super::small::Count;
use super::draft_object::DraftObject;
use crate::search::DRAFTS;
use crate::store::State;
use crate::store::draft::Draft;

/// The connection `draftOrders`.
pub(crate) fn drafts<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &DRAFTS)?;
    let sort = string(info, "sortKey");
    let page = session.read(|state| {
        let rows = state.drafts.values().filter(|draft| search.matches(draft));
        let position = |draft: &Draft| Position { value: sort_value(sort.as_deref(), state, draft), id: draft.id };
        let page = window.page(rows.map(|draft| (position(draft), draft)));
        Page {
            rows: page.rows.into_iter().map(|(position, draft)| (position, Arc::clone(draft))).collect(),
            has_next: page.has_next,
            has_previous: page.has_previous,
        }
    });
    connection("DraftOrderConnection", "DraftOrderEdge", page, move |draft: &Arc<Draft>| DraftObject {
        session,
        draft: Arc::clone(draft),
    })
}

/// The root field `draftOrdersCount`.
pub(crate) fn drafts_count<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let search = search(session, info, string(info, "query").as_deref(), &DRAFTS)?;
    let count = session.read(|state| state.drafts.values().filter(|draft| search.matches(draft)).count());
    Ok(ResolvedValue::object(Count(count)))
}

fn sort_value(key: Option<&str>, state: &State, draft: &Draft) -> SortValue {
    let number = |number: u64| SortValue::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let order = &draft.offer.order;
    match key {
        Some("CUSTOMER_NAME") => {
            let customer = order.customer_id.and_then(|id| state.customers.get(&id));
            SortValue::Text(customer.map(|customer| customer.display_name()).unwrap_or_default())
        }
        Some("NUMBER") => number(draft.number),
        Some("STATUS") => SortValue::Text(draft.status().to_owned()),
        Some("TOTAL_PRICE") => thousandths(order.totals.placed.total.shop),
        Some("UPDATED_AT") => SortValue::Number(draft.updated_at.timestamp_millis()),
        _ => number(draft.id),
    }
}
