use crate::posting::Setup;
use crate::posting::document::Document;
use crate::sales::DocumentType;

/// Which accounts are needed for what is posted.
pub(in crate::posting) struct Needs {
    pub(super) invoices: bool,
    pub(super) takes_back: bool,
    pub(super) line_discount: bool,
    pub(super) invoice_discount: bool,
    pub(super) actual_cost: bool,
    pub(super) expected_cost: bool,
}

impl Needs {
    /// Those of a line of which nothing is posted.
    pub(in crate::posting) const NOTHING: Self = Self {
        invoices: false,
        takes_back: false,
        line_discount: false,
        invoice_discount: false,
        actual_cost: false,
        expected_cost: false,
    };

    pub(in crate::posting) fn of(setup: &Setup, document: &Document, (ships, invoices): (bool, bool)) -> Self {
        let document_type = document.header.document_type;
        let was_expected = document.not_invoiced.iter().any(|entry| !entry.expected_cost_posted.is_zero());
        let (sales, inventory) = (&setup.sales.discount_posting, &setup.inventory);
        let is_order = document_type == DocumentType::Order;
        Self {
            invoices,
            takes_back: !document_type.sells(),
            line_discount: invoices && sales.of_lines(),
            invoice_discount: invoices && sales.of_the_whole(),
            actual_cost: invoices && inventory.automatic_cost_posting,
            expected_cost: was_expected || (is_order && ships && inventory.expected_cost_posting),
        }
    }
}
