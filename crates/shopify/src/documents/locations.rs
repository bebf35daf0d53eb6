//! The locations of a store: its shops and store rooms, and those of the services that send goods for it.

use std::sync::LazyLock;

use super::orders::Cursor;
use super::query;
use crate::cost::connection;
use crate::{Client, Document, Error, schema};

/// As many are read in one call. Most stores have a handful.
const PAGE: u32 = 250;

/// Which of them.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct LocationsVariables {
    /// How many.
    first: i32,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

/// A query for the locations of a store, those that are switched off among them: what they were mapped to is kept.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "LocationsVariables")]
pub struct Locations {
    #[arguments(first: $first, after: $after, includeInactive: true, includeLegacy: true)]
    locations: LocationConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct LocationConnection {
    nodes: Vec<Location>,
    page_info: Cursor,
}

/// A location.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
    /// Whether goods are sold from it.
    pub is_active: bool,
    /// Whether it is that of a service which sends goods for the store.
    pub is_fulfillment_service: bool,
    /// Whether online orders are sent from it: what Shopify has put in the place of a primary location.
    pub ships_inventory: bool,
}

impl LocationsVariables {
    pub(crate) fn after(after: Option<String>) -> Self {
        Self { first: PAGE.cast_signed(), after }
    }
}

impl Document for Locations {
    const NAME: &'static str = "Locations";
    type Variables = LocationsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<Locations, _>(Locations::NAME, LocationsVariables::after(Some(String::new()))));
        &TEXT
    }

    fn cost(_: &LocationsVariables) -> u32 {
        const LOCATION: u32 = 1;
        connection(PAGE, LOCATION)
    }
}

/// All locations of the store, a call for 250 of them. It takes the scope `read_locations`.
///
/// # Errors
/// Why there is no answer.
pub async fn locations(client: &Client) -> Result<Vec<Location>, Error> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let LocationConnection { nodes, page_info } =
            client.run::<Locations>(LocationsVariables::after(after)).await?.locations;
        all.extend(nodes);
        match page_info.next() {
            Some(next) => after = Some(next),
            None => return Ok(all),
        }
    }
}
