use std::collections::HashMap;
use std::sync::LazyLock;

use super::AT_ONCE;
use super::parcel::{PARCEL_LINES_COST, ParcelLineConnection};
use super::rest::complete_parcel;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for what is in several parcels.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "ParcelsVariables")]
pub struct FulfillmentsLines {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

/// Which parcels.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ParcelsVariables {
    ids: Vec<cynic::Id>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node")]
enum Node {
    Fulfillment(LinesOfParcel),
    #[cynic(fallback)]
    Other,
}

/// What is in a parcel.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Fulfillment")]
pub struct LinesOfParcel {
    /// The id of the parcel.
    pub id: cynic::Id,
    /// What is in it.
    #[arguments(first: 250)]
    pub fulfillment_line_items: ParcelLineConnection,
}

impl FulfillmentsLines {
    /// The dearest call.
    pub(crate) fn largest() -> ParcelsVariables {
        let ids = (1..=AT_ONCE).map(|number| cynic::Id::new(format!("gid://shopify/Fulfillment/{number}")));
        ParcelsVariables { ids: ids.collect() }
    }
}

impl Document for FulfillmentsLines {
    const NAME: &'static str = "FulfillmentsLines";
    type Variables = ParcelsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<FulfillmentsLines, _>(FulfillmentsLines::NAME, FulfillmentsLines::largest()));
        &TEXT
    }

    fn cost(_: &ParcelsVariables) -> u32 {
        const PARCEL: u32 = 1;
        PARCEL + PARCEL_LINES_COST
    }
}

/// Reads what is in these parcels, by their ids: a call for fifty of them. One that is not there is left out.
///
/// # Errors
/// Why there is no answer.
pub async fn lines(client: &Client, ids: &[String]) -> Result<HashMap<String, LinesOfParcel>, Error> {
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let asked = some.iter().map(cynic::Id::new).collect();
        let answer = client.run::<FulfillmentsLines>(ParcelsVariables { ids: asked }).await?;
        for node in answer.nodes.into_iter().flatten() {
            let Node::Fulfillment(mut parcel) = node else { continue };
            complete_parcel(client, &parcel.id, &mut parcel.fulfillment_line_items).await?;
            found.insert(parcel.id.inner().to_owned(), parcel);
        }
    }
    Ok(found)
}
