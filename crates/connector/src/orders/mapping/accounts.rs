//! The accounts of the shop card that an order needs.

use values::Code;

use crate::orders::staged::Sale;
use crate::orders::totals::duties;
use crate::shops;
use crate::skipped::Cause;
use crate::skipped::cause::Account;

/// Adds a cause for each account that the order needs and the shop card lacks.
pub fn check(shop: &shops::Model, sale: &Sale, causes: &mut Vec<Cause>) {
    let mut need = |needed: bool, account: Account, number: &Code<20>| {
        if needed && number.is_blank() {
            causes.push(Cause::NoAccount(account));
        }
    };
    need(sale.lines.iter().any(|line| line.tip), Account::Tip, &shop.tip_account);
    need(
        sale.lines.iter().any(|line| line.gift_card && !line.tip),
        Account::SoldGiftCard,
        &shop.sold_gift_card_account,
    );
    let shipped = sale.shipping_charges.iter().any(|charge| !charge.amount.is_zero());
    need(shipped, Account::ShippingCharges, &shop.shipping_charges_account);
    let has_duties = !duties(sale, shop.currency_handling).is_zero();
    need(has_duties, Account::Duties, &shop.duties_account);
    let has_fees = sale.additional_fees.iter().any(|fee| !fee.amount.is_zero());
    need(has_fees, Account::AdditionalFees, &shop.additional_fees_account);
    let rounded = !sale.order.payment_rounding_amount.is_zero();
    need(rounded, Account::CashRoundings, &shop.cash_roundings_account);
}
