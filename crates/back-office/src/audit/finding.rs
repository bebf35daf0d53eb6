use std::fmt;

values::options! {
    /// What is checked.
    pub enum Check {
        /// Debits equal credits in every transaction and every register.
        #[default]
        GeneralLedger => "General Ledger",
        /// What remains of customer ledger entries is what their detailed entries add up to.
        CustomerLedger => "Customer Ledger",
        /// What customers owe is what stands on the receivables accounts.
        Receivables => "Receivables",
        /// VAT entries are what stands on the VAT accounts.
        Vat => "VAT",
        /// What is left of goods that came is what is on hand.
        ItemLedger => "Item Ledger",
        /// What goods are worth is what their value entries add up to, and what stands on the inventory accounts.
        Inventory => "Inventory",
        /// Entries and posted documents are numbered without gaps.
        Numbers => "Numbers",
    }
}

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was checked.
    pub check: Check,
    /// What does not hold, and of which entries.
    pub text: String,
}

impl Finding {
    pub(super) fn new(check: Check, text: impl Into<String>) -> Self {
        Self { check, text: text.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.check, self.text)
    }
}
