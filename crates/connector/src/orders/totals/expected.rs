use rust_decimal::Decimal;
use values::money::Amount;

use super::decimals::smallest;
use super::{Stand, discount_of, rest};
use crate::orders::staged::{Sale, line};
use crate::shops::options::CurrencyHandling;

/// What an order comes to, part by part, in the money of its document. Before taxes where its prices exclude them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// The lines after their own discounts; tips and gift cards too.
    pub goods: Amount,
    /// The discount of the whole order.
    pub invoice_discount: Amount,
    /// The shipping, after discounts.
    pub shipping: Amount,
    /// The duties, where prices exclude them.
    pub duties: Amount,
    /// What the store charges beside goods, shipping and duties.
    pub additional_fees: Amount,
    /// What cash was rounded by.
    pub rounding: Amount,
    /// The taxes, included or not.
    pub tax: Amount,
    /// What the document must come to, taxes with it.
    pub total: Amount,
}

impl Expected {
    /// What its parts come to, before taxes where prices exclude them.
    pub fn parts(&self) -> Amount {
        self.goods - self.invoice_discount + self.shipping + self.duties + self.additional_fees + self.rounding
    }
}

/// What the order comes to.
pub fn expected(sale: &Sale, handling: CurrencyHandling) -> Expected {
    let (order, stand) = (&sale.order, Stand::of(&sale.order));
    let charges = sale.shipping_charges.iter();
    let shipping = charges.map(|charge| {
        handling.pick(charge.amount, charge.presentment_amount)
            - handling.pick(charge.discount_amount, charge.presentment_discount_amount)
    });
    let fees = sale.additional_fees.iter().map(|fee| handling.pick(fee.amount, fee.presentment_amount));
    let rounding = handling.pick(order.payment_rounding_amount, order.presentment_payment_rounding_amount);
    Expected {
        goods: sale.lines.iter().map(|line| net(sale, line, handling)).sum(),
        invoice_discount: rest(sale, handling),
        shipping: shipping.sum(),
        duties: duties(sale, handling),
        additional_fees: fees.sum(),
        rounding,
        tax: stand.tax(order, handling),
        total: stand.total(order, handling) + rounding,
    }
}

/// What is sold of a line comes to, after its discount.
pub fn net(sale: &Sale, line: &line::Model, handling: CurrencyHandling) -> Amount {
    let price = handling.pick(line.unit_price, line.presentment_unit_price);
    let quantity = Stand::of(&sale.order).quantity(line);
    let gross: Decimal = price.decimal() * quantity.decimal();
    let currency = handling.pick(&sale.order.currency_code, &sale.order.presentment_currency_code);
    let gross = Amount::rounded(gross, smallest(currency.as_str())).unwrap_or_default();
    gross - discount_of(sale, line, handling)
}

/// The duties that the document has a line for: none where prices include them.
pub fn duties(sale: &Sale, handling: CurrencyHandling) -> Amount {
    let order = &sale.order;
    if order.duties_included {
        return Amount::ZERO;
    }
    Stand::of(order).duties(order, handling)
}
