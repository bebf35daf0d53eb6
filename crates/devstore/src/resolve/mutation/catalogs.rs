use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::arguments::{exactly, flag, ids, string};
use super::super::catalogs::{CatalogObject, MarketObject, PriceListObject, PublicationObject, price_object};
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use super::super::shop::ShopObject;
use crate::mutate::{
    catalog_create, catalog_delete, catalog_update, market_create, price_list_create, price_list_fixed_prices_change,
    publication_create, publishable_publish,
};
use crate::search::VariantRow;
use crate::store::catalog::Catalog;
use crate::store::price_list::PriceList;

/// The mutations of catalogs and of what they hold.
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
        "publicationCreate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| publication_create(state, &input, session.now));
            Payload::of("PublicationCreatePayload", result)
                .errors_are("PublicationUserError")
                .nullable("publication", move |id| PublicationObject::find(session, *id))
                .answer()
        }),
        "publishablePublish" => exactly::<Vec<_>>(info, "input").and_then(|inputs| {
            let result = session.change(|state| publishable_publish(state, &text("id"), &inputs, session.now));
            // The shop is told whatever has come of it.
            Payload::with("PublishablePublishPayload", Some(()), result.err().unwrap_or_default())
                .object("shop", move |()| ShopObject(session.shop(), session.now))
                .answer()
        }),
        "priceListCreate" => exactly(info, "input").and_then(|input| {
            let result = session.change(|state| price_list_create(state, input));
            Payload::of("PriceListCreatePayload", result)
                .errors_are("PriceListUserError")
                .object("priceList", move |list| PriceListObject { session, list: Arc::clone(list) })
                .answer()
        }),
        "priceListFixedPricesAdd" => fixed_prices(session, info, &ADD),
        "priceListFixedPricesDelete" => fixed_prices(session, info, &DELETE),
        "priceListFixedPricesUpdate" => fixed_prices(session, info, &UPDATE),
        _ => return None,
    })
}

fn catalog<'a>(session: &'a Session, payload: Payload<'a, Arc<Catalog>>) -> Resolved<'a> {
    payload
        .errors_are("CatalogUserError")
        .object("catalog", move |catalog| CatalogObject { session, catalog: Arc::clone(catalog) })
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
