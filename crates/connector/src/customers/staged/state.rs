values::options! {
    /// Whether a customer has an account in the store, as Shopify names it. What Shopify adds later is kept.
    pub enum CustomerState {
        /// None.
        #[default]
        Disabled => "Disabled",
        /// It is invited to have one.
        Invited => "Invited",
        /// It has one.
        Enabled => "Enabled",
        /// It wants none.
        Declined => "Declined",
        .. Other
    }
}

impl From<shopify::documents::customers::CustomerState> for CustomerState {
    fn from(state: shopify::documents::customers::CustomerState) -> Self {
        use shopify::documents::customers::CustomerState as Told;
        match state {
            Told::Disabled => Self::Disabled,
            Told::Invited => Self::Invited,
            Told::Enabled => Self::Enabled,
            Told::Declined => Self::Declined,
            Told::Other(text) => Self::Other(text),
        }
    }
}
