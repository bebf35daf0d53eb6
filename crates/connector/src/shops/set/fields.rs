//! The fields of a shop card that a person may change, and how their values are read.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::Error;
use crate::shops::entity::Model;

macro_rules! settable {
    ($($name:literal => $field:ident),+ $(,)?; days $($day_name:literal => $day:ident),+ $(,)?) => {
        /// The fields that a person may change, by their API names.
        pub const SETTABLE: &[&str] = &[ $($name,)+ $($day_name),+ ];

        /// Puts one value into the card.
        pub(super) fn put(shop: &mut Model, field: &str, value: &str) -> Result<(), Error> {
            match field {
                $( $name => shop.$field = parsed(field, value)?, )+
                $( $day_name => shop.$day = day(field, value)?, )+
                _ => return Err(Error::NoField { field: field.to_owned(), known: SETTABLE.join(", ") }),
            }
            Ok(())
        }
    };
}

settable! {
    "allowBackgroundSyncs" => allow_background_syncs,
    "allowOutgoingRequests" => allow_outgoing_requests,
    "loggingMode" => logging_mode,
    "keepPersonalDataInLog" => keep_personal_data_in_log,
    "logRetentionDays" => log_retention_days,
    "apiVersion" => api_version,
    "currencyCode" => currency_code,
    "currencyHandling" => currency_handling,
    "orderCreatedWebhooks" => order_created_webhooks,
    "autoCreateOrders" => auto_create_orders,
    "archiveProcessedOrders" => archive_processed_orders,
    "orderAttributesToShopify" => order_attributes_to_shopify,
    "createInvoicesFromOrders" => create_invoices_from_orders,
    "postingDatePolicy" => posting_date_policy,
    "autoReleaseOrders" => auto_release_orders,
    "maxDifferenceForRelease" => max_difference_for_release,
    "sendShippingConfirmation" => send_shipping_confirmation,
    "postShopifyFulfillments" => post_shopify_fulfillments,
    "customerMappingType" => customer_mapping_type,
    "customerImportFromShopify" => customer_import_from_shopify,
    "autoCreateUnknownCustomers" => auto_create_unknown_customers,
    "customerTemplateCode" => customer_template_code,
    "defaultCustomerNumber" => default_customer_number,
    "shopifyCanUpdateCustomers" => shopify_can_update_customers,
    "canUpdateShopifyCustomers" => can_update_shopify_customers,
    "companyImportFromShopify" => company_import_from_shopify,
    "companyMappingType" => company_mapping_type,
    "companyTaxIdMapping" => company_tax_id_mapping,
    "autoCreateUnknownCompanies" => auto_create_unknown_companies,
    "defaultCompanyNumber" => default_company_number,
    "shopifyCanUpdateCompanies" => shopify_can_update_companies,
    "shippingChargesAccount" => shipping_charges_account,
    "tipAccount" => tip_account,
    "soldGiftCardAccount" => sold_gift_card_account,
    "cashRoundingsAccount" => cash_roundings_account,
    "dutiesAccount" => duties_account,
    "additionalFeesAccount" => additional_fees_account,
    "payoutBankAccount" => payout_bank_account,
    "paymentsClearingAccount" => payments_clearing_account,
    "paymentFeesAccount" => payment_fees_account,
    "payoutAdjustmentsAccount" => payout_adjustments_account,
    "returnAndRefundProcess" => return_and_refund_process,
    "processReturnsAs" => process_returns_as,
    "refundAccount" => refund_account,
    "refundAccountNonRestockItems" => refund_account_non_restock_items,
    "returnLocation" => return_location,
    "returnLocationPriority" => return_location_priority,
    "customLineItemNumber" => custom_line_item_number,
    "shopifyOrderNumberOnDocLine" => shopify_order_number_on_doc_line,
    "useShopifyOrderNumber" => use_shopify_order_number,
    "nameSource" => name_source,
    "name2Source" => name2_source,
    "contactSource" => contact_source,
    "countySource" => county_source,
    "taxAreaPriority" => tax_area_priority,
    "skuMapping" => sku_mapping,
    "skuFieldSeparator" => sku_field_separator,
    "findMappingByBarcode" => find_mapping_by_barcode,
    "syncItem" => sync_item,
    "autoCreateUnknownItems" => auto_create_unknown_items,
    "itemTemplateCode" => item_template_code,
    "shopifyCanUpdateItems" => shopify_can_update_items,
    "canUpdateShopifyProducts" => can_update_shopify_products,
    "variantPrefix" => variant_prefix,
    "uomAsVariant" => uom_as_variant,
    "optionNameForUom" => option_name_for_uom,
    "syncItemImages" => sync_item_images,
    "syncItemExtendedText" => sync_item_extended_text,
    "syncItemMarketingText" => sync_item_marketing_text,
    "syncHsCodeAndCountry" => sync_hs_code_and_country,
    "inventoryTracked" => inventory_tracked,
    "defaultInventoryPolicy" => default_inventory_policy,
    "stockQuantityName" => stock_quantity_name,
    "syncStockWhenItChanges" => sync_stock_when_it_changes,
    "statusForCreatedProducts" => status_for_created_products,
    "actionForRemovedProductsAndBlockedItems" => action_for_removed_products_and_blocked_items,
    "weightUnit" => weight_unit,
    "languageCode" => language_code,
    "syncPrices" => sync_prices,
    "customerPriceGroup" => customer_price_group,
    "customerDiscountGroup" => customer_discount_group,
    "pricesIncludingVat" => prices_including_vat,
    "allowLineDisc" => allow_line_disc,
    "genBusPostingGroup" => gen_bus_posting_group,
    "vatBusPostingGroup" => vat_bus_posting_group,
    "customerPostingGroup" => customer_posting_group,
    "taxAreaCode" => tax_area_code,
    "taxLiable" => tax_liable,
    "vatCountry" => vat_country;
    days "importOrdersFrom" => import_orders_from,
}

fn parsed<T: FromStr<Err: std::fmt::Display>>(field: &str, value: &str) -> Result<T, Error> {
    let refused = |reason: T::Err| Error::Field { field: field.to_owned(), reason: reason.to_string() };
    value.trim().parse().map_err(refused)
}

/// A day, or none.
fn day(field: &str, value: &str) -> Result<Option<NaiveDate>, Error> {
    match value.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Error::Field {
            field: field.to_owned(),
            reason: format!("'{text}' is no day: write it as 2026-11-27, or leave it blank"),
        }),
    }
}
