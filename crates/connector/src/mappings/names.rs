//! Which fields of the connector's own lists name records of the back office: those are there, and stay while they are
//! named.

use back_office::upkeep::Naming;
use back_office::{
    accounts, countries, currencies, customer_discount_groups, customer_price_groups, customers, items, locations,
    payment_methods, payment_terms as terms, posting_groups, sales_tax, salespeople, shipment_methods, shipping_agents,
};

use super::{payment_method, payment_terms, shipment_method, tax_area};
use crate::catalogs::staged::catalog;
use crate::companies::staged::location as company_location;
use crate::customers::countries as customer_setup;
use crate::{locations as places, shops, staff_members};

/// A row for each list: its fields, and the code that they name; `if` says where a field names this and nothing else.
macro_rules! naming {
    ($( $from:ident [ $($column:ident $(if $kind:ident = $text:literal)?),+ ] => $to:path, $code:ident; )+) => {
        vec![$($( naming!(@one $from, $column, $to, $code $(, $kind = $text)?), )+)+]
    };
    (@one $from:ident, $column:ident, $to:path, $code:ident) => {{
        use $to as to;
        Naming::always::<$from::Entity, to::Entity>($from::Column::$column, to::Column::$code)
    }};
    (@one $from:ident, $column:ident, $to:path, $code:ident, $kind:ident = $text:literal) => {{
        use $to as to;
        let only = ($from::Column::$kind, $text);
        Naming::only::<$from::Entity, to::Entity>($from::Column::$column, to::Column::$code, only)
    }};
}

/// All of them.
pub(crate) fn naming() -> Vec<Naming> {
    naming! {
        shipment_method[ShopCode] => shops, Code;
        shipment_method[ShipmentMethodCode] => shipment_methods, Code;
        shipment_method[ShippingAgentCode] => shipping_agents, Code;
        shipment_method[ShippingChargesNumber if ShippingChargesType = "G/L Account"] => accounts, Number;
        shipment_method[ShippingChargesNumber if ShippingChargesType = "Item"] => items, Number;
        payment_method[ShopCode] => shops, Code;
        payment_method[PaymentMethodCode] => payment_methods, Code;
        payment_terms[ShopCode] => shops, Code;
        payment_terms[PaymentTermsCode] => terms, Code;
        places[ShopCode] => shops, Code;
        places[DefaultLocationCode] => locations, Code;
        staff_members[ShopCode] => shops, Code;
        staff_members[SalespersonCode] => salespeople, Code;
        tax_area[TaxAreaCode] => sales_tax::area, Code;
        tax_area[VatBusPostingGroup] => posting_groups::vat_business, Code;
        customer_setup[ShopCode] => shops, Code;
        customer_setup[CustomerTemplateCode] => customers::template, Code;
        customer_setup[DefaultCustomerNumber] => customers, Number;
        catalog[ShopCode] => shops, Code;
        catalog[CurrencyCode] => currencies, Code;
        catalog[CustomerNumber] => customers, Number;
        catalog[CustomerPriceGroup] => customer_price_groups, Code;
        catalog[CustomerDiscountGroup] => customer_discount_groups, Code;
        catalog[GenBusPostingGroup] => posting_groups::general_business, Code;
        catalog[VatBusPostingGroup] => posting_groups::vat_business, Code;
        catalog[CustomerPostingGroup] => posting_groups::customer, Code;
        catalog[TaxAreaCode] => sales_tax::area, Code;
        catalog[VatCountry] => countries, Code;
        company_location[SellToCustomerNumber, BillToCustomerNumber] => customers, Number;
        shops[
            ShippingChargesAccount, TipAccount, SoldGiftCardAccount, CashRoundingsAccount, DutiesAccount,
            AdditionalFeesAccount, RefundAccount, RefundAccountNonRestockItems
        ] => accounts, Number;
        shops[ReturnLocation] => locations, Code;
        shops[CustomerTemplateCode] => customers::template, Code;
        shops[CustomLineItemNumber] => items, Number;
    }
}
