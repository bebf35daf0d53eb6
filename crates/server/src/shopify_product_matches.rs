//! The mapping worksheet of products: proposals are made, chosen otherwise, read from a file, and accepted.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::MOST_CHOSEN;
use connector::products::matches::{self, Entity};
use database::{Record, Tx};
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::Code;
use values::field::Value;

use crate::api::Api;
use crate::body::Body;
use crate::imports::{Importing, Values};
use crate::master::Making;
use crate::openapi::{body, empty, error, json, may_say_version};
use crate::orders_to_import::ChangedBody;
use crate::records::{IfMatch, RecordId};
use crate::shopify_products::VariantMapping;
use crate::{App, Error};

const TAG: &str = "shopifyProductMatches";
const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// The shop whose products are looked at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProposeBody {
    /// Its code.
    shop: String,
}

/// What was proposed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProposedBody {
    /// Variants for which an item was found.
    proposed: u64,
    /// Variants for which none was.
    unknown: u64,
}

/// The rows that someone chose.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChosenMatches {
    /// Their ids in `shopifyProductMatches`.
    ids: Vec<Uuid>,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = "The items of all variants of a shop that have none are looked for: by SKU, bar code, number of the vendor and \
                 title, each with a score. What was proposed before is replaced; what a person has chosen stays. Nothing is \
                 linked, and nothing is asked of the store.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Propose the items of a shop's variants"))
        .description(Some(about))
        .request_body(Some(body::<ProposeBody>("The shop.")))
        .response("200", json("How many there are.", Ref::from_schema_name(ProposedBody::name())))
        .response("404", error("There is no such shop."));
    api.route(Method::POST, "/shopifyProductMatches/Kobling.propose", RUN, document, propose);

    let about =
        format!("The variants of at most {MOST_CHOSEN} rows are the items that stand there: all of them or none.");
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Accept chosen rows"))
        .description(Some(about))
        .request_body(Some(body::<ChosenMatches>("The rows.")))
        .response("200", json("How many variants were linked.", Ref::from_schema_name(ChangedBody::name())))
        .response("400", error("None is chosen, too many are, or one of them has no item."));
    api.route(Method::POST, "/shopifyProductMatches/Kobling.accept", RUN, document, accept);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Choose another item for a row"))
        .description(Some("It is not linked until the row is accepted."))
        .request_body(Some(body::<VariantMapping>("The item, and its variant; a blank item is none.")))
        .response("204", empty("It is chosen."))
        .response("400", error("There is no such item, or it has no such variant: the target names the field."));
    let path = "/shopifyProductMatches/{id}/Kobling.choose";
    api.route(Method::POST, path, RUN, may_say_version(document), choose);
}

async fn propose(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(of): Body<ProposeBody>,
) -> Result<Json<ProposedBody>, Error> {
    let proposed = matches::propose(&app.connector, &caller, &of.shop).await?;
    Ok(Json(ProposedBody { proposed: proposed.proposed, unknown: proposed.unknown }))
}

async fn accept(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenMatches>,
) -> Result<Json<ChangedBody>, Error> {
    Ok(Json(ChangedBody { changed: matches::accept(&app.connector, &caller, &chosen.ids).await? }))
}

async fn choose(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(to): Body<VariantMapping>,
) -> Result<StatusCode, Error> {
    let (caller, version, chosen) = (&caller, &version, (&to.item_number, &to.variant_code));
    let write = |tx| async move {
        version.hold::<Entity>(&tx, id).await?;
        matches::choose_in(&tx, caller, id, chosen).await?;
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The worksheet as a file: what was written out is read in again, with the items that someone has entered there. Only the
/// shop, the variant and its item are read of it.
pub(crate) struct MatchList;

impl Importing for MatchList {
    fn name(&self) -> &'static str {
        TAG
    }

    fn area(&self) -> Area {
        Area::Synchronization
    }

    fn given(&self) -> Vec<String> {
        Entity::fields().iter().map(|field| field.name.to_owned()).collect()
    }

    fn make<'a>(&'a self, _: &'a Making, tx: &'a Tx, row: Values) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let text = |name: &str| match row.iter().find(|(given, _)| *given == name) {
                Some((_, Value::Text(text))) => text.clone(),
                _ => String::new(),
            };
            let needed = |name: &'static str, what: &str| Error::invalid(name, format!("the row names no {what}"));
            let shop = Code::new(&text("shopCode")).map_err(|why| Error::invalid("shopCode", why.to_string()))?;
            if shop.is_blank() {
                return Err(needed("shopCode", "shop"));
            }
            let variant = row.iter().find_map(|(name, value)| match value {
                Value::Integer(id) if *name == "shopifyVariantId" => Some(*id),
                _ => None,
            });
            let variant = variant.ok_or_else(|| needed("shopifyVariantId", "variant"))?;
            let item = Code::new(&text("itemNumber")).map_err(|why| Error::invalid("itemNumber", why.to_string()))?;
            let code = Code::new(&text("variantCode")).map_err(|why| Error::invalid("variantCode", why.to_string()))?;
            Ok(matches::choose_variant(tx, &shop, variant, (&item, &code)).await?)
        })
    }
}
