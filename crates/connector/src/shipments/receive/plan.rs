//! From what is in a fulfilment to what of a sales order is shipped. Pure.

use std::collections::BTreeSet;

use back_office::sales::{LineKind, Plan, line};
use values::money::Quantity;

use super::reason::Reason;
use crate::shipments::freight::Freight;
use crate::shipments::staged::shipped::Pieces;

/// What of each line is shipped. Lines that are no goods of the order, as its freight, go with the last of its goods, also where
/// the freight is sold as an item.
///
/// # Errors
/// A line that the document does not have; more than is left of one.
pub(super) fn plan(
    document: &str,
    lines: &[line::Model],
    pieces: &Pieces,
    freight: &Freight,
) -> Result<Vec<Plan>, Reason> {
    let mut ships: Vec<(i32, Quantity)> = Vec::new();
    for (line_id, count) in pieces {
        let of_line: Vec<&line::Model> = lines.iter().filter(|line| line.source_id == line_id.to_string()).collect();
        let Some(first) = of_line.first() else {
            return Err(Reason::NoLine { document: document.to_owned(), line_id: *line_id });
        };
        let mut left = Quantity::from(i32::try_from(*count).unwrap_or(i32::MAX));
        for line in &of_line {
            let now = left.min(line.outstanding());
            if now > Quantity::ZERO {
                ships.push((line.line_number, now));
                left -= now;
            }
        }
        if left > Quantity::ZERO {
            let outstanding: Quantity = of_line.iter().map(|line| line.outstanding()).sum();
            return Err(Reason::TooMany {
                document: document.to_owned(),
                line: first.description.clone(),
                fulfilled: *count,
                left: outstanding.to_string(),
            });
        }
    }
    let shipped = |line: &line::Model| {
        ships.iter().find(|(number, _)| *number == line.line_number).map_or(Quantity::ZERO, |(_, quantity)| *quantity)
    };
    let is_last =
        lines.iter().filter(|line| is_goods(line, freight)).all(|line| (line.outstanding() - shipped(line)).is_zero());
    let of_order: BTreeSet<i32> = ships.iter().map(|(number, _)| *number).collect();
    let plan = |line: &line::Model| {
        let goes_along = is_last && !is_goods(line, freight) && !of_order.contains(&line.line_number);
        let to_ship = if goes_along { line.outstanding() } else { shipped(line) };
        Plan { line_number: line.line_number, to_ship, to_invoice: line.invoiceable(to_ship) }
    };
    Ok(lines.iter().filter(|line| line.kind != LineKind::Comment).map(plan).collect())
}

/// Whether it is goods of the order.
pub(super) fn is_goods(line: &line::Model, freight: &Freight) -> bool {
    line.kind == LineKind::Item && !freight.has(&line.source_id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: i32, kind: LineKind, source: &str, quantity: i32, shipped: i32) -> line::Model {
        line::Model {
            line_number: number,
            kind,
            source_id: source.into(),
            description: format!("Line {number}"),
            quantity: quantity.into(),
            quantity_shipped: shipped.into(),
            ..line::Model::default()
        }
    }

    fn ships(lines: &[line::Model], pieces: &[(i64, i64)]) -> Result<Vec<(i32, i64)>, Reason> {
        let planned = plan("sales order SO-1", lines, &pieces.iter().copied().collect(), &[90].into_iter().collect())?;
        let whole = |quantity: Quantity| i64::try_from(quantity.decimal()).unwrap();
        Ok(planned.into_iter().map(|plan| (plan.line_number, whole(plan.to_ship))).collect())
    }

    #[test]
    fn a_part_ships_no_more_than_itself_and_the_last_takes_the_freight_along() {
        let lines = [
            row(1, LineKind::Item, "11", 3, 1),
            row(2, LineKind::Item, "12", 1, 1),
            row(3, LineKind::Account, "90", 1, 0),
            row(4, LineKind::Comment, "", 0, 0),
        ];
        assert_eq!(ships(&lines, &[(11, 1)]), Ok(vec![(1, 1), (2, 0), (3, 0)]));
        assert_eq!(ships(&lines, &[(11, 2)]), Ok(vec![(1, 2), (2, 0), (3, 1)]));
    }

    #[test]
    fn freight_that_is_sold_as_an_item_goes_with_the_last_too() {
        let lines = [row(1, LineKind::Item, "11", 2, 0), row(2, LineKind::Item, "90", 1, 0)];
        assert_eq!(ships(&lines, &[(11, 1)]), Ok(vec![(1, 1), (2, 0)]));
        assert_eq!(ships(&lines, &[(11, 2)]), Ok(vec![(1, 2), (2, 1)]));
    }

    #[test]
    fn a_line_that_was_split_by_hand_is_shipped_in_its_parts() {
        let lines = [row(1, LineKind::Item, "11", 2, 1), row(2, LineKind::Item, "11", 2, 0)];
        assert_eq!(ships(&lines, &[(11, 2)]), Ok(vec![(1, 1), (2, 1)]));
    }

    #[test]
    fn nothing_is_shipped_that_is_not_there() {
        let lines = [row(1, LineKind::Item, "11", 3, 1)];
        let refused = ships(&lines, &[(11, 3)]).unwrap_err().to_string();
        assert_eq!(
            refused,
            "Of 'Line 1', 3 were fulfilled in Shopify, and 2 are left to be shipped of the sales order SO-1."
        );
        let refused = ships(&lines, &[(12, 1)]).unwrap_err().to_string();
        assert_eq!(refused, "The sales order SO-1 has no line for the line 12 that was fulfilled in Shopify.");
    }
}
