use std::str::FromStr;

use access::{Action, Area, Principal};
use chrono::NaiveDate;
use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::money::Amount;

use super::entity::Model;
use super::find;
use super::named::{
    account, country, customer, customer_group, customer_template, discount_group, general_business_group, item,
    item_template, location, price_group, tax_area, vat_business_group,
};
use super::options::{ReturnAndRefundProcess, SyncItem};
use crate::{Connector, Error};

/// Ten years.
const LONGEST: i32 = 3_650;

/// Changes fields of a shop card: all of them, or none where one is refused.
///
/// # Errors
/// [`Error::NoField`] names the fields there are, [`Error::Field`] says why a value is refused.
pub async fn set(
    connector: &Connector,
    by: &Principal,
    code: &str,
    changes: &[(String, String)],
) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let write = |tx| async move {
        let shop = find(&tx, code).await?;
        change(connector, &tx, by, shop, changes).await
    };
    connector.db().write(write).await
}

/// The same for a card that was read in the caller's transaction.
///
/// # Errors
/// As [`set`].
pub async fn change(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    mut shop: Model,
    changes: &[(String, String)],
) -> Result<Model, Error> {
    for (field, value) in changes {
        put(&mut shop, field, value)?;
        follow(&mut shop, field);
        check(tx, &shop, field).await?;
    }
    check_documents(&shop)?;
    check_products(&shop)?;
    let shop = shop.into_active_model().reset_all().update(tx).await?;
    let detail: serde_json::Map<_, _> =
        changes.iter().map(|(field, value)| (field.clone(), value.as_str().into())).collect();
    connector.audit().record(tx, by, "shop changed", shop.code.as_str(), detail).await?;
    tx.notify(Notice::new("shopifyShops", shop.id.to_string())).await?;
    Ok(shop)
}

macro_rules! settable {
    ($($name:literal => $field:ident),+ $(,)?; days $($day_name:literal => $day:ident),+ $(,)?) => {
        /// The fields that a person may change, by their API names.
        pub const SETTABLE: &[&str] = &[ $($name,)+ $($day_name),+ ];

        /// Puts one value into the card.
        fn put(shop: &mut Model, field: &str, value: &str) -> Result<(), Error> {
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
    "autoCreateOrders" => auto_create_orders,
    "archiveProcessedOrders" => archive_processed_orders,
    "orderAttributesToShopify" => order_attributes_to_shopify,
    "createInvoicesFromOrders" => create_invoices_from_orders,
    "postingDatePolicy" => posting_date_policy,
    "autoReleaseOrders" => auto_release_orders,
    "maxDifferenceForRelease" => max_difference_for_release,
    "customerMappingType" => customer_mapping_type,
    "customerImportFromShopify" => customer_import_from_shopify,
    "autoCreateUnknownCustomers" => auto_create_unknown_customers,
    "customerTemplateCode" => customer_template_code,
    "defaultCustomerNumber" => default_customer_number,
    "defaultCompanyNumber" => default_company_number,
    "shippingChargesAccount" => shipping_charges_account,
    "tipAccount" => tip_account,
    "soldGiftCardAccount" => sold_gift_card_account,
    "cashRoundingsAccount" => cash_roundings_account,
    "dutiesAccount" => duties_account,
    "additionalFeesAccount" => additional_fees_account,
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
    "syncItemAttributes" => sync_item_attributes,
    "syncHsCodeAndCountry" => sync_hs_code_and_country,
    "inventoryTracked" => inventory_tracked,
    "defaultInventoryPolicy" => default_inventory_policy,
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

/// The documents of refunds are made by the runs that make those of orders.
fn check_documents(shop: &Model) -> Result<(), Error> {
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

/// What a change of one field changes in others.
fn follow(shop: &mut Model, field: &str) {
    match field {
        "shopifyCanUpdateItems" if shop.shopify_can_update_items => shop.can_update_shopify_products = false,
        "canUpdateShopifyProducts" if shop.can_update_shopify_products => shop.shopify_can_update_items = false,
        "syncItem" if shop.sync_item != SyncItem::ToShopify => shop.can_update_shopify_products = false,
        "uomAsVariant" if shop.uom_as_variant && shop.option_name_for_uom.is_empty() => {
            shop.option_name_for_uom = "Unit of Measure".to_owned();
        }
        "optionNameForUom" if shop.option_name_for_uom.is_empty() => shop.uom_as_variant = false,
        _ => {}
    }
}

/// Products are changed from here only where they come from here, and items are made from a template.
fn check_products(shop: &Model) -> Result<(), Error> {
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
    if shop.sku_field_separator.is_blank() {
        return refused("skuFieldSeparator", "it stands between item number and variant code: enter a character, as |");
    }
    Ok(())
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

/// Checks that what the card names is there, and may be used.
async fn check(tx: &Tx, shop: &Model, field: &str) -> Result<(), Error> {
    let refused = |reason: String| Error::Field { field: field.to_owned(), reason };
    let named = match field {
        "apiVersion" => return super::api_version::check(&shop.api_version).map_err(refused),
        "logRetentionDays" if !(0..=LONGEST).contains(&shop.log_retention_days) => {
            return Err(refused(format!("it is a number of days from 0 to {LONGEST}; 0 keeps them for ever")));
        }
        "maxDifferenceForRelease" if shop.max_difference_for_release < Amount::ZERO => {
            return Err(refused("it is 0 or more: by how much a document may come to more or to less".to_owned()));
        }
        "shippingChargesAccount" => account(tx, &shop.shipping_charges_account, true).await,
        "tipAccount" => account(tx, &shop.tip_account, true).await,
        "soldGiftCardAccount" => account(tx, &shop.sold_gift_card_account, true).await,
        "cashRoundingsAccount" => account(tx, &shop.cash_roundings_account, false).await,
        "dutiesAccount" => account(tx, &shop.duties_account, true).await,
        "additionalFeesAccount" => account(tx, &shop.additional_fees_account, true).await,
        "refundAccount" => account(tx, &shop.refund_account, true).await,
        "refundAccountNonRestockItems" => account(tx, &shop.refund_account_non_restock_items, true).await,
        "returnLocation" => location(tx, &shop.return_location).await,
        "customLineItemNumber" => item(tx, &shop.custom_line_item_number).await,
        "customerTemplateCode" => customer_template(tx, &shop.customer_template_code).await,
        "itemTemplateCode" => item_template(tx, &shop.item_template_code).await,
        "defaultCustomerNumber" => customer(tx, &shop.default_customer_number).await,
        "customerPriceGroup" => price_group(tx, &shop.customer_price_group).await,
        "customerDiscountGroup" => discount_group(tx, &shop.customer_discount_group).await,
        "genBusPostingGroup" => general_business_group(tx, &shop.gen_bus_posting_group).await,
        "vatBusPostingGroup" => vat_business_group(tx, &shop.vat_bus_posting_group).await,
        "customerPostingGroup" => customer_group(tx, &shop.customer_posting_group).await,
        "taxAreaCode" => tax_area(tx, &shop.tax_area_code).await,
        "vatCountry" => country(tx, &shop.vat_country).await,
        "defaultCompanyNumber" => customer(tx, &shop.default_company_number).await,
        _ => return Ok(()),
    };
    named.map_err(|error| match error {
        back_office::Error::Database(error) => Error::Database(error),
        refused => Error::Field { field: field.to_owned(), reason: refused.to_string() },
    })
}
