use super::super::limits::{LONGEST, MOST_TAGS, too_long};
use super::super::user_error::UserError;
use super::handle::{is_taken, slug};
use super::input::{SeoInput, Texts};
use crate::store::State;
use crate::store::product::{Product, Seo};

/// The most bytes of a description.
const LONGEST_DESCRIPTION: usize = 512 * 1024;

/// What is wrong with the texts of a product, under these steps of a path. `own` is the product that they are for, if
/// there is one already.
pub(super) fn check(state: &State, texts: &Texts, path: &[&str], own: Option<&Product>) -> Vec<UserError> {
    let mut errors = Vec::new();
    let mut say = |field: &str, message: String, code| {
        errors.push(UserError::new(&[path, &[field]].concat(), message).with_code(code));
    };
    let blank = texts.title.as_ref().is_some_and(|title| title.trim().is_empty());
    if blank || (own.is_none() && texts.title.is_none()) {
        say("title", "Title can't be blank".to_owned(), "INVALID_INPUT");
    }
    for (field, name, text) in [
        ("title", "Title", &texts.title),
        ("handle", "Handle", &texts.handle),
        ("productType", "Product type", &texts.product_type),
        ("vendor", "Vendor", &texts.vendor),
    ] {
        if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST) {
            say(field, too_long(name, LONGEST), "INVALID_INPUT");
        }
    }
    if texts.description_html.as_ref().is_some_and(|html| html.len() > LONGEST_DESCRIPTION) {
        say("descriptionHtml", "Body (HTML) is too big (maximum is 512 KB)".to_owned(), "INVALID_INPUT");
    }
    let tags = texts.tags.iter().flatten();
    if tags.clone().any(|tag| tag.chars().count() > LONGEST) {
        say("tags", "Product tags is invalid".to_owned(), "INVALID_INPUT");
    }
    if distinct(tags).len() > MOST_TAGS {
        say("tags", format!("Product can't have more than {MOST_TAGS} tags"), "INVALID_INPUT");
    }
    if let Some(handle) = texts.handle.as_deref().map(slug).filter(|handle| !handle.is_empty())
        && is_taken(state, &handle, own.map(|product| product.id))
    {
        let message = format!("Handle '{handle}' already in use. Please provide a new handle.");
        say("handle", message, "HANDLE_NOT_UNIQUE");
    }
    if let (Some(own), Some(gift_card)) = (own, texts.gift_card)
        && own.gift_card != gift_card
    {
        let message = "The gift card attribute cannot be changed.".to_owned();
        say("giftCard", message, "GIFT_CARD_ATTRIBUTE_CANNOT_BE_CHANGED");
    }
    errors
}

/// Makes the product what its texts say, which have passed every check.
pub(super) fn put_on(product: &mut Product, texts: Texts) {
    let Texts { description_html, gift_card, handle, product_type, seo, status, tags, title, vendor } = texts;
    let handle = handle.map(|handle| slug(&handle)).filter(|handle| !handle.is_empty());
    set(&mut product.handle, handle);
    set(&mut product.title, title);
    set(&mut product.description_html, description_html);
    set(&mut product.product_type, product_type);
    set(&mut product.vendor, vendor.filter(|vendor| !vendor.trim().is_empty()));
    set(&mut product.status, status);
    set(&mut product.gift_card, gift_card);
    if let Some(tags) = tags {
        product.tags = distinct(tags.iter());
        product.tags.sort_by_key(|tag| tag.to_lowercase());
    }
    if let Some(SeoInput { title, description }) = seo {
        let filled = |text: Option<String>, old: Option<String>| match text {
            Some(text) => Some(text).filter(|text| !text.trim().is_empty()),
            None => old,
        };
        let old = std::mem::take(&mut product.seo);
        product.seo = Seo { title: filled(title, old.title), description: filled(description, old.description) };
    }
}

/// The tags without blanks around them; the same tag, upper and lower case aside, only once.
fn distinct<'t>(tags: impl Iterator<Item = &'t String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags.map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
        if !kept.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            kept.push(tag.to_owned());
        }
    }
    kept
}

fn set<T>(target: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *target = value;
    }
}
