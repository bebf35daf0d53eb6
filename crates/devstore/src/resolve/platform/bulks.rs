use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::string;
use super::super::connection::{Page, Window, connection};
use super::super::cursor::Position;
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::bulk::BulkObject;
use crate::search::{BULK_OPERATIONS, BulkRow};
use crate::store::bulk::BulkOperation;

/// The connection `bulkOperations`: the newest come first.
pub(super) fn bulks<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &BULK_OPERATIONS)?;
    let by_end = string(info, "sortKey").as_deref() == Some("COMPLETED_AT");
    let position = |bulk: &BulkOperation| {
        let time = if by_end { bulk.completed_at().unwrap_or(session.now) } else { bulk.created_at };
        // The last number comes first among those of one instant, too.
        Position::number(-time.timestamp_millis(), u64::MAX - bulk.id)
    };
    let page: Page<Arc<BulkOperation>> = session.read(|state| {
        let rows = state.bulk.values().map(|bulk| BulkRow { bulk: Arc::clone(bulk), now: session.now });
        window.page(rows.filter(|row| search.matches(row)).map(|row| (position(&row.bulk), row.bulk)))
    });
    connection("BulkOperationConnection", "BulkOperationEdge", page, move |bulk: &Arc<BulkOperation>| BulkObject {
        session,
        bulk: Arc::clone(bulk),
    })
}
