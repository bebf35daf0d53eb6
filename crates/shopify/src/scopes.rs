//! What an access token may do.

use std::collections::BTreeSet;
use std::fmt;

/// The access scopes of a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(BTreeSet<String>);

impl Scopes {
    /// Reads names with commas or spaces between them.
    pub fn parse(text: &str) -> Self {
        text.split([',', ' ']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// Whether something may be done. Who may write may read.
    pub fn grant(&self, scope: &str) -> bool {
        let may_write = || scope.strip_prefix("read_").is_some_and(|what| self.0.contains(&format!("write_{what}")));
        self.0.contains(scope) || may_write()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<String> for Scopes {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        Self(names.into_iter().collect())
    }
}

/// With commas between them, in the order of the alphabet.
impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, name) in self.0.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { ", " })?;
            f.write_str(name)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_write_may_read() {
        let scopes = Scopes::parse("write_orders, read_products,read_all_orders");
        for granted in ["read_orders", "write_orders", "read_products", "read_all_orders"] {
            assert!(scopes.grant(granted), "{granted}");
        }
        for missing in ["write_products", "read_customers", "orders", ""] {
            assert!(!scopes.grant(missing), "{missing}");
        }
        assert_eq!(scopes.to_string(), "read_all_orders, read_products, write_orders");
        assert_eq!(Scopes::parse(&scopes.to_string()), scopes);
    }
}
