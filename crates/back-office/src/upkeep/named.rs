//! Which fields name records of which lists.

use std::sync::{LazyLock, OnceLock};

use access::user_account as user_accounts;
use job_queue::category as job_queue_categories;

use super::names::{Name, Names, Naming};
use crate::bank_accounts::entry as bank_entries;
use crate::bank_accounts::posting_group as bank_account_posting_groups;
use crate::currencies::exchange_rate as exchange_rates;
use crate::customer_ledger::entry as customer_entries;
use crate::customers::ship_to_address as ship_to_addresses;
use crate::customers::template as customer_templates;
use crate::general_journal::batch as journals;
use crate::general_journal::line as journal_lines;
use crate::general_journal::template as journal_templates;
use crate::general_ledger::entry as general_entries;
use crate::general_ledger::vat_entry as vat_entries;
use crate::item_journal::batch as item_journal_batches;
use crate::item_journal::line as item_journal_lines;
use crate::item_ledger::entry as item_entries;
use crate::items::picture as item_pictures;
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
use crate::prices::line as price_list_lines;
use crate::prices::list as price_lists;
use crate::sales::header as sales_headers;
use crate::sales::line as sales_lines;
use crate::sales_tax::area as tax_areas;
use crate::sales_tax::area_line as tax_area_lines;
use crate::sales_tax::detail as tax_details;
use crate::sales_tax::group as tax_groups;
use crate::sales_tax::jurisdiction as tax_jurisdictions;
use crate::shipping_agents::service as shipping_agent_services;
use crate::vat as vat_posting_setup;
use crate::{
    accounts, bank_accounts, company, countries, currencies, customers, expected_receipts, items, locations,
    payment_methods, payment_terms, sales_setup, shipment_methods, units_of_measure, user_setup,
};
use crate::{customer_discount_groups, customer_price_groups, invoice_discounts, item_discount_groups};
use crate::{item_categories, salespeople, shipping_agents, tariff_numbers, vendors};

/// A row for each field that names a record of another list: where it stands, and what it names. `if` says where a field
/// that may name several things names this.
macro_rules! names {
    ($( $from:ident [ $($column:ident $(if $kind:ident = $text:literal)?),+ ] => $to:ident . $code:ident; )+) => {
        vec![$($(
            Box::new(Name::<$from::Entity, $to::Entity> {
                from: $from::Column::$column,
                to: $to::Column::$code,
                only: names!(@only $from $($kind = $text)?),
            }) as Box<dyn Names>,
        )+)+]
    };
    (@only $from:ident) => { None };
    (@only $from:ident $kind:ident = $text:literal) => { Some(($from::Column::$kind, $text)) };
}

static OWN: LazyLock<Vec<Box<dyn Names>>> = LazyLock::new(rows);
static OTHERS: OnceLock<Vec<Naming>> = OnceLock::new();

/// Says once, when the program is put together, which fields of lists beside the back office's own name its records, so
/// that what they name is there and stays.
pub fn also_naming(others: Vec<Naming>) {
    OTHERS.get_or_init(|| others);
}

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static dyn Names> {
    let others = OTHERS.get().into_iter().flatten().map(|naming| &*naming.0);
    OWN.iter().map(|names| &**names).chain(others)
}

fn rows() -> Vec<Box<dyn Names>> {
    names! {
        customers[PaymentTermsCode] => payment_terms.Code;
        customer_templates[PaymentTermsCode] => payment_terms.Code;
        sales_headers[PaymentTermsCode] => payment_terms.Code;

        customers[PaymentMethodCode] => payment_methods.Code;
        customer_templates[PaymentMethodCode] => payment_methods.Code;
        sales_headers[PaymentMethodCode] => payment_methods.Code;

        sales_headers[ShipmentMethodCode] => shipment_methods.Code;
        customers[ShipmentMethodCode] => shipment_methods.Code;
        ship_to_addresses[ShipmentMethodCode] => shipment_methods.Code;
        customers[ShippingAgentCode] => shipping_agents.Code;
        ship_to_addresses[ShippingAgentCode] => shipping_agents.Code;
        sales_headers[ShippingAgentCode] => shipping_agents.Code;
        shipping_agent_services[ShippingAgentCode] => shipping_agents.Code;

        customers[SalespersonCode] => salespeople.Code;
        sales_headers[SalespersonCode] => salespeople.Code;

        customers[CustomerPriceGroup] => customer_price_groups.Code;
        sales_headers[CustomerPriceGroup] => customer_price_groups.Code;
        price_lists[SourceNumber if SourceType = "Customer Price Group"] => customer_price_groups.Code;
        customers[CustomerDiscountGroup] => customer_discount_groups.Code;
        sales_headers[CustomerDiscountGroup] => customer_discount_groups.Code;
        price_lists[SourceNumber if SourceType = "Customer Disc. Group"] => customer_discount_groups.Code;
        items[ItemDiscountGroup] => item_discount_groups.Code;
        price_list_lines[AssetNumber if AssetType = "Item Discount Group"] => item_discount_groups.Code;

        invoice_discounts[CurrencyCode] => currencies.Code;
        price_lists[CurrencyCode] => currencies.Code;
        customers[CurrencyCode] => currencies.Code;
        customer_templates[CurrencyCode] => currencies.Code;
        exchange_rates[CurrencyCode] => currencies.Code;
        sales_headers[CurrencyCode] => currencies.Code;
        customer_entries[CurrencyCode] => currencies.Code;

        items[BaseUnitOfMeasureCode, SalesUnitOfMeasureCode] => units_of_measure.Code;
        item_templates[BaseUnitOfMeasureCode] => units_of_measure.Code;
        item_units[Code] => units_of_measure.Code;
        item_references[UnitOfMeasureCode] => units_of_measure.Code;
        sales_lines[UnitOfMeasureCode] => units_of_measure.Code;
        item_journal_lines[UnitOfMeasureCode] => units_of_measure.Code;

        customers[CountryRegionCode] => countries.Code;
        ship_to_addresses[CountryRegionCode] => countries.Code;
        ship_to_addresses[CustomerNumber] => customers.Number;
        items[CountryRegionOfOriginCode] => countries.Code;
        company[CountryRegionCode] => countries.Code;

        inventory_posting_setup[LocationCode] => locations.Code;
        sales_headers[LocationCode] => locations.Code;
        customers[LocationCode] => locations.Code;
        ship_to_addresses[LocationCode] => locations.Code;
        sales_lines[LocationCode] => locations.Code;
        item_entries[LocationCode] => locations.Code;
        item_journal_lines[LocationCode, NewLocationCode] => locations.Code;
        expected_receipts[LocationCode] => locations.Code;

        customers[CustomerPostingGroup] => customer_posting_groups.Code;
        customer_templates[CustomerPostingGroup] => customer_posting_groups.Code;
        sales_headers[CustomerPostingGroup] => customer_posting_groups.Code;

        customers[GeneralBusinessPostingGroup] => general_business_groups.Code;
        customer_templates[GeneralBusinessPostingGroup] => general_business_groups.Code;
        general_posting_setup[BusinessGroup] => general_business_groups.Code;
        sales_headers[GeneralBusinessPostingGroup] => general_business_groups.Code;

        items[GeneralProductPostingGroup] => general_product_groups.Code;
        item_templates[GeneralProductPostingGroup] => general_product_groups.Code;
        accounts[GeneralProductPostingGroup] => general_product_groups.Code;
        general_posting_setup[ProductGroup] => general_product_groups.Code;
        sales_lines[GeneralProductPostingGroup] => general_product_groups.Code;

        items[VatBusinessPostingGroupPrice] => vat_business_groups.Code;
        price_lists[VatBusinessPostingGroupPrice] => vat_business_groups.Code;
        sales_setup[VatBusinessPostingGroupPrice] => vat_business_groups.Code;
        customers[VatBusinessPostingGroup] => vat_business_groups.Code;
        customer_templates[VatBusinessPostingGroup] => vat_business_groups.Code;
        vat_posting_setup[BusinessGroup] => vat_business_groups.Code;
        sales_headers[VatBusinessPostingGroup] => vat_business_groups.Code;

        items[VatProductPostingGroup] => vat_product_groups.Code;
        item_templates[VatProductPostingGroup] => vat_product_groups.Code;
        accounts[VatProductPostingGroup] => vat_product_groups.Code;
        vat_posting_setup[ProductGroup] => vat_product_groups.Code;
        sales_lines[VatProductPostingGroup] => vat_product_groups.Code;

        customers[TaxAreaCode] => tax_areas.Code;
        customer_templates[TaxAreaCode] => tax_areas.Code;
        ship_to_addresses[TaxAreaCode] => tax_areas.Code;
        sales_headers[TaxAreaCode] => tax_areas.Code;
        tax_area_lines[TaxAreaCode] => tax_areas.Code;
        tax_area_lines[TaxJurisdictionCode] => tax_jurisdictions.Code;
        tax_details[TaxJurisdictionCode] => tax_jurisdictions.Code;
        vat_entries[TaxJurisdictionCode] => tax_jurisdictions.Code;
        tax_details[TaxGroupCode] => tax_groups.Code;
        items[TaxGroupCode] => tax_groups.Code;
        item_templates[TaxGroupCode] => tax_groups.Code;
        accounts[TaxGroupCode] => tax_groups.Code;
        sales_lines[TaxGroupCode] => tax_groups.Code;

        items[InventoryPostingGroup] => inventory_posting_groups.Code;
        item_templates[InventoryPostingGroup] => inventory_posting_groups.Code;
        inventory_posting_setup[InventoryPostingGroup] => inventory_posting_groups.Code;

        payment_methods[BalancingAccountNumber if BalancingAccountType = "G/L Account"] => accounts.Number;
        payment_methods[BalancingAccountNumber if BalancingAccountType = "Bank Account"] => bank_accounts.Number;
        journals[BalancingAccountNumber if BalancingAccountType = "G/L Account"] => accounts.Number;
        journals[BalancingAccountNumber if BalancingAccountType = "Bank Account"] => bank_accounts.Number;
        journals[TemplateName] => journal_templates.Name;
        journals[NumberSeries] => number_series.Code;
        journal_lines[AccountNumber if AccountType = "G/L Account"] => accounts.Number;
        journal_lines[AccountNumber if AccountType = "Bank Account"] => bank_accounts.Number;
        journal_lines[BalancingAccountNumber if BalancingAccountType = "G/L Account"] => accounts.Number;
        journal_lines[BalancingAccountNumber if BalancingAccountType = "Bank Account"] => bank_accounts.Number;
        journal_lines[CurrencyCode] => currencies.Code;
        journal_lines[PaymentMethodCode] => payment_methods.Code;
        bank_accounts[BankAccountPostingGroup] => bank_account_posting_groups.Code;
        bank_accounts[CurrencyCode] => currencies.Code;
        bank_account_posting_groups[AccountNumber] => accounts.Number;
        bank_entries[BankAccountNumber] => bank_accounts.Number;
        customer_posting_groups[
            ReceivablesAccount, InvoiceRoundingAccount, ServiceChargeAccount, PaymentDiscountDebitAccount,
            PaymentDiscountCreditAccount
        ] => accounts.Number;
        currencies[RealizedGainsAccount, RealizedLossesAccount] => accounts.Number;
        general_posting_setup[
            SalesAccount, SalesCreditMemoAccount, SalesLineDiscountAccount, SalesInvoiceDiscountAccount, CogsAccount,
            CogsAccountInterim, InventoryAdjustmentAccount
        ] => accounts.Number;
        inventory_posting_setup[InventoryAccount, InventoryAccountInterim] => accounts.Number;
        vat_posting_setup[SalesVatAccount] => accounts.Number;
        tax_jurisdictions[TaxAccountSales] => accounts.Number;
        sales_lines[Number if Kind = "Account"] => accounts.Number;
        general_entries[AccountNumber] => accounts.Number;

        number_series_lines[SeriesCode] => number_series.Code;
        user_setup[UserId] => user_accounts.UserName;
        sales_setup[JobQueueCategoryCode] => job_queue_categories.Code;
        company[CustomerNumbers, ItemNumbers, OrderNumbers] => number_series.Code;
        sales_setup[
            InvoiceNumbers, CreditMemoNumbers, ReturnOrderNumbers, PostedShipmentNumbers, PostedInvoiceNumbers,
            PostedCreditMemoNumbers
        ] => number_series.Code;
        customer_templates[NumberSeries] => number_series.Code;
        item_journal_batches[NumberSeries] => number_series.Code;
        item_journal_lines[BatchCode] => item_journal_batches.Code;
        items[ItemCategoryCode] => item_categories.Code;
        item_categories[ParentCategory] => item_categories.Code;
        items[VendorNumber] => vendors.Number;
        item_vendors[VendorNumber] => vendors.Number;
        items[TariffNumber] => tariff_numbers.Number;

        item_variants[ItemNumber] => items.Number;
        item_units[ItemNumber] => items.Number;
        item_references[ItemNumber] => items.Number;
        item_vendors[ItemNumber] => items.Number;
        item_texts[ItemNumber] => items.Number;
        item_pictures[ItemNumber] => items.Number;
        item_journal_lines[ItemNumber] => items.Number;
        expected_receipts[ItemNumber] => items.Number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_about_fields_that_are_shown() {
        for names in all() {
            let (field, code) = (names.field(), names.code());
            assert!(!field.is_empty() && !code.is_empty(), "{} names {} by {field}", names.naming(), names.named());
        }
    }
}
