use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::bulk::BulkOperation;

/// A bulk operation, as it is now.
pub(crate) struct BulkRow {
    pub bulk: Arc<BulkOperation>,
    pub now: DateTime<Utc>,
}

/// What `bulkOperations` may be searched by.
pub(crate) static BULK_OPERATIONS: Searchable<BulkRow> = Searchable {
    fields: &[
        Field { name: "created_at", kind: Kind::Time, get: |row| Found::Time(row.bulk.created_at) },
        Field { name: "id", kind: Kind::Id, get: |row| Found::Id(row.bulk.id) },
        Field { name: "operation_type", kind: Kind::Text, get: |row| Found::text(row.bulk.type_name()) },
        Field { name: "status", kind: Kind::Text, get: |row| Found::text(row.bulk.status(row.now)) },
    ],
    words: |_| Found::Nothing,
};
