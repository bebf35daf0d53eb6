//! Two hundred orders that chance has made.

use runtime::Random;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};

use super::tests::{agrees, bag, line, order, shipping};

/// An amount of so many hundredths.
fn text(hundredths: i64) -> String {
    Decimal::new(hundredths, 2).to_string()
}

/// A number from 0 to one below `end`.
fn below(random: &Random, end: i64) -> i64 {
    i64::try_from(random.below(u64::try_from(end).unwrap())).unwrap()
}

/// What is left of a discount when so much of its line is, as Shopify rounds it.
fn left(discount: i64, current: i64, quantity: i64) -> i64 {
    let part = Decimal::from(discount * current) / Decimal::from(quantity);
    let part = part.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    i64::try_from(part).unwrap()
}

#[test]
fn the_document_of_any_order_comes_to_what_the_order_does() {
    let random = Random::seeded(20_261_126);
    for _ in 0..200 {
        let paid_back = below(&random, 3) == 0;
        let (mut lines, mut sold, mut discounts) = (Vec::new(), 0, 0);
        for id in 1..=1 + below(&random, 6) {
            let (price, quantity) = (below(&random, 50_000), 1 + below(&random, 5));
            let discount = below(&random, price * quantity + 1);
            let current = if below(&random, 3) == 0 { below(&random, quantity + 1) } else { quantity };
            let kept = if paid_back { quantity } else { current };
            sold += price * kept;
            discounts += left(discount, kept, quantity);
            let mut said = line(id.unsigned_abs(), i32::try_from(quantity).unwrap(), &text(price), &text(discount));
            said["currentQuantity"] = current.into();
            lines.push(said);
        }
        let (freight, free) = (below(&random, 10_000), below(&random, 2) == 0);
        let freight_discount = if free { freight } else { 0 };
        let on_the_whole = if below(&random, 4) == 0 { below(&random, 500) } else { 0 };
        let (duties, fee, rounding) = (below(&random, 3_000), below(&random, 900), below(&random, 100) - 50);
        let excluded = below(&random, 2) == 0;
        let tax = below(&random, 5_000);
        let all_discounts = discounts + freight_discount + on_the_whole;
        let mut total = sold + freight + duties + fee - all_discounts;
        if excluded {
            total += tax;
        }
        let fee =
            json!([{ "id": "gid://shopify/AdditionalFee/7", "name": "Fee", "price": bag(&text(fee)), "taxLines": [] }]);
        let fields: [(&str, Value); 8] = [
            ("taxesIncluded", json!(!excluded)),
            ("shippingLines", shipping(&text(freight), &text(freight_discount))),
            ("currentTotalDiscountsSet", bag(&text(all_discounts))),
            ("totalDiscountsSet", bag(&text(all_discounts))),
            ("originalTotalDutiesSet", bag(&text(duties))),
            ("additionalFees", fee),
            ("totalRefundedSet", bag(if paid_back { "1.00" } else { "0" })),
            ("totalCashRoundingAdjustment", json!({ "paymentSet": bag(&text(rounding)), "refundSet": bag("0") })),
        ];
        let sale = order(&text(total), &text(tax), &lines, &fields);
        agrees(&sale, &text(tax), &text(total + rounding));
    }
}
