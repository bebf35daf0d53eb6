//! What Shopify has against numbers.

use std::collections::HashMap;

use shopify::documents::inventory::{Code, Refused};

use super::plan::Line;
use super::reason::Reason;
use crate::stock::staged::inventory;

/// Whether a refusal may be of any of the numbers, and the others may be fine: it names none, and is not of what all have in
/// common.
pub(super) fn is_of_nobody(refused: &[Refused], count: usize) -> bool {
    const OF_ALL: [&str; 3] = ["INVALID_NAME", "INVALID_REASON", "INVALID_REFERENCE_DOCUMENT"];
    let is_of_any = |one: &Refused| {
        let is_other = matches!(&one.code, Code::Other(code) if !OF_ALL.contains(&code.as_str()));
        is_other && one.at.is_none_or(|at| at >= count)
    };
    refused.iter().all(is_of_any)
}

/// Numbers by what Shopify has against them.
#[derive(Debug)]
pub(super) struct Sorted {
    /// Those that were not what they were thought to be.
    pub stale: Vec<Line>,
    /// The places of those that it refuses, and why.
    pub failed: Vec<(inventory::Model, Reason)>,
    /// Those it has nothing against.
    pub left: Vec<Line>,
}

/// Sorts the numbers of a call by what it was refused for.
pub(super) fn sort(lines: Vec<Line>, refused: &[Refused]) -> Sorted {
    let count = lines.len();
    let mut of: HashMap<usize, &Refused> = HashMap::new();
    let mut of_all = None;
    for one in refused {
        match one.at.filter(|at| *at < count) {
            Some(at) => {
                of.entry(at).or_insert(one);
            }
            None => of_all = of_all.or(Some(one)),
        }
    }
    // Where some are named, the others are sent again: it shows whether there is anything against them.
    let of_all = of_all.filter(|_| of.is_empty());
    let mut sorted = Sorted { stale: Vec::new(), failed: Vec::new(), left: Vec::new() };
    for (at, line) in lines.into_iter().enumerate() {
        match of.get(&at).copied().or(of_all) {
            None => sorted.left.push(line),
            Some(Refused { code: Code::Stale | Code::KeyIsUsedUp | Code::UnderWay, .. }) => sorted.stale.push(line),
            Some(one) => {
                let why = reason(&line.row, one);
                sorted.failed.push((line.row, why));
            }
        }
    }
    sorted
}

fn reason(row: &inventory::Model, refused: &Refused) -> Reason {
    let (title, location) = (row.display_name.clone(), row.location_name.clone());
    match &refused.code {
        Code::NoItem => Reason::NotThere { title },
        Code::NoLocation => Reason::NoLocation { title, location },
        Code::NotMutable => Reason::NotMutable { title },
        _ => Reason::Refused { title, location, why: refused.why.clone() },
    }
}

/// A place whose number Shopify refuses. What it says of it is known no more.
pub(super) fn failed(row: &inventory::Model, why: &Reason) -> inventory::Model {
    inventory::Model { said_at: None, error_message: why.to_string(), ..row.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stock::sync_stock::plan::tests::line;

    #[test]
    fn one_number_that_is_refused_takes_no_other_with_it() {
        let refused = |at, code| Refused { at, code, why: "No".into() };
        let sorted =
            sort(vec![line(1), line(2), line(3)], &[refused(Some(0), Code::Stale), refused(Some(2), Code::NoItem)]);
        assert_eq!((sorted.stale[0].row.shopify_variant_id, sorted.left[0].row.shopify_variant_id), (1, 2));
        assert_eq!(sorted.failed[0].1, Reason::NotThere { title: "Shirt".into() });
        let all = sort(vec![line(1), line(2)], &[refused(None, Code::KeyIsUsedUp)]);
        assert_eq!((all.stale.len(), all.left.len()), (2, 0));
        let other = || Code::Other("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR".into());
        let named = sort(vec![line(1), line(2)], &[refused(Some(0), Code::NoItem), refused(None, other())]);
        assert_eq!((named.failed.len(), named.left.len()), (1, 1), "what is not named is sent again");
    }

    #[test]
    fn a_refusal_of_nobody_is_one_that_names_no_number_and_is_not_of_all() {
        let refused = |at, code: &str| Refused { at, code: Code::Other(code.into()), why: "No".into() };
        assert!(is_of_nobody(&[refused(None, "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR")], 2));
        assert!(is_of_nobody(&[refused(Some(2), "")], 2), "there is no such number");
        assert!(!is_of_nobody(&[refused(Some(1), "INVALID_QUANTITY_TOO_HIGH")], 2));
        assert!(!is_of_nobody(&[refused(None, "INVALID_REASON")], 2));
        assert!(!is_of_nobody(&[Refused { code: Code::KeyIsUsedUp, ..refused(None, "") }], 2));
    }
}
