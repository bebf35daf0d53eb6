use cynic::schema::{MutationRoot, QueryRoot};
use cynic::{OperationBuilder, QueryFragment, QueryVariables};

/// The text of a query with this selection.
pub(crate) fn query<F, V>(name: &str, variables: V) -> String
where
    F: QueryFragment,
    F::SchemaType: QueryRoot,
    V: QueryVariables,
{
    let operation = OperationBuilder::<F, V>::query().with_operation_name(name).with_variables(variables).build();
    // It fails only without variables. An empty document would not pass the tests that validate every document.
    operation.map(|operation| operation.query).unwrap_or_default()
}

/// The text of a mutation with this selection.
pub(crate) fn mutation<F, V>(name: &str, variables: V) -> String
where
    F: QueryFragment,
    F::SchemaType: MutationRoot,
    V: QueryVariables,
{
    let operation = OperationBuilder::<F, V>::mutation().with_operation_name(name).with_variables(variables).build();
    operation.map(|operation| operation.query).unwrap_or_default()
}
