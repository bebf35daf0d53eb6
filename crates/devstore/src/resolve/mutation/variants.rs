use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::arguments::{exactly, flag, ids, string};
use super::super::job::job;
use super::super::payload::{Part, Payload};
use super::super::product::ProductObject;
use super::super::session::{Resolved, Session};
use super::super::variant::VariantObject;
use super::new_variants;
use super::products::moment;
use crate::mutate::{
    VariantStrategy, product_reorder_media, product_variant_append_media, product_variant_detach_media,
    product_variants_bulk_create, product_variants_bulk_delete, product_variants_bulk_update,
};
use crate::store::product::Product;

/// The mutations of variants, and of the pictures that show them.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "productVariantsBulkCreate" => create(session, info),
        "productVariantsBulkUpdate" => update(session, info),
        "productVariantsBulkDelete" => delete(session, info),
        "productVariantAppendMedia" => append_media(session, info),
        "productVariantDetachMedia" => detach_media(session, info),
        "productReorderMedia" => reorder_media(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (product, variants) = (string(info, "productId").unwrap_or_default(), exactly(info, "variants")?);
    let strategy = VariantStrategy::of(string(info, "strategy").as_deref());
    let beside = (exactly(info, "media")?, strategy);
    let result = new_variants::change(session, |state| {
        product_variants_bulk_create(state, &product, variants, beside, moment(session))
    })?;
    told(session, Payload::of("ProductVariantsBulkCreatePayload", result), "ProductVariantsBulkCreateUserError")
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (product, variants) = (string(info, "productId").unwrap_or_default(), exactly(info, "variants")?);
    let beside = (exactly(info, "media")?, flag(info, "allowPartialUpdates"));
    let (updated, errors) =
        session.change(|state| product_variants_bulk_update(state, &product, variants, beside, moment(session)));
    let payload = Payload::with("ProductVariantsBulkUpdatePayload", updated, errors);
    told(session, payload, "ProductVariantsBulkUpdateUserError")
}

fn delete<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let product = string(info, "productId").unwrap_or_default();
    let variants = ids(info, "variantsIds");
    let result = session.change(|state| product_variants_bulk_delete(state, &product, &variants, session.now));
    Payload::of("ProductVariantsBulkDeletePayload", result)
        .errors_are("ProductVariantsBulkDeleteUserError")
        .object("product", move |product| ProductObject { session, product: Arc::clone(product) })
        .answer()
}

fn append_media<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let product = string(info, "productId").unwrap_or_default();
    let pairs: Vec<_> = exactly(info, "variantMedia")?;
    let result = session.change(|state| product_variant_append_media(state, &product, &pairs, moment(session)));
    told(session, Payload::of("ProductVariantAppendMediaPayload", result), "MediaUserError")
}

fn detach_media<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let product = string(info, "productId").unwrap_or_default();
    let pairs: Vec<_> = exactly(info, "variantMedia")?;
    let result = session.change(|state| product_variant_detach_media(state, &product, &pairs, moment(session)));
    told(session, Payload::of("ProductVariantDetachMediaPayload", result), "MediaUserError")
}

fn reorder_media<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let product = string(info, "id").unwrap_or_default();
    let moves: Vec<_> = exactly(info, "moves")?;
    let result = session.change(|state| product_reorder_media(state, &product, &moves, session.now));
    Payload::of("ProductReorderMediaPayload", result)
        .errors_in("mediaUserErrors")
        .errors_are("MediaUserError")
        .nullable("job", move |id| job(session, *id))
        .answer()
}

/// A payload with a product and those of its variants that have these ids.
fn told<'a>(
    session: &'a Session,
    payload: Payload<'a, (Arc<Product>, Vec<u64>)>,
    errors_are: &'static str,
) -> Resolved<'a> {
    payload
        .errors_are(errors_are)
        .object("product", move |(product, _)| ProductObject { session, product: Arc::clone(product) })
        .part("productVariants", move |(product, ids)| {
            let place = |id: &u64| product.variants.iter().position(|variant| variant.id == *id);
            let object = |place| -> Box<dyn ObjectValue + 'a> {
                Box::new(VariantObject { session, product: Arc::clone(product), place })
            };
            Part::Objects(ids.iter().filter_map(place).map(object).collect())
        })
        .answer()
}
