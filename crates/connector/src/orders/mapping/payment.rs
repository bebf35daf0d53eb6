//! How an order is paid: by what its largest payment is mapped to.

use values::Code;
use values::money::Amount;

use super::Ground;
use crate::mappings::Mappings;
use crate::orders::staged::Sale;
use crate::orders::staged::transaction::{Kind, Model, Status};

/// Gives the order its payment method. What is there stays.
pub fn map(ground: &Ground, sale: &mut Sale) {
    if sale.order.payment_method_code.is_blank() {
        sale.order.payment_method_code = method(&ground.mappings, &sale.transactions).unwrap_or_default();
    }
}

/// A payment, and how much it weighs against others: its priority, then its amount.
struct Payment {
    method: Code<10>,
    weight: (i32, Amount),
    is_by_gift_card: bool,
}

/// The method of the payment that weighs most, where that is one. A gift card pays and decides nothing. A method by which
/// posting pays the whole document is given only to what is paid by it whole.
fn method(mappings: &Mappings, transactions: &[Model]) -> Option<Code<10>> {
    let payments: Vec<Payment> =
        transactions.iter().filter(|row| is_payment(row)).map(|row| of(mappings, row)).collect();
    let most = payments.iter().filter(|payment| !payment.is_by_gift_card).map(|payment| payment.weight).max()?;
    let mut heaviest = payments.iter().filter(|payment| !payment.is_by_gift_card && payment.weight == most);
    let method = &heaviest.next()?.method;
    let is_only_one = heaviest.all(|payment| payment.method == *method);
    let pays_too_much = mappings.pays_at_once(method) && payments.iter().any(|payment| payment.method != *method);
    (is_only_one && !pays_too_much).then(|| method.clone())
}

fn is_payment(row: &Model) -> bool {
    row.status == Status::Success && matches!(row.kind, Kind::Sale | Kind::Capture | Kind::Authorization)
}

fn of(mappings: &Mappings, row: &Model) -> Payment {
    let mapped = mappings.payment_method(&row.gateway, &row.credit_card_company);
    Payment {
        method: mapped.map(|mapped| mapped.payment_method_code.clone()).unwrap_or_default(),
        weight: (mapped.map_or(0, |mapped| mapped.priority), row.amount),
        is_by_gift_card: row.gift_card_id != 0 || row.gateway == GIFT_CARD,
    }
}

/// The gateway of gift cards.
const GIFT_CARD: &str = "gift_card";
