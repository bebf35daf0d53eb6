use form_urlencoded::Serializer;

/// Where a browser is sent so that a person lets the app into the store. It comes back to `redirect`, with a
/// [`Callback`](super::Callback).
///
/// Source: the authorization code grant of Shopify's OAuth; the token that it gives is an offline one.
pub fn authorize_address(admin_url: &str, client_id: &str, scopes: &str, redirect: &str, state: &str) -> String {
    let query = Serializer::new(String::new())
        .append_pair("client_id", client_id)
        .append_pair("scope", scopes)
        .append_pair("redirect_uri", redirect)
        .append_pair("state", state)
        .finish();
    format!("{}/admin/oauth/authorize?{query}", admin_url.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_who_asks_for_what() {
        let (scopes, back) = ("read_orders,read_products", "https://kobling.example/connect/shopify");
        assert_eq!(
            authorize_address("https://fjord.myshopify.com/", "a&b", scopes, back, "s1"),
            "https://fjord.myshopify.com/admin/oauth/authorize?client_id=a%26b&scope=read_orders%2Cread_products\
             &redirect_uri=https%3A%2F%2Fkobling.example%2Fconnect%2Fshopify&state=s1"
        );
    }
}
