use std::fmt;

/// Why something of an item does not become what it should be in Shopify. [`Reason::remedy`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The item is blocked, and the shop card leaves its product as it is.
    ItemBlocked(String),
    /// The item is blocked, and its product is archived.
    ProductArchived(String),
    /// The item is blocked, and its product is a draft.
    ProductDraft(String),
    /// The item may not be sold, so its price is left as it is.
    PriceOfBlockedItem(String),
    /// The variant may not be sold, so its price is left as it is.
    PriceOfBlockedVariant {
        /// The item.
        item: String,
        /// The variant.
        variant: String,
    },
    /// The unit is none of the item, so the variant that is sold in it is left as it is.
    UnknownUnit {
        /// The item.
        item: String,
        /// What the variant says.
        unit: String,
    },
    /// The back office has no price for it.
    NoPrice {
        /// The item.
        item: String,
        /// Why.
        why: String,
    },
    /// The country of origin has no ISO code, so what Shopify has of it is left as it is.
    NoIsoCode {
        /// The item.
        item: String,
        /// The code of the country.
        country: String,
    },
    /// The item, or its variant, is not there any more.
    Gone(String),
    /// A blocked variant is not added.
    VariantBlocked {
        /// The item.
        item: String,
        /// The variant.
        variant: String,
    },
    /// The product has other options than those that variants are added by.
    OtherOptions {
        /// The item.
        item: String,
        /// The options that it would need.
        wanted: String,
    },
    /// An item that may not be sold is not added.
    BlockedOrSalesBlocked(String),
    /// An item without a description has no title.
    NoDescription(String),
    /// More variants than a product may have.
    TooManyVariants {
        /// The item.
        item: String,
        /// How many.
        count: usize,
    },
    /// All variants of the item are blocked.
    AllVariantsBlocked(String),
    /// Several variants in Shopify might be the item.
    Ambiguous {
        /// The item.
        item: String,
        /// What they have in common with it.
        by: String,
    },
    /// The product in Shopify is another item already.
    Taken {
        /// The item.
        item: String,
        /// The other one.
        other: String,
    },
    /// The product was added, and is sold nowhere.
    NotPublished {
        /// The item.
        item: String,
        /// Why, without a full stop.
        why: String,
    },
    /// Shopify has refused it.
    Refused {
        /// What: "The product", "The variant 1000 RED".
        what: String,
        /// Why, without a full stop.
        why: String,
    },
}

impl Reason {
    /// What a person can do about it.
    pub fn remedy(&self) -> String {
        match self {
            Self::ItemBlocked(_) => {
                "Unblock the item, or set Action for Removed Products and Blocked Items on the shop card.".into()
            }
            Self::ProductArchived(_) | Self::ProductDraft(_) => {
                "Unblock the item, then set the product's status in Shopify.".into()
            }
            Self::PriceOfBlockedItem(_) | Self::BlockedOrSalesBlocked(_) => {
                "Clear Blocked and Sales Blocked on the item card.".into()
            }
            Self::PriceOfBlockedVariant { .. } | Self::VariantBlocked { .. } | Self::AllVariantsBlocked(_) => {
                "Clear Blocked and Sales Blocked on the item variant.".into()
            }
            Self::UnknownUnit { .. } => {
                "Add the unit to the item's units of measure, or rename the option's value in Shopify.".into()
            }
            Self::NoPrice { .. } => "Mend what is missing; the next run sends the price.".into(),
            Self::NoIsoCode { .. } => "Give the country an ISO code, or the item another country of origin.".into(),
            Self::Gone(_) => "Link the Shopify variant to another item.".into(),
            Self::OtherOptions { .. } => {
                "Add the variant in Shopify and link it, or rename the product's options.".into()
            }
            Self::NoDescription(_) => "Give the item a description.".into(),
            Self::TooManyVariants { .. } => "Block variants that are not sold, or turn UoM as Variant off.".into(),
            Self::Ambiguous { .. } | Self::Taken { .. } => {
                "Link the product to the item on the page Shopify Products.".into()
            }
            Self::NotPublished { .. } => {
                "Correct what is wrong, or choose sales channels; the next run publishes it.".into()
            }
            Self::Refused { .. } => "Correct what Shopify refuses; the next run tries again.".into(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ItemBlocked(item) => write!(f, "The item {item} is blocked, and its product is left as it is."),
            Self::ProductArchived(item) => write!(f, "The item {item} is blocked, and its product is archived."),
            Self::ProductDraft(item) => write!(f, "The item {item} is blocked, and its product is a draft."),
            Self::PriceOfBlockedItem(item) => {
                write!(f, "The item {item} may not be sold, so its price is left as it is.")
            }
            Self::PriceOfBlockedVariant { item, variant } => {
                write!(f, "The variant {variant} of item {item} may not be sold, so its price is left as it is.")
            }
            Self::UnknownUnit { item, unit } => {
                let left = "so the variant that is sold in it is left as it is";
                write!(f, "The item {item} has no unit of measure '{unit}', {left}.")
            }
            Self::NoPrice { item, why } => write!(f, "The price of item {item} can't be worked out: {why}."),
            Self::NoIsoCode { item, country } => {
                write!(f, "The country of origin {country} of item {item} has no ISO code and is not told.")
            }
            Self::Gone(what) => write!(f, "The {what} does not exist any more."),
            Self::VariantBlocked { item, variant } => {
                write!(f, "The variant {variant} of item {item} is blocked and is not added.")
            }
            Self::OtherOptions { item, wanted } => {
                write!(f, "Variants of item {item} can't be added: its product has no options {wanted}.")
            }
            Self::BlockedOrSalesBlocked(item) => write!(f, "The item {item} is blocked, or blocked for sales."),
            Self::NoDescription(item) => write!(f, "The item {item} has no description."),
            Self::TooManyVariants { item, count } => {
                write!(f, "The item {item} comes to {count} variants; a product has 2048 at most.")
            }
            Self::AllVariantsBlocked(item) => write!(f, "All variants of item {item} are blocked."),
            Self::Ambiguous { item, by } => {
                write!(f, "Several variants in Shopify have the {by} of item {item}.")
            }
            Self::Taken { item, other } => {
                write!(f, "The product in Shopify that item {item} would be is item {other} already.")
            }
            Self::NotPublished { item, why } => {
                write!(f, "The item {item} was added, but its product was not published: {why}.")
            }
            Self::Refused { what, why } => write!(f, "{what} was refused: {why}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_a_sentence_with_a_remedy() {
        let (item, variant) = ("1000".to_owned(), "RED".to_owned());
        let reasons = [
            Reason::ItemBlocked(item.clone()),
            Reason::ProductArchived(item.clone()),
            Reason::ProductDraft(item.clone()),
            Reason::PriceOfBlockedItem(item.clone()),
            Reason::PriceOfBlockedVariant { item: item.clone(), variant: variant.clone() },
            Reason::UnknownUnit { item: item.clone(), unit: "BOX".into() },
            Reason::NoPrice { item: item.clone(), why: "there is no exchange rate".into() },
            Reason::NoIsoCode { item: item.clone(), country: "NORTH".into() },
            Reason::Gone("item 1000".into()),
            Reason::VariantBlocked { item: item.clone(), variant },
            Reason::OtherOptions { item: item.clone(), wanted: "Variant".into() },
            Reason::BlockedOrSalesBlocked(item.clone()),
            Reason::NoDescription(item.clone()),
            Reason::TooManyVariants { item: item.clone(), count: 2049 },
            Reason::AllVariantsBlocked(item.clone()),
            Reason::Ambiguous { item: item.clone(), by: "SKU 1000".into() },
            Reason::Taken { item, other: "2000".into() },
            Reason::NotPublished { item: "1000".into(), why: "No such channel".into() },
            Reason::Refused { what: "The product".into(), why: "Title is too long".into() },
        ];
        for reason in &reasons {
            assert!(reason.to_string().ends_with('.') && reason.remedy().ends_with('.'), "{reason}");
        }
    }
}
