values::options! {
    /// To what kind of account a line of a journal is posted.
    pub enum AccountType {
        /// An account of the general ledger.
        #[default]
        General => "G/L Account",
        /// A customer.
        Customer => "Customer",
        /// A bank account.
        BankAccount => "Bank Account",
    }
}
