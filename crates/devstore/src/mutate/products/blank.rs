use chrono::{DateTime, Utc};

use super::handle::free;
use crate::store::State;
use crate::store::product::{DEFAULT_OPTION, DEFAULT_VALUE, OptionValue, Product, ProductOption, Seo};

use super::super::variants::new_variant;

/// A product of this title, with nothing to choose. It is not in the store yet.
pub(super) fn blank(state: &mut State, title: &str, now: DateTime<Utc>) -> Product {
    let id = state.ids.next();
    let option = ProductOption {
        id: state.ids.next(),
        name: DEFAULT_OPTION.to_owned(),
        values: vec![value(state, DEFAULT_VALUE)],
    };
    let variant = new_variant(state, vec![(DEFAULT_OPTION.to_owned(), DEFAULT_VALUE.to_owned())], now);
    Product {
        id,
        created_at: now,
        updated_at: now,
        published_at: None,
        title: title.to_owned(),
        handle: free(state, title),
        description_html: String::new(),
        product_type: String::new(),
        vendor: state.shop.name.clone(),
        status: "ACTIVE".to_owned(),
        tags: Vec::new(),
        gift_card: false,
        seo: Seo::default(),
        media: Vec::new(),
        options: vec![option],
        variants: vec![variant],
    }
}

/// A value of an option, with an id of its own.
pub(in crate::mutate) fn value(state: &mut State, name: &str) -> OptionValue {
    OptionValue { id: state.ids.next(), name: name.to_owned() }
}
