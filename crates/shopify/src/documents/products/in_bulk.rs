//! Whole products by a bulk operation: what a page says of them, in the very same words.

use super::page::ProductsPage;
use super::product::Product;
use crate::bulk::{Branch, BulkQuery, Lines};
use crate::documents::bulk_text::{edges, of_page};
use crate::documents::in_bulk::{self, alone, connection, kind_of, open};
use crate::{Document, Kept};

/// A query for all products that `search` finds, the one that was changed longest ago first, each with its variants at
/// once behind it.
pub fn query(search: &str) -> BulkQuery {
    // A text in JSON is one in GraphQL, too.
    let search = serde_json::Value::from(search);
    let selection = edges(&of_page(ProductsPage::text()));
    BulkQuery::text(format!("{{\n  products(query: {search}, sortKey: UPDATED_AT) {{\n{selection}  }}\n}}\n")).grouped()
}

/// The products of a result, read while its lines come.
pub type InBulk = in_bulk::InBulk<Product>;

/// The products that these lines are of.
pub fn in_bulk(lines: Lines) -> InBulk {
    InBulk::of(lines, whole)
}

/// A product as a page has it: its variants where they stand there, behind everything else.
fn whole(product: &Branch) -> Option<Kept<Product>> {
    let header = open(product, "Product")?;
    let variant = |child: &Branch| {
        kind_of(&child.line).filter(|kind| *kind == "ProductVariant")?;
        alone(&child.line)
    };
    let variants = product.children.iter().map(variant).collect::<Option<Vec<_>>>()?;
    Some(Kept::new(format!(r#"{header},"variants":{}}}"#, connection(&variants))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::{Line, regroup};

    #[test]
    fn a_product_is_put_together_in_the_words_of_a_page() {
        let line = |text: &str| Line::new(text.to_owned());
        let lines = [
            line(r#"{"id":"gid://shopify/Product/1","title":"Shirt"}"#),
            line(r#"{"id":"gid://shopify/ProductVariant/2","title":"M","__parentId":"gid://shopify/Product/1"}"#),
        ];
        let product = whole(&regroup(lines)[0]).unwrap();
        let expected = r#"{"id":"gid://shopify/Product/1","title":"Shirt","variants":{"nodes":[{"id":"gid://shopify/ProductVariant/2","title":"M"}],"pageInfo":{"hasNextPage":false}}}"#;
        assert_eq!(product.json(), expected);
    }

    #[test]
    fn what_is_selected_in_bulk_is_what_a_page_selects() {
        let query = query("gift_card:false");
        assert!(query.as_str().contains("variants(first: 50)") && query.as_str().contains("harmonizedSystemCode"));
        assert!(!query.as_str().contains("nodes") && !query.as_str().contains('$'), "{}", query.as_str());
    }
}
