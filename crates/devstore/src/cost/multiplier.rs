/// How many times the selection of a node is charged for a connection of `rows` rows: ⌊2·ln(rows)⌋, and 1 for one row.
pub(super) fn multiplier(rows: u64) -> u64 {
    const STEPS: &[(u64, u64)] =
        &[(2, 1), (4, 2), (7, 3), (12, 4), (20, 5), (33, 6), (54, 7), (90, 8), (148, 9), (244, 10), (403, 11)];
    STEPS.iter().find(|(most, _)| rows <= *most).map_or(12, |(_, times)| *times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_twice_the_natural_logarithm() {
        for rows in 1_u32..=403 {
            let logarithm = (2.0 * f64::from(rows.max(2)).ln()).floor();
            assert!((f64::from(u32::try_from(multiplier(rows.into())).unwrap()) - logarithm).abs() < 0.5, "{rows}");
        }
    }
}
