use apollo_compiler::executable::SelectionSet;
use apollo_compiler::response::JsonValue;

use crate::cost::Reading;

/// What was answered before, told to who asks for it now: the parts that `sets` select, and no more.
pub(super) fn told_again<'d>(reading: &Reading<'d>, answer: &JsonValue, sets: &[&'d SelectionSet]) -> JsonValue {
    match answer {
        JsonValue::Array(items) => items.iter().map(|item| told_again(reading, item, sets)).collect(),
        JsonValue::Object(known) => {
            let fields = reading.fields(sets, None);
            // The value of a scalar may be an object too.
            if fields.is_empty() {
                return answer.clone();
            }
            let told = fields.iter().filter_map(|(key, fields)| {
                // What is not there is a field of an object of another type.
                let value = known.get(key.as_str())?;
                Some((key.as_str().into(), told_again(reading, value, &Reading::below(fields))))
            });
            JsonValue::Object(told.collect())
        }
        leaf => leaf.clone(),
    }
}
