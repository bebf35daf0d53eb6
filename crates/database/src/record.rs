use sea_orm::{EntityTrait, ModelTrait};
use values::field::{Kind, Value};

/// What the program knows of one field of a table: written once, in the entity, and used by filters, lists, the API's
/// description and the pages.
#[derive(Clone, Copy, Debug)]
pub struct Field<C: 'static> {
    /// The column.
    pub column: C,
    /// Its name in the API and in filters, camelCase of BC's field name.
    pub name: &'static str,
    /// Its caption, in English.
    pub caption: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// Whether it may be blank.
    pub nullable: bool,
    /// Whether filters may ask for it.
    pub filterable: bool,
    /// Whether a list may be ordered by it: there is an index.
    pub sortable: bool,
}

/// An entity that is described. Derive it on the entity's `Model` with [`macro@crate::Record`].
pub trait Record: EntityTrait + Default {
    /// The entity set in the API, as `salesOrders`.
    const NAME: &'static str;
    /// The caption of one record, as "Sales Order".
    const CAPTION: &'static str;
    /// The table of its texts, if it has one: see [`crate::search`].
    const SEARCH: Option<&'static str>;

    /// The fields that are shown, in order.
    fn fields() -> &'static [Field<Self::Column>];

    /// The value of one field of a record.
    fn value(model: &Self::Model, column: Self::Column) -> Value;

    /// The field of that name.
    fn field(name: &str) -> Option<&'static Field<Self::Column>> {
        Self::fields().iter().find(|field| field.name == name)
    }

    /// The record as JSON, fields in order.
    fn json(model: &Self::Model) -> serde_json::Map<String, serde_json::Value>
    where
        Self::Model: ModelTrait<Entity = Self>,
    {
        Self::fields().iter().map(|field| (field.name.to_owned(), Self::value(model, field.column).json())).collect()
    }
}
