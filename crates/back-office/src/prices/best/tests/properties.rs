//! What holds for the best price, whatever is listed.

use proptest::prelude::*;

use super::*;

/// A price: cents, minimum, percentage, whether with VAT, of the variant, of the unit, for the customer.
fn any_line() -> impl Strategy<Value = line::Model> {
    (1..50_000_i64, 0..20_i32, 0..=60_i32, any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(cents, minimum, percent, vat, variant, unit, own)| line::Model {
            id: Uuid::from_u128(u128::try_from(cents).unwrap_or_default()),
            unit_price: Price::new(Decimal::new(cents, 2)).unwrap(),
            minimum_quantity: minimum.into(),
            amount_type: if percent > 40 { AmountType::Any } else { AmountType::Price },
            line_discount_percent: if percent > 40 { percent.into() } else { Percent::ZERO },
            price_includes_vat: vat,
            variant_code: code(if variant { "RED" } else { "" }),
            unit_of_measure_code: code(if unit { "BOX" } else { "" }),
            source_type: if own { Source::Customer } else { Source::AllCustomers },
            source_number: code(if own { "C1" } else { "" }),
            ..listed("1")
        },
    )
}

proptest! {
    /// Whatever is listed, no other price that fits as well would have been cheaper.
    #[test]
    fn the_best_price_is_never_above_another_that_fits_as_well(
        lines in prop::collection::vec(any_line(), 1..12),
        quantity in 1..15_i32,
        including in any::<bool>(),
    ) {
        let terms = Terms { prices_including_vat: including, ..terms() };
        let what = ("RED", "BOX", quantity.to_string());
        let sought = |lines| sought(&terms, lines, (what.0, what.1, what.2.as_str()));
        let best = sought(lines.clone());
        let alone: Vec<(usize, Decimal)> = lines
            .iter()
            .map(|line| (line, sought(vec![line.clone()])))
            .filter(|(_, found)| found.price_line.is_some())
            .map(|(line, found)| (matches(line), paid(found.unit_price, line)))
            .collect();
        let Some(closest) = alone.iter().map(|(matches, _)| *matches).max() else {
            prop_assert_eq!(best.price_line, None);
            return Ok(());
        };
        let least = alone.iter().filter(|(matches, _)| *matches == closest).map(|(_, paid)| *paid).min();
        let chosen = lines.iter().filter(|line| Some(line.id) == best.price_line);
        let chosen: Vec<Decimal> = chosen.map(|line| paid(best.unit_price, line)).collect();
        prop_assert!(chosen.contains(&least.unwrap()), "{best:?} {alone:?}");
    }
}
