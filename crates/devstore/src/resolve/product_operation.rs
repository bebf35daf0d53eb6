use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::payload::ErrorObject;
use super::product::ProductObject;
use super::session::{Resolved, Session, not_served};
use crate::store::operation::ProductOperation;

/// `ProductSetOperation`: what it has come to is told when it is done.
pub(super) struct SetOperation<'s> {
    pub session: &'s Session,
    pub operation: Arc<ProductOperation>,
}

impl<'s> SetOperation<'s> {
    /// The operation with this number.
    pub(super) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let operation = session.read(|state| state.operations.get(&id).map(Arc::clone))?;
        Some(Self { session, operation })
    }
}

impl ObjectValue for SetOperation<'_> {
    fn type_name(&self) -> &str {
        "ProductSetOperation"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, operation) = (self.session, &*self.operation);
        let done = session.now >= operation.done_at;
        match info.field_name() {
            "id" => leaf::gid("ProductSetOperation", operation.id),
            "status" => leaf::text(operation.status(session.now)),
            "product" => {
                let product = operation.product.filter(|_| done).and_then(|id| session.product(id));
                Ok(ResolvedValue::nullable_object(product.map(|product| ProductObject { session, product })))
            }
            "userErrors" => {
                let errors = if done { operation.errors.as_slice() } else { &[] };
                let object = |error| ResolvedValue::object(ErrorObject { type_name: "ProductSetUserError", error });
                Ok(ResolvedValue::list(errors.iter().map(object)))
            }
            _ => not_served(self, info),
        }
    }
}
