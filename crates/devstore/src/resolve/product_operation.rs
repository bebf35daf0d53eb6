use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::payload::ErrorObject;
use super::product::ProductObject;
use super::session::{Resolved, Session, not_served};
use crate::store::operation::ProductOperation;

/// `ProductSetOperation` and `ProductDeleteOperation`: what it has come to is told when it is done.
pub(super) struct OperationObject<'s> {
    pub session: &'s Session,
    pub operation: Arc<ProductOperation>,
}

impl<'s> OperationObject<'s> {
    /// The operation with this number, when it is of this type.
    pub(super) fn of_type(session: &'s Session, id: u64, kind: &str) -> Option<Self> {
        let operation = session.read(|state| state.operations.get(&id).map(Arc::clone))?;
        (operation.type_name() == kind).then_some(Self { session, operation })
    }
}

impl ObjectValue for OperationObject<'_> {
    fn type_name(&self) -> &str {
        self.operation.type_name()
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, operation) = (self.session, &*self.operation);
        let done = session.now >= operation.done_at;
        match info.field_name() {
            "id" => leaf::gid(operation.type_name(), operation.id),
            "status" => leaf::text(operation.status(session.now)),
            "product" => {
                let product = operation.product.filter(|_| done).and_then(|id| session.product(id));
                Ok(ResolvedValue::nullable_object(product.map(|product| ProductObject { session, product })))
            }
            "deletedProductId" => {
                let deleted = operation.product.filter(|_| done && operation.deletes);
                leaf::optional(deleted.map(|id| format!("gid://shopify/Product/{id}")).as_deref())
            }
            "userErrors" => {
                let errors = if done { operation.errors.as_slice() } else { &[] };
                let type_name = if operation.deletes { "UserError" } else { "ProductSetUserError" };
                let object = move |error| ResolvedValue::object(ErrorObject { type_name, error });
                Ok(ResolvedValue::list(errors.iter().map(object)))
            }
            _ => not_served(self, info),
        }
    }
}
