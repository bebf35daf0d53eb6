use std::sync::LazyLock;

use super::company::LocationConnection;
use super::contact::{ContactConnection, MANY_ROLES, contact_cost};
use super::location::LOCATION_COST;
use super::variables::{CompaniesVariables, CompaniesVariablesFields};
use crate::cost::connection;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many locations, and as many contacts, come in a call.
const PAGE: u32 = 250;

/// A query for the locations and contacts of one company that has more of them than come with it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "CompaniesVariables")]
pub struct CompaniesRest {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(variables = "CompaniesVariables")]
enum Node {
    Company(Box<Rest>),
    #[cynic(fallback)]
    Other,
}

/// What is left of a company.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Company", variables = "CompaniesVariables")]
pub(super) struct Rest {
    /// More locations.
    #[arguments(first: 250, after: $after_location, sortKey: CREATED_AT)]
    #[directives(include(if: $more_locations))]
    pub locations: Option<LocationConnection>,
    /// More contacts.
    #[arguments(first: 250, after: $after_contact)]
    #[directives(include(if: $more_contacts))]
    pub contacts: Option<ContactConnection>,
}

impl CompaniesRest {
    /// The dearest call.
    pub(crate) fn largest() -> CompaniesVariables {
        CompaniesVariables {
            ids: vec![cynic::Id::new("gid://shopify/Company/1")],
            roles: MANY_ROLES.cast_signed(),
            terms: true,
            more_locations: true,
            after_location: Some(String::new()),
            more_contacts: true,
            after_contact: Some(String::new()),
            ..CompaniesVariables::default()
        }
    }
}

impl Document for CompaniesRest {
    const NAME: &'static str = "CompaniesRest";
    type Variables = CompaniesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<CompaniesRest, _>(CompaniesRest::NAME, CompaniesRest::largest()));
        &TEXT
    }

    fn cost(variables: &Self::Variables) -> u32 {
        const COMPANY: u32 = 1;
        const LOCATIONS: u32 = connection(PAGE, LOCATION_COST);
        const CONTACTS: u32 = connection(PAGE, contact_cost(MANY_ROLES));
        COMPANY + LOCATIONS * u32::from(variables.more_locations) + CONTACTS * u32::from(variables.more_contacts)
    }
}

/// What is left of a company; none when it is gone meanwhile.
pub(super) async fn rest(client: &Client, asked: CompaniesVariables) -> Result<Option<Rest>, Error> {
    let answer = client.run::<CompaniesRest>(asked).await?;
    Ok(answer.nodes.into_iter().flatten().find_map(|node| match node {
        Node::Company(rest) => Some(*rest),
        Node::Other => None,
    }))
}
