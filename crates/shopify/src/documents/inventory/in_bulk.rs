//! How many there are of everything, by a bulk operation: what a query for single items says of them.

use super::level::InventoryItem;
use super::of_items::InventoryOfItems;
use crate::bulk::{Branch, BulkQuery, Lines};
use crate::documents::bulk_text::edges;
use crate::documents::in_bulk::{self, alone, connection, kind_of, open};
use crate::{Document, Kept};

/// A query for all items of a store, each with its levels at once behind it.
pub fn query() -> BulkQuery {
    let selection = edges(&of_single(InventoryOfItems::text()));
    BulkQuery::text(format!("{{\n  inventoryItems {{\n    edges {{ node {{\n{selection}    }} }}\n  }}\n}}\n"))
        .grouped()
}

/// What a query for single items selects of each.
fn of_single(text: &str) -> String {
    let begin = "... on InventoryItem {\n";
    let whole = text.split_once(begin).and_then(|(_, rest)| rest.split_once("\n    }\n"));
    whole.map(|(fields, _)| format!("{fields}\n")).unwrap_or_default()
}

/// The items of a result, read while its lines come.
pub type InBulk = in_bulk::InBulk<InventoryItem>;

/// The items that these lines are of.
pub fn in_bulk(lines: Lines) -> InBulk {
    InBulk::of(lines, whole)
}

fn whole(item: &Branch) -> Option<Kept<InventoryItem>> {
    let header = open(item, "InventoryItem")?;
    let level = |child: &Branch| {
        kind_of(&child.line).filter(|kind| *kind == "InventoryLevel")?;
        alone(&child.line)
    };
    let levels = item.children.iter().map(level).collect::<Option<Vec<_>>>()?;
    Some(Kept::new(format!(r#"{header},"inventoryLevels":{}}}"#, connection(&levels))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::{Line, regroup};
    use crate::documents::inventory::quantity;

    #[test]
    fn an_item_is_put_together_of_its_line_and_those_of_its_levels() {
        let line = |text: &str| Line::new(text.to_owned());
        let lines = [
            line(r#"{"id":"gid://shopify/InventoryItem/1","tracked":true}"#),
            line(
                r#"{"id":"gid://shopify/InventoryLevel/5?inventory_item_id=1","updatedAt":"2026-11-27T08:00:00Z","location":{"id":"gid://shopify/Location/7"},"quantities":[{"name":"available","quantity":3}],"__parentId":"gid://shopify/InventoryItem/1"}"#,
            ),
        ];
        let item = whole(&regroup(lines)[0]).unwrap().read().unwrap();
        assert!(item.tracked);
        let level = &item.inventory_levels.nodes[0];
        assert_eq!((level.location.id.inner(), quantity(level, "available")), ("gid://shopify/Location/7", 3));
        assert_eq!(quantity(level, "committed"), 0, "what is not said is nothing");
    }

    #[test]
    fn what_is_selected_in_bulk_is_what_a_query_for_single_items_selects() {
        let query = query();
        let text = query.as_str();
        assert!(text.contains("inventoryLevels(first: 54)") && text.contains("\"on_hand\""), "{text}");
        assert!(!text.contains("nodes") && !text.contains('$'), "{text}");
    }
}
