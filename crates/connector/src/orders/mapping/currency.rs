//! The currency of a document.

use values::Code;

use super::Ground;
use crate::orders::staged::order;
use crate::shops::options::CurrencyHandling;
use crate::skipped::Cause;

impl Ground {
    /// The currency of an order's document; blank is the company's own.
    pub fn document_currency(&self, order: &order::Model) -> Code<10> {
        match self.shop.currency_handling {
            CurrencyHandling::ShopCurrency => self.internal(&self.shop.currency_code),
            CurrencyHandling::PresentmentCurrency => self.internal(&order.presentment_currency_code),
        }
    }

    /// A currency as the back office writes it: its own is blank.
    fn internal(&self, currency: &Code<10>) -> Code<10> {
        if *currency == self.company_currency { Code::blank() } else { currency.clone() }
    }

    /// Amounts in a currency that the shop card does not tell would be posted as if they were another's.
    pub(super) fn check_currency(&self, order: &order::Model, causes: &mut Vec<Cause>) {
        let shop = self.shop.currency_code.non_blank().unwrap_or(&self.company_currency);
        let is_shop_money = self.shop.currency_handling == CurrencyHandling::ShopCurrency;
        if is_shop_money && !order.currency_code.is_blank() && order.currency_code != *shop {
            causes.push(Cause::Currency { order: order.currency_code.to_string(), shop: shop.to_string() });
        }
    }
}
