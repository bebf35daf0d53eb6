//! Who and what an order names: Shopify's customer and its variants, to be linked.

use shopify::documents::orders::{LineItem, Order, PurchasingEntity};

use super::text::{self, or_blank};
use crate::customers::phone;

/// A customer of Shopify that an order names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenCustomer {
    /// Its id in Shopify.
    pub shopify_customer_id: i64,
    /// Its first name.
    pub first_name: String,
    /// Its last name.
    pub last_name: String,
    /// Its e-mail.
    pub email: String,
    /// Its phone.
    pub phone_number: String,
}

/// A variant of Shopify that an order names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenVariant {
    /// Its id in Shopify.
    pub shopify_variant_id: i64,
    /// The product's id in Shopify.
    pub shopify_product_id: i64,
    /// The product's title.
    pub title: String,
    /// Its title.
    pub variant_title: String,
    /// Its stock keeping unit.
    pub sku: String,
    /// Its bar code.
    pub barcode: String,
}

/// A company of Shopify that an order names, with the location for which it buys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenCompany {
    /// Its id in Shopify.
    pub shopify_company_id: i64,
    /// Its name.
    pub name: String,
    /// The location's id in Shopify.
    pub shopify_location_id: i64,
    /// The location's name.
    pub location_name: String,
}

/// The company of an order, if one buys.
pub(super) fn company(order: &Order) -> Option<SeenCompany> {
    let PurchasingEntity::PurchasingCompany(buyer) = order.purchasing_entity.as_ref()? else { return None };
    Some(SeenCompany {
        shopify_company_id: text::number(&buyer.company.id),
        name: text::cut(&buyer.company.name, 500),
        shopify_location_id: text::number(&buyer.location.id),
        location_name: text::cut(&buyer.location.name, 250),
    })
}

/// The customer of an order, if it has one.
pub(super) fn customer(order: &Order) -> Option<SeenCustomer> {
    let customer = order.customer.as_ref()?;
    Some(SeenCustomer {
        shopify_customer_id: text::number(&customer.id),
        first_name: text::cut(or_blank(customer.first_name.as_ref()), 100),
        last_name: text::cut(or_blank(customer.last_name.as_ref()), 100),
        email: text::cut(or_blank(customer.default_email_address.as_ref().map(|email| &email.email_address)), 100),
        phone_number: phone::stored(or_blank(customer.default_phone_number.as_ref().map(|phone| &phone.phone_number))),
    })
}

/// The variants of an order.
pub(super) fn variants(order: &Order) -> Vec<SeenVariant> {
    let seen = |line: &LineItem| {
        let variant = line.variant.as_ref()?;
        Some(SeenVariant {
            shopify_variant_id: text::number(&variant.id),
            shopify_product_id: line.product.as_ref().map_or(0, |product| text::number(&product.id)),
            title: text::cut(&line.title, 100),
            variant_title: text::cut(or_blank(line.variant_title.as_ref()), 100),
            sku: text::cut(or_blank(line.sku.as_ref()), 100),
            barcode: text::cut(or_blank(variant.barcode.as_ref()), 50),
        })
    };
    order.line_items.nodes.iter().filter_map(seen).collect()
}
