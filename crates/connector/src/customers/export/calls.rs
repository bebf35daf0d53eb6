//! Many changes a call. What is refused as a whole is sent in smaller parts, until what is wrong is alone.

use std::future::Future;

use job_queue::{Context, JobError};
use shopify::documents::customers::{
    AddressChange, AddressChanged, CUSTOMERS, ChangedCustomer, CustomerInput, MadeCustomer, NewAddress, add_addresses,
    change, change_addresses, make,
};
use shopify::{Client, Error as StoreError, Id};

use crate::Error;

/// A change that is made of many records at once.
pub(crate) trait Call {
    /// What is sent of a record.
    type Input: Sync;
    /// What is answered of it.
    type Answer: Send;
    /// What that tells.
    type Told: Send;

    /// Sends some; what is answered of each, in their order.
    fn send(
        client: &Client,
        some: &[Self::Input],
    ) -> impl Future<Output = Result<Vec<Option<Self::Answer>>, StoreError>> + Send;

    /// What the answer tells; or why the change was not made.
    fn told(answer: Self::Answer) -> Result<Self::Told, String>;
}

/// Customers are made.
pub(crate) struct MakeCustomers;
/// Customers are changed.
pub(super) struct ChangeCustomers;
/// Customers are given an address.
pub(super) struct AddAddresses;
/// Addresses are changed.
pub(super) struct ChangeAddresses;

/// Sends all of them; what came of each, in their order.
pub(crate) async fn all<C: Call>(
    cx: &Context,
    client: &Client,
    inputs: &[C::Input],
) -> Result<Vec<Result<C::Told, String>>, JobError> {
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
                let not_confirmed = || Err("Shopify has not confirmed it".to_owned());
                let answers = answers.map_err(Error::Shopify)?;
                told.extend(answers.into_iter().map(|answer| answer.map_or_else(not_confirmed, C::told)));
            }
        }
        (rest, most) = (others, CUSTOMERS);
    }
    Ok(told)
}

impl Call for MakeCustomers {
    type Input = CustomerInput;
    type Answer = MadeCustomer;
    type Told = Id;

    async fn send(client: &Client, some: &[CustomerInput]) -> Result<Vec<Option<MadeCustomer>>, StoreError> {
        make(client, some).await
    }

    fn told(answer: MadeCustomer) -> Result<Id, String> {
        answer.told().cloned()
    }
}

impl Call for ChangeCustomers {
    type Input = CustomerInput;
    type Answer = ChangedCustomer;
    type Told = ();

    async fn send(client: &Client, some: &[CustomerInput]) -> Result<Vec<Option<ChangedCustomer>>, StoreError> {
        change(client, some).await
    }

    fn told(answer: ChangedCustomer) -> Result<(), String> {
        answer.told()
    }
}

impl Call for AddAddresses {
    type Input = NewAddress;
    type Answer = AddressChanged;
    type Told = ();

    async fn send(client: &Client, some: &[NewAddress]) -> Result<Vec<Option<AddressChanged>>, StoreError> {
        add_addresses(client, some).await
    }

    fn told(answer: AddressChanged) -> Result<(), String> {
        answer.told()
    }
}

impl Call for ChangeAddresses {
    type Input = AddressChange;
    type Answer = AddressChanged;
    type Told = ();

    async fn send(client: &Client, some: &[AddressChange]) -> Result<Vec<Option<AddressChanged>>, StoreError> {
        change_addresses(client, some).await
    }

    fn told(answer: AddressChanged) -> Result<(), String> {
        answer.told()
    }
}
