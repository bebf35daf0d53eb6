use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::customer::CustomerObject;
use super::leaf;
use super::order::OrderObject;
use super::product::ProductObject;
use super::session::{Resolved, Session, not_served};
use crate::mutate::UserError;
use crate::store::customer::Customer;
use crate::store::order::Order;
use crate::store::product::Product;

/// What a mutation has made or changed.
pub(super) enum Subject {
    Customer(Arc<Customer>),
    Order(Arc<Order>),
    Product(Arc<Product>),
}

/// What a mutation answers: its subject, or why there is none.
pub(super) struct Payload<'s> {
    pub session: &'s Session,
    pub type_name: &'static str,
    pub error_name: &'static str,
    pub result: Result<Subject, Vec<UserError>>,
}

impl ObjectValue for Payload<'_> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        match (info.field_name(), &self.result) {
            ("userErrors", Ok(_)) => Ok(ResolvedValue::list([])),
            ("userErrors", Err(errors)) => Ok(ResolvedValue::list(
                errors.iter().map(|error| ResolvedValue::object(ErrorObject { type_name: self.error_name, error })),
            )),
            ("customer" | "order" | "product", Err(_)) => Ok(ResolvedValue::null()),
            ("customer", Ok(Subject::Customer(customer))) => {
                Ok(ResolvedValue::object(CustomerObject { session, customer: Arc::clone(customer) }))
            }
            ("order", Ok(Subject::Order(order))) => {
                Ok(ResolvedValue::object(OrderObject { session, order: Arc::clone(order) }))
            }
            ("product", Ok(Subject::Product(product))) => {
                Ok(ResolvedValue::object(ProductObject { session, product: Arc::clone(product) }))
            }
            _ => not_served(self, info),
        }
    }
}

/// A user error, of the type that the payload has.
pub(super) struct ErrorObject<'e> {
    pub type_name: &'static str,
    pub error: &'e UserError,
}

impl ObjectValue for ErrorObject<'_> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "field" if self.error.field.is_empty() => Ok(ResolvedValue::null()),
            "field" => leaf::texts(&self.error.field),
            "message" => leaf::text(&self.error.message),
            "code" => leaf::optional(self.error.code),
            _ => not_served(self, info),
        }
    }
}
