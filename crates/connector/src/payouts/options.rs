//! How payouts stand and of what they are made. What Shopify adds later is kept.

values::options! {
    /// How a payout stands.
    pub enum PayoutStatus {
        /// Shopify says nothing.
        #[default]
        Unknown => "",
        /// It is on its way.
        Scheduled => "Scheduled",
        /// It is on its way; of former versions.
        InTransit => "In Transit",
        /// The bank has it.
        Paid => "Paid",
        /// The bank has sent it back.
        Failed => "Failed",
        /// It was called off.
        Canceled => "Canceled",
        .. Other
    }
}

impl PayoutStatus {
    /// Whether it stays so.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Paid | Self::Canceled)
    }

    /// Whether its money did not come to the bank: its transactions may be in another payout by now.
    pub const fn is_void(&self) -> bool {
        matches!(self, Self::Failed | Self::Canceled)
    }
}

values::options! {
    /// Which way the money of a payout goes.
    pub enum PayoutDirection {
        /// To the bank.
        #[default]
        Deposit => "Deposit",
        /// From the bank, because Shopify was owed more than it owed.
        Withdrawal => "Withdrawal",
        .. Other
    }
}

values::options! {
    /// The parts of a payout.
    pub enum Group {
        /// What was sold.
        #[default]
        Sales => "Sales",
        /// What was paid back.
        Refunds => "Refunds",
        /// What Shopify keeps.
        Fees => "Fees",
        /// What was corrected.
        Adjustments => "Adjustments",
        /// What is held back, and what of that is let go.
        Reserves => "Reserves",
        /// What buyers have had taken back by their banks, and what of that came back.
        Disputes => "Disputes",
        /// What Shopify has lent, and what of that is paid back.
        Advances => "Advances",
        /// Payouts that came back.
        Transfers => "Transfers",
        /// All else.
        Other => "Other",
    }
}

values::options! {
    /// How the split of a payout is known.
    pub enum SplitSource {
        /// It is not: its transactions come to another amount.
        #[default]
        Incomplete => "Incomplete",
        /// By its transactions, one by one.
        Transactions => "Transactions",
        /// By its summary: its transactions are not all known.
        Summary => "Summary",
    }
}

values::options! {
    /// How far a payout is in the ledger.
    pub enum JournalStatus {
        /// It is in no journal.
        #[default]
        None => "",
        /// It stands in a journal.
        Suggested => "In Journal",
        /// It is posted.
        Posted => "Posted",
    }
}
