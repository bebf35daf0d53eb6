use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::{exactly, ids, string};
use super::super::payload::{Part, Payload};
use super::super::product::ProductObject;
use super::super::session::{Resolved, Session};
use super::products::moment;
use crate::mutate::{OptionChange, product_option_update, product_options_create, product_options_delete};

/// The mutations of what there is to choose.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "productOptionUpdate" => update(session, info),
        "productOptionsCreate" => create(session, info),
        "productOptionsDelete" => delete(session, info),
        _ => return None,
    })
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let change = OptionChange {
        product: string(info, "productId").unwrap_or_default(),
        option: exactly(info, "option")?,
        values_to_add: exactly(info, "optionValuesToAdd")?,
        values_to_update: exactly(info, "optionValuesToUpdate")?,
        values_to_delete: ids(info, "optionValuesToDelete"),
        manages_variants: string(info, "variantStrategy").as_deref() == Some("MANAGE"),
    };
    let result = session.change(|state| product_option_update(state, change, moment(session)));
    Payload::of("ProductOptionUpdatePayload", result)
        .errors_are("ProductOptionUpdateUserError")
        .object("product", move |product| ProductObject { session, product: Arc::clone(product) })
        .answer()
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (product, options) = (string(info, "productId").unwrap_or_default(), exactly(info, "options")?);
    let every = string(info, "variantStrategy").as_deref() == Some("CREATE");
    let result = session.change(|state| product_options_create(state, &product, options, every, moment(session)));
    Payload::of("ProductOptionsCreatePayload", result)
        .errors_are("ProductOptionsCreateUserError")
        .object("product", move |product| ProductObject { session, product: Arc::clone(product) })
        .answer()
}

fn delete<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (product, options) = (string(info, "productId").unwrap_or_default(), ids(info, "options"));
    let strategy = string(info, "strategy").unwrap_or_default();
    let result = session.change(|state| product_options_delete(state, &product, &options, &strategy, session.now));
    Payload::of("ProductOptionsDeletePayload", result)
        .errors_are("ProductOptionsDeleteUserError")
        .object("product", move |(product, _)| ProductObject { session, product: Arc::clone(product) })
        .part("deletedOptionsIds", |(_, gone)| {
            Part::Texts(gone.iter().map(|id| format!("gid://shopify/ProductOption/{id}")).collect())
        })
        .answer()
}
