//! Shopify products and variants: what a person says they are here.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::MOST_CHOSEN;
use connector::products::{items, map, staged};
use connector::watermark::Kind;
use connector::{shops, sync};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::Code;

use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, empty, error, json, may_say_version};
use crate::orders_to_import::ChangedBody;
use crate::records::{IfMatch, RecordId, found, load};
use crate::{App, Error};

const RUN: (Area, Action) = (Area::Synchronization, Action::Run);
const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);
const RESET: (Area, Action) = (Area::Shops, Action::Change);
const SHOPS: &str = "shopifyShops";
const PRODUCTS: &str = "shopifyProducts";
const VARIANTS: &str = "shopifyVariants";

/// The products that someone chose.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChosenProducts {
    /// Their ids in `shopifyProducts`.
    ids: Vec<Uuid>,
}

/// Which item a product is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ProductMapping {
    /// The item; blank: none.
    #[schema(value_type = String)]
    item_number: Code<20>,
}

/// Which item, or which variant of one, a Shopify variant is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct VariantMapping {
    /// The item; blank: none.
    #[schema(value_type = String)]
    pub(crate) item_number: Code<20>,
    /// The item's variant; blank: the item as a whole.
    #[serde(default)]
    #[schema(value_type = String)]
    pub(crate) variant_code: Code<10>,
}

/// What has come of products that are to be items.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MadeItemsBody {
    /// Products of which items were made, or whose items were there.
    created: u64,
    /// Products of which none could be made: their `errorMessage` says why.
    failed: u64,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(SHOPS)
        .summary(Some("Read the products of a shop again from the beginning"))
        .description(Some(
            "What is here stays; the next sync reads all of them, and what says nothing new is unchanged.",
        ))
        .response("204", empty("The next sync reads them."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.resetProducts", RESET, document, reset);

    let about = "Its variants that are no items yet are that item, too; all of them where there is nothing to choose. Orders \
                 that wait for the item are taken up by the next run.";
    let document =
        mapping(PRODUCTS, "Say which item a product is", about).request_body(Some(body::<ProductMapping>("The item.")));
    let path = "/shopifyProducts/{id}/Kobling.map";
    api.route(Method::POST, path, RUN, may_say_version(document), map_product);

    let about = "Orders that wait for the item are taken up by the next run.";
    let document = mapping(VARIANTS, "Say which item a variant is", about)
        .request_body(Some(body::<VariantMapping>("The item, and its variant.")));
    let path = "/shopifyVariants/{id}/Kobling.map";
    api.route(Method::POST, path, RUN, may_say_version(document), map_variant);

    let about = format!(
        "By their SKUs and bar codes, as *SKU Mapping* on the shop card says and every run does; at most {MOST_CHOSEN} \
         products. Nothing is asked of the store."
    );
    let document = OperationBuilder::new()
        .tag(PRODUCTS)
        .summary(Some("Look for the items of chosen products"))
        .description(Some(about))
        .request_body(Some(body::<ChosenProducts>("The products.")))
        .response("200", json("How many variants have got an item.", Ref::from_schema_name(ChangedBody::name())))
        .response("400", error("None is chosen, or too many are."));
    api.route(Method::POST, "/shopifyProducts/Kobling.findMappings", RUN, document, find_mappings);

    let about = format!(
        "From the *Item Template Code* of the shop card, where *Auto Create Unknown Items* is on; at most {MOST_CHOSEN} \
         products, each by itself. What stands against one is its `errorMessage`."
    );
    let document = OperationBuilder::new()
        .tag(PRODUCTS)
        .summary(Some("Create the items of chosen products"))
        .description(Some(about))
        .request_body(Some(body::<ChosenProducts>("The products.")))
        .response("200", json("What has come of it.", Ref::from_schema_name(MadeItemsBody::name())))
        .response("400", error("None is chosen, too many are, or one is not there."));
    api.route(Method::POST, "/shopifyProducts/Kobling.createItems", CHANGE, document, create_items);
}

fn mapping(tag: &str, summary: &str, about: &str) -> OperationBuilder {
    OperationBuilder::new()
        .tag(tag)
        .summary(Some(summary))
        .description(Some(about))
        .response("204", empty("It is that item."))
        .response("400", error("There is no such item, or it has no such variant: the target names the field."))
}

async fn reset(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<StatusCode, Error> {
    let shop = found::<shops::Entity>(&app, id, &IfMatch::Any).await?;
    sync::reset(&app.connector, &caller, (shop.code.as_str(), Kind::Products), None).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn map_product(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(to): Body<ProductMapping>,
) -> Result<StatusCode, Error> {
    let (here, caller, version, item) = (&app, &caller, &version, &to.item_number);
    let write = |tx| async move {
        let before = version.hold::<staged::product::Entity>(&tx, id).await?;
        map::map_product_in(&tx, caller, id, item).await?;
        let after = load::<staged::product::Entity>(&tx, id).await?;
        audited::<staged::product::Entity>(here, &tx, caller, Some(&before), Some(&after)).await
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn map_variant(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(to): Body<VariantMapping>,
) -> Result<StatusCode, Error> {
    let (here, caller, version, item) = (&app, &caller, &version, (&to.item_number, &to.variant_code));
    let write = |tx| async move {
        map::hold_product_of(&tx, id).await?;
        let before = version.hold::<staged::variant::Entity>(&tx, id).await?;
        map::map_variant_in(&tx, caller, id, item).await?;
        let after = load::<staged::variant::Entity>(&tx, id).await?;
        audited::<staged::variant::Entity>(here, &tx, caller, Some(&before), Some(&after)).await
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn find_mappings(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenProducts>,
) -> Result<Json<ChangedBody>, Error> {
    let changed = map::find_mappings(&app.connector, &caller, &chosen.ids).await?;
    Ok(Json(ChangedBody { changed }))
}

async fn create_items(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenProducts>,
) -> Result<Json<MadeItemsBody>, Error> {
    let made = items::create_chosen(&app.connector, &caller, &chosen.ids).await?;
    Ok(Json(MadeItemsBody { created: made.created, failed: made.failed }))
}
