use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::State;
use crate::mutate::UserError;

/// A change of a product that is told of when it is done. It does not survive the process.
#[derive(Clone, Debug)]
pub(crate) struct ProductOperation {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub done_at: DateTime<Utc>,
    /// The product that it has made, changed or deleted, if it has.
    pub product: Option<u64>,
    /// Whether it deletes the product.
    pub deletes: bool,
    pub errors: Vec<UserError>,
}

impl ProductOperation {
    /// What type of the schema it is.
    pub(crate) const fn type_name(&self) -> &'static str {
        if self.deletes { "ProductDeleteOperation" } else { "ProductSetOperation" }
    }

    /// `ProductOperationStatus`.
    pub(crate) fn status(&self, now: DateTime<Utc>) -> &'static str {
        if now >= self.done_at {
            "COMPLETE"
        } else if now > self.created_at {
            "ACTIVE"
        } else {
            "CREATED"
        }
    }
}

impl State {
    pub(crate) fn put_operation(&mut self, operation: ProductOperation) -> Arc<ProductOperation> {
        let operation = Arc::new(operation);
        self.operations.insert(operation.id, Arc::clone(&operation));
        operation
    }
}
