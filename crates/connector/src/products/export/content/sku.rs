use back_office::items;
use back_office::items::vendor;
use values::Code;

use crate::shops;
use crate::shops::options::SkuMapping;

/// The SKU of an item or one of its variants, as the shop card maps them; none where the card leaves SKUs alone, or there is
/// nothing to make one of. A SKU that is there is never taken away.
pub fn sku(
    shop: &shops::Model,
    item: &items::Model,
    variant: &Code<10>,
    barcode: &str,
    vendors: &[vendor::Model],
) -> Option<String> {
    let number = || item.number.to_string();
    let sku = match shop.sku_mapping {
        SkuMapping::Blank => return None,
        SkuMapping::ItemNumber => number(),
        SkuMapping::VariantCode => variant.to_string(),
        SkuMapping::ItemNumberAndVariantCode if variant.is_blank() => number(),
        SkuMapping::ItemNumberAndVariantCode => format!("{}{}{variant}", item.number, shop.sku_field_separator),
        SkuMapping::VendorItemNumber => of_vendor(item, variant, vendors),
        SkuMapping::BarCode => barcode.to_owned(),
    };
    (!sku.trim().is_empty()).then_some(sku)
}

/// By which number the item's vendor knows the variant, else the item.
fn of_vendor(item: &items::Model, variant: &Code<10>, vendors: &[vendor::Model]) -> String {
    let of = |code: &Code<10>| {
        let known = vendors.iter().find(|row| row.vendor_number == item.vendor_number && row.variant_code == *code);
        known.map(|row| row.vendor_item_number.clone()).filter(|number| !number.trim().is_empty())
    };
    of(variant).or_else(|| of(&Code::blank())).unwrap_or_else(|| item.vendor_item_number.clone())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    #[rstest]
    #[case::left_alone(SkuMapping::Blank, "RED", None)]
    #[case::of_the_item(SkuMapping::ItemNumber, "RED", Some("1000"))]
    #[case::of_the_variant(SkuMapping::VariantCode, "RED", Some("RED"))]
    #[case::of_no_variant(SkuMapping::VariantCode, "", None)]
    #[case::of_both(SkuMapping::ItemNumberAndVariantCode, "RED", Some("1000|RED"))]
    #[case::of_both_without_one(SkuMapping::ItemNumberAndVariantCode, "", Some("1000"))]
    #[case::of_the_vendor(SkuMapping::VendorItemNumber, "", Some("VI-1"))]
    #[case::of_the_vendor_by_variant(SkuMapping::VendorItemNumber, "RED", Some("VX-1"))]
    #[case::of_the_vendor_else_the_item(SkuMapping::VendorItemNumber, "BLUE", Some("VI-1"))]
    #[case::of_the_bar_code(SkuMapping::BarCode, "RED", Some("590123"))]
    fn a_sku_is_made_as_the_card_says(#[case] mapping: SkuMapping, #[case] variant: &str, #[case] sku: Option<&str>) {
        let shop = shops::Model {
            sku_mapping: mapping,
            ..shops::Model::new(Uuid::nil(), Code::cut("DEMO"), String::new(), String::new())
        };
        let item = items::Model {
            number: Code::cut("1000"),
            vendor_number: Code::cut("V10"),
            vendor_item_number: "VI-1".into(),
            ..items::Model::default()
        };
        let row = vendor::Model {
            id: Uuid::nil(),
            item_number: Code::cut("1000"),
            variant_code: Code::cut("RED"),
            vendor_number: Code::cut("V10"),
            vendor_item_number: "VX-1".into(),
        };
        assert_eq!(super::sku(&shop, &item, &Code::cut(variant), "590123", &[row]).as_deref(), sku);
    }
}
