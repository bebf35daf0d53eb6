//! The description of the API, OpenAPI 3.1, from the same declarations as the routes.

use axum::http::Method;
use serde_json::Value;
use utoipa::openapi::header::Header;
use utoipa::openapi::path::{OperationBuilder, Parameter, ParameterBuilder, ParameterIn, Paths};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{ComponentsBuilder, ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    Content, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Required, Response, ResponseBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use crate::refusal::{Detail, Part, Refusal};
use crate::router::api;
use crate::{going_live, kept_lists, queue, records, sales_documents, sets, shapes};

/// Where the API begins.
pub(crate) const BASE: &str = "/api/v1";
const JSON: &str = "application/json";
const TOKEN: &str = "token";
const SESSION: &str = "session";
const ABOUT: &str = "What Kobling keeps, and what it can be told to do. Lists take OData's `$filter`, `$orderby`, `$top`, \
    `$skip`, `$count`, `$select` and `$expand`, Business Central's filter expressions (`filter.status=Error`), a text to \
    `$search` for and `$format=csv`, and lead on by `@odata.nextLink`. Every record has a version \
    (`@odata.etag`, header `ETag`); a change says in `If-Match` which version it means. Amounts are JSON numbers with at \
    most five decimals.";

/// The description of the API.
pub fn openapi() -> OpenApi {
    document(api().paths)
}

/// The description of the API as it is committed and published.
pub fn openapi_json() -> String {
    let mut document = serde_json::to_value(openapi()).unwrap_or_default();
    in_order(&mut document);
    format!("{document:#}\n")
}

/// Extensions stand in no order of their own: here in that of their names, after everything else, so that the text is
/// the same each time.
fn in_order(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let mut extensions: Vec<_> = fields.keys().filter(|name| name.starts_with("x-")).cloned().collect();
            extensions.sort();
            for name in extensions {
                if let Some(extension) = fields.shift_remove(&name) {
                    fields.insert(name, extension);
                }
            }
            fields.values_mut().for_each(in_order);
        }
        Value::Array(values) => values.iter_mut().for_each(in_order),
        _ => {}
    }
}

pub(crate) fn document(paths: Paths) -> OpenApi {
    let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("An API token.")).build();
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description("kobling_session", "Set by `POST /api/v1/session`."));
    let mut components = ComponentsBuilder::new()
        .security_scheme(TOKEN, SecurityScheme::Http(scheme))
        .security_scheme(SESSION, SecurityScheme::ApiKey(cookie))
        .schema("Error", Refusal::schema())
        .schema("ErrorDetail", Detail::schema())
        .schema("ErrorPart", Part::schema());
    for (name, parameter_in, kind, about) in PARAMETERS {
        let made = parameter(name, parameter_in.clone(), kind.clone(), about);
        components = components.parameter(name.trim_start_matches('$'), made);
    }
    for (name, about) in REFUSALS {
        components = components.response(*name, error(about));
    }
    for (name, schema) in
        shapes::all().into_iter().chain(going_live::shapes()).chain(kept_lists::forms()).chain(sales_documents::forms())
    {
        components = components.schema(name, schema);
    }
    components = components.schema(queue::setup().name(), records::schema(queue::setup()));
    for resource in sets::all() {
        components = components.schema(resource.name(), records::schema(&**resource));
    }
    OpenApiBuilder::new()
        .info(InfoBuilder::new().title("Kobling").version(env!("CARGO_PKG_VERSION")).description(Some(ABOUT)).build())
        .paths(paths)
        .components(Some(components.build()))
        .security(Some([TOKEN, SESSION].map(|scheme| SecurityRequirement::new(scheme, Vec::<String>::new()))))
        .build()
}

/// Adds what every operation has: its name, the parameter of its path, and the errors that any may answer with; those of
/// the ones that need a `caller` too.
pub(crate) fn finish(method: &Method, path: &str, mut operation: OperationBuilder, caller: bool) -> OperationBuilder {
    operation = operation.operation_id(Some(operation_id(method, path)));
    if path.contains("{id}") {
        operation = operation.parameter_ref(shared("id")).response("404", refused("NotFound"));
    }
    if !caller {
        return operation;
    }
    operation.response("401", refused("Unauthorized")).response("403", refused("Forbidden"))
}

/// A parameter that many operations have, from [`PARAMETERS`].
pub(crate) fn shared(name: &str) -> Ref {
    Ref::new(format!("#/components/parameters/{}", name.trim_start_matches('$')))
}

/// An answer that many operations have, from [`REFUSALS`].
pub(crate) fn refused(name: &str) -> Ref {
    Ref::from_response_name(name)
}

/// The parameters that many operations have.
const PARAMETERS: &[(&str, ParameterIn, Type, &str)] = &[
    ("id", ParameterIn::Path, Type::String, "The record's id."),
    ("$filter", ParameterIn::Query, Type::String, "OData, as `status eq 'Ready' and (objectIdToRun eq 30104)`."),
    (
        "filter.FIELD",
        ParameterIn::Query,
        Type::String,
        "A filter expression of Business Central for one field, by its name: `filter.status=Error|Ready`, \
         `filter.lastModifiedDateTime=-7D..`, `filter.userId=%me`. Several narrow the list together.",
    ),
    ("$format", ParameterIn::Query, Type::String, "`csv`: the whole list as a file, captions first; else `json`."),
    ("$top", ParameterIn::Query, Type::Integer, "How many records in all."),
    ("$skip", ParameterIn::Query, Type::Integer, "How many records to pass over, at most 10,000."),
    ("$skiptoken", ParameterIn::Query, Type::String, "Where the page before ended; from `@odata.nextLink`."),
    ("$count", ParameterIn::Query, Type::Boolean, "Whether to count what the filter lets through."),
    ("$select", ParameterIn::Query, Type::String, "Which fields, separated by commas."),
    (
        "Prefer",
        ParameterIn::Header,
        Type::String,
        "`odata.maxpagesize=n`: how many records a page may have, at most 1,000.",
    ),
    ("If-Match", ParameterIn::Header, Type::String, "The record's `@odata.etag`, or `*`."),
];

/// The refusals that many operations answer with.
const REFUSALS: &[(&str, &str)] = &[
    ("BadRequest", "The request is wrong; the message says what would do."),
    ("Unauthorized", "Nobody is signed in, and there is no valid API token."),
    ("Forbidden", "The caller's permission set does not allow it."),
    ("NotFound", "There is no such record."),
    ("PreconditionFailed", "The record was changed meanwhile."),
    ("PreconditionRequired", "`If-Match` is missing."),
];

/// `get_salesOrders_id_salesOrderLines`, `post_shopifyShops_id_Kobling_sync`.
fn operation_id(method: &Method, path: &str) -> String {
    let words = path.split(['/', '.']).map(|word| word.trim_matches(['{', '}']));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    format!("{}_{}", method.as_str().to_lowercase(), words.join("_"))
}

/// A query option or header.
pub(crate) fn parameter(name: &str, parameter_in: ParameterIn, kind: Type, description: &str) -> Parameter {
    let required = if parameter_in == ParameterIn::Path { Required::True } else { Required::False };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(parameter_in)
        .required(required)
        .description(Some(description))
        .schema(Some(ObjectBuilder::new().schema_type(kind).build()))
        .build()
}

/// With the header that says which version a change means: it must be there.
pub(crate) fn versioned(operation: OperationBuilder) -> OperationBuilder {
    may_say_version(operation).response("428", refused("PreconditionRequired"))
}

/// With the header that says which version an action means: it may be there.
pub(crate) fn may_say_version(operation: OperationBuilder) -> OperationBuilder {
    operation.parameter_ref(shared("If-Match")).response("412", refused("PreconditionFailed"))
}

/// An answer of that schema.
pub(crate) fn json(description: &str, schema: impl Into<RefOr<Schema>>) -> Response {
    ResponseBuilder::new().description(description).content(JSON, Content::new(Some(schema))).build()
}

/// An answer of one record, with its version.
pub(crate) fn record(description: &str, set: &str) -> Response {
    let mut response = json(description, Ref::from_schema_name(set));
    let etag = Header::new(ObjectBuilder::new().schema_type(Type::String).build());
    response.headers.insert("ETag".to_owned(), RefOr::T(etag));
    response
}

/// An answer without a body.
pub(crate) fn empty(description: &str) -> Response {
    Response::new(description)
}

/// An error.
pub(crate) fn error(description: &str) -> Response {
    json(description, Ref::from_schema_name("Error"))
}

/// A body of type `T`, which [`shapes::all`] describes.
pub(crate) fn body<T: ToSchema>(description: &str) -> RequestBody {
    body_like(&T::name(), description)
}

/// A body of that schema.
pub(crate) fn body_like(schema: &str, description: &str) -> RequestBody {
    RequestBodyBuilder::new()
        .description(Some(description))
        .required(Some(Required::True))
        .content(JSON, Content::new(Some(Ref::from_schema_name(schema))))
        .build()
}

/// A body of type `T` that may be left out.
pub(crate) fn optional_body<T: ToSchema>(description: &str) -> RequestBody {
    let mut body = body::<T>(description);
    body.required = Some(Required::False);
    body
}

/// The stream of events.
pub(crate) fn events() -> OperationBuilder {
    let stream = ContentBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::String).build())).build();
    let response = ResponseBuilder::new()
        .description("Server-sent events, each with `topic`, `id` and `version`; a comment every 15 seconds.")
        .content("text/event-stream", stream)
        .build();
    OperationBuilder::new()
        .tag("events")
        .summary(Some("What changes, as it changes"))
        .description(Some(
            "Tells that a record has changed, not how: read it again. The topic `*` means that anything may have.",
        ))
        .response("200", response)
}
