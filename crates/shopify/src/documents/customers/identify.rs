use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::documents::WithId;
use crate::documents::slots::{Argument, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Id};

/// So many customers are looked up at once.
pub const MOST_IDENTIFIED: usize = 50;

const ARGUMENTS: [Argument; 1] =
    [Argument { name: "identifier", of_type: "CustomerIdentifierInput!", nothing: "{\"emailAddress\": \"nobody\"}" }];

/// A query for customers by their e-mail addresses or phone numbers: directly, since a search may not know yet who was just
/// made.
#[derive(Clone, Debug)]
pub struct CustomersIdentify;

/// By what a customer is looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Identifier {
    /// Its e-mail address.
    EmailAddress(String),
    /// Its phone number.
    PhoneNumber(String),
}

/// A customer that is there.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Identified {
    /// Its id.
    pub id: Id,
    /// Its first name.
    #[serde(default)]
    pub first_name: Option<String>,
    /// Its last name.
    #[serde(default)]
    pub last_name: Option<String>,
    /// Its e-mail address.
    #[serde(default)]
    pub default_email_address: Option<Email>,
    /// Its phone number.
    #[serde(default)]
    pub default_phone_number: Option<Phone>,
    /// The address that is meant where none is said; none where it has none.
    #[serde(default)]
    pub default_address: Option<WithId>,
}

/// An e-mail address.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Email {
    /// The address.
    pub email_address: String,
}

/// A phone number.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    /// The number.
    pub phone_number: String,
}

impl Identified {
    /// Its e-mail address; blank for none.
    pub fn email(&self) -> &str {
        self.default_email_address.as_ref().map_or("", |email| &email.email_address)
    }

    /// Its phone number; blank for none.
    pub fn phone(&self) -> &str {
        self.default_phone_number.as_ref().map_or("", |phone| &phone.phone_number)
    }
}

impl CustomersIdentify {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "query",
        field: "customerByIdentifier",
        arguments: &ARGUMENTS,
        fixed: "",
        declared: "",
        selection: "id firstName lastName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } \
                    defaultAddress { id }",
        most: MOST_IDENTIFIED,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Null; MOST_IDENTIFIED], MOST_IDENTIFIED)
    }
}

impl Document for CustomersIdentify {
    const NAME: &'static str = "CustomersIdentify";
    type Variables = Slots;
    type Answer = SlotsAnswer<Identified>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| CustomersIdentify::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        const CUSTOMER_EMAIL_AND_PHONE: u32 = 3;
        CUSTOMER_EMAIL_AND_PHONE * variables.count()
    }
}

/// The customer of each of these, at most [`MOST_IDENTIFIED`], in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn identify(client: &Client, identifiers: &[Identifier]) -> Result<Vec<Option<Identified>>, Error> {
    if identifiers.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = identifiers.iter().map(|identifier| json!({ "identifier": identifier })).collect();
    ask::<CustomersIdentify, _>(client, Slots::of(&ARGUMENTS, &inputs, MOST_IDENTIFIED), identifiers.len()).await
}
