//! The ways in which a store sends goods, as its delivery profiles name them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::orders::{Cursor, MorePages};
use super::query;
use crate::cost::connection;
use crate::{Client, Document, Error, schema};

/// As many profiles are read in one call; as many zones of a group of locations; as many methods of a zone.
const PROFILES: u32 = 12;
const ZONES: u32 = 54;
const METHODS: u32 = 54;

/// Which profiles.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct DeliveryVariables {
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

/// A query for the delivery profiles of a store.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "DeliveryVariables")]
pub struct DeliveryProfiles {
    #[arguments(first: 12, after: $after)]
    delivery_profiles: DeliveryProfileConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct DeliveryProfileConnection {
    nodes: Vec<DeliveryProfile>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct DeliveryProfile {
    profile_location_groups: Vec<DeliveryProfileLocationGroup>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct DeliveryProfileLocationGroup {
    #[arguments(first: 54)]
    location_group_zones: DeliveryLocationGroupZoneConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct DeliveryLocationGroupZoneConnection {
    nodes: Vec<DeliveryLocationGroupZone>,
    page_info: MorePages,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct DeliveryLocationGroupZone {
    #[arguments(first: 54)]
    method_definitions: DeliveryMethodDefinitionConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct DeliveryMethodDefinitionConnection {
    nodes: Vec<DeliveryMethodDefinition>,
    page_info: MorePages,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct DeliveryMethodDefinition {
    active: bool,
    name: String,
}

impl DeliveryVariables {
    pub(crate) fn after(after: Option<String>) -> Self {
        Self { after }
    }
}

impl Document for DeliveryProfiles {
    const NAME: &'static str = "DeliveryProfiles";
    type Variables = DeliveryVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| {
            query::<DeliveryProfiles, _>(DeliveryProfiles::NAME, DeliveryVariables::after(Some(String::new())))
        });
        &TEXT
    }

    fn cost(_: &DeliveryVariables) -> u32 {
        const METHOD: u32 = 1;
        const ZONE: u32 = 1 + connection(METHODS, METHOD);
        const PROFILE_AND_GROUPS: u32 = 2;
        connection(PROFILES, PROFILE_AND_GROUPS + connection(ZONES, ZONE))
    }
}

/// The names of the ways in which the store sends goods, those that are switched off left out, each once. Of a group of
/// locations with more zones than come with it, and of a zone with more methods, the rest is left out, and the log says so.
/// It takes the scope `read_shipping`.
///
/// # Errors
/// Why there is no answer.
pub async fn method_names(client: &Client) -> Result<BTreeSet<String>, Error> {
    let (mut names, mut after) = (BTreeSet::new(), None);
    loop {
        let DeliveryProfileConnection { nodes, page_info } =
            client.run::<DeliveryProfiles>(DeliveryVariables::after(after)).await?.delivery_profiles;
        let groups = nodes.into_iter().flat_map(|profile| profile.profile_location_groups);
        let mut is_cut = false;
        let zones = groups.flat_map(|group| {
            is_cut |= group.location_group_zones.page_info.has_next_page;
            group.location_group_zones.nodes
        });
        let zones: Vec<_> = zones.collect();
        is_cut |= zones.iter().any(|zone| zone.method_definitions.page_info.has_next_page);
        if is_cut {
            tracing::warn!(
                "more zones or ways of sending goods than are read at once: the names of the rest are not known"
            );
        }
        let methods = zones.into_iter().flat_map(|zone| zone.method_definitions.nodes);
        names.extend(methods.filter(|method| method.active).map(|method| method.name));
        match page_info.next() {
            Some(next) => after = Some(next),
            None => return Ok(names),
        }
    }
}
