use crate::shops::entity::Model;
use crate::shops::options::SyncItem;

/// What a change of one field changes in others.
pub(super) fn follow(shop: &mut Model, field: &str) {
    match field {
        "shopifyCanUpdateItems" if shop.shopify_can_update_items => shop.can_update_shopify_products = false,
        "canUpdateShopifyProducts" if shop.can_update_shopify_products => shop.shopify_can_update_items = false,
        "shopifyCanUpdateCustomers" if shop.shopify_can_update_customers => shop.can_update_shopify_customers = false,
        "canUpdateShopifyCustomers" if shop.can_update_shopify_customers => shop.shopify_can_update_customers = false,
        "syncItem" if shop.sync_item != SyncItem::ToShopify => shop.can_update_shopify_products = false,
        "uomAsVariant" if shop.uom_as_variant && shop.option_name_for_uom.is_empty() => {
            shop.option_name_for_uom = "Unit of Measure".to_owned();
        }
        "optionNameForUom" if shop.option_name_for_uom.is_empty() => shop.uom_as_variant = false,
        _ => {}
    }
}
