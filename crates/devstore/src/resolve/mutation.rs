use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use serde::Deserialize;

use super::arguments::{flag, input};
use super::inventory_group::inventory_set_quantities;
use super::payload::{Payload, Subject};
use super::platform;
use super::problem::Problem;
use super::session::{Resolved, Session};
use crate::mutate::{InventoryBehaviour, UserError, customer_create, order_create, order_mark_as_paid, product_set};

/// `Mutation`.
pub(crate) struct MutationRoot<'s>(pub &'s Session);

#[derive(Default, Deserialize)]
#[serde(default)]
struct MarkAsPaid {
    id: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct OrderOptions {
    inventory_behaviour: Option<String>,
}

impl ObjectValue for MutationRoot<'_> {
    fn type_name(&self) -> &str {
        "Mutation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.0;
        let now = session.now;
        match info.field_name() {
            "productSet" => {
                if info.arguments().contains_key("synchronous") && !flag(info, "synchronous") {
                    let message = "The devstore runs productSet at once only: leave the argument synchronous out.";
                    return Err(Problem::new("INTERNAL_SERVER_ERROR", message).into());
                }
                let identifier = input(info, "identifier")?;
                let product = input(info, "input")?;
                let result = session.change(|state| product_set(state, identifier, product, now));
                self.payload("ProductSetPayload", "ProductSetUserError", result.map(Subject::Product))
            }
            "customerCreate" => {
                let customer = input(info, "input")?;
                let result = session.change(|state| customer_create(state, customer, now));
                self.payload("CustomerCreatePayload", "UserError", result.map(Subject::Customer))
            }
            "orderCreate" => {
                let order = input(info, "order")?;
                let options: OrderOptions = input(info, "options")?;
                let inventory = match options.inventory_behaviour.as_deref() {
                    Some("DECREMENT_IGNORING_POLICY") => InventoryBehaviour::DecrementIgnoringPolicy,
                    Some("DECREMENT_OBEYING_POLICY") => InventoryBehaviour::DecrementObeyingPolicy,
                    _ => InventoryBehaviour::Bypass,
                };
                let result = session.change(|state| order_create(state, order, inventory, now));
                self.payload("OrderCreatePayload", "OrderCreateUserError", result.map(Subject::Order))
            }
            "inventorySetQuantities" => inventory_set_quantities(session, info),
            "orderMarkAsPaid" => {
                let MarkAsPaid { id } = input(info, "input")?;
                let result = session.change(|state| order_mark_as_paid(state, &id, now));
                self.payload("OrderMarkAsPaidPayload", "UserError", result.map(Subject::Order))
            }
            _ => platform::change(session, self, info),
        }
    }
}

impl MutationRoot<'_> {
    fn payload(
        &self,
        type_name: &'static str,
        error_name: &'static str,
        result: Result<Subject, Vec<UserError>>,
    ) -> Resolved<'_> {
        Ok(ResolvedValue::object(Payload { session: self.0, type_name, error_name, result }))
    }
}
