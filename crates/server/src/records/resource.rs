use std::sync::Arc;

use access::Area;
use futures::future::BoxFuture;
use uuid::Uuid;
use values::field::Kind;
use values::filter::Filter;

use super::computed::Snapshot;
use super::query::Query;
use super::row::Row;
use crate::Error;

/// A field as the API shows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name in the API.
    pub(crate) name: &'static str,
    /// Its name in the entity; another one where the connector has a name of its own for it.
    pub(crate) own_name: &'static str,
    /// Its caption.
    pub(crate) caption: &'static str,
    /// Its kind.
    pub(crate) kind: Kind,
    /// Whether it may be blank.
    pub(crate) nullable: bool,
    /// Whether filters may ask for it.
    pub(crate) filterable: bool,
    /// Whether `$search` looks at it.
    pub(crate) searched: bool,
    /// Whether lists may be ordered by it.
    pub(crate) sortable: bool,
    /// Whether a change of the record may set it.
    pub(crate) changeable: bool,
}

/// Records that belong to a record of another set.
#[derive(Clone)]
pub(crate) struct Child {
    /// Their set.
    pub(crate) resource: Arc<dyn Resource>,
    /// The field that holds the id of the record they belong to.
    pub(crate) field: &'static str,
}

/// That records are shown to one user each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Personal {
    /// The field that names the user.
    pub(crate) owner: &'static str,
    /// The field by which the latest come first.
    pub(crate) latest: &'static str,
}

/// One page of a set.
#[derive(Debug)]
pub(crate) struct Page {
    /// The records.
    pub(crate) rows: Vec<Row>,
    /// Where the next page begins; nothing when this is the last.
    pub(crate) next: Option<String>,
    /// How many records the filter lets through, when that was asked.
    pub(crate) count: Option<u64>,
}

/// A set of records that the API serves. The one implementation is [`Set`](super::Set); what stands on it needs no type parameter.
pub(crate) trait Resource: Send + Sync {
    /// The name of the set.
    fn name(&self) -> &'static str;
    /// The caption of one record.
    fn caption(&self) -> &'static str;
    /// Whose permission it takes to read it.
    fn area(&self) -> Area;
    /// The fields, in order.
    fn fields(&self) -> &[Field];
    /// The fields that order its records where they stand with the record they belong to.
    fn order(&self) -> &'static [&'static str];
    /// The sets that can be expanded.
    fn children(&self) -> &[Child];
    /// To whom its records are shown, when not to everyone.
    fn personal(&self) -> Option<Personal>;
    /// A page.
    fn list<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        query: &'a Query,
        filter: Filter,
    ) -> BoxFuture<'a, Result<Page, Error>>;
    /// One record.
    fn get<'a>(&'a self, snapshot: &'a Snapshot, id: Uuid) -> BoxFuture<'a, Result<Option<Row>, Error>>;
    /// The records that belong to those with the given ids, each with the id of the record it belongs to.
    fn belonging<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        field: &'a str,
        ids: &'a [Uuid],
    ) -> BoxFuture<'a, Result<Vec<(Uuid, Row)>, Error>>;

    /// The field of that name.
    fn field(&self, name: &str) -> Option<&Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The set of that name that can be expanded.
    fn child(&self, name: &str) -> Option<&Child> {
        self.children().iter().find(|child| child.resource.name() == name)
    }
}
