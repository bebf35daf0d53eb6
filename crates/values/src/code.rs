//! BC's codes: short names of set-up rows and numbers of records.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A trimmed, upper-case text of at most `N` characters. Blank means "none".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code<const N: usize>(String);

/// The text is longer than the code may be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is longer than {limit} characters: shorten it")]
pub struct TooLong {
    /// What was given.
    pub text: String,
    /// How many characters there may be.
    pub limit: usize,
}

impl<const N: usize> Code<N> {
    /// Trims and folds to upper case.
    ///
    /// # Errors
    /// [`TooLong`] for more than `N` characters.
    pub fn new(text: &str) -> Result<Self, TooLong> {
        let code = text.trim().to_uppercase();
        if code.chars().count() > N {
            return Err(TooLong { text: code, limit: N });
        }
        Ok(Self(code))
    }

    /// As [`Code::new`], but cut to `N` characters, as BC does with what Shopify sends.
    pub fn cut(text: &str) -> Self {
        Self(text.trim().to_uppercase().chars().take(N).collect())
    }

    /// The blank code.
    pub const fn blank() -> Self {
        Self(String::new())
    }

    /// Whether it names nothing.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code itself, or `None` when it is blank.
    pub fn non_blank(&self) -> Option<&Self> {
        (!self.is_blank()).then_some(self)
    }
}

impl<const N: usize> fmt::Display for Code<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const N: usize> FromStr for Code<N> {
    type Err = TooLong;
    fn from_str(text: &str) -> Result<Self, TooLong> {
        Self::new(text)
    }
}

impl<const N: usize> AsRef<str> for Code<N> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<const N: usize> PartialEq<str> for Code<N> {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl<const N: usize> PartialEq<&str> for Code<N> {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl<const N: usize> Serialize for Code<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Code<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_trimmed_and_upper_case() {
        assert_eq!(Code::<10>::new("  shpfy ").unwrap(), "SHPFY");
        assert_eq!(Code::<3>::cut("abcdef"), "ABC");
        assert_eq!(Code::<3>::new("abcd"), Err(TooLong { text: "ABCD".into(), limit: 3 }));
    }
}
