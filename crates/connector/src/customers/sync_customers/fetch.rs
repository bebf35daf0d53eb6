//! What Shopify says: whole customers, many per call.

use shopify::Client;
use shopify::documents::customers;

use crate::customers::import::Fetched;
use crate::{Error, watermark};

/// What is searched for: all that changed since the watermark, with an overlap; before the first sync everything.
pub(super) fn search(watermark: &watermark::Model) -> Option<String> {
    watermark.last_updated_at.map(watermark::changed_since)
}

/// A page of customers, the one that was changed longest ago first.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The customers.
    pub customers: Vec<Fetched>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// Reads a page.
pub(super) async fn page(client: &Client, search: Option<&str>, after: Option<String>) -> Result<Page, Error> {
    let page = customers::page(client, search, after).await?;
    Ok(Page { customers: Fetched::all(&page.customers), next: page.next })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_is_searched_for_with_an_overlap() {
        let mut watermark = watermark::Model::default();
        assert_eq!(search(&watermark), None);
        watermark.last_updated_at = "2026-03-01T10:00:00Z".parse().ok();
        assert_eq!(search(&watermark).as_deref(), Some("updated_at:>='2026-03-01T09:58:00Z'"));
    }
}
