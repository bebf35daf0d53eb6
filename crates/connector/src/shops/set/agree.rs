//! What a shop card says as a whole must agree with itself.

use crate::Error;
use crate::products::export::VARIANT;
use crate::shops::entity::Model;
use crate::shops::options::{NameSource, ReturnAndRefundProcess, SyncItem};

/// Checks the card once all changes are in: their order does not matter.
pub(super) fn agree(shop: &Model) -> Result<(), Error> {
    documents(shop)?;
    customers(shop)?;
    products(shop)
}

/// The documents of refunds are made by the runs that make those of orders.
fn documents(shop: &Model) -> Result<(), Error> {
    if shop.return_and_refund_process == ReturnAndRefundProcess::AutoCreate && !shop.auto_create_orders {
        return Err(Error::Field {
            field: "returnAndRefundProcess".to_owned(),
            reason: "documents of refunds are made by themselves only where those of orders are: turn on Auto Create \
                     Sales Documents too, or choose Import Only"
                .to_owned(),
        });
    }
    Ok(())
}

/// A contact is a person.
fn customers(shop: &Model) -> Result<(), Error> {
    if shop.contact_source == NameSource::CompanyName {
        return Err(Error::Field {
            field: "contactSource".to_owned(),
            reason: "a contact is a person: choose First Name and Last Name, Last Name and First Name, or None"
                .to_owned(),
        });
    }
    Ok(())
}

/// Products are changed from here only where they come from here, and items are made from a template.
fn products(shop: &Model) -> Result<(), Error> {
    let refused = |field: &str, reason: &str| Err(Error::Field { field: field.to_owned(), reason: reason.to_owned() });
    if shop.can_update_shopify_products && shop.sync_item != SyncItem::ToShopify {
        return refused(
            "canUpdateShopifyProducts",
            "products are changed from here only where items become products: set Sync Item to To Shopify too",
        );
    }
    if shop.auto_create_unknown_items && shop.item_template_code.is_blank() {
        return refused(
            "autoCreateUnknownItems",
            "an item is made from a template: choose an Item Template Code in the same change",
        );
    }
    if shop.uom_as_variant && shop.option_name_for_uom.trim().eq_ignore_ascii_case(VARIANT) {
        return refused(
            "optionNameForUom",
            "the option Variant tells the variant of an item: enter another name for that of its unit",
        );
    }
    if shop.sku_field_separator.is_blank() {
        return refused("skuFieldSeparator", "it stands between item number and variant code: enter a character, as |");
    }
    Ok(())
}
