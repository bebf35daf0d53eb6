//! Shopify's global ids, `gid://shopify/Order/5123456789012`.
//!
//! [`Gid`] is any of them, [`Id`] one of a known type. Both are the number within their type; a text with a query
//! part (`gid://shopify/InventoryLevel/1?inventory_item_id=2`) keeps it.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What every global id begins with.
pub const PREFIX: &str = "gid://shopify/";

/// Why a text is no global id, or not one of the wanted type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// It has another form.
    #[error("'{0}' is not a Shopify id: it has the form gid://shopify/Order/1234567890")]
    NotAGid(String),
    /// It names an object of another type.
    #[error("'{id}' is the id of another type: a {expected} was expected")]
    OtherType {
        /// The id as it was given.
        id: String,
        /// The type that was expected.
        expected: &'static str,
    },
}

/// A global id: the type of an object, its number, and for a few types a query part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gid {
    kind: String,
    number: u64,
    query: Option<String>,
}

impl Gid {
    /// The id of object `number` of type `kind`.
    pub fn new(kind: impl Into<String>, number: u64) -> Self {
        Self { kind: kind.into(), number, query: None }
    }

    /// The object's type, as `Order`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The object's number: `legacyResourceId`, and what searches call `id`.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// What follows the question mark, when there is one.
    pub fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }
}

impl fmt::Display for Gid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}/{}", self.kind, self.number)?;
        match &self.query {
            Some(query) => write!(f, "?{query}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Gid {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::NotAGid(text.to_owned());
        let rest = text.strip_prefix(PREFIX).ok_or_else(invalid)?;
        let (kind, rest) = rest.split_once('/').ok_or_else(invalid)?;
        let (number, query) = match rest.split_once('?') {
            Some((number, query)) => (number, Some(query.to_owned())),
            None => (rest, None),
        };
        let named = !kind.is_empty() && kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        // Only what is written back as the same text is an id: no sign, no leading zero.
        let canonical = number.bytes().all(|b| b.is_ascii_digit()) && (number == "0" || !number.starts_with('0'));
        if !named || !canonical {
            return Err(invalid());
        }
        let number = number.parse().map_err(|_| invalid())?;
        Ok(Self { kind: kind.to_owned(), number, query })
    }
}

/// The number in a global id, as a database holds it; 0 for what is none.
pub fn number(id: &str) -> i64 {
    let number = id.parse::<Gid>().ok().and_then(|gid| i64::try_from(gid.number()).ok());
    number.unwrap_or_default()
}

impl Serialize for Gid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Gid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// A type of objects that have ids.
pub trait Kind {
    /// Its name in the schema.
    const NAME: &'static str;
}

/// The id of an object of one type; in JSON its global id, in a database its number.
pub struct Id<K>(u64, PhantomData<fn() -> K>);

impl<K: Kind> Id<K> {
    /// The id with this number.
    pub const fn new(number: u64) -> Self {
        Self(number, PhantomData)
    }

    /// The number within the type.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The global id.
    pub fn gid(self) -> Gid {
        Gid::new(K::NAME, self.0)
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Id<K> {}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<K: Kind> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", K::NAME, self.0)
    }
}

impl<K: Kind> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}/{}", K::NAME, self.0)
    }
}

impl<K: Kind> FromStr for Id<K> {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let gid: Gid = text.parse()?;
        if gid.kind() == K::NAME {
            Ok(Self::new(gid.number()))
        } else {
            Err(Invalid::OtherType { id: text.to_owned(), expected: K::NAME })
        }
    }
}

impl<K: Kind> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, K: Kind> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

macro_rules! kinds {
    ($($marker:ident $id:ident $name:literal $doc:literal),* $(,)?) => {
        $(
            #[doc = concat!("The type `", $name, "`.")]
            pub enum $marker {}

            impl Kind for $marker {
                const NAME: &'static str = $name;
            }

            #[doc = concat!("The id of ", $doc, ".")]
            pub type $id = Id<$marker>;
        )*
    };
}

kinds! {
    Company CompanyId "Company" "a company",
    CompanyLocation CompanyLocationId "CompanyLocation" "a location of a company",
    Customer CustomerId "Customer" "a customer",
    InventoryItem InventoryItemId "InventoryItem" "an inventory item",
    LineItem LineItemId "LineItem" "a line of an order",
    Location LocationId "Location" "a location of the shop",
    Order OrderId "Order" "an order",
    OrderTransaction OrderTransactionId "OrderTransaction" "a transaction of an order",
    Product ProductId "Product" "a product",
    ProductVariant ProductVariantId "ProductVariant" "a variant of a product",
    ShippingLine ShippingLineId "ShippingLine" "a shipping line of an order",
    Shop ShopId "Shop" "a shop",
    StaffMember StaffMemberId "StaffMember" "a member of the shop's staff",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_back_as_it_was_read() {
        for text in ["gid://shopify/Order/5123456789012", "gid://shopify/InventoryLevel/1?inventory_item_id=2"] {
            assert_eq!(text.parse::<Gid>().unwrap().to_string(), text);
        }
        assert_eq!("gid://shopify/Order/12".parse::<OrderId>(), Ok(OrderId::new(12)));
    }

    #[test]
    fn what_is_no_id_has_no_number() {
        assert_eq!(number("gid://shopify/Order/5123456789012"), 5_123_456_789_012);
        assert_eq!((number(""), number("12"), number("gid://shopify/Order/18446744073709551615")), (0, 0, 0));
    }

    #[test]
    fn what_is_no_id_or_one_of_another_type_is_refused() {
        for text in
            ["", "123", "gid://shopify/Order/", "gid://shopify//1", "gid://shopify/Order/-1", "gid://shopify/Order/01"]
        {
            assert_eq!(text.parse::<Gid>(), Err(Invalid::NotAGid(text.to_owned())));
        }
        let product = "gid://shopify/Product/1".parse::<OrderId>();
        assert!(matches!(product, Err(Invalid::OtherType { expected: "Order", .. })));
    }
}
