//! When nothing would come of a sync, because the shop card says so.

use crate::Error;
use crate::disputes::scopes::check as check_disputes;
use crate::payouts::scopes::check as check_payouts;
use crate::shops::Model;
use crate::shops::options::{CompanyImport, CustomerImport, SyncItem, SyncItemImages};

/// Something may always come of it.
pub(crate) fn never(_: &Model) -> Option<Error> {
    None
}

/// Nothing may be changed in Shopify.
pub(crate) fn to_shopify(shop: &Model) -> Option<Error> {
    (!shop.allow_outgoing_requests).then(|| Error::ReadOnly(shop.code.to_string()))
}

/// Customers come and go neither way by themselves.
pub(crate) fn of_customers(shop: &Model) -> Option<Error> {
    match shop.customer_import_from_shopify {
        CustomerImport::AllCustomers => None,
        CustomerImport::WithOrderImport if shop.shopify_can_update_customers => None,
        _ if shop.can_update_shopify_customers => to_shopify(shop),
        _ => because(
            shop,
            "choose All Customers as Customer Import from Shopify, or turn on Shopify Can Update Customers or Can Update \
             Shopify Customers",
        ),
    }
}

/// Companies come with their orders alone.
pub(crate) fn of_companies(shop: &Model) -> Option<Error> {
    match shop.company_import_from_shopify {
        CompanyImport::AllCompanies => None,
        CompanyImport::WithOrderImport if shop.shopify_can_update_companies => None,
        _ => because(
            shop,
            "choose All Companies as Company Import from Shopify, or turn on Shopify Can Update Companies",
        ),
    }
}

/// Products go neither way, or may not be changed.
pub(crate) fn of_products(shop: &Model) -> Option<Error> {
    match shop.sync_item {
        SyncItem::FromShopify => None,
        SyncItem::ToShopify if shop.can_update_shopify_products => to_shopify(shop),
        SyncItem::ToShopify => because(shop, "turn on Can Update Shopify Products, or sync the prices alone"),
        SyncItem::Blank => because(shop, "choose From Shopify or To Shopify as Sync Item"),
    }
}

/// Pictures go neither way.
pub(crate) fn of_images(shop: &Model) -> Option<Error> {
    match shop.sync_item_images {
        SyncItemImages::FromShopify => None,
        SyncItemImages::ToShopify => to_shopify(shop),
        SyncItemImages::Disabled => because(shop, "choose From Shopify or To Shopify as Sync Item Images"),
    }
}

/// Payouts may not be read, or nobody wants them: the account is not chosen on which payments wait for them.
pub(crate) fn of_payouts(shop: &Model) -> Option<Error> {
    match check_payouts(shop) {
        Err(lacking) => Some(lacking),
        Ok(()) if shop.payments_clearing_account.is_blank() => because(shop, "choose a Payments Clearing Account"),
        Ok(()) => None,
    }
}

/// Disputes may not be read.
pub(crate) fn of_disputes(shop: &Model) -> Option<Error> {
    check_disputes(shop).err()
}

fn because(shop: &Model, remedy: &'static str) -> Option<Error> {
    Some(Error::NothingToSync { shop: shop.code.to_string(), remedy })
}
