use std::fmt;

use crate::products::staged::variant;

/// Why a number was not sent. [`Reason::remedy`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The item is not there any more.
    ItemGone { title: String, item: String },
    /// The option names a unit that the item does not have.
    UnknownUnit { title: String, item: String, unit: String },
    /// Only an order has named the variant.
    NotRead { title: String },
    /// The store does not have it any more.
    NotThere { title: String },
    /// Shopify does not count it.
    NotTracked { title: String },
    /// The location does not have it, and something of it could be sold from there.
    NotStocked { title: String, location: String },
    /// The location is not there any more.
    NoLocation { title: String, location: String },
    /// Its number follows from those of others.
    NotMutable { title: String },
    /// It was sold all the time.
    Stale { title: String, location: String },
    /// The store is at it, and does not come to an end.
    UnderWay { title: String, location: String },
    /// So many orders have not been read that it is not known what was sold.
    OrdersFirst { title: String },
    /// It has just changed in Shopify, and no order that can be found by now says why.
    OrdersLate { title: String },
    /// It is at more locations than are read at once, and this one was not among them.
    ManyLocations { title: String, location: String },
    /// Shopify has something else against it.
    Refused { title: String, location: String, why: String },
}

impl Reason {
    pub(super) fn item_gone(variant: &variant::Model) -> Self {
        Self::ItemGone { title: variant.display_name.clone(), item: variant.item_number.to_string() }
    }

    pub(super) fn unknown_unit(variant: &variant::Model, unit: &str) -> Self {
        let (title, item) = (variant.display_name.clone(), variant.item_number.to_string());
        Self::UnknownUnit { title, item, unit: unit.to_owned() }
    }

    /// Its code, as documentation names it.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::ItemGone { .. } => "STOCK_ITEM_GONE",
            Self::UnknownUnit { .. } => "STOCK_UNKNOWN_UNIT",
            Self::NotRead { .. } => "STOCK_VARIANT_NOT_READ",
            Self::NotThere { .. } => "STOCK_VARIANT_DELETED",
            Self::NotTracked { .. } => "STOCK_NOT_TRACKED",
            Self::NotStocked { .. } => "STOCK_NOT_AT_LOCATION",
            Self::NoLocation { .. } => "STOCK_LOCATION_GONE",
            Self::NotMutable { .. } => "STOCK_OF_A_BUNDLE",
            Self::Stale { .. } => "STOCK_SOLD_MEANWHILE",
            Self::UnderWay { .. } => "STOCK_UNDER_WAY",
            Self::OrdersFirst { .. } => "STOCK_ORDERS_FIRST",
            Self::OrdersLate { .. } => "STOCK_ORDERS_LATE",
            Self::ManyLocations { .. } => "STOCK_MANY_LOCATIONS",
            Self::Refused { .. } => "STOCK_REFUSED",
        }
    }

    /// What a person can do.
    pub(crate) fn remedy(&self) -> String {
        match self {
            Self::ItemGone { .. } => "Map the variant to another item.".to_owned(),
            Self::UnknownUnit { unit, .. } => {
                format!("Add the unit of measure {unit} to the item, or change the option in Shopify.")
            }
            Self::NotRead { .. } => "Run Sync Products, so that the variant is known.".to_owned(),
            Self::NotThere { .. } => {
                "Run Sync Products, which takes the variant away here, or add the item to Shopify again.".to_owned()
            }
            Self::NotTracked { .. } => {
                "Turn on Track Quantity for it in Shopify, or remove its mapping; then compare the stock with Shopify."
                    .to_owned()
            }
            Self::NotStocked { location, .. } => format!(
                "Stock it at {location} in Shopify (its page, Inventory, Edit locations), then compare the stock with Shopify."
            ),
            Self::NoLocation { .. } => {
                "Choose Get from Shopify on the page Shopify Locations, and map what is there.".to_owned()
            }
            Self::NotMutable { .. } => {
                "Remove its mapping, or map the parts of the bundle: what Shopify works out can't be set.".to_owned()
            }
            Self::Stale { .. } | Self::OrdersLate { .. } => "Nothing: the next run tries again.".to_owned(),
            Self::UnderWay { .. } => "Nothing: the next run asks what came of it.".to_owned(),
            Self::OrdersFirst { .. } => {
                "Run Sync Orders from Shopify; the next run of Sync Stock to Shopify sends it.".to_owned()
            }
            Self::ManyLocations { .. } => {
                "Compare the stock with Shopify: that reads what is at every location.".to_owned()
            }
            Self::Refused { .. } => "Correct what Shopify refuses, then compare the stock with Shopify.".to_owned(),
        }
    }

    /// Whether the next run may send it without anybody having done anything.
    pub(crate) const fn may_pass(&self) -> bool {
        matches!(self, Self::Stale { .. } | Self::UnderWay { .. } | Self::OrdersFirst { .. } | Self::OrdersLate { .. })
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ItemGone { title, item } => {
                write!(f, "The item {item}, to which '{title}' is linked, does not exist any more.")
            }
            Self::UnknownUnit { title, item, unit } => {
                write!(f, "'{title}' is sold by {unit}, which is no unit of measure of the item {item}.")
            }
            Self::NotRead { title } => write!(f, "'{title}' is known only from orders."),
            Self::NotThere { title } => write!(f, "'{title}' is not in Shopify any more."),
            Self::NotTracked { title } => write!(f, "Shopify does not count '{title}'."),
            Self::NotStocked { title, location } => {
                write!(f, "'{title}' is here, but {location} does not have it in Shopify.")
            }
            Self::NoLocation { title, location } => {
                write!(f, "{location}, where '{title}' is, is no location of the store, or does not have it any more.")
            }
            Self::NotMutable { title } => write!(f, "Shopify works out by itself how many of '{title}' there are."),
            Self::Stale { title, location } => {
                write!(f, "Inventory update skipped after retry: '{title}' at {location} changed in Shopify each time.")
            }
            Self::UnderWay { title, location } => write!(
                f,
                "Inventory update skipped after retry due to IDEMPOTENCY_CONCURRENT_REQUEST error: '{title}' at {location}."
            ),
            Self::OrdersFirst { title } => write!(
                f,
                "'{title}' has changed in Shopify, and so many orders were not read yet that it can't be said what was sold of it."
            ),
            Self::OrdersLate { title } => write!(
                f,
                "'{title}' has just changed in Shopify, and whether it was sold can't be said before the order can be found."
            ),
            Self::ManyLocations { title, location } => write!(
                f,
                "'{title}' is at so many locations in Shopify that {location} was not among those that were read."
            ),
            Self::Refused { title, location, why } => {
                write!(f, "Shopify refuses the stock of '{title}' at {location}: {why}.")
            }
        }
    }
}
