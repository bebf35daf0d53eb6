//! The codes of variants that are made of products.

use std::collections::BTreeSet;

use values::Code;

use crate::products::mapping::parts;
use crate::products::staged::variant;
use crate::shops;
use crate::shops::options::SkuMapping;

/// The code that a SKU gives to a new variant, where the shop card lets it.
pub(super) fn by_sku(shop: &shops::Model, variant: &variant::Model) -> Option<Code<10>> {
    match shop.sku_mapping {
        SkuMapping::VariantCode => Code::new(&variant.sku).ok().filter(|code: &Code<10>| !code.is_blank()),
        SkuMapping::ItemNumberAndVariantCode => parts(shop, &variant.sku)?.1.filter(|code: &Code<10>| !code.is_blank()),
        _ => None,
    }
}

/// The next code behind those that begin with a prefix: the highest, one up; the first is `001`.
pub(super) fn next(prefix: &Code<5>, taken: &BTreeSet<Code<10>>) -> Option<Code<10>> {
    let number = |code: &Code<10>| code.as_str().strip_prefix(prefix.as_str())?.parse::<u64>().ok();
    let highest = taken.iter().filter_map(number).max().unwrap_or(0);
    Code::new(&format!("{prefix}{:03}", highest + 1)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Example 7 of the worked examples.
    #[test]
    fn codes_are_counted_up_behind_their_prefix() {
        let prefix = Code::cut("V_");
        let next = |taken: &[&str]| {
            let taken = taken.iter().map(|code| Code::cut(code)).collect();
            next(&prefix, &taken).map(|code| code.to_string())
        };
        assert_eq!(next(&[]).as_deref(), Some("V_001"));
        assert_eq!(next(&["V_001", "RED"]).as_deref(), Some("V_002"));
        assert_eq!(next(&["V_001", "V_999", "V_NEW"]).as_deref(), Some("V_1000"));
        assert_eq!(next(&["V_99999999"]), None, "a code has ten characters");
    }
}
