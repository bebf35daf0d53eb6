use std::sync::LazyLock;

use serde_json::{Value, json};

use super::CUSTOMERS;
use super::changed::Changed;
use super::input::CustomerInput;
use crate::documents::slots::{self, Argument, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind};

const ARGUMENTS: [Argument; 1] = [Argument { name: "input", of_type: "CustomerInput!", nothing: "{}" }];

/// Makes customers. One whose e-mail address or phone number another has is refused: so the same customer is never made
/// twice.
#[derive(Clone, Debug)]
pub struct CustomersMake;

impl CustomersMake {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "customerCreate",
        arguments: &ARGUMENTS,
        fixed: "",
        declared: "",
        selection: "customer { id } userErrors { field message }",
        most: CUSTOMERS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Null; CUSTOMERS], CUSTOMERS)
    }
}

impl Document for CustomersMake {
    const NAME: &'static str = "CustomersMake";
    const KIND: Kind = Kind::Mutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<Changed>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| CustomersMake::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count()
    }
}

/// Makes at most [`CUSTOMERS`] customers; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn make(client: &Client, customers: &[CustomerInput]) -> Result<Vec<Option<Changed>>, Error> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = customers.iter().map(|one| json!({ "input": one })).collect();
    ask::<CustomersMake, _>(client, Slots::of(&ARGUMENTS, &inputs, CUSTOMERS), customers.len()).await
}
