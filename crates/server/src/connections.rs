//! How a shop is connected to its store: added, entered anew, tested, bound to this installation.

use access::Principal;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::{Extension, Json};
use connector::shops::{self, Credentials, Entity, NewShop};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, found, shown};
use crate::shops::{CHANGE, RUN, TAG};
use crate::{App, Error};

/// How a store is entered: an access token; or a client id and a client secret; or these two and a refresh token.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewShopBody {
    /// What people call it.
    code: String,
    /// The store's address, as `my-store.myshopify.com` or `https://admin.shopify.com/store/my-store`.
    domain: String,
    /// Where the Admin API is reached, if not at the store's own address.
    admin_url: Option<String>,
    /// An access token that is good for ever. It is kept sealed and never shown.
    #[schema(value_type = Option<String>, format = Password)]
    token: Option<SecretString>,
    /// The client id of an app.
    client_id: Option<String>,
    /// Its client secret. It is kept sealed and never shown.
    #[schema(value_type = Option<String>, format = Password)]
    client_secret: Option<SecretString>,
    /// The refresh token of an expiring offline token. It is kept sealed and never shown.
    #[schema(value_type = Option<String>, format = Password)]
    refresh_token: Option<SecretString>,
}

/// Another way into the store.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Connection {
    /// An access token that is good for ever. It is kept sealed and never shown.
    #[schema(value_type = Option<String>, format = Password)]
    token: Option<SecretString>,
    /// The client id of an app.
    client_id: Option<String>,
    /// Its client secret. It is kept sealed and never shown.
    #[schema(value_type = Option<String>, format = Password)]
    client_secret: Option<SecretString>,
    /// The refresh token of an expiring offline token. It is kept sealed and never shown.
    #[schema(value_type = Option<String>, format = Password)]
    refresh_token: Option<SecretString>,
    /// Where the Admin API is reached, if that has changed.
    admin_url: Option<String>,
}

/// What the store says of itself, and of what the app may do there.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TestBody {
    /// The store's name.
    name: String,
    /// Its internal address.
    domain: String,
    /// Its currency.
    currency_code: String,
    /// Its time zone.
    time_zone: String,
    /// The access scopes of the app, with commas between them.
    granted_scopes: String,
    /// What Kobling does in a store, and what is missing for it.
    capabilities: Vec<CapabilityBody>,
    /// The topics, as `orders/create`, of which the store was to tell by webhooks, and does not any more.
    missing_webhooks: Vec<String>,
    /// Whether these are registered again.
    webhooks_registered_again: bool,
}

/// Something that Kobling does in a store.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Capability)]
pub(crate) struct CapabilityBody {
    /// `orders`, `customers`, `products`, `payments`, `olderOrders`, `paymentTerms`, `locations`, `fulfillmentOrders`, `shipping`, `giftCards`, `returns`.
    capability: &'static str,
    /// The access scopes that it needs.
    scopes: Vec<&'static str>,
    /// Those that the app lacks; none when it works.
    missing: Vec<&'static str>,
    /// What does not work without them.
    without: &'static str,
    /// Whether a shop is of use without it.
    optional: bool,
}

impl From<shops::Tested> for TestBody {
    fn from(tested: shops::Tested) -> Self {
        let shops::Tested { shop, granted, access, webhooks } = tested;
        let capability = |access: shops::Access| CapabilityBody {
            capability: access.capability.key,
            scopes: access.capability.scopes.to_vec(),
            missing: access.missing,
            without: access.capability.without,
            optional: access.capability.is_optional,
        };
        Self {
            name: shop.name,
            domain: shop.myshopify_domain,
            currency_code: shop.currency_code.0,
            time_zone: shop.iana_timezone,
            granted_scopes: granted.to_string(),
            capabilities: access.into_iter().map(capability).collect(),
            missing_webhooks: webhooks.untold.iter().map(|topic| topic.caption().to_owned()).collect(),
            webhooks_registered_again: webhooks.is_mended,
        }
    }
}

/// Adds the routes that connect shops.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Add a shop"))
        .description(Some(
            "It is entered with an access token, or a client id and a client secret, or these two and a refresh token. It is not enabled yet: `Kobling.enable` does that, once its store answers.",
        ))
        .request_body(Some(body::<NewShopBody>("The shop.")))
        .response("201", record("The shop card.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("There is a shop of that code."));
    api.route(Method::POST, "/shopifyShops", CHANGE, document, add);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Give a shop other credentials"))
        .description(Some("Nothing is asked of the store: `Kobling.test` does that."))
        .request_body(Some(body::<Connection>("The way into the store.")))
        .response("200", record("The shop card.", TAG))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.connect", CHANGE, may_say_version(document), connect);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Test the connection to the store"))
        .description(Some(
            "The shop card keeps whether the store has answered, and what the app may do there. Webhooks that the store has lost are registered again.",
        ))
        .response("200", json("The store answers.", Ref::from_schema_name(TestBody::name())))
        .response("502", error("The store does not answer, or refuses."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.test", RUN, document, test);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make this installation the one that syncs the shop"))
        .description(Some(
            "After the database was copied or restored. The shop is not enabled yet: `Kobling.enable` does that.",
        ))
        .response("200", record("The shop card.", TAG));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.bind", CHANGE, may_say_version(document), bind);
}

async fn add(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(new): Body<NewShopBody>,
) -> Result<Response, Error> {
    let NewShopBody { code, domain, admin_url, token, client_id, client_secret, refresh_token } = new;
    let credentials = Credentials::of(token, client_id, client_secret, refresh_token)?;
    let shop = shops::add(&app.connector, &caller, NewShop { code, domain, admin_url, credentials }).await?;
    shown::<Entity>(&app, StatusCode::CREATED, shop.id).await
}

async fn connect(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(new): Body<Connection>,
) -> Result<Response, Error> {
    let shop = found::<Entity>(&app, id, &version).await?;
    let credentials = Credentials::of(new.token, new.client_id, new.client_secret, new.refresh_token)?;
    shops::connect(&app.connector, &caller, shop.code.as_str(), credentials, new.admin_url.as_deref()).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}

async fn test(State(app): State<App>, RecordId(id): RecordId) -> Result<Json<TestBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    Ok(Json(shops::test(&app.connector, shop.code.as_str()).await?.into()))
}

async fn bind(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<Response, Error> {
    let shop = found::<Entity>(&app, id, &version).await?;
    shops::bind(&app.connector, &caller, shop.code.as_str()).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}
