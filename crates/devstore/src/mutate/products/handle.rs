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
    state.product_by_handle(handle).is_some_and(|product| Some(product.id) != own)
}

/// The handle that a product of this title gets: with a number behind it where others have it.
pub(super) fn free(state: &State, title: &str) -> String {
    let wanted = Some(slug(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "product".to_owned());
    let numbered = (1_u32..).map(|number| format!("{wanted}-{number}"));
    let free = |handle: &String| state.product_by_handle(handle).is_none();
    std::iter::once(wanted.clone()).chain(numbered).find(free).unwrap_or_default()
}
