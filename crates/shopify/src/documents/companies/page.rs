use std::sync::LazyLock;

use super::company::{COMPANY_COST, Company};
use super::complete::complete;
use super::contact::FEW_ROLES;
use super::variables::{CompaniesVariables, CompaniesVariablesFields};
use crate::cost::{GOAL, connection};
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, Kept, schema};

/// The companies of a page.
pub const PAGE: u32 = 250;

/// The sizes of pages that use their points best, for stores whose bucket is too small for [`PAGE`].
const SIZES: [u32; 6] = [PAGE, 148, 54, 20, 4, 1];

/// A query for whole companies, the one that was changed longest ago first.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "CompaniesVariables")]
pub struct CompaniesPage {
    #[arguments(first: $first, after: $after, query: $query, sortKey: UPDATED_AT)]
    companies: CompanyConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(variables = "CompaniesVariables")]
struct CompanyConnection {
    nodes: Vec<Kept<Company>>,
    page_info: Cursor,
}

/// A company as Shopify told it: whole, or why it can't be read.
#[derive(Clone, Debug)]
pub struct Told {
    /// The number in its global id.
    pub id: u64,
    /// The company.
    pub company: Result<Company, String>,
}

/// A page of companies, each with all its locations and contacts.
#[derive(Clone, Debug)]
pub struct Page {
    /// The companies.
    pub companies: Vec<Told>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

impl CompaniesPage {
    /// The dearest call.
    pub(crate) fn largest() -> CompaniesVariables {
        variables(PAGE, Some(String::new()), "", true)
    }
}

impl Document for CompaniesPage {
    const NAME: &'static str = "CompaniesPage";
    type Variables = CompaniesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<CompaniesPage, _>(CompaniesPage::NAME, CompaniesPage::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        connection(variables.first.unwrap_or_default().unsigned_abs(), COMPANY_COST)
    }
}

fn variables(first: u32, after: Option<String>, search: &str, terms: bool) -> CompaniesVariables {
    CompaniesVariables {
        first: i32::try_from(first).ok(),
        after,
        query: Some(search.to_owned()),
        roles: FEW_ROLES.cast_signed(),
        terms,
        ..CompaniesVariables::default()
    }
}

/// The largest page, of at most `most` companies, that a bucket of `room` points pays for.
fn size(room: u32, most: u32) -> u32 {
    let fits = |size: &u32| *size <= most && connection(*size, COMPANY_COST) <= room.min(GOAL);
    SIZES.into_iter().find(fits).unwrap_or(1)
}

/// Reads a page of the companies that `search` finds, the one that was changed longest ago first. Their payment terms are
/// read where `terms` wants it. A page that is too costly for the store, whose bucket is known only after its first answer,
/// is asked for again with fewer companies.
///
/// # Errors
/// Why there is no answer.
pub async fn page(client: &Client, search: &str, terms: bool, after: Option<String>) -> Result<Page, Error> {
    let mut most = PAGE;
    let CompanyConnection { nodes, page_info } = loop {
        let first = size(client.room(), most);
        match client.run::<CompaniesPage>(variables(first, after.clone(), search, terms)).await {
            Ok(answer) => break answer.companies,
            Err(Error::TooCostly { .. }) if first > 1 => most = first - 1,
            Err(error) => return Err(error),
        }
    };
    Ok(Page { companies: told(client, terms, nodes).await?, next: page_info.next() })
}

/// The companies whole. One without an id is none, and is left out.
pub(super) async fn told(client: &Client, terms: bool, nodes: Vec<Kept<Company>>) -> Result<Vec<Told>, Error> {
    let mut all = Vec::with_capacity(nodes.len());
    for node in nodes {
        let Some(id) = node.id() else {
            tracing::warn!("Shopify gave a company that has no id: it is left out");
            continue;
        };
        let company = match node.read() {
            Ok(company) => {
                let whole = complete(client, terms, company).await?;
                whole.ok_or_else(|| "the company was gone before all of it was read".to_owned())
            }
            Err(why) => Err(why.to_string()),
        };
        all.push(Told { id, company });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_as_large_as_the_bucket_pays_for() {
        assert_eq!(size(2000, PAGE), PAGE);
        assert_eq!(size(200, PAGE), 4);
        assert_eq!(size(10, PAGE), 1);
        assert_eq!(size(2000, PAGE - 1), 148);
    }
}
