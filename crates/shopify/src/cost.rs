//! What a document costs. Shopify charges an object 1, a scalar 0, a mutation 10, and a connection by the logarithm of
//! its page size, so large pages are cheap and many nested connections are not. The formula was found from recorded
//! answers; a test computes it for every document from its text.

/// The most that Shopify executes as one query, in points.
pub const LIMIT: u32 = 1000;

/// What our documents stay within: a tenth below [`LIMIT`], for what the formula does not know.
pub const GOAL: u32 = 900;

/// What a mutation costs whose objects are only those of its payload.
pub const MUTATION: u32 = 10;

/// What it costs to ask how many records of a kind there are.
pub const COUNT: u32 = 10;

/// The factor of a page of `size` nodes, `floor(2 · ln(max(2, size)))`, tabulated up to Shopify's 250.
pub const fn factor(size: u32) -> u32 {
    match size {
        0..=2 => 1,
        3..=4 => 2,
        5..=7 => 3,
        8..=12 => 4,
        13..=20 => 5,
        21..=33 => 6,
        34..=54 => 7,
        55..=90 => 8,
        91..=148 => 9,
        149..=244 => 10,
        _ => 11,
    }
}

/// The cost of a connection with pages of `size` nodes that cost `node` each.
pub const fn connection(size: u32, node: u32) -> u32 {
    2 + factor(size) * node
}

#[cfg(test)]
mod tests {
    use super::factor;

    #[test]
    fn the_table_is_the_logarithm() {
        for size in 1..=250 {
            let computed = (2.0 * f64::from(size.max(2)).ln()).floor();
            assert_eq!(f64::from(factor(size)), computed, "{size}");
        }
    }
}
