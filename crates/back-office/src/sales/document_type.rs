values::options! {
    /// What kind of document it is.
    pub enum DocumentType {
        /// Shipped and invoiced, as a whole or in parts.
        #[default]
        Order => "Order",
        /// Shipped and invoiced at once.
        Invoice => "Invoice",
        /// Takes back what was sold.
        CreditMemo => "Credit Memo",
        /// Announces what will be taken back.
        ReturnOrder => "Return Order",
    }
}

impl DocumentType {
    /// Whether its goods count in what is available before it is posted.
    pub const fn is_planned(self) -> bool {
        matches!(self, Self::Order | Self::ReturnOrder)
    }

    /// Whether goods leave with it, not come back.
    pub const fn sells(self) -> bool {
        matches!(self, Self::Order | Self::Invoice)
    }

    /// What it is called in a sentence.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Order => "sales order",
            Self::Invoice => "sales invoice",
            Self::CreditMemo => "sales credit memo",
            Self::ReturnOrder => "sales return order",
        }
    }
}
