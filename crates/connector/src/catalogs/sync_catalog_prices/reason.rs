use std::fmt;

/// Why a catalog, or a price in it, is left as it is. [`Reason::remedy`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Shopify does not have it any more.
    NotThere(String),
    /// It has no price list.
    NoPriceList(String),
    /// Its price list is in a currency that is not its own here.
    Currency {
        /// What it is called.
        catalog: String,
        /// The price list's.
        price_list: String,
        /// Its own.
        own: String,
    },
    /// Its customer is not there any more.
    CustomerGone(String),
    /// A variant has no price.
    NoPrice {
        /// The catalog.
        catalog: String,
        /// The item.
        item: String,
        /// Why, without a full stop.
        why: String,
    },
    /// Shopify does not take a price.
    Refused {
        /// The catalog.
        catalog: String,
        /// The item.
        item: String,
        /// Why, without a full stop.
        why: String,
    },
    /// Shopify does not let a price go.
    Stays {
        /// The catalog.
        catalog: String,
        /// What it is the price of.
        what: String,
        /// Why, without a full stop.
        why: String,
    },
}

impl Reason {
    /// Its code, as documentation names it.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::NotThere(_) => "CATALOG_NOT_FOUND",
            Self::NoPriceList(_) => "CATALOG_WITHOUT_PRICE_LIST",
            Self::Currency { .. } => "CATALOG_CURRENCY_MISMATCH",
            Self::CustomerGone(_) => "CATALOG_CUSTOMER_GONE",
            Self::NoPrice { .. } => "CATALOG_PRICE_MISSING",
            Self::Refused { .. } => "CATALOG_PRICE_REFUSED",
            Self::Stays { .. } => "CATALOG_PRICE_STAYS",
        }
    }

    /// What a person can do about it.
    pub(crate) fn remedy(&self) -> String {
        match self {
            Self::NotThere(_) => {
                "Turn Sync Prices off on the catalog, or make it again in Shopify and run Sync Catalogs.".into()
            }
            Self::NoPriceList(_) => "Give the catalog a price list in Shopify, then run Sync Catalogs.".into(),
            Self::Currency { price_list, .. } => {
                format!(
                    "Set up the currency {price_list} with an exchange rate and run Sync Catalogs, or change the currency of the price list in Shopify."
                )
            }
            Self::CustomerGone(_) => "Choose another customer on the catalog, or none.".into(),
            Self::NoPrice { .. } => "Mend what is missing; the next run sends the price.".into(),
            Self::Refused { .. } => "Correct what Shopify refuses; the next run tries again.".into(),
            Self::Stays { .. } => "Delete the price in Shopify; the next run tries it again, too.".into(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere(catalog) => write!(f, "Shopify does not have the catalog {catalog} any more."),
            Self::NoPriceList(catalog) => write!(f, "The catalog {catalog} has no price list in Shopify."),
            Self::Currency { catalog, price_list, own } => {
                write!(
                    f,
                    "The price list of the catalog {catalog} is in {price_list}, but its prices are in {own} here."
                )
            }
            Self::CustomerGone(number) => {
                write!(f, "The customer {number}, whose prices the catalog has, does not exist any more.")
            }
            Self::NoPrice { catalog, item, why } => {
                write!(f, "The price of item {item} in the catalog {catalog} can't be worked out: {why}.")
            }
            Self::Refused { catalog, item, why } => {
                write!(f, "The price of item {item} in the catalog {catalog} was refused: {why}.")
            }
            Self::Stays { catalog, what, why } => {
                write!(f, "The price of {what}, which is no item any more, stays in the catalog {catalog}: {why}.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_a_sentence_with_a_remedy_and_a_code() {
        let (catalog, item, why) = ("Nord AS".to_owned(), "1000".to_owned(), "Variant not found".to_owned());
        let reasons = [
            Reason::NotThere(catalog.clone()),
            Reason::NoPriceList(catalog.clone()),
            Reason::Currency { catalog: catalog.clone(), price_list: "USD".into(), own: "EUR".into() },
            Reason::CustomerGone("C1".into()),
            Reason::NoPrice { catalog: catalog.clone(), item: item.clone(), why: why.clone() },
            Reason::Refused { catalog: catalog.clone(), item, why: why.clone() },
            Reason::Stays { catalog, what: "Shirt - M".into(), why },
        ];
        for reason in &reasons {
            assert!(reason.to_string().ends_with('.') && reason.remedy().ends_with('.'), "{reason}");
        }
        let codes: std::collections::HashSet<_> = reasons.iter().map(Reason::code).collect();
        assert_eq!(codes.len(), reasons.len());
    }
}
