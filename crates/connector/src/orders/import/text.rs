//! Texts of Shopify as columns hold them.

/// The text, cut to `limit` characters and without the null character, which PostgreSQL can't store.
pub fn cut(text: &str, limit: usize) -> String {
    text.chars().filter(|letter| *letter != '\0').take(limit).collect()
}

/// The number at the end of a global id, as `gid://shopify/Order/123?x=1`; 0 for none.
pub fn number(gid: &str) -> i64 {
    let path = gid.split('?').next().unwrap_or(gid);
    path.rsplit('/').next().and_then(|tail| tail.parse().ok()).unwrap_or(0)
}

/// A phone as Shopify's customers are stored: digits, spaces and `/ + . ( )`.
pub fn phone(text: &str) -> String {
    let plain = |letter: &char| letter.is_ascii_digit() || "/+ .()".contains(*letter);
    text.chars().filter(plain).take(30).collect()
}

/// Tags as `[one] [two]`, so that a filter on `*[one]*` finds exactly that tag.
pub fn tags(tags: &[String]) -> String {
    let marked: Vec<String> = tags.iter().map(|tag| format!("[{tag}]")).collect();
    cut(&marked.join(" "), 2048)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_the_numbers_of_global_ids() {
        assert_eq!(number("gid://shopify/Order/5123456789012"), 5_123_456_789_012);
        assert_eq!(number("gid://shopify/ShippingLine/7?shopify-app=1"), 7);
        assert_eq!(number(""), 0);
    }

    #[test]
    fn tags_keep_their_commas() {
        assert_eq!(tags(&["vip".into(), "a, b".into()]), "[vip] [a, b]");
    }

    #[test]
    fn letters_leave_a_phone_number() {
        assert_eq!(phone("+47 22-33 x4"), "+47 2233 4");
    }
}
