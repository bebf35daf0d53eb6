use apollo_compiler::response::JsonMap;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::cost::{MAX_COST, ThrottleStatus};
use crate::journal::Outcome;
use crate::limits::TOO_MANY_VARIANTS;

/// The body of an answer.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Body {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Option<JsonMap>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub extensions: Map<String, Value>,
}

/// An answer, and what the journal tells about it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub body: Body,
    pub operation: String,
    pub kind: &'static str,
    pub requested: Option<u64>,
    pub actual: Option<u64>,
    pub outcome: Outcome,
    /// The deprecated members that it has used.
    pub deprecated: Vec<String>,
}

impl Body {
    pub(super) fn refused(errors: Vec<Value>) -> Self {
        Self { errors, ..Self::default() }
    }

    /// Whether more new variants were asked for than a day brings, which the store says with a status as well.
    pub(crate) fn has_too_many_variants(&self) -> bool {
        let code = |error: &Value| error.pointer("/extensions/code").and_then(Value::as_str) == Some(TOO_MANY_VARIANTS);
        self.errors.iter().any(code)
    }

    /// Tells the cost, and how much of the bucket is left.
    pub(super) fn with_cost(
        mut self,
        requested: u64,
        actual: Option<u64>,
        status: ThrottleStatus,
        fields: Option<Vec<Value>>,
    ) -> Self {
        let mut cost = json!({
            "requestedQueryCost": requested,
            "actualQueryCost": actual,
            "throttleStatus": status,
        });
        if let (Some(fields), Some(cost)) = (fields, cost.as_object_mut()) {
            cost.insert("fields".to_owned(), fields.into());
        }
        self.extensions.insert("cost".to_owned(), cost);
        self
    }
}

/// The bucket does not hold what was asked.
pub(super) fn throttled() -> Value {
    json!({
        "message": "Throttled",
        "extensions": {
            "code": "THROTTLED",
            "documentation": "https://shopify.dev/api/usage/rate-limits",
        },
    })
}

/// More was asked than any bucket would give.
pub(super) fn too_costly(cost: u64) -> Value {
    let message = format!(
        "Query cost is {cost}, which exceeds the single query max cost limit ({MAX_COST}).\n\nSee \
         https://shopify.dev/concepts/about-apis/rate-limits for more information on how the cost of a query is \
         calculated.\n\nTo query larger amounts of data with fewer limits, bulk operations should be used instead.\n\
         See https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n"
    );
    json!({
        "message": message,
        "extensions": {
            "code": "MAX_COST_EXCEEDED",
            "cost": cost,
            "maxCost": MAX_COST,
            "documentation": "https://shopify.dev/api/usage/rate-limits",
        },
    })
}

/// Something went wrong inside the store.
pub(super) fn internal_error(request_id: &str) -> Value {
    let message = format!(
        "Internal error. Looks like something went wrong on our end.\nRequest ID: {request_id} (include this in \
         support requests)."
    );
    json!({ "message": message, "extensions": { "code": "INTERNAL_SERVER_ERROR", "requestId": request_id } })
}
