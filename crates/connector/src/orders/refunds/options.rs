//! The states of refunds and returns, as Shopify names them. What Shopify adds later is kept.

values::options! {
    /// What becomes of the goods of a refund line.
    pub enum RestockType {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// They were never sent.
        Cancel => "Cancel",
        /// They are back in stock, as an app said before there were returns.
        LegacyRestock => "Legacy Restock",
        /// They are not put back into stock.
        NoRestock => "No Restock",
        /// They came back.
        Return => "Return",
        .. Other
    }
}

values::options! {
    /// How far a return has come.
    pub enum Status {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// It was called off.
        Canceled => "Canceled",
        /// It is done.
        Closed => "Closed",
        /// The store does not take the goods back.
        Declined => "Declined",
        /// The goods are awaited.
        Open => "Open",
        /// The buyer asks.
        Requested => "Requested",
        .. Other
    }
}

values::options! {
    /// Whether Shopify knows when the goods of a return line were sold.
    pub enum Origin {
        /// It names the line of the order.
        #[default]
        Default => "Default",
        /// It knows no line of the order.
        Unverified => "Unverified",
    }
}

values::options! {
    /// The sales document of a refund.
    pub enum RefundDocument {
        /// There is none.
        #[default]
        Blank => "",
        /// A credit memo.
        CreditMemo => "Credit Memo",
        /// A return order.
        ReturnOrder => "Return Order",
    }
}
