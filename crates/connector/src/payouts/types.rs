//! What moves the balance, by Shopify's names, and to which part of a payout each belongs.

use super::options::Group;
use crate::orders::options::words;

/// Every type that Shopify's API knows, or has known. One that comes later belongs to [`Group::Other`].
pub const TYPES: &[(&str, Group)] = &[
    ("CHARGE", Group::Sales),
    ("REFUND", Group::Refunds),
    ("REFUND_FAILURE", Group::Refunds),
    ("REFUND_ADJUSTMENT", Group::Refunds),
    ("ACH_BANK_FAILURE_DEBIT_FEE", Group::Fees),
    ("ACH_BANK_FAILURE_DEBIT_REVERSAL_FEE", Group::Fees),
    ("APPLICATION_FEE_REFUND", Group::Fees),
    ("CHARGEBACK_FEE", Group::Fees),
    ("CHARGEBACK_FEE_REFUND", Group::Fees),
    ("MARKETPLACE_FEE_CREDIT", Group::Fees),
    ("MARKETPLACE_FEE_CREDIT_REVERSAL", Group::Fees),
    ("REFERRAL_FEE", Group::Fees),
    ("REFERRAL_FEE_TAX", Group::Fees),
    ("STRIPE_FEE", Group::Fees),
    ("ADJUSTMENT", Group::Adjustments),
    ("ANOMALY_CREDIT", Group::Adjustments),
    ("ANOMALY_CREDIT_REVERSAL", Group::Adjustments),
    ("ANOMALY_DEBIT", Group::Adjustments),
    ("ANOMALY_DEBIT_REVERSAL", Group::Adjustments),
    ("CHARGE_ADJUSTMENT", Group::Adjustments),
    ("MERCHANT_GOODWILL_CREDIT", Group::Adjustments),
    ("MERCHANT_GOODWILL_CREDIT_REVERSAL", Group::Adjustments),
    ("RISK_REVERSAL", Group::Adjustments),
    ("RISK_WITHDRAWAL", Group::Adjustments),
    ("TAX_ADJUSTMENT_CREDIT", Group::Adjustments),
    ("TAX_ADJUSTMENT_CREDIT_REVERSAL", Group::Adjustments),
    ("TAX_ADJUSTMENT_DEBIT", Group::Adjustments),
    ("TAX_ADJUSTMENT_DEBIT_REVERSAL", Group::Adjustments),
    ("CHARGEBACK_HOLD", Group::Reserves),
    ("CHARGEBACK_HOLD_RELEASE", Group::Reserves),
    ("RESERVED_FUNDS", Group::Reserves),
    ("RESERVED_FUNDS_REVERSAL", Group::Reserves),
    ("RESERVED_FUNDS_WITHDRAWAL", Group::Reserves),
    ("CHARGEBACK_PROTECTION_CREDIT", Group::Disputes),
    ("CHARGEBACK_PROTECTION_CREDIT_REVERSAL", Group::Disputes),
    ("CHARGEBACK_PROTECTION_DEBIT", Group::Disputes),
    ("CHARGEBACK_PROTECTION_DEBIT_REVERSAL", Group::Disputes),
    ("DISPUTE_REVERSAL", Group::Disputes),
    ("DISPUTE_WITHDRAWAL", Group::Disputes),
    ("SELLER_PROTECTION_CREDIT", Group::Disputes),
    ("SELLER_PROTECTION_CREDIT_REVERSAL", Group::Disputes),
    ("ADVANCE", Group::Advances),
    ("ADVANCE_FUNDING", Group::Advances),
    ("LENDING_CAPITAL_REFUND", Group::Advances),
    ("LENDING_CAPITAL_REFUND_REVERSAL", Group::Advances),
    ("LENDING_CAPITAL_REMITTANCE", Group::Advances),
    ("LENDING_CAPITAL_REMITTANCE_REVERSAL", Group::Advances),
    ("LENDING_CREDIT", Group::Advances),
    ("LENDING_CREDIT_REFUND", Group::Advances),
    ("LENDING_CREDIT_REFUND_REVERSAL", Group::Advances),
    ("LENDING_CREDIT_REMITTANCE", Group::Advances),
    ("LENDING_CREDIT_REMITTANCE_REVERSAL", Group::Advances),
    ("LENDING_CREDIT_REVERSAL", Group::Advances),
    ("LENDING_DEBIT", Group::Advances),
    ("LENDING_DEBIT_REVERSAL", Group::Advances),
    ("TRANSFER", Group::Transfers),
    ("TRANSFER_CANCEL", Group::Transfers),
    ("TRANSFER_FAILURE", Group::Transfers),
    ("TRANSFER_REFUND", Group::Transfers),
    ("ADS_PUBLISHER_CREDIT", Group::Other),
    ("ADS_PUBLISHER_CREDIT_REVERSAL", Group::Other),
    ("BALANCE_TRANSFER_INBOUND", Group::Other),
    ("BALANCE_TRANSFER_OUTBOUND", Group::Other),
    ("BILLING_DEBIT", Group::Other),
    ("BILLING_DEBIT_REVERSAL", Group::Other),
    ("CHANNEL_CREDIT", Group::Other),
    ("CHANNEL_CREDIT_REVERSAL", Group::Other),
    ("CHANNEL_PROMOTION_CREDIT", Group::Other),
    ("CHANNEL_PROMOTION_CREDIT_REVERSAL", Group::Other),
    ("CHANNEL_TRANSFER_CREDIT", Group::Other),
    ("CHANNEL_TRANSFER_CREDIT_REVERSAL", Group::Other),
    ("CHANNEL_TRANSFER_DEBIT", Group::Other),
    ("CHANNEL_TRANSFER_DEBIT_REVERSAL", Group::Other),
    ("COLLECTIONS_CREDIT", Group::Other),
    ("COLLECTIONS_CREDIT_REVERSAL", Group::Other),
    ("CUSTOMS_DUTY", Group::Other),
    ("CUSTOMS_DUTY_ADJUSTMENT", Group::Other),
    ("IMPORT_TAX", Group::Other),
    ("IMPORT_TAX_ADJUSTMENT", Group::Other),
    ("IMPORT_TAX_REFUND", Group::Other),
    ("MARKETS_PRO_CREDIT", Group::Other),
    ("MERCHANT_TO_MERCHANT_CREDIT", Group::Other),
    ("MERCHANT_TO_MERCHANT_CREDIT_REVERSAL", Group::Other),
    ("MERCHANT_TO_MERCHANT_DEBIT", Group::Other),
    ("MERCHANT_TO_MERCHANT_DEBIT_REVERSAL", Group::Other),
    ("PROMOTION_CREDIT", Group::Other),
    ("PROMOTION_CREDIT_REVERSAL", Group::Other),
    ("SHIPPING_LABEL", Group::Other),
    ("SHIPPING_LABEL_ADJUSTMENT", Group::Other),
    ("SHIPPING_LABEL_ADJUSTMENT_BASE", Group::Other),
    ("SHIPPING_LABEL_ADJUSTMENT_SURCHARGE", Group::Other),
    ("SHIPPING_OTHER_CARRIER_CHARGE_ADJUSTMENT", Group::Other),
    ("SHIPPING_RETURN_TO_ORIGIN_ADJUSTMENT", Group::Other),
    ("SHOPIFY_COLLECTIVE_CREDIT", Group::Other),
    ("SHOPIFY_COLLECTIVE_CREDIT_REVERSAL", Group::Other),
    ("SHOPIFY_COLLECTIVE_DEBIT", Group::Other),
    ("SHOPIFY_COLLECTIVE_DEBIT_REVERSAL", Group::Other),
    ("SHOPIFY_SOURCE_CREDIT", Group::Other),
    ("SHOPIFY_SOURCE_CREDIT_REVERSAL", Group::Other),
    ("SHOPIFY_SOURCE_DEBIT", Group::Other),
    ("SHOPIFY_SOURCE_DEBIT_REVERSAL", Group::Other),
    ("SHOP_CASH_BILLING_DEBIT", Group::Other),
    ("SHOP_CASH_BILLING_DEBIT_REVERSAL", Group::Other),
    ("SHOP_CASH_CAMPAIGN_BILLING_CREDIT", Group::Other),
    ("SHOP_CASH_CAMPAIGN_BILLING_CREDIT_REVERSAL", Group::Other),
    ("SHOP_CASH_CAMPAIGN_BILLING_DEBIT", Group::Other),
    ("SHOP_CASH_CAMPAIGN_BILLING_DEBIT_REVERSAL", Group::Other),
    ("SHOP_CASH_CREDIT", Group::Other),
    ("SHOP_CASH_CREDIT_REVERSAL", Group::Other),
    ("SHOP_CASH_REFUND_DEBIT", Group::Other),
    ("SHOP_CASH_REFUND_DEBIT_REVERSAL", Group::Other),
    ("VAT_REFUND_CREDIT", Group::Other),
    ("VAT_REFUND_CREDIT_REVERSAL", Group::Other),
    // Of former versions, which history still has.
    ("CREDIT", Group::Adjustments),
    ("DEBIT", Group::Adjustments),
    ("DISPUTE", Group::Disputes),
    ("PAYMENT_REFUND", Group::Refunds),
    ("PAYOUT", Group::Transfers),
    ("PAYOUT_CANCELLATION", Group::Transfers),
    ("PAYOUT_FAILURE", Group::Transfers),
    ("RESERVE", Group::Reserves),
];

/// The types by which the balance goes to the bank: a payout's own transaction.
pub const PAYOUTS: [&str; 2] = ["TRANSFER", "PAYOUT"];

/// To which part of a payout a type belongs.
pub fn group(kind: &str) -> Group {
    TYPES.iter().find(|(name, _)| *name == kind).map_or(Group::Other, |(_, group)| *group)
}

/// Words that are written in capitals.
const CAPITALS: [&str; 2] = ["ACH", "VAT"];

/// A name of Shopify's for people, as *Shop Cash Credit*.
pub fn label(name: &str) -> String {
    let word = |word: &str| if CAPITALS.contains(&word) { word.to_owned() } else { words(word) };
    name.split('_').filter(|part| !part.is_empty()).map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_type_of_the_schema_is_known_once() {
        let schema = shopify_schema::SDL;
        let body = schema.split("enum ShopifyPaymentsTransactionType {").nth(1).unwrap().split('}').next().unwrap();
        let named: Vec<&str> = body.split_whitespace().collect();
        assert!(named.len() > 110, "{}", named.len());
        let known: HashSet<&str> = TYPES.iter().map(|(name, _)| *name).collect();
        assert_eq!(known.len(), TYPES.len(), "none is there twice");
        let unknown: Vec<_> = named.iter().filter(|name| !known.contains(*name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[test]
    fn a_name_is_told_as_people_write_it() {
        assert_eq!(label("SHOP_CASH_CREDIT"), "Shop Cash Credit");
        assert_eq!(label("VAT_REFUND_CREDIT"), "VAT Refund Credit");
        assert_eq!(label("ACH_BANK_FAILURE_DEBIT_FEE"), "ACH Bank Failure Debit Fee");
        assert_eq!(label(""), "");
    }

    #[test]
    fn what_comes_later_is_something_else() {
        assert_eq!(group("SOMETHING_NEW"), Group::Other);
        assert_eq!(group("CHARGE"), Group::Sales);
    }
}
