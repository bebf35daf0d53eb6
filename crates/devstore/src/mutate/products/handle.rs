use std::collections::HashSet;

use crate::store::State;

/// `Ulltrøye Vinje` becomes `ulltroye-vinje`.
pub(in crate::mutate) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.to_lowercase().chars() {
        match c {
            'æ' | 'ä' => slug.push_str("ae"),
            'ø' | 'ö' => slug.push('o'),
            'å' => slug.push('a'),
            c if c.is_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Whether another product than `own` has this handle.
pub(super) fn is_taken(state: &State, handle: &str, own: Option<u64>) -> bool {
    state.products.values().any(|product| product.handle == handle && Some(product.id) != own)
}

/// The handle that a product of this title gets: with a number behind it where others have it.
pub(super) fn free(state: &State, title: &str) -> String {
    let wanted = Some(slug(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "product".to_owned());
    let taken: HashSet<&str> = state.products.values().map(|product| product.handle.as_str()).collect();
    let numbered = (1_u32..).map(|number| format!("{wanted}-{number}"));
    std::iter::once(wanted.clone()).chain(numbered).find(|handle| !taken.contains(handle.as_str())).unwrap_or_default()
}
