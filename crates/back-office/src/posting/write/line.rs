use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

use crate::posting::amounts::Part;
use crate::sales::posted::line;
use crate::sales::{LineKind, line as sales_line};

/// What a posted line comes to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Amounts {
    line_discount_amount: Amount,
    line_amount: Amount,
    invoice_discount_amount: Amount,
    amount: Amount,
    amount_including_vat: Amount,
}

impl From<&Part> for Amounts {
    fn from(part: &Part) -> Self {
        Self {
            line_discount_amount: part.line_discount,
            line_amount: part.line_amount,
            invoice_discount_amount: part.invoice_discount,
            amount: part.own.sale.net,
            amount_including_vat: part.own.sale.whole(),
        }
    }
}

/// The document that a posted line belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of<'a> {
    pub(super) document: Uuid,
    pub(super) number: &'a Code<20>,
    pub(super) is_order: bool,
}

/// A line of a posted document: a copy of the document's, with what of it was posted.
pub(super) fn posted(
    id: Uuid,
    of: Of<'_>,
    line: &sales_line::Model,
    quantity: Quantity,
    amounts: Amounts,
) -> line::Model {
    line::Model {
        id,
        document_id: of.document,
        document_number: of.number.clone(),
        line_number: line.line_number,
        order_line_number: if of.is_order { line.line_number } else { 0 },
        quantity,
        kind: line.kind,
        number: line.number.clone(),
        variant_code: line.variant_code.clone(),
        description: line.description.clone(),
        unit_of_measure_code: line.unit_of_measure_code.clone(),
        quantity_per_unit_of_measure: line.quantity_per_unit_of_measure,
        location_code: line.location_code.clone(),
        unit_price: line.unit_price,
        line_discount_percent: line.line_discount_percent,
        line_discount_amount: amounts.line_discount_amount,
        line_amount: amounts.line_amount,
        invoice_discount_amount: amounts.invoice_discount_amount,
        vat_percent: line.vat_percent,
        vat_identifier: line.vat_identifier.clone(),
        vat_calculation_type: line.vat_calculation_type,
        vat_product_posting_group: line.vat_product_posting_group.clone(),
        tax_area_code: line.tax_area_code.clone(),
        tax_liable: line.tax_liable,
        tax_group_code: line.tax_group_code.clone(),
        general_product_posting_group: line.general_product_posting_group.clone(),
        amount: amounts.amount,
        amount_including_vat: amounts.amount_including_vat,
        source_id: line.source_id.clone(),
    }
}

/// The line of what rounding comes to, after all others.
pub(super) fn rounding(id: Uuid, of: Of<'_>, after: i32, part: &Part) -> line::Model {
    let posting = &part.posting;
    let line = sales_line::Model {
        line_number: after.saturating_add(10_000),
        kind: LineKind::Account,
        number: posting.sales.clone(),
        description: "Invoice rounding".to_owned(),
        quantity_per_unit_of_measure: 1.into(),
        vat_percent: posting.vat.percent,
        vat_identifier: posting.vat.identifier.clone(),
        vat_calculation_type: posting.vat.calculation,
        vat_product_posting_group: posting.groups.vat_product.clone(),
        general_product_posting_group: posting.groups.general_product.clone(),
        ..sales_line::Model::default()
    };
    line::Model { order_line_number: 0, ..posted(id, of, &line, part.quantity, part.into()) }
}
