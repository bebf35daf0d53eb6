//! What Shopify says: whole companies, many per call.

use shopify::documents::companies;
use shopify::{Client, Scopes};
use shopify_schema::gid::CompanyId;

use crate::companies::import::Fetched;
use crate::{Error, shops, watermark};

/// What is searched for: all that changed since the watermark, with an overlap; everything, where all companies are wanted
/// and have never been read whole.
pub(super) fn search(watermark: &watermark::Model, wants_all: bool) -> String {
    let is_whole = watermark.first_read_to.is_some() || !wants_all;
    match watermark.last_updated_at.filter(|_| is_whole) {
        Some(last) => watermark::changed_since(last),
        None => String::new(),
    }
}

/// A page of companies, the one that was changed longest ago first.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The companies.
    pub companies: Vec<Fetched>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// Whether the shop's app may read payment terms.
fn terms(shop: &shops::Model) -> bool {
    Scopes::parse(&shop.granted_scopes).grant("read_payment_terms")
}

/// Reads a page. A company with more locations or contacts than come with it costs a call more.
pub(super) async fn page(
    client: &Client,
    shop: &shops::Model,
    search: &str,
    after: Option<String>,
) -> Result<Page, Error> {
    let page = companies::page(client, search, terms(shop), after).await?;
    Ok(Page { companies: Fetched::all(page.companies), next: page.next })
}

/// Reads companies by their ids; those that the store has no more are named apart.
pub(super) async fn by_ids(
    client: &Client,
    shop: &shops::Model,
    ids: &[i64],
) -> Result<(Vec<Fetched>, Vec<i64>), Error> {
    let ids: Vec<CompanyId> = ids.iter().filter_map(|id| u64::try_from(*id).ok()).map(CompanyId::new).collect();
    let found = companies::by_ids(client, &ids, terms(shop)).await?;
    let gone = found.gone.iter().filter_map(|id| i64::try_from(id.number()).ok()).collect();
    Ok((Fetched::all(found.there), gone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_companies_are_read_once_and_then_those_that_changed() {
        let mut watermark = watermark::Model::default();
        assert_eq!(search(&watermark, true), "");
        watermark.last_updated_at = "2026-03-01T10:00:00Z".parse().ok();
        assert_eq!(search(&watermark, true), "", "only some have been read");
        assert_eq!(search(&watermark, false), "updated_at:>='2026-03-01T09:58:00Z'");
        watermark.first_read_to = watermark.last_updated_at;
        assert_eq!(search(&watermark, true), "updated_at:>='2026-03-01T09:58:00Z'");
    }
}
