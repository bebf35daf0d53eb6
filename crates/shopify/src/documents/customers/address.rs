use std::sync::LazyLock;

use serde::Serialize;
use serde_json::Value;

use super::CUSTOMERS;
use super::changed::Changed;
use super::input::AddressInput;
use crate::documents::slots::{self, Argument, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind};

const NOBODY: &str = "\"gid://shopify/Customer/1\"";
const NEW: [Argument; 2] = [
    Argument { name: "customerId", of_type: "ID!", nothing: NOBODY },
    Argument { name: "address", of_type: "MailingAddressInput!", nothing: "{}" },
];
const KNOWN: [Argument; 3] = [
    Argument { name: "customerId", of_type: "ID!", nothing: NOBODY },
    Argument { name: "addressId", of_type: "ID!", nothing: "\"gid://shopify/MailingAddress/1\"" },
    Argument { name: "address", of_type: "MailingAddressInput!", nothing: "{}" },
];

/// Gives customers an address, which becomes their default one. Shopify does not know a repeated one: one looks first.
#[derive(Clone, Debug)]
pub struct CustomerAddressesAdd;

/// Changes addresses of customers. It says what a field is to be, and may be sent again.
#[derive(Clone, Debug)]
pub struct CustomerAddressesChange;

/// An address that a customer is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewAddress {
    /// The customer's global id.
    pub customer_id: String,
    /// The address.
    pub address: AddressInput,
}

/// What is changed of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AddressChange {
    /// The customer's global id.
    pub customer_id: String,
    /// The address's.
    pub address_id: String,
    /// What is changed.
    pub address: AddressInput,
}

impl CustomerAddressesAdd {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "customerAddressCreate",
        arguments: &NEW,
        fixed: ", setAsDefault: true",
        declared: "",
        selection: "address { id } userErrors { field message }",
        most: CUSTOMERS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&NEW, &vec![Value::Null; CUSTOMERS], CUSTOMERS)
    }
}

impl CustomerAddressesChange {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "customerAddressUpdate",
        arguments: &KNOWN,
        fixed: "",
        declared: "",
        selection: "address { id } userErrors { field message }",
        most: CUSTOMERS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&KNOWN, &vec![Value::Null; CUSTOMERS], CUSTOMERS)
    }
}

impl Document for CustomerAddressesAdd {
    const NAME: &'static str = "CustomerAddressesAdd";
    const KIND: Kind = Kind::Mutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<Changed>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| CustomerAddressesAdd::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count()
    }
}

impl Document for CustomerAddressesChange {
    const NAME: &'static str = "CustomerAddressesChange";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<Changed>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| CustomerAddressesChange::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count()
    }
}

/// Gives at most [`CUSTOMERS`] customers an address each; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn add_addresses(client: &Client, addresses: &[NewAddress]) -> Result<Vec<Option<Changed>>, Error> {
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = addresses.iter().filter_map(|one| serde_json::to_value(one).ok()).collect();
    ask::<CustomerAddressesAdd, _>(client, Slots::of(&NEW, &inputs, CUSTOMERS), addresses.len()).await
}

/// Changes at most [`CUSTOMERS`] addresses; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn change_addresses(client: &Client, addresses: &[AddressChange]) -> Result<Vec<Option<Changed>>, Error> {
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = addresses.iter().filter_map(|one| serde_json::to_value(one).ok()).collect();
    ask::<CustomerAddressesChange, _>(client, Slots::of(&KNOWN, &inputs, CUSTOMERS), addresses.len()).await
}
