use apollo_compiler::executable::Operation;
use apollo_compiler::response::{JsonMap, JsonValue};

/// What an input adds to the cost of a mutation, in tenths of a point for each item: of variants, of pictures of
/// variants, and of pictures of the product.
struct Tenths {
    mutation: &'static str,
    variant: u64,
    variant_media: u64,
    media: u64,
}

/// The mutations whose cost grows with their input.
const GROWING: [Tenths; 3] = [
    Tenths { mutation: "productSet", variant: 2, variant_media: 0, media: 19 },
    Tenths { mutation: "productVariantsBulkCreate", variant: 2, variant_media: 6, media: 19 },
    Tenths { mutation: "productVariantsBulkUpdate", variant: 2, variant_media: 6, media: 19 },
];

/// What the input of an operation adds to its cost, in whole points.
pub(crate) fn input_cost(operation: &Operation, variables: &JsonMap) -> u64 {
    let fields = operation.selection_set.selections.iter().filter_map(|selection| selection.as_field());
    fields.map(|field| of_mutation(&field.name, variables)).sum()
}

fn of_mutation(name: &str, variables: &JsonMap) -> u64 {
    let Some(tenths) = GROWING.iter().find(|tenths| tenths.mutation == name) else { return 0 };
    let (mut variants, mut variant_media, mut media) = (0, 0, 0);
    // The lists are variables of their own, or parts of one; written into the document they are counted as none.
    let inputs = variables.iter().chain(variables.values().filter_map(JsonValue::as_object).flatten());
    for (name, list) in inputs.filter_map(|(name, value)| Some((name.as_str(), value.as_array()?))) {
        match name {
            "variants" => {
                variants += count(list.len());
                variant_media += count(list.iter().filter(|variant| shows(variant)).count());
            }
            "media" | "files" => media += count(list.len()),
            _ => {}
        }
    }
    (variants * tenths.variant + variant_media * tenths.variant_media + media * tenths.media) / 10
}

/// Whether the input of a variant names a picture.
fn shows(variant: &JsonValue) -> bool {
    ["mediaId", "mediaSrc"].into_iter().any(|name| variant.get(name).is_some_and(|value| !value.is_null()))
}

fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
