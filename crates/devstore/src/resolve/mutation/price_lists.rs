use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::arguments::{exactly, ids, string};
use super::super::catalogs::{PriceListObject, price_object};
use super::super::payload::{Part, Payload};
use super::super::product::ProductObject;
use super::super::session::{Resolved, Session};
use super::super::variant::VariantObject;
use crate::mutate::{
    price_list_create, price_list_delete, price_list_fixed_prices_by_product, price_list_fixed_prices_change,
    price_list_update, quantity_pricing_by_variant_update,
};
use crate::search::VariantRow;
use crate::store::price_list::PriceList;
use crate::store::product::Product;

/// The mutations of price lists.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    let id = || string(info, "id").unwrap_or_default();
    Some(match info.field_name() {
        "priceListCreate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| price_list_create(state, input));
            told(session, Payload::of("PriceListCreatePayload", result))
        }),
        "priceListUpdate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| price_list_update(state, &id(), input));
            told(session, Payload::of("PriceListUpdatePayload", result))
        }),
        "priceListDelete" => {
            let result = session.change(|state| price_list_delete(state, &id()));
            Payload::of("PriceListDeletePayload", result)
                .errors_are("PriceListUserError")
                .part("deletedId", |id| Part::Text(format!("gid://shopify/PriceList/{id}")))
                .answer()
        }
        "priceListFixedPricesAdd" => fixed_prices(session, info, &ADD),
        "priceListFixedPricesDelete" => fixed_prices(session, info, &DELETE),
        "priceListFixedPricesUpdate" => fixed_prices(session, info, &UPDATE),
        "priceListFixedPricesByProductUpdate" => by_product(session, info),
        "quantityPricingByVariantUpdate" => by_quantity(session, info),
        _ => return None,
    })
}

fn told<'a>(session: &'a Session, payload: Payload<'a, Arc<PriceList>>) -> Resolved<'a> {
    payload
        .errors_are("PriceListUserError")
        .object("priceList", move |list| PriceListObject { session, list: Arc::clone(list) })
        .answer()
}

fn by_product<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (list, prices) = (string(info, "priceListId").unwrap_or_default(), exactly::<Vec<_>>(info, "pricesToAdd")?);
    let delete = ids(info, "pricesToDeleteByProductIds");
    let result = session.change(|state| price_list_fixed_prices_by_product(state, &list, &prices, &delete));
    let objects = move |products: &[Arc<Product>]| {
        let object = |product: &Arc<Product>| -> Box<dyn ObjectValue + 'a> {
            Box::new(ProductObject { session, product: Arc::clone(product) })
        };
        Part::Objects(products.iter().map(object).collect())
    };
    Payload::of("PriceListFixedPricesByProductUpdatePayload", result)
        .errors_are("PriceListFixedPricesByProductBulkUpdateUserError")
        .object("priceList", move |(list, ..)| PriceListObject { session, list: Arc::clone(list) })
        .part("pricesToAddProducts", move |(_, added, _)| objects(added))
        .part("pricesToDeleteProducts", move |(.., deleted)| objects(deleted))
        .answer()
}

fn by_quantity<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let (list, input) = (string(info, "priceListId").unwrap_or_default(), exactly(info, "input")?);
    let result = session.change(|state| quantity_pricing_by_variant_update(state, &list, &input));
    let object = move |id: &u64| -> Option<Box<dyn ObjectValue + 'a>> {
        let (product, place) = session.variant(*id)?;
        Some(Box::new(VariantObject { session, product, place }))
    };
    Payload::of("QuantityPricingByVariantUpdatePayload", result)
        .errors_are("QuantityPricingByVariantUserError")
        .part("productVariants", move |ids: &Vec<u64>| Part::Objects(ids.iter().filter_map(object).collect()))
        .answer()
}

/// How the mutations of fixed prices differ: in what they answer with, and in the names of their lists.
struct Fixing {
    payload: &'static str,
    prices: &'static str,
    told: &'static str,
    variants_to_delete: &'static str,
}

const ADD: Fixing = Fixing {
    payload: "PriceListFixedPricesAddPayload",
    prices: "prices",
    told: "prices",
    variants_to_delete: "variantIds",
};

const DELETE: Fixing = Fixing { payload: "PriceListFixedPricesDeletePayload", ..ADD };

const UPDATE: Fixing = Fixing {
    payload: "PriceListFixedPricesUpdatePayload",
    prices: "pricesToAdd",
    told: "pricesAdded",
    variants_to_delete: "variantIdsToDelete",
};

fn fixed_prices<'a>(session: &'a Session, info: &'a ResolveInfo<'a>, how: &'static Fixing) -> Resolved<'a> {
    let prices = (how.prices, exactly(info, how.prices)?);
    let (list, delete) = (string(info, "priceListId").unwrap_or_default(), ids(info, how.variants_to_delete));
    let delete = (how.variants_to_delete, delete.as_slice());
    let result = session.change(|state| price_list_fixed_prices_change(state, &list, prices, delete));
    Payload::of(how.payload, result)
        .errors_are("PriceListPriceUserError")
        .object("priceList", move |(list, ..)| PriceListObject { session, list: Arc::clone(list) })
        .part(how.told, move |(list, added, _)| {
            Part::Objects(added.iter().filter_map(|id| price(session, list, *id)).collect())
        })
        .part("deletedFixedPriceVariantIds", |(_, _, deleted)| {
            Part::Texts(deleted.iter().map(|id| format!("gid://shopify/ProductVariant/{id}")).collect())
        })
        .answer()
}

fn price<'a>(session: &'a Session, list: &Arc<PriceList>, variant: u64) -> Option<Box<dyn ObjectValue + 'a>> {
    let (product, place) = session.variant(variant)?;
    Some(Box::new(price_object(session, Arc::clone(list), VariantRow { product, place })))
}
