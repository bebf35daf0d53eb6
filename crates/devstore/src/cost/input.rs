use apollo_compiler::ast::Value;
use apollo_compiler::executable::{Field, Operation};
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::{ExecutableDocument, Schema};

use super::selection::Reading;

/// What the input of a mutation adds to its cost, in tenths of a point for each variant, each picture of a variant and
/// each picture of the product; and the argument that the lists are in, if they are no arguments themselves.
struct Tenths {
    mutation: &'static str,
    within: Option<&'static str>,
    variant: usize,
    variant_media: usize,
    media: usize,
}

/// The mutations whose cost grows with their input.
const GROWING: [Tenths; 3] = [
    Tenths { mutation: "productSet", within: Some("input"), variant: 2, variant_media: 0, media: 19 },
    Tenths { mutation: "productVariantsBulkCreate", within: None, variant: 2, variant_media: 6, media: 19 },
    Tenths { mutation: "productVariantsBulkUpdate", within: None, variant: 2, variant_media: 6, media: 19 },
];

/// What the inputs of an operation add to its cost, in whole points for each of its fields.
pub(crate) fn input_cost(
    schema: &Schema,
    document: &ExecutableDocument,
    operation: &Operation,
    variables: &JsonMap,
) -> u64 {
    if !operation.is_mutation() {
        return 0;
    }
    let reading = Reading { schema, document, variables };
    let root = &operation.selection_set;
    let fields = reading.fields(&[root], Some(&root.ty));
    let points: usize = fields.values().filter_map(|fields| fields.first()).map(|field| of(field, variables)).sum();
    u64::try_from(points).unwrap_or(u64::MAX)
}

fn of(field: &Field, variables: &JsonMap) -> usize {
    let Some(tenths) = GROWING.iter().find(|tenths| field.name == tenths.mutation) else { return 0 };
    let list = |name| {
        let given = |name| field.specified_argument_by_name(name).map(|value| Given::of(value, variables));
        match tenths.within {
            Some(argument) => given(argument).and_then(|input| input.field(name, variables)),
            None => given(name),
        }
    };
    let variants = list("variants").map(|variants| variants.items(variables)).unwrap_or_default();
    let shown = variants.iter().filter(|variant| {
        ["mediaId", "mediaSrc"].into_iter().any(|name| variant.field(name, variables).is_some_and(|it| !it.is_null()))
    });
    let media = ["media", "files"].into_iter().filter_map(list).map(|media| media.items(variables).len());
    let sum = variants.len() * tenths.variant + shown.count() * tenths.variant_media;
    (sum + media.sum::<usize>() * tenths.media) / 10
}

/// A value as it was given: written into the document, or by a variable.
enum Given<'v> {
    Written(&'v Value),
    Passed(&'v JsonValue),
    Nothing,
}

impl<'v> Given<'v> {
    fn of(value: &'v Value, variables: &'v JsonMap) -> Self {
        match value {
            Value::Variable(name) => variables.get(name.as_str()).map_or(Self::Nothing, Self::Passed),
            value => Self::Written(value),
        }
    }

    fn field(&self, name: &str, variables: &'v JsonMap) -> Option<Self> {
        match self {
            Self::Written(Value::Object(fields)) => {
                let (_, value) = fields.iter().find(|(field, _)| field == name)?;
                Some(Self::of(value, variables))
            }
            Self::Passed(JsonValue::Object(fields)) => fields.get(name).map(Self::Passed),
            _ => None,
        }
    }

    fn items(&self, variables: &'v JsonMap) -> Vec<Self> {
        match self {
            Self::Written(Value::List(items)) => items.iter().map(|item| Self::of(item, variables)).collect(),
            Self::Passed(JsonValue::Array(items)) => items.iter().map(Self::Passed).collect(),
            _ => Vec::new(),
        }
    }

    const fn is_null(&self) -> bool {
        matches!(self, Self::Written(Value::Null) | Self::Passed(JsonValue::Null) | Self::Nothing)
    }
}
