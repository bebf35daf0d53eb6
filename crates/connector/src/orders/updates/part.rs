values::options! {
    /// What of an order was changed after its document was made.
    pub enum Part {
        /// A line, which was added or is gone.
        #[default]
        Line => "Line",
        /// How much of a line is sold.
        Quantity => "Quantity",
        /// The price of a line.
        UnitPrice => "Unit Price",
        /// The discount of a line.
        LineDiscount => "Line Discount Amount",
        /// From where a line is sent.
        Location => "Location Code",
        /// The discount of the whole.
        InvoiceDiscount => "Invoice Discount Amount",
        /// Who gets the goods, and where.
        ShipTo => "Ship-to Address",
        /// The note.
        WorkDescription => "Work Description",
        /// The buyer's own number.
        PurchaseOrder => "PO Number",
        /// When it is to be paid.
        DueDate => "Due Date",
        /// Whether prices include tax.
        VatIncluded => "VAT Included",
        /// What the order comes to.
        Total => "Total Amount",
        /// That it was cancelled.
        Cancelled => "Cancelled",
    }
}
