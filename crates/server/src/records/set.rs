use std::marker::PhantomData;
use std::sync::Arc;

use access::Area;
use database::{Record, list};
use futures::future::BoxFuture;
use sea_orm::{ColumnTrait, IdenStatic, Iterable, ModelTrait, PrimaryKeyToColumn, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::field::Value;
use values::filter::{Filter, Test};

use super::computed::{Computed, Snapshot};
use super::etag::ETag;
use super::load::{ID, find};
use super::query::Query;
use super::resource::{Child, Field, Page, Personal, Resource};
use super::row::Row;
use crate::Error;

/// A field that the API shows by another name than its entity does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Renamed {
    /// Its name in the entity.
    pub(crate) own_name: &'static str,
    /// Its name in the API.
    pub(crate) name: &'static str,
    /// Its caption in the API.
    pub(crate) caption: &'static str,
}

/// The set of the records of one entity.
pub(crate) struct Set<E: Record> {
    name: &'static str,
    caption: &'static str,
    area: Area,
    fields: Vec<Field>,
    left_out: &'static [&'static str],
    children: Vec<Child>,
    order: &'static [&'static str],
    personal: Option<Personal>,
    only: Option<(&'static str, &'static str)>,
    computed: Vec<Computed>,
    entity: PhantomData<fn() -> E>,
}

impl<E: Record> Set<E> {
    /// The entity's records, for whom the area is open.
    pub(crate) fn new(area: Area) -> Self {
        let is_key = |column: E::Column| E::PrimaryKey::iter().any(|key| key.into_column().as_str() == column.as_str());
        let fields = E::fields().iter().map(|field| Field {
            name: field.name,
            own_name: field.name,
            caption: field.caption,
            kind: field.kind,
            nullable: field.nullable,
            filterable: field.filterable,
            searched: field.is_searched(),
            sortable: field.sortable || is_key(field.column),
            changeable: false,
        });
        Self {
            name: E::NAME,
            caption: E::CAPTION,
            area,
            fields: fields.collect(),
            left_out: &[],
            children: Vec::new(),
            order: &[],
            personal: None,
            only: None,
            computed: Vec::new(),
            entity: PhantomData,
        }
    }

    /// Under another name than the entity's, and with another caption for one of its records: where the entity's records
    /// make several sets.
    pub(crate) fn named(mut self, name: &'static str, caption: &'static str) -> Self {
        (self.name, self.caption) = (name, caption);
        self
    }

    /// With these fields renamed.
    pub(crate) fn renamed(mut self, names: &[Renamed]) -> Self {
        for field in &mut self.fields {
            if let Some(renamed) = names.iter().find(|renamed| renamed.own_name == field.own_name) {
                (field.name, field.caption) = (renamed.name, renamed.caption);
            }
        }
        self
    }

    /// Without these fields, which say nothing in this set.
    pub(crate) fn without(mut self, names: &'static [&'static str]) -> Self {
        self.fields.retain(|field| !names.contains(&field.own_name));
        self.left_out = names;
        self
    }

    /// A change of a record may set these fields.
    pub(crate) fn changed_by<N: AsRef<str>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        for name in names {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == name.as_ref()) {
                field.changeable = true;
            }
        }
        self
    }

    /// Where its records are shown with the record they belong to, they stand in the order of these fields.
    pub(crate) fn in_order(mut self, order: &'static [&'static str]) -> Self {
        self.order = order;
        self
    }

    /// Its records are shown to the user of each alone.
    pub(crate) fn personal(mut self, personal: Personal) -> Self {
        self.personal = Some(personal);
        self
    }

    /// Of the entity's records, only those whose `field` is the option `value`.
    pub(crate) fn only(mut self, field: &'static str, value: &'static str) -> Self {
        self.only = Some((field, value));
        self
    }

    /// What all its records have in common.
    fn own(&self) -> Option<Filter> {
        let (field, value) = self.only?;
        Some(Filter::field(field, Test::Equal(Value::Text(value.to_owned()))))
    }

    /// With fields that its records do not hold.
    pub(crate) fn computing(mut self, computed: Computed) -> Self {
        self.fields.extend(computed.described());
        self.computed.push(computed);
        self
    }

    /// With the records of `child`, which belong to one of this set by their `field`.
    pub(crate) fn with(mut self, child: &Arc<dyn Resource>, field: &'static str) -> Self {
        self.children.push(Child { resource: child.clone(), field });
        self
    }

    /// Whether a record of the entity is one of its own.
    fn has(&self, model: &E::Model) -> bool {
        let Some((name, value)) = self.only else { return true };
        E::field(name).is_some_and(|field| E::value(model, field.column) == Value::Text(value.to_owned()))
    }

    async fn rows(&self, snapshot: &Snapshot, models: &[E::Model]) -> Result<Vec<Row>, Error>
    where
        E::Model: ModelTrait<Entity = E>,
    {
        let mut rows: Vec<Row> = models.iter().map(|model| self.row(model)).collect();
        for computed in &self.computed {
            computed.complete(snapshot, &mut rows).await?;
        }
        Ok(rows)
    }

    /// A record as the API shows it, without computed fields.
    pub(crate) fn row(&self, model: &E::Model) -> Row
    where
        E::Model: ModelTrait<Entity = E>,
    {
        let shown = E::fields().iter().filter(|field| !self.left_out.contains(&field.name));
        let values = shown.map(|field| E::value(model, field.column));
        let fields: Vec<_> = self.fields.iter().map(|field| field.name).zip(values).collect();
        let id = fields.iter().find_map(|field| match field {
            (ID, Value::Id(id)) => Some(*id),
            _ => None,
        });
        Row { id, etag: ETag::of::<E>(model), fields, expanded: Vec::new() }
    }
}

impl<E> Resource for Set<E>
where
    E: Record,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    fn name(&self) -> &'static str {
        self.name
    }

    fn caption(&self) -> &'static str {
        self.caption
    }

    fn area(&self) -> Area {
        self.area
    }

    fn fields(&self) -> &[Field] {
        &self.fields
    }

    fn order(&self) -> &'static [&'static str] {
        self.order
    }

    fn personal(&self) -> Option<Personal> {
        self.personal
    }

    fn children(&self) -> &[Child] {
        &self.children
    }

    fn list<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        query: &'a Query,
        filter: Filter,
    ) -> BoxFuture<'a, Result<Page, Error>> {
        Box::pin(async move {
            let filter = match self.own() {
                Some(own) => Filter::All(vec![own, filter]),
                None => filter,
            };
            let page = list::list::<E>(&snapshot.read, &query.of_page(filter)).await?;
            let rows = self.rows(snapshot, &page.rows).await?;
            Ok(Page { rows, next: page.next, count: page.count })
        })
    }

    fn get<'a>(&'a self, snapshot: &'a Snapshot, id: Uuid) -> BoxFuture<'a, Result<Option<Row>, Error>> {
        Box::pin(async move {
            let found = find::<E>(&snapshot.read, id).await?.filter(|model| self.has(model));
            Ok(self.rows(snapshot, found.as_slice()).await?.pop())
        })
    }

    fn belonging<'a>(
        &'a self,
        snapshot: &'a Snapshot,
        field: &'a str,
        ids: &'a [Uuid],
    ) -> BoxFuture<'a, Result<Vec<(Uuid, Row)>, Error>> {
        Box::pin(async move {
            let Some(owner) = E::field(field) else { return Ok(Vec::new()) };
            let mut select = E::find().filter(owner.column.is_in(ids.iter().copied()));
            for field in self.order.iter().copied().chain([ID]).filter_map(E::field) {
                select = select.order_by_asc(field.column);
            }
            let models = select.all(&snapshot.read).await?;
            let rows = self.rows(snapshot, &models).await?;
            let owned = models.iter().zip(rows).filter_map(|(model, row)| match E::value(model, owner.column) {
                Value::Id(owner) => Some((owner, row)),
                _ => None,
            });
            Ok(owned.collect())
        })
    }
}
