//! How records are named in a search.

/// As many records are named in a call.
pub const MANY: usize = 250;

/// Those with these ids.
pub(super) fn with_ids(ids: &[i64]) -> Option<String> {
    one_of("id", ids)
}

/// Those that are in one of these payouts.
pub(super) fn of_payouts(ids: &[i64]) -> Option<String> {
    one_of("payments_transfer_id", ids)
}

/// Each term names its field: without it Shopify would search everywhere for the number.
fn one_of(field: &str, ids: &[i64]) -> Option<String> {
    let terms: Vec<String> = ids.iter().map(|id| format!("{field}:{id}")).collect();
    Some(terms.join(" OR ")).filter(|search| !search.is_empty())
}

/// Those that came after this one; all when there is none.
pub(super) fn after(id: i64) -> Option<String> {
    (id > 0).then(|| format!("id:>={}", id.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_of_a_search_names_its_field() {
        assert_eq!(with_ids(&[7, 8, 9]).as_deref(), Some("id:7 OR id:8 OR id:9"));
        assert_eq!(of_payouts(&[7, 8]).as_deref(), Some("payments_transfer_id:7 OR payments_transfer_id:8"));
        assert_eq!(with_ids(&[]), None);
    }

    #[test]
    fn what_is_new_begins_behind_the_last() {
        assert_eq!(after(41).as_deref(), Some("id:>=42"));
        assert_eq!(after(0), None);
    }
}
