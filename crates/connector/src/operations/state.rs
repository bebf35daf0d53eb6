values::options! {
    /// How far a change is.
    pub enum State {
        /// It is intended and was not sent.
        #[default]
        Open => "Open",
        /// It was sent, and what came of it is not known.
        Sent => "Sent",
        /// It was carried out.
        Done => "Done",
        /// It was refused, or another took its place.
        Failed => "Failed",
        /// Nobody but a person can say what came of it.
        ForAPerson => "For a Person",
    }
}
