use std::str::FromStr;

use super::column::Column;
use super::row::Row;
use crate::mutate::{
    FileInput, InventoryInput, InventoryItemInput, MeasurementInput, OptionInput, OptionValueInput, ProductInput,
    SeoInput, Texts, VariantInput, VariantOptionInput,
};
use crate::store::product::Weight;

const OPTIONS: [usize; 3] = [0, 1, 2];

/// The product that these rows of one handle are, with its stock at `location`.
///
/// # Errors
/// One sentence: what is wrong, and in which line.
pub(super) fn product(rows: &[Row], location: &str) -> Result<ProductInput, String> {
    let Some(first) = rows.first() else { return Ok(ProductInput::default()) };
    let text = |column| first.get(column).map(str::to_owned);
    let mut options: Vec<(String, Vec<String>)> = Vec::new();
    for name in OPTIONS.iter().filter_map(|place| first.get(Column::OptionName(*place))) {
        options.push((name.to_owned(), Vec::new()));
    }
    if options.is_empty() {
        options.push(("Title".to_owned(), Vec::new()));
    }
    let mut variants = Vec::new();
    for row in rows.iter().filter(|row| is_variant(row)) {
        let mut values = Vec::new();
        for (place, (name, known)) in options.iter_mut().enumerate() {
            let value = row.get(Column::OptionValue(place)).unwrap_or("Default Title").to_owned();
            if !known.contains(&value) {
                known.push(value.clone());
            }
            values.push(chosen(name, &value));
        }
        variants.push(variant(row, values, location)?);
    }
    let options = options.into_iter().map(|(name, values)| OptionInput {
        name: Some(name),
        values: Some(values.into_iter().map(|name| OptionValueInput { id: None, name: Some(name) }).collect()),
        ..OptionInput::default()
    });
    let texts = Texts {
        handle: text(Column::Handle),
        title: text(Column::Title),
        description_html: text(Column::Body),
        vendor: text(Column::Vendor),
        product_type: text(Column::Type),
        seo: Some(SeoInput { title: text(Column::SeoTitle), description: text(Column::SeoDescription) }),
        tags: first.get(Column::Tags).map(|tags| tags.split(',').map(|tag| tag.trim().to_owned()).collect()),
        status: Some(status(first)?),
        gift_card: yes(first, Column::GiftCard)?,
    };
    Ok(ProductInput {
        texts,
        product_options: Some(options.collect()),
        variants: Some(variants),
        files: files(rows)?,
        ..ProductInput::default()
    })
}

/// Whether the online store has the product.
///
/// # Errors
/// One sentence: what is wrong, and in which line.
pub(super) fn is_published(rows: &[Row]) -> Result<bool, String> {
    let published = rows.first().map(|row| yes(row, Column::Published)).transpose()?.flatten();
    Ok(published.unwrap_or(true))
}

/// The pictures of the rows by their positions, then those that only variants name. A file without any says nothing of
/// pictures.
fn files(rows: &[Row]) -> Result<Option<Vec<FileInput>>, String> {
    let mut pictures: Vec<(u32, FileInput)> = Vec::new();
    for row in rows {
        if let Some(address) = row.get(Column::ImageSource) {
            let position = number(row, Column::ImagePosition, "position")?.unwrap_or(u32::MAX);
            let alt = row.get(Column::ImageAlt).map(str::to_owned);
            pictures.push((position, FileInput { alt, ..file(address) }));
        }
    }
    pictures.sort_by_key(|(position, _)| *position);
    let mut files: Vec<FileInput> = Vec::new();
    let of_variants = rows.iter().filter_map(|row| row.get(Column::VariantImage)).map(file);
    for picture in pictures.into_iter().map(|(_, picture)| picture).chain(of_variants) {
        if !files.iter().any(|known| known.original_source == picture.original_source) {
            files.push(picture);
        }
    }
    Ok(Some(files).filter(|files| !files.is_empty()))
}

fn file(address: &str) -> FileInput {
    FileInput { original_source: Some(address.to_owned()), ..FileInput::default() }
}

/// A row of a picture alone has neither a price nor an option.
fn is_variant(row: &Row) -> bool {
    row.get(Column::Price).is_some() || row.get(Column::OptionValue(0)).is_some()
}

fn chosen(name: &str, value: &str) -> VariantOptionInput {
    VariantOptionInput { name: Some(value.to_owned()), option_name: Some(name.to_owned()), ..Default::default() }
}

fn variant(row: &Row, option_values: Vec<VariantOptionInput>, location: &str) -> Result<VariantInput, String> {
    let text = |column| row.get(column).map(str::to_owned);
    let tracked = row.get(Column::Tracker).is_some_and(|tracker| tracker.eq_ignore_ascii_case("shopify"));
    let stock = number::<i64>(row, Column::Quantity, "quantity")?
        .map(|quantity| vec![InventoryInput { location_id: location.to_owned(), name: None, quantity }]);
    Ok(VariantInput {
        sku: text(Column::Sku).into(),
        barcode: text(Column::Barcode).into(),
        price: number(row, Column::Price, "price")?,
        compare_at_price: number(row, Column::CompareAtPrice, "price")?.into(),
        taxable: yes(row, Column::Taxable)?,
        inventory_policy: Some(policy(row).to_owned()),
        inventory_quantities: stock,
        inventory_item: Some(InventoryItemInput {
            cost: number(row, Column::Cost, "cost")?.into(),
            requires_shipping: yes(row, Column::RequiresShipping)?,
            tracked: Some(tracked),
            measurement: weight(row)?.map(|weight| MeasurementInput { weight: Some(weight) }),
            harmonized_system_code: text(Column::HarmonizedSystemCode).into(),
            country_code_of_origin: text(Column::CountryOfOrigin).into(),
            province_code_of_origin: text(Column::ProvinceOfOrigin).into(),
            sku: None.into(),
        }),
        file: row.get(Column::VariantImage).map(file),
        option_values: Some(option_values),
        ..VariantInput::default()
    })
}

/// The file has grams, and the unit that the shop shows.
fn weight(row: &Row) -> Result<Option<Weight>, String> {
    let Some(grams) = number::<f64>(row, Column::Grams, "weight")? else { return Ok(None) };
    let unit = match row.get(Column::WeightUnit).unwrap_or("g") {
        "kg" => "KILOGRAMS",
        "lb" => "POUNDS",
        "oz" => "OUNCES",
        "g" => "GRAMS",
        other => return Err(wrong(row, other, "unit of weight: g, kg, lb or oz")),
    };
    let one = Weight { value: 1.0, unit: unit.to_owned() }.grams();
    Ok(Some(Weight { value: grams / one, unit: unit.to_owned() }))
}

/// `continue` in the older form of the file, `TRUE` in the later one.
fn policy(row: &Row) -> &'static str {
    let goes_on = |text: &str| text.eq_ignore_ascii_case("continue") || text.eq_ignore_ascii_case("true");
    if row.get(Column::Policy).is_some_and(goes_on) { "CONTINUE" } else { "DENY" }
}

/// The older form of the file has no status, only whether the product is published.
fn status(row: &Row) -> Result<String, String> {
    match row.get(Column::Status).map(str::to_uppercase) {
        Some(status) if ["ACTIVE", "ARCHIVED", "DRAFT", "UNLISTED"].contains(&status.as_str()) => Ok(status),
        Some(other) => Err(wrong(row, &other, "status: active, archived, draft or unlisted")),
        None if yes(row, Column::Published)? == Some(false) => Ok("DRAFT".to_owned()),
        None => Ok("ACTIVE".to_owned()),
    }
}

fn yes(row: &Row, column: Column) -> Result<Option<bool>, String> {
    match row.get(column).map(str::to_lowercase).as_deref() {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(other) => Err(wrong(row, other, "answer: true or false")),
    }
}

fn number<T: FromStr>(row: &Row, column: Column, what: &str) -> Result<Option<T>, String> {
    let Some(text) = row.get(column) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| wrong(row, text, what))
}

fn wrong(row: &Row, value: &str, what: &str) -> String {
    format!("line {}: '{value}' is no {what}", row.line)
}
