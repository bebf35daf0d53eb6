use std::sync::LazyLock;

use super::customer::{ADDRESS_COST, Address};
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Document, Kept, schema};

/// As many addresses come in one call.
const LARGEST: u32 = 250;

/// A query for all addresses of one customer.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "CustomerAddressesVariables")]
pub struct CustomerAddresses {
    #[arguments(id: $id)]
    pub(super) customer: Option<OfCustomer>,
}

/// Which page of the addresses of which customer.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CustomerAddressesVariables {
    /// The customer.
    pub id: cynic::Id,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Customer", variables = "CustomerAddressesVariables")]
pub(super) struct OfCustomer {
    #[arguments(first: 250, after: $after)]
    #[cynic(rename = "addressesV2")]
    pub(super) addresses: Addresses,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MailingAddressConnection")]
pub(super) struct Addresses {
    pub(super) nodes: Vec<Kept<Address>>,
    pub(super) page_info: Cursor,
}

impl CustomerAddresses {
    /// The dearest call.
    pub(crate) fn largest() -> CustomerAddressesVariables {
        CustomerAddressesVariables { id: cynic::Id::new("gid://shopify/Customer/1"), after: Some(String::new()) }
    }
}

impl Document for CustomerAddresses {
    const NAME: &'static str = "CustomerAddresses";
    type Variables = CustomerAddressesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<CustomerAddresses, _>(CustomerAddresses::NAME, CustomerAddresses::largest()));
        &TEXT
    }

    fn cost(_: &Self::Variables) -> u32 {
        1 + connection(LARGEST, ADDRESS_COST)
    }
}
