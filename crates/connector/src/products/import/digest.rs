use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The digest of what Shopify said, without when it changed: that time moves for changes that are not in it, our own
/// among them.
pub(crate) fn digest(told: &Value) -> String {
    let mut told = told.clone();
    forget_times(&mut told);
    let digest = Sha256::digest(told.to_string());
    let mut text = String::with_capacity(2 * digest.len());
    for byte in digest {
        // Writing to a text never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn forget_times(told: &mut Value) {
    match told {
        Value::Object(fields) => {
            fields.remove("updatedAt");
            fields.values_mut().for_each(forget_times);
        }
        Value::Array(all) => all.iter_mut().for_each(forget_times),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn when_it_changed_is_no_part_of_what_was_said() {
        let told = |title: &str, at: &str| json!({"title": title, "updatedAt": at, "variants": [{"updatedAt": at}]});
        assert_eq!(digest(&told("Shirt", "2026-01-01")), digest(&told("Shirt", "2026-01-02")));
        assert_ne!(digest(&told("Shirt", "2026-01-01")), digest(&told("Skirt", "2026-01-01")));
    }
}
