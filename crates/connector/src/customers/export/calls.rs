//! Many changes a call. What is refused as a whole is sent in smaller parts, until what is wrong is alone.

use std::future::Future;

use job_queue::{Context, JobError};
use shopify::documents::customers::{
    AddressChange, CUSTOMERS, Changed, CustomerInput, NewAddress, add_addresses, change, change_addresses, make,
};
use shopify::{Client, Error as StoreError, Id};

use crate::Error;

/// A change that is made of many records at once.
pub(crate) trait Call {
    /// What is sent of a record.
    type Input: Sync;

    /// Sends some; what is answered of each, in their order.
    fn send(
        client: &Client,
        some: &[Self::Input],
    ) -> impl Future<Output = Result<Vec<Option<Changed>>, StoreError>> + Send;
}

/// Customers are made.
pub(crate) struct MakeCustomers;
/// Customers are changed.
pub(super) struct ChangeCustomers;
/// Customers are given an address.
pub(super) struct AddAddresses;
/// Addresses are changed.
pub(super) struct ChangeAddresses;

/// Sends all of them. The ids of what was made or changed, in their order, or why it was not.
pub(crate) async fn all<C: Call>(
    cx: &Context,
    client: &Client,
    inputs: &[C::Input],
) -> Result<Vec<Result<Id, String>>, JobError> {
    let (mut told, mut rest, mut most) = (Vec::with_capacity(inputs.len()), inputs, CUSTOMERS);
    while !rest.is_empty() {
        let (some, others) = rest.split_at(rest.len().min(most));
        match cx.send(C::send(client, some)).await? {
            Err(StoreError::Rejected { .. }) if some.len() > 1 => {
                most = some.len() / 2;
                continue;
            }
            Err(StoreError::Rejected { reason, .. }) => told.push(Err(reason)),
            answers => {
                let answers = answers.map_err(Error::Shopify)?;
                // Of what the store says nothing it has confirmed nothing.
                told.extend(answers.into_iter().map(|answer| answer.unwrap_or_default().told()));
            }
        }
        (rest, most) = (others, CUSTOMERS);
    }
    Ok(told)
}

impl Call for MakeCustomers {
    type Input = CustomerInput;

    async fn send(client: &Client, some: &[CustomerInput]) -> Result<Vec<Option<Changed>>, StoreError> {
        make(client, some).await
    }
}

impl Call for ChangeCustomers {
    type Input = CustomerInput;

    async fn send(client: &Client, some: &[CustomerInput]) -> Result<Vec<Option<Changed>>, StoreError> {
        change(client, some).await
    }
}

impl Call for AddAddresses {
    type Input = NewAddress;

    async fn send(client: &Client, some: &[NewAddress]) -> Result<Vec<Option<Changed>>, StoreError> {
        add_addresses(client, some).await
    }
}

impl Call for ChangeAddresses {
    type Input = AddressChange;

    async fn send(client: &Client, some: &[AddressChange]) -> Result<Vec<Option<Changed>>, StoreError> {
        change_addresses(client, some).await
    }
}
