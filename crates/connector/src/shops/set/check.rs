use database::Tx;
use values::money::Amount;

use crate::Error;
use crate::shops::api_version;
use crate::shops::entity::Model;
use crate::shops::named::{
    account, bank_account, country, currency, customer, customer_group, customer_template, discount_group,
    general_business_group, item, item_template, location, price_group, tax_area, vat_business_group,
};

/// Ten years.
const LONGEST: i32 = 3_650;

/// Checks that what the card names is there, and may be used.
pub(super) async fn check(tx: &Tx, shop: &Model, field: &str) -> Result<(), Error> {
    let refused = |reason: String| Error::Field { field: field.to_owned(), reason };
    let named = match field {
        "apiVersion" => return api_version::check(&shop.api_version).map_err(refused),
        "logRetentionDays" if !(0..=LONGEST).contains(&shop.log_retention_days) => {
            return Err(refused(format!("it is a number of days from 0 to {LONGEST}; 0 keeps them for ever")));
        }
        "maxDifferenceForRelease" if shop.max_difference_for_release < Amount::ZERO => {
            return Err(refused("it is 0 or more: by how much a document may come to more or to less".to_owned()));
        }
        "currencyCode" => match currency(tx, &shop.currency_code).await {
            Ok(Some(reason)) => return Err(refused(reason.to_owned())),
            found => found.map(drop),
        },
        "shippingChargesAccount" => account(tx, &shop.shipping_charges_account, true).await,
        "tipAccount" => account(tx, &shop.tip_account, true).await,
        "soldGiftCardAccount" => account(tx, &shop.sold_gift_card_account, true).await,
        "cashRoundingsAccount" => account(tx, &shop.cash_roundings_account, false).await,
        "dutiesAccount" => account(tx, &shop.duties_account, true).await,
        "additionalFeesAccount" => account(tx, &shop.additional_fees_account, true).await,
        "payoutBankAccount" => bank_account(tx, &shop.payout_bank_account).await,
        "paymentsClearingAccount" => account(tx, &shop.payments_clearing_account, true).await,
        "paymentFeesAccount" => account(tx, &shop.payment_fees_account, true).await,
        "payoutAdjustmentsAccount" => account(tx, &shop.payout_adjustments_account, true).await,
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
