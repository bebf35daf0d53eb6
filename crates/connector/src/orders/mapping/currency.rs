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
            CurrencyHandling::ShopCurrency => self.or_own(&self.shop.currency_code),
            // One that is not set up stays as Shopify writes it, for the back office to refuse.
            CurrencyHandling::PresentmentCurrency => {
                let told = &order.presentment_currency_code;
                self.internal(told).unwrap_or_else(|| told.clone())
            }
        }
    }

    /// A currency of Shopify as the back office writes it; `None` when it is not set up.
    pub(crate) fn internal(&self, iso: &Code<10>) -> Option<Code<10>> {
        if iso.is_blank() || *iso == self.company_currency {
            return Some(Code::blank());
        }
        self.mappings.currencies.find(iso).map(|code| self.or_own(code))
    }

    /// A currency of the back office; its own is blank.
    fn or_own(&self, code: &Code<10>) -> Code<10> {
        if *code == self.company_currency { Code::blank() } else { code.clone() }
    }

    /// Amounts in a currency that is not set up, or that the shop card does not tell, would be posted as if they were
    /// another's.
    pub(super) fn check_currency(&self, order: &order::Model, causes: &mut Vec<Cause>) {
        let handling = self.shop.currency_handling;
        let told = handling.pick(&order.currency_code, &order.presentment_currency_code);
        let Some(code) = self.internal(told) else {
            causes.push(Cause::UnknownCurrency(told.to_string()));
            return;
        };
        let is_shop_money = handling == CurrencyHandling::ShopCurrency && !told.is_blank();
        if is_shop_money && code != self.or_own(&self.shop.currency_code) {
            let named = |code: &Code<10>| code.non_blank().unwrap_or(&self.company_currency).to_string();
            causes.push(Cause::Currency { order: named(&code), shop: named(&self.shop.currency_code) });
        }
    }
}
