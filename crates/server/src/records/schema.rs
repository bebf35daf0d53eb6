use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::{
    ArrayBuilder, KnownFormat, Object, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{ContentBuilder, Ref, RefOr};
use values::field::Kind;

use super::resource::{Field, Resource};
use crate::openapi::{json, parameter, record, refused, shared};

/// The schema of one record of the set.
pub(crate) fn schema(resource: &dyn Resource) -> Schema {
    let version = ObjectBuilder::new().schema_type(Type::String).description(Some("The record's version."));
    let mut object = ObjectBuilder::new().title(Some(resource.caption())).property("@odata.etag", version.build());
    for field in resource.fields() {
        object = object.property(field.name, of_field(field));
    }
    for child in resource.children() {
        let name = child.resource.name();
        let list = ArrayBuilder::new().items(record_ref(name)).description(Some("When it is expanded."));
        object = object.property(name, list.build());
    }
    Schema::Object(object.build())
}

/// The schema of what a record is made of: these fields of it.
pub(crate) fn form(resource: &dyn Resource, names: &[&str]) -> Schema {
    let fields = resource.fields().iter().filter(|field| names.contains(&field.name));
    let object = fields.fold(ObjectBuilder::new().title(Some(resource.caption())), |object, field| {
        object.property(field.name, of_field(&Field { changeable: true, ..*field }))
    });
    Schema::Object(object.build())
}

/// A reference to it.
pub(crate) fn record_ref(set: &str) -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(set))
}

fn of_field(field: &Field) -> Object {
    let (kind, format) = match field.kind {
        Kind::Text | Kind::Code | Kind::Option(_) => (Type::String, None),
        Kind::Boolean => (Type::Boolean, None),
        Kind::Integer => (Type::Integer, Some(KnownFormat::Int64)),
        Kind::Decimal => (Type::Number, None),
        Kind::Date => (Type::String, Some(KnownFormat::Date)),
        Kind::Time => (Type::String, Some(KnownFormat::Time)),
        Kind::DateTime => (Type::String, Some(KnownFormat::DateTime)),
        Kind::Id => (Type::String, Some(KnownFormat::Uuid)),
    };
    let kind = if field.nullable { SchemaType::from_iter([kind, Type::Null]) } else { SchemaType::new(kind) };
    let lists = Extensions::builder().add("x-filterable", field.filterable).add("x-sortable", field.sortable);
    let mut object = ObjectBuilder::new()
        .schema_type(kind)
        .format(format.map(SchemaFormat::KnownFormat))
        .title(Some(field.caption))
        .extensions(Some(lists.build()));
    if !field.changeable {
        object = object.read_only(true);
    }
    if let Kind::Option(captions) = field.kind
        && !field.nullable
    {
        object = object.enum_values(Some(captions.iter().copied()));
    }
    object.build()
}

fn sortable(resource: &dyn Resource) -> String {
    let fields = resource.fields().iter().filter(|field| field.sortable);
    fields.map(|field| field.name).collect::<Vec<_>>().join(", ")
}

/// The documentation of a list; of the records that belong to one of `owner`, when that is given.
pub(crate) fn document_list(resource: &dyn Resource, owner: Option<&dyn Resource>) -> OperationBuilder {
    let value = ArrayBuilder::new().items(record_ref(resource.name()));
    let list = ObjectBuilder::new()
        .property("@odata.count", ObjectBuilder::new().schema_type(Type::Integer).build())
        .property("value", value.build())
        .required("value")
        .property("@odata.nextLink", ObjectBuilder::new().schema_type(Type::String).build());
    let summary = match owner {
        Some(owner) => format!("{} of one {}", resource.name(), owner.caption()),
        None => format!("List {}", resource.name()),
    };
    let searched: Vec<_> = resource.fields().iter().filter(|field| field.searched).map(|field| field.name).collect();
    let searched = format!("Contained, in whatever case, in one of: {}.", searched.join(", "));
    let sortable = format!("Fields with asc or desc: {}.", sortable(resource));
    let operation = OperationBuilder::new()
        .tag(resource.name())
        .summary(Some(summary))
        .parameter_ref(shared("$filter"))
        .parameter_ref(shared("filter.FIELD"))
        .parameter(parameter("$search", ParameterIn::Query, Type::String, &searched))
        .parameter(parameter("$orderby", ParameterIn::Query, Type::String, &sortable))
        .parameter_ref(shared("$top"))
        .parameter_ref(shared("$skip"))
        .parameter_ref(shared("$skiptoken"))
        .parameter_ref(shared("$count"))
        .parameter_ref(shared("$format"))
        .parameter_ref(shared("Prefer"));
    let mut page = json("A page; with `$format=csv` the whole list.", list.build());
    let file = ContentBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String).build()));
    page.content.insert("text/csv".to_owned(), RefOr::T(file.build()));
    selection(operation, resource).response("200", page).response("400", refused("BadRequest"))
}

/// The documentation of a single record.
pub(crate) fn document_record(resource: &dyn Resource) -> OperationBuilder {
    let summary = format!("Read one {}", resource.caption());
    let operation = OperationBuilder::new().tag(resource.name()).summary(Some(summary));
    selection(operation, resource)
        .response("200", record("The record.", resource.name()))
        .response("400", refused("BadRequest"))
}

fn selection(operation: OperationBuilder, resource: &dyn Resource) -> OperationBuilder {
    let operation = operation.parameter_ref(shared("$select"));
    let children: Vec<_> = resource.children().iter().map(|child| child.resource.name()).collect();
    if children.is_empty() {
        return operation;
    }
    let about = format!("What to show with it: {}.", children.join(", "));
    operation.parameter(parameter("$expand", ParameterIn::Query, Type::String, &about))
}
