//! How much the store takes: the limits that several mutations have.

/// The most characters that a text of one line has: a name, a title, a tag, a vendor.
pub(super) const LONGEST: usize = 255;

/// The longest note of a customer.
pub(super) const LONGEST_NOTE: usize = 5_000;

/// The longest alternative text of a picture.
pub(super) const LONGEST_ALT: usize = 512;

/// The most tags of a product, a customer, an order or a draft.
pub(super) const MOST_TAGS: usize = 250;

/// The most pictures of a product.
pub(super) const MOST_MEDIA: usize = 250;

/// The most variants of a product.
pub(super) const MOST_VARIANTS: usize = 2_048;

/// What the store says about a text that has more characters than it may have.
pub(super) fn too_long(name: &str, most: usize) -> String {
    format!("{name} is too long (maximum is {most} characters)")
}

/// What the store says about more than [`MOST_TAGS`].
pub(super) fn many_tags() -> String {
    format!("Tags cannot be more than {MOST_TAGS}")
}
