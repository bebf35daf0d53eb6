//! What Shopify says: whole products, many per call.

use shopify::Client;
use shopify::documents::products::{self, GOODS, InBulk};
use shopify_schema::gid::ProductId;

use crate::products::import::Fetched;
use crate::{Error, watermark};

/// What is searched for: all that changed since the watermark, with an overlap. Gift cards are no items.
pub(super) fn search(watermark: &watermark::Model) -> String {
    match watermark.last_updated_at {
        Some(last) => format!("{GOODS} AND {}", watermark::changed_since(last)),
        None => GOODS.to_owned(),
    }
}

/// A page of products, the one that was changed longest ago first.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The products.
    pub products: Vec<Fetched>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// How many products the store has; told with the first page.
    pub count: Option<u64>,
}

/// Reads a page. Products with more variants than come with a page cost a call more, together.
pub(super) async fn page(client: &Client, search: &str, after: Option<String>) -> Result<Page, Error> {
    let page = products::page(client, search, after).await?;
    Ok(Page { products: Fetched::all(&page.products), next: page.next, count: page.count })
}

/// Reads products by their ids; those that the store has no more are named apart.
pub(super) async fn by_ids(client: &Client, ids: &[i64]) -> Result<(Vec<Fetched>, Vec<i64>), Error> {
    let ids: Vec<ProductId> = ids.iter().filter_map(|id| u64::try_from(*id).ok()).map(ProductId::new).collect();
    let found = products::by_ids(client, &ids).await?;
    let gone = found.gone.iter().filter_map(|id| i64::try_from(id.number()).ok()).collect();
    Ok((Fetched::all(&found.there), gone))
}

/// The next products of a bulk result; none after the last.
pub(super) async fn some(result: &mut InBulk) -> Result<Vec<Fetched>, Error> {
    Ok(Fetched::all(&result.next(products::PAGE as usize).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gift_cards_are_left_out_of_every_search() {
        let mut watermark = watermark::Model::default();
        assert_eq!(search(&watermark), "gift_card:false");
        watermark.last_updated_at = "2026-03-01T10:00:00Z".parse().ok();
        assert_eq!(search(&watermark), "gift_card:false AND updated_at:>='2026-03-01T09:58:00Z'");
    }
}
