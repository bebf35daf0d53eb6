//! One mutation for many orders: the same field under many names, of which as many are asked for as there are orders. What it
//! says may be said again: an order that is archived stays so, and attributes are given whole.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Client, Document, Error, Kind};

/// As many orders go into a call.
pub const MANY: usize = 25;

/// The letter of the names of these fields.
const EACH: Option<char> = Some('o');

/// Archives orders.
#[derive(Clone, Debug)]
pub struct OrdersClose;

/// Gives orders their attributes.
#[derive(Clone, Debug)]
pub struct OrdersGiveAttributes;

/// What each of many orders is given, by its name in the call.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct ManyVariables(Map<String, Value>);

/// What came of it, by the same names.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Many(HashMap<String, Option<Changed>>);

/// What came of changing one of many orders.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// The order as it is now.
    pub order: Option<ChangedOrder>,
    /// What Shopify has against it, a sentence each.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

/// An order that was changed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedOrder {
    /// Whether it is archived.
    pub closed: bool,
    /// When it was.
    pub closed_at: Option<DateTime<Utc>>,
}

/// What Shopify has against a change.
#[derive(Clone, Debug, Deserialize)]
pub struct Complaint {
    /// In a sentence.
    pub message: String,
}

/// An attribute of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttributeInput {
    /// Its name.
    pub key: String,
    /// What it says.
    pub value: String,
}

impl ManyVariables {
    /// These inputs, the first [`MANY`] of them. A name that is not asked for has to have a value all the same.
    fn of(inputs: &[Value]) -> Self {
        let mut variables = Map::new();
        for at in 0..MANY {
            let input = inputs.get(at).or_else(|| inputs.first()).cloned().unwrap_or_default();
            variables.insert(format!("o{at}"), input);
            variables.insert(format!("i{at}"), (at < inputs.len()).into());
        }
        Self(variables)
    }

    pub(crate) fn largest() -> Self {
        Self::of(&vec![serde_json::json!({ "id": "gid://shopify/Order/1" }); MANY])
    }

    fn cost(&self) -> u32 {
        let asked = self.0.iter().filter(|(name, value)| name.starts_with('i') && value.as_bool() == Some(true));
        crate::cost::MUTATION * u32::try_from(asked.count()).unwrap_or(u32::MAX)
    }
}

/// The text of a mutation that says `field` of many orders, each with an `input`.
fn text(name: &str, field: &str, input: &str) -> String {
    let (mut declared, mut said) = (String::new(), String::new());
    for at in 0..MANY {
        let comma = if at == 0 { "" } else { ", " };
        // Writing to a text never fails.
        let _ = write!(declared, "{comma}$o{at}: {input}!, $i{at}: Boolean!");
        let _ = writeln!(
            said,
            "  o{at}: {field}(input: $o{at}) @include(if: $i{at}) {{ order {{ closed closedAt }} userErrors {{ message }} }}"
        );
    }
    format!("mutation {name}({declared}) {{\n{said}}}\n")
}

impl Document for OrdersClose {
    const NAME: &'static str = "OrdersClose";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = EACH;
    type Variables = ManyVariables;
    type Answer = Many;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| text(OrdersClose::NAME, "orderClose", "OrderCloseInput"));
        &TEXT
    }

    fn cost(variables: &ManyVariables) -> u32 {
        variables.cost()
    }
}

impl Document for OrdersGiveAttributes {
    const NAME: &'static str = "OrdersGiveAttributes";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = EACH;
    type Variables = ManyVariables;
    type Answer = Many;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| text(OrdersGiveAttributes::NAME, "orderUpdate", "OrderInput"));
        &TEXT
    }

    fn cost(variables: &ManyVariables) -> u32 {
        variables.cost()
    }
}

/// Archives orders, at most [`MANY`]; what came of each, in their order. Nothing where something went wrong inside Shopify.
///
/// # Errors
/// Why there is no answer.
pub async fn close(client: &Client, ids: &[String]) -> Result<Vec<Option<Changed>>, Error> {
    let inputs: Vec<Value> = ids.iter().map(|id| serde_json::json!({ "id": id })).collect();
    run::<OrdersClose>(client, &inputs).await
}

/// Gives orders all their attributes, at most [`MANY`]; what came of each, in their order. Nothing where something went wrong
/// inside Shopify.
///
/// # Errors
/// Why there is no answer.
pub async fn give_attributes(
    client: &Client,
    orders: &[(String, Vec<AttributeInput>)],
) -> Result<Vec<Option<Changed>>, Error> {
    let input = |(id, attributes): &(String, Vec<AttributeInput>)| serde_json::json!({ "id": id, "customAttributes": attributes });
    run::<OrdersGiveAttributes>(client, &orders.iter().map(input).collect::<Vec<_>>()).await
}

/// Where something went wrong inside Shopify at some of the orders these are asked for once more.
async fn run<D: Document<Variables = ManyVariables, Answer = Many>>(
    client: &Client,
    inputs: &[Value],
) -> Result<Vec<Option<Changed>>, Error> {
    let mut told = run_once::<D>(client, inputs).await?;
    let silent: Vec<usize> = (0..).zip(&told).filter(|(_, told)| told.is_none()).map(|(at, _)| at).collect();
    if silent.len() == told.len() {
        return Ok(told);
    }
    let left: Vec<Value> = silent.iter().filter_map(|at| inputs.get(*at).cloned()).collect();
    match run_once::<D>(client, &left).await {
        Ok(again) => {
            for (told, again) in told.iter_mut().filter(|told| told.is_none()).zip(again) {
                *told = again;
            }
        }
        // What came of the others stays said.
        Err(error) => tracing::warn!(store = client.store().domain(), document = D::NAME, %error, "some got no answer"),
    }
    Ok(told)
}

async fn run_once<D: Document<Variables = ManyVariables, Answer = Many>>(
    client: &Client,
    inputs: &[Value],
) -> Result<Vec<Option<Changed>>, Error> {
    if inputs.is_empty() {
        return Ok(Vec::new());
    }
    let Many(mut answers) = client.run::<D>(ManyVariables::of(inputs)).await?;
    let told = |at| answers.remove(&format!("o{at}")).flatten();
    Ok((0..inputs.len().min(MANY)).map(told).collect())
}
