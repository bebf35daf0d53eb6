//! Shopify's scalars. Money is a decimal text on the wire, and exact here.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::schema;

cynic::impl_scalar!(Decimal, schema::Decimal);
cynic::impl_scalar!(DateTime<Utc>, schema::DateTime);
cynic::impl_scalar!(UnsignedInt64, schema::UnsignedInt64);
cynic::impl_scalar!(BigInt, schema::BigInt);
cynic::impl_scalar!(Url, schema::URL);
cynic::impl_scalar!(Json, schema::JSON);

/// A whole number that Shopify writes as a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnsignedInt64(pub u64);

impl Serialize for UnsignedInt64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for UnsignedInt64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u64),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Number(number) => Ok(Self(number)),
            Written::Text(text) => text.parse().map(Self).map_err(de::Error::custom),
        }
    }
}

/// A whole number, with a sign, that Shopify writes as a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct BigInt(pub i64);

impl Serialize for BigInt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for BigInt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(i64),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Number(number) => Ok(Self(number)),
            Written::Text(text) => text.parse().map(Self).map_err(de::Error::custom),
        }
    }
}

/// An address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Url(pub String);

/// What the schema does not describe: an object, or a text with one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);

/// A number that the schema calls a float, held as the decimal that it was written as.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rate(pub Decimal);

impl cynic::schema::IsScalar<f64> for Rate {
    type SchemaType = f64;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_read_from_text_and_number() {
        assert_eq!(serde_json::from_str::<UnsignedInt64>("\"18446744073709551615\"").unwrap().0, u64::MAX);
        assert_eq!(serde_json::from_str::<UnsignedInt64>("12").unwrap().0, 12);
        assert!(serde_json::from_str::<UnsignedInt64>("\"-1\"").is_err());
        assert_eq!(serde_json::from_str::<BigInt>("\"-7\"").unwrap(), BigInt(-7));
        assert_eq!(serde_json::from_str::<BigInt>("7").unwrap(), BigInt(7));
    }

    #[test]
    fn a_rate_is_what_was_written() {
        assert_eq!(serde_json::from_str::<Rate>("0.0825").unwrap().0.to_string(), "0.0825");
        assert_eq!(serde_json::from_str::<Rate>("25.0").unwrap().0, Decimal::from(25));
    }
}
