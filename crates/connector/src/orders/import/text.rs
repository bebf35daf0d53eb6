//! Texts of Shopify as columns hold them.

use shopify_schema::gid;

use super::shortened::TAGS;

/// The text, cut to `limit` characters and without the null character, which PostgreSQL can't store.
pub fn cut(text: &str, limit: usize) -> String {
    if text.len() <= limit && !text.contains('\0') {
        return text.to_owned();
    }
    text.chars().filter(|letter| *letter != '\0').take(limit).collect()
}

/// The text, or blank.
pub fn or_blank(text: Option<&String>) -> &str {
    text.map(String::as_str).unwrap_or_default()
}

/// The number in a global id; 0 for what is none.
pub fn number(id: &shopify::Id) -> i64 {
    gid::number(id.inner())
}

/// Tags as `[one] [two]`, so that a filter on `*[one]*` finds exactly that tag.
pub fn tags(tags: &[String]) -> String {
    cut(&all_tags(tags), TAGS)
}

/// The same, however long.
pub fn all_tags(tags: &[String]) -> String {
    tags.iter().map(|tag| format!("[{tag}]")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_the_numbers_of_global_ids() {
        assert_eq!(number(&shopify::Id::new("gid://shopify/Order/5123456789012")), 5_123_456_789_012);
        assert_eq!(number(&shopify::Id::new("gid://shopify/ShippingLine/7?shopify-app=1")), 7);
        assert_eq!(number(&shopify::Id::new("")), 0);
    }

    #[test]
    fn tags_keep_their_commas() {
        assert_eq!(tags(&["vip".into(), "a, b".into()]), "[vip] [a, b]");
    }
}
