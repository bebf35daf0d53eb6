//! The lists that people keep: what tells their records apart, what the program alone sets, what else must hold.

use chrono::{DateTime, Utc};
use database::Tx;
use runtime::Random;

use super::{Upkeep, checks, used};
use crate::Result;
use crate::bank_accounts::posting_group as bank_account_posting_groups;
use crate::currencies::exchange_rate as exchange_rates;
use crate::customers::ship_to_address as ship_to_addresses;
use crate::customers::template as customer_templates;
use crate::general_journal::batch as journals;
use crate::general_journal::template as journal_templates;
use crate::general_ledger::setup as general_ledger_setup;
use crate::item_journal::batch as item_journal_batches;
use crate::items::reference as item_references;
use crate::items::template as item_templates;
use crate::items::text as item_texts;
use crate::items::unit_of_measure as item_units;
use crate::items::variant as item_variants;
use crate::items::vendor as item_vendors;
use crate::number_series::line as number_series_lines;
use crate::number_series::series as number_series;
use crate::posting_groups::customer as customer_posting_groups;
use crate::posting_groups::general_business as general_business_groups;
use crate::posting_groups::general_product as general_product_groups;
use crate::posting_groups::inventory as inventory_posting_groups;
use crate::posting_groups::vat_business as vat_business_groups;
use crate::posting_groups::vat_product as vat_product_groups;
use crate::posting_setup::general as general_posting_setup;
use crate::posting_setup::inventory as inventory_posting_setup;
use crate::sales_tax::area as tax_areas;
use crate::sales_tax::area_line as tax_area_lines;
use crate::sales_tax::detail as tax_details;
use crate::sales_tax::group as tax_groups;
use crate::sales_tax::jurisdiction as tax_jurisdictions;
use crate::shipping_agents::service as shipping_agent_services;
use crate::vat as vat_posting_setup;
use crate::{
    accounts, availability, bank_accounts, company, countries, currencies, inventory_setup, locations, payment_methods,
    payment_terms, sales_setup, shipment_methods, units_of_measure, user_setup,
};
use crate::{customer_discount_groups, customer_price_groups, invoice_discounts, item_discount_groups};
use crate::{item_categories, salespeople, shipping_agents, tariff_numbers, vendors};

/// A row for each list; after `key`, which of it may be blank, what is kept, what a new record begins with, and the check
/// of its own.
macro_rules! lists {
    ($( $entity:ident => $one:literal, key [$($key:ident),*]
        $(, blank [$($blank:ident),+])? $(, kept [$($kept:ident),+])? $(, begins $begins:expr)?
        $(, check $check:ident)? $(, used $used:ident)? $(, marks $marks:ident)?; )+) => {
        $(impl Upkeep for $entity::Entity {
            const ONE: &'static str = $one;
            const KEY: &'static [Self::Column] = &[$($entity::Column::$key),*];
            const MAY_BE_BLANK: &'static [Self::Column] = &[$($($entity::Column::$blank),+)?];
            const KEPT: &'static [Self::Column] = &[$($($entity::Column::$kept),+)?];

            $(fn begins_with() -> &'static [(&'static str, &'static str)] {
                $begins
            })?

            $(async fn check(tx: &Tx, record: &Self::Model) -> Result<()> {
                checks::$check(tx, record).await
            })?

            $(async fn kept(tx: &Tx, record: &Self::Model, now: DateTime<Utc>, random: &Random) -> Result<()> {
                availability::$marks(tx, &record.item_number, now, random).await
            })?

            $(async fn is_used(tx: &Tx, record: &Self::Model) -> Result<Option<&'static str>> {
                used::$used(tx, record).await
            })?
        })+
    };
}

lists! {
    accounts => "G/L account", key [Number], begins &[("directPosting", "true")], check account;
    bank_account_posting_groups => "bank account posting group", key [Code];
    bank_accounts => "bank account", key [Number], check bank_account;
    journal_templates => "journal template", key [Name];
    journals => "journal", key [TemplateName, Name], check journal, used journal;
    currencies => "currency", key [Code],
        begins &[
            ("amountRoundingPrecision", "0.01"),
            ("unitAmountRoundingPrecision", "0.00001"),
            ("invoiceRoundingPrecision", "0.01"),
        ], check currency;
    exchange_rates => "currency exchange rate", key [CurrencyCode, StartingDate];
    payment_terms => "payment terms code", key [Code];
    payment_methods => "payment method", key [Code];
    shipment_methods => "shipment method", key [Code];
    shipping_agents => "shipping agent", key [Code];
    shipping_agent_services => "shipping agent service", key [ShippingAgentCode, Code], used shipping_agent_service;
    salespeople => "salesperson", key [Code];
    ship_to_addresses => "ship-to address", key [CustomerNumber, Code], check ship_to_address, used ship_to_address;
    item_categories => "item category", key [Code], check item_category;
    vendors => "vendor", key [Number];
    tariff_numbers => "tariff number", key [Number];
    item_journal_batches => "item journal batch", key [Code], check item_journal_batch;
    units_of_measure => "unit of measure", key [Code];
    customer_price_groups => "customer price group", key [Code];
    customer_discount_groups => "customer discount group", key [Code];
    item_discount_groups => "item discount group", key [Code];
    invoice_discounts => "customer invoice discount", key [Code, CurrencyCode, MinimumAmount],
        blank [CurrencyCode, MinimumAmount], check invoice_discount;
    countries => "country/region", key [Code];
    locations => "location", key [Code];
    customer_posting_groups => "customer posting group", key [Code];
    general_business_groups => "general business posting group", key [Code];
    general_product_groups => "general product posting group", key [Code];
    vat_business_groups => "VAT business posting group", key [Code];
    vat_product_groups => "VAT product posting group", key [Code];
    inventory_posting_groups => "inventory posting group", key [Code];
    general_posting_setup => "general posting setup", key [BusinessGroup, ProductGroup], blank [BusinessGroup];
    inventory_posting_setup => "inventory posting setup", key [LocationCode, InventoryPostingGroup],
        blank [LocationCode];
    vat_posting_setup => "VAT posting setup", key [BusinessGroup, ProductGroup], blank [BusinessGroup, ProductGroup], check vat;
    tax_areas => "tax area", key [Code];
    tax_area_lines => "tax area line", key [TaxAreaCode, TaxJurisdictionCode];
    tax_jurisdictions => "tax jurisdiction", key [Code];
    tax_groups => "tax group", key [Code];
    tax_details => "tax detail", key [TaxJurisdictionCode, TaxGroupCode, TaxType, EffectiveDate],
        blank [TaxGroupCode], check tax_detail;
    number_series => "number series", key [Code], begins &[("defaultNumbers", "true")];
    number_series_lines => "number series line", key [SeriesCode, StartingNumber],
        kept [LastNumberUsed, LastDateUsed], begins &[("incrementByNumber", "1"), ("open", "true")],
        check number_series_line;
    user_setup => "user setup", key [UserId], check user_setup;
    customer_templates => "customer template", key [Code];
    item_templates => "item template", key [Code], begins &[("allowInvoiceDiscount", "true")];
    item_variants => "item variant", key [ItemNumber, Code], used variant;
    item_units => "item unit of measure", key [ItemNumber, Code],
        begins &[("qtyPerUnitOfMeasure", "1")], check item_unit, used item_unit, marks mark_units;
    item_vendors => "item vendor", key [ItemNumber, VariantCode, VendorNumber], blank [VariantCode], check item_vendor;
    item_texts => "item text", key [ItemNumber, TextType, LanguageCode], blank [LanguageCode];
    item_references => "item reference", key [ItemNumber, VariantCode, UnitOfMeasureCode, ReferenceNumber],
        blank [VariantCode, UnitOfMeasureCode], check reference;
    company => "company information", key [], check company;
    sales_setup => "sales and receivables setup", key [];
    general_ledger_setup => "general ledger setup", key [], check general_ledger_setup;
    inventory_setup => "inventory setup", key [];
}
