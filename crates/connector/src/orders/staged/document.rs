use super::{attribute, line, order, shipping_charge, tax_line};

/// What decides the sales document of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The order.
    pub order: order::Model,
    /// Its lines, by their ids in Shopify.
    pub lines: Vec<line::Model>,
    /// Its shipping charges, by their ids in Shopify.
    pub shipping_charges: Vec<shipping_charge::Model>,
}

/// An order with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What decides its sales document.
    pub sale: Sale,
    /// Its taxes, and those of its lines and charges.
    pub tax_lines: Vec<tax_line::Model>,
    /// Its attributes.
    pub attributes: Vec<attribute::Model>,
}
