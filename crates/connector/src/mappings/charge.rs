values::options! {
    /// What a shipping charge becomes on a document.
    pub enum ChargeType {
        /// What the shop card says.
        #[default]
        Blank => "",
        /// A line of an account of the general ledger.
        Account => "G/L Account",
        /// A line of an item.
        Item => "Item",
    }
}
