//! A refund with what decides its document, in the money of that.

use rust_decimal::Decimal;
use values::Code;
use values::money::{Amount, Price};

use crate::mappings::Mappings;
use crate::orders::refunds::staged::{Refunded, refund_line, return_line};
use crate::orders::staged::transaction::{self, Kind, Status};
use crate::orders::staged::{Sale, line};
use crate::orders::totals::smallest;
use crate::shops::options::CurrencyHandling;

/// A refund with what decides its document.
#[derive(Clone, Debug)]
pub(super) struct Credited {
    /// The refund.
    pub refunded: Refunded,
    /// Its order.
    pub sale: Sale,
    /// The order's payments.
    pub transactions: Vec<transaction::Model>,
    /// What came back by the return that the refund pays.
    pub return_lines: Vec<return_line::Model>,
}

impl Credited {
    /// The money in which the order's document was made.
    pub fn handling(&self) -> CurrencyHandling {
        self.sale.order.processed_currency_handling
    }

    /// What the document must come to, worked out once: what was paid back, and what cash was rounded by.
    pub fn target(&self) -> Amount {
        let refund = &self.refunded.refund;
        let refunded = self.handling().pick(refund.total_refunded_amount, refund.presentment_total_refunded_amount);
        refunded + self.rounding()
    }

    /// What Shopify says that its lines come to, taxes with them: less than nothing where the buyer gets something dearer
    /// instead. The back office may tax it otherwise.
    pub fn worth(&self) -> Amount {
        let (order, handling) = (&self.sale.order, self.handling());
        let lines = &self.refunded.lines;
        let goods: Amount =
            lines.iter().map(|line| handling.pick(line.subtotal_amount, line.presentment_subtotal_amount)).sum();
        let before_tax = goods + self.shipping().into_iter().sum::<Amount>();
        if order.vat_included {
            return before_tax;
        }
        let of_goods = lines.iter().map(|line| handling.pick(line.total_tax_amount, line.presentment_total_tax_amount));
        let shipping = self.refunded.shipping_lines.iter();
        let of_shipping = shipping.map(|line| handling.pick(line.tax_amount, line.presentment_tax_amount));
        before_tax + of_goods.chain(of_shipping).sum::<Amount>()
    }

    /// By what it was paid back, as far as that has arrived.
    fn paid(&self) -> impl Iterator<Item = &transaction::Model> {
        self.transactions.iter().filter(|one| {
            one.refund_id == self.refunded.refund.shopify_refund_id
                && one.kind == Kind::Refund
                && one.status == Status::Success
        })
    }

    /// The payment method to which all of it is mapped; blank when that is none, or not one.
    pub fn payment_method(&self, mappings: &Mappings) -> Code<10> {
        let method = |one: &transaction::Model| {
            let mapped = mappings.payment_method(&one.gateway, &one.credit_card_company);
            mapped.map(|mapped| mapped.payment_method_code.clone()).unwrap_or_default()
        };
        let mut methods = self.paid().map(method);
        let first = methods.next().unwrap_or_default();
        if methods.all(|other| other == first) { first } else { Code::blank() }
    }

    /// What cash was rounded by when it was paid back.
    pub fn rounding(&self) -> Amount {
        let (order, handling) = (&self.sale.order, self.handling());
        if handling.pick(order.refund_rounding_amount, order.presentment_refund_rounding_amount).is_zero() {
            return Amount::ZERO;
        }
        self.paid().map(|one| handling.pick(one.rounding_amount, one.presentment_rounding_amount)).sum()
    }

    /// The smallest amount of the document's currency.
    pub fn smallest(&self) -> Decimal {
        let order = &self.sale.order;
        smallest(self.handling().pick(&order.currency_code, &order.presentment_currency_code).as_str())
    }

    /// The line of the order.
    pub fn line(&self, order_line_id: i64) -> Option<&line::Model> {
        self.sale.lines.iter().find(|line| line.line_id == order_line_id)
    }

    /// Price and discount of a refund line: the discount is what quantity times price is more than its subtotal.
    pub fn price(&self, line: &refund_line::Model) -> (Price, Amount) {
        let handling = self.handling();
        let price = handling.pick(line.amount, line.presentment_amount);
        let subtotal = handling.pick(line.subtotal_amount, line.presentment_subtotal_amount);
        let gross = Amount::rounded(price.decimal() * line.quantity.decimal(), self.smallest()).unwrap_or_default();
        let discount = gross - subtotal;
        // A discount that has not the sign of its line would make it dearer: then the price says what it comes to.
        if !discount.is_zero() && (discount.decimal().is_sign_negative() != gross.decimal().is_sign_negative()) {
            return (each(subtotal, line.quantity.decimal()), Amount::ZERO);
        }
        (price, discount)
    }

    /// What shipping that is paid back comes to on the document: with its tax where prices include that. Shopify tells it
    /// before tax; but not in every store, and it is known by what was paid back and by what the shipping cost at all.
    pub fn shipping(&self) -> Vec<Amount> {
        let (order, handling) = (&self.sale.order, self.handling());
        let lines = self.refunded.shipping_lines.iter();
        let told: Vec<(Amount, Amount, i64)> = lines
            .map(|line| {
                let subtotal = handling.pick(line.subtotal_amount, line.presentment_subtotal_amount);
                (subtotal, handling.pick(line.tax_amount, line.presentment_tax_amount), line.shipping_line_id)
            })
            .collect();
        if !order.vat_included {
            return told.into_iter().map(|(subtotal, ..)| subtotal).collect();
        }
        let goods = self.refunded.lines.iter();
        let goods: Amount =
            goods.map(|line| handling.pick(line.subtotal_amount, line.presentment_subtotal_amount)).sum();
        let refund = &self.refunded.refund;
        let paid = handling.pick(refund.total_refunded_amount, refund.presentment_total_refunded_amount);
        let without: Amount = told.iter().map(|(subtotal, ..)| *subtotal).sum();
        let is_included =
            goods + without == paid || told.iter().any(|(subtotal, tax, id)| *subtotal + *tax > self.cost(*id));
        let gross = |(subtotal, tax, _)| if is_included { subtotal } else { subtotal + tax };
        told.into_iter().map(gross).collect()
    }

    /// What a shipping line of the order cost.
    fn cost(&self, shipping_line_id: i64) -> Amount {
        let handling = self.handling();
        let mut charges = self.sale.shipping_charges.iter();
        let charge = charges.find(|charge| charge.shipping_line_id == shipping_line_id);
        charge.map_or(Amount::ZERO, |charge| {
            handling.pick(charge.amount, charge.presentment_amount)
                - handling.pick(charge.discount_amount, charge.presentment_discount_amount)
        })
    }
}

/// The price of one of so many that come to an amount.
pub(super) fn each(amount: Amount, quantity: Decimal) -> Price {
    let price = amount.decimal().checked_div(quantity).unwrap_or_default();
    Price::rounded(price, Decimal::new(1, values::money::DECIMALS)).unwrap_or_default()
}
