use super::{
    additional_fee, attribute, fulfillment, line, line_attribute, order, risk, shipping_charge, tax_line, transaction,
};

/// What decides the sales document of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The order.
    pub order: order::Model,
    /// Its lines, by their ids in Shopify.
    pub lines: Vec<line::Model>,
    /// Its shipping charges, by their ids in Shopify.
    pub shipping_charges: Vec<shipping_charge::Model>,
    /// Its additional fees, by their ids in Shopify.
    pub additional_fees: Vec<additional_fee::Model>,
    /// Its payments, and what was paid back, by their ids in Shopify.
    pub transactions: Vec<transaction::Model>,
}

/// An order with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What decides its sales document.
    pub sale: Sale,
    /// What else was told.
    pub told: Told,
}

/// What is staged of an order for people to read, and decides nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The order's taxes, and those of its lines and charges.
    pub tax_lines: Vec<tax_line::Model>,
    /// Its attributes.
    pub attributes: Vec<attribute::Model>,
    /// Those of its lines.
    pub line_attributes: Vec<line_attribute::Model>,
    /// What of it was sent.
    pub fulfillments: Vec<fulfillment::Model>,
    /// What speaks for or against it.
    pub risks: Vec<risk::Model>,
}
