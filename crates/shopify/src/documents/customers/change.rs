use std::sync::LazyLock;

use serde_json::{Value, json};

use super::CUSTOMERS;
use super::changed::Changed;
use super::input::CustomerInput;
use crate::documents::slots::{self, Argument, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind};

const ARGUMENTS: [Argument; 1] = [Argument { name: "input", of_type: "CustomerInput!", nothing: "{}" }];

/// Changes customers. It says what a field is to be, and may be sent again.
#[derive(Clone, Debug)]
pub struct CustomersChange;

impl CustomersChange {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "customerUpdate",
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

impl Document for CustomersChange {
    const NAME: &'static str = "CustomersChange";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<Changed>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| CustomersChange::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count()
    }
}

/// Changes at most [`CUSTOMERS`] customers; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn change(client: &Client, customers: &[CustomerInput]) -> Result<Vec<Option<Changed>>, Error> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = customers.iter().map(|one| json!({ "input": one })).collect();
    ask::<CustomersChange, _>(client, Slots::of(&ARGUMENTS, &inputs, CUSTOMERS), customers.len()).await
}
