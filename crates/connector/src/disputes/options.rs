//! The states of a dispute, as Shopify names them. What Shopify adds later is kept.

values::options! {
    /// How a dispute stands.
    pub enum DisputeStatus {
        /// Nobody knows.
        #[default]
        Unknown => "",
        /// The merchant is asked for evidence.
        NeedsResponse => "Needs Response",
        /// The bank looks at the evidence.
        UnderReview => "Under Review",
        /// The merchant has paid the money back.
        ChargeRefunded => "Charge Refunded",
        /// The merchant has accepted it.
        Accepted => "Accepted",
        /// The merchant has won.
        Won => "Won",
        /// The merchant has lost.
        Lost => "Lost",
        /// It came to nothing.
        Prevented => "Prevented",
        .. Other
    }
}

impl DisputeStatus {
    /// Whether nothing more comes of a dispute that stands so. Of what this version does not know something may.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::ChargeRefunded | Self::Accepted | Self::Won | Self::Lost | Self::Prevented)
    }
}

values::options! {
    /// What kind of dispute it is.
    pub enum DisputeType {
        /// Nobody knows.
        #[default]
        Unknown => "",
        /// The bank asks.
        Inquiry => "Inquiry",
        /// The bank has taken the money back.
        Chargeback => "Chargeback",
        .. Other
    }
}

values::options! {
    /// Why a dispute was opened.
    pub enum DisputeReason {
        /// Nobody knows.
        #[default]
        Unknown => "",
        /// The bank can't process the payment.
        BankCannotProcess => "Bank Cannot Process",
        /// The buyer has not got money back.
        CreditNotProcessed => "Credit Not Processed",
        /// The buyer wished it.
        CustomerInitiated => "Customer Initiated",
        /// The buyer has not allowed the debit.
        DebitNotAuthorized => "Debit Not Authorized",
        /// It was paid twice.
        Duplicate => "Duplicate",
        /// The buyer has not bought.
        Fraudulent => "Fraudulent",
        /// Another reason.
        General => "General",
        /// The account is another one.
        IncorrectAccountDetails => "Incorrect Account Details",
        /// The account has too little.
        InsufficientFunds => "Insufficient Funds",
        /// The goods have not come.
        ProductNotReceived => "Product Not Received",
        /// The goods are not as they should be.
        ProductUnacceptable => "Product Unacceptable",
        /// The buyer had ended the subscription.
        SubscriptionCancelled => "Subscription Cancelled",
        /// The buyer does not know the payment.
        Unrecognized => "Unrecognized",
        /// The payment broke a rule of the card network.
        Noncompliant => "Noncompliant",
        .. Other
    }
}
