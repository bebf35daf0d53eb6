use apollo_compiler::executable::Operation;
use apollo_compiler::response::{JsonMap, JsonValue};

/// What the input of `productSet` adds: a point for each variant and each option beyond the first of its kind.
///
/// The real store's figures are not published; that the cost grows with both is.
pub(crate) fn input_cost(operation: &Operation, variables: &JsonMap) -> u64 {
    let sets_product = operation
        .selection_set
        .selections
        .iter()
        .filter_map(|selection| selection.as_field())
        .any(|field| field.name == "productSet");
    if !sets_product || !operation.is_mutation() {
        return 0;
    }
    variables
        .values()
        .filter_map(JsonValue::as_object)
        .flat_map(|input| ["variants", "productOptions"].into_iter().filter_map(|name| input.get(name)?.as_array()))
        .map(|items| u64::try_from(items.len().saturating_sub(1)).unwrap_or_default())
        .sum()
}
