//! The filters of the request page on orders to import.

use database::Record;
use job_queue::{FilterField, FilterTable, Filters, JobError};
use values::Filter;
use values::field::{FieldType, Kind, Value};
use values::filter::{self, Words};

use crate::orders::to_import::{Entity, Model, SHOPIFY_ORDER_ID};
use crate::sync::ids;

/// The table's name on the request page.
const TABLE: &str = "OrdersToImport";
/// Which attribute keys "Attribute Key Exists" looks for; alone it asks for such an attribute.
const KEY_FILTER: &str = "attributeKeyFilter";
/// Whether an order has an attribute with such a key.
const KEY_EXISTS: &str = "attributeKeyExists";
/// The filters that the request page shows without being asked, in BC's order.
const OFFERED: [&str; 13] = [
    "fullyPaid",
    "financialStatus",
    "fulfillmentStatus",
    "confirmed",
    "importAction",
    "channelName",
    "channelLiableTaxes",
    "orderNumber",
    "highRisk",
    "sellToCountryRegionCode",
    "shipToCountryRegionCode",
    "billToCountryRegionCode",
    "vatAmount",
];

/// The orders to import on the request page, with the two fields that are computed.
pub(super) fn table() -> FilterTable {
    let computed = |name, caption, kind| FilterField { name, own_name: name, caption, kind, offered: true };
    FilterTable::of::<Entity>(TABLE, &OFFERED)
        .with(computed(KEY_FILTER, "Attribute Key Filter", Kind::Text))
        .with(computed(KEY_EXISTS, "Attribute Key Exists", Kind::Boolean))
}

/// What lets an order through.
#[derive(Clone, Debug)]
pub(super) struct OrderFilter {
    /// On the table's own fields.
    pub fields: Filter,
    /// The orders that it names by their ids in Shopify, if it names them one by one.
    pub named: Option<Vec<i64>>,
    keys: Filter,
    exists: Filter,
}

impl OrderFilter {
    /// The filters of a request page, with their date words resolved.
    ///
    /// # Errors
    /// A filter that can't be read: where, and what was expected.
    pub fn resolve(filters: &Filters, words: &Words) -> Result<Self, JobError> {
        let name = |field: &str| format!("{TABLE}.{field}");
        let (key_filter, key_exists) = (name(KEY_FILTER), name(KEY_EXISTS));
        let stored = filters.only(|field| field != key_filter && field != key_exists);
        let computed = |field: &str, kind: Kind| match filters.get(&name(field)) {
            None => Ok(Filter::everything()),
            Some(text) => filter::parse_expression(field, kind, text, words)
                .map_err(|source| JobError::from(job_queue::Error::Filter { field: name(field), source })),
        };
        Ok(Self {
            fields: stored.resolve(&table(), words)?,
            named: filters.get(SHOPIFY_ORDER_ID).and_then(ids),
            keys: computed(KEY_FILTER, Kind::Text)?,
            exists: computed(KEY_EXISTS, Kind::Boolean)?,
        })
    }

    /// Whether it lets the order through.
    pub fn lets_through(&self, row: &Model) -> bool {
        let value_of = |name: &str| Entity::field(name).map_or(Value::Null, |field| Entity::value(row, field.column));
        self.fields.matches(&value_of) && self.attributes_let_through(row)
    }

    /// Whether the order's attributes are as the filters want them.
    pub fn attributes_let_through(&self, row: &Model) -> bool {
        let is_wanted = |key: &str| self.keys.matches(&|_: &str| Value::Text(key.to_owned()));
        let exists = row.attribute_keys.lines().any(is_wanted);
        if self.exists.is_everything() {
            return exists || self.keys.is_everything();
        }
        self.exists.matches(&|_: &str| exists.value())
    }
}
