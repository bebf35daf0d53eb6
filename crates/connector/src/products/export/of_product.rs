use back_office::items;
use shopify::documents::product_changes::ProductInput;

use super::content::{Texts, body, product_type, title, vendor};
use super::ground::Ground;
use super::plan::product_gid;
use crate::products::options::ProductStatus;
use crate::products::staged::product;
use crate::shops;
use crate::shops::options::RemoveAction;

/// What is changed of a product, and what it is then; none when Shopify has said all of it.
///
/// The status changes only when the item is blocked: one that is unblocked is not sold again by itself. Tags and the texts for
/// search engines are no part of an item; they are changed where they are entered.
pub(super) fn of_product(
    ground: &Ground,
    staged: &product::Model,
    item: &items::Model,
    texts: Texts<'_>,
) -> Option<(ProductInput, product::Model)> {
    let (mut input, mut then) = (ProductInput::default(), staged.clone());
    input.title = change(&mut then.title, title(item), Keep::IfBlank);
    input.product_type = change(&mut then.product_type, product_type(item, &ground.categories), Keep::IfBlank);
    input.vendor = change(&mut then.vendor, vendor(item, &ground.vendors), Keep::IfBlank);
    let shop = &ground.shop;
    if shop.sync_item_extended_text || shop.sync_item_marketing_text {
        input.description_html = change(&mut then.description_html, body(shop, texts), Keep::Never);
    }
    if item.blocked
        && let Some(wanted) = retired(shop, then.status)
    {
        then.status = wanted;
        input.status = Some(status_name(wanted));
    }
    if input == ProductInput::default() {
        return None;
    }
    input.id = product_gid(staged.shopify_product_id);
    Some((input, then))
}

/// The same of a product whose item is not there any more: nothing but its status.
pub(super) fn of_gone(ground: &Ground, staged: &product::Model) -> Option<(ProductInput, product::Model)> {
    let status = retired(&ground.shop, staged.status)?;
    let id = product_gid(staged.shopify_product_id);
    let input = ProductInput { id, status: Some(status_name(status)), ..ProductInput::default() };
    Some((input, product::Model { status, ..staged.clone() }))
}

/// The status that the shop card wants of a product that is removed or whose item is blocked; none where it has that, or stays
/// as it is.
pub(crate) fn retired(shop: &shops::Model, status: ProductStatus) -> Option<ProductStatus> {
    let wanted = match shop.action_for_removed_products_and_blocked_items {
        RemoveAction::Blank => return None,
        RemoveAction::Archive => ProductStatus::Archived,
        RemoveAction::Draft => ProductStatus::Draft,
    };
    (wanted != status).then_some(wanted)
}

/// Whether a blank text takes away what is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// It does.
    Never,
    /// What the item does not tell stays as the merchant has entered it in Shopify.
    IfBlank,
}

fn change(of: &mut String, wanted: String, keep: Keep) -> Option<String> {
    if *of == wanted || (wanted.is_empty() && keep == Keep::IfBlank) {
        return None;
    }
    of.clone_from(&wanted);
    Some(wanted)
}

/// The name in Shopify of a status.
pub(crate) const fn status_name(status: ProductStatus) -> &'static str {
    match status {
        ProductStatus::Active => "ACTIVE",
        ProductStatus::Archived => "ARCHIVED",
        ProductStatus::Draft => "DRAFT",
        ProductStatus::Unlisted => "UNLISTED",
    }
}
