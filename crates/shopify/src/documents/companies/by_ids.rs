use std::sync::LazyLock;

use serde::Deserialize;
use shopify_schema::gid::CompanyId;

use super::company::{COMPANY_COST, Company};
use super::contact::FEW_ROLES;
use super::page::{Told, told};
use super::variables::{CompaniesVariables, CompaniesVariablesFields};
use crate::documents::{Found, query};
use crate::{Client, Document, Error, Kept, schema};

/// As many companies are asked for at once.
pub const AT_ONCE: usize = 100;

/// A query for single companies.
#[derive(Clone, Debug, Deserialize)]
pub struct CompaniesByIds {
    nodes: Vec<Option<Kept<Company>>>,
}

/// What it selects. Never read: a node that is chosen by its type can't be kept as it is written.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "QueryRoot", variables = "CompaniesVariables")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Selection {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments)]
#[cynic(variables = "CompaniesVariables")]
#[expect(dead_code, clippy::large_enum_variant, reason = "stands for the text of the query only")]
enum Node {
    Company(Company),
    #[cynic(fallback)]
    Other,
}

impl CompaniesByIds {
    /// The dearest call.
    pub(crate) fn largest() -> CompaniesVariables {
        asked((1..=AT_ONCE as u64).map(CompanyId::new), true)
    }
}

impl Document for CompaniesByIds {
    const NAME: &'static str = "CompaniesByIds";
    type Variables = CompaniesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Selection, _>(CompaniesByIds::NAME, CompaniesByIds::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        COMPANY_COST
    }
}

fn asked(ids: impl Iterator<Item = CompanyId>, terms: bool) -> CompaniesVariables {
    let ids = ids.map(|id| cynic::Id::new(id.to_string())).collect();
    CompaniesVariables { ids, roles: FEW_ROLES.cast_signed(), terms, ..CompaniesVariables::default() }
}

/// Reads single companies, each with all its locations and contacts.
///
/// # Errors
/// Why there is no answer.
pub async fn by_ids(client: &Client, ids: &[CompanyId], terms: bool) -> Result<Found<Told, CompanyId>, Error> {
    let mut found = Found::default();
    for some in ids.chunks(AT_ONCE) {
        let answer = client.run::<CompaniesByIds>(asked(some.iter().copied(), terms)).await?;
        let nodes = found.answered(some, answer.nodes);
        found.there.extend(told(client, terms, nodes).await?);
    }
    Ok(found)
}
