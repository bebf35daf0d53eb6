use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::addresses::{CustomerAddresses, CustomerAddressesVariables};
use super::customer::{Customer, MoreAddressesAhead};
use crate::{Client, Document, Error, Kept};

/// What says whether a customer is whole.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Glance {
    id: cynic::Id,
    #[serde(rename = "addressesV2")]
    addresses: Ahead,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ahead {
    page_info: MoreAddressesAhead,
}

/// Reads the addresses that did not come with their customers, and puts them in as if they had: a call for each such
/// customer, and one more for each 250 of its addresses beyond the first. One that was deleted while it was read is left
/// out.
///
/// # Errors
/// Why there is no answer.
pub async fn complete(client: &Client, customers: Vec<Kept<Customer>>) -> Result<Vec<Kept<Customer>>, Error> {
    let mut whole = Vec::with_capacity(customers.len());
    for customer in customers {
        // One that can't be read lacks none, for its reader to find.
        match customer.glance::<Glance>().ok().filter(|glance| glance.addresses.page_info.has_next_page) {
            None => whole.push(customer),
            Some(glance) => whole.extend(with_addresses(client, customer, &glance.id).await?),
        }
    }
    Ok(whole)
}

async fn with_addresses(
    client: &Client,
    customer: Kept<Customer>,
    id: &cynic::Id,
) -> Result<Option<Kept<Customer>>, Error> {
    let Ok(mut whole) = customer.glance::<Map<String, Value>>() else { return Ok(Some(customer)) };
    let (mut nodes, mut after) = (Vec::<Value>::new(), None);
    loop {
        let asked = CustomerAddressesVariables { id: id.clone(), after };
        let Some(of_customer) = client.run::<CustomerAddresses>(asked).await?.customer else {
            tracing::info!(customer = id.inner(), "a customer was deleted while it was read: it is left out");
            return Ok(None);
        };
        for node in &of_customer.addresses.nodes {
            nodes.push(node.glance().map_err(|error| Error::Malformed {
                store: client.store().domain().to_owned(),
                document: CustomerAddresses::NAME,
                reason: error.to_string(),
            })?);
        }
        match of_customer.addresses.page_info.next() {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    whole.insert("addressesV2".to_owned(), json!({"nodes": nodes, "pageInfo": {"hasNextPage": false}}));
    Ok(Some(Kept::new(Value::Object(whole).to_string())))
}
