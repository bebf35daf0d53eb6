use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{exactly, flag, string};
use super::super::catalogs::{CatalogObject, MarketObject};
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use crate::mutate::{catalog_context_update, catalog_create, catalog_delete, catalog_update, market_create};
use crate::store::catalog::Catalog;

/// The mutations of catalogs, and of the markets that they are for.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    let text = |name| string(info, name).unwrap_or_default();
    Some(match info.field_name() {
        "catalogCreate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| catalog_create(state, input));
            catalog(session, Payload::of("CatalogCreatePayload", result))
        }),
        "catalogUpdate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| catalog_update(state, &text("id"), input));
            catalog(session, Payload::of("CatalogUpdatePayload", result))
        }),
        "catalogDelete" => {
            let dependents = flag(info, "deleteDependentResources");
            let result = session.change(|state| catalog_delete(state, &text("id"), dependents));
            Payload::of("CatalogDeletePayload", result)
                .errors_are("CatalogUserError")
                .part("deletedId", |id: &String| Part::Text(id.clone()))
                .answer()
        }
        "marketCreate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| market_create(state, input));
            Payload::of("MarketCreatePayload", result)
                .errors_are("MarketUserError")
                .object("market", move |market| MarketObject { session, market: Arc::clone(market) })
                .answer()
        }),
        "catalogContextUpdate" => context_update(session, info),
        _ => return None,
    })
}

fn context_update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let id = string(info, "catalogId").unwrap_or_default();
    let (added, removed) =
        (exactly::<Option<_>>(info, "contextsToAdd")?, exactly::<Option<_>>(info, "contextsToRemove")?);
    let result = session.change(|state| catalog_context_update(state, &id, added.as_ref(), removed.as_ref()));
    catalog(session, Payload::of("CatalogContextUpdatePayload", result))
}

fn catalog<'a>(session: &'a Session, payload: Payload<'a, Arc<Catalog>>) -> Resolved<'a> {
    payload
        .errors_are("CatalogUserError")
        .object("catalog", move |catalog| CatalogObject { session, catalog: Arc::clone(catalog) })
        .answer()
}
