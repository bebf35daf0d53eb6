//! The part of an order's discounts that Shopify has given to no line and no shipping charge.

use values::money::Amount;

use crate::orders::staged::Sale;
use crate::shops::options::CurrencyHandling;

/// What is left for the invoice discount, in the document's money. A negative rest is nothing.
pub(super) fn rest(sale: &Sale, handling: CurrencyHandling) -> Amount {
    let (all, of_lines, of_shipping): (Amount, Amount, Amount) = match handling {
        CurrencyHandling::ShopCurrency => (
            sale.order.discount_amount,
            sale.lines.iter().map(|line| line.discount_amount).sum(),
            sale.shipping_charges.iter().map(|charge| charge.discount_amount).sum(),
        ),
        CurrencyHandling::PresentmentCurrency => (
            sale.order.presentment_discount_amount,
            sale.lines.iter().map(|line| line.presentment_discount_amount).sum(),
            sale.shipping_charges.iter().map(|charge| charge.presentment_discount_amount).sum(),
        ),
    };
    (all - of_lines - of_shipping).max(Amount::ZERO)
}
