//! The accounts of the shop card that an order needs.

use values::Code;

use super::Ground;
use crate::orders::staged::{Sale, line};
use crate::orders::totals::{Stand, duties};
use crate::skipped::Cause;
use crate::skipped::cause::Account;

/// Adds a cause for each account that the order needs and the shop card lacks.
pub fn check(ground: &Ground, sale: &Sale, causes: &mut Vec<Cause>) {
    let shop = &ground.shop;
    let mut need = |needed: bool, account: Account, number: &Code<20>| {
        if needed && number.is_blank() {
            causes.push(Cause::NoAccount(account));
        }
    };
    let stand = Stand::of(&sale.order);
    let sells = |what: fn(&line::Model) -> bool| sale.lines.iter().any(|line| what(line) && stand.sells(line));
    need(sells(|line| line.tip), Account::Tip, &shop.tip_account);
    need(sells(|line| line.gift_card && !line.tip), Account::SoldGiftCard, &shop.sold_gift_card_account);
    for charge in sale.shipping_charges.iter().filter(|charge| !charge.amount.is_zero()) {
        let (_, number) = ground.mappings.charge(shop, &charge.title);
        need(true, Account::ShippingCharges, number);
    }
    let (order, handling) = (&sale.order, shop.currency_handling);
    let has_duties = !duties(sale, handling).is_zero();
    need(has_duties, Account::Duties, &shop.duties_account);
    let has_fees = sale.additional_fees.iter().any(|fee| !fee.amount.is_zero());
    need(has_fees, Account::AdditionalFees, &shop.additional_fees_account);
    let rounding = handling.pick(order.payment_rounding_amount, order.presentment_payment_rounding_amount);
    need(!rounding.is_zero(), Account::CashRoundings, &shop.cash_roundings_account);
}

#[cfg(test)]
mod tests {
    use runtime::Random;
    use shopify::documents::orders::Order;
    use values::money::Amount;

    use super::*;
    use crate::orders::import;
    use crate::shops;
    use crate::shops::options::CurrencyHandling;

    #[test]
    fn rounded_cash_needs_its_account_in_the_money_of_the_document() {
        let domain = "demo.myshopify.com".into();
        let mut ground = Ground {
            shop: shops::Model::new(uuid::Uuid::nil(), Code::cut("DEMO"), domain, String::new()),
            company_currency: Code::cut("NOK"),
            zone: chrono_tz::UTC,
            user: "KARI".into(),
            run: uuid::Uuid::nil(),
            now: "2026-03-03T09:00:00Z".parse().unwrap(),
            random: Random::seeded(1),
            mappings: Default::default(),
        };
        let order: Order = serde_json::from_str(include_str!("../import/order.json")).unwrap();
        let mut sale = import::document(&ground.import(), &order, "digest", None).unwrap().document.sale;
        sale.order.payment_rounding_amount = Amount::ZERO;
        sale.order.presentment_payment_rounding_amount = "-0.02".parse().unwrap();
        let needs = |ground: &Ground| {
            let mut causes = Vec::new();
            check(ground, &sale, &mut causes);
            causes.contains(&Cause::NoAccount(Account::CashRoundings))
        };
        assert!(!needs(&ground));
        ground.shop.currency_handling = CurrencyHandling::PresentmentCurrency;
        assert!(needs(&ground));
    }
}
