/// A column that a store has a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Handle,
    Title,
    Body,
    Vendor,
    Type,
    Tags,
    Published,
    Status,
    OptionName(usize),
    OptionValue(usize),
    Sku,
    Grams,
    WeightUnit,
    Tracker,
    Quantity,
    Policy,
    Price,
    CompareAtPrice,
    Cost,
    RequiresShipping,
    Taxable,
    Barcode,
    GiftCard,
    HarmonizedSystemCode,
    CountryOfOrigin,
    ProvinceOfOrigin,
    ImageSource,
    ImagePosition,
    ImageAlt,
    VariantImage,
    SeoTitle,
    SeoDescription,
}

/// What the columns are called: in the older form of the file and in the later one.
const CAPTIONS: [(Column, &str, &str); 36] = [
    (Column::Handle, "handle", "url handle"),
    (Column::Title, "title", "title"),
    (Column::Body, "body (html)", "description"),
    (Column::Vendor, "vendor", "vendor"),
    (Column::Type, "type", "type"),
    (Column::Tags, "tags", "tags"),
    (Column::Published, "published", "published on online store"),
    (Column::Status, "status", "status"),
    (Column::OptionName(0), "option1 name", "option1 name"),
    (Column::OptionValue(0), "option1 value", "option1 value"),
    (Column::OptionName(1), "option2 name", "option2 name"),
    (Column::OptionValue(1), "option2 value", "option2 value"),
    (Column::OptionName(2), "option3 name", "option3 name"),
    (Column::OptionValue(2), "option3 value", "option3 value"),
    (Column::Sku, "variant sku", "sku"),
    (Column::Grams, "variant grams", "weight value (grams)"),
    (Column::WeightUnit, "variant weight unit", "weight unit for display"),
    (Column::Tracker, "variant inventory tracker", "inventory tracker"),
    (Column::Quantity, "variant inventory qty", "inventory quantity"),
    (Column::Policy, "variant inventory policy", "continue selling when out of stock"),
    (Column::Price, "variant price", "price"),
    (Column::CompareAtPrice, "variant compare at price", "compare-at price"),
    (Column::Cost, "cost per item", "cost per item"),
    (Column::RequiresShipping, "variant requires shipping", "requires shipping"),
    (Column::Taxable, "variant taxable", "charge tax"),
    (Column::Barcode, "variant barcode", "barcode"),
    (Column::GiftCard, "gift card", "gift card"),
    (Column::HarmonizedSystemCode, "variant harmonized system code", "hs code"),
    (Column::CountryOfOrigin, "variant country of origin", "country of origin"),
    (Column::ProvinceOfOrigin, "variant province of origin", "province of origin"),
    (Column::ImageSource, "image src", "product image url"),
    (Column::ImagePosition, "image position", "image position"),
    (Column::ImageAlt, "image alt text", "image alt text"),
    (Column::VariantImage, "variant image", "variant image url"),
    (Column::SeoTitle, "seo title", "seo title"),
    (Column::SeoDescription, "seo description", "seo description"),
];

impl Column {
    /// The column of this caption.
    pub(super) fn of(caption: &str) -> Option<Self> {
        let caption = caption.trim().to_lowercase();
        let named = |(_, older, later): &&(Self, &str, &str)| caption == *older || caption == *later;
        CAPTIONS.iter().find(named).map(|(column, _, _)| *column)
    }
}
