use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;
use chrono::TimeDelta;
use serde::Deserialize;

use super::super::arguments::{exactly, flag, input};
use super::super::payload::{Part, Payload};
use super::super::product::ProductObject;
use super::super::product_operation::OperationObject;
use super::super::session::{Resolved, Session};
use super::super::shop::ShopObject;
use super::new_variants;
use crate::mutate::{
    Moment, UserError, product_create, product_delete, product_delete_later, product_set, product_set_later,
    product_update,
};

/// The mutations of products.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "productCreate" => create(session, info),
        "productDelete" => delete(session, info),
        "productSet" => set(session, info),
        "productUpdate" => update(session, info),
        _ => return None,
    })
}

/// When a mutation of this request runs.
pub(super) fn moment(session: &Session) -> Moment {
    let takes = session.around.devstore.limits().media_ms;
    Moment { now: session.now, media_takes: TimeDelta::milliseconds(i64::try_from(takes).unwrap_or(i64::MAX)) }
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (product, media) = (exactly(info, "product")?, exactly(info, "media")?);
    let result = new_variants::change(session, |state| product_create(state, product, media, moment(session)))?;
    let (made, errors) = apart(result);
    // The shop is told even when there is no product.
    Payload::with("ProductCreatePayload", Some(made), errors)
        .nullable("product", move |made| made.clone().map(|product| ProductObject { session, product }))
        .object("shop", move |_| ShopObject(session.shop(), session.now))
        .answer()
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (identifier, product, media) =
        (exactly(info, "identifier")?, exactly(info, "product")?, exactly(info, "media")?);
    let result = session.change(|state| product_update(state, &identifier, product, media, moment(session)));
    Payload::of("ProductUpdatePayload", result)
        .object("product", move |product| ProductObject { session, product: Arc::clone(product) })
        .answer()
}

/// `ProductDeleteInput`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct OnlyId {
    id: String,
}

fn delete<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let OnlyId { id } = input(info, "input")?;
    if is_for_later(info) {
        let at = (session.now, takes(session));
        let (begun, errors) = apart(session.change(|state| product_delete_later(state, &id, at)));
        return Payload::with("ProductDeletePayload", Some(begun), errors)
            .nullable("productDeleteOperation", move |begun| {
                begun.clone().map(|operation| OperationObject { session, operation })
            })
            .object("shop", move |_| ShopObject(session.shop(), session.now))
            .answer();
    }
    let (deleted, errors) = apart(session.change(|state| product_delete(state, &id)));
    Payload::with("ProductDeletePayload", Some(deleted), errors)
        .part("deletedProductId", |deleted| match deleted {
            Some(id) => Part::Text(format!("gid://shopify/Product/{id}")),
            None => Part::Object(None),
        })
        .object("shop", move |_| ShopObject(session.shop(), session.now))
        .answer()
}

/// What a mutation has made, if it has, and why it has not.
fn apart<T>(result: Result<T, Vec<UserError>>) -> (Option<T>, Vec<UserError>) {
    result.map_or_else(|errors| (None, errors), |made| (Some(made), Vec::new()))
}

/// Whether the answer is not to wait for what it is about.
fn is_for_later(info: &ResolveInfo<'_>) -> bool {
    !flag(info, "synchronous") && info.arguments().contains_key("synchronous")
}

/// How long something takes that nobody waits for.
fn takes(session: &Session) -> TimeDelta {
    let takes = session.around.devstore.limits().bulk_start_ms;
    TimeDelta::milliseconds(i64::try_from(takes).unwrap_or(i64::MAX))
}

fn set<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (identifier, product) = (exactly(info, "identifier")?, exactly(info, "input")?);
    if is_for_later(info) {
        let at = (moment(session), takes(session));
        let operation = new_variants::change(session, |state| product_set_later(state, identifier, product, at))?;
        return Payload::of("ProductSetPayload", Ok(operation))
            .errors_are("ProductSetUserError")
            .nullable("product", |_| None::<ProductObject<'_>>)
            .object("productSetOperation", move |operation| OperationObject {
                session,
                operation: Arc::clone(operation),
            })
            .answer();
    }
    let result = new_variants::change(session, |state| product_set(state, identifier, product, moment(session)))?;
    Payload::of("ProductSetPayload", result)
        .errors_are("ProductSetUserError")
        .object("product", move |product| ProductObject { session, product: Arc::clone(product) })
        .answer()
}
