use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::hex::hex;

/// Where the browser goes with a code: the app's own address, with what proves that the store has sent it there.
pub(super) struct Callback<'c> {
    pub redirect: &'c str,
    pub shop: &'c str,
    pub secret: &'c str,
    pub code: String,
    pub state: Option<&'c str>,
    /// Seconds since 1970.
    pub timestamp: i64,
}

impl Callback<'_> {
    /// The address.
    pub(super) fn url(self) -> String {
        let name = self.shop.split('.').next().unwrap_or_default();
        let mut parts = BTreeMap::from([
            ("code", self.code),
            ("host", URL_SAFE_NO_PAD.encode(format!("admin.shopify.com/store/{name}"))),
            ("shop", self.shop.to_owned()),
            ("timestamp", self.timestamp.to_string()),
        ]);
        if let Some(state) = self.state {
            parts.insert("state", state.to_owned());
        }
        let signature = signature(self.secret, &parts);
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&parts)
            .append_pair("hmac", &signature)
            .finish();
        let join = if self.redirect.contains('?') { '&' } else { '?' };
        format!("{}{join}{query}", self.redirect)
    }
}

/// HMAC-SHA256 over the parts in the order of their names, in hexadecimal digits.
fn signature(secret: &str, parts: &BTreeMap<&str, String>) -> String {
    let signed: Vec<String> = parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
    // A key of any length will do.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(signed.join("&").as_bytes());
    hex(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_that_of_shopifys_own_example() {
        let parts = BTreeMap::from([
            ("code", "0907a61c0c8d55e99db179b68161bc00".to_owned()),
            ("shop", "some-shop.myshopify.com".to_owned()),
            ("timestamp", "1337178173".to_owned()),
        ]);
        let expected = "4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20";
        assert_eq!(signature("hush", &parts), expected);
    }
}
