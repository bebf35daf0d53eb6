//! By what entries and journal lines know from which payout, or payment, they come: its id in Shopify, and their place among
//! those that come from it.

/// The source of what has this place: 1 is the first, which is known by the id alone.
pub(super) fn source_id(id: i64, place: usize) -> String {
    if place <= 1 { id.to_string() } else { format!("{id}/{place}") }
}

/// The payout of a source; `None` for what is none.
pub(super) fn payout_of(source_id: &str) -> Option<i64> {
    source_id.split('/').next().and_then(|id| id.parse().ok())
}

/// The payment of a source, and which part of it.
pub(super) fn part_of(source_id: &str) -> Option<(i64, usize)> {
    let (transaction, part) = source_id.split_once('/').unwrap_or((source_id, "1"));
    Some((transaction.parse().ok()?, part.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_knows_its_payout_by_its_source() {
        assert_eq!(source_id(77, 1), "77");
        assert_eq!(source_id(77, 3), "77/3");
        assert_eq!((payout_of("77"), payout_of("77/3"), payout_of("x")), (Some(77), Some(77), None));
    }

    #[test]
    fn a_part_of_a_payment_is_known_by_its_place() {
        assert_eq!((source_id(9, 1).as_str(), source_id(9, 2).as_str()), ("9", "9/2"));
        assert_eq!((part_of("9"), part_of("9/2"), part_of("x")), (Some((9, 1)), Some((9, 2)), None));
    }
}
