use back_office::items;
use back_office::items::reference;
use values::Code;

/// The bar code of an item or one of its variants in a unit: of the references that fit the last one, by variant, unit and
/// number, so that one of the variant or the unit goes before one of the item; else, for the item itself, its GTIN.
///
/// A blank unit is the item's sales unit.
pub fn barcode(item: &items::Model, variant: &Code<10>, unit: &Code<10>, references: &[reference::Model]) -> String {
    let unit = if unit.is_blank() { &item.sales_unit_of_measure_code } else { unit };
    let fits = |row: &&reference::Model| {
        (row.variant_code.is_blank() || row.variant_code == *variant)
            && (row.unit_of_measure_code.is_blank() || row.unit_of_measure_code == *unit)
    };
    let key = |row: &&reference::Model| {
        (row.variant_code.clone(), row.unit_of_measure_code.clone(), row.reference_number.clone())
    };
    let last = references.iter().filter(fits).max_by_key(key);
    let own = || if variant.is_blank() { item.gtin.trim().to_owned() } else { String::new() };
    last.map_or_else(own, |row| row.reference_number.to_string())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_fits_the_variant_and_the_unit_best_is_taken() {
        let row = |variant: &str, unit: &str, number: &str| reference::Model {
            id: Uuid::nil(),
            item_number: Code::cut("1000"),
            variant_code: Code::cut(variant),
            unit_of_measure_code: Code::cut(unit),
            reference_number: Code::cut(number),
        };
        let rows =
            [row("", "", "1"), row("", "", "2"), row("RED", "", "3"), row("RED", "BOX", "4"), row("", "BOX", "5")];
        let item = items::Model { gtin: "999".into(), ..items::Model::default() };
        let of = |variant, unit, rows| barcode(&item, &Code::cut(variant), &Code::cut(unit), rows);
        assert_eq!(of("", "", &rows), "2");
        assert_eq!(of("RED", "", &rows), "3");
        assert_eq!(of("RED", "BOX", &rows), "4");
        assert_eq!(of("BLUE", "BOX", &rows), "5");
        assert_eq!((of("", "", &[]), of("RED", "", &[])), ("999".to_owned(), String::new()));
    }
}
